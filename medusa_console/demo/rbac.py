"""Who may do what: roles and their policies.

A role's rights are read from the database at each request; which roles an admin has is read
from the login token, so a new role counts only after the next sign-in or refresh.
"""

from starlette.responses import Response

from medusa_console.demo.answers import Refusal, json_answer, unknown_error
from medusa_console.demo.call import Actor, Call, Server
from medusa_console.demo.database import Row
from medusa_console.demo.listing import one_of

ROLE_FIELDS = ("id", "name", "description", "metadata", "created_at", "updated_at", "deleted_at")


def check_permissions(server: Server, actor: Actor, needed: tuple[str, ...]) -> None:
    """Raise Refusal 403 unless `actor` has all of `needed`; several at once are written `a, b`."""
    if not server.rbac or not needed:
        return
    if not actor.roles:
        raise _forbidden("Forbidden")
    permissions = _permissions(server, actor.roles)
    for group in needed:
        if not permissions.issuperset(group.split(", ")):
            raise _forbidden(f"Insufficient permissions. Required policies: {group}")


def roles_of(server: Server, user_id: str) -> list[str]:
    sql = "select role_id from user_roles where user_id = ? order by rowid"
    return [row["role_id"] for row in server.database.all(sql, [user_id])]


def my_permissions(call: Call) -> Response:
    if call.actor.kind == "api-key":
        raise unknown_error()
    permissions = _permissions(call.server, tuple(roles_of(call.server, call.actor.id)))
    return json_answer({"permissions": sorted(permissions)})


def user_roles(call: Call, user_id: str) -> list[Row]:
    rows = [call.database.get("roles", role) for role in roles_of(call.server, user_id)]
    return [shown_role(row) for row in rows if row is not None]


def shown_role(row: Row) -> Row:
    return {name: row.get(name) for name in ROLE_FIELDS}


def _forbidden(message: str) -> Refusal:
    return Refusal(403, {"type": "forbidden", "message": message})


def _permissions(server: Server, roles: tuple[str, ...]) -> set[str]:
    """The rights of these roles, `resource:operation`; the super admin's star is every one."""
    role = one_of("role_id", list(roles))
    held = server.database.all(
        "select p.key from policies p join role_policies r on r.policy_id = p.id "  # noqa: S608
        f"where {role.sql}",
        role.values,
    )
    keys = {row["key"] for row in held}
    if "*:*" not in keys:
        return keys
    return {row["key"] for row in server.database.all("select key from policies")} - {"*:*"}
