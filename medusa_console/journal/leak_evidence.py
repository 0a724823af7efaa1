"""The table of the records that are evidence of a leak."""

from __future__ import annotations

from medusa_console.journal.database import JournalDatabase

_MOST = 50_000


class LeakEvidenceTable:
    """One line for each key of a store that leaked. Implements ports.LeakEvidence."""

    def __init__(self, database: JournalDatabase) -> None:
        self._database = database

    async def write(self, origin: str, key_id: str) -> None:
        """Note that a key leaked; returns when the line is on disk."""
        statement = "INSERT OR REPLACE INTO leak_evidence (origin, key_id) VALUES (?, ?)"
        await self._database.run(lambda journal: journal.execute(statement, (origin, key_id)))

    async def remove(self, origin: str, key_id: str) -> None:
        """Delete the line of a key whose record is gone."""
        statement = "DELETE FROM leak_evidence WHERE origin = ? AND key_id = ?"
        await self._database.run(lambda journal: journal.execute(statement, (origin, key_id)))

    async def of(self, origin: str) -> frozenset[str]:
        """The ids of the keys of a store that leaked."""
        statement = "SELECT key_id FROM leak_evidence WHERE origin = ? LIMIT ?"
        rows = await self._database.run(
            lambda journal: journal.execute(statement, (origin, _MOST)).fetchall()
        )
        return frozenset(str(key_id) for (key_id,) in rows)
