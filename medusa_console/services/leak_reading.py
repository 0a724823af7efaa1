"""Reads what may be a leak: a pasted text, or a file. Works on a thread."""

from __future__ import annotations

import asyncio
import codecs
import os
import stat
import threading
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO, Final

from medusa_console.domain.bounded import masked
from medusa_console.domain.clipboard_text import is_too_long
from medusa_console.domain.errors import LeakFault, UnusableLeak
from medusa_console.domain.leak_scan import Scanner
from medusa_console.domain.leaks import LONGEST_FIELD, Reading

LARGEST_FILE: Final = 50 << 20
_PIECE = 128 << 10
_BOMS = (  # that of UTF-32 LE begins like that of UTF-16 LE
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_LOOKED_AT = 4_096


class Stop:
    """Ends a reading before the end of its file, from any thread."""

    def __init__(self) -> None:
        self._asked = threading.Event()

    def __bool__(self) -> bool:
        return self._asked.is_set()

    def ask(self) -> None:
        """End the reading soon; what was found until then stays."""
        self._asked.set()


async def read_text(text: str) -> Reading:
    """Read a pasted text. Raises UnusableLeak if it is longer than LONGEST_CLIPBOARD."""
    if is_too_long(text):
        raise UnusableLeak("", LeakFault.LONG_TEXT)

    def read() -> Reading:
        scanner = Scanner()
        scanner.feed(text)
        return scanner.finish(size=len(text.encode(errors="replace")))

    return await asyncio.to_thread(read)


async def read_file(path: Path, progress: Callable[[float], None], stop: Stop) -> Reading:
    """Read the file at `path`, or the one to which it links.

    `progress` is told on this loop which share was read, 1 at the end. After `stop.ask()`, the
    reading holds what was found so far. A file that grows meanwhile is read to the end that it had.
    Its encoding is told by a byte order mark or by its zeros, else it is UTF-8; what is broken is
    replaced. Raises UnusableLeak.
    """
    loop = asyncio.get_running_loop()

    def tell(share: float) -> None:
        loop.call_soon_threadsafe(progress, share)

    try:
        return await asyncio.to_thread(_read_file, path, tell, stop)
    except asyncio.CancelledError:
        stop.ask()
        raise


def _read_file(path: Path, tell: Callable[[float], None], stop: Stop) -> Reading:
    name = masked(path.name, LONGEST_FIELD)
    try:
        _require_file(name, path.stat())
        # It may have been replaced by a pipe, and opening a pipe would wait for its writer.
        with open(path, "rb", opener=_open_without_waiting) as file:
            facts = os.fstat(file.fileno())
            _require_file(name, facts)
            return _read(file, name, facts.st_size, tell, stop)
    except (FileNotFoundError, NotADirectoryError):
        fault = LeakFault.MISSING
    except PermissionError:
        fault = LeakFault.NOT_ALLOWED
    except (OSError, ValueError):
        fault = LeakFault.UNREADABLE
    raise UnusableLeak(name, fault)


def _read(
    file: BinaryIO, name: str, size: int, tell: Callable[[float], None], stop: Stop
) -> Reading:
    scanner = Scanner()
    decoder: codecs.IncrementalDecoder | None = None
    read = 0
    while read < size and not stop:
        content = file.read(min(_PIECE, size - read))
        if not content:
            raise UnusableLeak(name, LeakFault.SHRUNK)
        if decoder is None:
            encoding, start = _encoding(content)
            decoder = codecs.getincrementaldecoder(encoding)("replace")
            content, read = content[start:], start
        read += len(content)
        scanner.feed(decoder.decode(content))
        tell(read / size)
    stopped = read < size
    if decoder is not None and not stopped:
        scanner.feed(decoder.decode(b"", final=True))
    return scanner.finish(name=name, size=read, stopped=stopped)


def _encoding(content: bytes) -> tuple[str, int]:
    """The encoding of a file that begins so, and how long its byte order mark is."""
    for mark, encoding in _BOMS:
        if content.startswith(mark):
            return encoding, len(mark)
    head = content[:_LOOKED_AT]
    if b"\0" in head:
        # Most signs of a text have zeros in the same places of each group of four.
        most = len(head) // 4 * 0.7
        zeros = tuple(head[place::4].count(0) > most for place in range(4))
        match zeros:
            case (False, True, True, True):
                return "utf-32-le", 0
            case (True, True, True, False):
                return "utf-32-be", 0
            case (False, True, False, True):
                return "utf-16-le", 0
            case (True, False, True, False):
                return "utf-16-be", 0
    return "utf-8", 0


def _require_file(name: str, facts: os.stat_result) -> None:
    if stat.S_ISDIR(facts.st_mode):
        raise UnusableLeak(name, LeakFault.FOLDER)
    if not stat.S_ISREG(facts.st_mode):
        raise UnusableLeak(name, LeakFault.NO_FILE)
    if facts.st_size > LARGEST_FILE:
        raise UnusableLeak(name, LeakFault.TOO_LARGE)


def _open_without_waiting(path: str, flags: int) -> int:
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))  # Windows has no O_NONBLOCK
