"""Whether to delete a customer: whoever types the email has looked whom it hits."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QLineEdit, QWidget

from medusa_console.clock import Clock
from medusa_console.domain.customer import Customer
from medusa_console.domain.store import Environment, Store
from medusa_console.ui.kit.ask import only_with_control
from medusa_console.ui.kit.button import GuardedButton, push_button
from medusa_console.ui.kit.field import Field
from medusa_console.ui.kit.frame import fill
from medusa_console.ui.kit.label import PlainLabel
from medusa_console.ui.kit.text import shown


class DeleteCustomer(QDialog):
    """Accepted: the person wants it. A customer without an email is confirmed without typing."""

    def __init__(self, parent: QWidget, store: Store, customer: Customer, clock: Clock) -> None:
        super().__init__(parent)
        self._email = (customer.email or "").strip()
        heading = self._question(customer)
        self.setObjectName("deleteCustomer")
        self.setWindowTitle(heading)
        self._delete = GuardedButton(
            self.tr("Delete customer"), clock, kind="danger", name="submit"
        )
        self._delete.confirmed.connect(self.accept)
        keep = push_button(self.tr("Keep customer"), self.reject, name="keep")
        if store.environment is Environment.LIVE:
            only_with_control(self, self._delete)
        body: list[QWidget] = [
            PlainLabel(heading, role="title", wrap=True, name="delete.heading"),
        ]
        if self._email and customer.name:
            name = shown(customer.name)
            body += [PlainLabel(name, role="strong", wrap=True, name="delete.name")]
        body += [
            PlainLabel(self._consequences(customer), role="muted", wrap=True, name="delete.text"),
        ]
        if self._email:
            ask = self.tr("Type {email} to confirm.").format(email=shown(self._email))
            body += [PlainLabel(ask, role="strong", wrap=True, name="delete.ask")]
            body += [self._typed_email(live=store.environment is Environment.LIVE)]
            keep.setAutoDefault(False)  # Enter after typing must not mean “keep”
        fill(self, store, body, right=(keep, self._delete))
        (self._typed if self._email else keep).setFocus()

    def _typed_email(self, *, live: bool) -> QWidget:
        self._typed = QLineEdit()
        self._typed.textChanged.connect(self._on_typed)
        self._delete.setEnabled(False)
        self._delete.setAutoDefault(False)
        self._delete.setDefault(not live)
        return Field(self.tr("Email"), self._typed, name="typedEmail")

    def _on_typed(self) -> None:
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

    def _consequences(self, customer: Customer) -> str:
        gone = (
            self.tr("The customer and their sign-in go at once.")
            if customer.has_account
            else self.tr("The customer goes at once.")
        )
        stays = (
            self.tr("Orders stay, and so does a guest with the same email.")
            if customer.has_account
            else self.tr("Orders stay, and so does an account with the same email.")
        )
        return f"{gone} {stays} {self.tr('API keys are not touched. This cannot be undone.')}"
