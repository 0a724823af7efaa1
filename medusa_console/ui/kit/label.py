"""Labels that show text literally, never as markup."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QEvent, QPointF, QSize, Qt
from PySide6.QtGui import (
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QLabel, QSizePolicy, QStyle

from medusa_console.ui.kit.drawing import own_direction
from medusa_console.ui.kit.style import set_style
from medusa_console.ui.kit.text import LONGEST, shown, tooltip
from medusa_console.ui.kit.theme import scaled

_LINE = 420
_NARROWEST = 80
# Laying out more would hold up the window.
_LONGEST_WRAPPED = 2_000
_MOST_HEIGHTS = 8


class PlainLabel(QLabel):
    """A label for text from the server or the user: plain, with invisible characters written out.

    `role` is one of the style sheet's: title, card, strong, muted, secondary, error, danger,
    caution, good. `wrap` allows several lines; a word longer than a line is broken, so that no text
    can push other text out of sight. Text longer than `limit` characters is cut.
    """

    def __init__(
        self,
        text: str = "",
        *,
        role: str = "",
        wrap: bool = False,
        name: str = "",
        limit: int = 0,
    ) -> None:
        super().__init__()
        self._limit = limit or (_LONGEST_WRAPPED if wrap else LONGEST)
        self._heights: dict[int, int] = {}  # by width; layouts ask for the same ones many times
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wrap)
        self.setObjectName(name)
        if role:
            set_style(self, role=role)
        self.setText(text)

    def _wrapped(self, width: float) -> tuple[QTextLayout, float]:
        """The text laid out in lines of `width`, and its height."""
        text = self.text().replace("\n", "\u2028")
        layout = QTextLayout(text, self.font())
        side = QStyle.visualAlignment(self.layoutDirection(), self.alignment())
        option = QTextOption(side | Qt.AlignmentFlag.AlignAbsolute)
        # The text's own direction: an English date stays one in a window from right to left.
        option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.beginLayout()
        height = 0.0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(1.0, width))
            line.setPosition(QPointF(0, height))
            height += line.height()
        layout.endLayout()
        return layout, height

    def _draw_line(self, painter: QPainter, text: str) -> None:
        side = QStyle.visualAlignment(self.layoutDirection(), self.alignment())
        kind = int(Qt.TextFlag.TextSingleLine) | int(own_direction(text))
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.drawText(self.contentsRect(), int(side) | kind, text)

    def _frame(self) -> QSize:
        """The part of the label's size that its margins take."""
        return self.size() - self.contentsRect().size()

    # Qt overrides

    def setText(self, text: str) -> None:  # noqa: N802
        """Show `text`; line breaks are kept only if the label may wrap."""
        self._heights.clear()
        cut = text[: self._limit]
        lines = cut.split("\n") if self.wordWrap() else [cut]
        written = "\n".join(shown(line, limit=None) for line in lines)
        most = max(self._limit, _LONGEST_WRAPPED)  # an invisible character is written as eight
        whole = len(text) <= self._limit and len(written) <= most
        super().setText(written if whole else f"{written[:most]}…")

    def heightForWidth(self, width: int) -> int:  # noqa: N802
        if not self.wordWrap():
            return super().heightForWidth(width)
        height = self._heights.get(width)
        if height is None:
            if len(self._heights) >= _MOST_HEIGHTS:
                self._heights.clear()
            frame = self._frame()
            height = ceil(self._wrapped(width - frame.width())[1]) + frame.height()
            self._heights[width] = height
        return height

    def sizeHint(self) -> QSize:  # noqa: N802
        if not self.wordWrap():
            return super().sizeHint()
        self.ensurePolished()
        natural = max(map(self.fontMetrics().horizontalAdvance, self.text().split("\n")))
        width = min(natural + self._frame().width() + 1, scaled(_LINE))
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        if not self.wordWrap():
            return super().minimumSizeHint()
        hint = self.sizeHint()
        return QSize(min(_NARROWEST, hint.width()), self.fontMetrics().height())

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        self._heights.clear()  # the font or the style has changed
        super().changeEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        painter = QPainter(self)
        if not self.wordWrap():
            # Qt would lay English on the left of a window that is laid out from right to left.
            self._draw_line(painter, self.text())
            return
        room = self.contentsRect()
        layout, height = self._wrapped(room.width())
        top = float(room.top())
        if not self.alignment() & Qt.AlignmentFlag.AlignTop:
            top += max(0.0, (room.height() - height) / 2)
        painter.setPen(self.palette().color(self.foregroundRole()))
        layout.draw(painter, QPointF(room.left(), top))


class ElidedLabel(PlainLabel):
    """One line that ends in … where space ends; the tooltip then has the whole text."""

    def __init__(self, text: str = "", *, role: str = "", name: str = "") -> None:
        super().__init__(text, role=role, name=name)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    # Qt overrides

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        return QSize(24, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        cut = self.fontMetrics().horizontalAdvance(self.text()) > self.contentsRect().width()
        self.setToolTip(tooltip(self.text()) if cut else "")

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        width = self.contentsRect().width()
        text = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, width)
        self._draw_line(QPainter(self), text)
