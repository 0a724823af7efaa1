"""/admin/api-keys: what is asked, and what is believed of the answers."""

from __future__ import annotations

import json
import logging
import traceback
from datetime import UTC, datetime, timedelta
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import pytest
from pydantic import SecretStr

from medusa_console.api.api_keys import ApiKeys
from medusa_console.api.client import AdminClient
from medusa_console.api.transport import Transport
from medusa_console.api.users import Users
from medusa_console.domain.api_key import KeyType, PendingKey, SalesChannel, StateKind
from medusa_console.domain.clock import ServerClock
from medusa_console.domain.errors import ConsoleError, NotFound, NotMedusa, OutcomeUnknown
from medusa_console.domain.query import KeyQuery, KeySort, StateFilter
from tests.api.bearers import Fixed
from tests.api.conftest import OpenWire
from tests.faults import server as faults
from tests.faults.catalogue import ONE_OF_EACH_KIND, Fault
from tests.faults.medusa import (
    KEY_ID,
    REDACTED,
    SECRET,
    USER_ID,
    ago,
    born,
    key_record,
    listing,
    one,
)
from tests.faults.server import FaultServer, Received
from tests.waiting import until

KEYS = "/admin/api-keys"
ONE = f"{KEYS}/{KEY_ID}"


@pytest.fixture
def keys(wire: Transport, clock: ServerClock, server: FaultServer) -> ApiKeys:
    return ApiKeys(AdminClient(wire, Fixed(SecretStr("t"))))


def asked(request: Received) -> list[tuple[str, str]]:
    return parse_qsl(urlsplit(request.target).query, keep_blank_values=True)


def everything_printed(*things: object) -> str:
    return "".join(f"{thing}{thing!r}" for thing in things)


# Creating


async def test_a_new_key_is_the_only_value_with_a_secret_and_does_not_print_it(
    keys: ApiKeys, server: FaultServer, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG, "medusa_console")
    server.on("POST", KEYS, faults.json_answer(born()))
    created = await keys.create("ERP nightly sync", KeyType.SECRET)
    assert created.secret.get_secret_value() == SECRET
    assert created.key.token is None
    assert created.key.redacted == REDACTED
    assert server.last("POST", KEYS).json() == {"title": "ERP nightly sync", "type": "secret"}
    assert SECRET not in everything_printed(created, created.key, created.secret) + caplog.text


async def test_a_new_publishable_key_has_its_public_token_in_the_record(
    keys: ApiKeys, server: FaultServer
) -> None:
    public = "pk_" + "ab" * 32
    answer = born(type="publishable")
    answer["api_key"]["token"] = public
    server.on("POST", KEYS, faults.json_answer(answer))
    created = await keys.create("Shop", KeyType.PUBLISHABLE)
    assert created.key.token == SecretStr(public)


@pytest.mark.parametrize(
    "change",
    [{"token": REDACTED}, {"token": ""}, {"token": None}, {"token": "ab" * 64}, {"token": 5},
     {"id": None}, {"created_at": "soon"}, {"type": "other"}],
)  # fmt: skip
async def test_a_create_answered_without_a_whole_secret_is_an_unknown_outcome(
    change: dict[str, Any], keys: ApiKeys, server: FaultServer
) -> None:
    answer = born()
    answer["api_key"] |= change
    server.on("POST", KEYS, faults.json_answer(answer))
    with pytest.raises(OutcomeUnknown) as caught:
        await keys.create("x", KeyType.SECRET)
    assert SECRET not in everything_printed(caught.value, caught.value.cause)
    assert server.count("POST") == 1


@pytest.mark.parametrize(
    ("asked_for", "answered", "token"),
    [
        (KeyType.SECRET, "publishable", SECRET),
        (KeyType.SECRET, "secret", f"pk_{SECRET[3:]}"),
        (KeyType.PUBLISHABLE, "publishable", SECRET),
        (KeyType.PUBLISHABLE, "secret", SECRET),
    ],
)
async def test_a_create_answered_with_a_key_of_another_type_is_an_unknown_outcome(
    asked_for: KeyType, answered: str, token: str, keys: ApiKeys, server: FaultServer
) -> None:
    answer = born(type=answered)
    answer["api_key"]["token"] = token
    server.on("POST", KEYS, faults.json_answer(answer))
    with pytest.raises(OutcomeUnknown):
        await keys.create("x", asked_for)


