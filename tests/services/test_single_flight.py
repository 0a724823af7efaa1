"""One write per action, and none that is forgotten."""

from __future__ import annotations

import asyncio

import pytest

from medusa_console.services.single_flight import SingleFlight
from tests.waiting import until


class Work:
    """A write that waits for `go_on`."""

    def __init__(self) -> None:
        self.begun = 0
        self.ended = 0
        self.go_on = asyncio.Event()

    async def __call__(self) -> str:
        self.begun += 1
        await self.go_on.wait()
        self.ended += 1
        return f"answer {self.ended}"


async def test_a_second_call_for_the_same_thing_joins_the_first() -> None:
    writes, work = SingleFlight(), Work()
    clicks = [asyncio.create_task(writes.once("revoke apk_1", work)) for _ in range(10)]
    await until(lambda: work.begun)
    work.go_on.set()
    assert await asyncio.gather(*clicks) == ["answer 1"] * 10
    assert work.begun == 1
    assert not writes.busy


async def test_another_thing_and_a_later_call_run_by_themselves() -> None:
    writes, work = SingleFlight(), Work()
    work.go_on.set()
    await asyncio.gather(writes.once("revoke apk_1", work), writes.once("revoke apk_2", work))
    await writes.once("revoke apk_1", work)
    assert work.begun == 3


async def test_a_write_goes_on_when_everybody_stops_waiting() -> None:
    writes, work = SingleFlight(), Work()
    waiting = asyncio.create_task(writes.once("create", work))
    await until(lambda: work.begun)
    waiting.cancel()
    with pytest.raises(asyncio.CancelledError):
        await waiting
    assert writes.busy
    work.go_on.set()
    assert await writes.settle(60)
    assert work.ended == 1


async def test_one_who_stops_waiting_does_not_disturb_the_other() -> None:
    writes, work = SingleFlight(), Work()
    first = asyncio.create_task(writes.once("create", work))
    second = asyncio.create_task(writes.once("create", work))
    await until(lambda: work.begun)
    first.cancel()
    work.go_on.set()
    assert await second == "answer 1"


async def test_a_failure_reaches_all_who_wait_and_the_next_call_tries_anew() -> None:
    writes = SingleFlight()
    tries = []

    async def fail() -> None:
        tries.append(True)
        await asyncio.sleep(0)
        raise ValueError("no")

    results = await asyncio.gather(
        writes.once("x", fail), writes.once("x", fail), return_exceptions=True
    )
    assert [str(result) for result in results] == ["no", "no"]
    assert len(tries) == 1
    with pytest.raises(ValueError, match="no"):
        await writes.once("x", fail)
    assert len(tries) == 2


async def test_a_failure_nobody_waits_for_is_no_noise() -> None:
    writes, go_on = SingleFlight(), asyncio.Event()

    async def fail() -> None:
        await go_on.wait()
        raise ValueError("no")

    waiting = asyncio.create_task(writes.once("x", fail))
    await until(lambda: writes.busy)
    waiting.cancel()
    go_on.set()
    assert await writes.settle(60)  # the test's leak check would show a failure never looked at


async def test_the_end_waits_for_writes_only_so_long() -> None:
    writes, work = SingleFlight(), Work()
    waiting = asyncio.create_task(writes.once("create", work))
    await until(lambda: work.begun)
    assert not await writes.settle(0.01)
    assert work.ended == 0
    writes.abandon()
    with pytest.raises(asyncio.CancelledError):
        await waiting
    assert await writes.settle(60)
    assert (work.ended, writes.busy) == (0, False)


async def test_with_nothing_under_way_there_is_nothing_to_wait_for() -> None:
    assert await SingleFlight().settle(0)
