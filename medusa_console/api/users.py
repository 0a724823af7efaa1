"""/admin/users. Source: contract, section 2."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from pydantic import SecretStr, TypeAdapter

from medusa_console.api.answers import Answer, HandedToken, part
from medusa_console.api.bounds import of_list
from medusa_console.api.client import AdminClient
from medusa_console.api.records import ListAnswer, listing
from medusa_console.api.transport import Call
from medusa_console.domain import tokens
from medusa_console.domain.bounded import Identifier, Many
from medusa_console.domain.colleague import JoinedPerson
from medusa_console.domain.errors import InputFault, Invalid, NoPassword, NotMedusa, NotSendable
from medusa_console.domain.leak_steps import Head
from medusa_console.domain.query import Page
from medusa_console.domain.user import User

_ME = "/admin/users/me"
_NO_PASSWORD = "and provider emailpass not found"  # noqa: S105  # the end of Medusa's words
_FIELDS = "id,email,first_name,last_name"
_WITH_AGE = "id,email,first_name,last_name,created_at"


class _Deleted(Answer):
    id: Identifier
    deleted: bool


_USER: TypeAdapter[User] = part("user", User)
_USERS: TypeAdapter[tuple[User, ...]] = part("users", Many[User])
_NEWEST = listing(JoinedPerson, "users")
_DELETED: TypeAdapter[_Deleted] = TypeAdapter(_Deleted)
_TOKEN: TypeAdapter[SecretStr] = part("token", HandedToken)


class Users:
    """The users (admins) of one store."""

    def __init__(self, client: AdminClient) -> None:
        self._client = client

    async def me(self, heard: Callable[[Head], None] = lambda _: None) -> User:
        """GET /admin/users/me, which needs no role; raises NotFound when the user was deleted.
        `heard` is told the head of each answer that comes."""
        call = Call("GET", _ME, [("fields", _FIELDS)], heard=heard)
        return (await self._client.call(call, _USER)).value

    async def by_ids(self, user_ids: Sequence[str]) -> tuple[User, ...]:
        """GET /admin/users?id=…&id=…: one request for all; unknown ids are missing. Raises
        Forbidden without the permission user:read."""
        parameters = [("fields", _FIELDS), ("limit", str(len(user_ids)))]
        parameters += [("id", user_id) for user_id in user_ids]
        call = Call("GET", "/admin/users", parameters, bounds=of_list(len(user_ids)))
        return (await self._client.call(call, _USERS)).value

    async def newest(self, *, offset: int, limit: int) -> Page[JoinedPerson]:
        """GET /admin/users, newest first. Raises Forbidden without user:read."""
        query = [("fields", _WITH_AGE), ("order", "-created_at")]
        query += [("offset", str(offset)), ("limit", str(limit))]
        call = Call("GET", "/admin/users", query, bounds=of_list(limit))
        answer = await self._client.call(call, _NEWEST)
        found: ListAnswer[JoinedPerson] = answer.value
        return Page(found.rows, found.count, offset, answer.as_of)

    async def look(self, user_id: str) -> None:
        """GET /admin/users/{id}. Raises NotFound once the user is deleted."""
        call = Call("GET", _path_of(user_id), [("fields", "id")])
        if (await self._client.call(call, _USER)).value.id != user_id:
            raise NotMedusa(self._client.transport.host, "the answer is about another user")

    async def delete(self, user_id: str) -> None:
        """DELETE /admin/users/{id}, which ends their sign-in, but not the sessions that they have;
        as in Medusa, an unknown id counts as deleted. Raises Invalid for one's own."""
        answer = await self._client.call(Call("DELETE", _path_of(user_id)), _DELETED)
        if not answer.value.deleted or answer.value.id != user_id:
            raise self._client.transport.unproven("the answer does not say that it is deleted")

    async def reset_token(self, user_id: str) -> SecretStr:
        """POST /admin/users/{id}/reset-password: a token that sets a new password for their email,
        once, for 15 minutes; every earlier one is dead. Raises NotFound for somebody deleted,
        NoSuchRoute before Medusa 2.20, Forbidden without user:update, NoPassword where no login
        with a password has their email."""
        call = Call("POST", f"{_path_of(user_id)}/reset-password", json={})
        try:
            return (await self._client.call(call, _TOKEN)).value
        except Invalid as error:
            if error.message.endswith(_NO_PASSWORD):
                raise NoPassword(error.message, status=error.status) from None
            raise


def _path_of(user_id: str) -> str:
    if not tokens.is_id(user_id):
        raise NotSendable(InputFault.NOT_AN_ID)
    return f"/admin/users/{user_id}"
