"""/admin/sales-channels, and the store's default. Source: contract, section 6."""

from __future__ import annotations

from pydantic import TypeAdapter

from medusa_console.api.answers import Answer, part
from medusa_console.api.bounds import of_list
from medusa_console.api.client import AdminClient
from medusa_console.api.records import ListAnswer, listing, searched
from medusa_console.api.transport import Call
from medusa_console.domain.api_key import SalesChannel
from medusa_console.domain.bounded import Identifier, Many

_PATH = "/admin/sales-channels"
_FIELDS = ("fields", "id,name,is_disabled")


class _Store(Answer):
    default_sales_channel_id: Identifier | None = None


_CHANNELS: TypeAdapter[ListAnswer[SalesChannel]] = listing(SalesChannel, "sales_channels")
_STORES: TypeAdapter[tuple[_Store, ...]] = part("stores", Many[_Store])


class SalesChannels:
    """The sales channels of one store."""

    def __init__(self, client: AdminClient) -> None:
        self._client = client

    async def find(self, text: str, limit: int) -> ListAnswer[SalesChannel]:
        """The first channels whose name or description contains `text`, by name. Raises Forbidden
        without the permission sales_channel:read."""
        search = [("q", searched(text))] if text else []
        return await self._list(limit, [("order", "name"), *search])

    async def by_id(self, channel_id: str) -> SalesChannel | None:
        """The channel with that id, if there is one."""
        rows = (await self._list(1, [("id", channel_id)])).rows
        return rows[0] if rows else None

    async def default_id(self) -> str | None:
        """The id of the store's default channel. Raises Forbidden without the permission
        store:read."""
        parameters = [("fields", "id,default_sales_channel_id"), ("limit", "1")]
        answer = await self._client.call(Call("GET", "/admin/stores", parameters), _STORES)
        return next((store.default_sales_channel_id for store in answer.value), None)

    async def _list(self, limit: int, more: list[tuple[str, str]]) -> ListAnswer[SalesChannel]:
        parameters = [_FIELDS, ("limit", str(limit)), *more]
        call = Call("GET", _PATH, parameters, bounds=of_list(limit))
        return (await self._client.call(call, _CHANNELS)).value
