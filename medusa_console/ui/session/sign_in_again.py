"""Asks for the password over the page when the session has ended; the page stays as it is."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QWidget

from medusa_console.services.session_states import Expired
from medusa_console.services.store_services import StoreServices
from medusa_console.tasks import TaskScope
from medusa_console.ui.kit.ask import tasks_of
from medusa_console.ui.kit.button import push_button
from medusa_console.ui.kit.environment_bar import EnvironmentBar
from medusa_console.ui.kit.frame import fill
from medusa_console.ui.kit.label import PlainLabel
from medusa_console.ui.kit.text import shown
from medusa_console.ui.kit.theme_tokens import EIGHT
from medusa_console.ui.session.password_prompt import PasswordPrompt
from medusa_console.ui.session.provider_buttons import ProviderAgain
from medusa_console.ui.words.problem_line import ProblemLine


class SignInAgain(QDialog):
    """Accepted: the same account is signed in again."""

    def __init__(
        self, parent: QWidget, services: StoreServices, state: Expired, tasks: TaskScope
    ) -> None:
        """`state` is the session's."""
        super().__init__(parent)
        self._services = services
        self._state = state
        store = services.store
        self.setObjectName("signInAgain")
        heading = self.tr("Sign in again to {store}").format(store=shown(store.name))
        self.setWindowTitle(heading)
        self._refused: dict[str, None] = {}
        self._for_desk = False
        self._text = PlainLabel(role="muted", wrap=True, name="again.text")
        self._show_text()
        self._problem = ProblemLine("formProblem")
        submit = push_button(
            self.tr("Sign in"), self._on_submit, kind="primary", icon="log-in", name="submit"
        )
        submit.setDefault(True)
        self._prompt = PasswordPrompt(
            tasks_of(self, tasks), submit, title=self.tr("Signing in"), parts=(self._problem,)
        )
        self._prompt.accepted.connect(self.accept)
        self._prompt.refused.connect(
            lambda error, unsent: self._problem.explain(error, password_unsent=unsent)
        )
        self.finished.connect(lambda: self._prompt.forget())
        session, keep = services.session, store.keep_signed_in
        provider = ProviderAgain(
            services,
            state.provider,
            self._prompt,
            lambda begin, steps: session.sign_in_by(begin, keep=keep, steps=steps),
            tasks,
        )
        provider.chosen.connect(self._problem.hide)
        later = push_button(self.tr("Not now"), self.reject, name="later")
        later.setAutoDefault(False)
        body = (
            PlainLabel(heading, role="title", wrap=True),
            self._text,
            PlainLabel(state.email, role="strong", name="account"),
            provider,
            self._prompt,
            provider.waiting,
        )
        fill(self, store, body, right=(later, submit))
        self._prompt.edit.setFocus()
        provider.focus_first()

    def show_refused(self, action: str) -> None:
        """Name an action that the server refused because the session had ended."""
        if action:
            self._refused[action] = None
            self._show_text()

    def show_desk(self) -> None:
        """Say that the leak desk waits for this session."""
        self._for_desk = True
        self._show_text()

    def _show_text(self) -> None:
        ended = (
            self.tr(
                "At {time} the store asked for your second factor. Nothing on this page is lost. "
                "Sign in again with your password and a code."
            )
            if self._state.second_factor
            else self.tr("Your session ended at {time}. Nothing on this page is lost.")
        )
        refused = self.tr(
            "“{action}” was refused and changed nothing. You can repeat it afterwards."
        )
        sentences = [ended.format(time=f"{self._state.at:%H:%M}")]
        sentences += [refused.format(action=action) for action in self._refused]
        if self._for_desk:
            sentences.append(self.tr("The leak desk goes on as soon as you are signed in."))
        self._text.setText(" ".join(sentences))

    def _on_submit(self) -> None:
        self._problem.hide()
        session, keep = self._services.session, self._services.store.keep_signed_in
        self._prompt.ask(
            session.providers,
            lambda password, steps: session.sign_in(
                self._state.email, password, keep=keep, steps=steps
            ),
        )

    def _stay_below_bar(self) -> None:
        """Move below the environment bar, so that the user sees which store gets the password."""
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
        QTimer.singleShot(0, self, self._stay_below_bar)  # once the dialog has its place and height
