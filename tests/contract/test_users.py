"""Admin users: who am I, who are the others, and what of those who left. Contract, 2 and 0.14."""

from __future__ import annotations

import httpx
import pytest

from .answers import (
    FORBIDDEN,
    STUMBLED,
    UNAUTHORIZED,
    lacking,
    refused,
    said,
    told,
    unrecognized,
    wrong_type,
)
from .backends import Backend, on_plain, on_rbac, unique, with_and_without_rbac
from .making import (
    PASSWORD,
    SUPER_ADMIN,
    colleague,
    invite,
    join,
    make_key,
    stranger,
    with_permissions,
)
from .shapes import USER, claims, is_id, is_time


def gone(user_id: str) -> tuple[int, str]:
    return refused(404, "not_found", f"User with id: {user_id} was not found")


@with_and_without_rbac
async def test_an_admin_sees_their_own_account(backend: Backend, admin: httpx.AsyncClient) -> None:
    answer = await admin.get("/admin/users/me")
    assert list(answer.json()) == ["user"]
    user = answer.json()["user"]
    assert list(user) == USER
    assert is_id("user", user["id"])
    assert user["id"] == claims(await backend.admin_token())["actor_id"]
    assert user["email"] == backend.email
    assert (user["avatar_url"], user["metadata"], user["deleted_at"]) == (None, None, None)
    assert is_time(user["created_at"])


@with_and_without_rbac
async def test_seeing_oneself_takes_no_role(backend: Backend) -> None:
    person = await stranger(backend)
    answer = await backend.bearing(person.token).get("/admin/users/me?fields=id,email")
    assert told(answer) == said(200, {"user": {"id": person.id, "email": person.email}})


async def test_an_account_shows_the_fields_that_were_asked_for(
    backend: Backend, admin: httpx.AsyncClient
) -> None:
    person = await colleague(backend)
    answer = await admin.get(f"/admin/users/{person.id}?fields=id,email,first_name,last_name")
    names = {"first_name": "Ada", "last_name": "Byron"}
    assert told(answer) == said(200, {"user": {"id": person.id, "email": person.email, **names}})


@on_rbac
async def test_an_account_shows_its_roles_when_asked(
    backend: Backend, admin: httpx.AsyncClient
) -> None:
    answer = await admin.get("/admin/users/me?fields=id,email,rbac_roles.*")
    user = answer.json()["user"]
    assert list(user) == ["id", "email", "rbac_roles"]
    assert [role["id"] for role in user["rbac_roles"]] == [SUPER_ADMIN]


@with_and_without_rbac
async def test_an_account_without_a_role_shows_none_and_with_rbac_off_too(
    backend: Backend,
) -> None:
    person = await stranger(backend)
    answer = await backend.bearing(person.token).get("/admin/users/me?fields=id,rbac_roles.*")
    assert told(answer) == said(200, {"user": {"id": person.id, "rbac_roles": []}})


@with_and_without_rbac
async def test_roles_are_told_in_whole_and_stay_known_with_rbac_off(
    backend: Backend, admin: httpx.AsyncClient
) -> None:
    user = (await admin.get("/admin/users/me?fields=id,rbac_roles.*")).json()["user"]
    assert list(user) == ["id", "rbac_roles"]
    (role,) = user["rbac_roles"]
    assert list(role) == [
        *("id", "name", "description", "metadata", "created_at", "updated_at", "deleted_at")
    ]
    assert (role["id"], role["name"]) == (SUPER_ADMIN, "Super Admin")


async def test_users_are_listed_fifty_at_a_time(backend: Backend, admin: httpx.AsyncClient) -> None:
    body = (await admin.get("/admin/users")).json()
    assert list(body) == ["users", "count", "offset", "limit"]
    assert (body["offset"], body["limit"]) == (0, 50)
    assert all(list(user) == USER for user in body["users"])
    ids = [user["id"] for user in body["users"]]
    assert ids == sorted(ids)


async def test_users_are_found_by_email_id_name_and_text(
    backend: Backend, admin: httpx.AsyncClient
) -> None:
    ada = await colleague(backend)
    me = claims(await backend.admin_token())["actor_id"]

    async def found(**filters: str | list[str]) -> set[str]:
        params = {"limit": "1000", **filters}
        users = (await admin.get("/admin/users", params=params)).json()["users"]
        return {user["id"] for user in users}

    assert await found(email=ada.email) == {ada.id}
    assert await found(email=ada.email.upper()) == set()
    assert await found(id=ada.id) == {ada.id}
    assert await found(id=[ada.id, me, "user_nobody"]) == {ada.id, me}
    assert await found(q=ada.email[:12].upper()) == {ada.id}
    assert await found(q=f"byron {ada.email[:12]}") == {ada.id}
    named = await found(first_name="Ada", last_name="Byron")
    assert ada.id in named
    assert me not in named


