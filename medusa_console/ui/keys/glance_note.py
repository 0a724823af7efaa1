"""Where a key is used: the field for the note, and the dialog that changes the note."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable

from PySide6.QtWidgets import QDialog, QWidget

from medusa_console.domain.api_key import ApiKey
from medusa_console.domain.key_note import LONGEST_NOTE
from medusa_console.domain.other_secrets import may_hold_a_secret
from medusa_console.domain.store import Store
from medusa_console.tasks import Doing, TaskScope
from medusa_console.ui.kit.ask import answer, tasks_of
from medusa_console.ui.kit.fact_list import Fact, FactList
from medusa_console.ui.kit.field import Field
from medusa_console.ui.kit.frame import fill
from medusa_console.ui.kit.label import PlainLabel
from medusa_console.ui.kit.line_edit import LineEdit
from medusa_console.ui.kit.submission import Submission
from medusa_console.ui.kit.text import shown
from medusa_console.ui.kit.translations import translate
from medusa_console.ui.records.context import PageContext
from medusa_console.ui.words.problem_line import ProblemLine


class NoteField(Field):
    """One line on where a key is used, which stays on this computer."""

    def __init__(self, note: str = "", *, optional: bool = True) -> None:
        self._line = LineEdit(note)
        self._line.setMaxLength(LONGEST_NOTE)
        self._line.setPlaceholderText(translate("NoteField", "e.g. ERP server, nightly job"))
        super().__init__(
            translate("NoteField", "Where is it used? (optional)")
            if optional
            else translate("NoteField", "Where is it used?"),
            self._line,
            name="keyNote",
            hint=translate("NoteField", "This note stays on this computer."),
        )

    @property
    def note(self) -> str:
        """What is noted now."""
        return self._line.text().strip()

    def holds_secret(self) -> bool:
        """Whether the note may hold a secret, which the field then says."""
        if not may_hold_a_secret(self.note):
            return False
        text = translate("NoteField", "That looks like a secret. Notes are not encrypted.")
        self.show_error(text)
        self._line.setFocus()
        return True

    def lock(self, locked: bool) -> None:
        """Let nobody type while the form is sent."""
        self._line.setReadOnly(locked)


class NoteForm(QDialog):
    """Changes the note of one key. The form stays open until `save` has succeeded."""

    def __init__(
        self,
        parent: QWidget,
        store: Store,
        key: ApiKey,
        note: str,
        save: Callable[[str], Awaitable[None]],
        tasks: TaskScope,
    ) -> None:
        super().__init__(parent)
        self._save = save
        self.setObjectName("noteForm")
        heading = self.tr("Where “{title}” is used").format(title=shown(key.title))
        self.setWindowTitle(heading)
        self._field = NoteField(note, optional=False)
        self._problem = ProblemLine("formProblem")
        self._submission = Submission(
            self,
            tasks_of(self, tasks),
            self.tr("Save"),
            self._on_submit,
            waiting=self.tr("Saving…"),
            lock=self._field.lock,
            refuse=self._problem.explain,
        )
        body: list[QWidget] = [
            PlainLabel(heading, role="title", wrap=True),
            FactList((Fact(self.tr("Key"), key.redacted, code=True),)),
            self._field,
            self._problem,
        ]
        fill(self, store, body, right=(self._submission.cancel, self._submission.button))
        self._field.widget.setFocus()

    def _on_submit(self) -> None:
        self._problem.hide()
        if not self._field.holds_secret():
            doing = Doing(self.windowTitle(), self.objectName())
            self._submission.start(self._send(), doing=doing)

    async def _send(self) -> None:
        await self._save(self._field.note)
        self.accept()


class NoteActions:
    """Asks where a key is used. While `asking` is locked, a question of the page is open."""

    def __init__(self, page: QWidget, context: PageContext, asking: asyncio.Lock) -> None:
        self._page = page
        self._services = context.services
        self._tasks = context.tasks
        self._asking = asking

    async def change(self, key: ApiKey) -> None:
        """Let the note of `key` be changed."""
        if self._asking.locked():
            return
        notes = self._services.notes
        async with self._asking:
            form = NoteForm(
                self._page,
                self._services.store,
                key,
                notes.note(key.id),
                lambda text: notes.write(key.id, text),
                self._tasks,
            )
            await answer(form)
