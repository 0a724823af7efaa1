"""Where a key is used: noted on this computer, and told before anything is done to the key."""

from __future__ import annotations

import shutil
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from tests.ui.creating import ask_for_a_key
from tests.ui.driving import SHIFT, Program
from tests.ui.running import Start
from tests.waiting import until

TITLE = "ERP nightly sync"
NOTE = "ERP server, cron of root"
NONE = "Not noted on this computer"


def used_by(program: Program) -> str:
    return program.facts.get("Used by", "")


async def note(program: Program, text: str) -> None:
    program.press("Where it is used…")
    await program.dialog("noteForm")
    program.fill("Where is it used?", text)


async def test_a_note_is_told_in_the_drawer_and_in_every_question_and_outlives_the_program(
    demo: Program, start: Start
) -> None:
    demo.window.resize(1440, 900)
    demo.pick(TITLE)
    await until(lambda: used_by(demo) == NONE)
    await note(demo, NOTE)
    demo.press("Save")
    await demo.no_dialog()
    await until(lambda: used_by(demo) == NOTE)
    demo.press("Revoke…")
    await demo.dialog("confirm")
    await demo.reads("Used by", NOTE)
    demo.press("Keep key")
    await demo.no_dialog()

    await demo.quit()
    again = await start(demo=True)
    await again.keys_page()
    again.window.resize(1440, 900)
    again.pick(TITLE)
    await until(lambda: used_by(again) == NOTE)
    again.pick("Summer intern scripts")  # revoked
    await until(lambda: used_by(again) == NONE)
    again.table.setFocus()
    again.key(Qt.Key.Key_Delete, SHIFT)
    await again.dialog("confirm")
    await again.reads("Used by", NONE)


async def test_a_key_typed_as_a_note_is_refused_beside_the_field(demo: Program) -> None:
    demo.window.resize(1440, 900)
    demo.pick(TITLE)
    await note(demo, "cron")
    line = demo.field("Where is it used?", QLineEdit)
    demo.paste(line, "sk_" + "a1" * 32)
    assert line.text() == "cron"
    await demo.reads("That looks like a key. It was not entered here.")
    line.setText("sk_" + "a1" * 32)  # as an assistive program may write
    demo.press("Save")
    await demo.reads("That looks like a secret. Notes are not encrypted.")
    demo.press("Cancel")
    await demo.no_dialog()
    assert used_by(demo) == NONE


async def test_the_form_for_a_new_key_asks_where_it_will_be_used(demo: Program) -> None:
    demo.window.resize(1440, 900)
    await ask_for_a_key(demo, "Shop window", "Publishable")
    demo.fill("Where is it used? (optional)", NOTE)
    demo.press("Create")
    await demo.no_dialog()
    await until(lambda: demo.picked == ["Shop window"])
    await until(lambda: used_by(demo) == NOTE)


async def test_notes_that_cannot_be_read_are_told_once_and_not_taken_for_none(
    start: Start, tmp_path: Path, planted: Path
) -> None:
    folder = tmp_path / "data"
    shutil.copytree(planted, folder)
    (folder / "journal.sqlite3").mkdir()
    program = await start(demo=True)
    await program.keys_page()
    program.window.resize(1440, 900)
    await program.reads("Can't write to the data folder")
    assert program.words.count("Can't write to the data folder") == 1
    program.pick(TITLE)
    await until(lambda: used_by(program) == "Your notes could not be read on this computer")
    program.press("Revoke…")
    await program.dialog("confirm")
    await program.reads("Your notes could not be read on this computer")
