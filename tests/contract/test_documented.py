"""The demo store as the public documentation describes a Medusa, where that differs."""

from __future__ import annotations

import httpx

from .answers import cannot, page, refused, said, told
from .backends import Backend, on_documented, unique
from .making import PASSWORD, stranger, with_permissions
from .shapes import claims

UNAUTHORIZED = refused(401, "unauthorized", "Authentication required")
FORBIDDEN = refused(403, "not_allowed", "Insufficient permissions")
CUSTOMERS, ME = "/store/customers", "/store/customers/me"


@on_documented
async def test_the_right_password_gives_a_token(backend: Backend) -> None:
    token = claims(await backend.sign_in(backend.email, backend.password))
    assert token["actor_type"] == "user"
    assert token["actor_id"].startswith("user_")
    assert token["auth_identity_id"].startswith("authid_")
    assert token["app_metadata"]["user_id"] == token["actor_id"]


@on_documented
async def test_a_wrong_password_is_invalid_data(backend: Backend) -> None:
    login = {"email": backend.email, "password": "wrong"}
    for actor in ("user", "customer"):
        answer = await backend.http.post(f"/auth/{actor}/emailpass", json=login)
        assert told(answer) == refused(401, "invalid_data", "Invalid email or password")


@on_documented
async def test_whoever_is_not_signed_in_is_told_so_with_a_type(backend: Backend) -> None:
    for client in (backend.http, backend.bearing("nonsense"), backend.holding("sk_nonsense")):
        assert told(await client.get("/admin/users/me")) == UNAUTHORIZED
        assert told(await client.post("/auth/token/refresh")) == UNAUTHORIZED
        assert told(await client.get(ME)) == UNAUTHORIZED


@on_documented
async def test_a_new_key_shows_five_fields(backend: Backend, admin: httpx.AsyncClient) -> None:
    title = unique()
    answer = await admin.post("/admin/api-keys", json={"title": title, "type": "secret"})
    assert answer.status_code == 200
    key = answer.json()["api_key"]
    assert list(key) == ["id", "token", "title", "type", "created_at"]
    assert (key["title"], key["type"]) == (title, "secret")
    shown_again = (await admin.get(f"/admin/api-keys/{key['id']}")).json()["api_key"]
    assert shown_again["token"] == ""


@on_documented
async def test_a_missing_right_is_never_named(backend: Backend) -> None:
    nobody = backend.bearing((await stranger(backend)).token)
    reader = backend.bearing((await with_permissions(backend, "api_key:read")).token)
    assert told(await nobody.get("/admin/api-keys")) == FORBIDDEN
    assert told(await reader.post("/admin/api-keys", json={})) == FORBIDDEN
    assert (await reader.get("/admin/api-keys?limit=0")).status_code == 200


@on_documented
async def test_a_customer_registers_in_one_step(backend: Backend) -> None:
    login = {"email": f"{unique()}@example.com", "password": PASSWORD}
    body = {**login, "first_name": "Carla", "last_name": "Ny"}
    answer = await backend.http.post(CUSTOMERS, json=body)
    assert answer.status_code == 200
    customer = answer.json()["customer"]
    assert (customer["email"], customer["first_name"]) == (login["email"], "Carla")
    assert "password" not in customer

    token = await backend.sign_in(login["email"], PASSWORD, actor="customer")
    assert claims(token)["actor_id"] == customer["id"]
    me = await backend.bearing(token).get(ME)
    assert me.json() == answer.json(), "and no publishable key was asked for"

    assert told(await backend.http.post(CUSTOMERS, json=body)) == said(
        422,
        {
            "code": "invalid_request_error",
            "type": "duplicate_error",
            "message": "Customer with this email already has an account",
        },
    )


@on_documented
async def test_there_is_no_earlier_step_to_register(backend: Backend) -> None:
    path = "/auth/customer/emailpass/register"
    login = {"email": f"{unique()}@example.com", "password": PASSWORD}
    assert page(await backend.http.post(path, json=login)) == cannot("POST", path)
