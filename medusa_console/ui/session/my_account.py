"""Shows the account, its permissions, and how long the session lasts."""

from __future__ import annotations

import json

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QWidget

from medusa_console.domain.errors import (
    AccountGone,
    ConsoleError,
    NotASession,
    NotFound,
    SignInNeeded,
)
from medusa_console.domain.permissions import Permissions, Role
from medusa_console.domain.session import Session, SessionContext, read_context
from medusa_console.domain.user import User
from medusa_console.services.session import Expired, SignedIn
from medusa_console.services.store_services import StoreServices
from medusa_console.tasks import Doing, TaskScope
from medusa_console.ui.kit.announce import announce
from medusa_console.ui.kit.ask import tasks_of
from medusa_console.ui.kit.button import push_button
from medusa_console.ui.kit.fact_list import Fact, FactList
from medusa_console.ui.kit.frame import fill, fit
from medusa_console.ui.kit.label import PlainLabel
from medusa_console.ui.kit.text import shown
from medusa_console.ui.words import labels
from medusa_console.ui.words.permissions import by_resource
from medusa_console.ui.words.problem_line import ProblemLine


class MyAccount(QDialog):
    """Shows what the session holds at once, and the rest when the server has answered."""

    def __init__(self, parent: QWidget, services: StoreServices, tasks: TaskScope) -> None:
        super().__init__(parent)
        self._services = services
        self.setObjectName("myAccount")
        self.setWindowTitle(self.tr("My account"))
        state = services.session.state
        session = state.session if isinstance(state, SignedIn) else None
        self._context = _context(session)
        self._email = session.email if session is not None else ""
        if isinstance(state, Expired):
            self._email = state.email
        self._who = FactList(self._facts_of(None, (), name="…"))
        self._permissions = PlainLabel(
            self.tr("Asking the store …"), role="muted", wrap=True, name="account.rights"
        )
        self._problem = ProblemLine("account.problem")
        copy = push_button(
            self.tr("Copy session context"), self._on_copy, icon="copy", name="copyContext"
        )
        copy.setEnabled(self._context is not None)
        close = push_button(self.tr("Close"), self.accept, name="close")
        body = (
            PlainLabel(self.tr("My account"), role="title"),
            self._problem,
            self._who,
            PlainLabel(self.tr("Session"), role="card"),
            FactList(self._times(session)),
            PlainLabel(self.tr("What you may do"), role="card"),
            self._permissions,
            PlainLabel(self.tr("Session context"), role="card"),
            FactList(self._facts_of_context()),
        )
        fill(self, services.store, body, left=(copy,), right=(close,))
        close.setFocus()
        doing = Doing(self.tr("My account"), "account")
        tasks_of(self, tasks).start(self._learn(), doing=doing)

    async def _learn(self) -> None:
        permissions = self._services.permissions
        try:
            user = await self._services.users.me()
            await permissions.learn()
            roles = await permissions.roles() if permissions.value.granted is not None else ()
        except ConsoleError as error:
            self._permissions.setText(self.tr("Not known."))
            self._who.show_facts(self._facts_of(None, (), name=self.tr("not known")))
            if isinstance(error, SignInNeeded):
                raise  # the session asks for the password over this dialog
            state = self._services.session.state
            if isinstance(error, NotFound) and isinstance(state, SignedIn):
                error = AccountGone(state.session.expires_at)
            self._problem.explain(error)
        else:
            self._show_permissions(user, roles, permissions.value)

    def _show_permissions(
        self, user: User, roles: tuple[Role, ...], permissions: Permissions
    ) -> None:
        limited = permissions.granted is not None
        self._who.show_facts(self._facts_of(user, roles if limited else None))
        if permissions.granted is None:
            text = self.tr("This store does not use roles: every admin may do everything.")
        else:
            lines = by_resource(permissions.granted)
            text = "\n".join(shown(line, limit=None) for line in lines) or self.tr(
                "Nothing in this store."
            )
        self._permissions.setText(text)
        fit(self)

    def _facts_of(
        self, user: User | None, roles: tuple[Role, ...] | None, *, name: str = ""
    ) -> list[Fact]:
        """`name` is shown until the user is known."""
        email = user.email if user is not None else self._email
        facts = [
            Fact(self.tr("Name"), user.name if user is not None else name),
            Fact(self.tr("Email"), email, copies=bool(email)),
        ]
        if user is not None and roles is not None:
            names = ", ".join(role.name for role in roles)
            facts.append(Fact(self.tr("Roles"), names or self.tr("none")))
        return facts

    def _times(self, session: Session | None) -> list[Fact]:
        if session is None:
            return [Fact(self.tr("State"), self.tr("nobody is signed in"))]
        local = self._services.clock.to_local
        return [
            Fact(self.tr("Began"), labels.exact(local(session.began_at))),
            Fact(
                self.tr("Ends"),
                self.tr("{when}, unless it is renewed before").format(
                    when=labels.exact(local(session.expires_at))
                ),
            ),
        ]

    def _facts_of_context(self) -> list[Fact]:
        context = self._context
        if context is None:
            return [Fact(self.tr("Token"), self.tr("cannot be read"))]
        return [
            Fact(self.tr("Actor"), f"{context.actor_id} ({context.actor_type})", code=True),
            Fact(self.tr("Identity"), context.auth_identity_id, code=True),
            Fact(self.tr("Provider"), context.auth_provider, code=True),
            Fact(self.tr("Metadata"), _as_json(dict(context.app_metadata)), code=True, lines=True),
        ]

    def _on_copy(self) -> None:
        """Copy the claims of the token, and never the token itself."""
        if self._context is not None:
            account = self._context.model_dump(exclude={"iat", "exp"})
            QGuiApplication.clipboard().setText(_as_json(account))
            announce(self, self.tr("Session context copied"))


def _context(session: Session | None) -> SessionContext | None:
    try:
        return read_context(session) if session is not None else None
    except NotASession:
        return None


def _as_json(value: object) -> str:
    return json.dumps(value, indent=2, ensure_ascii=False, default=str)
