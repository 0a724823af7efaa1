"""What was done and seen of a leaked key in one store: the steps that its proof rests on."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import Enum, auto
from typing import Final

MOST_STEPS: Final = 60
"""So many steps of a key in a store are kept: the first ones, and the last ones."""
_FIRST: Final = 20


@dataclass(frozen=True)
class Head:
    """What the head of an answer tells: its HTTP status, and its `Date` in UTC, to the second; None
    where it bore none that counts."""

    status: int
    date: datetime | None = None


class Did(Enum):
    """One step."""

    ACCEPTED = auto()  # the key was presented, and accepted
    REFUSED = auto()  # the key was presented, and refused in Medusa's own form
    NO_ANSWER = auto()  # the key was presented; what came, if anything, says nothing of it
    CONTROL = auto()  # the store accepted our own session on the same route
    NO_CONTROL = auto()  # it did not, so that a refusal proves nothing
    REVOKED = auto()  # a revoke was sent, and its answer or a re-read shows it
    REVOKE_LOST = auto()  # a revoke was sent, and no answer told what became of it
    REVOKE_REFUSED = auto()  # the store refused the revoke
    READ_REVOKED = auto()  # the record was read, and shows that the key is revoked
    READ_GONE = auto()  # the record was read, and is gone
    READ_NOT_REVOKED = auto()  # the record was read, and shows no revoke
    NOT_READ = auto()  # the record could not be read


@dataclass(frozen=True)
class Step:
    """`at` is the server's time as far as it was known then, `head` that of the answer; None where
    none came, or where it was not kept. `by` is the id of the signed-in account."""

    did: Did
    at: datetime
    head: Head | None = None
    by: str = ""


def with_steps(steps: tuple[Step, ...], new: Iterable[Step]) -> tuple[Step, ...]:
    """`steps` and the `new` ones; of too many, those in the middle are left out."""
    every = (*steps, *new)
    if len(every) <= MOST_STEPS:
        return every
    return (*every[:_FIRST], *every[_FIRST - MOST_STEPS :])
