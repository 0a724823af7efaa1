"""Who leaves the computer leaves their stores locked."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator

import pytest

from medusa_console.services.lock_watch import LockWatch
from medusa_console.topic import Topic
from tests.ui.standins import Clock


class Somebody:
    """Implements ports.Presence: a person at a computer whose time the test moves."""

    def __init__(self) -> None:
        self.clock = Clock()
        self.left: Topic[None] = Topic()
        self.minutes = 15
        self.locks = 0
        self.fails = False
        self._typed_at = self.clock.now()
        watch = LockWatch(self, lambda: self.minutes, self._lock, self.clock.value)
        self.watching = asyncio.ensure_future(watch.run())

    def idle_seconds(self) -> float:
        return self.clock.now() - self._typed_at

    def type(self) -> None:
        self._typed_at = self.clock.now()

    def _lock(self) -> None:
        self.locks += 1
        if self.fails:
            raise RuntimeError("a page is gone")


@pytest.fixture
async def somebody() -> AsyncIterator[Somebody]:
    somebody = Somebody()
    await asyncio.sleep(0)
    yield somebody
    somebody.watching.cancel()
    await asyncio.gather(somebody.watching, return_exceptions=True)


async def test_after_fifteen_idle_minutes_the_stores_are_locked_once(somebody: Somebody) -> None:
    await somebody.clock.advance(14 * 60 + 50)
    assert somebody.locks == 0
    await somebody.clock.advance(20)
    assert somebody.locks == 1
    await somebody.clock.advance(3600)
    assert somebody.locks == 1, "it is locked already"


async def test_whoever_goes_on_working_is_not_disturbed(somebody: Somebody) -> None:
    for _ in range(10):
        await somebody.clock.advance(10 * 60)
        somebody.type()
    assert somebody.locks == 0
    await somebody.clock.advance(16 * 60)
    assert somebody.locks == 1
    somebody.type()
    await somebody.clock.advance(16 * 60)
    assert somebody.locks == 2


async def test_another_limit_counts_at_once_and_off_means_never(somebody: Somebody) -> None:
    somebody.minutes = 0
    await somebody.clock.advance(2 * 3600)
    assert somebody.locks == 0
    somebody.minutes = 1
    await somebody.clock.advance(5)
    assert somebody.locks == 1


async def test_a_locked_screen_locks_even_when_idling_does_not(somebody: Somebody) -> None:
    somebody.minutes = 0
    somebody.left.announce(None)
    assert somebody.locks == 1


async def test_a_computer_that_slept_wakes_up_locked(somebody: Somebody) -> None:
    somebody.minutes = 0
    somebody.clock.skip(30)
    await somebody.clock.advance(0)
    assert somebody.locks == 0, "a busy moment is no sleep"
    somebody.clock.skip(7 * 3600)
    await somebody.clock.advance(0)
    assert somebody.locks == 1


async def test_a_lock_that_fails_is_logged_and_the_next_one_comes(
    somebody: Somebody, caplog: pytest.LogCaptureFixture
) -> None:
    somebody.fails = True
    await somebody.clock.advance(16 * 60)
    assert "not everything could be locked" in caplog.text
    somebody.type()
    await somebody.clock.advance(16 * 60)
    somebody.left.announce(None)
    assert somebody.locks == 3
    assert not somebody.watching.done()


async def test_at_the_end_nothing_is_listened_to(somebody: Somebody) -> None:
    somebody.watching.cancel()
    await asyncio.gather(somebody.watching, return_exceptions=True)
    somebody.left.announce(None)
    assert somebody.locks == 0
