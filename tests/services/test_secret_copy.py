"""A secret does not stay on the clipboard, and nothing else is taken from it."""

from __future__ import annotations

import asyncio
import gc
import weakref
from collections.abc import AsyncIterator, Callable

import pytest
from pydantic import SecretStr

from medusa_console import clock
from medusa_console.services.hand_over import environment_line, header
from medusa_console.services.secret_copy import (
    Cleared,
    Copied,
    CopyState,
    Resurrected,
    SecretCopy,
    Superseded,
)
from medusa_console.tasks import TaskScope
from tests.system import FakeClipboard
from tests.waiting import until

SECRET = SecretStr("sk_" + "0123456789abcdef" * 4)
KEY = SECRET.get_secret_value()


class Clock:
    """Time passes only by sleeping; what shall happen at a time happens when it has come."""

    def __init__(self) -> None:
        self.time = 1000.0
        self.value = clock.Clock(self.now, self.sleep)
        self._planned: list[tuple[float, Callable[[], None]]] = []

    def now(self) -> float:
        return self.time

    async def sleep(self, seconds: float) -> None:
        self.time += seconds
        due = [plan for plan in self._planned if plan[0] <= self.time]
        self._planned = [plan for plan in self._planned if plan not in due]
        for _, action in due:
            action()
        await asyncio.sleep(0)

    def after(self, seconds: float, action: Callable[[], None]) -> None:
        self._planned.append((self.time + seconds, action))


class Desk:
    """A clipboard, a clock, and what was announced with the seconds since the first copy."""

    def __init__(self) -> None:
        self.clipboard = FakeClipboard()
        self.clock = Clock()
        self.failures: list[BaseException] = []
        self.tasks = TaskScope(lambda error, *_: self.failures.append(error), self.clock.value)
        self.copies = SecretCopy(self.clipboard, self.tasks)
        self.told: list[tuple[float, CopyState]] = []
        start = self.clock.time
        self.copies.changed.subscribe(
            lambda state: self.told.append((round(self.clock.time - start, 2), state))
        )

    @property
    def endings(self) -> list[tuple[float, CopyState]]:
        return [told for told in self.told if not isinstance(told[1], Copied)]

    def finished(self) -> bool:
        return not self.tasks._tasks


@pytest.fixture
async def desk() -> AsyncIterator[Desk]:
    desk = Desk()
    yield desk
    await desk.tasks.aclose()
    assert desk.failures == []


async def test_a_copied_secret_is_marked_counted_down_and_cleared(desk: Desk) -> None:
    desk.copies.copy(SECRET, 3)
    assert (desk.clipboard.text, desk.clipboard.marked) == (KEY, True)
    assert desk.copies.state == Copied(3)
    await until(desk.finished)
    assert desk.told == [(0, Copied(3)), (1, Copied(2)), (2, Copied(1)), (3, Cleared())]
    assert desk.clipboard.text == ""


async def test_it_is_there_until_the_time_is_up(desk: Desk) -> None:
    seen: list[str] = []
    desk.clock.after(29.75, lambda: seen.append(desk.clipboard.text))
    desk.copies.copy(SECRET, 30)
    await until(desk.finished)
    assert seen == [KEY]
    assert desk.endings == [(30, Cleared())]


async def test_30_seconds_more_are_30_seconds_more(desk: Desk) -> None:
    desk.clock.after(5, desk.copies.extend)
    desk.copies.copy(SECRET, 10)
    await until(desk.finished)
    assert (5, Copied(35)) in desk.told
    assert desk.endings == [(40, Cleared())]
    desk.copies.extend()
    assert desk.copies.state == Cleared()


async def test_clear_now_clears_now(desk: Desk) -> None:
    desk.clock.after(2, desk.copies.clear_now)
    desk.copies.copy(SECRET, 30)
    await until(desk.finished)
    assert desk.endings == [(2, Cleared())]
    assert desk.clipboard.text == ""


async def test_what_was_copied_meanwhile_is_left_alone(desk: Desk) -> None:
    desk.clock.after(4, lambda: desk.clipboard.copied_elsewhere("a recipe"))
    desk.copies.copy(SECRET, 30)
    await until(desk.finished)
    assert desk.clipboard.text == "a recipe"
    assert desk.endings == [(4, Superseded())]


async def test_whoever_copies_the_key_again_elsewhere_keeps_it(desk: Desk) -> None:
    desk.clock.after(4, lambda: desk.clipboard.copied_elsewhere("a recipe"))
    desk.clock.after(4.2, lambda: desk.clipboard.copied_elsewhere(KEY))
    desk.copies.copy(SECRET, 30)
    await until(desk.finished)
    await desk.clock.sleep(5)
    assert desk.clipboard.text == KEY


async def test_clear_now_leaves_alone_what_was_copied_meanwhile(desk: Desk) -> None:
    desk.copies.copy(SECRET, 30)
    desk.clipboard.copied_elsewhere("a recipe")
    desk.copies.clear_now()
    assert desk.clipboard.text == "a recipe"
    assert desk.copies.state == Superseded()
    await until(desk.finished)
    assert desk.clipboard.text == "a recipe"


