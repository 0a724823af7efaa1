"""What a leaked key left, at a store that refuses, lies, changes meanwhile, or has too much."""

from __future__ import annotations

import asyncio
import threading
from functools import partial

import pytest

from medusa_console.domain.errors import ConsoleError, SignInNeeded, Unreachable
from medusa_console.domain.key_trace import NoMaker, Trace, TraceKind, WhyNotLooked
from medusa_console.services.key_trace import MOST_DOUBTFUL, MOST_PEOPLE, TraceProgress
from tests.faults import server as faults
from tests.faults.medusa import SECRET, USER_ID, key_record, login_token
from tests.faults.server import Exchange
from tests.services.conftest import MAYA, PASSWORD_SECRET, REFRESH, SIGN_IN, Opened
from tests.services.traced import LISTS, ROOT, START, TracedStore
from tests.ui.standins import never
from tests.waiting import until

FORBIDDEN = faults.refusal(403, "Forbidden", "forbidden")
UNAUTHORIZED = faults.refusal(401, "Unauthorized")
BROKEN = faults.refusal(500, "An unknown error occurred.", "unknown_error")
RECORDS = ("customers", "customer-groups", "tax-regions")
THIEF, CHILD = "user_thief", "apk_child"


@pytest.fixture
def traced(signed_in: Opened, server: faults.FaultServer) -> TracedStore:
    """A store with one leaked key and its admin, which knows no roles."""
    return TracedStore(server)


async def look(signed_in: Opened, key_id: str = ROOT) -> Trace:
    return await signed_in.services.traces.trace(key_id, None, lambda _: None)


def failed(trace: Trace) -> dict[TraceKind, WhyNotLooked]:
    return {one.kind: one.why for one in trace.failed}


def ids(trace: Trace) -> set[str]:
    return {one.id for one in trace.made}


# What is attributed


async def test_a_store_that_does_not_filter_has_nothing_of_others_attributed(
    signed_in: Opened, traced: TracedStore
) -> None:
    traced.on("customers", partial(traced.tell, "customers", filters=False))
    ours = traced.record("customers", 1, ROOT)
    for number, maker in enumerate((USER_ID, None, "apk_other", ROOT + "X", ROOT[:-1]), 2):
        traced.record("customers", number, maker)
    trace = await look(signed_in)
    assert ids(trace) == {ours}
    assert trace.unattributed_records == ()


async def test_the_maker_in_the_answer_counts_and_not_whom_it_was_asked_for(
    signed_in: Opened, traced: TracedStore
) -> None:
    traced.key(CHILD, ROOT)
    by_root, by_child = traced.record("customers", 1, ROOT), traced.record("customers", 2, CHILD)
    trace = await look(signed_in)
    makers = {one.id: one.maker for one in trace.made}
    assert makers == {by_root: ROOT, by_child: CHILD}


async def test_a_maker_that_is_no_id_is_not_asked_for(
    signed_in: Opened, traced: TracedStore
) -> None:
    odd = "apk_1&limit=100000"
    traced.key("apk_behind", odd)
    traced.key("apk_x/../y", ROOT)
    trace = await look(signed_in)
    (lost,) = trace.unattributed
    assert (lost.maker, lost.why) == (odd, NoMaker.KEY_GONE)
    assert [query["created_by"] for name, query in traced.asked if name == "customers"] == [
        [ROOT],
        ["apk_behind"],
    ]


async def test_the_secrets_of_strangers_are_neither_asked_for_nor_kept(
    signed_in: Opened, traced: TracedStore
) -> None:
    traced.person(THIEF, 2, email=f"{SECRET}@x.example", first_name="A" * 5_000)
    invite = {"id": "invite_1", "email": "e@x.example", "token": "eyJhbGciOi.eyJpZCI6.sig"}
    dates = {name: traced.rows["users"][-1][name] for name in ("created_at", "updated_at")}
    traced.rows["invites"].append(invite | dates)
    trace = await look(signed_in)
    (person,) = trace.people
    assert SECRET not in repr(trace)
    assert len(person.first_name or "") == 200
    assert "eyJ" not in repr(trace.invites)
    fields = {query["fields"][0] for name, query in traced.asked if name == "invites"}
    assert fields == {"id,email,created_at,expires_at"}


# What could not be looked at


