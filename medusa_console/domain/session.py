"""A session: the token the server gave and what its claims say. Source: contract, section 1.2."""

from __future__ import annotations

import base64
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from enum import Enum
from typing import Any

from pydantic import BaseModel, ConfigDict, Field, SecretStr

from medusa_console.domain.errors import CustomerLogin, NoAdminAccount, NotASession

_JWT = re.compile(r"[\w-]+\.([\w-]+)\.[\w-]*", re.ASCII)
_REFRESH_AT = 0.8
_REFRESH_WITHIN = timedelta(minutes=10)
_LOOKS_PER_LIFE = 20
_SHORTEST_NAP = 0.25
LONGEST_NAP = 60.0


class _Claims(BaseModel):
    model_config = ConfigDict(frozen=True, extra="ignore", hide_input_in_errors=True)

    actor_id: str
    actor_type: str
    auth_identity_id: str = ""
    auth_provider: str = ""
    app_metadata: dict[str, Any] = Field(default_factory=dict, repr=False)
    iat: int
    exp: int


@dataclass(frozen=True)
class Session:
    """A signed-in admin of one origin.

    `email` is the account as typed; times are server times. `began_at` is when the person signed
    in, before any refresh. The token never prints.
    """

    origin: str
    email: str
    user_id: str
    token: SecretStr
    issued_at: datetime
    expires_at: datetime
    began_at: datetime

    @property
    def refresh_due(self) -> datetime:
        """When to refresh quietly: at 80 % of life, or 10 minutes before its end if earlier.

        In lives of 10 minutes and less, the 80 % alone counts.
        """
        life = self.expires_at - self.issued_at
        at_share = self.issued_at + life * _REFRESH_AT
        if life <= _REFRESH_WITHIN:
            return at_share
        return min(at_share, self.expires_at - _REFRESH_WITHIN)

    def next_look(self, now: datetime) -> float:
        """Seconds from the server's `now` until a refresh is due, or until the next try if it is.

        At most a twentieth of the session's life, and at most a minute: clocks jump and computers
        sleep. A timer that fires early is followed by what was left, however short.
        """
        life = (self.expires_at - self.issued_at).total_seconds()
        pause = min(LONGEST_NAP, max(life / _LOOKS_PER_LIFE, _SHORTEST_NAP))
        until_due = (self.refresh_due - now).total_seconds()
        return min(until_due, pause) if until_due > 0 else pause


@dataclass(frozen=True)
class SessionContext:
    """What the token says about who holds it, as Medusa names it."""

    actor_id: str
    actor_type: str
    auth_identity_id: str
    auth_provider: str
    app_metadata: Mapping[str, Any] = field(repr=False)


class Ended(Enum):
    """Why nobody is signed in."""

    NEVER = "never signed in"
    SIGNED_OUT = "signed out"
    EXPIRED = "expired"
    ACCOUNT_GONE = "the account was deleted"
    OTHER_ACCOUNT = "another account signed in"


def read_session(
    token: str, *, origin: str, email: str, began_at: datetime | None = None
) -> Session:
    """The session that `token` (a JWT) opens for an admin; its signature is the server's business.

    `began_at` is that of the session which this one carries on; None for a new one.
    Raises CustomerLogin or NoAdminAccount for a token without an admin behind it, NotASession for
    anything that is not such a token.
    """
    claims = _read(token)
    if claims.actor_type == "customer" or (
        not claims.actor_id and "customer_id" in claims.app_metadata
    ):
        raise CustomerLogin("a customer's login")
    if claims.actor_type != "user" or not claims.actor_id:
        raise NoAdminAccount("no admin account")
    issued_at, expires_at = _moment(claims.iat), _moment(claims.exp)
    return Session(
        origin,
        email,
        claims.actor_id,
        SecretStr(token),
        issued_at,
        expires_at,
        began_at or issued_at,
    )


def read_context(session: Session) -> SessionContext:
    """What the token of `session` says; raises NotASession if it cannot be read."""
    claims = _read(session.token.get_secret_value())
    return SessionContext(
        claims.actor_id,
        claims.actor_type,
        claims.auth_identity_id,
        claims.auth_provider,
        claims.app_metadata,
    )


@dataclass(frozen=True)
class CustomerToken:
    """`customer_id` is "" when no customer belongs to the identity (yet)."""

    token: SecretStr
    customer_id: str


def read_customer_id(token: str) -> str:
    """Whom `token` (a JWT) signs in as a customer; "" when no customer belongs to the identity.

    Raises NotASession for anything that is not a customer's token.
    """
    claims = _read(token)
    if claims.actor_type != "customer":
        raise NotASession("the server's token is not a customer's")
    return claims.actor_id


def _read(token: str) -> _Claims:
    match = _JWT.fullmatch(token)
    if match is None:
        raise NotASession("the server's token is not a JWT")
    payload = match[1]
    try:
        return _Claims.model_validate_json(
            base64.urlsafe_b64decode(payload + "=" * (-len(payload) % 4))
        )
    except ValueError:
        # The cause would print the token.
        raise _unreadable() from None


def _moment(seconds: int) -> datetime:
    try:
        return datetime.fromtimestamp(seconds, UTC)
    except (ValueError, OverflowError, OSError):
        raise _unreadable() from None


def _unreadable() -> NotASession:
    return NotASession("the server's token cannot be read")
