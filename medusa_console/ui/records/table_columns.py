"""The columns of a table as the user chooses them: which, in which order, how wide; remembered."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Generic

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from medusa_console.domain.preferences import ChosenColumns
from medusa_console.services.stores import PreferenceBook
from medusa_console.ui.records.column import Column, R
from medusa_console.ui.records.view import RowsView


class TableColumns(QObject, Generic[R]):
    """Arranges the columns of `table`, and keeps under its name what the user does with them.

    `actions` choose columns, open the dialog and reset; the table's header has them in its context
    menu, with one for each column that can be hidden.
    """

    def __init__(
        self, page: QWidget, table: RowsView[R], columns: Sequence[Column[R]], book: PreferenceBook
    ) -> None:
        super().__init__(page)
        self._table = table
        self._columns = {column.key: column for column in columns}
        self._first, *others = self._columns
        self._book = book
        self.choose = QAction(self.tr("Columns…"), self)
        self.choose.setObjectName("chooseColumns")
        self._reset = QAction(self.tr("Reset columns"), self)
        self._reset.setObjectName("resetColumns")
        self._reset.triggered.connect(lambda: self.reset())
        self._shown: dict[str, QAction] = {}
        for key in others:
            action = QAction(self._columns[key].title, self)
            action.setObjectName(f"showColumn.{key}")
            action.setCheckable(True)
            action.toggled.connect(lambda on, key=key: self.set_shown(key, shown=on))
            self._shown[key] = action
        line = QAction(self)
        line.setSeparator(True)
        self.actions = (self.choose, self._reset)
        table.header.addActions([*self._shown.values(), line, *self.actions])
        table.header.moved.connect(lambda keys: self._keep(order=tuple(keys)))
        table.widths_chosen.connect(self._keep_widths)
        self.show()

    @property
    def order(self) -> list[Column[R]]:
        """All columns in their order."""
        return [self._columns[key] for key in ordered(tuple(self._columns), self._chosen.order)]

    @property
    def chosen(self) -> list[Column[R]]:
        """The columns that the user has not hidden, in their order, whether or not there is room
        for them."""
        return [column for column in self.order if self.is_shown(column.key)]

    def is_shown(self, key: str) -> bool:
        """Whether the user has not hidden this column; the first one is always shown."""
        return key == self._first or key not in self._chosen.hidden

    def may_hide(self, key: str) -> bool:
        """Whether it is not the first column, which a row is known by."""
        return key != self._first

    def may_move(self, key: str, by: int) -> bool:
        """Whether this column can be moved `by` places: no column comes before the first one."""
        keys = [column.key for column in self.order]
        return key != self._first and 0 < keys.index(key) + by < len(keys)

    def set_shown(self, key: str, *, shown: bool) -> None:
        """Show or hide a column."""
        if self.is_shown(key) != shown and self.may_hide(key):
            others = [one for one in self._columns if not self.is_shown(one) and one != key]
            self._keep(hidden=tuple(others if shown else [*others, key]))

    def move(self, key: str, by: int) -> None:
        """Move a column `by` places, where it can be."""
        if self.may_move(key, by):
            keys = [column.key for column in self.order]
            place = keys.index(key)
            keys.insert(place + by, keys.pop(place))
            self._keep(order=tuple(keys))

    def reset(self) -> None:
        """Show all columns as the program arranges them."""
        self._change({}, ChosenColumns())

    def show(self) -> None:
        """Show the columns as the preferences have them now."""
        self._table.header.put([column.key for column in self.order])
        self._table.set_widths(self._widths)
        self._table.set_hidden([key for key in self._columns if not self.is_shown(key)])
        for key, action in self._shown.items():
            action.setChecked(self.is_shown(key))
        self._reset.setEnabled(bool(self._widths) or self._chosen != ChosenColumns())

    @property
    def _name(self) -> str:
        return self._table.objectName()

    @property
    def _widths(self) -> Mapping[str, int]:
        return self._book.value.columns.get(self._name, {})

    @property
    def _chosen(self) -> ChosenColumns:
        return self._book.value.chosen_columns.get(self._name, ChosenColumns())

    def _keep(self, **changes: tuple[str, ...]) -> None:
        self._change(self._widths, replace(self._chosen, **changes))

    def _keep_widths(self, widths: Mapping[str, int]) -> None:
        self._change(widths, self._chosen)

    def _change(self, widths: Mapping[str, int], chosen: ChosenColumns) -> None:
        before = self._book.value
        if ordered(tuple(self._columns), chosen.order) == list(self._columns):
            chosen = replace(chosen, order=())
        columns = {**before.columns, self._name: widths}
        all_chosen = {**before.chosen_columns, self._name: chosen}
        self._book.change(
            replace(
                before,
                columns={table: kept for table, kept in columns.items() if kept},
                chosen_columns={
                    table: kept for table, kept in all_chosen.items() if kept != ChosenColumns()
                },
            )
        )


def ordered(keys: Sequence[str], order: Sequence[str]) -> list[str]:
    """`keys` in this `order`, the first one first. One that is not in `order` follows the one that
    it follows in `keys`; what is no key is ignored."""
    placed = [keys[0]]
    placed += [key for key in dict.fromkeys(order) if key in keys and key != keys[0]]
    for before, key in pairwise(keys):
        if key not in placed:
            placed.insert(placed.index(before) + 1, key)
    return placed
