"""Gives and takes the roles of one colleague."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from functools import partial

from PySide6.QtWidgets import QDialog, QWidget

from medusa_console.domain.colleague import JoinedPerson
from medusa_console.domain.errors import ConsoleError
from medusa_console.domain.permissions import Role
from medusa_console.services.store_services import StoreServices
from medusa_console.tasks import Doing, TaskScope
from medusa_console.ui.colleagues.role_list import RoleList
from medusa_console.ui.kit.ask import answer, tasks_of
from medusa_console.ui.kit.frame import bring_into_view, fill
from medusa_console.ui.kit.label import PlainLabel
from medusa_console.ui.kit.layout import column
from medusa_console.ui.kit.submission import Submission
from medusa_console.ui.kit.text import shown
from medusa_console.ui.kit.theme_tokens import FOUR
from medusa_console.ui.words import colleagues as words
from medusa_console.ui.words.problem_line import ProblemLine


class ChangeRoles(QDialog):
    """Ticks the roles of `person`, who has `held` ones; `offered` are those that the account may
    give. Has the user `confirm` who they are before anything is sent.

    A failure stays in the dialog, which can be sent again: the same change twice does no harm.
    """

    def __init__(
        self,
        parent: QWidget,
        services: StoreServices,
        person: JoinedPerson,
        held: Sequence[Role],
        offered: Sequence[Role],
        confirm: Callable[[str], Awaitable[bool]],
        tasks: TaskScope,
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._person = person
        self._held = frozenset(role.id for role in held)
        self._names = {role.id: words.role(role) for role in (*held, *offered)}
        self._deleted = frozenset(role.id for role in held if role.deleted)
        self._confirm = confirm
        self._tasks = tasks_of(self, tasks)
        self._changed = False
        self.setObjectName("changeRoles")
        heading = self.tr("Roles of {name}").format(name=shown(person.name))
        self.setWindowTitle(heading)
        self._roles = RoleList()
        self._roles.show_roles((*held, *offered), self._held)
        self._roles.ticked.connect(self._on_ticked)
        self._none = PlainLabel(
            self.tr("Without a role they can sign in, but can't view anything."),
            role="caution",
            wrap=True,
            name="roles.note",
        )
        self._locked_out = PlainLabel(
            self.tr(
                "A role they have was deleted. While they keep it, they can't view anything after "
                "their next sign-in, whatever else they may do."
            ),
            role="caution",
            wrap=True,
            name="roles.deleted",
        )
        self._problem = ProblemLine("formProblem")
        self._submission = Submission(
            self,
            self._tasks,
            self.tr("Save"),
            self._on_submit,
            waiting=self.tr("Saving…"),
            lock=self._roles.setDisabled,
            refuse=self._refuse,
        )
        body = (
            PlainLabel(heading, role="title", wrap=True),
            PlainLabel(self._when(), role="muted", wrap=True, name="roles.when"),
            column(self._roles, self._roles.about, spacing=FOUR),
            self._none,
            self._locked_out,
            self._problem,
        )
        fill(
            self,
            services.store,
            body,
            right=(self._submission.cancel, self._submission.button),
        )
        self._on_ticked()
        self._roles.setFocus()

    async def ask(self) -> bool:
        """Open the dialog and wait; returns whether the roles were changed."""
        await answer(self)
        return self._changed

    def _when(self) -> str:
        """When other roles count."""
        if self._services.permissions.value.per_request:
            return self.tr("Other roles count with the next request.")
        if self._person.id == self._services.session.user_id:
            return self.tr("This is your own account. Your new roles count at once.")
        return self.tr(
            "Other roles count when they sign in again, or when their session is renewed. Until "
            "then their session keeps the old ones."
        )

    def _on_ticked(self) -> None:
        self._none.setVisible(not self._roles.chosen)
        self._locked_out.setVisible(not self._deleted.isdisjoint(self._roles.chosen))
        self._problem.hide()

    def _on_submit(self) -> None:
        self._problem.hide()
        wanted = self._roles.chosen
        give, take = wanted - self._held, self._held - wanted
        if not (give or take):
            self.accept()
            return
        doing = Doing(self.windowTitle(), self.objectName())
        proof = partial(self._confirm, self._action(give, take))
        self._submission.start(self._send(give, take), doing=doing, proof=proof)

    async def _send(self, give: frozenset[str], take: frozenset[str]) -> None:
        services = self._services
        work = services.colleague_roles.change(self._person.id, sorted(give), sorted(take))
        try:
            await services.permissions.write(work)
        except ConsoleError:
            self._take_up()
            raise
        self._changed = True
        self.accept()

    def _take_up(self) -> None:
        """What the person has now, after a change that failed in the middle, perhaps."""
        if (known := self._services.colleague_roles.of(self._person)) is not None:
            self._held = frozenset(role.id for role in known)

    def _action(self, give: frozenset[str], take: frozenset[str]) -> str:
        who = shown(self._person.name)
        texts = []
        if give:
            text = self.tr("Give {name} these roles: {roles}")
            texts.append(text.format(name=who, roles=self._listed(give)))
        if take:
            text = self.tr("Take these roles from {name}: {roles}")
            texts.append(text.format(name=who, roles=self._listed(take)))
        return "\n".join(texts)

    def _listed(self, role_ids: frozenset[str]) -> str:
        return ", ".join(sorted(self._names[one] for one in role_ids))

    def _refuse(self, error: ConsoleError) -> None:
        self._problem.explain(error)
        bring_into_view(self, self._problem)
