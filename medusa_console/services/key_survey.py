"""Reads all keys of a store once, for what its server can neither filter nor count.

The keys read are kept up by what changes here; what changes elsewhere is seen at the next reading.
"""

from __future__ import annotations

import asyncio
import logging
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING, Final, TypeVar

from medusa_console.domain.api_key import ApiKey
from medusa_console.domain.clock import ServerClock
from medusa_console.domain.errors import ConsoleError, SignInNeeded
from medusa_console.domain.key_health import (
    KeyMark,
    ends_soon,
    is_old,
    lacks_channel,
    works,
)
from medusa_console.domain.query import KeyQuery, Page, StateFilter
from medusa_console.domain.surveyed_key import SurveyedKey
from medusa_console.services.api_keys import ApiKeyService
from medusa_console.services.creators import CreatorKind, Creators
from medusa_console.services.key_pages import read_keys
from medusa_console.services.session import SessionService, SignedOut, State
from medusa_console.topic import Topic

if TYPE_CHECKING:
    from medusa_console.api.api_keys import ApiKeys

T = TypeVar("T")

log = logging.getLogger(__name__)

MOST_SURVEYED: Final = 20_000
_MOST_CREATORS = 1_000
# For more, the window's thread would be held up.
_AT_ONCE = 1_000
_GONE = (CreatorKind.DELETED, CreatorKind.DELETED_KEY)
_NAMELESS = (CreatorKind.UNKNOWN, CreatorKind.NOT_YET)


@dataclass(frozen=True)
class Glance:
    """The ids of the keys with each mark, and how many keys each creator made. A mark without
    keys, or of which the store does not tell, is missing."""

    marked: Mapping[KeyMark, frozenset[str]]
    creators: Counter[str]


