"""An area that scrolls up and down, for content that may be higher than its place."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QFrame, QWidget

from medusa_console.ui.kit import bounded_area
from medusa_console.ui.kit.field import Field
from medusa_console.ui.kit.theme_tokens import TWELVE

_MOST_NESTED: Final = 8


class ScrollArea(bounded_area.QWidget):
    """Has no frame and takes no focus; its content is as wide as the area."""

    def __init__(self) -> None:
        super().__init__()
        self._nested = 0
        # With a viewport of Qt's own, PySide would create all its widget classes before the first
        # paint.
        self.setViewport(QWidget())
        self.viewport().lower()  # read before the scroll bars
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def show_focus(self) -> None:
        """Scroll to what has the focus, with the hint and the error of its field if there is room
        for them."""
        content, focus = self.widget(), self.window().focusWidget()
        if focus is not None and content is not None and content.isAncestorOf(focus):
            # All of it: Qt's own way shows only the cursor of a field.
            part = self._with_error(focus)
            middle = part.mapTo(content, part.rect().center())
            self.ensureVisible(middle.x(), middle.y(), 0, part.height() // 2 + TWELVE)

    def _with_error(self, focus: QWidget) -> QWidget:
        part: QWidget | None = focus
        while part is not None and part is not self.widget():
            if isinstance(part, Field) and part.height() + 2 * TWELVE <= self.viewport().height():
                return part
            part = part.parentWidget()
        return focus

    # Qt overrides

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Qt resizes the content within its resizing. Texts that break anew each time would keep
        that going until the stack ends, and the program with it."""
        if event.type() != QEvent.Type.Resize:
            return super().eventFilter(watched, event)
        if self._nested >= _MOST_NESTED:
            return False
        self._nested += 1
        try:
            return super().eventFilter(watched, event)
        finally:
            self._nested -= 1
