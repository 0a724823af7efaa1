"""Looks for all that a secret key has left in its store. Changes nothing there."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Collection, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from operator import lt
from typing import TYPE_CHECKING, Final, TypeVar

from medusa_console.domain import tokens
from medusa_console.domain.api_key import ApiKey
from medusa_console.domain.clock import ServerClock
from medusa_console.domain.colleague import JoinedPerson, OpenInvite
from medusa_console.domain.errors import (
    ConsoleError,
    SignInNeeded,
    Unreachable,
    UntrustedCertificate,
)
from medusa_console.domain.key_trace import BY_AUTHOR, NEVER_LOOKED, MadeRecord, Trace, TraceKind
from medusa_console.domain.key_tree import (
    KEY_ID,
    Tree,
    grow,
    is_later,
    origin,
    suspects,
    unattributed,
)
from medusa_console.domain.query import Record
from medusa_console.services.key_pages import KeyList, ReadPage, read_keys
from medusa_console.services.key_proof import MOST_LISTED, KeyProof
from medusa_console.services.permissions import PermissionsService
from medusa_console.services.session import Expired, Locked, SessionService, SignedIn
from medusa_console.services.trace_look import OVER, Look, Said, TraceProgress

if TYPE_CHECKING:
    from medusa_console.api.api_keys import ApiKeys
    from medusa_console.api.invites import Invites
    from medusa_console.api.traces import MadeRow, Traces
    from medusa_console.api.users import Users

__all__ = ["KeyTraces", "Said", "TraceProgress"]

R = TypeVar("R", bound=Record)
T = TypeVar("T")

MOST_PEOPLE: Final = 2_000
MOST_RECORDS: Final = 20_000
MOST_DOUBTFUL: Final = 2_000
"""So many people and invites are read, so many records of each other kind, and so many that cannot
be attributed."""

_FEW = 1_000
_AT_ONCE = 4
_BESIDE_KEYS = 2  # two pages of keys are under way meanwhile
_MOST_IDS = 200  # their ids stand in the address of one request
_MOST_MAKERS = 150  # theirs twice as long, and many proxies let no more than 8 KB pass
_NO_STORE = (*OVER, Unreachable, UntrustedCertificate)


@dataclass(frozen=True)
class _People:
    """Those who are newer than the key, and whom of the keys' makers the store does not know."""

    joined: tuple[JoinedPerson, ...] = ()
    gone: frozenset[str] = frozenset()


