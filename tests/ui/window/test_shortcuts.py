"""The list of shortcuts in a narrow window."""

from __future__ import annotations

from PySide6.QtWidgets import QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from medusa_console.ui.window.shortcuts import ShortcutsDialog


def test_nothing_is_cut_off_in_a_narrow_window(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(420, 600)
    dialog = ShortcutsDialog(window)
    dialog.show()
    body = dialog.findChildren(QScrollArea)[0]

    def fits() -> bool:
        content = body.widget()
        return content is not None and content.width() <= body.viewport().width()

    for width in (dialog.width(), 760, dialog.width()):
        dialog.resize(width, dialog.height())
        qtbot.waitUntil(fits, timeout=60_000)
