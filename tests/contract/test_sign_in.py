"""Signing in, the login token, and its renewal. Contract, 1.1 to 1.3."""

from __future__ import annotations

import time
from typing import Any

import httpx
import pytest

from .answers import UNAUTHORIZED, Told, invalid, refused, said, told
from .backends import Backend, on_plain, on_rbac, unique, with_and_without_rbac
from .making import PASSWORD, SUPER_ADMIN, invite, join, make_key, make_role, register
from .shapes import claims, is_id, part

SIGN_IN = "/auth/user/emailpass"
WRONG = refused(401, "unauthorized", "Invalid email or password")
NO_PASSWORD = refused(401, "unauthorized", "Password should be a string")
NO_EMAIL = refused(401, "unauthorized", "Email should be a string")
CLAIMS = [
    *("actor_id", "actor_type", "auth_identity_id", "auth_provider", "mfa_enabled"),
    *("mfa_challenge_completed_at", "app_metadata", "user_metadata", "iat", "exp"),
]


@with_and_without_rbac
async def test_the_right_password_opens_a_session_of_one_day(backend: Backend) -> None:
    before = claims(await backend.admin_token())["iat"]
    login = {"email": backend.email, "password": backend.password}
    answer = await backend.http.post(SIGN_IN, json=login)
    assert answer.status_code == 200
    assert list(answer.json()) == ["token"]
    token = answer.json()["token"]
    assert part(token, 0) == {"alg": "HS256", "typ": "JWT"}
    said_in_it = claims(token)
    assert list(said_in_it) == CLAIMS
    assert is_id("user", said_in_it["actor_id"])
    assert is_id("authid", said_in_it["auth_identity_id"])
    assert said_in_it["actor_type"] == "user"
    assert said_in_it["auth_provider"] == "emailpass"
    assert said_in_it["mfa_enabled"] is False
    assert said_in_it["mfa_challenge_completed_at"] is None
    assert said_in_it["user_metadata"] == {}
    assert said_in_it["exp"] - said_in_it["iat"] == 86400
    assert before <= said_in_it["iat"] <= time.time()


@with_and_without_rbac
async def test_the_token_names_the_admin_and_under_rbac_the_roles(backend: Backend) -> None:
    said_in_it = claims(await backend.admin_token())
    expected: dict[str, Any] = {"user_id": said_in_it["actor_id"]}
    if backend.rbac:
        expected["roles"] = [SUPER_ADMIN]
    assert said_in_it["app_metadata"] == expected
    assert list(said_in_it["app_metadata"]) == list(expected)


async def test_a_form_is_as_good_as_json(backend: Backend) -> None:
    login = {"email": backend.email, "password": backend.password}
    answer = await backend.http.post(SIGN_IN, data=login)
    assert answer.status_code == 200
    assert claims(answer.json()["token"])["actor_id"]


async def test_a_wrong_login_is_refused_in_the_same_words_whatever_was_wrong(
    backend: Backend,
) -> None:
    for email, password in [
        (backend.email, "wrong"),
        (backend.email, backend.password + " "),
        (backend.email, backend.password.upper()),
        (f"{unique()}@example.com", backend.password),
        (backend.email.upper(), backend.password),
        (f" {backend.email}", backend.password),
    ]:
        answer = await backend.http.post(SIGN_IN, json={"email": email, "password": password})
        assert told(answer) == WRONG


@pytest.mark.parametrize(
    ("sent", "expected"),
    [
        ({"json": {"email": "a@example.com"}}, NO_PASSWORD),
        ({"json": {"email": "a@example.com", "password": ""}}, NO_PASSWORD),
        ({"json": {"email": "a@example.com", "password": 5}}, NO_PASSWORD),
        ({"json": {}}, NO_PASSWORD),
        ({}, NO_PASSWORD),
        ({"content": "email", "headers": {"content-type": "text/plain"}}, NO_PASSWORD),
        ({"json": ["a@example.com", "x"]}, NO_PASSWORD),
        ({"json": {"password": "x"}}, NO_EMAIL),
        ({"json": {"email": 5, "password": "x"}}, NO_EMAIL),
        ({"json": {"email": "", "password": "x"}}, NO_EMAIL),
    ],
)
async def test_half_a_login_is_told_what_is_missing(
    backend: Backend, sent: dict[str, Any], expected: Told
) -> None:
    assert told(await backend.http.post(SIGN_IN, **sent)) == expected


