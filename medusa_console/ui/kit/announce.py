"""Makes a screen reader speak without a change of focus."""

from __future__ import annotations

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget

from medusa_console.ui.kit.text import shown_lines


def announce(widget: QWidget, text: str, *, assertive: bool = False) -> None:
    """Speak `text` when the reader pauses; with `assertive`, at once."""
    event = QAccessibleAnnouncementEvent(widget, shown_lines(text, limit=None))
    if assertive:
        event.setPoliteness(QAccessible.AnnouncementPoliteness.Assertive)
    QAccessible.updateAccessibility(event)
