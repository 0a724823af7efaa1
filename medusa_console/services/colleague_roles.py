"""The roles of colleagues and of open invites: reads them for a list, gives and takes them."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Final

from medusa_console.domain.clock import ServerClock
from medusa_console.domain.colleague import Colleague, OpenInvite
from medusa_console.domain.errors import ConsoleError, Invalid, OutcomeUnknown, SignInNeeded
from medusa_console.domain.permissions import Role
from medusa_console.services.permissions import PermissionsService
from medusa_console.services.session import SessionService, SignedOut, State
from medusa_console.services.single_flight import SingleFlight
from medusa_console.topic import Topic

if TYPE_CHECKING:
    from medusa_console.api.user_roles import UserRoles

log = logging.getLogger(__name__)

_OTHERS: Final = Invalid("the store shows other roles")
_MOST_AT_ONCE: Final = 100
"""Their ids stand in the address of the request."""


class ColleagueRoles:
    """Roles by the id of their holder. Topic: `changed` when other roles are known.

    Read apart from the list, so that a store which tells no roles lists its people all the same.
    """

    def __init__(
        self,
        api: UserRoles,
        permissions: PermissionsService,
        session: SessionService,
        clock: ServerClock,
        writes: SingleFlight,
    ) -> None:
        self._api = api
        self._permissions = permissions
        self._clock = clock
        self._writes = writes
        self._known: dict[str, tuple[Role, ...]] = {}
        self._stale: set[str] = set()
        self._times_forgotten = 0
        self._one_by_one = asyncio.Lock()
        self.changed: Topic[None] = Topic()
        session.changed.subscribe(self._on_session)

    @property
    def off(self) -> bool:
        """Whether the store is known to use no roles: every admin may do everything."""
        return self._permissions.value.rbac is False

    def of(self, colleague: Colleague) -> tuple[Role, ...] | None:
        """The roles of `colleague` as known now; None while they are not."""
        return self._known.get(colleague.id)

    async def learn(self, colleagues: Sequence[Colleague]) -> None:
        """Read the roles of these colleagues that are not known, or forgotten; the old ones stay
        until then. What cannot be read stays unknown. Raises SignInNeeded."""
        if self.off:
            return
        async with self._one_by_one:
            wanted = [one for one in colleagues if one.id not in self._known.keys() - self._stale]
            for start in range(0, len(wanted), _MOST_AT_ONCE):
                await self._learn(wanted[start : start + _MOST_AT_ONCE])

    async def _learn(self, colleagues: Sequence[Colleague]) -> None:
        invites = [one.id for one in colleagues if isinstance(one, OpenInvite)]
        people = [one.id for one in colleagues if not isinstance(one, OpenInvite)]
        for ids, read in ((people, self._api.of_people), (invites, self._api.of_invites)):
            if not ids:
                continue
            before = self._times_forgotten
            try:
                self._take_up(await read(ids))
            except SignInNeeded:
                raise
            except ConsoleError as error:  # it only adds to the rows, and the rows are there
                log.info("asking for roles: %s", type(error).__name__)
            if before != self._times_forgotten:  # the answer may be older than the refresh
                self._stale.update(ids)

    def forget(self) -> None:
        """Read all roles again with the next `learn`; keep showing the old ones until then."""
        self._stale = set(self._known)
        self._times_forgotten += 1

    async def assignable(self) -> tuple[Role, ...]:
        """The roles that the account may give; none where roles are off. Raises Forbidden without
        rbac_role:read."""
        return () if self.off else await self._api.assignable()

    async def read(self, user_id: str) -> tuple[Role, ...]:
        """The roles that this person has now; none of somebody deleted. Raises Forbidden without
        user:read."""
        roles = (await self._api.of_people([user_id])).get(user_id, ())
        self._take_up({user_id: roles})
        return roles

    async def change(
        self, user_id: str, give: Sequence[str], take: Sequence[str]
    ) -> tuple[Role, ...]:
        """Give and take roles (ids), then read what the person has: the proof.

        Roles are given first, so that nobody is without any in between. Raises what refused it;
        OutcomeUnknown if the store does not show the roles that were asked for, or could not be
        read afterwards.
        """
        return await self._writes.once(
            f"roles {user_id} {sorted(give)} {sorted(take)}",
            lambda: self._change(user_id, give, take),
        )

    async def _change(
        self, user_id: str, give: Sequence[str], take: Sequence[str]
    ) -> tuple[Role, ...]:
        failed: ConsoleError | None = None
        try:
            if give:
                await self._api.give(user_id, give)
            for role_id in take:
                await self._api.take(user_id, role_id)
        except ConsoleError as error:
            failed = error
        try:
            roles = await self.read(user_id)
        except ConsoleError as error:
            log.info("no proof of changed roles: %s", type(error).__name__)
            self._stale.add(user_id)
            raise failed or OutcomeUnknown(error, at=self._clock.now()) from error
        held = {role.id for role in roles}
        if held.issuperset(give) and held.isdisjoint(take):
            return roles
        raise failed or OutcomeUnknown(_OTHERS, at=self._clock.now())

    def _take_up(self, roles: Mapping[str, tuple[Role, ...]]) -> None:
        self._known |= roles
        self._stale -= roles.keys()
        self.changed.announce(None)

    def _on_session(self, state: State) -> None:
        if isinstance(state, SignedOut):  # the next account may not be allowed to read them
            self._known, self._stale = {}, set()
