"""Asks for the password over the page when the session has ended; nothing on screen is lost."""

from __future__ import annotations

from datetime import datetime

from pydantic import SecretStr
from PySide6.QtCore import QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QLineEdit, QWidget
from shiboken6 import isValid

from medusa_console.domain.errors import ConsoleError, Unreachable, WrongPassword
from medusa_console.domain.store import Store
from medusa_console.services.session import SessionService
from medusa_console.tasks import TaskScope
from medusa_console.ui.kit.button import push_button
from medusa_console.ui.kit.environment_bar import EnvironmentBar
from medusa_console.ui.kit.field import Field
from medusa_console.ui.kit.frame import fill
from medusa_console.ui.kit.label import PlainLabel
from medusa_console.ui.kit.text import shown
from medusa_console.ui.kit.theme_tokens import EIGHT
from medusa_console.ui.kit.waiting import Waiting
from medusa_console.ui.words.errors import password_refused
from medusa_console.ui.words.problem_line import ProblemLine


class SignInAgain(QDialog):
    """Accepted: the session stands again, for the same account."""

    def __init__(
        self,
        parent: QWidget,
        store: Store,
        session: SessionService,
        tasks: TaskScope,
        *,
        email: str,
        ended: datetime,
        keep: bool,
    ) -> None:
        super().__init__(parent)
        self._store = store
        self._session = session
        self._tasks = tasks
        self._email = email
        self._keep = keep
        self.setObjectName("signInAgain")
        heading = self.tr("Sign in again to {store}").format(store=shown(store.name))
        self.setWindowTitle(heading)
        self._ended = ended
        self._refused: dict[str, None] = {}
        self._text = PlainLabel(role="muted", wrap=True, name="again.text")
        self._show_text()
        self._password = QLineEdit()
        self._password.setEchoMode(QLineEdit.EchoMode.Password)
        self._password_field = Field(self.tr("Password"), self._password, name="password")
        self._password.textChanged.connect(self._password_field.clear_error)
        self._problem = ProblemLine("formProblem")
        self._submit = push_button(
            self.tr("Sign in"), self._on_submit, kind="primary", icon="log-in", name="submit"
        )
        self._submit.setDefault(True)
        self._waiting = Waiting(self.tr("Signing in"), self._submit, self._password)
        self._waiting.cancelled.connect(self._on_cancel)
        later = push_button(self.tr("Not now"), self.reject, name="later")
        later.setAutoDefault(False)
        body = (
            PlainLabel(heading, role="title", wrap=True),
            self._text,
            PlainLabel(email, role="strong", name="account"),
            self._password_field,
            self._problem,
            self._waiting,
        )
        fill(self, store, body, right=(later, self._submit))
        self._password.setFocus()

    def show_refused(self, action: str) -> None:
        """Name an action that the server refused because the session had ended."""
        if action:
            self._refused[action] = None
            self._show_text()

    def _show_text(self) -> None:
        ended = self.tr("Your session ended at {time}. Everything on this page is kept.")
        refused = self.tr(
            "“{action}” was refused and changed nothing; you can repeat it afterwards."
        )
        sentences = [ended.format(time=f"{self._ended:%H:%M}")]
        sentences += [refused.format(action=action) for action in self._refused]
        self._text.setText(" ".join(sentences))

    @property
    def _work(self) -> str:
        return f"sign in over {id(self)}"

    def _on_submit(self) -> None:
        if not self._password.text():
            self._password_field.show_error(self.tr("Enter your password."))
            return
        password = SecretStr(self._password.text())
        self._tasks.start(self._sign_in(password), replacing=self._work)

    def _on_cancel(self) -> None:
        self._tasks.cancel(self._work)
        self._password.setFocus()

    async def _sign_in(self, password: SecretStr) -> None:
        self._waiting.show_busy(busy=True)
        self._problem.hide()
        refusal: ConsoleError | None = None
        try:
            # Before the password leaves, what answers must still be a Medusa.
            await self._session.providers()
            await self._session.sign_in(self._email, password, keep=self._keep)
        except ConsoleError as error:
            refusal = error
        finally:
            if isValid(self):
                self._waiting.show_busy(busy=False)
        # Signing in, or out, may have closed what this dialog lay over.
        if isValid(self):
            self._tell(refusal)

    def _tell(self, refusal: ConsoleError | None) -> None:
        match refusal:
            case None:
                self.accept()
            case WrongPassword():
                self._password_field.show_error(password_refused())
                self._password.selectAll()
                self._password.setFocus()
            case _:
                unsent = isinstance(refusal, Unreachable) and not refusal.sent
                self._problem.explain(refusal, password_unsent=unsent)

    def _stay_below_bar(self) -> None:
        """Whoever types a password must see which store gets it."""
        root: QWidget = self
        while (above := root.parentWidget()) is not None:
            root = above
        bar = root.findChild(EnvironmentBar, "environment")
        if bar is None or root is self or not bar.isVisible():
            return
        lowest = bar.mapToGlobal(bar.rect().bottomLeft()).y() + EIGHT
        if self.frameGeometry().top() < lowest:
            room = self.screen().availableGeometry().bottom() - self.frameGeometry().height()
            self.move(self.frameGeometry().left(), max(0, min(lowest, room)))

    # Qt overrides

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        super().showEvent(event)
        QTimer.singleShot(0, self, self._stay_below_bar)  # once it has its place and its height

    def done(self, result: int) -> None:
        if result != QDialog.DialogCode.Accepted:
            self._tasks.cancel(self._work)
        self._password.setText("")  # leaves no undo
        super().done(result)
