"""Repeats requests to a store that could not be reached."""

from __future__ import annotations

from collections.abc import Callable

from medusa_console.tasks import TaskScope

# Seconds between the attempts; the last pause repeats.
_PAUSES = (2.0, 4.0, 8.0, 16.0, 30.0)


class Retries:
    """Calls `again` after growing pauses. While `seen` returns False, the next attempt waits for
    `resume`."""

    def __init__(
        self, tasks: TaskScope, again: Callable[[], None], seen: Callable[[], bool]
    ) -> None:
        self._tasks = tasks
        self._again = again
        self._seen = seen
        self._name = f"attempt {id(self)}"
        self._overdue = False
        self.made = 0

    def plan(self) -> None:
        """Make the next attempt after a pause, because an attempt has failed."""
        self._tasks.start(self._wait(), replacing=self._name)

    def cancel(self) -> None:
        """Cancel the next attempt."""
        self._tasks.cancel(self._name)
        self._overdue = False

    def stop(self) -> None:
        """Cancel the next attempt, and start with the shortest pause after the next failure."""
        self.cancel()
        self.made = 0

    def resume(self) -> None:
        """Make an overdue attempt, because the result is visible again."""
        if self._overdue:
            self._overdue = False
            self._again()

    async def _wait(self) -> None:
        await self._tasks.clock.sleep(_PAUSES[min(self.made, len(_PAUSES) - 1)])
        self.made += 1
        self._overdue = True
        if self._seen():
            self.resume()
