"""Estimates the server's time as an interval, from `Date` headers and this computer's clock.

`Date` has whole seconds, so the server's now lies in [`Date`, `Date` + 1 s) when it answers. Only
the offset to the local clock is kept, so expiry is judged correctly even if the local clock is a
day off.
"""

from __future__ import annotations

import statistics
from collections import deque
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

SECOND = timedelta(seconds=1)
# An offset this far from the median comes from a cached answer or another server's clock.
_ODD = 2.0


def _local_now() -> datetime:
    return datetime.now(UTC)


class ServerClock:
    """The server's clock, learned from its answers.

    `Date` truncates to seconds, so each answer gives a lower bound of the offset: the greatest of
    the last five is the closest. Offsets far from their median are ignored.
    """

    def __init__(self, local_now: Callable[[], datetime] = _local_now) -> None:
        self._local_now = local_now
        self._offsets: deque[float] = deque(maxlen=5)
        self._offset = timedelta()

    def observe(self, date: datetime) -> None:
        """Record the `Date` of an answer that has just arrived."""
        self._offsets.append((date - self._local_now()).total_seconds())
        middle = statistics.median_low(self._offsets)
        near = (offset for offset in self._offsets if abs(offset - middle) <= _ODD)
        self._offset = timedelta(seconds=max(near))

    @property
    def known(self) -> bool:
        """Whether an answer has told the server's time; until then, the local clock is used."""
        return bool(self._offsets)

    def forget(self) -> None:
        """Forget the offsets, because the local clock has jumped."""
        self._offsets.clear()
        self._offset = timedelta()

    def now(self) -> datetime:
        """The start of the interval in which the server's now lies."""
        return self._local_now() + self._offset

    def latest(self) -> datetime:
        """The end of that interval: the server's clock may have reached any time before it."""
        return self.now() + SECOND

    def to_local(self, server_time: datetime) -> datetime:
        """The local time at which the server's clock shows `server_time`."""
        return server_time - self._offset
