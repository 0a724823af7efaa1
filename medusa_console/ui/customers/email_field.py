"""An email, with what is wrong with it and who else has it."""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from medusa_console.domain import email
from medusa_console.domain.customer import EmailMatches
from medusa_console.domain.errors import ConsoleError
from medusa_console.tasks import TaskScope
from medusa_console.ui.kit.announce import announce
from medusa_console.ui.kit.field import Field
from medusa_console.ui.kit.label import PlainLabel
from medusa_console.ui.words import reasons

log = logging.getLogger(__name__)

_PAUSE_MS = 400
_LONGEST = 320


class EmailField(QWidget):
    """Once the typing pauses, `look` asks who else has the email and `tell` puts it into words.

    `email` is what it holds at first and is not looked for.

    Signals:
        changed: another email.
    """

    changed = Signal()

    def __init__(
        self,
        tasks: TaskScope,
        look: Callable[[str], Awaitable[EmailMatches]],
        tell: Callable[[EmailMatches], str],
        *,
        email: str = "",
    ) -> None:
        super().__init__()
        self._tasks = tasks
        self._look = look
        self._tell = tell
        self._first = email
        self.edit = QLineEdit()
        self.edit.setMaxLength(max(_LONGEST, len(email)))
        self.edit.setText(email)
        self._first_text = self.edit.text()
        self.edit.setInputMethodHints(Qt.InputMethodHint.ImhEmailCharactersOnly)
        self.edit.textChanged.connect(self._on_changed)
        self.field = Field(self.tr("Email"), self.edit, name="email")
        self._note = PlainLabel(role="caution", wrap=True, name="email.note")
        self._note.hide()
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self._on_pause)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.field)
        layout.addWidget(self._note)

    @property
    def value(self) -> str:
        """The email without spaces around it; while nobody has changed it, as it was at first."""
        text = self.edit.text()
        return self._first if text == self._first_text else text.strip()

    def check(self) -> bool:
        """Whether the email is one; says so beside the field and goes there when it is not."""
        if wrong := email.problem_of(self.value):
            self.refuse(reasons.email(wrong))
        return wrong is None

    def refuse(self, text: str) -> None:
        """Say `text` beneath the field and go there."""
        self._note.hide()
        self.field.show_error(text)
        self.edit.setFocus()

    def _on_changed(self) -> None:
        self.field.clear_error()
        self._note.hide()
        self._tasks.cancel("email.namesakes")  # it is about another email
        self._pause.start()
        self.changed.emit()

    def _on_pause(self) -> None:
        if self.value == self._first or not email.is_email(self.value):
            return
        self._say("")
        self._tasks.start(self._learn(self.value), replacing="email.namesakes")

    async def _learn(self, wanted: str) -> None:
        try:
            found = await self._look(wanted)
        except ConsoleError as error:
            # Only a hint: the server checks for itself, and whoever asks again is told why not.
            log.info("nobody could say who else has an email: %s", type(error).__name__)
            return
        self._say(self._tell(found))

    def _say(self, told: str) -> None:
        typed = self.value
        caution = reasons.depends_on_case(typed) if email.depends_on_case(typed) else ""
        text = "\n".join(filter(None, (told, caution)))
        self._note.setText(text)
        self._note.setVisible(bool(text))
        if text:
            announce(self._note, text)