async def test_users_are_listed_in_the_order_that_was_asked_for(
    backend: Backend, admin: httpx.AsyncClient
) -> None:
    ada = await colleague(backend)
    me = claims(await backend.admin_token())["actor_id"]
    pair = {"id": [ada.id, me], "fields": "id"}
    for order, ids in [("created_at", [me, ada.id]), ("-created_at", [ada.id, me])]:
        body = (await admin.get("/admin/users", params={**pair, "order": order})).json()
        assert [user["id"] for user in body["users"]] == ids
        assert body["count"] == 2
    second = await admin.get("/admin/users", params={**pair, "limit": 1, "offset": 1})
    users = [{"id": ada.id}]
    assert told(second) == said(200, {"users": users, "count": 2, "offset": 1, "limit": 1})


async def test_users_are_not_listed_by_what_the_server_does_not_know(
    admin: httpx.AsyncClient,
) -> None:
    assert told(await admin.get("/admin/users?colour=red")) == unrecognized("colour")
    assert told(await admin.get("/admin/users?limit=abc")) == wrong_type("number", "limit", "abc")
    assert told(await admin.get("/admin/users?order=colour")) == STUMBLED


async def test_a_user_nobody_knows_is_not_found(admin: httpx.AsyncClient) -> None:
    assert told(await admin.get("/admin/users/user_nope")) == gone("user_nope")


async def test_an_admin_cannot_delete_themselves(
    backend: Backend, admin: httpx.AsyncClient
) -> None:
    me = claims(await backend.admin_token())["actor_id"]
    answer = await admin.delete(f"/admin/users/{me}")
    assert told(answer) == refused(400, "not_allowed", "A user cannot delete itself")


@with_and_without_rbac
async def test_a_deleted_admin_still_makes_keys_until_the_token_ends(
    backend: Backend, admin: httpx.AsyncClient
) -> None:
    person = await join(backend, *([SUPER_ADMIN] if backend.rbac else []))
    theirs = backend.bearing(person.token)
    deleted = said(200, {"id": person.id, "object": "user", "deleted": True})
    assert told(await admin.delete(f"/admin/users/{person.id}")) == deleted
    assert told(await admin.get(f"/admin/users/{person.id}")) == gone(person.id)

    key = await make_key(theirs, unique())
    assert key["created_by"] == person.id
    assert (await theirs.get(f"/admin/api-keys/{key['id']}")).status_code == 200
    listed = (await theirs.get("/admin/api-keys", params={"q": key["title"]})).json()
    assert [one["id"] for one in listed["api_keys"]] == [key["id"]]
    for fields in ("", "?fields=id,rbac_roles.*"):
        assert told(await theirs.get(f"/admin/users/me{fields}")) == gone(person.id)
    if backend.rbac:
        permissions = await theirs.get("/admin/rbac/me/permissions")
        assert told(permissions) == said(200, {"permissions": []})
    identity = claims(person.token)["auth_identity_id"]
    assert told(await theirs.post("/auth/token/refresh")) == refused(
        404, "not_found", f"AuthIdentity with id: {identity} was not found"
    )
    login = {"email": person.email, "password": PASSWORD}
    answer = await backend.http.post("/auth/user/emailpass", json=login)
    assert told(answer) == refused(401, "unauthorized", "Invalid email or password")


@on_rbac
async def test_reading_users_takes_a_right_of_its_own(backend: Backend) -> None:
    nobody = backend.bearing((await stranger(backend)).token)
    reader = backend.bearing((await with_permissions(backend, "api_key:read")).token)
    assert told(await nobody.get("/admin/users")) == FORBIDDEN
    assert told(await reader.get("/admin/users")) == lacking("user:read")


@on_plain
async def test_without_rbac_every_admin_may_read_users(backend: Backend) -> None:
    person = await stranger(backend)
    assert (await backend.bearing(person.token).get("/admin/users")).status_code == 200


async def test_an_invite_carries_its_token_and_lasts_a_day(admin: httpx.AsyncClient) -> None:
    email = f"{unique()}@example.com"
    invited = await invite(admin, email)
    assert list(invited) == [
        *("id", "email", "accepted", "token", "expires_at", "metadata"),
        *("created_at", "updated_at", "deleted_at"),
    ]
    assert is_id("invite", invited["id"])
    assert (invited["email"], invited["accepted"], invited["metadata"]) == (email, False, None)
    lasts = claims(invited["token"])
    assert lasts["exp"] - lasts["iat"] == 86400
    again = await admin.post("/admin/invites", json={"email": email})
    assert told(again) == refused(
        400, "invalid_data", f"Invite with email: {email}, already exists."
    )


@pytest.mark.parametrize("path", ["users", "users/me", "users/user_nope"])
async def test_nobody_sees_users_without_signing_in(backend: Backend, path: str) -> None:
    assert told(await backend.http.get(f"/admin/{path}")) == UNAUTHORIZED
