"""Many keys at once: selected, looked at, confirmed with their number, and done with receipts."""

from __future__ import annotations

import asyncio
import json
import threading
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QFileDialog,
    QLineEdit,
    QMenu,
    QPushButton,
    QWidget,
)

from medusa_console.api import traffic
from medusa_console.ui.records.lines import LinesList
from tests.faults import server as faults
from tests.faults.medusa import PASSWORD, login_token, stamp
from tests.faults.server import Exchange, FaultServer
from tests.services.many_store import ManyStore
from tests.ui import northwind
from tests.ui.driving import CTRL, NO_KEYS, SHIFT, Program
from tests.ui.northwind import MAYA, REFRESH, enter
from tests.ui.running import Start
from tests.ui.standins import never
from tests.waiting import until

DOWN, DELETE, RETURN = Qt.Key.Key_Down, Qt.Key.Key_Delete, Qt.Key.Key_Return


@pytest.fixture
def server() -> Iterator[FaultServer]:
    with FaultServer() as server:
        yield server


@pytest.fixture
def keys(server: FaultServer) -> ManyStore:
    return ManyStore(server)


@pytest.fixture
async def live(start: Start, server: FaultServer, keys: ManyStore) -> Program:
    keys.add(120)
    keys.add(3, "Other")
    program = await start()
    await enter(program, server)
    program.window.resize(1440, 900)
    return program


class Keys:
    """Presses keys wherever the focus is, and counts them; typed text is not counted."""

    def __init__(self, program: Program) -> None:
        self._program = program
        self.pressed = 0

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = NO_KEYS) -> None:
        self.pressed += 1
        QTest.keyClick(self._program.focus, key, modifiers)


def receipts(program: Program) -> list[dict[str, object]]:
    """All whole lines of all receipts in the data folder."""
    files = sorted((program.folder / "receipts").glob("*.jsonl"))
    lines = [line for file in files for line in file.read_text().splitlines(keepends=True)]
    return [json.loads(line) for line in lines if line.endswith("\n")]


def summary(program: Program) -> str:
    return program.find(QWidget, "many.progress").property("text") or ""


async def test_fifty_keys_are_revoked_by_the_keyboard_alone(live: Program, keys: ManyStore) -> None:
    chosen = keys.add(50, "Old scanner")
    by_hand = Keys(live)
    live.table.setFocus()
    by_hand.press(Qt.Key.Key_Slash)
    live.type("old scanner")
    await until(lambda: "50 of 50 loaded" in live.footer)
    by_hand.press(DOWN)
    by_hand.press(Qt.Key.Key_A, CTRL)
    await live.reads("50 selected", "50 keys selected")
    assert live.button("Revoke 50 keys…").isEnabled()
    by_hand.press(DELETE)
    await live.dialog("manyKeys")
    await until(lambda: live.is_there("many.action"))
    await live.reads("Revoke 50 keys?", "50 secret keys", "Type 50 to confirm")
    assert not live.is_there("many.empties"), "others work"
    live.clock.skip(1)
    live.type("5")
    assert not live.find(QPushButton, "many.action").isEnabled()
    live.type("0")
    by_hand.press(RETURN, CTRL)
    await live.no_dialog()
    await live.reads("Starts in 10 s")
    assert keys.count("revoke") == 0
    assert live.focus.objectName() == "many.cancel"
    await live.clock.advance(10)
    await until(lambda: live.is_there("many.close"))
    assert summary(live) == "50 of 50 keys · 50 done"
    assert by_hand.pressed <= 8
    assert set(keys.working).isdisjoint(chosen)
    assert len(keys.working) == 123
    await until(lambda: len(receipts(live)) == 51)  # they reach the disk a little later
    head, *lines = receipts(live)
    assert (head["action"], head["keys"]) == ("revoke", 50)
    assert {line["id"] for line in lines} == set(chosen)
    assert {line["outcome"] for line in lines} == {"done"}


def file_dialog() -> QFileDialog | None:
    """The file dialog in front, if there is one."""
    front = QApplication.activeModalWidget()
    return front if isinstance(front, QFileDialog) else None


async def save_as(live: Program, file: Path) -> None:
    live.press("Save receipts…")
    dialog = await until(file_dialog)
    assert dialog is not None
    edit = dialog.findChildren(QLineEdit, "fileNameEdit")[0]
    edit.setText(str(file))
    QTest.keyClick(edit, RETURN)


