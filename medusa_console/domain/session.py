"""A session: the server's token and its claims. Source: contract, section 1.2."""

from __future__ import annotations

import base64
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import Enum
from typing import Any

from pydantic import BaseModel, ConfigDict, Field, SecretStr

from medusa_console.domain.bounded import masked
from medusa_console.domain.errors import CustomerLogin, NoAdminAccount, NotASession
from medusa_console.domain.moments import clamped

_JWT = re.compile(r"[\w-]+\.([\w-]+)\.[\w-]*", re.ASCII)
_REFRESH_AT = 0.8
_REFRESH_WITHIN = timedelta(minutes=10)
_LOOKS_PER_LIFE = 20
_SHORTEST_NAP = 0.25
LONGEST_NAP = 60.0
_LONGEST_EMAIL = 320
_PASSWORD = "emailpass"  # noqa: S105  # a provider's id


class SessionContext(BaseModel):
    """The claims of a login token, by Medusa's names."""

    model_config = ConfigDict(frozen=True, extra="ignore", hide_input_in_errors=True)

    actor_id: str
    actor_type: str
    auth_identity_id: str = ""
    auth_provider: str = ""
    app_metadata: Mapping[str, Any] = Field(default_factory=dict, repr=False)
    iat: int
    exp: int


class _Told(BaseModel):
    """What a provider said of the person."""

    model_config = ConfigDict(extra="ignore", hide_input_in_errors=True)

    user_metadata: Any = None


@dataclass(frozen=True)
class Session:
    """A signed-in admin of one origin.

    `email` is the account as typed, or as a provider names it; times are server times. `began_at`
    is when the user signed in, before any refresh. The token is never printed.
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
        """When to refresh: at 80 % of the session's life, or 10 minutes before its end if earlier.

        In lives of 10 minutes and less, only the 80 % count.
        """
        life = self.expires_at - self.issued_at
        at_share = self.issued_at + life * _REFRESH_AT
        if life <= _REFRESH_WITHIN:
            return at_share
        return min(at_share, self.expires_at - _REFRESH_WITHIN)

    def next_look(self, now: datetime) -> float:
        """Seconds from the server's `now` until a refresh is due, or until the next try.

        At most a twentieth of the session's life, and at most a minute: clocks jump and computers
        sleep. After a timer that fired early, the result is the rest, however short.
        """
        life = (self.expires_at - self.issued_at).total_seconds()
        pause = min(LONGEST_NAP, max(life / _LOOKS_PER_LIFE, _SHORTEST_NAP))
        until_due = (self.refresh_due - now).total_seconds()
        return min(until_due, pause) if until_due > 0 else pause


class Ended(Enum):
    """Why no account is signed in."""

    NEVER = "never signed in"
    SIGNED_OUT = "signed out"
    EXPIRED = "expired"
    ACCOUNT_GONE = "the account was deleted"
    OTHER_ACCOUNT = "another account signed in"


def read_session(
    token: str, *, origin: str, email: str, began_at: datetime | None = None
) -> Session:
    """The session that an admin's `token` (a JWT) opens; the signature is not checked.

    With `email` "", the account is named as a provider names it. `began_at` is that of the
    refreshed session; None for a new one. Raises CustomerLogin or NoAdminAccount for a token
    without an admin, NotASession for any other text.
    """
    claims = _read(token)
    if claims.actor_type == "customer" or (
        not claims.actor_id and "customer_id" in claims.app_metadata
    ):
        raise CustomerLogin("a customer's login")
    if claims.actor_type != "user" or not claims.actor_id:
        raise NoAdminAccount(SecretStr(token), _told_email(token) or email)
    issued_at, expires_at = _moment(claims.iat), _moment(claims.exp)
    if expires_at <= issued_at:
        raise NotASession("the server's token ends before it begins")
    return Session(
        origin,
        email or _told_email(token) or claims.actor_id,
        claims.actor_id,
        SecretStr(token),
        issued_at,
        expires_at,
        began_at or issued_at,
    )


def read_context(session: Session) -> SessionContext:
    """The claims in the token of `session`; raises NotASession if it cannot be read."""
    return _read(session.token.get_secret_value())


def read_provider(session: Session) -> str:
    """The id of the provider on whose page `session` was opened; "" for a password."""
    try:
        provider = read_context(session).auth_provider
    except NotASession:
        return ""
    return "" if provider == _PASSWORD else provider


@dataclass(frozen=True)
class CustomerToken:
    """`customer_id` is "" while no customer belongs to the identity."""

    token: SecretStr
    customer_id: str


def read_customer_id(token: str) -> str:
    """The id of the customer whom `token` (a JWT) signs in; "" without a customer.

    Raises NotASession for anything but a customer's token.
    """
    claims = _read(token)
    if claims.actor_type != "customer":
        raise NotASession("the server's token is not a customer's")
    return claims.actor_id


@dataclass(frozen=True)
class Claims:
    """What a JWT says of itself, as far as it says it. `invite_id` is of an invite; `resets` the
    password of `email`. `actor_type` is `user` for admins. `second_factor`: the login it is of knew
    one, which a refresh never adds."""

    actor_id: str = ""
    email: str = ""
    invite_id: str = ""
    resets: bool = False
    until: datetime | None = None
    actor_type: str = ""
    second_factor: bool = False


def read_claims(token: str) -> Claims | None:
    """The claims of any JWT, of a login, an invite or a new password (contract, 1.2, 1.5, 2).

    None if it cannot be read. Its texts are as long and as strange as whoever made it liked.
    """
    try:
        told = json.loads(_payload(token))
    except (ValueError, RecursionError, NotASession):
        return None
    if not isinstance(told, dict):
        return None
    texts = {name: value for name, value in told.items() if isinstance(value, str)}
    record_id = texts.get("id", "")
    end = told.get("exp")
    try:
        until = _moment(end) if isinstance(end, int | float) else None
    except NotASession:
        until = None
    return Claims(
        texts.get("actor_id", ""),
        texts.get("email") or texts.get("entity_id", ""),
        record_id if record_id.startswith("invite_") else "",
        texts.get("purpose") == "reset",
        until,
        texts.get("actor_type", ""),
        told.get("mfa_enabled") is True,
    )


def read_end(token: str) -> datetime | None:
    """When `token` (a JWT) ends; None if it does not say."""
    try:
        return _moment(_read(token).exp)
    except NotASession:
        return None


def _told_email(token: str) -> str:
    """The email of which a provider said in `token` (a JWT) that it is the person's; "" without."""
    told = _Told.model_validate_json(_payload(token)).user_metadata
    email = told.get("email") if isinstance(told, dict) else None
    return masked(email, _LONGEST_EMAIL) if isinstance(email, str) else ""


def _payload(token: str) -> bytes:
    match = _JWT.fullmatch(token)
    if match is None:
        raise NotASession("the server's token is not a JWT")
    return base64.urlsafe_b64decode(match[1] + "=" * (-len(match[1]) % 4))


def _read(token: str) -> SessionContext:
    try:
        return SessionContext.model_validate_json(_payload(token))
    except ValueError:
        # The cause would print the token.
        raise _unreadable() from None


def _moment(seconds: float) -> datetime:
    try:
        return clamped(datetime.fromtimestamp(seconds, UTC))
    except (ValueError, OverflowError, OSError):
        raise _unreadable() from None


def _unreadable() -> NotASession:
    return NotASession("the server's token cannot be read")
