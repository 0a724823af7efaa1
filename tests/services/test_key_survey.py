"""All keys of a store, read once and kept up by what changes here."""

from __future__ import annotations

import asyncio
import gc
import sys
import threading
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from medusa_console.domain.api_key import ApiKey, KeyType
from medusa_console.domain.errors import ServerFault
from medusa_console.domain.key_health import KeyMark, ends_soon, is_old, lacks_channel
from medusa_console.domain.query import CustomerQuery, KeyQuery, KeySort, StateFilter
from medusa_console.services import key_survey
from medusa_console.services.creators import CreatorKind
from tests.faults import server as faults
from tests.faults.medusa import USER_ID, ago, customers, key_record, listing
from tests.faults.server import Exchange, FaultServer
from tests.services.conftest import Opened
from tests.ui.standins import never
from tests.waiting import until

KEYS = "/admin/api-keys"
CUSTOMERS = "/admin/customers"
NOW = datetime(2026, 11, 29, 12, 0, tzinfo=UTC)
PEOPLE = {"users": [{"id": USER_ID, "email": "maya@x.example"}], "count": 1}


def record(number: int, **fields: Any) -> dict[str, Any]:
    return key_record(id=f"apk_{number:026}", title=f"Job {number}", **fields)


def serve(
    server: FaultServer, records: list[dict[str, Any]], ready: threading.Event | None = None
) -> list[dict[str, list[str]]]:
    """From now on, and once it is `ready`, `server` lists `records` page by page; what it is asked
    is written down."""
    asked: list[dict[str, list[str]]] = []

    def behave(exchange: Exchange) -> None:
        query = parse_qs(urlsplit(exchange.request.target).query)
        asked.append(query)
        found = [one for one in records if one["id"] in query.get("id", [one["id"]])]
        start = int(query.get("offset", ["0"])[0])
        rows = found[start : start + int(query["limit"][0])]
        faults.json_answer(listing(*rows, count=len(found)))(exchange)

    server.on("GET", KEYS, behave if ready is None else faults.after(ready, behave))
    server.on("GET", "/admin/users", faults.json_answer(PEOPLE))
    return asked


def test_a_key_deserves_a_look_only_while_it_works() -> None:
    def key(**fields: Any) -> ApiKey:
        made = {"created_at": NOW - timedelta(days=91), **fields}
        return ApiKey.model_validate(record(1, **made))

    week, moment = timedelta(days=7), timedelta(seconds=1)
    assert is_old(key(), NOW, 90)
    assert not is_old(key(), NOW, 91)
    assert not is_old(key(revoked_at=NOW - moment), NOW, 90)
    assert not is_old(key(type="publishable"), NOW, 90)
    assert not is_old(key(created_at="0001-01-01T00:00:00Z"), NOW, 90), "of no known date"
    assert ends_soon(key(revoked_at=NOW + week), NOW)
    assert not ends_soon(key(revoked_at=NOW + week + moment), NOW)
    assert not ends_soon(key(revoked_at=NOW - moment), NOW)
    assert not ends_soon(key(), NOW)
    assert lacks_channel(key(type="publishable"), NOW)
    assert not lacks_channel(key(type="publishable", sales_channels=[{"id": "sc_1"}]), NOW)
    assert not lacks_channel(key(type="publishable", revoked_at=NOW - moment), NOW)
    assert not lacks_channel(key(), NOW)


