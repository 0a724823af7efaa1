"""The server's now, whatever this computer's clock says."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from medusa_console.domain.clock import ServerClock

NOW = datetime(2026, 11, 23, 5, tzinfo=UTC)
SECOND = timedelta(seconds=1)


class LocalClock:
    def __init__(self, now: datetime) -> None:
        self.now = now

    def __call__(self) -> datetime:
        return self.now


@pytest.mark.parametrize("off", [timedelta(hours=26), timedelta(hours=-26), timedelta(days=3650)])
def test_a_wrong_local_clock_does_not_matter(off: timedelta) -> None:
    local = LocalClock(NOW + off)
    clock = ServerClock(local)
    clock.observe(NOW)
    assert clock.now() == NOW
    assert clock.latest() == NOW + SECOND
    assert clock.to_local(NOW) == NOW + off
    local.now += timedelta(minutes=7)
    assert clock.now() == NOW + timedelta(minutes=7)


def test_before_the_first_answer_the_local_clock_counts() -> None:
    clock = ServerClock(LocalClock(NOW))
    assert (clock.now(), clock.latest()) == (NOW, NOW + SECOND)


def test_two_odd_answers_of_the_last_five_change_nothing_and_three_do() -> None:
    clock = ServerClock(LocalClock(NOW))
    for _ in range(3):
        clock.observe(NOW)
    for _ in range(2):
        clock.observe(NOW + timedelta(hours=5))
    assert clock.now() == NOW
    clock.observe(NOW + timedelta(hours=5))
    assert clock.now() == NOW + timedelta(hours=5)


def test_only_the_last_five_answers_count() -> None:
    local = LocalClock(NOW)
    clock = ServerClock(local)
    for _ in range(50):
        clock.observe(NOW)
    local.now = NOW + timedelta(hours=26)  # the person sets the clock while the program runs
    for _ in range(3):
        clock.observe(NOW)
    assert clock.now() == NOW


def test_a_difference_within_the_headers_own_precision_is_no_knowledge() -> None:
    clock = ServerClock(LocalClock(NOW))
    clock.observe(NOW - timedelta(seconds=1.9))
    assert clock.now() == NOW
    clock = ServerClock(LocalClock(NOW))
    clock.observe(NOW - timedelta(seconds=2.1))
    assert clock.now() == NOW - timedelta(seconds=2.1)


def test_what_a_jump_made_worthless_is_forgotten_and_learned_anew_from_one_answer() -> None:
    local = LocalClock(NOW)
    clock = ServerClock(local)
    assert not clock.known
    for _ in range(5):
        clock.observe(NOW)
    assert clock.known
    local.now = NOW + timedelta(hours=26)
    clock.forget()
    assert not clock.known
    assert clock.now() == local.now
    clock.observe(NOW)
    assert clock.now() == NOW
