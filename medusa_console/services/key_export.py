"""Writes every key that a query finds into a file: read in parts, and written at once at the end,
so that whatever stops it leaves no file."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Final

from medusa_console.domain import key_table
from medusa_console.domain.api_key import ApiKey
from medusa_console.domain.errors import ConsoleError, SignInNeeded
from medusa_console.domain.key_bulk import in_parts
from medusa_console.domain.key_table import MOST_EXPORTED, Named, TableHead
from medusa_console.domain.query import KeyQuery
from medusa_console.services.creators import Creator
from medusa_console.services.export_file import require_place, write_file

if TYPE_CHECKING:
    from medusa_console.services.store_services import StoreServices

_AT_ONCE: Final = 400


class Format(StrEnum):
    """What a file is written as; the values are the ends of file names."""

    CSV = "csv"
    JSON = "json"


@dataclass(frozen=True)
class Wanted:
    """What to export: the keys of `query` with `columns`, keys of `key_table.FIELDS`. The rest
    are words: `asked` and `order` for the query, `name` for who created a key, `about` for the
    head of a table."""

    query: KeyQuery
    columns: Sequence[str]
    asked: str
    order: str
    name: Callable[[Creator], str]
    about: Callable[[TableHead], str]


async def export(
    services: StoreServices,
    wanted: Wanted,
    path: Path,
    kind: Format,
    progress: Callable[[int, int], None],
) -> TableHead:
    """Write up to 20,000 keys to `path`, readable for its owner only; returns what it is about.

    `progress` gets how many keys are read, and of how many; both are equal while the file is
    written. Raises ExportUnwritable, and what a list raises; then, and when cancelled before the
    file is written, `path` is as it was.
    """
    await asyncio.to_thread(require_place, path)
    order = await services.permissions.read(lambda: services.chosen.order(wanted.query))
    ids = order.value[:MOST_EXPORTED]
    fields = key_table.fields_of(wanted.columns)
    lines: list[str] = []
    for number, some in enumerate(in_parts(ids, _AT_ONCE)):
        progress(number * _AT_ONCE, len(ids))
        keys = await services.bulk.read(some)
        if "created_by_name" in fields:
            await _learn(services, keys)
        named = [_named(services, wanted, key) for key in keys]
        lines += await asyncio.to_thread(_lines, named, fields, kind)
    progress(len(ids), len(ids))
    store = services.store
    head = TableHead(
        store.name,
        store.origin,
        order.as_of,
        wanted.asked,
        wanted.order,
        matching=len(order.value),
        exported=len(lines),
    )
    about = wanted.about(head)
    await write_file(path, lambda: _content(kind, fields, head, about, lines))
    return head


async def _learn(services: StoreServices, keys: Sequence[ApiKey]) -> None:
    """Ask who created the keys; their ids are told where the store does not say."""
    try:
        await services.creators.learn({key.created_by for key in keys})
    except SignInNeeded:
        raise
    except ConsoleError:
        return


def _named(services: StoreServices, wanted: Wanted, key: ApiKey) -> Named:
    creator = services.creators.creator(key.created_by)
    return Named(key, services.keys.state(key), wanted.name(creator))


def _lines(named: Sequence[Named], fields: Sequence[str], kind: Format) -> list[str]:
    line = key_table.csv_line if kind is Format.CSV else key_table.json_line
    return [line(key_table.row_of(one, fields)) for one in named]


def _content(
    kind: Format, fields: Sequence[str], head: TableHead, about: str, lines: Sequence[str]
) -> bytes:
    if kind is Format.CSV:
        return key_table.as_csv(fields, about, lines).encode()
    return key_table.as_json(head, lines).encode()
