"""The keys of a text, one a row: shortened form, where it stood, what is known of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QKeyEvent, QKeySequence, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from medusa_console.domain.leak_answers import Case
from medusa_console.domain.preferences import Density
from medusa_console.ui.kit.drawing import draw_line, drawing
from medusa_console.ui.kit.enter import ENTER
from medusa_console.ui.kit.label import PlainLabel
from medusa_console.ui.kit.layout import column, row
from medusa_console.ui.kit.status_pill import Pill, paint_pill
from medusa_console.ui.kit.style import set_style
from medusa_console.ui.kit.text import tooltip
from medusa_console.ui.kit.theme import fixed_font, scaled, tokens
from medusa_console.ui.kit.theme_tokens import ACCENT_BAR, EIGHT, ROW_HEIGHTS
from medusa_console.ui.words import leak_page as words
from medusa_console.ui.words.leak_counts import leak_counts
from medusa_console.ui.words.leaks import kind

_KEY, _KIND, _FOUND, _STATE = range(4)
_WIDTHS: Final = {_KEY: 136, _KIND: 200, _STATE: 220}
_PADDING = 10
_RING = 2
_NARROW, _NARROWEST = 800, 560
"""Widths below which the kind, and also the place, stand in the tooltip alone."""
_MOST_VISIBLE = 6
_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class KeysFound(QWidget):
    """Hidden while the text holds one key or none: its card then tells it all.

    Signals:
        chosen(key_id): a click or Enter on a row.
    """

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("leaks.found")
        self._model = _Model()
        self.table = _Table(self._model)
        self.table.chosen.connect(lambda number: self.chosen.emit(self._model.case(number).key.id))
        title = PlainLabel(self.tr("Keys found"), role="card", name="leaks.found.title")
        title.setBuddy(self.table)
        self.table.setAccessibleName(title.text())
        self._count = PlainLabel(role="muted", name="leaks.found.count")
        self.setLayout(column(row(title, self._count, None), self.table, spacing=EIGHT))
        self.hide()

    def show_cases(self, cases: Sequence[Case], count: int) -> None:
        """Show the keys of another text, which holds `count`."""
        self._model.show_cases(cases)
        cut = count > len(cases)
        shown = leak_counts.keys_shown(len(cases), count) if cut else ""
        self._count.setText(shown)
        self._count.setVisible(cut)
        self.table.fit()
        self.setVisible(len(cases) > 1)

    def update_cases(self, cases: Iterable[Case]) -> None:
        """Show what is known now of some of the keys; no row moves."""
        self._model.update_cases(cases)


class _Model(QAbstractTableModel):
    def __init__(self) -> None:
        super().__init__()
        self._cases: list[Case] = []
        self._rows: dict[str, int] = {}
        self._pills: dict[int, Pill] = {}
        self._titles = {
            _KEY: self.tr("Key"),
            _KIND: self.tr("Kind"),
            _FOUND: self.tr("Found in"),
            _STATE: self.tr("State"),
        }

    def case(self, number: int) -> Case:
        return self._cases[number]

    def pill(self, number: int) -> Pill:
        if number not in self._pills:
            self._pills[number] = words.state(self._cases[number])
        return self._pills[number]

    def show_cases(self, cases: Sequence[Case]) -> None:
        self.beginResetModel()
        self._cases = list(cases)
        self._rows = {case.key.id: number for number, case in enumerate(cases)}
        self._pills = {}
        self.endResetModel()

    def update_cases(self, cases: Iterable[Case]) -> None:
        changed = []
        for case in cases:
            number = self._rows.get(case.key.id)
            if number is not None:
                self._cases[number] = case
                self._pills.pop(number, None)
                changed.append(number)
        if changed:
            first, last = min(changed), max(changed)
            self.dataChanged.emit(self.index(first, _KEY), self.index(last, _STATE))

    # Qt overrides

    def rowCount(self, parent: _Index = _NOWHERE) -> int:  # noqa: N802
        return 0 if parent.isValid() else len(self._cases)

    def columnCount(self, parent: _Index = _NOWHERE) -> int:  # noqa: N802
        return 0 if parent.isValid() else len(self._titles)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        if role == Qt.ItemDataRole.ToolTipRole:
            return tooltip(self._text(index.row(), index.column()))
        if role == Qt.ItemDataRole.AccessibleTextRole and index.column() == _KEY:
            columns = (_KEY, _KIND, _FOUND, _STATE)
            return ", ".join(filter(None, (self._text(index.row(), one) for one in columns)))
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._text(index.row(), index.column())
        return None

    def headerData(  # noqa: N802
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> str | None:
        told = orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole
        return self._titles[section] if told else None

    def _text(self, number: int, column: int) -> str:
        key = self._cases[number].key
        match column:
            case 0:
                return key.shown if len(key.shown) > 6 else f"{key.shown}…"
            case 1:
                return kind(key)
            case 2:
                return words.places(key)
            case _:
                return self.pill(number).text


class _Table(QTableView):
    """Selects whole rows; nothing can be copied or dragged out of it."""

    chosen = Signal(int)

    def __init__(self, model: _Model) -> None:
        super().__init__()
        self.setObjectName("leaks.found.table")
        self.setModel(model)
        self.setItemDelegate(_Delegate(model, self))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setDragEnabled(False)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(scaled(ROW_HEIGHTS[Density.COMPACT]))
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionsClickable(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        header.setMinimumSectionSize(scaled(60))
        for section, width in _WIDTHS.items():
            self.setColumnWidth(section, scaled(width))
        header.setSectionResizeMode(_FOUND, QHeaderView.ResizeMode.Stretch)
        self.clicked.connect(lambda index: self.chosen.emit(index.row()))
        set_style(self, list="compact")

    def fit(self) -> None:
        """Be as high as the rows, up to six."""
        rows = min(self.model().rowCount(), _MOST_VISIBLE)
        height = self.horizontalHeader().sizeHint().height()
        self.setFixedHeight(height + rows * self.verticalHeader().defaultSectionSize() + 2)

    # Qt overrides

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        row = self.currentIndex().row()
        if event.matches(QKeySequence.StandardKey.Copy):
            event.ignore()
        elif event.key() in ENTER and row >= 0 and not event.isAutoRepeat():
            self.chosen.emit(row)
        elif event.text() and event.text().isprintable():
            event.ignore()  # typing does nothing
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        self.setColumnHidden(_KIND, self.width() < scaled(_NARROW))
        self.setColumnHidden(_FOUND, self.width() < scaled(_NARROWEST))
        last = QHeaderView.ResizeMode
        narrow = self.width() < scaled(_NARROWEST)
        header = self.horizontalHeader()
        header.setSectionResizeMode(_STATE, last.Stretch if narrow else last.Interactive)
        super().resizeEvent(event)


class _Delegate(QStyledItemDelegate):
    def __init__(self, model: _Model, table: QTableView) -> None:
        super().__init__(table)
        self._model = model
        self._table = table

    def _paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        colours, rect = tokens(), option.rect
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        if selected:
            painter.fillRect(rect, QColor(colours.accent_soft))
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), QColor(colours.border))
        if selected and index.column() == _KEY:
            wide = scaled(ACCENT_BAR) if not self._table.hasFocus() else 2 * scaled(ACCENT_BAR)
            bar = QRect(rect.left(), rect.top(), wide, rect.height())
            painter.fillRect(QStyle.visualRect(option.direction, rect, bar), QColor(colours.accent))
        if selected and self._table.hasFocus():
            for top in (rect.top(), rect.bottom() - _RING + 1):
                painter.fillRect(
                    QRect(rect.left(), top, rect.width(), _RING), QColor(colours.accent)
                )
        room = rect.adjusted(scaled(_PADDING), 0, -scaled(_PADDING), -1)
        if index.column() == _STATE:
            pill = self._model.pill(index.row())
            paint_pill(painter, room, pill, option.font, option.direction)
            return
        painter.setFont(fixed_font() if index.column() == _KEY else option.font)
        ink = colours.text if index.column() == _KEY else colours.muted
        painter.setPen(QColor(ink))
        draw_line(painter, room, str(index.data() or ""), option.direction)

    # Qt overrides

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        with drawing(painter):
            self._paint(painter, option, index)

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:  # noqa: N802
        return QSize(scaled(60), super().sizeHint(option, index).height())
