"""A document in parts, which a writer makes Markdown or a PDF of."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum, auto
from typing import Final

_PLACE: Final = re.compile(r"\{(\w+)\}")
_EXACT: Final = re.compile(r"/?[A-Za-z0-9_*:+-]+(?:/[A-Za-z0-9_*:+-]+)*(?:\.[0-9]{1,9}Z?)?")
_LONGEST_EXACT: Final = 130
_EMAIL: Final = re.compile(r"[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+", re.ASCII)
_LONGEST_EMAIL: Final = 254


class Written(Enum):
    """Who has written a text, and so what a writer does with it."""

    OURS = auto()  # the program's own words
    STRANGERS = auto()  # made harmless
    EXACT = auto()  # an id, a time, a shortened form: to be read again as it is


@dataclass(frozen=True)
class Run:
    """A piece of a line."""

    text: str
    written: Written = Written.OURS
    strong: bool = False


Line = tuple[Run, ...]


@dataclass(frozen=True)
class Heading:
    """`level` counts from 1, the document's own title."""

    level: int
    line: Line


@dataclass(frozen=True)
class Paragraph:
    """A paragraph of one line, which wraps."""

    line: Line


@dataclass(frozen=True)
class Bullets:
    """A list."""

    lines: tuple[Line, ...]


@dataclass(frozen=True)
class Table:
    """A table: a title for each column, and rows of as many cells."""

    titles: tuple[str, ...]
    rows: tuple[tuple[Line, ...], ...]


Block = Heading | Paragraph | Bullets | Table
Document = tuple[Block, ...]


def ours(text: str, *, strong: bool = False) -> Line:
    """The program's own words."""
    return (Run(text, strong=strong),)


def strangers(text: str) -> Run:
    """What others have written: a title, a name, a file."""
    return Run(text, Written.STRANGERS)


def exact(text: str) -> Run:
    """An id, a time, a path or a shortened form. What is of another form, as a store that lies may
    send it, is a stranger's text."""
    known = len(text) <= _LONGEST_EXACT and _EXACT.fullmatch(text)
    return Run(text, Written.EXACT) if known else strangers(text)


def email(text: str) -> Run:
    """An email address, to be read as it is; what is none is a stranger's text."""
    known = len(text) <= _LONGEST_EMAIL and _EMAIL.fullmatch(text)
    return Run(text, Written.EXACT) if known else strangers(text)


def said(template: str, **parts: Line | Run | str) -> Line:
    """`template`, in the program's words, with `parts` in its places `{name}`; a part that is a str
    is the program's as well."""
    line: list[Run] = []
    at = 0
    for place in _PLACE.finditer(template):
        line.append(Run(template[at : place.start()]))
        part = parts[place[1]]
        if isinstance(part, str):
            part = Run(part)
        line += [part] if isinstance(part, Run) else part
        at = place.end()
    line.append(Run(template[at:]))
    return tuple(run for run in line if run.text)
