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


def test_of_two_answers_that_disagree_one_counts() -> None:
    clock = ServerClock(LocalClock(NOW))
    clock.observe(NOW)
    clock.observe(NOW + timedelta(hours=5))
    assert clock.now() == NOW


def test_only_the_last_five_answers_count() -> None:
    local = LocalClock(NOW)
    clock = ServerClock(local)
    for _ in range(50):
        clock.observe(NOW)
    local.now = NOW + timedelta(hours=26)  # the person sets the clock while the program runs
    for _ in range(3):
        clock.observe(NOW)
    assert clock.now() == NOW


def test_the_servers_now_lies_in_the_interval_whatever_the_answers_were() -> None:
    """Answers at any part of a second, on a local clock that is `off` seconds: `Date` drops what
    is below a second."""
    for off in (-90_000.25, -1.9, -0.4, 0.0, 0.7, 1.9, 90_000.25):
        local = LocalClock(NOW)
        clock = ServerClock(local)
        true = NOW - timedelta(seconds=off)
        for step in (0.3, 0.9, 0.05, 1.4, 0.6, 0.25, 3.1):
            true += timedelta(seconds=step)
            local.now = true + timedelta(seconds=off)
            clock.observe(true.replace(microsecond=0))
            assert clock.now() <= true < clock.latest(), off


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
