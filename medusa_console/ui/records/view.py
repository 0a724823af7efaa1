"""The table and its header: a QTableView that behaves like a list of records."""

from __future__ import annotations

from typing import Generic

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFocusEvent, QFont, QKeyEvent, QMouseEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QStyle, QTableView

from medusa_console.domain.preferences import Density
from medusa_console.ui.kit import resources
from medusa_console.ui.kit.theme import body_size, scaled, tokens
from medusa_console.ui.kit.theme_tokens import FOUR, ROW_HEIGHTS
from medusa_console.ui.records.cells import CELL_PADDING, CellDelegate
from medusa_console.ui.records.column import R
from medusa_console.ui.records.model import RowsModel

_SORT_ICON = 14
_MOST_SHRUNK = 0.65
# Columns up to this many characters hold keys or dates, which are useless when cut, like states.
_SHORT = 13
_Index = QModelIndex | QPersistentModelIndex
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class RowsView(QTableView, Generic[R]):
    """Selects whole rows. Home and End go to the first and last row; typing does nothing.

    Signals:
        chosen(number): Enter or a double click on the row at position `number`.
    """

    chosen = Signal(int)

    def __init__(self, model: RowsModel[R], density: Density) -> None:
        super().__init__()
        self._rows = model
        self._covered = 0
        self.header = SortHeader(model)
        self.setHorizontalHeader(self.header)
        self.setModel(model)
        self._cells = CellDelegate(model, self)
        self.setItemDelegate(self._cells)
        self.setShowGrid(False)
        self.setMouseTracking(True)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.set_density(density)
        self.size_columns()
        self.doubleClicked.connect(lambda index: self.chosen.emit(index.row()))

    def set_density(self, density: Density) -> None:
        """Set the height of all rows."""
        height = ROW_HEIGHTS[density]
        self.verticalHeader().setMinimumSectionSize(height)
        self.verticalHeader().setDefaultSectionSize(scaled(height))
        self.verticalScrollBar().setSingleStep(scaled(height))

    def set_covered(self, height: int) -> None:
        """Something covers so much of the lower edge: rows can be scrolled out from under it, and
        the current row is."""
        if height != self._covered:
            self._covered = height
            self.updateGeometries()
            if self.currentIndex().isValid():
                self._keep_clear(self.currentIndex())

    def _keep_clear(self, index: _Index) -> None:
        """Scroll `index` out from under what covers the lower edge."""
        hidden = self.visualRect(index).bottom() + 1 - (self.viewport().height() - self._covered)
        if 0 < hidden <= self._covered:
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + hidden)

    def visible_rows(self) -> range:
        """The positions of the visible rows."""
        count = self._rows.count
        if not count:
            return range(0)
        first = max(0, self.rowAt(0))
        last = self.rowAt(self.viewport().height() - 1)
        return range(first, (count if last < 0 else last + 1))

    def selected_positions(self) -> list[int]:
        """The positions of the selected rows that are loaded, ascending."""
        spans = self._selected_spans()
        return [n for n in self._rows.positions if any(top <= n <= end for top, end in spans)]

    def _selected_spans(self) -> list[tuple[int, int]]:
        selection = self.selectionModel().selection()
        spans = [selection.at(n) for n in range(selection.count())]
        return [(span.top(), span.bottom()) for span in spans]

    def _select_only(self, positions: list[int]) -> None:
        selection = QItemSelection()
        last_column = len(self._rows.columns) - 1
        for first, last in _runs(positions):
            selection.select(self._rows.index(first, 0), self._rows.index(last, last_column))
        self.selectionModel().select(selection, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def size_columns(self) -> None:
        """Set the width of every column; in a narrow window, long columns shrink."""
        room = self.viewport().width()
        elastic = {}
        for number, column in enumerate(self._rows.columns):
            width = round(column.characters * body_size() * 0.56) + 2 * CELL_PADDING
            if column.stretch:
                self.header.setSectionResizeMode(number, QHeaderView.ResizeMode.Stretch)
            elif not self.isColumnHidden(number):
                self.setColumnWidth(number, width)
                if column.characters > _SHORT and column.pill is None:
                    elastic[number] = width
                    continue
            if not self.isColumnHidden(number):
                room -= width
        share = room / max(1, sum(elastic.values()))
        for number, width in elastic.items():
            self.setColumnWidth(number, round(width * min(1.0, max(_MOST_SHRUNK, share))))

    def _hover(self, row: int) -> None:
        if row == self._cells.hovered:
            return
        self._cells.hovered = row
        self.viewport().update()

    def _current_row(self) -> QPoint:
        """The middle of the current row at the leading edge, in the viewport."""
        return QPoint(0, self.visualRect(self.currentIndex()).center().y())

    # -- Qt ---------------------------------------------------------------------------------

    def updateGeometries(self) -> None:  # noqa: N802
        bar = self.verticalScrollBar()
        at = bar.value()
        super().updateGeometries()
        if self._covered:
            missing = self.verticalHeader().length() + self._covered - self.viewport().height()
            bar.setMaximum(max(0, missing))
            bar.setValue(at)

    def scrollTo(  # noqa: N802
        self,
        index: _Index,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        super().scrollTo(index, hint)
        if self._covered:
            self._keep_clear(index)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Keep the current row visible when parts above or below the table take space."""
        before = QRect(QPoint(), event.oldSize())
        in_sight = before.contains(self._current_row())
        super().resizeEvent(event)
        self.size_columns()
        if in_sight and not self.viewport().rect().contains(self._current_row()):
            self.scrollTo(self.currentIndex())

    def selectionChanged(  # noqa: N802
        self, selected: QItemSelection, deselected: QItemSelection
    ) -> None:
        """Among several rows, keep only loaded rows selected: the user has not seen the others."""
        super().selectionChanged(selected, deselected)
        total = sum(bottom - top + 1 for top, bottom in self._selected_spans())
        seen = self.selected_positions()
        if total > 1 and len(seen) < total:
            self._select_only(seen)

    def keyboardSearch(self, search: str) -> None:  # noqa: N802
        """Do nothing: only the search field searches."""

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        current = self.currentIndex()
        if event.key() in _ENTER and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            if current.isValid() and not event.isAutoRepeat():
                self.chosen.emit(current.row())
            event.accept()
        elif event.key() == Qt.Key.Key_Slash:
            event.ignore()  # the page moves the focus to its search field
        else:
            super().keyPressEvent(event)

    def moveCursor(  # noqa: N802
        self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        column = max(0, self.currentIndex().column())
        if action == QAbstractItemView.CursorAction.MoveHome:
            return self._rows.index(0, column)
        if action == QAbstractItemView.CursorAction.MoveEnd:
            return self._rows.index(self._rows.count - 1, column)
        return super().moveCursor(action, modifiers)

    def currentChanged(self, current: _Index, previous: _Index) -> None:  # noqa: N802
        super().currentChanged(current, previous)
        self.viewport().update()

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self._rows.count:
            self.selectionModel().setCurrentIndex(
                self._rows.index(max(0, self.rowAt(0)), 0),
                QItemSelectionModel.SelectionFlag.NoUpdate,
            )
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        super().focusOutEvent(event)
        self.viewport().update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        super().mouseMoveEvent(event)
        self._hover(self.rowAt(int(event.position().y())))

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802
        super().leaveEvent(event)
        self._hover(-1)


class SortHeader(QHeaderView, Generic[R]):
    """Shows the column titles and the order. Titles of sortable columns are buttons.

    Signals:
        sort_requested(field): the user wants to sort by `field`, or to reverse its order.
    """

    sort_requested = Signal(str)

    def __init__(self, model: RowsModel[R]) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._rows = model
        self._field = ""
        self._descending = False
        self._under_pointer = -1
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setMinimumSectionSize(48)
        self.setMouseTracking(True)
        self.sectionClicked.connect(self._on_clicked)

    def show_order(self, field: str, *, descending: bool) -> None:
        """Show that the rows are sorted by `field`, the server's name of it."""
        self._field = field
        self._descending = descending
        self.viewport().update()

    def _on_clicked(self, section: int) -> None:
        field = self._rows.columns[section].sort
        if field:
            self.sort_requested.emit(field)

    # -- Qt ---------------------------------------------------------------------------------

    def sizeHint(self) -> QSize:  # noqa: N802
        # The table often asks, and only for the height; the width would measure every title.
        return QSize(0, scaled(34))

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
        active = bool(column.sort) and logicalIndex == self._under_pointer
        sorted_by = bool(column.sort) and column.sort == self._field
        painter.save()
        painter.fillRect(rect, QColor(colours.hover if active else colours.surface))
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), QColor(colours.border))
        font = QFont(self.font())
        font.setPixelSize(round(body_size() * 12 / 13))
        font.setWeight(QFont.Weight.DemiBold if sorted_by else QFont.Weight.Medium)
        painter.setFont(font)
        colour = colours.text if active or sorted_by else colours.muted
        painter.setPen(QColor(colour))
        room = rect.adjusted(CELL_PADDING, 0, -CELL_PADDING, -1)
        sign = _SORT_ICON + FOUR if sorted_by else 0
        text = painter.fontMetrics().elidedText(
            column.title, Qt.TextElideMode.ElideRight, room.width() - sign
        )
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter), text)
        if sorted_by:
            name = "chevron-down" if self._descending else "chevron-up"
            picture = resources.pixmap(name, colour, _SORT_ICON, self.devicePixelRatioF())
            beside = painter.fontMetrics().horizontalAdvance(text) + FOUR
            top = room.center().y() - _SORT_ICON // 2 + 1
            place = QRect(room.left() + beside, top, _SORT_ICON, _SORT_ICON)
            painter.drawPixmap(QStyle.visualRect(self.layoutDirection(), room, place), picture)
        painter.restore()


def _runs(numbers: list[int]) -> list[tuple[int, int]]:
    """The runs of consecutive `numbers`, each as (first, last)."""
    runs: list[tuple[int, int]] = []
    for number in numbers:
        if runs and runs[-1][1] == number - 1:
            runs[-1] = (runs[-1][0], number)
        else:
            runs.append((number, number))
    return runs