async def test_a_provider_that_is_not_there_is_not_allowed(backend: Backend) -> None:
    login = {"email": backend.email, "password": backend.password}
    answer = await backend.http.post("/auth/user/nope", json=login)
    assert told(answer) == refused(
        400, "not_allowed", "The actor type user is not allowed to use the auth provider nope"
    )


@pytest.mark.parametrize("actor", ["customer", "nobody-we-know"])
async def test_an_admin_at_the_wrong_door_gets_a_token_that_opens_nothing(
    backend: Backend, actor: str
) -> None:
    token = await backend.sign_in(backend.email, backend.password, actor=actor)
    assert (claims(token)["actor_id"], claims(token)["actor_type"]) == ("", actor)
    assert "roles" not in claims(token)["app_metadata"]
    assert told(await backend.bearing(token).get("/admin/users/me")) == UNAUTHORIZED


async def test_a_login_that_is_no_admin_yet_gets_a_token_that_opens_nothing(
    backend: Backend,
) -> None:
    email = f"{unique()}@example.com"
    await register(backend, email)
    token = await backend.sign_in(email, PASSWORD)
    assert claims(token)["actor_id"] == ""
    assert claims(token)["actor_type"] == "user"
    assert claims(token)["app_metadata"] == {}
    for path in ("users/me", "api-keys"):
        assert told(await backend.bearing(token).get(f"/admin/{path}")) == UNAUTHORIZED


async def test_a_login_can_be_registered_only_once(backend: Backend) -> None:
    email = f"{unique()}@example.com"
    await register(backend, email)
    again = await backend.http.post(
        f"{SIGN_IN}/register", json={"email": email, "password": PASSWORD}
    )
    assert again.status_code == 200, "the same password, and nobody yet: once more a token"
    for taken, password in [(email, "another"), (backend.email, backend.password)]:
        login = {"email": taken, "password": password}
        answer = await backend.http.post(f"{SIGN_IN}/register", json=login)
        assert told(answer) == refused(401, "unauthorized", "Identity with email already exists")


async def test_the_word_bearer_may_be_written_in_any_case(backend: Backend) -> None:
    token = await backend.admin_token()
    for scheme in ("Bearer", "bearer", "BEARER"):
        client = backend.client(authorization=f"{scheme} {token}")
        assert (await client.get("/admin/users/me")).status_code == 200


async def test_every_bad_token_is_refused_in_the_same_words(backend: Backend) -> None:
    token = await backend.admin_token()
    head, body, signature = token.split(".")
    changed = signature[:-2] + ("AA" if signature[-2:] != "AA" else "BB")
    for authorization in [
        token,
        "Bearer nonsense",
        "Bearer",
        f"Bearer {head}.{body}.{changed}",
        f"Bearer {head}.{body}.",
        f"Token {token}",
    ]:
        client = backend.client(authorization=authorization)
        assert told(await client.get("/admin/users/me")) == UNAUTHORIZED, authorization[:12]
    assert told(await backend.http.get("/admin/users/me")) == UNAUTHORIZED
    in_query = await backend.http.get("/admin/users/me", params={"token": token})
    assert told(in_query) == UNAUTHORIZED


@with_and_without_rbac
async def test_a_refresh_gives_a_token_like_the_old_one(backend: Backend) -> None:
    old = await backend.admin_token()
    answer = await backend.bearing(old).post("/auth/token/refresh")
    assert answer.status_code == 200
    assert list(answer.json()) == ["token"]
    before, after = claims(old), claims(answer.json()["token"])
    assert list(after) == CLAIMS
    assert after["iat"] >= before["iat"]
    assert after["exp"] - after["iat"] == 86400
    assert {**after, "iat": 0, "exp": 0} == {**before, "iat": 0, "exp": 0}
    assert (await backend.bearing(answer.json()["token"]).get("/admin/users/me")).is_success


async def test_nobody_is_refreshed_without_a_good_token(backend: Backend) -> None:
    assert told(await backend.http.post("/auth/token/refresh")) == UNAUTHORIZED
    assert told(await backend.bearing("a.b.c").post("/auth/token/refresh")) == UNAUTHORIZED


