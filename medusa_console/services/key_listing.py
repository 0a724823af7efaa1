"""Pages of keys that neither overlap nor leave a gap.

Medusa 2.21.2 breaks ties anew for every page: sorted by state, 100 at a time, 3,000 keys showed
1,400 of them twice and as many never. So an order with equal values is asked for once, as ids
alone, and its pages are read by id. `created_at` has no equal values to speak of.
"""

from __future__ import annotations

import asyncio

from medusa_console.domain.api_key import ApiKey
from medusa_console.domain.query import Dated, KeyQuery, KeySort, Page
from medusa_console.ports import KeysApi


class KeyListing:
    """Finds keys page by page; keeps the order of the latest query until told to forget it."""

    def __init__(self, api: KeysApi) -> None:
        self._api = api
        self._taking = asyncio.Lock()
        self._query: KeyQuery | None = None
        self._order: Dated[tuple[str, ...]] | None = None

    def forget(self) -> None:
        """Take a new order with the next page: the person asked for the list as it is now."""
        self._order = None

    def drop(self, key_id: str) -> None:
        """A record is gone: what lies below it moves up, as in the table."""
        if self._order is not None:
            left = tuple(known for known in self._order.value if known != key_id)
            self._order = Dated(left, self._order.as_of)

    async def find(self, query: KeyQuery, offset: int, limit: int) -> Page[ApiKey]:
        """The rows `offset` … `offset + limit`; `count` is that of the kept order."""
        if query.sort is KeySort.CREATED:
            return await self._api.find(query, offset=offset, limit=limit)
        order = await self._ordered(query)
        page = await self._read(order, offset, limit)
        if len(page.rows) < len(order.value[offset : offset + limit]):
            self.forget()  # some of them are gone by now: the order has changed
            page = await self._read(await self._ordered(query), offset, limit)
        return page

    async def _ordered(self, query: KeyQuery) -> Dated[tuple[str, ...]]:
        async with self._taking:  # pages asked for together share one order
            if self._order is None or self._query != query:
                self._query, self._order = query, await self._api.order(query)
            return self._order

    async def _read(self, order: Dated[tuple[str, ...]], offset: int, limit: int) -> Page[ApiKey]:
        ids = order.value[offset : offset + limit]
        if not ids:
            return Page((), len(order.value), offset, order.as_of)
        answer = await self._api.by_ids(ids)
        keys = {key.id: key for key in answer.value}
        rows = tuple(keys[key_id] for key_id in ids if key_id in keys)
        return Page(rows, len(order.value), offset, answer.as_of)
