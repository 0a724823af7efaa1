"""Creates a guest, or edits a customer's record."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import astuple, dataclass, replace
from datetime import UTC, datetime

from PySide6.QtWidgets import QDialog, QWidget

from medusa_console.domain.customer import Customer, CustomerDetails, EmailMatches
from medusa_console.domain.errors import ConsoleError, Invalid, OutcomeUnknown
from medusa_console.domain.store import Store
from medusa_console.tasks import Doing, TaskScope
from medusa_console.ui.customers.detail_edit import DetailEdit
from medusa_console.ui.customers.email_field import EmailField
from medusa_console.ui.kit.ask import answer, tasks_of
from medusa_console.ui.kit.field import Field
from medusa_console.ui.kit.frame import bring_into_view, fill
from medusa_console.ui.kit.label import PlainLabel
from medusa_console.ui.kit.layout import Part, row
from medusa_console.ui.kit.submission import Accepted, Stopped, Submission
from medusa_console.ui.kit.text import shown
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
        self._has_account = edited is not None and edited.has_account
        self._before = CustomerDetails.of(edited) if edited is not None else CustomerDetails()
        self._submit = submit
        self._find_sent = find_sent
        self._answer: Answer = None
        heading = self.tr("Create guest") if edited is None else self.tr("Edit customer")
        self.setObjectName("customerForm")
        self.setWindowTitle(heading)
        self._email = EmailField(
            self._tasks, email_matches, self._describe, email=self._before.email
        )
        self._email.changed.connect(self._on_email)
        self._old_stays = PlainLabel(
            self.tr("This doesn't change their sign-in: they keep using the old email."),
            role="caution",
            wrap=True,
            name="email.oldStays",
        )
        self._old_stays.hide()
        self._problem = ProblemLine("formProblem")
        self._edits: dict[str, DetailEdit] = {}
        self._fields: dict[str, Field] = {}
        self._build_fields()
        self._submission = Submission(
            self,
            self._tasks,
            self.tr("Create") if edited is None else self.tr("Save"),
            self._on_submit,
            waiting=self.tr("Sending…"),
            lock=self._lock,
            refuse=self._refuse,
        )
        body: list[Part] = [PlainLabel(heading, role="title")]
        if edited is None:
            text = self.tr("A guest is a customer who cannot sign in.")
            body.append(PlainLabel(text, role="muted", wrap=True))
        first, last, phone, company = self._fields.values()
        rows = (row(first, last, equal=True), row(phone, company, equal=True))
        body += [self._email, self._old_stays, *rows, self._problem]
        fill(self, store, body, right=(self._submission.cancel, self._submission.button))
        self._email.edit.setFocus()

    def _build_fields(self) -> None:
        for field, label, text, name in (
            ("first_name", self.tr("First name"), self._before.first_name, "firstName"),
            ("last_name", self.tr("Last name"), self._before.last_name, "lastName"),
            ("phone", self.tr("Phone"), self._before.phone, "phone"),
            ("company_name", self.tr("Company"), self._before.company_name, "company"),
        ):
            edit = self._edits[field] = DetailEdit(text)
            self._fields[field] = Field(label, edit, name=name)
            edit.textChanged.connect(self._problem.hide)

    async def ask(self) -> Answer:
        """Open the form and wait for the answer; None when the user cancels."""
        await answer(self)
        return self._answer

    @property
    def _details(self) -> CustomerDetails:
        texts = {field: edit.value for field, edit in self._edits.items()}
        return replace(self._before, email=self._email.value, **texts)

    def _on_email(self) -> None:
        self._problem.hide()
        changed = self._email.value != self._before.email
        self._old_stays.setVisible(self._has_account and changed)
        bring_into_view(self, self._old_stays)

    def _on_submit(self) -> None:
        self._clear_errors()
        details = self._details
        if not any(astuple(details)):
            self._problem.say(self.tr("Fill in at least one field."))
        elif self._edited is not None and details == self._before:
            self._close(Accepted(self._edited))
        elif self._may_send(details.email):
            self._submission.start(
                self._send(details), doing=Doing(self.windowTitle(), self.objectName())
            )

    def _clear_errors(self) -> None:
        """Remove what was said about an earlier attempt."""
        self._problem.hide()
        self._email.clear_error()
        for field in self._fields.values():
            field.clear_error()

    def _may_send(self, email: str) -> bool:
        """Whether `email` can be sent; if not, its field says why. A guest needs no email, and an
        unedited email is not checked."""
        if email == self._before.email or not (email or self._has_account):
            return True
        return self._email.check()

    async def _send(self, details: CustomerDetails) -> None:
        try:
            self._close(Accepted(await self._submit(details)))
        except OutcomeUnknown:
            await self._after_lost_answer(details)

    async def _after_lost_answer(self, details: CustomerDetails) -> None:
        if self._edited is None and not details.email:
            self._say(self.tr("The store didn't answer. Check the list before you try again."))
            return
        try:
            found = await self._find_sent(details)
        except ConsoleError as error:
            text = self.tr("The store didn't answer, and checking failed as well. {why}")
            self._say(text.format(why=explain(error).sentence))
            return
        if found is not None:
            self._close(Found(found))
            return
        text = self.tr("The store didn't answer. Not there at {time}, but it may still appear.")
        self._say(text.format(time=f"{datetime.now(UTC).astimezone():%H:%M}"))

    def _refuse(self, error: ConsoleError) -> None:
        if not (isinstance(error, Invalid) and self._refuse_field(error)):
            self._say(explain(error).sentence)

    def _refuse_field(self, error: Invalid) -> bool:
        """Show `error` beneath the field that it is about; returns False if there is none."""
        if "already exists" in error.message:
            self._email.refuse(
                self.tr(
                    "Another customer already uses this email. Change theirs, or use another one."
                )
            )
            return True
        words = explain(error).text or explain(error).title
        field = self._fields.get(error.field)
        if field is not None:
            field.show_error(words)
            field.widget.setFocus()
        elif "email" in (error.field or error.message).lower():
            self._email.refuse(words)
        else:
            return False
        return True

    def _lock(self, locked: bool) -> None:
        for edit in (self._email.edit, *self._edits.values()):
            edit.setReadOnly(locked)

    def _describe(self, found: EmailMatches) -> str:
        if (found.account if self._has_account else found.guest) is not None:
            return self.tr("Another customer already uses this email.")
        if found.account is not None:
            return self.tr("An account has this email. The two records stay separate.")
        if found.guest is not None:
            return self.tr("A guest has this email. The two records stay separate.")
        near = [one.email for one in found.near if one.email and one.email != self._before.email]
        if near:
            return self.tr(
                "{email} already exists in different capitals. Medusa treats them as two customers."
            ).format(email=shown(near[0]))
        return ""

    def _say(self, text: str) -> None:
        self._problem.say(text)
        bring_into_view(self, self._problem)

    def _close(self, answered: Answer) -> None:
        self._answer = answered
        self.accept()

    # Qt overrides

    def reject(self) -> None:
        if self._submission.busy:  # a sent request cannot be called back
            self._answer = Stopped(self._details)
        super().reject()
