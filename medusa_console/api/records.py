"""Finds, reads and deletes records; all admin routes share these requests."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Generic, TypeVar

from pydantic import Field, TypeAdapter, create_model

from medusa_console.api.answers import Answer, part
from medusa_console.api.client import AdminClient
from medusa_console.api.timestamps import created_between
from medusa_console.api.transport import Call
from medusa_console.domain import tokens
from medusa_console.domain.errors import InputFault, NotMedusa, NotSendable
from medusa_console.domain.query import AsOf, Page, Q, Query, Record

# About 5 MB of ids, which an answer may still have.
_MOST_IDS = 100_000
_ANOTHER = "the answer is about another record"

Filters = list[tuple[str, str]]


T = TypeVar("T")
R = TypeVar("R", bound=Record)


class _Listing(Answer, Generic[T]):
    rows: tuple[T, ...]
    count: int = Field(ge=0, lt=1 << 31)


class _Id(Answer):
    id: str


class _Deleted(Answer):
    id: str
    deleted: bool


_DELETED: TypeAdapter[_Deleted] = TypeAdapter(_Deleted)


@dataclass(frozen=True)
class Route(Generic[R]):
    """`/admin/{name}`; `fields` are those of a list row."""

    name: str
    fields: str
    listing: TypeAdapter[_Listing[R]]
    ids: TypeAdapter[tuple[_Id, ...]]
    one: TypeAdapter[R]

    @property
    def path(self) -> str:
        return f"/admin/{self.name}"

    def path_of(self, record_id: str, *action: str) -> str:
        """The path of one record, or of an action on it. Raises Invalid for what is no id (N6): not
        NotFound, because no request was sent."""
        if not tokens.is_id(record_id):
            raise NotSendable(InputFault.NOT_AN_ID)
        return "/".join((self.path, record_id, *action))


def route(record: type[R], name: str, one: str, many: str, fields: str) -> Route[R]:
    """The route whose answers hold one record under `one`, and several under `many`."""
    rows = (tuple[record, ...], Field(validation_alias=many))  # type: ignore[valid-type]
    listing = create_model("Listing", __base__=_Listing, rows=rows)
    return Route(name, fields, TypeAdapter(listing), part(many, tuple[_Id, ...]), part(one, record))


class Records(Generic[Q, R]):
    """The records of one route; `filters` translates a query into the route's parameters."""

    def __init__(
        self, client: AdminClient, route: Route[R], filters: Callable[[Q], Filters]
    ) -> None:
        self._client = client
        self._transport = client.transport
        self._route = route
        self._filters = filters

    async def find(self, query: Q, *, offset: int, limit: int) -> Page[R]:
        """The rows `offset` … `offset + limit`, filtered and sorted by the server."""
        filters = self._filters(query)
        return await self._page(filters, limit, offset=offset, order=order_of(query))

    async def created_between(
        self, query: Q, since: datetime, until: datetime | None, *, offset: int, limit: int
    ) -> Page[R]:
        """The records of a query created from `since` to before `until` (None: no end), sorted
        by id."""
        filters = [*created_between(since, until), *self._filters(query)]
        return await self._page(filters, limit, offset=offset, order="id")

    async def order(self, query: Q) -> AsOf[tuple[str, ...]]:
        """The ids of all records of a query, in its order, in one answer: pages could be
        inconsistent."""
        parameters = [
            ("fields", "id"),
            ("order", order_of(query)),
            ("limit", str(_MOST_IDS)),
            *self._filters(query),
        ]
        call = Call("GET", self._route.path, parameters)
        answer = await self._client.call(call, self._route.ids)
        return AsOf(tuple(record.id for record in answer.value), answer.as_of)

    async def by_ids(self, record_ids: Sequence[str]) -> Page[R]:
        """Those of the records that exist, in any order."""
        return await self._page([("id", record_id) for record_id in record_ids], len(record_ids))

    async def get(self, record_id: str) -> AsOf[R]:
        """Read one record; raises NotFound."""
        return await self._get(record_id, self._route.fields)

    async def delete(self, record_id: str) -> None:
        """Delete a record; as in Medusa, an unknown id counts as deleted."""
        answer = await self._client.call(Call("DELETE", self._route.path_of(record_id)), _DELETED)
        if not answer.value.deleted or answer.value.id != record_id:
            raise self._transport.unproven("the answer does not say that the record is deleted")

    async def _page(
        self, filters: Filters, limit: int, *, offset: int = 0, order: str = ""
    ) -> Page[R]:
        place = [("limit", str(limit)), ("offset", str(offset))]
        sorting = [("order", order)] if order else []
        parameters = [("fields", self._route.fields), *place, *sorting, *filters]
        call = Call("GET", self._route.path, parameters)
        answer = await self._client.call(call, self._route.listing)
        return Page(answer.value.rows, answer.value.count, offset, answer.as_of)

    async def _get(self, record_id: str, fields: str) -> AsOf[R]:
        call = Call("GET", self._route.path_of(record_id), [("fields", fields)])
        answer = await self._client.call(call, self._route.one)
        if answer.value.id != record_id:
            raise NotMedusa(self._transport.host, _ANOTHER)
        return answer

    def _changed(self, record_id: str, answer: AsOf[R]) -> AsOf[R]:
        """`answer` to a write; raises OutcomeUnknown if it is about another record."""
        if answer.value.id != record_id:
            raise self._transport.unproven(_ANOTHER)
        return answer


def searched(text: str) -> str:
    """`text` for the query's `q`, without a whole key. Medusa searches with SQL's `ilike`, in which
    `_`, `%` and a backslash are wildcards unless a backslash precedes them."""
    return re.sub(r"[\\_%]", r"\\\g<0>", tokens.mask(text))


def order_of(query: Query) -> str:
    """The `order` parameter of `query`."""
    return ("-" if query.descending else "") + query.sort