@pytest.mark.parametrize("body", [{}, {"api_key": None}, {"api_key": "yes"}, {"api_key": []}])
async def test_a_create_answered_without_a_key_is_an_unknown_outcome(
    body: Any, keys: ApiKeys, server: FaultServer
) -> None:
    server.on("POST", KEYS, faults.json_answer(body))
    with pytest.raises(OutcomeUnknown):
        await keys.create("x", KeyType.SECRET)


async def test_a_key_without_a_redacted_form_gets_one(keys: ApiKeys, server: FaultServer) -> None:
    answer = born()
    del answer["api_key"]["redacted"]
    server.on("POST", KEYS, faults.json_answer(answer))
    assert (await keys.create("x", KeyType.SECRET)).key.redacted == REDACTED


# Reading


@pytest.mark.parametrize("field", ["token", "title", "redacted", "created_by", "revoked_by"])
async def test_a_secret_in_a_listing_is_masked_and_reported_without_it(
    field: str, keys: ApiKeys, server: FaultServer, caplog: pytest.LogCaptureFixture
) -> None:
    server.on("GET", KEYS, faults.json_answer(listing(key_record(**{field: SECRET}))))
    page = await keys.find(KeyQuery(), offset=0, limit=20)
    assert SECRET not in everything_printed(page) + page.rows[0].model_dump_json() + caplog.text
    assert [record.levelname for record in caplog.records] == ["WARNING"]


async def test_the_stored_hash_is_not_taken_for_a_token(keys: ApiKeys, server: FaultServer) -> None:
    server.on("GET", KEYS, faults.json_answer(listing(key_record(token="ab" * 64))))
    assert (await keys.find(KeyQuery(), offset=0, limit=20)).rows[0].token is None


async def test_the_type_is_always_asked_for_along_with_the_token(
    keys: ApiKeys, server: FaultServer
) -> None:
    server.on("GET", KEYS, faults.json_answer(listing()))
    server.on("GET", ONE, faults.json_answer(one()))
    await keys.find(KeyQuery(), offset=40, limit=20)
    await keys.get(KEY_ID)
    for request in server.requests:
        fields = dict(asked(request))["fields"].split(",")
        assert {"token", "type"} <= set(fields)


async def test_a_deleted_channel_of_one_key_makes_no_list_unreadable(
    keys: ApiKeys, server: FaultServer
) -> None:
    """While a channel is deleted, Medusa answers null in its place, and for ever if a shop's own
    code deletes it."""
    kept = {"id": "sc_1", "name": "Web shop"}
    rows = [key_record(id="apk_1", type="publishable", sales_channels=[None, kept]),
            key_record(id="apk_2", type="publishable", sales_channels=[None])]  # fmt: skip
    server.on("GET", KEYS, faults.json_answer(listing(*rows)))
    server.on("GET", ONE, faults.json_answer(one(type="publishable", sales_channels=[None])))
    revoked = one(type="publishable", sales_channels=[None], revoked_at=ago(seconds=0))
    server.on("POST", f"{ONE}/revoke", faults.json_answer(revoked))
    page = await keys.find(KeyQuery(), offset=0, limit=20)
    assert [key.sales_channels for key in page.rows] == [(SalesChannel.model_validate(kept),), ()]
    assert [key.has_channel for key in page.rows] == [True, False]
    surveyed = await keys.surveyed(offset=0, limit=20)
    assert [key.has_channel for key in surveyed.rows] == [True, False]
    assert not (await keys.get(KEY_ID)).value.has_channel
    assert (await keys.revoke(KEY_ID)).value.revoked_at is not None


async def test_a_view_becomes_the_servers_own_filters(keys: ApiKeys, server: FaultServer) -> None:
    server.on("GET", KEYS, faults.json_answer(listing(count=41)))
    query = KeyQuery("erp", "", KeyType.SECRET, StateFilter.ALL, KeySort.TITLE, descending=False)
    page = await keys.find(query, offset=40, limit=20)
    assert (page.rows, page.count, page.offset) == ((), 41, 40)
    expected = {"order": "title", "offset": "40", "limit": "20", "q": "erp", "type": "secret"}
    assert expected.items() <= dict(asked(server.requests[0])).items()


