"""Asks for a mail with a link for a new password, and sets the new password with that link."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QWidget

from medusa_console.domain.errors import ConsoleError, OutcomeUnknown, TokenRefused
from medusa_console.domain.pasted_token import PastedKind, PastedToken
from medusa_console.domain.store import DEMO_PASSWORD
from medusa_console.services.store_services import StoreServices
from medusa_console.tasks import TaskScope
from medusa_console.ui.kit.announce import announce
from medusa_console.ui.kit.ask import answer, tasks_of
from medusa_console.ui.kit.button import push_button
from medusa_console.ui.kit.field import Field
from medusa_console.ui.kit.frame import bring_into_view, fill
from medusa_console.ui.kit.label import PlainLabel
from medusa_console.ui.kit.line_edit import LineEdit
from medusa_console.ui.kit.password_field import PasswordField
from medusa_console.ui.kit.submission import Submission
from medusa_console.ui.kit.text import shown
from medusa_console.ui.session.token_field import TokenField
from medusa_console.ui.words.errors import explain
from medusa_console.ui.words.problem_line import ProblemLine

_LONGEST_EMAIL = 320


class ForgotPassword(QDialog):
    """Accepted: the new password is set. Nobody is signed in by that."""

    def __init__(
        self, parent: QWidget, services: StoreServices, email: str, tasks: TaskScope
    ) -> None:
        """`email` is what stands in the sign-in form."""
        super().__init__(parent)
        self._services = services
        self._tasks = tasks_of(self, tasks)
        self._set_for = ""
        self.setObjectName("forgotPassword")
        heading = self.tr("Forgot password?")
        self.setWindowTitle(heading)
        self._email = LineEdit()
        self._email.setMaxLength(_LONGEST_EMAIL)
        self._email.setInputMethodHints(Qt.InputMethodHint.ImhEmailCharactersOnly)
        self._email.setText(email)
        self._ask = push_button(self.tr("Ask for the mail"), self._on_ask, name="askForMail")
        self._email_field = Field(
            self.tr("Email"), self._email, name="resetEmail", beside=(self._ask,)
        )
        self._asked = PlainLabel(role="secondary", wrap=True, name="mail.status")
        self._asked.hide()
        self._token = TokenField(
            self.tr("Link or token from the mail"),
            PastedKind.RESET,
            services.store,
            services.clock.now,
        )
        self._password = PasswordField(
            self._tasks,
            label=self.tr("New password"),
            about=self._about,
            hint=self.tr("It is not saved anywhere on this computer."),
        )
        self._problem = ProblemLine("formProblem")
        self._submission = Submission(
            self,
            self._tasks,
            self.tr("Set new password"),
            self._on_submit,
            waiting=self.tr("Setting…"),
            lock=self._lock,
            refuse=self._refuse,
        )
        for changed in (self._token.changed, self._password.changed):
            changed.connect(self._problem.hide)
        self._lay_out(heading)

    def _lay_out(self, heading: str) -> None:
        store = self._services.store
        text = self.tr("Ask for a mail first, or paste what a colleague has sent you.")
        if store.is_demo:
            text = self.tr(
                "The demo store's password is {password}. It sends no mail. To try this, sign in, "
                "choose “Reset password…” for a colleague on the page Colleagues, and paste here "
                "what you copy there."
            ).format(password=DEMO_PASSWORD)
        body = (
            PlainLabel(heading, role="title", wrap=True),
            PlainLabel(text, role="muted", wrap=True),
            self._email_field,
            self._asked,
            self._token,
            self._password,
            self._problem,
        )
        fill(self, store, body, right=(self._submission.cancel, self._submission.button))
        self._email.setFocus()  # the mail comes first: Enter asks for it

    async def ask(self) -> str | None:
        """Open the dialog and wait; the email whose password is new, "" if that is not known, None
        when the user gives up."""
        accepted = await answer(self) == QDialog.DialogCode.Accepted
        return self._set_for if accepted else None

    # The mail

    def _on_ask(self) -> None:
        email = self._email.text().strip()
        if email:
            self._tasks.start(self._ask_for_mail(email), replacing="mail")
        else:
            self._email_field.show_error(self.tr("Enter the email of your admin account."))
            self._email.setFocus()

    async def _ask_for_mail(self, email: str) -> None:
        self._ask.setDisabled(True)
        try:
            await self._services.forgotten.request(email)
        except OutcomeUnknown:
            text = self.tr(
                "The store didn't confirm that. Look for the mail before you ask again: a newer "
                "one makes the link in the older one useless."
            )
        except ConsoleError as error:
            text = explain(error).sentence
        else:
            text = self.tr(
                "If an account with the email {email} exists and the shop sends such mails, one is "
                "on its way. Its link works for 15 minutes. If none comes, ask an admin of the "
                "store for a link."
            ).format(email=shown(email))
            self._token.edit.setFocus()
        self._ask.setEnabled(True)
        self._asked.setText(text)
        self._asked.show()
        announce(self._asked, text)
        bring_into_view(self, self._asked)

    # The new password

    def _about(self) -> tuple[str, ...]:
        token = self._token.token
        return (self._email.text(), token.email if token is not None else "")

    def _on_submit(self) -> None:
        if self._email.hasFocus() and not self._token.edit.text():
            self._on_ask()  # Enter beside an email, before there is anything to set
            return
        token = self._token.check()
        if token is not None and not self._password.edit.text():
            # An empty one would use the token up.
            self._password.refuse(self.tr("Enter a password, or choose Generate."))
            token = None
        if token is None:
            bring_into_view(self, self.focusWidget())
            return
        self._problem.hide()
        self._submission.start(self._set(token))

    async def _set(self, token: PastedToken) -> None:
        await self._services.session.providers()  # no password is sent to anything but a Medusa
        await self._services.forgotten.set(token.token, self._password.value)
        self._set_for = token.email
        self.accept()

    def _refuse(self, error: ConsoleError) -> None:
        if isinstance(error, TokenRefused):
            self._token.refuse(
                self.tr("{reason} Ask for a new mail.").format(reason=explain(error).sentence)
            )
            bring_into_view(self, self._token)
            return
        if isinstance(error, OutcomeUnknown):
            self._problem.say(
                self.tr(
                    "The store didn't confirm that the new password is set. Try to sign in with "
                    "it; if that fails, ask for a new mail."
                )
            )
        else:
            self._problem.explain(error)
        bring_into_view(self, self._problem)

    def _lock(self, locked: bool) -> None:
        self._token.set_locked(locked=locked)
        self._password.set_locked(locked=locked)

    # Qt overrides

    def reject(self) -> None:
        if self._submission.busy:
            self._submission.stop()
            self._problem.say(
                self.tr(
                    "Stopped waiting. The new password may be set all the same: try to sign in "
                    "with it."
                )
            )
        else:
            super().reject()

    def done(self, result: int) -> None:
        self._token.forget()
        self._password.forget()
        super().done(result)
