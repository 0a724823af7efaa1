"""The routes below /admin/api-keys."""

import secrets
from datetime import timedelta
from typing import Any

from starlette.responses import Response

from medusa_console.demo.answers import invalid_data, json_answer, not_allowed, unknown_error
from medusa_console.demo.bodies import Field, check
from medusa_console.demo.call import Call
from medusa_console.demo.database import Row
from medusa_console.demo.query import Selection
from medusa_console.demo.records import Records, repeatable
from medusa_console.demo.stamps import now, timestamp
from medusa_console.demo.tokens import hashed, new_key_token
from medusa_console.domain.tokens import redact

TYPES = ("publishable", "secret")
LONGEST_DELAY = timedelta(days=2_900_000)  # ends a little before the year 10000


def _shown(row: Row, selection: Selection) -> Row:
    """Hide a secret key's token, as the server does: only where `type` is selected as well."""
    row = {name: value for name, value in row.items() if name != "salt"}
    hidden = row["type"] == "secret" and "type" in selection.names
    return {**row, "token": ""} if hidden else row


KEYS = Records(
    table="api_keys",
    one="api_key",
    missing="API Key with id: {} was not found",
    fields=(
        *("id", "title", "token", "redacted", "type", "last_used_at", "updated_at", "created_at"),
        *("created_by", "revoked_at", "revoked_by", "sales_channels.id", "sales_channels.name"),
    ),
    search=("redacted", "title"),
    filters={**repeatable("id", "title", "token"), "type": Field(choices=TYPES)},
    dates=frozenset({"created_at", "updated_at", "revoked_at", "deleted_at"}),
    relations={
        "sales_channels": "select c.* from sales_channels c join key_channels k "
        "on k.channel_id = c.id where k.key_id = ? order by c.id"
    },
    shown=_shown,
    limit=20,
)


def create_key(call: Call) -> Response:
    """The only answer that ever holds a secret key's token."""
    fields = {"title": Field(required=True), "type": Field(required=True, choices=TYPES)}
    body = check(call.body, fields)
    check(call.query, {"fields": Field()})
    _check_title(body["title"])
    token, salt, moment = new_key_token(body["type"]), secrets.token_hex(16), timestamp(now())
    key = {
        "id": call.server.ids.new("apk"),
        "token": token,
        "redacted": redact(token),
        "title": body["title"],
        "type": body["type"],
        "last_used_at": None,
        "created_by": call.actor.id,
        "revoked_by": None,
        "revoked_at": None,
        "created_at": moment,
        "updated_at": moment,
    }
    stored = hashed(token, salt) if body["type"] == "secret" else token
    call.database.insert("api_keys", {**key, "token": stored, "salt": salt})
    return json_answer({"api_key": {**key, "deleted_at": None}})


def rename_key(call: Call) -> Response:
    body = check(call.body, {"title": Field(required=True)})
    _check_title(body["title"])
    key = call.database.get("api_keys", call.params["id"])
    if key is not None and key["title"] != body["title"]:
        call.database.update("api_keys", key["id"], body | {"updated_at": timestamp(now())})
    return json_answer(changed_key(call))


def revoke_key(call: Call) -> Response:
    """Revoke now or in `revoke_in` seconds, which may revive a revoked publishable key."""
    body = check(call.body, {"revoke_in": Field("number")})
    key = call.database.get("api_keys", call.params["id"])
    moment = now()
    if key is not None:
        if key["type"] == "secret" and _is_revoked(key):
            raise invalid_data("There are 1 secret keys that are already revoked.")
        delay = max(0, int(body.get("revoke_in", 0)))
        if delay > LONGEST_DELAY.total_seconds():
            raise unknown_error()
        change = {
            "revoked_at": timestamp(moment + timedelta(seconds=delay)),
            "revoked_by": call.actor.id,
            "updated_at": timestamp(moment),
        }
        call.database.update("api_keys", key["id"], change)
    return json_answer(changed_key(call))


def delete_key(call: Call) -> Response:
    key_id = call.params["id"]
    key = call.database.get("api_keys", key_id)
    if key is not None and not _is_revoked(key):
        raise not_allowed(f"Cannot delete api keys that are not revoked - {key_id}")
    call.database.run("delete from key_channels where key_id = ?", [key_id])
    call.database.delete("api_keys", key_id)
    return json_answer({"id": key_id, "object": "api_key", "deleted": True})


def changed_key(call: Call) -> dict[str, Any]:
    """The answer's body after a change; `{}` for an unknown key, as the server has it."""
    key = KEYS.find(call, call.params["id"])
    return {} if key is None else {"api_key": key}


def _is_revoked(key: Row) -> bool:
    return bool(key["revoked_at"]) and key["revoked_at"] <= timestamp(now())


def _check_title(title: str) -> None:
    if "\0" in title:  # PostgreSQL cannot store it
        raise unknown_error()
