"""The sales channels of publishable keys. Contract, 3.7."""

from __future__ import annotations

import httpx
import pytest

from .answers import STUMBLED, Told, refused, told, unrecognized
from .answers import wrong_type as wrong
from .backends import unique
from .making import Record, make_key, retrieve, revoke
from .shapes import KEY

KEYS = "/admin/api-keys"


async def a_channel(admin: httpx.AsyncClient) -> Record:
    body = (await admin.get("/admin/sales-channels?fields=id,name&order=created_at")).json()
    channel: Record = body["sales_channels"][0]
    return channel


async def test_a_publishable_key_is_given_a_sales_channel_and_loses_it(
    admin: httpx.AsyncClient,
) -> None:
    channel = await a_channel(admin)
    key = await make_key(admin, unique(), "publishable")
    path = f"{KEYS}/{key['id']}/sales-channels"
    for _ in range(2):
        given = (await admin.post(path, json={"add": [channel["id"]]})).json()["api_key"]
        assert list(given) == KEY
        assert given["sales_channels"] == [channel]
        assert list(given["sales_channels"][0]) == ["id", "name"]
    of_channel = await admin.get("/admin/sales-channels", params={"publishable_key_id": key["id"]})
    assert [one["id"] for one in of_channel.json()["sales_channels"]] == [channel["id"]]
    assert (await admin.post(path, json={})).json()["api_key"]["sales_channels"] == [channel]
    for _ in range(2):
        taken = await admin.post(path, json={"add": [], "remove": [channel["id"]]})
        assert taken.json()["api_key"]["sales_channels"] == []
    assert (await retrieve(admin, key["id"]))["sales_channels"] == []
    unknown = await admin.post(path, json={"remove": ["sc_nope"]})
    assert (unknown.status_code, unknown.json()["api_key"]["sales_channels"]) == (200, [])


async def test_a_revoked_key_loses_its_sales_channels_all_the_same(
    admin: httpx.AsyncClient,
) -> None:
    channel = await a_channel(admin)
    key = await make_key(admin, unique(), "publishable")
    path = f"{KEYS}/{key['id']}/sales-channels"
    await admin.post(path, json={"add": [channel["id"]]})
    await revoke(admin, key)
    taken = await admin.post(path, json={"remove": [channel["id"]]})
    assert taken.json()["api_key"]["sales_channels"] == []


async def test_a_sales_channel_must_exist(admin: httpx.AsyncClient) -> None:
    key = await make_key(admin, unique(), "publishable")
    answer = await admin.post(f"{KEYS}/{key['id']}/sales-channels", json={"add": ["sc_nope"]})
    assert told(answer) == refused(
        400, "invalid_data", "Sales channels with IDs sc_nope do not exist"
    )


async def test_a_secret_key_has_no_sales_channels(admin: httpx.AsyncClient) -> None:
    key = await make_key(admin, unique())
    channel = await a_channel(admin)
    answer = await admin.post(f"{KEYS}/{key['id']}/sales-channels", json={"add": [channel["id"]]})
    assert told(answer) == refused(
        400,
        "invalid_data",
        "Sales channels can only be associated with publishable API keys",
    )


async def test_sales_channels_of_a_key_that_is_not_there_are_more_than_the_server_can_take(
    admin: httpx.AsyncClient,
) -> None:
    channel = await a_channel(admin)
    answer = await admin.post(f"{KEYS}/apk_nope/sales-channels", json={"add": [channel["id"]]})
    assert told(answer) == STUMBLED


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ({"add": "sc_x"}, wrong("array", "add", "sc_x")),
        ({"remove": None}, wrong("array", "remove", "null")),
        ({"put": []}, unrecognized("put")),
    ],
)
async def test_sales_channels_are_given_as_lists(
    admin: httpx.AsyncClient, body: Record, expected: Told
) -> None:
    assert told(await admin.post(f"{KEYS}/apk_nope/sales-channels", json=body)) == expected
