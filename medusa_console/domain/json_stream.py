"""Reads JSON, or JSON line by line, in pieces and in bounded memory.

Only objects and fields with a known name are kept, and only until they have been told.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Final

MOST_DEPTH: Final = 40
LONGEST_TEXT: Final = 16_384
MOST_KEPT: Final = 2_000
"""Values that are kept of one object that is told."""

# Each is tried once at the place where the one before it ended.
_TOKEN = re.compile(r'[ \t\r\n]*+(?:(?P<sign>["{}\[\]:,])|(?P<word>[-+.0-9A-Za-z]{1,64}+))')
_SPACE = re.compile(r"[ \t\r\n]*+")
_INSIDE = re.compile(r'[^"\\]*+(?:\\.[^"\\]*+)*+', re.DOTALL)
_WORDS = {"true": True, "false": False, "null": None}


class NotJson(Exception):
    """The text is no JSON, or one that nobody writes."""


@dataclass(repr=False)
class Level:
    """An object or array that is still open. `name` is the field in which it stands; an element of
    an array has the array's. `value` is what is kept of it; None: it is passed over."""

    name: str
    value: dict[str, Any] | list[Any] | None
    is_object: bool
    field_name: str | None = None
    text: list[str] = field(default_factory=list)


class JsonStream:
    """Tells of each object as it ends."""

    def __init__(
        self,
        is_known: Callable[[str, str], bool],
        ended: Callable[[str, dict[str, Any], list[Level]], bool],
    ) -> None:
        """`is_known(name, above)` tells whether a field is kept that stands in a field `above`.
        `ended` takes an object's name, its known fields and the levels above it, and returns
        whether the object is kept in them as well."""
        self._is_known = is_known
        self._ended = ended
        self._levels: list[Level] = []
        self._rest = ""
        self._text: list[str] | None = None  # the parts of a text that has not ended
        self._text_size = 0
        self._kept = 0
        self.values = 0
        """How many outermost values have ended."""

    def feed(self, part: str) -> None:
        """Read the next part. Raises NotJson."""
        text = self._rest + part
        at = 0
        while True:
            if self._text is not None:
                at = self._go_on_in_text(text, at)
                if self._text is not None:
                    break
            match = _TOKEN.match(text, at)
            if match is None:
                at = self._at_end(text, at)
                break
            word = match["word"]
            if word is not None and match.end() == len(text) and len(word) < 64:
                break  # it may go on
            at = match.end()
            if word is not None:
                self._value(_number(word))
            elif match["sign"] == '"':
                self._text, self._text_size = [], 0
            else:
                self._structure(match["sign"])
        self._rest = text[at:]

    def _at_end(self, text: str, at: int) -> int:
        at = _SPACE.match(text, at).end()  # type: ignore[union-attr]  # it matches everywhere
        if at < len(text):
            raise NotJson
        return at

    def _go_on_in_text(self, text: str, at: int) -> int:
        """Read on in a text; returns where to go on."""
        assert self._text is not None  # noqa: S101
        end = _INSIDE.match(text, at).end()  # type: ignore[union-attr]  # it matches everywhere
        if self._text_size < LONGEST_TEXT:
            self._text.append(text[at : min(end, at + LONGEST_TEXT)])
            self._text_size += end - at
        if text[end : end + 1] == '"':
            said, self._text = "".join(self._text), None
            self._value(said if "\\" not in said else _unescaped(said), of_text=True)
            end += 1
        return end

    def _structure(self, sign: str) -> None:
        level = self._levels[-1] if self._levels else None
        match sign:
            case "{" | "[":
                self._open(level, is_object=sign == "{")
            case "}" | "]":
                if level is None or level.is_object is not (sign == "}"):
                    raise NotJson
                self._close(self._levels.pop())
            case ":":
                if level is None or level.field_name is None:
                    raise NotJson
            case _:
                if level is None:
                    raise NotJson
                level.field_name = None

    def _open(self, level: Level | None, *, is_object: bool) -> None:
        if len(self._levels) >= MOST_DEPTH:
            raise NotJson
        name = "" if level is None else level.field_name if level.is_object else level.name
        if name is None:
            raise NotJson
        known = level is None or (
            level.value is not None
            and self._kept < MOST_KEPT
            and (not level.is_object or self._is_known(name, level.name))
        )
        self._kept += known
        empty: dict[str, Any] | list[Any] = {} if is_object else []
        self._levels.append(Level(name, empty if known else None, is_object))

    def _close(self, level: Level) -> None:
        above = self._levels[-1] if self._levels else None
        if not self._levels:
            self.values += 1
        value = level.value
        keep = value is not None
        if isinstance(value, dict):
            keep = self._ended(level.name, value, self._levels)
            if not keep:
                self._kept = sum(1 for one in self._levels if one.value is not None)
        if keep and above is not None:
            self._keep(above, value)
        if above is not None:
            above.field_name = None

    def _value(self, value: Any, *, of_text: bool = False) -> None:
        if not self._levels:
            if of_text:
                raise NotJson
            self.values += 1
            return
        level = self._levels[-1]
        if level.is_object and level.field_name is None:
            if not of_text:
                raise NotJson
            level.field_name = value
            return
        name = level.field_name or ""
        if not level.is_object or self._is_known(name, level.name):
            self._keep(level, value)

    def _keep(self, level: Level, value: Any) -> None:
        if self._kept >= MOST_KEPT or level.value is None:
            return
        self._kept += 1
        if isinstance(level.value, list):
            level.value.append(value)
        elif level.field_name is not None:
            level.value[level.field_name] = value


def _number(word: str) -> Any:
    if word in _WORDS:
        return _WORDS[word]
    try:
        return int(word) if word.lstrip("-").isdigit() else float(word)
    except ValueError:
        raise NotJson from None


def _unescaped(text: str) -> str:
    # Cut in the middle of an escape, it lacks the rest.
    for end in (len(text), *(len(text) - one for one in range(1, 12))):
        try:
            said = json.loads(f'"{text[:end]}"', strict=False)
        except ValueError:
            continue
        return said if isinstance(said, str) else ""
    return ""
