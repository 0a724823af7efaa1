"""Offers the password of a customer who has just registered for copying, once."""

from __future__ import annotations

from pydantic import SecretStr
from PySide6.QtWidgets import QWidget

from medusa_console.clock import Clock
from medusa_console.domain.customer import Customer
from medusa_console.services.secret_copy import SecretCopy
from medusa_console.ui.kit.button import GuardedButton
from medusa_console.ui.kit.copy_status import CopyStatus
from medusa_console.ui.kit.label import PlainLabel
from medusa_console.ui.kit.layout import column, row
from medusa_console.ui.kit.text import shown


class PasswordHandover(QWidget):
    """Hidden until `begin`; keeps the password from `begin` to `end`."""

    def __init__(self, copy: SecretCopy, seconds: int, clock: Clock) -> None:
        """`seconds` is how long a copied password stays on the clipboard."""
        super().__init__()
        self._password: SecretStr | None = None
        self.was_copied = False
        self._text = PlainLabel(role="muted", wrap=True, name="registered.text")
        self.copy_button = GuardedButton(
            self.tr("Copy password"), clock, kind="primary", icon="copy", name="copyPassword"
        )
        self.copy_button.setAutoDefault(False)
        self.copy_button.confirmed.connect(self._on_copy)
        self._status = CopyStatus(copy, seconds)
        self.setLayout(column(self._text, row(self.copy_button, None), self._status))
        self.hide()

    def begin(self, customer: Customer, password: SecretStr) -> None:
        """Offer `password`, with which `customer` has just signed in."""
        self._password = password
        self._text.setText(
            self.tr(
                "{email} has just signed in with this password; that session is forgotten. "
                "Pass the password on now: once this is closed, it cannot be had again."
            ).format(email=shown(customer.email or ""))
        )
        self.show()
        self.copy_button.setFocus()

    def end(self) -> None:
        """Forget the password; the clipboard is still cleared in time."""
        self._status.end()
        self._password = None

    def _on_copy(self) -> None:
        if self._password is not None:
            self.was_copied = True
            self._status.copy(self._password)
