"""Revokes the record of a found key, and proves by the key itself that it is dead."""

from __future__ import annotations

import asyncio
import logging
import math
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

from medusa_console.domain.api_key import ApiKey, KeyType, StateKind
from medusa_console.domain.errors import (
    ConsoleError,
    JournalUnavailable,
    NotFound,
    OutcomeUnknown,
    SignInNeeded,
)
from medusa_console.domain.leak_answers import (
    MOST_TRIES,
    Accepted,
    Doubt,
    KeyAnswer,
    Proof,
    ProofState,
    RefusedKey,
    StoreAnswer,
)
from medusa_console.domain.leak_steps import Did, Step, with_steps
from medusa_console.domain.leaks import FoundKey
from medusa_console.services.desk_stores import DeskStores
from medusa_console.services.leak_steps import control, present, step
from medusa_console.services.revoke_lines import KeyInStore, RevokeLines
from medusa_console.tasks import TaskScope

if TYPE_CHECKING:
    from medusa_console.services.store_services import StoreServices

log = logging.getLogger(__name__)

LAST_PROOF: Final = 15.0
"""Seconds for which a proof goes on once the keys are to leave memory."""
_PAUSE = 2.0


@dataclass
class Proving:
    """A revoke on its way to its proof. `key` is None when the text does not hold it whole, and
    once it has left memory: nothing else here holds it, however long a request waits behind a
    lock. `answer` is what the store says of the key. `answered`: the answer to the revoke has shown
    it; `shown`: a re-read has. `unsure` is why nobody knows what became of the request.
    """

    key_id: str
    key: FoundKey | None = field(repr=False)
    answer: StoreAnswer
    record: ApiKey
    had_key: bool
    answered: bool = False
    shown: bool = False
    unsure: OutcomeUnknown | None = None
    ends_at: float = math.inf
    request: asyncio.Task[Proof] | None = field(default=None, repr=False)

    @property
    def origin(self) -> str:
        """The store's."""
        return self.answer.store.origin

    @property
    def place(self) -> KeyInStore:
        """The key and the store; only one revoke is under way there."""
        return self.key_id, self.origin

    @property
    def forgotten(self) -> bool:
        """Whether the key has left memory before the end."""
        return self.had_key and self.key is None

    @property
    def proof(self) -> Proof:
        """How far it has come."""
        return self.answer.proof or Proof(ProofState.REVOKING, self.record)

    def note(self, seen: Step) -> None:
        """Remember a step; it is told with the next proof."""
        steps = with_steps(self.answer.steps, (seen,))
        self.answer = replace(self.answer, steps=steps)

    def forget(self) -> None:
        """Let the key leave memory, with the request that holds it."""
        self.key = None
        if self.request is not None:
            self.request.cancel()


