"""A list of lines that can be ticked and may be many: each is made when it is seen."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtWidgets import QListView

from medusa_console.ui.kit.style import set_style
from medusa_console.ui.kit.text import tooltip
from medusa_console.ui.kit.theme_tokens import EIGHT
from medusa_console.ui.records.lines import LINES_AT_A_TIME

_Index = QModelIndex | QPersistentModelIndex
_CHECKED = Qt.CheckState.Checked
_UNCHECKED = Qt.CheckState.Unchecked
_MOST_IN_SIGHT = 6


class CheckList(QListView):
    """Lines of which those that `may` be are ticked with the mouse or the space bar.

    Signals:
        changed: another number is ticked.
    """

    changed = Signal()

    def __init__(self, label: str, *, name: str) -> None:
        """`label` is its accessible name, `name` its objectName."""
        super().__init__()
        self._model = _CheckLines()
        self._model.ticked.connect(self.changed)
        self.setObjectName(name)
        self.setAccessibleName(label)
        self.setModel(self._model)
        self.setUniformItemSizes(True)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        set_style(self, list="rows")

    def show_lines(self, line: Callable[[int], str], may: Sequence[bool], on: set[int]) -> None:
        """Show a line for each of `may`, with those of the numbers `on` ticked."""
        self._model.show_lines(line, may, on)
        high = self.sizeHintForRow(0) * min(len(may), _MOST_IN_SIGHT) if may else 0
        self.setFixedHeight(high + 2 * EIGHT)

    @property
    def chosen(self) -> tuple[int, ...]:
        """The numbers of the ticked lines, in their order."""
        return tuple(sorted(self._model.on))

    def set_ticked(self, number: int, on: bool) -> None:
        """Tick or untick one line, as a click does; one that may not be ticked stays as it is."""
        self._model.tick(number, on=on)


class _CheckLines(QAbstractListModel):
    ticked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._line: Callable[[int], str] = str
        self._may: Sequence[bool] = ()
        self._there = 0
        self.on: set[int] = set()

    def show_lines(self, line: Callable[[int], str], may: Sequence[bool], on: set[int]) -> None:
        self.beginResetModel()
        self._line, self._may, self.on = line, may, set(on)
        self._there = min(len(may), LINES_AT_A_TIME)
        self.endResetModel()

    def tick(self, number: int, *, on: bool) -> None:
        if not self._may[number]:
            return
        if on:
            self.on.add(number)
        else:
            self.on.discard(number)
        if (index := self.index(number)).isValid():
            self.dataChanged.emit(index, index)
        self.ticked.emit()

    # Qt overrides

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: N802
        return 0 if parent.isValid() else self._there

    def canFetchMore(self, parent: _Index) -> bool:  # noqa: N802
        return not parent.isValid() and self._there < len(self._may)

    def fetchMore(self, _parent: _Index) -> None:  # noqa: N802
        there = min(len(self._may), self._there + LINES_AT_A_TIME)
        self.beginInsertRows(QModelIndex(), self._there, there - 1)
        self._there = there
        self.endInsertRows()

    def flags(self, index: _Index) -> Qt.ItemFlag:
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if index.isValid() and self._may[index.row()]:
            flags |= Qt.ItemFlag.ItemIsUserCheckable
        return flags

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        number = index.row()
        if not index.isValid() or number >= self._there:
            return None
        if role == Qt.ItemDataRole.CheckStateRole:
            if not self._may[number]:
                return None
            return _CHECKED if number in self.on else _UNCHECKED
        if role == Qt.ItemDataRole.DisplayRole:
            return self._line(number)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._line(number).replace("\n", ": ")
        if role == Qt.ItemDataRole.ToolTipRole:
            return tooltip(self._line(number))  # a line may be cut
        return None

    def setData(  # noqa: N802
        self, index: _Index, value: Any, role: int = Qt.ItemDataRole.EditRole
    ) -> bool:
        number = index.row()
        if role != Qt.ItemDataRole.CheckStateRole or not index.isValid() or not self._may[number]:
            return False
        self.tick(number, on=Qt.CheckState(value) is _CHECKED)
        return True
