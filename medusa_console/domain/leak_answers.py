"""What the stores say of a found key, and what was proven."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import Enum, auto
from typing import Final

from medusa_console.domain.api_key import ApiKey
from medusa_console.domain.errors import (
    ConsoleError,
    Forbidden,
    NotMedusa,
    SignInNeeded,
    Unreachable,
    UntrustedCertificate,
)
from medusa_console.domain.leak_steps import Head, Step
from medusa_console.domain.leaks import FoundKey
from medusa_console.domain.store import Store


@dataclass(frozen=True)
class Accepted:
    """A store accepted a key. `key_id` is the record that it named, "" if it named none. `at` is
    the server's time, `head` that of its answer."""

    at: datetime
    key_id: str = ""
    head: Head | None = None


@dataclass(frozen=True)
class RefusedKey:
    """A store refused a key in Medusa's own form. That alone does not prove it dead: a live key is
    refused so while the database is away (contract, quirk 25). `at` is the server's time, `head`
    that of its answer."""

    at: datetime
    head: Head | None = None


KeyAnswer = Accepted | RefusedKey | ConsoleError
"""An error is returned, not raised: the frames of a raised one would hold the key."""


class Finding(Enum):
    """What one store says of one key."""

    LISTING = auto()  # its keys are being listed
    NOT_LISTED = auto()  # nothing in its list looks like the key
    NOT_READ_TO_THE_END = auto()  # the same, but the list is longer than what was read
    LISTED = auto()  # its list holds the redacted form; `why_not` says why nothing was presented
    ASKING = auto()  # the key is being presented
    THIS_KEY = auto()  # accepted, and the store named the listed record
    ACCEPTED = auto()  # accepted, but the store did not say which key: `records` are candidates
    CANDIDATES = auto()  # the text holds no whole key: one of `records`
    ANOTHER_KEY = auto()  # refused: `records` only look the same
    REVOKED_ALIKE = auto()  # refused: `records` look the same and are revoked; probably this one
    REFUSED = auto()  # refused by a store that may not be listed
    PUBLISHABLE = auto()  # the list holds this very publishable key
    CANNOT_LIST = auto()  # 403: nothing is presented before the person asks for it
    NOT_SIGNED_IN = auto()
    UNREACHABLE = auto()  # no answer, or one that no Medusa gives
    IN_TROUBLE = auto()  # an answer that proves nothing: our own session fails too


REVOCABLE: Final = frozenset(
    {Finding.THIS_KEY, Finding.ACCEPTED, Finding.CANDIDATES, Finding.PUBLISHABLE}
)
"""With these a store's records may be revoked; with any other, none is known to be the key."""


def not_listed(error: ConsoleError) -> Finding:
    """What it says of a store that its keys cannot be listed."""
    return Finding.CANNOT_LIST if isinstance(error, Forbidden) else not_asked(error)


def not_asked(error: ConsoleError) -> Finding:
    """What another request of our own session that fails says of a store."""
    match error:
        case SignInNeeded():
            return Finding.NOT_SIGNED_IN
        case Unreachable() | UntrustedCertificate() | NotMedusa():
            return Finding.UNREACHABLE
        case _:
            return Finding.IN_TROUBLE


class WhyNot(Enum):
    """Why a listed key was not presented."""

    SEVERAL_STORES = auto()  # copies of a store list the same keys, and so may a store that lies
    LATE = auto()  # the list came after the others had been compared
    NEW_RECORD = auto()  # the record was not in this run's earlier list of the store


class ProofState(Enum):
    """How far a revoke is proven."""

    REVOKING = auto()
    PROVING = auto()  # the record is revoked; the key is being presented
    DEAD = auto()  # revoked by a re-read, then refused twice, with our own session accepted between
    BY_RECORD = auto()  # the record is revoked; the key itself is not at hand
    NOT_PROVEN = auto()  # revoked, but an answer was missing: `doubt`
    STILL_WORKS = auto()  # accepted after the revoke
    NOT_REVOKED = auto()  # the revoke failed: `error`; with NOT_SHOWN, it is looked at again


class Doubt(Enum):
    """What a proof is missing."""

    NO_ANSWER = auto()  # the store did not answer to the key
    OUR_SESSION = auto()  # our own session was not accepted between the refusals
    NOT_SHOWN = auto()  # a re-read does not show the revoke
    KEY_GONE = auto()  # the key left memory before the end
    CACHE = auto()  # each process of the store may know publishable keys from a cache of its own


@dataclass(frozen=True)
class Proof:
    """`at` is the server's time of the last refusal, or of the revoke where there is none. `tries`
    counts the attempts to prove it. `error` led to the doubt. `unwritten`: the data folder did not
    take the line that tells of this revoke at the next start."""

    state: ProofState
    record: ApiKey
    at: datetime | None = None
    doubt: Doubt | None = None
    error: ConsoleError | None = None
    tries: int = 0
    unwritten: bool = False

    @property
    def running(self) -> bool:
        """Whether it goes on by itself."""
        if self.state in (ProofState.REVOKING, ProofState.PROVING):
            return True
        again = self.state in (ProofState.NOT_PROVEN, ProofState.STILL_WORKS) or (
            self.state is ProofState.NOT_REVOKED and self.doubt is Doubt.NOT_SHOWN
        )
        for_good = self.doubt in (Doubt.KEY_GONE, Doubt.CACHE)
        return again and not for_good and self.tries < MOST_TRIES

    @property
    def settled(self) -> bool:
        """Whether the key cannot work any more, as far as can be proven."""
        return self.state in (ProofState.DEAD, ProofState.BY_RECORD)


MOST_TRIES = 10


