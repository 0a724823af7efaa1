"""An email field that says what is wrong with the email and who else has it."""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QWidget

from medusa_console.domain import email
from medusa_console.domain.customer import EmailMatches
from medusa_console.domain.errors import ConsoleError
from medusa_console.tasks import TaskScope
from medusa_console.ui.customers.detail_edit import DetailEdit
from medusa_console.ui.kit.announce import announce
from medusa_console.ui.kit.field import Field
from medusa_console.ui.kit.label import PlainLabel
from medusa_console.ui.kit.layout import column
from medusa_console.ui.kit.theme_tokens import FOUR
from medusa_console.ui.words import reasons

log = logging.getLogger(__name__)

_PAUSE_MS = 400
_LONGEST = 320


class EmailField(QWidget):
    """Asks `find_matches` who else has the email when typing pauses.

    `describe` puts the answer into words. `email` is the original email, which is not asked about.

    Signals:
        changed: another email.
    """

    changed = Signal()

    def __init__(
        self,
        tasks: TaskScope,
        find_matches: Callable[[str], Awaitable[EmailMatches]],
        describe: Callable[[EmailMatches], str],
        *,
        email: str = "",
    ) -> None:
        super().__init__()
        self._tasks = tasks
        self._find_matches = find_matches
        self._describe = describe
        self._original = email
        self.edit = DetailEdit(email, longest=_LONGEST)
        self.edit.setInputMethodHints(Qt.InputMethodHint.ImhEmailCharactersOnly)
        self.edit.textChanged.connect(self._on_changed)
        self._field = Field(self.tr("Email"), self.edit, name="email")
        self._note = PlainLabel(role="caution", wrap=True, name="email.note")
        self._note.hide()
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self._on_pause)
        self.setLayout(column(self._field, self._note, spacing=FOUR))

    @property
    def value(self) -> str:
        """The email without spaces around it; exactly the original one while it is unedited."""
        return self.edit.value

    def check(self) -> bool:
        """Whether the email is valid; if not, the field says why and gets the focus."""
        if wrong := email.problem_of(self.value):
            self.refuse(reasons.email(wrong))
        return wrong is None

    def refuse(self, text: str) -> None:
        """Show the error `text` beneath the field, which gets the focus."""
        self._note.hide()
        self._field.show_error(text)
        self.edit.setFocus()

    def clear_error(self) -> None:
        """Remove the error."""
        self._field.clear_error()

    def _on_changed(self) -> None:
        self._field.clear_error()
        self._note.hide()
        self._tasks.cancel("email.matches")  # the request is about another email
        self._pause.start()
        self.changed.emit()

    def _on_pause(self) -> None:
        if self.value == self._original or not email.is_email(self.value):
            return
        self._show_note("")
        self._tasks.start(self._learn(self.value), replacing="email.matches")

    async def _learn(self, wanted: str) -> None:
        try:
            found = await self._find_matches(wanted)
        except ConsoleError as error:
            # Only a hint: the server checks the email as well, and its refusal is shown.
            log.info("emails could not be compared: %s", type(error).__name__)
            return
        self._show_note(self._describe(found))

    def _show_note(self, matches: str) -> None:
        typed = self.value
        caution = reasons.depends_on_case(typed) if email.depends_on_case(typed) else ""
        text = "\n".join(filter(None, (matches, caution)))
        self._note.setText(text)
        self._note.setVisible(bool(text))
        if text:
            announce(self._note, text)
