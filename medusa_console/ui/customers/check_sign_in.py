"""Checks whether a customer can sign in with a password."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from pydantic import SecretStr
from PySide6.QtWidgets import QDialog, QWidget

from medusa_console.domain.customer import Customer
from medusa_console.domain.errors import ConsoleError, Forbidden
from medusa_console.domain.store import Store
from medusa_console.services.registration import SignInCheck
from medusa_console.tasks import TaskScope
from medusa_console.ui.kit.announce import announce
from medusa_console.ui.kit.ask import tasks_of
from medusa_console.ui.kit.button import push_button
from medusa_console.ui.kit.frame import bring_into_view, fill
from medusa_console.ui.kit.label import PlainLabel
from medusa_console.ui.kit.password_field import PasswordField
from medusa_console.ui.kit.style import set_style
from medusa_console.ui.kit.submission import Submission
from medusa_console.ui.kit.text import shown
from medusa_console.ui.words.problem_line import ProblemLine


class CheckSignIn(QDialog):
    """Asks for passwords until the user closes the dialog. `check` discards its session."""

    def __init__(
        self,
        parent: QWidget,
        store: Store,
        customer: Customer,
        check: Callable[[SecretStr], Awaitable[SignInCheck]],
        tasks: TaskScope,
    ) -> None:
        super().__init__(parent)
        self._check = check
        self._tasks = tasks_of(self, tasks)
        self._name = shown(customer.first_name or customer.email or "")
        heading = self.tr("Can {name} sign in?").format(name=self._name)
        self.setObjectName("checkSignIn")
        self.setWindowTitle(self.tr("Check sign-in"))  # other programs read titles
        self._password = PasswordField(self._tasks)
        self._password.changed.connect(self._on_typed)
        self._result = PlainLabel(wrap=True, name="checkSignIn.result")
        self._result.hide()
        self._problem = ProblemLine("formProblem")
        self._submission = Submission(
            self,
            self._tasks,
            self.tr("Check"),
            self._on_check,
            icon="log-in",
            waiting=self.tr("Checking…"),
            lock=lambda locked: self._password.set_locked(locked=locked),
            refuse=self._problem.explain,
        )
        close = push_button(self.tr("Close"), self.reject, name="close")
        close.setAutoDefault(False)
        body = (
            PlainLabel(heading, role="title", wrap=True, name="checkSignIn.heading"),
            PlainLabel(
                shown(customer.email or ""), role="strong", wrap=True, name="checkSignIn.email"
            ),
            PlainLabel(
                self.tr(
                    "Signs in as the customer's browser would, then discards the session. "
                    "The password is not saved."
                ),
                role="muted",
                wrap=True,
            ),
            self._password,
            self._result,
            self._problem,
        )
        fill(self, store, body, right=(close, self._submission.button))
        self._password.edit.setFocus()

    def _on_typed(self) -> None:
        self._result.hide()
        self._problem.hide()

    def _on_check(self) -> None:
        if not self._password.edit.text():
            self._password.refuse(self.tr("Enter the customer's password."))
            return
        self._submission.start(self._ask(self._password.value))

    async def _ask(self, password: SecretStr) -> None:
        self._on_typed()
        try:
            result = await self._check(password)
        except Forbidden:
            # The store refused the customer, so no role of the admin would help.
            self._problem.say(
                self.tr("The store refused the check. This says nothing about the password.")
            )
        except ConsoleError as error:
            self._problem.explain(error)
        else:
            self._show(result)

    def _show(self, result: SignInCheck) -> None:
        text = {
            SignInCheck.YES: self.tr("Yes. {name} can sign in with this password."),
            SignInCheck.REFUSED: self.tr(
                "No. Wrong email or password. Customers sign in with the email they registered "
                "with, even if this record was edited since."
            ),
            SignInCheck.NO_CUSTOMER: self.tr(
                "No. The password is correct, but this sign-in belongs to no customer. This "
                "customer registered with another email."
            ),
            SignInCheck.SOMEBODY_ELSE: self.tr(
                "No. This email and password belong to another customer, who registered with them."
            ),
            SignInCheck.MORE_NEEDED: self.tr(
                "Not with a password alone. The store also asks for a second factor, a verified "
                "email or another provider."
            ),
        }[result].format(name=self._name)
        self._result.setText(text)
        set_style(self._result, role="good" if result is SignInCheck.YES else "danger")
        self._result.show()
        announce(self._result, text, assertive=True)
        self._password.edit.setFocus()
        self._password.edit.selectAll()
        bring_into_view(self, self._result)

    # Qt overrides

    def done(self, result: int) -> None:
        self._password.forget()
        super().done(result)
