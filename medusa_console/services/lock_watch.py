"""Locks all stores when the user is idle, the screen is locked or the computer slept."""

from __future__ import annotations

import logging
from collections.abc import Callable

from medusa_console.clock import Clock
from medusa_console.ports import Presence

log = logging.getLogger(__name__)

_CHECK_SECONDS = 5.0
# A check that comes this late means that the computer slept, on systems that do not report sleep.
_SLEPT_SECONDS = 60.0


class LockWatch:
    """Calls `lock` when the user has been idle for `minutes()` (0: never), the screen is locked or
    the computer slept. `lock` may be called while all stores are locked already."""

    def __init__(
        self,
        presence: Presence,
        minutes: Callable[[], int],
        lock: Callable[[], None],
        clock: Clock,
    ) -> None:
        self._presence = presence
        self._minutes = minutes
        self._lock = lock
        self._clock = clock

    async def run(self) -> None:
        """Check every few seconds, as long as the program runs."""
        unsubscribe = self._presence.left.subscribe(lambda _: self._leave("the screen is locked"))
        away = False
        try:
            while True:
                due = self._clock.seconds() + _CHECK_SECONDS
                await self._clock.sleep(_CHECK_SECONDS)
                minutes = self._minutes()
                was_away, away = away, minutes > 0 and self._presence.idle_seconds() >= 60 * minutes
                if self._clock.seconds() - due >= _SLEPT_SECONDS:
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
            # A failure must not prevent the next lock.
            log.exception("not everything could be locked")
