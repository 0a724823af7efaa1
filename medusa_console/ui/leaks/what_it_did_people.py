"""Removes people and deletes invites that came in with a leaked key, and waits for sessions."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from medusa_console.domain.colleague import JoinedPerson, OpenInvite
from medusa_console.domain.errors import ConsoleError
from medusa_console.domain.policy import Denial
from medusa_console.services.store_services import StoreServices
from medusa_console.services.trace_looks import Removal, TraceLook
from medusa_console.tasks import Doing, TaskScope
from medusa_console.ui.kit.announce import announce
from medusa_console.ui.kit.ask import confirm, tasks_of
from medusa_console.ui.kit.fact_list import Fact
from medusa_console.ui.kit.text import shown
from medusa_console.ui.leaks.what_it_did_joined import Allowed, JoinedPart
from medusa_console.ui.words import labels
from medusa_console.ui.words import what_it_did as words
from medusa_console.ui.words.permissions import why_not

_REMOVE = ("user:read", "user:delete")
_DELETE = ("invite:read", "invite:delete")
_STEP = 300.0
"""Seconds after which the clocks are looked at again."""


class PeopleActions(QObject):
    """What can be done about people and invites.

    Signals:
        changed: somebody is gone, or an invite is, with proof; the store's looks have it.
        second_look_due(str): the last session of somebody removed is over; what is to be said.
    """

    changed = Signal()
    second_look_due = Signal(str)

    def __init__(
        self,
        parent: QWidget,
        services: StoreServices,
        key_id: str,
        part: JoinedPart,
        tasks: TaskScope,
    ) -> None:
        """`key_id` is the leaked key's. `tasks` own what was sent, and outlive `parent`: an answer
        that comes later is kept in the store's looks, and a failure told by their owner."""
        super().__init__(parent)
        self._parent = parent
        self._services = services
        self._key_id = key_id
        self._part = part
        self._writes = tasks
        self._tasks = tasks_of(parent, tasks)
        self._waited: set[str] = set()
        part.remove_wanted.connect(lambda person: self._start_removal(person))
        part.delete_wanted.connect(lambda invite: self._start_deletion(invite))

    @property
    def allowed(self) -> Allowed:
        """What the account may do, as far as is known."""
        return Allowed(self._why_not(_REMOVE), self._why_not(_DELETE))

    def _why_not(self, needed: tuple[str, ...]) -> str:
        services = self._services
        if services.store.read_only:
            return why_not((Denial(read_only=True),))
        missing = services.permissions.value.missing(needed)
        return why_not((Denial(missing=missing),)) if missing else ""

    # Removing a person

    def _start_removal(self, person: JoinedPerson) -> None:
        doing = Doing(self.tr("Remove {who}").format(who=words.person(person)), person.id)
        work = self._remove(person, doing)
        self._tasks.start(work, doing=doing, replacing=f"remove {person.id}")

    async def _remove(self, person: JoinedPerson, doing: Doing) -> None:
        services = self._services
        life = services.people.session_life
        until = services.clock.now() + life if life is not None else None
        sure = await confirm(
            self._parent,
            services.store,
            self.tr("Remove “{who}”?").format(who=shown(person.name)),
            words.account_ends(),
            action=self.tr("Remove person"),
            keep=self.tr("Keep person"),
            danger=True,
            clock=self._tasks.clock,
            facts=[
                Fact(self.tr("Email"), person.email),
                Fact(self.tr("ID"), person.id, code=True, copies=True),
                Fact(self.tr("Joined"), labels.exact(person.created_at)),
            ],
            note=words.left_of_a_person(until),
        )
        if not sure:
            return

        async def remove() -> Removal:
            work = services.people.remove_person(person.id)
            removal = Removal(person, await services.permissions.write(work))
            services.looks.add_removal(self._key_id, removal)
            return removal

        self._begin(person.id)
        try:
            removal = await self._writes.carry_on(remove, doing)
        except ConsoleError as error:
            self._tell_failure(person.id, words.person_not_removed(error))
        else:
            self.changed.emit()
            announce(self._part, words.removed(removal, removal.gone.at), assertive=True)

    # Deleting an invite

    def _start_deletion(self, invite: OpenInvite) -> None:
        doing = Doing(
            self.tr("Delete the invite for {email}").format(email=shown(invite.email)), invite.id
        )
        work = self._delete(invite, doing)
        self._tasks.start(work, doing=doing, replacing=f"delete {invite.id}")

    async def _delete(self, invite: OpenInvite, doing: Doing) -> None:
        services = self._services

        async def delete() -> None:
            await services.permissions.write(services.people.delete_invite(invite.id))
            services.looks.add_deletion(self._key_id, invite)

        self._begin(invite.id)
        try:
            await self._writes.carry_on(delete, doing)
        except ConsoleError as error:
            self._tell_failure(invite.id, words.invite_not_deleted(error))
        else:
            self.changed.emit()
            announce(self._part, self.tr("Invite deleted"), assertive=True)

    def _begin(self, record_id: str) -> None:
        self._part.set_busy(record_id, True)

    def _tell_failure(self, record_id: str, text: str) -> None:
        self._part.set_busy(record_id, False)
        self._part.tell(record_id, text)
        announce(self._part, text, assertive=True)

    # Their sessions

    def wait_for_sessions(self, look: TraceLook) -> None:
        """Tell once, while this is open, when the last session of somebody removed is over."""
        for one in look.removals:
            until = one.gone.session_until
            if (
                until is not None
                and until >= look.trace.as_of
                and one.person.id not in self._waited
            ):
                self._waited.add(one.person.id)
                self._tasks.start(self._wait(one))

    async def _wait(self, one: Removal) -> None:
        clock, until = self._tasks.clock, one.gone.session_until
        if until is None:
            return
        # Neither clock alone: one stands still while the computer sleeps, the other may be set.
        end = clock.seconds() + self._seconds_to(until)
        while (left := min(self._seconds_to(until), end - clock.seconds())) > 0:
            await clock.sleep(min(left, _STEP))
        self.second_look_due.emit(words.second_look(one))

    def _seconds_to(self, moment: datetime) -> float:
        return (moment - self._services.clock.now()).total_seconds()
