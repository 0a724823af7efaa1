"""Reads `defaults.json`, with which an administrator sets up the program for a whole computer.

The file counts as a whole or not at all, because half of the rules might be worse than none.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, StrictBool, ValidationError

from medusa_console.domain.address import canonical_proxy
from medusa_console.domain.defaults import NO_DEFAULTS, Defaults
from medusa_console.domain.errors import FileFault, UnsafeAddress, UnusableStoreFile
from medusa_console.domain.load_problem import LoadFault, LoadProblem
from medusa_console.domain.preferences import (
    LONGEST_CLIPBOARD_SECONDS,
    LONGEST_IDLE_MINUTES,
    SHORTEST_CLIPBOARD_SECONDS,
)
from medusa_console.domain.store import Proxy, ProxyKind, Store
from medusa_console.services.store_files import (
    MOST_STORES,
    STORE_KEYS,
    BadEntry,
    Place,
    bytes_of,
    store_of,
)

NAME = "defaults.json"
_MOST_BYTES = 256 << 10


class _Proxy(BaseModel):
    model_config = ConfigDict(extra="forbid", hide_input_in_errors=True)

    kind: ProxyKind
    address: Place = ""


class _File(BaseModel):
    # A key that is not known may be a rule that is misspelt, and nobody would notice.
    model_config = ConfigDict(extra="forbid", hide_input_in_errors=True)

    version: Literal[1] = 1
    stores: Annotated[list[dict[str, Any]], Field(max_length=MOST_STORES)] = []
    proxy: _Proxy | None = None
    ca_file: Annotated[Place, Field(min_length=1)] | None = None
    clipboard_seconds: (
        Annotated[
            int, Field(strict=True, ge=SHORTEST_CLIPBOARD_SECONDS, le=LONGEST_CLIPBOARD_SECONDS)
        ]
        | None
    ) = None
    lock_minutes: Annotated[int, Field(strict=True, ge=0, le=LONGEST_IDLE_MINUTES)] | None = None
    read_only: StrictBool = False


KEYS = frozenset(_File.model_fields)
"""What the file may set."""


class _Wrong(Exception):
    """The value at `place` cannot be used."""

    def __init__(self, place: str) -> None:
        self.place = place


def read_defaults(
    folder: Path, unguarded: Callable[[Path], Path | None]
) -> tuple[Defaults, LoadProblem | None]:
    """What `defaults.json` in `folder` says, and why it is ignored, if it is.

    `unguarded` returns which of a file and its folders others than the administrator may change,
    None if there is none. Blocks on the disk: call it on a worker thread.
    """
    file = folder / NAME
    try:
        file.lstat()
        if (weak := unguarded(file)) is not None:
            return _ignored(LoadFault.DEFAULTS_UNGUARDED, str(weak))
        content = json.loads(bytes_of(file, _MOST_BYTES), object_pairs_hook=_each_once)
        return _defaults(content), None
    except (FileNotFoundError, NotADirectoryError):
        return NO_DEFAULTS, None
    except OSError as error:
        return _ignored(LoadFault.DEFAULTS_UNREADABLE, error.strerror or type(error).__name__)
    except UnusableStoreFile as error:
        too_large = error.fault is FileFault.TOO_LARGE
        return _ignored(
            LoadFault.DEFAULTS_TOO_LARGE if too_large else LoadFault.DEFAULTS_NO_JSON, ""
        )
    except _Wrong as error:
        return _ignored(LoadFault.DEFAULTS_WRONG, error.place)
    except (ValueError, RecursionError):
        return _ignored(LoadFault.DEFAULTS_NO_JSON, "")


def _each_once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """An object of the file. Of a key that stands there twice, one value would be lost unsaid."""
    found: dict[str, Any] = {}
    for key, value in pairs:
        if key in found:
            raise _Wrong(key)
        found[key] = value
    return found


def _ignored(fault: LoadFault, detail: str) -> tuple[Defaults, LoadProblem]:
    return NO_DEFAULTS, LoadProblem(fault, detail=detail)


def _defaults(content: object) -> Defaults:
    """The checked content; raises _Wrong."""
    if not isinstance(content, dict):
        raise ValueError("no object")
    try:
        told = _File.model_validate(content)
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        # People count from 1.
        places = (part + 1 if isinstance(part, int) else part for part in first["loc"])
        raise _Wrong(".".join(map(str, places))) from None
    return Defaults(
        stores=_stores(told.stores),
        proxy=_proxy(told.proxy),
        ca_file=told.ca_file,
        clipboard_seconds=told.clipboard_seconds,
        idle_minutes=told.lock_minutes,
        read_only=told.read_only,
    )


def _stores(entries: list[dict[str, Any]]) -> tuple[Store, ...]:
    """The stores of the list. Two of one name and address might tell different things of it, and
    would have one id."""
    stores: dict[str, Store] = {}
    for number, entry in enumerate(entries, 1):
        store = _store(number, entry)
        if store.id in stores:
            raise _Wrong(f"stores.{number}")
        stores[store.id] = store
    return tuple(stores.values())


def _store(number: int, entry: dict[str, Any]) -> Store:
    """The store of one entry, not confirmed. Its id is made of name and address, so that it is the
    same at every start."""
    unknown = sorted(set(entry) - STORE_KEYS)
    if unknown:
        raise _Wrong(f"stores.{number}.{unknown[0]}")
    try:
        store = store_of(entry)
    except BadEntry as bad:
        place = bad.problem.place or ("address" if bad.problem.address else "")
        raise _Wrong(f"stores.{number}.{place}".rstrip(".")) from None
    digest = hashlib.sha256(f"{store.origin}\0{store.name}".encode()).hexdigest()
    return replace(store, id=digest[:32])


def _proxy(told: _Proxy | None) -> Proxy | None:
    if told is None or told.kind is not ProxyKind.OWN:
        return None if told is None else Proxy(told.kind)
    try:
        return Proxy(told.kind, canonical_proxy(told.address))
    except UnsafeAddress:
        raise _Wrong("proxy.address") from None
