"""What the program could not read at its start, and where it is now."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto


class LoadFault(Enum):
    """What of the data folder could not be read, or not be saved again; or why the administrator's
    defaults are ignored."""

    STORES = auto()
    STORES_FROM_COPY = auto()
    SOME_STORES = auto()
    SETTINGS = auto()
    SETTINGS_FROM_COPY = auto()
    NOT_SAVED_AGAIN = auto()
    DEFAULTS_UNGUARDED = auto()
    DEFAULTS_UNREADABLE = auto()
    DEFAULTS_TOO_LARGE = auto()
    DEFAULTS_NO_JSON = auto()
    DEFAULTS_WRONG = auto()


@dataclass(frozen=True)
class Aside:
    """The damaged file `name` is now called `kept`; "" if it could not be renamed, which `detail`
    explains."""

    name: str
    kept: str
    detail: str = ""


@dataclass(frozen=True)
class LoadProblem:
    """`lost` of `number` stores could not be read. `detail` is technical."""

    fault: LoadFault
    aside: Aside | None = None
    lost: int = 0
    number: int = 0
    detail: str = ""
