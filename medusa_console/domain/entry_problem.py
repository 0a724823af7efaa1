"""Why an entry of a list of stores was left out."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto

from medusa_console.domain.errors import UnsafeAddress


class EntryFault(Enum):
    """Why an entry of a file is no store. A comment names the `place` of EntryProblem."""

    KNOWN = auto()
    NO_STORE = auto()
    ENVIRONMENT = auto()
    PROXY = auto()
    PROXY_KIND = auto()
    READ_ONLY = auto()
    ADDRESS = auto()
    MISSING = auto()  # the field
    EMPTY = auto()  # the field
    TOO_LONG = auto()  # the field
    UNSEEN_SIGN = auto()  # the field
    NO_TEXT = auto()  # the field


@dataclass(frozen=True)
class EntryProblem:
    """What is wrong with the entry `number`, counted from 1, which calls itself `name`.

    `address` is what is wrong with its address, `longest` how many characters `place` may have.
    """

    fault: EntryFault
    place: str = ""
    longest: int = 0
    address: UnsafeAddress | None = None
    number: int = 0
    name: str = ""
