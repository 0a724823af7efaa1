"""The addresses of customers: their list, and how they hang below a customer."""

from starlette.responses import Response

from medusa_console.demo.call import Call
from medusa_console.demo.database import Database, Row
from medusa_console.demo.listing import Condition, Listing

ADDRESSES = Listing(
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
    equal=frozenset({"company", "city", "province", "postal_code", "country_code"}),
    dates=frozenset(),
)


def list_addresses(call: Call) -> Response:
    """Of a customer who is not there: none."""
    theirs = Condition("customer_id = ?", (call.params["id"],))
    return ADDRESSES.find(call.database, call.query, within=theirs).answer("addresses")


def addresses_of(database: Database, customer_id: str) -> list[Row]:
    """Whole records, with more fields and in another order than the list shows."""
    sql = "select *, null as deleted_at from addresses where customer_id = ? order by id"
    return database.all(sql, [customer_id])
