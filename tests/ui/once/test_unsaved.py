"""After a crash: what the journal knows of an unsaved key decides what is said and offered."""

from __future__ import annotations

import asyncio

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QLabel, QPushButton, QTableView

from tests.ui.creating import TITLE, ask_for_a_key, create_secret, pending_lines
from tests.ui.driving import CTRL, Program
from tests.ui.northwind import KEYS
from tests.ui.running import Start
from tests.ui.standins import never
from tests.ui.wiretap import Exchange, Wiretap, broken, lost
from tests.waiting import until

NOTICE = f"“{TITLE}” may not have been saved"
UNREACHED = "never reached this computer"
AGAIN = "Revoke and create again"
REVOKE = f"{KEYS}/.*/revoke"
# What was done with the secret before the program ended, and what is known of it afterwards.
USES = {
    "copied": (("Copy and hide",), "copied", "It was copied, so somebody may be using it."),
    "shown": (("Show",), "shown", "It was shown, so somebody may have it."),
    "shown and copied": (
        ("Show", "Copy and hide"),
        "copied",
        "It was copied, so somebody may be using it.",
    ),
}


async def end(start: Start, *presses: str) -> Program:
    """The program ends while the once-only dialog is open; this is the next start."""
    first = await start(demo=True)
    await first.keys_page()
    await create_secret(first)
    for words in presses:
        first.press(words)
    noted = {"copied": "Copy and hide" in presses, "shown": "Show" in presses}
    await until(lambda: [_noted(line) for line in pending_lines(first)] == [noted])
    await first.quit()
    return await start(demo=True)


def _noted(line: dict[str, object]) -> dict[str, bool]:
    return {name: bool(line["key_id"] and line.get(name)) for name in ("copied", "shown")}


@pytest.mark.parametrize(("presses", "done", "known"), USES.values(), ids=list(USES))
async def test_a_key_that_somebody_may_have_is_not_said_to_be_lost(
    start: Start, tap: Wiretap, presses: tuple[str, ...], done: str, known: str
) -> None:
    program = await end(start, *presses)
    await program.reads(
        NOTICE,
        f"in Demo store (demo), {done}, and never confirmed as saved. The key is active.",
    )
    assert UNREACHED not in program.words
    program.press("Revoke…")
    await program.dialog("confirm")
    await program.reads(
        f"Revoke “{TITLE}”?",
        known,
        "Anything that uses it stops working immediately.",
        "cannot be undone",
    )
    assert AGAIN not in program.buttons
    assert UNREACHED not in program.words
    assert program.focus is program.button("Keep key")
    program.clock.skip(1)
    program.key(Qt.Key.Key_Return)
    await program.no_dialog()
    assert len(pending_lines(program)) == 1
    assert tap.count("POST", REVOKE) == 0
    await program.reads(NOTICE)  # the key is as unsaved as before
    program.press("Revoke…")
    await program.dialog("confirm")
    program.clock.skip(1)
    program.key(Qt.Key.Key_Return, CTRL)
    await program.no_dialog()
    await until(lambda: pending_lines(program) == [])
    await until(lambda: NOTICE not in program.words)
    assert tap.count("POST", REVOKE) == 1


async def test_a_key_that_nobody_has_seen_can_be_revoked_and_created_again(
    start: Start, tap: Wiretap
) -> None:
    program = await end(start)
    known = "It was neither shown nor copied, so nobody has it."
    told = "in Demo store (demo), but neither shown nor copied, so nobody has it."
    await program.reads(NOTICE, told, "The key is active.")
    assert UNREACHED not in program.words
    program.press("Revoke…")
    await program.dialog("lostKey")
    await program.reads("Nobody has this key", known)
    assert "didn't answer" not in program.words
    assert UNREACHED not in program.words
    program.press(AGAIN)
    await program.dialog("keyForm")
    assert tap.count("POST", REVOKE) == 1


async def test_a_key_whose_answer_never_came_never_reached_this_computer(
    start: Start, tap: Wiretap
) -> None:
    first = await start(demo=True)
    await first.keys_page()
    tap.on("POST", KEYS, lost, once=True)
    await ask_for_a_key(first)
    first.press("Create")
    await first.dialog("lostKey")
    await first.quit()
    program = await start(demo=True)
    await program.reads(
        f"“{TITLE}” may have been created",
        "Demo store (demo) didn't answer at ",
        "so its secret never reached this computer. The key is active.",
    )
    assert "I have saved this key" not in program.buttons
    program.press("Revoke…")
    await program.dialog("lostKey")
    await program.reads("The key was created, but its secret is lost", "never arrived")
    assert {AGAIN, "Revoke only"} <= set(program.buttons)


@pytest.mark.parametrize("presses", [("Copy and hide",), ("Show",), ()])
async def test_a_key_that_cannot_be_read_at_the_start_is_told_of_all_the_same(
    start: Start, tap: Wiretap, presses: tuple[str, ...]
) -> None:
    tap.on("GET", f"{KEYS}/apk_.*", broken)
    program = await end(start, *presses)
    await program.reads(NOTICE, f"“{TITLE}”", "Whether it still works could not be checked.")
    assert "The key is active." not in program.words
    assert {"Revoke…", "I have saved this key", "Later"} <= set(program.buttons)


async def test_a_copied_key_that_cannot_be_read_can_be_revoked(start: Start, tap: Wiretap) -> None:
    tap.on("GET", f"{KEYS}/apk_.*", broken)
    program = await end(start, "Copy and hide")
    await program.reads(NOTICE)
    program.press("Revoke…")
    await program.dialog("confirm")
    await program.reads("It was copied, so somebody may be using it.", "Nothing was sent.")
    program.press("Revoke anyway")
    await program.no_dialog()
    await until(lambda: pending_lines(program) == [])
    assert tap.count("POST", REVOKE) == 1


async def test_a_key_that_was_revoked_elsewhere_meanwhile_is_not_asked_about(
    start: Start, tap: Wiretap
) -> None:
    program = await end(start, "Copy and hide")
    await program.reads(NOTICE)
    await until(lambda: TITLE in program.column("Title"))
    program.pick(TITLE)
    program.table.setFocus()
    program.key(Qt.Key.Key_Delete)
    await program.dialog("confirm")
    program.press(program.find(QPushButton, "confirm.action"))
    await program.no_dialog()
    await until(lambda: pending_lines(program) == [])
    await until(lambda: NOTICE not in program.words)


async def test_a_key_that_is_just_being_stored_is_not_told_as_left_over(
    start: Start, tap: Wiretap
) -> None:
    slowly = asyncio.Event()

    async def hold_the_list(exchange: Exchange) -> None:
        if "limit=101" in exchange.asked.query:
            await slowly.wait()
        await exchange.pass_on(exchange.send)

    tap.on("GET", KEYS, hold_the_list)
    program = await start(demo=True)
    await until(lambda: program.window.workspace is not None)
    await create_secret(program)
    slowly.set()
    table = program.window.findChildren(QTableView, "keys")[0]
    await until(lambda: table.model().rowCount() > 1)
    await until(lambda: tap.count("GET", "/admin/rbac/me/permissions"))
    labels = program.window.findChildren
    await never(lambda: any(NOTICE in label.text() for label in labels(QLabel)))
    program.find(QCheckBox, "stored").click()
    program.press("Done")
    await program.no_dialog()
