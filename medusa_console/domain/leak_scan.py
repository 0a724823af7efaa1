"""Reads a text in pieces and finds the keys and other secrets in it, with lines and names."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import Final

from medusa_console.domain.leak_finds import Finds
from medusa_console.domain.leak_names import name_before
from medusa_console.domain.leak_text import MOST_READ, shown_text
from medusa_console.domain.leaks import Place, Reading
from medusa_console.domain.other_secrets import LONGEST_OTHER, Other, others
from medusa_console.domain.scanner_reports import ReportReader
from medusa_console.domain.token_shapes import LONGEST_SHAPE, Shape, shapes

LONGEST_PIECE: Final = 256 << 10
"""Never are more characters looked at in one go."""
_AHEAD = max(LONGEST_SHAPE, LONGEST_OTHER)
_BEHIND = 512
# Less than that at once, because an expression that finds nothing lets no other thread run.
_STEP = 64 << 10


class Scanner:
    """Finds what one text holds. It is fed in parts of any size, and looked at in pieces of at most
    LONGEST_PIECE characters; what stands on the border of two is found once.

    A line ends with CRLF, CR or LF. Of what the report of a secret scanner names, the places are
    those of the report.
    """

    def __init__(self) -> None:
        self._finds = Finds()
        self._report = ReportReader()
        self._head: list[str] = []
        self._head_size = 0
        self._waiting: list[str] = []
        self._waiting_size = 0
        self._text = ""
        self._keys_from = self._others_from = 0  # in the text; all before was looked at
        self._line = 1  # the line at `_line_at`
        self._line_at = 0
        self._ends_line = True

    @property
    def key_count(self) -> int:
        """How many keys were found so far."""
        return self._finds.key_count

    def feed(self, part: str) -> None:
        """Look at the next part of the text."""
        self._report.feed(part)
        if self._head_size < MOST_READ:
            self._head.append(part[: MOST_READ - self._head_size])
            self._head_size += len(part)
        for start in range(0, len(part), _STEP):
            piece = part[start : start + _STEP]
            self._waiting.append(piece)
            self._waiting_size += len(piece)
            if self._waiting_size >= _STEP:
                self._look()

    def finish(self, *, name: str = "", size: int = 0, stopped: bool = False) -> Reading:
        """Look at the rest; returns what was found. `name` is the file's, masked. `size` counts
        bytes."""
        self._look(last=True)
        self._report.finish()
        self._finds.take_places(self._report.finds)
        return replace(
            self._finds.reading(),
            name=name,
            lines=self._line - self._ends_line,
            size=size,
            stopped=stopped,
            report=self._report.format,
            excerpt=shown_text("".join(self._head)),
        )

    def _look(self, *, last: bool = False) -> None:
        text = self._text = self._text + "".join(self._waiting)
        self._waiting.clear()
        self._waiting_size = 0
        stop = len(text) if last else len(text) - _AHEAD
        if stop > 0:
            self._look_at(text, stop)
            if not last:
                self._drop(text, stop)
        if last:
            self._go_to(text, len(text))
            self._ends_line = not text or text[-1] in "\r\n"

    def _look_at(self, text: str, stop: int) -> None:
        found: list[Shape | Other] = [
            *shapes(text, self._keys_from, stop),
            *others(text, self._others_from, stop),
        ]
        found.sort(key=lambda one: one.start)
        self._keys_from = self._others_from = stop
        for one in found:
            self._go_to(text, one.start)
            place = partial(self._place, text, one.start)
            if isinstance(one, Shape):
                self._keys_from = max(self._keys_from, one.end)
                self._finds.add_key(one, place)
            else:
                self._others_from = max(self._others_from, one.end)
                self._finds.add_other(one, place)

    def _place(self, text: str, at: int) -> Place:
        return Place(self._line, name_before(text, at))

    def _drop(self, text: str, stop: int) -> None:
        """Forget what was looked at, but for what may tell a name."""
        start = max(0, stop - _BEHIND)
        if text[start] == "\n":
            start = max(0, start - 1)  # it may end a line together with a CR
        self._go_to(text, start)
        self._text = text[start:]
        self._keys_from -= start
        self._others_from -= start
        self._line_at -= start

    def _go_to(self, text: str, at: int) -> None:
        """Count the lines up to `at`, where no CRLF is divided."""
        if at <= self._line_at:
            return
        breaks = text.count("\n", self._line_at, at)
        if "\r" in text:
            breaks += text.count("\r", self._line_at, at) - text.count("\r\n", self._line_at, at)
        self._line += breaks
        self._line_at = at
