"""Waiting in tests without sleeping blindly."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import TypeVar

_LOOK = 0.001  # no less: a loop that only turns starves the threads it waits for
T = TypeVar("T")


async def until(condition: Callable[[], T], *, limit: float = 10.0) -> T:
    """Let the loop turn until `condition()` is true and return its value; fail after `limit` s."""
    async with asyncio.timeout(limit):
        while not (value := condition()):
            await asyncio.sleep(_LOOK)
    return value
