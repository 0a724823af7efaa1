"""The actions of the keys page, as the menu bar and the keyboard know them."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from medusa_console.domain import policy
from medusa_console.domain.api_key import KeyState
from medusa_console.domain.query import KeySort
from medusa_console.ui.page_menu import PageMenu


class KeyMenu(PageMenu):
    """Signals:
    create, rename, revoke, delete: the person asked for it.
    """

    create = Signal()
    rename = Signal()
    revoke = Signal()
    delete = Signal()

    def __init__(self, page: QWidget, table: QWidget) -> None:
        super().__init__(page, table, page.tr("&Key"))
        self.add(self.tr("Create key…"), "Ctrl+N", self.create)
        self._rows: tuple[tuple[QAction, Callable[[KeyState], bool]], ...] = (
            (self.add_for_row(self.tr("Rename"), "F2", self.rename), lambda _: True),
            (self.add_for_row(self.tr("Revoke…"), "Del", self.revoke), policy.may_revoke),
            (
                self.add_for_row(self.tr("Delete record…"), "Shift+Del", self.delete),
                policy.may_delete,
            ),
        )
        self.offer_orders(
            (
                (self.tr("Title"), KeySort.TITLE),
                (self.tr("Type"), KeySort.TYPE),
                (self.tr("Key"), KeySort.REDACTED),
                (self.tr("State"), KeySort.STATE),
                (self.tr("Created"), KeySort.CREATED),
                (self.tr("Created by"), KeySort.CREATED_BY),
            )
        )

    def enable_for(self, state: KeyState | None) -> None:
        """Offer what the selected key's state allows; nothing of a row without one."""
        for action, allowed in self._rows:
            action.setEnabled(state is not None and allowed(state))
