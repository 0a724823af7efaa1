"""Making, changing and deleting customers. Contract, 5.1."""

from __future__ import annotations

import httpx
import pytest

from .answers import (
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
from .backends import Backend, on_rbac, unique, with_and_without_rbac
from .making import Record, make_customer, register_customer, with_permissions
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


@with_and_without_rbac
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
    customer = await make_customer(admin)
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
    await make_customer(admin, email=email)
    assert told(await admin.post(CUSTOMERS, json={"email": email})) == taken(email)
    assert (await make_customer(admin, email=email.upper()))["email"] == email.upper()


async def test_a_guest_may_have_the_email_of_an_account_holder(
    backend: Backend, admin: httpx.AsyncClient
) -> None:
    holder = await register_customer(backend, f"{unique()}@example.com")
    guest = await make_customer(admin, email=holder.email)
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


# Changing


async def test_a_customer_is_changed_field_by_field(admin: httpx.AsyncClient) -> None:
    email = f"{unique()}@example.com"
    made = await make_customer(admin, email=email, first_name="Ann", last_name="Lee", phone="5")
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
    made = await make_customer(admin, metadata={"a": 1, "b": {"c": 2}})
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
    await make_customer(admin, email=email)
    other = await make_customer(admin, email=f"other.{email}")
    path = f"{CUSTOMERS}/{other['id']}"
    assert told(await admin.post(path, json={"email": email})) == taken(email)
    assert told(await admin.post(path, json={"email": "nonsense"})) == INVALID_EMAIL
    assert told(await admin.post(path, json={"has_account": True})) == unrecognized("has_account")


async def test_changing_a_customer_that_is_not_there_is_refused(admin: httpx.AsyncClient) -> None:
    answer = await admin.post(f"{CUSTOMERS}/cus_nope", json={"first_name": "x"})
    assert told(answer) == refused(404, "not_found", 'Customer with id "cus_nope" not found')


async def test_a_customer_can_be_deleted_any_number_of_times(admin: httpx.AsyncClient) -> None:
    made = await make_customer(admin, email=f"{unique()}@example.com")
    path = f"{CUSTOMERS}/{made['id']}"
    deleted = said(200, {"id": made["id"], "object": "customer", "deleted": True})
    for _ in range(2):
        assert told(await admin.delete(path)) == deleted
    assert told(await admin.get(path)) == missing(made["id"])
    assert (await make_customer(admin, email=made["email"]))["id"] != made["id"]


@on_rbac
async def test_customers_take_permissions_of_their_own(backend: Backend) -> None:
    theirs = backend.bearing((await with_permissions(backend, "customer:read")).token)
    assert (await theirs.get(f"{CUSTOMERS}?limit=0")).status_code == 200
    assert told(await theirs.post(CUSTOMERS, json={"x": 1})) == lacking("customer:create")
    path = f"{CUSTOMERS}/cus_nope"
    assert told(await theirs.post(path, json={})) == lacking("customer:update")
    assert told(await theirs.delete(path)) == lacking("customer:delete")


@with_and_without_rbac
async def test_nobody_sees_customers_without_signing_in(backend: Backend) -> None:
    assert told(await backend.http.get(CUSTOMERS)) == UNAUTHORIZED
    assert told(await backend.http.post(CUSTOMERS, json={})) == UNAUTHORIZED
