"""Says something over a dialog for a moment, without changing it."""

from __future__ import annotations

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QToolTip, QWidget

from medusa_console.ui.kit.announce import announce
from medusa_console.ui.kit.theme_tokens import TWENTY_FOUR


def say_over(dialog: QWidget, text: str) -> None:
    """Show `text` at the upper edge of `dialog` until the next key or click, and announce it."""
    QToolTip.showText(dialog.mapToGlobal(QPoint(TWENTY_FOUR, TWENTY_FOUR)), text, dialog)
    announce(dialog, text, assertive=True)
