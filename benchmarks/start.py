"""Starts the real program, prints when its sign-in window was usable, and ends it.

python -m benchmarks.start FOLDER    # FOLDER: a data folder with one store, chosen last
"""

from __future__ import annotations

import sys

from PySide6.QtWidgets import QLineEdit

from benchmarks.usable import Usable
from medusa_console.__main__ import main
from medusa_console.app.console import Console

_begin = Console.begin


def _begin_watched(console: Console, *, demo: bool) -> None:
    email = console.window.findChild(QLineEdit, "email")
    if email is None:
        raise LookupError("the sign-in page has no field Email")
    Usable(email, console.end_now)
    _begin(console, demo=demo)


if __name__ == "__main__":
    setattr(Console, "begin", _begin_watched)  # noqa: B010  # before anything is built
    sys.exit(main(["--data-folder", sys.argv[1]]))
