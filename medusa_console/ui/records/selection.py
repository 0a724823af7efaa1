"""The selected rows of a list, also those that are not loaded."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Generic

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QObject, Signal

from medusa_console.ui.records.column import R
from medusa_console.ui.records.model import RowsModel
from medusa_console.ui.records.view import RowsView

_DESELECT = QItemSelectionModel.SelectionFlag.Deselect | QItemSelectionModel.SelectionFlag.Rows
_SELECT = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows


class Selection(QObject, Generic[R]):
    """Follows the selection of `table`, and holds the ids of all rows while all are selected.

    A row that the user takes out of all leaves the others selected. Whatever replaces the selection
    ends it, as do other rows in the list.

    Signals:
        changed: other rows are selected, or newer versions of the same rows.
    """

    changed = Signal()

    def __init__(self, table: RowsView[R], rows: RowsModel[R]) -> None:
        super().__init__(table)
        self._table = table
        self._rows = rows
        self._all: tuple[str, ...] = ()
        self._chosen: set[str] = set()
        self._following = False
        self._told: tuple[tuple[R, ...], int] = ((), 0)
        table.selectionModel().selectionChanged.connect(self._on_selected)
        rows.dataChanged.connect(self._on_rows)
        rows.layoutChanged.connect(self._on_rows)
        rows.rowsRemoved.connect(self._on_rows)
        rows.modelReset.connect(self._on_reset)

    @property
    def loaded(self) -> tuple[R, ...]:
        """The loaded rows of the selection, from top to bottom."""
        positions = self._table.selected_positions()
        rows = {row.id: row for n in positions if (row := self._rows.row_at(n)) is not None}
        return tuple(rows.values())

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids of all selected rows, in the order of the list."""
        if self._all:
            return tuple(one for one in self._all if one in self._chosen)
        return tuple(row.id for row in self.loaded)

    @property
    def count(self) -> int:
        """How many rows are selected."""
        return len(self._chosen) if self._all else len(self.loaded)

    def take_all(self, ids: Sequence[str]) -> None:
        """Select the rows of these ids, which are all of the list."""
        if not ids or not self._rows.count:
            return
        self._all, self._chosen = tuple(ids), set(ids)
        last = self._rows.index(self._rows.count - 1, len(self._rows.columns) - 1)
        everything = QItemSelection(self._rows.index(0, 0), last)
        self._following = True
        try:
            self._table.keeps_unloaded = True
            model = self._table.selectionModel()
            model.select(everything, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        finally:
            self._following = False
        self._follow()
        self._tell()

    def _on_selected(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        if self._all and not self._following:
            if any(self._rows.row_at(n) is None for n in _positions(deselected)):
                self._end_all()
            else:
                self._chosen |= set(self._ids_at(selected))
                self._chosen -= set(self._ids_at(deselected))
                if len(self._chosen) <= 1:
                    self._end_all()
        self._tell()

    def _ids_at(self, part: QItemSelection) -> Iterator[str]:
        for number in _positions(part):
            if (row := self._rows.row_at(number)) is not None:
                yield row.id

    def _end_all(self) -> None:
        self._all, self._chosen = (), set()
        self._table.keeps_unloaded = False
        self._table.keep_loaded()

    def _on_rows(self, *_details: object) -> None:
        if self._all:
            self._follow()
        self._tell()

    def _on_reset(self) -> None:
        self._all, self._chosen = (), set()
        self._table.keeps_unloaded = False
        self._tell()

    def _follow(self) -> None:
        """Show as selected, among the loaded rows, those that are."""
        shown = set(self._table.selected_positions())
        model = self._table.selectionModel()
        self._following = True
        try:
            for number in self._rows.positions:
                row = self._rows.row_at(number)
                wanted = row is not None and row.id in self._chosen
                if wanted is not (number in shown):
                    flag = _SELECT if wanted else _DESELECT
                    model.select(self._rows.index(number, 0), flag)
        finally:
            self._following = False

    def _tell(self) -> None:
        told = (self.loaded, self.count if self._all else 0)
        if told != self._told:
            self._told = told
            self.changed.emit()


def _positions(part: QItemSelection) -> Iterator[int]:
    for number in range(part.count()):
        span = part.at(number)
        yield from range(span.top(), span.bottom() + 1)
