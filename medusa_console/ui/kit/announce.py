"""Makes a screen reader speak without a change of focus."""

from __future__ import annotations

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget

from medusa_console.ui.kit.text import shown


def announce(widget: QWidget, text: str, *, assertive: bool = False) -> None:
    """Speak `text` when the reader pauses; with `assertive`, at once. Invisible characters are
    written out, as they are on screen. Nothing is spoken for a widget that is in no window: it is
    behind a lock."""
    if not widget.window().isVisible():
        return
    spoken = "\n".join(shown(line, limit=None) for line in text.split("\n"))
    event = QAccessibleAnnouncementEvent(widget, spoken)
    if assertive:
        event.setPoliteness(QAccessible.AnnouncementPoliteness.Assertive)
    QAccessible.updateAccessibility(event)
