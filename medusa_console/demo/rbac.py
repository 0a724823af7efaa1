"""Who may do what: roles, their policies, and the routes that show and change them.

A role's rights are read from the database at each request; which roles an admin has is read
from the login token, so a new role counts only after the next sign-in or refresh.
"""

from starlette.responses import Response

from medusa_console.demo import dialects
from medusa_console.demo.answers import (
    Refusal,
    invalid_data,
    json_answer,
    not_found,
    unknown_error,
)
from medusa_console.demo.bodies import Field, check_body
from medusa_console.demo.call import Actor, Call, Server
from medusa_console.demo.database import Database, Row
from medusa_console.demo.dialects import Dialect
from medusa_console.demo.listing import Listing, one_of
from medusa_console.demo.stamps import now, timestamp

ROLES = Listing(
    table="roles",
    fields=("id", "name", "description", "metadata", "created_at", "updated_at", "deleted_at"),
    search=("name",),
    equal=frozenset({"id", "name"}),
)
POLICIES = Listing(
    table="policies",
    fields=(
        *("id", "key", "resource", "operation", "name", "description", "metadata"),
        *("created_at", "updated_at", "deleted_at"),
    ),
    search=("key", "resource", "operation", "name"),
    equal=frozenset({"id", "key", "resource", "operation"}),
    limit=20,
)
ROLE_POLICY_FIELDS = (
    "id",
    "role_id",
    "policy_id",
    "policy",
    "metadata",
    "created_at",
    "updated_at",
    "deleted_at",
)


def check_permissions(server: Server, actor: Actor, needed: tuple[str, ...]) -> None:
    """Raise Refusal 403 unless `actor` has all of `needed`; several at once are written `a, b`."""
    if not server.rbac or not needed:
        return
    if actor.kind == "api-key" and server.dialect is Dialect.DOCUMENTED:
        return  # the documentation knows no limits for secret keys
    if not actor.roles:
        raise Refusal(403, dialects.forbidden(server.dialect, "Forbidden"))
    permissions = _permissions(server, actor.roles)
    for group in needed:
        if not permissions.issuperset(group.split(", ")):
            message = f"Insufficient permissions. Required policies: {group}"
            raise Refusal(403, dialects.forbidden(server.dialect, message))


def roles_of(server: Server, user_id: str) -> list[str]:
    sql = "select role_id from user_roles where user_id = ? order by rowid"
    return [row["role_id"] for row in server.database.all(sql, [user_id])]


def my_permissions(call: Call) -> Response:
    if call.actor.kind == "api-key":
        raise unknown_error()
    permissions = _permissions(call.server, tuple(roles_of(call.server, call.actor.id)))
    return json_answer({"permissions": sorted(permissions)})


def list_roles(call: Call) -> Response:
    return ROLES.find(call.database, call.query).answer("roles")


def create_role(call: Call) -> Response:
    nullable = Field(nullable=True)
    body = check_body(
        call.body,
        {
            "name": Field(required=True),
            "description": nullable,
            "metadata": Field("record", nullable=True),
            "policy_ids": Field("array"),
        },
    )
    name = body["name"]
    if call.database.one("select id from roles where name = ?", [name]):
        raise invalid_data(f"Rbac role with name: {name}, already exists.")
    policy_ids = body.pop("policy_ids", [])
    moment = timestamp(now())
    role = {"id": call.server.ids.new("role"), "name": name, "description": None, "metadata": None}
    role |= body | {"created_at": moment, "updated_at": moment}
    call.database.insert("roles", role)
    _attach(call, str(role["id"]), policy_ids)
    return json_answer({"role": _role(call, str(role["id"]))})


def retrieve_role(call: Call) -> Response:
    return json_answer({"role": _role(call, call.params["id"])})


