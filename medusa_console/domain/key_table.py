"""Keys as a table for other programs, CSV or JSON: never a token, also no publishable one.

The names of the fields are Medusa's, so that a program that knows its API knows them.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Final

from medusa_console import __version__
from medusa_console.domain import tokens
from medusa_console.domain.escaping import in_csv
from medusa_console.domain.key_state import KeyState, StateKind
from medusa_console.domain.moments import iso

if TYPE_CHECKING:
    from medusa_console.domain.api_key import ApiKey

MOST_EXPORTED: Final = 20_000
FIELDS: Final[Mapping[str, tuple[str, ...]]] = {
    "title": ("title",),
    "type": ("type",),
    "redacted": ("redacted",),
    "state": ("state", "revoked_at"),
    "ends": ("ends_at",),
    "created": ("created_at",),
    "created_by": ("created_by", "created_by_name"),
    "channels": ("sales_channels",),
}
"""What is told in place of each column of the keys table."""

_LONGEST_TEXT = 1_000
_LINE_END = "\r\n"

Row = Mapping[str, object]


@dataclass(frozen=True)
class TableHead:
    """What a table is about. `query` and `order` are in words. `matching` keys were found at
    `as_of`, the server's now, and `exported` of them are in the table."""

    store: str
    address: str
    as_of: datetime
    query: str
    order: str
    matching: int
    exported: int


@dataclass(frozen=True)
class Named:
    """A key, its state, and the name of who created it."""

    key: ApiKey
    state: KeyState
    creator: str


def fields_of(columns: Iterable[str]) -> tuple[str, ...]:
    """The fields of a table in place of `columns`, after the id."""
    return ("id", *(field for column in columns for field in FIELDS.get(column, ())))


def row_of(one: Named, fields: Sequence[str]) -> Row:
    """The fields of one key."""
    return {field: _VALUES[field](one) for field in fields}


def csv_line(row: Row) -> str:
    """`row` in CSV of which no program makes a formula, with an empty field below the head."""
    cells = [in_csv(_joined(value)) for value in row.values()]
    return ",".join((*cells, '""'))


def json_line(row: Row) -> str:
    """`row` in JSON."""
    return json.dumps(row)


def as_csv(fields: Sequence[str], about: str, lines: Iterable[str]) -> str:
    """The lines below the names of their fields. `about`, what the table is about, is the name of
    one more field: a line above the names, or a comment, would be a broken record to readers of
    RFC 4180."""
    names = ",".join((*(f'"{field}"' for field in fields), in_csv(about)))
    return "".join(f"{line}{_LINE_END}" for line in (names, *lines))


def as_json(head: TableHead, lines: Iterable[str]) -> str:
    """The lines below `head`."""
    about = {
        "program": f"Medusa Console {__version__}",
        "store": _cut(head.store),
        "address": head.address,
        "as_of": iso(head.as_of),
        "query": _cut(head.query),
        "order": _cut(head.order),
        "matching": head.matching,
        "exported": head.exported,
        "complete": head.exported == head.matching,
    }
    rows = ",\n".join(lines)
    return f'{{"about": {json.dumps(about)},\n"api_keys": [\n{rows}\n]}}\n'


def _state(one: Named) -> str:
    return one.state.kind.value


def _ends_at(one: Named) -> str | None:
    scheduled = one.state.kind is StateKind.WORKS_UNTIL
    return iso(one.key.revoked_at) if scheduled and one.key.revoked_at else None


_VALUES: Final[Mapping[str, Callable[[Named], object]]] = {
    "id": lambda one: one.key.id,
    "title": lambda one: _cut(one.key.title),
    "type": lambda one: one.key.type.value,
    "redacted": lambda one: _cut(one.key.redacted),
    "state": _state,
    "revoked_at": lambda one: iso(one.key.revoked_at) if one.key.revoked_at else None,
    "ends_at": _ends_at,
    "created_at": lambda one: iso(one.key.created_at),
    "created_by": lambda one: _cut(one.key.created_by),
    "created_by_name": lambda one: _cut(one.creator),
    "sales_channels": lambda one: [_cut(channel.name) for channel in one.key.sales_channels],
}


def _joined(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, list):
        return "; ".join(value)
    return str(value)


def _cut(text: str) -> str:
    """`text` without a key in it, and not so long that 20,000 of them fill the memory."""
    cut = tokens.mask(text[:_LONGEST_TEXT])
    return f"{cut}…" if len(text) > _LONGEST_TEXT else cut