async def test_a_whole_key_in_the_search_leaves_only_as_its_redacted_form(
    keys: ApiKeys, server: FaultServer
) -> None:
    server.on("GET", KEYS, faults.json_answer(listing()))
    await keys.find(KeyQuery(text=f"KEY={SECRET}"), offset=0, limit=20)
    assert dict(asked(server.requests[0]))["q"] == f"KEY={REDACTED}".replace("_", r"\_")


@pytest.mark.parametrize(
    "body",
    [
        {"api_keys": []},
        {"count": 0},
        {"api_keys": {}, "count": 0},
        {"api_keys": [], "count": -1},
        {"api_keys": [], "count": 1 << 40},
        {"api_keys": [], "count": None},
        {"api_keys": [{"id": "apk_1"}], "count": 1},
        {"api_keys": [key_record(created_at="2026-01-01T00:00:00")], "count": 1},
        {"api_keys": [key_record(type="other")], "count": 1},
        {"api_keys": [key_record(token=[SECRET], title=5)], "count": 1},
    ],
)
async def test_a_listing_of_another_shape_is_no_medusas(
    body: Any, keys: ApiKeys, server: FaultServer
) -> None:
    server.on("GET", KEYS, faults.json_answer(body))
    with pytest.raises(NotMedusa) as caught:
        await keys.find(KeyQuery(), offset=0, limit=20)
    assert SECRET not in everything_printed(caught.value) + caught.value.detail


async def test_fields_nobody_knows_are_ignored(keys: ApiKeys, server: FaultServer) -> None:
    server.on("GET", ONE, faults.json_answer({**one(brand_new={"a": 1}), "other": []}))
    assert (await keys.get(KEY_ID)).value.id == KEY_ID


# Changing


async def test_two_hundred_without_a_key_means_that_it_does_not_exist(
    keys: ApiKeys, server: FaultServer
) -> None:
    server.on("POST", ONE, faults.json_answer({}))
    server.on("POST", f"{ONE}/revoke", faults.json_answer({}))
    with pytest.raises(NotFound):
        await keys.rename(KEY_ID, "x")
    with pytest.raises(NotFound):
        await keys.revoke(KEY_ID)


async def test_a_revoke_is_judged_by_the_clock_of_its_own_answer(
    keys: ApiKeys, server: FaultServer
) -> None:
    """`Date` has whole seconds: a revoke of this second lies before its end."""
    date = "Mon, 23 Nov 2026 05:00:00 GMT"
    for late, kind in ((999, StateKind.REVOKED), (1000, StateKind.WORKS_UNTIL)):
        at = datetime(2026, 11, 23, 5, tzinfo=UTC) + timedelta(milliseconds=late)
        body = one(revoked_at=at.isoformat())
        server.on("POST", f"{ONE}/revoke", faults.json_answer(body, headers={"Date": date}))
        answer = await keys.revoke(KEY_ID)
        assert answer.value.state(answer.as_of).kind is kind


@pytest.mark.parametrize("body", [{"deleted": False}, {}, {"deleted": None}])
async def test_a_delete_that_is_not_confirmed_is_an_unknown_outcome(
    body: Any, keys: ApiKeys, server: FaultServer
) -> None:
    server.on("DELETE", ONE, faults.json_answer(body))
    with pytest.raises(OutcomeUnknown):
        await keys.delete(KEY_ID)
    assert server.count("DELETE") == 1


# What an error tells


def told_by(error: BaseException) -> str:
    """All that a log or a screen could show of `error` and of what led to it."""
    chain: list[BaseException] = []
    one: BaseException | None = error
    while one is not None:
        chain.append(one)
        one = one.__cause__
    facts = [f"{e} {e!r} {e.args}" for e in chain]
    facts += [str(vars(e)) for e in chain if isinstance(e, ConsoleError)]
    return "".join([*traceback.format_exception(error), *facts])


