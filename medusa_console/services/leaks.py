"""The leak desk: which key of which store a found key is; its revoke is in leak_revokes.

What it must never do: send a key, whole or shortened, to a store whose list does not hold it (but
for one that the user asks by name); use a leaked key for anything but the identity check; call a
living key dead.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING, Final

from pydantic import SecretStr

from medusa_console.domain.api_key import ApiKey, KeyType, StateKind
from medusa_console.domain.errors import (
    ConsoleError,
    Forbidden,
    NotFound,
    NotMedusa,
    SignInNeeded,
    Unreachable,
    UntrustedCertificate,
)
from medusa_console.domain.leak_answers import (
    Accepted,
    Case,
    Finding,
    Proof,
    RefusedKey,
    StoreAnswer,
    WhyNot,
)
from medusa_console.domain.leaks import FoundKey, Reading
from medusa_console.domain.pending_revoke import Left, PendingRevoke
from medusa_console.domain.store import Store
from medusa_console.domain.tokens import Form
from medusa_console.ports import PendingRevokes
from medusa_console.services.key_proof import MOST_LISTED, KeyList, alike
from medusa_console.services.leak_revokes import LeakRevokes, Proving
from medusa_console.services.session import Expired, SignedIn
from medusa_console.tasks import TaskScope
from medusa_console.topic import Topic

if TYPE_CHECKING:
    from medusa_console.services.store_services import StoreServices

log = logging.getLogger(__name__)

WAIT_FOR_LISTS: Final = 3.0
"""Seconds after which the lists that are in are compared; what a later one adds is asked about."""
_AT_ONCE = 4
_KEPT = 600.0
_MOST_READ_AGAIN = 20
_IN_A_ROW = 50


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


@dataclass(frozen=True)
class _Listed:
    """What is kept of a store's list: all ids, those of the secret keys that worked, and what looks
    like each found key."""

    ids: frozenset[str]
    working: frozenset[str]
    alike: dict[str, tuple[ApiKey, ...]]
    whole: bool
    as_of: datetime


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
        self._copied_ago = copied_ago
        self._tasks = tasks
        self._clock = tasks.clock
        self._revokes = LeakRevokes(
            journal, tasks, self._services_at, self._waits_for_password, self._tell
        )
        self._reading: Reading | None = None
        self._run = tasks.part()
        self._asking = tasks.part()  # holds keys, so it ends when they are forgotten
        self._cases: dict[str, Case] = {}
        self._lists: dict[str, _Listed] = {}
        self._ids_before: dict[str, frozenset[str]] = {}
        self._awaited: set[str] = set()  # the addresses whose lists the comparison waits for
        self._compared = False
        self._touched_at = 0.0
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
        entries = self._every_store()
        return tuple(one for one in entries if one.store.is_demo or not self._practising)

    def working_secrets(self, store_id: str) -> frozenset[str] | None:
        """The ids of the secret keys of a store that worked when they were listed; None if the list
        was not read to its end."""
        entry = self._entry(store_id)
        listed = self._lists.get(entry.store.origin) if entry is not None else None
        return listed.working if listed is not None and listed.whole else None

    @property
    def practising(self) -> bool:
        """Whether only the demo store can be asked or changed."""
        return self._practising

    @property
    def proving(self) -> bool:
        """Whether a revoke is under way, or its proof, of this text or of an earlier one."""
        return bool(self._revokes.under_way)

    # Begin and end

    def begin(self, reading: Reading, *, practice: bool = False) -> None:
        """Look for the keys of `reading` in all stores; the keys of the text before are forgotten.
        With `practice`, only the demo store can be asked or changed until the next `begin`."""
        self._end()
        self._practising = practice
        self._reading = reading
        self._touched_at = self._clock.seconds()
        secrets = [key for key in reading.keys if key.type is KeyType.SECRET]
        everything = reading.key_count == len(reading.keys) and not reading.stopped
        entries = self.stores
        for key in reading.keys:
            ago = self._copied_ago(key.secret) if key.secret is not None else None
            answers = tuple(self._first_answer(key, entry) for entry in entries)
            alone = everything and secrets == [key]
            self._cases[key.id] = Case(key, answers, ago, alone, self._clock.seconds())
        self.begun.announce(None)
        if reading.keys:
            signed_in = [entry for entry in entries if entry.signed_in is not None]
            self._awaited = {entry.store.origin for entry in signed_in}
            for entry in signed_in:
                self._run.start(
                    self._list(entry, MOST_LISTED), replacing=f"list {entry.store.origin}"
                )
            self._run.start(self._compare_in_time(), replacing="compare")
        self._run.start(self._keep())

    def _first_answer(self, key: FoundKey, entry: DeskStore) -> StoreAnswer:
        """What a proof that is under way has found, or nothing yet."""
        if (known := self._revokes.take_over(key, entry.store.origin)) is not None:
            return replace(known, store=entry.store)
        before = Finding.LISTING if entry.signed_in is not None else Finding.NOT_SIGNED_IN
        return StoreAnswer(entry.store, before)

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
        self._asking.close()
        self._asking = self._tasks.part()
        self._revokes.end_soon()
        reading = self._reading
        if reading is None or all(key.secret is None for key in reading.keys):
            return
        self._reading = replace(reading, keys=tuple(map(_without_secret, reading.keys)))
        for key_id, case in tuple(self._cases.items()):
            self._cases[key_id] = replace(case, key=_without_secret(case.key))
            for answer in case.answers:
                if answer.finding is Finding.ASKING:
                    back = Finding.LISTED if answer.records else Finding.CANNOT_LIST
                    self._say(key_id, answer.store, finding=back)
        self.forgotten.announce(None)

    def _end(self) -> None:
        self._run.close()
        self._run = self._tasks.part()
        self.forget_keys()
        self._reading = None
        self._cases = {}
        self._ids_before |= {origin: listed.ids for origin, listed in self._lists.items()}
        self._lists = {}
        self._awaited = set()
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
        if self._compared or not (self._lists or self._awaited):
            return  # nothing to compare: the first list to come is no late one
        self._compared = True
        for key_id, case in tuple(self._cases.items()):
            listed = [answer for answer in case.answers if answer.finding is Finding.LISTED]
            taken = any(answer.accepted_at is not None for answer in case.answers)
            if len(listed) > 1 or (listed and taken):
                for answer in listed:
                    self._say(key_id, answer.store, why_not=WhyNot.SEVERAL_STORES)
            elif listed and listed[0].why_not is None:
                self.present(key_id, listed[0].store.id)

    def look_again(self, store_id: str) -> None:
        """List the keys of a store that was not signed in to, not reachable or in trouble. A key
        that was presented there without an answer is presented again; any other only if the user
        asks for it, where the stores were compared already."""
        entry = self._entry(store_id)
        if self._reading is not None and entry is not None and entry.signed_in is not None:
            self._run.start(self._list(entry, MOST_LISTED), replacing=f"list {entry.store.origin}")
            if not self._compared:
                self._run.start(self._compare_in_time(), replacing="compare")

    def read_on(self, store_id: str) -> None:
        """List another 20,000 keys of a store that has more than were read."""
        entry = self._entry(store_id)
        if self._reading is not None and entry is not None and entry.signed_in is not None:
            listed = self._lists.get(entry.store.origin)
            most = MOST_LISTED + (0 if listed is None else len(listed.ids))
            self._run.start(self._list(entry, most), replacing=f"list {entry.store.origin}")

    async def _list(self, entry: DeskStore, most: int) -> None:
        services, store = entry.signed_in, entry.store
        if services is None:
            return
        if not self._compared:
            self._awaited.add(store.origin)
        self._say_of_open(store, finding=Finding.LISTING, error=None, read=0)
        try:
            found = await services.proof.list_keys(most, partial(self._say_read, store))
            keys = tuple(case.key for case in self._cases.values())
            listed = await asyncio.to_thread(_compare_with, found, keys)
        except ConsoleError as error:
            log.info("listing keys for the leak desk: %s", type(error).__name__)
            self._say_of_open(store, finding=_failed(error), error=error)
        except Exception:
            self._say_of_open(store, finding=Finding.IN_TROUBLE)
            if self._services_at(store.origin) is services:
                raise  # otherwise the store was closed meanwhile
        else:
            self._lists[store.origin] = listed
            for number, key_id in enumerate(tuple(self._cases)):
                self._compare(key_id, store, listed)
                if number % _IN_A_ROW == _IN_A_ROW - 1:
                    await asyncio.sleep(0)  # the window has its turn
        self._awaited.discard(store.origin)
        if not self._awaited:
            self._compare_all()

    def _say_read(self, store: Store, read: int) -> None:
        # At every page, so not of a thousand keys.
        if len(self._cases) <= _IN_A_ROW:
            self._say_of_open(store, read=read)

    def _compare(self, key_id: str, store: Store, listed: _Listed) -> None:
        case = self._cases[key_id]
        answer, like = self._answer(case, store), listed.alike.get(key_id, ())
        if not _open(answer) and answer.finding not in _LISTED:
            return
        key, why = case.key, answer.why_not
        if not like:
            finding = Finding.NOT_LISTED if listed.whole else Finding.NOT_READ_TO_THE_END
        elif key.form is not Form.WHOLE:
            finding = Finding.CANDIDATES
        elif key.type is KeyType.PUBLISHABLE:
            # Without its token, a record only looks the same in the redacted form.
            exact = tuple(one for one in like if one.token is not None)
            finding, like = (Finding.PUBLISHABLE, exact) if exact else (Finding.CANDIDATES, like)
        else:
            finding = Finding.LISTED
            if self._compared and answer.finding is not Finding.LISTED:
                why = WhyNot.LATE
            elif self._is_new(store, like):
                why = WhyNot.NEW_RECORD
        self._say(key_id, store, finding=finding, records=like, why_not=why, as_of=listed.as_of)
        if finding is Finding.LISTED and answer.presented:
            self.present(key_id, store.id)

    def _is_new(self, store: Store, like: tuple[ApiKey, ...]) -> bool:
        """Whether none of `like` was in this run's earlier list. The demo store cannot lie in wait
        for a key, and what practice makes there is new each time."""
        before = self._ids_before.get(store.origin)
        return before is not None and not store.is_demo and before.isdisjoint(k.id for k in like)

    def present(self, key_id: str, store_id: str) -> None:
        """Present one key to one store: the only one that lists it, or the one that the user
        named. Does nothing where that is not allowed: see StoreAnswer.askable."""
        case, entry = self._cases.get(key_id), self._entry(store_id)
        if case is None or case.key.secret is None or case.key.type is not KeyType.SECRET:
            return
        if entry is None or (services := entry.signed_in) is None:
            return
        if not self._answer(case, entry.store).askable:
            return
        self._say(
            key_id, entry.store, finding=Finding.ASKING, why_not=None, error=None, presented=True
        )
        self._asking.start(self._present(case.key, entry.store, services))

    async def _present(self, key: FoundKey, store: Store, services: StoreServices) -> None:
        try:
            async with self._slots.setdefault(store.origin, asyncio.Semaphore(_AT_ONCE)):
                await self._ask(key, store, services)
        except Exception:
            self._say(key.id, store, finding=Finding.IN_TROUBLE)
            if self._services_at(store.origin) is services:
                raise  # otherwise the store was closed meanwhile

    async def _ask(self, key: FoundKey, store: Store, services: StoreServices) -> None:
        said = await services.proof.present(key)
        if isinstance(said, Accepted):
            self._accepted(key.id, store, said)
        elif not isinstance(said, RefusedKey):
            self._say(key.id, store, finding=_unanswered(said), error=said)
        elif (trouble := await services.proof.accepts_us()) is None:
            await self._refused(key.id, store, services)
        else:
            finding = _failed(trouble)
            if finding is Finding.CANNOT_LIST:
                finding = Finding.IN_TROUBLE
            self._say(key.id, store, finding=finding, error=trouble)

    def _accepted(self, key_id: str, store: Store, said: Accepted) -> None:
        like = self._answer(self._cases[key_id], store).records
        this = tuple(one for one in like if one.id == said.key_id)
        self._say(
            key_id,
            store,
            finding=Finding.THIS_KEY if this else Finding.ACCEPTED,
            records=this or like,
            accepted_at=said.at,
            named=said.key_id,
            error=None,
        )
        self._distrust(key_id)

    async def _refused(self, key_id: str, store: Store, services: StoreServices) -> None:
        """Tell another key from one that was revoked or deleted since the list was read."""
        like = self._answer(self._cases[key_id], store).records
        if not like:
            self._say(key_id, store, finding=Finding.REFUSED)
            return
        revoked: list[ApiKey] = []
        others: list[ApiKey] = []
        try:
            for one in like[:_MOST_READ_AGAIN]:
                record, now = one, services.clock.latest()
                if one.state(now).works:
                    try:
                        answer = await services.keys.get(one.id)
                    except NotFound:
                        continue
                    record, now = answer.value, answer.as_of
                dead = record.state(now).kind is StateKind.REVOKED
                (revoked if dead else others).append(record)
        except ConsoleError as error:
            self._say(key_id, store, finding=_failed(error), error=error)
            return
        if revoked:
            finding, like = Finding.REVOKED_ALIKE, tuple(revoked)
        else:
            finding, like = Finding.ANOTHER_KEY if others else Finding.NOT_LISTED, tuple(others)
        self._say(key_id, store, finding=finding, records=like)
        self._distrust(key_id)

    def _distrust(self, key_id: str) -> None:
        """Believe no refusal by a copy of the store that named the record: ids are never given
        twice, so what refuses the key there stands in front of the copy."""
        answers = self._cases[key_id].answers
        named = {answer.named for answer in answers if answer.named}
        for answer in answers:
            if answer.finding is Finding.ANOTHER_KEY and named & {one.id for one in answer.records}:
                self._say(key_id, answer.store, finding=Finding.IN_TROUBLE)

    # Revoke and prove

    async def revoke(self, key_id: str, store_id: str, record_id: str) -> Proof | None:
        """Revoke that record of that store, and prove that the found key is dead there.

        Ends with the first result: dead, not proven, or still working; where it is not proven, the
        proof is tried again in the background, ten times. None if there is no such record that may
        be revoked: see StoreAnswer.revocable. Never raises a ConsoleError: it stands in the proof.
        """
        proving, services = self._to_revoke(key_id, store_id, record_id)
        if proving is None or services is None:
            return None
        return await self._revokes.revoke(proving, services)

    def _to_revoke(
        self, key_id: str, store_id: str, record_id: str
    ) -> tuple[Proving | None, StoreServices | None]:
        case, entry = self._cases.get(key_id), self._entry(store_id)
        if case is None or entry is None:
            return None, None
        answer = self._answer(case, entry.store)
        known = answer.revocable
        if answer.proof is not None and answer.proof.record.id == record_id and answer.under_way:
            known = (answer.proof.record,)  # joins the revoke that is under way
        record = next((one for one in known if one.id == record_id), None)
        if record is None:
            return None, None
        key = case.key if case.key.secret is not None else None
        return Proving(key_id, key, answer, record, key is not None), entry.signed_in

    async def left(self, services: StoreServices) -> tuple[PendingRevoke, ...]:
        """The account's revokes of earlier runs that were not proven, oldest first. Raises
        JournalUnavailable."""
        return await self._revokes.left(services)

    async def check_left(self, services: StoreServices, line: PendingRevoke) -> Left:
        """Read the record of such a line again, and settle the line if the record is revoked or
        gone. Raises what a read raises."""
        return await self._revokes.check_left(services, line)

    # Small parts

    def _every_store(self) -> tuple[DeskStore, ...]:
        once: dict[str, DeskStore] = {}
        for entry in self._all_stores():
            known = once.get(entry.store.origin)
            if known is None or (known.signed_in is None and entry.signed_in is not None):
                once[entry.store.origin] = entry
        return tuple(once.values())

    def _services_at(self, origin: str) -> StoreServices | None:
        found = (one.signed_in for one in self._every_store() if one.store.origin == origin)
        return next(found, None)

    def _waits_for_password(self, origin: str) -> bool:
        same = (one.services for one in self._every_store() if one.store.origin == origin)
        services = next(same, None)
        return services is not None and isinstance(services.session.state, Expired)

    def _entry(self, store_id: str) -> DeskStore | None:
        """The store that can be asked at the address of that entry of the list."""
        origins = {one.store.origin for one in self._all_stores() if one.store.id == store_id}
        return next((one for one in self.stores if one.store.origin in origins), None)

    def _as_edited(self, store: Store) -> Store:
        same = (entry.store for entry in self._every_store() if entry.store.origin == store.origin)
        return next(same, store)

    def _answer(self, case: Case, store: Store) -> StoreAnswer:
        """What the store of this address says; nothing yet if it was added meanwhile."""
        same = (one for one in case.answers if one.store.origin == store.origin)
        return next(same, StoreAnswer(store, Finding.NOT_SIGNED_IN))

    def _tell(self, key_id: str, told: StoreAnswer) -> None:
        self._say(key_id, told.store, proof=told.proof, accepted_at=told.accepted_at)

    def _say_of_open(self, store: Store, **changes: object) -> None:
        for key_id, case in tuple(self._cases.items()):
            if _open(self._answer(case, store)):
                self._say(key_id, store, **changes)

    def _say(self, key_id: str, store: Store, **changes: object) -> None:
        """Note what `store` says of a key. A store that was added meanwhile comes last."""
        case = self._cases.get(key_id)
        if case is None:  # another text is being looked at
            return
        answers = list(case.answers)
        place = [answer.store.origin for answer in answers]
        if store.origin not in place:
            answers.append(StoreAnswer(store, Finding.NOT_SIGNED_IN))
            place.append(store.origin)
        number = place.index(store.origin)
        changes["store"] = self._as_edited(store)
        new = replace(answers[number], **changes)  # type: ignore[arg-type]  # names of its fields
        if new != answers[number]:
            answers[number] = new
            self._cases[key_id] = replace(case, answers=tuple(answers), since=self._clock.seconds())
            self.changed.announce(key_id)


# A list answers, or answers anew, what was found so far; a key that was presented is beyond it.
_UNLISTED = {
    Finding.LISTING,
    Finding.NOT_LISTED,
    Finding.NOT_READ_TO_THE_END,
    Finding.CANNOT_LIST,
    Finding.NOT_SIGNED_IN,
    Finding.UNREACHABLE,
    Finding.IN_TROUBLE,
}
_LISTED = {Finding.LISTED, Finding.CANDIDATES, Finding.PUBLISHABLE}


def _open(answer: StoreAnswer) -> bool:
    settled = answer.accepted_at is not None or answer.proof is not None
    return answer.finding in _UNLISTED and not settled


def _compare_with(found: KeyList, keys: tuple[FoundKey, ...]) -> _Listed:
    ids = frozenset(key.id for key in found.keys)
    working = frozenset(
        key.id for key in found.keys if key.type is KeyType.SECRET and key.state(found.as_of).works
    )
    return _Listed(ids, working, alike(found.keys, keys), found.whole, found.as_of)


def _failed(error: ConsoleError) -> Finding:
    """What a request of our own session that fails says of the store."""
    match error:
        case Forbidden():
            return Finding.CANNOT_LIST
        case SignInNeeded():
            return Finding.NOT_SIGNED_IN
        case Unreachable() | UntrustedCertificate() | NotMedusa():
            return Finding.UNREACHABLE
        case _:
            return Finding.IN_TROUBLE


def _unanswered(error: ConsoleError) -> Finding:
    """What an answer to a key that is neither yes nor no says of the store. A 401 that is not
    Medusa's own says nothing of our session."""
    found = _failed(error)
    return found if found is Finding.UNREACHABLE else Finding.IN_TROUBLE


def _without_secret(key: FoundKey) -> FoundKey:
    return replace(key, secret=None)