def delete_role(call: Call) -> Response:
    role_id = call.params["id"]
    # It is the role's own policies that stand in the way, whatever the server's words.
    if call.database.one("select 1 from role_policies where role_id = ?", [role_id]):
        raise not_found(
            f"You tried to set relationship id: {role_id}, but such entity does not exist"
        )
    call.database.delete("roles", role_id)
    return json_answer({"id": role_id, "object": "rbac_role", "deleted": True})


def list_policies(call: Call) -> Response:
    return POLICIES.find(call.database, call.query).answer("policies")


def attach_policies(call: Call) -> Response:
    body = check_body(call.body, {"policies": Field("array", required=True)})
    role_id = call.params["id"]
    _role(call, role_id)
    _attach(call, role_id, body["policies"])
    wanted = one_of("policy_id", body["policies"])
    sql = f"select * from role_policies where role_id = ? and {wanted.sql}"  # noqa: S608
    held = [
        {**row, "policy": {"id": row["policy_id"]}, "deleted_at": None}
        for row in call.database.all(sql, [role_id, *wanted.values])
    ]
    shown = [{name: row[name] for name in ROLE_POLICY_FIELDS} for row in held]
    return json_answer({"policies": shown})


def detach_policy(call: Call) -> Response:
    sql = "select id from role_policies where role_id = ? and policy_id = ?"
    answer = {"object": "rbac_role_policy", "deleted": True}
    held = call.database.one(sql, [call.params["id"], call.params["policy_id"]])
    if held is not None:
        call.database.delete("role_policies", held["id"])
        answer = {"id": held["id"], **answer}
    return json_answer(answer)


def list_user_roles(call: Call) -> Response:
    roles = user_roles(call, call.params["id"])
    return json_answer({"roles": roles, "count": len(roles), "offset": 0, "limit": 50})


def add_user_roles(call: Call) -> Response:
    body = check_body(call.body, {"roles": Field("array", required=True)})
    user_id = call.params["id"]
    if call.database.get("users", user_id) is None:
        raise not_found(f'User with id "{user_id}" not found')
    unknown = [role for role in body["roles"] if call.database.get("roles", role) is None]
    if unknown:
        raise invalid_data(f"The following role IDs do not exist: {', '.join(unknown)}")
    for role in body["roles"]:
        grant(call.server, user_id, role)
    return json_answer({"roles": user_roles(call, user_id)})


def remove_user_role(call: Call) -> Response:
    role_id = call.params["role_id"]
    sql = "delete from user_roles where user_id = ? and role_id = ?"
    call.database.run(sql, [call.params["id"], role_id])
    return json_answer({"id": role_id, "object": "user_role", "deleted": True})


def user_roles(call: Call, user_id: str) -> list[Row]:
    rows = [call.database.get("roles", role) for role in roles_of(call.server, user_id)]
    return [_shown_role(row) for row in rows if row is not None]


def grant(server: Server, user_id: str, role_id: str) -> None:
    sql = "insert or ignore into user_roles (user_id, role_id) values (?, ?)"
    server.database.run(sql, [user_id, role_id])


def attach(database: Database, held_id: str, role_id: str, policy_id: str, moment: str) -> None:
    sql = (
        "insert or ignore into role_policies (id, role_id, policy_id, created_at, updated_at) "
        "values (?, ?, ?, ?, ?)"
    )
    database.run(sql, [held_id, role_id, policy_id, moment, moment])


def _attach(call: Call, role_id: str, policy_ids: list[str]) -> None:
    unknown = [policy for policy in policy_ids if call.database.get("policies", policy) is None]
    if unknown:
        raise not_found(f"The following policies do not exist: {', '.join(unknown)}")
    for policy in policy_ids:
        attach(call.database, call.server.ids.new("rlpl"), role_id, policy, timestamp(now()))


def _role(call: Call, role_id: str) -> Row:
    row = call.database.get("roles", role_id)
    if row is None:
        raise not_found(f"Role with id: {role_id} not found")
    return _shown_role(row)


def _shown_role(row: Row) -> Row:
    return {name: row.get(name) for name in ROLES.fields}


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
