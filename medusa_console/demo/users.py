"""The routes of admin users and of the invites through which they come."""

import secrets
from datetime import timedelta

from starlette.responses import Response

from medusa_console.demo.answers import invalid_data, json_answer, not_allowed, not_found
from medusa_console.demo.bodies import Field, check_body
from medusa_console.demo.call import Call
from medusa_console.demo.database import Row
from medusa_console.demo.guards import bearer_claims, unauthorized
from medusa_console.demo.listing import Listing, selection
from medusa_console.demo.query import Selection, pick_inner
from medusa_console.demo.rbac import grant, user_roles
from medusa_console.demo.stamps import now, timestamp

INVITE_LIFETIME = timedelta(days=1)

USERS = Listing(
    table="users",
    fields=(
        *("id", "first_name", "last_name", "email", "avatar_url", "metadata"),
        *("created_at", "updated_at", "deleted_at"),
    ),
    search=("first_name", "last_name", "email"),
    single=frozenset({"email", "first_name", "last_name"}),
)
INVITE_FIELDS = (
    *("id", "email", "accepted", "token", "expires_at", "metadata"),
    *("created_at", "updated_at", "deleted_at"),
)


def list_users(call: Call) -> Response:
    page = USERS.find(call.database, call.query)
    return page.answer("users", [_shown(call, row, page.selection) for row in page.rows])


def retrieve_me(call: Call) -> Response:
    """Also tells which key a secret key is: it is no user, and the 404 names its record."""
    return _user_answer(call, call.actor.id)


def retrieve_user(call: Call) -> Response:
    return _user_answer(call, call.params["id"])


def delete_user(call: Call) -> Response:
    """Ends the login as well; login tokens that are out stay good until they expire."""
    user_id = call.params["id"]
    if user_id == call.actor.id:
        raise not_allowed("A user cannot delete itself")
    call.database.run("delete from identities where user_id = ?", [user_id])
    call.database.run("delete from user_roles where user_id = ?", [user_id])
    call.database.delete("users", user_id)
    return json_answer({"id": user_id, "object": "user", "deleted": True})


def create_invite(call: Call) -> Response:
    fields = {
        "email": Field(required=True),
        "roles": Field("array", nullable=True),
        "metadata": Field("record", nullable=True),
    }
    body = check_body(call.body, fields)
    email = body["email"]
    if call.database.one("select id from users where email = ?", [email]):
        raise invalid_data(f"User account for following email(s) already exist: {email}")
    if call.database.one("select id from invites where email = ?", [email]):
        raise invalid_data(f"Invite with email: {email}, already exists.")
    invite_id, moment = call.server.ids.new("invite"), now()
    claims = {"id": invite_id, "email": email, "jti": secrets.token_hex(8)}
    invite = {
        "id": invite_id,
        "email": email,
        "accepted": False,
        "token": call.server.tokens.issue(claims, INVITE_LIFETIME),
        "expires_at": timestamp(moment + INVITE_LIFETIME),
        "metadata": body.get("metadata"),
        "roles": body.get("roles") or [],
        "created_at": timestamp(moment),
        "updated_at": timestamp(moment),
    }
    call.database.insert("invites", invite)
    return json_answer({"invite": {name: invite.get(name) for name in INVITE_FIELDS}})


def accept_invite(call: Call) -> Response:
    """Make the login of the Bearer token an admin. The login must not be one already."""
    claims = bearer_claims(call.server, call.headers, "user")
    if claims is None:
        raise unauthorized(call.server)
    nullable = Field(nullable=True)
    fields = {"email": nullable, "first_name": nullable, "last_name": nullable}
    body = check_body(call.body, fields)
    if "token" not in call.query:
        raise invalid_data("Invalid request: Field 'token' is required")
    if claims["actor_id"]:
        raise invalid_data("The user is already authenticated and cannot accept an invite.")
    invite = _live_invite(call)
    identity = call.database.get("identities", claims["auth_identity_id"])
    if invite is None or identity is None or identity["user_id"]:
        raise unauthorized(call.server)
    moment = timestamp(now())
    user = {
        "id": call.server.ids.new("user"),
        "first_name": body.get("first_name"),
        "last_name": body.get("last_name"),
        "email": body.get("email") or invite["email"],
        "avatar_url": None,
        "metadata": None,
        "created_at": moment,
        "updated_at": moment,
    }
    call.database.insert("users", user)
    call.database.update("identities", identity["id"], {"user_id": user["id"]})
    call.database.delete("invites", invite["id"])
    for role in invite["roles"]:
        grant(call.server, str(user["id"]), role)
    return json_answer({"user": {**user, "deleted_at": None}})


def _live_invite(call: Call) -> Row | None:
    token = str(call.query["token"])
    if call.server.tokens.read(token) is None:
        return None
    return call.database.one("select * from invites where token = ?", [token])


def _user_answer(call: Call, user_id: str) -> Response:
    wanted = selection(call.query, USERS.fields)
    user = call.database.get("users", user_id)
    if user is None:
        raise not_found(f"User with id: {user_id} was not found")
    return json_answer({"user": _shown(call, {**user, "deleted_at": None}, wanted)})


def _shown(call: Call, user: Row, wanted: Selection) -> Row:
    role_fields = wanted.relation("rbac_roles")
    if role_fields is not None:
        roles = [pick_inner(role, role_fields) for role in user_roles(call, user["id"])]
        user = {**user, "rbac_roles": roles}
    return wanted.pick(user)
