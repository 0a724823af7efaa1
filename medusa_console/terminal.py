"""Writes to the terminal that the program was started from. A program with windows has none on
Windows; and a terminal may know few characters, which must not end what the program is doing."""

from __future__ import annotations

import sys


def say(text: str) -> None:
    """Write a line to the standard output."""
    if sys.stdout is not None:
        sys.stdout.write(_known(text, sys.stdout.encoding))
        sys.stdout.flush()


def complain(text: str) -> None:
    """Write a line to the standard error output."""
    if sys.stderr is not None:
        sys.stderr.write(_known(text, sys.stderr.encoding))
        sys.stderr.flush()


def _known(text: str, encoding: str | None) -> str:
    """`text` as a line, with question marks for what `encoding` does not know."""
    encoding = encoding or "ascii"
    return text.encode(encoding, "replace").decode(encoding) + "\n"
