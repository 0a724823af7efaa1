"""The program's own client finds, makes, changes and deletes customers."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable
from typing import Any

import httpx
import pytest

from medusa_console.domain.customer import Customer, CustomerDetails, EmailMatches
from medusa_console.domain.errors import Forbidden, Invalid, NotFound
from medusa_console.domain.query import AccountFilter, CustomerQuery, CustomerSort
from medusa_console.services.store_services import StoreServices

from .backends import Backend, in_both_dialects, on_rbac, unique, with_and_without_rbac
from .desks import opened
from .making import (
    PASSWORD,
    Record,
    a_group,
    make_customer,
    register_customer,
    stranger,
    with_address,
    with_permissions,
)

CUSTOMERS = "/admin/customers"


def details_of(customer: Record) -> CustomerDetails:
    names = ("email", "first_name", "last_name", "phone", "company_name")
    return CustomerDetails(**{name: customer[name] or "" for name in names})


async def found(services: StoreServices, text: str, **view: Any) -> list[str]:
    """Ids of the customers on the first page."""
    page = await services.customers.find(CustomerQuery(text=text, **view), 0, 100)
    assert page.count == len(page.rows)
    return [customer.id for customer in page.rows]


# Finding


@pytest.mark.parametrize(("typed", "other"), [("_", "x"), ("%", "all")])
async def test_a_searched_sign_is_that_sign_and_no_wildcard(
    typed: str, other: str, services: StoreServices, admin: httpx.AsyncClient
) -> None:
    name = unique()
    meant = await make_customer(admin, email=f"{name}@x.example", company_name=f"{name}{typed}co")
    await make_customer(admin, email=f"{name}2@x.example", company_name=f"{name}{other}co")
    assert await found(services, f"{name}{typed}c") == [meant["id"]]


async def test_a_guest_and_an_account_of_one_email_are_found_and_told_apart(
    backend: Backend, services: StoreServices, admin: httpx.AsyncClient
) -> None:
    name = unique()
    email = f"anna.{name}@example.com"
    holder = await register_customer(backend, email)
    guest = await make_customer(admin, email=email)
    longer = await make_customer(admin, email=f"joh{email}")
    shouting = await make_customer(admin, email=email.upper())

    # Sets: two may have been made in the same millisecond.
    both = {guest["id"], holder.id}
    everybody = {*both, longer["id"], shouting["id"]}
    assert set(await found(services, name)) == everybody
    assert set(await found(services, email)) == both, "a whole email is exactly this one"
    assert await found(services, email, account=AccountFilter.ACCOUNT) == [holder.id]
    assert await found(services, email, account=AccountFilter.GUEST) == [guest["id"]]
    assert set(await found(services, email.title())) == everybody, (
        "nobody has this one, so it is looked for in parts"
    )
    names = await services.customers.email_matches(email)
    assert names.account is not None
    assert names.guest is not None
    assert (names.account.id, names.guest.id) == (holder.id, guest["id"])
    assert [near.id for near in names.near] == [shouting["id"]]
    assert await services.customers.email_matches(f"{unique()}@example.com") == EmailMatches()

    rows = (await services.customers.find(CustomerQuery(text=name), 0, 100)).rows
    await services.customers.learn_shared_emails(rows)
    assert {row.id for row in rows if services.customers.shares_email(row)} == both


async def test_customers_are_found_by_parts_of_what_is_known_of_them(
    services: StoreServices, admin: httpx.AsyncClient
) -> None:
    name = unique()
    made = await make_customer(
        admin,
        email=f"{name}@example.com",
        first_name=f"Åsa{name}",
        last_name="O'Brien",
        company_name="Stone & Sons 100%",
        phone="+46 70 1234567",
    )
    for text in (
        f"åSA{name}",
        f"{name} o'brien",
        f"brien {name}",
        f"{name} 100%",
        f"stone {name} sons",
        f"{name} +46",
        f"{name.upper()}@exa",
    ):
        assert await found(services, text) == [made["id"]], text
    assert await found(services, made["id"]) == [made["id"]]
    for text in (f"{name} nobody", f"{name}_ex%"):
        assert await found(services, text) == [], text


@pytest.mark.parametrize("sort", CustomerSort)
async def test_every_order_is_the_servers_both_ways(
    services: StoreServices, admin: httpx.AsyncClient, sort: CustomerSort
) -> None:
    name = unique()
    made = [
        await make_customer(admin, email=f"{letter}.{name}@example.com", first_name=letter * 3)
        for letter in "bca"
    ]
    ids = [customer["id"] for customer in made]
    expected = {
        CustomerSort.EMAIL: [ids[2], ids[0], ids[1]],
        CustomerSort.NAME: [ids[2], ids[0], ids[1]],
    }
    up = await found(services, name, sort=sort, descending=False)
    down = await found(services, name, sort=sort, descending=True)
    assert set(up) == set(down) == set(ids)
    if sort in expected:
        assert (up, down) == (expected[sort], expected[sort][::-1])


async def test_customers_of_one_group(
    backend: Backend, services: StoreServices, admin: httpx.AsyncClient
) -> None:
    group, member = await a_group(backend, admin)
    groups = await services.customers.groups()
    assert group in [known.id for known in groups]
    assert [known.name for known in groups] == sorted(known.name for known in groups)
    page = await services.customers.find(CustomerQuery(group=group), 0, 1000)
    assert member in [row.id for row in page.rows]
    assert all(group in [known.id for known in row.groups] for row in page.rows)
    assert page.count == len(page.rows)
    names = {known.id: known.name for known in groups}
    assert {known.name for row in page.rows for known in row.groups} <= set(names.values())
    outsider = await make_customer(admin, email=f"{unique()}@example.com")
    assert outsider["id"] not in [row.id for row in page.rows]
    nobody = await services.customers.find(CustomerQuery(group="cusgroup_nope"), 0, 10)
    assert (nobody.rows, nobody.count) == ((), 0)


async def test_one_customer_comes_with_groups_addresses_and_metadata(
    backend: Backend, services: StoreServices, admin: httpx.AsyncClient
) -> None:
    customer_id = await with_address(backend, admin)
    customer = (await services.customers.get(customer_id)).value
    assert customer.id == customer_id
    assert customer.metadata
    [address, *_] = customer.addresses
    assert address.id.startswith("cuaddr_")
    assert address.city
    assert address.address_1
    assert address.country_code
    listed = (await admin.get(f"{CUSTOMERS}/{customer_id}/addresses")).json()["addresses"]
    assert [one["id"] for one in listed] == [one.id for one in customer.addresses]
    slim = (await services.customers.get(customer_id, whole=False)).value
    assert slim == customer.model_copy(update={"addresses": (), "metadata": None})
    in_list = (await services.customers.find(CustomerQuery(text=customer.email or ""), 0, 10)).rows[
        0
    ]
    assert (in_list.addresses, in_list.metadata) == ((), None)


# Changing


@with_and_without_rbac
async def test_a_guest_is_made_changed_and_deleted(
    services: StoreServices, admin: httpx.AsyncClient
) -> None:
    details = CustomerDetails(
        email=f"o'brien+{unique()}@example.com",
        first_name="<b>Anna</b>",
        last_name="\u202eyeL",
        phone="+46 70 1234567",
        company_name="Æ & Ø",
    )
    made = await services.customers.create_guest(details)
    assert CustomerDetails.of(made) == details
    assert (made.has_account, made.groups) == (False, ())
    assert (await admin.get(f"{CUSTOMERS}/{made.id}")).json()["customer"]["phone"] == details.phone

    # What somebody else changes meanwhile stays.
    await admin.post(
        f"{CUSTOMERS}/{made.id}", json={"company_name": "Somebody's", "last_name": "L"}
    )
    after = CustomerDetails(
        email=f"new.{details.email}",
        first_name="Anna",
        last_name=details.last_name,
        company_name=details.company_name,
    )
    changed = await services.customers.update(made, after)
    assert changed == (await services.customers.get(made.id, whole=False)).value
    assert (changed.email, changed.first_name, changed.phone) == (after.email, "Anna", None)
    assert (changed.company_name, changed.last_name) == ("Somebody's", "L")

    removed: list[str] = []
    services.customers.removed.subscribe(removed.append)
    await services.customers.delete(made.id)
    await services.customers.delete(made.id)
    with pytest.raises(NotFound):
        await services.customers.get(made.id)
    with pytest.raises(NotFound):
        await services.customers.update(changed, details)
    assert set(removed) == {made.id}


async def test_a_guest_may_be_almost_nobody(
    services: StoreServices, admin: httpx.AsyncClient
) -> None:
    made = await services.customers.create_guest(CustomerDetails(first_name=unique()))
    assert (made.email, made.last_name) == (None, None)
    await services.customers.learn_shared_emails([made])
    assert not services.customers.shares_email(made)
    await admin.delete(f"{CUSTOMERS}/{made.id}")


async def test_an_email_that_is_taken_or_is_none_is_refused(
    services: StoreServices, admin: httpx.AsyncClient
) -> None:
    email = f"{unique()}@example.com"
    taken = await make_customer(admin, email=email)
    other = await services.customers.create_guest(CustomerDetails(email=f"other.{email}"))
    for attempt in (
        services.customers.create_guest(details_of(taken)),
        services.customers.update(other, details_of(taken)),
    ):
        with pytest.raises(Invalid, match="already exists"):
            await attempt
    for wrong in (
        "nonsense",
        "a@b",
        "a b@example.com",
        "å@example.com",
        "a@@example.com",
        " a@b.c",
    ):
        for attempt in (
            services.customers.create_guest(CustomerDetails(email=wrong)),
            services.customers.update(other, CustomerDetails(email=wrong)),
        ):
            with pytest.raises(Invalid, match="Invalid email"):
                await attempt


async def test_a_new_email_does_not_sign_in_and_a_deleted_customer_neither(
    backend: Backend, services: StoreServices
) -> None:
    shopper = await register_customer(backend, f"{unique()}@example.com")
    customer = (await services.customers.get(shopper.id)).value
    details = CustomerDetails.of(customer)
    moved = CustomerDetails(f"new.{shopper.email}", details.first_name, details.last_name)
    assert (await services.customers.update(customer, moved)).email == moved.email
    assert await status_of_sign_in(backend, shopper.email) == 200
    assert await status_of_sign_in(backend, moved.email) == 401
    await services.customers.delete(shopper.id)
    assert await status_of_sign_in(backend, shopper.email) == 401


async def status_of_sign_in(backend: Backend, email: str) -> int:
    login = {"email": email, "password": PASSWORD}
    return (await backend.http.post("/auth/customer/emailpass", json=login)).status_code


# Rights


@in_both_dialects
async def test_without_a_role_no_customer_is_seen(backend: Backend) -> None:
    person = await stranger(backend)
    async with opened(backend, person.token, person.email) as services:
        for attempt in (
            services.customers.find(CustomerQuery(), 0, 10),
            services.customers.groups(),
            services.customers.create_guest(CustomerDetails(first_name="x")),
        ):
            with pytest.raises(Forbidden) as told:
                await attempt
            assert told.value.required == ()


@on_rbac
async def test_who_may_read_customers_alone_sees_groups_and_addresses_with_them(
    backend: Backend, admin: httpx.AsyncClient
) -> None:
    customer_id = await with_address(backend, admin)
    person = await with_permissions(backend, "customer:read")
    async with opened(backend, person.token, person.email) as services:
        customer = (await services.customers.get(customer_id)).value
        assert customer.addresses
        page = await services.customers.find(CustomerQuery(), 0, 10)
        assert page.rows
        await services.customers.learn_shared_emails(page.rows)
        await refused_for(
            services,
            customer,
            {"read a": "customer_group:read", "create": "customer:create",
             "update": "customer:update", "delete": "customer:delete"},
        )  # fmt: skip


@on_rbac
async def test_who_may_create_but_not_read_creates(
    backend: Backend, admin: httpx.AsyncClient
) -> None:
    customer_id = await with_address(backend, admin)
    person = await with_permissions(backend, "customer:create")
    async with opened(backend, person.token, person.email) as services:
        made = await services.customers.create_guest(
            CustomerDetails(email=f"{unique()}@example.com")
        )
        assert made.id.startswith("cus_")
        with pytest.raises(Forbidden) as told:
            await services.customers.get(customer_id)
        assert told.value.required == ("customer:read",)


async def refused_for(
    services: StoreServices, customer: Customer, permissions: dict[str, str]
) -> None:
    attempts: list[Awaitable[Any]] = [
        services.customers.groups(),
        services.customers.create_guest(CustomerDetails(first_name="x")),
        services.customers.update(customer, CustomerDetails(first_name="x")),
        services.customers.delete(customer.id),
    ]
    results = await asyncio.gather(*attempts, return_exceptions=True)
    told = [error.required for error in results if isinstance(error, Forbidden)]
    assert told == [(right,) for right in permissions.values()]
