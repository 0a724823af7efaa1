"""Which requests to one store somebody waits for; what nobody waits for gives way to them."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from typing import Final

from medusa_console.clock import Clock

REST: Final = 0.5
"""Seconds without a request after which a store is at rest: one page leads to the next."""


class Traffic:
    """Counts the requests to one store that somebody waits for."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._under_way = 0
        self._last: float | None = None
        self._none = asyncio.Event()
        self._none.set()
        self._turn = asyncio.Lock()

    @contextmanager
    def awaited(self) -> Iterator[None]:
        """A request that somebody waits for is under way."""
        self._under_way += 1
        self._none.clear()
        try:
            yield
        finally:
            self._under_way -= 1
            self._last = self._clock.seconds()
            if not self._under_way:
                self._none.set()

    @asynccontextmanager
    async def giving_way(self) -> AsyncIterator[None]:
        """Wait until the store is at rest, then let one request begin that nobody waits for; the
        next one begins after it."""
        async with self._turn:
            await self._rest()
            yield

    async def _rest(self) -> None:
        while True:
            await self._none.wait()
            if self._last is None:
                return
            left = self._last + REST - self._clock.seconds()
            if left <= 0:
                return
            await self._clock.sleep(left)
