"""The program's own client replaces a key by a successor, step by step."""

from __future__ import annotations

import httpx

from medusa_console.domain.api_key import KeyType, StateKind
from medusa_console.domain.rotation import MadeKind, RotationStep, Trial
from medusa_console.services.store_services import StoreServices

from .backends import Backend, on_plain, unique, with_and_without_rbac
from .making import make_key

DAY = 86_400


@with_and_without_rbac
async def test_a_secret_key_gets_a_successor_that_is_tried_and_then_ends(
    backend: Backend, services: StoreServices, admin: httpx.AsyncClient
) -> None:
    made = await make_key(admin, unique())
    old = (await services.keys.get(made["id"])).value
    rotations = services.rotations
    title = unique()

    successor = await rotations.begin(old, title, await services.keys.newest())
    (rotation,) = rotations.open
    assert (rotation.old_id, rotation.new_id) == (old.id, successor.key.id)
    assert rotation.step is RotationStep.CREATED
    rotation = await rotations.saved(rotation)

    assert successor.created is not None
    tried = await rotations.try_out(rotation, successor.created)
    assert tried is (Trial.ACCEPTED_WITHOUT_ROLES if backend.rbac else Trial.ACCEPTED)
    (rotation,) = rotations.open
    assert rotation.step is RotationStep.ACCEPTED

    await services.ends.end_in(old.id, DAY)
    both = await rotations.look(rotation)
    assert both.old is not None
    assert both.new is not None
    assert services.keys.state(both.old).kind is StateKind.WORKS_UNTIL
    assert [one.id for one in rotations.open] == [rotation.id], "both work still"

    await services.keys.revoke(old.id)
    assert not rotations.open
    assert services.keys.state((await services.keys.get(successor.key.id)).value).works


@with_and_without_rbac
async def test_a_successor_that_is_revoked_already_is_refused(
    services: StoreServices, admin: httpx.AsyncClient
) -> None:
    made = await make_key(admin, unique())
    old = (await services.keys.get(made["id"])).value
    successor = await services.rotations.begin(old, unique(), await services.keys.newest())
    # By somebody else, of whom nothing is announced here.
    await admin.post(f"/admin/api-keys/{successor.key.id}/revoke", json={})
    assert successor.created is not None
    tried = await services.rotations.try_out(successor.rotation, successor.created)
    assert tried is Trial.REFUSED
    both = await services.rotations.look(successor.rotation)
    assert both.old is not None
    assert services.keys.state(both.old).works
    assert services.rotations.open == (), "one of both has ended"


@with_and_without_rbac
async def test_a_publishable_successor_gets_the_sales_channels_of_the_old_key(
    services: StoreServices, admin: httpx.AsyncClient
) -> None:
    there = (await admin.get("/admin/sales-channels")).json()["sales_channels"]
    channels = [channel["id"] for channel in there[:2]]
    assert channels
    made = await make_key(admin, unique(), "publishable")
    await admin.post(f"/admin/api-keys/{made['id']}/sales-channels", json={"add": channels})
    old = (await services.keys.get(made["id"])).value
    assert old.type is KeyType.PUBLISHABLE

    successor = await services.rotations.begin(old, unique(), await services.keys.newest())
    for _ in range(2):  # a repeated step does nothing
        new = await services.rotations.copy_channels(successor.rotation)
        assert {channel.id for channel in new.sales_channels} == set(channels)
    assert successor.created is not None
    tried = await services.rotations.try_out(successor.rotation, successor.created)
    assert tried is Trial.ACCEPTED


@on_plain
async def test_what_a_key_has_made_last_is_known(
    backend: Backend, services: StoreServices, admin: httpx.AsyncClient
) -> None:
    made = await make_key(admin, unique())
    old = (await services.keys.get(made["id"])).value
    successor = await services.rotations.begin(old, unique(), await services.keys.newest())
    assert await services.rotations.last_made(successor.rotation) is None

    theirs = backend.holding(made["token"])
    things = [
        (MadeKind.KEY, "api-keys", {"title": unique(), "type": "secret"}),
        (MadeKind.GROUP, "customer-groups", {"name": unique()}),
        (MadeKind.CUSTOMER, "customers", {"email": f"{unique()}@example.com"}),
    ]
    if backend.place.asgi is not None:
        del things[1]  # nobody can make a group in the demo store
    for kind, path, body in things:
        assert (await theirs.post(f"/admin/{path}", json=body)).status_code == 200
        last = await services.rotations.last_made(successor.rotation)
        assert last is not None
        assert last.kind is kind
