"""Both Enter keys, and Ctrl with one of them, which confirms what Enter alone must not."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QPushButton, QWidget

from medusa_console.ui.kit.translations import translate

ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


def control_enter() -> str:
    """Ctrl+Enter, as this system writes it."""
    keys = QKeySequence(Qt.KeyboardModifier.ControlModifier | Qt.Key.Key_Enter)
    return keys.toString(QKeySequence.SequenceFormat.NativeText)


def show_control_enter(button: QPushButton, action: str) -> None:
    """Label `button` with `action` and the key that does it."""
    button.setAccessibleName(action)
    button.setAccessibleDescription(control_enter())
    button.setText(
        translate("ask", "{action} ({keys})").format(action=action, keys=control_enter())
    )


def control_enter_shortcuts(widget: QWidget) -> tuple[QShortcut, ...]:
    """Ctrl+Enter in `widget`, of both Enter keys; a held key counts once."""
    shortcuts = tuple(
        QShortcut(QKeySequence(Qt.KeyboardModifier.ControlModifier | key), widget) for key in ENTER
    )
    for shortcut in shortcuts:
        shortcut.setAutoRepeat(False)
    return shortcuts