def selected(program: Program) -> set[str]:
    return set(program.picked)


def rows_are_seen(program: Program) -> bool:
    return not program.is_there("drawer") and program.is_there("keys")


async def test_in_a_narrow_window_several_rows_are_selected_in_sight(live: Program) -> None:
    live.window.resize(640, 400)
    table = live.table
    table.setFocus()
    live.key(Qt.Key.Key_Home)
    await until(lambda: live.is_there("drawer"))
    live.key(DOWN, SHIFT)
    await until(lambda: rows_are_seen(live))
    await live.reads("2 selected")
    live.key(DOWN)  # one row alone: its drawer again
    await until(lambda: live.is_there("drawer"))
    live.key(DOWN, CTRL)
    await until(lambda: rows_are_seen(live))
    live.key(Qt.Key.Key_Space)
    await live.reads("2 selected")
    live.key(Qt.Key.Key_Space)
    await until(lambda: len(selected(live)) == 1)
    assert rows_are_seen(live)
    live.key(Qt.Key.Key_Escape)
    for number in (3, 1):
        place = table.visualRect(table.model().index(number, 0)).center()
        QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, CTRL, place)
        assert rows_are_seen(live)
    await live.reads("2 selected")
    menu = await popup(live, "Actions…")
    texts = [action.text() for action in menu.actions()]
    assert texts == ["Schedule 2 keys…", "Revoke 2 keys…"]
    QTest.keyClick(menu, DOWN)
    QTest.keyClick(menu, RETURN)
    await live.dialog("manyKeys")
    live.key(Qt.Key.Key_Escape)
    await live.no_dialog()
    live.window.resize(1440, 900)
    await until(lambda: live.is_there("drawer"))
    assert not live.is_there("selection.actions")
    live.window.resize(640, 400)
    await until(lambda: rows_are_seen(live))
    live.key(Qt.Key.Key_Escape)
    place = table.visualRect(table.model().index(2, 0)).center()
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, CTRL, place)
    assert rows_are_seen(live)
    live.key(RETURN)
    await until(lambda: live.is_there("drawer"))


async def popup(program: Program, words: str) -> QMenu:
    """The menu that the button of these words opens."""
    program.press(words)
    menu = await until(QApplication.activePopupWidget)
    assert isinstance(menu, QMenu)
    return menu


async def test_every_key_that_matches_is_selected_also_those_not_loaded(
    live: Program, keys: ManyStore
) -> None:
    live.table.setFocus()
    live.key(Qt.Key.Key_Home)
    live.key(Qt.Key.Key_Space)
    assert selected(live) == {"Bulk 1"}, "the only one stays"
    live.key(DOWN, SHIFT)
    await live.reads("2 selected", "2 keys selected")
    assert live.button("Revoke 2 keys…").isVisible()
    assert not live.is_there("rename"), "no action with one key beside one with two"
    live.key(DOWN, CTRL)
    live.key(DOWN, CTRL)
    live.key(Qt.Key.Key_Space)
    await live.reads("3 selected")
    assert selected(live) == {"Bulk 1", "Bulk 2", "Bulk 4"}
    live.key(Qt.Key.Key_Space)
    await live.reads("2 selected")

    assert "100 of 123 loaded" in live.footer
    live.press("Select all 123")
    await live.reads("123 selected", "123 keys selected")
    live.key(Qt.Key.Key_End)  # the only one selected is another selection
    await until(lambda: not live.is_there("selection"))
    await until(lambda: "123 of 123 loaded" in live.footer)
    live.key(Qt.Key.Key_A, CTRL)
    await live.reads("123 selected")
    QTest.mouseClick(
        live.table.viewport(),
        Qt.MouseButton.LeftButton,
        CTRL,
        live.table.viewport().rect().center(),
    )
    await live.reads("122 selected")
    assert live.find(QPushButton, "selection.all").text() == "Select all 123"
    live.key(Qt.Key.Key_Escape)
    await until(lambda: not live.is_there("selection"))
    assert not live.is_there("drawer")
    live.pick("Other 122")
    assert live.button("Revoke…").isVisible()

    # Rows that are found later are not among all that were.
    live.key(Qt.Key.Key_A, CTRL)
    await live.reads("123 selected")
    keys.add(1, "Late")
    live.key(Qt.Key.Key_F5)
    await until(lambda: "of 124 loaded" in live.footer)
    await live.reads("123 selected")
    live.key(DELETE)
    await live.dialog("manyKeys")
    await until(lambda: live.is_there("many.action"))
    await live.reads("Revoke 123 keys?")