async def test_each_kind_that_cannot_be_read_is_named_with_its_reason(
    signed_in: Opened, traced: TracedStore
) -> None:
    traced.key(CHILD, ROOT)
    traced.on("users", FORBIDDEN)
    traced.on("invites", BROKEN)
    traced.on("customers", faults.unknown_route)
    traced.on("customer-groups", faults.json_answer({"groups": "none"}))
    traced.on("tax-regions", faults.reset)
    trace = await look(signed_in)
    assert failed(trace) == {
        TraceKind.USERS: WhyNotLooked.FORBIDDEN,
        TraceKind.INVITES: WhyNotLooked.TROUBLE,
        TraceKind.CUSTOMERS: WhyNotLooked.NO_ROUTE,
        TraceKind.CUSTOMER_GROUPS: WhyNotLooked.NOT_MEDUSA,
        TraceKind.TAX_REGIONS: WhyNotLooked.NO_ANSWER,
    }
    assert all(isinstance(one.error, ConsoleError) for one in trace.failed)
    assert [one.key.id for one in trace.made_keys] == [CHILD]


@pytest.mark.parametrize(
    "garbage",
    [
        faults.answer(200, b"\xff\xfe not json"),
        faults.json_answer({"customers": [{"id": 7}], "count": 1}),
        faults.json_answer({"customers": [], "count": -1}),
        faults.answer(200, b'{"customers":' + b"[" * 900 + b"]" * 900 + b',"count":0}'),
    ],
)
async def test_garbage_is_no_answer(
    signed_in: Opened, traced: TracedStore, garbage: faults.Behaviour
) -> None:
    traced.on("customers", garbage)
    assert failed(await look(signed_in)) == {TraceKind.CUSTOMERS: WhyNotLooked.NOT_MEDUSA}


async def test_without_the_list_of_keys_only_the_keys_own_records_are_found(
    signed_in: Opened, traced: TracedStore
) -> None:
    traced.on("api-keys", FORBIDDEN)
    ours = traced.record("customers", 1, ROOT)
    trace = await look(signed_in)
    assert failed(trace) == {TraceKind.KEYS: WhyNotLooked.FORBIDDEN}
    assert ids(trace) == {ours}
    assert (trace.root, trace.made_keys, trace.unattributed) == (None, (), ())


async def test_without_the_list_of_users_nobody_is_called_gone(
    signed_in: Opened, traced: TracedStore
) -> None:
    traced.on("users", FORBIDDEN)
    traced.key("apk_theirs", "user_left")
    traced.key("apk_behind", "apk_deleted")
    trace = await look(signed_in)
    assert [one.key.id for one in trace.unattributed] == ["apk_behind"]


async def test_roles_are_unknown_where_the_store_does_not_tell(
    signed_in: Opened, traced: TracedStore
) -> None:
    me = "/admin/rbac/me/permissions"
    traced.server.on("GET", me, BROKEN, faults.json_answer({"permissions": ["api_key:read"]}))
    assert (await look(signed_in)).roles is None
    assert (await look(signed_in)).roles is True


# What ends a look


async def test_a_store_that_does_not_answer_is_no_store_without_traces(
    signed_in: Opened, traced: TracedStore
) -> None:
    traced.on("api-keys", faults.reset)
    with pytest.raises(Unreachable):
        await look(signed_in)


@pytest.mark.parametrize("name", LISTS)
async def test_a_session_that_ends_meanwhile_ends_the_look(
    signed_in: Opened, traced: TracedStore, name: str
) -> None:
    traced.on(name, UNAUTHORIZED)
    traced.server.on("POST", REFRESH, UNAUTHORIZED)
    with pytest.raises(SignInNeeded):
        await look(signed_in)


async def test_no_look_mixes_what_two_accounts_may_see(
    signed_in: Opened, traced: TracedStore
) -> None:
    ready = threading.Event()
    traced.on("customers", faults.after(ready, partial(traced.tell, "customers")))
    looking = asyncio.ensure_future(look(signed_in))
    await until(lambda: "customers" in [name for name, _ in traced.asked])
    session = signed_in.services.session
    traced.server.on("POST", SIGN_IN, faults.json_answer({"token": login_token(actor_id=THIEF)}))
    await session.sign_out()
    await session.sign_in(MAYA, PASSWORD_SECRET, keep=False)
    assert session.user_id == THIEF
    ready.set()
    with pytest.raises(SignInNeeded):
        await looking


