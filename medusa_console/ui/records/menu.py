"""The actions of one page, as the menu bar and the keyboard know them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from medusa_console.domain.policy import Action
from medusa_console.ui.records.action_gate import ActionGate
from medusa_console.ui.records.column import Column


class PageMenu(QObject):
    """`title` stands in the menu bar; `gate` decides which actions are enabled.

    Signals:
        sort: the name of a field to sort by; the same again turns the order round.
    """

    sort = Signal(str)

    def __init__(
        self,
        page: QWidget,
        table: QWidget,
        gate: ActionGate,
        title: str,
        columns: Sequence[Column[Any]],
    ) -> None:
        super().__init__(page)
        self.title = title
        self._gate = gate
        self._table = table
        self._actions: list[QAction] = []
        self._orders = QMenu(self.tr("Sort by"), page)
        for column in columns:
            if column.sort:
                order = self._orders.addAction(column.title)
                order.triggered.connect(partial(self._on_sort, column.sort))

    def fill(self, menu: QMenu) -> None:
        """Put every action into `menu`."""
        menu.setToolTipsVisible(True)  # they tell why an action cannot be done
        menu.addActions(self._actions)
        menu.addSeparator()
        menu.addMenu(self._orders)

    def add(self, what: Action, text: str, key: str, run: Callable[[], None]) -> QAction:
        """An action of the page."""
        action = QAction(text, self)
        action.setShortcut(QKeySequence(key))
        action.triggered.connect(lambda: run())
        self._actions.append(action)
        self._gate.add(what, action)
        return action

    def add_for_row(self, what: Action, text: str, key: str, run: Callable[[], None]) -> None:
        """An action for the selected row; also in the table's context menu."""
        action = self.add(what, text, key, run)
        # Scoped to the table: a window-wide Delete would be stolen from text fields.
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        self._table.addAction(action)
        self._table.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)

    def _on_sort(self, field: str, _checked: bool = False) -> None:
        self.sort.emit(field)
