"""Deletes invites and users of one store, and proves it."""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Final

from medusa_console.domain.clock import ServerClock
from medusa_console.domain.errors import ConsoleError, Invalid, NotFound, OutcomeUnknown
from medusa_console.services.session import SessionService, SignedIn
from medusa_console.services.single_flight import SingleFlight

if TYPE_CHECKING:
    from medusa_console.api.invites import Invites
    from medusa_console.api.users import Users

log = logging.getLogger(__name__)

_STILL_THERE: Final = Invalid("the record is still there after its deletion")

_Act = Callable[[str], Awaitable[None]]


@dataclass(frozen=True)
class RemovedPerson:
    """A user whose record is gone. `at` is the server's time by which it was.

    A session that they have works on: Medusa ends none (contract, quirk 14). `session_until` is
    when the last of them ends at the latest, as far as known: `at` and the life of a session, which
    is that of our own. None if that is not known.
    """

    user_id: str
    at: datetime
    session_until: datetime | None


class People:
    """The people who may sign in to one store, and who were asked to.

    A deletion is proven by another look at the record. Each raises NotFound, with nothing sent,
    where the record is gone already; OutcomeUnknown where neither the deletion nor its absence is
    proven; Forbidden without the permissions to read and to delete; ReadOnly.
    """

    def __init__(
        self,
        users: Users,
        invites: Invites,
        session: SessionService,
        clock: ServerClock,
        writes: SingleFlight,
    ) -> None:
        self._users = users
        self._invites = invites
        self._session = session
        self._clock = clock
        self._writes = writes

    @property
    def session_life(self) -> timedelta | None:
        """How long a session of this store lives, by our own; None while signed out or locked."""
        match self._session.state:
            case SignedIn(session):
                return session.expires_at - session.issued_at
            case _:
                return None

    async def delete_invite(self, invite_id: str) -> datetime:
        """Delete an open invite; the server's time by which it was gone. Raises NotFound also for
        one that was accepted meanwhile, which deletes it: look at the people again."""
        invites = self._invites
        return await self._writes.once(
            f"delete {invite_id}", lambda: self._delete(invite_id, invites.look, invites.delete)
        )

    async def remove_person(self, user_id: str) -> RemovedPerson:
        """Delete a user and their sign-in; raises Invalid for the account that is signed in."""
        users = self._users

        async def remove() -> RemovedPerson:
            at = await self._delete(user_id, users.look, users.delete)
            life = self.session_life
            return RemovedPerson(user_id, at, None if life is None else at + life)

        return await self._writes.once(f"delete {user_id}", remove)

    async def _delete(self, record_id: str, look: _Act, delete: _Act) -> datetime:
        await look(record_id)  # Medusa calls deleted what was never there
        unproven = OutcomeUnknown(_STILL_THERE, at=self._clock.now())
        try:
            await delete(record_id)
        except OutcomeUnknown as lost:
            unproven = lost
        try:
            await look(record_id)
        except NotFound:
            return self._clock.latest()
        except ConsoleError as error:
            log.info("no proof of a deletion: %s", type(error).__name__)
            raise OutcomeUnknown(error, at=self._clock.now()) from unproven
        raise unproven
