"""What a storefront gets with each publishable key; a revoked one that comes back. docs/shop.md."""

from __future__ import annotations

from collections.abc import Sequence

import httpx
import pytest

from medusa_console.domain.api_key import StateKind
from medusa_console.domain.errors import Forbidden, KeyRefused, NoSalesChannel
from medusa_console.domain.key_end import LONGEST
from medusa_console.domain.reminders import Lead
from medusa_console.domain.shop_view import First, ShopView
from medusa_console.services.store_services import StoreServices

from .answers import refused, told
from .backends import Backend, on_rbac, unique, with_and_without_rbac
from .desks import Tap, opened
from .making import Record, make_key, retrieve, revoke, with_permissions

NO_CHANNEL = refused(
    400, "invalid_data", "Publishable key needs to have a sales channel configured"
)
TEN_YEARS = int(LONGEST.total_seconds())


async def make_channel(admin: httpx.AsyncClient, *, disabled: bool = False) -> Record:
    body = {"name": unique(), "is_disabled": disabled}
    channel: Record = (await admin.post("/admin/sales-channels", json=body)).json()["sales_channel"]
    return channel


async def make_product(
    admin: httpx.AsyncClient, channels: Sequence[Record], status: str = "published"
) -> str:
    """The title of a new product that is sold in these channels."""
    title = unique()
    body = {
        "title": title,
        "status": status,
        "options": [{"title": "Size", "values": ["M"]}],
        "sales_channels": [{"id": channel["id"]} for channel in channels],
    }
    answer = await admin.post("/admin/products", json=body)
    assert answer.status_code == 200, answer.text
    return title


async def shop_key(admin: httpx.AsyncClient, *channels: Record) -> Record:
    """A new publishable key of these channels."""
    key = await make_key(admin, unique(), "publishable")
    body = {"add": [channel["id"] for channel in channels]}
    answer = await admin.post(f"/admin/api-keys/{key['id']}/sales-channels", json=body)
    assert answer.status_code == 200
    return key


async def look(services: StoreServices, key: Record) -> ShopView:
    return await services.shop_views.look((await services.keys.get(key["id"])).value)


def titles(view: ShopView) -> set[str]:
    assert isinstance(view.products, First)
    assert view.products.count == len(view.products.rows)
    return {product.title for product in view.products.rows}


def kinds(view: ShopView) -> list[type]:
    return [type(view.regions), type(view.products)]


@with_and_without_rbac
async def test_a_storefront_sees_the_published_products_of_its_keys_channels(
    backend: Backend, admin: httpx.AsyncClient, services: StoreServices
) -> None:
    one, two, disabled = [await make_channel(admin, disabled=off) for off in (False, False, True)]
    in_one, in_two = await make_product(admin, [one]), await make_product(admin, [two])
    in_both, in_disabled = (
        await make_product(admin, [one, two]),
        await make_product(admin, [disabled]),
    )
    await make_product(admin, [one, two, disabled], "draft")
    await make_product(admin, [])
    for channels, expected in [
        ((one,), {in_one, in_both}),
        ((one, two), {in_one, in_two, in_both}),
        ((disabled,), {in_disabled}),  # Medusa sells there all the same
    ]:
        assert titles(await look(services, await shop_key(admin, *channels))) == expected

    # Of a deleted channel nothing is left, and a key without any gets an error, not an empty list.
    of_both, of_one = await shop_key(admin, one, two), await shop_key(admin, one)
    assert (await admin.delete(f"/admin/sales-channels/{one['id']}")).is_success
    assert titles(await look(services, of_both)) == {in_two, in_both}
    assert kinds(await look(services, of_one)) == [First, NoSalesChannel]
    client = backend.client(x_publishable_api_key=of_one["token"])
    assert told(await client.get("/store/products?fields=id,title&limit=1")) == NO_CHANNEL


