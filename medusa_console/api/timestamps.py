"""Times in Medusa's format: UTC, to the millisecond."""

from __future__ import annotations

from datetime import UTC, datetime


def iso(moment: datetime) -> str:
    """`moment` as 2026-11-23T10:15:30.123Z."""
    return moment.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def created_between(since: datetime, until: datetime | None) -> list[tuple[str, str]]:
    """The filter for records created from `since` to before `until` (None: no end)."""
    filters = [("created_at[$gte]", iso(since))]
    return filters if until is None else [*filters, ("created_at[$lt]", iso(until))]
