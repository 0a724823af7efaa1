"""What is asked about a customer who is to be registered."""

from __future__ import annotations

from functools import partial

from pydantic import SecretStr
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from medusa_console.domain.api_key import ApiKey
from medusa_console.domain.customer import CustomerDetails, EmailMatches
from medusa_console.domain.errors import EmailTaken, Invalid, KeyRefused
from medusa_console.services.registration import RegistrationFailed, Step
from medusa_console.services.store_services import StoreServices
from medusa_console.tasks import TaskScope
from medusa_console.ui.customers.email_field import EmailField
from medusa_console.ui.customers.key_choice import KeyChoice
from medusa_console.ui.customers.registration_words import explain_failure
from medusa_console.ui.kit.field import Field
from medusa_console.ui.kit.password_field import PasswordField
from medusa_console.ui.kit.text import shown
from medusa_console.ui.kit.theme_tokens import TWELVE

_LONGEST_NAME = 200

Filled = tuple[CustomerDetails, SecretStr, ApiKey]


class RegistrationForm(QWidget):
    """The publishable keys are not looked for before `keys.load`. Call `forget` in the end.

    Signals:
        changed: something else was typed.
    """

    changed = Signal()

    def __init__(self, services: StoreServices, tasks: TaskScope) -> None:
        super().__init__()
        self.email = EmailField(tasks, services.customers.email_matches, self._tell)
        self.email.changed.connect(self._on_about)
        self.password = PasswordField(tasks, about=self._about)
        self.password.changed.connect(self.changed)
        self._first_name, self._last_name = QLineEdit(), QLineEdit()
        for name in (self._first_name, self._last_name):
            name.setMaxLength(_LONGEST_NAME)
            name.textChanged.connect(self._on_about)
        find = partial(services.permissions.read, services.registration.publishable_keys)
        self.keys = KeyChoice(tasks, find)
        names = QHBoxLayout()
        names.setSpacing(TWELVE)
        names.addWidget(Field(self.tr("First name"), self._first_name, name="firstName"))
        names.addWidget(Field(self.tr("Last name"), self._last_name, name="lastName"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(TWELVE)
        column.addWidget(self.email)
        column.addWidget(self.password)
        column.addLayout(names)
        column.addWidget(self.keys)

    def filled(self) -> Filled | None:
        """What was filled in; None when something is missing, which is said beside it then."""
        password, key = self.password.value, self.keys.value
        if key is None:
            self.keys.field.show_error(self.tr("Nobody can register without a publishable key."))
        if not password.get_secret_value():
            self.password.field.show_error(self.tr("Enter a password, or press Generate."))
            self.password.edit.setFocus()
        if not self.email.check() or key is None or not password.get_secret_value():
            return None
        details = CustomerDetails(
            email=self.email.value,
            first_name=self._first_name.text().strip(),
            last_name=self._last_name.text().strip(),
        )
        return details, password, key

    def refuse(self, error: RegistrationFailed) -> bool:
        """Say `error` beside the field it is about and go there; False when there is none."""
        words = explain_failure(error).sentence
        match error.cause:
            case EmailTaken() if error.step is Step.IDENTITY:
                self.password.field.show_error(words)
                self.password.edit.setFocus()
                self.password.edit.selectAll()
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
        """While it is being sent nobody changes it."""
        for edit in (self.email.edit, self._first_name, self._last_name):
            edit.setReadOnly(locked)
        self.password.set_locked(locked=locked)
        self.keys.setDisabled(locked)

    def forget(self) -> None:
        """Hold no password any more."""
        self.password.forget()

    def _about(self) -> tuple[str, ...]:
        return (self.email.value, self._first_name.text(), self._last_name.text())

    def _on_about(self) -> None:
        self.password.judge()  # whoever knows the customer guesses better
        self.changed.emit()

    def _tell(self, found: EmailMatches) -> str:
        told = []
        if found.account is not None:
            told.append(
                self.tr(
                    "An account with this email exists. Registering can only finish one that was "
                    "broken off, with the same password."
                )
            )
        elif found.guest is not None:
            told.append(
                self.tr(
                    "A guest has this email. Registering makes a second record: guest and account "
                    "stay apart."
                )
            )
        if found.near:
            told.append(
                self.tr(
                    "{email} exists, written differently. Medusa takes them for two people."
                ).format(email=shown(found.near[0].email or ""))
            )
        return "\n".join(told)
