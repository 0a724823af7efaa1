"""Revokes many keys of one text: which may be chosen, what is left of a store, and the run."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from medusa_console.domain import policy
from medusa_console.domain.api_key import ApiKey
from medusa_console.domain.errors import ConsoleError, Invalid, NotFound, OutcomeUnknown
from medusa_console.domain.leak_answers import Doubt, Finding, Proof, ProofState, StoreAnswer
from medusa_console.domain.policy import Action
from medusa_console.domain.store import Environment, Store
from medusa_console.services.bulk import Bulk, Item
from medusa_console.services.leaks import LeakDesk
from medusa_console.tasks import TaskScope

if TYPE_CHECKING:
    from medusa_console.services.store_services import StoreServices

_NOT_SHOWN = Invalid("the answer does not show that the key is revoked")
_NOT_DONE = {ProofState.NOT_REVOKED, ProofState.STILL_WORKS}


@dataclass(frozen=True)
class Choice:
    """A found key that a store accepts and names: `record`, as it was when it was chosen."""

    key_id: str
    store: Store
    record: ApiKey
    copied_ago: float | None = None

    @property
    def id(self) -> str:
        """Tells it from the other choices of a text."""
        return f"{self.key_id} {self.store.origin}"


def choices(desk: LeakDesk) -> tuple[Choice, ...]:
    """The keys that several at once may be of, in the order of the text: whole secret keys that
    their store accepted and named, and that the account may revoke."""
    found = []
    open_now = {entry.store.origin: entry.signed_in for entry in desk.stores}
    for case in desk.cases:
        for answer in case.answers:
            services = open_now.get(answer.store.origin)
            if services is not None and _may_be_chosen(answer, services):
                (record,) = answer.records
                found.append(Choice(case.key.id, services.store, record, case.copied_ago))
    return tuple(found)


def emptied(desk: LeakDesk, chosen: Sequence[Choice]) -> tuple[Store, ...]:
    """The live stores all of whose working secret keys are chosen, as their lists were read."""
    stores = {one.store.origin: one.store for one in chosen}
    return tuple(
        store
        for origin, store in stores.items()
        if store.environment is Environment.LIVE
        and (working := desk.working_secrets(store.id)) is not None
        and working <= {one.record.id for one in chosen if one.store.origin == origin}
    )


def revoke_all(desk: LeakDesk, chosen: Sequence[Choice], tasks: TaskScope) -> Bulk[Choice]:
    """A run that revokes `chosen`, each with its proof, which stands in the desk's cases. `tasks`
    own it. A revoke that is not proven yet counts as done: the desk goes on proving it."""
    items = [
        Item(one.id, services, one)
        for one in chosen
        if (services := services_of(desk, one.store)) is not None
    ]

    async def revoke(one: Choice) -> bool:
        before = proof_of(desk, one)
        if before is not None and before.settled:
            return True
        proof = await desk.revoke(one.key_id, one.store.id, one.record.id)
        if proof is None:  # what is known of the key has changed
            return False
        if proof.state is ProofState.NOT_REVOKED:
            raise _why(proof, _services(one).clock.now())
        return proof.state is not ProofState.STILL_WORKS

    async def look(one: Choice) -> bool:
        try:
            return not (await _services(one).keys.check(one.record.id)).works
        except NotFound:
            return True

    by_id = {item.id: item.services for item in items}

    def _services(one: Choice) -> StoreServices:
        return by_id[one.id]

    return Bulk(items, revoke, look, tasks)


def _why(proof: Proof, at: datetime) -> ConsoleError:
    """Why a key is not revoked. Where a re-read is missing, it may be all the same: the failure of
    the re-read, such as a session that has ended, says nothing of the revoke."""
    error = proof.error or _NOT_SHOWN
    if proof.doubt is not Doubt.NOT_SHOWN or isinstance(error, OutcomeUnknown):
        return error
    return OutcomeUnknown(error, at=at)


def proof_of(desk: LeakDesk, one: Choice) -> Proof | None:
    """How far the revoke of `one` is proven by now."""
    answer = _answer(desk, one)
    if answer is None or answer.proof is None or answer.proof.record.id != one.record.id:
        return None
    return answer.proof


def services_of(desk: LeakDesk, store: Store) -> StoreServices | None:
    """The services of `store` while somebody is signed in there."""
    entries = (entry for entry in desk.stores if entry.store.origin == store.origin)
    return next((entry.signed_in for entry in entries), None)


def _answer(desk: LeakDesk, one: Choice) -> StoreAnswer | None:
    case = desk.case(one.key_id)
    answers = case.answers if case is not None else ()
    return next((answer for answer in answers if answer.store.origin == one.store.origin), None)


def _may_be_chosen(answer: StoreAnswer, services: StoreServices) -> bool:
    if answer.finding is not Finding.THIS_KEY or len(answer.revocable) != 1:
        return False
    proof = answer.proof
    if proof is not None and (proof.running or proof.state not in _NOT_DONE):
        return False
    allowed = services.permissions.value
    read_only = services.store.read_only
    return policy.denial(Action.REVOKE_KEY, allowed, read_only=read_only) is None
