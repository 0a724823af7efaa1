"""Keeps what was found of leaked keys in one store, for the account that looked."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from medusa_console.domain.colleague import JoinedPerson, OpenInvite
from medusa_console.domain.key_trace import Trace
from medusa_console.services.people import RemovedPerson
from medusa_console.services.session import SessionService, SignedOut, State


@dataclass(frozen=True)
class Removal:
    """Somebody whom the user removed, and until when a session of theirs may work."""

    person: JoinedPerson
    gone: RemovedPerson


@dataclass(frozen=True)
class TraceLook:
    """A look at one key, with what the user said and did since. `leaked_at` is the leak's first
    known date, None if it is unknown. `previewed` are the ids of the made keys that a preview has
    shown, None before the first. `revoking`: a run has begun since to revoke keys of it."""

    trace: Trace
    leaked_at: datetime | None = None
    removals: tuple[Removal, ...] = ()
    deleted: tuple[OpenInvite, ...] = ()
    previewed: frozenset[str] | None = None
    revoking: bool = False


class TraceLooks:
    """The last look at each key. A sign-out, and another account, forget all of them."""

    def __init__(self, session: SessionService) -> None:
        self._session = session
        self._looks: dict[str, TraceLook] = {}
        session.changed.subscribe(self._on_session)

    def of(self, key_id: str) -> TraceLook | None:
        """The last look of the signed-in account at the key with that id."""
        look = self._looks.get(key_id)
        return look if look is not None and self._is_ours(look) else None

    def keep(self, look: TraceLook) -> TraceLook:
        """Keep `look` in place of the one before, unless another account has signed in since.
        Returns it with what was done, and shown, since the look before: `look` may have been begun
        earlier than that."""
        if not self._is_ours(look):
            return look
        before = self.of(look.trace.root_id)
        kept = look if before is None else _merged(before, look)
        self._looks[look.trace.root_id] = kept
        return kept

    def add_removal(self, key_id: str, removal: Removal) -> None:
        """Keep that somebody was removed, with the look at that key."""
        if (look := self.of(key_id)) is not None:
            self.keep(replace(look, removals=(removal,)))

    def add_deletion(self, key_id: str, invite: OpenInvite) -> None:
        """Keep that an invite was deleted, with the look at that key."""
        if (look := self.of(key_id)) is not None:
            self.keep(replace(look, deleted=(invite,)))

    def forget(self) -> None:
        """Forget everything."""
        self._looks.clear()

    def _is_ours(self, look: TraceLook) -> bool:
        return bool(look.trace.user_id) and look.trace.user_id == self._session.user_id

    def _on_session(self, state: State) -> None:
        if isinstance(state, SignedOut) or not all(map(self._is_ours, self._looks.values())):
            self.forget()


def _merged(before: TraceLook, look: TraceLook) -> TraceLook:
    removals = {one.person.id: one for one in (*before.removals, *look.removals)}
    deleted = {one.id: one for one in (*before.deleted, *look.deleted)}
    return replace(
        look,
        removals=tuple(removals.values()),
        deleted=tuple(deleted.values()),
        previewed=_all(before.previewed, look.previewed),
    )


def _all(*some: frozenset[str] | None) -> frozenset[str] | None:
    known: Iterable[frozenset[str]] = [one for one in some if one is not None]
    return frozenset().union(*known) if known else None
