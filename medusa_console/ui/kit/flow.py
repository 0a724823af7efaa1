"""A row of widgets that goes on in a further line where there is no room."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QStyle, QWidget

from medusa_console.ui.kit.theme_tokens import EIGHT, TWELVE


class Flow(QLayout):
    """`leading` at one end of the row and `trailing` at the other end, as long as all of them have
    room beside each other. In several lines all of them are at the trailing end.

    With `from_start`, they begin in several lines at the leading end as well.

    A widget as wide as the whole layout is not made wider; one that is wider is cut to it.
    """

    def __init__(
        self,
        leading: Sequence[QWidget],
        trailing: Sequence[QWidget],
        *,
        from_start: bool = False,
    ) -> None:
        super().__init__()
        self._from_start = from_start
        self._items: list[QLayoutItem] = []
        self._leading = len(leading)
        self.setContentsMargins(0, 0, 0, 0)
        self.setSpacing(TWELVE)
        for widget in (*leading, *trailing):
            self.addWidget(widget)

    def _lines(self, width: int) -> list[list[QLayoutItem]]:
        """The visible items, in lines of at most `width`."""
        lines: list[list[QLayoutItem]] = [[]]
        used = 0
        for item in self._items:
            if item.isEmpty():
                continue
            wide = item.sizeHint().width()
            if lines[-1] and used + self.spacing() + wide > width:
                lines.append([])
            used = used + self.spacing() + wide if lines[-1] else wide
            lines[-1].append(item)
        return lines

    def _height(self, lines: list[list[QLayoutItem]]) -> int:
        heights = [max((i.sizeHint().height() for i in line), default=0) for line in lines]
        return sum(heights) + EIGHT * (len(heights) - 1)

    def _place(self, line: list[QLayoutItem], room: QRect, leading: int) -> None:
        """Put the first `leading` items of `line` at one end of `room`, the others at the other."""
        widths = [min(item.sizeHint().width(), room.width()) for item in line]
        left = room.left()
        rest = sum(widths[leading:]) + self.spacing() * max(0, len(line) - leading - 1)
        for number, (item, wide) in enumerate(zip(line, widths, strict=True)):
            if number == leading:
                left = room.right() + 1 - rest
            place = QRect(QPoint(left, room.top()), QSize(wide, item.sizeHint().height()))
            place.moveTop(room.top() + (room.height() - place.height()) // 2)
            item.setGeometry(QStyle.visualRect(self._direction(), room, place))
            left += wide + self.spacing()

    def _direction(self) -> Qt.LayoutDirection:
        parent = self.parentWidget()
        return parent.layoutDirection() if parent is not None else Qt.LayoutDirection.LeftToRight

    # Qt overrides

    def addItem(self, item: QLayoutItem) -> None:  # noqa: N802
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:  # noqa: N802
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:  # noqa: N802
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:  # noqa: N802
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:  # noqa: N802
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802
        margins = self.contentsMargins()
        lines = self._lines(width - margins.left() - margins.right())
        return self._height(lines) + margins.top() + margins.bottom()

    def sizeHint(self) -> QSize:  # noqa: N802
        hints = [item.sizeHint() for item in self._items if not item.isEmpty()]
        wide = sum(hint.width() for hint in hints) + self.spacing() * max(0, len(hints) - 1)
        return self._with_margins(QSize(wide, max((hint.height() for hint in hints), default=0)))

    def minimumSize(self) -> QSize:  # noqa: N802
        hints = [item.sizeHint() for item in self._items if not item.isEmpty()]
        wide = max((hint.width() for hint in hints), default=0)
        return self._with_margins(QSize(wide, max((hint.height() for hint in hints), default=0)))

    def setGeometry(self, rect: QRect) -> None:  # noqa: N802
        super().setGeometry(rect)
        room = rect.marginsRemoved(self.contentsMargins())
        lines = self._lines(room.width())
        hidden = [item.isEmpty() for item in self._items[: self._leading]]
        one_line = len(lines) == 1
        top = room.top()
        for line in lines:
            height = max((item.sizeHint().height() for item in line), default=0)
            leading = hidden.count(False) if one_line else len(line) * self._from_start
            self._place(line, QRect(room.left(), top, room.width(), height), leading)
            top += height + EIGHT

    def _with_margins(self, size: QSize) -> QSize:
        margins = self.contentsMargins()
        return size + QSize(margins.left() + margins.right(), margins.top() + margins.bottom())
