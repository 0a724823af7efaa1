"""When nobody is there any more, the stores are locked."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable

from medusa_console.domain.clock import steady_seconds
from medusa_console.ports import Presence

log = logging.getLogger(__name__)

_LOOK_SECONDS = 5.0
# A look that comes so much later was slept through, on systems that do not tell of sleep.
_SLEPT_SECONDS = 60.0


class LockWatch:
    """Calls `lock` once the person is away: idle for `minutes()` (0: however long), the screen
    locked, or the computer asleep. `lock` may be called while everything is locked already."""

    def __init__(
        self,
        presence: Presence,
        minutes: Callable[[], int],
        lock: Callable[[], None],
        *,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
        now: Callable[[], float] = steady_seconds,
    ) -> None:
        """`now` gives monotonic seconds, which go on while the computer sleeps."""
        self._presence = presence
        self._minutes = minutes
        self._lock = lock
        self._sleep = sleep
        self._now = now

    async def run(self) -> None:
        """Look every few seconds; runs as long as the program."""
        unsubscribe = self._presence.left.subscribe(lambda _: self._leave("the screen is locked"))
        away = False
        try:
            while True:
                due = self._now() + _LOOK_SECONDS
                await self._sleep(_LOOK_SECONDS)
                minutes = self._minutes()
                was_away, away = away, minutes > 0 and self._presence.idle_seconds() >= 60 * minutes
                if self._now() - due >= _SLEPT_SECONDS:
                    self._leave("the computer was asleep")
                elif away and not was_away:
                    self._leave("idle")
        finally:
            unsubscribe()

    def _leave(self, why: str) -> None:
        log.info("locking: %s", why)
        try:
            self._lock()
        except Exception:
            # Whoever leaves next must be locked all the same.
            log.exception("not everything could be locked")
