"""A store that could not be reached is asked again and again, as long as somebody looks."""

from __future__ import annotations

from collections.abc import Callable

from medusa_console.tasks import TaskScope

# Seconds between the attempts; the last counts on.
_PAUSES = (2.0, 4.0, 8.0, 16.0, 30.0)


class Retries:
    """`again` makes the next attempt; while nothing is `seen`, it waits until `resume`."""

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
        """An attempt has failed: make the next one after a pause."""
        self._tasks.start(self._wait(), replacing=self._name)

    def cancel(self) -> None:
        """Another attempt would bring nothing."""
        self._tasks.cancel(self._name)
        self._overdue = False

    def stop(self) -> None:
        """There is nothing to try any more; the next failure is a first one."""
        self.cancel()
        self.made = 0

    def resume(self) -> None:
        """Somebody sees it again: what has been due meanwhile is tried now."""
        if self._overdue:
            self._overdue = False
            self._again()

    async def _wait(self) -> None:
        await self._tasks.clock.sleep(_PAUSES[min(self.made, len(_PAUSES) - 1)])
        self.made += 1
        self._overdue = True
        if self._seen():
            self.resume()
