"""When a key is to end: what Medusa takes, and what shows that it was taken."""

from __future__ import annotations

import math
from datetime import datetime, timedelta
from typing import Final

from medusa_console.domain.api_key import ApiKey
from medusa_console.domain.errors import EndFixed, InputFault, Invalid, NotSendable

SHORTEST: Final = timedelta(minutes=1)
LONGEST: Final = timedelta(days=3_653)
"""Ten years. Medusa fails from about 1e12 seconds on (contract, section 3.5)."""
_ROUNDING = timedelta(seconds=2)
# Before 2.11 Medusa says so of every secret key that is to end.
_REVOKED_ALREADY = "already revoked"
_MORNING, _EVENING = 9, 17
_FRIDAY = 4


def seconds_until(end: datetime, now: datetime) -> int:
    """Whole seconds from `now` to `end`, never fewer than there are. Raises NotSendable for an end
    that Medusa may not take, or that is as good as now."""
    left = end - now
    if not SHORTEST <= left <= LONGEST:
        raise NotSendable(InputFault.END_OUT_OF_RANGE)
    return math.ceil(left.total_seconds())


def check_end_moves(key: ApiKey, refusal: Invalid) -> None:
    """Raise EndFixed if `refusal` calls `key` revoked, which works until the end that is set."""
    if _REVOKED_ALREADY in refusal.message and key.revoked_at is not None:
        raise EndFixed(refusal.message, key.revoked_at, status=refusal.status) from refusal


def in_working_hours(moment: datetime) -> datetime:
    """`moment` if it lies in working hours, Monday to Friday from 9 to 17; otherwise the next
    working morning. Both are the time on somebody's wall."""
    morning = moment.replace(hour=_MORNING, minute=0, second=0, microsecond=0)
    if moment.weekday() <= _FRIDAY and moment.hour < _EVENING:
        return max(moment, morning)
    morning += timedelta(days=moment.hour >= _MORNING)
    while morning.weekday() > _FRIDAY:
        morning += timedelta(days=1)
    return morning


def shows_end(key: ApiKey, seconds: int, sent_at: datetime, as_of: datetime) -> bool:
    """Whether `key`, as the server showed it at `as_of`, ends `seconds` after some moment since
    `sent_at`; both are the server's time."""
    if key.revoked_at is None:
        return False
    after = timedelta(seconds=seconds)
    return sent_at + after - _ROUNDING <= key.revoked_at <= as_of + after + _ROUNDING
