"""Waiting for a request with a deadline, and giving it up without leaving a connection open."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from contextlib import suppress
from typing import Any, TypeVar

import anyio

T = TypeVar("T")


async def within(seconds: float, work: Coroutine[Any, Any, T]) -> T:
    """What `work` returns; raises TimeoutError when it takes longer than `seconds`.

    `work` is ended by anyio, also when the caller is cancelled by asyncio: httpcore closes its
    connections behind a shield that holds against the one and not against the other.
    """
    scope = anyio.CancelScope(deadline=anyio.current_time() + seconds)
    task = asyncio.create_task(_under(scope, work))
    try:
        return await asyncio.shield(task)
    except asyncio.CancelledError:
        scope.cancel()
        while not task.done():
            with suppress(asyncio.CancelledError):  # it is on its way already
                await asyncio.wait({task})
        if not task.cancelled():
            task.exception()  # nobody waits for it any more
        raise


async def _under(scope: anyio.CancelScope, work: Coroutine[Any, Any, T]) -> T:
    with scope:
        return await work
    raise TimeoutError
