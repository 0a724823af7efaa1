"""What may be shown of a text that may be a leak."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from medusa_console.domain import tokens
from medusa_console.domain.token_shapes import LONGEST_SHAPE, shapes

MOST_LINES: Final = 2_000
LONGEST_LINE: Final = 500
HIDDEN: Final = "•••"
MOST_READ: Final = MOST_LINES * LONGEST_LINE
"""Characters of a text that are looked at."""
_PIECE = 64 << 10
# A key may be scattered over several lines; so much is looked at together.
_TOGETHER = (4_000, 100_000)

_LINE_BREAK = re.compile(r"\r\n|\r|\n")
# The sign of an assignment, or a time, whose colons are none.
_SIGN = re.compile(
    r"(?<![0-9:])[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?(?![0-9:])|(?P<sign>[=:])",
)
_RUN = re.compile(r"[^\W_]{16,}+")
_LONG_WORD = re.compile(r"\S{24,}+")


def shown_text(text: str) -> tuple[str, ...]:
    """The first MOST_LINES lines of `text`, each cut to LONGEST_LINE characters, without values.

    Hidden are the rest of a line behind its first `=` or `:` that is not of a time, every run of 16
    letters and digits or more, every key in any shape, and whatever else may hold one. The lines
    keep their numbers. A screen passes them to `shown`. Takes some tenths of a second for a long
    text: call it on a thread.
    """
    head = "".join(_without_keys(text[:MOST_READ]))
    lines = [_without_values(line[:LONGEST_LINE]) for line in _LINE_BREAK.split(head, MOST_LINES)]
    lines = lines[:MOST_LINES]
    for size in _TOGETHER:
        _hide_scattered(lines, size)
    return tuple(lines)


def _without_keys(text: str) -> Iterator[str]:
    end = 0
    for start in range(0, len(text), _PIECE):
        before = max(0, start - 2)  # they tell whether a key is the end of a word
        piece = text[before : start + _PIECE + LONGEST_SHAPE]
        for shape in shapes(piece, start - before, start - before + _PIECE):
            first, last = shape.start + before, shape.end + before
            if first >= end:
                yield text[end:first]
                yield HIDDEN + "\n" * len(_LINE_BREAK.findall(text[first:last]))
                end = last
    yield text[end:]


def _without_values(line: str) -> str:
    for found in _SIGN.finditer(line):
        if found["sign"]:
            line = line[: found.end()] + (HIDDEN if line[found.end() :].strip() else "")
            break
    line = _LONG_WORD.sub(_hide_mixed, _RUN.sub(HIDDEN, line))
    return tokens.mask(line)


def _hide_mixed(word: re.Match[str]) -> str:
    """Hide a long word of capitals, small letters and digits: signs may divide base64."""
    text = word[0]
    kinds = (str.isupper, str.islower, str.isdigit)
    mixed = all(any(map(kind, text)) for kind in kinds)
    return HIDDEN if mixed else text


def _hide_scattered(lines: list[str], size: int) -> None:
    """Hide lines that may hold a key together, of `size` characters at once, half of which are
    looked at again with those that follow."""
    part: list[int] = []
    length = 0
    for number in range(len(lines) + 1):
        if number == len(lines) or length >= size:
            _hide_together(lines, part)
            part = part[len(part) // 2 :]
            length = sum(len(lines[one]) + 1 for one in part)
        part.append(number)
        length += len(lines[number]) + 1 if number < len(lines) else 0


def _hide_together(lines: list[str], numbers: list[int]) -> None:
    if tokens.may_hold_a_key("\n".join(lines[number] for number in numbers)):
        for number in numbers:
            lines[number] = HIDDEN if lines[number] else ""