async def test_it_is_read_in_pages_with_progress_and_what_changes_meanwhile_counts(
    signed_in: Opened, server: FaultServer
) -> None:
    services = signed_in.services
    records = [record(number, created_at=ago(days=100)) for number in range(1_200)]
    asked = serve(server, records)
    told: list[tuple[int, int]] = []

    def listen(_: None) -> None:
        if services.survey.progress and services.survey.progress not in told:
            told.append(services.survey.progress)
            if len(told) == 2:  # the first page is there
                services.keys.removed.announce(records[0]["id"])
                services.keys.changed.announce(
                    ApiKey.model_validate({**records[1], "revoked_at": ago(days=1)})
                )

    services.survey.changed.subscribe(listen)
    await services.survey.read()
    assert told == [(0, 0), (500, 1_200), (999, 1_200)]
    assert {int(query["limit"][0]) for query in asked} == {500}
    assert "token" not in asked[0]["fields"][0].split(",")
    assert (len(services.survey.keys), services.survey.missing) == (1_199, 0)
    assert len((await services.survey.look(90)).marked[KeyMark.OLD]) == 1_198
    assert (await services.survey.look(90)).creators == {USER_ID: 1_199}
    assert services.creators.creator(USER_ID).name == "maya@x.example"

    query = KeyQuery(creator=USER_ID, state=StateFilter.WORKING)
    before = len(asked)
    page = await services.chosen.find(query, 0, 100)
    assert (page.count, len(asked) - before) == (1_198, 1), "one of them was revoked meanwhile"
    by_title = await services.chosen.find(replace(query, sort=KeySort.TITLE), 0, 100)
    assert by_title.count == 1_199, "how texts are sorted, and what works, the server says then"
    assert not await services.chosen.is_outdated(query)
    services.keys.removed.announce(records[2]["id"])
    assert await services.chosen.is_outdated(query)
    assert (await services.chosen.find(query, 0, 100)).count == 1_197


async def test_while_somebody_waits_for_the_store_no_page_of_keys_is_asked_for(
    signed_in: Opened, server: FaultServer
) -> None:
    services = signed_in.services
    page, people = threading.Event(), threading.Event()
    serve(server, [record(number) for number in range(1_200)], page)
    server.on("GET", CUSTOMERS, faults.after(people, faults.json_answer(customers(count=0))))
    reading = asyncio.create_task(services.survey.read())
    await until(lambda: server.count("GET", KEYS) == 1)
    waiting = asyncio.create_task(services.customers.find(CustomerQuery(), 0, 100))
    await until(lambda: server.count("GET", CUSTOMERS) == 1)
    page.set()
    await until(lambda: services.survey.progress == (500, 1_200))
    await never(lambda: server.count("GET", KEYS) > 1, beside=server)
    people.set()
    await waiting
    await reading
    assert len(services.survey.keys) == 1_200


async def test_a_reading_that_the_user_asked_for_waits_for_nothing_else(
    signed_in: Opened, server: FaultServer
) -> None:
    services, people = signed_in.services, threading.Event()
    serve(server, [record(number) for number in range(1_200)])
    server.on("GET", CUSTOMERS, faults.after(people, faults.json_answer(customers(count=0))))
    waiting = asyncio.create_task(services.customers.find(CustomerQuery(), 0, 100))
    await until(lambda: server.count("GET", CUSTOMERS) == 1)
    await services.survey.read(awaited=True)
    assert len(services.survey.keys) == 1_200
    people.set()
    await waiting


async def test_a_reading_that_fails_or_is_stopped_leaves_what_was_read_before(
    signed_in: Opened, server: FaultServer
) -> None:
    survey = signed_in.services.survey
    serve(server, [record(1, type=KeyType.PUBLISHABLE)])
    await survey.read()
    as_of = survey.as_of
    server.on("GET", KEYS, faults.answer(500))
    await survey.read()
    assert isinstance(survey.failure, ServerFault)
    answered = threading.Event()
    server.on("GET", KEYS, faults.after(answered, faults.answer(500)))
    before = server.count("GET", KEYS)
    reading = asyncio.create_task(survey.read())
    await until(lambda: server.count("GET", KEYS) > before)
    assert survey.progress == (0, 0)
    reading.cancel()
    await asyncio.wait([reading])
    answered.set()
    assert survey.progress is None
    assert (survey.as_of, len(survey.keys)) == (as_of, 1)
    assert KeyMark.NO_CHANNEL in (await survey.look(90)).marked
    serve(server, [])
    await survey.read()
    assert survey.failure is None
    assert (dict(survey.keys), dict((await survey.look(90)).marked)) == ({}, {})


