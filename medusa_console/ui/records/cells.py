"""Draws the cells of a table: text, icons and pills, selection, hover and focus."""

from __future__ import annotations

from typing import Final, Generic

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QHelpEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QToolTip,
)

from medusa_console.ui.kit import resources
from medusa_console.ui.kit.drawing import draw_line, drawing
from medusa_console.ui.kit.status_pill import paint_pill, pill_width
from medusa_console.ui.kit.text import shown, tooltip
from medusa_console.ui.kit.theme import fixed_font, scaled, tokens
from medusa_console.ui.kit.theme_tokens import ACCENT_BAR, EIGHT
from medusa_console.ui.records.column import CellStyle, Column, R
from medusa_console.ui.records.model import RowsModel

RING: Final = 2

_PADDING = 10
_ICON = 16
_BAR_HEIGHT = 8
# The lengths of the grey bars, as shares of their cells: they should not look like a chart.
_BARS = (0.72, 0.5, 0.86, 0.6, 0.78)
_SELECTED = QStyle.StateFlag.State_Selected
_Index = QModelIndex | QPersistentModelIndex


def cell_padding() -> int:
    """The space at both ends of a cell."""
    return scaled(_PADDING)


def icon_room() -> int:
    """The space that the icon before a text takes."""
    return scaled(_ICON) + EIGHT


def cell_font(style: CellStyle, base: QFont) -> QFont:
    """The font of a cell in a table with the font `base`."""
    if style is CellStyle.CODE:
        return fixed_font()
    font = QFont(base)
    if style is CellStyle.STRONG:
        font.setWeight(QFont.Weight.Medium)
    return font


def text_width(column: Column[R], text: str, base: QFont, style: CellStyle) -> int:
    """The width of a cell that shows `text` whole."""
    if column.pill is not None:
        return pill_width(text, base) + 2 * cell_padding()
    icon = icon_room() if column.icon is not None else 0
    metrics = QFontMetrics(cell_font(style, base))
    return metrics.horizontalAdvance(text) + icon + 2 * cell_padding() + 1


class _Look:
    """What all cells of one painting share; asked for each cell, it would take as long as they."""

    def __init__(self, table: QTableView) -> None:
        colours = tokens()
        header = table.horizontalHeader()
        sections = [n for n in range(header.count()) if not header.isSectionHidden(n)]
        self.last_column = max(sections, default=0)
        # A row that is marked as new is higher than others, and its mark stands below.
        self.height = table.verticalHeader().defaultSectionSize()
        self.padding = cell_padding()
        self.accent = QColor(colours.accent)
        self.accent_soft = QColor(colours.accent_soft)
        self.hover = QColor(colours.hover)
        self.border = QColor(colours.border)
        self.muted = colours.muted
        self.inks = {
            CellStyle.QUIET: QColor(colours.muted),
            CellStyle.CODE: QColor(colours.muted),
            CellStyle.STRONG: QColor(colours.text),
            CellStyle.CAUTION: QColor(colours.caution),
        }
        self.fonts = {style: cell_font(style, table.font()) for style in CellStyle}
        self.focused_row = table.currentIndex().row() if table.hasFocus() else -1
        self.selects = table.selectionModel().hasSelection()


