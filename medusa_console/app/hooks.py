"""Shows failures that no other code has caught, and lets signals end the program in order."""

from __future__ import annotations

import asyncio
import logging
import signal
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import TracebackType
from typing import Any

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

from medusa_console.ui.words.reporter import Reporter

log = logging.getLogger(__name__)

_QT_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}
_SIGNALS = ("SIGTERM", "SIGINT", "SIGHUP")


@contextmanager
def last_resorts(reporter: Reporter) -> Iterator[None]:
    """Report failures in slots, tasks and threads to `reporter`, and log Qt's messages."""
    loop = asyncio.get_running_loop()
    before = (sys.excepthook, threading.excepthook)

    def in_slot(_: type[BaseException], error: BaseException, __: TracebackType | None) -> None:
        reporter.report(error)

    def in_thread(arguments: threading.ExceptHookArgs) -> None:
        if arguments.exc_value is not None:
            loop.call_soon_threadsafe(reporter.report, arguments.exc_value)

    def in_loop(_: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
        error = context.get("exception")
        if isinstance(error, BaseException):
            reporter.report(error)
        else:
            log.error("event loop: %s", context.get("message"))

    def from_qt(kind: QtMsgType, _: QMessageLogContext, message: str | None) -> None:
        log.log(_QT_LEVELS.get(kind, logging.WARNING), "Qt: %s", message)

    sys.excepthook = in_slot
    threading.excepthook = in_thread
    loop.set_exception_handler(in_loop)
    before_qt = qInstallMessageHandler(from_qt)
    try:
        yield
    finally:
        sys.excepthook, threading.excepthook = before
        loop.set_exception_handler(None)
        qInstallMessageHandler(before_qt)


@contextmanager
def signals(end: Callable[[], None]) -> Iterator[None]:
    """SIGTERM, SIGINT and SIGHUP call `end` on the loop; other systems have their own events."""
    loop = asyncio.get_running_loop()
    numbers = [getattr(signal, name) for name in _SIGNALS if hasattr(signal, name)]
    installed = []
    for number in numbers if sys.platform != "win32" else []:
        loop.add_signal_handler(number, end)
        installed.append(number)
    try:
        yield
    finally:
        for number in installed:
            loop.remove_signal_handler(number)
