"""All lines of the journal about one store."""

from __future__ import annotations

from medusa_console.journal.database import JournalDatabase
from medusa_console.ports import Unsettled

_UNSETTLED = ("pending_keys", "rotations", "pending_revokes")
# What stands in these statements are names of ours.
_NUMBERS = ", ".join(
    f"(SELECT count(*) FROM {one} WHERE origin = :origin)"  # noqa: S608
    for one in _UNSETTLED
)
_FORGOTTEN = (*_UNSETTLED, "key_notes", "leak_evidence")
_FORGET = tuple(f"DELETE FROM {one} WHERE origin = ?" for one in _FORGOTTEN)  # noqa: S608


class StoreLinesTables:
    """Implements ports.StoreLines."""

    def __init__(self, database: JournalDatabase) -> None:
        self._database = database

    async def unsettled(self, origin: str) -> Unsettled:
        """As ports.StoreLines."""
        numbers = await self._database.run(
            lambda journal: journal.execute(f"SELECT {_NUMBERS}", {"origin": origin}).fetchone()
        )
        return Unsettled(*(int(number) for number in numbers))

    async def forget(self, origin: str) -> None:
        """As ports.StoreLines."""
        # In one call: the end of the program cannot come between two tables.
        await self._database.run(
            lambda journal: [journal.execute(one, (origin,)) for one in _FORGET]
        )
