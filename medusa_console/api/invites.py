"""/admin/invites: invites that nobody has accepted yet. Source: contract, section 2."""

from __future__ import annotations

from pydantic import TypeAdapter

from medusa_console.api.answers import Answer, part
from medusa_console.api.bounds import of_list
from medusa_console.api.client import AdminClient
from medusa_console.api.records import ListAnswer, listing
from medusa_console.api.transport import Call
from medusa_console.domain import tokens
from medusa_console.domain.bounded import Identifier
from medusa_console.domain.errors import InputFault, NotMedusa, NotSendable
from medusa_console.domain.key_trace import OpenInvite
from medusa_console.domain.query import Page

_PATH = "/admin/invites"
# Without `fields`, every invite comes with its token, with which anybody becomes an admin.
_FIELDS = "id,email,created_at,expires_at"


class _Found(Answer):
    id: Identifier


class _Deleted(Answer):
    id: Identifier
    deleted: bool


_INVITES = listing(OpenInvite, "invites")
_FOUND: TypeAdapter[_Found] = part("invite", _Found)
_DELETED: TypeAdapter[_Deleted] = TypeAdapter(_Deleted)


class Invites:
    """The open invites of one store; none of their tokens is ever asked for."""

    def __init__(self, client: AdminClient) -> None:
        self._client = client

    async def newest(self, *, offset: int, limit: int) -> Page[OpenInvite]:
        """GET /admin/invites, newest first. Raises Forbidden without invite:read."""
        query = [("fields", _FIELDS), ("order", "-created_at")]
        query += [("offset", str(offset)), ("limit", str(limit))]
        call = Call("GET", _PATH, query, bounds=of_list(limit))
        answer = await self._client.call(call, _INVITES)
        found: ListAnswer[OpenInvite] = answer.value
        return Page(found.rows, found.count, offset, answer.as_of)

    async def look(self, invite_id: str) -> None:
        """GET /admin/invites/{id}. Raises NotFound once it is deleted or accepted, which deletes it
        too."""
        call = Call("GET", _path_of(invite_id), [("fields", "id")])
        if (await self._client.call(call, _FOUND)).value.id != invite_id:
            raise NotMedusa(self._client.transport.host, "the answer is about another invite")

    async def delete(self, invite_id: str) -> None:
        """DELETE /admin/invites/{id}; as in Medusa, an unknown id counts as deleted."""
        answer = await self._client.call(Call("DELETE", _path_of(invite_id)), _DELETED)
        if not answer.value.deleted or answer.value.id != invite_id:
            raise self._client.transport.unproven("the answer does not say that it is deleted")


def _path_of(invite_id: str) -> str:
    if not tokens.is_id(invite_id):
        raise NotSendable(InputFault.NOT_AN_ID)
    return f"{_PATH}/{invite_id}"
