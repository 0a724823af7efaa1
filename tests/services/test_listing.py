"""Pages of records that were created at the same moment."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta

import httpx
import pytest
from pydantic import SecretStr
from starlette.datastructures import QueryParams
from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.types import Receive, Scope, Send

from medusa_console.api.client import AdminClient
from medusa_console.api.customers import Customers
from medusa_console.api.transport import Transport
from medusa_console.domain.clock import ServerClock
from medusa_console.domain.customer import Customer
from medusa_console.domain.query import CustomerQuery, CustomerSort
from medusa_console.domain.store import Environment, Store
from medusa_console.services.listing import Listing
from tests.api.bearers import Fixed

START = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
STORE = Store("store", "Shop", "https://shop.example", Environment.DEVELOPMENT)
SIZE = 5
LARGEST = 23


class Table:
    """A server's customers; as in a Medusa, which of equal ones comes first is another with every
    question.

    `before_created` is called before records of a moment are looked up.
    """

    def __init__(self, *lines: Customer) -> None:
        self.lines = list(lines)
        self.orders: list[str] = []
        self.before_created: Callable[[], None] | None = None
        self._dice = random.Random(5)  # noqa: S311  # not for secrets

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        asked = Request(scope).query_params
        self.orders.append(asked.get("order", "id"))
        if asked.get("order", "id") == "id" and self.before_created is not None:
            self.before_created()
        self._dice.shuffle(self.lines)
        found = sorted(
            (one for one in self.lines if self._is_wanted(one, asked)),
            key=lambda one: str(getattr(one, asked.get("order", "id").removeprefix("-"))),
            reverse=asked.get("order", "id").startswith("-"),
        )
        first = int(asked.get("offset", 0))
        rows = [one.model_dump(mode="json") for one in found[first : first + int(asked["limit"])]]
        answer = JSONResponse({"customers": rows, "count": len(found)})
        await answer(scope, receive, send)

    def _is_wanted(self, one: Customer, asked: QueryParams) -> bool:
        since, until = asked.get("created_at[$gte]"), asked.get("created_at[$lt]")
        ids = asked.getlist("id")
        return (
            (not ids or one.id in ids)
            and (since is None or datetime.fromisoformat(since) <= one.created_at)
            and (until is None or one.created_at < datetime.fromisoformat(until))
        )


def lines(moments: Sequence[int]) -> list[Customer]:
    """One record for each, that many milliseconds after the start."""
    return [
        Customer(id=f"cus_{number:02}", created_at=START + timedelta(milliseconds=moment))
        for number, moment in enumerate(moments)
    ]


def listing(table: Table) -> Listing[CustomerQuery, Customer]:
    client = httpx.AsyncClient(transport=httpx.ASGITransport(app=table), trust_env=False)
    admin = AdminClient(Transport(client, lambda: STORE, ServerClock()), Fixed(SecretStr("token")))
    return Listing(Customers(admin))


def sorted_by(descending: bool) -> CustomerQuery:
    return CustomerQuery(descending=descending)


async def ids(
    of: Listing[CustomerQuery, Customer], query: CustomerQuery, offset: int, limit: int = SIZE
) -> list[str]:
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
    pages = {offset: await ids(listing(table), sorted_by(descending), offset) for offset in offsets}
    shown = [known for offset in sorted(pages) for known in pages[offset]]
    by_moment = sorted(lines(moments), key=lambda one: one.created_at, reverse=descending)
    assert shown == [one.id for one in by_moment]


@pytest.mark.parametrize("descending", [True, False])
async def test_all_of_one_moment_are_shown_each_once(descending: bool) -> None:
    table = Table(*lines([0] * LARGEST))
    shown = [
        known
        for offset in range(0, LARGEST, SIZE)
        for known in await ids(listing(table), sorted_by(descending), offset)
    ]
    assert shown == [one.id for one in lines([0] * LARGEST)]


@pytest.mark.parametrize("descending", [True, False])
@pytest.mark.parametrize("moments", [range(LARGEST), [0, 1, 1, 1, 2, *range(3, 21)]])
async def test_where_no_border_divides_a_moment_one_question_is_enough(
    moments: Sequence[int], descending: bool
) -> None:
    table = Table(*lines(moments))
    await ids(
        listing(table),
        sorted_by(descending),
        0 if not descending else len(moments) - SIZE,
    )
    assert table.orders == ["-created_at" if descending else "created_at"]


@pytest.mark.parametrize("descending", [True, False])
@pytest.mark.parametrize("left", [0, 1, 6, 20])
async def test_who_is_deleted_between_two_questions_is_no_failure(
    left: int, descending: bool
) -> None:
    table = Table(*lines([0] * 3 + [1] * 12 + [2] * 8))

    def delete() -> None:
        table.lines = sorted(table.lines, key=lambda one: one.id)[:left]

    table.before_created = delete
    for offset in range(0, LARGEST, SIZE):
        table.lines = lines([0] * 3 + [1] * 12 + [2] * 8)
        page = await listing(table).find(sorted_by(descending), offset, SIZE)
        assert len(page.rows) <= SIZE
        assert len({row.id for row in page.rows}) == len(page.rows)
    assert "id" in table.orders


async def test_a_first_page_comes_before_the_order_and_settles_when_it_is_asked_for_again() -> None:
    table = Table(*lines(range(LARGEST)))
    by_email = CustomerQuery(
        sort=CustomerSort.EMAIL, descending=False
    )  # nobody has one: all are equal
    of = listing(table)
    first = await of.find(by_email, 0, SIZE)
    assert (len(first.rows), first.count, first.settled) == (SIZE, LARGEST, False)
    assert len(table.orders) == 1

    pages = [await of.find(by_email, offset, SIZE) for offset in range(0, LARGEST, SIZE)]
    assert all(page.settled for page in pages)
    shown = [row.id for page in pages for row in page.rows]
    assert sorted(shown) == [one.id for one in lines(range(LARGEST))]


async def test_a_list_that_fits_on_one_page_is_asked_for_once_in_any_order() -> None:
    table = Table(*lines(range(SIZE)))
    page = await listing(table).find(CustomerQuery(sort=CustomerSort.EMAIL), 0, SIZE)
    assert page.settled
    assert len(table.orders) == 1
