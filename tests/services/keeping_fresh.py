"""A session service whose naps and whose local clock belong to the test."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta

from tests.waiting import until


class Nap:
    """The sleep of `keep_fresh`: asks how long, and wakes when the test says so."""

    def __init__(self) -> None:
        self.asked: list[float] = []
        self._wake = asyncio.Semaphore(0)

    async def __call__(self, seconds: float) -> None:
        self.asked.append(seconds)
        await self._wake.acquire()

    def wake(self) -> None:
        """End this nap."""
        self._wake.release()

    async def over(self) -> None:
        """End this nap and wait for the next."""
        number = len(self.asked)
        self.wake()
        await until(lambda: len(self.asked) > number)


async def ended(working: asyncio.Task[None]) -> None:
    """End `keep_fresh`, and the nap that it takes."""
    working.cancel()
    await asyncio.gather(working, return_exceptions=True)


class Day:
    """A local clock that is `off` the true time; who changes `off` sets the clock."""

    def __init__(self, off: timedelta = timedelta()) -> None:
        self.off = off

    def __call__(self) -> datetime:
        return datetime.now(UTC) + self.off
