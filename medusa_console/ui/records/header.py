"""The header of a table: column titles, the order, and where columns can be dragged."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Generic

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QHelpEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QHeaderView, QStyle, QToolTip

from medusa_console.domain.preferences import NARROWEST_COLUMN
from medusa_console.ui.kit import resources
from medusa_console.ui.kit.drawing import draw_line
from medusa_console.ui.kit.text import tooltip
from medusa_console.ui.kit.theme import body_size, scaled, tokens
from medusa_console.ui.kit.theme_tokens import FOUR
from medusa_console.ui.records.cells import cell_padding
from medusa_console.ui.records.column import Column, R
from medusa_console.ui.records.model import RowsModel

_HEIGHT = 34
_SORT_ICON = 14


def header_font(base: QFont, *, strong: bool) -> QFont:
    """The font of a table's column titles."""
    font = QFont(base)
    font.setPixelSize(round(body_size() * 12 / 13))
    font.setWeight(QFont.Weight.DemiBold if strong else QFont.Weight.Medium)
    return font


class SortHeader(QHeaderView, Generic[R]):
    """Shows the column titles and the order. Titles of sortable columns are buttons.

    Signals:
        sort_requested(field): the user wants to sort by `field`, or to reverse its order.
        moved(keys): the user has dragged a column; the keys of all columns, in their new order.
        let_go: the mouse button has come up; it was `held` since it went down on the header.
    """

    sort_requested = Signal(str)
    moved = Signal(object)
    let_go = Signal()

    def __init__(self, model: RowsModel[R]) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._rows = model
        self._field = ""
        self._descending = False
        self._under_pointer = -1
        self._putting = False
        self.held = False
        self.setSectionsMovable(True)
        self.setFirstSectionMovable(False)  # a row is known by it
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setMinimumSectionSize(scaled(NARROWEST_COLUMN))
        self.setMouseTracking(True)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self.sectionClicked.connect(self._on_clicked)
        self.sectionMoved.connect(self._on_moved)

    def show_order(self, field: str, *, descending: bool) -> None:
        """Show that the rows are sorted by `field`, the server's name of it."""
        self._field = field
        self._descending = descending
        self.viewport().update()

    def title_width(self, column: Column[R]) -> int:
        """The width at which the title of `column` is whole."""
        metrics = QFontMetrics(header_font(self.font(), strong=True))
        sign = scaled(_SORT_ICON) + FOUR if column.sort else 0
        return metrics.horizontalAdvance(column.title) + sign + 2 * cell_padding() + 1

    def put(self, keys: Sequence[str]) -> None:
        """Show the columns in this order."""
        numbers = {column.key: number for number, column in enumerate(self._rows.columns)}
        self._putting = True
        for place, key in enumerate(keys):
            self.moveSection(self.visualIndex(numbers[key]), place)
        self._putting = False

    def visible(self) -> list[int]:
        """The numbers of the visible columns, in the order in which they are shown."""
        sections = map(self.logicalIndex, range(self.count()))
        return [section for section in sections if not self.isSectionHidden(section)]

    def _on_moved(self) -> None:
        if self._putting:
            return
        sections = map(self.logicalIndex, range(self.count()))
        self.moved.emit([self._rows.columns[section].key for section in sections])

    def _on_clicked(self, section: int) -> None:
        field = self._rows.columns[section].sort
        if field:
            self.sort_requested.emit(field)

    # Qt overrides

    def sizeHint(self) -> QSize:  # noqa: N802
        # The table often asks, and only for the height; the width would measure every title.
        return QSize(0, scaled(_HEIGHT))

    def viewportEvent(self, event: QEvent) -> bool:  # noqa: N802
        if isinstance(event, QHelpEvent):
            section = self.logicalIndexAt(event.pos())
            column = self._rows.columns[section] if section >= 0 else None
            if column is not None and self.sectionSize(section) < self.title_width(column):
                QToolTip.showText(event.globalPos(), tooltip(column.title), self)
            else:
                QToolTip.hideText()
            return True
        return super().viewportEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        self.held = True
        super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        self.held = True  # between two columns, it gives the first what it needs
        super().mouseDoubleClickEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        super().mouseReleaseEvent(event)
        self.held = False
        self.let_go.emit()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        super().mouseMoveEvent(event)
        self._under_pointer = self.logicalIndexAt(event.position().toPoint())
        self.viewport().update()

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802
        super().leaveEvent(event)
        self._under_pointer = -1
        self.viewport().update()

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:  # noqa: N802, N803
        column = self._rows.columns[logicalIndex]
        colours = tokens()
        direction = self.layoutDirection()
        active = bool(column.sort) and logicalIndex == self._under_pointer
        sorted_by = bool(column.sort) and column.sort == self._field
        painter.save()
        painter.fillRect(rect, QColor(colours.hover if active else colours.surface))
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), QColor(colours.border))
        last = self.visible()[-1]
        if self._under_pointer >= 0 and logicalIndex != last:  # where a column can be dragged
            edge = rect.adjusted(rect.width() - 1, rect.height() // 4, 0, -rect.height() // 4)
            painter.fillRect(QStyle.visualRect(direction, rect, edge), QColor(colours.control))
        painter.setFont(header_font(self.font(), strong=sorted_by))
        colour = colours.text if active or sorted_by else colours.muted
        painter.setPen(QColor(colour))
        room = rect.adjusted(cell_padding(), 0, -cell_padding(), -1)
        size = scaled(_SORT_ICON)
        sign = size + FOUR if sorted_by else 0
        words = QStyle.visualRect(direction, room, room.adjusted(0, 0, -sign, 0))
        width = draw_line(painter, words, column.title, direction)
        if sorted_by:
            name = "chevron-down" if self._descending else "chevron-up"
            picture = resources.pixmap(name, colour, size, self.devicePixelRatioF())
            top = room.center().y() - size // 2 + 1
            place = QRect(room.left() + width + FOUR, top, size, size)
            painter.drawPixmap(QStyle.visualRect(direction, room, place), picture)
        painter.restore()
