"""The routes of admin users."""

from starlette.responses import Response

from medusa_console.demo.answers import json_answer, not_found
from medusa_console.demo.call import Call
from medusa_console.demo.database import Row
from medusa_console.demo.listing import Listing, selection
from medusa_console.demo.query import Selection, pick_inner
from medusa_console.demo.rbac import user_roles

USERS = Listing(
    table="users",
    fields=(
        *("id", "first_name", "last_name", "email", "avatar_url", "metadata"),
        *("created_at", "updated_at", "deleted_at"),
    ),
    search=("first_name", "last_name", "email"),
    single=frozenset({"email", "first_name", "last_name"}),
)


def list_users(call: Call) -> Response:
    page = USERS.find(call.database, call.query)
    return page.answer("users", [_shown(call, row, page.selection) for row in page.rows])


def retrieve_me(call: Call) -> Response:
    """Also tells which key a secret key is: it is no user, and the 404 names its record."""
    return user_answer(call, call.actor.id)


def user_answer(call: Call, user_id: str) -> Response:
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
