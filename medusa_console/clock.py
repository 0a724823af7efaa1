"""This computer's time, for whoever waits."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass


def steady_seconds() -> float:
    """Monotonic seconds that go on while the computer sleeps, where the system has such a clock."""
    # Linux has the first; macOS the second, which counts sleep there; elsewhere monotonic does.
    clock: int | None = getattr(time, "CLOCK_BOOTTIME", getattr(time, "CLOCK_MONOTONIC", None))
    return time.monotonic() if clock is None else time.clock_gettime(clock)


@dataclass(frozen=True)
class Clock:
    """One for the whole program: how many seconds have passed, and how to wait for more."""

    seconds: Callable[[], float] = steady_seconds
    sleep: Callable[[float], Awaitable[None]] = asyncio.sleep
