"""The first dialog of a rotation: the successor's title, and where it is used."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QDialog, QWidget

from medusa_console.domain import tokens
from medusa_console.domain.api_key import ApiKey, KeyType
from medusa_console.domain.errors import ConsoleError, Invalid, OutcomeUnknown
from medusa_console.domain.rotation import LONGEST_TITLE
from medusa_console.domain.store import Store
from medusa_console.services.rotation import Successor
from medusa_console.tasks import Doing, TaskScope
from medusa_console.ui.keys.glance_note import NoteField
from medusa_console.ui.keys.rotate_steps import CREATE, steps
from medusa_console.ui.kit.ask import answer, tasks_of
from medusa_console.ui.kit.field import Field
from medusa_console.ui.kit.frame import fill
from medusa_console.ui.kit.label import PlainLabel
from medusa_console.ui.kit.line_edit import LineEdit
from medusa_console.ui.kit.step_list import StepList
from medusa_console.ui.kit.submission import Accepted, Lost, Stopped, Submission
from medusa_console.ui.kit.text import shown
from medusa_console.ui.words.errors import explain
from medusa_console.ui.words.problem_line import ProblemLine


@dataclass(frozen=True)
class WantedSuccessor:
    """What was filled in."""

    title: str
    note: str


class RotateForm(QDialog):
    """Asks for the title of the successor of `old`, `title` first, and where it is used.

    Stays open until `submit` has succeeded. A lost answer ends the form, because sending it again
    would make a second key. `leaked`: the old key is known to others.
    """

    def __init__(
        self,
        parent: QWidget,
        store: Store,
        old: ApiKey,
        submit: Callable[[WantedSuccessor], Awaitable[Successor]],
        tasks: TaskScope,
        *,
        title: str,
        note: str,
        leaked: bool = False,
    ) -> None:
        super().__init__(parent)
        self._submit = submit
        self._answer: Accepted[Successor] | Lost | Stopped[WantedSuccessor] | None = None
        self.setObjectName("rotateForm")
        heading = self.tr("Rotate “{title}”").format(title=shown(old.title or old.redacted))
        self.setWindowTitle(heading)
        self._title = LineEdit(title)
        self._title.setMaxLength(LONGEST_TITLE)
        self._title_field = Field(self.tr("Title of the new key"), self._title, name="keyTitle")
        self._note = NoteField(note)
        self._problem = ProblemLine("formProblem")
        self._title.textChanged.connect(self._problem.hide)
        self._submission = Submission(
            self,
            tasks_of(self, tasks),
            self.tr("Create new key"),
            self._on_submit,
            waiting=self.tr("Sending…"),
            lock=self._lock,
            refuse=self._refuse,
        )
        progress = StepList()
        progress.enter(steps(old.type), CREATE)
        body: list[QWidget] = [
            PlainLabel(heading, role="title", wrap=True, name="rotate.heading"),
            PlainLabel(self._told(old, leaked=leaked), wrap=True, name="rotate.told"),
            progress,
            self._title_field,
            self._note,
            self._problem,
        ]
        fill(self, store, body, right=(self._submission.cancel, self._submission.button))
        self._title.setFocus()
        self._title.selectAll()

    async def ask(self) -> Accepted[Successor] | Lost | Stopped[WantedSuccessor] | None:
        """Open the form and wait for its end; None: the user cancelled."""
        await answer(self)
        return self._answer

    def _told(self, old: ApiKey, *, leaked: bool) -> str:
        if leaked:
            return self.tr(
                "The leaked key works until you revoke it. First give the new one to everything "
                "that uses it, then revoke the leaked one."
            )
        if old.type is KeyType.SECRET:
            return self.tr(
                "Both keys work until you end the old one, so nothing that uses it has to stop."
            )
        return self.tr(
            "Both keys work until you end the old one, so no storefront that uses it has to stop."
        )

    @property
    def _value(self) -> WantedSuccessor:
        return WantedSuccessor(self._title.text().strip(), self._note.note)

    def _on_submit(self) -> None:
        wanted = self._value
        problem = ""
        if not wanted.title:
            problem = self.tr("Enter a title so that people can tell keys apart.")
        elif tokens.may_hold_a_key(wanted.title):
            problem = self.tr("That looks like a key. Every admin can see titles.")
        if problem:
            self._title_field.show_error(problem)
            self._title.setFocus()
        elif not self._note.holds_secret():
            doing = Doing(self.windowTitle(), self.objectName())
            self._submission.start(self._send(wanted), doing=doing)

    async def _send(self, wanted: WantedSuccessor) -> None:
        try:
            self._answer = Accepted(await self._submit(wanted))
        except OutcomeUnknown as error:
            self._answer = Lost(error)
        self.accept()

    def _refuse(self, error: ConsoleError) -> None:
        if isinstance(error, Invalid):
            self._title_field.show_error(explain(error).text or explain(error).title)
        else:
            self._problem.explain(error)

    def _lock(self, locked: bool) -> None:
        self._title.setReadOnly(locked)
        self._note.lock(locked)

    # Qt overrides

    def reject(self) -> None:
        # A request that was sent goes on: the caller then looks for its result.
        if self._submission.busy:
            self._answer = Stopped(self._value)
        super().reject()
