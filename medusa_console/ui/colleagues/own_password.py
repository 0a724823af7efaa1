"""Sets a new password of one's own account."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from functools import partial

from PySide6.QtWidgets import QDialog, QWidget

from medusa_console.domain.colleague import JoinedPerson
from medusa_console.domain.errors import OutcomeUnknown
from medusa_console.services.session_states import Locked, SignedOut, State
from medusa_console.services.store_services import StoreServices
from medusa_console.tasks import Doing, TaskScope
from medusa_console.ui.kit.ask import answer, tasks_of
from medusa_console.ui.kit.frame import bring_into_view, fill
from medusa_console.ui.kit.label import PlainLabel
from medusa_console.ui.kit.password_field import PasswordField
from medusa_console.ui.kit.submission import Submission
from medusa_console.ui.words.problem_line import ProblemLine


class OwnPassword(QDialog):
    """Accepted: the password of `me` is the new one. Medusa changes a password only with a token,
    which is made for this and shown to nobody; the user has to `confirm` who they are before.
    Closes at a lock, and when nobody is signed in any more."""

    def __init__(
        self,
        parent: QWidget,
        services: StoreServices,
        me: JoinedPerson,
        confirm: Callable[[str], Awaitable[bool]],
        tasks: TaskScope,
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._me = me
        self._confirm = confirm
        self._tasks = tasks_of(self, tasks)
        heading = self.tr("New password")
        self.setObjectName("ownPassword")
        unsubscribe = services.session.changed.subscribe(self._on_state)
        self.destroyed.connect(lambda: unsubscribe())
        self.setWindowTitle(heading)
        self._password = PasswordField(
            self._tasks,
            label=heading,
            about=lambda: (me.email, me.name),
            hint=self.tr("It is not saved anywhere on this computer."),
        )
        self._problem = ProblemLine("formProblem")
        self._password.changed.connect(self._problem.hide)
        self._submission = Submission(
            self,
            self._tasks,
            self.tr("Set new password"),
            self._on_submit,
            waiting=self.tr("Setting…"),
            lock=lambda locked: self._password.set_locked(locked=locked),
            refuse=self._problem.explain,
        )
        text = self.tr("Sessions that are open stay open, and two-step sign-in stays as it is.")
        body = (
            PlainLabel(heading, role="title"),
            PlainLabel(text, role="muted", wrap=True),
            self._password,
            self._problem,
        )
        fill(
            self,
            services.store,
            body,
            right=(self._submission.cancel, self._submission.button),
        )
        self._password.edit.setFocus()

    async def ask(self) -> bool:
        """Open the dialog and wait; returns whether the new password is set."""
        return await answer(self) == QDialog.DialogCode.Accepted

    def _on_submit(self) -> None:
        self._problem.hide()
        if not self._password.edit.text():
            # An empty one would use the token up, and set none.
            self._password.refuse(self.tr("Enter a password, or choose Generate."))
            return
        doing = Doing(self.windowTitle(), self.objectName())
        proof = partial(self._confirm, self.tr("Set a new password for your account"))
        self._submission.start(self._set(), doing=doing, proof=proof)

    async def _set(self) -> None:
        services = self._services
        token = None
        try:
            work = services.colleagues.reset_token(self._me.id)
            token = await services.permissions.write(work)
            await services.forgotten.set(token, self._password.value)
        except OutcomeUnknown:
            self._say(
                self.tr("The store didn't answer. Your password is the old one: try again.")
                if token is None
                else self.tr(
                    "The store didn't confirm that the new password is set. Try both when you sign "
                    "in next, or set it once more."
                )
            )
        else:
            self.accept()

    def _say(self, text: str) -> None:
        self._problem.say(text)
        bring_into_view(self, self._problem)

    def _on_state(self, state: State) -> None:
        if isinstance(state, Locked | SignedOut):
            self.done(QDialog.DialogCode.Rejected)

    # Qt overrides

    def reject(self) -> None:
        if self._submission.busy:
            self._submission.stop()
            self._say(self.tr("Stopped waiting. The new password may be set all the same."))
        else:
            super().reject()

    def done(self, result: int) -> None:
        self._password.forget()
        super().done(result)
