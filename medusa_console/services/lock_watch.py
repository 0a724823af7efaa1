"""When nobody is there any more, the stores are locked."""

from __future__ import annotations

import logging
from collections.abc import Callable

from medusa_console.clock import Clock
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
        clock: Clock,
    ) -> None:
        self._presence = presence
        self._minutes = minutes
        self._lock = lock
        self._clock = clock

    async def run(self) -> None:
        """Look every few seconds; runs as long as the program."""
        unsubscribe = self._presence.left.subscribe(lambda _: self._leave("the screen is locked"))
        away = False
        try:
            while True:
                due = self._clock.seconds() + _LOOK_SECONDS
                await self._clock.sleep(_LOOK_SECONDS)
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
            # Whoever leaves next must be locked all the same.
            log.exception("not everything could be locked")
