"""Routes that only tests ask of a demo store: roles, addresses, the shop, a customer's
account, and whether the server lives.

The program never calls them. They answer as the real Medusa does, so that a test sets up people and
keys in the same way on both.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from starlette.responses import HTMLResponse, Response

from medusa_console.demo import asgi
from medusa_console.demo.answers import (
    invalid_data,
    json_answer,
    not_found,
)
from medusa_console.demo.asgi import READ_CUSTOMER, Route
from medusa_console.demo.bodies import Field, check
from medusa_console.demo.call import Call
from medusa_console.demo.customers import BODY, GROUPS, change_customer, retrieve_me
from medusa_console.demo.database import Row
from medusa_console.demo.records import Records, one_of, repeatable
from medusa_console.demo.stamps import now, timestamp
from medusa_console.demo.tax_regions import TAX_REGIONS

NULLABLE = Field(nullable=True)

ROLES = Records(
    table="roles",
    one="role",
    missing="Role with id: {} not found",
    fields=("id", "name", "description", "metadata", "created_at", "updated_at", "deleted_at"),
    search=("name",),
    filters=repeatable("id", "name"),
)
POLICIES = Records(
    table="policies",
    fields=(
        *("id", "key", "resource", "operation", "name", "description", "metadata"),
        *("created_at", "updated_at", "deleted_at"),
    ),
    search=("key", "resource", "operation", "name"),
    filters=repeatable("id", "key", "resource", "operation"),
    limit=20,
)
ROLE_POLICY_FIELDS = (
    *("id", "role_id", "policy_id", "policy", "metadata"),
    *("created_at", "updated_at", "deleted_at"),
)
ADDRESSES = Records(
    table="addresses",
    fields=(
        *("id", "address_name", "company", "customer_id", "first_name", "last_name"),
        *("address_1", "address_2", "city", "province", "postal_code", "country_code", "phone"),
        *("metadata", "created_at", "updated_at"),
    ),
    search=(
        *("address_name", "company", "first_name", "last_name", "address_1", "address_2"),
        *("city", "province", "postal_code"),
    ),
    filters=repeatable("company", "city", "province", "postal_code", "country_code"),
    dates=frozenset(),
)
ADDRESSES_OF_ONE = replace(ADDRESSES, filters={**ADDRESSES.filters, **repeatable("customer_id")})


# Roles


def create_role(call: Call) -> Response:
    fields = {
        "name": Field(required=True),
        "description": NULLABLE,
        "metadata": Field("record", nullable=True),
        "policy_ids": Field("array"),
    }
    body = check(call.body, fields)
    name = body["name"]
    if call.database.one("select id from roles where name = ?", [name]):
        raise invalid_data(f"Rbac role with name: {name}, already exists.")
    policy_ids = body.pop("policy_ids", [])
    moment = timestamp(now())
    role = {"id": call.server.ids.new("role"), "name": name, "description": None, "metadata": None}
    role |= body | {"created_at": moment, "updated_at": moment}
    call.database.insert("roles", role)
    _attach(call, str(role["id"]), policy_ids)
    return ROLES.answer(call, str(role["id"]))


def delete_role(call: Call) -> Response:
    role_id = call.params["id"]
    # It is the role's own policies that stand in the way, whatever the server's words.
    if call.database.one("select 1 from role_policies where role_id = ?", [role_id]):
        raise not_found(
            f"You tried to set relationship id: {role_id}, but such entity does not exist"
        )
    call.database.delete("roles", role_id)
    return json_answer({"id": role_id, "object": "rbac_role", "deleted": True})


def attach_policies(call: Call) -> Response:
    body = check(call.body, {"policies": Field("array", required=True)})
    role_id = call.params["id"]
    ROLES.answer(call, role_id)  # refuses what is no role
    _attach(call, role_id, body["policies"])
    wanted = one_of("policy_id", body["policies"])
    sql = f"select * from role_policies where role_id = ? and {wanted.sql}"
    held = [
        {**row, "policy": {"id": row["policy_id"]}, "deleted_at": None}
        for row in call.database.all(sql, [role_id, *wanted.values])
    ]
    shown = [{name: row[name] for name in ROLE_POLICY_FIELDS} for row in held]
    return json_answer({"policies": shown})


def detach_policy(call: Call) -> Response:
    sql = "select id from role_policies where role_id = ? and policy_id = ?"
    answer = {"object": "rbac_role_policy", "deleted": True}
    held = call.database.one(sql, [call.params["id"], call.params["policy_id"]])
    if held is not None:
        call.database.delete("role_policies", held["id"])
        answer = {"id": held["id"], **answer}
    return json_answer(answer)


def _attach(call: Call, role_id: str, policy_ids: list[str]) -> None:
    unknown = [policy for policy in policy_ids if call.database.get("policies", policy) is None]
    if unknown:
        raise not_found(f"The following policies do not exist: {', '.join(unknown)}")
    sql = (
        "insert or ignore into role_policies (id, role_id, policy_id, created_at, updated_at) "
        "values (?, ?, ?, ?, ?)"
    )
    for policy in policy_ids:
        moment = timestamp(now())
        call.database.run(sql, [call.server.ids.new("rlpl"), role_id, policy, moment, moment])


# Addresses


def list_addresses(call: Call) -> Response:
    """Of a customer who is not there: none."""
    ADDRESSES.page(call)  # refuses what nobody may ask
    theirs = call.query | {"customer_id": call.params["id"]}
    return ADDRESSES_OF_ONE.page(replace(call, query=theirs))


# The shop

CHANNEL = Records(
    table="sales_channels",
    one="sales_channel",
    fields=("id", "name", "description", "is_disabled", "created_at", "updated_at"),
)
REGION = Records(table="regions", one="region", fields=("id", "name", "currency_code"))
GROUP = replace(GROUPS, one="customer_group")
TAX_REGION = replace(TAX_REGIONS, one="tax_region")
PRODUCT = Records(table="products", one="product", fields=("id", "title", "status"))


def create_channel(call: Call) -> Response:
    body = check(call.body, {"name": Field(required=True), "is_disabled": Field("boolean")})
    channel = _insert(call, "sales_channels", "sc", {"is_disabled": False, **body})
    return CHANNEL.answer(call, channel)


def delete_channel(call: Call) -> Response:
    """Takes it from keys and products as well."""
    channel = call.params["id"]
    for table in ("key_channels", "product_channels"):
        call.database.run(f"delete from {table} where channel_id = ?", [channel])
    call.database.delete("sales_channels", channel)
    return json_answer({"id": channel, "object": "sales-channel", "deleted": True})


def create_group(call: Call) -> Response:
    values = check(call.body, {"name": Field(required=True)}) | {"created_by": call.actor.id}
    return GROUP.answer(call, _insert(call, "customer_groups", "cusgroup", values))


def create_tax_region(call: Call) -> Response:
    fields = {"country_code": Field(required=True), "provider_id": Field(required=True)}
    values = check(call.body, fields) | {"created_by": call.actor.id}
    return TAX_REGION.answer(call, _insert(call, "tax_regions", "txreg", values))


def create_region(call: Call) -> Response:
    fields = {"name": Field(required=True), "currency_code": Field(required=True)}
    return REGION.answer(call, _insert(call, "regions", "reg", check(call.body, fields)))


def create_product(call: Call) -> Response:
    fields = {
        "title": Field(required=True),
        "status": Field(required=True),
        "options": Field("array"),
        "sales_channels": Field("array"),
    }
    body = check(call.body, fields)
    values = {"title": body["title"], "status": body["status"]}
    product = _insert(call, "products", "prod", values)
    for channel in body["sales_channels"]:
        sold = {"product_id": product, "channel_id": channel["id"]}
        call.database.insert("product_channels", sold)
    return PRODUCT.answer(call, product)


def _insert(call: Call, table: str, prefix: str, values: Row) -> str:
    record_id, moment = call.server.ids.new(prefix), timestamp(now())
    record = {"id": record_id, "created_at": moment, "updated_at": moment}
    call.database.insert(table, record | values)
    return record_id


# A customer's own account


def update_me(call: Call) -> Response:
    body = check(call.body, {name: field for name, field in BODY.items() if name != "email"})
    customer = call.database.get("customers", call.actor.id)
    if customer is None:
        raise not_found(f"Customer with id: {call.actor.id} was not found")
    change_customer(call, customer, body)
    return retrieve_me(call)


# The server


def health(call: Call) -> Response:
    return HTMLResponse("OK")


ROLE, POLICIES_OF_ROLE = "/admin/rbac/roles/{id}", "/admin/rbac/roles/{id}/policies"
UPDATE_ROLE = ("rbac_role:update",)

ROUTES = (
    Route("GET", "/admin/rbac/roles", ROLES.page, ("rbac_role:read",), rbac_only=True),
    Route("POST", "/admin/rbac/roles", create_role, rbac_only=True),
    Route("GET", ROLE, ROLES.retrieve, ("rbac_role:read",)),
    Route("DELETE", ROLE, delete_role, ("rbac_role:delete",)),
    Route("POST", POLICIES_OF_ROLE, attach_policies, UPDATE_ROLE, rbac_only=True),
    Route(
        "DELETE", f"{POLICIES_OF_ROLE}/{{policy_id}}", detach_policy, UPDATE_ROLE, rbac_only=True
    ),
    Route("GET", "/admin/rbac/policies", POLICIES.page, ("rbac_policy:read",), rbac_only=True),
    Route(
        "GET",
        "/admin/customers/{id}/addresses",
        list_addresses,
        (READ_CUSTOMER, "customer_address:read"),
    ),
    Route("POST", "/admin/sales-channels", create_channel),
    Route("DELETE", "/admin/sales-channels/{id}", delete_channel),
    Route("POST", "/admin/regions", create_region),
    Route("POST", "/admin/products", create_product),
    Route("POST", "/admin/customer-groups", create_group),
    Route("POST", "/admin/tax-regions", create_tax_region),
    Route("POST", "/store/customers/me", update_me),
    Route("GET", "/health", health),
)


@pytest.fixture(scope="session", autouse=True)
def more_routes() -> Iterator[None]:
    """Every demo store answers these routes too."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(asgi, "ROUTES", (*asgi.ROUTES, *ROUTES))
        yield
