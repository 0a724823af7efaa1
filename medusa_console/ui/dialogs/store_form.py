"""The form of a store: its name, its address, and what a mistake there would break."""

from __future__ import annotations

from PySide6.QtWidgets import QComboBox, QDialog, QLineEdit, QWidget

from medusa_console.domain.errors import UnsafeAddress
from medusa_console.domain.store import Environment, Store, canonical_origin
from medusa_console.ui import labels
from medusa_console.ui.dialogs.frame import fill
from medusa_console.ui.widgets.button import GuardedButton, push_button
from medusa_console.ui.widgets.field import Field
from medusa_console.ui.widgets.label import PlainLabel

_LONGEST_NAME = 80
_ENVIRONMENTS = (Environment.LIVE, Environment.STAGING, Environment.DEVELOPMENT)


class StoreForm(QDialog):
    """Accepted: `name`, `origin` and `environment` hold what was entered, checked.

    Saying yes here is the confirmation of a new origin: the form shows where the password will go.
    """

    def __init__(self, parent: QWidget, store: Store | None = None) -> None:
        super().__init__(parent)
        self.name = store.name if store else ""
        self.origin = store.origin if store else ""
        self.environment = store.environment if store else Environment.LIVE
        self._edited = store
        heading = self.tr("Edit store") if store else self.tr("Connect your store")
        self.setObjectName("storeForm")
        self.setWindowTitle(heading)
        self._name = QLineEdit(self.name)
        self._name.setMaxLength(_LONGEST_NAME)
        self._name.setPlaceholderText(self.tr("Northwind EU"))
        self._name_field = Field(self.tr("Name"), self._name, name="storeName")
        self._name.textChanged.connect(self._name_field.clear_error)
        self._address = QLineEdit(self.origin)
        self._address.setPlaceholderText("https://store.example.com")
        self._address.textChanged.connect(self._on_address)
        self._address_field = Field(self.tr("Address"), self._address, name="storeAddress")
        self._origin_line = PlainLabel(role="secondary", wrap=True, name="storeOrigin")
        self._environment = QComboBox()
        self._environment.addItems([labels.environment(kind) for kind in _ENVIRONMENTS])
        self._environment.setCurrentIndex(_ENVIRONMENTS.index(self.environment))
        environment_field = Field(
            self.tr("Environment"),
            self._environment,
            name="storeEnvironment",
            hint=self.tr("Live stores are framed in red and ask twice. When in doubt: Live."),
        )
        save = GuardedButton(
            self.tr("Save") if store else self.tr("Add store"), kind="primary", name="submit"
        )
        save.setDefault(True)
        save.confirmed.connect(self._on_save)
        cancel = push_button(self.tr("Cancel"), self.reject, name="cancel")
        cancel.setAutoDefault(False)
        body = (
            PlainLabel(heading, role="title"),
            self._name_field,
            self._address_field,
            self._origin_line,
            environment_field,
        )
        fill(self, None, body, right=(cancel, save))
        self._on_address()
        self._name.setFocus()

    def _on_address(self) -> None:
        self._address_field.clear_error()
        try:
            origin = canonical_origin(self._address.text())
        except UnsafeAddress:
            self._origin_line.setText(
                self.tr("The address of the Medusa server itself, not of the shop.")
            )
            return
        text = self.tr("Your password will go to {origin} and nowhere else.").format(origin=origin)
        if self._edited is not None and self._edited.origin != origin:
            text += " " + self.tr("You will be signed out of the old address.")
        self._origin_line.setText(text)

    def _on_save(self) -> None:
        name = self._name.text().strip()
        try:
            origin = canonical_origin(self._address.text())
        except UnsafeAddress as error:
            self._address_field.show_error(error.reason)
            self._address.setFocus()
            origin = ""
        if not name:
            self._name_field.show_error(self.tr("Enter a name: it stands in every title bar."))
            self._name.setFocus()
        if name and origin:
            self.name, self.origin = name, origin
            self.environment = _ENVIRONMENTS[self._environment.currentIndex()]
            self.accept()
