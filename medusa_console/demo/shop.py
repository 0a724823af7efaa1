"""The routes about the shop itself: health, flags, sales channels, stores."""

from starlette.responses import HTMLResponse, Response

from medusa_console.demo.answers import json_answer
from medusa_console.demo.call import Call
from medusa_console.demo.listing import Condition, Listing, flag, one_of
from medusa_console.demo.query import values


def _of_keys(wanted: object) -> Condition:
    keys = one_of("key_id", values(wanted))
    sql = f"id in (select channel_id from key_channels where {keys.sql})"  # noqa: S608
    return Condition(sql, keys.values)


CHANNELS = Listing(
    table="sales_channels",
    fields=(
        *("id", "name", "description", "is_disabled", "created_at", "updated_at"),
        *("deleted_at", "metadata"),
    ),
    search=("name", "description"),
    equal=frozenset({"id", "name"}),
    single=frozenset({"description"}),
    special={"publishable_key_id": _of_keys, "is_disabled": flag("is_disabled")},
    limit=20,
)
STORES = Listing(
    table="stores",
    fields=(
        *("id", "name", "default_sales_channel_id", "default_region_id", "default_location_id"),
        *("metadata", "created_at", "updated_at", "supported_currencies"),
    ),
    search=("name",),
    equal=frozenset({"id", "name"}),
    dates=frozenset(),
)


def health(call: Call) -> Response:
    return HTMLResponse("OK")


def feature_flags(call: Call) -> Response:
    flags = {
        "backend_hmr": False,
        "caching": False,
        "index_engine": False,
        "rbac_filter_fields": False,
        "rbac": call.server.rbac,
        "translation": False,
        "view_configurations": False,
    }
    return json_answer({"feature_flags": flags})


def list_channels(call: Call) -> Response:
    return CHANNELS.find(call.database, call.query).answer("sales_channels")


def list_stores(call: Call) -> Response:
    return STORES.find(call.database, call.query).answer("stores")