class LeakRevokes:
    """The revokes of this run, each with its proof.

    `tell` takes what a store says of a key, as it is now.
    """

    def __init__(
        self,
        lines: RevokeLines,
        tasks: TaskScope,
        stores: DeskStores,
        tell: Callable[[str, StoreAnswer], None],
    ) -> None:
        self._lines = lines
        self._tasks = tasks
        self._clock = tasks.clock
        self._stores = stores
        self._tell = tell
        self._under_way: dict[KeyInStore, Proving] = {}

    @property
    def under_way(self) -> tuple[Proving, ...]:
        """The revokes that are not at the end of their proof."""
        return tuple(self._under_way.values())

    def take_over(self, key: FoundKey, origin: str) -> StoreAnswer | None:
        """What the store at `origin` says of `key` if a proof of it is under way; the proof then
        keeps the key. None otherwise."""
        proving = self._under_way.get((key.id, origin))
        if proving is None:
            return None
        if key.secret is not None and proving.had_key:
            proving.key, proving.ends_at = key, math.inf
        return proving.answer

    def end_soon(self) -> None:
        """Let all proofs go on for at most 15 s, and then forget their keys."""
        ends_at = self._clock.seconds() + LAST_PROOF
        late = [proving for proving in self.under_way if proving.ends_at > ends_at]
        for proving in self.under_way:
            if proving.forgotten:  # it would wait behind this lock
                proving.forget()
        for proving in late:
            proving.ends_at = ends_at
        if late:
            self._tasks.start(self._forget_in_time(ends_at))

    async def _forget_in_time(self, ends_at: float) -> None:
        while (left := ends_at - self._clock.seconds()) > 0:
            await self._clock.sleep(left)
        for proving in self.under_way:
            if proving.ends_at <= ends_at:
                proving.forget()

    async def revoke(self, proving: Proving, services: StoreServices) -> Proof:
        """Revoke `proving.record` and prove it; ends with the first result. A second call for the
        same record joins the first. Raises no ConsoleError."""
        # Only `proving` may hold the key: this coroutine may wait behind a lock.
        return await services.writes.once(
            f"prove {proving.key_id} {proving.record.id}", lambda: self._begin(proving, services)
        )

    async def _begin(self, proving: Proving, services: StoreServices) -> Proof:
        if (before := self._under_way.get(proving.place)) is not None:
            self._tasks.cancel(_name(proving))
            before.forget()
        self._under_way[proving.place] = proving
        try:
            proof = await self._revoke(proving, services)
        except BaseException:  # the store was closed, or a fault of the program
            self._give_up(proving)
            raise
        if proof.running:
            self._tasks.start(self._go_on(proving), replacing=_name(proving))
        else:
            await self._end(proving)
        return proof

    async def _revoke(self, proving: Proving, services: StoreServices) -> Proof:
        self._say(proving, Proof(ProofState.REVOKING, proving.record))
        if not self._stores.practising:
            services.evidence.mark(proving.record.id)
        new = await self._write(proving, services)
        await self._accepted_before(proving, services)
        try:
            await services.keys.revoke(proving.record.id)
            proving.answered = True
            proving.note(step(services, Did.REVOKED))
        except NotFound:
            pass  # the re-read decides
        except OutcomeUnknown as error:
            proving.unsure = error
            proving.note(step(services, Did.REVOKE_LOST))
        except ConsoleError as error:
            proving.note(step(services, Did.REVOKE_REFUSED))
            if new:
                await self._lines.settle(proving.place, proving.record.id)
            proof = replace(proving.proof, state=ProofState.NOT_REVOKED, error=error)
            return self._say(proving, proof)
        return self._say(proving, await self._attempt(proving, services))

    async def _accepted_before(self, proving: Proving, services: StoreServices) -> None:
        """Only a key that the store has accepted can be proven dead by a refusal. A publishable
        one was not presented yet."""
        key = proving.key
        if key is None or key.type is KeyType.SECRET or proving.answer.accepted_at is not None:
            return
        said, seen = await present(services, key)
        proving.note(seen)
        if isinstance(said, Accepted):
            proving.answer = replace(proving.answer, accepted_at=said.at)

    async def _go_on(self, proving: Proving) -> None:
        try:
            while proving.proof.running:
                await self._clock.sleep(_PAUSE)
                services = self._stores.services_at(proving.origin)
                if services is None:
                    tries = proving.proof.tries
                    waits = proving.key is not None and self._stores.waits_for_password(
                        proving.origin
                    )
                    proof = _no_session(proving)
                    self._say(proving, replace(proof, tries=tries) if waits else proof)
                else:
                    self._say(proving, await self._attempt(proving, services))
        except Exception:
            self._give_up(proving)
            raise
        await self._end(proving)

    async def _attempt(self, proving: Proving, services: StoreServices) -> Proof:
        """One attempt to prove the revoke, which ends early when the key leaves memory. Without the
        key it does not wait for the password either."""
        if proving.forgotten and self._stores.services_at(proving.origin) is None:
            return _key_gone(proving)
        request = asyncio.ensure_future(self._prove(proving, services))
        proving.request = request
        try:
            await asyncio.wait({request})
        except asyncio.CancelledError:
            request.cancel()
            await asyncio.wait({request})
            raise
        finally:
            proving.request = None
        return _key_gone(proving) if request.cancelled() else request.result()

    async def _prove(self, proving: Proving, services: StoreServices) -> Proof:
        """Read the record again, and present the key twice, with our own session between: only
        that order tells a dead key from a store that refuses everybody for a moment (contract,
        quirk 25)."""
        if not proving.had_key or proving.answer.accepted_at is None:
            missing = await self._shown(proving, services)
            return missing or _tried(proving, ProofState.BY_RECORD)
        # The record is read meanwhile: it leans on none of these answers, nor they on it.
        missing, (said, trouble) = await asyncio.gather(
            self._shown(proving, services), self._present_twice(proving, services)
        )
        if (missing := missing or _unless_refused(proving, said)) is not None:
            return missing
        if trouble is not None:
            return _tried(proving, ProofState.NOT_PROVEN, Doubt.OUR_SESSION, trouble)
        dead = replace(_tried(proving, ProofState.DEAD), at=services.clock.now())
        if proving.record.type is KeyType.SECRET:  # which no Medusa keeps in a cache
            return dead
        try:
            cached = await services.proof.caches_keys()
        except ConsoleError as error:
            return _tried(proving, ProofState.NOT_PROVEN, Doubt.NO_ANSWER, error)
        return replace(dead, state=ProofState.NOT_PROVEN, doubt=Doubt.CACHE) if cached else dead

    async def _shown(self, proving: Proving, services: StoreServices) -> Proof | None:
        """What is missing if no re-read has shown the revoke."""
        if proving.shown:
            return None
        if (missing := await self._read_again(proving, services)) is not None:
            return missing
        if proving.had_key and proving.proof.state is ProofState.REVOKING:
            self._say(proving, replace(proving.proof, state=ProofState.PROVING))
        return None

    async def _present_twice(
        self, proving: Proving, services: StoreServices
    ) -> tuple[KeyAnswer | None, ConsoleError | None]:
        """What the store says to the key: to the second time, if it refuses the first one and then
        accepts our own session; and why it does not accept that."""
        said = await self._present(proving, services)
        if not isinstance(said, RefusedKey):
            return said, None
        trouble, seen = await control(services)
        proving.note(seen)
        if trouble is not None:
            return said, trouble
        return await self._present(proving, services), None

    async def _present(self, proving: Proving, services: StoreServices) -> KeyAnswer | None:
        """What the store says to the key; None if it has left memory."""
        if proving.key is None:
            return None
        said, seen = await present(services, proving.key)
        proving.note(seen)
        return said

    async def _read_again(self, proving: Proving, services: StoreServices) -> Proof | None:
        """What is missing if the record does not show the revoke. A record that is gone lets no
        key in."""
        try:
            answer = await services.keys.get(proving.record.id)
        except NotFound:
            proving.shown = True
            proving.note(step(services, Did.READ_GONE))
            proof = replace(proving.proof, at=services.clock.now())
        except ConsoleError as error:
            proving.note(step(services, Did.NOT_READ))
            if not proving.answered and not isinstance(error, SignInNeeded):
                proving.unsure = proving.unsure or OutcomeUnknown(error, at=services.clock.now())
                return _not_shown(proving, proving.unsure)
            return _not_shown(proving, error)
        else:
            if answer.value.state(answer.as_of).kind is not StateKind.REVOKED:
                proving.answered = False
                proving.note(step(services, Did.READ_NOT_REVOKED))
                return _not_shown(proving, None)
            proving.shown = True
            proving.note(step(services, Did.READ_REVOKED))
            proof = replace(proving.proof, record=answer.value, at=answer.value.revoked_at)
        proving.answer = replace(proving.answer, proof=proof)
        return None

    def _say(self, proving: Proving, proof: Proof) -> Proof:
        proving.answer = replace(proving.answer, proof=proof)
        self._tell(proving.key_id, proving.answer)
        return proof

    def _give_up(self, proving: Proving) -> None:
        """Nothing more will be known of `proving`. Its line is told at the next start."""
        proof = _not_shown(proving, None) if not proving.shown else proving.proof
        if proof.running:
            doubt = proof.doubt or Doubt.NO_ANSWER
            proof = replace(proof, state=_unproven(proving), doubt=doubt, tries=MOST_TRIES)
        self._say(proving, proof)
        self._forget(proving)

    def _forget(self, proving: Proving) -> None:
        proving.key = None
        if self._under_way.get(proving.place) is proving:
            del self._under_way[proving.place]

    async def _write(self, proving: Proving, services: StoreServices) -> bool:
        """Write the line for the next start, before the request; whether it is new."""
        try:
            return await self._lines.write(proving.place, proving.record, services)
        except JournalUnavailable:
            # A living key is worse than a revoke that the next start does not know of.
            log.warning("a revoke could not be written down")
            self._say(proving, replace(proving.proof, unwritten=True))
            return True

    async def _end(self, proving: Proving) -> None:
        self._forget(proving)
        if proving.proof.state is ProofState.DEAD:
            # Of the other candidates that were revoked for this key, none is left to prove.
            await self._lines.settle_all(proving.place)
        elif proving.proof.state is ProofState.BY_RECORD:
            await self._lines.settle(proving.place, proving.record.id)


