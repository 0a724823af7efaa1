"""Find, redact and compare keys in any text; the only file that knows their shape."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum

_TOKEN = re.compile(r"\b(sk|pk)_[0-9a-f]{64}(?![0-9A-Za-z])")
_KEY_ID = re.compile(r"\bapk_[0-9A-Z]{26}(?![0-9A-Za-z])")
_ID = re.compile(r"[a-z]+_[0-9A-Za-z]+")


class TokenKind(Enum):
    """What was pasted."""

    SECRET = "secret"  # noqa: S105  # the kind, not a secret
    PUBLISHABLE = "publishable"
    KEY_ID = "id"


@dataclass(frozen=True)
class Sighting:
    """A key seen in a text, told only by what may be shown: the redacted form, or the id."""

    kind: TokenKind
    shown: str


def find(text: str) -> Sighting | None:
    """The first key in `text`: a whole `sk_…` or `pk_…`, else an `apk_…` id; else None."""
    if match := _TOKEN.search(text):
        kind = TokenKind.SECRET if match[1] == "sk" else TokenKind.PUBLISHABLE
        return Sighting(kind, redact(match[0]))
    if match := _KEY_ID.search(text):
        return Sighting(TokenKind.KEY_ID, match[0])
    return None


def redact(token: str) -> str:
    """The form that Medusa shows: first 6, `***`, last 3."""
    return f"{token[:6]}***{token[-3:]}"


def mask(text: str) -> str:
    """`text` with every whole key replaced by its redacted form."""
    return _TOKEN.sub(lambda match: redact(match[0]), text)


def is_token(text: str) -> bool:
    """Whether `text` is a whole key and nothing else."""
    return _TOKEN.fullmatch(text) is not None


def is_id(text: str) -> bool:
    """Whether `text` may stand in a request path as an id (N6)."""
    return _ID.fullmatch(text) is not None
