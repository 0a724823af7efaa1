"""The routes below /admin/customers, /admin/customer-groups and /store/customers."""

from typing import Any

from starlette.responses import Response

from medusa_console.demo.answers import Refusal, invalid_data, json_answer, not_found
from medusa_console.demo.bodies import Field, check, merged_metadata
from medusa_console.demo.call import Call
from medusa_console.demo.database import Row
from medusa_console.demo.guards import bearer_claims, claimed_identity
from medusa_console.demo.query import values
from medusa_console.demo.records import Condition, Records, flag, one_of, repeatable
from medusa_console.demo.stamps import now, timestamp

BODY = {
    "email": Field(nullable=True, email=True),
    "company_name": Field(nullable=True),
    "first_name": Field(nullable=True),
    "last_name": Field(nullable=True),
    "phone": Field(nullable=True),
    "metadata": Field("record", nullable=True),
}
GROUPS_OF = (
    "select g.* from customer_groups g join group_members m on m.group_id = g.id "
    "where m.customer_id = ? order by g.id"
)
ADDRESSES_OF = "select *, null as deleted_at from addresses where customer_id = ? order by id"


def _in_groups(wanted: Any) -> Condition:
    group = one_of("group_id", values(wanted))
    members = f"select customer_id from group_members where {group.sql}"  # noqa: S608
    return Condition(f"id in ({members})", group.values)


CUSTOMERS = Records(
    table="customers",
    one="customer",
    missing="Customer with id: {} not found",
    fields=(
        *("id", "company_name", "first_name", "last_name", "email", "phone", "metadata"),
        *("has_account", "created_by", "created_at", "updated_at", "deleted_at"),
    ),
    search=("company_name", "first_name", "last_name", "email", "phone"),
    filters=repeatable("id", "email", "company_name", "first_name", "last_name", "created_by"),
    special={"has_account": flag("has_account"), "groups": _in_groups},
    relations={"groups": GROUPS_OF, "addresses": ADDRESSES_OF},
)
# What customers see of themselves.
OWN = Records(
    table="customers",
    one="customer",
    missing="Customer with id: {} was not found",
    fields=(
        *("id", "email", "company_name", "first_name", "last_name", "phone", "metadata"),
        *("has_account", "deleted_at", "created_at", "updated_at", "addresses.*"),
    ),
    relations={"addresses": ADDRESSES_OF},
)
GROUPS = Records(
    table="customer_groups",
    fields=("id", "name", "created_by", "created_at", "updated_at", "deleted_at", "metadata"),
    search=("name",),
    filters=repeatable("id", "name", "created_by"),
)


def create_customer(call: Call) -> Response:
    """Create a guest: only the store's own registration creates accounts."""
    body = check(call.body, BODY)
    _check_unique(call, body.get("email"), has_account=False)
    customer = _new_customer(call, body, has_account=False, created_by=call.actor.id)
    return CUSTOMERS.answer(call, customer["id"])


def update_customer(call: Call) -> Response:
    body = check(call.body, BODY)
    customer = call.database.get("customers", call.params["id"])
    if customer is None:
        raise not_found(f'Customer with id "{call.params["id"]}" not found')
    if body.get("email") not in (None, customer["email"]):
        _check_unique(call, body["email"], has_account=customer["has_account"])
    change_customer(call, customer, body)
    return CUSTOMERS.answer(call, customer["id"])


def delete_customer(call: Call) -> Response:
    """Delete the customer's login as well."""
    customer_id = call.params["id"]
    for table in ("identities", "group_members", "addresses"):
        call.database.run(f"delete from {table} where customer_id = ?", [customer_id])  # noqa: S608
    call.database.delete("customers", customer_id)
    return json_answer({"id": customer_id, "object": "customer", "deleted": True})


def register_customer(call: Call) -> Response:
    """Take the second step of a registration, after /auth/customer/emailpass/register."""
    claims = bearer_claims(call.server, call.headers, "customer")
    body = check(call.body, BODY)
    if not body.get("email"):
        raise invalid_data("Email is required to create a customer")
    identity = claimed_identity(call.server, claims)
    sql = "select id from customers where email = ? and has_account"
    if call.database.one(sql, [body["email"]]):
        taken = "Customer with this email already has an account"
        body = {"code": "invalid_request_error", "type": "duplicate_error", "message": taken}
        raise Refusal(422, body)
    customer = _new_customer(call, body, has_account=True, created_by=None)
    call.database.update("identities", identity["id"], {"customer_id": customer["id"]})
    return OWN.answer(call, customer["id"])


def retrieve_me(call: Call) -> Response:
    return OWN.answer(call, call.actor.id)


def change_customer(call: Call, customer: Row, body: dict[str, Any]) -> None:
    """Store the checked fields of `body`."""
    change = merged_metadata(body, customer["metadata"]) | {"updated_at": timestamp(now())}
    call.database.update("customers", customer["id"], change)


def _new_customer(
    call: Call, body: dict[str, Any], *, has_account: bool, created_by: str | None
) -> Row:
    moment = timestamp(now())
    customer = {
        "id": call.server.ids.new("cus"),
        **{name: body.get(name) for name in BODY},
        "has_account": has_account,
        "created_by": created_by,
        "created_at": moment,
        "updated_at": moment,
    }
    call.database.insert("customers", customer)
    return customer


def _check_unique(call: Call, email: str | None, *, has_account: bool) -> None:
    sql = "select id from customers where email = ? and has_account = ?"
    if email is not None and call.database.one(sql, [email, has_account]):
        kind = str(has_account).lower()
        raise invalid_data(f"Customer with email: {email}, has_account: {kind}, already exists.")
