"""Renaming, revoking and deleting keys. Contract, 3.3, 3.5 and 3.6."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta
from typing import Any

import httpx
import pytest

from .answers import STUMBLED, Told, cannot, invalid, page, refused, said, told, unrecognized
from .answers import wrong_type as wrong
from .backends import Backend, unique, with_and_without_rbac
from .making import Record, colleague, make_key, retrieve, revoke
from .shapes import KEY, claims, moment, server_now

KEYS = "/admin/api-keys"
MILLISECOND, SECOND = timedelta(milliseconds=1), timedelta(seconds=1)  # of a time, of a `Date`
HOUR = timedelta(hours=1)
ALREADY = refused(400, "invalid_data", "There are 1 secret keys that are already revoked.")


def deleted(key_id: str) -> Told:
    return said(200, {"id": key_id, "object": "api_key", "deleted": True})


def alive(key_id: str) -> Told:
    return refused(400, "not_allowed", f"Cannot delete api keys that are not revoked - {key_id}")


@with_and_without_rbac
async def test_a_key_that_is_not_there_is_not_found(admin: httpx.AsyncClient) -> None:
    answer = await admin.get(f"{KEYS}/apk_nope")
    assert told(answer) == refused(404, "not_found", "API Key with id: apk_nope was not found")


@pytest.mark.parametrize("key_id", ["%00", "%ff"])
async def test_an_id_that_is_no_text_is_more_than_the_server_can_take(
    admin: httpx.AsyncClient, key_id: str
) -> None:
    assert told(await admin.get(f"{KEYS}/{key_id}")) == STUMBLED


@pytest.mark.parametrize("verb", ["PUT", "PATCH"])
async def test_keys_know_no_other_verbs(admin: httpx.AsyncClient, verb: str) -> None:
    path = f"{KEYS}/apk_nope"
    assert page(await admin.request(verb, path, json={"title": "x"})) == cannot(verb, path)


# Renaming


@with_and_without_rbac
async def test_a_key_gets_another_name(admin: httpx.AsyncClient) -> None:
    key = await make_key(admin, unique())
    for title in ("Another name", ""):
        answer = await admin.post(f"{KEYS}/{key['id']}", json={"title": title})
        renamed = answer.json()["api_key"]
        assert list(renamed) == KEY
        assert renamed["title"] == title
        assert renamed["updated_at"] >= key["updated_at"]
        assert {**renamed, "updated_at": 0} == {
            **{name: key.get(name) for name in KEY},
            "title": title,
            "token": "",
            "sales_channels": [],
            "updated_at": 0,
        }
        assert await retrieve(admin, key["id"]) == renamed


async def test_the_same_name_once_more_changes_nothing(admin: httpx.AsyncClient) -> None:
    key = await make_key(admin, unique(), "publishable")
    before = await retrieve(admin, key["id"])
    answer = await admin.post(f"{KEYS}/{key['id']}", json={"title": key["title"]})
    assert told(answer) == said(200, {"api_key": before})


async def test_a_revoked_key_can_still_be_renamed(admin: httpx.AsyncClient) -> None:
    key = await make_key(admin, unique(), "publishable")
    revoked = await revoke(admin, key)
    answer = await admin.post(f"{KEYS}/{key['id']}", json={"title": "Late"})
    assert answer.json()["api_key"]["title"] == "Late"
    assert answer.json()["api_key"]["revoked_at"] == revoked["revoked_at"]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ({}, invalid("Field 'title' is required")),
        ({"title": 5}, wrong("string", "title", "5")),
        ({"title": None}, wrong("string", "title", "null")),
        ({"title": "x", "type": "publishable"}, unrecognized("type")),
        ({"title": "x", "revoked_at": None}, unrecognized("revoked_at")),
    ],
)
async def test_only_the_title_can_be_changed(
    admin: httpx.AsyncClient, body: Record, expected: Told
) -> None:
    assert told(await admin.post(f"{KEYS}/apk_nope", json=body)) == expected


async def test_renaming_a_key_that_is_not_there_answers_nothing(admin: httpx.AsyncClient) -> None:
    assert told(await admin.post(f"{KEYS}/apk_nope", json={"title": "x"})) == said(200, {})


# Revoking


@with_and_without_rbac
@pytest.mark.parametrize("kind", ["secret", "publishable"])
async def test_a_key_is_revoked_at_once(
    backend: Backend, admin: httpx.AsyncClient, kind: str
) -> None:
    key = await make_key(admin, unique(), kind)
    answer = await admin.post(f"{KEYS}/{key['id']}/revoke", json={})
    assert answer.status_code == 200
    revoked = answer.json()["api_key"]
    assert list(revoked) == KEY
    assert revoked["revoked_by"] == claims(await backend.admin_token())["actor_id"]
    assert moment(key["created_at"]) <= moment(revoked["revoked_at"]) < server_now(answer) + SECOND
    assert await retrieve(admin, key["id"]) == revoked


@pytest.mark.parametrize("sent", [{}, {"json": {"revoke_in": 0}}, {"json": {"revoke_in": -60}}])
async def test_no_delay_means_at_once(admin: httpx.AsyncClient, sent: dict[str, Any]) -> None:
    key = await make_key(admin, unique(), "publishable")
    answer = await admin.post(f"{KEYS}/{key['id']}/revoke", **sent)
    revoked_at = moment(answer.json()["api_key"]["revoked_at"])
    assert moment(key["created_at"]) <= revoked_at < server_now(answer) + SECOND


async def test_a_key_can_be_left_working_for_a_while(admin: httpx.AsyncClient) -> None:
    key = await make_key(admin, unique())
    for revoke_in, seconds in [(3600, 3600), (60.9, 60), (1_000_000_000, 1_000_000_000)]:
        before = datetime.now(UTC) - MILLISECOND
        answer = await admin.post(f"{KEYS}/{key['id']}/revoke", json={"revoke_in": revoke_in})
        said_at = moment(answer.json()["api_key"]["revoked_at"]) - timedelta(seconds=seconds)
        assert before < said_at <= datetime.now(UTC)


async def test_a_time_past_all_calendars_is_more_than_the_server_can_take(
    admin: httpx.AsyncClient,
) -> None:
    key = await make_key(admin, unique(), "publishable")
    answer = await admin.post(f"{KEYS}/{key['id']}/revoke", json={"revoke_in": 10**12})
    assert told(answer) == STUMBLED
    assert (await retrieve(admin, key["id"]))["revoked_at"] is None


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ({"revoke_in": "60"}, wrong("number", "revoke_in", "60")),
        ({"revoke_in": None}, wrong("number", "revoke_in", "null")),
        ({"revoke_in": True}, wrong("number", "revoke_in", "true")),
        ({"at": 5}, unrecognized("at")),
    ],
)
async def test_a_delay_must_be_a_number(
    admin: httpx.AsyncClient, body: Record, expected: Told
) -> None:
    assert told(await admin.post(f"{KEYS}/apk_nope/revoke", json=body)) == expected


async def test_a_secret_key_dies_only_once(backend: Backend, admin: httpx.AsyncClient) -> None:
    key = await make_key(admin, unique())
    revoked = await revoke(admin, key)
    ada = backend.bearing((await colleague(backend)).token)
    for body in ({}, {"revoke_in": 0}, {"revoke_in": 3600}):
        assert told(await ada.post(f"{KEYS}/{key['id']}/revoke", json=body)) == ALREADY
    assert await retrieve(admin, key["id"]) == revoked


async def test_a_planned_revoke_can_be_moved_and_brought_forward(
    backend: Backend, admin: httpx.AsyncClient
) -> None:
    key = await make_key(admin, unique())
    before = datetime.now(UTC) - MILLISECOND
    ends = [moment((await revoke(admin, key, after))["revoked_at"]) for after in (3600, 7200, 1800)]
    said_at = [end - hours * HOUR for end, hours in zip(ends, (1, 2, 0.5), strict=True)]
    assert before < said_at[0] <= said_at[1] <= said_at[2] <= datetime.now(UTC)
    sooner = ends[2]
    person = await colleague(backend)
    now = await revoke(backend.bearing(person.token), key)
    assert moment(now["revoked_at"]) < sooner
    assert now["revoked_by"] == person.id
    assert told(await admin.post(f"{KEYS}/{key['id']}/revoke")) == ALREADY


async def test_a_publishable_key_comes_back_to_life(
    backend: Backend, admin: httpx.AsyncClient
) -> None:
    key = await make_key(admin, unique(), "publishable")
    shop = backend.client(x_publishable_api_key=key["token"])
    first = await revoke(admin, key)
    assert (await shop.get("/store/customers/me")).status_code == 400
    again = await revoke(admin, key)
    assert again["revoked_at"] >= first["revoked_at"]
    assert (await shop.get("/store/customers/me")).status_code == 400
    revived = await revoke(admin, key, 3600)
    assert moment(revived["revoked_at"]) > moment(first["revoked_at"]) + HOUR / 2
    assert (await shop.get("/store/customers/me")).status_code == 401, "the key itself is good"


async def test_revoking_a_key_that_is_not_there_answers_nothing(admin: httpx.AsyncClient) -> None:
    assert told(await admin.post(f"{KEYS}/apk_nope/revoke", json={})) == said(200, {})


async def test_a_revoke_answers_with_the_fields_that_were_asked_for(
    admin: httpx.AsyncClient,
) -> None:
    key = await make_key(admin, unique(), "publishable")
    answer = await admin.post(f"{KEYS}/{key['id']}/revoke?fields=id,title", json={})
    assert told(answer) == said(200, {"api_key": {"id": key["id"], "title": key["title"]}})


async def test_three_who_revoke_the_same_key_at_once_leave_it_revoked(
    admin: httpx.AsyncClient,
) -> None:
    key = await make_key(admin, unique())
    path = f"{KEYS}/{key['id']}/revoke"
    answers = await asyncio.gather(*(admin.post(path, json={}) for _ in range(3)))
    assert 200 in [answer.status_code for answer in answers]
    assert all(told(answer) == ALREADY for answer in answers if answer.status_code != 200)
    assert (await retrieve(admin, key["id"]))["revoked_at"] is not None


# Deleting


@pytest.mark.parametrize("kind", ["secret", "publishable"])
async def test_only_a_revoked_key_can_be_deleted(admin: httpx.AsyncClient, kind: str) -> None:
    key = await make_key(admin, unique(), kind)
    path = f"{KEYS}/{key['id']}"
    assert told(await admin.delete(path)) == alive(key["id"])
    await revoke(admin, key, 3600)
    assert told(await admin.delete(path)) == alive(key["id"])
    await revoke(admin, key)
    assert told(await admin.delete(path)) == deleted(key["id"])


async def test_nothing_is_left_of_a_deleted_key(admin: httpx.AsyncClient) -> None:
    key = await make_key(admin, unique(), "publishable")
    await revoke(admin, key)
    path = f"{KEYS}/{key['id']}"
    assert told(await admin.delete(path)) == deleted(key["id"])
    assert told(await admin.delete(path)) == deleted(key["id"])
    assert (await admin.get(path)).status_code == 404
    assert told(await admin.post(path, json={"title": "x"})) == said(200, {})
    assert told(await admin.post(f"{path}/revoke", json={})) == said(200, {})
    for more in ({}, {"with_deleted": "true"}, {"deleted_at[$ne]": "null"}):
        body = (await admin.get(KEYS, params={"title": key["title"], **more})).json()
        assert (body["api_keys"], body["count"]) == ([], 0)


async def test_deleting_a_key_that_never_was_looks_like_success(admin: httpx.AsyncClient) -> None:
    assert told(await admin.delete(f"{KEYS}/apk_nope")) == deleted("apk_nope")
