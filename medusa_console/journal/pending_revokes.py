"""The table of revokes that are not proven: each is on disk before its request is sent."""

from __future__ import annotations

from dataclasses import fields

from pydantic import TypeAdapter

from medusa_console.domain.pending_revoke import PendingRevoke
from medusa_console.journal.database import JournalDatabase

_LINE = TypeAdapter(PendingRevoke)
_COLUMNS = tuple(field.name for field in fields(PendingRevoke))
_WRITE = (
    f"INSERT OR REPLACE INTO pending_revokes ({', '.join(_COLUMNS)}) "  # noqa: S608  # field names
    f"VALUES ({', '.join(f':{column}' for column in _COLUMNS)})"
)
_REMOVE = "DELETE FROM pending_revokes WHERE id = :id"
_OF = (
    f"SELECT {', '.join(_COLUMNS)} FROM pending_revokes "  # noqa: S608  # names of fields
    "WHERE origin = :origin AND user_id = :user_id"
)


class PendingRevokesJournal:
    """Implements ports.PendingRevokes."""

    def __init__(self, database: JournalDatabase) -> None:
        self._database = database

    async def write(self, line: PendingRevoke) -> None:
        """Insert or replace a line; returns when it is on disk."""
        row = _LINE.dump_python(line, mode="json")
        await self._database.run(lambda journal: journal.execute(_WRITE, row))

    async def remove(self, line_id: str) -> None:
        """Delete the line of a proven revoke."""
        await self._database.run(lambda journal: journal.execute(_REMOVE, {"id": line_id}))

    async def of(self, origin: str, user_id: str) -> tuple[PendingRevoke, ...]:
        """The lines of one account at one store, oldest first."""
        account = {"origin": origin, "user_id": user_id}
        lines = await self._database.run(
            lambda journal: [
                _LINE.validate_python(dict(zip(_COLUMNS, row, strict=True)))
                for row in journal.execute(_OF, account)
            ]
        )
        return tuple(sorted(lines, key=lambda line: line.started_at))
