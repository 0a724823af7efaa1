"""All that the journal keeps."""

from __future__ import annotations

from medusa_console.journal.database import JournalDatabase
from medusa_console.journal.key_notes import KeyNotesTable
from medusa_console.journal.leak_evidence import LeakEvidenceTable
from medusa_console.journal.pending import pending_keys, pending_revokes, rotations
from medusa_console.journal.receipts import ReceiptFolder
from medusa_console.journal.store_lines import StoreLinesTables
from medusa_console.ports import Journal


def journal_of(database: JournalDatabase, receipts: ReceiptFolder) -> Journal:
    """The tables in `database`, and `receipts`."""
    return Journal(
        pending_keys(database),
        pending_revokes(database),
        rotations(database),
        KeyNotesTable(database),
        StoreLinesTables(database),
        receipts,
        LeakEvidenceTable(database),
    )
