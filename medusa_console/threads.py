"""Daemon threads for blocking calls, so that a hanging call cannot delay the program's end."""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import Executor, Future
from typing import Any, TypeVar

T = TypeVar("T")


class DaemonThreads(Executor):
    """Runs each call on a daemon thread of its own.

    A DNS lookup can hang for a quarter of a minute, a keyring prompt for ever. The loop's own
    executor would wait for both at the end of the process.
    """

    def submit(self, work: Callable[..., T], /, *arguments: Any, **named: Any) -> Future[T]:
        """Run `work` on a new daemon thread; returns the future of its result."""
        future: Future[T] = Future()

        def run() -> None:
            if not future.set_running_or_notify_cancel():
                return
            try:
                future.set_result(work(*arguments, **named))
            except BaseException as error:  # noqa: BLE001  # the future raises it
                future.set_exception(error)

        threading.Thread(target=run, daemon=True, name="waiting").start()
        return future
