"""Writes a document as Markdown, in which nothing that strangers wrote does anything."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from medusa_console.domain.document import (
    Block,
    Bullets,
    Document,
    Heading,
    Line,
    Paragraph,
    Run,
    Table,
    Written,
)
from medusa_console.domain.escaping import in_code, in_markdown

_SIGNS: Final = re.compile(r"[\\`*_\[\]<>|~#]")


def as_markdown(document: Document) -> str:
    """`document` as Markdown of GitHub's kind, with one line feed at its end."""
    return "\n\n".join(_block(block) for block in document) + "\n"


def _block(block: Block) -> str:
    match block:
        case Heading(level=level, line=line):
            return f"{'#' * level} {_line(line)}"
        case Paragraph(line=line):
            return _line(line)
        case Bullets(lines=lines):
            return "\n".join(f"- {_line(line)}" for line in lines)
        case Table(titles=titles, rows=rows):
            head = (_row(map(_ours, titles)), _row("---" for _ in titles))
            return "\n".join((*head, *(_row(map(_line, cells)) for cells in rows)))


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _line(line: Line) -> str:
    return "".join(map(_run, line))


def _run(run: Run) -> str:
    match run.written:
        case Written.OURS:
            text = _ours(run.text)
        case Written.STRANGERS:
            text = in_markdown(run.text)
        case Written.EXACT:
            text = f"`{in_code(run.text)}`"
    return f"**{text}**" if run.strong and text else text


def _ours(text: str) -> str:
    return _SIGNS.sub(r"\\\g<0>", text)
