"""What the process denies itself."""

from __future__ import annotations

import subprocess
import sys

import pytest

from medusa_console.desktop import process

PATIENCE_S = 250  # bounds what is stuck
HARDENED = """
import ctypes, logging, os, resource
from medusa_console.desktop.process import harden_process
logging.basicConfig(format="%(message)s")
harden_process()
print(oct(os.umask(0)), resource.getrlimit(resource.RLIMIT_CORE), ctypes.CDLL(None).prctl(3))
"""


def run(environment: dict[str, str]) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", HARDENED],
        env=environment,
        capture_output=True,
        text=True,
        timeout=PATIENCE_S,
        check=True,
    )


def test_no_core_dump_no_look_into_memory_and_private_files() -> None:
    ended = run({})
    assert (ended.stdout, ended.stderr) == ("0o77 (0, 0) 0\n", "")


def test_in_a_sandbox_the_portals_still_find_the_program() -> None:
    assert run({"FLATPAK_ID": "org.example.Console"}).stdout == "0o77 (0, 0) 1\n"


@pytest.mark.parametrize(
    ("platform", "environment", "steps"),
    [
        ("linux", {}, {process.private_files, process.no_core_file, process.not_dumpable}),
        ("linux", {"SNAP": "/snap/x"}, {process.private_files, process.no_core_file}),
        ("darwin", {}, {process.private_files, process.no_core_file}),
        ("win32", {}, {process.private_files}),
    ],
)
def test_each_system_gets_what_it_knows(
    platform: str, environment: dict[str, str], steps: set[object]
) -> None:
    assert set(process.steps(platform, environment)) == steps


def test_what_the_system_refuses_is_logged_and_stops_nothing() -> None:
    refusing = HARDENED.replace(
        "harden_process()\n",
        "def refuse(*_): raise ValueError('not permitted')\n"
        "resource.setrlimit = refuse\nharden_process()\n",
        1,
    )
    ended = subprocess.run(
        [sys.executable, "-c", refusing],
        capture_output=True,
        text=True,
        timeout=PATIENCE_S,
        check=True,
    )
    assert ended.stderr == "no_core_file is not in force: not permitted\n"
    assert ended.stdout.startswith("0o77")
    assert ended.stdout.endswith(" 0\n")
