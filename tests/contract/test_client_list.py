"""The program's own client finds and reads keys."""

from __future__ import annotations

import itertools
from datetime import UTC, datetime, timedelta

import httpx
import pytest

from medusa_console.domain.api_key import ApiKey, KeyType, SalesChannel, StateKind
from medusa_console.domain.query import KeyQuery, KeySort, StateFilter
from medusa_console.services.store_services import StoreServices

from .backends import Backend, unique, with_and_without_rbac
from .desks import Tap, opened, pending
from .family import ALL, Family
from .making import (
    make_key,
)

STATES = {
    StateFilter.ALL: ALL,
    StateFilter.WORKING: ["Alpha", "Charlie", "Delta", "Foxtrot", "Golf"],
    StateFilter.WORKS_UNTIL: ["Charlie", "Foxtrot"],
    StateFilter.REVOKED: ["bravo", "Echo"],
}
COLUMNS = {
    KeySort.TITLE: "title",
    KeySort.TYPE: "type",
    KeySort.REDACTED: "redacted",
    KeySort.CREATED: "created_at",
    KeySort.CREATED_BY: "created_by",
    KeySort.STATE: "revoked_at",
}


def names(family: Family, keys: tuple[ApiKey, ...]) -> list[str]:
    return [key.title.removeprefix(f"{family.name} ") for key in keys]


async def test_the_list_is_sorted_by_every_column_both_ways(
    services: StoreServices, family: Family
) -> None:
    for sort, descending in itertools.product(COLUMNS, (False, True)):
        column = COLUMNS[sort]
        query = KeyQuery(text=family.name, sort=sort, descending=descending)
        page = await services.keys.find(query, 0, 100)
        assert page.count == 7
        order = names(family, page.rows)
        assert sorted(order) == sorted(ALL)
        values = [family[name][column] for name in order]
        empty = [value for value in values if value is None]
        full = [value for value in values if value is not None]
        assert values == ([*empty, *full] if descending else [*full, *empty])
        assert full == sorted(full, reverse=descending)


async def test_the_list_shows_the_keys_of_one_state_and_type(
    services: StoreServices, family: Family
) -> None:
    for state, key_type in itertools.product(StateFilter, (None, *KeyType)):
        query = KeyQuery(text=family.name, state=state, type=key_type, descending=False)
        page = await services.keys.find(query, 0, 100)
        expected = [
            name for name in STATES[state] if key_type in (None, KeyType(family[name]["type"]))
        ]
        assert names(family, page.rows) == expected
        assert page.count == len(expected)


@with_and_without_rbac
async def test_the_list_tells_each_keys_true_state(services: StoreServices, family: Family) -> None:
    before = datetime.now(UTC)
    page = await services.keys.find(KeyQuery(text=family.name, descending=False), 0, 100)
    assert before < page.as_of <= datetime.now(UTC) + timedelta(seconds=1)
    kinds = dict(zip(ALL, (key.state(page.as_of).kind for key in page.rows), strict=True))
    assert {name for name in ALL if kinds[name] is StateKind.REVOKED} == {"bravo", "Echo"}
    assert {name for name in ALL if kinds[name] is StateKind.WORKS_UNTIL} == {
        "Charlie",
        "Foxtrot",
    }


async def test_the_search_finds_titles_redacted_forms_and_ids(
    services: StoreServices, family: Family
) -> None:
    for text in (f"{family.name} gol", f"{family.name.upper()} GOLF", family["Golf"]["redacted"]):
        page = await services.keys.find(KeyQuery(text=text), 0, 100)
        assert "Golf" in names(family, page.rows)
    page = await services.keys.find(KeyQuery(key_id=family["Golf"]["id"]), 0, 100)
    assert names(family, page.rows) == ["Golf"]
    page = await services.keys.find(KeyQuery(text=f"{family.name} nobody"), 0, 100)
    assert (page.rows, page.count) == ((), 0)


