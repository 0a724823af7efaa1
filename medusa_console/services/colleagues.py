"""The colleagues of one store and its open invites: lists them, invites, resets passwords, removes.

People and invites are two lists of the server, shown as one: the invites first, then the people.
"""

from __future__ import annotations

import logging
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from medusa_console.domain.clock import ServerClock
from medusa_console.domain.colleague import Colleague, JoinedPerson, NewInvite, OpenInvite
from medusa_console.domain.errors import (
    ConsoleError,
    Forbidden,
    InputFault,
    NotFound,
    NotSendable,
    OutcomeUnknown,
)
from medusa_console.domain.query import ColleagueFilter, ColleagueQuery, ColleagueSort, Page
from medusa_console.domain.tokens import may_hold_a_key
from medusa_console.services.listing import Listing
from medusa_console.services.people import People, RemovedPerson
from medusa_console.services.single_flight import SingleFlight
from medusa_console.topic import Topic

if TYPE_CHECKING:
    from pydantic import SecretStr

    from medusa_console.api.colleagues import Colleagues
    from medusa_console.api.invites import Invites
    from medusa_console.api.users import Users

log = logging.getLogger(__name__)

_MOST_ORDERED: Final = 20_000
"""The order of more takes seconds to ask for."""


@dataclass(frozen=True)
class ResendLost:
    """An invite was sent again, and the answer with its new token was lost. `old_is_dead` tells
    whether another look shows that the old token is; None if that look failed."""

    cause: OutcomeUnknown
    old_is_dead: bool | None


