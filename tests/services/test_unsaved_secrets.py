"""A secret that nobody has saved yet outlives a lock, but not for ever."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator

import pytest

from medusa_console.services.unsaved_secrets import UnsavedSecrets
from tests.ui.standins import Clock


class Waiting:
    """A store with secrets on display, and those that were discarded."""

    def __init__(self) -> None:
        self.clock = Clock()
        self.unsaved = UnsavedSecrets(self.clock.value)
        self.discarded: list[str] = []
        self.announced = 0
        self.unsaved.changed.subscribe(self._count)
        self.watching = asyncio.ensure_future(self.unsaved.watch())

    def _count(self, _: None) -> None:
        self.announced += 1


@pytest.fixture
async def waiting() -> AsyncIterator[Waiting]:
    waiting = Waiting()
    await asyncio.sleep(0)
    yield waiting
    waiting.watching.cancel()
    await asyncio.gather(waiting.watching, return_exceptions=True)


async def test_while_the_store_is_open_a_secret_waits_as_long_as_it_takes(
    waiting: Waiting,
) -> None:
    waiting.unsaved.hold(lambda: waiting.discarded.append("ERP"))
    await waiting.clock.advance(3600)
    assert waiting.discarded == []
    assert waiting.unsaved.count == 1
    assert waiting.unsaved.seconds_left == 600


async def test_ten_minutes_after_the_lock_it_is_discarded(waiting: Waiting) -> None:
    waiting.unsaved.hold(lambda: waiting.discarded.append("ERP"))
    waiting.unsaved.hold(lambda: waiting.discarded.append("Shop"))
    waiting.unsaved.lock()
    await waiting.clock.advance(595)
    assert waiting.discarded == []
    assert waiting.unsaved.seconds_left == 5
    await waiting.clock.advance(5)
    assert waiting.discarded == ["ERP", "Shop"]
    assert waiting.unsaved.count == 0


async def test_who_comes_back_in_time_finds_it_and_the_next_lock_begins_anew(
    waiting: Waiting,
) -> None:
    waiting.unsaved.hold(lambda: waiting.discarded.append("ERP"))
    waiting.unsaved.lock()
    await waiting.clock.advance(590)
    waiting.unsaved.lock()  # locked already: by the screen, then by hand
    assert waiting.unsaved.seconds_left == 10
    waiting.unsaved.unlock()
    waiting.unsaved.lock()
    await waiting.clock.advance(590)
    assert waiting.discarded == []


async def test_what_a_sleeping_computer_kept_too_long_is_gone_before_anybody_sees_it(
    waiting: Waiting,
) -> None:
    waiting.unsaved.hold(lambda: waiting.discarded.append("ERP"))
    waiting.unsaved.lock()
    waiting.clock.skip(3600)  # nobody looked meanwhile
    waiting.unsaved.unlock()
    assert waiting.discarded == ["ERP"]


async def test_what_was_stored_is_not_discarded(waiting: Waiting) -> None:
    release = waiting.unsaved.hold(lambda: waiting.discarded.append("ERP"))
    release()
    release()
    waiting.unsaved.lock()
    await waiting.clock.advance(700)
    assert waiting.discarded == []


async def test_the_time_that_is_left_is_told_as_it_goes(waiting: Waiting) -> None:
    waiting.unsaved.hold(lambda: None)
    waiting.unsaved.lock()
    before = waiting.announced
    await waiting.clock.advance(60)
    assert waiting.announced - before >= 1
    waiting.unsaved.unlock()
    before = waiting.announced
    await waiting.clock.advance(60)
    assert waiting.announced == before
