"""Qt's event loop, with the threads that the program gives it."""

from __future__ import annotations

import asyncio
import gc
from collections.abc import Coroutine
from typing import Any, TypeVar

import qasync
from PySide6.QtCore import QCoreApplication

from medusa_console.threads import DaemonThreads

T = TypeVar("T")


def run(application: QCoreApplication, work: Coroutine[Any, Any, T]) -> T:
    """Run `work` to its end."""

    def loop() -> qasync.QEventLoop:
        made = qasync.QEventLoop(application)
        made.set_default_executor(DaemonThreads())
        return made

    # As the program does. Also, no other thread may collect what is left of an earlier loop.
    gc.collect()
    gc.freeze()
    with asyncio.Runner(loop_factory=loop) as runner:
        return runner.run(work)
