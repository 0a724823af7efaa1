"""Times that no store has: they move no clock, break nothing, and are called unknown."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from typing import Any

import pytest
from pydantic import SecretStr

from medusa_console.api.api_keys import ApiKeys
from medusa_console.api.auth import Auth
from medusa_console.api.client import AdminClient
from medusa_console.api.colleagues import Colleagues
from medusa_console.api.customers import Customers
from medusa_console.api.invites import Invites
from medusa_console.api.traces import Traces
from medusa_console.api.transport import Transport
from medusa_console.domain.api_key import StateKind
from medusa_console.domain.clock import SECOND, ServerClock
from medusa_console.domain.errors import NotASession
from medusa_console.domain.key_trace import TraceKind
from medusa_console.domain.query import ColleagueQuery, CustomerQuery, KeyQuery, Page
from medusa_console.services.listing import Listing
from medusa_console.ui.words import labels
from tests.api.bearers import Fixed
from tests.faults import server as faults
from tests.faults.medusa import (
    CUSTOMER_ID,
    KEY_ID,
    PASSWORD,
    ago,
    customer_record,
    customers,
    key_record,
    listing,
    login_token,
    one,
)
from tests.faults.server import FaultServer

KEYS = "/admin/api-keys"
PROVIDERS = "/auth/user/providers"
WAYS: dict[str, list[str]] = {"providers": []}

PAST = ["-000001-01-01T00:00:00.000Z", "0001-01-01T00:00:00+14:00", "1969-12-31T23:59:59.000Z"]
FUTURE = [
    *("+033658-09-27T01:46:40.000Z", "+275760-09-13T00:00:00.000Z", "2200-01-02T00:00:00.000Z"),
    *("9999-12-31T23:59:59.999999Z", "9999-12-31T23:59:59-14:00"),
]


def keys(wire: Transport) -> ApiKeys:
    return ApiKeys(AdminClient(wire, Fixed(SecretStr("t"))))


# The server's clock


async def lists_by_this_computers_clock(wire: Transport) -> None:
    before = datetime.now(UTC)
    page = await keys(wire).find(KeyQuery(), offset=0, limit=1)
    assert before <= page.as_of <= datetime.now(UTC) + SECOND


@pytest.mark.parametrize(
    "date",
    ["Fri, 31 Dec 9998 23:59:59 GMT", "Thu, 01 Jan 1970 00:00:00 GMT",
     "Tue, 31 Dec 2019 23:59:59 GMT", "Fri, 01 Jan 2100 00:00:00 GMT",
     "Mon, 01 Jan 0001 00:00:00 +1400"],
)  # fmt: skip
async def test_a_date_of_no_store_does_not_move_the_clock(
    date: str, server: FaultServer, wire: Transport, clock: ServerClock
) -> None:
    server.on("GET", PROVIDERS, faults.json_answer(WAYS, headers={"Date": date}))
    server.on("GET", KEYS, faults.json_answer(listing(), headers={"Date": date}))
    await Auth(wire).providers()
    assert not clock.known
    await lists_by_this_computers_clock(wire)


@pytest.mark.parametrize("age", ["1", "7200", " 7200 ", "99999999999999999999", "old"])
async def test_an_answer_from_a_cache_does_not_move_the_clock(
    age: str, server: FaultServer, wire: Transport, clock: ServerClock
) -> None:
    hours_ago = format_datetime(datetime.now(UTC) - timedelta(hours=2), usegmt=True)
    head = {"Date": hours_ago, "Age": age}
    server.on("GET", PROVIDERS, faults.json_answer(WAYS, headers=head))
    server.on("GET", KEYS, faults.json_answer(listing(), headers=head),
              faults.refusal(400, "no", "invalid_data"))  # fmt: skip
    await Auth(wire).providers()
    assert not clock.known
    await lists_by_this_computers_clock(wire)


@pytest.mark.parametrize("head", [{"Age": "0"}, {"Age": ""}, {}])
async def test_a_fresh_answer_tells_the_servers_clock(
    head: dict[str, str], server: FaultServer, wire: Transport, clock: ServerClock
) -> None:
    date = {"Date": "Mon, 23 Nov 2026 05:00:00 GMT"}
    server.on("GET", PROVIDERS, faults.json_answer(WAYS, headers=date | head))
    await Auth(wire).providers()
    assert clock.known
    assert clock.now().date() == datetime(2026, 11, 23).date()


# The times of records


@pytest.mark.parametrize("moment", [*PAST, *FUTURE])
async def test_a_record_of_an_absurd_time_is_listed_as_of_an_unknown_date(
    moment: str, server: FaultServer, wire: Transport
) -> None:
    server.on("GET", KEYS, faults.json_answer(
        listing(key_record(created_at=moment, revoked_at=moment), key_record(id="apk_2"))
    ))  # fmt: skip
    server.on("GET", f"{KEYS}/{KEY_ID}", faults.json_answer(one(revoked_at=moment)))
    server.on("GET", "/admin/customers", faults.json_answer(
        customers(customer_record(created_at=moment))
    ))  # fmt: skip
    page = await keys(wire).find(KeyQuery(), offset=0, limit=2)
    odd, plain = page.rows
    kind = StateKind.REVOKED if moment in PAST else StateKind.WORKS_UNTIL
    assert odd.state(page.as_of).kind is kind
    assert plain.state(page.as_of).kind is StateKind.ACTIVE
    for words in (
        *(labels.ago, labels.exact, labels.to_the_second, labels.clock),
        *(labels.short_day, labels.short_moment),
    ):
        assert words(odd.created_at) == "unknown date"
        assert words(plain.created_at) != "unknown date"
    said = labels.state(odd.state(page.as_of))
    assert said == ("Revoked" if moment in PAST else "Works until unknown date")
    single = await keys(wire).get(KEY_ID)
    assert single.value.revoked_at == odd.revoked_at
    people = Customers(AdminClient(wire, Fixed(SecretStr("t"))))
    found = await people.find(CustomerQuery(), offset=0, limit=1)
    assert labels.ago(found.rows[0].created_at) == "unknown date"


async def test_a_record_made_at_no_time_is_listed_as_of_an_unknown_date(
    server: FaultServer, wire: Transport
) -> None:
    """PostgreSQL has a time beyond all times, of which Medusa makes null."""
    client = AdminClient(wire, Fixed(SecretStr("t")))
    lists: list[tuple[str, Callable[[], Awaitable[Page[Any]]]]] = [
        ("api-keys", lambda: ApiKeys(client).find(KeyQuery(), offset=0, limit=1)),
        ("api-keys", lambda: ApiKeys(client).surveyed(offset=0, limit=1)),
        ("customers", lambda: Customers(client).find(CustomerQuery(), offset=0, limit=1)),
        ("users", lambda: Colleagues(client).find(ColleagueQuery(), offset=0, limit=1)),
        ("invites", lambda: Invites(client).find(ColleagueQuery(), offset=0, limit=1)),
        ("tax-regions", lambda: Traces(client).made_by(
            TraceKind.TAX_REGIONS, ["apk_1"], offset=0, limit=1
        )),
    ]  # fmt: skip
    for name, read in lists:
        row = {**key_record(created_at=None), "email": "a@b.example"}
        answer = {name.replace("-", "_"): [row], "count": 1}
        server.on("GET", f"/admin/{name}", faults.json_answer(answer))
        (found,) = (await read()).rows
        assert labels.ago(found.created_at) == "unknown date"
    assert await ApiKeys(client).newest() is None
    (key,) = (await ApiKeys(client).find(KeyQuery(), offset=0, limit=1)).rows
    assert key.revoked_at is None


@pytest.mark.parametrize("moment", [*PAST, *FUTURE])
async def test_records_of_an_absurd_time_are_paged_like_others(
    moment: str, server: FaultServer, wire: Transport
) -> None:
    rows = [key_record(id=f"apk_{n}", created_at=moment) for n in range(3)]
    server.on("GET", KEYS, faults.json_answer(listing(*rows, count=3)))
    page = await Listing(keys(wire)).find(KeyQuery(), 0, 2)
    assert [key.id for key in page.rows] == ["apk_0", "apk_1"]


@pytest.mark.parametrize("moment", [*PAST, *FUTURE])
async def test_the_newest_key_is_of_no_time_then(
    moment: str, server: FaultServer, wire: Transport
) -> None:
    newest = {"api_keys": [{"id": KEY_ID, "created_at": moment}]}
    server.on("GET", KEYS, faults.json_answer(newest))
    assert await keys(wire).newest() is None


async def test_times_of_any_zone_are_the_same_time(server: FaultServer, wire: Transport) -> None:
    rows = [key_record(created_at=moment)
            for moment in ("2026-11-23T10:00:00Z", "2026-11-23T12:30:00+02:30")]  # fmt: skip
    server.on("GET", KEYS, faults.json_answer(listing(*rows)))
    page = await keys(wire).find(KeyQuery(), offset=0, limit=2)
    assert len({key.created_at for key in page.rows}) == 1


async def test_whoever_asks_at_the_same_time_gets_the_same_clock(
    server: FaultServer, wire: Transport, clock: ServerClock
) -> None:
    good = faults.json_answer({"customer": customer_record()})
    server.on("GET", f"/admin/customers/{CUSTOMER_ID}", good)
    people = Customers(AdminClient(wire, Fixed(SecretStr("t"))))
    before = datetime.now(UTC) - SECOND  # a `Date` has whole seconds
    answers = await asyncio.gather(*(people.get(CUSTOMER_ID) for _ in range(3)))
    assert all(before <= answer.as_of <= datetime.now(UTC) + SECOND for answer in answers)
    assert before <= clock.now() <= datetime.now(UTC)
    assert all(answer.value.created_at.isoformat()[:10] <= ago() for answer in answers)


# The times of tokens


@pytest.mark.parametrize("life", [0, -1, -86_400])
async def test_a_token_that_ends_before_it_begins_opens_no_session(
    life: int, server: FaultServer, wire: Transport
) -> None:
    answer = faults.json_answer({"token": login_token(life=life)})
    server.on("POST", "/auth/user/emailpass", answer)
    with pytest.raises(NotASession):
        await Auth(wire).sign_in("maya@example.com", SecretStr(PASSWORD))


@pytest.mark.parametrize(
    ("issued", "ends"),
    [(0, 253_402_300_799), (-62_135_596_800, 4_000_000_000), (1_700_000_000, 253_402_300_799)],
    ids=["from the beginning to the end of time", "from year 1", "until year 9999"],
)
async def test_a_session_of_absurd_length_can_be_timed(
    issued: int, ends: int, server: FaultServer, wire: Transport, clock: ServerClock
) -> None:
    token = login_token(iat=issued, exp=ends)
    server.on("POST", "/auth/user/emailpass", faults.json_answer({"token": token}))
    session = await Auth(wire).sign_in("maya@example.com", SecretStr(PASSWORD))
    clock.observe(datetime(2099, 1, 1, tzinfo=UTC))
    assert 0 < session.next_look(clock.latest()) <= 60
    for moment in (session.issued_at, session.expires_at, session.refresh_due):
        assert labels.exact(clock.to_local(moment))
    assert "unknown date" in {labels.exact(session.issued_at), labels.exact(session.expires_at)}
