"""Where keys are used, in one line for each that stays on this computer."""

from __future__ import annotations

import pytest

from medusa_console.domain.errors import JournalUnavailable, NotSendable
from medusa_console.domain.key_note import LONGEST_NOTE
from medusa_console.domain.store import Environment, Store
from medusa_console.services.key_notes import KeyNoteBook
from medusa_console.services.single_flight import SingleFlight
from tests.faults.medusa import login_token
from tests.services.ports import MemoryNotes

HERE = Store("s", "Northwind", "https://northwind.example", Environment.LIVE)
THERE = Store("t", "Southwind", "https://southwind.example", Environment.LIVE)


async def test_a_note_is_one_short_line_of_its_store_that_is_found_by_its_words() -> None:
    disk = MemoryNotes()
    writes = SingleFlight()
    notes = KeyNoteBook(HERE, disk, writes)
    await notes.write("apk_1", "  ERP\u2028server,\n nightly ")
    await notes.write("apk_2", "x" * 5_000)
    assert notes.note("apk_1") == "ERP server, nightly"
    assert len(notes.note("apk_2")) == LONGEST_NOTE
    assert notes.with_text("erp SER") == ("apk_1",)

    again = KeyNoteBook(HERE, disk, writes)
    assert again.note("apk_1") == ""
    told: list[None] = []
    again.changed.subscribe(told.append)
    await again.load()
    assert (again.note("apk_1"), again.unreadable) == ("ERP server, nightly", False)
    assert len(told) == 1
    other = KeyNoteBook(THERE, disk, writes)
    await other.load()
    assert other.note("apk_1") == ""

    await again.write("apk_1", " ")
    again.forget("apk_2")
    await writes.settle(5)
    assert disk.notes == {}


async def test_a_secret_is_never_noted_and_a_full_disk_is_told() -> None:
    disk = MemoryNotes()
    notes = KeyNoteBook(HERE, disk, SingleFlight())
    with pytest.raises(NotSendable):
        await notes.write("apk_1", "cron: " + "sk_" + "a1" * 32)
    for secret in ("postgres://shop:" + "pass1word@db.example/medusa", login_token()):
        with pytest.raises(NotSendable):
            await notes.write("apk_1", f"cron: {secret}")
    disk.broken = True
    with pytest.raises(JournalUnavailable):
        await notes.write("apk_1", "cron")
    with pytest.raises(JournalUnavailable):
        await notes.load()
    assert (disk.notes, notes.note("apk_1"), notes.unreadable) == ({}, "", True)