async def test_a_storefront_sees_every_region_whatever_its_channels(
    admin: httpx.AsyncClient, services: StoreServices
) -> None:
    before = (await look(services, await shop_key(admin))).regions
    assert isinstance(before, First)
    name = f"0 {unique()}"
    made = await admin.post("/admin/regions", json={"name": name, "currency_code": "eur"})
    assert made.is_success
    regions = (await look(services, await shop_key(admin))).regions
    assert isinstance(regions, First)
    assert regions.count == before.count + 1
    assert (regions.rows[0].name, regions.rows[0].currency_code) == (name, "eur")


@with_and_without_rbac
async def test_a_revoked_publishable_key_is_reactivated_until_an_end(
    admin: httpx.AsyncClient, services: StoreServices
) -> None:
    channel = await make_channel(admin)
    product = await make_product(admin, [channel])
    key = await shop_key(admin, channel)
    await revoke(admin, key)
    assert kinds(await look(services, key)) == [KeyRefused, KeyRefused]

    again = await services.ends.end_in(key["id"], TEN_YEARS)
    assert services.keys.state(again).kind is StateKind.WORKS_UNTIL
    assert titles(await look(services, key)) == {product}
    assert again.revoked_by == services.session.user_id
    kept = await admin.delete(f"/admin/api-keys/{key['id']}")
    message = f"Cannot delete api keys that are not revoked - {key['id']}"
    assert told(kept) == refused(400, "not_allowed", message)
    assert (await retrieve(admin, key["id"]))["revoked_at"] is not None, "shown as revoked"


@on_rbac
async def test_a_role_that_may_read_keys_alone_sees_what_storefronts_get(
    backend: Backend, admin: httpx.AsyncClient
) -> None:
    channel = await make_channel(admin)
    product = await make_product(admin, [channel])
    key = await shop_key(admin, channel)
    reader = await with_permissions(backend, "api_key:read")
    async with opened(backend, reader.token, reader.email) as services:
        with pytest.raises(Forbidden):
            await services.channels.find("")
        seen = (await services.keys.get(key["id"])).value
        assert [one.name for one in seen.sales_channels] == [channel["name"]]
        assert titles(await services.shop_views.look(seen)) == {product}
        with pytest.raises(Forbidden):
            await services.ends.end_in(key["id"], TEN_YEARS)
        await services.ending.read()


@with_and_without_rbac
async def test_the_ends_that_are_to_come_are_read_by_their_time(
    admin: httpx.AsyncClient, services: StoreServices
) -> None:
    far, soon, ended, endless = [
        await make_key(admin, unique(), kind)
        for kind in ("publishable", "secret", "secret", "secret")
    ]
    for key, seconds in ((far, 9_000), (soon, 5_000), (ended, 0)):
        await revoke(admin, key, seconds)
    ours = {key["id"] for key in (far, soon, ended, endless)}
    ends = await services.ending.read()
    assert [end.key_id for end in ends if end.key_id in ours] == [soon["id"], far["id"]]
    assert list(ends) == sorted(ends, key=lambda end: end.at)
    told = next(end for end in ends if end.key_id == soon["id"])
    assert (told.title, told.redacted) == (soon["title"], soon["redacted"])
    assert told.lead(services.clock.now()) is Lead.DAY


@on_rbac
async def test_the_store_is_looked_at_without_the_admins_session(
    backend: Backend, admin: httpx.AsyncClient
) -> None:
    key = await make_key(admin, unique(), "publishable")
    tap = Tap(backend)
    async with opened(backend, await backend.admin_token(), asgi=tap.app) as services:
        await look(services, key)
    asked = [request for request, _ in tap.calls if request.url.path.startswith("/store/")]
    assert sorted(request.url.path for request in asked) == ["/store/products", "/store/regions"]
    for request in asked:
        assert request.headers["x-publishable-api-key"] == key["token"]
        assert "authorization" not in request.headers
        assert key["token"] not in str(request.url)
