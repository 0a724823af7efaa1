"""When a key may end, and which end is proposed."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from medusa_console.domain.api_key import ApiKey, KeyType
from medusa_console.domain.errors import NotSendable
from medusa_console.domain.key_end import (
    LONGEST,
    SHORTEST,
    in_working_hours,
    seconds_until,
    shows_end,
)

NOW = datetime(2026, 11, 27, 15, 30, tzinfo=UTC)  # a Friday
SECOND = timedelta(seconds=1)


@pytest.mark.parametrize(
    ("moment", "proposed"),
    [
        ("2026-11-27 16:59", "2026-11-27 16:59"),
        ("2026-11-27 09:00", "2026-11-27 09:00"),
        ("2026-11-27 08:59", "2026-11-27 09:00"),
        ("2026-11-26 17:00", "2026-11-27 09:00"),
        ("2026-11-26 23:59", "2026-11-27 09:00"),
        ("2026-11-27 00:01", "2026-11-27 09:00"),
        ("2026-11-27 17:00", "2026-11-30 09:00"),
        ("2026-11-28 03:00", "2026-11-30 09:00"),
        ("2026-11-28 12:00", "2026-11-30 09:00"),
        ("2026-11-29 23:00", "2026-11-30 09:00"),
        ("2027-12-31 18:00", "2028-01-03 09:00"),
    ],
)
def test_an_end_is_proposed_in_working_hours(moment: str, proposed: str) -> None:
    assert in_working_hours(datetime.fromisoformat(moment)) == datetime.fromisoformat(proposed)


def test_an_end_is_asked_for_in_whole_seconds_and_never_too_early() -> None:
    for left in (SHORTEST, timedelta(days=30), timedelta(hours=1, milliseconds=1), LONGEST):
        seconds = seconds_until(NOW + left, NOW)
        assert left <= timedelta(seconds=seconds) < left + SECOND
    for left in (timedelta(), -SECOND, SHORTEST - SECOND / 1000, LONGEST + SECOND, LONGEST * 100):
        with pytest.raises(NotSendable):
            seconds_until(NOW + left, NOW)


def test_only_an_end_that_was_asked_for_proves_that_it_was_set() -> None:
    def shows(end: datetime | None) -> bool:
        key = ApiKey(
            id="apk_1",
            title="ERP",
            type=KeyType.SECRET,
            redacted="sk_1",
            created_at=NOW,
            revoked_at=end,
        )
        return shows_end(key, 3600, NOW, NOW + timedelta(seconds=5))

    hour = timedelta(hours=1)
    assert shows(NOW + hour)
    assert shows(NOW + hour + timedelta(seconds=5))
    for other in (None, NOW, NOW + hour / 2, NOW + hour + timedelta(minutes=1), NOW + 24 * hour):
        assert not shows(other)
