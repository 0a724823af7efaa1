"""Roles and rights of who is signed in. Source: contract, section 7."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict, TypeAdapter

from medusa_console.api.client import AdminClient
from medusa_console.api.transport import Call
from medusa_console.domain.errors import NoSuchRoute
from medusa_console.domain.permissions import Role


class _Permissions(BaseModel):
    model_config = ConfigDict(extra="ignore", hide_input_in_errors=True)

    permissions: frozenset[str]


class _User(BaseModel):
    model_config = ConfigDict(extra="ignore", hide_input_in_errors=True)

    rbac_roles: tuple[Role, ...] = ()


class _Me(BaseModel):
    model_config = ConfigDict(extra="ignore", hide_input_in_errors=True)

    user: _User


_PERMISSIONS: TypeAdapter[_Permissions] = TypeAdapter(_Permissions)
_ME: TypeAdapter[_Me] = TypeAdapter(_Me)


class Rbac:
    """Implements ports.RightsApi."""

    def __init__(self, client: AdminClient) -> None:
        self._client = client

    async def mine(self) -> frozenset[str] | None:
        """GET /admin/rbac/me/permissions; the route does not exist where RBAC is off."""
        try:
            answer = await self._client.call(
                Call("GET", "/admin/rbac/me/permissions"), _PERMISSIONS
            )
        except NoSuchRoute:
            return None
        return answer.value.permissions

    async def roles(self) -> tuple[Role, ...]:
        """GET /admin/users/me with its roles."""
        call = Call("GET", "/admin/users/me", [("fields", "id,rbac_roles.*")])
        return (await self._client.call(call, _ME)).value.user.rbac_roles
