"""Waiting for another process."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")

_PATIENCE_S = 60.0  # bounds what is stuck, on a machine however slow


def until(condition: Callable[[], T], *, what: object = "") -> T:
    """Ask until `condition()` is true and return its value; fail after a minute.

    Each question goes to another process and waits for its answer.
    """
    deadline = time.monotonic() + _PATIENCE_S
    while not (value := condition()):
        if time.monotonic() > deadline:
            told = what() if callable(what) else what
            raise TimeoutError(f"not within {_PATIENCE_S:.0f} s: {told}")
    return value
