"""The actions of the keys page, as the menu bar and the keyboard know them."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from medusa_console.domain import policy
from medusa_console.domain.api_key import KeyState
from medusa_console.domain.policy import Action
from medusa_console.domain.query import KeySort
from medusa_console.ui.records.action_gate import ActionGate
from medusa_console.ui.records.menu import PageMenu


class KeyMenu(PageMenu):
    """Signals:
    create, rename, revoke, delete: the person asked for it.
    """

    create = Signal()
    rename = Signal()
    revoke = Signal()
    delete = Signal()

    def __init__(self, page: QWidget, table: QWidget, gate: ActionGate) -> None:
        super().__init__(page, table, gate, page.tr("&Key"))
        self.add(Action.CREATE_KEY, self.tr("Create key…"), "Ctrl+N", self.create)
        self.add_for_row(Action.RENAME_KEY, self.tr("Rename"), "F2", self.rename)
        self.add_for_row(Action.REVOKE_KEY, self.tr("Revoke…"), "Del", self.revoke)
        self.add_for_row(Action.DELETE_KEY, self.tr("Delete record…"), "Shift+Del", self.delete)
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
        may_revoke = state is not None and policy.may_revoke(state)
        may_delete = state is not None and policy.may_delete(state)
        self._gate.allow_for_row(Action.RENAME_KEY, fits=state is not None)
        self._gate.allow_for_row(Action.REVOKE_KEY, fits=may_revoke)
        self._gate.allow_for_row(Action.DELETE_KEY, fits=may_delete)
