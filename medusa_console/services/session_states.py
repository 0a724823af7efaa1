"""The states of a session at one store, and the allowed changes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from medusa_console.domain.session import Ended, Session


@dataclass(frozen=True)
class Restoring:
    """The kept session is being read from the keyring."""


@dataclass(frozen=True)
class SignedOut:
    """Nobody is signed in. The server accepts the forgotten token until `accepted_until`."""

    reason: Ended
    accepted_until: datetime | None = None


@dataclass(frozen=True)
class SigningIn:
    """A sign-in request is in flight; with `keep`, its session is to be kept in the keyring.
    `email` is "" if a provider is going to name the account."""

    email: str
    keep: bool


@dataclass(frozen=True)
class SignedIn:
    """Requests can be signed."""

    session: Session


@dataclass(frozen=True)
class Locked:
    """The account's password is needed before anything is shown or sent; requests wait.

    The token is forgotten; the server accepts it until `accepted_until`. `provider` is the id of
    the one that let the account in, "" for a password.
    """

    user_id: str
    email: str
    accepted_until: datetime | None
    provider: str = ""


@dataclass(frozen=True)
class Expired:
    """The server no longer accepts the session; the pages stay open. `at` is local time.
    `second_factor`: it is refused because it was opened without one. `provider` as in Locked."""

    user_id: str
    email: str
    at: datetime
    second_factor: bool = False
    provider: str = ""


State = Restoring | SignedOut | SigningIn | SignedIn | Locked | Expired

# The states that may follow each state.
ALLOWED: dict[type[State], tuple[type[State], ...]] = {
    Restoring: (SigningIn, SignedIn, Locked, SignedOut),
    SignedOut: (SigningIn, SignedIn),
    SigningIn: (SigningIn, SignedIn, Locked, SignedOut),
    SignedIn: (SignedIn, Locked, Expired, SignedOut),
    Locked: (SignedIn, SignedOut),
    Expired: (SignedIn, Locked, SignedOut),
}