async def test_a_whole_secret_in_the_search_leaves_as_its_redacted_form(
    backend: Backend, admin: httpx.AsyncClient
) -> None:
    made = await make_key(admin, unique())
    tap = Tap(backend)
    async with opened(backend, await backend.admin_token(), asgi=tap.app) as services:
        page = await services.keys.find(KeyQuery(text=made["token"]), 0, 100)
    assert made["id"] in [key.id for key in page.rows]
    ((request, _),) = tap.calls
    assert made["token"] not in str(request.url)


async def test_the_list_is_read_page_by_page(services: StoreServices, family: Family) -> None:
    query = KeyQuery(text=family.name, descending=False)
    for offset in (0, 3, 6, 9):
        page = await services.keys.find(query, offset, 3)
        assert (page.count, page.offset) == (7, offset)
        assert names(family, page.rows) == ALL[offset : offset + 3]


async def test_a_key_has_all_that_the_screens_show(
    backend: Backend, services: StoreServices, family: Family
) -> None:
    for name in ALL:
        told = family[name]
        channels = tuple(SalesChannel(**channel) for channel in told["sales_channels"])
        expected = ApiKey(
            id=told["id"],
            title=told["title"],
            type=told["type"],
            redacted=told["redacted"],
            created_at=told["created_at"],
            created_by=told["created_by"],
            updated_at=told["updated_at"],
            revoked_at=told["revoked_at"],
            revoked_by=told["revoked_by"],
            sales_channels=channels,
            token=told["token"] or None,
        )
        assert (await services.keys.get(told["id"])).value == expected
        page = await services.keys.find(KeyQuery(key_id=told["id"]), 0, 1)
        assert page.rows == (expected,)
        assert bool(expected.token) is (expected.type is KeyType.PUBLISHABLE)
    golf = (await services.keys.get(family["Golf"]["id"])).value
    assert golf.sales_channels == (SalesChannel(**family.channel),)


async def test_no_hash_of_a_secret_is_ever_fetched(
    backend: Backend, admin: httpx.AsyncClient, family: Family
) -> None:
    """Medusa hands it out to whoever asks for `token` without `type`."""
    tap, own = Tap(backend), await make_key(admin, unique())
    async with opened(backend, await backend.admin_token(), asgi=tap.app) as services:
        await services.keys.find(KeyQuery(text=family.name), 0, 100)
        await services.keys.get(family["Alpha"]["id"])
        await services.keys.newest()
        await services.keys.rename(own["id"], unique())
        await services.creators.learn([family["Alpha"]["id"], services.session.user_id])
        await services.keys.candidates(pending(services, family["Alpha"]["title"], None))
    needed = set(ApiKey.model_fields)
    seen = 0
    for request, answer in tap.calls:
        body = answer.json()
        for key in body.get("api_keys", [body["api_key"]] if "api_key" in body else []):
            seen += 1
            if "token" in request.url.params.get("fields", "token"):
                assert needed <= set(key), request.url.path
            assert key.get("token", "") == "" or key["type"] == "publishable", request.url.path
            if request.url.path.endswith("/api-keys") and "token" in key:
                assert set(key) == needed, "no more than the program uses"
    assert seen >= 11


SIGNS = pytest.mark.parametrize(
    ("typed", "other"), [("_", "x"), ("%", "all"), ("\\", "/"), ("\\%", "\\x"), ("__", "_x")]
)


@SIGNS
async def test_a_searched_sign_is_that_sign_and_no_wildcard(
    typed: str, other: str, services: StoreServices, admin: httpx.AsyncClient
) -> None:
    name = unique()
    meant = await make_key(admin, f"{name} erp{typed}sync")
    await make_key(admin, f"{name} erp{other}sync")
    page = await services.keys.find(KeyQuery(text=f"{name} erp{typed}s"), 0, 100)
    assert [key.id for key in page.rows] == [meant["id"]]
