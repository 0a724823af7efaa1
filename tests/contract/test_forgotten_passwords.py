"""A token that sets a new password: by mail, or handed out by another admin. Contract, 1.8."""

from __future__ import annotations

from typing import Any

import httpx
import pytest

from .answers import (
    FORBIDDEN,
    UNAUTHORIZED,
    Told,
    invalid,
    lacking,
    refused,
    said,
    told,
    unrecognized,
)
from .backends import Backend, on_plain, on_rbac, unique, with_and_without_rbac
from .making import PASSWORD, Person, invite, join, register, stranger, with_permissions
from .second_factor import asked_for_code, enrol
from .shapes import claims

SIGN_IN = "/auth/user/emailpass"
ASK, SET = f"{SIGN_IN}/reset-password", f"{SIGN_IN}/update"
RESET = "auth.password_reset"
DEAD = refused(401, "unauthorized", "Invalid token")
DONE = said(200, {"success": True})
NEW = {"password": "battery staple"}


def asked_for(email: str) -> dict[str, str]:
    return {"identifier": email}


def created(answer: httpx.Response) -> bool:
    return (answer.status_code, answer.text, answer.headers["content-type"]) == (
        *(201, "Created"),
        "text/plain; charset=utf-8",
    )


async def handed_out(admin: httpx.AsyncClient, person: Person) -> str:
    answer = await admin.post(f"/admin/users/{person.id}/reset-password", json={})
    assert answer.status_code == 200
    assert list(answer.json()) == ["token"]
    return str(answer.json()["token"])


@with_and_without_rbac
async def test_a_token_comes_by_mail_and_sets_a_new_password_once(backend: Backend) -> None:
    person = await join(backend)
    assert created(await backend.http.post(ASK, json=asked_for(person.email)))
    mail = await backend.mailed(RESET, person.email)
    assert list(mail) == ["entity_id", "actor_type", "token", "metadata"]
    assert (mail["actor_type"], mail["metadata"]) == ("user", {})
    known = claims(mail["token"])
    assert list(known) == [
        *("entity_id", "provider", "actor_type", "purpose", "iat", "exp", "jti"),
    ]
    assert (known["entity_id"], known["provider"]) == (person.email, "emailpass")
    assert (known["actor_type"], known["purpose"]) == ("user", "reset")
    assert known["exp"] - known["iat"] == 900

    holder = backend.bearing(mail["token"])
    assert told(await holder.post(SET, json=NEW)) == DONE
    assert told(await holder.post(SET, json=NEW)) == DEAD
    old = await backend.http.post(SIGN_IN, json={"email": person.email, "password": PASSWORD})
    assert told(old) == refused(401, "unauthorized", "Invalid email or password")
    assert claims(await backend.sign_in(person.email, NEW["password"]))["actor_id"] == person.id


async def test_who_has_no_account_is_told_the_same_and_gets_no_mail(backend: Backend) -> None:
    person, nobody = await join(backend), f"{unique()}@example.com"
    assert created(await backend.http.post(ASK, json=asked_for(nobody)))
    assert created(await backend.http.post(ASK, json=asked_for(person.email)))
    await backend.mailed(RESET, person.email)
    sent = await backend.place.doors.events(RESET)
    assert nobody not in [one["entity_id"] for one in sent]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ({}, invalid("Field 'identifier' is required")),
        (
            {"email": "a@example.com"},
            invalid("Field 'identifier' is required", "Unrecognized fields: 'email'"),
        ),
        (
            {"identifier": 5},
            invalid("Expected type: 'string' for field 'identifier', got: '5'"),
        ),
        ({"identifier": "a@example.com", "x": 1}, unrecognized("x")),
        (
            {"identifier": "a@example.com", "metadata": 5},
            invalid("Expected type: 'record' for field 'metadata', got: '5'"),
        ),
    ],
)
async def test_a_request_that_is_none_is_refused(
    backend: Backend, body: dict[str, Any], expected: Told
) -> None:
    assert told(await backend.http.post(ASK, json=body)) == expected


async def test_a_provider_that_is_not_allowed_resets_nothing(backend: Backend) -> None:
    closed = refused(
        400,
        "not_allowed",
        "The actor type user is not allowed to use the auth provider nope",
    )
    for route, body in (("reset-password", asked_for("a@example.com")), ("update", NEW)):
        assert told(await backend.http.post(f"/auth/user/nope/{route}", json=body)) == closed


@with_and_without_rbac
async def test_an_admin_gets_the_token_of_a_colleague_without_a_mail(
    backend: Backend, admin: httpx.AsyncClient
) -> None:
    person = await join(backend)
    token = await handed_out(admin, person)
    assert claims(token)["entity_id"] == person.email
    assert told(await backend.bearing(token).post(SET, json=NEW)) == DONE
    assert await backend.sign_in(person.email, NEW["password"])


async def test_the_newest_token_alone_counts_wherever_it_came_from(
    backend: Backend, admin: httpx.AsyncClient
) -> None:
    person = await join(backend)
    first = await handed_out(admin, person)
    await backend.http.post(ASK, json=asked_for(person.email))
    second = (await backend.mailed(RESET, person.email, 2))["token"]
    assert told(await backend.bearing(first).post(SET, json=NEW)) == DEAD
    third = await handed_out(admin, person)
    assert told(await backend.bearing(second).post(SET, json=NEW)) == DEAD
    assert told(await backend.bearing(third).post(SET, json=NEW)) == DONE


