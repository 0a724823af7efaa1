"""How a store is reached where the system's settings do not do: its own CA file, its own proxy."""

from __future__ import annotations

from pydantic import SecretStr
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QFileDialog, QWidget

from medusa_console.domain.address import canonical_proxy
from medusa_console.domain.defaults import Defaults
from medusa_console.domain.errors import UnsafeAddress
from medusa_console.domain.store import Proxy, ProxyKind, Store
from medusa_console.tasks import TaskScope
from medusa_console.ui.kit.ask import chosen_file
from medusa_console.ui.kit.button import push_button
from medusa_console.ui.kit.field import Field
from medusa_console.ui.kit.layout import column, row
from medusa_console.ui.kit.line_edit import LineEdit, PathEdit
from medusa_console.ui.kit.password_edit import PasswordEdit
from medusa_console.ui.words import labels, reasons

_KINDS = (ProxyKind.SYSTEM, ProxyKind.NONE, ProxyKind.OWN)
_LONGEST = 200

# CA file; proxy; the proxy's password, None where the one in the keyring stays, "" for none.
Connection = tuple[str, Proxy, SecretStr | None]


class ConnectionFields(QWidget):
    """CA file and proxy of `store`. The password of its proxy stays in the keyring and is not
    shown. What `defaults` fix cannot be changed. Call `forget` at the end.

    Signals:
        changed: the user typed or chose.
    """

    changed = Signal()

    def __init__(self, store: Store, tasks: TaskScope, defaults: Defaults) -> None:
        super().__init__()
        self._before = store.proxy
        self._ca_file = PathEdit(store.ca_file)
        self._ca_file.setPlaceholderText(self.tr("None"))
        browse = push_button(
            self.tr("Browse…"),
            lambda: tasks.start(self._browse(), replacing="caFile"),
            name="caFile.browse",
        )
        browse.setAutoDefault(False)
        self._kind = QComboBox()
        self._kind.addItems(
            [self.tr("Use system settings"), self.tr("No proxy"), self.tr("Custom")]
        )
        self._kind.setCurrentIndex(_KINDS.index(store.proxy.kind))
        self._address = LineEdit(store.proxy.address)
        self._address.setPlaceholderText("http://proxy.example.com:3128")
        self._user = LineEdit(store.proxy.user)
        self._password = PasswordEdit()
        self._lay_out(browse, defaults)
        fixed_file, fixed_proxy = defaults.ca_file is not None, defaults.proxy is not None
        self._ca_file.setDisabled(fixed_file)
        browse.setDisabled(fixed_file)
        self._kind.setDisabled(fixed_proxy)
        self._address.setDisabled(fixed_proxy)
        self._ca_file.textChanged.connect(self.changed)
        self._kind.currentIndexChanged.connect(self._on_proxy_changed)
        for edit in (self._address, self._user, self._password):
            edit.setMaxLength(_LONGEST)
            edit.textChanged.connect(self._on_proxy_changed)
        self._show_proxy()

    def _lay_out(self, browse: QWidget, defaults: Defaults) -> None:
        by_admin = f"{labels.set_by_administrator()}. "
        self._ca_file_field = Field(
            self.tr("CA certificate"),
            self._ca_file,
            name="caFile",
            hint=labels.set_by_administrator()
            if defaults.ca_file is not None
            else self.tr(
                "Only for servers with a private certificate authority. Trusted for this store "
                "only."
            ),
            beside=(browse,),
        )
        kind_field = Field(
            self.tr("Proxy"),
            self._kind,
            name="proxyKind",
            hint=(by_admin if defaults.proxy is not None else "")
            + self.tr("Stores on this computer never use a proxy."),
        )
        self._address_field = Field(self.tr("Proxy address"), self._address, name="proxyAddress")
        self._user_field = Field(
            self.tr("Proxy user name (optional)"), self._user, name="proxyUser"
        )
        password_field = Field(self.tr("Proxy password"), self._password, name="proxyPassword")
        account = row(self._user_field, password_field, equal=True)
        self._own = QWidget()
        self._own.setLayout(column(self._address_field, account))
        self.setLayout(column(self._ca_file_field, kind_field, self._own))

    def value(self) -> Connection | None:
        """The connection; None for an unusable proxy, whose field then shows the error."""
        proxy = self._proxy()
        if proxy is None:
            return None
        password = None
        if proxy.kind is ProxyKind.OWN and self._password.text():
            password = SecretStr(self._password.text())
        elif self._before.user and proxy != self._before:
            password = SecretStr("")
        return self._ca_file.text().strip(), proxy, password

    def refuse_ca_file(self, reason: str) -> None:
        """Show what is wrong with the CA file."""
        _refuse(self._ca_file_field, reason)

    def forget(self) -> None:
        """Remove the password from the field, and from its undo history."""
        self._password.setText("")

    def _proxy(self) -> Proxy | None:
        kind = _KINDS[self._kind.currentIndex()]
        if kind is not ProxyKind.OWN:
            return Proxy(kind)
        user = self._user.text().strip()
        if ":" in user:
            _refuse(self._user_field, self.tr("A proxy user name can't contain a colon."))
            return None
        if self._password.text() and not user:
            _refuse(self._user_field, self.tr("Enter the user name for this password."))
            return None
        try:
            return Proxy(kind, canonical_proxy(self._address.text()), user)
        except UnsafeAddress as error:
            _refuse(self._address_field, reasons.address(error))
            return None

    def _on_proxy_changed(self) -> None:
        self._address_field.clear_error()
        self._user_field.clear_error()
        self._show_proxy()
        self.changed.emit()

    def _show_proxy(self) -> None:
        self._own.setVisible(_KINDS[self._kind.currentIndex()] is ProxyKind.OWN)
        kept = (
            self._before.user == self._user.text().strip() != ""
            and self._before.address == self._address.text().strip()
        )
        self._password.setPlaceholderText(
            self.tr("Saved in the keyring. Type to replace it.") if kept else ""
        )

    async def _browse(self) -> None:
        dialog = QFileDialog(self, self.tr("Choose a CA certificate"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters(
            [self.tr("Certificates (*.pem *.crt *.cer *.der)"), self.tr("All files (*)")]
        )
        if (path := await chosen_file(dialog)) is not None:
            self._ca_file.setText(str(path))


def _refuse(field: Field, reason: str) -> None:
    field.show_error(reason)
    field.widget.setFocus()
