"""Asks whom to invite, and with which roles."""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QWidget

from medusa_console.domain import email
from medusa_console.domain.colleague import NewInvite, OpenInvite
from medusa_console.domain.errors import (
    ConsoleError,
    Invalid,
    OutcomeUnknown,
    SignInNeeded,
)
from medusa_console.services.store_services import StoreServices
from medusa_console.tasks import Doing, TaskScope
from medusa_console.ui.colleagues.role_list import RoleList
from medusa_console.ui.kit.ask import answer, tasks_of
from medusa_console.ui.kit.field import Field
from medusa_console.ui.kit.frame import bring_into_view, fill, fit
from medusa_console.ui.kit.label import PlainLabel
from medusa_console.ui.kit.layout import column
from medusa_console.ui.kit.line_edit import LineEdit
from medusa_console.ui.kit.submission import Accepted, Stopped, Submission
from medusa_console.ui.kit.text import shown
from medusa_console.ui.kit.theme_tokens import FOUR
from medusa_console.ui.words import labels, reasons
from medusa_console.ui.words.errors import explain
from medusa_console.ui.words.problem_line import ProblemLine

log = logging.getLogger(__name__)

_LONGEST_EMAIL = 320


@dataclass(frozen=True)
class Found:
    """The answer was lost, and the store has the invite all the same: without its token."""

    invite: OpenInvite


Answer = Accepted[NewInvite] | Found | Stopped[str] | None