@pytest.mark.parametrize(
    "body",
    [
        json.dumps(SECRET),
        json.dumps({"api_key": SECRET}),
        json.dumps({"api_key": [SECRET]}),
        json.dumps({"api_key": {"token": SECRET, "id": [SECRET]}}),
        json.dumps({"api_key": {"token": {"whole": SECRET}}}),
        json.dumps({SECRET: {}}),
        json.dumps(born())[:-2],
        json.dumps(born() | {"api_key": born()["api_key"] | {"token": f"{SECRET} {SECRET}"}}),
    ],
)
async def test_an_answer_that_cannot_be_read_is_told_without_what_is_in_it(
    body: str, keys: ApiKeys, server: FaultServer
) -> None:
    server.on("POST", KEYS, faults.answer(200, body.encode()))
    with pytest.raises(OutcomeUnknown) as caught:
        await keys.create("ERP", KeyType.SECRET)
    assert SECRET[3:20] not in told_by(caught.value)


@pytest.mark.parametrize("fault", ONE_OF_EACH_KIND.values(), ids=list(ONE_OF_EACH_KIND))
async def test_a_search_that_fails_does_not_tell_what_was_searched(
    fault: Fault, server: FaultServer, open_wire: OpenWire
) -> None:
    limits: dict[str, Any] = dict(fault.limits)
    wire = open_wire(server.origin, **limits)
    token, query = SecretStr("a session's own canary"), KeyQuery(text="a canary that is searched")
    keys = ApiKeys(AdminClient(wire, Fixed(token)))
    server.on("GET", KEYS, fault.behaviour)
    with pytest.raises(ConsoleError) as caught:
        await keys.find(query, offset=0, limit=20)
    await until(lambda: server.count("GET", KEYS))
    assert "canary" in server.last("GET", KEYS).target
    assert "canary" not in told_by(caught.value)


async def test_a_created_key_prints_no_secret(keys: ApiKeys, server: FaultServer) -> None:
    server.on("POST", KEYS, faults.json_answer(born()))
    created = await keys.create("ERP", KeyType.SECRET)
    assert created.secret.get_secret_value() == SECRET
    printed = f"{created} {created!r}"
    assert SECRET[3:20] not in printed


# Looking for a lost creation


async def test_candidates_are_asked_for_by_title_type_and_time(
    keys: ApiKeys, server: FaultServer
) -> None:
    now = datetime.now(UTC)
    line = PendingKey("1", "o", USER_ID, "ERP", KeyType.SECRET, now,
                      newest_before=now - timedelta(hours=1))  # fmt: skip
    mine = key_record(title="ERP", created_at=ago(seconds=0))
    theirs = key_record(id="apk_2", title="ERP", created_at=ago(seconds=0), created_by="user_2")
    server.on("GET", KEYS, faults.json_answer(listing(mine, theirs)))
    assert [key.id for key in await keys.created_since(line)] == [KEY_ID]
    question = dict(asked(server.requests[0]))
    assert (question["title"], question["type"]) == ("ERP", "secret")
    assert question["created_at[$gt]"].startswith(
        (now - timedelta(hours=1)).strftime("%Y-%m-%dT%H")
    )


async def test_the_newest_keys_time_or_none(keys: ApiKeys, server: FaultServer) -> None:
    server.on(
        "GET", KEYS,
        faults.json_answer(listing({"id": "apk_1", "created_at": "2026-11-23T05:00:00.123Z"})),
        faults.json_answer(listing()),
    )  # fmt: skip
    assert await keys.newest() == datetime(2026, 11, 23, 5, 0, 0, 123000, tzinfo=UTC)
    assert await keys.newest() is None
    assert "token" not in dict(asked(server.requests[0]))["fields"]


# People


async def test_many_users_are_one_request(wire: Transport, server: FaultServer) -> None:
    people = [{"id": f"user_{n}", "email": f"{n}@x.example"} for n in range(50)]
    server.on("GET", "/admin/users", faults.json_answer({"users": people, "count": 50}))
    server.on("GET", "/admin/users/me", faults.json_answer({"user": people[0]}))
    users = Users(AdminClient(wire, Fixed(SecretStr("t"))))
    assert len(await users.by_ids([str(person["id"]) for person in people])) == 50
    assert (await users.me()).name == "0@x.example"
    assert server.count("GET", "/admin/users") == 1
    question = asked(server.requests[0])
    assert ("limit", "50") in question
    assert [value for name, value in question if name == "id"] == [p["id"] for p in people]
