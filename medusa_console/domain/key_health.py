"""What deserves a look at a key that works: its end, its age, its sales channels."""

from __future__ import annotations

from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final, Protocol

from medusa_console.domain.key_state import KeyType
from medusa_console.domain.moments import is_known

USUAL_AGE: Final = 90
"""Days after which a secret key is old, unless the store has a policy of its own."""
OLDEST_AGE: Final = 3_650
SOON: Final = timedelta(days=7)


class KeyMark(StrEnum):
    """What may be true of a key, in the order of urgency."""

    REVOKE_NOT_CONFIRMED = "revoke not confirmed"
    NOT_SAVED = "not yet saved"
    ENDS_SOON = "ends soon"
    NO_CHANNEL = "no sales channel"
    CREATOR_GONE = "creator gone"
    OLD = "old"


class Looked(Protocol):
    """What a look at a key needs of it."""

    @property
    def type(self) -> KeyType: ...

    @property
    def created_at(self) -> datetime: ...

    @property
    def revoked_at(self) -> datetime | None: ...

    @property
    def has_channel(self) -> bool: ...


def works(key: Looked, now: datetime) -> bool:
    """Whether `key` authenticates at `now`: as `key.state(now).works`, for 20,000 keys at once."""
    return key.revoked_at is None or key.revoked_at >= now


def ends_soon(key: Looked, now: datetime) -> bool:
    """Whether `key` works at `now`, and ends within a week."""
    return key.revoked_at is not None and now <= key.revoked_at <= now + SOON


def is_old(key: Looked, now: datetime, days: int) -> bool:
    """Whether `key` is a working secret key that was created more than `days` days ago. A
    publishable key is public from its first day on."""
    return (
        key.type is KeyType.SECRET
        and now - key.created_at > timedelta(days=days)
        and works(key, now)
        and is_known(key.created_at)
    )


def lacks_channel(key: Looked, now: datetime) -> bool:
    """Whether `key` works, but storefronts that use it get no answers."""
    return key.type is KeyType.PUBLISHABLE and not key.has_channel and works(key, now)
