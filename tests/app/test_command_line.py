"""What the command line answers without a window."""

from __future__ import annotations

import platform
import subprocess
import sys

import pytest

from medusa_console import __version__

# Runs the program with these arguments, and tells whether that has imported Qt.
ASKED = """
import sys
from medusa_console.__main__ import main
try:
    code = main(sys.argv[1:])
except SystemExit as ended:
    code = ended.code
print(code, "PySide6" in sys.modules, "importlib.metadata" in sys.modules)
"""


def asked(*arguments: str) -> list[str]:
    """The lines of the answer; the last one is what `ASKED` tells."""
    done = subprocess.run(
        [sys.executable, "-c", ASKED, *arguments], capture_output=True, text=True, check=True
    )
    return done.stdout.splitlines()


def test_the_version_is_told_at_once() -> None:
    assert asked("--version") == [f"Medusa Console {__version__}", "0 False False"]


def test_everything_about_the_version_is_told_without_qt() -> None:
    first, *rest, end = asked("--version", "--verbose")
    assert first == f"Medusa Console {__version__}"
    told = "\n".join(rest)
    assert f"Python {platform.python_version()}" in told
    assert "No telemetry, no network but your stores, no update check." in told
    assert "PySide6_Essentials 6." in told
    assert "httpx" in told
    assert end == "0 False True"


@pytest.mark.parametrize("arguments", [["--verbose"], ["--demo", "--verbose"]])
def test_verbose_alone_is_refused(arguments: list[str]) -> None:
    assert asked(*arguments) == ["2 False False"]
