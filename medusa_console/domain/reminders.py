"""Which ends of keys are told, and when: a week and a day before, and what ends before the program
is usually opened again."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from medusa_console.domain.key_state import StateKind

if TYPE_CHECKING:
    from medusa_console.domain.api_key import ApiKey

MOST_TOLD: Final = 400
"""So many marks are kept of what was told."""

_OPENED_BY = time(10)
_FRIDAY = 4
_MARK = 16
_LONGEST_TITLE = 200


class Lead(StrEnum):
    """How long before an end a reminder comes."""

    WEEK = "week"
    DAY = "day"


AHEAD: Final = {Lead.WEEK: timedelta(days=7), Lead.DAY: timedelta(days=1)}


@dataclass(frozen=True)
class UpcomingEnd:
    """A key that works and is to end at `at`, the server's time."""

    key_id: str
    title: str
    redacted: str
    at: datetime

    def lead(self, now: datetime) -> Lead | None:
        """The reminder that is due at `now`; None before the first, and once the key has ended."""
        if now >= self.at:
            return None
        return next((lead for lead in (Lead.DAY, Lead.WEEK) if now >= self.at - AHEAD[lead]), None)

    def mark(self, origin: str, lead: Lead) -> str:
        """What is kept of a reminder that was told: a digest, which names no key. An end that is
        moved is told anew."""
        told = f"{origin} {self.key_id} {self.at.isoformat()} {lead}"
        return hashlib.sha256(told.encode()).hexdigest()[:_MARK]


def end_of(key: ApiKey, now: datetime) -> UpcomingEnd | None:
    """The end that `key` is to have; None if it has none, or has ended."""
    if key.revoked_at is None or key.state(now).kind is not StateKind.WORKS_UNTIL:
        return None
    return UpcomingEnd(key.id, key.title[:_LONGEST_TITLE], key.redacted, key.revoked_at)


@dataclass(frozen=True)
class Due:
    """What is to be told now, by their ends; `marks` are kept once it is told."""

    ends: tuple[UpcomingEnd, ...]
    marks: tuple[str, ...]


def due(
    ends: Iterable[UpcomingEnd], origin: str, told: Collection[str], now: datetime, until: datetime
) -> Due:
    """The reminders that are due at `now` and not `told`; and all ends before `until`, told or
    not. With a day's reminder, the week's counts as told."""
    found: list[UpcomingEnd] = []
    marks: list[str] = []
    for end in sorted(ends, key=lambda end: (end.at, end.key_id)):
        lead = end.lead(now)
        if lead is None:
            continue
        mark = end.mark(origin, lead)
        if mark in told and end.at >= until:
            continue
        found.append(end)
        marks.append(mark)
        if lead is Lead.DAY:
            marks.append(end.mark(origin, Lead.WEEK))
    return Due(tuple(found), tuple(mark for mark in marks if mark not in told))


def next_due(ends: Iterable[UpcomingEnd], now: datetime) -> timedelta | None:
    """How long it is until another reminder is due; None if there is none to come."""
    moments = [end.at - ahead for end in ends for ahead in AHEAD.values()]
    return min((moment - now for moment in moments if moment > now), default=None)


def next_opening(now: datetime) -> datetime:
    """When the program has usually been opened again: ten o'clock of the next day from Monday to
    Friday, in the local time of that day. Until then, nobody may be reminded."""
    day = now.astimezone().date() + timedelta(days=1)
    while day.weekday() > _FRIDAY:
        day += timedelta(days=1)
    # Without a zone first: the clocks may change between now and then.
    return datetime.combine(day, _OPENED_BY).astimezone()


def kept(told: Iterable[str], more: Iterable[str]) -> tuple[str, ...]:
    """The marks of what was told and of what is told now, the oldest of too many forgotten."""
    return tuple(dict.fromkeys((*told, *more)))[-MOST_TOLD:]
