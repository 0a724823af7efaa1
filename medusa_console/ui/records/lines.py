"""A list of lines that may be many: each is made when it is seen."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtWidgets import QListView

from medusa_console.ui.kit import resources
from medusa_console.ui.kit.resources import Tint
from medusa_console.ui.kit.style import set_style
from medusa_console.ui.kit.text import tooltip
from medusa_console.ui.kit.theme import scaled
from medusa_console.ui.kit.theme_tokens import EIGHT, SIXTEEN

_Index = QModelIndex | QPersistentModelIndex
LINES_AT_A_TIME: Final = 200
"""Qt lays out all rows of a list at each change: of 20,000, that takes 100 ms. So further ones come
when somebody has scrolled to the last of those that are there."""


@dataclass(frozen=True)
class Line:
    """`text` may have several lines; `icon` is the name of its sign, "" for none."""

    text: str
    icon: str = ""
    tint: Tint = Tint.TEXT


class _Lines(QAbstractListModel):
    def __init__(self, line: Callable[[int], Line]) -> None:
        super().__init__()
        self._line = line
        self.number = 0
        self._there = 0

    def show_number(self, number: int) -> None:
        self.beginResetModel()
        self.number = number
        self._there = min(number, LINES_AT_A_TIME)
        self.endResetModel()

    # Qt overrides

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: N802
        return 0 if parent.isValid() else self._there

    def canFetchMore(self, parent: _Index) -> bool:  # noqa: N802
        return not parent.isValid() and self._there < self.number

    def fetchMore(self, _parent: _Index) -> None:  # noqa: N802
        there = min(self.number, self._there + LINES_AT_A_TIME)
        self.beginInsertRows(QModelIndex(), self._there, there - 1)
        self._there = there
        self.endInsertRows()

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= self._there:
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            text = self._line(index.row()).text
            named = role == Qt.ItemDataRole.AccessibleTextRole
            return text.replace("\n", ": ") if named else text
        if role == Qt.ItemDataRole.ToolTipRole:
            return tooltip(self._line(index.row()).text)  # a line may be cut
        if role == Qt.ItemDataRole.DecorationRole:
            line = self._line(index.row())
            return resources.icon(line.icon, line.tint) if line.icon else None
        return None


class LinesList(QListView):
    """Shows `line(n)` for each number below that of `show_number`. `label` is its accessible name,
    `name` its objectName. As high as its lines, up to `most`."""

    def __init__(
        self, label: str, line: Callable[[int], Line], *, name: str, most: int = 6
    ) -> None:
        super().__init__()
        self._most = most
        self._lines = _Lines(line)
        self.setObjectName(name)
        self.setAccessibleName(label)
        self.setModel(self._lines)
        self.setUniformItemSizes(True)
        self.setIconSize(QSize(scaled(SIXTEEN), scaled(SIXTEEN)))
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        set_style(self, list="rows")

    def show_number(self, number: int) -> None:
        """Show so many lines."""
        self._lines.show_number(number)
        high = self.sizeHintForRow(0) * min(number, self._most) if number else 0
        self.setFixedHeight(high + 2 * EIGHT)

    def show_again(self, numbers: Iterable[int]) -> None:
        """Show these lines anew."""
        for number in numbers:
            if (index := self._lines.index(number)).isValid():
                self._lines.dataChanged.emit(index, index)
