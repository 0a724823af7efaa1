"""/admin/users. Source: contract, section 2."""

from __future__ import annotations

from collections.abc import Sequence

from pydantic import TypeAdapter

from medusa_console.api.answers import part
from medusa_console.api.client import AdminClient
from medusa_console.api.transport import Call
from medusa_console.domain.user import User

_FIELDS = "id,email,first_name,last_name"


_ME: TypeAdapter[User] = part("user", User)
_USERS: TypeAdapter[tuple[User, ...]] = part("users", tuple[User, ...])


class Users:
    """The users (admins) of one store."""

    def __init__(self, client: AdminClient) -> None:
        self._client = client

    async def me(self) -> User:
        """GET /admin/users/me, which needs no role; raises NotFound when the user was deleted."""
        call = Call("GET", "/admin/users/me", [("fields", _FIELDS)])
        return (await self._client.call(call, _ME)).value

    async def by_ids(self, user_ids: Sequence[str]) -> tuple[User, ...]:
        """GET /admin/users?id=…&id=…: one request for all; unknown ids are missing. Raises
        Forbidden without the permission user:read."""
        parameters = [("fields", _FIELDS), ("limit", str(len(user_ids)))]
        parameters += [("id", user_id) for user_id in user_ids]
        call = Call("GET", "/admin/users", parameters)
        return (await self._client.call(call, _USERS)).value
