"""Roles and permissions of the signed-in account. Source: contract, section 7."""

from __future__ import annotations

from pydantic import TypeAdapter

from medusa_console.api.answers import Answer, part
from medusa_console.api.client import AdminClient
from medusa_console.api.transport import Call
from medusa_console.domain.errors import NoSuchRoute
from medusa_console.domain.permissions import Role


class _User(Answer):
    rbac_roles: tuple[Role, ...] = ()


_PERMISSIONS: TypeAdapter[frozenset[str]] = part("permissions", frozenset[str])
_ME: TypeAdapter[_User] = part("user", _User)


class Rbac:
    """The roles and permissions of the signed-in account."""

    def __init__(self, client: AdminClient) -> None:
        self._client = client

    async def mine(self) -> frozenset[str] | None:
        """GET /admin/rbac/me/permissions; None when RBAC is off: the route is missing and
        everything is allowed."""
        try:
            answer = await self._client.call(
                Call("GET", "/admin/rbac/me/permissions"), _PERMISSIONS
            )
        except NoSuchRoute:
            return None
        return answer.value

    async def roles(self) -> tuple[Role, ...]:
        """GET /admin/users/me with its roles; none when RBAC is off."""
        call = Call("GET", "/admin/users/me", [("fields", "id,rbac_roles.*")])
        return (await self._client.call(call, _ME)).value.rbac_roles
