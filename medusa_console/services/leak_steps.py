"""Asks a store about a leaked key, and returns each answer with the step to be remembered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from medusa_console.domain.errors import ConsoleError
from medusa_console.domain.leak_answers import Accepted, KeyAnswer, RefusedKey
from medusa_console.domain.leak_steps import Did, Head, Step

if TYPE_CHECKING:
    from medusa_console.domain.leaks import FoundKey
    from medusa_console.services.store_services import StoreServices


async def present(services: StoreServices, key: FoundKey) -> tuple[KeyAnswer, Step]:
    """What the store says to the whole `key`; as KeyProof.present, which never raises."""
    said = await services.proof.present(key)
    match said:
        case Accepted(at=at, head=head):
            return said, Step(Did.ACCEPTED, at, head, services.session.user_id)
        case RefusedKey(at=at, head=head):
            return said, Step(Did.REFUSED, at, head, services.session.user_id)
        case _:
            return said, step(services, Did.NO_ANSWER)


async def control(services: StoreServices) -> tuple[ConsoleError | None, Step]:
    """Why the store does not accept our own session; None if it does: see KeyProof.accepts_us."""
    heads: list[Head] = []
    trouble = await services.proof.accepts_us(heads.append)
    did = Did.CONTROL if trouble is None else Did.NO_CONTROL
    return trouble, step(services, did, heads[-1] if heads else None)


def step(services: StoreServices, did: Did, head: Head | None = None) -> Step:
    """A step of the signed-in account, now."""
    return Step(did, services.clock.now(), head, services.session.user_id)
