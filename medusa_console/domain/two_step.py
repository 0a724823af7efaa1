"""Two-step sign-in of one's own account: factors, the secret of a new one, recovery codes. Source:
contract, section 1.6."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from typing import Final
from urllib.parse import parse_qsl, quote, urlsplit

from pydantic import SecretStr

from medusa_console.domain.errors import NoTwoStep, NoTwoStepFault
from medusa_console.domain.mfa import DIGITS

_SECRET = re.compile(r"[A-Z2-7]{16,128}")
_LONG: Final = (7, 8)
_USUAL_SECONDS: Final = 30
_MOST_SECONDS: Final = 3_600
_LONGEST_ADDRESS: Final = 4_000
_GROUP = 4
# Apps show no more, and a longer address makes a QR code that is harder to read.
_LONGEST_NAME = 60


class FactorState(Enum):
    """`PENDING`: its set-up was begun and not finished, so it is never asked for."""

    PENDING = "pending"
    ENABLED = "enabled"
    DISABLED = "disabled"


@dataclass(frozen=True)
class Factor:
    """What can be asked for after the password. `provider` is Medusa's name of its kind (`totp`);
    `label` is what it was named at its set-up, "" without; `changed_at` is when it got its state,
    None where the store does not tell."""

    id: str
    provider: str
    state: FactorState
    label: str
    changed_at: datetime | None


@dataclass(frozen=True)
class Enrolment:
    """A factor whose set-up has begun, with what an authenticator app needs: the secret in Base32,
    and for how many seconds a code counts."""

    factor: Factor
    secret: SecretStr
    seconds: int = _USUAL_SECONDS

    def address(self, issuer: str, account: str) -> SecretStr:
        """The `otpauth:` address of the secret, which an app reads from a QR code; `issuer` and
        `account` are what the app calls it."""
        query = f"secret={self.secret.get_secret_value()}&issuer={_quoted(issuer)}"
        if self.seconds != _USUAL_SECONDS:
            query += f"&period={self.seconds}"
        return SecretStr(f"otpauth://totp/{_quoted(issuer)}:{_quoted(account)}?{query}")

    @property
    def typed_secret(self) -> str:
        """The secret in groups of four, as people type it."""
        secret = self.secret.get_secret_value()
        return " ".join(secret[at : at + _GROUP] for at in range(0, len(secret), _GROUP))


def read_enrolment(factor: Factor, secret: SecretStr, address: SecretStr) -> Enrolment | None:
    """The set-up of `factor`, of which the store told the `secret` and the `otpauth:` `address`.

    None if both do not belong together, or if no app could make the codes. The store's own label in
    the address is dropped: it may say anything. Raises NoTwoStep for codes of seven or eight
    digits, which a Medusa can be set to: nobody could enter them at the next sign-in.
    """
    told, plain = secret.get_secret_value(), address.get_secret_value()
    if not _SECRET.fullmatch(told) or len(plain) > _LONGEST_ADDRESS:
        return None
    try:
        parts = urlsplit(plain)
        query = dict(parse_qsl(parts.query, max_num_fields=20))
        digits = int(query.get("digits", DIGITS))
        seconds = int(query.get("period", _USUAL_SECONDS))
    except ValueError:
        return None
    if (parts.scheme, parts.netloc, query.get("secret")) != ("otpauth", "totp", told):
        return None
    if query.get("algorithm", "sha1").lower() != "sha1":
        return None
    if digits in _LONG:
        raise NoTwoStep(NoTwoStepFault.LONG_CODES)
    if digits != DIGITS or not 1 <= seconds <= _MOST_SECONDS:
        return None
    return Enrolment(factor, secret, seconds)


@dataclass(frozen=True)
class TwoStepState:
    """The factors of the account that are not disabled."""

    factors: tuple[Factor, ...]

    @property
    def enabled(self) -> tuple[Factor, ...]:
        """Those that are asked for at each sign-in."""
        return tuple(one for one in self.factors if one.state is FactorState.ENABLED)

    @property
    def pending(self) -> tuple[Factor, ...]:
        """Those of a set-up that was begun and not finished."""
        return tuple(one for one in self.factors if one.state is FactorState.PENDING)


def two_step_of(factors: Iterable[Factor]) -> TwoStepState:
    """What `factors`, the store's list, come to; disabled ones stay in it for ever."""
    return TwoStepState(tuple(one for one in factors if one.state is not FactorState.DISABLED))


def _quoted(text: str) -> str:
    # A colon would end the issuer.
    name = " ".join(text.replace(":", " ").split())
    return quote(name[:_LONGEST_NAME] or "Medusa", safe="@")
