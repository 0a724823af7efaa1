"""Customers as admins see them. Contract, 5.1."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import httpx
import pytest

from .answers import (
    STUMBLED,
    UNAUTHORIZED,
    Told,
    invalid,
    lacking,
    refused,
    said,
    told,
    unrecognized,
)
from .answers import wrong_type as wrong
from .backends import Backend, on_rbac, unique
from .making import Record, register_customer, with_rights
from .shapes import CUSTOMER, claims, is_id, is_time

CUSTOMERS = "/admin/customers"
INVALID_EMAIL = invalid("Invalid email address")


def missing(customer_id: str) -> Told:
    return refused(404, "not_found", f"Customer with id: {customer_id} not found")


def taken(email: str, *, has_account: bool = False) -> Told:
    return refused(
        400,
        "invalid_data",
        f"Customer with email: {email}, has_account: {str(has_account).lower()}, already exists.",
    )


async def make(admin: httpx.AsyncClient, **fields: Any) -> Record:
    answer = await admin.post(CUSTOMERS, json=fields)
    assert answer.status_code == 200
    customer: Record = answer.json()["customer"]
    return customer


@dataclass(frozen=True)
class Guests:
    """Four customers; every one has `name` in the email, and nobody else has it."""

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
            made[first] = await make(admin, email=email, **fields)
        return Guests(name, made)

    return await backend.once("guests", make_all)


async def found(admin: httpx.AsyncClient, guests: Guests, **params: Any) -> list[str]:
    answer = await admin.get(CUSTOMERS, params={"q": guests.name, **params})
    assert answer.status_code == 200, answer.text
    return guests.first_names(answer.json()["customers"])


# Making


async def test_a_customer_made_by_an_admin_is_a_guest(
    backend: Backend, admin: httpx.AsyncClient
) -> None:
    fields = {
        "email": f"{unique()}@example.com",
        "first_name": "Ann",
        "last_name": "Lee",
        "company_name": "Lee Ltd",
        "phone": "+46 70 1234567",
        "metadata": {"crm": 5},
    }
    answer = await admin.post(CUSTOMERS, json=fields)
    assert answer.status_code == 200
    customer = answer.json()["customer"]
    assert list(customer) == CUSTOMER
    assert is_id("cus", customer["id"])
    assert {name: customer[name] for name in fields} == fields
    assert customer["has_account"] is False
    assert customer["created_by"] == claims(await backend.admin_token())["actor_id"]
    assert is_time(customer["created_at"])
    assert customer["deleted_at"] is None
    assert told(await admin.get(f"{CUSTOMERS}/{customer['id']}")) == told(answer)


async def test_a_customer_may_be_nobody_at_all(admin: httpx.AsyncClient) -> None:
    customer = await make(admin)
    assert list(customer) == CUSTOMER
    assert {customer[name] for name in CUSTOMER[1:6]} == {None}
    await admin.delete(f"{CUSTOMERS}/{customer['id']}")


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ({"email": "nonsense"}, INVALID_EMAIL),
        ({"email": "a@b"}, INVALID_EMAIL),
        ({"email": "a b@example.com"}, INVALID_EMAIL),
        ({"email": ""}, INVALID_EMAIL),
        ({"email": 5}, wrong("string", "email", "5")),
        ({"first_name": 5}, wrong("string", "first_name", "5")),
        ({"has_account": True}, unrecognized("has_account")),
        ({"password": "x"}, unrecognized("password")),
        ({"created_by": "me", "groups": []}, unrecognized("created_by", "groups")),
    ],
)
async def test_a_customer_filled_in_wrongly_is_told_what_is_wrong(
    admin: httpx.AsyncClient, body: Record, expected: Told
) -> None:
    assert told(await admin.post(CUSTOMERS, json=body)) == expected


async def test_an_email_belongs_to_one_guest(admin: httpx.AsyncClient) -> None:
    email = f"{unique()}@example.com"
    await make(admin, email=email)
    assert told(await admin.post(CUSTOMERS, json={"email": email})) == taken(email)
    assert (await make(admin, email=email.upper()))["email"] == email.upper()


async def test_a_guest_may_have_the_email_of_an_account_holder(
    backend: Backend, admin: httpx.AsyncClient
) -> None:
    holder = await register_customer(backend, f"{unique()}@example.com")
    guest = await make(admin, email=holder.email)
    body = (await admin.get(CUSTOMERS, params={"email": holder.email})).json()
    assert [(one["id"], one["has_account"]) for one in body["customers"]] == [
        (holder.id, True),
        (guest["id"], False),
    ]
    for flag, customer_id in [("true", holder.id), ("false", guest["id"])]:
        params = {"email": holder.email, "has_account": flag}
        body = (await admin.get(CUSTOMERS, params=params)).json()
        assert [one["id"] for one in body["customers"]] == [customer_id]
    assert told(await admin.post(CUSTOMERS, json={"email": holder.email})) == taken(holder.email)


# Finding


async def test_customers_are_listed_fifty_at_a_time(
    admin: httpx.AsyncClient, guests: Guests
) -> None:
    answer = await admin.get(CUSTOMERS, params={"q": guests.name})
    customers = list(guests.customers.values())
    assert told(answer) == said(
        200, {"customers": customers, "count": 4, "offset": 0, "limit": 50}
    )
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
    assert set(await found(admin, guests, **late)) <= {"Cleo", "Dora"}


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
        ("metadata=5", unrecognized("metadata")),
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


async def test_a_customer_that_is_not_there_is_not_found(admin: httpx.AsyncClient) -> None:
    assert told(await admin.get(f"{CUSTOMERS}/cus_nope")) == missing("cus_nope")


# Changing


async def test_a_customer_is_changed_field_by_field(admin: httpx.AsyncClient) -> None:
    email = f"{unique()}@example.com"
    made = await make(admin, email=email, first_name="Ann", last_name="Lee", phone="5")
    path = f"{CUSTOMERS}/{made['id']}"
    answer = await admin.post(path, json={"first_name": "Anne", "phone": None})
    changed = answer.json()["customer"]
    assert list(changed) == CUSTOMER
    assert {**changed, "updated_at": 0} == {
        **made,
        "first_name": "Anne",
        "phone": None,
        "updated_at": 0,
    }
    assert changed["updated_at"] >= made["updated_at"]
    moved = (await admin.post(path, json={"email": f"new.{email}"})).json()["customer"]
    assert moved["email"] == f"new.{email}"


async def test_metadata_is_merged(admin: httpx.AsyncClient) -> None:
    made = await make(admin, metadata={"a": 1, "b": {"c": 2}})
    path = f"{CUSTOMERS}/{made['id']}"
    for change, after in [
        ({"d": 3}, {"a": 1, "b": {"c": 2}, "d": 3}),
        ({"a": ""}, {"b": {"c": 2}, "d": 3}),
        ({}, {"b": {"c": 2}, "d": 3}),
    ]:
        answer = await admin.post(path, json={"metadata": change})
        assert answer.json()["customer"]["metadata"] == after


async def test_an_email_that_is_taken_cannot_be_taken_over(admin: httpx.AsyncClient) -> None:
    email = f"{unique()}@example.com"
    await make(admin, email=email)
    other = await make(admin, email=f"other.{email}")
    path = f"{CUSTOMERS}/{other['id']}"
    assert told(await admin.post(path, json={"email": email})) == taken(email)
    assert told(await admin.post(path, json={"email": "nonsense"})) == INVALID_EMAIL
    assert told(await admin.post(path, json={"has_account": True})) == unrecognized("has_account")


async def test_changing_a_customer_that_is_not_there_is_refused(admin: httpx.AsyncClient) -> None:
    answer = await admin.post(f"{CUSTOMERS}/cus_nope", json={"first_name": "x"})
    assert told(answer) == refused(404, "not_found", 'Customer with id "cus_nope" not found')


async def test_a_customer_can_be_deleted_any_number_of_times(admin: httpx.AsyncClient) -> None:
    made = await make(admin, email=f"{unique()}@example.com")
    path = f"{CUSTOMERS}/{made['id']}"
    deleted = said(200, {"id": made["id"], "object": "customer", "deleted": True})
    for _ in range(2):
        assert told(await admin.delete(path)) == deleted
    assert told(await admin.get(path)) == missing(made["id"])
    assert (await make(admin, email=made["email"]))["id"] != made["id"]


async def test_customer_groups_are_listed_fifty_at_a_time(admin: httpx.AsyncClient) -> None:
    body = (await admin.get("/admin/customer-groups")).json()
    assert list(body) == ["customer_groups", "count", "offset", "limit"]
    assert (body["offset"], body["limit"]) == (0, 50)


@on_rbac
async def test_customers_take_rights_of_their_own(backend: Backend) -> None:
    theirs = backend.bearing((await with_rights(backend, "customer:read")).token)
    assert (await theirs.get(f"{CUSTOMERS}?limit=0")).status_code == 200
    assert told(await theirs.post(CUSTOMERS, json={"x": 1})) == lacking("customer:create")
    path = f"{CUSTOMERS}/cus_nope"
    assert told(await theirs.post(path, json={})) == lacking("customer:update")
    assert told(await theirs.delete(path)) == lacking("customer:delete")


async def test_nobody_sees_customers_without_signing_in(backend: Backend) -> None:
    assert told(await backend.http.get(CUSTOMERS)) == UNAUTHORIZED
    assert told(await backend.http.post(CUSTOMERS, json={})) == UNAUTHORIZED
