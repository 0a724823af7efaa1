"""The shop itself: is it a Medusa, has it RBAC, how does one sign in. Contract, 1.5 and 6."""

from __future__ import annotations

import httpx
import pytest

from .answers import UNAUTHORIZED, said, told, unrecognized
from .backends import Backend, with_and_without_rbac
from .shapes import is_id, is_time


@with_and_without_rbac
async def test_anybody_may_ask_whether_rbac_is_on(backend: Backend) -> None:
    flags = {
        "backend_hmr": False,
        "caching": False,
        "index_engine": False,
        "rbac_filter_fields": False,
        "rbac": backend.rbac,
        "translation": False,
        "view_configurations": False,
    }
    answer = await backend.http.get("/admin/feature-flags")
    assert told(answer) == said(200, {"feature_flags": flags})


async def test_anybody_may_ask_whether_the_server_lives(backend: Backend) -> None:
    answer = await backend.http.get("/health")
    assert (answer.status_code, answer.text) == (200, "OK")
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    answer = await backend.http.head("/health")
    assert (answer.status_code, answer.text) == (200, "")


@pytest.mark.parametrize("actor", ["user", "customer", "nobody-we-know"])
async def test_the_sign_in_page_learns_that_there_is_a_password_form(
    backend: Backend, actor: str
) -> None:
    password = {
        "id": "emailpass",
        "identifier": "emailpass",
        "display_name": "Email/Password Authentication",
        "flow": "credentials",
    }
    answer = await backend.http.get(f"/auth/{actor}/providers")
    if actor == "user":
        assert told(answer) == said(200, {"providers": [password]})
    else:  # nobody has said what they may use, so they may use all that there is
        assert password in answer.json()["providers"]


async def test_sales_channels_are_listed_twenty_at_a_time(admin: httpx.AsyncClient) -> None:
    answer = await admin.get("/admin/sales-channels")
    body = answer.json()
    assert list(body) == ["sales_channels", "count", "offset", "limit"]
    assert (body["offset"], body["limit"]) == (0, 20)
    assert body["count"] == len(body["sales_channels"]) > 0
    channel = body["sales_channels"][0]
    assert list(channel) == [
        *("id", "name", "description", "is_disabled", "created_at", "updated_at"),
        *("deleted_at", "metadata"),
    ]
    assert is_id("sc", channel["id"])
    assert is_time(channel["created_at"])
    assert (channel["is_disabled"], channel["deleted_at"]) == (False, None)


async def test_sales_channels_can_be_searched_sorted_and_cut(admin: httpx.AsyncClient) -> None:
    every = (await admin.get("/admin/sales-channels?fields=id,name")).json()["sales_channels"]
    assert all(list(channel) == ["id", "name"] for channel in every)
    name = every[0]["name"]
    found = await admin.get("/admin/sales-channels", params={"q": name.upper(), "fields": "name"})
    assert name in [channel["name"] for channel in found.json()["sales_channels"]]
    falling = await admin.get("/admin/sales-channels?order=-name&fields=name")
    names = [channel["name"] for channel in falling.json()["sales_channels"]]
    assert names == sorted(names, reverse=True)
    none = (await admin.get("/admin/sales-channels?limit=0")).json()
    assert (none["sales_channels"], none["count"], none["limit"]) == ([], len(every), 0)
    assert told(await admin.get("/admin/sales-channels?colour=red")) == unrecognized("colour")


async def test_the_store_names_its_default_sales_channel(admin: httpx.AsyncClient) -> None:
    answer = await admin.get("/admin/stores?fields=id,default_sales_channel_id&limit=1")
    body = answer.json()
    assert list(body) == ["stores", "count", "offset", "limit"]
    assert (body["count"], body["offset"], body["limit"]) == (1, 0, 1)
    assert list(body["stores"][0]) == ["id", "default_sales_channel_id"]
    assert is_id("store", body["stores"][0]["id"])
    default = body["stores"][0]["default_sales_channel_id"]
    channels = await admin.get("/admin/sales-channels", params={"id": default, "fields": "name"})
    assert [channel["id"] for channel in channels.json()["sales_channels"]] == [default]
    assert (await admin.get("/admin/stores")).json()["limit"] == 50
    assert told(await admin.get("/admin/stores?colour=red")) == unrecognized("colour")


@pytest.mark.parametrize("path", ["sales-channels", "stores", "plugins"])
async def test_nobody_sees_the_shop_without_signing_in(backend: Backend, path: str) -> None:
    assert told(await backend.http.get(f"/admin/{path}")) == UNAUTHORIZED
