"""The routes of invites, and those that let admins go."""

from __future__ import annotations

import hashlib
import hmac
import secrets
import uuid
from datetime import datetime, timedelta

import jwt
from starlette.responses import Response

from medusa_console.demo.answers import invalid_data, json_answer, not_allowed, unauthorized
from medusa_console.demo.bodies import Field, check
from medusa_console.demo.call import Call
from medusa_console.demo.database import Row
from medusa_console.demo.guards import bearer_claims
from medusa_console.demo.query import Selection
from medusa_console.demo.records import Records, repeatable
from medusa_console.demo.stamps import now, timestamp
from medusa_console.demo.user_roles import check_roles, grant
from medusa_console.demo.users import new_user

ROLES_OF_INVITE = (
    "select r.*, null as deleted_at from invites i join json_each(i.roles) one "
    "left join roles r on r.id = one.value where i.id = ? order by one.value"
)
_LINKS = (
    "select one.value as rbac_role_id, i.id as invite_id from invites i "
    "join json_each(i.roles) one where i.id = ? order by one.value"
)
INVITE_LIVES = timedelta(days=1)
_NAMESPACE = uuid.UUID(int=0)


def token_of(invite: Row) -> str:
    """What accepts the invite. The store's file does not hold it: it is computed from a seed."""
    ends = datetime.fromisoformat(invite["expires_at"])
    claims = {
        "id": invite["id"],
        "email": invite["email"],
        "iat": ends - INVITE_LIVES,
        "exp": ends,
        "jti": str(uuid.uuid5(_NAMESPACE, invite["seed"])),
    }
    return jwt.encode(claims, hashlib.sha256(f"invite:{invite['seed']}".encode()).digest())


def _shown(row: Row, _: Selection) -> Row:
    return {**row, "token": token_of(row)}


INVITES = Records(
    table="invites",
    one="invite",
    missing="Invite with id: {} was not found",
    fields=(
        *("id", "email", "accepted", "token", "expires_at", "metadata"),
        *("created_at", "updated_at", "deleted_at"),
    ),
    search=("email",),
    filters=repeatable("id", "email"),
    relations={"rbac_roles_link": _LINKS, "rbac_roles": ROLES_OF_INVITE},
    shown=_shown,
)


def create_invite(call: Call) -> Response:
    """The store sends no mail: whoever invites hands the token over."""
    fields = {
        "email": Field(required=True),
        "roles": Field("array", nullable=True),
        "metadata": Field("record", nullable=True),
    }
    body = check(call.body, fields)
    email, roles = body["email"], body.get("roles") or []
    check_roles(call, roles)
    if call.database.one("select id from users where email = ?", [email]):
        raise invalid_data(f"User account for following email(s) already exist: {email}")
    if call.database.one("select id from invites where email = ?", [email]):
        raise invalid_data(f"Invite with email: {email}, already exists.")
    moment = now()
    invite = {
        "id": call.server.ids.new("invite"),
        "email": email,
        "accepted": False,
        "metadata": body.get("metadata"),
        "roles": roles,
        "created_at": timestamp(moment),
        **_fresh(moment),
    }
    call.database.insert("invites", invite)
    call.server.passing.events.append(("invite.created", {"id": invite["id"]}))
    return INVITES.answer(call, str(invite["id"]))


def resend_invite(call: Call) -> Response:
    """A new token; the old one is dead."""
    invite_id = call.params["id"]
    if call.database.get("invites", invite_id) is None:
        raise invalid_data(f"The following invites do not exist: {invite_id}")
    call.database.update("invites", invite_id, _fresh(now()))
    call.server.passing.events.append(("invite.resent", {"id": invite_id}))
    return INVITES.answer(call, invite_id)


def accept_invite(call: Call) -> Response:
    """Make the login of the Bearer token an admin. The login must not be one already. An email in
    the body counts, and not the one that was invited."""
    claims = bearer_claims(call.server, call.headers, "user")
    names = ("email", "first_name", "last_name")
    body = check(call.body, dict.fromkeys(names, Field(nullable=True)))
    if "token" not in call.query:
        raise invalid_data("Invalid request: Field 'token' is required")
    if claims["actor_id"]:
        raise invalid_data("The user is already authenticated and cannot accept an invite.")
    invite = _live_invite(call)
    identity = call.database.get("identities", claims["auth_identity_id"])
    if invite is None or identity is None or identity["user_id"]:
        raise unauthorized()
    if any(call.database.get("roles", role) is None for role in invite["roles"]):
        raise unauthorized()
    email = body.get("email") or invite["email"]
    user = new_user(call, email, body.get("first_name"), body.get("last_name"))
    call.database.update("identities", identity["id"], {"user_id": user["id"]})
    call.database.delete("invites", invite["id"])
    for role in invite["roles"]:
        grant(call, str(user["id"]), role)
    return json_answer({"user": {**user, "deleted_at": None}})


def delete_user(call: Call) -> Response:
    """End the login as well; login tokens that are out stay good until they expire."""
    user_id = call.params["id"]
    if user_id == call.actor.id:
        raise not_allowed("A user cannot delete itself")
    call.database.run("delete from identities where user_id = ?", [user_id])
    call.database.run("delete from user_roles where user_id = ?", [user_id])
    call.database.delete("users", user_id)
    return json_answer({"id": user_id, "object": "user", "deleted": True})


def delete_invite(call: Call) -> Response:
    invite_id = call.params["id"]
    call.database.delete("invites", invite_id)
    return json_answer({"id": invite_id, "object": "invite", "deleted": True})


def _fresh(moment: datetime) -> Row:
    """What makes the token of an invite: each has another seed."""
    return {
        "seed": secrets.token_hex(32),
        "expires_at": timestamp(moment + INVITE_LIVES),
        "updated_at": timestamp(moment),
    }


def _live_invite(call: Call) -> Row | None:
    """The invite whose token is in the query."""
    token = str(call.query["token"])
    try:
        claimed = jwt.decode(token, options={"verify_signature": False}).get("id")
    except jwt.InvalidTokenError:
        return None
    invite = call.database.get("invites", str(claimed))
    if invite is None or invite["expires_at"] <= timestamp(now()):
        return None
    is_it = hmac.compare_digest(token.encode(), token_of(invite).encode())
    return invite if is_it else None
