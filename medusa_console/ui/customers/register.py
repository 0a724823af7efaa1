"""Registers a customer step by step and proves that the customer can sign in."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from PySide6.QtWidgets import QDialog, QWidget

from medusa_console.domain.api_key import ApiKey
from medusa_console.domain.customer import Customer
from medusa_console.domain.errors import ConsoleError, OutcomeUnknown
from medusa_console.services.registration import RegistrationFailed, Step
from medusa_console.services.secret_copy import SecretCopy
from medusa_console.services.store_services import StoreServices
from medusa_console.tasks import TaskScope
from medusa_console.ui.customers.registration_form import Filled, RegistrationForm
from medusa_console.ui.customers.registration_words import explain_failure, step_words
from medusa_console.ui.kit.announce import announce
from medusa_console.ui.kit.ask import answer, confirm, tasks_of
from medusa_console.ui.kit.button import GuardedButton, style_button
from medusa_console.ui.kit.frame import bring_into_view, fill, fit
from medusa_console.ui.kit.label import PlainLabel
from medusa_console.ui.kit.step_list import StepList
from medusa_console.ui.kit.submission import Submission
from medusa_console.ui.kit.text import shown
from medusa_console.ui.once.password_handover import PasswordHandover
from medusa_console.ui.words.problem_line import ProblemLine

# Asks over the given dialog for a publishable key and creates it; None: none was created.
CreateKey = Callable[[QWidget], Awaitable[ApiKey | None]]


class RegisterCustomer(QDialog):
    """Asks for a customer's details and password, and registers the customer.

    What the user typed survives every failure. Only the password in the form can finish a
    registration that has begun, so the dialog asks before it closes then. A copied password stays
    on the clipboard for `seconds`.
    """

    def __init__(
        self,
        parent: QWidget,
        services: StoreServices,
        copy: SecretCopy,
        tasks: TaskScope,
        *,
        seconds: int,
        create_key: CreateKey,
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._tasks = tasks_of(self, tasks)
        self._create_key = create_key
        self._customer: Customer | None = None
        self._begun = False
        self._release: Callable[[], None] = lambda: None
        # Whether the password went because the user stayed away too long.
        self.expired = False
        self.setObjectName("registerCustomer")
        heading = self.tr("Register customer")
        self.setWindowTitle(heading)
        self._heading = PlainLabel(heading, role="title", wrap=True, name="register.heading")
        self._found = PlainLabel(
            self.tr("This customer already existed. Name and details were not changed."),
            wrap=True,
            role="caution",
            name="register.found",
        )
        self._found.hide()
        self._form = RegistrationForm(services, self._tasks)
        self._steps = StepList()
        self._problem = ProblemLine("formProblem")
        self._form.changed.connect(self._problem.hide)
        self._form.email.changed.connect(self._on_other_email)
        self._form.keys.create_requested.connect(
            lambda: self._tasks.start(self._make_key(), replacing="createPublishableKey")
        )
        self._handover = PasswordHandover(services.store, copy, seconds, tasks.clock)
        self._handover.copied.connect(self._on_copied)
        self._submission = Submission(
            self,
            self._tasks,
            self.tr("Register"),
            self._on_submit,
            waiting=self.tr("Registering…"),
            lock=self._lock,
            refuse=self._refuse,
        )
        self._done = GuardedButton(self.tr("Done"), tasks.clock, name="done")
        self._done.confirmed.connect(self.accept)
        self._done.hide()
        self._done.setAutoDefault(False)
        body = (self._heading, self._found, self._form, self._steps, self._problem, self._handover)
        buttons = (self._submission.cancel, self._submission.button, self._done)
        fill(self, services.store, body, right=buttons)
        self._form.keys.loading_changed.connect(self._refresh)
        self._form.keys.load()
        self._form.email.edit.setFocus()

    async def ask(self) -> Customer | None:
        """Open the dialog and wait for the customer, who has signed in; None when the user gives
        up."""
        await answer(self)
        return self._customer

    async def _make_key(self) -> None:
        key = await self._create_key(self)
        self._form.keys.load(key.id if key is not None else "")

    def _on_other_email(self) -> None:
        self._steps.hide()
        self._submission.button.setText(self.tr("Register"))

    def _on_submit(self) -> None:
        filled = self._form.filled()
        if filled is None:
            bring_into_view(self, self.focusWidget())
        else:
            self._problem.hide()
            self._submission.action = self.tr("Try again")
            self._submission.start(self._register(filled))

    async def _register(self, filled: Filled) -> None:
        details, password, key = filled
        self._on_step(self._services.registration.steps[0])
        bring_into_view(self, self._steps)
        try:
            registered = await self._services.registration.register(
                details, password, key, entering=self._on_step
            )
        except Exception as error:
            known = isinstance(error, RegistrationFailed)
            lost = isinstance(error, RegistrationFailed) and isinstance(error.cause, OutcomeUnknown)
            self._steps.fail(unknown=lost or not known)
            self._begun |= not known  # another failure may have come after any step
            raise
        self._handover.begin(registered.customer, password)
        self._release = self._services.unsaved.hold(self._on_expired, password=True)
        self.destroyed.connect(self._release)  # the password goes with a destroyed parent as well
        self._succeed(registered.customer, found=registered.found)

    def _on_step(self, step: Step) -> None:
        steps = self._services.registration.steps
        self._steps.enter([step_words(one) for one in steps], steps.index(step))

    def _refuse(self, error: ConsoleError) -> None:
        if not isinstance(error, RegistrationFailed):
            self._problem.explain(error)
            return
        if error.customer is not None:
            self._services.customers.appeared(error.customer)
        if error.step is not Step.IDENTITY or isinstance(error.cause, OutcomeUnknown):
            self._begun = True
        if self._form.refuse(error):
            bring_into_view(self, self.focusWidget())
        else:
            self._problem.say(explain_failure(error).sentence)
            bring_into_view(self, self._problem)
            self._submission.button.setFocus()

    def _succeed(self, customer: Customer, *, found: bool) -> None:
        self._customer = customer
        self._begun = False
        name = shown(customer.first_name or customer.email or "")
        heading = self.tr("{name} can sign in").format(name=name)
        self._heading.setText(heading)
        self._found.setVisible(found)
        created = self._services.registration.steps.index(Step.CUSTOMER)
        self._steps.finish(existed=created if found else None)
        self._form.password.forget()
        for part in (self._form, self._problem, self._submission.cancel, self._submission.button):
            part.hide()
        self._done.show()
        fit(self)
        told = f"{heading}. {self._found.text()}" if found else heading
        announce(self, told, assertive=True)

    def _on_copied(self) -> None:
        """Offer the next step: Enter closes now."""
        self._problem.hide()
        style_button(self._done, "primary")
        self._done.setAutoDefault(True)
        self._done.setFocus()

    def _lock(self, locked: bool) -> None:
        self._form.set_locked(locked=locked)
        self._refresh()

    def _refresh(self) -> None:
        self._submission.button.setDisabled(self._submission.held or self._form.keys.loading)

    def _stop(self) -> None:
        self._submission.stop()
        self._begun = True
        self._steps.hide()
        self._problem.say(
            self.tr(
                "Stopped waiting. It may still go through. You can safely try again with the same "
                "password."
            )
        )

    def _on_expired(self) -> None:
        self.expired = True
        self.done(QDialog.DialogCode.Rejected)

    async def _ask_to_leave(self) -> None:
        if await confirm(
            self,
            self._services.store,
            self.tr("Stop this registration?"),
            self.tr(
                "The sign-in may already exist, without a customer. Only the password in this "
                "form can finish it, and it is discarded when you stop."
            ),
            action=self.tr("Stop anyway"),
            keep=self.tr("Keep going"),
            danger=False,
            clock=self._tasks.clock,
        ):
            self.done(QDialog.DialogCode.Rejected)

    # Qt overrides

    def reject(self) -> None:
        if self._customer is not None:
            if self._form.password.was_generated and not self._handover.was_copied:
                self._problem.say(
                    self.tr("You haven't copied the password. Copy it, or choose Done to close.")
                )
            else:
                self.accept()
        elif self._submission.busy:
            self._stop()
        elif self._begun:
            self._tasks.start(self._ask_to_leave(), replacing="leaveRegistration")
        else:
            super().reject()

    def done(self, result: int) -> None:
        self._form.password.forget()
        self._handover.end()
        self._release()
        super().done(result)
