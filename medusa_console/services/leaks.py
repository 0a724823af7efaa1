"""The leak desk: which key of which store a found key is, and its revoke with proof.

What it must never do: send a key, whole or shortened, to a store whose list does not hold it (but
for one that the user asks by name); use a leaked key for anything but the identity check; call a
living key dead.
"""

from __future__ import annotations

import asyncio
import logging
import math
import uuid
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from pydantic import SecretStr

from medusa_console.domain.api_key import ApiKey, KeyType, StateKind
from medusa_console.domain.errors import (
    ConsoleError,
    Forbidden,
    JournalUnavailable,
    NotFound,
    ReadOnly,
    Refused,
    SignInNeeded,
)
from medusa_console.domain.leak_answers import (
    Accepted,
    Case,
    Doubt,
    Finding,
    KeyAnswer,
    Proof,
    ProofState,
    RefusedKey,
    StoreAnswer,
    WhyNot,
)
from medusa_console.domain.leaks import FoundKey, Reading
from medusa_console.domain.pending_revoke import PendingRevoke
from medusa_console.domain.store import Store
from medusa_console.domain.tokens import Form
from medusa_console.ports import PendingRevokes
from medusa_console.services.key_proof import MOST_LISTED, KeyList
from medusa_console.services.session import SignedIn
from medusa_console.tasks import TaskScope
from medusa_console.topic import Topic

if TYPE_CHECKING:
    from medusa_console.services.store_services import StoreServices

log = logging.getLogger(__name__)

WAIT_FOR_LISTS: Final = 3.0
"""Seconds after which the lists that are in are compared; what a later one adds is asked about."""
_PAUSE = 2.0
_AT_ONCE = 4
_KEPT = 600.0
_LAST_PROOF = 15.0


@dataclass(frozen=True)
class DeskStore:
    """A store of the window; `services` while it is open."""

    store: Store
    services: StoreServices | None = None

    @property
    def signed_in(self) -> StoreServices | None:
        """The services, if an account is signed in."""
        services = self.services
        if services is not None and isinstance(services.session.state, SignedIn):
            return services
        return None


@dataclass
class _Life:
    """How long the proofs of one text may go on, in the clock's seconds."""

    ends_at: float = math.inf


class _Index:
    """The keys of one list, by what a found key shows."""

    def __init__(self, found: KeyList) -> None:
        self.list = found
        self.ids = frozenset(key.id for key in found.keys)
        self._by_form: dict[str, list[ApiKey]] = defaultdict(list)
        self._by_start: dict[str, list[ApiKey]] = defaultdict(list)
        for key in found.keys:
            self._by_form[key.redacted].append(key)
            self._by_start[key.redacted[:6]].append(key)

    def like(self, key: FoundKey) -> tuple[ApiKey, ...]:
        """The listed keys that `key` may be."""
        cut = key.form is Form.CUT
        near = self._by_start[key.shown[:6]] if cut else self._by_form[key.shown]
        return tuple(one for one in near if key.may_be(one))


