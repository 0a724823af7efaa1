"""Asks whether to delete a customer; the user types the email and so checks who it is."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QWidget

from medusa_console.clock import Clock
from medusa_console.domain.customer import Customer
from medusa_console.domain.store import Store
from medusa_console.ui.kit.ask import answer, only_with_control
from medusa_console.ui.kit.button import GuardedButton, push_button
from medusa_console.ui.kit.fact_list import Fact, FactList
from medusa_console.ui.kit.field import Field
from medusa_console.ui.kit.frame import bring_into_view, fill
from medusa_console.ui.kit.label import PlainLabel
from medusa_console.ui.kit.line_edit import LineEdit
from medusa_console.ui.kit.text import shown
from medusa_console.ui.words import labels

_WIDTH = 520


class DeleteCustomer(QDialog):
    """Confirmed by typing the email of `customer`; without an email, by the button alone."""

    def __init__(self, parent: QWidget, store: Store, customer: Customer, clock: Clock) -> None:
        super().__init__(parent)
        self._email = (customer.email or "").strip()
        self.setObjectName("deleteCustomer")
        self.setWindowTitle(self.tr("Delete customer"))  # other programs read titles
        self._delete = GuardedButton(
            self.tr("Delete customer"), clock, kind="destroy", name="submit"
        )
        self._delete.confirmed.connect(self.accept)
        keep = push_button(self.tr("Keep customer"), self.reject, name="keep")
        only_with_control(self, self._delete)
        body: list[QWidget] = [
            PlainLabel(self._question(customer), role="title", wrap=True, name="delete.heading")
        ]
        facts = self._facts(customer)
        consequences = self._consequences(customer)
        body.append(FactList(facts))
        body.append(PlainLabel(consequences, role="strong", wrap=True, name="delete.text"))
        if self._email:
            self._typed = LineEdit()
            ask = self.tr("Type {email} to confirm.").format(email=shown(self._email))
            body.append(PlainLabel(ask, wrap=True, name="delete.ask"))
            body.append(Field(self.tr("Email"), self._typed, name="typedEmail"))
            self._typed.textChanged.connect(self._on_typed)
            self._delete.setEnabled(False)
            keep.setAutoDefault(False)  # Enter after typing must not mean “keep”
        fill(self, store, body, right=(keep, self._delete), width=_WIDTH)
        (self._typed if self._email else keep).setFocus()

    async def ask(self) -> bool:
        """Open the dialog and wait; returns whether the user wants to delete the customer."""
        return await answer(self) == QDialog.DialogCode.Accepted

    def _on_typed(self) -> None:
        bring_into_view(self, self._typed)
        self._delete.setEnabled(self._typed.text().strip() == self._email)

    def _question(self, customer: Customer) -> str:
        who = self._email or customer.name
        if not who:
            return self.tr("Delete this customer?")
        # A guest and an account may share the email, and often the name.
        asked = (
            self.tr("Delete the account of {name}?")
            if customer.has_account
            else self.tr("Delete the guest {name}?")
        )
        return asked.format(name=shown(who))

    def _facts(self, customer: Customer) -> list[Fact]:
        """What tells this customer from another of the same email."""
        facts = [Fact(self.tr("ID"), customer.id, code=True)]
        if customer.name:
            facts.insert(0, Fact(self.tr("Name"), customer.name))
        return [*facts, Fact(self.tr("Created"), labels.exact(customer.created_at))]

    def _consequences(self, customer: Customer) -> str:
        if customer.has_account:
            return self.tr(
                "The customer and their sign-in are deleted immediately. Orders, and any guest "
                "with the same email, are kept. This cannot be undone."
            )
        return self.tr(
            "The guest is deleted immediately. Orders, and any account with the same email, are "
            "kept. This cannot be undone."
        )
