"""A rotation: a key, its successor, and how far the change from one to the other has come."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class RotationStep(StrEnum):
    """What is done; each value stands in the journal."""

    CREATING = "creating"  # the successor was asked for; its pending line tells more
    CREATED = "created"  # it exists, and nobody has confirmed that it is saved
    SAVED = "saved"
    ACCEPTED = "accepted"  # the store has accepted the successor itself


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
