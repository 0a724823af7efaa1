"""Work that somebody owns: it is reported, replaced and ended."""

from __future__ import annotations

import asyncio

import pytest

from medusa_console.clock import Clock
from medusa_console.tasks import Again, Doing, TaskScope
from tests.waiting import until

REVOKE = Doing("Revoke “ERP”", "revoke apk_1")


@pytest.fixture
def reported() -> list[tuple[str, Doing | None]]:
    return []


@pytest.fixture
def scope(reported: list[tuple[str, Doing | None]]) -> TaskScope:
    def report(
        error: BaseException, doing: Doing | None = None, again: Again | None = None
    ) -> None:
        reported.append((str(error), doing))

    return TaskScope(report, Clock())


async def test_a_failure_is_reported_in_the_persons_words_and_hurts_nobody_else(
    scope: TaskScope, reported: list[tuple[str, Doing | None]]
) -> None:
    go_on = asyncio.Event()
    done = []

    async def fail() -> None:
        raise ValueError("no")

    async def work() -> None:
        await go_on.wait()
        done.append(True)

    scope.start(work())
    scope.start(fail(), doing=REVOKE)
    await until(lambda: reported)
    go_on.set()
    await until(lambda: done)
    assert reported == [("no", REVOKE)]


async def test_the_latest_work_of_a_name_replaces_the_earlier_and_no_other(
    scope: TaskScope, reported: list[tuple[str, Doing | None]]
) -> None:
    go_on = asyncio.Event()
    done = []

    async def load(text: str) -> None:
        await go_on.wait()
        done.append(text)

    scope.start(load("a"), replacing="load")
    scope.start(load("names"), replacing="names")
    scope.start(load("ab"), replacing="load")
    go_on.set()
    await until(lambda: len(done) == 2)
    assert sorted(done) == ["ab", "names"]
    assert reported == []


async def test_work_can_be_stopped_by_name(scope: TaskScope) -> None:
    stopped = []

    async def load() -> None:
        try:
            await asyncio.Event().wait()
        finally:
            stopped.append(True)

    scope.start(load(), replacing="load")
    await asyncio.sleep(0)
    scope.cancel("load")
    scope.cancel("never started")
    await until(lambda: stopped)


async def test_closing_ends_all_work_waits_for_it_and_takes_no_more(
    scope: TaskScope, reported: list[tuple[str, Doing | None]]
) -> None:
    ended = []

    async def work(name: str) -> None:
        try:
            await asyncio.Event().wait()
        finally:
            await asyncio.sleep(0)
            ended.append(name)

    scope.start(work("a"))
    scope.start(work("b"), replacing="b")
    await asyncio.sleep(0)
    await scope.aclose()
    assert sorted(ended) == ["a", "b"]
    scope.start(work("late"))
    await asyncio.sleep(0)
    assert sorted(ended) == ["a", "b"]
    assert reported == []


async def test_a_failure_while_closing_is_still_reported(
    scope: TaskScope, reported: list[tuple[str, Doing | None]]
) -> None:
    async def work() -> None:
        try:
            await asyncio.Event().wait()
        finally:
            raise ValueError("could not tidy up")

    scope.start(work())
    await asyncio.sleep(0)
    await scope.aclose()
    assert reported == [("could not tidy up", None)]


async def test_a_part_ends_alone(
    scope: TaskScope, reported: list[tuple[str, Doing | None]]
) -> None:
    go_on = asyncio.Event()
    done = []

    async def work(name: str) -> None:
        await go_on.wait()
        done.append(name)

    part = scope.part()
    part.start(work("part"))
    scope.start(work("rest"))
    await asyncio.sleep(0)
    part.close()
    part.start(work("late"))
    go_on.set()
    await until(lambda: done)
    await scope.aclose()
    assert done == ["rest"]
    assert reported == []


async def test_a_part_ends_with_the_whole(scope: TaskScope) -> None:
    ended = []

    async def work() -> None:
        try:
            await asyncio.Event().wait()
        finally:
            ended.append(True)

    part = scope.part()
    part.start(work())
    await asyncio.sleep(0)
    await scope.aclose()
    assert ended == [True]
    part.start(work())
    await asyncio.sleep(0)
    assert ended == [True]
