"""Reads and writes texts in a keyring, in parts if one entry is too small.

Windows accepts 2,560 bytes for an entry, which is 1,280 characters; other systems accept more. A
text that fits is one entry. A longer text is split into parts beside the entry, which then is a
header: the number of parts and the hash of the whole text. The header is written last and deleted
first, so a crash in between leaves no readable text. Parts are written from the first and deleted
from the last, so the remaining ones are always found.
"""

from __future__ import annotations

import hashlib
import re
from contextlib import suppress
from typing import TYPE_CHECKING

from medusa_console.domain.errors import KeyringFault, VaultUnavailable

if TYPE_CHECKING:
    from keyring.backend import KeyringBackend

# A quarter more would fit, but only if characters were counted as Windows counts them.
MOST_CHARACTERS = 1000
_MOST_PARTS = 999
_HEADER = re.compile(r"([0-9]{1,3}) parts ([0-9a-f]{64})")


def read(backend: KeyringBackend, service: str, user: str) -> str | None:
    """The text; None if there is no entry, "" if the entry is incomplete."""
    text = backend.get_password(service, user)
    header = _HEADER.fullmatch(text or "")
    if header is None:
        return text
    names = [_name(service, number) for number in range(1, int(header[1]) + 1)]
    whole = "".join(backend.get_password(name, user) or "" for name in names)
    return whole if _sha256(whole) == header[2] else ""


def write(backend: KeyringBackend, service: str, user: str, text: str) -> None:
    """Replace the entry. `text` is JSON in ASCII; raises VaultUnavailable if it is far too long."""
    erase(backend, service, user)  # on Windows, overwriting would keep a copy of the old entry
    if len(text) <= MOST_CHARACTERS:
        backend.set_password(service, user, text)
        return
    starts = range(0, len(text), MOST_CHARACTERS)
    if len(starts) > _MOST_PARTS:
        raise VaultUnavailable(KeyringFault.TOO_LARGE)
    for number, start in enumerate(starts, 1):
        piece = text[start : start + MOST_CHARACTERS]
        backend.set_password(_name(service, number), user, piece)
    backend.set_password(service, user, f"{len(starts)} parts {_sha256(text)}")


def erase(backend: KeyringBackend, service: str, user: str) -> None:
    """Delete the entry and all parts; raises VaultUnavailable if the keyring did not delete
    them."""
    _remove(backend, service, user)
    parts = []
    for number in range(1, _MOST_PARTS + 1):
        name = _name(service, number)
        if backend.get_password(name, user) is None:
            break
        parts.append(name)
    for name in reversed(parts):
        _remove(backend, name, user)


def take_back(backend: KeyringBackend, service: str, user: str, text: str) -> None:
    """Delete what `write` has written, also if the keyring does not find it."""
    from keyring.errors import PasswordDeleteError

    parts = range(-(-len(text) // MOST_CHARACTERS), 0, -1) if len(text) > MOST_CHARACTERS else ()
    for name in (service, *(_name(service, number) for number in parts)):
        with suppress(PasswordDeleteError):
            backend.delete_password(name, user)


def _remove(backend: KeyringBackend, service: str, user: str) -> None:
    if backend.get_password(service, user) is None:
        return
    backend.delete_password(service, user)
    if backend.get_password(service, user) is not None:
        raise VaultUnavailable(KeyringFault.NOT_REMOVED)


def _name(service: str, number: int) -> str:
    return f"{service} · part {number}"


def _sha256(text: str) -> str:
    # Another program may have written lone surrogates, which UTF-8 cannot encode.
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
