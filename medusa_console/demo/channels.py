"""Sales channels, the channels of publishable keys, and the shop that names its default channel."""

from starlette.responses import Response

from medusa_console.demo.answers import invalid_data, json_answer, unknown_error
from medusa_console.demo.bodies import Field, check
from medusa_console.demo.call import Call
from medusa_console.demo.keys import changed_key
from medusa_console.demo.query import values
from medusa_console.demo.records import Condition, Records, flag, one_of, repeatable


def _of_keys(wanted: object) -> Condition:
    keys = one_of("key_id", values(wanted))
    # Only question marks become part of the SQL.
    sql = f"id in (select channel_id from key_channels where {keys.sql})"  # noqa: S608
    return Condition(sql, keys.values)


CHANNELS = Records(
    table="sales_channels",
    fields=(
        *("id", "name", "description", "is_disabled", "created_at", "updated_at"),
        *("deleted_at", "metadata"),
    ),
    search=("name", "description"),
    filters=repeatable("id", "name") | {"description": Field()},
    special={"publishable_key_id": _of_keys, "is_disabled": flag("is_disabled")},
    limit=20,
)
STORES = Records(
    table="stores",
    fields=(
        *("id", "name", "default_sales_channel_id", "default_region_id", "default_location_id"),
        *("metadata", "created_at", "updated_at"),
    ),
    search=("name",),
    filters=repeatable("id", "name"),
)


def change_channels(call: Call) -> Response:
    """Add channels to a publishable key and remove others. Of a channel that is in both lists, the
    real server sometimes adds and sometimes removes it; here it is removed."""
    body = check(call.body, {"add": Field("array"), "remove": Field("array")})
    key = call.database.get("api_keys", call.params["id"])
    if key is None:
        raise unknown_error()
    if key["type"] != "publishable":
        raise invalid_data("Sales channels can only be associated with publishable API keys")
    added = body.get("add", [])
    unknown = [channel for channel in added if call.database.get("sales_channels", channel) is None]
    if unknown:
        raise invalid_data(f"Sales channels with IDs {', '.join(unknown)} do not exist")
    for channel in added:
        sql = "insert or ignore into key_channels (key_id, channel_id) values (?, ?)"
        call.database.run(sql, [key["id"], channel])
    removed = one_of("channel_id", body.get("remove", []))
    sql = f"delete from key_channels where key_id = ? and {removed.sql}"  # noqa: S608
    call.database.run(sql, [key["id"], *removed.values])
    return json_answer(changed_key(call))
