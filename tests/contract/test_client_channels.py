"""The program's own client finds sales channels, and gives them to publishable keys."""

from __future__ import annotations

import httpx
import pytest

from medusa_console.domain.api_key import KeyType
from medusa_console.domain.errors import Forbidden, NotFound
from medusa_console.domain.query import KeyQuery
from medusa_console.services.store_services import StoreServices
from tests.real_medusa import MedusaServer

from .backends import Backend, on, on_rbac, unique, with_and_without_rbac
from .desks import opened
from .making import make_key, retrieve, revoke, with_permissions


@with_and_without_rbac
async def test_a_new_key_has_the_stores_default_channel_and_loses_it(
    services: StoreServices,
) -> None:
    offered = (await services.channels.for_new_key()).offered
    assert offered is not None
    bound = await services.keys.newest()
    created, _ = await services.keys.create(unique(), KeyType.PUBLISHABLE, bound, offered)
    assert [channel.id for channel in created.key.sales_channels] == [offered.id]
    assert services.keys.missing_channel(created.key) is None
    read = (await services.keys.get(created.key.id)).value
    assert read.sales_channels == created.key.sales_channels

    only = frozenset({offered.id})
    for _ in range(2):
        key = await services.keys.change_channels(read.id, frozenset(), only)
        assert key.sales_channels == ()
    key = await services.keys.change_channels(read.id, only, frozenset())
    assert key.sales_channels == read.sales_channels


async def test_channels_are_found_by_a_part_of_their_name(services: StoreServices) -> None:
    every = await services.channels.find("")
    assert every.count == len(every.channels)
    first = every.channels[0]
    found = await services.channels.find(first.name[1:].upper())
    assert first in found.channels
    assert (await services.channels.find(unique())).channels == ()


@on("real-rbac")
async def test_a_channel_that_a_shops_own_code_deletes_leaves_every_key_readable(
    services: StoreServices, admin: httpx.AsyncClient, medusa_rbac: MedusaServer
) -> None:
    """Medusa's own deletion looks like that between its two steps: first the channel, then the
    keys that name it."""
    body = {"name": unique()}
    channel = (await admin.post("/admin/sales-channels", json=body)).json()["sales_channel"]["id"]
    key = await make_key(admin, unique(), "publishable")
    path = f"/admin/api-keys/{key['id']}/sales-channels"
    await admin.post(path, json={"add": [channel]})
    medusa_rbac.sql(f"update sales_channel set deleted_at = now() where id = '{channel}'")
    assert (await retrieve(admin, key["id"]))["sales_channels"] == [None]
    (listed,) = (await services.keys.find(KeyQuery(text=key["title"]), 0, 100)).rows
    assert (listed.id, listed.has_channel) == (key["id"], False)
    await services.survey.read(awaited=True)
    assert not services.survey.keys[key["id"]].has_channel
    assert (await services.keys.revoke(key["id"])).revoked_at is not None
    assert (await admin.post(path, json={"remove": [channel]})).status_code == 200


async def test_a_deleted_keys_channels_cannot_be_changed(
    services: StoreServices, admin: httpx.AsyncClient
) -> None:
    offered = (await services.channels.for_new_key()).offered
    assert offered is not None
    key = await make_key(admin, unique(), "publishable")
    await revoke(admin, key)
    await admin.delete(f"/admin/api-keys/{key['id']}")
    with pytest.raises(NotFound):
        await services.keys.change_channels(key["id"], frozenset({offered.id}), frozenset())


@on_rbac
async def test_whoever_may_not_read_channels_is_told_and_keeps_the_key(
    backend: Backend, services: StoreServices
) -> None:
    offered = (await services.channels.for_new_key()).offered
    person = await with_permissions(backend, "api_key:create", "api_key:read")
    async with opened(backend, person.token, person.email) as theirs:
        with pytest.raises(Forbidden) as refused:
            await theirs.channels.for_new_key()
        assert refused.value.required == ("sales_channel:read",)
        bound = await theirs.keys.newest()
        created, _ = await theirs.keys.create(unique(), KeyType.PUBLISHABLE, bound, offered)
        missing = theirs.keys.missing_channel(created.key)
        assert missing is not None
        assert isinstance(missing.cause, Forbidden)
        assert (await theirs.keys.get(created.key.id)).value.sales_channels == ()
    reader = await with_permissions(backend, "sales_channel:read")
    async with opened(backend, reader.token, reader.email) as theirs:
        found = await theirs.channels.for_new_key()
        assert (found.offered is not None) == (found.count == 1)  # the default may not be read
