"""Which ends of keys are told, and when."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from medusa_console.domain.reminders import (
    MOST_TOLD,
    Lead,
    UpcomingEnd,
    due,
    kept,
    next_due,
    next_opening,
)

ORIGIN = "https://shop.example"
NOW = datetime(2026, 11, 25, 12, tzinfo=UTC)
HOUR, DAY = timedelta(hours=1), timedelta(days=1)


def ends_in(time_left: timedelta, key_id: str = "apk_1") -> UpcomingEnd:
    return UpcomingEnd(key_id, "ERP nightly sync", "sk_9f2***c41", NOW + time_left)


@pytest.fixture
def berlin(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("TZ", "Europe/Berlin")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


def test_a_reminder_is_due_a_week_and_a_day_before_an_end_and_never_after_it() -> None:
    for left, lead in (
        (7 * DAY + HOUR, None),
        (7 * DAY, Lead.WEEK),
        (DAY + HOUR, Lead.WEEK),
        (DAY, Lead.DAY),
        (HOUR, Lead.DAY),
        (timedelta(), None),
        (-HOUR, None),
    ):
        assert ends_in(left).lead(NOW) is lead, left


def test_each_reminder_is_told_once_and_a_moved_end_anew() -> None:
    far, soon = ends_in(3 * DAY, "apk_far"), ends_in(HOUR, "apk_soon")
    first = due([far, soon, ends_in(30 * DAY, "apk_3")], ORIGIN, (), NOW, NOW)
    assert first.ends == (soon, far), "the next end first"
    told = kept((), first.marks)
    assert not due([far, soon], ORIGIN, told, NOW, NOW).ends
    assert not due([soon], ORIGIN, told, NOW - 2 * DAY, NOW).ends, "its week passed with its day"
    assert due([far], ORIGIN, told, far.at - HOUR, NOW).ends == (far,), "its day"
    assert due([replace(far, at=far.at + HOUR)], ORIGIN, told, NOW, NOW).ends
    assert due([far], "https://another.example", told, NOW, NOW).ends
    assert "apk_" not in "".join(told)


def test_what_ends_before_the_next_opening_is_told_at_every_start() -> None:
    soon, far = ends_in(HOUR), ends_in(3 * DAY, "apk_far")
    told = due([soon, far], ORIGIN, (), NOW, NOW).marks
    again = due([soon, far], ORIGIN, told, NOW, next_opening(NOW))
    assert again.ends == (soon,)
    assert not again.marks


def test_the_next_reminder_is_waited_for() -> None:
    assert next_due([ends_in(8 * DAY), ends_in(3 * DAY)], NOW) == DAY
    assert next_due([ends_in(DAY)], NOW) is None
    assert next_due([], NOW) is None


@pytest.mark.usefixtures("berlin")
@pytest.mark.parametrize(
    ("now", "opening"),
    [
        ("2026-11-25T12:00+01:00", "2026-11-26T10:00+01:00"),
        ("2026-11-27T18:00+01:00", "2026-11-30T10:00+01:00"),  # Friday to Monday
        ("2026-11-29T23:30+01:00", "2026-11-30T10:00+01:00"),
        ("2026-11-29T23:30+00:00", "2026-12-01T10:00+01:00"),  # Monday here already
        ("2026-10-23T18:00+02:00", "2026-10-26T10:00+01:00"),  # the clocks go back between
        ("2026-03-27T18:00+01:00", "2026-03-30T10:00+02:00"),  # and forward
    ],
)
def test_the_program_is_opened_again_on_the_next_working_morning(now: str, opening: str) -> None:
    found = next_opening(datetime.fromisoformat(now))
    assert found == datetime.fromisoformat(opening)
    assert found.isoformat(timespec="minutes") == opening


def test_no_more_is_kept_of_what_was_told_than_is_bearable() -> None:
    told = kept((f"{number:016x}" for number in range(MOST_TOLD)), ["f" * 16, "f" * 16])
    assert len(told) == MOST_TOLD
    assert told[-1] == "f" * 16
    assert told[0] == f"{1:016x}", "the oldest is forgotten"
