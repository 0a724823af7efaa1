"""A table of records: rows are selected whole, and columns fit the table's width."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Generic

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QStyle, QTableView

from medusa_console.domain.preferences import NARROWEST_COLUMN, WIDEST_COLUMN, Density
from medusa_console.ui.kit.drawing import draw_line
from medusa_console.ui.kit.enter import ENTER
from medusa_console.ui.kit.theme import body_size, scaled, tokens
from medusa_console.ui.kit.theme_tokens import DESIGN_FONT_SIZE, FOUR, ROW_HEIGHTS
from medusa_console.ui.records.arrangement import Part, arrange
from medusa_console.ui.records.cells import (
    RING,
    CellDelegate,
    cell_padding,
    icon_room,
    text_width,
)
from medusa_console.ui.records.column import CellStyle, Column, R
from medusa_console.ui.records.header import SortHeader, header_font
from medusa_console.ui.records.model import RowsModel

_NOTE_HEIGHT = 20
_FEW_LETTERS = "Warehouse scan"  # twelve letters and what ends a cut text, in any font
_TO_A_ROW = (
    *ENTER,
    Qt.Key.Key_Space,
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
    Qt.Key.Key_PageUp,
    Qt.Key.Key_PageDown,
)
_BY_KEYS = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)
_Index = QModelIndex | QPersistentModelIndex


class RowsView(QTableView, Generic[R]):
    """Selects whole rows. Home and End go to the first and last row; typing does nothing.

    Before the first answer, grey bars stand for the rows. The row with the focus is the selected
    one; while none is selected, the focus is the table's, and shown to whoever uses the keyboard.

    Signals:
        chosen(number): Enter or a double click on the row at position `number`.
        all_requested: the user wants to select every row of the list.
        widths_chosen(widths): the user has dragged columns; all widths that were ever dragged, by
            column, in pixels at the design's font size.
    """

    chosen = Signal(int)
    all_requested = Signal()
    widths_chosen = Signal(object)

    def __init__(self, model: RowsModel[R], density: Density, *, several: bool = False) -> None:
        """`several` rows may be selected; else one."""
        super().__init__()
        self._rows = model
        self._several = several
        self.keeps_unloaded = False  # only the selection of all rows has some that nobody saw
        self._covered = 0
        self._widths: dict[str, int] = {}
        self._hidden: frozenset[str] = frozenset()
        self._parts: tuple[Part, ...] = ()
        self._spare = 0
        self._arranging = False
        self._by_keys = False
        self._tall = False
        self.header = SortHeader(model)
        self.setHorizontalHeader(self.header)
        self.setModel(model)
        self._cells = CellDelegate(model, self)
        self.setItemDelegate(self._cells)
        self.setShowGrid(False)
        # The ground is painted here: with that of the style sheet, Qt would paint every row anew at
        # each step of scrolling, not just those that come into sight.
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setMouseTracking(True)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        modes = QAbstractItemView.SelectionMode
        self.setSelectionMode(modes.ExtendedSelection if several else modes.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.set_density(density)
        self.doubleClicked.connect(lambda index: self.chosen.emit(index.row()))
        self.header.sectionResized.connect(self._on_section_resized)
        self.header.let_go.connect(self._on_released)
        for changed in (model.layoutChanged, model.rowsInserted, model.rowsRemoved):
            changed.connect(self._size_first_row)
        model.modelReset.connect(self._size_first_row)

    def set_density(self, density: Density) -> None:
        """Set the height of all rows."""
        height = ROW_HEIGHTS[density]
        self.verticalHeader().setMinimumSectionSize(height)
        self.verticalHeader().setDefaultSectionSize(scaled(height))
        self.verticalScrollBar().setSingleStep(scaled(height))
        self._size_first_row()

    def set_widths(self, widths: Mapping[str, int]) -> None:
        """Give columns the widths that the user has dragged them to; all others are arranged."""
        if widths != self._widths:
            self._widths = dict(widths)
            self._arrange()

    def set_hidden(self, keys: Collection[str]) -> None:
        """Show all columns but these, as far as there is room for them."""
        if self._hidden != frozenset(keys):
            self._hidden = frozenset(keys)
            self._arrange()

    def leave(self, spare: int) -> None:
        """Decide what there is room for as if the table were `spare` pixels narrower."""
        self._spare = spare
        self._arrange()

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

    def _arrange(self) -> None:
        """Show the columns there is room for, and set their widths."""
        if not self._parts:
            self._parts = tuple(self._measured(column) for column in self._rows.columns)
        # A scroll bar that comes with more rows must not hide a column.
        least = self.width() - self.verticalScrollBar().sizeHint().width() - self._spare
        chosen = {key: _in_pixels(width) for key, width in self._widths.items()}
        parts = [part for part in self._parts if part.key not in self._hidden]
        sizes = arrange(parts, least, self.viewport().width(), chosen)
        self._arranging = True
        for number, part in enumerate(self._parts):
            self.setColumnHidden(number, part.key not in sizes)
            if part.key in sizes:
                self.setColumnWidth(number, sizes[part.key])
        self._arranging = False

    def _measured(self, column: Column[R]) -> Part:
        font = self.font()
        title = self.header.title_width(column)
        style = CellStyle.STRONG if callable(column.style) else column.style

        def widest(*texts: str) -> int:
            return max((text_width(column, text, font, style) for text in texts), default=0)

        width = max(scaled(column.width), title, widest(*column.samples()))
        short = width
        if column is self._rows.columns[0]:
            short = min(width, max(title, widest(_FEW_LETTERS)))
        elif shorts := column.short_samples():
            short = max(title, widest(*shorts))
        most = scaled(column.most)
        return Part(column.key, width, short, most, column.takes_rest, column.gives_way)

    def _on_section_resized(self, section: int, old: int, new: int) -> None:
        """The column after a dragged one gives or takes the difference, so that none leaves the
        table."""
        if self._arranging or not self.header.held:
            return
        visible = self.header.visible()
        following = visible[visible.index(section) + 1 :]
        after = following[0] if following else section
        both = old + (self.columnWidth(after) if following else 0)
        least = self.header.minimumSectionSize()
        width = min(max(new, least), both - least) if following else old
        self._arranging = True
        self.setColumnWidth(section, width)
        if following:
            self.setColumnWidth(after, both - width)
            for number in (section, after):
                key = self._parts[number].key
                self._widths[key] = _in_design(self.columnWidth(number))
        self._arranging = False

    def _on_released(self) -> None:
        self.widths_chosen.emit(dict(self._widths))

    def _size_first_row(self, *_details: object) -> None:
        """Give the row above the others room for its note; Qt moves heights with their rows."""
        rows = self.verticalHeader()
        height = rows.defaultSectionSize()
        if self._tall:
            for row in self._rows.positions:
                if rows.sectionSize(row) != height:
                    rows.resizeSection(row, height)
        self._tall = bool(self._rows.note)
        if self._tall:
            rows.resizeSection(0, height + scaled(_NOTE_HEIGHT))

    def _paint_bars(self, painter: QPainter) -> None:
        height = self.verticalHeader().defaultSectionSize()
        for row in range(self.viewport().height() // height + 1):
            for number in range(len(self._rows.columns)):
                left = self.columnViewportPosition(number)
                cell = QRect(left, row * height, self.columnWidth(number), height)
                if not self.isColumnHidden(number):
                    self._cells.paint_bar(painter, cell, row, number, self.layoutDirection())

    def _paint_note(self, painter: QPainter) -> None:
        """Tell below the first row why it stands there."""
        height = self.verticalHeader().defaultSectionSize()
        top = self.rowViewportPosition(0) + height - scaled(FOUR)
        start = cell_padding() + (icon_room() if self._rows.columns[0].icon else 0)
        line = QRect(0, top, self.viewport().width(), scaled(_NOTE_HEIGHT))
        room = QStyle.visualRect(self.layoutDirection(), line, line.adjusted(start, 0, 0, 0))
        painter.setFont(header_font(self.font(), strong=False))
        painter.setPen(QColor(tokens().accent))
        draw_line(painter, room, self._rows.note, self.layoutDirection())

    def _select_a_row(self) -> bool:
        """If none is selected, select the row where the user was, or the first in sight."""
        if self.selectionModel().hasSelection() or not self._rows.count:
            return False
        row = self.currentIndex().row()
        self.selectRow(row if row >= 0 else max(0, self.rowAt(0)))
        return True

    def _hover(self, row: int) -> None:
        if row == self._cells.hovered:
            return
        self._cells.hovered = row
        self.viewport().update()

    def _current_row(self) -> QPoint:
        """The middle of the current row at the leading edge, in the viewport."""
        return QPoint(0, self.visualRect(self.currentIndex()).center().y())

    # Qt overrides

    def selectRow(self, row: int) -> None:  # noqa: N802
        # Qt's own looks for a column at the edge, where from right to left there is none.
        flags = QItemSelectionModel.SelectionFlag
        index = self._rows.index(row, 0)
        self.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)

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

    def rowsAboutToBeRemoved(  # noqa: N802
        self, parent: _Index, first: int, last: int
    ) -> None:
        """Select no other row in the place of one that goes: the user has not asked for it."""
        goes = not self._several and any(first <= top <= last for top, _ in self._selected_spans())
        super().rowsAboutToBeRemoved(parent, first, last)
        if goes:
            self.clearSelection()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        self._cells.begin_painting()
        with QPainter(self.viewport()) as ground:
            ground.fillRect(event.rect(), QColor(tokens().surface))
        super().paintEvent(event)
        with QPainter(self.viewport()) as painter:
            if not self._rows.count:
                self._paint_bars(painter)
            if self._rows.note:
                self._paint_note(painter)
            if self._has_ring:
                self._paint_ring(painter)

    @property
    def _has_ring(self) -> bool:
        return self._by_keys and self.hasFocus() and not self.selectionModel().hasSelection()

    def _paint_ring(self, painter: QPainter) -> None:
        room = self.viewport().rect()
        for side in (
            QRect(0, 0, room.width(), RING),
            QRect(0, room.bottom() - RING + 1, room.width(), RING),
            QRect(0, 0, RING, room.height()),
            QRect(room.right() - RING + 1, 0, RING, room.height()),
        ):
            painter.fillRect(side, QColor(tokens().accent))

    def scrollContentsBy(self, dx: int, dy: int) -> None:  # noqa: N802
        super().scrollContentsBy(dx, dy)
        if self._has_ring:
            self.viewport().update()  # the ring stays where it is

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._parts = ()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Keep the current row visible when parts above or below the table take space."""
        before = QRect(QPoint(), event.oldSize())
        in_sight = before.contains(self._current_row())
        super().resizeEvent(event)
        self._arrange()
        if in_sight and not self.viewport().rect().contains(self._current_row()):
            self.scrollTo(self.currentIndex())

    def selectionChanged(  # noqa: N802
        self, selected: QItemSelection, deselected: QItemSelection
    ) -> None:
        super().selectionChanged(selected, deselected)
        if not self.keeps_unloaded:
            self.keep_loaded()

    def keep_loaded(self) -> None:
        """Among several rows, keep only loaded rows selected: the user has not seen the others."""
        total = sum(bottom - top + 1 for top, bottom in self._selected_spans())
        seen = self.selected_positions()
        if total > 1 and len(seen) < total:
            self._select_only(seen)

    def selectAll(self) -> None:  # noqa: N802
        """Ask for all rows of the list: most of them may not be loaded."""
        if self._several:
            self.all_requested.emit()

    def keyboardSearch(self, search: str) -> None:  # noqa: N802
        """Do nothing: only the search field searches."""

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        self._by_keys = True
        if event.key() in _TO_A_ROW and self._select_a_row() and event.key() not in ENTER:
            event.accept()
            return
        current = self.currentIndex()
        if event.key() == Qt.Key.Key_Space and self._several:
            flags = QItemSelectionModel.SelectionFlag
            if self._selected_spans() != [(current.row(), current.row())]:  # Esc is for the last
                self.selectionModel().select(current, flags.Toggle | flags.Rows)
        elif event.key() in ENTER and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
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
        self._by_keys = event.reason() in _BY_KEYS
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


def _in_pixels(width: int) -> int:
    return round(width * body_size() / DESIGN_FONT_SIZE)


def _in_design(width: int) -> int:
    design = round(width * DESIGN_FONT_SIZE / body_size())
    return min(max(design, NARROWEST_COLUMN), WIDEST_COLUMN)


def _runs(numbers: list[int]) -> list[tuple[int, int]]:
    """The runs of consecutive `numbers`, each as (first, last)."""
    runs: list[tuple[int, int]] = []
    for number in numbers:
        if runs and runs[-1][1] == number - 1:
            runs[-1] = (runs[-1][0], number)
        else:
            runs.append((number, number))
    return runs
