"""Asks when a working key is to end, and sets that end."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from datetime import datetime
from itertools import pairwise

from PySide6.QtWidgets import QDialog, QWidget

from medusa_console.domain.api_key import ApiKey
from medusa_console.domain.errors import ConsoleError, NotFound, OutcomeUnknown
from medusa_console.domain.store import Store
from medusa_console.tasks import Doing, TaskScope
from medusa_console.ui.keys.end_field import EndField
from medusa_console.ui.kit.ask import answer, only_with_control, tasks_of
from medusa_console.ui.kit.fact_list import Fact, FactList
from medusa_console.ui.kit.frame import bring_into_view, fill
from medusa_console.ui.kit.label import PlainLabel
from medusa_console.ui.kit.submission import Submission
from medusa_console.ui.words.errors import explain
from medusa_console.ui.words.problem_line import ProblemLine


class EndDialog(QDialog):
    """Stays open until `submit` has set the chosen end, and what was chosen survives every failure.
    Enter alone confirms nothing, because an end is never taken away again. What is sent goes on in
    `tasks` when the user does not wait for it.

    `told` is what the end means, `notes` what else is to be known.
    """

    def __init__(
        self,
        parent: QWidget,
        store: Store,
        submit: Callable[[datetime], Awaitable[ApiKey]],
        tasks: TaskScope,
        field: EndField,
        *,
        heading: str,
        action: str,
        facts: Sequence[Fact],
        told: str,
        notes: Sequence[str] = (),
    ) -> None:
        super().__init__(parent)
        self._submit = submit
        self._goes_on = tasks
        self._tasks = tasks_of(self, tasks)
        self._answer: ApiKey | NotFound | None = None
        self._field = field
        self.setObjectName("endDialog")
        self.setWindowTitle(heading)
        self._problem = ProblemLine("formProblem")
        field.changed.connect(self._on_changed)
        self._submission = Submission(
            self,
            self._tasks,
            action,
            self._on_submit,
            waiting=self.tr("Sending…"),
            lock=field.lock,
            refuse=self._refuse,
        )
        button, cancel = self._submission.button, self._submission.cancel
        only_with_control(self, button)
        button.setDefault(False)
        self._submission.action = button.text()
        body: list[QWidget] = [
            PlainLabel(heading, role="title", wrap=True, name="end.heading"),
            field,
            self._problem,
            PlainLabel(told, role="strong", wrap=True, name="end.told"),
            FactList(facts),
            *(PlainLabel(note, role="muted", wrap=True) for note in notes),
        ]
        fill(self, store, body, right=(cancel, button))
        for one, following in pairwise((*field.controls, cancel, button)):
            QWidget.setTabOrder(one, following)
        field.controls[0].setFocus()

    async def ask(self) -> ApiKey | NotFound | None:
        """Open the dialog and wait for its end: the key with its end, NotFound for a key whose
        record is gone, None when the user cancelled or did not wait for the answer."""
        await answer(self)
        return self._answer

    def _on_changed(self) -> None:
        self._problem.hide()
        bring_into_view(self, self._field)

    def _on_submit(self) -> None:
        self._problem.hide()
        if self._field.check() and self._field.end is not None:
            doing = Doing(self.windowTitle().rstrip("?"), self.objectName())
            self._submission.start(self._send(self._field.end, doing), doing=doing)

    async def _send(self, end: datetime, doing: Doing) -> None:
        async def send() -> ApiKey:
            return await self._submit(end)

        try:
            self._answer = await self._goes_on.carry_on(send, doing)
        except NotFound as error:
            self._answer = error
        self.accept()

    def _refuse(self, error: ConsoleError) -> None:
        if isinstance(error, OutcomeUnknown):
            text = self.tr("Not confirmed: the end may not have been set. {why}.")
            self._problem.say(text.format(why=explain(error.cause).title.rstrip(".")))
        else:
            self._problem.explain(error)
        bring_into_view(self, self._problem)
