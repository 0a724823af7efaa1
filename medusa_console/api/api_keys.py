"""/admin/api-keys. Source: contract, section 3."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any, TypeVar

from pydantic import Field, SecretStr, TypeAdapter, model_validator

from medusa_console.api.answers import Answer, part
from medusa_console.api.client import AdminClient
from medusa_console.api.records import Filters, ListAnswer, Records, listing, route, searched
from medusa_console.api.transport import Call
from medusa_console.domain import tokens
from medusa_console.domain.api_key import ApiKey, CreatedKey, KeyType, PendingKey
from medusa_console.domain.bounded import LONGEST, Created, Identifier, Many, masked
from medusa_console.domain.errors import Invalid, NotFound, OneSecretKey
from medusa_console.domain.moments import is_known, iso
from medusa_console.domain.query import AsOf, KeyQuery, KeySort, Page, StateFilter
from medusa_console.domain.surveyed_key import SurveyedKey
from medusa_console.domain.tokens import TokenKind

T = TypeVar("T")

# `type` must go with `token`: without it, Medusa 2.21.2 answers with the stored hash.
_FIELDS = (
    "id,title,type,token,redacted,created_at,created_by,updated_at,revoked_at,revoked_by,"
    "sales_channels.id,sales_channels.name"
)
_LEAN = "id,title,type,token,redacted,created_at,created_by,updated_at,revoked_at,revoked_by"
_FOR_SURVEY = "id,type,created_at,created_by,revoked_at,sales_channels.id"
_MOST_CANDIDATES = 50
# Of "You can only have one active secret key a time. …", which Medusa before 2.11 answers.
_ONE_ALONE = "only have one active secret key"


class _Changed(Answer):
    """Medusa answers `{}` for unknown ids."""

    api_key: ApiKey | None = None


class _Titled(Answer):
    id: Identifier
    title: str


class _CreatedAt(Answer):
    created_at: Created


class _CreatedKey(Answer):
    """The only answer that holds a secret. The documented API gives no redacted form."""

    token: SecretStr = Field(repr=False)
    record: ApiKey

    @model_validator(mode="before")
    @classmethod
    def _split(cls, data: Any) -> Any:
        if not isinstance(data, dict):
            return data
        record = {name: value for name, value in data.items() if name != "token"}
        token = str(data.get("token") or "")
        record.setdefault("redacted", tokens.redact(token))
        if record.get("type") == KeyType.PUBLISHABLE.value:
            record["token"] = token
        return {"token": token, "record": record}


_ROUTE = route(ApiKey, "api-keys", "api_key", "api_keys", _FIELDS)
_CHANGED: TypeAdapter[_Changed] = TypeAdapter(_Changed)
_CREATED: TypeAdapter[_CreatedKey] = part("api_key", _CreatedKey)
_TITLES = listing(_Titled, "api_keys")
_SURVEYED = listing(SurveyedKey, "api_keys")
_CREATED_AT: TypeAdapter[tuple[_CreatedAt, ...]] = part("api_keys", Many[_CreatedAt])


class ApiKeys(Records[KeyQuery, ApiKey]):
    """The API keys of one store."""

    def __init__(self, client: AdminClient) -> None:
        super().__init__(client, _ROUTE, self._by)

    async def newest(self) -> datetime | None:
        """The `created_at` of the newest key, by the server's clock, to the millisecond; None when
        there is no key, or when it is of no possible time."""
        parameters = [("fields", "id,created_at"), ("order", "-created_at"), ("limit", "1")]
        answer = await self._client.call(Call("GET", _ROUTE.path, parameters), _CREATED_AT)
        moments = [key.created_at for key in answer.value if is_known(key.created_at)]
        return moments[0] if moments else None

    async def created_since(self, pending: PendingKey) -> tuple[ApiKey, ...]:
        """The keys that the pending creation may have created, oldest first."""
        since = pending.newest_before or pending.started_at - timedelta(minutes=1)
        filters = [
            ("title", tokens.mask(pending.title)),
            ("type", pending.type.value),
            ("created_at[$gt]", iso(since)),
        ]
        page = await self._page(filters, _MOST_CANDIDATES, order="created_at")
        return tuple(key for key in page.rows if pending.may_be(key))

    async def lean(self, *, offset: int, limit: int) -> Page[ApiKey]:
        """All keys by id, `offset` … `offset + limit`, without their sales channels and unfiltered:
        the store does not learn what is looked for."""
        return await self._by_id(_LEAN, self._route.listing, offset, limit)

    async def surveyed(
        self, *, offset: int, limit: int, gives_way: bool = False
    ) -> Page[SurveyedKey]:
        """As `lean`, what a survey keeps of each. With `gives_way`, as of Call, the request waits
        until the store is at rest and until the one before has ended."""
        return await self._by_id(_FOR_SURVEY, _SURVEYED, offset, limit, gives_way=gives_way)

    async def _by_id(
        self,
        fields: str,
        into: TypeAdapter[ListAnswer[T]],
        offset: int,
        limit: int,
        *,
        gives_way: bool = False,
    ) -> Page[T]:
        place = [("offset", str(offset)), ("order", "id")]
        answer = await self._list(fields, limit, place, into, gives_way=gives_way)
        return Page(answer.value.rows, answer.value.count, offset, answer.as_of)

    async def ending(self, limit: int) -> Page[ApiKey]:
        """The first keys that are to end, by their ends, without their sales channels."""
        by_end = self._by(KeyQuery(state=StateFilter.WORKS_UNTIL))
        place = [("order", "revoked_at"), *by_end]
        answer = await self._list(_LEAN, limit, place, self._route.listing)
        return Page(answer.value.rows, answer.value.count, 0, answer.as_of)

    async def titles(self, key_ids: Sequence[str]) -> dict[str, str]:
        """Titles by id; deleted keys are missing."""
        keys = await self._of_ids(key_ids, "id,title,type", _TITLES)
        return {key.id: masked(key.title, LONGEST) for key in keys.value}

    async def create(self, title: str, key_type: KeyType) -> CreatedKey:
        """POST /admin/api-keys: the only answer that holds the secret.

        Raises OneSecretKey where only one may work, and OutcomeUnknown also when the key was
        created but the answer holds no whole key of that type.
        """
        call = Call("POST", _ROUTE.path, json={"title": title, "type": key_type.value})
        try:
            created = (await self._client.call(call, _CREATED)).value
        except Invalid as refusal:
            if _ONE_ALONE in refusal.message:
                raise OneSecretKey(refusal.message, status=refusal.status) from None
            raise
        kind = tokens.kind_of(created.token.get_secret_value())
        if created.record.type is not key_type or kind is not TokenKind(key_type.value):
            raise self._transport.unproven("the answer holds no key of the type asked for")
        return CreatedKey(created.record, created.token)

    async def rename(self, key_id: str, title: str) -> ApiKey:
        """POST /admin/api-keys/{id}; raises NotFound."""
        return (await self._change(key_id, {"title": title})).value

    async def revoke(self, key_id: str) -> AsOf[ApiKey]:
        """POST /admin/api-keys/{id}/revoke, at once: the key as stored afterwards. Raises
        Invalid when the key is revoked already."""
        return await self._change(key_id, {}, "revoke")

    async def revoke_in(self, key_id: str, seconds: int) -> AsOf[ApiKey]:
        """POST /admin/api-keys/{id}/revoke, to take effect so many seconds from the server's now:
        the key as stored afterwards. Moves an end that is set already. Raises Invalid when a secret
        key is revoked already; a revoked publishable one works again until then."""
        return await self._change(key_id, {"revoke_in": seconds}, "revoke")

    async def change_channels(
        self, key_id: str, add: Sequence[str], remove: Sequence[str]
    ) -> AsOf[ApiKey]:
        """POST /admin/api-keys/{id}/sales-channels: the key as stored afterwards. No channel may be
        in both lists: Medusa sometimes adds it then, and sometimes removes it."""
        body = {"add": list(add), "remove": list(remove)}
        return await self._change(key_id, body, "sales-channels")

    async def _change(self, key_id: str, body: Mapping[str, object], *action: str) -> AsOf[ApiKey]:
        call = Call("POST", _ROUTE.path_of(key_id, *action), json=body)
        answer = await self._client.call(call, _CHANGED)
        if answer.value.api_key is None:
            raise NotFound("the key does not exist", status=200)
        return self._changed(key_id, AsOf(answer.value.api_key, answer.as_of))

    async def order(self, query: KeyQuery) -> AsOf[tuple[str, ...]]:
        """As Records.order. KeySort.ENDS is made of two lists: the keys with an end to come, by
        that end, then all others, newest first."""
        if query.sort is not KeySort.ENDS:
            return await super().order(query)
        # One moment divides both lists. The others come first: what gets an end between the two
        # requests is then in both, and never in none.
        now, filters = iso(self._transport.clock.latest()), self._by(query)
        others = await self._ids(
            "-created_at",
            [
                *filters,
                ("$and[0][$or][0][revoked_at][$eq]", "null"),
                ("$and[0][$or][1][revoked_at][$lt]", now),
            ],
        )
        ending = await self._ids(
            "-revoked_at" if query.descending else "revoked_at",
            [*filters, ("$and[0][revoked_at][$gte]", now)],
        )
        return AsOf(tuple(dict.fromkeys((*ending.value, *others.value))), ending.as_of)

    def _by(self, query: KeyQuery) -> Filters:
        filters: Filters = []
        if query.text:
            filters.append(("q", searched(query.text)))
        if query.key_id:
            filters.append(("id", query.key_id))
        if query.type is not None:
            filters.append(("type", query.type.value))
        # The same bound as in ApiKey.state, so that filter and pill always agree.
        now = iso(self._transport.clock.latest())
        match query.state:
            case StateFilter.WORKING:
                filters.append(("$or[0][revoked_at][$eq]", "null"))
                filters.append(("$or[1][revoked_at][$gte]", now))
            case StateFilter.WORKS_UNTIL:
                filters.append(("revoked_at[$gte]", now))
            case StateFilter.REVOKED:
                filters.append(("revoked_at[$lt]", now))
        return filters
