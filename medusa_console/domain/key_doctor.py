"""Why a key fails, as far as can be known: by its record, or by what its store said to it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import Enum, auto

from medusa_console.domain.api_key import ApiKey, KeyType, StateKind
from medusa_console.domain.errors import ConsoleError, KeyRefused, NoSalesChannel
from medusa_console.domain.leak_answers import Finding, StoreAnswer, not_asked
from medusa_console.domain.leaks import FoundKey
from medusa_console.domain.shop_view import First, ShopView
from medusa_console.domain.tokens import Form

_SAME_MOMENT = timedelta(seconds=0.5)


class Diagnosis(Enum):
    """What can be known of a key that fails at one store."""

    NOTHING_PASTED = auto()  # the text holds no key
    SEVERAL_KEYS = auto()  # the text holds several, and does not say which one is meant
    NOT_WHOLE = auto()  # cut, too long, shortened or without its prefix: nobody accepts it
    LEAKED = auto()  # it leaked and works: it is to be revoked, not mended
    REVOKED = auto()
    ENDED = auto()  # its planned end has passed
    NOT_LISTED = auto()  # the store's list does not hold it; it was not presented
    NOT_IN_WHAT_WAS_READ = auto()  # the same, but the list is longer than what was read
    LOOKS_ALIKE = auto()  # refused; the listed keys only look the same in the shortened form
    REFUSED = auto()  # refused by a store whose list cannot be viewed
    BLOCKED_BY_ROLES = auto()  # accepted, but without roles nearly every admin route is closed
    ACCEPTED = auto()  # so the trouble is elsewhere
    NO_CHANNEL = auto()  # accepted, but products need a sales channel
    NO_PRODUCTS = auto()  # accepted, but nothing is published in its sales channels
    ACTIVE = auto()  # by its record; the key itself is not at hand
    CANNOT_LIST = auto()  # 403: nothing is presented before the user asks for it
    NOT_PRESENTED = auto()  # the leak desk knows a reason to ask first
    NOT_SIGNED_IN = auto()
    UNREACHABLE = auto()  # no answer, or one that no Medusa gives
    IN_TROUBLE = auto()  # an answer that proves nothing of the key


WORKING = frozenset(
    {
        Diagnosis.BLOCKED_BY_ROLES,
        Diagnosis.ACCEPTED,
        Diagnosis.NO_CHANNEL,
        Diagnosis.NO_PRODUCTS,
    }
)
"""With these the store accepted the key just now."""
BY_NAME = frozenset({Diagnosis.CANNOT_LIST, Diagnosis.NOT_IN_WHAT_WAS_READ})
"""With these the user may have the key presented to this store all the same."""


@dataclass(frozen=True)
class Diagnosed:
    """`key_type` is the key's, None if there is none. `record` is the key's own; of several that
    look like it, none. `at` is the server's time of the answer to the key. `error` led to it.
    `read` counts the keys of a list that was not read to its end. `roles`: whether roles bar keys
    at the store, None if it did not say. Holds no key."""

    diagnosis: Diagnosis
    key_type: KeyType | None = None
    record: ApiKey | None = None
    at: datetime | None = None
    error: ConsoleError | None = None
    read: int = 0
    roles: bool | None = None


def by_record(record: ApiKey, now: datetime) -> Diagnosed:
    """What the record alone tells; `now` is the end of the interval in which the server's now
    lies."""
    state = record.state(now)
    told = Diagnosis.ACTIVE
    if state.kind is StateKind.REVOKED:
        told = Diagnosis.ENDED if _was_planned(record) else Diagnosis.REVOKED
    return Diagnosed(told, record.type, record)


def _was_planned(record: ApiKey) -> bool:
    """Whether a key that does not work any more came to an end that was planned: a revoke changes
    its record at the moment of the end. Nobody can tell for one that was changed afterwards."""
    ended, changed = record.revoked_at, record.updated_at
    return ended is not None and changed is not None and ended - changed > _SAME_MOMENT


def accepted(
    key_type: KeyType,
    at: datetime | None,
    record: ApiKey | None,
    roles: bool | None,
    *,
    needs_role: bool,
) -> Diagnosed:
    """What it means that a store has accepted a key. `needs_role`: the route that fails is guarded
    by roles, as far as is known."""
    blocked = key_type is KeyType.SECRET and roles is True and needs_role
    told = Diagnosis.BLOCKED_BY_ROLES if blocked else Diagnosis.ACCEPTED
    return Diagnosed(told, key_type, record, at, roles=roles)


def silent(error: ConsoleError, key_type: KeyType) -> Diagnosed:
    """What a request of our own, or one with the key, that fails says of the store."""
    told = {
        Finding.NOT_SIGNED_IN: Diagnosis.NOT_SIGNED_IN,
        Finding.UNREACHABLE: Diagnosis.UNREACHABLE,
    }
    return Diagnosed(told.get(not_asked(error), Diagnosis.IN_TROUBLE), key_type, error=error)


def of_shop(view: ShopView, record: ApiKey) -> Diagnosed:
    """What a storefront gets with a publishable key whose record is active. That the store refuses
    it all the same proves nothing: it may know its keys from a cache."""
    told = None
    match view.regions, view.products:
        case ConsoleError() as error, _:
            return _unknown_to(error)
        case First(), NoSalesChannel():
            told = Diagnosis.NO_CHANNEL
        case First(), ConsoleError() as error:
            return _unknown_to(error)
        case First(), First(count=0):
            told = Diagnosis.NO_PRODUCTS
        case _:
            told = Diagnosis.ACCEPTED
    return Diagnosed(told, KeyType.PUBLISHABLE, record, view.as_of)


def _unknown_to(error: ConsoleError) -> Diagnosed:
    if isinstance(error, KeyRefused):
        return Diagnosed(Diagnosis.IN_TROUBLE, KeyType.PUBLISHABLE, error=error)
    return silent(error, KeyType.PUBLISHABLE)


def of_desk(
    answer: StoreAnswer, key: FoundKey, roles: bool | None, *, needs_role: bool
) -> Diagnosed | None:
    """What the leak desk knows of `key` at a store, of which it asks nothing more; None for a
    publishable key that works by its record, which is no leak and may be tried."""
    records, proof = answer.records, answer.proof
    record = records[0] if len(records) == 1 else None
    if proof is not None and proof.settled:
        return Diagnosed(Diagnosis.REVOKED, key.type, proof.record, proof.at)
    if key.type is KeyType.SECRET and answer.works:
        return Diagnosed(Diagnosis.LEAKED, key.type, record, answer.accepted_at, roles=roles)
    if key.form is not Form.WHOLE:
        return Diagnosed(Diagnosis.NOT_WHOLE, key.type)
    match answer.finding:
        case Finding.PUBLISHABLE | Finding.REVOKED_ALIKE if record is not None:
            told = by_record(record, answer.as_of or record.created_at)
            return None if told.diagnosis is Diagnosis.ACTIVE else told
        case Finding.PUBLISHABLE:
            return None
        case Finding.THIS_KEY | Finding.ACCEPTED:
            return accepted(key.type, answer.accepted_at, record, roles, needs_role=needs_role)
        case finding:
            return Diagnosed(_OF_FINDINGS[finding], key.type, error=answer.error, read=answer.read)


_OF_FINDINGS = {
    Finding.REVOKED_ALIKE: Diagnosis.REVOKED,
    Finding.NOT_LISTED: Diagnosis.NOT_LISTED,
    Finding.NOT_READ_TO_THE_END: Diagnosis.NOT_IN_WHAT_WAS_READ,
    Finding.ANOTHER_KEY: Diagnosis.LOOKS_ALIKE,
    Finding.REFUSED: Diagnosis.REFUSED,
    Finding.CANNOT_LIST: Diagnosis.CANNOT_LIST,
    Finding.CANDIDATES: Diagnosis.NOT_WHOLE,
    Finding.LISTED: Diagnosis.NOT_PRESENTED,
    Finding.LISTING: Diagnosis.NOT_PRESENTED,
    Finding.ASKING: Diagnosis.NOT_PRESENTED,
    Finding.NOT_SIGNED_IN: Diagnosis.NOT_SIGNED_IN,
    Finding.UNREACHABLE: Diagnosis.UNREACHABLE,
    Finding.IN_TROUBLE: Diagnosis.IN_TROUBLE,
}
