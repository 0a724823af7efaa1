"""The routes that tell, give and take an admin's roles. A role counts after the next sign-in or
refresh."""

from starlette.responses import Response

from medusa_console.demo.answers import invalid_data, json_answer, not_found
from medusa_console.demo.bodies import Field, check
from medusa_console.demo.call import Call
from medusa_console.demo.database import Row
from medusa_console.demo.users import ROLES_OF

_SHOWN = ("id", "name", "description")


def list_user_roles(call: Call) -> Response:
    roles = _roles(call)
    return json_answer({"roles": roles, "count": len(roles), "offset": 0, "limit": 50})


def add_user_roles(call: Call) -> Response:
    body = check(call.body, {"roles": Field("array", required=True)})
    user_id = call.params["id"]
    if call.database.get("users", user_id) is None:
        raise not_found(f'User with id "{user_id}" not found')
    check_roles(call, body["roles"])
    for role in body["roles"]:
        grant(call, user_id, role)
    return json_answer({"roles": _roles(call)})


def remove_user_role(call: Call) -> Response:
    role_id = call.params["role_id"]
    sql = "delete from user_roles where user_id = ? and role_id = ?"
    call.database.run(sql, [call.params["id"], role_id])
    return json_answer({"id": role_id, "object": "user_role", "deleted": True})


def list_assignable_roles(call: Call) -> Response:
    """All roles: the program's own accounts may give each, or none."""
    roles = call.database.all("select * from roles order by id")
    shown = [{name: role[name] for name in _SHOWN} for role in roles]
    return json_answer({"roles": shown, "count": len(roles)})


def _roles(call: Call) -> list[Row | None]:
    """None for a role that was deleted."""
    roles = call.database.all(ROLES_OF, [call.params["id"]])
    return [None if role["id"] is None else role for role in roles]


def check_roles(call: Call, role_ids: list[str]) -> None:
    """Raise Refusal 400 unless all of these roles are there."""
    unknown = [role for role in role_ids if call.database.get("roles", role) is None]
    if unknown:
        raise invalid_data(f"The following role IDs do not exist: {', '.join(unknown)}")


def grant(call: Call, user_id: str, role_id: str) -> None:
    sql = "insert or ignore into user_roles (user_id, role_id) values (?, ?)"
    call.database.run(sql, [user_id, role_id])
