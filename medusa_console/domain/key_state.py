"""The types of keys, and whether a key works."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import Enum, StrEnum


class KeyType(StrEnum):
    """The types of Medusa's API keys."""

    SECRET = "secret"  # noqa: S105  # the kind, not a secret
    PUBLISHABLE = "publishable"


class StateKind(Enum):
    """Whether a key works."""

    ACTIVE = "active"
    WORKS_UNTIL = "works until"
    REVOKED = "revoked"


@dataclass(frozen=True)
class KeyState:
    """`at` is when the key stops or stopped working; None while it is active."""

    kind: StateKind
    at: datetime | None = None

    @property
    def works(self) -> bool:
        """Whether the key still authenticates."""
        return self.kind is not StateKind.REVOKED
