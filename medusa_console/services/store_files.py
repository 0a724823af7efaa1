"""Exports and imports lists of stores as files, without accounts and secrets."""

from __future__ import annotations

import asyncio
import json
import os
import stat
import uuid
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, StringConstraints, ValidationError

from medusa_console.domain.address import canonical_origin, canonical_proxy
from medusa_console.domain.entry_problem import EntryFault, EntryProblem
from medusa_console.domain.errors import FileFault, UnsafeAddress, UnusableStoreFile
from medusa_console.domain.key_health import USUAL_AGE
from medusa_console.domain.store import Environment, Proxy, ProxyKind, Store, possible_age
from medusa_console.replacing import replace_file

_VERSION = 1
_MOST_BYTES = 1 << 20
MOST_STORES = 500
_LONGEST = 80
_LONGEST_PLACE = 2000
_LONGEST_SHOWN = 30

# A name must be one line: it is shown in questions, and must not add sentences to them.
_ONE_LINE = r"^[^\p{Cc}\p{Cf}\p{Zl}\p{Zp}]*$"

_Word = Annotated[
    str, StringConstraints(strip_whitespace=True, max_length=_LONGEST, pattern=_ONE_LINE)
]
Place = Annotated[str, StringConstraints(max_length=_LONGEST_PLACE, pattern=_ONE_LINE)]


class _Proxy(BaseModel):
    model_config = ConfigDict(extra="ignore", hide_input_in_errors=True)

    kind: ProxyKind = ProxyKind.SYSTEM
    address: Place = ""


class _Entry(BaseModel):
    model_config = ConfigDict(extra="ignore", hide_input_in_errors=True)

    name: Annotated[_Word, StringConstraints(min_length=1)]
    address: Place
    # Without a chosen environment, a store counts as live.
    environment: Environment = Environment.LIVE
    group: _Word = ""
    read_only: bool = False
    ca_file: Place = ""
    proxy: _Proxy = _Proxy()
    key_age_days: Annotated[int, BeforeValidator(possible_age)] = USUAL_AGE


STORE_KEYS = frozenset(_Entry.model_fields)
"""What an entry of a list may say."""


@dataclass(frozen=True)
class Imported:
    """`stores` are new and must be confirmed before they are opened; `problems` tells for each
    rejected entry why. `unread` entries are beyond the first 500."""

    stores: tuple[Store, ...]
    problems: tuple[EntryProblem, ...]
    unread: int


async def export_stores(stores: Iterable[Store], path: Path) -> None:
    """Write `stores`, without the demo store, to a file that only its owner may read.

    Raises UnusableStoreFile; an existing file is then unchanged.
    """
    entries = [_entry(store) for store in stores if not store.is_demo]
    text = json.dumps({"version": _VERSION, "stores": entries}, ensure_ascii=False, indent=1)
    await asyncio.to_thread(_write, path, text.encode())


async def import_stores(path: Path, known: Sequence[Store] = ()) -> Imported:
    """Read the stores from a file of `export_stores`, without those in `known`.

    Raises UnusableStoreFile when the file contains no list of stores.
    """
    entries = await asyncio.to_thread(_read, path)
    there = {(store.origin, store.name) for store in known}
    stores: list[Store] = []
    problems: list[EntryProblem] = []
    for number, entry in enumerate(entries[:MOST_STORES], 1):
        try:
            store = store_of(entry)
            if (store.origin, store.name) in there:
                raise BadEntry(EntryProblem(EntryFault.KNOWN))
        except BadEntry as bad:
            problems.append(replace(bad.problem, number=number, name=_name(entry)))
            continue
        there.add((store.origin, store.name))
        stores.append(store)
    return Imported(tuple(stores), tuple(problems), max(0, len(entries) - MOST_STORES))


class BadEntry(Exception):
    """`problem` tells what is wrong with an entry."""

    def __init__(self, problem: EntryProblem) -> None:
        self.problem = problem


