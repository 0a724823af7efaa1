"""Daemon threads for blocking calls, so that a hanging call cannot delay the program's end."""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import Executor, Future
from typing import Any, TypeVar

T = TypeVar("T")


class DaemonThreads(Executor):
    """Runs each call on a daemon thread of its own.

    A DNS lookup can hang for a quarter of a minute, an unlock prompt for ever. Unlike the loop's
    own executor, this one lets the process end all the same.
    """

    def submit(self, work: Callable[..., T], /, *arguments: Any, **named: Any) -> Future[T]:
        """Run `work` on a thread of its own."""
        future: Future[T] = Future()

        def run() -> None:
            if not future.set_running_or_notify_cancel():
                return
            try:
                future.set_result(work(*arguments, **named))
            except BaseException as error:  # noqa: BLE001  # whoever waits gets it
                future.set_exception(error)

        threading.Thread(target=run, daemon=True, name="waiting").start()
        return future