async def test_a_secret_key_cannot_refresh_itself(
    backend: Backend, admin: httpx.AsyncClient
) -> None:
    key = await make_key(admin, unique())
    answer = await backend.holding(key["token"]).post("/auth/token/refresh")
    assert told(answer) == UNAUTHORIZED


async def test_a_refresh_makes_an_accepted_invite_count(
    backend: Backend, admin: httpx.AsyncClient
) -> None:
    email = f"{unique()}@example.com"
    invited = await invite(admin, email)
    newcomer = backend.bearing(await register(backend, email))
    before = (await newcomer.post("/auth/token/refresh")).json()["token"]
    assert claims(before)["actor_id"] == ""
    accepted = await newcomer.post(
        "/admin/invites/accept", params={"token": invited["token"]}, json={}
    )
    after = (await newcomer.post("/auth/token/refresh")).json()["token"]
    assert claims(after)["actor_id"] == accepted.json()["user"]["id"]


@on_rbac
async def test_a_new_role_counts_from_the_next_refresh_on(
    backend: Backend, admin: httpx.AsyncClient
) -> None:
    person = await join(backend)
    theirs = backend.bearing(person.token)
    assert claims(person.token)["app_metadata"]["roles"] == []
    role = await make_role(admin, ["api_key:read"])
    added = await admin.post(f"/admin/users/{person.id}/roles", json={"roles": [role]})
    assert [one["id"] for one in added.json()["roles"]] == [role]

    permissions = await theirs.get("/admin/rbac/me/permissions")
    assert told(permissions) == said(200, {"permissions": ["api_key:read"]})
    assert (await theirs.get("/admin/api-keys?limit=0")).status_code == 403
    fresh = (await theirs.post("/auth/token/refresh")).json()["token"]
    assert claims(fresh)["app_metadata"]["roles"] == [role]
    assert (await backend.bearing(fresh).get("/admin/api-keys?limit=0")).status_code == 200


@on_rbac
async def test_a_role_taken_away_counts_from_the_next_refresh_on(
    backend: Backend, admin: httpx.AsyncClient
) -> None:
    person = await join(backend, await make_role(admin, ["api_key:read"]))
    theirs = backend.bearing(person.token)
    removed = await admin.delete(f"/admin/users/{person.id}/roles/{person.role}")
    assert told(removed) == said(200, {"id": person.role, "object": "user_role", "deleted": True})
    assert (await theirs.get("/admin/rbac/me/permissions")).json() == {"permissions": []}
    assert (await theirs.get("/admin/api-keys?limit=0")).status_code == 200
    fresh = (await theirs.post("/auth/token/refresh")).json()["token"]
    assert (await backend.bearing(fresh).get("/admin/api-keys?limit=0")).status_code == 403


@on_plain
async def test_without_rbac_a_token_knows_no_roles(backend: Backend) -> None:
    person = await join(backend)
    assert claims(person.token)["app_metadata"] == {"user_id": person.id}


async def test_the_invite_of_somebody_who_is_an_admin_already_is_refused(
    backend: Backend, admin: httpx.AsyncClient
) -> None:
    answer = await admin.post("/admin/invites", json={"email": backend.email})
    assert told(answer) == refused(
        400,
        "invalid_data",
        f"User account for following email(s) already exist: {backend.email}",
    )


async def test_an_invite_needs_its_token_and_a_login(
    backend: Backend, admin: httpx.AsyncClient
) -> None:
    email = f"{unique()}@example.com"
    token = (await invite(admin, email))["token"]
    newcomer = backend.bearing(await register(backend, email))
    accept = "/admin/invites/accept"
    assert told(await newcomer.post(accept, json={})) == invalid("Field 'token' is required")
    assert told(await backend.http.post(accept, params={"token": token}, json={})) == UNAUTHORIZED
    assert told(await newcomer.post(accept, params={"token": "a.b.c"}, json={})) == UNAUTHORIZED
    assert (await newcomer.post(accept, params={"token": token}, json={})).status_code == 200
    other = backend.bearing(await register(backend, f"{unique()}@example.com"))
    assert told(await other.post(accept, params={"token": token}, json={})) == UNAUTHORIZED