async def test_a_look_that_is_stopped_asks_for_nothing_more(
    signed_in: Opened, traced: TracedStore
) -> None:
    ready = threading.Event()
    for name in ("users", "api-keys"):
        traced.on(name, faults.after(ready, partial(traced.tell, name)))
    looking = asyncio.ensure_future(look(signed_in))
    await until(lambda: len(traced.asked) == 3)
    looking.cancel()
    with pytest.raises(asyncio.CancelledError):
        await looking
    ready.set()
    await never(lambda: len(traced.asked) > 3, beside=traced.server)


# Much, and what changes meanwhile


async def test_twenty_thousand_children_are_found_with_few_requests_at_once(
    signed_in: Opened, traced: TracedStore
) -> None:
    for number in range(19_600):
        traced.key(f"apk_{number:026d}", ROOT, type="publishable")
    makers = [f"apk_s{number:025d}" for number in range(300)]
    for maker in makers:
        traced.key(maker, ROOT)
    planted = {traced.record("customers", number, maker) for number, maker in enumerate(makers)}
    ready = threading.Event()
    for name in RECORDS:
        traced.on(name, faults.after(ready, partial(traced.tell, name)))
    told: list[TraceProgress] = []
    looking = asyncio.ensure_future(signed_in.services.traces.trace(ROOT, None, told.append))
    await until(lambda: sum(name in RECORDS for name, _ in traced.asked) == 3)
    await never(lambda: sum(name in RECORDS for name, _ in traced.asked) > 3, beside=traced.server)
    ready.set()
    trace = await looking
    assert len(trace.made_keys) == 19_900
    assert ids(trace) == planted
    assert trace.failed == ()
    longest = max(len(query.get("created_by", ())) for _, query in traced.asked)
    assert longest * len(f"&created_by={makers[0]}") < 8_000  # what proxies take of an address
    reads = [one.read for one in told if one.kind is TraceKind.KEYS]
    assert reads == sorted(reads)
    assert (reads[0], reads[-1]) == (0, 19_901)


async def test_no_more_than_four_requests_are_under_way_at_once(
    signed_in: Opened, traced: TracedStore
) -> None:
    ready = threading.Event()
    for name in RECORDS:
        for number in range(1_200):
            traced.record(name, number, ROOT)
        honest = partial(traced.tell, name)
        traced.on(name, honest, faults.after(ready, honest))
    looking = asyncio.ensure_future(look(signed_in))
    await until(lambda: sum(name in RECORDS for name, _ in traced.asked) == 3 + 4)
    beside = traced.server
    await never(lambda: sum(name in RECORDS for name, _ in traced.asked) > 3 + 4, beside=beside)
    ready.set()
    assert len((await looking).made) == 3 * 1_200


async def test_a_customer_deleted_meanwhile_costs_no_other_one(
    signed_in: Opened, traced: TracedStore
) -> None:
    for number in range(1_200):
        traced.record("customers", number, ROOT)

    def delete_first(exchange: Exchange) -> None:
        del traced.rows["customers"][0]
        traced.tell("customers", exchange)

    honest = partial(traced.tell, "customers")
    traced.on("customers", honest, delete_first, honest)
    trace = await look(signed_in)
    assert ids(trace) >= {row["id"] for row in traced.rows["customers"]}
    assert len(trace.made) == len(ids(trace))


async def test_a_list_of_keys_without_an_end_is_told_as_not_read_to_the_end(
    signed_in: Opened, traced: TracedStore
) -> None:
    """Whoever is not in it is not called gone, but looked up."""
    traced.key("apk_behind", "apk_unread")
    traced.key("apk_lost", "apk_deleted")

    def page(exchange: Exchange) -> None:
        listed = list(traced.rows["api-keys"])
        target = exchange.request.target
        if "id=apk_" in target:  # of both, one exists
            named = [key_record(id="apk_unread")]
            faults.json_answer({"api_keys": named, "count": 1})(exchange)
        else:
            rows = listed if "offset=0" in target else []
            faults.json_answer({"api_keys": rows, "count": 90_000})(exchange)

    traced.on("api-keys", page)
    trace = await look(signed_in)
    assert failed(trace) == {TraceKind.KEYS: WhyNotLooked.NOT_READ_TO_THE_END}
    assert [one.key.id for one in trace.unattributed] == ["apk_lost"]


