"""Runs each write once: a repeated call waits for the request already in flight."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Coroutine
from typing import Any, TypeVar

log = logging.getLogger(__name__)

T = TypeVar("T")


class SingleFlight:
    """Writes in flight, by name, and by the `account` that is signed in when they begin.

    A second call with the same name joins the first, so ten clicks make one request; but not across
    accounts, because an answer may hold a secret, and another account may not be allowed to ask. A
    cancelled caller does not cancel the write, because a sent request cannot be undone.
    """

    def __init__(self, account: Callable[[], str] = lambda: "") -> None:
        self._account = account
        self._running: dict[tuple[str, str], asyncio.Task[Any]] = {}

    @property
    def busy(self) -> bool:
        """Whether any write is in flight."""
        return bool(self._running)

    async def once(self, name: str, work: Callable[[], Coroutine[Any, Any, T]]) -> T:
        """Run `work`, or wait for the write of that name in flight; returns its value."""
        return await asyncio.shield(self.join(name, work))

    def join(self, name: str, work: Callable[[], Coroutine[Any, Any, T]]) -> asyncio.Task[T]:
        """The write of that name in flight, or else `work`, which is started."""
        task: asyncio.Task[T] | None = self._running.get((self._account(), name))
        return self.begin(name, work) if task is None else task

    def begin(self, name: str, work: Callable[[], Coroutine[Any, Any, T]]) -> asyncio.Task[T]:
        """Start `work` without waiting for it."""
        task = asyncio.create_task(work())
        key = (self._account(), name)
        self._running[key] = task
        task.add_done_callback(lambda done: self._finished(key, done))
        return task

    async def settle(self, limit: float) -> bool:
        """Wait up to `limit` seconds for all writes; returns whether all have ended."""
        if self._running:
            await asyncio.wait(tuple(self._running.values()), timeout=limit)
        return not self._running

    def abandon(self) -> None:
        """Stop waiting for answers when the program ends; sent requests stay sent."""
        for task in self._running.values():
            task.cancel()

    def _finished(self, key: tuple[str, str], task: asyncio.Task[Any]) -> None:
        if self._running.get(key) is task:  # not if `begin` was called again meanwhile
            del self._running[key]
        if not task.cancelled() and (error := task.exception()) is not None:
            log.info("write ended with %s", type(error).__name__)
