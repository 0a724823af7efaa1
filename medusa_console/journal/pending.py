"""The tables of unsettled creations, of revokes that are not proven and of rotations: each line is
on disk before its request is sent."""

from __future__ import annotations

from dataclasses import fields
from sqlite3 import Connection
from typing import Generic, TypeVar

from pydantic import TypeAdapter, ValidationError

from medusa_console.domain.api_key import PendingKey
from medusa_console.domain.errors import JournalUnavailable
from medusa_console.domain.pending_revoke import PendingRevoke
from medusa_console.domain.rotation import Rotation
from medusa_console.journal.database import FILE_NAME, JournalDatabase

L = TypeVar("L", PendingKey, PendingRevoke, Rotation)


class PendingTable(Generic[L]):
    """A table with a column for each field of its lines. Implements ports.PendingKeys,
    ports.PendingRevokes and ports.Rotations."""

    def __init__(
        self, database: JournalDatabase, name: str, line: type[L], others: str = "FALSE"
    ) -> None:
        """`others`: which lines of other accounts count as one's own, in SQL."""
        self._database = database
        self._line: TypeAdapter[L] = TypeAdapter(line)
        self._columns = tuple(field.name for field in fields(line))
        columns, values = ", ".join(self._columns), ", ".join(f":{one}" for one in self._columns)
        account = f"origin = :origin AND (user_id = :user_id OR {others})"
        # What stands in these statements are names of ours.
        self._write = f"INSERT OR REPLACE INTO {name} ({columns}) VALUES ({values})"  # noqa: S608
        self._remove = f"DELETE FROM {name} WHERE id = :id"  # noqa: S608
        self._of = f"SELECT {columns} FROM {name} WHERE {account}"  # noqa: S608

    async def write(self, line: L) -> None:
        """Insert or replace a line; returns when it is on disk."""
        row = self._line.dump_python(line, mode="json")
        await self._database.run(lambda journal: journal.execute(self._write, row))

    async def remove(self, line_id: str) -> None:
        """Delete the line of what is settled or proven."""
        await self._database.run(lambda journal: journal.execute(self._remove, {"id": line_id}))

    async def of(self, origin: str, user_id: str) -> tuple[L, ...]:
        """The lines of one account at one store, oldest first."""
        account = {"origin": origin, "user_id": user_id}

        def read(journal: Connection) -> list[L]:
            try:
                return [
                    self._line.validate_python(dict(zip(self._columns, row, strict=True)))
                    for row in journal.execute(self._of, account)
                ]
            except ValidationError as error:
                raise JournalUnavailable(f"{FILE_NAME}: a line cannot be read") from error

        lines = await self._database.run(read)
        return tuple(sorted(lines, key=lambda line: line.started_at))


def pending_keys(database: JournalDatabase) -> PendingTable[PendingKey]:
    """The unsettled creations."""
    return PendingTable(database, "pending_keys", PendingKey)


def pending_revokes(database: JournalDatabase) -> PendingTable[PendingRevoke]:
    """The revokes that are not proven."""
    return PendingTable(database, "pending_revokes", PendingRevoke)


def rotations(database: JournalDatabase) -> PendingTable[Rotation]:
    """The rotations that are not at their end. A leaked key concerns every account."""
    return PendingTable(database, "rotations", Rotation, others="leaked")
