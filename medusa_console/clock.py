"""This computer's time, and waiting by it."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass


def steady_seconds() -> float:
    """Monotonic seconds that include sleep, if the system has such a clock."""
    # Linux has the first; on macOS the second includes sleep; elsewhere monotonic does.
    clock: int | None = getattr(time, "CLOCK_BOOTTIME", getattr(time, "CLOCK_MONOTONIC", None))
    return time.monotonic() if clock is None else time.clock_gettime(clock)


@dataclass(frozen=True)
class Clock:
    """The program's clock: passed seconds, and a way to wait."""

    seconds: Callable[[], float] = steady_seconds
    sleep: Callable[[float], Awaitable[None]] = asyncio.sleep