class ColleagueService:
    """The people who may sign in to one store, and who were asked to.

    Topics: `changed` (somebody as listed now), `removed` (the id of a person or an invite that is
    gone). `invites_refused` is why the list shows no invites, None where it shows them, and
    `invited` is how many it has.
    """

    def __init__(
        self,
        colleagues: Colleagues,
        invites: Invites,
        users: Users,
        people: People,
        clock: ServerClock,
        writes: SingleFlight,
    ) -> None:
        self._colleagues = colleagues
        self._invites = invites
        self._users = users
        self._people = people
        self._clock = clock
        self._writes = writes
        self._listed_people = Listing(colleagues, most=_MOST_ORDERED)
        self._listed_invites = Listing(invites, most=_MOST_ORDERED)
        self.invites_refused: Forbidden | None = None
        self.invited = 0
        self.changed: Topic[Colleague] = Topic()
        self.removed: Topic[str] = Topic()

    # Listing

    async def find(self, query: ColleagueQuery, offset: int, limit: int) -> Page[Colleague]:
        """The rows `offset` … `offset + limit`: invites, then people, each in the order of `query`.
        Who may not read invites gets the people alone. Raises Forbidden without user:read, and
        without invite:read where only invites are asked for."""
        match query.state:
            case ColleagueFilter.JOINED:
                self.invites_refused = None
                people = await self._listed_people.find(query, offset, limit)
                return _as_colleagues(people)
            case ColleagueFilter.INVITED:
                self.invites_refused = None
                return _as_colleagues(await self._find_invites(query, offset, limit))
            case ColleagueFilter.ALL:
                return await self._find_all(query, offset, limit)

    async def _find_all(self, query: ColleagueQuery, offset: int, limit: int) -> Page[Colleague]:
        try:
            invites = await self._find_invites(query, offset, limit)
        except Forbidden as error:
            self.invites_refused, self.invited = error, 0
            return _as_colleagues(await self._listed_people.find(query, offset, limit))
        self.invites_refused, self.invited = None, invites.count
        # At least one, because the number of people comes with a row.
        left = max(1, limit - len(invites.rows))
        people = await self._listed_people.find(query, max(0, offset - invites.count), left)
        rows: tuple[Colleague, ...] = (*invites.rows, *people.rows)
        return Page(
            rows[:limit],
            invites.count + people.count,
            offset,
            people.as_of,
            invites.settled and people.settled,
        )

    async def _find_invites(
        self, query: ColleagueQuery, offset: int, limit: int
    ) -> Page[OpenInvite]:
        if query.sort is ColleagueSort.NAME:  # an invite has none
            query = replace(query, sort=ColleagueSort.EMAIL)
        return await self._listed_invites.find(query, offset, limit)

    async def suggest(self, text: str, most: int) -> tuple[JoinedPerson, ...]:
        """The newest people that `find` would find; the order of the list stays."""
        return (await self._colleagues.find(ColleagueQuery(text=text), offset=0, limit=most)).rows

    def forget_cached(self) -> None:
        """Forget the listed orders, so that the next rows show the server's current ones."""
        self._listed_people.forget()
        self._listed_invites.forget()

    # Inviting

    async def invite(self, email: str, role_ids: Sequence[str]) -> NewInvite:
        """Invite `email`, with these roles; announces `changed`. Raises Invalid where the email is
        here or invited already, NotSendable for one that may hold a key; OutcomeUnknown if the
        answer was lost: `open_invite` then tells whether the invite was made."""
        if may_hold_a_key(email):
            raise NotSendable(InputFault.KEY_IN_DETAILS, field="email")
        roles = tuple(sorted(role_ids))

        async def create() -> NewInvite:
            made = await self._invites.create(email, roles)
            self.changed.announce(made.invite)
            return made

        return await self._writes.once(f"invite {email} {roles}", create)

    async def open_invite(self, email: str) -> OpenInvite | None:
        """The open invite for exactly this email, as the store has it now."""
        return await self._invites.for_email(email)

    async def resend(self, invite: OpenInvite) -> NewInvite | ResendLost:
        """Give `invite` a new token; announces `changed`. The old token is dead then. Raises
        NotFound, with nothing sent and after announcing `removed`, where the invite is gone;
        Forbidden without invite:read and invite:update."""
        return await self._writes.once(f"resend {invite.id}", lambda: self._resend(invite.id))

    async def _resend(self, invite_id: str) -> NewInvite | ResendLost:
        before = await self._read_invite(invite_id)
        try:
            made = await self._invites.resend(invite_id)
        except OutcomeUnknown as lost:
            return ResendLost(lost, await self._is_newer(before))
        self.changed.announce(made.invite)
        return made

    async def _is_newer(self, before: OpenInvite) -> bool | None:
        """Whether the invite has another token than `before`, which shows in its end."""
        try:
            now = await self._read_invite(before.id)
        except NotFound:
            return True
        except ConsoleError as error:
            log.info("looking after an invite was sent again: %s", type(error).__name__)
            return None
        self.changed.announce(now)
        return now.expires_at != before.expires_at

    async def _read_invite(self, invite_id: str) -> OpenInvite:
        try:
            return (await self._invites.get(invite_id)).value
        except NotFound:
            self._gone(invite_id)
            raise

    async def delete_invite(self, invite_id: str) -> None:
        """As People.delete_invite; announces `removed` once it is gone, also by somebody else."""
        try:
            await self._people.delete_invite(invite_id)
        except NotFound:
            self._gone(invite_id)
            raise
        self._gone(invite_id)

    # People

    async def reset_token(self, user_id: str) -> SecretStr:
        """A token that sets a new password for that person, once, for 15 minutes. Raises NotFound
        for somebody deleted, NoSuchRoute before Medusa 2.20, Forbidden without user:update, and
        OutcomeUnknown: their older tokens are dead then, perhaps, and nobody has the new one."""
        return await self._writes.once(f"reset {user_id}", lambda: self._users.reset_token(user_id))

    async def remove_person(self, user_id: str) -> RemovedPerson:
        """As People.remove_person; announces `removed` once they are gone, also by somebody
        else."""
        try:
            removed = await self._people.remove_person(user_id)
        except NotFound:
            self._gone(user_id)
            raise
        self._gone(user_id)
        return removed

    def _gone(self, record_id: str) -> None:
        self._listed_people.drop(record_id)
        self._listed_invites.drop(record_id)
        if record_id.startswith("invite_"):
            self.invited = max(0, self.invited - 1)
        self.removed.announce(record_id)


def _as_colleagues(page: Page[JoinedPerson] | Page[OpenInvite]) -> Page[Colleague]:
    return Page(tuple(page.rows), page.count, page.offset, page.as_of, page.settled)
