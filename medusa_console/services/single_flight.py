"""One write per action, and none that is forgotten."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Coroutine
from typing import Any, TypeVar

log = logging.getLogger(__name__)

T = TypeVar("T")


class SingleFlight:
    """Writes under way, by name.

    A second call for the same name joins the first, so ten clicks make one request. Who waits may
    stop waiting; the write goes on, because a request that has left cannot be undone.
    """

    def __init__(self) -> None:
        self._running: dict[str, asyncio.Task[Any]] = {}

    @property
    def busy(self) -> bool:
        """Whether any write is under way."""
        return bool(self._running)

    async def once(self, name: str, work: Callable[[], Coroutine[Any, Any, T]]) -> T:
        """Run `work`, or wait for the one of this name that runs already, and return its value."""
        task: asyncio.Task[T] | None = self._running.get(name)
        return await asyncio.shield(self.begin(name, work) if task is None else task)

    def begin(self, name: str, work: Callable[[], Coroutine[Any, Any, T]]) -> asyncio.Task[T]:
        """Run `work`, for which nobody has to wait."""
        task = asyncio.create_task(work())
        self._running[name] = task
        task.add_done_callback(lambda done: self._finished(name, done))
        return task

    async def settle(self, limit: float) -> bool:
        """Wait up to `limit` seconds for all writes; whether none is left."""
        if self._running:
            await asyncio.wait(tuple(self._running.values()), timeout=limit)
        return not self._running

    def abandon(self) -> None:
        """Stop waiting for answers at the end of the program; what was sent stays sent."""
        for task in self._running.values():
            task.cancel()

    def _finished(self, name: str, task: asyncio.Task[Any]) -> None:
        del self._running[name]
        if not task.cancelled() and (error := task.exception()) is not None:
            log.info("write ended with %s", type(error).__name__)
