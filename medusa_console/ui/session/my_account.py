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
    NotMedusa,
    Refused,
    SignInNeeded,
)
from medusa_console.domain.permissions import SUPER_ADMIN, Permissions, Role
from medusa_console.domain.session import Session, SessionContext, read_context
from medusa_console.domain.user import User
from medusa_console.services.permissions import PermissionsService
from medusa_console.services.session import Expired, SignedIn
from medusa_console.tasks import Doing
from medusa_console.ui.kit.announce import announce
from medusa_console.ui.kit.ask import tasks_of
from medusa_console.ui.kit.button import push_button
from medusa_console.ui.kit.fact_list import Fact, FactList
from medusa_console.ui.kit.fold import Fold
from medusa_console.ui.kit.frame import fill, fit
from medusa_console.ui.kit.label import PlainLabel
from medusa_console.ui.kit.layout import column
from medusa_console.ui.kit.text import shown
from medusa_console.ui.kit.theme_tokens import EIGHT, TWENTY_FOUR
from medusa_console.ui.records.context import PageContext
from medusa_console.ui.session.permission_table import PermissionTable
from medusa_console.ui.session.two_step import TwoStepSection
from medusa_console.ui.words import colleagues, labels
from medusa_console.ui.words.permissions import not_used_here, used_here
from medusa_console.ui.words.problem_line import ProblemLine


class MyAccount(QDialog):
    """Shows what the session holds at once, and the rest when the server has answered."""

    def __init__(self, parent: QWidget, context: PageContext) -> None:
        super().__init__(parent)
        services = self._services = context.services
        tasks = tasks_of(self, context.tasks)
        self.setObjectName("myAccount")
        self.setWindowTitle(self.tr("My account"))
        state = services.session.state
        session = state.session if isinstance(state, SignedIn) else None
        self._context = _context(session)
        self._unknown = self.tr("Permissions unknown. The store decides.")
        self._email = session.email if session is not None else ""
        if isinstance(state, Expired):
            self._email = state.email
        self._who = FactList(self._facts_of(None, (), name="…"))
        self._permissions = PlainLabel(
            self.tr("Asking the store…"), wrap=True, name="account.rights"
        )
        self._table = column()
        self._problem = ProblemLine("account.problem")
        copy = push_button(
            self.tr("Copy session details"), self._on_copy, icon="copy", name="copyContext"
        )
        copy.setEnabled(self._context is not None)
        close = push_button(self.tr("Close"), self.reject, name="close")
        close.setDefault(True)
        self._two_step = TwoStepSection(context, tasks)
        self._two_step.changed.connect(lambda: fit(self))
        details = Fold(
            self.tr("Session details"),
            FactList(self._facts_of_context()),
            is_open=False,
            name="account.details",
        )
        details.toggled.connect(lambda: fit(self))
        permissions = column(self._permissions, self._table)
        times = FactList(self._times(session))
        body = column(
            PlainLabel(self.tr("My account"), role="title"),
            column(self._problem, self._who),
            column(PlainLabel(self.tr("Permissions"), role="card"), permissions, spacing=EIGHT),
            column(
                PlainLabel(self.tr("Two-step sign-in"), role="card"), self._two_step, spacing=EIGHT
            ),
            column(PlainLabel(self.tr("Session"), role="card"), times, details, spacing=EIGHT),
            spacing=TWENTY_FOUR,
        )
        fill(self, services.store, (body,), left=(copy,), right=(close,))
        close.setFocus()
        doing = Doing(self.tr("My account"), "account")
        tasks.start(self._learn(), doing=doing)

    async def _learn(self) -> None:
        permissions = self._services.permissions
        try:
            user = await self._services.users.me()
            await permissions.learn()
            roles = await self._roles_of(permissions)
        except ConsoleError as error:
            self._permissions.setText(self._unknown)
            self._who.show_facts(self._facts_of(None, (), name=self.tr("Unknown")))
            if isinstance(error, SignInNeeded):
                raise  # the session asks for the password over this dialog
            state = self._services.session.state
            if isinstance(error, NotFound) and isinstance(state, SignedIn):
                error = AccountGone(state.session.expires_at)
            self._problem.explain(error)
        else:
            self._show_permissions(user, roles, permissions.value)

    async def _roles_of(self, permissions: PermissionsService) -> tuple[Role, ...]:
        """None where the permissions are unknown, unless a deleted role is the reason."""
        if not permissions.value.unknown:
            return await permissions.roles() if permissions.value.rbac else ()
        try:
            roles = await permissions.roles()
        except (NotMedusa, Refused):  # the store tells none
            return ()
        return roles if any(role.deleted for role in roles) else ()

    def _show_permissions(
        self, user: User, roles: tuple[Role, ...], permissions: Permissions
    ) -> None:
        limited = permissions.granted is not None
        self._who.show_facts(self._facts_of(user, roles if limited or roles else None))
        granted = permissions.granted
        highest = next((role for role in roles if role.id == SUPER_ADMIN), None)
        text = ""
        if any(role.deleted for role in roles):
            text = self.tr(
                "A role you have was deleted. Until an admin takes it from you, this store refuses "
                "everything after a sign-in."
            )
        elif permissions.unknown:
            text = self._unknown
        elif granted is None:
            text = self.tr("Roles are off: every admin has full access.")
        elif highest is not None:
            text = self.tr("{role}: full access").format(role=shown(highest.name))
        elif not granted:
            text = self.tr("None in this store. Ask an admin for a role.")
        else:
            self._list_permissions(granted)
        self._permissions.setText(text)
        self._permissions.setVisible(bool(text))
        fit(self)

    def _list_permissions(self, granted: frozenset[str]) -> None:
        """What this program uses as a table, the rest in words."""
        self._table.addWidget(PermissionTable(used_here(granted)))
        if others := not_used_here(granted):
            text = "\n".join(shown(line, limit=None) for line in others)
            words = PlainLabel(text, role="muted", wrap=True, name="account.others")
            title = self.tr("Other permissions")
            fold = Fold(title, words, is_open=False, name="account.more")
            fold.toggled.connect(lambda: fit(self))
            self._table.addWidget(fold)

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
            names = ", ".join(colleagues.role(role) for role in roles)
            facts.append(Fact(self.tr("Roles"), names or self.tr("None")))
        return facts

    def _times(self, session: Session | None) -> list[Fact]:
        if session is None:
            return [Fact(self.tr("State"), self.tr("Nobody is signed in"))]
        local = self._services.clock.to_local
        return [
            Fact(self.tr("Started"), labels.exact(local(session.began_at))),
            Fact(
                self.tr("Expires"),
                self.tr("{when}, unless renewed").format(
                    when=labels.exact(local(session.expires_at))
                ),
            ),
        ]

    def _facts_of_context(self) -> list[Fact]:
        context = self._context
        if context is None:
            return [Fact(self.tr("Token"), self.tr("Can't be read"))]
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
            announce(self, self.tr("Session details copied"))

    # Qt overrides

    def reject(self) -> None:
        if not self._two_step.writing:  # its answer would be missed
            super().reject()


def _context(session: Session | None) -> SessionContext | None:
    try:
        return read_context(session) if session is not None else None
    except NotASession:
        return None


def _as_json(value: object) -> str:
    return json.dumps(value, indent=2, ensure_ascii=False, default=str)
