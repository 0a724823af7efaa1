"""The actions of the customers page, as the menu bar and the keyboard know them."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from medusa_console.domain.customer import Customer
from medusa_console.domain.policy import Action
from medusa_console.domain.query import CustomerSort
from medusa_console.ui.records.action_gate import ActionGate
from medusa_console.ui.records.menu import PageMenu


class CustomerMenu(PageMenu):
    """Signals:
    register, create_guest, check, edit, delete: the person asked for it.
    """

    register = Signal()
    create_guest = Signal()
    check = Signal()
    edit = Signal()
    delete = Signal()

    def __init__(self, page: QWidget, table: QWidget, gate: ActionGate) -> None:
        super().__init__(page, table, gate, page.tr("&Customer"))
        self.add(Action.REGISTER_CUSTOMER, self.tr("Register customer…"), "Ctrl+N", self.register)
        self.add(
            Action.CREATE_GUEST, self.tr("Create as guest…"), "Ctrl+Shift+N", self.create_guest
        )
        self.add_for_row(Action.CHECK_SIGN_IN, self.tr("Check sign-in…"), "", self.check)
        self.add_for_row(Action.EDIT_CUSTOMER, self.tr("Edit"), "F2", self.edit)
        self.add_for_row(Action.DELETE_CUSTOMER, self.tr("Delete customer…"), "Del", self.delete)
        self.offer_orders(
            (
                (self.tr("Name"), CustomerSort.NAME),
                (self.tr("Email"), CustomerSort.EMAIL),
                (self.tr("Account"), CustomerSort.ACCOUNT),
                (self.tr("Created"), CustomerSort.CREATED),
            )
        )

    def enable_for(self, customer: Customer | None) -> None:
        """Offer what can be done with the selected customer; a guest has no sign-in to check."""
        has_account = customer is not None and customer.has_account
        self._gate.allow_for_row(Action.CHECK_SIGN_IN, fits=has_account)
        for action in (Action.EDIT_CUSTOMER, Action.DELETE_CUSTOMER):
            self._gate.allow_for_row(action, fits=customer is not None)
