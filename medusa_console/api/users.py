"""/admin/users. Source: contract, section 2."""

from __future__ import annotations

from collections.abc import Sequence

from pydantic import BaseModel, ConfigDict, TypeAdapter

from medusa_console.api.client import AdminClient
from medusa_console.api.transport import Call
from medusa_console.domain.user import User

_FIELDS = "id,email,first_name,last_name"


class _Me(BaseModel):
    model_config = ConfigDict(extra="ignore", hide_input_in_errors=True)

    user: User


class _Listing(BaseModel):
    model_config = ConfigDict(extra="ignore", hide_input_in_errors=True)

    users: tuple[User, ...]


_ME: TypeAdapter[_Me] = TypeAdapter(_Me)
_LISTING: TypeAdapter[_Listing] = TypeAdapter(_Listing)


class Users:
    """Implements ports.UsersApi."""

    def __init__(self, client: AdminClient) -> None:
        self._client = client

    async def me(self) -> User:
        """GET /admin/users/me, which needs no role."""
        call = Call("GET", "/admin/users/me", [("fields", _FIELDS)])
        return (await self._client.call(call, _ME)).value.user

    async def by_ids(self, user_ids: Sequence[str]) -> tuple[User, ...]:
        """GET /admin/users?id=…&id=…: one request for all; unknown ids are missing."""
        parameters = [("fields", _FIELDS), ("limit", str(len(user_ids)))]
        parameters += [("id", user_id) for user_id in user_ids]
        return (
            await self._client.call(Call("GET", "/admin/users", parameters), _LISTING)
        ).value.users
