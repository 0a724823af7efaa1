"""The actions of one page in the menu bar, with their keys."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from medusa_console.domain.policy import Action
from medusa_console.ui.records.action_gate import ActionGate
from medusa_console.ui.records.column import Column


class PageMenu(QObject):
    """A page's menu. `title` is its text in the menu bar; `gate` enables and disables its actions.

    Signals:
        sort(field): the user wants to sort by `field`, or to reverse its order.
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
                order.triggered.connect(lambda _checked, field=column.sort: self.sort.emit(field))

    def fill(self, menu: QMenu) -> None:
        """Put every action into `menu`."""
        menu.setToolTipsVisible(True)  # tool tips tell why an action is disabled
        menu.addActions(self._actions)
        menu.addSeparator()
        menu.addMenu(self._orders)

    def add(self, what: Action, text: str, key: str, run: Callable[[], None]) -> QAction:
        """Add an action of the page."""
        action = QAction(text, self)
        action.setShortcut(QKeySequence(key))
        action.triggered.connect(lambda: run())
        self._actions.append(action)
        self._gate.add(what, action)
        return action

    def add_for_row(self, what: Action, text: str, key: str, run: Callable[[], None]) -> None:
        """Add an action for the selected row, also to the table's context menu."""
        action = self.add(what, text, key, run)
        # Scoped to the table: a window-wide Delete would be stolen from text fields.
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        self._table.addAction(action)
        self._table.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
