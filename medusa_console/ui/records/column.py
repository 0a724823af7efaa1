"""The description of a table's column."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Final, Generic, TypeVar

from medusa_console.domain.query import Record
from medusa_console.ui.kit.status_pill import Pill

R = TypeVar("R", bound=Record)

STAYS: Final = 0
GOES_LAST: Final = 100


class CellStyle(Enum):
    """The font and colour of a cell's text."""

    QUIET = "quiet"
    STRONG = "strong"
    CODE = "code"
    CAUTION = "caution"


def _no_texts() -> Sequence[str]:
    return ()


@dataclass(frozen=True)
class Column(Generic[R]):
    """One column. `text` is the cell's text; `pill` is drawn in its place, `icon` beside it. `mark`
    is a warning, drawn as a sign beside the pill. `style` may depend on the row.

    `sort` is the server's name of the field to sort by, "" if the server cannot sort by it. The
    tooltip of a cell is its whole text, or what `tooltip` tells in addition.

    Widths are pixels at the design's font size. A column is at least `width` wide, and wide enough
    for its title and each text of `samples`; with `takes_rest`, it takes what the others leave. The
    first column of a table takes it before, up to `most`. Columns give way in the order of
    `gives_way`; one that STAYS never does, and one that GOES_LAST only where the first column shows
    few letters. Where not even that is enough, a column with `short_samples` shrinks to those.
    """

    key: str
    title: str
    text: Callable[[R], str]
    sort: str = ""
    tooltip: Callable[[R], str] | None = None
    icon: Callable[[R], str] | None = None
    pill: Callable[[R], Pill | None] | None = None
    mark: Callable[[R], str] | None = None
    style: CellStyle | Callable[[R], CellStyle] = CellStyle.QUIET
    width: int = 120
    most: int = 0
    takes_rest: bool = False
    gives_way: int = STAYS
    samples: Callable[[], Sequence[str]] = _no_texts
    short_samples: Callable[[], Sequence[str]] = _no_texts