class KeyTraces:
    """What the keys of one store have left."""

    def __init__(
        self,
        proof: KeyProof,
        traces: Traces,
        keys: ApiKeys,
        users: Users,
        invites: Invites,
        permissions: PermissionsService,
        session: SessionService,
        clock: ServerClock,
    ) -> None:
        self._proof = proof
        self._traces = traces
        self._keys = keys
        self._users = users
        self._invites = invites
        self._permissions = permissions
        self._session = session
        self._clock = clock

    async def trace(self, key_id: str, created_at: datetime | None, said: Said) -> Trace:
        """All that the key `key_id` has left; at most four requests at once. `created_at` is when
        it was made; None for a key whose record is gone: its id tells. `said` is called on this
        loop as the look proceeds. Ending the task ends the look.

        A kind that cannot be read is in `Trace.not_looked`. Raises SignInNeeded and MfaNeeded when
        the session ends meanwhile or another account signs in; Unreachable and UntrustedCertificate
        if the list of keys gets no answer.
        """
        whose, look = self._session.user_id, Look(said, asyncio.Semaphore(_BESIDE_KEYS))
        try:
            trace = await self._trace(look, key_id, created_at)
        except* ConsoleError as several:
            raise _first(several) from None
        if self._session.user_id != whose:
            raise SignInNeeded("another account signed in meanwhile")
        return trace

    async def _trace(self, look: Look, key_id: str, created_at: datetime | None) -> Trace:
        async with asyncio.TaskGroup() as group:
            listing = group.create_task(self._list_keys(look))
            asking = group.create_task(self._roles(look))
            users = group.create_task(self._list_users(look))
            invites = group.create_task(self._list_invites(look))
        look.turns = asyncio.Semaphore(_AT_ONCE)
        found = listing.result()
        listed = () if found is None else found.keys
        if found is not None and not found.whole:
            listed = await self._with_newer(look, listed, key_id, created_at)
        many = len(listed)
        tree = await _computed(many, lambda: grow(listed, key_id, created_at))
        people = await self._people(look, tree, users.result())
        gone = people.gone | await self._gone_keys(look, tree, whole=found is None or found.whole)
        joined = frozenset(person.id for person in people.joined)
        lost_keys = await _computed(many, lambda: unattributed(tree, gone, joined))
        doubtful = await _computed(many, lambda: suspects(lost_keys))
        made = await self._records(look, tree.makers, MOST_RECORDS)
        # Apart, because what those made may be so much that nothing of the key would be read.
        behind = await self._records(look, doubtful, MOST_DOUBTFUL) if doubtful else ()
        look.tell_odd_maker(BY_AUTHOR)
        return Trace(
            root_id=key_id,
            root=tree.root,
            since=tree.since,
            as_of=self._clock.latest() if found is None else found.as_of,
            user_id=self._session.user_id,
            email=self._email,
            roles=asking.result(),
            made_keys=tree.made,
            made=made,
            unattributed=lost_keys,
            unattributed_records=behind,
            people=people.joined,
            invites=_newer(invites.result(), look, tree.since),
            revoked=tree.revoked,
            changed=tree.changed,
            not_looked=(*look.lost, *NEVER_LOOKED),
        )

    @property
    def _email(self) -> str:
        match self._session.state:
            case SignedIn(session):
                return session.email
            case Locked(email=email) | Expired(email=email):
                return email
            case _:
                return ""

    async def _roles(self, look: Look) -> bool | None:
        if not self._permissions.learned:
            async with look.turns:
                await self._permissions.learn()
        return self._permissions.value.bars_keys

    async def _list_keys(self, look: Look) -> KeyList[ApiKey] | None:
        kind = TraceKind.KEYS
        look.tell(kind, 0)
        reading = self._proof.list_keys(MOST_LISTED, partial(look.tell, kind))
        found = await look.read(kind, reading, _NO_STORE)
        if found is not None:
            look.tell(kind, len(found.keys), found.count)
            if not found.whole:
                look.cut(kind)
        return found

    async def _with_newer(
        self, look: Look, listed: tuple[ApiKey, ...], key_id: str, created_at: datetime | None
    ) -> tuple[ApiKey, ...]:
        """The keys `listed`, which are the oldest, and those that the key may have made."""
        _, since = origin(listed, key_id, created_at)
        if since is None:
            return listed
        tell = partial(look.tell, TraceKind.KEYS)
        reading = self._proof.list_newer(since, MOST_LISTED, lambda read: tell(len(listed) + read))
        newer = await look.read(TraceKind.KEYS, reading, _NO_STORE)
        if newer is None:
            return listed
        return tuple({key.id: key for key in (*listed, *newer.keys)}.values())

    async def _list_users(self, look: Look) -> KeyList[JoinedPerson] | None:
        return await self._list(look, TraceKind.USERS, self._users.newest, MOST_PEOPLE)

    async def _list_invites(self, look: Look) -> KeyList[OpenInvite] | None:
        return await self._list(look, TraceKind.INVITES, self._invites.newest, MOST_PEOPLE)

    async def _list(
        self, look: Look, kind: TraceKind, page: ReadPage[R], most: int, before: int = 0
    ) -> KeyList[R] | None:
        """Up to `most` records of a kind; `before` were read in other questions."""

        def tell(read: int, total: int) -> None:
            look.tell(kind, before + read, before + total)

        look.tell(kind, before)
        found = await look.read(kind, read_keys(look.in_turn(page), most, tell))
        if found is not None:
            tell(len(found.keys), found.count)
        return found

    async def _people(self, look: Look, tree: Tree, users: KeyList[JoinedPerson] | None) -> _People:
        if users is None:
            return _People()
        joined = tuple(one for one in users.keys if is_later(one.created_at, tree.since))
        if _may_go_on(users, len(joined)):
            look.cut(TraceKind.USERS)
        unknown = {one for one in tree.missing if not one.startswith(KEY_ID)}
        unknown -= {one.id for one in users.keys}
        there: set[str] = set()
        if not users.whole:
            for some in _in_parts(await _sendable(unknown), _MOST_IDS):
                found = await look.read(TraceKind.USERS, self._users.by_ids(some))
                there |= set(some) if found is None else {one.id for one in found}
        return _People(joined, frozenset(unknown - there))

    async def _gone_keys(self, look: Look, tree: Tree, *, whole: bool) -> frozenset[str]:
        """The keys that made some, and have no record: not in the list, if that is `whole`."""
        unknown = {one for one in tree.missing if one.startswith(KEY_ID)}
        there: set[str] = set()
        if not whole:
            for some in _in_parts(await _sendable(unknown), _MOST_IDS):
                found = await look.read(TraceKind.KEYS, self._keys.titles(some))
                there |= set(some if found is None else found)
        return frozenset(unknown - there)

    async def _records(
        self, look: Look, makers: Sequence[str], most: int
    ) -> tuple[MadeRecord, ...]:
        """The records that name one of `makers`, up to `most` of each kind in BY_AUTHOR that could
        be read until now, by kind and age."""
        asked = await _sendable(makers)
        lost = {one.kind for one in look.lost}
        look.odd_maker |= len(asked) < len(makers)
        async with asyncio.TaskGroup() as group:
            tasks = {
                kind: group.create_task(self._made_by(look, kind, asked, most))
                for kind in BY_AUTHOR
                if kind not in lost
            }
        rows = {kind: task.result() for kind, task in tasks.items()}
        many = sum(map(len, rows.values()))
        return await _computed(many, lambda: _attributed(rows, frozenset(makers)))

    async def _made_by(
        self, look: Look, kind: TraceKind, makers: Sequence[str], most: int
    ) -> list[MadeRow]:
        rows: list[MadeRow] = []
        for some in _in_parts(makers, _MOST_MAKERS):
            if len(rows) >= most:
                look.cut(kind)
                break
            page = partial(self._traces.made_by, kind, some)
            found = await self._list(look, kind, page, most - len(rows), len(rows))
            if found is None:
                break
            rows += found.keys
            if not found.whole:
                look.cut(kind)
                break
        return rows


