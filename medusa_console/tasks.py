"""Who owns running work: a scope starts coroutines, reports failures, and ends them together."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from dataclasses import dataclass
from typing import Any, Protocol, TypeVar

from medusa_console.clock import Clock

T = TypeVar("T")

Again = Callable[[], None]


@dataclass(frozen=True)
class Doing:
    """An action of the user, for a message about its failure.

    `words` name the action ("Revoke “ERP nightly sync”"). `about` tells the action from others of
    the same name, and stays when a record is renamed.
    """

    words: str
    about: str


class OnError(Protocol):
    """Where failures go; see TaskScope."""

    def __call__(
        self, error: BaseException, doing: Doing | None = None, again: Again | None = None
    ) -> None:
        """Take `error`, which ended `doing`."""


class TaskScope:
    """Work that dies together. A failure goes to `on_error`, never to siblings.

    `on_error(error, doing, again)` receives the failure, the user's action (None for work that
    nobody asked for), and what starts the same action anew, where that can be offered. `clock` is
    the time its work waits by.
    """

    def __init__(self, on_error: OnError, clock: Clock, *, within: TaskScope | None = None) -> None:
        self._on_error = on_error
        self.clock = clock
        self._within = within
        self._tasks: set[asyncio.Task[None]] = set()
        self._latest: dict[str, asyncio.Task[None]] = {}
        self._closed = False

    def part(self) -> TaskScope:
        """A scope for some of this work, which ends with this one at the latest."""
        return TaskScope(self._on_error, self.clock, within=self)

    def start(
        self,
        work: Coroutine[Any, Any, None],
        *,
        doing: Doing | None = None,
        again: Again | None = None,
        replacing: str | None = None,
    ) -> None:
        """Run `work`; with `replacing`, cancel the previous work of that name (latest wins)."""
        if self.closed:
            work.close()
            return
        task = asyncio.create_task(work)
        self._own(task)
        task.add_done_callback(lambda done: self._finished(done, doing, again))
        if replacing is not None:
            self.cancel(replacing)
            self._latest[replacing] = task

    async def carry_on(self, work: Callable[[], Coroutine[Any, Any, T]], doing: Doing) -> T:
        """What `work` returns or raises. If its caller is cancelled, `work` goes on here, and its
        failure goes to `on_error`: nobody waits for it any more."""
        result: asyncio.Future[T] = asyncio.get_running_loop().create_future()

        async def run() -> None:
            try:
                value = await work()
            except Exception as error:
                if result.done():
                    raise
                result.set_exception(error)
            else:
                if not result.done():
                    result.set_result(value)

        self.start(run(), doing=doing)
        return await result

    def cancel(self, name: str) -> None:
        """Stop the work that was started with `replacing=name`, if any is running."""
        if previous := self._latest.pop(name, None):
            previous.cancel()

    async def stop(self, name: str) -> None:
        """As `cancel`, and wait until it has ended. Call it from outside that work."""
        if previous := self._latest.pop(name, None):
            previous.cancel()
            await asyncio.gather(previous, return_exceptions=True)

    @property
    def closed(self) -> bool:
        """Whether new work is refused."""
        return self._closed or (self._within is not None and self._within.closed)

    def close(self) -> None:
        """Refuse new work and cancel the rest."""
        self._closed = True
        for task in self._tasks:
            task.cancel()

    async def aclose(self) -> None:
        """As `close`, and wait. Call it from outside the scope."""
        self.close()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    def _own(self, task: asyncio.Task[None]) -> None:
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
        if self._within is not None:
            self._within._own(task)

    def _finished(self, task: asyncio.Task[None], doing: Doing | None, again: Again | None) -> None:
        for name, latest in list(self._latest.items()):
            if latest is task:
                del self._latest[name]
        if not task.cancelled() and (error := task.exception()):
            self._on_error(error, doing, again)


async def limited(work: Coroutine[Any, Any, T], seconds: float, clock: Clock) -> T | None:
    """What `work` returns, or None if it was cancelled after `seconds`. It has ended when this
    returns or is cancelled."""
    running = asyncio.ensure_future(work)
    limit = asyncio.ensure_future(clock.sleep(seconds))
    try:
        await asyncio.wait({running, limit}, return_when=asyncio.FIRST_COMPLETED)
        return running.result() if running.done() else None
    finally:
        running.cancel()
        limit.cancel()
        await asyncio.gather(running, limit, return_exceptions=True)
