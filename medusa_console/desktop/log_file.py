"""Writes the log to a file in the data folder, on its own thread and without secrets."""

from __future__ import annotations

import copy
import logging
import os
import queue
import re
import sys
import traceback
from collections.abc import Callable, Iterator
from logging.handlers import QueueHandler, QueueListener, RotatingFileHandler
from pathlib import Path
from types import TracebackType
from typing import Any

from medusa_console.domain import tokens

_OURS = "medusa_console"
_BYTES = 2_000_000
_OLDER_FILES = 2
_EMAIL = re.compile(r"[\w.%+-]{1,64}@[\w.-]++")
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]")

_ExcInfo = tuple[type[BaseException], BaseException, TracebackType | None]


def log_path(folder: Path) -> Path:
    """The newest log file of the data folder `folder`."""
    return folder / "medusa-console.log"


def start_logging(folder: Path, level: int) -> Callable[[], None]:
    """Log to `log_path(folder)`: 2 MB, and two older files beside it. The window never waits.

    `level` is for this program. Libraries log only warnings, because they would log addresses with
    search texts. The returned function writes the remaining lines and ends logging.
    """
    file = _PrivateFile(
        log_path(folder),
        maxBytes=_BYTES,
        backupCount=_OLDER_FILES,
        encoding="utf-8",
        errors="backslashreplace",
        delay=True,
    )
    # The queue is unbounded, so that a slow disk delays no caller.
    lines: queue.SimpleQueue[logging.LogRecord] = queue.SimpleQueue()
    sender = QueueHandler(lines)
    sender.setFormatter(SafeFormatter())
    writer = QueueListener(lines, file)
    root, ours = logging.getLogger(), logging.getLogger(_OURS)
    before = root.level, ours.level
    root.setLevel(logging.WARNING)
    ours.setLevel(level)
    root.addHandler(sender)
    writer.start()

    def stop() -> None:
        root.removeHandler(sender)
        root.setLevel(before[0])
        ours.setLevel(before[1])
        writer.stop()
        file.close()

    return stop


class SafeFormatter(logging.Formatter):
    """Formats a record as one line: keys, session tokens and emails masked, control characters
    escaped.

    The lines of a traceback begin with a bar, so that none can be mistaken for a record. A
    traceback contains neither values of local variables nor the texts of exceptions, which repeat
    such values and what a server said; only the operating system's words for an error stay.
    """

    default_msec_format = "%s.%03d"

    def __init__(self) -> None:
        super().__init__("%(asctime)s %(levelname)s %(name)s: %(message)s")

    def format(self, record: logging.LogRecord) -> str:
        # Another handler may have stored its own unmasked text of the exception in the record.
        record = copy.copy(record)
        record.exc_text = None
        return super().format(record)

    def formatMessage(self, record: logging.LogRecord) -> str:  # noqa: N802
        return _CONTROL.sub(_escaped, _masked(super().formatMessage(record)))

    def formatException(self, ei: _ExcInfo | tuple[None, None, None]) -> str:  # noqa: N802
        return "" if ei[1] is None else self.formatStack("".join(_told(ei[1])))

    def formatStack(self, stack_info: str) -> str:  # noqa: N802
        lines = _masked(stack_info).rstrip("\n").split("\n")
        return "\n".join(f"  | {_CONTROL.sub(_escaped, line)}" for line in lines)


def _told(error: BaseException) -> Iterator[str]:
    """The exceptions that led to `error`, and `error`: where each was raised, and its type."""
    chain = [error]
    while (one := chain[-1].__cause__ or _context(chain[-1])) is not None and one not in chain:
        chain.append(one)
    for one in reversed(chain):
        if isinstance(one, BaseExceptionGroup):
            for part in one.exceptions:
                yield from _told(part)
        yield from traceback.format_tb(one.__traceback__)
        words = f": {one.strerror}" if isinstance(one, OSError) and one.strerror else ""
        yield f"{type(one).__qualname__}{words}\n"


def _context(error: BaseException) -> BaseException | None:
    return None if error.__suppress_context__ else error.__context__


def _masked(text: str) -> str:
    return _EMAIL.sub("***", tokens.mask(text))


def _escaped(match: re.Match[str]) -> str:
    return match[0].encode("unicode_escape").decode()


class _PrivateFile(RotatingFileHandler):
    """Created at the first line, on the writer's thread, readable by its owner only."""

    _told = False

    def _open(self) -> Any:
        Path(self.baseFilename).parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        return open(
            self.baseFilename,
            self.mode,
            encoding=self.encoding,
            errors=self.errors,
            opener=lambda path, flags: os.open(path, flags, 0o600),
        )

    def close(self) -> None:
        try:
            super().close()
        except OSError:
            self._tell_once()

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802
        # logging would print the record; the reason is enough.
        self._tell_once()

    def _tell_once(self) -> None:
        if not self._told and sys.stderr is not None:
            self._told = True
            sys.stderr.write(f"The log cannot be written: {sys.exc_info()[1]}\n")
