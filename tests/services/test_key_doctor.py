"""Why a key fails, and what is asked for that: as little as can be."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest

from medusa_console.domain import tokens
from medusa_console.domain.api_key import ApiKey
from medusa_console.domain.key_doctor import Diagnosed, Diagnosis, of_desk
from medusa_console.domain.key_requests import read_request
from medusa_console.domain.leak_answers import Finding, StoreAnswer
from medusa_console.domain.query import KeyQuery
from medusa_console.services import key_doctor
from medusa_console.services.store_services import StoreServices
from tests.faults import server as faults
from tests.faults.medusa import ago
from tests.faults.server import Behaviour
from tests.services.leaky import (
    BROKEN,
    FORBIDDEN,
    NO_VALID_KEY,
    UNAUTHORIZED,
    KeyStore,
    bench,
    found,
    names,
    token,
)

PERMISSIONS = "/admin/rbac/me/permissions"
PRODUCTS = "/store/products"
HTML = faults.answer(200, b"<html>Sign in</html>", content_type="text/html")
NO_CHANNEL = faults.refusal(
    400, "Publishable key needs to have a sales channel configured", "invalid_data"
)


def products(*titles: str) -> Behaviour:
    rows = [{"id": f"prod_{title}", "title": title} for title in titles]
    return faults.json_answer({"products": rows, "count": len(rows), "offset": 0, "limit": 10})


async def examined(
    services: StoreServices, text: str, opened: ApiKey | None = None, **options: Any
) -> Diagnosed:
    request = read_request(text)
    return await services.doctor.examine(request, opened, lambda _: None, **options)


def revoke(store: KeyStore, key_id: str) -> None:
    """As Medusa revokes: that changes the record at the same moment."""
    store.revoke(key_id, seconds=-2)
    store.records[key_id]["updated_at"] = store.records[key_id]["revoked_at"]


async def record(services: StoreServices, key_id: str) -> ApiKey:
    """The record as the list of keys shows it."""
    page = await services.keys.find(KeyQuery(), 0, 100)
    return next(key for key in page.rows if key.id == key_id)


async def test_a_key_that_works_is_accepted_and_roles_decide_what_that_is_worth() -> None:
    store, key = KeyStore("Northwind"), token()
    key_id = store.add(key)
    async with bench(store) as desk:
        services = desk.services(store)
        told = await examined(services, f"curl -u {key}: https://a/admin/products")
        assert (told.diagnosis, told.roles) == (Diagnosis.ACCEPTED, None)
        assert told.record is not None
        assert told.record.id == key_id
        store.server.on("GET", PERMISSIONS, faults.json_answer({"permissions": ["api_key:read"]}))
        await services.permissions.learn()
        for route, diagnosis in (
            ("/admin/products", Diagnosis.BLOCKED_BY_ROLES),
            ("/admin/search?q=x", Diagnosis.ACCEPTED),
        ):
            told = await examined(services, f"curl -u {key}: https://a{route}")
            assert (told.diagnosis, told.roles) == (diagnosis, True)
        store.server.on("GET", PERMISSIONS, faults.unknown_route)
        await services.permissions.learn()
        assert (await examined(services, key)).roles is False


async def test_a_dead_key_is_told_from_its_record_and_never_presented() -> None:
    store = KeyStore("Northwind")
    revoked, ended, front = token(), token(), token("pk")
    store.add(revoked, revoked_at=ago(days=2), updated_at=ago(days=2), revoked_by="user_01")
    store.add(ended, revoked_at=ago(days=2), updated_at=ago(days=9), revoked_by="user_01")
    store.add(front, revoked_at=ago(days=2), updated_at=ago(days=1), revoked_by="user_01")
    async with bench(store) as desk:
        services = desk.services(store)
        for key, diagnosis in (
            (revoked, Diagnosis.REVOKED),
            (ended, Diagnosis.ENDED),
            (front, Diagnosis.REVOKED),  # changed since: nobody can tell
        ):
            told = await examined(services, key)
            assert told.diagnosis is diagnosis
            assert told.record is not None
            assert told.record.redacted == tokens.redact(key)
        assert store.presented == []


async def test_a_key_that_no_list_holds_is_not_presented_even_if_the_user_asks() -> None:
    store, foreign, front = KeyStore("Northwind"), token(), token("pk")
    store.add(token())
    async with bench(store) as desk:
        services = desk.services(store)
        for key in (foreign, front):
            for by_name in (False, True):
                told = await examined(services, key, by_name=by_name)
                assert told.diagnosis is Diagnosis.NOT_LISTED
        for text, diagnosis in (
            (foreign[:-1], Diagnosis.NOT_WHOLE),
            (tokens.redact(foreign), Diagnosis.NOT_WHOLE),
            ("nothing", Diagnosis.NOTHING_PASTED),
            (f"{foreign} {token()}", Diagnosis.SEVERAL_KEYS),
        ):
            assert (await examined(services, text)).diagnosis is diagnosis
        assert store.presented == []
        sent = b"".join(request.body for request in store.server.requests)
        assert not any(
            part in request.target or part.encode() in sent
            for request in store.server.requests
            for part in (foreign[3:], tokens.redact(foreign), "***", "q=")
        )


async def test_a_key_that_leaked_is_not_presented_again() -> None:
    store, key = KeyStore("Northwind"), token()
    key_id = store.add(key)
    async with bench(store) as desk:
        services = desk.services(store)
        await desk.this_key(store, key)
        before = list(store.presented)
        told = await examined(services, key)
        assert told.diagnosis is Diagnosis.LEAKED
        assert told.record is not None
        assert told.record.id == key_id
        assert (await services.doctor.look_at(told.record)).diagnosis is Diagnosis.LEAKED
        assert store.presented == before
        revoke(store, key_id)
        assert (await examined(services, key)).diagnosis is Diagnosis.REVOKED


async def test_a_refusal_counts_only_with_our_own_session_accepted_and_repeated() -> None:
    store, key = KeyStore("Northwind"), token()
    twin = token(like=key)
    key_id = store.add(key)
    async with bench(store) as desk:
        services = desk.services(store)
        told = await examined(services, twin)
        assert told.diagnosis is Diagnosis.LOOKS_ALIKE
        assert told.record is not None
        assert told.record.id == key_id
        assert [kind for kind in store.asked if kind in ("key", "us")] == ["key", "us", "key"]
        store.script("key", UNAUTHORIZED, None)
        assert (await examined(services, key)).diagnosis is Diagnosis.ACCEPTED, "a moment's refusal"
        store.script("us", BROKEN)
        told = await examined(services, twin)
        assert told.diagnosis is Diagnosis.IN_TROUBLE
        assert told.error is not None


async def test_a_key_that_is_revoked_while_it_is_presented_is_told_as_revoked() -> None:
    store, key = KeyStore("Northwind"), token()
    key_id = store.add(key)
    async with bench(store) as desk:
        services = desk.services(store)

        def refuse(exchange: faults.Exchange) -> None:
            revoke(store, key_id)
            UNAUTHORIZED(exchange)

        store.script("key", refuse)
        assert (await examined(services, key)).diagnosis is Diagnosis.REVOKED
        store.add(other := token())
        store.script("key", UNAUTHORIZED)
        store.script("get", faults.refusal(404, "API Key was not found", "not_found"))
        assert (await examined(services, other)).diagnosis is Diagnosis.NOT_LISTED, "or deleted"
        store.script("get", FORBIDDEN)
        assert (await examined(services, other)).diagnosis is Diagnosis.IN_TROUBLE


async def test_a_list_that_may_not_be_viewed_gets_the_key_only_by_name() -> None:
    store, key, front = KeyStore("Northwind"), token(), token("pk")
    store.add(key)
    store.add(front)
    async with bench(store) as desk:
        services = desk.services(store)
        store.script("list", FORBIDDEN)
        for text in (key, front):
            assert (await examined(services, text)).diagnosis is Diagnosis.CANNOT_LIST
        assert store.presented == []
        for text in (key, front):
            told = await examined(services, text, by_name=True)
            assert (told.diagnosis, told.record) == (Diagnosis.ACCEPTED, None)
        told = await examined(services, token(), by_name=True)
        assert told.diagnosis is Diagnosis.REFUSED
        store.script("get", FORBIDDEN)
        store.script("list", None)
        opened = await record(services, next(iter(store.records)))
        assert (await services.doctor.look_at(opened)).diagnosis is Diagnosis.CANNOT_LIST


async def test_a_list_that_is_too_long_is_told_with_what_was_read(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    store = KeyStore("Northwind")
    for _ in range(5):
        store.add(token())
    last = token()
    store.add(last)
    monkeypatch.setattr(key_doctor, "MOST_LISTED", 3)
    async with bench(store) as desk:
        services = desk.services(store)
        told = await examined(services, last)
        assert (told.diagnosis, told.read) == (Diagnosis.NOT_IN_WHAT_WAS_READ, 3)
        assert store.presented == []
        assert (await examined(services, last, by_name=True)).diagnosis is Diagnosis.ACCEPTED


async def test_the_opened_record_needs_no_list_and_names_its_key() -> None:
    store, key, other = KeyStore("Northwind"), token(), token()
    key_id, other_id = store.add(key), store.add(other)
    async with bench(store) as desk:
        services = desk.services(store)
        opened = await record(services, key_id)
        store.script("list", BROKEN)
        told = await examined(services, key, opened)
        assert told.record is not None
        assert (told.diagnosis, told.record.id) == (Diagnosis.ACCEPTED, key_id)
        variable = "curl -H 'Authorization: Bearer $API_KEY' https://a/admin/x"
        told = await examined(services, variable, opened)
        assert (told.diagnosis, told.record) == (Diagnosis.ACTIVE, opened), "which is meant"
        assert (await examined(services, variable)).diagnosis is Diagnosis.NOTHING_PASTED
        store.script("list", None)
        told = await examined(services, other, opened)
        assert told.record is not None
        assert told.record.id == other_id, "another key than the opened one"
        del store.records[key_id]
        assert (await examined(services, key, opened)).diagnosis is Diagnosis.NOT_LISTED
        assert (await services.doctor.look_at(opened)).diagnosis is Diagnosis.NOT_LISTED


@pytest.mark.parametrize(
    ("shop", "diagnosis"),
    [
        (products("Shirt"), Diagnosis.ACCEPTED),
        (products(), Diagnosis.NO_PRODUCTS),
        (NO_CHANNEL, Diagnosis.NO_CHANNEL),
        (BROKEN, Diagnosis.IN_TROUBLE),
        (HTML, Diagnosis.UNREACHABLE),
    ],
    ids=["products", "none", "no channel", "broken", "HTML"],
)
async def test_a_publishable_key_is_tried_as_a_storefront_tries_it(
    shop: Behaviour, diagnosis: Diagnosis
) -> None:
    store, front = KeyStore("Northwind"), token("pk")
    key_id = store.add(front)
    store.server.on("GET", PRODUCTS, shop)
    async with bench(store) as desk:
        services = desk.services(store)
        assert (await examined(services, front)).diagnosis is diagnosis
        told = await services.doctor.look_at(await record(services, key_id))
        assert told.diagnosis is diagnosis


async def test_a_publishable_key_refused_although_it_is_active_proves_nothing() -> None:
    store, front = KeyStore("Northwind"), token("pk")
    store.add(front)
    store.script("front", NO_VALID_KEY)
    store.server.on("GET", PRODUCTS, NO_VALID_KEY)
    async with bench(store) as desk:
        told = await examined(desk.services(store), front)
    assert told.diagnosis is Diagnosis.IN_TROUBLE
    assert told.error is not None


async def test_the_record_alone_tells_what_it_can() -> None:
    store = KeyStore("Northwind")
    live = store.add(token())
    dead = store.add(token(), revoked_at=ago(days=2), updated_at=ago(days=9))
    async with bench(store) as desk:
        services = desk.services(store)
        store.server.on("GET", PERMISSIONS, faults.json_answer({"permissions": ["api_key:read"]}))
        await services.permissions.learn()
        for key_id, diagnosis, roles in (
            (live, Diagnosis.ACTIVE, True),
            (dead, Diagnosis.ENDED, None),
        ):
            told = await services.doctor.look_at(await record(services, key_id))
            assert (told.diagnosis, told.roles) == (diagnosis, roles)
        assert store.presented == []


@pytest.mark.parametrize(
    ("fault", "diagnosis"),
    [
        (HTML, Diagnosis.UNREACHABLE),
        (faults.close, Diagnosis.UNREACHABLE),
        (faults.answer(503, b"<html>Busy</html>", content_type="text/html"), Diagnosis.IN_TROUBLE),
        (BROKEN, Diagnosis.IN_TROUBLE),
        (faults.raw(b"garbage\r\n\r\n"), Diagnosis.UNREACHABLE),
    ],
    ids=["HTML", "closed", "a gateway", "broken", "garbage"],
)
async def test_a_store_that_does_not_answer_as_medusa_says_nothing_of_the_key(
    fault: Behaviour, diagnosis: Diagnosis
) -> None:
    store, key = KeyStore("Northwind"), token()
    key_id = store.add(key)
    async with bench(store) as desk:
        services = desk.services(store)
        opened = await record(services, key_id)
        for kind in ("key", "list"):
            store.script(kind, fault)
            told = await examined(services, key)
            assert told.diagnosis is diagnosis
            assert told.error is not None
        store.script("get", fault)
        assert (await services.doctor.look_at(opened)).diagnosis is diagnosis
    assert "sk_" not in repr(told.error)


async def test_a_session_that_ends_meanwhile_is_told_as_such() -> None:
    store, key = KeyStore("Northwind"), token()
    store.add(key)
    async with bench(store) as desk:
        services = desk.services(store)
        store.script("list", UNAUTHORIZED)
        store.script("refresh", UNAUTHORIZED)
        assert (await examined(services, key)).diagnosis is Diagnosis.NOT_SIGNED_IN


async def test_a_gateways_answer_to_a_key_is_none_of_the_stores() -> None:
    store, key = KeyStore("Northwind"), token()
    store.add(key)
    store.script("key", names("user_01"))
    async with bench(store) as desk:
        told = await examined(desk.services(store), key)
        assert (told.diagnosis, told.record) == (Diagnosis.ACCEPTED, None), "of which it says none"


async def test_the_leak_desks_answers_are_taken_as_they_are() -> None:
    store = KeyStore("Northwind")
    live, dead, twin, foreign = (token() for _ in range(4))
    store.add(live)
    store.add(dead, revoked_at=ago(days=2), updated_at=ago(days=9))
    store.add(twin)
    text = [live, dead, token(like=twin), foreign, foreign[:20], token("pk")]
    async with bench(store) as desk:
        desk.begin(*text)
        await desk.settled(store, len(text) - 1)
        seen = [await desk.settled(store, number) for number in range(len(text))]
        told = [
            of_desk(answer, desk.case(number).key, None, needs_role=True)
            for number, answer in enumerate(seen)
        ]
        assert [one.diagnosis if one is not None else None for one in told] == [
            *(Diagnosis.LEAKED, Diagnosis.ENDED, Diagnosis.LOOKS_ALIKE, Diagnosis.NOT_LISTED),
            *(Diagnosis.NOT_WHOLE, Diagnosis.NOT_LISTED),
        ]
        await desk.revoke(store)
        after = of_desk(desk.answer(store), desk.case().key, None, needs_role=True)
        assert after is not None
        assert after.diagnosis is Diagnosis.REVOKED


@pytest.mark.parametrize("finding", list(Finding))
async def test_every_finding_of_the_desk_has_a_diagnosis(finding: Finding) -> None:
    answer = StoreAnswer(KeyStore("Northwind").store, finding)
    told = of_desk(answer, found(token()), None, needs_role=True)
    assert told is not None or finding is Finding.PUBLISHABLE


async def test_a_long_text_is_read_beside_the_window() -> None:
    key = token()
    text = "a log line\n" * 4_500 + f"Authorization: Bearer {key}"
    reading = asyncio.ensure_future(key_doctor.read_pasted(text))
    await asyncio.sleep(0)
    assert not reading.done(), "the loop has turned meanwhile"
    read = await reading
    assert read.key is not None
