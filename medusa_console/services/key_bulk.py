"""Finds out about many keys of one store, and holds the run over them: one at a time."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Final

from medusa_console.domain.api_key import ApiKey, KeyType
from medusa_console.domain.errors import ConsoleError, TooManyKeys
from medusa_console.domain.key_bulk import MOST_AT_ONCE, BulkAction, in_parts
from medusa_console.domain.left_run import LeftReceipts, LeftRun, told_line
from medusa_console.domain.query import AsOf, KeyQuery, StateFilter
from medusa_console.ports import Receipts
from medusa_console.services.bulk import RunState
from medusa_console.services.key_run import KeyRun
from medusa_console.tasks import TaskScope
from medusa_console.topic import Topic

if TYPE_CHECKING:
    from medusa_console.api.api_keys import ApiKeys
    from medusa_console.services.store_services import StoreServices

_PART: Final = 100
_AT_ONCE: Final = 4


class KeyBulk:
    """Finds out about many keys of one store, and holds its run. Topic: `changed` (another run, or
    none)."""

    def __init__(
        self,
        api: ApiKeys,
        order: Callable[[KeyQuery], Awaitable[AsOf[tuple[str, ...]]]],
        receipts: Receipts,
    ) -> None:
        """`order` brings the ids of all keys that a query finds."""
        self._api = api
        self._order = order
        self._receipts = receipts
        self.run: KeyRun | None = None
        self.changed: Topic[None] = Topic()

    @property
    def busy(self) -> bool:
        """Whether a run has keys left."""
        return self.run is not None and self.run.state is not RunState.ENDED

    async def ids(self, query: KeyQuery) -> tuple[str, ...]:
        """The ids of all keys of `query`, in its order. Raises TooManyKeys."""
        found = (await self._order(query)).value
        if len(found) > MOST_AT_ONCE:
            raise TooManyKeys(MOST_AT_ONCE)
        return found

    async def read(
        self, ids: Sequence[str], progress: Callable[[int], None] = lambda _: None
    ) -> tuple[ApiKey, ...]:
        """The keys of these ids as they are now, in that order; those that are gone are missing.
        `progress` is told how many were read."""
        found: dict[str, ApiKey] = {}
        done = 0
        turns = asyncio.Semaphore(_AT_ONCE)

        async def part(some: Sequence[str]) -> None:
            nonlocal done
            async with turns:
                answer = await self._api.by_ids(some)
            found.update((key.id, key) for key in answer.value)
            done += len(some)
            progress(done)

        try:
            async with asyncio.TaskGroup() as group:
                for some in in_parts(ids, _PART):
                    group.create_task(part(some))
        except* ConsoleError as several:
            failures = several.exceptions
            raise failures[0] from None
        return tuple(found[one] for one in ids if one in found)

    async def left_without(self, keys: Sequence[ApiKey]) -> tuple[KeyType, ...]:
        """The types of which `keys` are all that work in the store."""
        chosen = {key.id for key in keys}
        emptied = []
        for kind in KeyType:
            if any(key.type is kind for key in keys):
                query = KeyQuery(type=kind, state=StateFilter.WORKING)
                working = (await self._api.order(query)).value
                if working and chosen.issuperset(working):
                    emptied.append(kind)
        return tuple(emptied)

    def begin(
        self,
        services: StoreServices,
        action: BulkAction,
        keys: Sequence[ApiKey],
        tasks: TaskScope,
        until: datetime | None = None,
    ) -> KeyRun:
        """A run over `keys`, which waits to be called off. `until`: when they are to end, by the
        server's clock. Call it only while not `busy`."""
        if self.busy:
            raise RuntimeError("one run at a time")
        self.forget()
        self.run = KeyRun(services, self._receipts, action, keys, tasks, until)
        self.changed.announce(None)
        return self.run

    async def left(self, services: StoreServices) -> LeftRun | None:
        """The account's last run here if an earlier start of the program was cut off in it; it is
        told once. Raises ReceiptsUnwritable."""
        if self.run is not None:
            return None
        found = await self._receipts.left(services.store.origin, services.session.user_id)
        if found is None or self.run is not None:
            return None
        await self._receipts.append(found.head.name, [told_line(services.clock.now())])
        return found

    async def left_receipts(self, left: LeftRun) -> LeftReceipts | None:
        """The receipts of a run that was cut off; None if they cannot be read."""
        return await self._receipts.read(left.head.name)

    def forget(self) -> None:
        """Forget a run whose result was seen."""
        if self.run is not None:
            self.run.close()
            self.run = None
            self.changed.announce(None)
