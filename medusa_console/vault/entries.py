"""Texts in a keyring, in several parts where one entry could not hold them.

Windows takes 2,560 bytes for an entry, which is 1,280 characters; other systems take more. A text
that fits lies in one entry. A longer one lies in parts beside it, and the entry itself is then a
header: how many parts, of which generation, and what they must hash to. The header is written last
and deleted first, so a program that dies in between leaves nothing that could be read; and parts
are written from the first and deleted from the last, so those left behind are always found.
"""

from __future__ import annotations

import hashlib
import secrets
from typing import TYPE_CHECKING, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from medusa_console.domain.errors import VaultUnavailable

if TYPE_CHECKING:
    from keyring.backend import KeyringBackend

# A tenth more would fit as well, but only if it were counted as Windows does.
MOST_CHARACTERS = 1000
_MOST_PARTS = 1000
_GENERATION_BYTES = 4
_ROOM = MOST_CHARACTERS - 2 * _GENERATION_BYTES - 1
_TOO_LARGE = "The session is too large for this computer's keyring."
_NOT_REMOVED = "The keyring did not remove the entry."


class _Header(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)

    header: Literal[1]
    parts: int = Field(ge=1, le=_MOST_PARTS)
    generation: str
    sha256: str


def read(backend: KeyringBackend, service: str, user: str) -> str | None:
    """The text, None where there is none, "" for one that is not whole."""
    text = backend.get_password(service, user)
    header = None if text is None else _header(text)
    if header is None:
        return text
    pieces = []
    for number in range(1, header.parts + 1):
        part = backend.get_password(_name(service, number), user) or ""
        generation, _, piece = part.partition(" ")
        if generation != header.generation:
            return ""
        pieces.append(piece)
    whole = "".join(pieces)
    return whole if _sha256(whole) == header.sha256 else ""


def write(backend: KeyringBackend, service: str, user: str, text: str) -> None:
    """Replace whatever is there. `text` is ASCII; raises VaultUnavailable if it is far too long."""
    erase(backend, service, user)  # Windows would keep what is only overwritten
    if len(text) <= MOST_CHARACTERS:
        backend.set_password(service, user, text)
        return
    pieces = [text[start : start + _ROOM] for start in range(0, len(text), _ROOM)]
    if len(pieces) > _MOST_PARTS:
        raise VaultUnavailable(_TOO_LARGE)
    header = _Header(
        header=1,
        parts=len(pieces),
        generation=secrets.token_hex(_GENERATION_BYTES),
        sha256=_sha256(text),
    )
    for number, piece in enumerate(pieces, 1):
        backend.set_password(_name(service, number), user, f"{header.generation} {piece}")
    backend.set_password(service, user, header.model_dump_json())


def erase(backend: KeyringBackend, service: str, user: str) -> None:
    """Remove the entry and all parts; raises VaultUnavailable if the keyring only pretends to."""
    _remove(backend, service, user)
    parts = []
    for number in range(1, _MOST_PARTS + 1):
        name = _name(service, number)
        if backend.get_password(name, user) is None:
            break
        parts.append(name)
    for name in reversed(parts):
        _remove(backend, name, user)


def _remove(backend: KeyringBackend, service: str, user: str) -> None:
    if backend.get_password(service, user) is None:
        return
    backend.delete_password(service, user)
    if backend.get_password(service, user) is not None:
        raise VaultUnavailable(_NOT_REMOVED)


def _name(service: str, number: int) -> str:
    return f"{service} · part {number}"


def _header(text: str) -> _Header | None:
    try:
        return _Header.model_validate_json(text)
    except ValidationError:
        return None


def _sha256(text: str) -> str:
    # Whatever else has written there: half a character has no bytes of its own.
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
