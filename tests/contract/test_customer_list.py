"""Finding customers. Contract, 5.1."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

import httpx
import pytest

from .answers import (
    STUMBLED,
    Told,
    lacking,
    refused,
    said,
    told,
    unrecognized,
)
from .answers import wrong_type as wrong
from .backends import Backend, on_rbac, unique, with_and_without_rbac
from .making import Record, later_than, make_customer, with_address, with_permissions
from .shapes import ADDRESS, CUSTOMER, WHOLE_ADDRESS, is_id

CUSTOMERS = "/admin/customers"


@dataclass(frozen=True)
class Guests:
    """Four customers, as they were made; every one has `name` in the email, and nobody else."""

    name: str
    customers: dict[str, Record]

    def first_names(self, customers: list[Record]) -> list[str]:
        ids = {customer["id"]: name for name, customer in self.customers.items()}
        return [ids[customer["id"]] for customer in customers]


@pytest.fixture
async def guests(backend: Backend, admin: httpx.AsyncClient) -> Guests:
    async def make_all() -> Guests:
        name = unique()
        made = {}
        for first, last, company in [
            ("Ann", "Lee", None),
            ("bob", "Stone", "Stone & Sons"),
            ("Cleo", "Annis", None),
            ("Dora", None, "Ann Ltd"),
        ]:
            email = f"{first}.{name}@example.com"
            fields = {"first_name": first, "last_name": last, "company_name": company}
            made[first] = await make_customer(admin, email=email, **fields)
            await later_than(admin, datetime.fromisoformat(made[first]["created_at"]))
        return Guests(name, made)

    return await backend.once("guests", make_all)


async def found(admin: httpx.AsyncClient, guests: Guests, **params: Any) -> list[str]:
    answer = await admin.get(CUSTOMERS, params={"q": guests.name, **params})
    assert answer.status_code == 200, answer.text
    return guests.first_names(answer.json()["customers"])


@with_and_without_rbac
async def test_customers_are_listed_fifty_at_a_time(
    admin: httpx.AsyncClient, guests: Guests
) -> None:
    answer = await admin.get(CUSTOMERS, params={"q": guests.name})
    customers = list(guests.customers.values())
    assert told(answer) == said(200, {"customers": customers, "count": 4, "offset": 0, "limit": 50})
    assert all(list(customer) == CUSTOMER for customer in answer.json()["customers"])


async def test_the_search_looks_into_names_email_and_company(
    admin: httpx.AsyncClient, guests: Guests
) -> None:
    name = guests.name
    assert await found(admin, guests, q=f"{name} LEE") == ["Ann"]
    assert await found(admin, guests, q=f"{name} bob") == ["bob"]
    assert await found(admin, guests, q=f"{name} sons") == ["bob"]
    assert await found(admin, guests, q=f"ann {name}") == ["Ann", "Cleo", "Dora"]
    assert await found(admin, guests, q=f"{name} lee ann") == ["Ann"]
    assert await found(admin, guests, q=f"ann.{name}@EXAMPLE.com") == ["Ann"]
    assert await found(admin, guests, q=f"{name} nobody") == []
    assert await found(admin, guests, q=guests.customers["Ann"]["id"]) == []


async def test_customers_are_found_by_exact_values(
    admin: httpx.AsyncClient, guests: Guests
) -> None:
    ann, bob = guests.customers["Ann"], guests.customers["bob"]
    assert await found(admin, guests, email=ann["email"]) == ["Ann"]
    assert await found(admin, guests, email=ann["email"].lower()) == []
    assert await found(admin, guests, email=[ann["email"], bob["email"]]) == ["Ann", "bob"]
    assert await found(admin, guests, id=[ann["id"], bob["id"]]) == ["Ann", "bob"]
    assert await found(admin, guests, first_name="Cleo") == ["Cleo"]
    assert await found(admin, guests, last_name="Lee") == ["Ann"]
    assert await found(admin, guests, company_name="Ann Ltd") == ["Dora"]
    assert await found(admin, guests, has_account="false") == ["Ann", "bob", "Cleo", "Dora"]
    assert await found(admin, guests, has_account="true") == []
    assert await found(admin, guests, created_by=ann["created_by"], last_name="Lee") == ["Ann"]
    late = {"created_at[$gt]": bob["created_at"], "created_at[$lt]": "2100-01-01"}
    assert await found(admin, guests, **late) == ["Cleo", "Dora"]


async def test_customers_are_sorted_and_cut_like_keys(
    admin: httpx.AsyncClient, guests: Guests
) -> None:
    assert await found(admin, guests, order="first_name") == ["Ann", "Cleo", "Dora", "bob"]
    assert await found(admin, guests, order="-created_at") == ["Dora", "Cleo", "bob", "Ann"]
    assert (await found(admin, guests, order="last_name"))[-1] == "Dora"
    assert (await found(admin, guests, order="-last_name"))[0] == "Dora"
    page = await admin.get(CUSTOMERS, params={"q": guests.name, "limit": 2, "offset": 1})
    assert guests.first_names(page.json()["customers"]) == ["bob", "Cleo"]
    assert [page.json()[name] for name in ("count", "offset", "limit")] == [4, 1, 2]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("phone=5", unrecognized("phone")),
        ("colour=red", unrecognized("colour")),
        ("limit=abc", wrong("number", "limit", "abc")),
        ("limit=-1", STUMBLED),
        ("order=colour", STUMBLED),
    ],
)
async def test_customers_cannot_be_listed_by_everything(
    admin: httpx.AsyncClient, query: str, expected: Told
) -> None:
    assert told(await admin.get(f"{CUSTOMERS}?{query}")) == expected


async def test_a_customer_shows_the_fields_that_were_asked_for(
    admin: httpx.AsyncClient, guests: Guests
) -> None:
    ann = guests.customers["Ann"]
    shown = {"id": ann["id"], "email": ann["email"]}
    answer = await admin.get(f"{CUSTOMERS}/{ann['id']}?fields=id,email")
    assert told(answer) == said(200, {"customer": shown})
    listed = await admin.get(CUSTOMERS, params={"id": ann["id"], "fields": "id,email"})
    assert listed.json()["customers"] == [shown]
    grouped = await admin.get(f"{CUSTOMERS}/{ann['id']}", params={"fields": "id,*groups"})
    assert grouped.json() == {"customer": {"id": ann["id"], "groups": []}}


@with_and_without_rbac
async def test_a_customer_that_is_not_there_is_not_found(admin: httpx.AsyncClient) -> None:
    assert told(await admin.get(f"{CUSTOMERS}/cus_nope")) == refused(
        404, "not_found", "Customer with id: cus_nope not found"
    )


async def test_customer_groups_are_listed_fifty_at_a_time(admin: httpx.AsyncClient) -> None:
    body = (await admin.get("/admin/customer-groups")).json()
    assert list(body) == ["customer_groups", "count", "offset", "limit"]
    assert (body["offset"], body["limit"]) == (0, 50)


# Addresses


@pytest.fixture
async def resident(backend: Backend, admin: httpx.AsyncClient) -> str:
    """The id of a customer with an address."""
    return await with_address(backend, admin)


async def test_addresses_are_listed_fifty_at_a_time(
    admin: httpx.AsyncClient, resident: str
) -> None:
    body = (await admin.get(f"{CUSTOMERS}/{resident}/addresses")).json()
    assert list(body) == ["addresses", "count", "offset", "limit"]
    assert (body["count"], body["offset"], body["limit"]) == (len(body["addresses"]), 0, 50)
    [address, *_] = body["addresses"]
    assert list(address) == ADDRESS
    assert is_id("cuaddr", address["id"])
    assert address["customer_id"] == resident
    filters: list[dict[str, Any]] = [
        {"city": address["city"]},
        {"country_code": [address["country_code"], "zz"]},
        {"q": address["city"], "limit": 1, "order": "-city"},
    ]
    for params in filters:
        answer = await admin.get(f"{CUSTOMERS}/{resident}/addresses", params=params)
        assert address["id"] in [one["id"] for one in answer.json()["addresses"]]
    picked = await admin.get(f"{CUSTOMERS}/{resident}/addresses?fields=id,city&city=nowhere")
    assert told(picked) == said(200, {"addresses": [], "count": 0, "offset": 0, "limit": 50})


async def test_addresses_hang_below_their_customer_in_another_form(
    admin: httpx.AsyncClient, resident: str
) -> None:
    fields = {"fields": "id,email,metadata,*addresses"}
    customer = (await admin.get(f"{CUSTOMERS}/{resident}", params=fields)).json()["customer"]
    assert set(customer) == {"id", "email", "metadata", "addresses"}
    assert list(customer["addresses"][0]) == WHOLE_ADDRESS
    listed = (await admin.get(f"{CUSTOMERS}/{resident}/addresses")).json()["addresses"]
    for short, whole in zip(listed, customer["addresses"], strict=True):
        assert short == {name: whole[name] for name in ADDRESS}


async def test_nobody_has_no_addresses(admin: httpx.AsyncClient) -> None:
    answer = await admin.get(f"{CUSTOMERS}/cus_nope/addresses")
    assert told(answer) == said(200, {"addresses": [], "count": 0, "offset": 0, "limit": 50})


@pytest.mark.parametrize("field", ["id", "colour", "customer_id"])
async def test_addresses_cannot_be_listed_by_everything(
    admin: httpx.AsyncClient, field: str
) -> None:
    answer = await admin.get(f"{CUSTOMERS}/cus_nope/addresses?{field}=x")
    assert told(answer) == unrecognized(field)


@on_rbac
async def test_a_list_of_addresses_takes_two_permissions(backend: Backend, resident: str) -> None:
    path = f"{CUSTOMERS}/{resident}/addresses"
    for permissions, answer in [
        (["api_key:read"], lacking("customer:read")),
        (["customer:read"], lacking("customer_address:read")),
    ]:
        theirs = backend.bearing((await with_permissions(backend, *permissions)).token)
        assert told(await theirs.get(path)) == answer
    both = await with_permissions(backend, "customer:read", "customer_address:read")
    assert (await backend.bearing(both.token).get(path)).status_code == 200
