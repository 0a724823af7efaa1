"""A key's whole life in the real window, against a real Medusa."""

from __future__ import annotations

import asyncio
import uuid
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLineEdit

from tests.e2e import witness
from tests.e2e.traces import left_behind
from tests.real_medusa import MedusaServer
from tests.ui.driving import A_MOMENT, CTRL, SHIFT, Program
from tests.ui.northwind import connect
from tests.ui.running import Start
from tests.waiting import until

_MANY_TABS = 40


async def test_a_key_is_made_used_found_renamed_revoked_and_forgotten(
    medusa: MedusaServer,
    start: Start,
    tmp_path: Path,
    log_file: None,
    caplog: pytest.LogCaptureFixture,
    capfd: pytest.CaptureFixture[str],
) -> None:
    title = f"Night shift {uuid.uuid4().hex[:8]}"
    program = await start()
    program.press("Try the demo store")
    await until(lambda: "Add store…" in program.buttons)
    await connect(program, medusa.base_url, name="Northwind", environment="Development")
    assert program.window.windowTitle() == "DEVELOPMENT – Northwind – Medusa Console"

    await program.signed_in(medusa.email, medusa.password)
    await program.keys_page()

    program.press("Create key")
    await program.dialog("keyForm")
    program.fill("Title", title)
    program.press("Create")
    await program.dialog("revealKey")
    program.press("Copy and hide")
    token = clipboard()
    program.press("I have saved this key")
    program.press("Done")
    await program.no_dialog()
    await until(lambda: program.picked == [title])
    key_id = await until(lambda: program.facts.get("ID", ""))
    assert await asyncio.to_thread(witness.key_works, medusa, token, key_id)

    program.press("Close")
    await until(lambda: program.picked == [])
    search = program.find(QLineEdit, "search")
    search.setFocus()
    program.key(Qt.Key.Key_V, CTRL)
    await until(lambda: program.picked == [title])
    assert search.text() == f"{token[:6]}***{token[-3:]}"
    await until(lambda: program.facts.get("ID") == key_id)

    program.press("Rename")
    await program.dialog("keyForm")
    program.fill("Title", f"{title}, east")
    program.press("Rename")
    await program.no_dialog()
    await until(lambda: program.picked == [f"{title}, east"])

    program.press("Revoke…")
    await program.dialog("confirm")
    program.press("Revoke key")
    await program.no_dialog()
    await until(lambda: program.facts.get("State", "").startswith("Revoked"))
    assert not await asyncio.to_thread(witness.key_works, medusa, token, key_id)
    assert await asyncio.to_thread(witness.record_exists, medusa, key_id)

    program.press("Delete record…")
    await program.dialog("confirm")
    program.press("Delete record")
    await program.no_dialog()
    await until(lambda: f"{title}, east" not in program.column("Title"))
    assert not await asyncio.to_thread(witness.record_exists, medusa, key_id)

    program.press("Sign out")
    await program.reads("You are signed out")
    await until(lambda: clipboard() != token)
    await program.quit()
    secrets = (token, medusa.password)
    assert left_behind(secrets, tmp_path / "data", caplog.text, *capfd.readouterr()) == []


async def test_the_same_life_without_a_mouse(medusa_plain: MedusaServer, start: Start) -> None:
    title = f"Night shift {uuid.uuid4().hex[:8]}"
    program = await start()
    await connect(program, medusa_plain.base_url, environment="Live")
    program.field("Email", QLineEdit).setFocus()

    QTest.keyClicks(program.focus, medusa_plain.email)
    program.key(Qt.Key.Key_Tab)
    QTest.keyClicks(program.focus, medusa_plain.password)
    await until(program.button("Sign in").isEnabled)
    program.key(Qt.Key.Key_Return)
    table = await program.keys_page()
    await until(table.hasFocus)

    program.key(Qt.Key.Key_N, CTRL)
    await program.dialog("keyForm")
    QTest.keyClicks(program.focus, title)
    meant(program, Qt.Key.Key_Return)
    await program.dialog("revealKey")
    tab_to(program, "Copy and hide")
    meant(program, Qt.Key.Key_Space)
    token = clipboard()
    tab_to(program, "I have saved this key")
    program.key(Qt.Key.Key_Space)
    tab_to(program, "Done")
    meant(program, Qt.Key.Key_Space)
    await program.no_dialog()
    await until(lambda: program.picked == [title])
    key_id = await until(lambda: program.facts.get("ID", ""))
    assert await asyncio.to_thread(witness.key_works, medusa_plain, token, key_id)

    program.key(Qt.Key.Key_Escape)
    assert program.picked == []
    program.key(Qt.Key.Key_Slash)
    program.key(Qt.Key.Key_V, CTRL)
    await until(lambda: program.picked == [title])
    await until(table.hasFocus)

    program.key(Qt.Key.Key_F2)
    await program.dialog("keyForm")
    QTest.keyClicks(program.focus, f"{title}, east")
    meant(program, Qt.Key.Key_Return)
    await program.no_dialog()
    await until(lambda: program.picked == [f"{title}, east"])

    program.key(Qt.Key.Key_Delete)
    await program.dialog("confirm")
    meant(program, Qt.Key.Key_Return, CTRL)
    await program.no_dialog()
    await until(lambda: program.facts.get("State", "").startswith("Revoked"))
    assert not await asyncio.to_thread(witness.key_works, medusa_plain, token, key_id)

    program.key(Qt.Key.Key_Delete, SHIFT)
    await program.dialog("confirm")
    meant(program, Qt.Key.Key_Return, CTRL)
    await program.no_dialog()
    await until(lambda: f"{title}, east" not in program.column("Title"))
    assert not await asyncio.to_thread(witness.record_exists, medusa_plain, key_id)

    program.key(Qt.Key.Key_F6)
    tab_to(program, "Sign out")
    program.key(Qt.Key.Key_Space)
    await program.reads("You are signed out")


async def test_a_key_that_was_copied_and_discarded_is_dead(
    medusa_plain: MedusaServer, start: Start
) -> None:
    title = f"Night shift {uuid.uuid4().hex[:8]}"
    program = await start()
    await connect(program, medusa_plain.base_url, name="Northwind", environment="Development")
    await program.signed_in(medusa_plain.email, medusa_plain.password)
    await program.keys_page()
    program.press("Create key")
    await program.dialog("keyForm")
    program.fill("Title", title)
    program.press("Create")
    await program.dialog("revealKey")
    program.press("Copy and hide")
    token = clipboard()
    program.press("Discard and revoke this key")
    await program.dialog("confirm")
    program.press("Discard and revoke")
    await program.no_dialog()
    await until(lambda: program.picked == [title])
    await until(lambda: program.facts.get("State", "").startswith("Revoked"))
    key_id = await until(lambda: program.facts.get("ID", ""))
    assert not await asyncio.to_thread(witness.key_works, medusa_plain, token, key_id)


def clipboard() -> str:
    return QGuiApplication.clipboard().text()


def meant(
    program: Program, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    """Press a key after having looked at what it will do."""
    program.clock.skip(A_MOMENT)
    program.key(key, modifiers)


def tab_to(program: Program, words: str) -> None:
    """Press Tab until the button that reads `words` has the focus."""
    for _ in range(_MANY_TABS):
        focus = program.focus
        if isinstance(focus, QAbstractButton) and words in (focus.text(), focus.accessibleName()):
            return
        program.key(Qt.Key.Key_Tab)
    raise AssertionError(f"Tab never comes to {words!r}")
