"""A key that ends by itself, made and moved by the keyboard alone, against a real Medusa."""

from __future__ import annotations

import asyncio
import uuid
from datetime import UTC, datetime, timedelta

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox

from tests.e2e import witness
from tests.real_medusa import MedusaServer
from tests.ui.driving import A_MOMENT, CTRL, NO_KEYS, Program
from tests.ui.northwind import connect
from tests.ui.running import Start
from tests.waiting import until

_MONTH = timedelta(days=30)
# A proposal moves to the next working morning, at most.
_MOVED = timedelta(days=4)


async def test_a_key_is_made_with_an_end_copied_saved_and_its_end_moved(
    medusa: MedusaServer, start: Start
) -> None:
    title = f"Night shift {uuid.uuid4().hex[:8]}"
    program = await start()
    await connect(program, medusa.base_url, environment="Live")
    await program.signed_in(medusa.email, medusa.password)
    await program.keys_page()
    program.window.resize(1440, 900)

    pressed = Keys(program)
    pressed(Qt.Key.Key_N, CTRL)
    await program.dialog("keyForm")
    QTest.keyClicks(program.focus, title)
    pressed(Qt.Key.Key_Tab)  # the type
    pressed(Qt.Key.Key_Tab)
    assert isinstance(program.focus, QComboBox)
    pressed(Qt.Key.Key_Down)
    assert program.focus.currentText() == "30 days"
    pressed(Qt.Key.Key_Return)
    await program.dialog("revealKey")
    await until(lambda: program.focus.objectName() == "copySecret")
    await program.reads("Works until ")
    pressed(Qt.Key.Key_Space)
    token = QGuiApplication.clipboard().text()
    await until(lambda: program.focus.objectName() == "stored")
    pressed(Qt.Key.Key_Space)
    pressed(Qt.Key.Key_Return)
    await program.no_dialog()
    beyond_no_end = 3  # Tab, Tab, Down
    assert pressed.number - beyond_no_end <= 6
    await until(lambda: program.picked == [title])
    key_id = await until(lambda: program.facts.get("ID", ""))
    assert await asyncio.to_thread(witness.key_works, medusa, token, key_id)
    end = await ends_at(medusa, key_id)
    assert _MONTH - timedelta(hours=1) <= end - datetime.now(UTC) <= _MONTH + _MOVED

    program.press("Extend…")
    await program.dialog("endDialog")
    pressed(Qt.Key.Key_Return, CTRL)
    await program.no_dialog()
    moved = await ends_at(medusa, key_id)
    assert timedelta(days=7) - timedelta(hours=2) <= moved - end <= timedelta(days=7) + _MOVED
    assert await asyncio.to_thread(witness.key_works, medusa, token, key_id)

    program.press("Revoke now…")
    await program.dialog("confirm")
    pressed(Qt.Key.Key_Return, CTRL)
    await program.no_dialog()
    await until(lambda: program.facts.get("State", "").startswith("Revoked"))
    assert not await asyncio.to_thread(witness.key_works, medusa, token, key_id)


class Keys:
    """Presses keys as somebody who has looked first, and counts them."""

    def __init__(self, program: Program) -> None:
        self._program = program
        self.number = 0

    def __call__(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = NO_KEYS) -> None:
        self._program.clock.skip(A_MOMENT)
        self._program.key(key, modifiers)
        self.number += 1


async def ends_at(server: MedusaServer, key_id: str) -> datetime:
    """When the key ends, as the server tells an admin."""
    return datetime.fromisoformat(await asyncio.to_thread(witness.end_of_key, server, key_id))
