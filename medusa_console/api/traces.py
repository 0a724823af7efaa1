"""What a secret key has made. Source: contract, section 4.3b."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Sequence

from pydantic import TypeAdapter

from medusa_console.api.answers import Answer, part
from medusa_console.api.bounds import of_list
from medusa_console.api.client import AdminClient
from medusa_console.api.records import ListAnswer, listing
from medusa_console.api.transport import Call
from medusa_console.domain.bounded import Created, Identifier, Many, Name
from medusa_console.domain.errors import ConsoleError
from medusa_console.domain.key_trace import TraceKind
from medusa_console.domain.moments import is_known
from medusa_console.domain.query import Page
from medusa_console.domain.rotation import Made, MadeKind

log = logging.getLogger(__name__)

_MOST_KEYS = 500


_FIELDS = "id,created_at,created_by"


class _Row(Answer):
    created_at: Created
    created_by: Name | None = None


class MadeRow(_Row):
    """A record with the id of whoever made it."""

    id: Identifier


_KINDS: dict[MadeKind, tuple[str, TypeAdapter[tuple[_Row, ...]]]] = {
    MadeKind.CUSTOMER: ("customers", part("customers", Many[_Row])),
    MadeKind.GROUP: ("customer-groups", part("customer_groups", Many[_Row])),
    MadeKind.KEY: ("api-keys", part("api_keys", Many[_Row])),
}
_BY_AUTHOR: dict[TraceKind, tuple[str, TypeAdapter[ListAnswer[MadeRow]]]] = {
    TraceKind.CUSTOMERS: ("customers", listing(MadeRow, "customers")),
    TraceKind.CUSTOMER_GROUPS: ("customer-groups", listing(MadeRow, "customer_groups")),
    TraceKind.TAX_REGIONS: ("tax-regions", listing(MadeRow, "tax_regions")),
}


class Traces:
    """Asks one store what was made with a key."""

    def __init__(self, client: AdminClient) -> None:
        self._client = client

    async def last_made(self, key_id: str) -> Made | None:
        """The newest customer, group or key that was made with that key and is still there; of
        keys, among the newest 500. None without one. Three lean questions; what one of them does
        not answer is left out."""
        found = await asyncio.gather(*(self._newest(kind, key_id) for kind in MadeKind))
        return max(
            (one for one in found if one is not None), key=lambda made: made.at, default=None
        )

    async def _newest(self, kind: MadeKind, key_id: str) -> Made | None:
        """GET /admin/customers?created_by=…; keys cannot be asked for by their creator."""
        route, rows = _KINDS[kind]
        parameters = [("fields", _FIELDS), ("order", "-created_at")]
        most = _MOST_KEYS if kind is MadeKind.KEY else 1
        if kind is not MadeKind.KEY:
            parameters.append(("created_by", key_id))
        parameters.append(("limit", str(most)))
        call = Call("GET", f"/admin/{route}", parameters, bounds=of_list(most))
        try:
            answer = await self._client.call(call, rows)
        except ConsoleError as error:
            log.info("asking for what a key has made: %s", type(error).__name__)
            return None
        made = (row.created_at for row in answer.value if row.created_by == key_id)
        return max(
            (Made(kind, at) for at in made if is_known(at)), key=lambda made: made.at, default=None
        )

    async def made_by(
        self, kind: TraceKind, makers: Sequence[str], *, offset: int, limit: int
    ) -> Page[MadeRow]:
        """GET /admin/customers?created_by=…&created_by=…, or another route of a kind in BY_AUTHOR:
        the records `offset` … `offset + limit` of those that the keys `makers` have made,
        by id. Compare each row's `created_by`: an older store may not filter.
        Raises what a list raises: Forbidden, NoSuchRoute…"""
        name, rows = _BY_AUTHOR[kind]
        query = [("fields", _FIELDS), ("order", "id")]
        query += [("offset", str(offset)), ("limit", str(limit))]
        query += [("created_by", maker) for maker in makers]
        call = Call("GET", f"/admin/{name}", query, bounds=of_list(limit))
        answer = await self._client.call(call, rows)
        return Page(answer.value.rows, answer.value.count, offset, answer.as_of)