def _entry(store: Store) -> dict[str, Any]:
    # Without the proxy's user: its password is not exported, and the importing user has another.
    proxy = {"kind": store.proxy.kind, "address": store.proxy.address}
    return {
        "name": store.name,
        "address": store.origin,
        "environment": store.environment,
        "group": store.group,
        "read_only": store.read_only,
        "ca_file": store.ca_file,
        "proxy": proxy,
        "key_age_days": store.key_age_days,
    }


def store_of(entry: object) -> Store:
    """The store of one entry of a list, new and not confirmed; raises BadEntry."""
    try:
        told = _Entry.model_validate(entry)
        if told.environment is Environment.DEMO:
            raise BadEntry(EntryProblem(EntryFault.ENVIRONMENT))
        proxy = Proxy(told.proxy.kind)
        if proxy.kind is ProxyKind.OWN:
            proxy = Proxy(proxy.kind, canonical_proxy(told.proxy.address))
        return Store(
            id=uuid.uuid4().hex,
            origin=canonical_origin(told.address),
            proxy=proxy,
            confirmed=False,
            **told.model_dump(exclude={"address", "proxy"}),
        )
    except UnsafeAddress as error:
        raise BadEntry(EntryProblem(EntryFault.ADDRESS, address=error)) from error
    except ValidationError as error:
        raise BadEntry(_what_is_wrong(error)) from error


def _what_is_wrong(error: ValidationError) -> EntryProblem:
    first = error.errors(include_url=False, include_input=False)[0]
    place = ".".join(str(part) for part in first["loc"])
    longest = first.get("ctx", {}).get("max_length", 0)
    return EntryProblem(
        _FAULTS.get(place) or _TEXT_FAULTS.get(first["type"], EntryFault.NO_TEXT), place, longest
    )


_FAULTS = {
    "": EntryFault.NO_STORE,
    "environment": EntryFault.ENVIRONMENT,
    "proxy.kind": EntryFault.PROXY_KIND,
    "proxy": EntryFault.PROXY,
    "read_only": EntryFault.READ_ONLY,
}
_TEXT_FAULTS = {
    "missing": EntryFault.MISSING,
    "string_too_short": EntryFault.EMPTY,
    "string_too_long": EntryFault.TOO_LONG,
    "string_pattern_mismatch": EntryFault.UNSEEN_SIGN,
}


def _name(entry: object) -> str:
    name = entry.get("name") if isinstance(entry, dict) else None
    name = " ".join(name.split()) if isinstance(name, str) else ""
    return f"{name[:_LONGEST_SHOWN]}…" if len(name) > _LONGEST_SHOWN else name


def _read(path: Path) -> list[Any]:
    try:
        content = json.loads(bytes_of(path))
    except OSError as error:
        raise UnusableStoreFile(path.name, FileFault.UNREADABLE, error.strerror or "") from error
    except (ValueError, RecursionError) as error:
        raise UnusableStoreFile(path.name, FileFault.NO_CONTENT) from error
    entries = content.get("stores") if isinstance(content, dict) else None
    if not isinstance(entries, list):
        raise UnusableStoreFile(path.name, FileFault.NO_CONTENT)
    return entries


def bytes_of(path: Path, most: int = _MOST_BYTES) -> bytes:
    """The content of a regular file of at most so many bytes: reading a pipe or a device might
    never end. Raises OSError and UnusableStoreFile."""
    _require_file(path, path.stat())
    # The file may have been replaced by a pipe, and opening a pipe would wait for its writer.
    with open(path, "rb", opener=_open_without_waiting) as file:
        _require_file(path, os.fstat(file.fileno()))
        content = file.read(most + 1)
    if len(content) > most:
        raise UnusableStoreFile(path.name, FileFault.TOO_LARGE)
    return content


def _require_file(path: Path, facts: os.stat_result) -> None:
    if not stat.S_ISREG(facts.st_mode):
        raise UnusableStoreFile(path.name, FileFault.NO_FILE)


def _open_without_waiting(path: str, flags: int) -> int:
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))  # Windows has no O_NONBLOCK


def _write(path: Path, text: bytes) -> None:
    try:
        replace_file(path, text)
    except OSError as error:
        raise UnusableStoreFile(path.name, FileFault.UNREADABLE, error.strerror or "") from error