async def test_a_reading_that_takes_over_from_another_counts_what_changes_meanwhile(
    signed_in: Opened, server: FaultServer
) -> None:
    services, survey = signed_in.services, signed_in.services.survey
    serve(server, [])
    answered = threading.Event()
    rows = [record(1), record(2)]
    server.on("GET", KEYS, faults.after(answered, faults.json_answer(listing(*rows, count=2))))
    before = server.count("GET", KEYS)
    first = asyncio.create_task(survey.read())
    await until(lambda: server.count("GET", KEYS) == before + 1)
    second = asyncio.create_task(survey.read())
    first.cancel()
    await until(lambda: first.done() and server.count("GET", KEYS) == before + 2)
    under_way = survey.progress
    services.keys.removed.announce(rows[0]["id"])
    answered.set()
    await second
    assert under_way == (0, 0)
    assert set(survey.keys) == {rows[1]["id"]}
    assert survey.progress is None


async def test_a_key_costs_little_memory_because_there_may_be_20_000(
    signed_in: Opened, server: FaultServer
) -> None:
    channels = [{"id": "sc_1", "name": "Web shop"}]
    number = 600
    serve(server, [record(n, sales_channels=channels, created_by=USER_ID) for n in range(number)])
    await signed_in.services.survey.read()
    assert len(signed_in.services.survey.keys) == number
    found, left = dict[int, int](), list[object]([signed_in.services.survey.keys])
    while left:
        one = left.pop()
        if id(one) not in found and not isinstance(one, type):
            found[id(one)] = sys.getsizeof(one)
            left += gc.get_referents(one)
    assert 100 < sum(found.values()) / number < 270


async def test_of_more_keys_than_are_read_it_says_how_many_are_missing(
    signed_in: Opened, server: FaultServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(key_survey, "MOST_SURVEYED", 700)
    serve(server, [record(number) for number in range(900)])
    await signed_in.services.survey.read()
    assert len(signed_in.services.survey.keys) == 700
    assert signed_in.services.survey.missing == 200


async def test_nobody_is_called_gone_while_the_store_does_not_tell_of_everybody(
    signed_in: Opened, server: FaultServer
) -> None:
    services = signed_in.services
    serve(server, [record(1), record(2, created_by="user_GONE"), record(3, created_by="")])
    server.on("GET", "/admin/users", faults.answer(500))
    await services.survey.read()
    assert KeyMark.CREATOR_GONE not in (await services.survey.look(90)).marked
    server.on("GET", "/admin/users", faults.json_answer(PEOPLE))
    await services.survey.read()
    assert (await services.survey.look(90)).marked[KeyMark.CREATOR_GONE] == {f"apk_{2:026}"}
    gone = record(4, created_by=f"apk_{9:026}")
    serve(server, [gone, record(1, created_by="user_OTHER")])
    services.creators.forget()
    server.on("GET", "/admin/users", faults.refusal(403, "Forbidden", "forbidden"))
    await services.survey.read()
    assert services.creators.creator(gone["created_by"]).kind is CreatorKind.DELETED_KEY
    assert KeyMark.CREATOR_GONE not in (await services.survey.look(90)).marked


async def test_what_one_account_has_read_is_not_there_for_the_next(
    signed_in: Opened, server: FaultServer
) -> None:
    services = signed_in.services
    serve(server, [record(1, type="publishable"), record(2)])
    await services.survey.read()
    glance = await services.survey.look(90)
    assert glance.marked.keys() == {KeyMark.NO_CHANNEL}
    await services.session.sign_out()
    assert services.survey.as_of is None
    glance = await services.survey.look(90)
    assert (glance.marked, glance.creators) == ({}, {})
