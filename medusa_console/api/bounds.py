"""What an answer may hold. It is counted in the bytes, before anything is built of them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import Final

DEEPEST: Final = 32

_OTHER_THAN_BRACKETS = bytes(set(range(256)) - set(b"[]{}"))
_OPENING = frozenset(b"[{")
_ARRAY = ord("[")
# A row of a list: an object in an array in the answer's own object.
_ROW = 3


class Excess(Enum):
    """What an answer may have too much of."""

    VALUES = "too many values"
    ROWS = "more rows than were asked for"
    DEPTH = "too many levels"


@dataclass(frozen=True)
class Bounds:
    """`size` is in bytes, `values` counts the values and `rows` the records of a list."""

    size: int = 256 << 10
    values: int = 200_000
    rows: int = 10_000


ONE_ANSWER: Final = Bounds()


def of_list(rows: int) -> Bounds:
    """The bounds of a list of which `rows` records were asked for."""
    return Bounds(8 << 20, rows=rows)


def excess(body: bytes, bounds: Bounds) -> Excess | None:
    """What `body` has too much of; None if it is within the bounds.

    Time and memory grow with the length alone. A body that is no JSON may pass.
    """
    # Without escapes, every quotation mark begins or ends a text.
    plain = body.replace(b"\\\\", b"").replace(b'\\"', b"")
    if plain.count(b'"') > 2 * bounds.values:
        return Excess.VALUES
    outside_texts = b"".join(plain.split(b'"')[::2])
    brackets = outside_texts.translate(None, _OTHER_THAN_BRACKETS)
    if outside_texts.count(b",") + len(brackets) // 2 > bounds.values:
        return Excess.VALUES
    return _excess_of(brackets, bounds.rows)


def _excess_of(brackets: bytes, most_rows: int) -> Excess | None:
    depth = rows = 0
    in_list = False
    for bracket in brackets:
        if bracket not in _OPENING:
            depth -= 1
            continue
        depth += 1
        if depth == _ROW - 1:
            in_list = bracket == _ARRAY
        rows += in_list and depth == _ROW
        if depth > DEEPEST:
            return Excess.DEPTH
        if rows > most_rows:
            return Excess.ROWS
    return None
