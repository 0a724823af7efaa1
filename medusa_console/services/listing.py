"""Reads a list in pages that neither overlap nor leave a gap.

Medusa 2.21.2 orders equal values differently for every page: sorted by state, 100 at a time, 1,400
of 3,000 keys appeared twice and as many never. So an order with equal values is requested once, as
ids alone, and its pages are read by id. That takes a second for many records, so the first page is
first given as the server has it, and is not settled.

Equal values of `created_at` occur only after an import, which may create all records in the same
millisecond: 100 pages of 10,000 such customers showed 4,168 of them. When a page border divides
such records, only those are read again, by id. The cost does not grow with the list.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Generic, TypeVar

from medusa_console.domain.moments import is_known
from medusa_console.domain.query import AsOf, Page, Q, Record

if TYPE_CHECKING:
    from medusa_console.api.records import Records

R = TypeVar("R", bound=Record)


_MILLISECOND = timedelta(milliseconds=1)


class Listing(Generic[Q, R]):
    """Finds records page by page; keeps the order of the latest query until `forget`.

    An order of more than `most` ids costs too much to request: its pages come straight from the
    server, and may overlap. Of a query that is `composed`, the server has no such list: every page
    is read by id. `order` tells the ids of a query in place of the server; then all are composed.
    """

    def __init__(
        self,
        api: Records[Q, R],
        *,
        most: int | None = None,
        composed: Callable[[Q], bool] = lambda _: False,
        order: Callable[[Q], Awaitable[AsOf[tuple[str, ...]]]] | None = None,
    ) -> None:
        self._api = api
        self._order_of = order or api.order
        self._composed = composed if order is None else lambda _: True
        self._most = most
        self._taking = asyncio.Lock()
        self._query: Q | None = None
        self._order: AsOf[tuple[str, ...]] | None = None
        self._begun: Q | None = None  # its first page was given without an order

    def forget(self) -> None:
        """Request a new order with the next page, because the user refreshed the list."""
        self._order = self._begun = None

    def drop(self, record_id: str) -> None:
        """Remove a deleted record from the order, as the table removes its row."""
        if self._order is not None:
            left = tuple(known for known in self._order.value if known != record_id)
            self._order = AsOf(left, self._order.as_of)

    async def find(self, query: Q, offset: int, limit: int) -> Page[R]:
        """The rows `offset` … `offset + limit`; `count` is that of the kept order, if any. If they
        are not settled, whoever shows them asks for them once more."""
        if query.sort == "created_at" and not self._composed(query):
            return await self._by_creation(query, offset, limit)
        return await self._by_order(query, offset, limit)

    async def _by_creation(self, query: Q, offset: int, limit: int) -> Page[R]:
        above = min(1, offset)  # one row more at each end shows a divided moment
        wider = await self._api.find(query, offset=offset - above, limit=limit + above + 1)
        moments = [row.created_at for row in wider.rows]
        end = min(len(moments), above + limit)
        rows = wider.rows[above:end]
        divided = {
            moments[border]
            for border in (above, end)
            if 0 < border < len(moments)
            and moments[border - 1] == moments[border]
            and is_known(moments[border])  # no other can be asked for
        }
        chosen = [row for row in rows if row.created_at not in divided]
        for part in await asyncio.gather(
            *(self._share(query, moment, wider.count, offset, rows) for moment in divided)
        ):
            chosen += part
        chosen.sort(key=lambda row: row.id)
        chosen.sort(key=lambda row: row.created_at, reverse=query.descending)
        return Page(tuple(chosen), wider.count, offset, wider.as_of)

    async def _share(
        self, query: Q, moment: datetime, count: int, offset: int, rows: Sequence[R]
    ) -> tuple[R, ...]:
        """The records created at `moment` that belong to the page at `offset`, ordered by id."""
        many = sum(row.created_at == moment for row in rows)
        until = moment + _MILLISECOND
        since = until if query.descending else moment
        newer = (await self._api.created_between(query, since, None, offset=0, limit=1)).count
        skipped = max(0, offset - (newer if query.descending else count - newer))
        page = await self._api.created_between(query, moment, until, offset=skipped, limit=many)
        return page.rows

    async def _by_order(self, query: Q, offset: int, limit: int) -> Page[R]:
        unknown = self._order is None or self._query != query
        if unknown and self._begun != query and not self._composed(query):
            begins = offset == 0
            if begins or self._most is not None:
                page = await self._api.find(query, offset=offset, limit=limit)
                too_many = self._most is not None and page.count > self._most
                if too_many or page.count == len(page.rows):
                    return page
                if begins:
                    self._begun = query
                    return replace(page, settled=False)
        order = await self._ordered(query)
        page = await self._read(order, offset, limit)
        if len(page.rows) < len(order.value[offset : offset + limit]):
            self.forget()  # records were deleted meanwhile: the order has changed
            page = await self._read(await self._ordered(query), offset, limit)
        return page

    async def _ordered(self, query: Q) -> AsOf[tuple[str, ...]]:
        async with self._taking:  # pages requested at the same time share one order
            if self._order is None or self._query != query:
                self._query, self._order = query, await self._order_of(query)
            return self._order

    async def _read(self, order: AsOf[tuple[str, ...]], offset: int, limit: int) -> Page[R]:
        ids = order.value[offset : offset + limit]
        if not ids:
            return Page((), len(order.value), offset, order.as_of)
        answer = await self._api.by_ids(ids)
        records = {record.id: record for record in answer.value}
        rows = tuple(records[known] for known in ids if known in records)
        return Page(rows, len(order.value), offset, answer.as_of)
