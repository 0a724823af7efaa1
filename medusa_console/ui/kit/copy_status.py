"""Shows the state of a secret on the clipboard, with buttons to clear it or keep it longer."""

from __future__ import annotations

from collections.abc import Callable

from pydantic import SecretStr
from PySide6.QtWidgets import QWidget

from medusa_console.services.secret_copy import (
    Cleared,
    Copied,
    CopyState,
    Resurrected,
    SecretCopy,
    Superseded,
)
from medusa_console.ui.kit.announce import announce
from medusa_console.ui.kit.button import push_button
from medusa_console.ui.kit.label import PlainLabel
from medusa_console.ui.kit.layout import column, row
from medusa_console.ui.kit.theme_tokens import EIGHT

_MORE_SECONDS = 30
_SPOKEN_SECONDS = 10


class CopyStatus(QWidget):
    """Copies a secret for `seconds`, and shows the clipboard's state until `end`; empty before."""

    def __init__(self, copy: SecretCopy, seconds: int) -> None:
        super().__init__()
        self._copy = copy
        self._seconds = seconds
        self._unsubscribe: Callable[[], None] | None = None
        self._text = PlainLabel(role="muted", wrap=True, name="copyStatus")
        self._clear = push_button(
            self.tr("Clear now"), copy.clear_now, kind="quiet", name="clearNow"
        )
        self._more = push_button(
            self.tr("30 s more"),
            lambda: copy.extend(_MORE_SECONDS),
            kind="quiet",
            name="moreSeconds",
        )
        for button in (self._clear, self._more):
            button.setAutoDefault(False)
            button.hide()
        buttons = row(self._clear, self._more, None, spacing=EIGHT)
        self.setLayout(column(self._text, buttons, spacing=EIGHT))

    def copy(self, secret: SecretStr) -> None:
        """Copy `secret` and show the clipboard's state from now on."""
        self.end()
        self._unsubscribe = self._copy.changed.subscribe(self._show)
        self._copy.copy(secret, self._seconds)

    def end(self) -> None:
        """Show nothing more; the clipboard is still cleared in time."""
        if self._unsubscribe is not None:
            self._unsubscribe()
            self._unsubscribe = None

    def _show(self, state: CopyState) -> None:
        match state:
            case Copied(seconds_left):
                text = self.tr("Copied. Clipboard clears in {seconds} s").format(
                    seconds=seconds_left
                )
                if seconds_left in (self._seconds, _SPOKEN_SECONDS):
                    announce(self, text)
            case Cleared():
                text = self.tr("Clipboard cleared. Not pasted yet? Copy again")
                announce(self, self.tr("Clipboard cleared"))
            case Resurrected():
                text = self.tr(
                    "A clipboard manager brought it back; it was overwritten, but the manager may "
                    "have kept a copy. Remove it from its history."
                )
                announce(self, text, assertive=True)
            case Superseded():
                text = self.tr("Something else was copied meanwhile. Not pasted yet? Copy again")
        running = isinstance(state, Copied)
        self._clear.setVisible(running)
        self._more.setVisible(running)
        self._text.setText(text)
