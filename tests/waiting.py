"""Waiting in tests without sleeping blindly."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import TypeVar

_PATIENCE_S = 60  # bounds what is stuck, on a machine however slow
_LOOK = 0.001  # no less: a loop that only turns starves the threads it waits for
T = TypeVar("T")


async def until(condition: Callable[[], T]) -> T:
    """Let the loop turn until `condition()` is true and return its value."""
    async with asyncio.timeout(_PATIENCE_S):
        while not (value := condition()):
            await asyncio.sleep(_LOOK)
    return value
