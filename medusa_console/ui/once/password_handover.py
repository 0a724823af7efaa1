"""Offers the sign-in details of a customer who has just registered for copying, once."""

from __future__ import annotations

from pydantic import SecretStr
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from medusa_console.clock import Clock
from medusa_console.domain.customer import Customer
from medusa_console.domain.store import Store
from medusa_console.services.secret_copy import SecretCopy
from medusa_console.ui.kit.button import GuardedButton, Kind, style_button
from medusa_console.ui.kit.copy_status import CopyStatus
from medusa_console.ui.kit.label import PlainLabel
from medusa_console.ui.kit.layout import column, row
from medusa_console.ui.kit.text import shown
from medusa_console.ui.kit.theme_tokens import EIGHT


class PasswordHandover(QWidget):
    """Hidden until `begin`; keeps the password from `begin` to `end`.

    The sign-in details are one text with store, email and password, ready to pass on. The text is
    as secret as the password.

    Signals:
        copied: the password is on the clipboard, alone or among the details.
    """

    copied = Signal()

    def __init__(self, store: Store, copy: SecretCopy, seconds: int, clock: Clock) -> None:
        """`seconds` is how long a copied text stays on the clipboard."""
        super().__init__()
        self._store = store
        self._clock = clock
        self._email = ""
        self._password: SecretStr | None = None
        self.was_copied = False
        self._text = PlainLabel(role="muted", wrap=True, name="registered.text")
        self._copy_details = self._button(
            self.tr("Copy sign-in details"), "copySignInDetails", kind="primary"
        )
        self._copy_password = self._button(self.tr("Copy password"), "copyPassword")
        self._copy_details.confirmed.connect(self._on_copy_details)
        self._copy_password.confirmed.connect(self._on_copy_password)
        self._status = CopyStatus(copy, seconds)
        buttons = row(self._copy_details, self._copy_password, None, spacing=EIGHT)
        self.setLayout(column(self._text, buttons, self._status))
        self.hide()

    def _button(self, text: str, name: str, *, kind: Kind = "plain") -> GuardedButton:
        button = GuardedButton(text, self._clock, kind=kind, icon="copy", name=name)
        button.setAutoDefault(False)
        return button

    def begin(self, customer: Customer, password: SecretStr) -> None:
        """Offer `password`, with which `customer` has just signed in."""
        self._email, self._password = customer.email or "", password
        self._text.setText(
            self.tr(
                "Tested: {email} can sign in with this password. Copy it now; you can't see it "
                "again after closing."
            ).format(email=shown(self._email))
        )
        self.show()
        self._copy_details.setFocus()

    def end(self) -> None:
        """Forget the password; the clipboard is still cleared in time."""
        self._status.end()
        self._password = None

    def _on_copy_details(self) -> None:
        if self._password is None:
            return
        details = self.tr("Your account at {store}\nEmail: {email}\nPassword: {password}").format(
            store=shown(self._store.name),
            email=self._email,
            password=self._password.get_secret_value(),
        )
        self._copy(SecretStr(details))

    def _on_copy_password(self) -> None:
        if self._password is not None:
            self._copy(self._password)

    def _copy(self, secret: SecretStr) -> None:
        self.was_copied = True
        style_button(self._copy_details, "plain", "copy")  # the next step is another
        self._status.copy(secret)
        self.copied.emit()
