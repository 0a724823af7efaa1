"""Takes a saved key again, so that it can be tried: this program does not keep keys."""

from __future__ import annotations

from pydantic import SecretStr
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from medusa_console.clock import Clock
from medusa_console.domain import tokens
from medusa_console.ui.kit.button import GuardedButton
from medusa_console.ui.kit.field import Field
from medusa_console.ui.kit.layout import column
from medusa_console.ui.kit.password_edit import PasswordEdit

_LONGEST = 200


class PastedKey(QWidget):
    """A masked field for the key whose redacted form is `redacted`. The field is emptied as soon as
    its text is taken, and never shown.

    Signals:
        wanted: the user wants the key tried.
    """

    wanted = Signal()

    def __init__(self, redacted: str, clock: Clock) -> None:
        super().__init__()
        self._redacted = redacted
        self._edit = PasswordEdit()
        self._edit.setMaxLength(_LONGEST)
        self._try = GuardedButton(self.tr("Try this key"), clock, name="rotate.try")
        self._try.confirmed.connect(self.wanted)
        self._field = Field(
            self.tr("The new key"), self._edit, name="rotate.paste", beside=(self._try,)
        )
        self._edit.textChanged.connect(self._on_changed)
        self.controls: tuple[QWidget, ...] = (self._edit, self._try)
        self.setLayout(column(self._field))
        self._on_changed()

    def take(self) -> SecretStr | None:
        """The key, if it is the one that is wanted; else None, and the field says so."""
        text = self._edit.text().strip()
        self.forget()
        whole = tokens.kind_of(text) is tokens.TokenKind.SECRET
        if whole and tokens.redact(text) == self._redacted:
            return SecretStr(text)
        told = self.tr("That is not the new key, which is {redacted}.")
        self._field.show_error(told.format(redacted=self._redacted))
        self._edit.setFocus()
        return None

    def forget(self) -> None:
        """Empty the field for good."""
        self._edit.setText("")  # unlike clear(), leaves no undo

    def _on_changed(self) -> None:
        there = bool(self._edit.text().strip())
        self._try.setEnabled(there)
        # Enter in the field tries the key, and does not close the dialog.
        self._try.setDefault(there)
