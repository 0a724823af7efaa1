"""Says why the program cannot start, before there is a window."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox

from medusa_console.terminal import complain
from medusa_console.ui.kit.text import shown
from medusa_console.ui.kit.translations import translate


def no_home() -> str:
    """The account has no folder of its own."""
    return translate(
        "CannotStart",
        "This account has no home folder. Start Medusa Console with --data-folder FOLDER.",
    )


def newer_data(folder: Path) -> str:
    """A newer version has changed the data folder in a way that this one does not know."""
    return translate(
        "CannotStart",
        "The data folder was used by a newer version of Medusa Console: {folder}\n\n"
        "Nothing in it was changed. Install the newer version again, or start this one with "
        "another folder (--data-folder).",
    ).format(folder=shown(str(folder)))


def tell(why: str) -> None:
    """Say `why`, also on the standard error output. Blocks until it is read; call it before the
    event loop."""
    complain(why)
    box = QMessageBox(
        QMessageBox.Icon.Critical,
        translate("CannotStart", "Medusa Console can't start"),
        why,
    )
    box.setTextFormat(Qt.TextFormat.PlainText)
    close = box.addButton(translate("CannotStart", "Close"), QMessageBox.ButtonRole.RejectRole)
    box.setEscapeButton(close)
    box.exec()