@pytest.mark.parametrize("body", [{"password": ""}, {"password": 5}, {}, None])
async def test_a_password_that_is_none_burns_the_token(
    backend: Backend, admin: httpx.AsyncClient, body: object
) -> None:
    person = await backend.once("burnt", lambda: join(backend))
    holder = backend.bearing(await handed_out(admin, person))
    assert told(await holder.post(SET, json=body)) == refused(401, "unauthorized", "Unauthorized")
    assert told(await holder.post(SET, json=NEW)) == DEAD
    assert await backend.sign_in(person.email, PASSWORD)


async def test_a_token_counts_only_where_it_belongs_and_as_bearer_alone(
    backend: Backend, admin: httpx.AsyncClient
) -> None:
    person = await join(backend)
    token = await handed_out(admin, person)
    holder = backend.bearing(token)
    assert told(await holder.post("/auth/customer/emailpass/update", json=NEW)) == DEAD
    assert told(await backend.http.post(SET, params={"token": token}, json=NEW)) == DEAD
    assert told(await backend.bearing(person.token).post(SET, json=NEW)) == DEAD
    assert told(await backend.bearing("a.b.c").post(SET, json=NEW)) == DEAD
    # It is no session, either.
    assert told(await holder.get("/admin/users/me")) == UNAUTHORIZED
    assert told(await holder.get("/auth/mfa/factors")) == UNAUTHORIZED
    assert told(await holder.post(SET, json={**NEW, "email": "z", "x": 1})) == DONE


async def test_a_customers_token_does_not_count_for_an_admin(backend: Backend) -> None:
    person = await join(backend)
    ask = "/auth/customer/emailpass/reset-password"
    assert created(await backend.http.post(ask, json=asked_for(person.email)))
    mail = await backend.mailed(RESET, person.email)
    assert mail["actor_type"] == "customer"
    assert told(await backend.bearing(mail["token"]).post(SET, json=NEW)) == DEAD


async def test_a_new_password_leaves_sessions_and_the_second_factor_as_they_are(
    backend: Backend, admin: httpx.AsyncClient
) -> None:
    app = await enrol(backend)
    token = await handed_out(admin, app.person)
    assert told(await backend.bearing(token).post(SET, json={"password": PASSWORD})) == DONE
    old = backend.bearing(app.person.token)
    assert (await old.get("/admin/users/me")).status_code == 200
    assert (await old.post("/auth/token/refresh")).status_code == 200
    assert await asked_for_code(backend, app.person.email)


async def test_there_is_no_token_for_nobody(backend: Backend, admin: httpx.AsyncClient) -> None:
    answer = await admin.post("/admin/users/user_nope/reset-password", json={})
    assert told(answer) == refused(404, "not_found", "User with id: user_nope was not found")
    unsigned = await backend.http.post("/admin/users/user_nope/reset-password", json={})
    assert told(unsigned) == UNAUTHORIZED


async def test_there_is_no_token_for_who_signs_in_with_another_address(
    backend: Backend, admin: httpx.AsyncClient
) -> None:
    """Whoever accepted an invite with another email has a login by one name, and a record by the
    other: no admin can reset that."""
    login, record = f"{unique()}@example.com", f"{unique()}@example.com"
    token = (await invite(admin, login))["token"]
    newcomer = backend.bearing(await register(backend, login))
    accept = "/admin/invites/accept"
    joined = await newcomer.post(accept, params={"token": token}, json={"email": record})
    user = joined.json()["user"]
    assert user["email"] == record
    answer = await admin.post(f"/admin/users/{user['id']}/reset-password", json={})
    assert told(answer) == refused(
        400,
        "invalid_data",
        f"Provider identity with entity_id {record} and provider emailpass not found",
    )
    assert claims(await backend.sign_in(login, PASSWORD))["actor_id"] == user["id"]


@on_rbac
async def test_handing_out_a_token_takes_a_right_of_its_own(backend: Backend) -> None:
    person = await join(backend)
    path = f"/admin/users/{person.id}/reset-password"
    nobody = backend.bearing((await stranger(backend)).token)
    reader = backend.bearing((await with_permissions(backend, "user:read")).token)
    updater = backend.bearing((await with_permissions(backend, "user:update")).token)
    assert told(await nobody.post(path, json={})) == FORBIDDEN
    assert told(await reader.post(path, json={})) == lacking("user:update")
    assert (await updater.post(path, json={})).status_code == 200
    assert told(await nobody.get(f"/admin/users/{person.id}/auth-providers")) == FORBIDDEN


@on_plain
async def test_without_rbac_everybody_hands_out_everybodys_token(backend: Backend) -> None:
    person = await join(backend)
    somebody = backend.bearing((await stranger(backend)).token)
    assert await handed_out(somebody, person)


async def test_an_admin_sees_how_somebody_can_sign_in(
    backend: Backend, admin: httpx.AsyncClient
) -> None:
    person = await stranger(backend)
    answer = await admin.get(f"/admin/users/{person.id}/auth-providers")
    assert told(answer) == said(200, {"providers": ["emailpass"]})
    answer = await admin.get("/admin/users/user_nope/auth-providers")
    assert told(answer) == said(200, {"providers": []})
