"""Stands a column of widgets in the middle of a page, where nothing that appears can move it."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from medusa_console.ui.kit.layout import column, row
from medusa_console.ui.kit.scroll_area import ScrollArea
from medusa_console.ui.kit.style import set_style
from medusa_console.ui.kit.theme import scaled
from medusa_console.ui.kit.theme_tokens import EIGHT, TWENTY_FOUR

_HEIGHT = 380
_NARROW = 300


def centred(content: QVBoxLayout, width: int) -> QWidget:
    """`content` in the middle of the available space; scrolls when there is too little."""
    inner = QWidget()
    inner.setLayout(content)
    inner.setMaximumWidth(scaled(width))
    # Stretches, because an alignment would ignore the height of wrapped lines.
    across = row(None, inner, None)
    across.setStretchFactor(inner, 100)
    return _Page(column(across, None))


def scroll_to_top(part: QWidget) -> None:
    """Show the first line of the column that `part` stands in."""
    if (place := _around(part)) is not None:
        place.verticalScrollBar().setValue(0)


def scroll_to_focus(part: QWidget) -> None:
    """Scroll the column that `part` stands in to what has the focus, once it is laid out."""
    if (place := _around(part)) is not None:
        QTimer.singleShot(0, place, place.show_focus)


def _around(part: QWidget) -> ScrollArea | None:
    place = part.parentWidget()
    while place is not None and not isinstance(place, ScrollArea):
        place = place.parentWidget()
    return place


def keep_clear(within: QWidget, height: int) -> None:
    """Something covers so much of the lower edge of `within`: let its columns be scrolled out from
    under it. Nothing moves by itself."""
    for page in within.findChildren(_Page):
        page.keep_clear(height)


class _Page(ScrollArea):
    """Its first line stands where content of a usual height would begin, so that a message does not
    move what is above it."""

    def __init__(self, lines: QVBoxLayout) -> None:
        super().__init__()
        self._lines = lines
        self._covered = 0
        holder = QWidget()
        set_style(holder, ground="window")
        holder.setLayout(lines)
        self.setWidget(holder)

    def keep_clear(self, height: int) -> None:
        """Leave so much room below the content."""
        self._covered = height
        self._set_margins()

    def _set_margins(self) -> None:
        edge = scaled(TWENTY_FOUR if self.width() >= scaled(_NARROW) else EIGHT)
        top = max(edge, (self.height() - scaled(_HEIGHT)) // 2)
        self._lines.setContentsMargins(edge, top, edge, edge + self._covered)

    # Qt overrides

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self._set_margins()
