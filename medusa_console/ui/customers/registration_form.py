"""The fields of a registration."""

from __future__ import annotations

from functools import partial

from pydantic import SecretStr
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from medusa_console.domain import policy
from medusa_console.domain.api_key import ApiKey
from medusa_console.domain.customer import CustomerDetails, EmailMatches
from medusa_console.domain.errors import EmailTaken, Invalid, KeyRefused, NotSendable
from medusa_console.services.registration import RegistrationFailed, Step
from medusa_console.services.store_services import StoreServices
from medusa_console.tasks import TaskScope
from medusa_console.ui.customers.detail_edit import DetailEdit
from medusa_console.ui.customers.email_field import EmailField
from medusa_console.ui.customers.key_choice import KeyChoice
from medusa_console.ui.customers.registration_words import explain_failure
from medusa_console.ui.kit.field import Field
from medusa_console.ui.kit.layout import column, row
from medusa_console.ui.kit.password_field import PasswordField
from medusa_console.ui.kit.text import shown
from medusa_console.ui.words import reasons

Filled = tuple[CustomerDetails, SecretStr, ApiKey]


class RegistrationForm(QWidget):
    """Email, password, names and publishable key. Call `keys.load` to read the keys, and
    `password.forget` at the end.

    Signals:
        changed: the user typed.
    """

    changed = Signal()

    def __init__(self, services: StoreServices, tasks: TaskScope) -> None:
        super().__init__()
        self.email = EmailField(tasks, services.customers.email_matches, self._describe)
        self._taken = False
        self.email.changed.connect(self._on_other_email)
        self.email.changed.connect(self._on_about)
        hint = self.tr("Give it to the customer. It is not saved anywhere.")
        self.password = PasswordField(tasks, about=self._about, hint=hint)
        self.password.changed.connect(self.changed)
        self._first_name, self._last_name = DetailEdit(), DetailEdit()
        self._names = {
            "first_name": Field(self.tr("First name"), self._first_name, name="firstName"),
            "last_name": Field(self.tr("Last name"), self._last_name, name="lastName"),
        }
        for edit, field in zip(
            (self._first_name, self._last_name), self._names.values(), strict=True
        ):
            edit.textChanged.connect(self._on_about)
            edit.textChanged.connect(field.clear_error)
        find = partial(services.permissions.read, services.registration.publishable_keys)
        self.keys = KeyChoice(tasks, find)
        names = row(*self._names.values(), equal=True)
        self.setLayout(column(self.email, self.password, names, self.keys))

    def filled(self) -> Filled | None:
        """The details, the password and the key; None if one is missing, which its field says."""
        self._clear_errors()
        password, key = self.password.value, self.keys.value
        if key is None:
            self.keys.field.show_error(
                self.tr("Medusa needs a publishable key to register customers.")
            )
        if not password.get_secret_value():
            self.password.refuse(self.tr("Enter a password, or choose Generate."))
        if not self.email.check() or key is None or not password.get_secret_value():
            return None
        details = CustomerDetails(
            email=self.email.value,
            first_name=self._first_name.value,
            last_name=self._last_name.value,
        )
        return (details, password, key) if self._holds_no_key(details) else None

    def _clear_errors(self) -> None:
        """Remove what was said about an earlier attempt."""
        self._taken = False
        self.email.clear_error()
        self.password.clear_error()
        for field in (*self._names.values(), self.keys.field):
            field.clear_error()

    def _holds_no_key(self, details: CustomerDetails) -> bool:
        try:
            policy.check_details(details)
        except NotSendable as error:
            words = reasons.entered(error)
            if (field := self._names.get(error.field)) is None:
                self.email.refuse(words)
            else:
                field.show_error(words)
                field.widget.setFocus()
            return False
        return True

    def refuse(self, error: RegistrationFailed) -> bool:
        """Show `error` beneath the field that it is about, which gets the focus; returns False if
        there is no such field."""
        words = explain_failure(error).sentence
        match error.cause:
            case EmailTaken() if error.step is Step.IDENTITY:
                self._taken = True
                self.password.refuse(words)
            case EmailTaken():
                self.email.refuse(words)
            case Invalid(message=said) if "email" in said.lower():
                self.email.refuse(words)
            case KeyRefused():
                self.keys.field.show_error(words)
                self.keys.combo.setFocus()
            case _:
                return False
        return True

    def set_locked(self, *, locked: bool) -> None:
        """While locked, no field can be edited."""
        for edit in (self.email.edit, self._first_name, self._last_name):
            edit.setReadOnly(locked)
        self.password.set_locked(locked=locked)
        self.keys.setDisabled(locked)

    def _about(self) -> tuple[str, ...]:
        return (self.email.value, self._first_name.text(), self._last_name.text())

    def _on_other_email(self) -> None:
        if self._taken:
            self._taken = False
            self.password.clear_error()

    def _on_about(self) -> None:
        self.password.judge()  # an attacker who knows the customer guesses better
        self.changed.emit()

    def _describe(self, found: EmailMatches) -> str:
        lines = []
        if found.account is not None:
            lines.append(
                self.tr(
                    "An account with this email exists. You can only finish an interrupted "
                    "registration, with the same password."
                )
            )
        elif found.guest is not None:
            lines.append(self.tr("A guest has this email. The two records stay separate."))
        if found.near:
            lines.append(
                self.tr(
                    "{email} already exists in different capitals. Medusa treats them as two "
                    "customers."
                ).format(email=shown(found.near[0].email or ""))
            )
        return "\n".join(lines)
