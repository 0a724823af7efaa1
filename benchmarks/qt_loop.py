"""Qt's event loop, with the threads and the garbage collector that the program gives it."""

from __future__ import annotations

import asyncio
import gc
from collections.abc import Coroutine
from typing import Any, TypeVar

import qasync
from PySide6.QtCore import QCoreApplication

from medusa_console.app.collector import Collector
from medusa_console.threads import DaemonThreads

T = TypeVar("T")


def run(application: QCoreApplication, work: Coroutine[Any, Any, T]) -> T:
    """Run `work` to its end."""

    def loop() -> qasync.QEventLoop:
        made = qasync.QEventLoop(application)
        made.set_default_executor(DaemonThreads())
        return made

    gc.collect()
    Collector(application).start()  # as the program does
    with asyncio.Runner(loop_factory=loop) as runner:
        return runner.run(work)
