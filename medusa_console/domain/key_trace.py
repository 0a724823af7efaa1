"""What a secret key has left in its store: what it made, and what may be its work."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import Enum, auto
from typing import Final

from medusa_console.domain.api_key import ApiKey, KeyType
from medusa_console.domain.colleague import JoinedPerson, OpenInvite
from medusa_console.domain.errors import (
    ConsoleError,
    Forbidden,
    NoSuchRoute,
    NotMedusa,
    Unreachable,
    UntrustedCertificate,
)

MOST_REVOKED: Final = 500
"""So many keys are revoked in one run, at most."""

# A revoke writes `revoked_at` and then `updated_at`, usually 2 ms apart.
_ONE_WRITE: Final = timedelta(seconds=2)
# A creation writes `created_at` and `updated_at`, on a busy server up to 1 ms apart (2 of 640).
_ONE_CREATION: Final = timedelta(milliseconds=10)


class TraceKind(Enum):
    """The kinds of record that a secret key can make or change."""

    KEYS = auto()
    CUSTOMERS = auto()
    CUSTOMER_GROUPS = auto()
    TAX_REGIONS = auto()
    USERS = auto()
    INVITES = auto()
    # Medusa keeps no author of these, or none that can be asked for.
    RESERVATIONS = auto()
    TAX_RATES = auto()
    ORDERS = auto()
    PRODUCTS = auto()
    RETURNS = auto()
    CLAIMS = auto()
    EXCHANGES = auto()
    PAYMENTS = auto()
    SETTINGS = auto()  # regions, channels, stores, stock, shipping, price lists, promotions, …
    EXPORTS = auto()
    UPLOADS = auto()


BY_AUTHOR: Final = (TraceKind.CUSTOMERS, TraceKind.CUSTOMER_GROUPS, TraceKind.TAX_REGIONS)
"""The kinds that a Medusa filters by the id of the key that made them (`docs/leaks.md`)."""


class WhyNotLooked(Enum):
    """Why a kind of record was not looked at, or not wholly."""

    FORBIDDEN = auto()  # 403
    NO_ROUTE = auto()  # the store, perhaps an older one, has no such route
    NOT_MEDUSA = auto()  # an answer that no Medusa gives
    NO_ANSWER = auto()
    TROUBLE = auto()  # the store failed, or refused in another way
    NOT_READ_TO_THE_END = auto()  # there is more than was read
    NO_AUTHOR = auto()  # Medusa keeps no author of these records
    ONE_BY_ONE = auto()  # Medusa keeps one, but every record would have to be read
    NOT_LISTED = auto()  # Medusa has no list of them


@dataclass(frozen=True)
class NotLooked:
    """`error` is what the store, or nobody, answered; None where nothing was asked."""

    kind: TraceKind
    why: WhyNotLooked
    error: ConsoleError | None = None


NEVER_LOOKED: Final = (
    NotLooked(TraceKind.ORDERS, WhyNotLooked.ONE_BY_ONE),
    NotLooked(TraceKind.PRODUCTS, WhyNotLooked.NO_AUTHOR),
    NotLooked(TraceKind.RETURNS, WhyNotLooked.ONE_BY_ONE),
    NotLooked(TraceKind.CLAIMS, WhyNotLooked.ONE_BY_ONE),
    NotLooked(TraceKind.EXCHANGES, WhyNotLooked.ONE_BY_ONE),
    NotLooked(TraceKind.PAYMENTS, WhyNotLooked.ONE_BY_ONE),
    NotLooked(TraceKind.TAX_RATES, WhyNotLooked.ONE_BY_ONE),
    NotLooked(TraceKind.RESERVATIONS, WhyNotLooked.NO_AUTHOR),
    NotLooked(TraceKind.SETTINGS, WhyNotLooked.NO_AUTHOR),
    NotLooked(TraceKind.EXPORTS, WhyNotLooked.NO_AUTHOR),
    NotLooked(TraceKind.UPLOADS, WhyNotLooked.NOT_LISTED),
)
"""What no look at a key covers, whatever the store."""


def not_looked(kind: TraceKind, error: ConsoleError) -> NotLooked:
    """What it says of `kind` that its list failed with `error`."""
    match error:
        case Forbidden():
            why = WhyNotLooked.FORBIDDEN
        case NoSuchRoute():
            why = WhyNotLooked.NO_ROUTE
        case NotMedusa():
            why = WhyNotLooked.NOT_MEDUSA
        case Unreachable() | UntrustedCertificate():
            why = WhyNotLooked.NO_ANSWER
        case _:
            why = WhyNotLooked.TROUBLE
    return NotLooked(kind, why, error)


@dataclass(frozen=True, slots=True)
class MadeKey:
    """A key whose record names its maker. `maker` is the id of a key; `depth` is 1 for a key that
    the leaked key made itself, 2 for a key that such a key made, and so on."""

    key: ApiKey
    maker: str
    depth: int


@dataclass(frozen=True, slots=True)
class MadeRecord:
    """A record of a kind in BY_AUTHOR, whose `created_by` is the id `maker` of a key."""

    kind: TraceKind
    id: str
    maker: str
    created_at: datetime


class NoMaker(Enum):
    """Why it is not known whose work a key is."""

    KEY_GONE = auto()  # the record names a key that has no record: it was deleted
    USER_GONE = auto()  # the record names a user who has no record
    JOINED_SINCE = auto()  # a user made it who joined after the leaked key was made
    MADE_BY_SUCH = auto()  # a key made it that cannot be attributed itself


@dataclass(frozen=True, slots=True)
class UnattributedKey:
    """A key that may be the work of the leaked key, or of somebody let in with it. `maker` is the
    id of the user or key that its record names."""

    key: ApiKey
    maker: str
    why: NoMaker


@dataclass(frozen=True)
class Trace:
    """All that one look found of the key `root_id`.

    `root` is its record, None if the store has none any more. `since` is when the key was made, as
    far as known: None then, and everything counts as newer. `as_of` is the server's time, `user_id`
    and `email` are the account that looked. `roles` tells whether roles bar keys, None if the store
    did not tell: with roles off, the key could fetch every admin's token for a new password.

    `made_keys` come by depth, then by age, `made` by kind and age. `unattributed` are keys newer
    than the leaked key, `unattributed_records` what those and their missing makers have made.
    `people` and `invites` come newest first. `revoked` are the keys that the leaked key, or a key
    of its tree, was the last to revoke or to give an end, itself included: with roles off, a key
    puts off its own end. `changed` are keys whose last change, later than `since`, was neither
    their creation nor their revoke: a new title or a new end, by whomever; see `changed_after`.
    """

    root_id: str
    root: ApiKey | None
    since: datetime | None
    as_of: datetime
    user_id: str
    email: str
    roles: bool | None
    made_keys: tuple[MadeKey, ...] = ()
    made: tuple[MadeRecord, ...] = ()
    unattributed: tuple[UnattributedKey, ...] = ()
    unattributed_records: tuple[MadeRecord, ...] = ()
    people: tuple[JoinedPerson, ...] = ()
    invites: tuple[OpenInvite, ...] = ()
    revoked: tuple[ApiKey, ...] = ()
    changed: tuple[ApiKey, ...] = ()
    not_looked: tuple[NotLooked, ...] = NEVER_LOOKED

    @property
    def nothing(self) -> bool:
        """Whether nothing carries the key's name. People, invites and keys without a maker carry
        nobody's name, so they do not count."""
        return not (self.made_keys or self.made or self.revoked)

    @property
    def failed(self) -> tuple[NotLooked, ...]:
        """The kinds that were asked for, and of which something is missing."""
        never = set(NEVER_LOOKED)
        return tuple(one for one in self.not_looked if one not in never)

    def of_kind(self, kind: TraceKind) -> tuple[MadeRecord, ...]:
        """The made records of one kind, oldest first."""
        return tuple(one for one in self.made if one.kind is kind)


