"""/admin/api-keys. Source: contract, section 3."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from pydantic import (
    AwareDatetime,
    BaseModel,
    ConfigDict,
    Field,
    SecretStr,
    TypeAdapter,
    model_validator,
)

from medusa_console.api.client import AdminClient
from medusa_console.api.timestamps import created_between, iso
from medusa_console.api.transport import Call, id_part, path
from medusa_console.domain import tokens
from medusa_console.domain.api_key import ApiKey, CreatedKey, KeyType, PendingKey
from medusa_console.domain.clock import ServerClock
from medusa_console.domain.errors import NotFound, NotMedusa, OutcomeUnknown
from medusa_console.domain.query import AsOf, KeyQuery, Page, StateFilter

_KEYS = "/admin/api-keys"
# `type` always goes with `token`: without it Medusa 2.21.2 answers with the stored hash.
_FIELDS = (
    "id,title,type,token,redacted,created_at,created_by,revoked_at,revoked_by,"
    "sales_channels.id,sales_channels.name"
)
_MOST_CANDIDATES = 50
# About 5 MB of ids, within what an answer may be.
_MOST_IDS = 100_000


class _Listing(BaseModel):
    model_config = ConfigDict(extra="ignore", hide_input_in_errors=True)

    api_keys: tuple[ApiKey, ...]
    count: int = Field(ge=0, lt=1 << 31)


class _One(BaseModel):
    """Medusa answers `{}` for ids it does not know."""

    model_config = ConfigDict(extra="ignore", hide_input_in_errors=True)

    api_key: ApiKey | None = None


class _Id(BaseModel):
    model_config = ConfigDict(extra="ignore", hide_input_in_errors=True)

    id: str


class _Ids(BaseModel):
    model_config = ConfigDict(extra="ignore", hide_input_in_errors=True)

    api_keys: tuple[_Id, ...]


class _Titled(BaseModel):
    model_config = ConfigDict(extra="ignore", hide_input_in_errors=True)

    id: str
    title: str


class _Titles(BaseModel):
    model_config = ConfigDict(extra="ignore", hide_input_in_errors=True)

    api_keys: tuple[_Titled, ...]


class _CreatedKey(BaseModel):
    """The one answer that holds a secret. The documented API gives no redacted form."""

    model_config = ConfigDict(extra="ignore", hide_input_in_errors=True)

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


class _Birth(BaseModel):
    model_config = ConfigDict(extra="ignore", hide_input_in_errors=True)

    api_key: _CreatedKey


class _Deleted(BaseModel):
    model_config = ConfigDict(extra="ignore", hide_input_in_errors=True)

    deleted: bool


class _Stamp(BaseModel):
    model_config = ConfigDict(extra="ignore", hide_input_in_errors=True)

    created_at: AwareDatetime


class _Stamps(BaseModel):
    model_config = ConfigDict(extra="ignore", hide_input_in_errors=True)

    api_keys: tuple[_Stamp, ...]


_LISTING: TypeAdapter[_Listing] = TypeAdapter(_Listing)
_ONE: TypeAdapter[_One] = TypeAdapter(_One)
_IDS: TypeAdapter[_Ids] = TypeAdapter(_Ids)
_TITLES: TypeAdapter[_Titles] = TypeAdapter(_Titles)
_BIRTH: TypeAdapter[_Birth] = TypeAdapter(_Birth)
_DELETED: TypeAdapter[_Deleted] = TypeAdapter(_Deleted)
_STAMPS: TypeAdapter[_Stamps] = TypeAdapter(_Stamps)


class ApiKeys:
    """Implements ports.KeysApi."""

    def __init__(self, client: AdminClient, clock: ServerClock, host: str) -> None:
        self._client = client
        self._clock = clock
        self._host = host

    async def find(self, query: KeyQuery, *, offset: int, limit: int) -> Page[ApiKey]:
        """GET /admin/api-keys: filtered, sorted and cut by the server."""
        parameters = [
            ("fields", _FIELDS),
            ("order", _order(query)),
            ("offset", str(offset)),
            ("limit", str(limit)),
            *self._filters(query),
        ]
        answer = await self._client.call(Call("GET", _KEYS, parameters), _LISTING)
        listing = answer.value
        return Page(listing.api_keys, listing.count, offset, answer.as_of)

    async def created_between(
        self, query: KeyQuery, since: datetime, until: datetime | None, *, offset: int, limit: int
    ) -> Page[ApiKey]:
        """GET /admin/api-keys?created_at[$gte]=…&created_at[$lt]=…, by id."""
        parameters = [
            ("fields", _FIELDS),
            ("order", "id"),
            ("offset", str(offset)),
            ("limit", str(limit)),
            *created_between(since, until),
            *self._filters(query),
        ]
        answer = await self._client.call(Call("GET", _KEYS, parameters), _LISTING)
        listing = answer.value
        return Page(listing.api_keys, listing.count, offset, answer.as_of)

    async def order(self, query: KeyQuery) -> AsOf[tuple[str, ...]]:
        """The ids of a query's keys in its order, in one answer: only that has no seams."""
        parameters = [
            ("fields", "id"),
            ("order", _order(query)),
            ("limit", str(_MOST_IDS)),
            *self._filters(query),
        ]
        answer = await self._client.call(Call("GET", _KEYS, parameters), _IDS)
        return AsOf(tuple(key.id for key in answer.value.api_keys), answer.as_of)

    async def by_ids(self, key_ids: Sequence[str]) -> AsOf[tuple[ApiKey, ...]]:
        """GET /admin/api-keys?id=…&id=…: those that exist, in any order."""
        parameters = [("fields", _FIELDS), ("limit", str(len(key_ids)))]
        parameters += [("id", key_id) for key_id in key_ids]
        answer = await self._client.call(Call("GET", _KEYS, parameters), _LISTING)
        return AsOf(answer.value.api_keys, answer.as_of)

    async def get(self, key_id: str) -> AsOf[ApiKey]:
        """GET /admin/api-keys/{id}."""
        call = Call("GET", path("admin", "api-keys", id_part(key_id)), [("fields", _FIELDS)])
        return self._about(key_id, await self._client.call(call, _ONE))

    async def newest(self) -> datetime | None:
        """The newest key's `created_at`, by the server's clock and to the millisecond."""
        parameters = [("fields", "id,created_at"), ("order", "-created_at"), ("limit", "1")]
        answer = await self._client.call(Call("GET", _KEYS, parameters), _STAMPS)
        keys = answer.value.api_keys
        return keys[0].created_at if keys else None

    async def created_since(self, pending: PendingKey) -> tuple[ApiKey, ...]:
        """The keys that the pending creation may have made, oldest first."""
        since = pending.newest_before or pending.started_at - timedelta(minutes=1)
        parameters = [
            ("fields", _FIELDS),
            ("title", pending.title),
            ("type", pending.type.value),
            ("created_at[$gt]", iso(since)),
            ("order", "created_at"),
            ("limit", str(_MOST_CANDIDATES)),
        ]
        answer = await self._client.call(Call("GET", _KEYS, parameters), _LISTING)
        return tuple(key for key in answer.value.api_keys if pending.may_be(key))

    async def titles(self, key_ids: Sequence[str]) -> dict[str, str]:
        """Titles by id; ids that are gone are missing."""
        parameters = [("fields", "id,title,type"), ("limit", str(len(key_ids)))]
        parameters += [("id", key_id) for key_id in key_ids]
        answer = await self._client.call(Call("GET", _KEYS, parameters), _TITLES)
        return {key.id: tokens.mask(key.title) for key in answer.value.api_keys}

    async def create(self, title: str, key_type: KeyType) -> CreatedKey:
        """POST /admin/api-keys: the only answer that holds the secret.

        Raises OutcomeUnknown also when the key was made but the answer holds no whole secret.
        """
        call = Call("POST", _KEYS, json={"title": title, "type": key_type.value})
        answer = await self._client.call(call, _BIRTH)
        born = answer.value.api_key
        if not tokens.is_token(born.token.get_secret_value()):
            error = NotMedusa(self._host, "the answer holds no secret")
            raise OutcomeUnknown(error, at=self._clock.now())
        return CreatedKey(born.record, born.token)

    async def rename(self, key_id: str, title: str) -> ApiKey:
        """POST /admin/api-keys/{id}."""
        call = Call("POST", path("admin", "api-keys", id_part(key_id)), json={"title": title})
        return self._changed(key_id, await self._client.call(call, _ONE)).value

    async def revoke(self, key_id: str) -> AsOf[ApiKey]:
        """POST /admin/api-keys/{id}/revoke, at once."""
        call = Call("POST", path("admin", "api-keys", id_part(key_id), "revoke"), json={})
        return self._changed(key_id, await self._client.call(call, _ONE))

    async def delete(self, key_id: str) -> None:
        """DELETE /admin/api-keys/{id}; an unknown id counts as deleted, as on the server."""
        call = Call("DELETE", path("admin", "api-keys", id_part(key_id)))
        answer = await self._client.call(call, _DELETED)
        if not answer.value.deleted:
            error = NotMedusa(self._host, "the answer does not say that the record is deleted")
            raise OutcomeUnknown(error, at=self._clock.now())

    def _changed(self, key_id: str, answer: AsOf[_One]) -> AsOf[ApiKey]:
        """The key after a write; Medusa answers `{}` for an id it does not know."""
        if answer.value.api_key is None:
            raise NotFound("the key does not exist", status=200)
        try:
            return self._about(key_id, answer)
        except NotMedusa as error:
            raise OutcomeUnknown(error, at=self._clock.now()) from None

    def _about(self, key_id: str, answer: AsOf[_One]) -> AsOf[ApiKey]:
        """What is told of another key proves nothing of this one."""
        key = answer.value.api_key
        if key is None or key.id != key_id:
            raise NotMedusa(self._host, "the answer is about another key")
        return AsOf(key, answer.as_of)

    def _filters(self, query: KeyQuery) -> list[tuple[str, str]]:
        filters = []
        if query.text:
            filters.append(("q", tokens.mask(query.text)))
        if query.key_id:
            filters.append(("id", query.key_id))
        if query.type is not None:
            filters.append(("type", query.type.value))
        # The same bound as ApiKey.state, so that filter and pill never disagree.
        now = iso(self._clock.latest())
        match query.state:
            case StateFilter.WORKING:
                filters.append(("$or[0][revoked_at][$eq]", "null"))
                filters.append(("$or[1][revoked_at][$gte]", now))
            case StateFilter.WORKS_UNTIL:
                filters.append(("revoked_at[$gte]", now))
            case StateFilter.REVOKED:
                filters.append(("revoked_at[$lt]", now))
            case StateFilter.ALL:
                pass
        return filters


def _order(query: KeyQuery) -> str:
    return ("-" if query.descending else "") + query.sort.value
