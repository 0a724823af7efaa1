"""/admin/invites: invites that nobody has accepted yet. Source: contract, section 2."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from pydantic import TypeAdapter

from medusa_console.api.answers import Answer, HandedToken, part
from medusa_console.api.bounds import of_list
from medusa_console.api.client import AdminClient
from medusa_console.api.colleagues import by_text
from medusa_console.api.records import ListAnswer, Records, route
from medusa_console.api.transport import Call
from medusa_console.domain.bounded import Identifier
from medusa_console.domain.colleague import NewInvite, OpenInvite
from medusa_console.domain.errors import NotMedusa
from medusa_console.domain.query import ColleagueQuery, Page

# Without `fields`, every invite comes with its token, with which anybody becomes an admin.
_FIELDS = "id,email,created_at,expires_at"
_WITH_TOKEN = f"{_FIELDS},token"

_ROUTE = route(OpenInvite, "invites", "invite", "invites", _FIELDS)


class _Found(Answer):
    id: Identifier


class _Made(OpenInvite):
    """The only answer that is read with its token."""

    token: HandedToken


_FOUND: TypeAdapter[_Found] = part("invite", _Found)
_MADE: TypeAdapter[_Made] = part("invite", _Made)


class Invites(Records[ColleagueQuery, OpenInvite]):
    """The open invites of one store. A token is asked for only with the request that makes it."""

    def __init__(self, client: AdminClient) -> None:
        super().__init__(client, _ROUTE, by_text)

    async def newest(self, *, offset: int, limit: int) -> Page[OpenInvite]:
        """GET /admin/invites, newest first. Raises Forbidden without invite:read."""
        query = [("fields", _FIELDS), ("order", "-created_at")]
        query += [("offset", str(offset)), ("limit", str(limit))]
        call = Call("GET", _ROUTE.path, query, bounds=of_list(limit))
        answer = await self._client.call(call, _ROUTE.listing)
        found: ListAnswer[OpenInvite] = answer.value
        return Page(found.rows, found.count, offset, answer.as_of)

    async def for_email(self, email: str) -> OpenInvite | None:
        """GET /admin/invites?email=…: the open invite for exactly this email. Raises Forbidden
        without invite:read."""
        found = (await self._page([("email", email)], 1)).rows
        return next((one for one in found if one.email == email), None)

    async def look(self, invite_id: str) -> None:
        """GET /admin/invites/{id}. Raises NotFound once it is deleted or accepted, which deletes it
        too."""
        call = Call("GET", _ROUTE.path_of(invite_id), [("fields", "id")])
        if (await self._client.call(call, _FOUND)).value.id != invite_id:
            raise NotMedusa(self._transport.host, "the answer is about another invite")

    async def create(self, email: str, roles: Sequence[str]) -> NewInvite:
        """POST /admin/invites: the invite with its token, good for a day. Whoever accepts it gets
        `roles` (ids). Medusa sends no mail. Raises Invalid where the email has an invite or an
        account, or a role is unknown; Forbidden without invite:create."""
        body: dict[str, object] = {"email": email}
        if roles:
            body["roles"] = list(roles)
        made = await self._make(_ROUTE.path, body)
        if made.invite.email != email:
            raise self._transport.unproven("the answer is about another invite")
        return made

    async def resend(self, invite_id: str) -> NewInvite:
        """POST /admin/invites/{id}/resend: the invite with a new token, good for a day; the old
        token is dead. Raises Invalid where the invite is gone; Forbidden without invite:update."""
        made = await self._make(_ROUTE.path_of(invite_id, "resend"), None)
        if made.invite.id != invite_id:
            raise self._transport.unproven("the answer is about another invite")
        return made

    async def _make(self, path: str, body: Mapping[str, object] | None) -> NewInvite:
        call = Call("POST", path, [("fields", _WITH_TOKEN)], json=body)
        made = (await self._client.call(call, _MADE)).value
        fields = made.model_dump(exclude={"token"})
        return NewInvite(OpenInvite.model_validate(fields), made.token)