class CellDelegate(QStyledItemDelegate, Generic[R]):
    """Draws all cells of a table as their columns describe."""

    def __init__(self, model: RowsModel[R], table: QTableView) -> None:
        super().__init__(table)
        self._model = model
        self._table = table
        self._look = _Look(table)
        self.hovered = -1

    def begin_painting(self) -> None:
        """The cells are about to be painted: look at what they share."""
        self._look = _Look(self._table)

    def paint_bar(
        self, painter: QPainter, cell: QRect, row: int, column: int, direction: Qt.LayoutDirection
    ) -> None:
        """Draw a grey bar in the place of a text that is being loaded."""
        room = cell.adjusted(cell_padding(), 0, -cell_padding(), -1)
        share = _BARS[(row * 3 + column * 2) % len(_BARS)]
        height = scaled(_BAR_HEIGHT)
        bar = QRect(
            room.left(),
            room.center().y() - height // 2 + 1,
            round(room.width() * share),
            height,
        )
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens().neutral_soft))
        painter.drawRoundedRect(QStyle.visualRect(direction, room, bar), height / 2, height / 2)

    def _style(self, column: Column[R], row: R) -> CellStyle:
        return column.style(row) if callable(column.style) else column.style

    def _needed(self, option: QStyleOptionViewItem, index: _Index) -> int:
        """The width at which nothing of the cell is cut."""
        column, row = self._model.columns[index.column()], self._model.row_at(index.row())
        if row is None:
            return 0
        style = self._style(column, row)
        return text_width(column, str(index.data() or ""), option.font, style)

    # Qt overrides

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:  # noqa: N802
        return QSize(self._needed(option, index), super().sizeHint(option, index).height())

    def helpEvent(  # noqa: N802
        self,
        event: QHelpEvent,
        view: QAbstractItemView,
        option: QStyleOptionViewItem,
        index: _Index,
    ) -> bool:
        """Show a tooltip only where it tells more than the cell."""
        told = index.data(Qt.ItemDataRole.ToolTipRole)
        plain = told == tooltip(str(index.data() or ""))
        if plain and self._needed(option, index) <= option.rect.width():
            QToolTip.hideText()
            return True
        return super().helpEvent(event, view, option, index)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        with drawing(painter):
            self._paint_ground(painter, option, index)
            self._paint_content(painter, option, index)

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        look, rect = self._look, option.rect
        row, column = index.row(), index.column()
        selected = bool(option.state & _SELECTED)
        if selected:
            painter.fillRect(rect, look.accent_soft)
        elif row == self.hovered:
            painter.fillRect(rect, look.hover)
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), look.border)
        if selected and column == 0:
            bar = QRect(rect.left(), rect.top(), scaled(ACCENT_BAR), rect.height())
            painter.fillRect(QStyle.visualRect(option.direction, rect, bar), look.accent)
        if row == look.focused_row and (selected or look.selects):
            self._paint_ring(painter, rect, column)

    def _paint_ring(self, painter: QPainter, rect: QRect, column: int) -> None:
        """Draw the cell's part of the ring around the focused row."""
        inner = rect.adjusted(0, RING, 0, -RING)
        sides = [
            QRect(rect.left(), rect.top(), rect.width(), RING),
            QRect(rect.left(), inner.bottom() + 1, rect.width(), RING),
        ]
        if column == 0:
            sides.append(QRect(rect.left(), rect.top(), RING, rect.height()))
        if column == self._look.last_column:
            sides.append(QRect(rect.right() - RING + 1, rect.top(), RING, rect.height()))
        for side in sides:
            side = QStyle.visualRect(self._table.layoutDirection(), rect, side)
            painter.fillRect(side, self._look.accent)

    def _paint_content(
        self, painter: QPainter, option: QStyleOptionViewItem, index: _Index
    ) -> None:
        look = self._look
        column = self._model.columns[index.column()]
        row = self._model.row_at(index.row())
        cell = QRect(option.rect.topLeft(), QSize(option.rect.width(), look.height))
        if row is None:
            self.paint_bar(painter, cell, index.row(), index.column(), option.direction)
            return
        room = cell.adjusted(look.padding, 0, -look.padding, -1)
        if column.pill is not None and (pill := column.pill(row)) is not None:
            mark = column.mark(row) if column.mark is not None else ""
            paint_pill(painter, room, pill, option.font, option.direction, mark)
            return
        if column.icon is not None and (name := column.icon(row)):
            room = _paint_icon(painter, room, name, look.muted, option)
        style = self._style(column, row)
        painter.setFont(look.fonts[style])
        painter.setPen(look.inks[style])
        draw_line(painter, room, shown(column.text(row)), option.direction)


def _paint_icon(
    painter: QPainter, room: QRect, name: str, colour: str, option: QStyleOptionViewItem
) -> QRect:
    """Draw the icon at the leading edge of `room`; return the rest of `room`."""
    size = scaled(_ICON)
    picture = resources.pixmap(name, colour, size, painter.device().devicePixelRatio())
    place = QRect(room.left(), room.center().y() - size // 2 + 1, size, size)
    painter.drawPixmap(QStyle.visualRect(option.direction, room, place), picture)
    return QStyle.visualRect(option.direction, room, room.adjusted(icon_room(), 0, 0, 0))