async def test_all_working_keys_of_a_type_take_the_stores_name(
    live: Program, keys: ManyStore
) -> None:
    for one in list(keys.records)[3:]:
        keys.revoke(one)
    keys.add(1, "Shop", type="publishable")
    live.key(Qt.Key.Key_F5)
    await until(lambda: "of 124 loaded" in live.footer)
    live.table.setFocus()
    live.key(Qt.Key.Key_A, CTRL)
    await live.reads("124 selected")
    live.key(DELETE)
    await live.dialog("manyKeys")
    await live.reads(
        "Revoke 4 keys?",
        "3 secret keys · 1 publishable key · 120 others of the selection stay as they are",
        "These are all working keys of this store. Everything connected stops.",
        "Storefronts that use the publishable keys stop working immediately.",
        "Medusa does not record where a key is used.",
    )
    button = live.find(QPushButton, "many.action")
    listed = live.find(LinesList, "many.keys").model()
    assert listed.rowCount() == 4
    assert "Bulk 1 · sk_001***abc" in listed.index(0, 0).data()
    live.fill("Type 4 to confirm", "4")
    assert not button.isEnabled()
    live.fill("Type “Northwind EU” to confirm", "northwind eu")
    assert button.isEnabled()
    # What others do meanwhile changes nothing about which keys are meant.
    late = keys.add(2, "Late")
    live.clock.skip(1)
    live.key(RETURN, CTRL)
    await live.no_dialog()
    live.press("Start now")
    await until(lambda: live.is_there("many.close"))
    assert keys.working == late
    live.press("Close")
    assert not live.is_there("many.run")


async def test_records_are_deleted_with_a_full_row_of_each_and_its_receipt_can_be_saved(
    live: Program, keys: ManyStore, tmp_path: Path
) -> None:
    gone = list(keys.records)[:3]
    for one in gone:
        keys.revoke(one)
    live.key(Qt.Key.Key_F5)
    await until(lambda: live.column("State")[0].startswith("Revoked"))
    live.table.setFocus()
    live.key(Qt.Key.Key_Home)
    for _ in range(3):
        live.key(DOWN, SHIFT)
    await live.reads("4 selected")
    assert live.button("Revoke 1 key…").isEnabled()
    live.press("Delete 3 records…")
    await live.dialog("manyKeys")
    await live.reads("Delete 3 records?", "1 other of the selection stays as it is")
    live.type("3")
    live.clock.skip(1)
    live.key(RETURN, CTRL)
    await live.no_dialog()

    live.press("Cancel")
    assert not live.is_there("many.run")
    await live.clock.advance(60)
    assert keys.count("delete") == 0

    keys.script("delete", faults.refusal(403, "Forbidden", "forbidden"), None)
    live.key(Qt.Key.Key_Home)
    for _ in range(2):
        live.key(DOWN, SHIFT)
    live.press("Delete 3 records…")
    await live.dialog("manyKeys")
    await until(lambda: live.is_there("many.action"))
    live.type("3")
    live.clock.skip(1)
    live.key(RETURN, CTRL)
    await live.no_dialog()
    live.press("Start now")
    await until(lambda: summary(live) == "3 of 3 keys · 2 done · 1 failed")
    assert set(gone) & set(keys.records)
    live.press("Retry failed")
    await until(lambda: summary(live) == "3 of 3 keys · 3 done")
    assert set(gone).isdisjoint(keys.records)
    rows = [one["before deleting"] for one in receipts(live) if "before deleting" in one]
    assert {row["id"] for row in rows if isinstance(row, dict)} == set(gone)

    live.press("Receipts…")
    await live.dialog("receipts")
    lines = live.find(LinesList, "receipts.rows").model()
    assert lines.rowCount() == 3
    assert "Record deleted" in lines.index(0, 0).data()
    for name, holds in (("all.csv", "before"), ("all.jsonl", "before deleting")):
        file = tmp_path / name
        await save_as(live, file)
        await until(file.exists)
        text = file.read_text()
        assert (holds in text) is (name == "all.jsonl")
        assert all(one in text for one in gone)
        assert oct(file.stat().st_mode & 0o777) == "0o600"
        await live.dialog("receipts")


