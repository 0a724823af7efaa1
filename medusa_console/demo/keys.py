"""The routes below /admin/api-keys."""

import secrets
from datetime import timedelta
from typing import Any

from starlette.responses import Response

from medusa_console.demo.answers import invalid_data, json_answer, not_allowed, not_found
from medusa_console.demo.answers import unknown_error as stumble
from medusa_console.demo.bodies import Field, check_body
from medusa_console.demo.call import Call
from medusa_console.demo.database import Row
from medusa_console.demo.listing import Listing, selection
from medusa_console.demo.query import Selection, pick_inner
from medusa_console.demo.stamps import now, timestamp
from medusa_console.demo.tokens import hashed, new_key_token, redacted

TYPES = ("publishable", "secret")
FURTHEST_REVOCATION = timedelta(days=2_900_000)  # a little short of the year 10000

KEYS = Listing(
    table="api_keys",
    fields=(
        *("id", "title", "token", "redacted", "type", "last_used_at", "updated_at", "created_at"),
        *("created_by", "revoked_at", "revoked_by", "sales_channels.id", "sales_channels.name"),
    ),
    search=("redacted", "title"),
    more_order=frozenset({"deleted_at", "salt"}),
    equal=frozenset({"id", "title", "token"}),
    choices={"type": TYPES},
    dates=frozenset({"created_at", "updated_at", "revoked_at", "deleted_at"}),
    limit=20,
)


def list_keys(call: Call) -> Response:
    page = KEYS.find(call.database, call.query)
    return page.answer("api_keys", [_shown(call, row, page.selection) for row in page.rows])


def create_key(call: Call) -> Response:
    """The only answer that ever holds a secret key's token."""
    fields = {"title": Field(required=True), "type": Field(required=True, choices=TYPES)}
    body = check_body(call.body, fields)
    selection(call.query, KEYS.fields)
    _check_title(body["title"])
    token, salt, moment = new_key_token(body["type"]), secrets.token_hex(16), timestamp(now())
    key = {
        "id": call.server.ids.new("apk"),
        "token": hashed(token, salt) if body["type"] == "secret" else token,
        "salt": salt,
        "redacted": redacted(token),
        "title": body["title"],
        "type": body["type"],
        "last_used_at": None,
        "created_by": call.actor.id,
        "revoked_by": None,
        "revoked_at": None,
        "created_at": moment,
        "updated_at": moment,
    }
    call.database.insert("api_keys", key)
    created = {**key, "token": token, "deleted_at": None}
    del created["salt"]
    return json_answer({"api_key": created})


def retrieve_key(call: Call) -> Response:
    answer = key_answer(call, call.params["id"])
    if not answer:
        raise not_found(f"API Key with id: {call.params['id']} was not found")
    return json_answer(answer)


def rename_key(call: Call) -> Response:
    body = check_body(call.body, {"title": Field(required=True)})
    _check_title(body["title"])
    key = call.database.get("api_keys", call.params["id"])
    if key is not None and key["title"] != body["title"]:
        change = {"title": body["title"], "updated_at": timestamp(now())}
        call.database.update("api_keys", key["id"], change)
    return json_answer(key_answer(call, call.params["id"]))


def revoke_key(call: Call) -> Response:
    """Revoke now or in `revoke_in` seconds. A publishable key may come back to life this way."""
    body = check_body(call.body, {"revoke_in": Field("number")})
    key = call.database.get("api_keys", call.params["id"])
    moment = now()
    if key is not None:
        revoked_at = key["revoked_at"]
        if key["type"] == "secret" and revoked_at and revoked_at <= timestamp(moment):
            raise invalid_data("There are 1 secret keys that are already revoked.")
        delay = max(0, int(body.get("revoke_in", 0)))
        if delay > FURTHEST_REVOCATION.total_seconds():
            raise stumble()
        change = {
            "revoked_at": timestamp(moment + timedelta(seconds=delay)),
            "revoked_by": call.actor.id,
            "updated_at": timestamp(moment),
        }
        call.database.update("api_keys", key["id"], change)
    return json_answer(key_answer(call, call.params["id"]))


def delete_key(call: Call) -> Response:
    key_id = call.params["id"]
    key = call.database.get("api_keys", key_id)
    if key is not None and (not key["revoked_at"] or key["revoked_at"] > timestamp(now())):
        raise not_allowed(f"Cannot delete api keys that are not revoked - {key_id}")
    call.database.run("delete from key_channels where key_id = ?", [key_id])
    call.database.delete("api_keys", key_id)
    return json_answer({"id": key_id, "object": "api_key", "deleted": True})


def _check_title(title: str) -> None:
    if "\0" in title:  # PostgreSQL cannot store it
        raise stumble()


def key_answer(call: Call, key_id: str) -> dict[str, Any]:
    """The body of a single key's answer; `{}` for an unknown one, as the server has it."""
    wanted = selection(call.query, KEYS.fields)
    row = call.database.get("api_keys", key_id)
    if row is None:
        return {}
    return {"api_key": _shown(call, {**row, "deleted_at": None}, wanted)}


def _shown(call: Call, row: Row, wanted: Selection) -> Row:
    """Hide a secret key's token, which the server does only where `type` is asked for as well."""
    if row["type"] == "secret" and "type" in wanted.names:
        row = {**row, "token": ""}
    row = {name: value for name, value in row.items() if name != "salt"}
    channel_fields = wanted.relation("sales_channels")
    if channel_fields is not None:
        sql = (
            "select c.* from sales_channels c join key_channels k on k.channel_id = c.id "
            "where k.key_id = ? order by c.id"
        )
        channels = call.database.all(sql, [row["id"]])
        row = {**row, "sales_channels": [pick_inner(one, channel_fields) for one in channels]}
    return wanted.pick(row)
