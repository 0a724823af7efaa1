"""Finds, reads and deletes records; all admin routes share these requests."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final, Generic, TypeVar

from pydantic import Field, TypeAdapter, create_model
from typing_extensions import TypedDict

from medusa_console.api.answers import Answer, part
from medusa_console.api.bounds import ONE_ANSWER, Bounds, of_list
from medusa_console.api.client import AdminClient
from medusa_console.api.timestamps import created_between
from medusa_console.api.transport import Call
from medusa_console.domain import tokens
from medusa_console.domain.bounded import Identifier, Many
from medusa_console.domain.errors import InputFault, NotMedusa, NotSendable, TooBig
from medusa_console.domain.query import AsOf, Page, Q, Query, Record

# About 5 MB of ids, which an answer may still have.
_MOST_IDS = 100_000
_ALL_IDS: Final = Bounds(8 << 20, values=2 * _MOST_IDS + 100, rows=_MOST_IDS)
# Medusa takes titles of 99,000 characters, so a page may be too long for one answer.
_PART = 10
_ANOTHER = "the answer is about another record"

Filters = list[tuple[str, str]]


T = TypeVar("T")
R = TypeVar("R", bound=Record)


class ListAnswer(Answer, Generic[T]):
    """The records of one answer, of `count` records that match."""

    rows: tuple[T, ...]
    count: int = Field(ge=0, lt=1 << 31)


class _Id(TypedDict):
    """No model, because 100,000 of those would hold up the window."""

    id: Identifier


class _Deleted(Answer):
    id: Identifier
    deleted: bool


_DELETED: TypeAdapter[_Deleted] = TypeAdapter(_Deleted)


@dataclass(frozen=True)
class Route(Generic[R]):
    """`/admin/{name}`; `fields` are those of a list row, `bounds` those of one record's answer."""

    name: str
    fields: str
    listing: TypeAdapter[ListAnswer[R]]
    ids: TypeAdapter[ListAnswer[_Id]]
    one: TypeAdapter[R]
    bounds: Bounds = ONE_ANSWER

    @property
    def path(self) -> str:
        return f"/admin/{self.name}"

    def path_of(self, record_id: str, *action: str) -> str:
        """The path of one record, or of an action on it. Raises Invalid for what is no id (N6): not
        NotFound, because no request was sent."""
        if not tokens.is_id(record_id):
            raise NotSendable(InputFault.NOT_AN_ID)
        return "/".join((self.path, record_id, *action))


def route(
    record: type[R], name: str, one: str, many: str, fields: str, bounds: Bounds = ONE_ANSWER
) -> Route[R]:
    """The route whose answers hold one record under `one`, and several under `many`."""
    return Route(name, fields, listing(record, many), listing(_Id, many), part(one, record), bounds)


def listing(record: type[T], many: str) -> TypeAdapter[ListAnswer[T]]:
    """Reads answers that hold several records under `many`."""
    rows: Any = (Many[record], Field(validation_alias=many))  # type: ignore[valid-type]
    return TypeAdapter(create_model("ListAnswer", __base__=ListAnswer, rows=rows))


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
        return await self._ids(order_of(query), self._filters(query))

    async def _ids(self, order: str, filters: Filters) -> AsOf[tuple[str, ...]]:
        parameters = [("fields", "id"), ("order", order), ("limit", str(_MOST_IDS)), *filters]
        call = Call("GET", self._route.path, parameters, bounds=_ALL_IDS)
        answer = await self._client.call(call, self._route.ids)
        return AsOf(tuple(record["id"] for record in answer.value.rows), answer.as_of)

    async def by_ids(self, record_ids: Sequence[str]) -> AsOf[list[R]]:
        """Those of the records that exist, in any order."""
        return await self._of_ids(record_ids, self._route.fields, self._route.listing)

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
        place = [("offset", str(offset)), *([("order", order)] if order else []), *filters]
        try:
            answer = await self._list(self._route.fields, limit, place, self._route.listing)
        except TooBig:
            if limit <= _PART:
                raise
        else:
            return Page(answer.value.rows, answer.value.count, offset, answer.as_of)
        # By their ids, because Medusa may order equal records anew for every part.
        page = (await self._list("id", limit, place, self._route.ids)).value
        ids = [record["id"] for record in page.rows]
        records = await self._in_parts(ids, self._route.fields, self._route.listing)
        known = {record.id: record for record in records.value}
        rows = tuple(known[record_id] for record_id in ids if record_id in known)
        return Page(rows, page.count, offset, records.as_of)

    async def _of_ids(
        self, record_ids: Sequence[str], fields: str, into: TypeAdapter[ListAnswer[T]]
    ) -> AsOf[list[T]]:
        """The records with these ids, asked for in parts if one answer cannot hold them."""
        try:
            return await self._named(record_ids, fields, into)
        except TooBig:
            if len(record_ids) <= _PART:
                raise
        return await self._in_parts(record_ids, fields, into)

    async def _in_parts(
        self, record_ids: Sequence[str], fields: str, into: TypeAdapter[ListAnswer[T]]
    ) -> AsOf[list[T]]:
        found: list[T] = []
        as_of = self._transport.clock.latest()
        for start in range(0, len(record_ids), _PART):
            some = await self._named(record_ids[start : start + _PART], fields, into)
            found += some.value
            as_of = some.as_of
        return AsOf(found, as_of)

    async def _named(
        self, record_ids: Sequence[str], fields: str, into: TypeAdapter[ListAnswer[T]]
    ) -> AsOf[list[T]]:
        filters = [("id", record_id) for record_id in record_ids]
        answer = await self._list(fields, len(record_ids), filters, into)
        return AsOf(list(answer.value.rows), answer.as_of)

    async def _list(
        self,
        fields: str,
        limit: int,
        filters: Filters,
        into: TypeAdapter[ListAnswer[T]],
        *,
        gives_way: bool = False,
    ) -> AsOf[ListAnswer[T]]:
        parameters = [("fields", fields), ("limit", str(limit)), *filters]
        bounds = of_list(limit)
        call = Call("GET", self._route.path, parameters, bounds=bounds, gives_way=gives_way)
        return await self._client.call(call, into)

    async def _get(self, record_id: str, fields: str) -> AsOf[R]:
        path = self._route.path_of(record_id)
        call = Call("GET", path, [("fields", fields)], bounds=self._route.bounds)
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
    `_`, `%` and a backslash are wildcards unless a backslash precedes them. Raises NotSendable for
    a text that no address can hold."""
    if len(text) > tokens.LONGEST_READ:  # masked, it would be searched as ***
        raise NotSendable(InputFault.TOO_LONG)
    return re.sub(r"[\\_%]", r"\\\g<0>", tokens.mask(text))


def order_of(query: Query) -> str:
    """The `order` parameter of `query`."""
    return ("-" if query.descending else "") + query.sort