async def test_a_run_pauses_and_outlives_the_end_of_its_session(
    live: Program, keys: ManyStore, server: FaultServer
) -> None:
    live.table.setFocus()
    live.key(Qt.Key.Key_A, CTRL)
    await live.reads("123 selected")
    live.key(DELETE)
    await live.dialog("manyKeys")
    await until(lambda: live.is_there("many.action"))
    live.fill("Type “Northwind EU” to confirm", "Northwind EU")
    live.fill("Type 123 to confirm", "123")
    live.clock.skip(1)
    live.key(RETURN, CTRL)
    await live.no_dialog()
    # Nobody quits by accident before it has begun, and nobody begins another.
    live.window.close()
    await live.dialog("confirm")
    live.key(Qt.Key.Key_Escape)
    await live.no_dialog()
    live.table.setFocus()
    live.key(DOWN)
    live.key(DOWN, SHIFT)
    live.key(DELETE)
    await live.reads("One run at a time")
    live.key(Qt.Key.Key_Escape)

    unauthorized = faults.refusal(401, "Unauthorized", "unauthorized")
    server.on("POST", REFRESH, unauthorized)
    keys.script("revoke", *[None] * 10, unauthorized)
    live.press("Start now")
    await live.dialog("signInAgain")
    keys.script("revoke", None)
    server.on("POST", REFRESH, faults.json_answer({"token": login_token()}))
    live.fill("Password", PASSWORD)
    live.key(RETURN)
    await live.no_dialog()
    await until(lambda: live.is_there("many.close"))
    assert summary(live) == "123 of 123 keys · 123 done"
    assert keys.working == []
    await until(lambda: len(receipts(live)) == 124)  # they reach the disk a little later


async def confirmed(program: Program, button: str, number: str) -> None:
    """Press the drawer's button, type the number, and start."""
    program.press(button)
    await program.dialog("manyKeys")
    await until(lambda: program.is_there("many.action"))
    program.fill(f"Type {number} to confirm", number)
    program.clock.skip(1)
    program.key(RETURN, CTRL)
    await program.no_dialog()
    program.press("Start now")
    await until(lambda: program.is_there("many.close"))


async def test_many_keys_get_an_end_and_later_another(live: Program, keys: ManyStore) -> None:
    live.table.setFocus()
    live.key(Qt.Key.Key_Home)
    live.key(DOWN, SHIFT)
    live.key(DOWN, SHIFT)
    await live.reads("3 selected")
    assert not live.is_there("extend"), "none of them has an end"
    chosen = list(keys.records)[:3]
    await confirmed(live, "Schedule 3 keys…", "3")
    assert summary(live) == "3 of 3 keys · 3 done"
    first = [keys.records[one]["revoked_at"] for one in chosen]
    in_a_week = stamp(datetime.now(UTC) + timedelta(days=6))
    assert all(end > in_a_week for end in first)
    live.press("Close")

    live.table.setFocus()
    live.key(Qt.Key.Key_Home)
    live.key(DOWN, SHIFT)
    live.key(DOWN, SHIFT)
    await live.reads("3 selected")
    assert not live.is_there("scheduleRevocation"), "each has an end"
    keys.revoke(chosen[0])  # by somebody else
    await confirmed(live, "Extend 3 keys…", "2")
    assert summary(live) == "2 of 2 keys · 2 done"
    later = [keys.records[one]["revoked_at"] for one in chosen]
    assert [new > old for new, old in zip(later, first, strict=True)] == [False, True, True]


