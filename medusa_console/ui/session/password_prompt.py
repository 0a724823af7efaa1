"""Asks for the password of an account: the field, the progress with Cancel, and the refusal."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QLineEdit, QProgressBar, QPushButton, QWidget

from medusa_console.domain.errors import ConsoleError, Unreachable, WrongPassword
from medusa_console.tasks import TaskScope
from medusa_console.ui.kit.ask import tasks_of
from medusa_console.ui.kit.button import push_button
from medusa_console.ui.kit.field import Field
from medusa_console.ui.kit.layout import column, row
from medusa_console.ui.kit.password_edit import PasswordEdit
from medusa_console.ui.kit.show_password import ShowPassword
from medusa_console.ui.kit.style import set_style
from medusa_console.ui.kit.theme_tokens import EIGHT
from medusa_console.ui.words.errors import explain, password_refused

if TYPE_CHECKING:
    from pydantic import SecretStr

_BUSY_AFTER_MS = 50


class PasswordPrompt(QWidget):
    """The password field, `parts`, and the progress of a sign-in, one beneath the other.

    During a sign-in, `submit` is disabled and nothing can be typed, neither in the field nor in
    `email`, the field that the form shows for the email. `title` is what a screen reader calls the
    progress. `aside` stands above the field's end. With `forgets`, a failure empties the field:
    whoever comes next must not try again.

    Signals:
        accepted: the account is signed in.
        refused(ConsoleError, bool): another failure than a wrong password; and whether the
            password certainly was not sent.
        cancelled: the user does not want to wait.
    """

    accepted = Signal()
    refused = Signal(object, bool)
    cancelled = Signal()

    def __init__(
        self,
        tasks: TaskScope,
        submit: QPushButton,
        *,
        title: str,
        parts: Sequence[QWidget],
        email: QLineEdit | None = None,
        hint: str = "",
        aside: QWidget | None = None,
        forgets: bool = False,
    ) -> None:
        super().__init__()
        # The session outlives the prompt, which its own change may close.
        self._tasks = tasks_of(self, tasks)
        self._submit = submit
        self._email = email
        self._forgets = forgets
        self._busy = False
        self.edit = PasswordEdit()
        self._show = ShowPassword(self.edit)
        self._field = Field(
            self.tr("Password"),
            self.edit,
            name="password",
            hint=hint,
            beside=(self._show,),
            aside=aside,
            still=True,
        )
        self.edit.caps_lock_changed.connect(
            lambda on: self._field.show_note(self.tr("Caps Lock is on.") if on else "")
        )
        if email is not None:  # the pair was refused
            email.textChanged.connect(self._field.clear_error)
        self._progress = self._build_progress(title)
        # Not at once: showing it would delay the request itself.
        self._show_soon = QTimer(self, singleShot=True, interval=_BUSY_AFTER_MS)
        self._show_soon.timeout.connect(lambda: self._show_busy(busy=True))
        self.setLayout(column(self._field, *parts, self._progress))

    def _build_progress(self, title: str) -> QWidget:
        progress = QWidget()
        bar = QProgressBar()
        bar.setRange(0, 0)
        bar.setTextVisible(False)
        bar.setAccessibleName(title)
        cancel = push_button(self.tr("Cancel"), self._on_cancel, name="cancel")
        cancel.setAutoDefault(False)
        layout = row(bar, cancel, spacing=EIGHT)
        layout.setAlignment(bar, Qt.AlignmentFlag.AlignVCenter)
        layout.setStretchFactor(bar, 1)
        progress.setLayout(layout)
        progress.hide()
        return progress

    def typed(self) -> SecretStr | None:
        """The password; None if the field is empty, which is then said beneath it."""
        if self.edit.text():
            from pydantic import SecretStr  # would delay the first paint

            return SecretStr(self.edit.text())
        self._field.show_error(self.tr("Enter your password."))
        self.edit.setFocus()
        return None

    def ask(
        self,
        check: Callable[[], Awaitable[object]],
        sign_in: Callable[[SecretStr], Awaitable[None]],
    ) -> None:
        """Call `check`, then `sign_in` with the password; nothing during a sign-in. `check` raises
        a ConsoleError unless a Medusa answers: no password may be sent to anything else."""
        if not self._busy and (password := self.typed()) is not None:
            self._field.clear_error()  # of an earlier attempt
            self._tasks.start(self._try(check, sign_in, password), replacing="password")

    def stop(self) -> None:
        """Stop waiting for the sign-in."""
        self._tasks.cancel("password")
        self._set_busy(busy=False)

    def forget(self) -> None:
        """Take the password out of the field, and out of its undo history."""
        self._show.hide_password()
        self.edit.setText("")

    async def _try(
        self,
        check: Callable[[], Awaitable[object]],
        sign_in: Callable[[SecretStr], Awaitable[None]],
        password: SecretStr,
    ) -> None:
        self._set_busy(busy=True)
        try:
            await check()
        except ConsoleError as error:
            # If the connection was lost after it had been established, nothing is claimed.
            self._refuse(error, unsent=not (isinstance(error, Unreachable) and error.sent))
            return
        try:
            await sign_in(password)
        except ConsoleError as error:
            self._refuse(error, unsent=isinstance(error, Unreachable) and not error.sent)
        else:
            self._set_busy(busy=False)
            self.forget()
            self.accepted.emit()

    def _refuse(self, error: ConsoleError, *, unsent: bool) -> None:
        self._set_busy(busy=False)
        if self._forgets:
            self.forget()
        if isinstance(error, WrongPassword):
            self._field.show_error(explain(error).title if self._email else password_refused())
            self.edit.selectAll()
            self.edit.setFocus()
        else:
            self.refused.emit(error, unsent)

    def _on_cancel(self) -> None:
        self.stop()
        self.edit.setFocus()
        self.cancelled.emit()

    def _set_busy(self, *, busy: bool) -> None:
        self._busy = busy
        if busy:
            self._show_soon.start()
        else:
            self._show_soon.stop()
            self._show_busy(busy=False)

    def _show_busy(self, *, busy: bool) -> None:
        if busy and self._submit.hasFocus():
            self.edit.setFocus()  # Qt would take the next button, where Enter would land
        self._submit.setDisabled(busy)
        self._progress.setVisible(busy)
        for edit in filter(None, (self._email, self.edit)):
            edit.setReadOnly(busy)
            set_style(edit)  # the style sheet distinguishes read-only fields
