"""Time and the log, as the tests need them: to be moved on, and to be read."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable

from medusa_console import clock
from medusa_console.topic import Topic
from tests.faults.server import FaultServer

# More than what is asked of a server on the way from one screen to another.
_ERRANDS = 10


class Clock:
    """Time that passes when the test says so; `value` is what the program is given of it."""

    def __init__(self) -> None:
        self._now = 1000.0
        self._sleepers: list[tuple[float, asyncio.Future[None]]] = []
        self.value = clock.Clock(self.now, self.sleep)

    def now(self) -> float:
        return self._now

    async def sleep(self, seconds: float) -> None:
        woken: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._sleepers.append((self._now + seconds, woken))
        await woken

    @property
    def asleep(self) -> int:
        """How many wait for time to pass."""
        return sum(not woken.done() for _, woken in self._sleepers)

    def skip(self, seconds: float) -> None:
        """Time passes for whoever only looks at the clock."""
        self._now += seconds

    async def advance(self, seconds: float) -> None:
        """Time passes; whoever sleeps is woken in order, and has its turn."""
        await turns(1)  # for whoever was about to sleep
        end = self._now + seconds
        while due := sorted((s for s in self._sleepers if s[0] <= end), key=lambda s: s[0]):
            self._sleepers.remove(due[0])
            self._now = max(self._now, due[0][0])
            if not due[0][1].done():
                due[0][1].set_result(None)
            await turns(3)
        self._now = end
        await turns(3)


class Person:
    """Whether somebody is there; implements ports.Presence."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._last_input = clock.now()
        self.left: Topic[None] = Topic()

    def idle_seconds(self) -> float:
        return self._clock.now() - self._last_input

    def does_something(self) -> None:
        self._last_input = self._clock.now()

    def leaves(self) -> None:
        """The screen is locked, or the computer about to sleep."""
        self.left.announce(None)


class Desktop:
    """What the desktop was asked to show; implements ports.Notifier."""

    def __init__(self) -> None:
        self.shown: list[tuple[str, str]] = []

    async def notify(self, title: str, text: str) -> None:
        self.shown.append((title, text))


class Log(logging.Handler):
    """Everything the program has logged."""

    def __init__(self) -> None:
        super().__init__(logging.DEBUG)
        self.records: list[logging.LogRecord] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.records.append(record)

    @property
    def text(self) -> str:
        formatter = logging.Formatter()
        return "\n".join(formatter.format(record) for record in self.records)

    @property
    def faults(self) -> list[str]:
        """What must not happen in a healthy run."""
        return [
            record.getMessage()
            for record in self.records
            if record.levelno >= logging.ERROR
            or (record.getMessage().startswith("Qt:") and record.levelno >= logging.WARNING)
            if "This plugin does not support" not in record.getMessage()
        ]


async def turns(number: int = 50) -> None:
    """Let everything that is ready have its turn."""
    for _ in range(number):
        await asyncio.sleep(0)


async def never(
    condition: Callable[[], object],
    *,
    turns_to_wait: int = 100,
    beside: FaultServer | None = None,
) -> None:
    """Whatever is ready has its turn, here and on other threads, and still `condition()` does not
    hold.

    `beside` is a server that the program may be talking to meanwhile: it is asked several things in
    turn, each over a connection of its own, and what the program wanted of it came in before.
    """
    for _ in range(turns_to_wait):
        assert not condition()
        await asyncio.sleep(0)
    for _ in range(_ERRANDS):
        await asyncio.to_thread(_nothing)
        if beside is not None:
            await _ask(beside)
        await turns(10)
        assert not condition()


async def _ask(server: FaultServer) -> None:
    reader, writer = await asyncio.open_connection("127.0.0.1", server.port)
    writer.write(b"GET /nothing-of-the-program HTTP/1.1\r\n\r\n")
    await reader.readuntil(b"\r\n\r\n")
    writer.close()
    await writer.wait_closed()


def _nothing() -> None:
    return