async def test_all_keys_by_one_person_take_five_keys(
    live: Program, keys: ManyStore, server: FaultServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(traffic, "REST", 0.0)  # the clock of tests stands still
    ines = {"id": "user_01M00000000000000000000002", "email": "ines@northwind.example"}
    users = [northwind.USER, {**ines, "first_name": "Ines", "last_name": "Jansen"}]

    def known(exchange: Exchange) -> None:
        found = [one for one in users if str(one["id"]) in exchange.request.target]
        faults.json_answer({"users": found, "count": len(found)})(exchange)

    server.on("GET", "/admin/users", known)
    hers = keys.add(7, "Hers", created_by=ines["id"])
    live.key(Qt.Key.Key_F5)
    await until(lambda: "of 130 loaded" in live.footer)
    await until(lambda: live.is_there("filterCreator"))
    menu = live.find(QComboBox, "filterCreator")
    await until(lambda: menu.findText("Ines Jansen") >= 0)
    live.table.setFocus()
    by_hand = Keys(live)
    by_hand.press(Qt.Key.Key_Slash)
    for _ in range(3):
        by_hand.press(Qt.Key.Key_Tab)
    live.type("Ines")
    await until(lambda: "7 of 7 loaded" in live.footer)
    by_hand.press(Qt.Key.Key_A, CTRL)
    await live.reads("7 selected")
    assert by_hand.pressed <= 5
    assert live.pane == "keys"
    live.key(DELETE)
    await live.dialog("manyKeys")
    await until(lambda: live.is_there("many.action"))
    live.type("7")
    live.clock.skip(1)
    live.key(RETURN, CTRL)
    await live.no_dialog()
    live.press("Start now")
    await until(lambda: live.is_there("many.close"))
    assert set(keys.working).isdisjoint(hers)
    assert len(keys.working) == 123


async def test_saving_receipts_says_why_it_cannot_and_asks_before_it_replaces_a_file(
    live: Program, tmp_path: Path
) -> None:
    live.table.setFocus()
    live.key(Qt.Key.Key_Home)
    live.key(DOWN, SHIFT)
    live.press("Revoke 2 keys…")
    await live.dialog("manyKeys")
    await until(lambda: live.is_there("many.action"))
    live.type("2")
    live.clock.skip(1)
    live.key(RETURN, CTRL)
    await live.no_dialog()
    live.press("Start now")
    await until(lambda: summary(live) == "2 of 2 keys · 2 done")
    live.press("Receipts…")
    await live.dialog("receipts")

    await save_as(live, tmp_path / "nowhere" / "all.csv")
    await until(lambda: live.is_there("formProblem"))
    told = live.find(QWidget, "formProblem").property("text")
    assert told == "“all.csv” was not written. The folder isn't there any more."

    file = tmp_path / "all.csv"
    await asyncio.to_thread(file.write_text, "mine")
    await save_as(live, file)
    await live.dialog("confirm")
    await live.reads("Replace “all.csv”?")
    live.press("Keep file")
    await live.dialog("receipts")
    assert await asyncio.to_thread(file.read_text) == "mine"
    await save_as(live, file)
    await live.dialog("confirm")
    live.press("Replace")
    await live.dialog("receipts")
    await until(lambda: file.read_bytes().count(b"\r\n") == 3)
    await until(lambda: not live.is_there("formProblem"))


def told_of(program: Program) -> bool:
    return "Interrupted: “Revoke 123 keys”" in program.words


async def test_a_run_that_was_cut_off_is_told_once_at_the_next_start(
    start: Start, live: Program, keys: ManyStore, tmp_path: Path
) -> None:
    gate = threading.Event()
    keys.script("revoke", *[None] * 10, faults.after(gate, faults.refusal(400, "no")))
    live.table.setFocus()
    live.key(Qt.Key.Key_A, CTRL)
    await live.reads("123 selected")
    live.key(DELETE)
    await live.dialog("manyKeys")
    await until(lambda: live.is_there("many.action"))
    live.fill("Type “Northwind EU” to confirm", "Northwind EU")
    live.fill("Type 123 to confirm", "123")
    live.clock.skip(1)
    live.key(RETURN, CTRL)
    await live.no_dialog()
    live.press("Start now")
    await until(lambda: keys.count("revoke") > 10 and "Pause" in live.buttons)
    live.press("Pause")
    gate.set()
    await until(lambda: "Go on" in live.buttons)
    await live.quit()
    done = len({line["id"] for line in receipts(live) if "outcome" in line})
    assert 0 < done < 123

    for told in (True, False):
        again = await start()
        await again.open("Northwind EU")
        await again.signed_in(MAYA, PASSWORD)
        await again.keys_page()
        if told:
            await again.reads("Interrupted: “Revoke 123 keys”", f"{done} of 123 keys")
            await until(lambda: "told" in receipts(live)[-1])
            again.press("Receipts…")
            await again.dialog("receipts")
            assert again.find(LinesList, "receipts.rows").model().rowCount() == done
            await again.reads(f"{123 - done} keys have no receipt")
            file = tmp_path / "left.csv"
            await save_as(again, file)
            await until(file.exists)
            assert (await asyncio.to_thread(file.read_bytes)).count(b"\r\n") == done + 1
            again.press("Close")
            await again.no_dialog()
        else:
            await never(partial(told_of, again))
        await again.quit()
