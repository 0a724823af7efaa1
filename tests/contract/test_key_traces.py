"""What a leaked key has left in its store, and how a store tells it: `docs/leaks.md`."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from dataclasses import dataclass
from datetime import datetime
from typing import Any, TypeVar

import httpx
import pytest

from medusa_console.domain.api_key import ApiKey
from medusa_console.domain.key_trace import (
    BY_AUTHOR,
    NoMaker,
    Trace,
    TraceKind,
    WhyNotLooked,
    changed_after,
    news,
    ticked,
)
from medusa_console.services.key_trace import TraceProgress
from medusa_console.services.store_services import StoreServices

from .answers import FORBIDDEN, STUMBLED, lacking, said, told, unrecognized
from .backends import Backend, on, on_plain, on_rbac, unique, with_and_without_rbac
from .desks import opened
from .making import (
    Record,
    invite,
    join,
    later_than,
    make_customer,
    make_key,
    revoke,
    stranger,
    with_permissions,
)

T = TypeVar("T")

LEAN = "fields=id,created_at,created_by&order=id"
LISTS = {
    TraceKind.CUSTOMERS: ("customers", "customers"),
    TraceKind.CUSTOMER_GROUPS: ("customer-groups", "customer_groups"),
    TraceKind.TAX_REGIONS: ("tax-regions", "tax_regions"),
}
RIGHTS = {
    TraceKind.CUSTOMERS: "customer:read",
    TraceKind.CUSTOMER_GROUPS: "customer_group:read",
    TraceKind.TAX_REGIONS: "tax_region:read",
}


async def make(client: httpx.AsyncClient, kind: TraceKind) -> str:
    """The id of a new record of this kind."""
    name = unique()
    if kind is TraceKind.CUSTOMERS:
        return str((await make_customer(client, email=f"{name}@example.com"))["id"])
    route, _ = LISTS[kind]
    body = {"name": name}
    if kind is TraceKind.TAX_REGIONS:
        # Medusa takes any text for a country, but none twice.
        body = {"country_code": name, "provider_id": "tp_system"}
    answer = await client.post(f"/admin/{route}", json=body)
    assert answer.status_code == 200
    (record,) = answer.json().values()
    return str(record["id"])


async def all_of(work: list[Coroutine[Any, Any, T]]) -> list[T]:
    """A few at a time, in any order."""
    turns = asyncio.Semaphore(6)

    async def one(coroutine: Coroutine[Any, Any, T]) -> T:
        async with turns:
            return await coroutine

    return await asyncio.gather(*map(one, work))


async def traced(services: StoreServices, root: Record) -> Trace:
    return await services.traces.trace(root["id"], None, lambda _: None)


def titles(keys: tuple[ApiKey, ...]) -> set[str]:
    return {key.title for key in keys}


def made_by(trace: Trace) -> dict[TraceKind, set[tuple[str, str]]]:
    return {kind: {(one.id, one.maker) for one in trace.of_kind(kind)} for kind in BY_AUTHOR}


# What the store filters


@on_plain
@pytest.mark.parametrize("kind", BY_AUTHOR)
async def test_records_are_listed_by_the_ids_of_several_makers(
    backend: Backend, admin: httpx.AsyncClient, kind: TraceKind
) -> None:
    route, field = LISTS[kind]
    first, second = await make_key(admin, unique()), await make_key(admin, unique())
    made = [await make(backend.holding(key["token"]), kind) for key in (first, second)]
    await make(admin, kind)
    one = await admin.get(f"/admin/{route}?{LEAN}&limit=9&created_by={first['id']}")
    (row,) = one.json()[field]
    assert told(one) == said(200, {field: [row], "count": 1, "offset": 0, "limit": 9})
    assert list(row) == ["id", "created_at", "created_by"]
    assert (row["id"], row["created_by"]) == (made[0], first["id"])
    for name in ("created_by", "created_by[]"):
        both = f"{name}={first['id']}&{name}={second['id']}&{name}=apk_nobody"
        body = (await admin.get(f"/admin/{route}?{LEAN}&limit=9&{both}")).json()
        assert [(row["id"], row["created_by"]) for row in body[field]] == [
            (made[0], first["id"]),
            (made[1], second["id"]),
        ]
        second_page = await admin.get(f"/admin/{route}?{LEAN}&limit=1&offset=1&{both}")
        assert [row["id"] for row in second_page.json()[field]] == made[1:]


@with_and_without_rbac
@pytest.mark.parametrize("kind", BY_AUTHOR)
async def test_nobody_made_what_names_nobody(
    backend: Backend, admin: httpx.AsyncClient, kind: TraceKind
) -> None:
    route, field = LISTS[kind]
    empty = await admin.get(f"/admin/{route}?{LEAN}&limit=9&created_by=apk_nobody")
    assert told(empty) == said(200, {field: [], "count": 0, "offset": 0, "limit": 9})
    assert told(await admin.get(f"/admin/{route}?colour=red")) == unrecognized("colour")
    assert told(await admin.get(f"/admin/{route}?order=colour")) == STUMBLED
    if backend.rbac:
        nobody = backend.bearing((await stranger(backend)).token)
        reader = backend.bearing((await with_permissions(backend, "api_key:read")).token)
        assert told(await nobody.get(f"/admin/{route}")) == FORBIDDEN
        assert told(await reader.get(f"/admin/{route}")) == lacking(RIGHTS[kind])


@with_and_without_rbac
async def test_a_new_title_and_a_new_end_move_the_date_of_the_last_change_and_channels_do_not(
    admin: httpx.AsyncClient,
) -> None:
    key = await make_key(admin, unique(), "publishable")
    one = f"/admin/api-keys/{key['id']}"
    assert key["updated_at"] == key["created_at"]
    channels = await admin.get("/admin/sales-channels?fields=id&limit=1")
    add = {"add": [channel["id"] for channel in channels.json()["sales_channels"]]}
    added = await admin.post(f"{one}/sales-channels", json=add)
    assert len(added.json()["api_key"]["sales_channels"]) == 1
    assert (await admin.get(one)).json()["api_key"]["updated_at"] == key["created_at"]

    await later_than(admin, datetime.fromisoformat(key["created_at"]))
    renamed = (await admin.post(one, json={"title": unique()})).json()["api_key"]
    assert renamed["updated_at"] > key["created_at"]
    await later_than(admin, datetime.fromisoformat(renamed["updated_at"]))
    ending = await revoke(admin, key, after=900)
    assert renamed["updated_at"] < ending["updated_at"] < ending["revoked_at"]


@on("real-plain")
async def test_what_medusa_tells_of_no_maker_is_not_asked_for(
    backend: Backend, admin: httpx.AsyncClient
) -> None:
    """A reservation names nobody; a product is listed whatever maker is asked for; a tax rate names
    its maker, and cannot be asked for by it."""
    key = await make_key(admin, unique())
    thief = backend.holding(key["token"])

    async def made(path: str, **body: Any) -> Record:
        answer = await thief.post(f"/admin/{path}", json=body)
        assert answer.status_code == 200
        (record,) = answer.json().values()
        return dict(record)

    place, item = await made("stock-locations", name=unique()), await made("inventory-items")
    at = {"location_id": place["id"], "stocked_quantity": 9}
    await made(f"inventory-items/{item['id']}/location-levels", **at)
    stock = {"location_id": place["id"], "inventory_item_id": item["id"]}
    reservation = await made("reservations", **stock, quantity=1)
    mine = f"{LEAN}&created_by={key['id']}"
    assert (await admin.get(f"/admin/reservations?{mine}")).json()["count"] == 0
    listed = (await admin.get(f"/admin/reservations?{LEAN}&limit=1000")).json()["reservations"]
    assert {row["id"]: row["created_by"] for row in listed}[reservation["id"]] is None

    options = [{"title": "Size", "values": ["M"]}]
    product = await made("products", title=unique(), options=options)
    nobody = await admin.get("/admin/products?fields=id&created_by=apk_nobody&limit=1000")
    assert product["id"] in [row["id"] for row in nobody.json()["products"]]

    rate = {"name": "VAT", "code": unique(), "rate": 19}
    region = {"country_code": unique(), "provider_id": "tp_system", "default_tax_rate": rate}
    await made("tax-regions", **region)
    assert told(await admin.get(f"/admin/tax-rates?{mine}")) == unrecognized("created_by")
    rates = (await admin.get(f"/admin/tax-rates?{LEAN}&limit=1000")).json()["tax_rates"]
    assert key["id"] in [row["created_by"] for row in rates]


# What the program finds


@dataclass(frozen=True)
class Leak:
    """The tree of a leaked key: five descendants, of which the record of one is deleted.

    leaked ── first ── second (deleted) ── third ── fourth
           └─ shop (publishable)
    """

    root: Record
    first: Record
    second: Record
    third: Record
    fourth: Record
    shop: Record


async def plant(backend: Backend, admin: httpx.AsyncClient) -> Leak:
    root = await make_key(admin, unique())
    first = await make_key(backend.holding(root["token"]), "first")
    shop = await make_key(backend.holding(root["token"]), "shop", "publishable")
    second = await make_key(backend.holding(first["token"]), "second")
    third = await make_key(backend.holding(second["token"]), "third")
    fourth = await make_key(backend.holding(third["token"]), "fourth")
    await revoke(admin, second)
    await admin.delete(f"/admin/api-keys/{second['id']}")
    return Leak(root, first, second, third, fourth, shop)


@on_plain
async def test_all_that_a_leaked_key_left_is_found_and_nothing_else(
    backend: Backend, admin: httpx.AsyncClient, services: StoreServices
) -> None:
    erp, pos = await make_key(admin, unique()), await make_key(admin, unique())
    leak = await plant(backend, admin)
    thief = backend.holding(leak.root["token"])
    first, third = backend.holding(leak.first["token"]), backend.holding(leak.third["token"])
    customers = {
        (made, leak.root["id"])
        for made in await all_of([make(thief, TraceKind.CUSTOMERS) for _ in range(15)])
    } | {(await make(first, TraceKind.CUSTOMERS), leak.first["id"]) for _ in range(5)}
    groups = {
        (await make(thief, TraceKind.CUSTOMER_GROUPS), leak.root["id"]),
        (await make(first, TraceKind.CUSTOMER_GROUPS), leak.first["id"]),
    }
    behind = await make(third, TraceKind.CUSTOMERS)
    await make(admin, TraceKind.CUSTOMERS)
    invites = [(await invite(thief, f"{unique()}@example.com"))["id"] for _ in range(2)]
    planted = await join(backend)
    theirs = await make_key(backend.bearing(planted.token), "of the planted")
    await revoke(first, erp)
    await later_than(admin, datetime.fromisoformat(pos["created_at"]))
    await thief.post(f"/admin/api-keys/{pos['id']}", json={"title": f"pos {unique()}"})

    said: list[TraceProgress] = []
    trace = await services.traces.trace(leak.root["id"], None, said.append)

    assert [(one.key.title, one.maker, one.depth) for one in trace.made_keys] == [
        ("first", leak.root["id"], 1),
        ("shop", leak.root["id"], 1),
    ]
    assert made_by(trace) == {
        TraceKind.CUSTOMERS: customers,
        TraceKind.CUSTOMER_GROUPS: groups,
        TraceKind.TAX_REGIONS: set(),
    }
    assert {(one.key.id, one.maker, one.why) for one in trace.unattributed} == {
        (leak.third["id"], leak.second["id"], NoMaker.KEY_GONE),
        (leak.fourth["id"], leak.third["id"], NoMaker.MADE_BY_SUCH),
        (theirs["id"], planted.id, NoMaker.JOINED_SINCE),
    }
    records = [(one.id, one.maker) for one in trace.unattributed_records]
    assert records == [(behind, leak.third["id"])]
    assert [person.id for person in trace.people] == [planted.id]
    assert [one.id for one in trace.invites] == invites[::-1]
    assert [key.id for key in trace.revoked] == [erp["id"]]
    assert {key.id for key in changed_after(trace, None)} == {pos["id"]}
    assert (trace.roles, trace.failed, trace.nothing) == (False, (), False)
    assert trace.root is not None
    assert trace.since == trace.root.created_at < trace.as_of
    assert (trace.email, trace.user_id) == (backend.email, services.session.user_id)
    assert (TraceKind.CUSTOMERS, 20) in [(one.kind, one.read) for one in said]

    # Revoked in rounds: what is new is told, until nothing is.
    assert {key.title for key in ticked(trace, trace.since)} == {"first"}
    late = await make_key(first, "late")
    await revoke(admin, leak.first)
    again = await traced(services, leak.root)
    assert [one.key.id for one in news(trace, again).made_keys] == [late["id"]]
    assert {key.id for key in ticked(again, again.since)} == {late["id"]}
    assert not news(again, await traced(services, leak.root))


@on_plain
async def test_two_hundred_records_of_every_kind_are_found_and_no_other(
    backend: Backend, admin: httpx.AsyncClient, services: StoreServices
) -> None:
    root, other = await make_key(admin, unique()), await make_key(admin, unique())
    thief = backend.holding(root["token"])
    keys = [await make_key(thief, unique()) for _ in range(5)]
    makers = {key["id"]: backend.holding(key["token"]) for key in (root, *keys)}
    share = 195 // (len(BY_AUTHOR) * len(makers)) + 1

    async def planted(kind: TraceKind, maker: str) -> tuple[TraceKind, str, str]:
        return kind, await make(makers[maker], kind), maker

    plan = [(kind, maker) for kind in BY_AUTHOR for maker in makers for _ in range(share)][:195]
    records = await all_of([planted(kind, maker) for kind, maker in plan])
    decoys = [admin, backend.holding(other["token"])]
    await all_of([make(decoy, kind) for kind in BY_AUTHOR for decoy in decoys])

    trace = await traced(services, root)
    assert {one.key.id for one in trace.made_keys} == {key["id"] for key in keys}
    found = [(one.kind, one.id, one.maker) for one in trace.made]
    assert len(records) + len(keys) == 200
    assert sorted(found, key=str) == sorted(records, key=str)
    assert trace.unattributed_records == ()


@with_and_without_rbac
async def test_a_key_that_did_nothing_left_nothing(
    backend: Backend, admin: httpx.AsyncClient, services: StoreServices
) -> None:
    key = await make_key(admin, unique())
    trace = await traced(services, key)
    assert trace.nothing
    assert (trace.roles, trace.failed) == (backend.rbac, ())
    assert (trace.people, trace.invites, trace.unattributed) == ((), (), ())


@on_plain
async def test_what_a_deleted_key_made_still_bears_its_id(
    backend: Backend, admin: httpx.AsyncClient, services: StoreServices
) -> None:
    key = await make_key(admin, unique())
    child = await make_key(backend.holding(key["token"]), unique())
    customer = await make(backend.holding(key["token"]), TraceKind.CUSTOMERS)
    await revoke(admin, key)
    await admin.delete(f"/admin/api-keys/{key['id']}")
    trace = await traced(services, key)
    assert trace.root is None
    assert trace.since is not None
    assert trace.since <= datetime.fromisoformat(key["created_at"])
    assert [one.key.id for one in trace.made_keys] == [child["id"]]
    assert made_by(trace)[TraceKind.CUSTOMERS] == {(customer, key["id"])}
    assert trace.unattributed == ()


@on_rbac
async def test_kinds_that_a_role_may_not_read_are_named(
    backend: Backend, admin: httpx.AsyncClient
) -> None:
    key = await make_key(admin, unique())
    auditor = await with_permissions(backend, "api_key:read", "customer_group:read")
    async with opened(backend, auditor.token, auditor.email) as services:
        trace = await traced(services, key)
    assert trace.root is not None
    assert (trace.user_id, trace.email) == (auditor.id, auditor.email)
    assert {(one.kind, one.why) for one in trace.failed} == {
        (kind, WhyNotLooked.FORBIDDEN)
        for kind in (
            TraceKind.CUSTOMERS,
            TraceKind.TAX_REGIONS,
            TraceKind.USERS,
            TraceKind.INVITES,
        )
    }
    assert trace.unattributed == ()  # nobody's absence is told without the list of users


@on_rbac
async def test_without_the_list_of_keys_the_rest_is_looked_at_all_the_same(
    backend: Backend, admin: httpx.AsyncClient
) -> None:
    key = await make_key(admin, unique())
    invited = await invite(admin, f"{unique()}@example.com")
    greeter = await with_permissions(backend, "invite:read", "customer:read")
    async with opened(backend, greeter.token) as services:
        trace = await traced(services, key)
    assert trace.root is None
    assert [one.id for one in trace.invites][-1] == invited["id"]
    assert TraceKind.KEYS in {one.kind for one in trace.failed}
    assert TraceKind.CUSTOMERS not in {one.kind for one in trace.failed}
