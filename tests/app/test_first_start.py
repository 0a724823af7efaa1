"""From nothing to the keys of a store, and back to where one was."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from medusa_console.domain.store import DEMO_EMAIL
from tests.ui.running import Start


async def test_a_first_start_offers_the_demo_store_and_ones_own(start: Start) -> None:
    program = await start()
    assert program.buttons == ["Try the demo store", "Connect your store"]
    assert program.window.windowTitle() == "Medusa Console"


async def test_two_clicks_and_an_enter_lead_to_the_demo_stores_keys(start: Start) -> None:
    program = await start()
    program.press("Try the demo store")
    assert program.field("Email", QLineEdit).text() == DEMO_EMAIL
    assert program.window.windowTitle() == "DEMO – Demo store – Medusa Console"
    await program.reads("The demo sign-in is filled in. Press Enter.")
    await program.open("Demo store")
    program.key(Qt.Key.Key_Return)
    await program.keys_page()
    assert program.column("Title")[0] == "Warehouse scanner, dock 4"
    await program.reads("Maya Lindqvist", DEMO_EMAIL)


async def test_demo_on_the_command_line_signs_in_by_itself(start: Start) -> None:
    program = await start(demo=True)
    await program.keys_page()
    assert len(program.column("Title")) > 50
