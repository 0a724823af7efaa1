"""Times as strangers may write them. What no store can have is clamped, so that no arithmetic ends
in an error, and is an unknown date in words."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Final

EARLIEST: Final = datetime(1970, 1, 1, tzinfo=UTC)
LATEST: Final = datetime(2200, 1, 1, tzinfo=UTC)


def clamped(moment: datetime) -> datetime:
    """`moment`, or the nearest one from `EARLIEST` to `LATEST`."""
    if EARLIEST <= moment <= LATEST:  # as nearly all of a list
        return moment
    return EARLIEST if moment < EARLIEST else LATEST


def iso(moment: datetime) -> str:
    """`moment` as Medusa writes it, in UTC: 2026-11-23T10:15:30.123Z."""
    return moment.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def is_known(moment: datetime) -> bool:
    """Whether a store may have meant `moment`."""
    return EARLIEST < moment < LATEST
