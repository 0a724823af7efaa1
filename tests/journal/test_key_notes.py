"""Notes on keys, on disk."""

from __future__ import annotations

from pathlib import Path

from medusa_console.journal.database import JournalDatabase
from medusa_console.journal.key_notes import KeyNotesTable
from medusa_console.journal.store_lines import StoreLinesTables


async def test_notes_are_there_at_the_next_start_each_in_its_store(tmp_path: Path) -> None:
    database = JournalDatabase(tmp_path)
    notes = KeyNotesTable(database)
    await notes.write("https://a.example", "apk_1", "cron")
    await notes.write("https://a.example", "apk_1", "cron of root")
    await notes.write("https://a.example", "apk_2", "till")
    await notes.write("https://b.example", "apk_1", "web")
    await notes.write("https://a.example", "apk_2", "")
    await database.aclose()
    again = JournalDatabase(tmp_path)
    assert await KeyNotesTable(again).of("https://a.example") == {"apk_1": "cron of root"}
    assert await KeyNotesTable(again).of("https://b.example") == {"apk_1": "web"}
    await StoreLinesTables(again).forget("https://a.example")
    assert await KeyNotesTable(again).of("https://a.example") == {}
    assert await KeyNotesTable(again).of("https://b.example") == {"apk_1": "web"}
    await again.aclose()