def after_leak(moment: datetime, leaked_at: datetime | None) -> bool | None:
    """Whether `moment` is at or after the leak's first known date; None if there is none."""
    return None if leaked_at is None else moment >= leaked_at


def changed_after(trace: Trace, leaked_at: datetime | None) -> tuple[ApiKey, ...]:
    """The keys of `trace.changed` whose last change is at or after the leak; all without a date."""
    if leaked_at is None:
        return trace.changed
    return tuple(
        key for key in trace.changed if key.updated_at is not None and key.updated_at >= leaked_at
    )


def is_changed(key: ApiKey) -> bool:
    """Whether the last change of `key` was neither its creation nor its revoke. Medusa moves
    `updated_at` with a title and an end, and leaves it as it is with sales channels."""
    if key.updated_at is None or key.updated_at - key.created_at <= _ONE_CREATION:
        return False
    return key.revoked_at is None or abs(key.updated_at - key.revoked_at) > _ONE_WRITE


def ticked(trace: Trace, leaked_at: datetime | None) -> tuple[ApiKey, ...]:
    """The keys that are proposed for 'Revoke what it made': the secret keys made by the tree, at or
    after the leak, that work at `trace.as_of`; none without a date, and MOST_REVOKED at most, those
    nearest to the leaked key first. Publishable keys never: a storefront would stop."""
    if leaked_at is None:
        return ()
    living = (
        made.key
        for made in trace.made_keys
        if made.key.type is KeyType.SECRET
        and made.key.created_at >= leaked_at
        and made.key.state(trace.as_of).works
    )
    return tuple(living)[:MOST_REVOKED]


@dataclass(frozen=True)
class News:
    """What a later look shows that an earlier one did not."""

    made_keys: tuple[MadeKey, ...] = ()
    made: tuple[MadeRecord, ...] = ()
    unattributed: tuple[UnattributedKey, ...] = ()
    unattributed_records: tuple[MadeRecord, ...] = ()
    people: tuple[JoinedPerson, ...] = ()
    invites: tuple[OpenInvite, ...] = ()

    def __bool__(self) -> bool:
        return any(
            (
                self.made_keys,
                self.made,
                self.unattributed,
                self.unattributed_records,
                self.people,
                self.invites,
            )
        )


def news(earlier: Trace, later: Trace) -> News:
    """What `later` shows that `earlier` did not, by ids; both are about the same key and store."""
    keys = {one.key.id for one in earlier.made_keys}
    lost = {one.key.id for one in earlier.unattributed}
    records = _ids(earlier.made) | _ids(earlier.unattributed_records)
    people = {person.id for person in earlier.people}
    invites = {invite.id for invite in earlier.invites}
    return News(
        tuple(one for one in later.made_keys if one.key.id not in keys),
        tuple(one for one in later.made if (one.kind, one.id) not in records),
        tuple(one for one in later.unattributed if one.key.id not in keys | lost),
        tuple(one for one in later.unattributed_records if (one.kind, one.id) not in records),
        tuple(person for person in later.people if person.id not in people),
        tuple(invite for invite in later.invites if invite.id not in invites),
    )


def _ids(records: Sequence[MadeRecord]) -> set[tuple[TraceKind, str]]:
    return {(one.kind, one.id) for one in records}
