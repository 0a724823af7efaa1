"""Asks for the password of an account: the field, the wait with a way to give up, the refusal."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence

from pydantic import SecretStr
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from medusa_console.domain.errors import ConsoleError, WrongPassword
from medusa_console.services.session import SessionService
from medusa_console.tasks import TaskScope
from medusa_console.ui.kit.button import push_button
from medusa_console.ui.kit.field import Field
from medusa_console.ui.kit.style import set_style
from medusa_console.ui.kit.theme_tokens import EIGHT, TWELVE
from medusa_console.ui.words.errors import password_refused

_PASSWORD_HINTS = Qt.InputMethodHint.ImhSensitiveData | Qt.InputMethodHint.ImhNoPredictiveText


class PasswordPrompt(QWidget):
    """The field, `parts` and the wait, one beneath the other. Meanwhile `submit` cannot be pressed
    and nothing can be typed, also not in `others`. `title` is what a screen reader calls the wait.

    Signals:
        accepted: the session stands.
        refused: the ConsoleError why it does not, unless it is the password.
        cancelled: the person does not want to wait.
    """

    accepted = Signal()
    refused = Signal(object)
    cancelled = Signal()

    def __init__(
        self,
        tasks: TaskScope,
        submit: QPushButton,
        *,
        title: str,
        parts: Sequence[QWidget],
        others: Sequence[QLineEdit] = (),
        hint: str = "",
    ) -> None:
        super().__init__()
        self._tasks = tasks.part()
        self._submit = submit
        self.edit = QLineEdit()
        self.edit.setEchoMode(QLineEdit.EchoMode.Password)
        self.edit.setInputMethodHints(_PASSWORD_HINTS)
        self._edits = (*others, self.edit)
        self.field = Field(self.tr("Password"), self.edit, name="password", hint=hint)
        self.edit.textChanged.connect(self.field.clear_error)
        self._waiting = self._build_waiting(title)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(TWELVE)
        for part in (self.field, *parts, self._waiting):
            column.addWidget(part)

    def _build_waiting(self, title: str) -> QWidget:
        waiting = QWidget()
        progress = QProgressBar()
        progress.setRange(0, 0)
        progress.setTextVisible(False)
        progress.setAccessibleName(title)
        cancel = push_button(self.tr("Cancel"), self._on_cancel, name="cancel")
        cancel.setAutoDefault(False)
        row = QHBoxLayout(waiting)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(EIGHT)
        row.addWidget(progress, 1, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(cancel)
        waiting.hide()
        return waiting

    def typed(self) -> SecretStr | None:
        """The password, None without one, which is said beneath the field then."""
        if self.edit.text():
            return SecretStr(self.edit.text())
        self.field.show_error(self.tr("Enter your password."))
        self.edit.setFocus()
        return None

    def ask(self, session: SessionService, sign_in: Callable[[SecretStr], Awaitable[None]]) -> None:
        """Try what is typed by `sign_in`, unless that is being done already."""
        if not self._waiting.isVisibleTo(self) and (password := self.typed()) is not None:
            self._tasks.start(self._try(session, sign_in, password), replacing="password")

    def stop(self) -> None:
        """Wait no longer."""
        self._tasks.cancel("password")
        self.show_busy(busy=False)

    def refuse_password(self, words: str) -> None:
        """Say `words` beneath the field, where another password can be typed at once."""
        self.field.show_error(words)
        self.edit.selectAll()
        self.edit.setFocus()

    def forget(self) -> None:
        """Take the password out of the field, and out of its undo history."""
        self.edit.setText("")

    def show_busy(self, *, busy: bool) -> None:
        """Wait, or go back to what is typed."""
        self._submit.setDisabled(busy)
        self._waiting.setVisible(busy)
        for edit in self._edits:
            edit.setReadOnly(busy)
            set_style(edit)  # the style sheet asks for it

    async def _try(
        self,
        session: SessionService,
        sign_in: Callable[[SecretStr], Awaitable[None]],
        password: SecretStr,
    ) -> None:
        self.show_busy(busy=True)
        refusal: ConsoleError | None = None
        try:
            # Before the password leaves, what answers must still be a Medusa.
            await session.providers()
            await sign_in(password)
        except ConsoleError as error:
            refusal = error
        # The session outlives the prompt, which its coming or going may have closed meanwhile.
        if isValid(self):
            self._tell(refusal)

    def _tell(self, refusal: ConsoleError | None) -> None:
        self.show_busy(busy=False)
        match refusal:
            case None:
                self.accepted.emit()
            case WrongPassword():
                self.refuse_password(password_refused())
            case _:
                self.refused.emit(refusal)

    def _on_cancel(self) -> None:
        self.stop()
        self.edit.setFocus()
        self.cancelled.emit()
