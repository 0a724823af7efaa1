"""A revoke that is not proven yet, as the journal keeps it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


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
