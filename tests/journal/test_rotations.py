"""Rotations on disk."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from medusa_console.domain.rotation import Rotation, RotationStep
from medusa_console.journal.database import JournalDatabase
from medusa_console.journal.pending import rotations

NOW = datetime(2026, 11, 29, 12, 0, tzinfo=UTC)
STORE = "https://a.example"
MINE = Rotation(
    "r1", STORE, "user_1", "apk_1", "ERP", "sk_a1a***1a1", RotationStep.SAVED, NOW, None, "apk_2"
)


async def test_a_leaked_key_concerns_every_account_of_its_store(tmp_path: Path) -> None:
    database = JournalDatabase(tmp_path)
    table = rotations(database)
    leaked = replace(MINE, id="r2", user_id="user_2", leaked=True)
    elsewhere = replace(leaked, id="r3", origin="https://b.example")
    for one in (MINE, replace(MINE, id="r4", user_id="user_2"), leaked, elsewhere):
        await table.write(one)
    assert {one.id for one in await table.of(STORE, "user_1")} == {"r1", "r2"}
    assert {one.id for one in await table.of(STORE, "user_2")} == {"r2", "r4"}
    await database.aclose()
