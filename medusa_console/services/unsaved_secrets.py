"""Tracks displayed secrets that the user has not saved yet: a lock must not destroy them."""

from __future__ import annotations

from collections.abc import Callable

from medusa_console.clock import Clock
from medusa_console.topic import Topic

KEPT_SECONDS = 600
_CHECK_SECONDS = 5.0


class UnsavedSecrets:
    """The unsaved secrets of one open store. A lock keeps every secret for 10 minutes and then
    discards it; its pending line stays in the journal.

    Topic: `changed` when a secret is held or gone, at a lock and unlock, and regularly while the
    time runs.
    """

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        # Each with whether the secret is a customer's password.
        self._held: dict[Callable[[], None], bool] = {}
        self._locked_at: float | None = None
        self.changed: Topic[None] = Topic()

    @property
    def count(self) -> int:
        """How many secrets are held."""
        return len(self._held)

    @property
    def passwords(self) -> int:
        """How many of the held secrets are passwords of customers; the others are keys."""
        return sum(self._held.values())

    @property
    def seconds_left(self) -> float:
        """Seconds until the secrets are discarded; the full time while the store is not locked."""
        if self._locked_at is None:
            return KEPT_SECONDS
        return max(0.0, self._locked_at + KEPT_SECONDS - self._clock.seconds())

    def hold(self, discard: Callable[[], None], *, password: bool = False) -> Callable[[], None]:
        """Register a displayed key or, with `password`, a customer's password; `discard` destroys
        the secret. Call the returned function when the secret is gone."""
        self._held[discard] = password
        self.changed.announce(None)

        def release() -> None:
            if self._held.pop(discard, None) is not None:
                self.changed.announce(None)

        return release

    def lock(self) -> None:
        """Start the time; a second lock does not restart it."""
        if self._locked_at is None:
            self._locked_at = self._clock.seconds()
            self.changed.announce(None)

    def unlock(self) -> None:
        """Stop the time, after discarding the secrets whose time is up."""
        self.discard_expired()
        self._locked_at = None
        self.changed.announce(None)

    async def watch(self) -> None:
        """Discard expired secrets, as long as the store is open."""
        while True:
            await self._clock.sleep(_CHECK_SECONDS)
            if self._locked_at is not None:
                self.discard_expired()

    def discard_expired(self) -> None:
        """Discard secrets whose time is up."""
        if self._locked_at is not None and self.seconds_left <= 0:
            held, self._held = self._held, {}
            for discard in held:
                discard()
        self.changed.announce(None)
