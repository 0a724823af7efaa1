"""Listing keys: pages, order, search, fields. Contract, 3.4 and 0.7, 0.8."""

from __future__ import annotations

from typing import Any

import httpx
import pytest

from .answers import STUMBLED, UNAUTHORIZED, Told, said, told, wrong_type
from .backends import Backend, with_and_without_rbac
from .family import ALL, Family, found
from .shapes import KEY

KEYS = "/admin/api-keys"
Params = dict[str, Any]


# Pages


@with_and_without_rbac
async def test_keys_are_listed_in_the_order_they_were_made(
    admin: httpx.AsyncClient, family: Family
) -> None:
    answer = await admin.get(KEYS, params={"q": family.name})
    keys = [family[name] for name in ALL]
    assert told(answer) == said(200, {"api_keys": keys, "count": 7, "offset": 0, "limit": 20})
    assert all(list(key) == KEY for key in answer.json()["api_keys"])


async def test_twenty_keys_make_a_page_unless_told_otherwise(admin: httpx.AsyncClient) -> None:
    body = (await admin.get(KEYS)).json()
    assert list(body) == ["api_keys", "count", "offset", "limit"]
    assert (body["offset"], body["limit"]) == (0, 20)
    assert len(body["api_keys"]) == min(20, body["count"])


@pytest.mark.parametrize(
    ("params", "names", "offset", "limit"),
    [
        ({"limit": 2}, ALL[:2], 0, 2),
        ({"limit": 2, "offset": 6}, ALL[6:], 6, 2),
        ({"offset": 3}, ALL[3:], 3, 20),
        ({"offset": 7}, [], 7, 20),
        ({"offset": 1000}, [], 1000, 20),
        ({"limit": 0}, [], 0, 0),
        ({"limit": 100_000}, ALL, 0, 100_000),
        ({"limit": "1.5"}, ALL[:1], 0, 1),
        ({"limit": "2x"}, ALL[:2], 0, 2),
    ],
)
async def test_a_page_is_cut_where_asked(
    admin: httpx.AsyncClient,
    family: Family,
    params: Params,
    names: list[str],
    offset: int,
    limit: int,
) -> None:
    body = (await admin.get(KEYS, params={"q": family.name, **params})).json()
    assert family.first_names(body["api_keys"]) == names
    assert (body["count"], body["offset"], body["limit"]) == (7, offset, limit)


@pytest.mark.parametrize("order", ["-id", "title", "-created_at"])
async def test_pages_put_together_are_the_whole_list(
    admin: httpx.AsyncClient, family: Family, order: str
) -> None:
    """Only for orders without equals: among those the real server's pages overlap and leave out."""
    pages = [
        await found(admin, family, order=order, limit=2, offset=offset) for offset in (0, 2, 4, 6)
    ]
    assert [name for page in pages for name in page] == await found(admin, family, order=order)


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("limit=abc", wrong_type("number", "limit", "abc")),
        ("limit=", wrong_type("number", "limit", "")),
        ("limit=1&limit=2", wrong_type("number", "limit", "1,2")),
        ("offset=abc", wrong_type("number", "offset", "abc")),
        ("limit=-1", STUMBLED),
        ("offset=-1", STUMBLED),
    ],
)
async def test_a_page_that_cannot_be_is_refused(
    admin: httpx.AsyncClient, query: str, expected: Told
) -> None:
    assert told(await admin.get(f"{KEYS}?{query}")) == expected


# Order


@pytest.mark.parametrize(
    "column",
    [
        *("id", "title", "type", "redacted", "created_by", "revoked_by"),
        *("created_at", "updated_at", "revoked_at"),
    ],
)
async def test_keys_are_sorted_by_any_field_both_ways(
    admin: httpx.AsyncClient, family: Family, column: str
) -> None:
    rising = await found(admin, family, order=column)
    falling = await found(admin, family, order=f"-{column}")
    values = [str(family[name][column]) for name in rising if family[name][column] is not None]
    assert values == sorted(values)
    missing = [name for name in ALL if family[name][column] is None]
    assert sorted(rising[len(values) :]) == missing, "keys without a value come last"
    assert sorted(falling[: len(missing)]) == missing, "and first the other way round"
    back = [str(family[name][column]) for name in falling[len(missing) :]]
    assert back == values[::-1]
    assert sorted(rising) == sorted(falling) == sorted(ALL)


async def test_a_key_is_never_said_to_have_been_used(
    admin: httpx.AsyncClient, family: Family
) -> None:
    assert sorted(await found(admin, family, order="-last_used_at")) == sorted(ALL)
    assert {family[name]["last_used_at"] for name in ALL} == {None}


@pytest.mark.parametrize("order", ["colour", "-colour", "title,type", "", "-", "sales_channels"])
async def test_an_order_that_cannot_be_is_more_than_the_server_can_take(
    admin: httpx.AsyncClient, family: Family, order: str
) -> None:
    assert told(await admin.get(KEYS, params={"q": family.name, "order": order})) == STUMBLED


# Search


