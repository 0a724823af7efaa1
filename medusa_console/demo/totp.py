"""Codes of a second factor: from an authenticator app (RFC 6238), and for once.

The demo store's file holds neither the app's secret nor a recovery code: the secret is computed
from a seed, and of the codes there are hashes.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import secrets
from urllib.parse import quote

STEP_S = 30
DIGITS = 6
_BROWSERS_LEAVE = "!'()*~-_."  # what JavaScript's encodeURIComponent leaves as it is


def secret_of(seed: str) -> str:
    """The 32 characters that an authenticator app is given."""
    return base64.b32encode(hashlib.sha1(f"totp:{seed}".encode()).digest()).decode()  # noqa: S324


def code_at(secret: str, seconds: float, *, steps: int = 0) -> str:
    """The code at that time since 1970, or so many steps of 30 seconds later."""
    counter = (int(seconds) // STEP_S + steps).to_bytes(8, "big")
    digest = hmac.digest(base64.b32decode(secret), counter, "sha1")
    start = digest[-1] & 15
    number = int.from_bytes(digest[start : start + 4], "big") & 0x7FFFFFFF
    return f"{number % 10**DIGITS:0{DIGITS}}"


def is_code(secret: str, code: str, seconds: float) -> bool:
    """Whether `code` is good now, a step early or a step late."""
    if not (code.isascii() and code.isdigit() and len(code) == DIGITS):
        return False
    return any(hmac.compare_digest(code, code_at(secret, seconds, steps=n)) for n in (-1, 0, 1))


def address(secret: str, account: str, issuer: str) -> str:
    """The address in the QR code that an authenticator app reads."""
    who, by = (quote(text, safe=_BROWSERS_LEAVE) for text in (account, issuer))
    return f"otpauth://totp/{by}:{who}?secret={secret}&issuer={by}"


def new_recovery_code() -> str:
    digits = secrets.token_hex(16)
    return "-".join(digits[at : at + 4] for at in range(0, len(digits), 4))
