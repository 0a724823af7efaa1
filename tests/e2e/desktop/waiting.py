"""Waiting for another process."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")


def until(condition: Callable[[], T], *, limit: float = 15.0, what: object = "") -> T:
    """Ask until `condition()` is true and return its value; fail after `limit` seconds.

    Each question goes to another process and waits for its answer.
    """
    deadline = time.monotonic() + limit
    while not (value := condition()):
        if time.monotonic() > deadline:
            told = what() if callable(what) else what
            raise TimeoutError(f"not within {limit} s: {told}")
    return value
