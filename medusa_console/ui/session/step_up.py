"""Asks for the account's own password again before something that a session alone must not do."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QDialog, QWidget

from medusa_console.domain.errors import SignInNeeded
from medusa_console.domain.session import read_provider
from medusa_console.domain.store import DEMO_PASSWORD
from medusa_console.services.session_states import SignedIn, State
from medusa_console.services.store_services import StoreServices
from medusa_console.tasks import TaskScope
from medusa_console.ui.kit.ask import answer, tasks_of
from medusa_console.ui.kit.button import push_button
from medusa_console.ui.kit.frame import fill
from medusa_console.ui.kit.label import PlainLabel
from medusa_console.ui.kit.text import shown
from medusa_console.ui.session.password_prompt import PasswordPrompt
from medusa_console.ui.session.provider_buttons import ProviderAgain
from medusa_console.ui.words.problem_line import ProblemLine


async def confirm(pages: QWidget, services: StoreServices, tasks: TaskScope, action: str) -> bool:
    """Ask over `pages`, or over their dialog that is in front, for password and code of who is
    signed in; `action` says what for ("Invite sam@example.com").

    True: the user has proven who they are, and the session is a new one. Raises SignInNeeded if
    nobody is signed in.
    """
    state = services.session.state
    if not isinstance(state, SignedIn):
        raise SignInNeeded("nobody is signed in")
    dialog = StepUp(_in_front(pages), services, state, action, tasks)
    return await answer(dialog) == StepUp.DialogCode.Accepted


class StepUp(QDialog):
    """Accepted: the same account has signed in anew. The dialog ends with the session."""

    def __init__(
        self,
        parent: QWidget,
        services: StoreServices,
        state: SignedIn,
        action: str,
        tasks: TaskScope,
    ) -> None:
        """`state` is the session's."""
        super().__init__(parent)
        self._services = services
        store = services.store
        self.setObjectName("stepUp")
        heading = self.tr("Confirm that it's you")
        self.setWindowTitle(heading)
        provider_id = read_provider(state.session)
        text = (
            self.tr("Sign in to {store} again as {account}.")
            if provider_id
            else self.tr("Enter the password for {account} at {store}.")
        ).format(account=shown(state.session.email), store=shown(store.name))
        account = PlainLabel(text, role="muted", wrap=True, name="stepUp.account")
        where = " · ".join((shown(state.session.email), shown(store.name)))
        hint = self.tr("The demo store's password is {password}.").format(password=DEMO_PASSWORD)
        self._problem = ProblemLine("formProblem")
        submit = push_button(
            self.tr("Confirm"), self._on_submit, kind="primary", icon="check", name="submit"
        )
        submit.setDefault(True)
        self._prompt = PasswordPrompt(
            tasks_of(self, tasks),
            submit,
            title=self.tr("Confirming"),
            parts=(self._problem,),
            hint=hint if store.is_demo else "",
        )
        self._prompt.accepted.connect(self.accept)
        # While a code is asked for, nobody is to enter the password.
        self._prompt.stepped.connect(lambda on: account.setText(where if on else text))
        self._prompt.refused.connect(
            lambda error, unsent: self._problem.explain(error, password_unsent=unsent)
        )
        provider = ProviderAgain(
            services, provider_id, self._prompt, services.session.confirm_by, tasks
        )
        provider.chosen.connect(self._problem.hide)
        later = push_button(self.tr("Not now"), self.reject, name="later")
        later.setAutoDefault(False)
        body = (
            PlainLabel(heading, role="title", wrap=True),
            PlainLabel(action, role="strong", wrap=True, name="stepUp.action"),
            account,
            provider,
            self._prompt,
            provider.waiting,
        )
        unsubscribe = services.session.changed.subscribe(self._on_state)
        self.finished.connect(lambda: self._prompt.forget())
        self.destroyed.connect(lambda: unsubscribe())
        fill(self, store, body, right=(later, submit))
        self._prompt.edit.setFocus()
        provider.focus_first()

    def _on_state(self, state: State) -> None:
        if not isinstance(state, SignedIn):
            self.reject()

    def _on_submit(self) -> None:
        self._problem.hide()
        session = self._services.session
        self._prompt.ask(session.providers, session.confirm)


def _in_front(pages: QWidget) -> QWidget:
    """The dialog in front that was opened from within `pages`, or else `pages`."""
    front = QApplication.activeModalWidget()
    above = front
    while above is not None and above is not pages:
        above = above.parentWidget()
    return pages if above is None or front is None else front
