"""Pages of records that were created at the same moment."""

from __future__ import annotations

import random
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any, cast

import pytest

from medusa_console.domain.query import AsOf, KeySort, Page
from medusa_console.services.listing import Listing, SortTies

START = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
SIZE = 5
LARGEST = 23


@dataclass(frozen=True)
class Line:
    """A record."""

    id: str
    created_at: datetime


@dataclass(frozen=True)
class View:
    """A query."""

    descending: bool
    sort: KeySort = KeySort.CREATED


class Table:
    """A server's records; which of equal ones comes first is another with every question.

    `before_born` is awaited before records of a moment are looked up.
    """

    def __init__(self, *lines: Line) -> None:
        self.lines = list(lines)
        self.calls: list[str] = []
        self.before_born: Callable[[], Awaitable[None]] | None = None
        self._dice = random.Random(5)  # noqa: S311  # not for secrets

    async def find(self, query: View, *, offset: int, limit: int) -> Page[Line]:
        self.calls.append("find")
        self._dice.shuffle(self.lines)
        found = sorted(self.lines, key=lambda one: one.created_at, reverse=query.descending)
        return Page(tuple(found[offset : offset + limit]), len(found), offset, START)

    async def created_between(
        self, query: View, since: datetime, until: datetime | None, *, offset: int, limit: int
    ) -> Page[Line]:
        self.calls.append("born")
        if self.before_born is not None:
            await self.before_born()
        found = sorted(
            (
                one
                for one in self.lines
                if since <= one.created_at and (until is None or one.created_at < until)
            ),
            key=lambda one: one.id,
        )
        return Page(tuple(found[offset : offset + limit]), len(found), offset, START)

    async def order(self, query: View) -> AsOf[tuple[str, ...]]:
        raise AssertionError("the ids of all are not needed")

    async def by_ids(self, ids: Sequence[str], /) -> AsOf[tuple[Line, ...]]:
        raise AssertionError("nothing is read by id")


def lines(moments: Sequence[int]) -> list[Line]:
    """One record for each, that many milliseconds after the start."""
    return [
        Line(f"r_{number:02}", START + timedelta(milliseconds=moment))
        for number, moment in enumerate(moments)
    ]


def listing(table: Table) -> Listing[View, Line]:
    return Listing(cast(Any, table), lambda _query: SortTies.MOMENTS)


async def ids(of: Listing[View, Line], query: View, offset: int, limit: int = SIZE) -> list[str]:
    return [row.id for row in (await of.find(query, offset, limit)).rows]


@pytest.mark.parametrize("descending", [True, False])
@pytest.mark.parametrize(
    ("earlier", "equal"),
    [
        (0, 1),  # no two are equal
        (0, 5),  # equal ones fill the first page
        (0, 6),  # and one more
        (3, 2),  # up to a border
        (3, 3),  # over a border
        (3, 12),  # over two borders
        (5, 5),  # a page in the middle
        (5, 11),  # from a border over two more
        (11, 4),  # up to a border of a later page
        (11, 12),  # over all borders that are left, to the end
    ],
)
async def test_every_record_is_on_exactly_one_page_in_whatever_order_they_are_asked_for(
    earlier: int, equal: int, descending: bool
) -> None:
    moments = [*range(earlier), *[earlier] * equal, *range(earlier + 1, LARGEST)][:LARGEST]
    table = Table(*lines(moments))
    offsets = list(range(0, LARGEST, SIZE))
    random.Random(equal).shuffle(offsets)  # noqa: S311  # not for secrets
    pages = {offset: await ids(listing(table), View(descending), offset) for offset in offsets}
    shown = [known for offset in sorted(pages) for known in pages[offset]]
    by_moment = sorted(lines(moments), key=lambda one: one.created_at, reverse=descending)
    assert shown == [one.id for one in by_moment]


@pytest.mark.parametrize("descending", [True, False])
async def test_all_of_one_moment_are_shown_each_once(descending: bool) -> None:
    table = Table(*lines([0] * LARGEST))
    shown = [
        known
        for offset in range(0, LARGEST, SIZE)
        for known in await ids(listing(table), View(descending), offset)
    ]
    assert shown == [one.id for one in lines([0] * LARGEST)]


@pytest.mark.parametrize("descending", [True, False])
@pytest.mark.parametrize("moments", [range(LARGEST), [0, 1, 1, 1, 2, *range(3, 21)]])
async def test_where_no_border_divides_a_moment_one_question_is_enough(
    moments: Sequence[int], descending: bool
) -> None:
    table = Table(*lines(moments))
    await ids(listing(table), View(descending), 0 if not descending else len(moments) - SIZE)
    assert table.calls == ["find"]


@pytest.mark.parametrize("descending", [True, False])
@pytest.mark.parametrize("left", [0, 1, 6, 20])
async def test_who_is_deleted_between_two_questions_is_no_failure(
    left: int, descending: bool
) -> None:
    table = Table(*lines([0] * 3 + [1] * 12 + [2] * 8))

    async def delete() -> None:
        table.lines = sorted(table.lines, key=lambda one: one.id)[:left]

    table.before_born = delete
    for offset in range(0, LARGEST, SIZE):
        table.lines = lines([0] * 3 + [1] * 12 + [2] * 8)
        page = await listing(table).find(View(descending), offset, SIZE)
        assert len(page.rows) <= SIZE
        assert len({row.id for row in page.rows}) == len(page.rows)
    assert "born" in table.calls