async def test_what_a_key_made_is_found_behind_more_keys_than_are_read(
    signed_in: Opened, traced: TracedStore
) -> None:
    """Lists begin with the oldest keys, and what a leaked key made is among the newest."""
    traced.key(CHILD, ROOT)
    traced.key("apk_grandchild", CHILD, 2)

    def page(exchange: Exchange) -> None:
        newer = "gte" in exchange.request.target
        if newer or "offset=0" not in exchange.request.target:
            rows = traced.rows["api-keys"] if newer else []
        else:
            rows = traced.rows["api-keys"][:1]
        count = len(rows) if newer else 90_000
        faults.json_answer({"api_keys": rows, "count": count})(exchange)

    traced.on("api-keys", page)
    trace = await look(signed_in)
    assert [(one.key.id, one.depth) for one in trace.made_keys] == [
        (CHILD, 1),
        ("apk_grandchild", 2),
    ]
    assert failed(trace) == {TraceKind.KEYS: WhyNotLooked.NOT_READ_TO_THE_END}


async def test_what_cannot_be_attributed_leaves_room_for_what_the_key_made(
    signed_in: Opened, traced: TracedStore
) -> None:
    """A key of somebody who joined since may have made more than is ever read."""
    traced.person("user_priya", 1)
    traced.key("apk_erp", "user_priya", 2)
    for number in range(MOST_DOUBTFUL + 1):
        traced.record("customers", number, "apk_erp")
    ours = traced.record("customers", 99_999, ROOT)
    trace = await look(signed_in)
    assert ids(trace) == {ours}
    assert len(trace.unattributed_records) == MOST_DOUBTFUL
    assert failed(trace) == {TraceKind.CUSTOMERS: WhyNotLooked.NOT_READ_TO_THE_END}


async def test_a_kind_that_cannot_be_read_is_named_once(
    signed_in: Opened, traced: TracedStore
) -> None:
    traced.on("customers", FORBIDDEN)
    traced.key("apk_behind", "apk_deleted")
    trace = await look(signed_in)
    assert [one.kind for one in trace.failed] == [TraceKind.CUSTOMERS]


async def test_customers_without_an_end_are_told_as_not_read_to_the_end(
    signed_in: Opened, traced: TracedStore
) -> None:
    ours = traced.record("customers", 1, ROOT)

    def page(exchange: Exchange) -> None:
        first = "offset=0" in exchange.request.target
        rows = traced.rows["customers"] if first else []
        faults.json_answer({"customers": rows, "count": 90_000})(exchange)

    traced.on("customers", page)
    trace = await look(signed_in)
    assert failed(trace) == {TraceKind.CUSTOMERS: WhyNotLooked.NOT_READ_TO_THE_END}
    assert ids(trace) == {ours}


async def test_of_too_many_people_the_newest_are_told(
    signed_in: Opened, traced: TracedStore
) -> None:
    for number in range(MOST_PEOPLE + 50):
        traced.person(f"user_old{number:020d}", -1 - number / 1_000)
    traced.person(THIEF, 5)
    traced.key("apk_known", f"user_old{MOST_PEOPLE + 40:020d}")  # beyond what is read
    traced.key("apk_left", "user_left")
    trace = await look(signed_in)
    assert [person.id for person in trace.people] == [THIEF]
    assert trace.failed == ()  # those not read are older than the key
    assert {(one.key.id, one.why) for one in trace.unattributed} == {
        ("apk_left", NoMaker.USER_GONE)
    }
    for number in range(MOST_PEOPLE):
        traced.person(f"user_new{number:020d}", 6 + number / 1_000)
    trace = await look(signed_in)
    assert len(trace.people) == MOST_PEOPLE
    assert failed(trace) == {TraceKind.USERS: WhyNotLooked.NOT_READ_TO_THE_END}


async def test_a_deleted_key_is_as_old_as_it_was_or_as_its_id_says(
    signed_in: Opened, traced: TracedStore
) -> None:
    del traced.rows["api-keys"][0]
    traced.person("user_older", -1)
    traced.person(THIEF, 1)
    trace = await signed_in.services.traces.trace(ROOT, START, lambda _: None)
    assert (trace.root, trace.since) == (None, START)
    assert [person.id for person in trace.people] == [THIEF]
    # An id that tells nothing makes everything newer.
    nameless = await look(signed_in, "apk_leaked")
    assert nameless.since is None
    assert {person.id for person in nameless.people} == {USER_ID, "user_older", THIEF}
