"""What a shop does with a publishable key: customers register and see themselves. Contract, 5.2."""

from __future__ import annotations

import httpx
import pytest

from .answers import UNAUTHORIZED, refused, said, told, unrecognized
from .backends import Backend, unique, with_and_without_rbac
from .making import PASSWORD, Shopper, make_key, register, register_customer, revoke, shop
from .shapes import SHOPPER, claims, is_id

CUSTOMERS, ME = "/store/customers", "/store/customers/me"
NO_KEY = refused(
    400,
    "not_allowed",
    "Publishable API key required in the request header: x-publishable-api-key. "
    "You can manage your keys in settings in the dashboard.",
)
BAD_KEY = refused(
    400, "not_allowed", "A valid publishable key is required to proceed with the request"
)
TAKEN = refused(401, "unauthorized", "Identity with email already exists")


async def in_shop(backend: Backend, token: str = "") -> httpx.AsyncClient:
    """A client of the store, signed in with this token if there is one."""
    client = backend.bearing(token) if token else backend.http
    client.headers["x-publishable-api-key"] = await shop(backend)
    return client


@pytest.fixture
async def carla(backend: Backend) -> Shopper:
    """A customer with an account; changed by nobody."""
    email = f"{unique()}@example.com"
    return await backend.once("carla", lambda: register_customer(backend, email))


async def test_the_store_asks_for_a_publishable_key_before_anything_else(
    backend: Backend, admin: httpx.AsyncClient, carla: Shopper
) -> None:
    for client in (backend.http, admin, backend.bearing(carla.token)):
        assert told(await client.get(ME)) == NO_KEY
        assert told(await client.post(CUSTOMERS, json={"nonsense": 1})) == NO_KEY


async def test_only_a_living_publishable_key_opens_the_store(
    backend: Backend, admin: httpx.AsyncClient
) -> None:
    dead = await make_key(admin, unique(), "publishable")
    await revoke(admin, dead)
    secret = await make_key(admin, unique())
    for token in (dead["token"], secret["token"], "pk_" + "0" * 64, "nonsense"):
        client = backend.client(x_publishable_api_key=token)
        assert told(await client.get(ME)) == BAD_KEY
    planned = await make_key(admin, unique(), "publishable")
    await revoke(admin, planned, 3600)
    client = backend.client(x_publishable_api_key=planned["token"])
    assert told(await client.get(ME)) == UNAUTHORIZED


@with_and_without_rbac
async def test_a_customer_registers_in_three_steps(backend: Backend) -> None:
    email = f"{unique()}@example.com"
    token = await register(backend, email, actor="customer")
    assert (claims(token)["actor_type"], claims(token)["actor_id"]) == ("customer", "")
    newcomer = await in_shop(backend, token)

    body = {"email": email, "first_name": "Carla", "last_name": "Ny", "phone": "5"}
    answer = await newcomer.post(CUSTOMERS, json={**body, "metadata": {"a": 1}})
    assert answer.status_code == 200
    assert list(answer.json()) == ["customer"]
    customer = answer.json()["customer"]
    assert list(customer) == SHOPPER
    assert is_id("cus", customer["id"])
    assert {name: customer[name] for name in body} == body
    assert customer["metadata"] == {"a": 1}
    assert (customer["has_account"], customer["company_name"]) == (True, None)
    assert (customer["addresses"], customer["deleted_at"]) == ([], None)

    assert told(await newcomer.get(ME)) == UNAUTHORIZED, "the token knows nothing of it yet"
    signed_in = await backend.sign_in(email, PASSWORD, actor="customer")
    assert claims(signed_in)["actor_id"] == customer["id"]
    assert claims(signed_in)["app_metadata"] == {"customer_id": customer["id"]}
    me = await (await in_shop(backend, signed_in)).get(ME)
    assert me.json() == answer.json()


