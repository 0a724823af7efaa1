"""Finds, redacts and compares keys in any text; the only module that knows their format."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum

_TOKEN = re.compile(r"\b(sk|pk)_[0-9a-f]{64}(?![0-9A-Za-z])")
# Looser than for finding, because a key must be hidden whatever characters surround it.
_HIDDEN = re.compile(r"(?:sk|pk)_[0-9a-fA-F]{64}")
_JWT = re.compile(r"eyJ[\w-]{8,}\.[\w-]+\.[\w-]*", re.ASCII)
# A truncated key, or one with characters attached: still too secret to send anywhere.
_DAMAGED = re.compile(r"\b(sk|pk)_[0-9a-fA-F]{8,}")
# An id is no secret, so a few characters before it do no harm: `\napk_…` of a log is found as well.
_KEY_ID = re.compile(r"apk_[0-9A-Z]{26}(?![0-9A-Za-z])")
_CUSTOMER_ID = re.compile(r"cus_[0-9A-Z]{26}(?![0-9A-Za-z])")
_ID = re.compile(r"[a-z]+_[0-9A-Za-z]+")


class TokenKind(Enum):
    """What a pasted text contains."""

    SECRET = "secret"  # noqa: S105  # the kind, not a secret
    PUBLISHABLE = "publishable"
    KEY_ID = "id"


@dataclass(frozen=True)
class TokenMatch:
    """A key found in a text, described without its secret part.

    `shown` is the redacted form, or the id; for a damaged key only its first 6 characters.
    """

    kind: TokenKind
    shown: str


def find(text: str) -> TokenMatch | None:
    """The first key in `text`: whole `sk_…` or `pk_…`, else damaged, else an `apk_…` id."""
    if match := _TOKEN.search(text):
        return TokenMatch(_kind(match), redact(match[0]))
    if match := _DAMAGED.search(text):
        return TokenMatch(_kind(match), match[0][:6])
    if match := _KEY_ID.search(text):
        return TokenMatch(TokenKind.KEY_ID, match[0])
    return None


def customer_id(text: str) -> str:
    """The first `cus_…` id in `text`; "" if there is none."""
    match = _CUSTOMER_ID.search(text)
    return match[0] if match is not None else ""


def redact(token: str) -> str:
    """The form that Medusa shows: first 6 characters, `***`, last 3."""
    return f"{token[:6]}***{token[-3:]}"


def mask(text: str) -> str:
    """`text` with every whole key replaced by its redacted form, and every JWT removed."""
    return _JWT.sub("eyJ***", _HIDDEN.sub(lambda match: redact(match[0]), text))


def is_token(text: str) -> bool:
    """Whether `text` is exactly one whole key."""
    return _TOKEN.fullmatch(text) is not None


def is_id(text: str) -> bool:
    """Whether `text` may be used as an id in a request path (N6); a key never may."""
    return _ID.fullmatch(text) is not None and _DAMAGED.match(text) is None


def _kind(match: re.Match[str]) -> TokenKind:
    return TokenKind.SECRET if match[1] == "sk" else TokenKind.PUBLISHABLE
