"""Starts the real program, prints when its sign-in window was usable, and ends it.

python -m benchmarks.start FOLDER    # FOLDER: a data folder with one store, chosen last
"""

from __future__ import annotations

import gc
import sys


def start(folder: str) -> int:
    """Run the program on `folder` until its sign-in window is usable; returns its exit code."""
    gc.disable()  # main() does it before its imports, which are made here already
    from PySide6.QtWidgets import QLineEdit

    from benchmarks.usable import Usable
    from medusa_console.__main__ import main
    from medusa_console.app.console import Console
    from medusa_console.desktop.instance import Wish

    begin = Console.begin

    def begin_watched(console: Console, wish: Wish) -> None:
        email = console.window.findChild(QLineEdit, "email")
        if email is None:
            raise LookupError("the sign-in page has no field Email")
        Usable(email, console.end_now)
        begin(console, wish)

    setattr(Console, "begin", begin_watched)  # noqa: B010  # before anything is built
    return main(["--data-folder", folder])


if __name__ == "__main__":
    sys.exit(start(sys.argv[1]))
