"""The routes of admin users; their roles, and the policies of a role.

A role's permissions are read from the database at each request. An admin's roles are read from the
login token, so a new role counts only after the next sign-in or refresh.
"""

from starlette.responses import Response

from medusa_console.demo.answers import Refusal, json_answer, unknown_error
from medusa_console.demo.bodies import Field
from medusa_console.demo.call import Actor, Call, Server
from medusa_console.demo.database import Row
from medusa_console.demo.records import Records, one_of, repeatable
from medusa_console.demo.stamps import now, timestamp

FLAGS = (
    *("backend_hmr", "caching", "index_engine", "rbac_filter_fields", "rbac"),
    *("translation", "view_configurations"),
)
ROLES_OF = (
    "select r.*, null as deleted_at from user_roles u left join roles r on r.id = u.role_id "
    "where u.user_id = ? order by u.rowid"
)
_LINKS = "select role_id as rbac_role_id, user_id from user_roles where user_id = ? order by rowid"
USERS = Records(
    table="users",
    one="user",
    missing="User with id: {} was not found",
    fields=(
        *("id", "first_name", "last_name", "email", "avatar_url", "metadata"),
        *("created_at", "updated_at", "deleted_at"),
    ),
    search=("first_name", "last_name", "email"),
    filters=repeatable("id") | dict.fromkeys(("email", "first_name", "last_name"), Field()),
    relations={"rbac_roles_link": _LINKS, "rbac_roles": ROLES_OF},
)


def retrieve_me(call: Call) -> Response:
    """Answer a secret key too: a key is no user, so the 404 names the key's record."""
    return USERS.answer(call, call.actor.id)


def new_user(
    call: Call, email: str, first_name: str | None = None, last_name: str | None = None
) -> Row:
    """A new admin, who has no role and no login yet."""
    moment = timestamp(now())
    user = {
        "id": call.server.ids.new("user"),
        "first_name": first_name,
        "last_name": last_name,
        "email": email,
        "avatar_url": None,
        "metadata": None,
        "created_at": moment,
        "updated_at": moment,
    }
    call.database.insert("users", user)
    return user


def list_auth_providers(call: Call) -> Response:
    """How the admin can sign in; of somebody who is not there: not at all."""
    sql = "select provider from identities where user_id = ? order by id"
    rows = call.database.all(sql, [call.params["id"]])
    return json_answer({"providers": [row["provider"] for row in rows]})


def feature_flags(call: Call) -> Response:
    return json_answer({"feature_flags": dict.fromkeys(FLAGS, False) | {"rbac": call.server.rbac}})


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


def role_ids(server: Server, user_id: str) -> tuple[str, ...]:
    """The roles of a login token: none if a single one of them was deleted."""
    roles = [role["id"] for role in server.database.all(ROLES_OF, [user_id])]
    return () if None in roles else tuple(roles)


def my_permissions(call: Call) -> Response:
    if call.actor.kind == "api-key":
        raise unknown_error()
    roles = [role["id"] for role in call.database.all(ROLES_OF, [call.actor.id])]
    if None in roles:
        raise unknown_error()
    permissions = _permissions(call.server, tuple(roles))
    return json_answer({"permissions": sorted(permissions)})


def _forbidden(message: str) -> Refusal:
    return Refusal(403, {"type": "forbidden", "message": message})


def _permissions(server: Server, roles: tuple[str, ...]) -> set[str]:
    """The permissions of these roles as `resource:operation`; the super admin's star means all."""
    role = one_of("role_id", roles)
    held = server.database.all(
        "select p.key from policies p join role_policies r on r.policy_id = p.id "  # noqa: S608
        f"where {role.sql}",
        role.values,
    )
    keys = {row["key"] for row in held}
    if "*:*" not in keys:
        return keys
    return {row["key"] for row in server.database.all("select key from policies")} - {"*:*"}
