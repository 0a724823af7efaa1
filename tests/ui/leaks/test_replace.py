"""A leaked key gets a successor from the leak desk, and never stays without being watched."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QPushButton

from tests.ui.creating import create_secret
from tests.ui.driving import CTRL, SHIFT, Program
from tests.ui.running import Start
from tests.waiting import until

TITLE = "Leaked job"


async def make(program: Program) -> str:
    """Make a key; its token."""
    await create_secret(program, TITLE)
    program.press("Copy and hide")
    token = QGuiApplication.clipboard().text()
    program.press("I have saved this key")
    program.press("Done")
    await program.no_dialog()
    await until(lambda: TITLE in program.column("Title"))
    return token


async def leak(program: Program, token: str = "") -> str:
    """Paste a key into the desk, one that is made for it without a `token`; its token."""
    token = token or await make(program)
    QGuiApplication.clipboard().setText(token)
    program.key(Qt.Key.Key_V, CTRL | SHIFT)
    await until(lambda: program.window.desk_in_front and program.is_there("leak.replace"))
    return token


async def replace(program: Program) -> None:
    """From the card to the last dialog."""
    program.press(program.find(QPushButton, "leak.replace"))
    await program.dialog("rotateForm")
    assert "leaked" in program.words
    program.press("Create new key")
    await program.dialog("revealKey")
    program.press("Copy and hide")
    program.press("I have saved this key")
    program.press("Done")
    await program.dialog("rotateEnd")
    await program.reads("Accepted")


async def test_a_leaked_key_is_replaced_and_then_proven_dead(demo: Program) -> None:
    await leak(demo)
    await replace(demo)
    assert not demo.is_there("keyEnd"), "it is never left to a schedule"
    assert "Schedule revocation" not in " ".join(demo.buttons)
    demo.press("Revoke now…")
    await demo.dialog("confirm")
    assert demo.window.desk_in_front
    demo.press("Keep key")
    await demo.no_dialog()
    assert demo.is_there("leak.replace"), "it still works, and its successor is known"
    demo.press(demo.find(QPushButton, "leak.replace"))
    await demo.dialog("rotateEnd")
    await demo.reads("Accepted")
    demo.press("Revoke now…")
    await demo.dialog("confirm")
    demo.press("Revoke key")
    await demo.no_dialog()
    await until(lambda: demo.is_there("leak.proof.headline") or "Dead" in demo.words)
    await demo.reads("Dead")
    demo.key(Qt.Key.Key_1, CTRL)
    await until(lambda: not demo.is_there("leakedStrip"))
    assert demo.column("State")[demo.row(TITLE)].startswith("Revoked")


async def test_until_then_every_page_and_every_start_says_that_it_works(
    start: Start, demo: Program
) -> None:
    await leak(demo)
    await replace(demo)
    demo.press("Keep both for now")
    await demo.no_dialog()
    await until(lambda: demo.window.desk_in_front)
    demo.press("Back to Demo store")
    await demo.reads(f"Leaked and working: “{TITLE}”")
    assert demo.column("State")[demo.row(TITLE)] == "Leaked and working"
    clock = demo.find(QLabel, "leaked.clock")
    before = clock.text()
    await demo.customers_page()
    await demo.reads(f"Leaked and working: “{TITLE}”")
    assert before.startswith("for 0:")
    await demo.quit()

    again = await start(demo=True)
    await again.customers_page()
    await again.reads(f"Leaked and working: “{TITLE}”")
    again.press("Go on…")
    await again.dialog("rotateEnd")
    again.press("Revoke now…")
    await again.dialog("confirm")
    again.press("Revoke key")
    await again.no_dialog()
    await until(lambda: not again.is_there("leakedStrip"))
    await again.reads("Revoked, as its record shows")


async def test_a_key_that_leaks_while_it_is_rotated_gets_no_schedule_either(demo: Program) -> None:
    token = await make(demo)
    demo.pick(TITLE)
    demo.table.setFocus()
    demo.key(Qt.Key.Key_R, CTRL | SHIFT)
    await demo.dialog("rotateForm")
    demo.press("Create new key")
    await demo.dialog("revealKey")
    demo.press("Copy and hide")
    demo.press("I have saved this key")
    demo.press("Done")
    await demo.dialog("rotateEnd")
    await demo.reads("Accepted")
    demo.press("Keep both for now")
    await demo.no_dialog()

    await leak(demo, token)
    demo.press(demo.find(QPushButton, "leak.replace"))
    await demo.dialog("rotateEnd")
    await demo.reads("Accepted")
    assert not demo.is_there("keyEnd"), "it is never left to a schedule"
    demo.press("Keep both for now")
    await demo.no_dialog()
    await until(lambda: demo.window.desk_in_front)
    demo.press("Back to Demo store")
    await demo.reads(f"Leaked and working: “{TITLE}”")
