"""Whether a store uses roles (RBAC), and what the signed-in account may do.

Sources: contract, section 7, for /admin/rbac (Medusa 2.15 to 2.21); Medusa's documentation of its
RBAC Module for /rbac (2.22 and later), which was read and not run.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Final

from pydantic import FailFast, StrictBool, TypeAdapter

from medusa_console.api.answers import Answer, part
from medusa_console.api.client import AdminClient
from medusa_console.api.transport import Call
from medusa_console.domain.bounded import Identifier, Many, Name
from medusa_console.domain.errors import NoSuchRoute, NotMedusa, Refused
from medusa_console.domain.permissions import Permissions, Role

ROLES: Final = "rbac_roles.id,rbac_roles.name,rbac_roles_link.rbac_role_id"
"""The fields of a record that tell its roles."""

_Granted = Annotated[frozenset[Name], FailFast()]


class _Mine(Answer):
    permissions: _Granted
    roles: Many[Role | None] = ()


class _Link(Answer):
    rbac_role_id: Identifier


class HasRoles(Answer):
    """A record with roles: somebody, or an invite, read with the fields `ROLES`."""

    rbac_roles: Many[Role | None] = ()
    rbac_roles_link: Many[_Link] = ()

    @property
    def roles(self) -> tuple[Role, ...]:
        """In place of a role that was deleted, the store answers null; the link to it stays."""
        there = {role.id: role for role in self.rbac_roles if role is not None}
        links = (link.rbac_role_id for link in self.rbac_roles_link)
        gone = [Role(id=one, name="", deleted=True) for one in links if one not in there]
        return (*there.values(), *gone)


class _Flags(Answer):
    rbac: StrictBool | None = None


_OF_TOKEN: TypeAdapter[frozenset[str]] = part("permissions", _Granted)
_PER_REQUEST: TypeAdapter[_Mine] = TypeAdapter(_Mine)
_ME: TypeAdapter[HasRoles] = part("user", HasRoles)
_FLAGS: TypeAdapter[_Flags] = part("feature_flags", _Flags)


@dataclass(frozen=True)
class Mine:
    """What an account may do. `roles` are its roles, None where the answer does not name them."""

    permissions: Permissions
    roles: tuple[Role, ...] | None = None


class Rbac:
    """The roles of one store, as far as they concern the signed-in account."""

    def __init__(self, client: AdminClient) -> None:
        self._client = client

    async def mine(self) -> Mine:
        """GET /admin/rbac/me/permissions, whose roles stand in the token; where that route is
        missing, GET /admin/feature-flags, and unless RBAC is off, GET /rbac/me/permissions, whose
        roles are looked up at each request. Unknown permissions where nothing of this answers.

        Raises what the first request raises but NoSuchRoute; of the others, what says nothing
        about the store: Unreachable, ServerFault.
        """
        try:
            granted = await self._client.call(Call("GET", "/admin/rbac/me/permissions"), _OF_TOKEN)
        except NoSuchRoute:
            return await self._without_token_roles()
        return Mine(Permissions(granted.value, rbac=True))

    async def roles(self) -> tuple[Role, ...]:
        """GET /admin/users/me with its roles; none when RBAC is off."""
        call = Call("GET", "/admin/users/me", [("fields", f"id,{ROLES}")])
        return (await self._client.call(call, _ME)).value.roles

    async def _without_token_roles(self) -> Mine:
        rbac = await self._flag()
        if rbac is False:
            # Only now, so that a token goes to no path that may be another program's.
            return Mine(Permissions(rbac=False))
        call = Call("GET", "/rbac/me/permissions")
        try:
            mine = (await self._client.call_once(call, _PER_REQUEST)).value
        except (NotMedusa, Refused):
            return Mine(Permissions(rbac=rbac))
        permissions = Permissions(mine.permissions, rbac=True, per_request=True)
        if "roles" not in mine.model_fields_set or None in mine.roles:
            return Mine(permissions)
        return Mine(permissions, tuple(role for role in mine.roles if role is not None))

    async def _flag(self) -> bool | None:
        """GET /admin/feature-flags: whether RBAC is on; None where the store does not say."""
        call = Call("GET", "/admin/feature-flags")
        try:
            return (await self._client.transport.fetch(call, _FLAGS)).value.rbac
        except (NotMedusa, Refused):
            return None
