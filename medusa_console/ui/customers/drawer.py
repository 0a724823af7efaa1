"""The drawer of one customer: facts, what can be done, then what comes a moment later."""

from __future__ import annotations

from PySide6.QtCore import Signal

from medusa_console.domain.customer import Customer
from medusa_console.domain.errors import NotMedusa, TooBig
from medusa_console.domain.policy import Action
from medusa_console.ui.customers.facts import CustomerFacts
from medusa_console.ui.kit.button import push_button
from medusa_console.ui.kit.fact_list import Fact
from medusa_console.ui.kit.text import shown
from medusa_console.ui.records.action_gate import ActionGate
from medusa_console.ui.records.drawer import Drawer


class CustomerDetail(Drawer):
    """Signals:
    check_requested, edit_requested, delete_requested: for the shown customer.
    """

    check_requested = Signal()
    edit_requested = Signal()
    delete_requested = Signal()

    def __init__(self, facts: CustomerFacts, gate: ActionGate) -> None:
        super().__init__()
        self._facts_of = facts
        self._gate = gate
        self._check = push_button(
            self.tr("Check sign-in…"),
            self.check_requested.emit,
            icon="log-in",
            name="checkSignIn.open",
        )
        self._edit = push_button(
            self.tr("Edit"), self.edit_requested.emit, icon="pencil", name="editCustomer"
        )
        self._delete = push_button(
            self.tr("Delete customer…"),
            self.delete_requested.emit,
            kind="danger",
            icon="trash-2",
            name="deleteCustomer.open",
        )
        gate.add(Action.CHECK_SIGN_IN, self._check)
        gate.add(Action.EDIT_CUSTOMER, self._edit)
        gate.add(Action.DELETE_CUSTOMER, self._delete)
        for button in (self._check, self._edit, self._delete):
            button.setParent(self)  # kept here while it is not among the actions
            button.hide()

    def show_customer(
        self, listed: Customer, whole: Customer | None, unread: NotMedusa | None = None
    ) -> None:
        """Show what the list tells, and what only reading the customer did, once that is known;
        `unread`: why addresses and metadata are not."""
        title = shown(listed.name or listed.email or "") or self.tr("(no name)")
        more = self._facts_of.more(whole) if whole is not None else []
        if unread is not None:
            more = [Fact(self.tr("Details"), self._why_not(unread))]
        self.show_facts(title, self._facts_of.facts(listed), more)
        check = [self._check] if listed.has_account else []
        note = self._gate.why_not(Action.EDIT_CUSTOMER, Action.DELETE_CUSTOMER)
        self.set_actions([*check, self._edit, self._delete], note)

    def _why_not(self, error: NotMedusa) -> str:
        title = self.tr("Addresses and details cannot be read.")
        if isinstance(error, TooBig):
            size = error.limit >> 20
            return f"{title} " + self.tr("They are larger than {size} MB.").format(size=size)
        # Whoever signs in as the customer may write there whatever they like.
        return f"{title} " + self.tr("They are of a form that is not expected here.")
