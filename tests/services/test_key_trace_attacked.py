"""A store that does not filter, sorts nothing, or has odd ids: nothing twice, nothing unnamed."""

from __future__ import annotations

from functools import partial
from urllib.parse import parse_qs, urlsplit

import pytest

from medusa_console.domain.key_trace import Trace, TraceKind, WhyNotLooked
from medusa_console.services.key_trace import MOST_PEOPLE
from tests.faults import server as faults
from tests.faults.server import Exchange
from tests.services.conftest import Opened
from tests.services.traced import ROOT, TracedStore


@pytest.fixture
def traced(signed_in: Opened, server: faults.FaultServer) -> TracedStore:
    """A store with one leaked key and its admin, which knows no roles."""
    return TracedStore(server)


async def look(signed_in: Opened, key_id: str = ROOT) -> Trace:
    return await signed_in.services.traces.trace(key_id, None, lambda _: None)


def failed(trace: Trace) -> dict[TraceKind, WhyNotLooked]:
    return {one.kind: one.why for one in trace.failed}


async def test_a_record_that_several_questions_are_answered_with_is_told_once(
    signed_in: Opened, traced: TracedStore
) -> None:
    for number in range(200):  # so many makers are asked for in two questions
        traced.key(f"apk_child{number:03d}", ROOT)
    traced.on("customers", partial(traced.tell, "customers", filters=False))
    ours = {traced.record("customers", number, ROOT) for number in range(5)}
    trace = await look(signed_in)
    assert sorted(one.id for one in trace.made) == sorted(ours)


async def test_what_a_maker_of_an_odd_id_made_is_named_as_not_looked_at(
    signed_in: Opened, traced: TracedStore
) -> None:
    traced.key("apk_x/../y", ROOT)
    trace = await look(signed_in)
    assert len(trace.made_keys) == 1
    assert failed(trace) == dict.fromkeys(
        (TraceKind.CUSTOMERS, TraceKind.CUSTOMER_GROUPS, TraceKind.TAX_REGIONS),
        WhyNotLooked.NOT_READ_TO_THE_END,
    )


async def test_of_too_many_people_in_no_order_nobody_is_taken_for_the_newest(
    signed_in: Opened, traced: TracedStore
) -> None:
    for number in range(MOST_PEOPLE):
        traced.person(f"user_{number:05d}", -5 - number % 7)
    traced.person("user_thief", 2)

    def by_id(exchange: Exchange) -> None:
        target = exchange.request.target.replace("order=-created_at", "order=id")
        exchange.request = type(exchange.request)(**{**vars(exchange.request), "target": target})
        traced.tell("users", exchange)

    traced.on("users", by_id)
    trace = await look(signed_in)
    assert trace.people or TraceKind.USERS in failed(trace)


async def test_a_list_that_has_more_than_it_counts_is_not_believed_to_be_whole(
    signed_in: Opened, traced: TracedStore
) -> None:
    for number in range(600):
        traced.record("customers", number, ROOT)
    rows = traced.rows["customers"]

    def miscounted(exchange: Exchange) -> None:
        query = parse_qs(urlsplit(exchange.request.target).query)
        offset, limit = int(query["offset"][0]), int(query["limit"][0])
        page = {"customers": rows[offset : offset + limit], "count": 3}
        faults.json_answer(page)(exchange)

    traced.on("customers", miscounted)
    trace = await look(signed_in)
    assert len(trace.made) == 600 or TraceKind.CUSTOMERS in failed(trace)
