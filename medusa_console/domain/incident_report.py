"""What an incident report may tell: the facts of one store, without what was not asked for.

Nothing here names another store, holds a secret, or, unless people are named, an email.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Final
from urllib.parse import urlsplit

from medusa_console.domain.address import readable_host
from medusa_console.domain.api_key import ApiKey, KeyType
from medusa_console.domain.colleague import JoinedPerson, OpenInvite
from medusa_console.domain.key_trace import Trace
from medusa_console.domain.leak_answers import Case, Finding, StoreAnswer
from medusa_console.domain.leak_steps import Did
from medusa_console.domain.leaks import FoundKey, Place
from medusa_console.domain.store import Store

MOST_ALIKE: Final = 20
"""So many records that look like one key are told."""
LEFT_OUT: Final = "…"
"""Stands for an email, and for another store."""

# As in an address, where the sign is %40, and as the wide and the small sign.
_SIGN: Final = "@\uff20\ufe6b"
_PART: Final = rf"[^\s{_SIGN}<>()\[\],;:\"']"
_EMAIL: Final = re.compile(rf"{_PART}{{1,64}}(?:[{_SIGN}]|%40){_PART}{{1,255}}")
_SHORTEST_NAME: Final = 3
_TELLING: Final = frozenset(
    {
        Finding.THIS_KEY,
        Finding.ACCEPTED,
        Finding.CANDIDATES,
        Finding.LISTED,
        Finding.ANOTHER_KEY,
        Finding.REVOKED_ALIKE,
        Finding.REFUSED,
        Finding.PUBLISHABLE,
    }
)


@dataclass(frozen=True)
class GonePerson:
    """Somebody who was removed from here. `at` is the server's time; `session_until` is when a
    session of theirs ends at the latest, None if that is not known."""

    id: str
    at: datetime
    session_until: datetime | None


@dataclass(frozen=True)
class ReportedLook:
    """A look at what a key did, and what was done with it from here since. `revoking`: a
    run has begun since to revoke keys of it."""

    trace: Trace
    leaked_at: datetime | None = None
    removed: tuple[GonePerson, ...] = ()
    deleted_invites: tuple[OpenInvite, ...] = ()
    revoking: bool = False


@dataclass(frozen=True)
class ReportedKey:
    """A found key and what the store says of it. `look` is None where nobody looked for what the
    key did. `still_elsewhere`: it may work in a place that this report does not name."""

    key: FoundKey
    answer: StoreAnswer
    look: ReportedLook | None = None
    still_elsewhere: bool = False

    @property
    def records(self) -> tuple[ApiKey, ...]:
        """The records that are, or may be, the key: of a proof, that one alone."""
        if self.answer.proof is not None:
            return (self.answer.proof.record,)
        return self.answer.records[:MOST_ALIKE]

    @property
    def not_looked_at(self) -> bool:
        """Whether nobody looked for what the key did, though the key is known to have a record."""
        return self.key.type is KeyType.SECRET and bool(self.records) and self.look is None

    @property
    def gone(self) -> bool:
        """Whether the record was looked for after the revoke, and is gone."""
        return any(step.did is Did.READ_GONE for step in self.answer.steps)

    def revoked_here(self, record: ApiKey) -> bool | None:
        """Whether an account that used this desk is the one that the record names; None if it sent
        a revoke, and no answer told what became of it."""
        did = {step.did for step in self.answer.steps if step.by == record.revoked_by}
        if Did.REVOKED in did:
            return True
        return None if Did.REVOKE_LOST in did else False


@dataclass(frozen=True)
class Incident:
    """One store, and the keys of one text as far as they concern it. `pasted_at` and `made_at` are
    the server's times of the paste and of this report. `roles` tells whether roles bar keys; None
    if the store did not say. With `people`, they are told by name: `named` are name and email by
    the ids of their accounts, as far as the store told them. Of
    `unknown_keys` of the text the store told nothing."""

    store: Store
    practice: bool
    pasted_at: datetime
    made_at: datetime
    account: str
    roles: bool | None
    keys: tuple[ReportedKey, ...]
    unknown_keys: int = 0
    people: bool = False
    named: Mapping[str, tuple[str, str]] = field(default_factory=dict)


def concerns(answer: StoreAnswer) -> bool:
    """Whether a store has said anything of a key that a report tells."""
    return answer.proof is not None or answer.settled or answer.finding in _TELLING


def reported(
    cases: Iterable[Case],
    store: Store,
    looks: Mapping[str, ReportedLook],
    others: Sequence[Store],
    *,
    people: bool,
) -> tuple[tuple[ReportedKey, ...], int]:
    """The keys of `cases` that concern `store`, and how many do not.

    `looks` are by the ids of records. `others` are the window's other stores, of which nothing is
    told. Without `people`, emails and names of people are left out.
    """
    hide = Hiding(store, others, people=people)
    told: list[ReportedKey] = []
    unknown = 0
    for case in cases:
        answer = next((one for one in case.answers if one.store.origin == store.origin), None)
        if answer is None or not concerns(answer):
            unknown += 1
        else:
            told.append(_key(case, replace(answer, store=store), looks, hide))
    return tuple(told), unknown


class Hiding:
    """Takes out of texts what a report does not tell."""

    def __init__(self, store: Store, others: Sequence[Store], *, people: bool) -> None:
        names = {name for one in others for name in _names_of(one)} - _names_of(store)
        wanted = sorted((one for one in names if len(one) >= _SHORTEST_NAME), key=len, reverse=True)
        self._others = re.compile("|".join(map(re.escape, wanted)), re.IGNORECASE)
        self._any = bool(wanted)
        self._people = people

    def text(self, text: str) -> str:
        """`text` without other stores, and without emails unless people are told."""
        if self._any:
            text = self._others.sub(LEFT_OUT, text)
        return text if self._people else _EMAIL.sub(LEFT_OUT, text)

    def place(self, place: Place) -> Place:
        """Where a key stood; a commit's author is a person."""
        return replace(
            place,
            repository=self.text(place.repository),
            file=self.text(place.file),
            name=self.text(place.name),
            commit=self.text(place.commit),
            date=self.text(place.date),
            author=self.text(place.author) if self._people else "",
        )

    def look(self, look: ReportedLook) -> ReportedLook:
        """What a key did, with people as ids and times alone unless they are told."""
        if self._people:
            return look
        trace = replace(
            look.trace,
            email="",
            people=tuple(map(_unnamed, look.trace.people)),
            invites=tuple(map(_unaddressed, look.trace.invites)),
        )
        deleted = tuple(map(_unaddressed, look.deleted_invites))
        return replace(look, trace=trace, deleted_invites=deleted)


def _key(
    case: Case, answer: StoreAnswer, looks: Mapping[str, ReportedLook], hide: Hiding
) -> ReportedKey:
    places = tuple(map(hide.place, case.key.places))
    key = replace(case.key, secret=None, places=places)
    elsewhere = any(one.may_work for one in case.answers if one.store.origin != answer.store.origin)
    told = ReportedKey(key, answer, still_elsewhere=elsewhere)
    look = next((looks[one.id] for one in told.records if one.id in looks), None)
    return replace(told, look=hide.look(look) if look is not None else None)


def _names_of(store: Store) -> set[str]:
    """What a text may call a store: also its host without the port, and in Unicode."""
    host = urlsplit(store.origin).hostname or ""
    return {store.name, store.host, store.origin, host, readable_host(store.origin)}


def _unnamed(person: JoinedPerson) -> JoinedPerson:
    return JoinedPerson(id=person.id, created_at=person.created_at)


def _unaddressed(invite: OpenInvite) -> OpenInvite:
    return OpenInvite(id=invite.id, created_at=invite.created_at, expires_at=invite.expires_at)