@pytest.mark.parametrize(
    ("comebacks", "told"),
    [
        (1, [(5, Cleared()), (5.3, Resurrected())]),
        (0, [(5, Cleared())]),
    ],
)
async def test_a_secret_that_a_clipboard_manager_brings_back_is_overwritten_and_told(
    desk: Desk, comebacks: int, told: list[tuple[float, CopyState]]
) -> None:
    desk.clipboard.resurrections = comebacks
    desk.copies.copy(SECRET, 5)
    await until(desk.finished)
    assert desk.endings == told
    assert KEY not in desk.clipboard.text
    assert bool(desk.clipboard.text) == bool(comebacks)


@pytest.mark.parametrize("back_after", [0.3, 0.8, 1.5])
async def test_it_is_looked_for_at_three_moments(desk: Desk, back_after: float) -> None:
    desk.clock.after(5 + back_after - 0.05, lambda: desk.clipboard.copied_elsewhere(KEY))
    desk.copies.copy(SECRET, 5)
    await until(desk.finished)
    assert desk.endings == [(5, Cleared()), (5 + back_after, Resurrected())]


async def test_a_second_copy_starts_the_time_anew(desk: Desk) -> None:
    desk.clock.after(20, lambda: desk.copies.copy(SECRET, 30))
    desk.copies.copy(SECRET, 30)
    await until(desk.finished)
    assert desk.endings == [(50, Cleared())]
    assert desk.clipboard.text == ""


async def test_another_secret_takes_the_place_of_the_first(desk: Desk) -> None:
    other = SecretStr("sk_" + "f" * 64)

    def a_little_later() -> None:
        desk.clock.time += 0.25

    desk.clock.after(20, lambda: desk.copies.copy(other, 30))
    desk.clock.after(25, a_little_later)
    desk.copies.copy(SECRET, 30)
    await until(desk.finished)
    assert desk.endings == [(50, Cleared())]


async def test_a_copy_after_the_clearing_gives_the_key_again(desk: Desk) -> None:
    desk.copies.copy(SECRET, 30)
    await until(desk.finished)
    desk.copies.copy(SECRET, 30)
    assert desk.clipboard.text == KEY
    await until(desk.finished)
    assert desk.clipboard.text == ""


async def test_sleeping_through_the_end_clears_at_waking(desk: Desk) -> None:

    def sleep_9_hours() -> None:
        desk.clock.time += 9 * 3600

    desk.clock.after(3, sleep_9_hours)
    desk.copies.copy(SECRET, 30)
    await until(desk.finished)
    assert desk.endings == [(9 * 3600 + 3, Cleared())]


def test_at_the_end_of_the_program_it_is_cleared_without_a_loop() -> None:
    async def copy_and_quit() -> Desk:
        desk = Desk()
        desk.copies.copy(SECRET, 30)
        await desk.clock.sleep(1)
        await desk.tasks.aclose()
        return desk

    desk = asyncio.run(copy_and_quit())
    assert desk.clipboard.text == KEY
    desk.copies.clear_now()
    assert desk.clipboard.text == ""
    desk.copies.clear_now()
    assert [state for _, state in desk.endings] == [Cleared()]


async def test_the_secret_is_forgotten_once_it_stays_away(desk: Desk) -> None:
    secret = SecretStr(KEY)
    alive = weakref.ref(secret)
    desk.copies.copy(secret, 5)
    del secret
    gc.collect()
    assert alive() is not None
    await until(desk.finished)
    gc.collect()
    assert alive() is None


async def test_a_key_that_it_has_copied_is_recognised_for_as_long_as_it_runs(desk: Desk) -> None:
    other = SecretStr("sk_" + "f" * 64)
    desk.copies.copy(SECRET, 3)
    await until(desk.finished)
    desk.clock.time = 1600.0
    assert desk.copies.copied_ago(SECRET) == 600.0
    assert desk.copies.copied_ago(other) is None
    desk.copies.copy(SECRET, 3)
    assert desk.copies.copied_ago(SECRET) == 0.0
    assert KEY not in repr(vars(desk.copies)), "only a hash of it is kept"

    for at, text in enumerate((environment_line(SECRET), header(SECRET)), 1700):
        desk.clock.time = float(at)
        desk.copies.copy(text, 3, key=SECRET)
        assert desk.clipboard.text == text.get_secret_value()
        assert desk.copies.copied_ago(SECRET) == 0.0
        assert desk.copies.copied_ago(text) is None

    password = SecretStr("correct horse battery")
    desk.copies.copy(password, 3)
    assert desk.copies.copied_ago(password) is None
    for number in range(2_000):  # the oldest is forgotten
        desk.copies.copy(SecretStr(f"sk_{number:064x}"), 3)
    assert desk.copies.copied_ago(SECRET) is None
    assert desk.copies.copied_ago(SecretStr(f"sk_{1_999:064x}")) == 0.0
    await until(desk.finished)
