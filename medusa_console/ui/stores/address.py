"""The address of a store: as typed, as it will be used, and confirmed where letters may deceive."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QLineEdit, QVBoxLayout, QWidget

from medusa_console.domain.address import canonical_origin
from medusa_console.domain.errors import UnsafeAddress
from medusa_console.domain.store import Store
from medusa_console.ui.kit.announce import announce
from medusa_console.ui.kit.field import Field
from medusa_console.ui.kit.label import PlainLabel
from medusa_console.ui.kit.theme_tokens import EIGHT
from medusa_console.ui.stores.address_words import both_forms
from medusa_console.ui.words import reasons


class StoreAddress(QWidget):
    """`edited` is the store whose address it is, None for a new one.

    Signals:
        changed: something else was typed.
    """

    changed = Signal()

    def __init__(self, edited: Store | None) -> None:
        super().__init__()
        self._edited = edited
        self.edit = QLineEdit(edited.origin if edited else "")
        self.edit.setPlaceholderText("https://store.example.com")
        self._field = Field(self.tr("Address"), self.edit, name="storeAddress")
        self._origin_line = PlainLabel(role="secondary", wrap=True, name="storeOrigin")
        self._letters = PlainLabel(role="caution", wrap=True, name="storeLetters")
        self._sure = QCheckBox(self.tr("This is the host I mean"))
        self._sure.setObjectName("storeLetters.sure")
        self._unsure = PlainLabel(role="error", wrap=True, name="storeLetters.error")
        self._sure.toggled.connect(self._unsure.hide)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(EIGHT)
        for part in (self._field, self._origin_line, self._letters, self._sure, self._unsure):
            layout.addWidget(part)
        self.edit.textChanged.connect(self._on_changed)
        self._show()

    def origin(self, *, confirmed: bool) -> str:
        """The canonical origin; "" when there is none, or it is not `confirmed` though it must be.
        What is wrong is said, and the focus put there."""
        try:
            origin = canonical_origin(self.edit.text())
        except UnsafeAddress as error:
            self._field.show_error(reasons.address(error))
            self.edit.setFocus()
            return ""
        if confirmed and self._must_be_confirmed(origin) and not self._sure.isChecked():
            text = self.tr("Compare both forms, and tick the box if this is the right host.")
            self._unsure.setText(text)
            self._unsure.show()
            self._sure.setFocus()
            announce(self._sure, text)
            return ""
        return origin

    def _must_be_confirmed(self, origin: str) -> bool:
        known = self._edited is not None and self._edited.confirmed
        same = self._edited is not None and self._edited.origin == origin
        return bool(both_forms(origin)) and not (known and same)

    def _on_changed(self) -> None:
        self._field.clear_error()
        self._sure.setChecked(False)
        self._show()
        self.changed.emit()

    def _show(self) -> None:
        self._unsure.hide()
        try:
            origin = canonical_origin(self.edit.text())
        except UnsafeAddress:
            self._origin_line.setText(
                self.tr("The address of the Medusa server itself, not of the shop.")
            )
            self._letters.hide()
            self._sure.hide()
            return
        text = self.tr("Your password will go to {origin} and nowhere else.").format(origin=origin)
        if self._edited is not None and self._edited.origin != origin:
            text += " " + self.tr("You will be signed out of the old address.")
        self._origin_line.setText(text)
        letters = both_forms(origin)
        self._letters.setText(letters)
        self._letters.setVisible(bool(letters))
        self._sure.setVisible(self._must_be_confirmed(origin))
