"""Accepts an invite: the pasted link or token, the names, the email and a password."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QWidget

from medusa_console.domain import email
from medusa_console.domain.errors import (
    ConsoleError,
    EmailTaken,
    OutcomeUnknown,
    TokenRefused,
)
from medusa_console.domain.pasted_token import PastedKind, PastedToken
from medusa_console.domain.user import NewAdmin
from medusa_console.services.invite_acceptance import Acceptance, AcceptanceFailed
from medusa_console.services.store_services import StoreServices
from medusa_console.tasks import TaskScope
from medusa_console.ui.kit.ask import answer, confirm, tasks_of
from medusa_console.ui.kit.field import Field
from medusa_console.ui.kit.frame import bring_into_view, fill
from medusa_console.ui.kit.label import PlainLabel
from medusa_console.ui.kit.layout import row
from medusa_console.ui.kit.line_edit import LineEdit
from medusa_console.ui.kit.password_field import PasswordField
from medusa_console.ui.kit.submission import Submission
from medusa_console.ui.kit.text import shown
from medusa_console.ui.session.token_field import TokenField
from medusa_console.ui.words import reasons
from medusa_console.ui.words.errors import explain
from medusa_console.ui.words.problem_line import ProblemLine

_LONGEST_EMAIL = 320
_LONGEST_NAME = 200


class AcceptInvite(QDialog):
    """Accepted: there is an account with `email` and the password that `ask` returns."""

    def __init__(self, parent: QWidget, services: StoreServices, tasks: TaskScope) -> None:
        super().__init__(parent)
        self._services = services
        self._tasks = tasks_of(self, tasks)
        self._invited = ""
        self._outcome: tuple[Acceptance, str, str] | None = None
        self.setObjectName("acceptInvite")
        heading = self.tr("Accept invite")
        self.setWindowTitle(heading)
        self._token = TokenField(
            self.tr("Link or token of the invite"),
            PastedKind.INVITE,
            services.store,
            services.clock.now,
        )
        self._token.changed.connect(self._on_token)
        self._first, self._last, self._email = LineEdit(), LineEdit(), LineEdit()
        for edit in (self._first, self._last):
            edit.setMaxLength(_LONGEST_NAME)
        self._email.setMaxLength(_LONGEST_EMAIL)
        self._email.setInputMethodHints(Qt.InputMethodHint.ImhEmailCharactersOnly)
        self._names = row(
            Field(self.tr("First name"), self._first, name="firstName"),
            Field(self.tr("Last name"), self._last, name="lastName"),
            equal=True,
        )
        self._email_field = Field(self.tr("Email"), self._email, name="inviteEmail")
        self._password = PasswordField(
            self._tasks,
            label=self.tr("Password for this store"),
            about=lambda: (self._email.text(), self._first.text(), self._last.text()),
            hint=self.tr("It is not saved anywhere on this computer."),
        )
        self._problem = ProblemLine("formProblem")
        self._submission = Submission(
            self,
            self._tasks,
            self.tr("Accept and sign in"),
            self._on_submit,
            waiting=self.tr("Accepting…"),
            lock=self._lock,
            refuse=self._refuse,
        )
        for changed in (self._token.changed, self._password.changed, self._email.textChanged):
            changed.connect(self._problem.hide)
        text = self.tr(
            "The account is created at {store}. Paste the link or the mail that you were sent."
        )
        body = (
            PlainLabel(heading, role="title", wrap=True),
            PlainLabel(text.format(store=shown(services.store.name)), role="muted", wrap=True),
            self._token,
            self._names,
            self._email_field,
            self._password,
            self._problem,
        )
        buttons = (self._submission.cancel, self._submission.button)
        fill(self, services.store, body, right=buttons)
        self._token.edit.setFocus()

    async def ask(self) -> tuple[Acceptance, str, str] | None:
        """Open the dialog and wait; how it came out, the email and the password to sign in with.
        None when the user gives up."""
        await answer(self)
        outcome, self._outcome = self._outcome, None
        return outcome

    def _on_token(self) -> None:
        """Fill in who was invited, unless something else was typed."""
        token = self._token.token
        if token is not None and self._email.text() in ("", self._invited):
            self._email.setText(token.email)
        self._invited = token.email if token is not None else ""

    def _on_submit(self) -> None:
        token = self._token.check()
        address = self._email.text().strip()
        ready = token is not None
        if ready and (wrong := email.problem_of(address)):
            self._email_field.show_error(reasons.email(wrong))
            self._email.setFocus()
            ready = False
        if ready and not self._password.edit.text():
            self._password.refuse(self.tr("Enter a password, or choose Generate."))
            ready = False
        if token is None or not ready:
            bring_into_view(self, self.focusWidget())
            return
        self._problem.hide()
        admin = NewAdmin(address, self._first.text().strip(), self._last.text().strip())
        self._submission.start(self._accept(token, admin))

    async def _accept(self, token: PastedToken, admin: NewAdmin) -> None:
        if token.email and token.email != admin.email and not await self._means(token, admin):
            self._email.setFocus()
            return
        await self._services.session.providers()  # no password is sent to anything but a Medusa
        password = self._password.value
        outcome = await self._services.invited.accept(token.token, admin, password)
        self._outcome = outcome, admin.email, password.get_secret_value()
        self.accept()

    async def _means(self, token: PastedToken, admin: NewAdmin) -> bool:
        return await confirm(
            self,
            self._services.store,
            self.tr("Join with another email than the invited one?"),
            self.tr(
                "The invite is for {invited}. Your account will have the email {email}, and you "
                "will sign in with it."
            ).format(invited=shown(token.email), email=shown(admin.email)),
            action=self.tr("Join with this email"),
            keep=self.tr("Change the email"),
            danger=False,
            clock=self._tasks.clock,
        )

    def _refuse(self, error: ConsoleError) -> None:
        cause = error.cause if isinstance(error, AcceptanceFailed) else error
        match cause:
            case EmailTaken():
                self._password.refuse(
                    self.tr(
                        "Someone signs in with this email already, with another password. Enter "
                        "that password, or set a new one with “Forgot password?” first."
                    )
                )
                bring_into_view(self, self._password)
            case TokenRefused():
                self._token.refuse(
                    self.tr(
                        "The store didn't accept this invite: it was used, deleted or sent again, "
                        "it has expired, one of its roles was deleted, it belongs to another "
                        "store, or an admin has this email already. Ask for a new invite."
                    )
                )
                bring_into_view(self, self._token)
            case OutcomeUnknown():
                self._say(
                    self.tr(
                        "The store didn't confirm that. Try again with the same email and "
                        "password: it goes on where it was, and no second account is created."
                    )
                )
            case _:
                self._say(explain(cause).sentence)

    def _say(self, text: str) -> None:
        self._problem.say(text)
        bring_into_view(self, self._problem)

    def _lock(self, locked: bool) -> None:
        self._token.set_locked(locked=locked)
        self._password.set_locked(locked=locked)
        for edit in (self._first, self._last, self._email):
            edit.setReadOnly(locked)

    # Qt overrides

    def reject(self) -> None:
        if self._submission.busy:
            self._submission.stop()
            self._say(
                self.tr(
                    "Stopped waiting. The account may be created all the same. You can safely try "
                    "again with the same email and password."
                )
            )
        else:
            super().reject()

    def done(self, result: int) -> None:
        self._token.forget()
        self._password.forget()
        super().done(result)
