"""Asks for the code of a second factor: six digits from an app, or a recovery code."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from medusa_console.domain.errors import ChallengeOver, ConsoleError, WrongCode
from medusa_console.domain.mfa import DIGITS, RECOVERY_CODE, TOTP, MfaCode, recovery_code_of
from medusa_console.ui.kit.button import push_button
from medusa_console.ui.kit.code_boxes import CodeBoxes
from medusa_console.ui.kit.field import Field
from medusa_console.ui.kit.flow import Flow
from medusa_console.ui.kit.label import PlainLabel
from medusa_console.ui.kit.layout import column
from medusa_console.ui.kit.line_edit import LineEdit
from medusa_console.ui.kit.style import set_style
from medusa_console.ui.kit.theme_tokens import FOUR
from medusa_console.ui.words.second_factor import told_of_code, told_of_recovery_code

if TYPE_CHECKING:
    from medusa_console.domain.mfa import MfaChallenge

_LONGEST_RECOVERY_CODE = 200


class CodePanel(QWidget):
    """The boxes or the field of one challenge after the other, with the way from one to the other.

    Signals:
        back_requested: the user wants to begin anew.
    """

    back_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._answer: asyncio.Future[MfaCode] | None = None
        self._by_recovery = False
        self._boxes = CodeBoxes()
        self._code = Field(
            self.tr("Code"),
            self._boxes,
            name="code",
            hint=self.tr("The six digits that your authenticator app shows."),
            still=True,
        )
        self._line = LineEdit()
        self._line.setMaxLength(_LONGEST_RECOVERY_CODE)
        self._recovery = Field(
            self.tr("Recovery code"),
            self._line,
            name="recoveryCode",
            hint=self.tr("Each code works once. Include the hyphens."),
            still=True,
        )
        self._switch = push_button("", self._on_switch, kind="link", name="code.switch")
        self._back = push_button(
            "",
            self.back_requested.emit,
            kind="link",
            name="code.back",
        )
        self._boxes.completed.connect(self.submit)
        for edit in (self._boxes, self._line):
            edit.returnPressed.connect(self.submit)
        title = PlainLabel(self.tr("Two-step sign-in"), role="strong", wrap=True, name="code.title")
        ways = Flow((self._switch,), (self._back,), from_start=True)
        self.setLayout(column(title, self._code, self._recovery, ways, spacing=FOUR))
        self._show_way()

    async def ask(self, challenge: MfaChallenge, told: ConsoleError | None) -> MfaCode:
        """The code that the user enters for `challenge`; see FurtherSteps.code."""
        both = {TOTP, RECOVERY_CODE} <= set(challenge.methods)
        self._switch.setVisible(both)
        if not both:
            self._by_recovery = TOTP not in challenge.methods
            self._show_way()
        if isinstance(told, WrongCode | ChallengeOver):
            self._edit.setText("")  # also out of its undo history
        if told is not None:
            words = told_of_recovery_code if self._by_recovery else told_of_code
            self._field.show_error(words(told, challenge.attempts_left))
        self.focus_first()
        self._answer = asyncio.get_running_loop().create_future()
        try:
            return await self._answer
        finally:
            self._answer = None

    def submit(self) -> None:
        """Send what is entered; nothing while nobody waits for it."""
        if self._answer is None or self._answer.done():
            return
        text = self._edit.text()
        if self._by_recovery:
            text = recovery_code_of(text)
        if not text:
            self._field.show_error(self.tr("Enter the code."))
        elif not self._by_recovery and len(text) < DIGITS:
            self._field.show_error(self.tr("A code has six digits."))
        else:
            from pydantic import SecretStr  # would delay the first paint

            method = RECOVERY_CODE if self._by_recovery else TOTP
            self._answer.set_result(MfaCode(method, SecretStr(text)))
            return
        self._edit.setFocus()

    def name_back(self, text: str) -> None:
        """Say with `text` where 'back' leads."""
        self._back.setText(text)

    def focus_first(self) -> None:
        """Focus what the code is entered into."""
        self._edit.setFocus()

    def come_after(self, before: QWidget) -> None:
        """Come next to `before` for whoever goes on with Tab."""
        for part in (self._boxes, self._line, self._switch, self._back):
            QWidget.setTabOrder(before, part)
            before = part

    def show_busy(self, *, busy: bool) -> None:
        """Let nothing be typed while a code is on its way."""
        for edit in (self._boxes, self._line):
            edit.setReadOnly(busy)
            set_style(edit)
        self._switch.setDisabled(busy)

    def clear(self) -> None:
        """Forget what was entered, and begin with the app's code."""
        self._by_recovery = False
        self._show_way()
        for field, edit in ((self._code, self._boxes), (self._recovery, self._line)):
            edit.setText("")
            field.clear_error()

    @property
    def _edit(self) -> LineEdit:
        return self._line if self._by_recovery else self._boxes

    @property
    def _field(self) -> Field:
        return self._recovery if self._by_recovery else self._code

    def _on_switch(self) -> None:
        self._by_recovery = not self._by_recovery
        self._show_way()
        self.focus_first()

    def _show_way(self) -> None:
        self._code.setVisible(not self._by_recovery)
        self._recovery.setVisible(self._by_recovery)
        self._switch.setText(
            self.tr("Use a code from the app")
            if self._by_recovery
            else self.tr("Use a recovery code")
        )
