"""The address of a store, which the user confirms before a password goes there."""

from __future__ import annotations

from urllib.parse import urlsplit

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from medusa_console.clock import Clock
from medusa_console.domain.address import canonical_origin, mixes_alphabets, readable_host
from medusa_console.domain.errors import UnsafeAddress
from medusa_console.domain.store import ProxyKind, Store
from medusa_console.ui.kit.announce import announce
from medusa_console.ui.kit.ask import confirm
from medusa_console.ui.kit.check_box import CheckBox
from medusa_console.ui.kit.field import Field
from medusa_console.ui.kit.label import PlainLabel
from medusa_console.ui.kit.layout import column
from medusa_console.ui.kit.line_edit import LineEdit
from medusa_console.ui.kit.text import shown
from medusa_console.ui.kit.theme_tokens import EIGHT
from medusa_console.ui.kit.translations import translate
from medusa_console.ui.words import reasons


class StoreAddress(QWidget):
    """A field for the address of `edited`, or with None of a new store. Beneath the field stands
    where the password will go; a host with foreign letters asks for a tick.

    Signals:
        changed: the user typed.
    """

    changed = Signal()

    def __init__(self, edited: Store | None) -> None:
        super().__init__()
        self._edited = edited
        self._edit = LineEdit(edited.origin if edited else "")
        self._edit.setPlaceholderText("https://store.example.com")
        self._field = Field(self.tr("Address"), self._edit, name="storeAddress")
        self._origin_line = PlainLabel(role="secondary", wrap=True, name="storeOrigin")
        self._letters = PlainLabel(role="caution", wrap=True, name="storeLetters")
        self._sure = CheckBox(self.tr("This is the right host"))
        self._sure.setObjectName("storeLetters.sure")
        self._unsure = PlainLabel(role="error", wrap=True, name="storeLetters.error")
        self._sure.toggled.connect(self._unsure.hide)
        parts = (self._field, self._origin_line, self._letters, self._sure, self._unsure)
        self.setLayout(column(*parts, spacing=EIGHT))
        self._edit.textChanged.connect(self._on_changed)
        self._edit.editingFinished.connect(self._complete)
        self._show()

    def origin(self, *, confirmed: bool) -> str:
        """The canonical origin; "" for an unusable address, and with `confirmed` also for a host
        that needs the tick. The field then shows the error and gets the focus."""
        self._complete()
        try:
            origin = canonical_origin(self._edit.text())
        except UnsafeAddress as error:
            self._field.show_error(reasons.address(error))
            self._edit.setFocus()
            return ""
        if confirmed and self._needs_tick(origin) and not self._sure.isChecked():
            text = self.tr("Check both spellings, then tick the box if this is the right host.")
            self._unsure.setText(text)
            self._unsure.show()
            self._sure.setFocus()
            announce(self._sure, text)
            return ""
        return origin

    def _complete(self) -> None:
        """Add https:// before a host that was typed without; http:// for this computer."""
        typed = self._edit.text().strip()
        for scheme in ("http", "https"):  # http is refused for any other computer
            try:
                canonical_origin(f"{scheme}://{typed}")
            except UnsafeAddress:
                continue
            self._edit.setText(f"{scheme}://{typed}")
            return

    def _needs_tick(self, origin: str) -> bool:
        edited = self._edited
        known = edited is not None and edited.confirmed and edited.origin == origin
        return bool(_both_forms(origin)) and not known

    def _on_changed(self) -> None:
        self._field.clear_error()
        self._sure.setChecked(False)
        self._show()
        self.changed.emit()

    def _show(self) -> None:
        self._unsure.hide()
        try:
            origin = canonical_origin(self._edit.text())
        except UnsafeAddress:
            self._origin_line.setText(
                self.tr("The address of your Medusa server (backend), not of the storefront.")
            )
            self._letters.hide()
            self._sure.hide()
            return
        text = self.tr("Your password will go to {origin} and nowhere else.").format(origin=origin)
        if self._edited is not None and self._edited.origin != origin:
            text += " " + self.tr("You will be signed out of the old address.")
        self._origin_line.setText(text)
        letters = _both_forms(origin)
        self._letters.setText(letters)
        self._letters.setVisible(bool(letters))
        self._sure.setVisible(self._needs_tick(origin))


async def confirm_address(parent: QWidget, store: Store, clock: Clock) -> bool:
    """Ask whether the imported `store`, which was never opened, has the right address."""
    letters = _both_forms(store.origin)
    lines = [
        translate(
            "ConfirmAddress", "“{store}” came from a file and has never been opened here."
        ).format(store=shown(store.name)),
        translate("ConfirmAddress", "Your password will go to {origin} and nowhere else.").format(
            origin=store.origin
        ),
        letters,
    ]
    if store.proxy.kind is ProxyKind.OWN:
        lines.append(
            translate("ConfirmAddress", "It is reached through the proxy {address}.").format(
                address=shown(store.proxy.address)
            )
        )
    if store.ca_file:
        lines.append(
            translate("ConfirmAddress", "Certificates in {path} are trusted for it.").format(
                path=shown(store.ca_file)
            )
        )
    return await confirm(
        parent,
        store,
        translate("ConfirmAddress", "Is this your store's address?"),
        "\n".join(line for line in lines if line),
        action=translate("ConfirmAddress", "Yes, use this address"),
        keep=translate("ConfirmAddress", "Not now"),
        danger=bool(letters),
        clock=clock,
    )


def _both_forms(origin: str) -> str:
    """Both forms of a host with letters beyond a to z, with a warning; "" for any other host."""
    read = readable_host(origin)
    if not read:
        return ""
    text = (
        translate(
            "addresses",
            "Careful: this name mixes alphabets, a common trick. It looks like “{read}” but is "
            "really {written}.",
        )
        if mixes_alphabets(read)
        else translate(
            "addresses",
            "This name looks like “{read}” and is really {written}. Letters of other alphabets can "
            "imitate the ones you expect.",
        )
    )
    return text.format(read=read, written=urlsplit(origin).hostname)
