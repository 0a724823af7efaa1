"""A store that came from a file is asked about before anything is sent to it."""

from __future__ import annotations

import json
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from medusa_console.domain.preferences import Preferences
from medusa_console.domain.store import Environment, Store
from medusa_console.profile.profile import Profile
from tests.faults.medusa import PASSWORD
from tests.faults.server import FaultServer
from tests.ui.driving import Program
from tests.ui.northwind import MAYA, behave
from tests.ui.running import Start
from tests.ui.standins import turns
from tests.waiting import until

QUESTION = "Is this your store's address?"


async def take_in(program: Program, server: FaultServer, folder: Path) -> None:
    """Import a list with `server` in it, and choose that store."""
    file = folder / "from-a-colleague.json"
    entry = {"name": "Northwind EU", "address": server.origin, "environment": "live"}
    file.write_text(json.dumps({"version": 1, "stores": [entry]}))
    program.choose("Manage stores…")
    await program.dialog("storesDialog")
    program.press("Import…")
    await until(lambda: program.is_there("fileNameEdit"))
    name = program.find(QLineEdit, "fileNameEdit")
    await until(name.hasFocus)
    name.setText(str(file))
    program.key(Qt.Key.Key_Return)
    await program.dialog("storesDialog")
    await program.reads("1 store imported")
    program.press("Open")


async def test_nothing_is_sent_to_an_imported_store_before_somebody_says_yes(
    start: Start, tmp_path: Path
) -> None:
    with FaultServer() as server:
        behave(server)
        program = await start()
        await take_in(program, server, tmp_path)
        await program.dialog("confirm")
        await program.reads(QUESTION, f"Your password will go to {server.origin}")
        assert server.connections == 0
        program.key(Qt.Key.Key_Return)
        await program.no_dialog()
        await program.reads("This address hasn't been confirmed", "Nothing has been sent to it.")
        assert program.services is None
        await turns()
        assert server.connections == 0

        program.press("Review address")
        await program.dialog("confirm")
        await program.reads(QUESTION)
        assert server.connections == 0
        program.press("Yes, use this address")
        await program.no_dialog()
        await program.open("Northwind EU")
        await program.signed_in(MAYA, PASSWORD)
        await program.keys_page()


async def test_a_yes_counts_at_the_next_start_and_a_no_does_not(
    start: Start, tmp_path: Path
) -> None:
    with FaultServer() as server:
        behave(server)
        program = await start()
        await take_in(program, server, tmp_path)
        await program.dialog("confirm")
        program.key(Qt.Key.Key_Return)
        await program.no_dialog()
        await program.quit()

        program = await start()
        await program.dialog("confirm")
        await program.reads(QUESTION)
        assert server.connections == 0
        program.press("Yes, use this address")
        await program.no_dialog()
        await program.open("Northwind EU")
        await program.quit()

        program = await start()
        await program.open("Northwind EU")
        await program.reads("Sign in to Northwind EU")


async def test_nothing_is_sent_to_a_store_of_a_data_folder_that_came_from_elsewhere(
    start: Start, tmp_path: Path
) -> None:
    with FaultServer() as server:
        behave(server)
        store = Store("s1", "Northwind EU", server.origin, Environment.LIVE, email=MAYA)
        elsewhere = Profile(tmp_path / "data", "another computer")
        await elsewhere.save_stores([store])
        await elsewhere.save_preferences(Preferences(last_store="s1"))
        await elsewhere.aclose()

        program = await start()
        await program.dialog("confirm")
        await program.reads(QUESTION, f"Your password will go to {server.origin}")
        assert server.connections == 0
        program.press("Yes, use this address")
        await program.no_dialog()
        await program.open("Northwind EU")
        await program.quit()

        program = await start()
        await program.open("Northwind EU")
        await program.reads("Sign in to Northwind EU")
