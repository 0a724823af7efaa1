"""The actions of one page, as the menu bar and the keyboard know them."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from functools import partial

from PySide6.QtCore import QObject, Qt, Signal, SignalInstance
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from medusa_console.domain.policy import Action
from medusa_console.ui.records.action_gate import ActionGate


class PageMenu(QObject):
    """`title` stands in the menu bar. A page's own menu makes its actions; `offers` decides which
    are enabled.

    Signals:
        sort: the name of a field to sort by; the same again turns the order round.
    """

    sort = Signal(str)

    def __init__(self, page: QWidget, table: QWidget, gate: ActionGate, title: str) -> None:
        super().__init__(page)
        self.title = title
        self._gate = gate
        self._table = table
        self._actions: list[QAction] = []
        self._orders = QMenu(self.tr("Sort by"), page)

    def fill(self, menu: QMenu) -> None:
        """Put every action into `menu`."""
        menu.setToolTipsVisible(True)  # they tell why an action cannot be done
        menu.addActions(self._actions)
        menu.addSeparator()
        menu.addMenu(self._orders)

    # For the page's own menu

    def add(self, what: Action, text: str, keys: str, asked: SignalInstance) -> QAction:
        """An action of the page."""
        action = QAction(text, self)
        action.setShortcut(QKeySequence(keys))
        action.triggered.connect(lambda: asked.emit())
        self._actions.append(action)
        self._gate.add(what, action)
        return action

    def add_for_row(self, what: Action, text: str, keys: str, asked: SignalInstance) -> None:
        """An action for the selected row; also in the table's context menu."""
        action = self.add(what, text, keys, asked)
        # Scoped to the table: a window-wide Delete would be stolen from text fields.
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        self._table.addAction(action)
        self._table.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)

    def offer_orders(self, orders: Sequence[tuple[str, StrEnum]]) -> None:
        """What can be sorted by."""
        for text, sort in orders:
            self._orders.addAction(text).triggered.connect(partial(self._on_sort, sort))

    def _on_sort(self, sort: StrEnum, _checked: bool = False) -> None:
        self.sort.emit(sort.value)
