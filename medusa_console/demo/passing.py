"""What a running store forgets when it ends: a Medusa keeps this in its own memory, too."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

EVENTS_KEPT = 50

Event = tuple[str, dict[str, Any]]


@dataclass
class Challenge:
    """A second factor that is asked for. Times are this store's; `forgotten_at` is when it is
    unknown, which after a wrong code is up to a second later than `expires_at`."""

    id: str
    auth_identity_id: str
    auth_provider: str
    methods: tuple[str, ...]
    expires_at: datetime
    forgotten_at: datetime
    attempts: int = 0
    completed_at: datetime | None = None


@dataclass
class Passing:
    """`challenges` by id. `visits`: until when somebody who was sent to the workplace's page is
    awaited back, by state. `events`, the oldest first: what a shop makes its mails of."""

    challenges: dict[str, Challenge] = field(default_factory=dict)
    visits: dict[str, datetime] = field(default_factory=dict)
    events: deque[Event] = field(default_factory=lambda: deque(maxlen=EVENTS_KEPT))
