"""What a storefront reads: regions, and the products of its key's sales channels."""

from dataclasses import replace

from starlette.responses import Response

from medusa_console.demo.answers import invalid_data
from medusa_console.demo.call import Call
from medusa_console.demo.guards import PUBLISHABLE_KEY_HEADER
from medusa_console.demo.query import values
from medusa_console.demo.records import Condition, Records, one_of, repeatable

REGIONS = Records(
    table="regions",
    fields=("id", "name", "currency_code"),
    search=("name", "currency_code"),
    filters=repeatable("id", "name", "currency_code"),
    dates=frozenset(),
)


def _of_channels(wanted: object) -> Condition:
    channels = one_of("channel_id", values(wanted))
    # Only question marks become part of the SQL.
    sql = f"id in (select product_id from product_channels where {channels.sql})"  # noqa: S608
    return Condition(sql, channels.values)


PRODUCTS = Records(
    table="products",
    source="(select * from products where status = 'published')",
    fields=("id", "title"),
    search=("title",),
    filters=repeatable("id", "title"),
    special={"sales_channel_id": _of_channels},
)


def list_products(call: Call) -> Response:
    """The products of the key's channels, of disabled channels too. Raises Refusal 400 for a key
    without channels."""
    sql = (
        "select c.channel_id as id from key_channels c join api_keys k on k.id = c.key_id "
        "where k.token = ?"
    )
    channels = call.database.all(sql, [call.headers[PUBLISHABLE_KEY_HEADER]])
    if not channels:
        raise invalid_data("Publishable key needs to have a sales channel configured")
    within = {"sales_channel_id": [channel["id"] for channel in channels]}
    return PRODUCTS.page(replace(call, query=call.query | within))
