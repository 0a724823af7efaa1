"""What a session at one store can be, and what may follow what.

Restoring ── session good ────→ SignedIn
Restoring ── none, bad ───────→ SignedOut
Restoring ── submit meanwhile → SigningIn
Restoring ── good, lock before → Locked
SignedOut ── submit ──────────→ SigningIn
SigningIn ── ok ──────────────→ SignedIn
SigningIn ── ok, lock before ─→ Locked
SigningIn ── refused, cancel ─→ SignedOut
SigningIn ── submit again ────→ SigningIn   the later attempt counts
SignedIn  ── 401 ─────────────→ Expired     the page stays, sign-in lies over it
Expired   ── same account ────→ SignedIn
Expired   ── other account ───→ SignedOut → SignedIn
SignedIn  ── lock ────────────→ Locked      requests wait
Expired   ── lock ────────────→ Locked
Locked    ── same account ────→ SignedIn
Locked    ── other account ───→ SignedOut → SignedIn
any       ── sign out ────────→ SignedOut
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from medusa_console.domain.session import Ended, Session


@dataclass(frozen=True)
class Restoring:
    """The keyring is being asked."""


@dataclass(frozen=True)
class SignedOut:
    """`accepted_until`: how long the server still accepts the forgotten token, if there was one."""

    reason: Ended
    accepted_until: datetime | None = None


@dataclass(frozen=True)
class SigningIn:
    """Credentials are on their way."""

    email: str


@dataclass(frozen=True)
class SignedIn:
    """Requests can be signed."""

    session: Session


@dataclass(frozen=True)
class Locked:
    """Nobody may see or do anything until the account's password was given again; requests wait.

    The token is forgotten; `accepted_until` tells how long the server still accepts it.
    """

    user_id: str
    email: str
    accepted_until: datetime | None


@dataclass(frozen=True)
class Expired:
    """The server no longer accepts the session; what is on screen stays. `at` is local time."""

    user_id: str
    email: str
    at: datetime


State = Restoring | SignedOut | SigningIn | SignedIn | Locked | Expired

ALLOWED: frozenset[tuple[type[State], type[State]]] = frozenset(
    {
        (Restoring, SigningIn),
        (Restoring, SignedIn),
        (Restoring, Locked),
        (Restoring, SignedOut),
        (SignedOut, SigningIn),
        (SignedOut, SignedIn),
        (SigningIn, SigningIn),
        (SigningIn, SignedIn),
        (SigningIn, Locked),
        (SigningIn, SignedOut),
        (SignedIn, SignedIn),
        (SignedIn, Locked),
        (SignedIn, Expired),
        (SignedIn, SignedOut),
        (Locked, SignedIn),
        (Locked, SignedOut),
        (Expired, SignedIn),
        (Expired, Locked),
        (Expired, SignedOut),
    }
)
