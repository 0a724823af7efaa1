"""The journal's lines of revokes: written before the request, removed with the proof, else told at
the next start."""

from __future__ import annotations

import logging
import uuid
from typing import TYPE_CHECKING

from medusa_console.domain.api_key import ApiKey, StateKind
from medusa_console.domain.errors import JournalUnavailable, NotFound
from medusa_console.domain.pending_revoke import Left, LeftState, PendingRevoke
from medusa_console.ports import PendingRevokes

if TYPE_CHECKING:
    from medusa_console.services.store_services import StoreServices

log = logging.getLogger(__name__)

KeyInStore = tuple[str, str]
"""A found key's id, and the origin of a store."""


class RevokeLines:
    """The lines of this run by the found key and store that they are of, and those that are left
    of earlier runs."""

    def __init__(self, journal: PendingRevokes) -> None:
        self._journal = journal
        self._lines: dict[KeyInStore, dict[str, PendingRevoke]] = {}
        self._begun: set[str] = set()

    async def left(self, services: StoreServices) -> tuple[PendingRevoke, ...]:
        """The account's revokes of earlier runs that were not proven, oldest first. Raises
        JournalUnavailable."""
        lines = await self._journal.of(services.store.origin, services.session.user_id)
        return tuple(line for line in lines if line.id not in self._begun)

    async def check_left(self, services: StoreServices, line: PendingRevoke) -> Left:
        """Read the record of such a line again. More cannot be said without the key: the line is
        settled when the record is revoked or gone. Raises what a read raises."""
        try:
            answer = await services.keys.get(line.key_id)
        except NotFound:
            await self._remove(line.id)
            return Left(LeftState.GONE, services.clock.now())
        if answer.value.state(answer.as_of).kind is not StateKind.REVOKED:
            return Left(LeftState.WORKS, answer.as_of, answer.value)
        await self._remove(line.id)
        return Left(LeftState.REVOKED, answer.as_of, answer.value)

    async def write(self, place: KeyInStore, record: ApiKey, services: StoreServices) -> bool:
        """Write the line of a revoke of `record`; whether it is new. Raises JournalUnavailable."""
        lines = self._lines.setdefault(place, {})
        if record.id in lines:
            return False
        line = PendingRevoke(
            uuid.uuid4().hex,
            services.store.origin,
            services.session.user_id,
            record.id,
            record.title,
            record.redacted,
            services.clock.now(),
        )
        self._begun.add(line.id)
        lines[record.id] = line
        try:
            await self._journal.write(line)
        except JournalUnavailable:
            del lines[record.id]
            raise
        return True

    async def settle(self, place: KeyInStore, record_id: str) -> None:
        """Remove the line of that record: nothing is left to prove of it."""
        line = self._lines.get(place, {}).pop(record_id, None)
        if line is not None:
            await self._remove(line.id)

    async def settle_all(self, place: KeyInStore) -> None:
        """Remove the lines of all records that were revoked for one key: it is dead."""
        for record_id in tuple(self._lines.get(place, ())):
            await self.settle(place, record_id)

    async def _remove(self, line_id: str) -> None:
        try:
            await self._journal.remove(line_id)
        except JournalUnavailable:
            log.warning("the line of a proven revoke could not be removed")
