"""A message bus of the test's own, which is the session's and the system's."""

from __future__ import annotations

import os
import signal
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest


@contextmanager
def private_bus(folder: Path, patch: pytest.MonkeyPatch) -> Iterator[None]:
    """A daemon in `folder`; whoever asks the environment for a bus finds this one."""
    address = f"unix:path={folder / 'bus'}"
    config = folder / "bus.conf"
    config.write_text(
        "<busconfig><type>session</type>"
        f"<listen>{address}</listen><auth>EXTERNAL</auth>"
        "<policy context='default'><allow send_destination='*' eavesdrop='true'/>"
        "<allow eavesdrop='true'/><allow own='*'/></policy></busconfig>"
    )
    daemon = subprocess.Popen(
        ["dbus-daemon", f"--config-file={config}", "--nofork", "--print-address"],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    )
    assert daemon.stdout is not None
    daemon.stdout.readline()  # it listens now
    for name in ("SESSION", "SYSTEM"):
        patch.setenv(f"DBUS_{name}_BUS_ADDRESS", address)
    yield
    os.kill(daemon.pid, signal.SIGTERM)
    daemon.wait(60)
    daemon.stdout.close()
