"""Calls that may never return, on threads that nobody waits for at the end of the program."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable
from functools import partial
from typing import TypeVar

T = TypeVar("T")


async def daemon_call(work: Callable[[threading.Event], T]) -> T:
    """What `work` returns or raises, run on a daemon thread of its own.

    Put a time limit around it. `work` receives an event that is set once nobody waits for its
    answer any more; whatever it answers after that is dropped.
    """
    loop = asyncio.get_running_loop()
    answer: asyncio.Future[T] = loop.create_future()
    given_up = threading.Event()

    def succeed(value: T) -> None:
        if not answer.done():
            answer.set_result(value)

    def fail(error: BaseException) -> None:
        if not answer.done():
            answer.set_exception(error)

    def run() -> None:
        try:
            tell = partial(succeed, work(given_up))
        except BaseException as error:  # noqa: BLE001  # raised again where it is awaited
            tell = partial(fail, error)
        if not (given_up.is_set() or loop.is_closed()):
            loop.call_soon_threadsafe(tell)

    threading.Thread(target=run, name="keyring", daemon=True).start()
    try:
        return await answer
    finally:
        given_up.set()
