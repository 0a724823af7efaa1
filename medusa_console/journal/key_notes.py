"""The table of notes on where keys are used."""

from __future__ import annotations

from medusa_console.domain.key_note import LONGEST_NOTE
from medusa_console.journal.database import JournalDatabase

_MOST = 50_000


class KeyNotesTable:
    """One line for each key of a store that has a note. Implements ports.KeyNotes."""

    def __init__(self, database: JournalDatabase) -> None:
        self._database = database

    async def write(self, origin: str, key_id: str, text: str) -> None:
        """Replace the note of a key; "" removes it. Returns when it is on disk."""
        if text:
            statement = "INSERT OR REPLACE INTO key_notes (origin, key_id, text) VALUES (?, ?, ?)"
            await self._database.run(
                lambda journal: journal.execute(statement, (origin, key_id, text))
            )
        else:
            statement = "DELETE FROM key_notes WHERE origin = ? AND key_id = ?"
            await self._database.run(lambda journal: journal.execute(statement, (origin, key_id)))

    async def of(self, origin: str) -> dict[str, str]:
        """The notes of a store by the ids of their keys."""
        statement = "SELECT key_id, substr(text, 1, ?) FROM key_notes WHERE origin = ? LIMIT ?"
        rows = await self._database.run(
            lambda journal: journal.execute(statement, (LONGEST_NOTE, origin, _MOST)).fetchall()
        )
        return {str(key_id): str(text) for key_id, text in rows}
