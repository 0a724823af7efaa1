"""The actions of one page in the menu bar, with their keys."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QMenu, QWidget

from medusa_console.domain.policy import Action
from medusa_console.ui.kit.announce import announce
from medusa_console.ui.records.action_gate import ActionGate
from medusa_console.ui.records.column import Column


class PageMenu(QObject):
    """A page's menu. `title` is its text in the menu bar; `gate` enables and disables its actions.
    `about_columns` are the actions with the table's columns.

    Signals:
        sort(field): the user wants to sort by `field`, or to reverse its order.
        refused(what, text): the user pressed the key of an action that is disabled.
    """

    sort = Signal(str)
    refused = Signal(object, str)

    def __init__(
        self,
        page: QWidget,
        table: QWidget,
        gate: ActionGate,
        title: str,
        columns: Sequence[Column[Any]],
        about_columns: Sequence[QAction],
    ) -> None:
        super().__init__(page)
        self.title = title
        self._page = page
        self._gate = gate
        self._table = table
        self._actions: list[QAction] = []
        self._by_what: dict[Action, QAction] = {}
        self.copies: list[QAction] = []
        self._orders = QMenu(self.tr("Sort by"), page)
        for column in columns:
            if column.sort:
                order = self._orders.addAction(column.title)
                order.triggered.connect(lambda _checked, field=column.sort: self.sort.emit(field))
        self._about_columns = about_columns

    def fill(self, menu: QMenu) -> None:
        """Put every action into `menu`."""
        menu.setToolTipsVisible(True)  # tool tips tell why an action is disabled
        menu.addActions(self._actions)
        menu.addSeparator()
        menu.addMenu(self._orders)
        menu.addActions(self._about_columns)

    def add(self, what: Action, text: str, key: str, run: Callable[[], None]) -> QAction:
        """Add an action of the page."""
        action = self._add(what, text, key, run)
        self._refuse(action, what, self._page, Qt.ShortcutContext.WindowShortcut)
        return action

    def _add(self, what: Action, text: str, key: str, run: Callable[[], None]) -> QAction:
        action = QAction(text, self)
        action.setObjectName(what.name)
        action.setShortcut(QKeySequence(key))
        action.triggered.connect(lambda: run())
        self._actions.append(action)
        self._gate.add(what, action)
        self._by_what[what] = action
        return action

    def action(self, what: Action) -> QAction:
        """The menu's action that does `what`."""
        return self._by_what[what]

    def rename(self, what: Action, text: str) -> None:
        """Give the action that does `what` another text."""
        if what in self._by_what:
            self._by_what[what].setText(text)

    def add_copy(self, text: str, name: str, value: Callable[[], str]) -> None:
        """Add an action that copies something harmless of the selected row, also to the table's
        context menu; `name` is its objectName."""

        def copy() -> None:
            QGuiApplication.clipboard().setText(value())
            announce(self._page, self.tr("Copied"))

        action = QAction(text, self)
        action.setObjectName(name)
        action.triggered.connect(copy)
        self.copies.append(action)
        self._actions.append(action)
        self._table.addAction(action)

    def offer_copies(self, *, offered: bool) -> None:
        """Enable the actions that copy, while a row is selected."""
        for action in self.copies:
            action.setEnabled(offered)

    def add_for_row(self, what: Action, text: str, key: str, run: Callable[[], None]) -> None:
        """Add an action for the selected row, also to the table's context menu."""
        action = self._add(what, text, key, run)
        self._refuse(action, what, self._table, Qt.ShortcutContext.WidgetShortcut)
        # Scoped to the table: a window-wide Delete would be stolen from text fields.
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        self._table.addAction(action)
        self._table.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)

    def open_at(self, place: QPoint) -> None:
        """Open a menu of what can be done with the selected rows."""
        menu = QMenu(self._page)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addActions([action for action in self._table.actions() if action.isEnabled()])
        menu.popup(place)

    def _refuse(
        self, action: QAction, what: Action, widget: QWidget, context: Qt.ShortcutContext
    ) -> None:
        """Listen to the key of `action` while `action` is disabled, and so would ignore it."""
        key = QShortcut(action.shortcut(), widget)
        key.setContext(context)
        key.setEnabled(not action.isEnabled())
        action.enabledChanged.connect(lambda enabled: key.setEnabled(not enabled))
        key.activated.connect(lambda: self.refused.emit(what, action.text().rstrip("…")))
