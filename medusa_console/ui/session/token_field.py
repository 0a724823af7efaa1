"""A field for the token of an invite or of a new password, which takes a whole mail."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from medusa_console.domain.pasted_token import PastedKind, PastedToken, choose, find_tokens
from medusa_console.domain.store import Store
from medusa_console.ui.kit.announce import announce
from medusa_console.ui.kit.field import Field
from medusa_console.ui.kit.label import PlainLabel
from medusa_console.ui.kit.layout import column
from medusa_console.ui.kit.password_edit import PasswordEdit
from medusa_console.ui.kit.theme_tokens import FOUR
from medusa_console.ui.words.pasted_token import described, nothing_found, nothing_pasted, unfit


class TokenField(QWidget):
    """Of a pasted text, only the token that is `wanted` is kept, masked. `now` is the server's
    time. Call `forget` at the end.

    Signals:
        changed: another token, or none.
    """

    changed = Signal()

    def __init__(
        self, label: str, wanted: PastedKind, store: Store, now: Callable[[], datetime]
    ) -> None:
        super().__init__()
        self._wanted = wanted
        self._store = store
        self._now = now
        self._token: PastedToken | None = None
        self.edit = _TokenEdit()
        self._field = Field(label, self.edit, name="token")
        self._about = PlainLabel(role="secondary", wrap=True, name="token.about")
        self._about.hide()
        self.edit.pasted.connect(self._on_pasted)
        self.edit.textEdited.connect(self._on_typed)
        self.setLayout(column(self._field, self._about, spacing=FOUR))

    @property
    def token(self) -> PastedToken | None:
        """The token in the field, if it is the one that is wanted."""
        return self._token

    def check(self) -> PastedToken | None:
        """The token; None if it cannot be used, which the field says, and gets the focus."""
        self._read(self.edit.text())
        if self._token is not None and not (why := unfit(self._token, self._wanted, self._now())):
            return self._token
        self.refuse(why if self._token is not None else self._field.error or self._missing)
        return None

    @property
    def _missing(self) -> str:
        return nothing_found() if self.edit.text() else nothing_pasted()

    def refuse(self, text: str) -> None:
        """Show the error `text` beneath the field, which gets the focus."""
        self._about.hide()
        self._field.show_error(text)
        self.edit.setFocus()
        self.edit.selectAll()

    def set_locked(self, *, locked: bool) -> None:
        """While locked, the token cannot be replaced."""
        self.edit.setReadOnly(locked)

    def forget(self) -> None:
        """Remove the token from the widget for good."""
        self.edit.setText("")
        self._token = None

    def _on_pasted(self, text: str) -> None:
        found = choose(find_tokens(text), self._wanted)
        if found is None:
            self._field.show_error(nothing_found())
            return
        self.edit.setText(found.token.get_secret_value())
        self._show(found)

    def _on_typed(self) -> None:
        self._field.clear_error()
        self._read(self.edit.text())

    def _read(self, text: str) -> None:
        """Look at what is in the line, unless the token in it is known."""
        if self._token is not None and self._token.token.get_secret_value() == text:
            return
        found = choose(find_tokens(text), self._wanted)
        if found is None:
            self._token = None
            self._about.hide()
            self.changed.emit()
        else:
            self._show(found)

    def _show(self, found: PastedToken) -> None:
        why = unfit(found, self._wanted, self._now())
        self._token = None if why else found
        self._about.setVisible(not why)
        if why:
            self._field.show_error(why)
        else:
            self._field.clear_error()
            self._about.setText(described(found, self._store))
            announce(self._about, self._about.text())
        self.changed.emit()


class _TokenEdit(PasswordEdit):
    """Hands a text of more than one character over before any of it is in the line.

    Signals:
        pasted(str): what was pasted or dropped.
    """

    pasted = Signal(str)

    def admit(self, text: str) -> bool:
        """As PasswordEdit.admit for what is typed; keeps all else out."""
        if len(text) < 2:
            return super().admit(text)
        self.pasted.emit(text)
        return False
