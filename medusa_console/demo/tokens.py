"""The demo store's secrets: login tokens, passwords, the tokens of API keys.

The database holds no secret: passwords and secret keys are stored as salted scrypt hashes, and the
key that signs login tokens exists in memory only.
"""

import hashlib
import hmac
import secrets
from datetime import timedelta
from typing import Any

import jwt

from medusa_console.demo.stamps import now


class LoginTokens:
    """Issues and reads JWTs; a token from an earlier start of the demo store is not accepted."""

    def __init__(self, lifetime: timedelta) -> None:
        self._lifetime = lifetime
        self._secret = secrets.token_hex(32)

    def issue(self, claims: dict[str, Any]) -> str:
        """A token of an admin or a customer."""
        return self._signed(claims, self._lifetime, {})

    def issue_reset(self, claims: dict[str, Any], jti: str, lifetime: timedelta) -> str:
        """A token that sets a new password; `jti` is what it is remembered by."""
        return self._signed(claims, lifetime, {"jti": jti})

    def _signed(self, claims: dict[str, Any], lifetime: timedelta, last: dict[str, str]) -> str:
        issued = int(now().timestamp())
        times = {"iat": issued, "exp": issued + int(lifetime.total_seconds())}
        return jwt.encode({**claims, **times, **last}, self._secret, algorithm="HS256")

    def read(self, token: str) -> dict[str, Any] | None:
        """The claims; None for an expired, changed or foreign token."""
        try:
            return jwt.decode(token, self._secret, algorithms=["HS256"])
        except jwt.InvalidTokenError:
            return None


def hashed(secret: str, salt: str) -> str:
    """128 hex characters, as Medusa stores a secret key's token; cheap to compute, because the
    secrets of a demo store protect nothing."""
    return hashlib.scrypt(
        secret.encode("utf-8", "surrogatepass"), salt=salt.encode(), n=2**10, r=8, p=1, dklen=64
    ).hex()


def hash_password(password: str) -> str:
    salt = secrets.token_hex(16)
    return f"{salt}${hashed(password, salt)}"


def is_password(password: str, stored: str) -> bool:
    salt, digest = stored.split("$")
    return hmac.compare_digest(hashed(password, salt), digest)


def is_secret(token: str, salt: str, stored: str) -> bool:
    return hmac.compare_digest(hashed(token, salt), stored)


def new_key_token(kind: str) -> str:
    """A new token for a key of type `kind`: `sk_` (secret) or `pk_` (publishable), and 64 hex
    characters."""
    return ("sk_" if kind == "secret" else "pk_") + secrets.token_hex(32)
