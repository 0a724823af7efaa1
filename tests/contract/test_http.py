"""What holds for every route: bodies, paths, headers, error pages. Contract, section 8."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import httpx
import pytest

from .answers import UNAUTHORIZED, Told, cannot, invalid, page, said, told
from .backends import Backend, unique, with_and_without_rbac
from .making import make_key
from .shapes import server_now

KEYS = "/admin/api-keys"
# A `Date` has whole seconds, and Node, which keeps its text for one, may be late with the next.
TICK = timedelta(seconds=2)
JSON = {"content-type": "application/json"}
REQUIRED = invalid("Field 'title' is required", "Field 'type' is required")


async def test_every_answer_tells_the_servers_time(backend: Backend) -> None:
    for path in ("/health", "/admin/feature-flags", KEYS, "/nope"):
        before = datetime.now(UTC) - TICK
        answer = await backend.http.get(path)
        assert answer.headers["x-powered-by"] == "Express"
        assert answer.headers["date"].endswith(" GMT")
        assert before < server_now(answer) <= datetime.now(UTC)
        assert "set-cookie" not in answer.headers


async def test_an_answer_with_a_secret_is_not_marked_as_one(
    backend: Backend, admin: httpx.AsyncClient
) -> None:
    answer = await admin.post(KEYS, json={"title": unique(), "type": "secret"})
    assert "cache-control" not in answer.headers
    assert "content-encoding" not in answer.headers
    assert answer.headers["content-length"] == str(len(answer.content))


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("{", "Expected property name or '}' in JSON at position 1"),
        ("{title: 1}", "Expected property name or '}' in JSON at position 1"),
        ('"text"', 'Unexpected token \'"\', ""text"" is not valid JSON'),
        ("5", "Unexpected token '5', \"5\" is not valid JSON"),
        ("null", "Unexpected token 'n', \"null\" is not valid JSON"),
    ],
)
async def test_json_that_is_none_is_refused_before_anybody_asks_who_is_there(
    backend: Backend, text: str, message: str
) -> None:
    for path in (KEYS, "/auth/user/emailpass", "/store/customers", "/nope"):
        answer = await backend.http.post(path, content=text, headers=JSON)
        assert answer.status_code == 400
        assert list(answer.json()) == ["message", "type"]
        assert answer.json()["type"] == "invalid_data"
        # Newer versions of Node add line and column.
        assert answer.json()["message"].startswith(message)


async def test_a_body_over_100_kib_is_too_large(backend: Backend, admin: httpx.AsyncClient) -> None:
    frame = len('{"title":"","type":"publishable"}')
    fits = "x" * (100 * 1024 - frame)
    key = await make_key(admin, fits, "publishable")
    assert key["title"] == fits
    body = {"title": fits + "x", "type": "publishable"}
    too_large = said(413, {"message": "request entity too large", "type": "unknown_error"})
    assert told(await admin.post(KEYS, json=body)) == too_large
    assert told(await backend.http.post(KEYS, json=body)) == too_large


async def test_a_foreign_character_set_is_not_read(backend: Backend) -> None:
    answer = await backend.http.post(
        KEYS, content=b"{}", headers={"content-type": "application/json; charset=latin1"}
    )
    assert told(answer) == said(
        415, {"message": 'unsupported charset "LATIN1"', "type": "unknown_error"}
    )


@pytest.mark.parametrize(
    ("sent", "expected"),
    [
        ({"content": b'{"title":"x","type":"secret"}'}, REQUIRED),
        ({}, REQUIRED),
        (
            {"content": b'{"title":"x"}', "headers": {"content-type": "text/plain"}},
            invalid("Field '' is required"),
        ),
    ],
    ids=["no type", "no body", "plain text"],
)
async def test_a_body_that_is_not_called_json_is_not_read(
    admin: httpx.AsyncClient, sent: dict[str, Any], expected: Told
) -> None:
    assert told(await admin.post(KEYS, **sent)) == expected


async def test_a_form_makes_a_key_as_well(admin: httpx.AsyncClient) -> None:
    title = f"{unique()} & more"
    answer = await admin.post(KEYS, data={"title": title, "type": "publishable"})
    assert answer.json()["api_key"]["title"] == title


async def test_bytes_that_are_no_text_are_replaced(admin: httpx.AsyncClient) -> None:
    content = b'{"title":"a\xffb","type":"publishable"}'
    answer = await admin.post(KEYS, content=content, headers=JSON)
    assert answer.json()["api_key"]["title"] == "a\ufffdb"


@pytest.mark.parametrize("path", ["/nope", "/", "/app"])
async def test_a_route_that_is_not_there_answers_with_a_page(backend: Backend, path: str) -> None:
    assert page(await backend.http.get(path)) == cannot("GET", path)


@with_and_without_rbac
@pytest.mark.parametrize("path", ["/admin/nope", "/admin/api-keys/a/b/c"])
async def test_a_route_of_admins_that_is_not_there_is_told_only_to_them(
    backend: Backend, admin: httpx.AsyncClient, path: str
) -> None:
    assert told(await backend.http.get(path)) == UNAUTHORIZED
    assert page(await admin.get(path)) == cannot("GET", path)
    assert page(await admin.post(path, json={})) == cannot("POST", path)


@pytest.mark.parametrize("path", ["/ADMIN/Api-Keys", "/admin/api-keys/"])
async def test_a_path_may_be_written_large_and_end_in_a_slash(
    admin: httpx.AsyncClient, path: str
) -> None:
    answer = await admin.get(path, params={"limit": 0})
    assert list(answer.json()) == ["api_keys", "count", "offset", "limit"]


async def test_a_doubled_slash_leads_nowhere(backend: Backend, admin: httpx.AsyncClient) -> None:
    for path in ("//admin/api-keys", "/admin//api-keys", "/admin/api-keys//"):
        answer = await admin.get(f"{backend.place.origin}{path}")
        assert answer.status_code == 404
        assert page(answer) == cannot("GET", path)


async def test_nothing_is_ever_redirected(backend: Backend, admin: httpx.AsyncClient) -> None:
    for path in ("/", "/admin", "/admin/", "/health/", "/app"):
        for client in (backend.http, admin):
            assert not (await client.get(path)).has_redirect_location
