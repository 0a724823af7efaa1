"""Many keys at once: selected, looked at, confirmed with their number, and done with receipts."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget

from tests.faults.server import FaultServer
from tests.ui.driving import CTRL, NO_KEYS, SHIFT, Program
from tests.ui.keys.many_store import ManyStore
from tests.ui.northwind import enter
from tests.ui.running import Start
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
    """All lines of all receipts in the data folder."""
    files = sorted((program.folder / "receipts").glob("*.jsonl"))
    return [json.loads(line) for file in files for line in file.read_text().splitlines()]


def summary(program: Program) -> str:
    return program.find(QWidget, "many.progress").property("text") or ""


async def select(program: Program, number: int, text: str = "bulk") -> None:
    """Select the first rows that match, by the keyboard."""
    program.key(Qt.Key.Key_Slash)
    program.type(text)
    await until(
        lambda: (
            program.footer.endswith("loaded")
            and all(t.lower().startswith(text) for t in program.column("Title")[:1])
        )
    )
    program.key(DOWN)
    for _ in range(number - 1):
        program.key(DOWN, SHIFT)


async def asked(program: Program, modifiers: Qt.KeyboardModifier = NO_KEYS) -> None:
    """Press Del for the selected rows, and wait for the question."""
    program.table.setFocus()
    program.key(DELETE, modifiers)
    await program.dialog("manyKeys")
    await until(lambda: program.is_there("many.action"))


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
    head, *lines = receipts(live)
    assert (head["action"], head["keys"]) == ("revoke", 50)
    assert {line["id"] for line in lines} == set(chosen)
    assert {line["outcome"] for line in lines} == {"done"}