def _attributed(
    rows: dict[TraceKind, list[MadeRow]], makers: AbstractSet[str]
) -> tuple[MadeRecord, ...]:
    """The rows that name one of `makers`, each once. Others are dropped: a store that does not
    filter answers every question with every record."""
    return tuple(
        MadeRecord(kind, row.id, row.created_by, row.created_at)
        for kind, some in rows.items()
        for row in sorted(
            {row.id: row for row in some}.values(), key=lambda row: (row.created_at, row.id)
        )
        if row.created_by is not None and row.created_by in makers
    )


def _newer(
    invites: KeyList[OpenInvite] | None, look: Look, since: datetime | None
) -> tuple[OpenInvite, ...]:
    if invites is None:
        return ()
    newer = tuple(one for one in invites.keys if is_later(one.created_at, since))
    if _may_go_on(invites, len(newer)):
        look.cut(TraceKind.INVITES)
    return newer


def _may_go_on(found: KeyList[JoinedPerson] | KeyList[OpenInvite], newer: int) -> bool:
    """Whether those not read may be newer than the key, as `newer` of `found` are: not if older
    ones were read behind them, by a store that puts the newest first."""
    if found.whole:
        return False
    moments = [one.created_at for one in found.keys]
    return newer == len(moments) or any(map(lt, moments, moments[1:]))


async def _sendable(ids: Collection[str]) -> list[str]:
    """Those that may stand in an address."""
    return await _computed(len(ids), lambda: list(filter(tokens.is_id, ids)))


async def _computed(many: int, work: Callable[[], T]) -> T:
    """What `work` gives for so many records: on a thread, unless they are so few that the way there
    takes longer."""
    return work() if many <= _FEW else await asyncio.to_thread(work)


def _in_parts(ids: Sequence[str], size: int) -> list[Sequence[str]]:
    return [ids[start : start + size] for start in range(0, len(ids), size)]


def _first(several: BaseExceptionGroup[ConsoleError]) -> ConsoleError:
    """The first failure in a group, or in a group of a group."""
    first = several.exceptions[0]
    return _first(first) if isinstance(first, BaseExceptionGroup) else first
