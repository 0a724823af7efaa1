"""Making keys. Contract, 3.1 and 3.2."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Any

import httpx
import pytest

from .answers import STUMBLED, UNAUTHORIZED, Told, invalid, told, unrecognized, wrong_type
from .backends import Backend, unique, with_and_without_rbac
from .making import make_key
from .shapes import KEY, NEW_KEY, claims, is_id, moment, server_now

KEYS = "/admin/api-keys"


@with_and_without_rbac
@pytest.mark.parametrize(("kind", "prefix"), [("secret", "sk_"), ("publishable", "pk_")])
async def test_a_new_key_comes_with_its_token(
    backend: Backend, admin: httpx.AsyncClient, kind: str, prefix: str
) -> None:
    title = f"{unique()} ERP"
    before = await make_key(admin, unique())
    answer = await admin.post(KEYS, json={"title": title, "type": kind})
    assert answer.status_code == 200
    assert list(answer.json()) == ["api_key"]
    key = answer.json()["api_key"]
    assert list(key) == NEW_KEY
    assert is_id("apk", key["id"])
    assert re.fullmatch(prefix + "[0-9a-f]{64}", key["token"])
    assert key["redacted"] == f"{key['token'][:6]}***{key['token'][-3:]}"
    assert (key["title"], key["type"]) == (title, kind)
    assert key["created_by"] == claims(await backend.admin_token())["actor_id"]
    assert [key[name] for name in ("last_used_at", "revoked_by", "revoked_at", "deleted_at")] == (
        [None] * 4
    )
    assert key["created_at"] == key["updated_at"]
    created_at = moment(key["created_at"])
    assert moment(before["created_at"]) <= created_at < server_now(answer) + timedelta(seconds=1)


async def test_a_secret_is_never_shown_again(admin: httpx.AsyncClient) -> None:
    made = await make_key(admin, unique())
    answer = await admin.get(f"{KEYS}/{made['id']}")
    key = answer.json()["api_key"]
    assert list(key) == KEY
    assert key["token"] == ""
    assert key["sales_channels"] == []
    assert {name: key[name] for name in KEY[:-1]} == {
        **{name: made[name] for name in KEY[:-1]},
        "token": "",
    }
    listed = await admin.get(KEYS, params={"id": made["id"]})
    assert listed.json()["api_keys"] == [key]


async def test_a_publishable_key_is_shown_whole_for_ever(admin: httpx.AsyncClient) -> None:
    made = await make_key(admin, unique(), "publishable")
    key = (await admin.get(f"{KEYS}/{made['id']}")).json()["api_key"]
    assert list(key) == KEY
    assert key["token"] == made["token"]


async def test_the_fields_of_a_new_key_cannot_be_chosen(admin: httpx.AsyncClient) -> None:
    answer = await admin.post(
        KEYS, params={"fields": "id"}, json={"title": unique(), "type": "secret"}
    )
    assert list(answer.json()["api_key"]) == NEW_KEY


@pytest.mark.parametrize(
    "title",
    [
        "",
        " padded ",
        "Schlüssel 🔑 鍵",
        "\u202eevil\u202c",
        "line\nbreak\ttab\x07bell\x1b[31m",
        "<b>bold</b> &amp; 'quoted' \"twice\" \\",
        "long " * 10_000,
    ],
    ids=["empty", "padded", "unicode", "bidi", "control", "markup", "long"],
)
async def test_any_title_is_kept_as_it_is(admin: httpx.AsyncClient, title: str) -> None:
    made = await make_key(admin, title, "publishable")
    assert made["title"] == title
    key = (await admin.get(f"{KEYS}/{made['id']}")).json()["api_key"]
    assert key["title"] == title


async def test_two_keys_may_have_the_same_title(admin: httpx.AsyncClient) -> None:
    title = unique()
    first, second = await make_key(admin, title), await make_key(admin, title)
    assert first["id"] < second["id"]
    assert first["token"] != second["token"]
    body = (await admin.get(KEYS, params={"title": title})).json()
    assert [key["id"] for key in body["api_keys"]] == [first["id"], second["id"]]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ({"type": "secret"}, invalid("Field 'title' is required")),
        ({}, invalid("Field 'title' is required", "Field 'type' is required")),
        ({"title": 5, "type": "secret"}, wrong_type("string", "title", "5")),
        ({"title": ["a", "b"], "type": "secret"}, wrong_type("string", "title", "a,b")),
        ({"title": {}, "type": "secret"}, wrong_type("string", "title", "[object Object]")),
        (
            {"title": "x", "type": "bogus"},
            invalid("Expected: 'publishable, secret' for field 'type', but got: 'bogus'"),
        ),
        (
            {"title": "x", "type": None},
            invalid("Expected: 'publishable, secret' for field 'type', but got: 'null'"),
        ),
        (
            {"title": 5, "type": "bogus"},
            invalid(
                "Expected type: 'string' for field 'title', got: '5'",
                "Expected: 'publishable, secret' for field 'type', but got: 'bogus'",
            ),
        ),
        (
            {"title": "x", "type": "secret", "foo": 1, "created_by": "me"},
            unrecognized("foo", "created_by"),
        ),
        (
            {"foo": 1},
            invalid(
                "Field 'title' is required",
                "Field 'type' is required",
                "Unrecognized fields: 'foo'",
            ),
        ),
        ([], invalid("Field '' is required")),
    ],
)
async def test_a_form_filled_in_wrongly_is_told_what_is_wrong(
    admin: httpx.AsyncClient, body: Any, expected: Told
) -> None:
    assert told(await admin.post(KEYS, json=body)) == expected


async def test_a_title_with_a_nul_is_more_than_the_server_can_take(
    admin: httpx.AsyncClient,
) -> None:
    answer = await admin.post(KEYS, json={"title": "a\0b", "type": "secret"})
    assert told(answer) == STUMBLED


async def test_nobody_makes_a_key_without_signing_in(backend: Backend) -> None:
    answer = await backend.http.post(KEYS, json={"title": unique(), "type": "secret"})
    assert told(answer) == UNAUTHORIZED