class InviteForm(QDialog):
    """Asks for email and roles, has the user `confirm` who they are, and makes the invite.

    What was typed survives every failure. Where the answer was lost, the form looks whether the
    invite is there, and sends nothing again by itself.
    """

    def __init__(
        self,
        parent: QWidget,
        services: StoreServices,
        confirm: Callable[[str], Awaitable[bool]],
        tasks: TaskScope,
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._confirm = confirm
        self._tasks = tasks_of(self, tasks)
        self._answer: Answer = None
        self._in_doubt = ""  # the email whose invite may have been made
        heading = self.tr("Invite colleague")
        self.setObjectName("inviteForm")
        self.setWindowTitle(heading)
        self._email = LineEdit()
        self._email.setMaxLength(_LONGEST_EMAIL)
        self._email.setInputMethodHints(Qt.InputMethodHint.ImhEmailCharactersOnly)
        self._field = Field(self.tr("Email"), self._email, name="email")
        self._roles = RoleList()
        self._no_role = PlainLabel(role="caution", wrap=True, name="roles.note")
        self._role_part = QWidget()
        label = PlainLabel(self.tr("Roles"))
        label.setBuddy(self._roles)
        self._role_part.setLayout(
            column(label, self._roles, self._roles.about, self._no_role, spacing=FOUR)
        )
        self._role_part.hide()
        self._problem = ProblemLine("formProblem")
        self._submission = Submission(
            self,
            self._tasks,
            self.tr("Create invite"),
            self._on_submit,
            waiting=self.tr("Sending…"),
            lock=self._lock,
            refuse=self._refuse,
        )
        text = self.tr(
            "You get a message to send along: Medusa mails it only where the shop has set that up. "
            "The invite can be accepted for a day."
        )
        body = (
            PlainLabel(heading, role="title"),
            PlainLabel(text, role="muted", wrap=True),
            self._field,
            self._role_part,
            self._problem,
        )
        fill(
            self,
            services.store,
            body,
            right=(self._submission.cancel, self._submission.button),
        )
        # After its field, which takes its error away at every letter.
        self._email.textChanged.connect(self._on_typed)
        self._roles.ticked.connect(self._on_ticked)
        self._email.setFocus()
        self._tasks.start(self._learn_roles(), replacing="roles")

    async def ask(self) -> Answer:
        """Open the form and wait for the answer; None when the user cancels."""
        await answer(self)
        return self._answer

    async def _learn_roles(self) -> None:
        roles = self._services.colleague_roles
        if roles.off:
            return
        try:
            offered = await roles.assignable()
        except SignInNeeded:
            raise
        except ConsoleError as error:
            log.info("asking for roles: %s", type(error).__name__)
            why = explain(error).sentence
            text = self.tr("Roles can't be chosen. {why} The invite then gives none.")
            self._roles.hide()
            self._roles.about.hide()
            self._note(text.format(why=why))
        else:
            if not offered:
                return
            self._roles.show_roles(offered, ())
            self._on_ticked()
        self._role_part.show()
        fit(self)

    def _on_ticked(self) -> None:
        none = self.tr("Without a role they can sign in, but can't view anything.")
        self._note("" if self._roles.chosen else none)
        self._problem.hide()

    def _note(self, text: str) -> None:
        self._no_role.setText(text)
        self._no_role.setVisible(bool(text))

    def _on_typed(self) -> None:
        self._problem.hide()
        typed = self._address
        capitals = email.is_email(typed) and email.depends_on_case(typed)
        self._field.show_note(reasons.colleague_depends_on_case(typed) if capitals else "")
        self._offer_look(look=bool(self._in_doubt) and typed == self._in_doubt)

    def _offer_look(self, *, look: bool) -> None:
        words = self.tr("Look again") if look else self.tr("Create invite")
        self._submission.action = words
        if not self._submission.busy:
            self._submission.button.setText(words)

    @property
    def _address(self) -> str:
        return self._email.text().strip()

    def _on_submit(self) -> None:
        self._problem.hide()
        address = self._address
        if wrong := email.problem_of(address):
            self._field.show_error(reasons.email(wrong))
            self._email.setFocus()
            return
        doing = Doing(self.windowTitle(), self.objectName())
        if address == self._in_doubt:
            self._submission.start(self._look(address), doing=doing)
            return
        action = self.tr("Invite {email} to {store}").format(
            email=shown(address), store=shown(self._services.store.name)
        )
        proof = partial(self._confirm, action)
        self._submission.start(self._send(address), doing=doing, proof=proof)

    async def _send(self, address: str) -> None:
        services = self._services
        work = services.colleagues.invite(address, sorted(self._roles.chosen))
        try:
            made = await services.permissions.write(work)
        except OutcomeUnknown as lost:
            log.info("an invite's answer was lost: %s", type(lost.cause).__name__)
            self._in_doubt = address
            await self._look(address)
        else:
            self._close(Accepted(made))

    async def _look(self, address: str) -> None:
        """Look whether the invite is there whose answer was lost."""
        self._offer_look(look=True)
        try:
            found = await self._services.colleagues.open_invite(address)
        except ConsoleError as error:
            text = self.tr("The store didn't answer, and checking failed as well. {why}")
            self._say(text.format(why=explain(error).sentence))
            if isinstance(error, SignInNeeded):
                raise
            return
        if found is not None:
            self._close(Found(found))
            return
        # Sent again, it can't be there twice: Medusa refuses a second invite for an email.
        self._in_doubt = ""
        self._offer_look(look=False)
        text = self.tr(
            "The store didn't answer. No invite for this email at {time}, but it may still appear."
        )
        self._say(text.format(time=labels.short_time(self._services.clock.latest())))

    def _refuse(self, error: ConsoleError) -> None:
        if isinstance(error, Invalid) and "already exist" in error.message:
            here = "account" in error.message
            self._field.show_error(
                self.tr("Somebody with this email is here already.")
                if here
                else self.tr("This email has an open invite. Resend that one, or delete it.")
            )
            self._email.setFocus()
        else:
            self._say(explain(error).sentence)

    def _lock(self, locked: bool) -> None:
        self._email.setReadOnly(locked)
        self._roles.setDisabled(locked)

    def _say(self, text: str) -> None:
        self._problem.say(text)
        bring_into_view(self, self._problem)

    def _close(self, answered: Answer) -> None:
        self._answer = answered
        self.accept()

    # Qt overrides

    def reject(self) -> None:
        if self._submission.busy:  # a sent request cannot be called back
            self._answer = Stopped(self._address)
        super().reject()
