"""The routes below /admin/customers, and the list of customer groups."""

from typing import Any

from starlette.responses import Response

from medusa_console.demo.addresses import addresses_of
from medusa_console.demo.answers import invalid_data, json_answer, not_found
from medusa_console.demo.bodies import Field, check_body, merged_metadata
from medusa_console.demo.call import Call
from medusa_console.demo.database import Row
from medusa_console.demo.listing import Condition, Listing, flag, one_of, selection
from medusa_console.demo.query import Selection, pick_inner, values
from medusa_console.demo.stamps import now, timestamp

BODY = {
    "email": Field(nullable=True, email=True),
    "company_name": Field(nullable=True),
    "first_name": Field(nullable=True),
    "last_name": Field(nullable=True),
    "phone": Field(nullable=True),
    "metadata": Field("record", nullable=True),
}


def _in_groups(wanted: Any) -> Condition:
    if isinstance(wanted, dict):
        parts = [
            one_of(f"g.{name}", values(wanted[name])) for name in ("id", "name") & wanted.keys()
        ]
    else:
        parts = [one_of("g.id", values(wanted))]
    where = " and ".join(part.sql for part in parts) or "1"
    sql = (
        "id in (select m.customer_id from group_members m "  # noqa: S608
        f"join customer_groups g on g.id = m.group_id where {where})"
    )
    return Condition(sql, tuple(value for part in parts for value in part.values))


CUSTOMERS = Listing(
    table="customers",
    fields=(
        *("id", "company_name", "first_name", "last_name", "email", "phone", "metadata"),
        *("has_account", "created_by", "created_at", "updated_at", "deleted_at"),
    ),
    search=("company_name", "first_name", "last_name", "email", "phone"),
    equal=frozenset({"id", "email", "company_name", "first_name", "last_name", "created_by"}),
    special={"has_account": flag("has_account"), "groups": _in_groups},
)
GROUPS = Listing(
    table="customer_groups",
    fields=("id", "name", "created_by", "created_at", "updated_at", "deleted_at", "metadata"),
    search=("name",),
    equal=frozenset({"id", "name", "created_by"}),
)


def list_customers(call: Call) -> Response:
    page = CUSTOMERS.find(call.database, call.query)
    return page.answer("customers", [_shown(call, row, page.selection) for row in page.rows])


def list_groups(call: Call) -> Response:
    return GROUPS.find(call.database, call.query).answer("customer_groups")


def retrieve_customer(call: Call) -> Response:
    return _answer(call, call.params["id"])


def create_customer(call: Call) -> Response:
    """Always a guest: accounts come only from the store's own registration."""
    body = check_body(call.body, BODY)
    _check_unique(call, body.get("email"), has_account=False)
    customer = new_customer(call, body, has_account=False, created_by=call.actor.id)
    return _answer(call, customer["id"])


def update_customer(call: Call) -> Response:
    body = check_body(call.body, BODY)
    customer = call.database.get("customers", call.params["id"])
    if customer is None:
        raise not_found(f'Customer with id "{call.params["id"]}" not found')
    if body.get("email") not in (None, customer["email"]):
        _check_unique(call, body["email"], has_account=customer["has_account"])
    change = merged_metadata(body, customer["metadata"]) | {"updated_at": timestamp(now())}
    call.database.update("customers", customer["id"], change)
    return _answer(call, customer["id"])


def delete_customer(call: Call) -> Response:
    """Ends the customer's login as well."""
    customer_id = call.params["id"]
    call.database.run("delete from identities where customer_id = ?", [customer_id])
    call.database.run("delete from group_members where customer_id = ?", [customer_id])
    call.database.run("delete from addresses where customer_id = ?", [customer_id])
    call.database.delete("customers", customer_id)
    return json_answer({"id": customer_id, "object": "customer", "deleted": True})


def new_customer(
    call: Call, body: dict[str, Any], *, has_account: bool, created_by: str | None
) -> Row:
    """Store a customer with the checked fields of `body`."""
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
        kind = "true" if has_account else "false"
        raise invalid_data(f"Customer with email: {email}, has_account: {kind}, already exists.")


def _answer(call: Call, customer_id: str) -> Response:
    wanted = selection(call.query, CUSTOMERS.fields)
    customer = call.database.get("customers", customer_id)
    if customer is None:
        raise not_found(f"Customer with id: {customer_id} not found")
    return json_answer({"customer": _shown(call, {**customer, "deleted_at": None}, wanted)})


def _shown(call: Call, customer: Row, wanted: Selection) -> Row:
    group_fields = wanted.relation("groups")
    if group_fields is not None:
        sql = (
            "select g.* from customer_groups g join group_members m on m.group_id = g.id "
            "where m.customer_id = ? order by g.id"
        )
        groups = call.database.all(sql, [customer["id"]])
        customer = {**customer, "groups": [pick_inner(group, group_fields) for group in groups]}
    address_fields = wanted.relation("addresses")
    if address_fields is not None:
        addresses = addresses_of(call.database, customer["id"])
        shown = [pick_inner(address, address_fields) for address in addresses]
        customer = {**customer, "addresses": shown}
    return wanted.pick(customer)
