"""Draws the cells of a table: text, icons and pills, selection, hover and focus."""

from __future__ import annotations

from typing import Final, Generic

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from medusa_console.ui.kit import resources
from medusa_console.ui.kit.drawing import drawing
from medusa_console.ui.kit.status_pill import paint_pill
from medusa_console.ui.kit.theme import fixed_font, tokens
from medusa_console.ui.kit.theme_tokens import ACCENT_BAR, EIGHT
from medusa_console.ui.records.column import CellStyle, R
from medusa_console.ui.records.model import RowsModel

CELL_PADDING: Final = 10

_ICON = 16
_RING = 2
_Index = QModelIndex | QPersistentModelIndex


class CellDelegate(QStyledItemDelegate, Generic[R]):
    """Draws all cells of a table as their columns describe."""

    def __init__(self, model: RowsModel[R], table: QTableView) -> None:
        super().__init__(table)
        self._model = model
        self._table = table
        self.hovered = -1

    # -- Qt ---------------------------------------------------------------------------------

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:  # noqa: N802
        hint = super().sizeHint(option, index)
        return QSize(hint.width() + 2 * CELL_PADDING, hint.height())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        with drawing(painter):
            self._paint_ground(painter, option, index)
            self._paint_content(painter, option, index)

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        colours = tokens()
        rect = option.rect
        table = self._table
        first = table.horizontalHeader().logicalIndex(0) == index.column()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, QColor(colours.accent_soft))
        elif index.row() == self.hovered:
            painter.fillRect(rect, QColor(colours.hover))
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), QColor(colours.border))
        if first and option.state & QStyle.StateFlag.State_Selected:
            bar = QRect(rect.left(), rect.top(), ACCENT_BAR, rect.height())
            bar = QStyle.visualRect(option.direction, rect, bar)
            painter.fillRect(bar, QColor(colours.accent))
        if table.hasFocus() and table.currentIndex().row() == index.row():
            self._paint_ring(painter, rect, index.column(), first=first)

    def _paint_ring(self, painter: QPainter, rect: QRect, column: int, *, first: bool) -> None:
        """Draw the cell's part of the ring around the focused row."""
        header = self._table.horizontalHeader()
        visible = [n for n in range(header.count()) if not header.isSectionHidden(n)]
        last = max(visible, key=header.visualIndex) == column
        inner = rect.adjusted(0, _RING, 0, -_RING)
        sides = [
            QRect(rect.left(), rect.top(), rect.width(), _RING),
            QRect(rect.left(), inner.bottom() + 1, rect.width(), _RING),
        ]
        if first:
            sides.append(QRect(rect.left(), rect.top(), _RING, rect.height()))
        if last:
            sides.append(QRect(rect.right() - _RING + 1, rect.top(), _RING, rect.height()))
        for side in sides:
            side = QStyle.visualRect(self._table.layoutDirection(), rect, side)
            painter.fillRect(side, QColor(tokens().accent))

    def _paint_content(
        self, painter: QPainter, option: QStyleOptionViewItem, index: _Index
    ) -> None:
        column = self._model.columns[index.column()]
        row = self._model.row_at(index.row())
        room = option.rect.adjusted(CELL_PADDING, 0, -CELL_PADDING, -1)
        colours = tokens()
        if row is None:
            painter.setPen(QColor(colours.faint))
            painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter), index.data())
            return
        if column.pill is not None and (pill := column.pill(row)) is not None:
            paint_pill(painter, QRectF(room), pill, option.font, option.direction)
            return
        if column.icon is not None and (name := column.icon(row)):
            room = _paint_icon(painter, room, name, colours.muted, option)
        painter.setFont(_font(column.style, option.font))
        painter.setPen(QColor(colours.text if column.style is CellStyle.STRONG else colours.muted))
        text = painter.fontMetrics().elidedText(
            str(index.data() or ""), Qt.TextElideMode.ElideRight, room.width()
        )
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter), text)


def _font(style: CellStyle, base: QFont) -> QFont:
    if style is CellStyle.CODE:
        return fixed_font()
    font = QFont(base)
    if style is CellStyle.STRONG:
        font.setWeight(QFont.Weight.Medium)
    return font


def _paint_icon(
    painter: QPainter, room: QRect, name: str, colour: str, option: QStyleOptionViewItem
) -> QRect:
    """Draw the icon at the leading edge of `room`; return the rest of `room`."""
    picture = resources.pixmap(name, colour, _ICON, painter.device().devicePixelRatio())
    place = QRect(room.left(), room.center().y() - _ICON // 2 + 1, _ICON, _ICON)
    painter.drawPixmap(QStyle.visualRect(option.direction, room, place), picture)
    return QStyle.visualRect(option.direction, room, room.adjusted(_ICON + EIGHT, 0, 0, 0))
