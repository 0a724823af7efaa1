"""Which keys leaked, on disk."""

from __future__ import annotations

from pathlib import Path

from medusa_console.journal.database import JournalDatabase
from medusa_console.journal.leak_evidence import LeakEvidenceTable
from medusa_console.journal.store_lines import StoreLinesTables


async def test_leaked_keys_are_known_at_the_next_start_each_in_its_store(tmp_path: Path) -> None:
    here, there = "https://a.example", "https://b.example"
    database = JournalDatabase(tmp_path)
    lines = LeakEvidenceTable(database)
    for origin, key_id in ((here, "apk_1"), (here, "apk_1"), (here, "apk_2"), (there, "apk_1")):
        await lines.write(origin, key_id)
    await lines.remove(here, "apk_2")
    await database.aclose()
    again = JournalDatabase(tmp_path)
    assert await LeakEvidenceTable(again).of(here) == {"apk_1"}
    await StoreLinesTables(again).forget(here)
    assert await LeakEvidenceTable(again).of(here) == frozenset()
    assert await LeakEvidenceTable(again).of(there) == {"apk_1"}
    await again.aclose()
