"""`--self-test` tells in one line whether a build works."""

from __future__ import annotations

import resource
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def outcome(most_bytes: int) -> tuple[int, str, str]:
    """Exit code, output and complaint, where no file may grow beyond so many bytes, with nothing
    of a desktop in the environment."""
    done = subprocess.run(
        [sys.executable, str(ROOT / "main.py"), "--self-test"],
        env={"QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (most_bytes, most_bytes)),
    )
    return done.returncode, done.stdout, done.stderr


def test_a_build_that_works_says_what_it_has_tried() -> None:
    code, told, _ = outcome(resource.RLIM_INFINITY)
    assert code == 0, told
    (line,) = told.splitlines()
    assert " works: " in line
    for words in (
        "keys in the demo store",
        "icons on offscreen",
        "keyring: ",
        "trusted authorities: ",
        "languages: de en",
    ):
        assert words in line


def test_a_build_that_does_not_work_says_why() -> None:
    code, told, _ = outcome(most_bytes=0)
    (line,) = told.splitlines()
    assert " FAILED: " in line
    assert code == 1
