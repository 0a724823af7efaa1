"""Asks whether to start although the data folder is locked and nobody answers."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox

from medusa_console.terminal import complain
from medusa_console.ui.kit.text import shown
from medusa_console.ui.kit.translations import translate


def may_start(process: int, host: str, folder: Path) -> bool:
    """Tell that `process` on `host` seems to have locked `folder`, also on the standard error
    output, and ask whether to start nevertheless. Blocks until the question is answered; call it
    before the event loop."""
    who = translate(
        "AlreadyRunning",
        "Process {process} on {host} is using the data folder and doesn't respond: {folder}",
    ).format(process=process, host=shown(host), folder=shown(str(folder)))
    complain(who)
    advice = translate(
        "AlreadyRunning",
        "If Medusa Console is open there, use that window or close it first: two at once can "
        "overwrite each other's changes. If it has crashed, you can start it here.",
    )
    question = QMessageBox(
        QMessageBox.Icon.Warning,
        translate("AlreadyRunning", "Medusa Console may already be running"),
        f"{who}\n\n{advice}",
    )
    question.setTextFormat(Qt.TextFormat.PlainText)
    start = question.addButton(
        translate("AlreadyRunning", "Start anyway"), QMessageBox.ButtonRole.AcceptRole
    )
    cancel = question.addButton(
        translate("AlreadyRunning", "Cancel"), QMessageBox.ButtonRole.RejectRole
    )
    question.setDefaultButton(cancel)
    question.setEscapeButton(cancel)
    question.exec()
    return question.clickedButton() is start
