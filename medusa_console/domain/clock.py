"""Server time as an interval, from `Date` headers and this computer's clocks.

`Date` has whole seconds, so the server's now lies in [`Date`, `Date` + 1 s) when it answered. Only
the difference to the local clock is kept: a computer whose clock is a day off still judges expiry
rightly.
"""

from __future__ import annotations

import statistics
from collections import deque
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

SECOND = timedelta(seconds=1)
# Further than this from the median, an answer was old or came from somebody else's clock.
_ODD = 2.0


def _local_now() -> datetime:
    return datetime.now(UTC)


class ServerClock:
    """Learns from each answer.

    `Date` drops what is below a second, so each answer tells the least that the difference can be:
    the greatest of the last five is the closest. Those far from their median are left out.
    """

    def __init__(self, local_now: Callable[[], datetime] = _local_now) -> None:
        self._local_now = local_now
        self._offsets: deque[float] = deque(maxlen=5)

    def observe(self, date: datetime) -> None:
        """Take in the `Date` of an answer that has just arrived."""
        self._offsets.append((date - self._local_now()).total_seconds())

    @property
    def known(self) -> bool:
        """Whether an answer has told the server's time; until then, the local clock counts."""
        return bool(self._offsets)

    def forget(self) -> None:
        """The local clock has jumped: what was learned by it says nothing any more."""
        self._offsets.clear()

    def now(self) -> datetime:
        """The start of the interval in which the server's now lies."""
        return self._local_now() + self._offset()

    def latest(self) -> datetime:
        """The end of that interval: what lies before it has surely been reached by the server."""
        return self.now() + SECOND

    def to_local(self, server_time: datetime) -> datetime:
        """When `server_time` comes on this computer's clock."""
        return server_time - self._offset()

    def _offset(self) -> timedelta:
        if not self._offsets:
            return timedelta()
        middle = statistics.median_low(self._offsets)
        near = (offset for offset in self._offsets if abs(offset - middle) <= _ODD)
        return timedelta(seconds=max(near))
