"""The rows of a list on the server, loaded page by page as they become visible.

    restart or refresh, need  →  wanted(number, page)  →  the pane fetches  →  accept(number, rows)

Every query has a number; the model drops an answer to an older query.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from typing import Any, Final, Generic

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal

from medusa_console.domain.query import Page
from medusa_console.ui.kit.drawing import tell_once
from medusa_console.ui.kit.text import shown, tooltip
from medusa_console.ui.records.column import Column, R

PAGE_SIZE: Final = 100
PLACEHOLDER: Final = "…"

_MOST_ROWS = 5_000_000
_Index = QModelIndex | QPersistentModelIndex


class RowsModel(QAbstractTableModel, Generic[R]):
    """A sparse table: `rowCount` is the server's count, and rows that are not loaded show '…'.

    `describe` returns the sentence that a screen reader adds to the first cell of a row. `number`
    is the current query's, `count` the number of rows on the server; only the model sets them.

    Signals:
        wanted(number, page): query `number` needs the rows from page * PAGE_SIZE on.
        outdated: pending answers would undo a change; request them again.
    """

    wanted = Signal(int, int)
    outdated = Signal()

    def __init__(self, columns: Sequence[Column[R]], describe: Callable[[R], str]) -> None:
        super().__init__()
        self.columns = tuple(columns)
        self._describe = describe
        self.number = 0
        self.count = 0
        self._rows: dict[int, R] = {}
        self._asked: set[int] = set()
        self._answered: set[int] = set()
        self._stale = False
        self._other = False

    @property
    def loaded(self) -> int:
        """The number of loaded rows."""
        return len(self._rows)

    @property
    def asked(self) -> frozenset[int]:
        """The requested pages that have not been answered yet."""
        return frozenset(self._asked)

    def row_at(self, number: int) -> R | None:
        """The row at position `number`, or None if it is not loaded."""
        return self._rows.get(number)

    def position(self, row_id: str) -> int | None:
        """The position of the row with that id, or None if it is not loaded."""
        return next((n for n, row in self._rows.items() if row.id == row_id), None)

    @property
    def rows(self) -> Collection[R]:
        """The loaded rows, in no order."""
        return self._rows.values()

    def by_id(self, row_id: str) -> R | None:
        """The row with that id, or None if it is not loaded."""
        return next((row for row in self._rows.values() if row.id == row_id), None)

    @property
    def positions(self) -> list[int]:
        """The positions of the loaded rows, ascending."""
        return sorted(self._rows)

    def restart(self) -> int:
        """Begin another query; its first answer replaces all rows.

        Returns the number of the query, as `refresh` does.
        """
        self._other = True
        return self._next_number()

    def refresh(self) -> int:
        """Begin the same query again; its first answer unloads the pages not requested with it."""
        self._stale = True
        return self._next_number()

    def need(self, rows: Iterable[int]) -> None:
        """Request the pages of these positions, unless they are loaded or requested already."""
        for page in sorted({row // PAGE_SIZE for row in rows}):
            if page not in self._answered and page not in self._asked:
                self._asked.add(page)
                self.wanted.emit(self.number, page)

    def give_up(self, number: int, page: int) -> None:
        """Forget a request that failed or was cancelled, so that the page can be requested
        again."""
        if number == self.number:
            self._asked.discard(page)

    def accept(self, number: int, page: Page[R]) -> bool:
        """Show the answer to query `number`; return False if a newer query has begun.

        The selection follows its rows to their new positions, by id.
        """
        if number != self.number:
            return False
        place = page.offset // PAGE_SIZE
        count = min(page.count, _MOST_ROWS)
        if self._other:
            self._forget()
        after = self._after(page)
        if count > self.count:
            self.beginInsertRows(QModelIndex(), self.count, count - 1)
            self.count = count
            self.endInsertRows()
        self._move_to({n: row for n, row in after.items() if n < count})
        if count < self.count:
            self.beginRemoveRows(QModelIndex(), count, self.count - 1)
            self.count = count
            self.endRemoveRows()
        self._asked.discard(place)
        self._answered.add(place)
        self._stale = False
        return True

    def replace(self, row: R) -> None:
        """Replace a row by its newer version; selection and scroll position stay."""
        for number, old in list(self._rows.items()):
            if old.id == row.id:
                self._rows[number] = row
                self._changed(number, number)
        self._void_answers()

    def remove(self, row_id: str) -> None:
        """Remove one row."""
        number = self.position(row_id)
        if number is None:
            return
        self.beginRemoveRows(QModelIndex(), number, number)
        del self._rows[number]
        self._rows = {n - (n > number): row for n, row in self._rows.items()}
        self.count -= 1
        self._answered = {page for page in self._answered if self._complete(page)}
        self.endRemoveRows()
        self._void_answers()

    def _complete(self, page: int) -> bool:
        """Whether all rows of the page are loaded; the row that moved up into it may not be."""
        end = min(self.count, (page + 1) * PAGE_SIZE)
        return all(n in self._rows for n in range(page * PAGE_SIZE, end))

    def _next_number(self) -> int:
        self.number += 1
        self._asked = set()
        self._answered = set()
        return self.number

    def _void_answers(self) -> None:
        if self._asked:
            self.number += 1
            self._asked = set()
            self.outdated.emit()

    def _forget(self) -> None:
        self.beginResetModel()
        self.count = 0
        self._rows = {}
        self._other = False
        self.endResetModel()

    def _after(self, page: Page[R]) -> dict[int, R]:
        kept = self._rows
        if self._stale:
            kept = {n: row for n, row in kept.items() if n // PAGE_SIZE in self._asked}
        start = page.offset - page.offset % PAGE_SIZE
        outside = {n: r for n, r in kept.items() if not start <= n < start + PAGE_SIZE}
        return outside | {page.offset + n: row for n, row in enumerate(page.rows)}

    def _move_to(self, after: dict[int, R]) -> None:
        """Replace all rows, and move every index that a view holds with its row."""
        before, self._rows = self._rows, after
        ids = {n: row.id for n, row in after.items()}
        moved = {n: row.id for n, row in before.items() if ids.get(n) != row.id}
        if moved:
            self.layoutAboutToBeChanged.emit()
            places = {row_id: n for n, row_id in ids.items()}
            held = [index for index in self.persistentIndexList() if index.row() in moved]
            self.changePersistentIndexList(
                held, [self._index_at(places.get(moved[i.row()]), i.column()) for i in held]
            )
            self.layoutChanged.emit()
        if self.count:
            self._changed(0, self.count - 1)

    def _index_at(self, row: int | None, column: int) -> QModelIndex:
        return QModelIndex() if row is None else self.index(row, column)

    def _changed(self, first: int, last: int) -> None:
        self.dataChanged.emit(self.index(first, 0), self.index(last, len(self.columns) - 1))

    def _data(self, index: _Index, role: int) -> Any:
        row = self._rows.get(index.row())
        column = self.columns[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return PLACEHOLDER if row is None else shown(column.text(row))
        if row is None:
            return None
        if role == Qt.ItemDataRole.ToolTipRole and column.tooltip is not None:
            return tooltip(column.tooltip(row))
        if role == Qt.ItemDataRole.AccessibleDescriptionRole and index.column() == 0:
            return shown(self._describe(row))
        return None

    # -- Qt ---------------------------------------------------------------------------------

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: N802
        return 0 if parent.isValid() else self.count

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: N802
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        try:
            return self._data(index, role)
        except Exception as error:  # noqa: BLE001  # told, and the other cells are drawn
            tell_once(error)
            return None

    def headerData(  # noqa: N802
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self.columns):
            return None
        return self.columns[section].title if role == Qt.ItemDataRole.DisplayRole else None
