"""Which roles people and open invites have, and giving and taking them. Source: contract, section
7."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from pydantic import TypeAdapter

from medusa_console.api.answers import Answer, part
from medusa_console.api.bounds import of_list
from medusa_console.api.client import AdminClient
from medusa_console.api.rbac import ROLES, HasRoles
from medusa_console.api.transport import Call
from medusa_console.domain import tokens
from medusa_console.domain.bounded import Identifier, Many
from medusa_console.domain.errors import InputFault, NotSendable
from medusa_console.domain.permissions import Role

_MOST_ROLES = 1_000
# Medusa's own role is called role_super_admin.
_ROLE_ID = re.compile(r"[a-z]{1,40}(?:_[0-9A-Za-z]{1,100}){1,4}")


class _Holder(HasRoles):
    id: Identifier


class _Taken(Answer):
    id: Identifier
    deleted: bool


_ROLES: TypeAdapter[tuple[Role, ...]] = part("roles", Many[Role])
_GIVEN: TypeAdapter[tuple[Role | None, ...]] = part("roles", Many[Role | None])
_TAKEN: TypeAdapter[_Taken] = TypeAdapter(_Taken)
_HOLDERS: dict[str, TypeAdapter[tuple[_Holder, ...]]] = {
    path: part(path, Many[_Holder]) for path in ("users", "invites")
}


class UserRoles:
    """The roles of the people of one store; only where role-based access control is on."""

    def __init__(self, client: AdminClient) -> None:
        self._client = client

    async def of_people(self, user_ids: Sequence[str]) -> Mapping[str, tuple[Role, ...]]:
        """GET /admin/users?id=…: the roles by user id, nothing of somebody deleted. Raises
        Forbidden without user:read."""
        return await self._held("users", user_ids)

    async def of_invites(self, invite_ids: Sequence[str]) -> Mapping[str, tuple[Role, ...]]:
        """GET /admin/invites?id=…: the roles that come with each invite, by its id, without any
        token. Raises Forbidden without invite:read."""
        return await self._held("invites", invite_ids)

    async def _held(self, name: str, ids: Sequence[str]) -> Mapping[str, tuple[Role, ...]]:
        query = [("fields", f"id,{ROLES}"), ("limit", str(len(ids))), *(("id", one) for one in ids)]
        call = Call("GET", f"/admin/{name}", query, bounds=of_list(len(ids)))
        found = (await self._client.call(call, _HOLDERS[name])).value
        return {one.id: one.roles for one in found}

    async def assignable(self) -> tuple[Role, ...]:
        """GET /admin/rbac/roles/assignable: the roles that the account may give. Raises Forbidden
        without rbac_role:read, NoSuchRoute where roles are off."""
        query = [("fields", "id,name,description"), ("limit", str(_MOST_ROLES))]
        call = Call("GET", "/admin/rbac/roles/assignable", query, bounds=of_list(_MOST_ROLES))
        return (await self._client.call(call, _ROLES)).value

    async def give(self, user_id: str, role_ids: Sequence[str]) -> None:
        """POST /admin/users/{id}/roles. Raises Invalid for a role that is gone, NotFound for
        somebody deleted; Forbidden without user:update and rbac_role:update, and for a role that
        may do what the account may not."""
        call = Call("POST", _path_of(user_id), json={"roles": list(role_ids)})
        await self._client.call(call, _GIVEN)

    async def take(self, user_id: str, role_id: str) -> None:
        """DELETE /admin/users/{id}/roles/{role}; what they did not have counts as taken. Raises
        Forbidden as `give`."""
        if _ROLE_ID.fullmatch(role_id) is None or tokens.may_hold_a_key(role_id):
            raise NotSendable(InputFault.NOT_AN_ID)
        call = Call("DELETE", f"{_path_of(user_id)}/{role_id}")
        answer = (await self._client.call(call, _TAKEN)).value
        if not answer.deleted or answer.id != role_id:
            raise self._client.transport.unproven("the answer does not say that it is taken")


def _path_of(user_id: str) -> str:
    if not tokens.is_id(user_id):
        raise NotSendable(InputFault.NOT_AN_ID)
    return f"/admin/users/{user_id}/roles"
