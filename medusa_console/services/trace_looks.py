"""Keeps what was found of leaked keys in one store, for the account that looked."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from medusa_console.domain.key_trace import JoinedPerson, OpenInvite, Trace
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
    shown, None before the first."""

    trace: Trace
    leaked_at: datetime | None = None
    removals: tuple[Removal, ...] = ()
    deleted: tuple[OpenInvite, ...] = ()
    previewed: frozenset[str] | None = None


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

    def keep(self, look: TraceLook) -> None:
        """Keep `look` in place of the one before, unless another account has signed in since."""
        if self._is_ours(look):
            self._looks[look.trace.root_id] = look

    def forget(self) -> None:
        """Forget everything."""
        self._looks.clear()

    def _is_ours(self, look: TraceLook) -> bool:
        return bool(look.trace.user_id) and look.trace.user_id == self._session.user_id

    def _on_session(self, state: State) -> None:
        if isinstance(state, SignedOut) or not all(map(self._is_ours, self._looks.values())):
            self.forget()