@dataclass(frozen=True)
class StoreAnswer:
    """`records` are the records that look like the key, this key alone where it is known.
    `accepted_at` is the server's time at which the store accepted the key, before any revoke;
    `named` is the id of the record that it named then, listed or not.
    `as_of` is the server's time of its list. `read` counts the keys listed so far. `presented`: the
    key has been presented, by itself or by the user's choice. `steps` tell what was done and seen,
    in order: see `with_steps`."""

    store: Store
    finding: Finding
    records: tuple[ApiKey, ...] = ()
    why_not: WhyNot | None = None
    as_of: datetime | None = None
    accepted_at: datetime | None = None
    named: str = ""
    error: ConsoleError | None = None
    read: int = 0
    proof: Proof | None = None
    presented: bool = False
    steps: tuple[Step, ...] = ()

    @property
    def works(self) -> bool:
        """Whether the store accepted the key, and it is not proven that it refuses it now."""
        return self.accepted_at is not None and (
            self.proof is None or self.proof.state is not ProofState.DEAD
        )

    @property
    def settled(self) -> bool:
        """Whether no list changes what is known: the key was accepted, or a revoke has begun."""
        return self.accepted_at is not None or self.proof is not None

    @property
    def unlisted(self) -> bool:
        """Whether a list of the store is to tell something, or something new."""
        return self.finding in _UNLISTED and not self.settled

    @property
    def listed(self) -> bool:
        """Whether the list holds what may be the key, and nothing more is known."""
        return self.finding in _LISTED

    @property
    def may_work(self) -> bool:
        """Whether the key may work in this store, as far as anything is known of it: the store
        accepted it, or lists what may be the key and has not been asked, or still lists."""
        if self.accepted_at is not None:
            return self.works
        if self.proof is not None and self.proof.settled:
            return False
        match self.finding:
            case Finding.LISTING | Finding.ASKING:
                return True
            case Finding.PUBLISHABLE:
                return bool(self.working)
            case _:
                return self.finding in _SILENT and bool(self.records)

    @property
    def proving(self) -> bool:
        """Whether a revoke is not at the end of its proof, which goes on by itself."""
        return self.proof is not None and self.proof.running

    @property
    def under_way(self) -> bool:
        """Whether a revoke has been sent, or is about to be, and has no result yet."""
        return self.proof is not None and self.proof.state in _BUSY

    @property
    def working(self) -> tuple[ApiKey, ...]:
        """Those of the records that worked when they were listed."""
        if self.as_of is None:
            return self.records
        return tuple(one for one in self.records if one.state(self.as_of).works)

    @property
    def revocable(self) -> tuple[ApiKey, ...]:
        """The records that may be revoked here: never those that only look the same as a refused
        key, and none while a revoke is under way or done."""
        if self.finding not in REVOCABLE:
            return ()
        if self.under_way or (self.proof is not None and self.proof.state is ProofState.DEAD):
            return ()
        return self.records if self.finding is Finding.THIS_KEY else self.working

    @property
    def askable(self) -> bool:
        """Whether the key may be presented when the user asks for it by name: the store lists it,
        or may not be listed, or gave an answer that proves nothing."""
        if self.settled:
            return False
        if self.finding in (Finding.LISTED, Finding.CANNOT_LIST):
            return True
        return self.finding in _SILENT and (bool(self.records) or self.presented)

    @property
    def asked(self) -> bool:
        """Whether the store has said whether it knows the key."""
        return self.finding not in _NOT_ASKED


_NOT_ASKED = {
    Finding.LISTING,
    Finding.NOT_READ_TO_THE_END,
    Finding.CANNOT_LIST,
    Finding.NOT_SIGNED_IN,
    Finding.UNREACHABLE,
    Finding.IN_TROUBLE,
}


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
_BUSY = {ProofState.REVOKING, ProofState.PROVING}
_SILENT = {Finding.LISTED, Finding.NOT_SIGNED_IN, Finding.UNREACHABLE, Finding.IN_TROUBLE}


@dataclass(frozen=True)
class Case:
    """A found key and what each store says of it, in the order of the stores, which stays.

    `copied_ago`: so many seconds ago this program itself put the key on the clipboard. `alone`: it
    is the only secret key of its text. `since` is when it last changed, in the clock's seconds.
    """

    key: FoundKey
    answers: tuple[StoreAnswer, ...]
    copied_ago: float | None = None
    alone: bool = False
    since: float = 0.0

    @property
    def accepted(self) -> tuple[StoreAnswer, ...]:
        """The stores that accepted the key."""
        return tuple(answer for answer in self.answers if answer.accepted_at is not None)

    @property
    def dead(self) -> bool:
        """Whether every store that accepted the key is proven to refuse it, and none is left that
        lists it and was not asked: a copy of a store accepts what the store refuses. Stores that
        could not be listed are none of this: see `not_asked`."""
        return bool(self.accepted) and not any(answer.may_work for answer in self.answers)

    @property
    def proving(self) -> bool:
        """Whether a revoke of the key is not at the end of its proof in some store."""
        return any(answer.proving for answer in self.answers)

    @property
    def not_asked(self) -> tuple[StoreAnswer, ...]:
        """The stores that have not said whether they know the key."""
        return tuple(answer for answer in self.answers if not answer.asked)

    @property
    def certain(self) -> StoreAnswer | None:
        """The one store and record that may be revoked without a second question: the only secret
        key of the text, not copied by this program, accepted by exactly one store, which named it.
        """
        if not self.alone or self.copied_ago is not None or len(self.accepted) != 1:
            return None
        (answer,) = self.accepted
        sure = answer.finding is Finding.THIS_KEY and answer.proof is None and answer.working
        return answer if sure else None