class LeakDesk:
    """Looks for the keys of one text in all open stores.

    Topics: `begun` (another text, or none), `changed` (the id of a key of which a store says
    something new), `forgotten` (the keys have left memory; what was found stays).
    """

    def __init__(
        self,
        stores: Callable[[], Sequence[DeskStore]],
        journal: PendingRevokes,
        copied_ago: Callable[[SecretStr], float | None],
        tasks: TaskScope,
    ) -> None:
        """`stores` returns those of the window, in their order. `copied_ago` tells how many seconds
        ago this program put a key on the clipboard, None if it did not."""
        self._all_stores = stores
        self._journal = journal
        self._copied_ago = copied_ago
        self._tasks = tasks
        self._clock = tasks.clock
        self._reading: Reading | None = None
        self._run = tasks.part()
        self._cases: dict[str, Case] = {}
        self._lists: dict[str, _Index] = {}
        self._ids_before: dict[str, frozenset[str]] = {}
        self._awaited: set[str] = set()  # the addresses whose lists the comparison waits for
        self._compared = False
        self._touched_at = 0.0
        self._life = _Life()
        self._practising = False
        self._slots: dict[str, asyncio.Semaphore] = {}
        self.begun: Topic[None] = Topic()
        self.changed: Topic[str] = Topic()
        self.forgotten: Topic[None] = Topic()

    # What there is

    @property
    def reading(self) -> Reading | None:
        """What was read last, without the keys themselves once they are forgotten."""
        return self._reading

    @property
    def cases(self) -> tuple[Case, ...]:
        """One for each found key, in the order of the text."""
        return tuple(self._cases.values())

    def case(self, key_id: str) -> Case | None:
        """The case of one found key, as it is now."""
        return self._cases.get(key_id)

    @property
    def stores(self) -> tuple[DeskStore, ...]:
        """The stores that can be asked: each address once; while practising, the demo store."""
        once: dict[str, DeskStore] = {}
        for entry in self._all_stores():
            if entry.store.is_demo or not self._practising:
                known = once.get(entry.store.origin)
                if known is None or (known.signed_in is None and entry.signed_in is not None):
                    once[entry.store.origin] = entry
        return tuple(once.values())

    @property
    def practising(self) -> bool:
        """Whether only the demo store can be asked or changed."""
        return self._practising

    # Begin and end

    def begin(self, reading: Reading, *, practice: bool = False) -> None:
        """Look for the keys of `reading` in all stores; the keys of the text before are forgotten.
        With `practice`, only the demo store can be asked or changed until the next `begin`."""
        self._end()
        self._practising = practice
        self._reading = reading
        self._touched_at = self._clock.seconds()
        secrets = [key for key in reading.keys if key.type is KeyType.SECRET]
        alone = len(secrets) == 1 and reading.key_count == len(reading.keys)
        entries = self.stores
        for key in reading.keys:
            ago = self._copied_ago(key.secret) if key.secret is not None else None
            answers = tuple(StoreAnswer(entry.store, _before(entry)) for entry in entries)
            single = alone and key.type is KeyType.SECRET
            self._cases[key.id] = Case(key, answers, ago, single, self._clock.seconds())
        self.begun.announce(None)
        if reading.keys:
            signed_in = [entry for entry in entries if entry.signed_in is not None]
            self._awaited = {entry.store.origin for entry in signed_in}
            for entry in signed_in:
                self._run.start(self._list(entry), replacing=f"list {entry.store.origin}")
            self._run.start(self._compare_in_time())
        self._run.start(self._keep())

    def clear(self) -> None:
        """Forget text, keys and what was found. A revoke under way ends with its proof first."""
        self._end()
        self._practising = False
        self.begun.announce(None)

    def touch(self) -> None:
        """The user has done something here: keep the keys for another ten minutes."""
        self._touched_at = self._clock.seconds()

    def forget_keys(self) -> None:
        """Take the keys out of memory; what was found stays. A proof that is under way goes on for
        at most 15 s."""
        reading = self._reading
        if reading is None or all(key.secret is None for key in reading.keys):
            return
        self._reading = replace(reading, keys=tuple(map(_without_secret, reading.keys)))
        for key_id, case in self._cases.items():
            self._cases[key_id] = replace(case, key=_without_secret(case.key))
        self._life.ends_at = self._clock.seconds() + _LAST_PROOF
        self.forgotten.announce(None)

    def _end(self) -> None:
        old, self._run = self._run, self._tasks.part()
        old.close()
        self.forget_keys()
        self._reading = None
        self._cases = {}
        self._life = _Life()
        self._ids_before |= {origin: index.ids for origin, index in self._lists.items()}
        self._lists = {}
        self._compared = False

    async def _keep(self) -> None:
        while (left := self._touched_at + _KEPT - self._clock.seconds()) > 0:
            await self._clock.sleep(left)
        self.forget_keys()

    # Which key is it?

    async def _compare_in_time(self) -> None:
        await self._clock.sleep(WAIT_FOR_LISTS)
        self._compare_all()

    def _compare_all(self) -> None:
        """Present each key to the one store that lists it; where several do, the user picks."""
        if self._compared:
            return
        self._compared = True
        for key_id, case in tuple(self._cases.items()):
            listed = [answer for answer in case.answers if answer.finding is Finding.LISTED]
            if len(listed) > 1:
                for answer in listed:
                    self._say(key_id, answer.store, why_not=WhyNot.SEVERAL_STORES)
            elif listed and listed[0].why_not is None:
                self.present(key_id, listed[0].store.id)

    def look_again(self, store_id: str) -> None:
        """List the keys of a store that was not signed in to, not reachable or in trouble. Nothing
        is presented by itself afterwards, where another store was compared already."""
        entry = self._entry(store_id)
        if self._reading is not None and entry is not None and entry.signed_in is not None:
            self._run.start(self._list(entry), replacing=f"list {entry.store.origin}")

    def read_on(self, store_id: str) -> None:
        """List the rest of a store that has more keys than were read."""
        entry = self._entry(store_id)
        if self._reading is not None and entry is not None and entry.signed_in is not None:
            index = self._lists.get(entry.store.origin)
            most = MOST_LISTED if index is None else index.list.count + MOST_LISTED
            self._run.start(self._list(entry, most), replacing=f"list {entry.store.origin}")

    async def _list(self, entry: DeskStore, most: int = MOST_LISTED) -> None:
        services = entry.signed_in
        if services is None:
            return
        store = entry.store
        self._say_of_all(store, finding=Finding.LISTING, error=None, read=0)
        try:
            found = await services.proof.list_keys(
                most, lambda read: self._say_of_all(store, read=read)
            )
            index = await asyncio.to_thread(_Index, found)
        except ConsoleError as error:
            log.info("listing keys for the leak desk: %s", type(error).__name__)
            self._say_of_all(store, finding=_failed(error), error=error)
        else:
            self._lists[store.origin] = index
            for key_id, case in tuple(self._cases.items()):
                self._compare(key_id, case.key, store, index)
        self._awaited.discard(store.origin)
        if not self._awaited:
            self._compare_all()

    def _compare(self, key_id: str, key: FoundKey, store: Store, index: _Index) -> None:
        like = index.like(key)
        why: WhyNot | None = None
        if not like:
            whole = index.list.whole
            finding = Finding.NOT_LISTED if whole else Finding.NOT_READ_TO_THE_END
        elif key.type is KeyType.PUBLISHABLE:
            finding = Finding.PUBLISHABLE if key.form is Form.WHOLE else Finding.CANDIDATES
        elif key.form is not Form.WHOLE:
            finding = Finding.CANDIDATES
        else:
            finding = Finding.LISTED
            if self._compared:
                why = WhyNot.LATE
            elif store.origin in self._ids_before and not any(
                one.id in self._ids_before[store.origin] for one in like
            ):
                why = WhyNot.NEW_RECORD
        self._say(key_id, store, finding=finding, records=like, why_not=why, as_of=index.list.as_of)

    def present(self, key_id: str, store_id: str) -> None:
        """Present one key to one store: the only one that lists it, or the one that the user
        named."""
        case, entry = self._cases.get(key_id), self._entry(store_id)
        if case is None or case.key.secret is None or case.key.type is not KeyType.SECRET:
            return
        if entry is None or (services := entry.signed_in) is None:
            return
        self._say(key_id, entry.store, finding=Finding.ASKING, why_not=None, error=None)
        self._run.start(
            self._present(case.key, entry.store, services),
            replacing=f"present {key_id} {entry.store.origin}",
        )

    async def _present(self, key: FoundKey, store: Store, services: StoreServices) -> None:
        async with self._slot(store):
            said = await services.proof.present(key)
            if isinstance(said, Accepted):
                self._accepted(key, store, said)
                return
            if isinstance(said, RefusedKey):
                trouble = await services.proof.accepts_us()
                if trouble is None:
                    self._refused(key, store)
                    return
                said = trouble
        self._say(key.id, store, finding=_unanswered(said), error=said)

    def _accepted(self, key: FoundKey, store: Store, said: Accepted) -> None:
        index = self._lists.get(store.origin)
        like = index.like(key) if index is not None else ()
        this = tuple(one for one in like if one.id == said.key_id)
        self._say(
            key.id,
            store,
            finding=Finding.THIS_KEY if this else Finding.ACCEPTED,
            records=this or like,
            accepted_at=said.at,
            named=said.key_id,
            error=None,
        )

    def _refused(self, key: FoundKey, store: Store) -> None:
        index = self._lists.get(store.origin)
        if index is None:
            self._say(key.id, store, finding=Finding.REFUSED)
            return
        like = index.like(key)
        now = index.list.as_of
        revoked = tuple(one for one in like if one.state(now).kind is StateKind.REVOKED)
        if revoked:
            self._say(key.id, store, finding=Finding.REVOKED_ALIKE, records=revoked)
        else:
            self._say(key.id, store, finding=Finding.ANOTHER_KEY, records=like)

    # Revoke and prove

    async def revoke(self, key_id: str, store_id: str, record_id: str) -> Proof | None:
        """Revoke that record of that store, and prove that the found key is dead there.

        Ends with the first result: dead, not proven, or still working; where it is not proven, the
        proof is tried again in the background, ten times. None if there is no such record to
        revoke. Never raises a ConsoleError: it stands in the proof.
        """
        case, entry = self._cases.get(key_id), self._entry(store_id)
        if case is None or entry is None or (services := entry.signed_in) is None:
            return None
        answer = self._answer(case, entry.store)
        record = next((one for one in answer.records if one.id == record_id), None)
        if record is None or answer.finding not in _REVOCABLE:
            return None
        return await services.writes.once(
            f"prove {key_id} {record_id}",
            lambda: self._revoke(case.key, entry.store, services, record),
        )

    async def _revoke(
        self, key: FoundKey, store: Store, services: StoreServices, record: ApiKey
    ) -> Proof:
        proof = self._prove(key.id, store, Proof(ProofState.REVOKING, record))
        line = PendingRevoke(
            uuid.uuid4().hex,
            store.origin,
            services.session.user_id,
            record.id,
            record.title,
            record.redacted,
            services.clock.now(),
        )
        try:
            await self._journal.write(line)
        except JournalUnavailable:
            # A living key is worse than a revoke that the next start does not know of.
            log.warning("a revoke could not be written down")
            proof = replace(proof, unwritten=True)
        proof = await self._revoke_record(services, proof)
        if proof.state is ProofState.PROVING:
            proof = self._prove(key.id, store, proof)
            proof = (
                await self._try(key, services, proof)
                if key.secret is not None
                else replace(proof, state=ProofState.BY_RECORD)
            )
        self._prove(key.id, store, proof)
        if proof.running:
            again = self._try_again(key, store, services, proof, line.id, self._life)
            self._tasks.start(again)
        elif proof.state in _SETTLED or isinstance(proof.error, Refused | ReadOnly):
            await self._settle(line.id)
        return proof

    async def _revoke_record(self, services: StoreServices, proof: Proof) -> Proof:
        """Revoke the record and read it again. A record that is gone cannot let a key in."""
        record = proof.record
        try:
            record = await services.keys.revoke(record.id)
            answer = await services.keys.get(record.id)
        except NotFound:
            return replace(proof, state=ProofState.PROVING, at=services.clock.now())
        except ConsoleError as error:
            return replace(proof, state=ProofState.NOT_REVOKED, error=error)
        if answer.value.state(answer.as_of).kind is not StateKind.REVOKED:
            return replace(proof, state=ProofState.NOT_REVOKED, doubt=Doubt.NOT_SHOWN)
        return replace(
            proof, state=ProofState.PROVING, record=answer.value, at=answer.value.revoked_at
        )

    async def _try(self, key: FoundKey, services: StoreServices, proof: Proof) -> Proof:
        """Present the key twice, and our own session between: only that order tells a dead key
        from a store that refuses everybody for a moment (contract, quirk 25)."""
        tried = replace(proof, tries=proof.tries + 1, doubt=None, error=None)
        first = await services.proof.present(key)
        if not isinstance(first, RefusedKey):
            return _not_dead(tried, first)
        if (trouble := await services.proof.accepts_us()) is not None:
            return replace(
                tried, state=ProofState.NOT_PROVEN, doubt=Doubt.OUR_SESSION, error=trouble
            )
        second = await services.proof.present(key)
        if not isinstance(second, RefusedKey):
            return _not_dead(tried, second)
        return replace(tried, state=ProofState.DEAD, at=second.at)

    async def _try_again(
        self,
        key: FoundKey,
        store: Store,
        services: StoreServices,
        proof: Proof,
        line_id: str,
        life: _Life,
    ) -> None:
        while proof.running:
            await self._clock.sleep(_PAUSE)
            if self._clock.seconds() > life.ends_at:
                proof = replace(proof, doubt=Doubt.KEY_GONE)
            else:
                proof = await self._try(key, services, proof)
            self._prove(key.id, store, proof)
        if proof.state is ProofState.DEAD:
            await self._settle(line_id)

    async def _settle(self, line_id: str) -> None:
        try:
            await self._journal.remove(line_id)
        except JournalUnavailable:
            log.warning("the line of a proven revoke could not be removed")

    # Small parts

    def _entry(self, store_id: str) -> DeskStore | None:
        return next((entry for entry in self.stores if entry.store.id == store_id), None)

    def _slot(self, store: Store) -> asyncio.Semaphore:
        return self._slots.setdefault(store.origin, asyncio.Semaphore(_AT_ONCE))

    def _answer(self, case: Case, store: Store) -> StoreAnswer:
        return next(answer for answer in case.answers if answer.store.id == store.id)

    def _prove(self, key_id: str, store: Store, proof: Proof) -> Proof:
        self._say(key_id, store, proof=proof)
        return proof

    def _say_of_all(self, store: Store, **changes: object) -> None:
        for key_id in tuple(self._cases):
            self._say(key_id, store, **changes)

    def _say(self, key_id: str, store: Store, **changes: object) -> None:
        """Note what `store` says of a key. A store that was added meanwhile comes last."""
        case = self._cases.get(key_id)
        if case is None:  # another text is being looked at
            return
        answers = list(case.answers)
        place = [answer.store.id for answer in answers]
        if store.id not in place:
            answers.append(StoreAnswer(store, Finding.LISTING))
            place.append(store.id)
        number = place.index(store.id)
        new = replace(answers[number], **changes)  # type: ignore[arg-type]  # names of its fields
        if new != answers[number]:
            answers[number] = new
            self._cases[key_id] = replace(case, answers=tuple(answers), since=self._clock.seconds())
            self.changed.announce(key_id)


_REVOCABLE = {Finding.THIS_KEY, Finding.ACCEPTED, Finding.CANDIDATES, Finding.PUBLISHABLE}
_SETTLED = {ProofState.DEAD, ProofState.BY_RECORD}


def _before(entry: DeskStore) -> Finding:
    return Finding.LISTING if entry.signed_in is not None else Finding.NOT_SIGNED_IN


def _failed(error: ConsoleError) -> Finding:
    match error:
        case Forbidden():
            return Finding.CANNOT_LIST
        case SignInNeeded():
            return Finding.NOT_SIGNED_IN
        case _:
            return Finding.UNREACHABLE


def _unanswered(error: ConsoleError) -> Finding:
    return Finding.NOT_SIGNED_IN if isinstance(error, SignInNeeded) else Finding.IN_TROUBLE


def _not_dead(proof: Proof, said: KeyAnswer) -> Proof:
    if isinstance(said, Accepted):
        return replace(proof, state=ProofState.STILL_WORKS, at=said.at)
    error = said if isinstance(said, ConsoleError) else None
    return replace(proof, state=ProofState.NOT_PROVEN, doubt=Doubt.NO_ANSWER, error=error)


def _without_secret(key: FoundKey) -> FoundKey:
    return replace(key, secret=None)
