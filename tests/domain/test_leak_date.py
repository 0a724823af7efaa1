"""Since when a key is known to have leaked: the earliest date of a report, read strictly."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from medusa_console.domain.leak_date import first_known, read_date
from medusa_console.domain.leaks import Place

NOON = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)
NOW = datetime(2026, 11, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    "text",
    [
        "2026-11-20T12:00:00Z",
        "2026-11-20T12:00:00.123456Z",
        "2026-11-20T13:00:00+01:00",
        "2026-11-20 04:00:00 -0800",
        "2026-11-20 12:00 UTC",
        "Fri Nov 20 13:00:00 2026 +0100",
        "Fri, 20 Nov 2026 12:00:00 GMT",
        "20 Nov 2026 21:00:00 +0900",
        " 2026-11-20T12:00:00Z\n",
    ],
)
def test_the_dates_of_scanners_and_of_git_are_read(text: str) -> None:
    assert read_date(text) == NOON


@pytest.mark.parametrize(
    "text",
    [
        "",
        "yesterday",
        "2026-11-20",
        "2026-11-20T12:00:00",
        "2026-02-30T12:00:00Z",
        "2026-11-20T25:00:00Z",
        "2026-11-20T12:00:00+99:00",
        "0001-01-01T00:00:00+14:00",
        "9999-12-31T23:59:59-14:00",
        "1970-01-01T00:00:00Z",
        "Fri Foo 20 13:00:00 2026 +0100",
        "٢٠٢٦-11-20T12:00:00Z",
        "2026-11-20T12:00:00Z" + " " * 50_000,
    ],
)
def test_what_names_no_day_time_and_zone_is_no_date(text: str) -> None:
    assert read_date(text) is None


def test_the_earliest_of_several_counts_and_none_that_lies_ahead() -> None:
    places = [
        Place(date="2026-11-21T00:00:00Z"),
        Place(date="2026-11-20T12:00:00Z"),
        Place(date="2026-12-24T00:00:00Z"),
        Place(date="some day"),
        Place(),
    ]
    assert first_known(places, NOW) == NOON
    assert first_known(places[2:], NOW) is None
    assert first_known([], NOW) is None
