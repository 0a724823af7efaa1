"""An input for a code of six digits, shown as six boxes."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QFont, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy

from medusa_console.domain.mfa import DIGITS, digits_of
from medusa_console.ui.kit.drawing import drawing
from medusa_console.ui.kit.line_edit import LineEdit, Refusal
from medusa_console.ui.kit.theme import body_size, scaled, tokens
from medusa_console.ui.kit.theme_tokens import EIGHT, RADIUS

_BOX_WIDTH: Final = 44
_NARROWEST_BOX: Final = 24
_BOX_HEIGHT: Final = 44
_LETTER_SHARE: Final = 1.5
"""Of the body's size."""


class CodeBoxes(LineEdit):
    """One line for whoever types, pastes or listens; six boxes for the eye.

    Spaces and hyphens between digits are left out. A text that is no code is refused. A digit
    replaces the one in its box, and six digits replace all.

    Signals:
        completed: the sixth digit has come.
    """

    completed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setMaxLength(DIGITS)
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # as numbers are written everywhere
        self.setInputMethodHints(
            Qt.InputMethodHint.ImhDigitsOnly | Qt.InputMethodHint.ImhSensitiveData
        )
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setDragEnabled(False)
        self.setProperty("ownFocus", True)
        self.textChanged.connect(self._on_changed)
        self.cursorPositionChanged.connect(lambda: self.update())
        self.selectionChanged.connect(self.update)

    def admit(self, text: str) -> bool:
        """Insert the digits of `text` here, or refuse it."""
        digits = digits_of(text)
        if digits is None:
            self.refused.emit(Refusal.NOT_DIGITS)
        elif len(digits) > DIGITS:
            self.refused.emit(Refusal.NOT_SIX)
        elif digits:
            self._insert(digits)
        return False

    def _insert(self, digits: str) -> None:
        place = self.cursorPosition()
        if len(digits) == DIGITS:
            self.selectAll()
        elif not self.hasSelectedText() and (behind := len(self.text()) - place):
            self.setSelection(place, min(len(digits), behind))
        room = DIGITS - len(self.text()) + self.selectionLength()
        if room:
            self.insert(digits[:room])

    def _on_changed(self, text: str) -> None:
        digits = digits_of(text)
        if digits != text:  # an assistive program has written it
            self.setText(digits or "")
            if digits is None:  # told after whoever takes this for typing
                QTimer.singleShot(0, self, lambda: self.refused.emit(Refusal.NOT_DIGITS))
        elif len(text) == DIGITS:
            self.completed.emit()

    # The boxes

    def _boxes(self) -> list[QRect]:
        gap = scaled(EIGHT)
        width = min(scaled(_BOX_WIDTH), (self.width() - (DIGITS - 1) * gap) // DIGITS)
        start, holder = 0, self.parentWidget()
        if holder is not None and holder.isRightToLeft():
            start = self.width() - DIGITS * width - (DIGITS - 1) * gap
        return [
            QRect(start + number * (width + gap), 0, width, self.height())
            for number in range(DIGITS)
        ]

    def _place_at(self, point: QPoint) -> int:
        before = sum(box.right() < point.x() for box in self._boxes())
        return min(before, len(self.text()))

    def _edge(self, number: int) -> QPen:
        colours = tokens()
        if self.property("invalid"):
            colour = colours.danger
        elif not self.isEnabled() or self.isReadOnly():
            colour = colours.border
        else:
            colour = colours.control
        place = min(self.cursorPosition(), DIGITS - 1)
        if self.hasFocus() and not self.isReadOnly() and number == place:
            return QPen(QColor(colours.accent), 2)
        return QPen(QColor(colour), 1)

    def _paint_box(self, painter: QPainter, number: int, box: QRect) -> None:
        colours, text = tokens(), self.text()
        start = self.selectionStart()
        selected = start >= 0 and start <= number < start + self.selectionLength()
        quiet = not self.isEnabled() or self.isReadOnly()
        ground = colours.neutral_soft if quiet else colours.raised
        pen = self._edge(number)
        painter.setPen(pen)
        painter.setBrush(QColor(colours.accent_soft if selected else ground))
        half = pen.widthF() / 2
        painter.drawRoundedRect(QRectF(box).adjusted(half, half, -half, -half), RADIUS, RADIUS)
        painter.setPen(QColor(colours.text if self.isEnabled() else colours.disabled))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text[number : number + 1])

    # Qt overrides

    def sizeHint(self) -> QSize:  # noqa: N802
        return self._size(_BOX_WIDTH)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        return self._size(_NARROWEST_BOX)

    def _size(self, box: int) -> QSize:
        return QSize(DIGITS * scaled(box) + (DIGITS - 1) * scaled(EIGHT), scaled(_BOX_HEIGHT))

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        painter = QPainter(self)
        with drawing(painter):
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            font = QFont(self.font())
            font.setPixelSize(round(body_size() * _LETTER_SHARE))
            painter.setFont(font)
            for number, box in enumerate(self._boxes()):
                self._paint_box(painter, number, box)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        if event.button() is Qt.MouseButton.LeftButton:
            self.setCursorPosition(self._place_at(event.position().toPoint()))
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        event.accept()  # Qt would select by the places of its own letters

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        self.selectAll()
        event.accept()
