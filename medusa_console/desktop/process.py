"""What the process denies itself: files that others may read, and images of its memory."""

from __future__ import annotations

import ctypes
import logging
import os
import sys
from collections.abc import Callable, Mapping

log = logging.getLogger(__name__)

_PR_SET_DUMPABLE = 4


def harden_process() -> None:
    """New files are the owner's alone; no core dump, no look into memory by other programs.

    Call it before any secret is loaded. What the system refuses is logged, and stops nothing.
    """
    for step in steps(sys.platform, os.environ):
        try:
            step()
        except (OSError, ValueError, AttributeError) as error:
            log.warning("%s is not in force: %s", step.__name__, error)


def steps(platform: str, environment: Mapping[str, str]) -> tuple[Callable[[], None], ...]:
    """What `harden_process` does on `platform` (as sys.platform names it)."""
    if platform == "win32":
        return (private_files,)
    if platform != "linux":
        return (private_files, no_core_file)
    if "FLATPAK_ID" in environment or "SNAP" in environment:
        # Their portals look the program up in /proc, which not_dumpable closes.
        return (private_files, no_core_file)
    return (private_files, no_core_file, not_dumpable)


def private_files() -> None:
    """New files and folders are for their owner only."""
    os.umask(0o077)


def no_core_file() -> None:
    """A crash leaves no image of the memory on disk."""
    import resource  # not on Windows

    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def not_dumpable() -> None:
    """Other programs of the same user may not read the memory, nor may a crash handler."""
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.prctl(_PR_SET_DUMPABLE, 0, 0, 0, 0) != 0:
        number = ctypes.get_errno()
        raise OSError(number, os.strerror(number))
