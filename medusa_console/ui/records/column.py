"""The description of a table's column."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from typing import Generic, TypeVar

from medusa_console.domain.query import Record
from medusa_console.ui.kit.status_pill import Pill

R = TypeVar("R", bound=Record)


class CellStyle(Enum):
    """The font and colour of a cell's text."""

    QUIET = "quiet"
    STRONG = "strong"
    CODE = "code"


@dataclass(frozen=True)
class Column(Generic[R]):
    """One column. `text` is the cell's text; `pill` is drawn in its place, `icon` beside it.

    `sort` is the server's name of the field to sort by, "" if the server cannot sort by it.
    `characters` is the approximate width; the column with `stretch` takes the remaining width.
    Windows narrower than `from_width` (logical pixels) do not show the column; nor do windows
    narrower than WIDE with an open drawer, unless it stays `beside_drawer`.
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
    from_width: int = 0
    beside_drawer: bool = True
