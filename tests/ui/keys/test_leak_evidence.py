"""Whoever deletes the record of a leaked key is told that it is the only evidence on the server."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt

from medusa_console.services.leak_evidence import EvidenceBook
from medusa_console.services.single_flight import SingleFlight
from tests.faults.medusa import PASSWORD
from tests.faults.server import FaultServer
from tests.services.many_store import ManyStore
from tests.ui.driving import SHIFT
from tests.ui.northwind import MAYA, enter
from tests.ui.running import Start
from tests.waiting import until

DOWN, DELETE, HOME = Qt.Key.Key_Down, Qt.Key.Key_Delete, Qt.Key.Key_Home
ONLY = "is the only evidence on the server of who revoked it and when."


@pytest.fixture
def server() -> Iterator[FaultServer]:
    with FaultServer() as server:
        yield server


async def test_the_record_of_a_leaked_key_is_deleted_only_after_a_warning_also_after_a_restart(
    start: Start, server: FaultServer
) -> None:
    keys = ManyStore(server)
    keys.add(3)
    leaked, *others = list(keys.records)
    for one in (leaked, *others):
        keys.revoke(one)
    program = await start()
    await enter(program, server)
    services = program.services
    assert services is not None
    services.evidence.mark(leaked)
    await program.quit()

    again = await start()
    await again.open("Northwind EU")
    await again.signed_in(MAYA, PASSWORD)
    await again.keys_page()
    again.window.resize(1440, 900)
    rows = again.column("Title")
    titles = {one: str(keys.records[one]["title"]) for one in keys.records}
    for one in keys.records:
        again.pick(titles[one])
        again.table.setFocus()
        again.clock.skip(1)
        again.key(DELETE, SHIFT)
        await again.dialog("confirm")
        await again.reads("Delete the record of")
        assert (ONLY in again.words) is (one == leaked)
        again.press("Keep record")
        await again.no_dialog()
    again.table.setFocus()
    again.key(HOME)
    for _ in rows[1:]:
        again.key(DOWN, SHIFT)
    again.press("Delete 3 records…")
    await again.dialog("manyKeys")
    await until(lambda: again.is_there("many.action"))
    await again.reads("1 of them leaked", ONLY)


async def test_what_another_entry_of_the_same_address_knows_is_told_too(
    start: Start, server: FaultServer
) -> None:
    keys = ManyStore(server)
    keys.add(2)
    for one in keys.records:
        keys.revoke(one)
    program = await start()
    await enter(program, server)
    services = program.services
    assert services is not None
    writes = SingleFlight()
    other = EvidenceBook(services.store, services.evidence._lines, writes)
    leaked = next(iter(keys.records))
    other.mark(leaked)
    assert await writes.settle(60)
    await program.keys_page()
    program.pick(str(keys.records[leaked]["title"]))
    program.table.setFocus()
    program.clock.skip(1)
    program.key(DELETE, SHIFT)
    await program.dialog("confirm")
    await program.reads("Delete the record of")
    assert ONLY in program.words
    program.press("Keep record")
    await program.no_dialog()
    program.table.setFocus()
    program.key(HOME)
    program.key(DOWN, SHIFT)
    program.press("Delete 2 records…")
    await program.dialog("manyKeys")
    await until(lambda: program.is_there("many.action"))
    await program.reads("1 of them leaked", ONLY)
