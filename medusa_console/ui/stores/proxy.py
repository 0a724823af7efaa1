"""Through which proxy a store is reached."""

from __future__ import annotations

from pydantic import SecretStr
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from medusa_console.domain.address import canonical_proxy
from medusa_console.domain.errors import UnsafeAddress
from medusa_console.domain.store import Proxy, ProxyKind
from medusa_console.ui.kit.field import Field
from medusa_console.ui.kit.password_edit import PasswordEdit
from medusa_console.ui.kit.theme_tokens import TWELVE
from medusa_console.ui.words import reasons

_KINDS = (ProxyKind.SYSTEM, ProxyKind.NONE, ProxyKind.OWN)
_LONGEST = 200


class ProxyFields(QWidget):
    """`before` is what was chosen so far; its password stays in the keyring and is not shown.

    Signals:
        changed: something else was chosen or typed.
    """

    changed = Signal()

    def __init__(self, before: Proxy) -> None:
        super().__init__()
        self._before = before
        self._kind = QComboBox()
        self._kind.addItems(
            [self.tr("As this computer is set"), self.tr("None"), self.tr("Its own")]
        )
        self._kind.setCurrentIndex(_KINDS.index(before.kind))
        kind_field = Field(
            self.tr("Proxy"),
            self._kind,
            name="proxyKind",
            hint=self.tr("A store on this computer is always reached directly."),
        )
        self._address = QLineEdit(before.address)
        self._address.setPlaceholderText("http://proxy.example.com:3128")
        self._address_field = Field(self.tr("Proxy address"), self._address, name="proxyAddress")
        self._user = QLineEdit(before.user)
        self._user_field = Field(self.tr("Proxy user (if it asks)"), self._user, name="proxyUser")
        self._password = PasswordEdit()
        self._password_field = Field(
            self.tr("Proxy password"), self._password, name="proxyPassword"
        )
        for edit in (self._address, self._user, self._password):
            edit.setMaxLength(_LONGEST)
            edit.textChanged.connect(self._on_changed)
        pair = QHBoxLayout()
        pair.setSpacing(TWELVE)
        pair.addWidget(self._user_field, 1)
        pair.addWidget(self._password_field, 1)
        self._own = QWidget()
        own = QVBoxLayout(self._own)
        own.setContentsMargins(0, 0, 0, 0)
        own.setSpacing(TWELVE)
        own.addWidget(self._address_field)
        own.addLayout(pair)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(TWELVE)
        layout.addWidget(kind_field)
        layout.addWidget(self._own)
        self._kind.currentIndexChanged.connect(self._on_changed)
        self._show()

    def proxy(self) -> Proxy | None:
        """What is chosen; None when it cannot be used, which is said beside the field."""
        kind = _KINDS[self._kind.currentIndex()]
        if kind is not ProxyKind.OWN:
            return Proxy(kind)
        user = self._user.text().strip()
        if ":" in user:
            self._refuse(self._user_field, self.tr("A proxy's user name has no colon."))
            return None
        if self._password.text() and not user:
            self._refuse(self._user_field, self.tr("Enter the name that belongs to the password."))
            return None
        try:
            return Proxy(kind, canonical_proxy(self._address.text()), user)
        except UnsafeAddress as error:
            self._refuse(self._address_field, reasons.address(error))
            return None

    def password(self, proxy: Proxy) -> SecretStr | None:
        """The password for `proxy`: None where the one in the keyring stays, "" for none."""
        if proxy.kind is ProxyKind.OWN and self._password.text():
            return SecretStr(self._password.text())
        return SecretStr("") if self._before.user and proxy != self._before else None

    def forget(self) -> None:
        """Take the password out of the field, and out of its undo history."""
        self._password.setText("")

    def _refuse(self, field: Field, reason: str) -> None:
        field.show_error(reason)
        field.widget.setFocus()

    def _on_changed(self) -> None:
        self._address_field.clear_error()
        self._user_field.clear_error()
        self._show()
        self.changed.emit()

    def _show(self) -> None:
        self._own.setVisible(_KINDS[self._kind.currentIndex()] is ProxyKind.OWN)
        kept = (
            self._before.user == self._user.text().strip() != ""
            and self._before.address == self._address.text().strip()
        )
        self._password.setPlaceholderText(
            self.tr("Kept in the keyring; type to replace it") if kept else ""
        )
