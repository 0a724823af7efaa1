"""Lists of stores as files: what a store is, never an account and never a secret."""

from __future__ import annotations

import asyncio
import json
import os
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

_Word = Annotated[str, StringConstraints(strip_whitespace=True, max_length=_LONGEST)]


class _Proxy(BaseModel):
    model_config = ConfigDict(extra="ignore", hide_input_in_errors=True)

    kind: ProxyKind = ProxyKind.SYSTEM
    address: str = ""
    user: str = ""


class _Entry(BaseModel):
    model_config = ConfigDict(extra="ignore", hide_input_in_errors=True)

    name: Annotated[_Word, StringConstraints(min_length=1)]
    address: str
    # A store whose environment nobody chose counts as live.
    environment: Environment = Environment.LIVE
    group: _Word = ""
    read_only: bool = False
    ca_file: str = ""
    proxy: _Proxy = _Proxy()


@dataclass(frozen=True)
class Imported:
    """`stores` are new, and ask before they are opened; `problems` name each entry that did not
    come in, and why."""

    stores: tuple[Store, ...]
    problems: tuple[str, ...]


async def export_stores(stores: Iterable[Store], path: Path) -> None:
    """Write `stores`, without the demo store, to a file that only its owner may read.

    Raises UnusableStoreFile; then a file of that name is as it was.
    """
    entries = [_entry(store) for store in stores if not store.is_demo]
    text = json.dumps({"version": _VERSION, "stores": entries}, ensure_ascii=False, indent=1)
    await asyncio.to_thread(_write, path, text.encode())


async def import_stores(path: Path, known: Sequence[Store] = ()) -> Imported:
    """The stores of a file that `export_stores` wrote, but those that are `known` already.

    Raises UnusableStoreFile when it holds no list of stores.
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


class _Bad(Exception):  # not an error to the caller: named in `problems`
    pass


def _entry(store: Store) -> dict[str, Any]:
    proxy = {"kind": store.proxy.kind, "address": store.proxy.address, "user": store.proxy.user}
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
            raise _Bad("“demo” is the built-in store's environment.")
        proxy = Proxy(told.proxy.kind)
        if proxy.kind is ProxyKind.OWN:
            proxy = Proxy(proxy.kind, canonical_proxy(told.proxy.address), told.proxy.user)
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


def _what_is_wrong(error: ValidationError) -> str:
    first = error.errors(include_url=False, include_context=False, include_input=False)[0]
    place = ".".join(str(part) for part in first["loc"])
    if not place:
        return "this is not a store."
    if first["type"] == "missing":
        return f"“{place}” is missing."
    return f"“{place}” is not what it should be ({first['msg']})."


def _called(number: int, entry: object) -> str:
    name = entry.get("name") if isinstance(entry, dict) else None
    named = f" (“{name[:_LONGEST]}”)" if isinstance(name, str) and name.strip() else ""
    return f"Entry {number}{named}"


def _read(path: Path) -> list[Any]:
    try:
        if not path.is_file():
            raise UnusableStoreFile(path.name, "There is no such file.")
        if path.stat().st_size > _MOST_BYTES:
            raise UnusableStoreFile(path.name, "It is too large to be a list of stores.")
        content = json.loads(path.read_bytes())
    except OSError as error:
        raise UnusableStoreFile(path.name, f"{error.strerror}.") from error
    except (ValueError, RecursionError) as error:
        raise UnusableStoreFile(path.name, "It is not a list of stores.") from error
    entries = content.get("stores") if isinstance(content, dict) else None
    if not isinstance(entries, list):
        raise UnusableStoreFile(path.name, "It is not a list of stores.")
    return entries


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
