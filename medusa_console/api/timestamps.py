"""Times in filters, and those of HTTP's headers."""

from __future__ import annotations

from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from medusa_console.domain.moments import iso

_FIRST_YEAR, _LAST_YEAR = 2020, 2099
# parsedate_to_datetime takes time that grows with the text.
_LONGEST = 64


def created_between(since: datetime, until: datetime | None) -> list[tuple[str, str]]:
    """The filter for records created from `since` to before `until` (None: no end)."""
    filters = [("created_at[$gte]", iso(since))]
    return filters if until is None else [*filters, ("created_at[$lt]", iso(until))]


def http_date(value: str) -> datetime | None:
    """The time that a header tells; None if it is of no form or of no year that counts."""
    try:
        moment = parsedate_to_datetime(value[:_LONGEST])
        moment = (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).astimezone(UTC)
    except (ValueError, OverflowError):
        return None
    return moment if _FIRST_YEAR <= moment.year <= _LAST_YEAR else None
