"""The actions of the keys page, as the menu bar and the keyboard know them."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Qt, Signal, SignalInstance
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from medusa_console.domain import policy
from medusa_console.domain.api_key import KeyState
from medusa_console.domain.query import KeySort


class KeyMenu(QObject):
    """Signals:
    create, rename, revoke, delete: the person asked for it.
    sort: a KeySort to sort by; the same again turns the order round.
    """

    create = Signal()
    rename = Signal()
    revoke = Signal()
    delete = Signal()
    sort = Signal(str)

    def __init__(self, page: QWidget, table: QWidget) -> None:
        super().__init__(page)
        self._create = self._action(self.tr("Create key…"), "Ctrl+N", self.create)
        self._rows: tuple[tuple[QAction, Callable[[KeyState], bool]], ...] = (
            (self._action(self.tr("Rename"), "F2", self.rename), lambda _: True),
            (self._action(self.tr("Revoke…"), "Del", self.revoke), policy.may_revoke),
            (self._action(self.tr("Delete record…"), "Shift+Del", self.delete), policy.may_delete),
        )
        for action, _ in self._rows:
            # Scoped to the table: a window-wide Delete would be stolen from text fields.
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
            table.addAction(action)
        table.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)

    def fill(self, menu: QMenu) -> None:
        """Put every action into `menu`."""
        menu.addActions([self._create, *(action for action, _ in self._rows)])
        menu.addSeparator()
        orders = menu.addMenu(self.tr("Sort by"))
        for text, sort in (
            (self.tr("Title"), KeySort.TITLE),
            (self.tr("Type"), KeySort.TYPE),
            (self.tr("Key"), KeySort.REDACTED),
            (self.tr("State"), KeySort.STATE),
            (self.tr("Created"), KeySort.CREATED),
            (self.tr("Created by"), KeySort.CREATED_BY),
        ):
            orders.addAction(text).triggered.connect(partial(self._on_sort, sort))

    def enable_for(self, state: KeyState | None) -> None:
        """Offer what the selected key's state allows; nothing of a row without one."""
        for action, allowed in self._rows:
            action.setEnabled(state is not None and allowed(state))

    def _on_sort(self, sort: KeySort, _checked: bool = False) -> None:
        self.sort.emit(sort.value)

    def _action(self, text: str, keys: str, asked: SignalInstance) -> QAction:
        action = QAction(text, self)
        action.setShortcut(QKeySequence(keys))
        action.triggered.connect(lambda: asked.emit())
        return action
