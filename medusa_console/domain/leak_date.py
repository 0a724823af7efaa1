"""Since when a found key is known to have leaked, as the report of a secret scanner dates it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta, timezone
from typing import TYPE_CHECKING, Final

from medusa_console.domain.moments import is_known

if TYPE_CHECKING:
    from medusa_console.domain.leaks import Place

_TIME = r"(?P<h>[0-9]{2}):(?P<n>[0-9]{2})(?::(?P<s>[0-9]{2})(?:[.,][0-9]{1,9})?)?"
_ZONE = r"(?P<z>Z|UTC|GMT|[+-][0-9]{2}:?[0-9]{2})"
_WEEKDAY = r"(?:[A-Z][a-z]{2},? )?"
_DAY = r"(?P<d>[0-9]{1,2})"
_MONTH = r"(?P<b>[A-Z][a-z]{2})"
# gitleaks, GitHub and SARIF write the first form, TruffleHog the first with blanks, git the others.
_FORMS: Final = (
    re.compile(rf"(?P<y>[0-9]{{4}})-(?P<m>[0-9]{{2}})-{_DAY}[T ]{_TIME} ?{_ZONE}"),
    re.compile(rf"{_WEEKDAY}{_MONTH} {_DAY} {_TIME} (?P<y>[0-9]{{4}}) {_ZONE}"),
    re.compile(rf"{_WEEKDAY}{_DAY} {_MONTH} (?P<y>[0-9]{{4}}) {_TIME} {_ZONE}"),
)
_MONTHS: Final = [
    "Jan",
    "Feb",
    "Mar",
    "Apr",
    "May",
    "Jun",
    "Jul",
    "Aug",
    "Sep",
    "Oct",
    "Nov",
    "Dec",
]
_LONGEST: Final = 60


def first_known(places: Iterable[Place], now: datetime) -> datetime | None:
    """The earliest date of `places`; None where none of them has one. A date without a zone, of no
    real day or later than `now` is none: whoever wrote it may have written anything."""
    dates = (read_date(place.date) for place in places)
    return min((date for date in dates if date is not None and date <= now), default=None)


def read_date(text: str) -> datetime | None:
    """The moment that `text` names with day, time and zone; None for anything else."""
    text = text.strip() if len(text) <= _LONGEST else ""
    match = next((found for form in _FORMS if (found := form.fullmatch(text))), None)
    if match is None:
        return None
    named = match.groupdict()
    try:
        month = int(named["m"]) if "m" in named else _MONTHS.index(named["b"]) + 1
        moment = datetime(
            *(int(named["y"]), month, int(named["d"])),
            *(int(named["h"]), int(named["n"]), int(named["s"] or 0)),
            tzinfo=_zone(named["z"]),
        ).astimezone(UTC)
    except (ValueError, OverflowError):
        return None
    return moment if is_known(moment) else None


def _zone(text: str) -> timezone:
    """Raises ValueError for an offset that no zone has."""
    if text[0] not in "+-":
        return UTC
    away = timedelta(hours=int(text[1:3]), minutes=int(text[-2:]))
    return timezone(-away if text[0] == "-" else away)
