"""A field for a password, with a generator, its strength, and a switch to show it."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence

from pydantic import SecretStr
from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from medusa_console.domain import passwords
from medusa_console.domain.passwords import Strength
from medusa_console.tasks import TaskScope
from medusa_console.ui.kit.button import push_button
from medusa_console.ui.kit.field import Field
from medusa_console.ui.kit.label import PlainLabel
from medusa_console.ui.kit.layout import column
from medusa_console.ui.kit.password_edit import PasswordEdit
from medusa_console.ui.kit.show_password import ShowPassword
from medusa_console.ui.kit.style import set_style
from medusa_console.ui.kit.theme_tokens import FOUR

_PAUSE_MS = 150
_ROLES = {
    Strength.WEAK: "danger",
    Strength.FAIR: "caution",
    Strength.GOOD: "good",
    Strength.STRONG: "good",
}


class PasswordField(QWidget):
    """A password field. With `about`, for a new password: offers 'Generate' and shows the strength
    against an attacker who knows what `about` returns (email, names); before that, `hint`.

    Call `forget` at the end.

    Signals:
        changed: another password.
    """

    changed = Signal()

    def __init__(
        self,
        tasks: TaskScope,
        *,
        label: str = "",
        about: Callable[[], Sequence[str]] | None = None,
        hint: str = "",
    ) -> None:
        super().__init__()
        self._tasks = tasks
        self._about = about
        self._hint = hint
        self.was_generated = False
        self._strength = PlainLabel(role="secondary", wrap=True, name="password.strength")
        self.edit = PasswordEdit()
        self.edit.textChanged.connect(self._on_changed)
        self.edit.textEdited.connect(self._on_edited)
        self.edit.refused.connect(lambda _why: self._strength.hide())  # its error is shown
        self._show = ShowPassword(self.edit)
        self._generate = push_button(
            self.tr("Generate"), self._on_generate, icon="refresh-cw", name="generatePassword"
        )
        self._generate.setAutoDefault(False)  # Enter must send the form instead
        new = about is not None
        self.field = Field(
            label or self.tr("Password"),
            self.edit,
            name="password",
            beside=(self._generate, self._show) if new else (self._show,),
        )
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.setObjectName("password.pause")
        self._pause.timeout.connect(self._on_pause)
        self._asked = 0
        self._judging = False
        layout = column(self.field, spacing=FOUR)
        self.setLayout(layout)
        if new:
            layout.addWidget(self._strength)
            self._show_strength(None)

    @property
    def value(self) -> SecretStr:
        """The password in the field."""
        return SecretStr(self.edit.text())

    def refuse(self, text: str) -> None:
        """Show the error `text` beneath the field, which gets the focus, in place of the
        strength."""
        self._strength.hide()
        self.field.show_error(text)
        self.edit.setFocus()
        self.edit.selectAll()

    def clear_error(self) -> None:
        """Remove the error."""
        self.field.clear_error()
        self._strength.setVisible(self._about is not None)

    def judge(self) -> None:
        """Show the strength once typing pauses; call this when the result of `about` has
        changed."""
        if self._about is None:
            return
        self._asked += 1
        if self.edit.text():
            self._pause.start()
        else:
            self._pause.stop()
            self._show_strength(None)

    def set_locked(self, *, locked: bool) -> None:
        """While locked, the password cannot be edited."""
        self.edit.setReadOnly(locked)
        self._generate.setDisabled(locked)

    def forget(self) -> None:
        """Remove the password from the widget for good."""
        self._show.hide_password()
        self.edit.setText("")  # unlike clear(), leaves no undo

    def _on_changed(self) -> None:
        self.clear_error()
        self.judge()
        self.changed.emit()

    def _on_edited(self) -> None:
        self.was_generated = False

    def _on_generate(self) -> None:
        self.edit.setText(passwords.generate().get_secret_value())
        self.was_generated = True
        self._show.show_for_a_while()
        self.edit.setFocus()

    def _on_pause(self) -> None:
        # One estimate at a time: a changed password waits in the field, not in a thread.
        if self._about is not None and self.edit.text() and not self._judging:
            self._tasks.start(self._judge(self._about()))

    async def _judge(self, about: Sequence[str]) -> None:
        asked = self._asked
        self._judging = True
        try:
            strength = await asyncio.to_thread(passwords.strength, self.value, about)
        finally:
            self._judging = False
        if asked == self._asked:
            self._show_strength(strength)
        elif not self._pause.isActive():
            self._on_pause()

    def _show_strength(self, strength: Strength | None) -> None:
        texts = {
            None: self._hint,
            Strength.WEAK: self.tr("Weak: can be guessed in minutes"),
            Strength.FAIR: self.tr("Fair: can be guessed in hours"),
            Strength.GOOD: self.tr("Good: can be guessed in days"),
            Strength.STRONG: self.tr("Strong: practically unguessable"),
        }
        self._strength.setText(texts[strength])
        set_style(self._strength, role="secondary" if strength is None else _ROLES[strength])
