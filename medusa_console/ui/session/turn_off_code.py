"""Asks for a code where a server turns two-step sign-in off only with one."""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable

from pydantic import SecretStr
from PySide6.QtWidgets import QDialog, QWidget

from medusa_console.domain.errors import ConsoleError, WrongCode
from medusa_console.domain.mfa import (
    DIGITS,
    RECOVERY_CODE,
    TOTP,
    MfaCode,
    digits_of,
    recovery_code_of,
)
from medusa_console.domain.store import Store
from medusa_console.services.session import SessionService
from medusa_console.services.session_states import Locked, SignedOut, State
from medusa_console.tasks import TaskScope
from medusa_console.ui.kit.ask import answer, tasks_of
from medusa_console.ui.kit.field import Field
from medusa_console.ui.kit.frame import bring_into_view, fill
from medusa_console.ui.kit.label import PlainLabel
from medusa_console.ui.kit.line_edit import LineEdit
from medusa_console.ui.kit.submission import Submission
from medusa_console.ui.words.problem_line import ProblemLine

_LONGEST_CODE = 200
_RECOVERY = re.compile(r"[0-9A-Za-z]+(-[0-9A-Za-z]+)+")


class TurnOffCode(QDialog):
    """Takes a code of the app or a recovery code, and calls `turn_off` with it, until that does not
    raise. Closes at a lock, and when nobody is signed in any more."""

    def __init__(
        self,
        parent: QWidget,
        store: Store,
        turn_off: Callable[[MfaCode], Awaitable[None]],
        session: SessionService,
        tasks: TaskScope,
    ) -> None:
        super().__init__(parent)
        self._turn_off = turn_off
        self.setObjectName("turnOffCode")
        unsubscribe = session.changed.subscribe(self._on_state)
        self.destroyed.connect(lambda: unsubscribe())
        heading = self.tr("Turn off two-step sign-in")
        self.setWindowTitle(heading)
        self._code = LineEdit()
        self._code.setMaxLength(_LONGEST_CODE)
        self._field = Field(
            self.tr("Code"),
            self._code,
            name="code",
            hint=self.tr("From your app, or a recovery code."),
            still=True,
        )
        self._problem = ProblemLine("formProblem")
        self._submission = Submission(
            self,
            tasks_of(self, tasks),
            self.tr("Turn off"),
            self._on_submit,
            waiting=self.tr("Turning off…"),
            lock=self._code.setReadOnly,
            refuse=self._refuse,
        )
        body = (
            PlainLabel(heading, role="title", wrap=True),
            PlainLabel(self.tr("This server wants a code for that."), role="muted", wrap=True),
            self._field,
            self._problem,
        )
        fill(self, store, body, right=(self._submission.cancel, self._submission.button))
        self._code.setFocus()

    async def ask(self) -> None:
        """Open the dialog and wait until it closes."""
        await answer(self)

    def _on_submit(self) -> None:
        self._problem.hide()
        if (code := self._typed()) is None:
            self._say_beside(self.tr("Enter the digits of the app's code, or a recovery code."))
        else:
            self._submission.start(self._send(code))

    def _typed(self) -> MfaCode | None:
        text = self._code.text()
        digits = digits_of(text)
        if digits is not None and len(digits) == DIGITS:
            return MfaCode(TOTP, SecretStr(digits))
        code = recovery_code_of(text)
        return MfaCode(RECOVERY_CODE, SecretStr(code)) if _RECOVERY.fullmatch(code) else None

    async def _send(self, code: MfaCode) -> None:
        await self._turn_off(code)
        self.accept()

    def _refuse(self, error: ConsoleError) -> None:
        if isinstance(error, WrongCode):
            self._say_beside(self.tr("Wrong code. Enter the one that the app shows now."))
        else:
            self._problem.explain(error)
            bring_into_view(self, self._problem)
            self._code.setFocus()

    def _say_beside(self, text: str) -> None:
        self._field.show_error(text)
        self._code.setFocus()
        self._code.selectAll()
        bring_into_view(self, self._field)

    def _on_state(self, state: State) -> None:
        if isinstance(state, Locked | SignedOut):
            self.done(QDialog.DialogCode.Rejected)

    # Qt overrides

    def reject(self) -> None:
        if self._submission.busy:
            self._submission.stop()
            self._problem.say(self.tr("Stopped waiting. It may still be turned off."))
        else:
            super().reject()

    def done(self, result: int) -> None:
        self._code.setText("")  # also out of its undo history
        super().done(result)
