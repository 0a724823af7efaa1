"""Exports and imports lists of stores as files, without accounts and secrets."""

from __future__ import annotations

import asyncio
import json
import os
import stat
import tempfile
import uuid
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, StringConstraints, ValidationError

from medusa_console.domain.address import canonical_origin, canonical_proxy
from medusa_console.domain.errors import UnsafeAddress, UnusableStoreFile
from medusa_console.domain.store import Environment, Proxy, ProxyKind, Store

_VERSION = 1
_MOST_BYTES = 1 << 20
_MOST_STORES = 500
_LONGEST = 80
_LONGEST_PLACE = 2000
_LONGEST_SHOWN = 30

# A name must be one line: it is shown in questions, and must not add sentences to them.
_ONE_LINE = r"^[^\p{Cc}\p{Cf}\p{Zl}\p{Zp}]*$"

_Word = Annotated[
    str, StringConstraints(strip_whitespace=True, max_length=_LONGEST, pattern=_ONE_LINE)
]
_Place = Annotated[str, StringConstraints(max_length=_LONGEST_PLACE, pattern=_ONE_LINE)]


class _Proxy(BaseModel):
    model_config = ConfigDict(extra="ignore", hide_input_in_errors=True)

    kind: ProxyKind = ProxyKind.SYSTEM
    address: _Place = ""


class _Entry(BaseModel):
    model_config = ConfigDict(extra="ignore", hide_input_in_errors=True)

    name: Annotated[_Word, StringConstraints(min_length=1)]
    address: _Place
    # Without a chosen environment, a store counts as live.
    environment: Environment = Environment.LIVE
    group: _Word = ""
    read_only: bool = False
    ca_file: _Place = ""
    proxy: _Proxy = _Proxy()


@dataclass(frozen=True)
class Imported:
    """`stores` are new and must be confirmed before they are opened; `problems` tells for each
    rejected entry why."""

    stores: tuple[Store, ...]
    problems: tuple[str, ...]


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
    problems: list[str] = []
    for number, entry in enumerate(entries[:_MOST_STORES], 1):
        try:
            store = _store(entry)
            if (store.origin, store.name) in there:
                raise _Bad("a store of this name and address is in the list already.")
        except _Bad as bad:
            problems.append(f"{_called(number, entry)}: {bad}")
            continue
        there.add((store.origin, store.name))
        stores.append(store)
    if (left := len(entries) - _MOST_STORES) > 0:
        problems.append(f"Only the first {_MOST_STORES} entries were read; {left} are left.")
    return Imported(tuple(stores), tuple(problems))


class _Bad(Exception):  # never raised to the caller: becomes one of `problems`
    pass


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
    }


def _store(entry: object) -> Store:
    try:
        told = _Entry.model_validate(entry)
        if told.environment is Environment.DEMO:
            raise _Bad(_ENVIRONMENTS)
        proxy = Proxy(told.proxy.kind)
        if proxy.kind is ProxyKind.OWN:
            proxy = Proxy(proxy.kind, canonical_proxy(told.proxy.address))
        return Store(
            id=uuid.uuid4().hex,
            name=told.name,
            origin=canonical_origin(told.address),
            environment=told.environment,
            group=told.group,
            read_only=told.read_only,
            ca_file=told.ca_file,
            proxy=proxy,
            confirmed=False,
        )
    except UnsafeAddress as error:
        raise _Bad(error.reason) from error
    except ValidationError as error:
        raise _Bad(_what_is_wrong(error)) from error


_ENVIRONMENTS = "“environment” must be live, staging or development."


def _what_is_wrong(error: ValidationError) -> str:
    """The first fault in our own words, because Pydantic's are written for programmers."""
    first = error.errors(include_url=False, include_input=False)[0]
    place = ".".join(str(part) for part in first["loc"])
    match place, first["type"]:
        case "", _:
            return "this is not a store."
        case "environment", _:
            return _ENVIRONMENTS
        case "proxy.kind", _:
            return "“proxy.kind” must be system, none or own."
        case "proxy", _:
            return "“proxy” is not a proxy."
        case "read_only", _:
            return "“read_only” must be true or false."
        case _, "missing":
            return f"“{place}” is missing."
        case _, "string_too_short":
            return f"“{place}” is empty."
        case _, "string_too_long":
            return f"“{place}” is longer than {first['ctx']['max_length']} characters."
        case _, "string_pattern_mismatch":
            return f"“{place}” has a line break or a sign that cannot be seen."
        case _:
            return f"“{place}” is not text."


def _called(number: int, entry: object) -> str:
    name = entry.get("name") if isinstance(entry, dict) else None
    name = " ".join(name.split()) if isinstance(name, str) else ""
    if len(name) > _LONGEST_SHOWN:
        name = f"{name[:_LONGEST_SHOWN]}…"
    return f"Entry {number} (“{name}”)" if name else f"Entry {number}"


def _read(path: Path) -> list[Any]:
    try:
        content = json.loads(_bytes_of(path))
    except OSError as error:
        raise UnusableStoreFile(path.name, f"{error.strerror}.") from error
    except (ValueError, RecursionError) as error:
        raise UnusableStoreFile(path.name, "It is not a list of stores.") from error
    entries = content.get("stores") if isinstance(content, dict) else None
    if not isinstance(entries, list):
        raise UnusableStoreFile(path.name, "It is not a list of stores.")
    return entries


def _bytes_of(path: Path) -> bytes:
    """The content of a regular file of limited size: reading a pipe or a device might never end."""
    _require_file(path, path.stat())
    # The file may have been replaced by a pipe, and opening a pipe would wait for its writer.
    with open(path, "rb", opener=_open_without_waiting) as file:
        _require_file(path, os.fstat(file.fileno()))
        content = file.read(_MOST_BYTES + 1)
    if len(content) > _MOST_BYTES:
        raise UnusableStoreFile(path.name, "It is too large to be a list of stores.")
    return content


def _require_file(path: Path, facts: os.stat_result) -> None:
    if not stat.S_ISREG(facts.st_mode):
        raise UnusableStoreFile(path.name, "It is not a file with content of its own.")


def _open_without_waiting(path: str, flags: int) -> int:
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))  # Windows has no O_NONBLOCK


def _write(path: Path, text: bytes) -> None:
    try:
        descriptor, draft = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
        try:
            with os.fdopen(descriptor, "wb") as file:
                file.write(text)
                file.flush()
                os.fsync(file.fileno())
            os.replace(draft, path)
        except BaseException:
            os.unlink(draft)
            raise
    except OSError as error:
        raise UnusableStoreFile(path.name, f"{error.strerror}.") from error
