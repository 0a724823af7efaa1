"""Who may do what, with RBAC on and off. Contract, section 7 and 0.12, 0.13."""

from __future__ import annotations

import httpx
import pytest

from .answers import FORBIDDEN, UNAUTHORIZED, cannot, lacking, page, refused, said, told
from .backends import Backend, on_plain, on_rbac, unique, with_and_without_rbac
from .making import (
    SUPER_ADMIN,
    join,
    make_key,
    make_role,
    register,
    revoke,
    stranger,
    with_permissions,
)

KEYS = "/admin/api-keys"
PERMISSIONS = "/admin/rbac/me/permissions"
ROLE = ["id", "name", "description", "metadata", "created_at", "updated_at", "deleted_at"]


@on_rbac
async def test_a_super_admin_has_every_right(admin: httpx.AsyncClient) -> None:
    body = (await admin.get(PERMISSIONS)).json()
    assert list(body) == ["permissions"]
    permissions = body["permissions"]
    assert permissions == sorted(set(permissions))
    for resource in (
        *("api_key", "customer", "customer_group", "customer_address", "invite"),
        *("sales_channel", "store", "user", "rbac_role", "rbac_policy"),
    ):
        for operation in ("create", "delete", "read", "update"):
            assert f"{resource}:{operation}" in permissions
    assert not [right for right in permissions if "*" in right]


@on_rbac
async def test_an_admin_without_a_role_has_no_right(backend: Backend) -> None:
    theirs = backend.bearing((await stranger(backend)).token)
    assert told(await theirs.get(PERMISSIONS)) == said(200, {"permissions": []})


@on_rbac
async def test_an_admin_has_the_permissions_of_their_role(backend: Backend) -> None:
    reader = backend.bearing((await with_permissions(backend, "api_key:read")).token)
    assert told(await reader.get(PERMISSIONS)) == said(200, {"permissions": ["api_key:read"]})


@with_and_without_rbac
async def test_a_login_that_is_no_admin_yet_has_no_permissions_to_ask_for(backend: Backend) -> None:
    nobody = backend.bearing(await register(backend, f"{unique()}@example.com"))
    for path in (PERMISSIONS, KEYS, "/admin/users/me"):
        assert told(await nobody.get(path)) == UNAUTHORIZED


@on_plain
@pytest.mark.parametrize("path", ["rbac/me/permissions", "rbac/roles", "rbac/policies"])
async def test_without_rbac_there_are_no_permissions_to_ask_for(
    backend: Backend, admin: httpx.AsyncClient, path: str
) -> None:
    assert page(await admin.get(f"/admin/{path}")) == cannot("GET", f"/admin/{path}")
    assert told(await backend.http.get(f"/admin/{path}")) == UNAUTHORIZED


@on_plain
async def test_without_rbac_every_admin_may_do_everything(
    backend: Backend, admin: httpx.AsyncClient
) -> None:
    theirs = backend.bearing((await stranger(backend)).token)
    key = await make_key(theirs, unique())
    await revoke(theirs, key)
    assert (await theirs.delete(f"{KEYS}/{key['id']}")).status_code == 200


@on_rbac
async def test_without_a_role_everything_is_forbidden_before_anything_is_read(
    backend: Backend,
) -> None:
    theirs = backend.bearing((await stranger(backend)).token)
    assert told(await theirs.get(KEYS)) == FORBIDDEN
    assert told(await theirs.get(f"{KEYS}?limit=abc")) == FORBIDDEN
    assert told(await theirs.get(f"{KEYS}/apk_nope")) == FORBIDDEN
    assert told(await theirs.post(KEYS, json={"nonsense": 1})) == FORBIDDEN
    assert told(await theirs.post(f"{KEYS}/apk_nope", json={})) == FORBIDDEN
    assert told(await theirs.post(f"{KEYS}/apk_nope/revoke", json={"x": 1})) == FORBIDDEN
    assert told(await theirs.delete(f"{KEYS}/apk_nope")) == FORBIDDEN
    for path in ("customers", "users", "sales-channels", "rbac/roles", "rbac/policies"):
        assert told(await theirs.get(f"/admin/{path}")) == FORBIDDEN, path


@on_rbac
async def test_a_reader_is_told_which_right_is_missing(backend: Backend) -> None:
    theirs = backend.bearing((await with_permissions(backend, "api_key:read")).token)
    assert (await theirs.get(f"{KEYS}?limit=0")).status_code == 200
    assert (await theirs.get(f"{KEYS}/apk_nope")).status_code == 404
    update, path = lacking("api_key:update"), f"{KEYS}/apk_nope"
    assert told(await theirs.post(KEYS, json={})) == lacking("api_key:create")
    assert told(await theirs.post(path, json={})) == update
    assert told(await theirs.post(f"{path}/revoke", json={})) == update
    assert told(await theirs.post(f"{path}/sales-channels", json={})) == update
    assert told(await theirs.delete(path)) == lacking("api_key:delete")
    for name, right in [
        *[("customers", "customer"), ("users", "user")],
        *[("sales-channels", "sales_channel"), ("customer-groups", "customer_group")],
        ("stores", "store"),
        *[("rbac/roles", "rbac_role"), ("rbac/policies", "rbac_policy")],
    ]:
        assert told(await theirs.get(f"/admin/{name}")) == lacking(f"{right}:read"), name


