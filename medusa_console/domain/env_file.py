"""Reads a file of environment variables (`.env`), and sets one variable in it, byte for byte.

The file keeps its order, comments, line ends, quotes, encoding and everything that nobody
understands: the bytes are read as Latin-1, in which each byte is one character. Values are in
`EnvFile` alone; what may be shown of them is a `Line`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from enum import Enum
from typing import Final

from medusa_console.domain import tokens
from medusa_console.domain.errors import EnvFault, UnusableEnvFile

MOST_BYTES: Final = 1 << 20
MOST_LINES: Final = 10_000
LONGEST_NAME: Final = 100
DEFAULT_NAME: Final = "MEDUSA_API_KEY"
_AROUND = 2  # lines that are shown before and after the change
_LONGEST_HEAD = 200
_HIDDEN = "•••"
_BOMS = ("\xff\xfe", "\xfe\xff")
_UTF8_BOM = "\xef\xbb\xbf"

_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")
# Names as they are usual, other than most lines of Base64: in capitals or in small letters.
_USUAL = re.compile(r"[A-Z_][A-Z0-9_]*|[a-z_][a-z0-9_.-]*")
_LONG = 40
_PEM_BEGINS, _PEM_ENDS = "-----BEGIN ", "-----END "
_HEAD = re.compile(r"[ \t]*(?:export[ \t]+)?([A-Za-z_][A-Za-z0-9_.-]*)[ \t]*=")
_BLANK = re.compile(r"[ \t]*")
# A value that begins with a quote; any other ends at a comment, or with its line.
_QUOTED = {
    '"': re.compile(r'"(?:\\.|[^"\\])*+"', re.DOTALL),
    "'": re.compile(r"'[^']*+'"),
    "`": re.compile(r"`[^`]*+`"),
}
_END = re.compile(r"[^\r\n]*+(\r\n|\n|\r|\Z)")


class Mark(Enum):
    """What happens to a line."""

    KEPT = "kept"
    REMOVED = "removed"
    ADDED = "added"


@dataclass(frozen=True)
class Line:
    """What may be shown of a line: its `number` from 1, and its `text` with every value hidden.
    Of a key, the text holds the redacted form."""

    mark: Mark
    number: int
    text: str


@dataclass(frozen=True)
class _Entry:
    """The line or lines from `start` to `end`, whose line end begins at `stop`.

    `name` is "" for what is no variable. The value is `value_start` to `value_end`, without its
    quotes. `within`: it lies between the first and the last line of a PEM, whatever it looks like.
    """

    number: int
    start: int
    stop: int
    end: int
    name: str = ""
    value_start: int = 0
    value_end: int = 0
    within: bool = False


@dataclass(frozen=True)
class EnvFile:
    """A file of variables, as it was read."""

    _text: str = field(repr=False)
    _entries: tuple[_Entry, ...] = field(repr=False)

    @property
    def is_utf8(self) -> bool:
        """Whether the file is UTF-8; any other is kept byte for byte all the same."""
        try:
            self._text.encode("latin-1").decode()
        except UnicodeDecodeError:
            return False
        return True

    @property
    def proposed_name(self) -> str:
        """The variable that holds a secret key already, if there is one, else MEDUSA_API_KEY."""
        holding = [entry.name for entry in self._entries if self._holds_key(entry)]
        holding = [name for name in holding if _can_be_typed(name)]
        usual = (DEFAULT_NAME, *(name for name in holding if "MEDUSA" in name.upper()), *holding)
        return next((name for name in usual if name in holding), DEFAULT_NAME)

    def lines_with(self, name: str) -> tuple[int, ...]:
        """The numbers of the lines that set `name`."""
        return tuple(entry.number for entry in self._entries if entry.name == name)

    def with_value(self, name: str, value: str) -> bytes:
        """The file's bytes with `name` set to `value`, which needs no quotes.

        A line that sets `name` keeps all but its value; else a line is appended. Raises
        UnusableEnvFile if `name` is no name, or if several lines set `name`.
        """
        entry = self._entry_of(name)
        text = self._text
        if entry is not None:
            text = text[: entry.value_start] + value + text[entry.value_end :]
        else:
            text = text + self._break_before() + f"{name}={value}{self._line_end()}"
        return text.encode("latin-1")

    def change(self, name: str, redacted: str) -> tuple[Line, ...]:
        """What `with_value` would do, to be shown: the new line with `redacted`, the line that it
        replaces, and a few lines around them. Raises as `with_value`."""
        entry = self._entry_of(name)
        if entry is None:
            place = len(self._entries)
            number = self._line_count() + 1
            new = [Line(Mark.ADDED, number, f"{name}={redacted}")]
        else:
            place = self._entries.index(entry)
            new = [
                Line(Mark.REMOVED, entry.number, self._shown(entry, named=True)),
                Line(Mark.ADDED, entry.number, self._with(entry, redacted)),
            ]
        before = self._entries[max(0, place - _AROUND) : place]
        after = self._entries[place + (entry is not None) :][:_AROUND]
        return (*map(self._kept, before), *new, *map(self._kept, after))

    def _entry_of(self, name: str) -> _Entry | None:
        numbers = self.lines_with(name)
        if len(numbers) > 1:
            raise UnusableEnvFile(EnvFault.TWICE, f"{numbers[0]}, {numbers[1]}")
        found = next((entry for entry in self._entries if entry.name == name), None)
        if found is None and not is_name(name):
            raise UnusableEnvFile(EnvFault.NAME)
        return found

    def _holds_key(self, entry: _Entry) -> bool:
        if not entry.name:
            return False
        match = tokens.find(self._value(entry)[:_LONGEST_HEAD])
        return match is not None and match.kind is tokens.TokenKind.SECRET

    def _value(self, entry: _Entry) -> str:
        return self._text[entry.value_start : entry.value_end]

    def _head(self, entry: _Entry) -> str:
        head = self._text[entry.start : entry.value_start].removeprefix(_UTF8_BOM)
        return tokens.mask(head)[:_LONGEST_HEAD]

    def _kept(self, entry: _Entry) -> Line:
        return Line(Mark.KEPT, entry.number, self._shown(entry))

    def _shown(self, entry: _Entry, *, named: bool = False) -> str:
        """The line with its value hidden; also its name, unless it is surely one: a line of an
        unquoted value may look like a variable. `named`: the user has typed the name."""
        line = self._text[entry.start : entry.stop].strip().removeprefix(_UTF8_BOM)
        if not line:
            return ""
        if not (named or self._is_variable(entry)):
            return f"# {_HIDDEN}" if line.startswith("#") else _HIDDEN
        value = self._value(entry)
        found = list(tokens.find_all(value[:_LONGEST_HEAD]))
        whole = len(found) == 1 and found[0].form is tokens.Form.WHOLE
        if whole and (found[0].start, found[0].end) == (0, len(value)):
            return self._with(entry, tokens.redact(value))
        return self._with(entry, _HIDDEN if value else "")

    def _is_variable(self, entry: _Entry) -> bool:
        name = entry.name
        usual = _USUAL.fullmatch(name) is not None and ("_" in name or len(name) <= _LONG)
        return usual and not entry.within and not self._value(entry).startswith("=")

    def _with(self, entry: _Entry, value: str) -> str:
        """The entry with `value` between its quotes, without what follows."""
        quote = self._text[entry.value_end : entry.value_end + 1]
        return self._head(entry) + value + (quote if quote in _QUOTED else "")

    def _line_count(self) -> int:
        return self._entries[-1].number if self._entries else 0

    def _line_end(self) -> str:
        found = _END.match(self._text)
        return (found[1] if found is not None else "") or "\n"

    def _break_before(self) -> str:
        """What ends a last line that has no end of its own."""
        last = self._entries[-1] if self._entries else None
        return self._line_end() if last is not None and last.stop == last.end else ""


def is_name(name: str) -> bool:
    """Whether a new variable may be called `name`; a name that holds a key may not."""
    return _can_be_typed(name) and _NAME.fullmatch(name) is not None


def _can_be_typed(name: str) -> bool:
    return len(name) <= LONGEST_NAME and not tokens.may_hold_a_key(name)


def parse(content: bytes) -> EnvFile:
    """Read the bytes of a file. Raises UnusableEnvFile: too large, or no text of one byte a
    character."""
    if len(content) > MOST_BYTES or content.count(b"\n") + content.count(b"\r") > MOST_LINES:
        raise UnusableEnvFile(EnvFault.TOO_LARGE)
    text = content.decode("latin-1")
    if text.startswith(_BOMS) or "\0" in text:
        raise UnusableEnvFile(EnvFault.NO_TEXT)
    return EnvFile(text, tuple(_entries(text)))


def _entries(text: str) -> Iterator[_Entry]:
    at = len(_UTF8_BOM) if text.startswith(_UTF8_BOM) else 0
    number, within = 1, False
    while at < len(text):
        entry = _entry(text, at, number)
        yield replace(entry, within=within)
        line = text[at : entry.end]
        begins, ends = line.rfind(_PEM_BEGINS), line.rfind(_PEM_ENDS)
        within = begins > ends or (within and ends < 0)
        number += max(1, len(_breaks(text[at : entry.end])))
        at = entry.end


def _entry(text: str, at: int, number: int) -> _Entry:
    head = _HEAD.match(text, at)
    if head is None:
        stop, end = _line_end(text, at)
        return _Entry(number, at, stop, end)
    start, close = _value(text, head.end())
    stop, end = _line_end(text, close)
    return _Entry(number, at, stop, end, head[1], start, min(close, stop))


def _value(text: str, at: int) -> tuple[int, int]:
    """Where the value after the `=` begins and ends, without its quotes."""
    blank = _BLANK.match(text, at)
    start = blank.end() if blank is not None else at
    sign = text[start : start + 1]
    if sign == "#" and start > at:
        return at, at  # a comment after an empty value
    if sign in _QUOTED and (quoted := _QUOTED[sign].match(text, start)):
        return start + 1, quoted.end() - 1
    stop, _ = _line_end(text, start)
    comments = (text.find(before, start, stop) for before in (" #", "\t#"))
    stop = min((place for place in comments if place >= 0), default=stop)
    return start, start + len(text[start:stop].rstrip(" \t"))


def _line_end(text: str, at: int) -> tuple[int, int]:
    found = _END.match(text, at)
    return (found.start(1), found.end(1)) if found is not None else (len(text), len(text))


def _breaks(text: str) -> list[str]:
    return re.findall(r"\r\n|\n|\r", text)