async def test_registering_as_the_documentation_says_does_not_work(backend: Backend) -> None:
    body = {"email": f"{unique()}@example.com", "password": PASSWORD, "first_name": "Carla"}
    assert told(await (await in_shop(backend)).post(CUSTOMERS, json=body)) == UNAUTHORIZED
    token = await register(backend, body["email"], actor="customer")
    answer = await (await in_shop(backend, token)).post(CUSTOMERS, json=body)
    assert told(answer) == unrecognized("password")


async def test_a_customer_needs_an_email(backend: Backend) -> None:
    token = await register(backend, f"{unique()}@example.com", actor="customer")
    answer = await (await in_shop(backend, token)).post(CUSTOMERS, json={})
    assert told(answer) == refused(400, "invalid_data", "Email is required to create a customer")


async def test_an_email_is_registered_only_once(backend: Backend, carla: Shopper) -> None:
    for password in (PASSWORD, "another"):
        login = {"email": carla.email, "password": password}
        answer = await backend.http.post("/auth/customer/emailpass/register", json=login)
        assert told(answer) == TAKEN
    token = await register(backend, f"{unique()}@example.com", actor="customer")
    again = await in_shop(backend, token)
    answer = await again.post(CUSTOMERS, json={"email": carla.email})
    assert told(answer) == said(
        422,
        {
            "code": "invalid_request_error",
            "type": "duplicate_error",
            "message": "Customer with this email already has an account",
        },
    )


async def test_an_admins_email_cannot_be_registered(backend: Backend) -> None:
    login = {"email": backend.email, "password": "another"}
    answer = await backend.http.post("/auth/customer/emailpass/register", json=login)
    assert told(answer) == TAKEN


async def test_a_customer_sees_and_changes_themselves(backend: Backend) -> None:
    shopper = await register_customer(backend, f"{unique()}@example.com")
    theirs = await in_shop(backend, shopper.token)
    me = (await theirs.get(ME)).json()["customer"]
    assert list(me) == SHOPPER
    assert (me["id"], me["email"]) == (shopper.id, shopper.email)
    change = {"first_name": "Clara", "phone": "7"}
    changed = (await theirs.post(ME, json=change)).json()["customer"]
    assert list(changed) == SHOPPER
    assert {**changed, "updated_at": 0} == {**me, **change, "updated_at": 0}
    assert told(await theirs.post(ME, json={"email": "x@example.com"})) == unrecognized("email")


async def test_customers_and_admins_do_not_get_into_each_others_rooms(
    backend: Backend, carla: Shopper
) -> None:
    theirs = backend.bearing(carla.token)
    for path in ("users/me", "customers", "api-keys"):
        assert told(await theirs.get(f"/admin/{path}")) == UNAUTHORIZED
    admin = await in_shop(backend, await backend.admin_token())
    assert told(await admin.get(ME)) == UNAUTHORIZED
    assert told(await admin.post(CUSTOMERS, json={"email": "x@example.com"})) == UNAUTHORIZED


async def test_deleting_a_customer_ends_their_login(
    backend: Backend, admin: httpx.AsyncClient
) -> None:
    shopper = await register_customer(backend, f"{unique()}@example.com")
    await admin.delete(f"/admin/customers/{shopper.id}")
    login = {"email": shopper.email, "password": PASSWORD}
    answer = await backend.http.post("/auth/customer/emailpass", json=login)
    assert told(answer) == refused(401, "unauthorized", "Invalid email or password")
    me = await (await in_shop(backend, shopper.token)).get(ME)
    assert told(me) == refused(404, "not_found", f"Customer with id: {shopper.id} was not found")


async def test_a_customers_refresh_gives_a_customers_token(
    backend: Backend, carla: Shopper
) -> None:
    fresh = await backend.bearing(carla.token).post("/auth/token/refresh")
    said_in_it = claims(fresh.json()["token"])
    assert (said_in_it["actor_type"], said_in_it["actor_id"]) == ("customer", carla.id)
