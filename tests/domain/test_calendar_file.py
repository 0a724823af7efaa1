"""A calendar file that reminds of the ends of keys: RFC 5545, whatever the titles hold."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta, timezone

from medusa_console.domain.calendar_file import MOST_EVENTS, Event, calendar
from medusa_console.domain.reminders import UpcomingEnd

ORIGIN = "https://shop.example"
MADE = datetime(2026, 11, 25, 12, tzinfo=UTC)
END = datetime(2026, 12, 1, 10, 30, tzinfo=timezone(timedelta(hours=1)))
HOSTILE = 'a;b,c\\d\r\nEND:VEVENT\nBEGIN:VALARM "\u202e' + "ü€😀" * 60


def event(summary: str, *, key_id: str = "apk_01TEST", at: datetime = END) -> Event:
    return Event(UpcomingEnd(key_id, "t", "sk_9f2***c41", at), summary, "It stops working then.")


def lines(file: bytes) -> list[str]:
    """The lines as a calendar reads them: unfolded."""
    assert file.endswith(b"\r\n")
    assert not re.search(rb"(?<!\r)\n|\r(?!\n)", file)
    return file.decode().replace("\r\n ", "").split("\r\n")[:-1]


def values(file: bytes, name: str) -> list[str]:
    return [line.partition(":")[2] for line in lines(file) if line.startswith(f"{name}:")]


def test_each_end_is_an_entry_with_an_alarm_a_week_and_a_day_before() -> None:
    file = calendar([event("API key sk_9f2***c41 ends")], ORIGIN, MADE)
    read = lines(file)
    assert read[:2] == ["BEGIN:VCALENDAR", "VERSION:2.0"]
    assert read[-1] == "END:VCALENDAR"
    assert values(file, "DTSTART") == ["20261201T093000Z"], "no zone, so no clock change matters"
    assert values(file, "DTSTAMP") == ["20261125T120000Z"]
    assert values(file, "TRIGGER") == ["-P7D", "-P1D"]
    assert values(file, "SUMMARY") == ["API key sk_9f2***c41 ends"]
    for begun in values(file, "BEGIN"):
        assert read.count(f"BEGIN:{begun}") == read.count(f"END:{begun}")


def test_a_title_can_neither_end_an_entry_nor_begin_an_alarm() -> None:
    file = calendar([event(HOSTILE)], ORIGIN, MADE)
    read = lines(file)
    assert read.count("END:VEVENT") == 1
    assert read.count("BEGIN:VALARM") == 2
    (summary,) = values(file, "SUMMARY")
    assert summary.startswith('a\\;b\\,c\\\\d \\nEND:VEVENT\\nBEGIN:VALARM "ü€😀')
    assert len(summary) < 250
    assert "\u202e" not in file.decode()
    for line in file.split(b"\r\n"):
        assert len(line) <= 75
        line.decode()  # no line ends within a character


def test_a_later_file_moves_the_same_entries_which_name_no_key() -> None:
    later = MADE + timedelta(hours=1)
    before = calendar([event("x")], ORIGIN, MADE)
    after = calendar([event("x", at=END + timedelta(days=3))], ORIGIN, later)
    assert values(before, "UID") == values(after, "UID")
    assert int(values(before, "SEQUENCE")[0]) < int(values(after, "SEQUENCE")[0]) < 2**31
    others = {
        *values(calendar([event("x", key_id="apk_2")], ORIGIN, MADE), "UID"),
        *values(calendar([event("x")], "https://another.example", MADE), "UID"),
    }
    assert len(others | set(values(before, "UID"))) == 3
    assert b"apk_" not in before
    assert b"shop.example" not in before


def test_a_file_holds_no_more_than_a_calendar_takes() -> None:
    file = calendar((event("x", key_id=f"apk_{n}") for n in range(2_000)), ORIGIN, MADE)
    assert len(values(file, "UID")) == MOST_EVENTS
