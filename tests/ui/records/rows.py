"""A list of records as a server has it, and a fetch that answers only when the test says so."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime

from medusa_console.domain.query import Page
from medusa_console.ui.kit.status_pill import Pill, PillKind
from medusa_console.ui.records.column import CellStyle, Column

AS_OF = datetime(2026, 11, 23, 14, 3, tzinfo=UTC)


@dataclass(frozen=True)
class Record:
    """One row."""

    id: str
    title: str
    works: bool = True
    created_at: datetime = AS_OF


@dataclass(frozen=True)
class Asked:
    """One query of a list."""

    text: str = ""
    sort: str = "created_at"
    descending: bool = True

    @property
    def narrows(self) -> bool:
        """Whether anything but the order is asked for."""
        return bool(self.text)


COLUMNS: tuple[Column[Record], ...] = (
    Column(
        "title",
        "Title",
        lambda row: row.title,
        sort="title",
        tooltip=lambda row: row.title,
        style=CellStyle.STRONG,
        icon=lambda _row: "key",
        width=240,
        most=420,
    ),
    Column("id", "Key", lambda row: row.id, style=CellStyle.CODE, width=134, gives_way=1),
    Column(
        "state",
        "State",
        lambda row: "Active" if row.works else "Revoked",
        pill=lambda row: (
            Pill(PillKind.ACTIVE, "Active") if row.works else Pill(PillKind.REVOKED, "Revoked")
        ),
        sort="revoked_at",
    ),
)


def records(count: int, *, first: int = 0) -> list[Record]:
    """`count` records, numbered from `first`."""
    return [Record(f"k{n}", f"Key {n}") for n in range(first, first + count)]


def page(
    rows: Sequence[Record], number: int = 0, *, size: int = 100, count: int | None = None
) -> Page[Record]:
    """What a server that has `rows` answers for page `number`; `count` if it says another."""
    start = number * size
    total = len(rows) if count is None else count
    return Page(tuple(rows[start : start + size]), total, start, AS_OF)


@dataclass
class SlowServer:
    """Holds every question until `answer` or `fail`."""

    rows: list[Record] = field(default_factory=list)
    count: int | None = None
    questions: list[tuple[Asked, int]] = field(default_factory=list)
    waiting: list[tuple[int, asyncio.Future[Page[Record]]]] = field(default_factory=list)

    async def find(self, query: Asked, offset: int, limit: int) -> Page[Record]:
        """Rows of `query` from `offset`, when the test lets them go."""
        self.questions.append((query, offset))
        future: asyncio.Future[Page[Record]] = asyncio.get_running_loop().create_future()
        self.waiting.append((offset, future))
        return await future

    def answer(self, *, settled: bool = True) -> None:
        """Answer everything that waits, with what is in `rows` now."""
        total = len(self.rows) if self.count is None else self.count
        for offset, future in self._take():
            rows = tuple(self.rows[offset : offset + 100])
            future.set_result(Page(rows, total, offset, AS_OF, settled))

    def fail(self, error: Exception) -> None:
        """Fail everything that waits."""
        for _, future in self._take():
            future.set_exception(error)

    def _take(self) -> list[tuple[int, asyncio.Future[Page[Record]]]]:
        waiting, self.waiting = self.waiting, []
        return [(offset, future) for offset, future in waiting if not future.done()]
