"""Asks for the password of an account, and for what a sign-in needs more: the fields, the progress
with Cancel, and the refusal."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QLineEdit, QProgressBar, QPushButton, QWidget

from medusa_console.domain.errors import ConsoleError, Unreachable, WrongPassword
from medusa_console.tasks import TaskScope
from medusa_console.ui.kit.ask import tasks_of
from medusa_console.ui.kit.button import push_button
from medusa_console.ui.kit.field import Field
from medusa_console.ui.kit.layout import column, read_in_order, row
from medusa_console.ui.kit.password_edit import PasswordEdit
from medusa_console.ui.kit.show_password import ShowPassword
from medusa_console.ui.kit.style import set_style, settle
from medusa_console.ui.kit.theme_tokens import EIGHT
from medusa_console.ui.words.errors import explain, password_refused

if TYPE_CHECKING:
    from pydantic import SecretStr

    from medusa_console.domain.mfa import MfaChallenge, MfaCode
    from medusa_console.services.further_steps import FurtherSteps
    from medusa_console.ui.session.code_panel import CodePanel
    from medusa_console.ui.session.verification_panel import VerificationPanel

    Step = CodePanel | VerificationPanel

_BUSY_AFTER_MS = 50


class PasswordPrompt(QWidget):
    """The password field, `parts`, and the progress of a sign-in, one beneath the other.

    During a sign-in, `submit` is disabled and nothing can be typed, neither in the field nor in
    `email`, the field that the form shows for the email. `title` is what a screen reader calls the
    progress. `aside` stands above the field's end. With `forgets`, a failure empties the field:
    whoever comes next must not try again.

    The prompt is the FurtherSteps of its sign-in: where the store asks for a second factor or a
    verified email, the code takes the place of the password, which stays in hand until the end of
    the sign-in.

    Signals:
        accepted: the account is signed in.
        stepped(bool): something else than the password is asked for, or not any more.
        refused(ConsoleError, bool): another failure than a wrong password; and whether the
            password certainly was not sent.
        cancelled: the user does not want to wait.
    """

    accepted = Signal()
    stepped = Signal(bool)
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
        self._busy = False  # from `ask` to the end of the sign-in
        self._takes_password = True
        self._follows = False  # a sign-in without a password is under way
        self._codes: CodePanel | None = None
        self._verification: VerificationPanel | None = None
        self._step: Step | None = None  # in place of the password
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
        self._column = column(self._field, *parts, self._progress)
        self.setLayout(self._column)

    def _build_progress(self, title: str) -> QWidget:
        progress = QWidget()
        bar = QProgressBar()
        bar.setRange(0, 0)
        bar.setTextVisible(False)
        bar.setAccessibleName(title)
        cancel = push_button(self.tr("Cancel"), self._on_cancel, name="cancel")
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
        sign_in: Callable[[SecretStr, FurtherSteps], Awaitable[None]],
    ) -> None:
        """Call `check`, then `sign_in` with the password; during a sign-in, send only the code that
        it waits for. `check` raises a ConsoleError unless a Medusa answers: no password may be sent
        to anything else."""
        if not self.go_on() and (password := self.typed()) is not None:
            self._field.clear_error()  # of an earlier attempt
            self._tasks.start(self._try(check, sign_in, password), replacing="password")

    def go_on(self) -> bool:
        """Send the code that a sign-in waits for; False if no sign-in is under way."""
        if self._step is not None:
            self._step.submit()
        return self._busy

    def follow(self, sign_in: Callable[[FurtherSteps], Awaitable[None]]) -> None:
        """Run `sign_in`, which needs no password; nothing during a sign-in."""
        if not self._busy:
            self._field.clear_error()
            self._tasks.start(self._follow(sign_in), replacing="password")

    def take_password(self, *, wanted: bool) -> None:
        """Whether this store, or this account, has a password to ask for."""
        self._takes_password = wanted
        for part in (self._field, self._submit):
            part.setVisible(wanted)

    async def code(self, challenge: MfaChallenge, told: ConsoleError | None) -> MfaCode:
        """As FurtherSteps.code, in the place of the password."""
        if self._codes is None:
            from medusa_console.ui.session.code_panel import CodePanel  # seldom needed

            self._codes = CodePanel()
            self._add_step(self._codes)
        await self._begin_step(self._codes)
        code = await self._codes.ask(challenge, told)
        self._show_soon.start()
        return code

    async def verification(
        self, email: str, sent: bool, told: ConsoleError | None
    ) -> SecretStr | None:
        """As FurtherSteps.verification, in the place of the password."""
        if self._verification is None:
            from medusa_console.ui.session.verification_panel import (  # seldom needed
                VerificationPanel,
            )

            self._verification = VerificationPanel()
            self._add_step(self._verification)
        await self._begin_step(self._verification)
        code = await self._verification.ask(email, sent, told)
        self._show_soon.start()
        return code

    def _add_step(self, step: Step) -> None:
        step.back_requested.connect(self._on_cancel)
        step.hide()
        self._column.insertWidget(1, step)
        step.come_after(self._show)
        read_in_order(self._column)
        settle(step)

    def focus_first(self) -> None:
        """Focus the password field, or what has taken its place."""
        if self._step is None:
            self.edit.setFocus()
        else:
            self._step.focus_first()

    def stop(self) -> None:
        """Stop waiting for the sign-in."""
        self._tasks.cancel("password")
        self._set_busy(busy=False)

    def forget(self) -> None:
        """Take the password out of the field, and out of its undo history. A sign-in that asks for
        something else ends: nobody may go on with it."""
        if self._step is not None or self._follows:
            self.stop()
        self._show.hide_password()
        self.edit.setText("")

    async def _follow(self, sign_in: Callable[[FurtherSteps], Awaitable[None]]) -> None:
        self._follows = True
        self._set_busy(busy=True)
        try:
            await sign_in(self)
        except ConsoleError as error:
            self._refuse(error, unsent=False)
        else:
            self._follows = False
            self._set_busy(busy=False)
            self.forget()
            self.accepted.emit()
        finally:
            self._follows = False

    async def _try(
        self,
        check: Callable[[], Awaitable[object]],
        sign_in: Callable[[SecretStr, FurtherSteps], Awaitable[None]],
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
            await sign_in(password, self)
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
        if self._takes_password:
            self.edit.setFocus()
        self.cancelled.emit()

    async def _begin_step(self, step: Step) -> None:
        """Show `step` in place of the password, or of another step."""
        if not (self.edit.text() or self._follows):  # forgotten meanwhile
            self.stop()
            await asyncio.sleep(0)  # where this ends
        if self._step is not step:
            self._leave_step()
            self._step = step
            step.name_back(
                self.tr("Back") if self._follows else self.tr("Back to the password"),
            )
            self._field.hide()
            self._submit.show()
            step.show()
        self._show_soon.stop()
        self._show_busy(busy=False)
        self.stepped.emit(True)

    def _leave_step(self) -> None:
        if self._step is not None:
            step, self._step = self._step, None
            step.clear()
            step.hide()

    def _end_step(self) -> None:
        if self._step is None:
            return
        focused = self._step.isAncestorOf(self.focusWidget() or self)
        for part in (self._field, self._submit):
            part.setVisible(self._takes_password)
        if focused:
            self.edit.setFocus()
        self._leave_step()
        self.stepped.emit(False)

    def _set_busy(self, *, busy: bool) -> None:
        self._busy = busy
        if busy:
            self._show_soon.start()
        else:
            self._show_soon.stop()
            self._end_step()
            self._show_busy(busy=False)

    def _show_busy(self, *, busy: bool) -> None:
        if busy and self._submit.hasFocus():
            # Qt would take the next button, where Enter would land.
            self.focus_first()
        self._submit.setDisabled(busy)
        self._progress.setVisible(busy)
        if self._step is not None:
            self._step.show_busy(busy=busy)
        for edit in filter(None, (self._email, self.edit)):
            edit.setReadOnly(busy or self._step is not None)
            set_style(edit)  # the style sheet distinguishes read-only fields
