"""The words for where a key is used."""

from __future__ import annotations

from medusa_console.services.key_notes import KeyNoteBook
from medusa_console.ui.kit.fact_list import Fact
from medusa_console.ui.kit.translations import translate


def used_by(notes: KeyNoteBook, key_id: str) -> Fact:
    """What people have noted of the use of a key, or that there is no note."""
    note = notes.note(key_id)
    if not note and notes.unreadable:
        note = translate("key_notes", "Your notes could not be read on this computer")
    elif not note:
        note = translate("key_notes", "Not noted on this computer")
    return Fact(translate("key_notes", "Used by"), note)