@on_rbac
async def test_whoever_may_only_change_keys_cannot_even_revoke_one(
    backend: Backend, admin: httpx.AsyncClient
) -> None:
    permissions = ("api_key:create", "api_key:update", "api_key:delete")
    theirs = backend.bearing((await with_permissions(backend, *permissions)).token)
    key = await make_key(theirs, unique())
    read, path = lacking("api_key:read"), f"{KEYS}/{key['id']}"
    assert told(await theirs.get(KEYS)) == read
    assert told(await theirs.get(path)) == read
    assert told(await theirs.post(path, json={"title": "x"})) == read
    assert told(await theirs.post(f"{path}/revoke", json={})) == read
    assert told(await theirs.delete(path)) == read


@on_rbac
async def test_whoever_may_do_all_with_keys_needs_no_other_right(backend: Backend) -> None:
    permissions = [f"api_key:{what}" for what in ("create", "delete", "read", "update")]
    theirs = backend.bearing((await with_permissions(backend, *permissions)).token)
    assert told(await theirs.get(PERMISSIONS)) == said(200, {"permissions": permissions})
    key = await make_key(theirs, unique())
    await theirs.post(f"{KEYS}/{key['id']}", json={"title": "x"})
    await revoke(theirs, key)
    assert (await theirs.delete(f"{KEYS}/{key['id']}")).status_code == 200


@on_rbac
async def test_a_right_given_to_a_role_counts_at_once(
    backend: Backend, admin: httpx.AsyncClient
) -> None:
    person = await join(backend, await make_role(admin, ["customer:read"]))
    theirs = backend.bearing(person.token)
    assert told(await theirs.get(f"{KEYS}?limit=0")) == lacking("api_key:read")
    policies = await admin.get("/admin/rbac/policies?key=api_key:read")
    policy = policies.json()["policies"][0]["id"]
    path = f"/admin/rbac/roles/{person.role}/policies"
    assert (await admin.post(path, json={"policies": [policy]})).status_code == 200
    assert (await theirs.get(f"{KEYS}?limit=0")).status_code == 200
    assert (await admin.delete(f"{path}/{policy}")).status_code == 200
    assert told(await theirs.get(f"{KEYS}?limit=0")) == lacking("api_key:read")


@on_rbac
async def test_the_permissions_on_keys_can_be_listed(admin: httpx.AsyncClient) -> None:
    body = (await admin.get("/admin/rbac/policies?resource=api_key")).json()
    assert list(body)[1:] == ["count", "offset", "limit"]
    assert list(body["policies"][0])[:6] == [
        *("id", "key", "resource", "operation", "name", "description")
    ]
    keys = {policy["key"] for policy in body["policies"]}
    assert keys == {f"api_key:{what}" for what in ("create", "delete", "read", "update")}


@on_rbac
async def test_roles_are_listed_and_have_names_of_their_own(admin: httpx.AsyncClient) -> None:
    body = (await admin.get("/admin/rbac/roles")).json()
    assert list(body) == ["roles", "count", "offset", "limit"]
    assert (body["offset"], body["limit"]) == (0, 50)
    assert all(list(role) == ROLE for role in body["roles"])
    assert SUPER_ADMIN in [role["id"] for role in body["roles"]]

    name = f"Role {unique()}"
    made = (await admin.post("/admin/rbac/roles", json={"name": name})).json()["role"]
    assert list(made) == ROLE
    assert (made["name"], made["description"]) == (name, None)
    again = await admin.post("/admin/rbac/roles", json={"name": name})
    assert told(again) == refused(
        400, "invalid_data", f"Rbac role with name: {name}, already exists."
    )
    assert (await admin.get(f"/admin/rbac/roles/{made['id']}")).json()["role"]["name"] == name


@with_and_without_rbac
async def test_a_role_that_is_not_there_is_not_found_even_without_rbac(
    admin: httpx.AsyncClient,
) -> None:
    answer = await admin.get("/admin/rbac/roles/role_nope")
    assert told(answer) == refused(404, "not_found", "Role with id: role_nope not found")


@on_rbac
async def test_nobody_is_given_a_role_that_is_not_there(
    backend: Backend, admin: httpx.AsyncClient
) -> None:
    person = await stranger(backend)
    answer = await admin.post(f"/admin/users/{person.id}/roles", json={"roles": ["role_nope"]})
    assert told(answer) == refused(
        400, "invalid_data", "The following role IDs do not exist: role_nope"
    )


@on_rbac
async def test_a_role_that_has_permissions_cannot_be_deleted(
    backend: Backend, admin: httpx.AsyncClient
) -> None:
    role = await make_role(admin, ["api_key:read"])
    assert told(await admin.delete(f"/admin/rbac/roles/{role}")) == refused(
        404,
        "not_found",
        f"You tried to set relationship id: {role}, but such entity does not exist",
    )
    assert (await admin.get(f"/admin/rbac/roles/{role}")).status_code == 200


@on_rbac
async def test_a_role_without_permissions_can_be_deleted_even_if_somebody_has_it(
    backend: Backend, admin: httpx.AsyncClient
) -> None:
    role = await make_role(admin, [])
    person = await join(backend, role)
    path = f"/admin/users/{person.id}/roles"
    assert [one["id"] for one in (await admin.get(path)).json()["roles"]] == [role]
    deleted = said(200, {"id": role, "object": "rbac_role", "deleted": True})
    for _ in range(2):
        assert told(await admin.delete(f"/admin/rbac/roles/{role}")) == deleted
    assert (await admin.get(f"/admin/rbac/roles/{role}")).status_code == 404
