"""Lists keys by what the server cannot filter: a mark, a creator, a note on this computer."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from medusa_console.domain.api_key import ApiKey
from medusa_console.domain.query import AsOf, KeyQuery, KeySort, Page
from medusa_console.services.api_keys import ApiKeyService
from medusa_console.services.key_notes import KeyNoteBook
from medusa_console.services.key_survey import KeySurvey
from medusa_console.services.listing import Listing

if TYPE_CHECKING:
    from medusa_console.api.api_keys import ApiKeys


class ChosenKeys:
    """Finds keys as ApiKeyService does, and by the rest of a query too.

    The server tells the ids of what it can filter, in the order of the query; those that the survey
    or the notes choose are read by id. `noted` are the ids that the latest search found by their
    notes alone.
    """

    def __init__(
        self,
        api: ApiKeys,
        keys: ApiKeyService,
        survey: KeySurvey,
        notes: KeyNoteBook,
        age_days: Callable[[], int],
    ) -> None:
        """`age_days`: after how many days a secret key of the store is old."""
        self._api = api
        self._keys = keys
        self._survey = survey
        self._notes = notes
        self._age_days = age_days
        self._listing = Listing(api, order=self._order)
        self.noted: frozenset[str] = frozenset()
        self._listed: frozenset[str] | None = None
        keys.removed.subscribe(self._listing.drop)

    async def find(self, query: KeyQuery, offset: int, limit: int) -> Page[ApiKey]:
        """The rows `offset` … `offset + limit` of the keys that match all of `query`."""
        if not self.chooses(query):
            self.noted, self._listed = frozenset(), None
            return await self._keys.find(query, offset, limit)
        page = await self._listing.find(query, offset, limit)
        self._keys.saw(page)
        return page

    async def order(self, query: KeyQuery) -> AsOf[tuple[str, ...]]:
        """The ids of all keys that match all of `query`, in its order."""
        return await self._order(query)

    def chooses(self, query: KeyQuery) -> bool:
        """Whether the server alone cannot answer `query`."""
        by_note = bool(query.text) and bool(self._notes.with_text(query.text))
        return query.mark is not None or query.creator is not None or by_note

    async def ids(self, query: KeyQuery) -> frozenset[str] | None:
        """The ids that the mark and the creator of `query` choose; None if it has neither."""
        chosen: frozenset[str] | None = None
        if query.mark is not None:
            glance = await self._survey.look(self._age_days())
            chosen = glance.marked.get(query.mark, frozenset())
        if query.creator is not None:
            made = self._survey.made_by(query.creator)
            chosen = made if chosen is None else chosen & made
        return chosen

    async def is_outdated(self, query: KeyQuery) -> bool:
        """Whether the mark and the creator of `query` choose other keys than when it was listed."""
        return await self.ids(query) != self._listed

    def forget_cached(self) -> None:
        """Forget the listed order, so that the next page shows the server's current one."""
        self._listing.forget()
        self._keys.forget_cached()

    async def _order(self, query: KeyQuery) -> AsOf[tuple[str, ...]]:
        chosen = self._listed = await self.ids(query)
        as_of = self._survey.as_of
        if chosen is not None and as_of is not None and self._knows_order(chosen, query):
            self.noted = frozenset()
            return AsOf(await self._survey.newest_first(chosen, query), as_of)
        asked = replace(query, mark=None, creator=None)
        found = await self._api.order(asked)
        ids = found.value
        noted = frozenset(self._notes.with_text(query.text)) if query.text else frozenset()
        if noted:
            # Among all keys, so that what the notes find has its place in the order.
            by_text = frozenset(ids)
            every = await self._api.order(replace(asked, text=""))
            ids = tuple(one for one in every.value if one in by_text or one in noted)
            noted = noted.intersection(ids) - by_text
        if chosen is not None:
            ids = tuple(one for one in ids if one in chosen)
            noted &= chosen
        self.noted = noted
        return AsOf(ids, found.as_of)

    def _knows_order(self, ids: frozenset[str], query: KeyQuery) -> bool:
        """Whether the survey orders the keys `ids` as the server does: by creation, unsearched. The
        server sorts texts by rules of its own."""
        by_creation = query.sort is KeySort.CREATED and not query.text and not query.key_id
        return by_creation and ids <= self._survey.keys.keys()
