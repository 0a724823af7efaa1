"""Texts in a keyring, in several parts where one entry could not hold them.

Windows takes 2,560 bytes for an entry, which is 1,280 characters; other systems take more. A text
that fits lies in one entry. A longer one lies in parts beside it, and the entry itself is then a
header: how many parts, and what together they must hash to. The header is written last and deleted
first, so a program that dies in between leaves nothing that could be read; and parts are written
from the first and deleted from the last, so those left behind are always found.
"""

from __future__ import annotations

import hashlib
import re
from typing import TYPE_CHECKING

from medusa_console.domain.errors import VaultUnavailable

if TYPE_CHECKING:
    from keyring.backend import KeyringBackend

# A quarter more would fit as well, but only if it were counted as Windows does.
MOST_CHARACTERS = 1000
_MOST_PARTS = 999
_HEADER = re.compile(r"([0-9]{1,3}) parts ([0-9a-f]{64})")
_TOO_LARGE = "The session is too large for this computer's keyring."
_NOT_REMOVED = "The keyring did not remove the entry."


def read(backend: KeyringBackend, service: str, user: str) -> str | None:
    """The text, None where there is none, "" for one that is not whole."""
    text = backend.get_password(service, user)
    header = _HEADER.fullmatch(text or "")
    if header is None:
        return text
    names = [_name(service, number) for number in range(1, int(header[1]) + 1)]
    whole = "".join(backend.get_password(name, user) or "" for name in names)
    return whole if _sha256(whole) == header[2] else ""


def write(backend: KeyringBackend, service: str, user: str, text: str) -> None:
    """Replace whatever is there. `text` is JSON in ASCII; raises VaultUnavailable if it is far too
    long."""
    erase(backend, service, user)  # Windows would keep what is only overwritten
    if len(text) <= MOST_CHARACTERS:
        backend.set_password(service, user, text)
        return
    starts = range(0, len(text), MOST_CHARACTERS)
    if len(starts) > _MOST_PARTS:
        raise VaultUnavailable(_TOO_LARGE)
    for number, start in enumerate(starts, 1):
        piece = text[start : start + MOST_CHARACTERS]
        backend.set_password(_name(service, number), user, piece)
    backend.set_password(service, user, f"{len(starts)} parts {_sha256(text)}")


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


def _sha256(text: str) -> str:
    # Whatever else has written there: half a character has no bytes of its own.
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
