"""A revoke that is not proven yet, as the journal keeps it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import Enum, auto

from medusa_console.domain.api_key import ApiKey


@dataclass(frozen=True)
class PendingRevoke:
    """Written before the request, and removed once the key is proven dead, or once the store has
    refused the revoke. Holds no secret. `started_at` is the server's time."""

    id: str
    origin: str
    user_id: str
    key_id: str
    title: str
    redacted: str
    started_at: datetime


class LeftState(Enum):
    """What the record of such a revoke shows at a later start."""

    REVOKED = auto()  # by its record; only the key itself could prove that it is refused
    GONE = auto()  # the record was deleted, so no key has it
    WORKS = auto()


@dataclass(frozen=True)
class Left:
    """A re-read of the record, at the server's time `at`; no `record` when it is gone."""

    state: LeftState
    at: datetime
    record: ApiKey | None = None