def _name(proving: Proving) -> str:
    return f"prove {proving.key_id} {proving.origin}"


def _tried(
    proving: Proving,
    state: ProofState,
    doubt: Doubt | None = None,
    error: ConsoleError | None = None,
) -> Proof:
    proof = proving.proof
    return replace(proof, state=state, doubt=doubt, error=error, tries=proof.tries + 1)


def _key_gone(proving: Proving) -> Proof:
    return _tried(proving, _unproven(proving), Doubt.KEY_GONE)


def _not_shown(proving: Proving, error: ConsoleError | None) -> Proof:
    return _tried(proving, _unproven(proving), Doubt.NOT_SHOWN, error or proving.unsure)


def _unproven(proving: Proving) -> ProofState:
    """Nobody may say 'revoked' of a request without an answer."""
    revoked = proving.answered or proving.shown
    return ProofState.NOT_PROVEN if revoked else ProofState.NOT_REVOKED


def _no_session(proving: Proving) -> Proof:
    nobody = proving.proof.error
    if not isinstance(nobody, SignInNeeded):
        nobody = SignInNeeded("nobody is signed in")
    if not proving.shown:
        return _not_shown(proving, nobody)
    return _tried(proving, ProofState.NOT_PROVEN, Doubt.OUR_SESSION, nobody)


def _unless_refused(proving: Proving, said: KeyAnswer | None) -> Proof | None:
    """What is missing if the store has not refused the key."""
    match said:
        case None:
            return _key_gone(proving)
        case RefusedKey():
            return None
        case Accepted(at=at):
            return replace(_tried(proving, ProofState.STILL_WORKS), at=at)
        case _:
            return _tried(proving, ProofState.NOT_PROVEN, Doubt.NO_ANSWER, said)
