"""Find, redact and compare keys in any text; the only file that knows their shape."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum

_TOKEN = re.compile(r"\b(sk|pk)_[0-9a-f]{64}(?![0-9A-Za-z])")
# For hiding, looser than for finding: whatever stands around it, a key is not shown.
_HIDDEN = re.compile(r"(?:sk|pk)_[0-9a-fA-F]{64}")
_JWT = re.compile(r"eyJ[\w-]{8,}\.[\w-]+\.[\w-]*", re.ASCII)
# A key cut short, or with something stuck to its end: too much of a secret to be sent anywhere.
_DAMAGED = re.compile(r"\b(sk|pk)_[0-9a-fA-F]{8,}")
_KEY_ID = re.compile(r"\bapk_[0-9A-Z]{26}(?![0-9A-Za-z])")
_ID = re.compile(r"[a-z]+_[0-9A-Za-z]+")


class TokenKind(Enum):
    """What was pasted."""

    SECRET = "secret"  # noqa: S105  # the kind, not a secret
    PUBLISHABLE = "publishable"
    KEY_ID = "id"


@dataclass(frozen=True)
class TokenMatch:
    """A key seen in a text, told only by what may be shown.

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


def redact(token: str) -> str:
    """The form that Medusa shows: first 6, `***`, last 3."""
    return f"{token[:6]}***{token[-3:]}"


def mask(text: str) -> str:
    """`text` with every whole key replaced by its redacted form, and every JWT taken out."""
    return _JWT.sub("eyJ***", _HIDDEN.sub(lambda match: redact(match[0]), text))


def is_token(text: str) -> bool:
    """Whether `text` is a whole key and nothing else."""
    return _TOKEN.fullmatch(text) is not None


def is_id(text: str) -> bool:
    """Whether `text` may stand in a request path as an id (N6); a key never may."""
    return _ID.fullmatch(text) is not None and _DAMAGED.match(text) is None


def _kind(match: re.Match[str]) -> TokenKind:
    return TokenKind.SECRET if match[1] == "sk" else TokenKind.PUBLISHABLE
