"""Chooses the columns of a table by keyboard: which are shown, and how they follow each other."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QListWidget, QListWidgetItem, QWidget

from medusa_console.domain.store import Store
from medusa_console.ui.kit.announce import announce
from medusa_console.ui.kit.ask import answer
from medusa_console.ui.kit.button import push_button
from medusa_console.ui.kit.flow import Flow
from medusa_console.ui.kit.frame import fill, fit
from medusa_console.ui.kit.label import PlainLabel
from medusa_console.ui.kit.style import set_style
from medusa_console.ui.kit.theme import scaled
from medusa_console.ui.kit.theme_tokens import EIGHT
from medusa_console.ui.records.table_columns import TableColumns

_LOWEST_ROWS = 150  # a low window has room for it
_BESIDE_ROWS = 450  # the height of the other parts, and of what is seen of the window
_KEY = Qt.ItemDataRole.UserRole


class ColumnsDialog(QDialog):
    """Each change is made at once, so that the table shows it."""

    def __init__(self, parent: QWidget, store: Store, columns: TableColumns[Any]) -> None:
        super().__init__(parent)
        self._columns = columns
        self.setObjectName("columns")
        heading = self.tr("Columns")
        self.setWindowTitle(heading)
        self._list = QListWidget()
        self._list.setObjectName("columns.list")
        self._list.setAccessibleName(heading)
        set_style(self._list, list="rows")
        told = self.tr("In a narrow window, columns without room are left out until there is room.")
        self._up = push_button(self.tr("Move up"), lambda: self._move(-1), name="columns.up")
        self._down = push_button(self.tr("Move down"), lambda: self._move(1), name="columns.down")
        reset = push_button(self.tr("Reset columns"), self._on_reset, name="columns.reset")
        close = push_button(self.tr("Close"), self.accept, name="columns.close")
        close.setDefault(True)
        body = (
            PlainLabel(heading, role="title", name="columns.title"),
            self._list,
            PlainLabel(told, role="muted", wrap=True, name="columns.told"),
        )
        moves = Flow((self._up, self._down), ())
        fill(self, store, body, pinned=(moves,), left=(reset,), right=(close,))
        self._list.itemChanged.connect(self._on_ticked)
        self._list.currentItemChanged.connect(lambda *_: self._offer())
        self._show(0)
        rows = self._list.sizeHintForRow(0) * self._list.count() + EIGHT
        room = parent.window().height() - scaled(_BESIDE_ROWS)
        self._list.setFixedHeight(min(rows, max(scaled(_LOWEST_ROWS), room)))
        fit(self)
        self._list.setFocus()

    async def ask(self) -> None:
        """Open the dialog and wait until it is closed."""
        await answer(self)

    def _show(self, current: int) -> None:
        self._list.blockSignals(True)
        self._list.clear()
        for column in self._columns.order:
            item = QListWidgetItem(column.title)
            item.setData(_KEY, column.key)
            flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
            if self._columns.may_hide(column.key):
                flags |= Qt.ItemFlag.ItemIsUserCheckable
                on = self._columns.is_shown(column.key)
                item.setCheckState(Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)
            else:
                item.setText(self.tr("{column} (always first)").format(column=column.title))
            item.setFlags(flags)
            self._list.addItem(item)
        self._list.setCurrentRow(current)
        self._list.blockSignals(False)
        self._offer()

    def _offer(self) -> None:
        key = self._current
        for button, by in ((self._up, -1), (self._down, 1)):
            may = self._columns.may_move(key, by)
            if button.hasFocus() and not may:
                self._list.setFocus()  # else Qt focuses whatever follows the grey button
            button.setEnabled(may)

    @property
    def _current(self) -> str:
        item = self._list.currentItem()
        return str(item.data(_KEY))

    def _on_ticked(self, item: QListWidgetItem) -> None:
        on = item.checkState() is Qt.CheckState.Checked
        self._columns.set_shown(str(item.data(_KEY)), shown=on)

    def _move(self, by: int) -> None:
        place = self._list.currentRow() + by
        self._columns.move(self._current, by)
        self._show(place)
        text = self.tr("{column}: {place} of {count}").format(
            column=self._list.currentItem().text(), place=place + 1, count=self._list.count()
        )
        announce(self._list, text)

    def _on_reset(self) -> None:
        self._columns.reset()
        self._show(0)
        self._list.setFocus()