class KeySurvey:
    """The keys of one store as last read. Topic: `changed` (reading, read, or one key changed).

    `as_of` is the server's now of the reading, None before the first. `missing` is how many keys
    the store has beyond those read. `progress`, while a reading is under way, is how many keys are
    read, and how many there are to read. `failure` ended the last reading.
    """

    def __init__(
        self,
        api: ApiKeys,
        keys: ApiKeyService,
        creators: Creators,
        clock: ServerClock,
        session: SessionService,
    ) -> None:
        self._api = api
        self._service = keys
        self._creators = creators
        self._clock = clock
        self._keys: dict[str, SurveyedKey] = {}
        self._meanwhile: dict[str, SurveyedKey | None] = {}
        self._in_doubt: set[str] = set()
        self._unsaved: set[str] = set()
        self._latest: object = None
        self.as_of: datetime | None = None
        self.missing = 0
        self.progress: tuple[int, int] | None = None
        self.failure: ConsoleError | None = None
        self.changed: Topic[None] = Topic()
        keys.changed.subscribe(self._on_changed)
        keys.removed.subscribe(self._on_removed)
        keys.marked.subscribe(self._on_marked)
        session.changed.subscribe(self._on_session)

    @property
    def keys(self) -> Mapping[str, SurveyedKey]:
        """The keys by id."""
        return self._keys

    def take(self, page: Page[ApiKey]) -> bool:
        """Take the keys from a page of an unfiltered list; whether the page has all of them."""
        if page.offset or page.count > len(page.rows):
            return False
        self._show({key.id: SurveyedKey.of(key) for key in page.rows}, 0, page.as_of)
        return True

    async def read(self, *, awaited: bool = False) -> None:
        """Read up to 20,000 keys, then the names of their creators. Unless the reading is `awaited`
        by the user, each page waits until the store is at rest. What was read before stays until
        then, and if the reading is cancelled. A failure is kept in `failure`; raises SignInNeeded.
        """
        self._latest = mine = object()
        self.failure, self._meanwhile = None, {}
        self._report(0, 0)
        try:
            page = partial(self._api.surveyed, gives_way=not awaited)
            found = await read_keys(page, MOST_SURVEYED, self._report)
        except ConsoleError as error:
            self.failure = error
            if isinstance(error, SignInNeeded):
                raise
            log.info("reading all keys: %s", type(error).__name__)
            return
        finally:
            if self._latest is mine:  # another may have taken over
                self.progress = None
                self.changed.announce(None)
        read = {key.id: key for key in found.keys}
        for key_id, key in self._meanwhile.items():
            if key is not None:
                read[key_id] = key
            else:
                read.pop(key_id, None)
        self._show(read, found.count - len(found.keys), found.as_of)
        await self._learn_creators()

    async def look(self, days: int) -> Glance:
        """What is true of the keys now; a secret key older than `days` days is old."""
        return await _aside(len(self._keys), lambda: self._look(days))

    async def newest_first(self, ids: Collection[str], query: KeyQuery) -> tuple[str, ...]:
        """Those of the keys `ids` that have the type and the state of `query`, in the order of
        creation, the newest or the oldest first."""
        return await _aside(len(ids), lambda: self._newest_first(ids, query))

    def made_by(self, creator: str) -> frozenset[str]:
        """The ids of the keys that `creator`, an actor id, has made."""
        return frozenset(key.id for key in self._keys.values() if key.created_by == creator)

    def _look(self, days: int) -> Glance:
        now, keys = self._clock.latest(), tuple(self._keys.values())
        marked: dict[KeyMark, set[str]] = defaultdict(set)
        marked[KeyMark.REVOKE_NOT_CONFIRMED] = set(filter(self._may_work, tuple(self._in_doubt)))
        marked[KeyMark.NOT_SAVED] = set(filter(self._may_work, tuple(self._unsaved)))
        creators = Counter(key.created_by for key in keys)
        gone = self._gone(creators)
        for key in keys:
            if ends_soon(key, now):
                marked[KeyMark.ENDS_SOON].add(key.id)
            if is_old(key, now, days):
                marked[KeyMark.OLD].add(key.id)
            if lacks_channel(key, now):
                marked[KeyMark.NO_CHANNEL].add(key.id)
            if key.created_by in gone and works(key, now):
                marked[KeyMark.CREATOR_GONE].add(key.id)
        found = {mark: frozenset(marked[mark]) for mark in KeyMark if marked[mark]}
        return Glance(found, creators)

    def _newest_first(self, ids: Collection[str], query: KeyQuery) -> tuple[str, ...]:
        now = self._clock.latest()
        keys = [
            key
            for one in ids
            if (key := self._keys.get(one)) is not None
            and (query.type is None or key.type is query.type)
            and _is_in(query.state, key, now)
        ]
        keys.sort(key=lambda key: key.id)
        keys.sort(key=lambda key: key.created_at, reverse=query.descending)
        return tuple(key.id for key in keys)

    def _gone(self, creators: Collection[str]) -> frozenset[str]:
        """The creators that are deleted; none if the store does not tell of every creator."""
        kinds = {actor: self._creators.creator(actor).kind for actor in creators}
        if any(kind in _NAMELESS for kind in kinds.values()):
            return frozenset()
        return frozenset(actor for actor, kind in kinds.items() if kind in _GONE)

    def _may_work(self, key_id: str) -> bool:
        key = self._keys.get(key_id)
        return key is None or works(key, self._clock.latest())

    async def _learn_creators(self) -> None:
        creators = Counter(key.created_by for key in self._keys.values())
        try:
            await self._creators.learn(actor for actor, _ in creators.most_common(_MOST_CREATORS))
        except SignInNeeded:
            raise
        except ConsoleError as error:
            log.info("asking who made the keys: %s", type(error).__name__)
        self.changed.announce(None)

    def _report(self, read: int, count: int) -> None:
        self.progress = read, count
        self.changed.announce(None)

    def _show(self, keys: dict[str, SurveyedKey], missing: int, as_of: datetime) -> None:
        self._keys = keys
        self.missing = missing
        self.as_of = as_of
        self.failure = None
        self.changed.announce(None)

    def _on_changed(self, key: ApiKey) -> None:
        self._note(key.id, SurveyedKey.of(key))
        self._on_marked(key.id)

    def _on_removed(self, key_id: str) -> None:
        self._note(key_id, None)
        self._on_marked(key_id)

    def _note(self, key_id: str, key: SurveyedKey | None) -> None:
        if self.progress is not None:
            self._meanwhile[key_id] = key
        if self.as_of is None:
            return
        if key is not None:
            self._keys[key_id] = key
        else:
            self._keys.pop(key_id, None)

    def _on_session(self, state: State) -> None:
        if isinstance(state, SignedOut):  # the next account may not be allowed to read keys
            self._keys, self._meanwhile = {}, {}
            self.as_of, self.missing, self.failure = None, 0, None

    def _on_marked(self, key_id: str) -> None:
        for marked, is_so in (
            (self._in_doubt, self._service.unconfirmed(key_id) is not None),
            (self._unsaved, self._service.not_saved(key_id)),
        ):
            if is_so:
                marked.add(key_id)
            else:
                marked.discard(key_id)
        self.changed.announce(None)


async def _aside(size: int, work: Callable[[], T]) -> T:
    """Compute `work` over so many keys, on a thread if they are many."""
    return work() if size <= _AT_ONCE else await asyncio.to_thread(work)


def _is_in(state: StateFilter, key: SurveyedKey, now: datetime) -> bool:
    match state:
        case StateFilter.ALL:
            return True
        case StateFilter.WORKING:
            return works(key, now)
        case StateFilter.WORKS_UNTIL:
            return key.revoked_at is not None and works(key, now)
        case StateFilter.REVOKED:
            return not works(key, now)
