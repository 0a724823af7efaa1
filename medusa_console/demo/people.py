"""The routes that let admins go: a user's record, and invites that nobody has accepted."""

from starlette.responses import Response

from medusa_console.demo.answers import json_answer, not_allowed
from medusa_console.demo.call import Call
from medusa_console.demo.records import Records, repeatable

ROLES_OF_INVITE = (
    "select r.*, null as deleted_at from roles r join invites i on i.id = ? "
    "where r.id in (select value from json_each(i.roles)) order by r.id"
)
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
    relations={"rbac_roles": ROLES_OF_INVITE},
)


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
