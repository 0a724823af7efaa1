"""The rows of a list on the server, loaded page by page as they become visible.

    restart or refresh, need  →  wanted(number, page)  →  the pane fetches  →  accept(number, rows)

Every query has a number; the model drops an answer to an older query. One row that the query does
not find may stand above the others, so the server's positions begin below it.
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
    is the current query's, `count` the number of rows, `note` what is said of the row above the
    others, "" while there is none; only the model sets them.

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
        self.note = ""
        self._rows: dict[int, R] = {}
        self._asked: set[int] = set()
        self._answered: set[int] = set()
        self._stale = False
        self._other = False
        self._keep_above = False

    @property
    def loaded(self) -> int:
        """The number of loaded rows that the query has found."""
        return len(self._rows) - self._above

    @property
    def found(self) -> int:
        """The number of rows on the server that the query finds."""
        return self.count - self._above

    @property
    def _above(self) -> int:
        return 1 if self.note else 0

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

    def restart(self, *, keep_above: bool = False) -> int:
        """Begin another query; its first answer replaces all rows, with `keep_above` but for the
        one above the others.

        Returns the number of the query, as `refresh` does.
        """
        self._other = True
        self._keep_above = keep_above
        return self._next_number()

    def refresh(self) -> int:
        """Begin the same query again; its first answer unloads the pages not requested with it."""
        self._stale = True
        return self._next_number()

    def pages(self, rows: Iterable[int]) -> set[int]:
        """The server's pages on which the rows at these positions are."""
        return {(row - self._above) // PAGE_SIZE for row in rows if row >= self._above}

    def need(self, pages: Iterable[int]) -> None:
        """Request these pages, unless they are loaded or requested already."""
        for page in sorted(set(pages)):
            if page not in self._answered and page not in self._asked:
                self._asked.add(page)
                self.wanted.emit(self.number, page)

    def give_up(self, number: int, page: int) -> None:
        """Forget a request that failed or was cancelled, so that the page can be requested
        again."""
        if number == self.number:
            self._asked.discard(page)

    def put_above(self, row: R, note: str) -> None:
        """Show `row` above the others until another query, or until the query finds it; `note`
        tells why it is there."""
        found, below = self.found, self._below()
        self.note = note
        self._show({0: row}, below, found)

    def accept(self, number: int, page: Page[R]) -> bool:
        """Show the answer to query `number`; return False if a newer query has begun.

        The selection follows its rows to their new positions, by id.
        """
        if number != self.number:
            return False
        place = page.offset // PAGE_SIZE
        if self._other:
            self._forget()
        below = self._after(page)
        above = {0: self._rows[0]} if self.note else {}
        if above and any(row.id == above[0].id for row in page.rows):
            above, self.note = {}, ""
        self._show(above, below, min(page.count, _MOST_ROWS))
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
        if number < self._above:
            self.note = ""
        del self._rows[number]
        self._rows = {n - (n > number): row for n, row in self._rows.items()}
        self.count -= 1
        self._answered = {page for page in self._answered if self._complete(page)}
        self.endRemoveRows()
        self._void_answers()

    def _complete(self, page: int) -> bool:
        """Whether all rows of the page are loaded; the row that moved up into it may not be."""
        end = min(self.found, (page + 1) * PAGE_SIZE)
        return all(n + self._above in self._rows for n in range(page * PAGE_SIZE, end))

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
        if not self._keep_above:
            self.note = ""
        self._rows = {0: self._rows[0]} if self.note else {}
        self.count = self._above
        self._other = False
        self.endResetModel()

    def _below(self) -> dict[int, R]:
        """The loaded rows by the server's positions."""
        above = self._above
        return {n - above: row for n, row in self._rows.items() if n >= above}

    def _after(self, page: Page[R]) -> dict[int, R]:
        """The loaded rows after the answer, by the server's positions."""
        kept = self._below()
        if self._stale:
            kept = {n: row for n, row in kept.items() if n // PAGE_SIZE in self._asked}
        start = page.offset - page.offset % PAGE_SIZE
        outside = {n: r for n, r in kept.items() if not start <= n < start + PAGE_SIZE}
        return outside | {page.offset + n: row for n, row in enumerate(page.rows)}

    def _show(self, above: dict[int, R], below: dict[int, R], found: int) -> None:
        """Show these rows; the server finds `found` of those below."""
        count = len(above) + found
        after = above | {n + len(above): row for n, row in below.items() if n < found}
        if count > self.count:
            self.beginInsertRows(QModelIndex(), self.count, count - 1)
            self.count = count
            self.endInsertRows()
        self._move_to(after)
        if count < self.count:
            self.beginRemoveRows(QModelIndex(), count, self.count - 1)
            self.count = count
            self.endRemoveRows()

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
        if role == Qt.ItemDataRole.ToolTipRole:
            more = column.tooltip(row) if column.tooltip is not None else ""
            return tooltip(more or column.text(row))
        if role == Qt.ItemDataRole.AccessibleDescriptionRole and index.column() == 0:
            told = shown(self._describe(row))
            return f"{told}. {self.note}" if index.row() < self._above else told
        return None

    # Qt overrides

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
