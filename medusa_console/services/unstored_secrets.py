"""Secrets that are on display and that nobody has stored yet: what a lock must not destroy."""

from __future__ import annotations

from collections.abc import Callable

from medusa_console.clock import Clock
from medusa_console.topic import Topic

KEPT_SECONDS = 600
_LOOK_SECONDS = 5.0


class UnstoredSecrets:
    """One for each open store. While it is locked, every secret is kept for 10 minutes and then
    discarded; its pending line stays in the journal.

    Topic: `changed` when something is held, gone, locked or unlocked, and now and then while the
    time runs.
    """

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._held: list[Callable[[], None]] = []
        self._locked_at: float | None = None
        self.changed: Topic[None] = Topic()

    @property
    def count(self) -> int:
        """How many secrets wait."""
        return len(self._held)

    @property
    def seconds_left(self) -> float:
        """How long they are still kept while the store is locked; all of it while it is not."""
        if self._locked_at is None:
            return KEPT_SECONDS
        return max(0.0, self._locked_at + KEPT_SECONDS - self._clock.seconds())

    def hold(self, discard: Callable[[], None]) -> Callable[[], None]:
        """A secret is on display; `discard` takes it away for good. Call the result when it is
        gone."""
        self._held.append(discard)
        self.changed.announce(None)

        def release() -> None:
            if discard in self._held:
                self._held.remove(discard)
                self.changed.announce(None)

        return release

    def lock(self) -> None:
        """The time begins to run; it does not begin anew for who is locked already."""
        if self._locked_at is None:
            self._locked_at = self._clock.seconds()
            self.changed.announce(None)

    def unlock(self) -> None:
        """The person is back. What should have been discarded meanwhile is discarded now."""
        self.look()
        self._locked_at = None
        self.changed.announce(None)

    async def watch(self) -> None:
        """Discard what has been kept long enough; runs as long as the store is open."""
        while True:
            await self._clock.sleep(_LOOK_SECONDS)
            if self._locked_at is not None:
                self.look()

    def look(self) -> None:
        """Discard what has been kept long enough."""
        if self._locked_at is not None and self.seconds_left <= 0:
            held, self._held = self._held, []
            for discard in held:
                discard()
        self.changed.announce(None)
