"""The form of a customer's record: a new guest, or what is known of somebody."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import astuple, dataclass
from datetime import UTC, datetime

from PySide6.QtWidgets import QDialog, QWidget

from medusa_console.domain.customer import Customer, CustomerDetails, EmailMatches
from medusa_console.domain.errors import ConsoleError, Invalid, OutcomeUnknown
from medusa_console.domain.store import Store
from medusa_console.tasks import TaskScope
from medusa_console.ui.customers.fields import CustomerFields
from medusa_console.ui.kit.ask import answer, tasks_of
from medusa_console.ui.kit.frame import bring_into_view, fill
from medusa_console.ui.kit.label import PlainLabel
from medusa_console.ui.kit.submission import Accepted, Stopped, Submission
from medusa_console.ui.words.errors import explain
from medusa_console.ui.words.problem_line import ProblemLine


@dataclass(frozen=True)
class Found:
    """The answer was lost, and a look at the store found it done."""

    customer: Customer


Answer = Accepted[Customer] | Found | Stopped[CustomerDetails] | None


class CustomerForm(QDialog):
    """What was typed survives every failure.

    `edited` is whose record it is, None for a new guest. `submit` sends it; after a lost answer
    `look` returns the customer if what was sent is there, None if it is not.
    """

    def __init__(
        self,
        parent: QWidget,
        store: Store,
        tasks: TaskScope,
        *,
        edited: Customer | None,
        submit: Callable[[CustomerDetails], Awaitable[Customer]],
        look: Callable[[CustomerDetails], Awaitable[Customer | None]],
        email_matches: Callable[[str], Awaitable[EmailMatches]],
    ) -> None:
        super().__init__(parent)
        self._tasks = tasks_of(self, tasks)
        self._edited = edited
        self._submit = submit
        self._look = look
        self._answer: Answer = None
        heading = self.tr("Create as guest") if edited is None else self.tr("Edit customer")
        self.setObjectName("customerForm")
        self.setWindowTitle(heading)
        self._fields = CustomerFields(self._tasks, edited, email_matches)
        self._problem = ProblemLine("formProblem")
        self._fields.changed.connect(self._problem.hide)
        self._submission = Submission(
            self,
            self._tasks,
            self.tr("Create") if edited is None else self.tr("Save"),
            self._on_submit,
            waiting=self.tr("Sending …"),
            lock=lambda locked: self._fields.set_locked(locked=locked),
            refuse=self._refuse,
        )
        body: list[QWidget] = [PlainLabel(heading, role="title")]
        if edited is None:
            text = self.tr("A guest has a record and cannot sign in.")
            body.append(PlainLabel(text, role="muted", wrap=True))
        body += [self._fields, self._problem]
        fill(self, store, body, right=(self._submission.cancel, self._submission.button))
        self._fields.email.edit.setFocus()

    async def ask(self) -> Answer:
        """Open the form and wait for how it ends; None: nothing is under way."""
        await answer(self)
        return self._answer

    def _on_submit(self) -> None:
        details = self._fields.value
        if not any(astuple(details)):
            self._problem.say(self.tr("Fill in at least one field."))
        elif self._edited is not None and details == self._fields.before:
            self._answer = Accepted(self._edited)
            self.accept()
        elif self._fields.check():
            self._problem.hide()
            self._submission.start(self._send(details), doing=self.windowTitle())

    async def _send(self, details: CustomerDetails) -> None:
        try:
            self._answer = Accepted(await self._submit(details))
        except OutcomeUnknown:
            if problem := await self._look_for(details):
                self._problem.say(problem)
                bring_into_view(self, self._problem)
        if self._answer is not None:
            self.accept()

    def _refuse(self, error: ConsoleError) -> None:
        if not (isinstance(error, Invalid) and self._fields.refuse(error)):
            self._problem.explain(error)
            bring_into_view(self, self._problem)

    async def _look_for(self, details: CustomerDetails) -> str:
        """Whether it was done all the same, in words; "" when it was."""
        if self._edited is None and not details.email:
            return self.tr("No answer came. Look in the list for it before you try again.")
        try:
            found = await self._look(details)
        except ConsoleError as error:
            return self.tr("No answer came, and looking for it failed as well. {why}").format(
                why=explain(error).sentence
            )
        if found is not None:
            self._answer = Found(found)
            return ""
        return self.tr(
            "No answer came. What was sent was not there when looked at {time}; it may still come."
        ).format(time=f"{datetime.now(UTC).astimezone():%H:%M}")

    # Qt overrides

    def reject(self) -> None:
        # What has left cannot be called back: who stops waiting is told to look.
        if self._submission.busy:
            self._answer = Stopped(self._fields.value)
        super().reject()
