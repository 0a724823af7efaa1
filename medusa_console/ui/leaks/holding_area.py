"""Scrolls the page. What the user looks at stays where it is when answers come."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QTimer
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from shiboken6 import isValid

from medusa_console.ui.kit.scroll_area import ScrollArea
from medusa_console.ui.kit.style import set_style
from medusa_console.ui.kit.theme import scaled
from medusa_console.ui.kit.theme_tokens import FOUR, SIXTEEN, TWENTY_FOUR

_FIRST_LINES = 272
"""So high is a card down to the button that revokes: what it answers first."""


class HoldingArea(ScrollArea):
    """Holds the lines of the page, and brings the widget into sight that gets the focus."""

    def __init__(self, lines: QVBoxLayout) -> None:
        super().__init__()
        self.setObjectName("leaks.area")
        content = QWidget()
        set_style(content, ground="window")
        lines.setContentsMargins(TWENTY_FOUR, SIXTEEN, TWENTY_FOUR, TWENTY_FOUR)
        content.setLayout(lines)
        content.setMinimumWidth(1)  # never wider than the window, whatever a part would like
        self.setWidget(content)
        self._content = content
        self._held: QWidget | None = None
        self._held_at = 0
        self._followed: QWidget | None = None
        self._restoring = False
        self.verticalScrollBar().rangeChanged.connect(self._restore)
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)

    def hold(self, parts: Sequence[QWidget]) -> None:
        """Keep the one of `parts` that has the focus, or else the first in sight, where it is when
        something above it changes its height; until the user scrolls."""
        focus = QApplication.focusWidget()
        focused = [one for one in parts if focus is not None and _has(one, focus)]
        room = self.viewport().height()
        in_sight = [
            one
            for one in parts
            if one.isVisible() and self._top(one) + one.height() > 0 and self._top(one) < room
        ]
        part = next(iter((*focused, *in_sight)), None)
        if part is not None and part is not self._held:
            self._held_at = self._top(part)
        self._held = part
        QTimer.singleShot(0, self, self._restore)  # the range may stay as it is

    def reveal(self, part: QWidget) -> None:
        """Scroll to the top of `part` once it is laid out. Until the user scrolls, its first lines
        stay in sight when it grows."""
        self._held = None
        self._followed = part
        QTimer.singleShot(0, part, lambda: self._reveal(part, part.height()))

    def _reveal(self, part: QWidget, height: int) -> None:
        self._restoring = True
        self._scroll_to(part, height)
        self._restoring = False

    def _scroll_to(self, part: QWidget, height: int) -> None:
        top, room = self._top(part), self.viewport().height()
        beyond = top + height + SIXTEEN - room
        if top < 0 or beyond > 0:
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + (top - FOUR if top < 0 else min(top - FOUR, beyond)))

    def _on_scrolled(self) -> None:
        if not self._restoring:
            self._held = self._followed = None

    def _restore(self) -> None:
        bar = self.verticalScrollBar()
        self._restoring = True
        bar.setValue(bar.value())  # Qt does so later, when a range has become shorter
        if self._held is not None and isValid(self._held):
            bar.setValue(bar.value() + self._top(self._held) - self._held_at)
        self._restoring = False
        followed, focus = self._followed, QApplication.focusWidget()
        if followed is not None and isValid(followed) and focus and _has(followed, focus):
            self._reveal(followed, min(followed.height(), scaled(_FIRST_LINES)))
            if followed is self._held:
                self._held_at = self._top(followed)

    def _top(self, part: QWidget) -> int:
        return part.mapTo(self._content, QPoint()).y() - self.verticalScrollBar().value()


def _has(part: QWidget, focus: QWidget) -> bool:
    return part is focus or part.isAncestorOf(focus)
