"""A rotation: a key, its successor, and how far the change from one to the other has come."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum, StrEnum, auto
from typing import Final

LONGEST_TITLE: Final = 200
"""Characters of a title that this program types."""
_DATED: Final = re.compile(r"\s*\(\d{4}-\d{2}-\d{2}\)$")


class RotationStep(StrEnum):
    """What is done; each value stands in the journal."""

    CREATING = "creating"  # the successor was asked for; its pending line tells more
    CREATED = "created"  # it exists, and nobody has confirmed that it is saved
    SAVED = "saved"
    ACCEPTED = "accepted"  # the store has accepted the successor itself
    REFUSED = "refused"  # the store has refused it


class Trial(Enum):
    """What the store said to the successor itself."""

    ACCEPTED = auto()
    ACCEPTED_WITHOUT_ROLES = auto()  # accepted, but roles are on, and a secret key has none
    REFUSED = auto()


@dataclass(frozen=True)
class Rotation:
    """Written before the successor is asked for, and removed once one of both keys has ended or
    the user has called it off. Holds no secret.

    `old_id` is the key that is to end, `new_id` its successor, None until the server has answered.
    `line_id` is the successor's pending creation. `leaked`: the old key is known to others, and
    ends by a real revoke only. `started_at` is the server's time.
    """

    id: str
    origin: str
    user_id: str
    old_id: str
    old_title: str
    old_redacted: str
    step: RotationStep
    started_at: datetime
    line_id: str | None = None
    new_id: str | None = None
    leaked: bool = False

    @property
    def has_successor(self) -> bool:
        """Whether there is a successor that the store has not refused."""
        return self.new_id is not None and self.step is not RotationStep.REFUSED


class MadeKind(Enum):
    """What a secret key can make that Medusa says it has made."""

    CUSTOMER = auto()
    GROUP = auto()
    KEY = auto()


@dataclass(frozen=True)
class Made:
    """What was made with a key, and when."""

    kind: MadeKind
    at: datetime


def successor_title(title: str, today: date) -> str:
    """The title proposed for the successor of a key: the same with a date, in the form that is read
    alike in every language. The date of an earlier rotation is replaced."""
    ending = f" ({today.isoformat()})"
    name = _DATED.sub("", title.strip())
    return f"{name[: LONGEST_TITLE - len(ending)]}{ending}".strip()
