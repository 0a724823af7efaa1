"""When a key is to end: what Medusa takes, and what shows that it was taken."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Final

from medusa_console.domain.api_key import ApiKey

SHORTEST: Final = timedelta(minutes=1)
LONGEST: Final = timedelta(days=3_653)
"""Ten years. Medusa fails from about 1e12 seconds on (contract, section 3.5)."""
_ROUNDING = timedelta(seconds=2)


def shows_end(key: ApiKey, seconds: int, sent_at: datetime, as_of: datetime) -> bool:
    """Whether `key`, as the server showed it at `as_of`, ends `seconds` after some moment since
    `sent_at`; both are the server's time."""
    if key.revoked_at is None:
        return False
    after = timedelta(seconds=seconds)
    return sent_at + after - _ROUNDING <= key.revoked_at <= as_of + after + _ROUNDING
