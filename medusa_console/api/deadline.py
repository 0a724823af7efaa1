"""Ends a request at its deadline without leaving its connection open."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from contextlib import suppress
from typing import Any, TypeVar

import anyio

# At the first deadline, anyio would import it itself, on the window's thread.
import anyio._backends._asyncio

T = TypeVar("T")


async def within(seconds: float, work: Coroutine[Any, Any, T]) -> T:
    """The result of `work`; raises TimeoutError when it takes longer than `seconds`.

    anyio cancels `work`, even when asyncio cancels the caller: httpcore closes connections behind
    an anyio shield, which asyncio's own cancellation would break.
    """
    scope = anyio.CancelScope(deadline=anyio.current_time() + seconds)
    task = asyncio.create_task(_under(scope, work))
    try:
        return await asyncio.shield(task)
    except asyncio.CancelledError:
        scope.cancel()
        while not task.done():
            with suppress(asyncio.CancelledError):  # already being cancelled
                await asyncio.wait({task})
        if not task.cancelled():
            task.exception()  # retrieved, because no caller waits any more
        raise


async def _under(scope: anyio.CancelScope, work: Coroutine[Any, Any, T]) -> T:
    with scope:
        return await work
    raise TimeoutError
