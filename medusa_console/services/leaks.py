"""The leak desk: which key of which store a found key is; its revoke is in leak_revokes.

What it must never do: send a key, whole or shortened, to a store whose list does not hold it (but
for one that the user asks by name); use a leaked key for anything but the identity check; call a
living key dead.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Final

from pydantic import SecretStr

from medusa_console.domain.api_key import ApiKey, KeyType, StateKind
from medusa_console.domain.errors import ConsoleError, NotFound
from medusa_console.domain.leak_answers import (
    Accepted,
    Case,
    Finding,
    Proof,
    RefusedKey,
    StoreAnswer,
    WhyNot,
    not_asked,
    not_listed,
)
from medusa_console.domain.leaks import FoundKey, Reading
from medusa_console.domain.store import Store
from medusa_console.domain.tokens import Form
from medusa_console.ports import PendingRevokes
from medusa_console.services.desk_stores import DeskStore, DeskStores
from medusa_console.services.key_proof import MOST_LISTED, Listed, compare
from medusa_console.services.leak_cases import LeakCases
from medusa_console.services.leak_revokes import LeakRevokes, Proving
from medusa_console.services.leak_steps import control, present
from medusa_console.services.revoke_lines import RevokeLines
from medusa_console.services.taken_proofs import TakenProofs
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
# For fewer pairs, which take about a millisecond, a thread costs more than it saves the window's.
_COMPARED_AT_ONCE = 1_000


class LeakDesk:
    """Looks for the keys of one text in all open stores. `lines` are what the next start tells of
    its revokes, `taken` the proofs that the user has copied or saved.

    Topics: `begun` (another text, or none), `changed` (the id of a key of which a store says
    something new), `forgotten` (the keys have left memory; what was found stays), `forgetting` (no
    key is to stay in memory; also where the desk holds none).
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
        self._stores = DeskStores(stores)
        self._copied_ago = copied_ago
        self._tasks = tasks
        self._clock = tasks.clock
        self._cases = LeakCases(self._stores.as_edited, tasks.clock)
        self.lines = RevokeLines(journal)
        self._revokes = LeakRevokes(self.lines, tasks, self._stores, self._tell)
        self.taken = TakenProofs()
        self._reading: Reading | None = None
        self._run = tasks.part()
        self._asking = tasks.part()  # holds keys, so it ends when they are forgotten
        self._lists: dict[str, Listed] = {}
        self._ids_before: dict[str, frozenset[str]] = {}
        self._awaited: set[str] = set()  # the addresses whose lists the comparison waits for
        self._compared = self._overdue = False
        self._touched_at = 0.0
        self._slots: dict[str, asyncio.Semaphore] = {}
        self.begun: Topic[None] = Topic()
        self.changed = self._cases.changed
        self.forgotten: Topic[None] = Topic()
        self.forgetting: Topic[None] = Topic()

    # What there is

    @property
    def reading(self) -> Reading | None:
        """What was read last, without the keys themselves once they are forgotten."""
        return self._reading

    @property
    def cases(self) -> tuple[Case, ...]:
        """One for each found key, in the order of the text."""
        return self._cases.all

    def case(self, key_id: str) -> Case | None:
        """The case of one found key, as it is now."""
        return self._cases.get(key_id)

    @property
    def stores(self) -> tuple[DeskStore, ...]:
        """The stores that can be asked: each address once; while practising, the demo store."""
        return self._stores.to_ask

    @property
    def all_stores(self) -> tuple[DeskStore, ...]:
        """All stores of the window, also while practising: each address once."""
        return self._stores.every

    def working_secrets(self, store_id: str) -> frozenset[str] | None:
        """The ids of the secret keys of a store that worked when they were listed; None if the list
        was not read to its end."""
        entry = self._stores.entry(store_id)
        listed = self._lists.get(entry.store.origin) if entry is not None else None
        return listed.working if listed is not None and listed.whole else None

    @property
    def practising(self) -> bool:
        """Whether only the demo store can be asked or changed."""
        return self._stores.practising

    @property
    def proving(self) -> bool:
        """Whether a revoke is under way, or its proof, of this text or of an earlier one."""
        return bool(self._revokes.under_way)

    # Begin and end

    def begin(self, reading: Reading, *, practice: bool = False) -> None:
        """Look for the keys of `reading` in all stores; the keys of the text before are forgotten.
        With `practice`, only the demo store can be asked or changed until the next `begin`."""
        self._end()
        self._stores.practising = practice
        self._reading = reading
        self._touched_at = self._clock.seconds()
        secrets = [key for key in reading.keys if key.type is KeyType.SECRET]
        everything = reading.key_count == len(reading.keys) and not reading.stopped
        entries = self.stores
        for key in reading.keys:
            ago = self._copied_ago(key.secret) if key.secret is not None else None
            answers = tuple(self._first_answer(key, entry) for entry in entries)
            alone = everything and secrets == [key]
            self._cases.add(key, answers, ago, alone=alone)
        self.begun.announce(None)
        if reading.keys:
            signed_in = [entry for entry in entries if entry.signed_in is not None]
            self._awaited = {entry.store.origin for entry in signed_in}
            for entry in signed_in:
                self._run.start(
                    self._list(entry, MOST_LISTED), replacing=f"list {entry.store.origin}"
                )
            self._run.start(self._compare_in_time())
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
        self._stores.practising = False
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
        self.forgetting.announce(None)
        reading = self._reading
        if reading is None or all(key.secret is None for key in reading.keys):
            return
        self._reading = replace(reading, keys=tuple(map(_without_secret, reading.keys)))
        self._cases.forget_keys()
        self.forgotten.announce(None)

    def _end(self) -> None:
        self._run.close()
        self._run = self._tasks.part()
        self.forget_keys()
        self._reading = None
        self._cases.clear()
        self.taken.forget()
        for entry in self._stores.every:
            if entry.services is not None:
                entry.services.looks.forget()
        self._ids_before |= {origin: listed.ids for origin, listed in self._lists.items()}
        self._lists = {}
        self._awaited = set()
        self._compared = self._overdue = False

    async def _keep(self) -> None:
        while (left := self._touched_at + _KEPT - self._clock.seconds()) > 0:
            await self._clock.sleep(left)
        self.forget_keys()

    # Which key is it?

    async def _compare_in_time(self) -> None:
        await self._clock.sleep(WAIT_FOR_LISTS)
        self._overdue = True
        self._compare_all()

    def _compare_all(self) -> None:
        """Present each key to the one store that lists it; where several do, the user picks."""
        if self._compared or not self._lists or (self._awaited and not self._overdue):
            return  # the first list to come is no late one, however long it takes
        self._compared = True
        for case in self._cases.all:
            key_id = case.key.id
            listed = [answer for answer in case.answers if answer.finding is Finding.LISTED]
            taken = any(answer.accepted_at is not None for answer in case.answers)
            if len(listed) > 1 or (listed and taken):
                for answer in listed:
                    self._cases.say(key_id, answer.store, why_not=WhyNot.SEVERAL_STORES)
            elif listed and listed[0].why_not is None:
                self.present(key_id, listed[0].store.id)

    def look_again(self, store_id: str) -> None:
        """List the keys of a store that was not signed in to, not reachable or in trouble. A key
        that was presented there without an answer is presented again; any other only if the user
        asks for it, where the stores were compared already."""
        entry = self._stores.entry(store_id)
        if self._reading is not None and entry is not None and entry.signed_in is not None:
            self._run.start(self._list(entry, MOST_LISTED), replacing=f"list {entry.store.origin}")

    def read_on(self, store_id: str) -> None:
        """List another 20,000 keys of a store that has more than were read."""
        entry = self._stores.entry(store_id)
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
        self._cases.say_of_unlisted(store, finding=Finding.LISTING, error=None, read=0)
        try:
            found = await services.proof.list_keys(most, partial(self._say_read, store))
            keys = tuple(case.key for case in self._cases.all)
            if len(found.keys) * max(1, len(keys)) > _COMPARED_AT_ONCE:
                listed = await asyncio.to_thread(compare, found, keys)
            else:
                listed = compare(found, keys)
        except ConsoleError as error:
            log.info("listing keys for the leak desk: %s", type(error).__name__)
            self._cases.say_of_unlisted(store, finding=not_listed(error), error=error)
        except Exception:
            self._cases.say_of_unlisted(store, finding=Finding.IN_TROUBLE)
            if self._stores.services_at(store.origin) is services:
                raise  # otherwise the store was closed meanwhile
        else:
            self._lists[store.origin] = listed
            for number, case in enumerate(self._cases.all):
                self._compare(case.key, store, listed)
                if number % _IN_A_ROW == _IN_A_ROW - 1:
                    await asyncio.sleep(0)  # the window has its turn
        self._awaited.discard(store.origin)
        self._compare_all()

    def _say_read(self, store: Store, read: int) -> None:
        # At every page, so not of a thousand keys.
        if len(self._cases) <= _IN_A_ROW:
            self._cases.say_of_unlisted(store, read=read)

    def _compare(self, key: FoundKey, store: Store, listed: Listed) -> None:
        answer, like = self._cases.answer(key.id, store), listed.alike.get(key.id, ())
        if not (answer.unlisted or answer.listed) or answer.settled:
            return
        why = answer.why_not
        if not like:
            finding = Finding.NOT_LISTED if listed.whole else Finding.NOT_READ_TO_THE_END
        elif key.form is not Form.WHOLE:
            finding = Finding.CANDIDATES
        elif key.type is KeyType.PUBLISHABLE:
            # Without both tokens, a record only looks the same in the redacted form.
            exact = tuple(one for one in like if key.secret is not None and one.token is not None)
            finding, like = (Finding.PUBLISHABLE, exact) if exact else (Finding.CANDIDATES, like)
        else:
            finding = Finding.LISTED
            if self._compared and answer.finding is not Finding.LISTED:
                why = WhyNot.LATE
            elif self._is_new(store, like):
                why = WhyNot.NEW_RECORD
        if finding is Finding.CANDIDATES and answer.finding is Finding.PUBLISHABLE:
            return  # it was recognised before the token left memory
        self._cases.say(
            key.id, store, finding=finding, records=like, why_not=why, as_of=listed.as_of
        )
        if finding is Finding.LISTED and answer.presented:
            self.present(key.id, store.id)

    def _is_new(self, store: Store, like: tuple[ApiKey, ...]) -> bool:
        """Whether none of `like` was in this run's earlier list. The demo store cannot lie in wait
        for a key, and what practice makes there is new each time."""
        before = self._ids_before.get(store.origin)
        return before is not None and not store.is_demo and before.isdisjoint(k.id for k in like)

    def present(self, key_id: str, store_id: str) -> None:
        """Present one key to one store: the only one that lists it, or the one that the user
        named. Does nothing where that is not allowed: see StoreAnswer.askable."""
        case, entry = self._cases.get(key_id), self._stores.entry(store_id)
        if case is None or case.key.secret is None or case.key.type is not KeyType.SECRET:
            return
        if entry is None or (services := entry.signed_in) is None:
            return
        if not self._cases.answer(key_id, entry.store).askable:
            return
        self._cases.say(
            key_id, entry.store, finding=Finding.ASKING, why_not=None, error=None, presented=True
        )
        self._asking.start(self._present(case.key, entry.store, services))

    async def _present(self, key: FoundKey, store: Store, services: StoreServices) -> None:
        try:
            async with self._slots.setdefault(store.origin, asyncio.Semaphore(_AT_ONCE)):
                await self._ask(key, store, services)
        except Exception:
            self._cases.say(key.id, store, finding=Finding.IN_TROUBLE)
            if self._stores.services_at(store.origin) is services:
                raise  # otherwise the store was closed meanwhile

    async def _ask(self, key: FoundKey, store: Store, services: StoreServices) -> None:
        said, step = await present(services, key)
        steps = [step]
        if isinstance(said, RefusedKey):
            # A living key is refused so for a moment, too (docs/leaks.md).
            trouble, step = await control(services)
            steps.append(step)
            if trouble is not None:
                self._cases.note(key.id, store, steps)
                self._cases.say(key.id, store, finding=not_asked(trouble), error=trouble)
                return
            said, step = await present(services, key)
            steps.append(step)
        self._cases.note(key.id, store, steps)
        if isinstance(said, Accepted):
            self._accepted(key.id, store, said)
            self._mark_evidence(key.id, store, services)
        elif isinstance(said, RefusedKey):
            await self._refused(key.id, store, services)
        else:
            # Of a key, a 401 that is not Medusa's own says nothing of our session.
            away = not_asked(said) is Finding.UNREACHABLE
            finding = Finding.UNREACHABLE if away else Finding.IN_TROUBLE
            self._cases.say(key.id, store, finding=finding, error=said)

    def _accepted(self, key_id: str, store: Store, said: Accepted) -> None:
        like = self._cases.answer(key_id, store).records
        this = tuple(one for one in like if one.id == said.key_id)
        self._cases.say(
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
        like = self._cases.answer(key_id, store).records
        if not like:
            self._cases.say(key_id, store, finding=Finding.REFUSED)
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
            self._cases.say(key_id, store, finding=not_asked(error), error=error)
            return
        if revoked:
            finding, like = Finding.REVOKED_ALIKE, tuple(revoked)
        else:
            finding, like = Finding.ANOTHER_KEY if others else Finding.NOT_LISTED, tuple(others)
        self._cases.say(key_id, store, finding=finding, records=like)
        self._mark_evidence(key_id, store, services)
        self._distrust(key_id)

    def _mark_evidence(self, key_id: str, store: Store, services: StoreServices) -> None:
        """Remember that a record is the leaked key's, as far as the store's answer tells. What
        practice makes is deleted at its end."""
        answer = self._cases.answer(key_id, store)
        known = answer.finding in (Finding.THIS_KEY, Finding.REVOKED_ALIKE)
        if known and len(answer.records) == 1 and not self._stores.practising:
            services.evidence.mark(answer.records[0].id)

    def _distrust(self, key_id: str) -> None:
        """Believe no refusal by a copy of the store that named the record: ids are never given
        twice, so what refuses the key there stands in front of the copy."""
        case = self._cases.get(key_id)
        answers = case.answers if case is not None else ()
        named = {answer.named for answer in answers if answer.named}
        for answer in answers:
            if answer.finding is Finding.ANOTHER_KEY and named & {one.id for one in answer.records}:
                self._cases.say(key_id, answer.store, finding=Finding.IN_TROUBLE)

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
        case, entry = self._cases.get(key_id), self._stores.entry(store_id)
        if case is None or entry is None:
            return None, None
        answer = self._cases.answer(key_id, entry.store)
        known = answer.revocable
        if answer.proof is not None and answer.proof.record.id == record_id and answer.under_way:
            known = (answer.proof.record,)  # joins the revoke that is under way
        record = next((one for one in known if one.id == record_id), None)
        if record is None:
            return None, None
        key = case.key if case.key.secret is not None else None
        return Proving(key_id, key, answer, record, key is not None), entry.signed_in

    # Small parts

    def _tell(self, key_id: str, told: StoreAnswer) -> None:
        self._cases.say(
            key_id,
            told.store,
            proof=told.proof,
            accepted_at=told.accepted_at,
            steps=told.steps,
        )


def _without_secret(key: FoundKey) -> FoundKey:
    return replace(key, secret=None)