async def test_the_search_looks_into_titles_whatever_their_case(
    admin: httpx.AsyncClient, family: Family
) -> None:
    assert await found(admin, family, q=f"{family.name} ALPHA") == ["Alpha"]
    assert await found(admin, family, q=f"{family.name.upper()} Brav") == ["bravo"]
    assert await found(admin, family, q=f"{family.name} lph") == ["Alpha"]
    assert await found(admin, family, q=f"{family.name} nobody") == []


async def test_the_words_of_a_search_may_stand_anywhere(
    admin: httpx.AsyncClient, family: Family
) -> None:
    assert await found(admin, family, q=f"golf {family.name}") == ["Golf"]
    assert await found(admin, family, q=f"  {family.name}   et  fox ") == []
    assert await found(admin, family, q=f"  {family.name}   rot  fox ") == ["Foxtrot"]


async def test_the_search_looks_into_redacted_forms(
    admin: httpx.AsyncClient, family: Family
) -> None:
    for name in ("Alpha", "Golf"):
        redacted = family[name]["redacted"]
        assert name in await found(admin, family, q=redacted)
        assert name in await found(admin, family, q=redacted[:6])
        assert name in await found(admin, family, q=redacted[-3:])
        assert await found(admin, family, q=f"{redacted} {family.name}") == [name]


async def test_the_search_looks_into_nothing_else(admin: httpx.AsyncClient, family: Family) -> None:
    for other in ("id", "token", "created_by"):
        assert await found(admin, family, q=family["Golf"][other]) == []


async def test_percent_and_underscore_stand_for_anything(
    admin: httpx.AsyncClient, family: Family
) -> None:
    assert await found(admin, family, q=f"{family.name}_a%a") == ["Alpha"]
    assert await found(admin, family, q=f"{family.name}%golf") == ["Golf"]
    assert await found(admin, family, q=f"{family.name} ***") == ALL


async def test_an_empty_search_finds_everything(admin: httpx.AsyncClient) -> None:
    every = (await admin.get(f"{KEYS}?limit=0")).json()
    assert (await admin.get(f"{KEYS}?limit=0&q=")).json() == every


# Fields


@pytest.mark.parametrize(
    ("fields", "shown"),
    [
        ("id,title", ["id", "title"]),
        ("title", ["title", "id"]),
        ("title,nonsense", ["title", "id"]),
        ("nonsense", ["id"]),
        ("", ["id"]),
        ("id,title,salt,type", ["id", "title", "type"]),
        ("-token,-redacted", [name for name in KEY if name not in ("token", "redacted")]),
        ("+deleted_at", [*KEY[:-1], "deleted_at", "sales_channels"]),
        ("*sales_channels", KEY),
    ],
)
async def test_a_list_shows_the_fields_that_were_asked_for(
    admin: httpx.AsyncClient, family: Family, fields: str, shown: list[str]
) -> None:
    for client_path in (KEYS, f"{KEYS}/{family['Golf']['id']}"):
        params = {"fields": fields}
        if client_path == KEYS:
            params["id"] = family["Golf"]["id"]
        body = (await admin.get(client_path, params=params)).json()
        key = body["api_key"] if "api_key" in body else body["api_keys"][0]
        assert list(key) == shown
        same = [name for name in shown if name in KEY[:-1]]
        assert [key[name] for name in same] == [family["Golf"][name] for name in same]


async def test_a_channel_shows_the_fields_that_were_asked_for(
    admin: httpx.AsyncClient, family: Family
) -> None:
    path = f"{KEYS}/{family['Golf']['id']}"
    for fields, shown in [
        ("id,sales_channels.id,sales_channels.name", {"id", "name"}),
        ("id,sales_channels.name", {"id", "name"}),
    ]:
        key = (await admin.get(path, params={"fields": fields})).json()["api_key"]
        assert list(key) == ["id", "sales_channels"]
        assert set(key["sales_channels"][0]) == shown
        assert key["sales_channels"][0]["name"] == family.channel["name"]
    whole = (await admin.get(path, params={"fields": "id,*sales_channels"})).json()["api_key"]
    assert {"is_disabled", "created_at"} <= set(whole["sales_channels"][0])


async def test_a_token_asked_for_without_its_type_is_the_stored_hash(
    admin: httpx.AsyncClient, family: Family
) -> None:
    """The one leak of the server: whoever lists keys must always ask for `type` as well."""
    alpha = family["Alpha"]["id"]
    for path, params in [(KEYS, {"id": alpha}), (f"{KEYS}/{alpha}", {})]:
        leaked = (await admin.get(path, params={**params, "fields": "id,token"})).json()
        key = leaked["api_key"] if "api_key" in leaked else leaked["api_keys"][0]
        assert len(key["token"]) == 128
        assert set(key["token"]) <= set("0123456789abcdef")
        safe = (await admin.get(path, params={**params, "fields": "id,token,type"})).json()
        key = safe["api_key"] if "api_key" in safe else safe["api_keys"][0]
        assert key == {"id": alpha, "token": "", "type": "secret"}


@with_and_without_rbac
async def test_nobody_lists_keys_without_signing_in(backend: Backend) -> None:
    assert told(await backend.http.get(KEYS)) == UNAUTHORIZED
    assert told(await backend.http.get(f"{KEYS}?limit=abc")) == UNAUTHORIZED
