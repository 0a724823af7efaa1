"""Asks for the code that proves that an email address is the user's own."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from medusa_console.domain.errors import ConsoleError, WrongCode
from medusa_console.ui.kit.announce import announce
from medusa_console.ui.kit.button import push_button
from medusa_console.ui.kit.field import Field
from medusa_console.ui.kit.flow import Flow
from medusa_console.ui.kit.label import PlainLabel
from medusa_console.ui.kit.layout import column
from medusa_console.ui.kit.line_edit import LineEdit
from medusa_console.ui.kit.style import set_style
from medusa_console.ui.kit.text import shown
from medusa_console.ui.kit.theme_tokens import EIGHT, FOUR
from medusa_console.ui.kit.translations import translate
from medusa_console.ui.words.errors import explain

if TYPE_CHECKING:
    from pydantic import SecretStr

_LONGEST_CODE = 200


class VerificationPanel(QWidget):
    """Why the store lets nobody in yet, the field for the code, and a way to get another one.

    Signals:
        back_requested: the user wants to begin anew.
    """

    back_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._answer: asyncio.Future[SecretStr | None] | None = None
        self._wanted_code = False
        self._send_first = False
        self._text = PlainLabel(role="muted", wrap=True, name="verification.text")
        self._line = LineEdit()
        self._line.setMaxLength(_LONGEST_CODE)
        self._code = Field(
            self.tr("Verification code"), self._line, name="verificationCode", still=True
        )
        self._send = push_button("", self._on_send, kind="link", name="verification.send")
        self._back = push_button(
            "",
            self.back_requested.emit,
            kind="link",
            name="verification.back",
        )
        self._line.returnPressed.connect(self.submit)
        title = PlainLabel(
            self.tr("Verify your email"), role="strong", wrap=True, name="verification.title"
        )
        ways = Flow((self._send,), (self._back,), from_start=True)
        words = column(title, self._text, spacing=FOUR)
        self.setLayout(column(words, column(self._code, ways, spacing=FOUR), spacing=EIGHT))

    async def ask(self, email: str, sent: bool, told: ConsoleError | None) -> SecretStr | None:
        """What the user enters; see FurtherSteps.verification."""
        just_sent, self._wanted_code = self._wanted_code and told is None, False
        self._show(email, sent=sent, just_sent=just_sent)
        if told is not None:
            self._code.show_error(_told(told))
        if isinstance(told, WrongCode):
            self._line.selectAll()
        self._send_first = not sent and not isinstance(told, WrongCode)
        self.focus_first()
        self._answer = asyncio.get_running_loop().create_future()
        try:
            return await self._answer
        finally:
            self._answer = None
            self._send_first = False  # it is disabled until something else is asked

    def _show(self, email: str, *, sent: bool, just_sent: bool) -> None:
        address = shown(email)
        if just_sent:
            text = self.tr("The store was asked just now to send a code to {email}.")
        elif sent:
            text = self.tr("This store lets you in once {email} is verified. It has sent a code.")
        else:
            text = self.tr(
                "This store lets you in once {email} is verified. Have a code sent, and enter it "
                "here."
            )
        help_text = self.tr("If no mail comes, ask whoever runs the store.")
        self._text.setText(" ".join((text.format(email=address), help_text)))
        self._send.setText(self.tr("Send the code again") if sent else self.tr("Send the code"))
        announce(self._text, self._text.text())

    def submit(self) -> None:
        """Send what is entered; nothing while nobody waits for it."""
        if self._answer is None or self._answer.done():
            return
        if text := "".join(self._line.text().split()):
            from pydantic import SecretStr  # would delay the first paint

            self._answer.set_result(SecretStr(text))
        else:
            self._code.show_error(self.tr("Enter the code."))
            self._line.setFocus()

    def _on_send(self) -> None:
        if self._answer is not None and not self._answer.done():
            self._code.clear_error()
            self._wanted_code = True
            self._answer.set_result(None)

    def name_back(self, text: str) -> None:
        """Say with `text` where 'back' leads."""
        self._back.setText(text)

    def focus_first(self) -> None:
        """Focus what the code is entered into, or what has a code sent as long as there is none."""
        (self._send if self._send_first else self._line).setFocus()

    def come_after(self, before: QWidget) -> None:
        """Come next to `before` for whoever goes on with Tab."""
        for part in (self._line, self._send, self._back):
            QWidget.setTabOrder(before, part)
            before = part

    def show_busy(self, *, busy: bool) -> None:
        """Let nothing be typed while an answer is waited for."""
        self._line.setReadOnly(busy)
        set_style(self._line)
        self._send.setDisabled(busy)

    def clear(self) -> None:
        """Forget what was entered."""
        self._wanted_code = False
        self._line.setText("")
        self._code.clear_error()


def _told(error: ConsoleError) -> str:
    match error:
        case WrongCode(late=True):
            return translate("VerificationPanel", "This code has expired. Have another one sent.")
        case WrongCode():
            return translate(
                "VerificationPanel",
                "Wrong code, or it was used before. Only the newest one works.",
            )
        case _:
            return explain(error).sentence
