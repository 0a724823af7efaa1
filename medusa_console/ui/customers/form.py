"""Creates a guest, or edits a customer's record."""

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
    """The answer to the request was lost, and `customer` shows that the request succeeded."""

    customer: Customer


Answer = Accepted[Customer] | Found | Stopped[CustomerDetails] | None


class CustomerForm(QDialog):
    """Asks for the details of a new guest, or with `edited` for changes to that customer's record.

    What the user typed survives every failure. `submit` sends the details. After a lost answer,
    `find_sent` returns the customer who has the sent details, None if nobody has.
    """

    def __init__(
        self,
        parent: QWidget,
        store: Store,
        tasks: TaskScope,
        *,
        edited: Customer | None,
        submit: Callable[[CustomerDetails], Awaitable[Customer]],
        find_sent: Callable[[CustomerDetails], Awaitable[Customer | None]],
        email_matches: Callable[[str], Awaitable[EmailMatches]],
    ) -> None:
        super().__init__(parent)
        self._tasks = tasks_of(self, tasks)
        self._edited = edited
        self._submit = submit
        self._find_sent = find_sent
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
        """Open the form and wait for the answer; None when the user cancels."""
        await answer(self)
        return self._answer

    def _on_submit(self) -> None:
        details = self._fields.value
        if not any(astuple(details)):
            self._problem.say(self.tr("Fill in at least one field."))
        elif self._edited is not None and details == self._fields.before:
            self._close(Accepted(self._edited))
        elif self._fields.check():
            self._problem.hide()
            self._submission.start(self._send(details), doing=self.windowTitle())

    async def _send(self, details: CustomerDetails) -> None:
        try:
            self._close(Accepted(await self._submit(details)))
        except OutcomeUnknown:
            await self._after_lost_answer(details)

    async def _after_lost_answer(self, details: CustomerDetails) -> None:
        if self._edited is None and not details.email:
            self._say(self.tr("No answer came. Look in the list for it before you try again."))
            return
        try:
            found = await self._find_sent(details)
        except ConsoleError as error:
            text = self.tr("No answer came, and looking for it failed as well. {why}")
            self._say(text.format(why=explain(error).sentence))
            return
        if found is not None:
            self._close(Found(found))
            return
        text = self.tr(
            "No answer came. What was sent was not there when looked at {time}; it may still come."
        )
        self._say(text.format(time=f"{datetime.now(UTC).astimezone():%H:%M}"))

    def _refuse(self, error: ConsoleError) -> None:
        if not (isinstance(error, Invalid) and self._fields.refuse(error)):
            self._say(explain(error).sentence)

    def _say(self, text: str) -> None:
        self._problem.say(text)
        bring_into_view(self, self._problem)

    def _close(self, answered: Answer) -> None:
        self._answer = answered
        self.accept()

    # Qt overrides

    def reject(self) -> None:
        if self._submission.busy:  # a sent request cannot be called back
            self._answer = Stopped(self._fields.value)
        super().reject()
