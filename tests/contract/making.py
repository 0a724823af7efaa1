"""What tests make in a store: keys, and people with or without permissions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

import httpx

from .backends import Backend, unique

PASSWORD = "correct horse"
SUPER_ADMIN = "role_super_admin"

Record = dict[str, Any]


@dataclass(frozen=True)
class Person:
    """An admin who came through an invite. `role` is the id of theirs, "" for none."""

    id: str
    email: str
    token: str = field(repr=False)
    role: str = ""


@dataclass(frozen=True)
class Shopper:
    """A customer with an account, signed in."""

    id: str
    email: str
    token: str = field(repr=False)


async def make_key(admin: httpx.AsyncClient, title: str, kind: str = "secret") -> Record:
    """A new key with its token."""
    answer = await admin.post("/admin/api-keys", json={"title": title, "type": kind})
    assert answer.status_code == 200
    key: Record = answer.json()["api_key"]
    return key


async def later_than(admin: httpx.AsyncClient, moment: datetime) -> None:
    """Wait until what this store makes is younger than `moment`: its clock ticks in steps."""
    while True:
        made = await make_key(admin, unique(), "publishable")
        if datetime.fromisoformat(made["created_at"]) > moment:
            return


async def retrieve(admin: httpx.AsyncClient, key_id: str) -> Record:
    """The key as it is now."""
    key: Record = (await admin.get(f"/admin/api-keys/{key_id}")).json()["api_key"]
    return key


async def revoke(admin: httpx.AsyncClient, key: Record, after: int = 0) -> Record:
    """The key after its revoke, which takes effect `after` seconds from now."""
    answer = await admin.post(f"/admin/api-keys/{key['id']}/revoke", json={"revoke_in": after})
    assert answer.status_code == 200
    revoked: Record = answer.json()["api_key"]
    return revoked


async def make_role(admin: httpx.AsyncClient, permissions: Sequence[str]) -> str:
    """The id of a new role with these permissions, or none; only where RBAC is on."""
    answer = await admin.post("/admin/rbac/roles", json={"name": f"Role {unique()}"})
    role = str(answer.json()["role"]["id"])
    if not permissions:
        return role
    policies = await admin.get("/admin/rbac/policies", params={"key": permissions, "limit": 100})
    ids = {policy["key"]: policy["id"] for policy in policies.json()["policies"]}
    assert set(ids) == set(permissions)
    attach = {"policies": [ids[name] for name in permissions]}
    answer = await admin.post(f"/admin/rbac/roles/{role}/policies", json=attach)
    assert answer.status_code == 200
    return role


async def invite(admin: httpx.AsyncClient, email: str, *roles: str) -> Record:
    """An invite with its token."""
    body: Record = {"email": email, "roles": list(roles)} if roles else {"email": email}
    answer = await admin.post("/admin/invites", json=body)
    assert answer.status_code == 200
    invited: Record = answer.json()["invite"]
    return invited


async def register(backend: Backend, email: str, actor: str = "user") -> str:
    """The token of a new login that is nobody yet."""
    login = {"email": email, "password": PASSWORD}
    answer = await backend.http.post(f"/auth/{actor}/emailpass/register", json=login)
    assert answer.status_code == 200
    return str(answer.json()["token"])


async def join(backend: Backend, *roles: str) -> Person:
    """A new admin with these roles, signed in."""
    admin = backend.bearing(await backend.admin_token())
    email = f"{unique()}@example.com"
    token = (await invite(admin, email, *roles))["token"]
    newcomer = backend.bearing(await register(backend, email))
    names = {"first_name": "Ada", "last_name": "Byron"}
    answer = await newcomer.post("/admin/invites/accept", params={"token": token}, json=names)
    assert answer.status_code == 200
    user = answer.json()["user"]
    # The roles are in the token since the invite was accepted: no second sign-in is needed.
    fresh = (await newcomer.post("/auth/token/refresh")).json()["token"]
    return Person(user["id"], email, fresh, roles[0] if roles else "")


async def colleague(backend: Backend) -> Person:
    """A second admin who may do everything."""
    roles = (SUPER_ADMIN,) if backend.rbac else ()
    return await backend.once("colleague", lambda: join(backend, *roles))


async def stranger(backend: Backend) -> Person:
    """An admin without any role."""
    return await backend.once("stranger", lambda: join(backend))


async def with_permissions(backend: Backend, *permissions: str) -> Person:
    """An admin with one role that has these permissions; only where RBAC is on."""

    async def make() -> Person:
        admin = backend.bearing(await backend.admin_token())
        return await join(backend, await make_role(admin, permissions))

    return await backend.once(" ".join(permissions), make)


async def shop(backend: Backend) -> str:
    """A publishable key that opens the store; changed by nobody."""

    async def make() -> str:
        admin = backend.bearing(await backend.admin_token())
        return str((await make_key(admin, unique(), "publishable"))["token"])

    return await backend.once("shop", make)


async def register_customer(backend: Backend, email: str) -> Shopper:
    """A new customer: by login, record and sign-in, or in the documented single step."""
    names = {"email": email, "first_name": "Carla", "last_name": "Ny"}
    if backend.place.documented:
        answer = await backend.http.post("/store/customers", json={**names, "password": PASSWORD})
        fresh = await backend.sign_in(email, PASSWORD, actor="customer")
    else:
        newcomer = backend.bearing(await register(backend, email, actor="customer"))
        newcomer.headers["x-publishable-api-key"] = await shop(backend)
        answer = await newcomer.post("/store/customers", json=names)
        fresh = (await newcomer.post("/auth/token/refresh")).json()["token"]
    assert answer.status_code == 200
    return Shopper(answer.json()["customer"]["id"], email, fresh)


async def make_customer(admin: httpx.AsyncClient, **fields: Any) -> Record:
    """A new guest."""
    answer = await admin.post("/admin/customers", json=fields)
    assert answer.status_code == 200
    customer: Record = answer.json()["customer"]
    return customer


async def a_group(backend: Backend, admin: httpx.AsyncClient) -> tuple[str, str]:
    """A group and one of its members; the demo store has some from the start."""
    if backend.place.asgi is not None:
        groups = (await admin.get("/admin/customer-groups")).json()["customer_groups"]
        members = await admin.get("/admin/customers", params={"groups": groups[0]["id"]})
        return groups[0]["id"], members.json()["customers"][0]["id"]
    answer = await admin.post("/admin/customer-groups", json={"name": f"VIP {unique()}"})
    group = answer.json()["customer_group"]["id"]
    member = (await make_customer(admin, email=f"{unique()}@example.com"))["id"]
    await admin.post(f"/admin/customer-groups/{group}/customers", json={"add": [member]})
    return group, member


async def with_address(backend: Backend, admin: httpx.AsyncClient) -> str:
    """The id of a customer with metadata and an address; the demo store has them from the start."""
    if backend.place.asgi is not None:
        params = {"email": "customer@demo.example"}
        known = (await admin.get("/admin/customers", params=params)).json()["customers"]
        return next(str(one["id"]) for one in known if one["has_account"])

    async def make() -> str:
        made = await make_customer(admin, email=f"{unique()}@example.com", metadata={"erp": "K-1"})
        address = {"address_1": "Mejlgade 31", "city": "Aarhus", "country_code": "dk"}
        await admin.post(f"/admin/customers/{made['id']}/addresses", json=address)
        return str(made["id"])

    return await backend.once("with address", make)
