"""How a page describes one column of its table."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from typing import Generic, Protocol, TypeVar

from medusa_console.ui.kit.status_pill import Pill


class Row(Protocol):
    """What a table can show: anything that the server knows by an id."""

    @property
    def id(self) -> str:
        """Unique in the list."""


R = TypeVar("R", bound=Row)


class CellStyle(Enum):
    """How a cell's text is drawn."""

    QUIET = "quiet"
    STRONG = "strong"
    CODE = "code"


@dataclass(frozen=True)
class Column(Generic[R]):
    """`text` is what the cell says, also where a pill or an icon is drawn beside it.

    `sort` is the server's name of the field; a column without it cannot be sorted by.
    `characters` is about how much fits; the column with `stretch` takes what is left.
    """

    key: str
    title: str
    text: Callable[[R], str]
    sort: str = ""
    tooltip: Callable[[R], str] | None = None
    icon: Callable[[R], str] | None = None
    pill: Callable[[R], Pill | None] | None = None
    style: CellStyle = CellStyle.QUIET
    characters: int = 14
    stretch: bool = False
