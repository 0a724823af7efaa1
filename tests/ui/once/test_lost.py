"""The answer to a create never came: the program says so, finds the key, and helps to end it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QListWidget, QPushButton

from tests.faults import server as faults
from tests.faults.medusa import ago, key_record, listing, one
from tests.faults.server import FaultServer
from tests.ui.creating import TITLE, ask_for_a_key, create_secret, pending_lines
from tests.ui.driving import CTRL, Program
from tests.ui.northwind import KEYS, behave, enter
from tests.ui.running import Start
from tests.ui.wiretap import Exchange, Wiretap, broken, lost
from tests.waiting import until

HEADING = "Was the key created? No answer came"


async def lose_one(program: Program, tap: Wiretap) -> None:
    tap.on("POST", KEYS, lost, once=True)
    await ask_for_a_key(program)
    program.press("Create")
    await program.dialog("lostKey")


async def test_a_key_without_an_answer_is_found_and_can_be_revoked(
    demo: Program, tap: Wiretap
) -> None:
    await lose_one(demo, tap)
    await demo.reads(
        HEADING,
        "It exists, but its secret never reached this computer, so it is of no use to you.",
    )
    keys = demo.find(QListWidget, "lost.keys")
    assert keys.count() == 1
    assert TITLE in keys.item(0).text()
    shown = [b for b in demo.buttons if b in ("Revoke and create again", "Revoke only", "Keep")]
    assert shown == ["Revoke and create again", "Revoke only", "Keep"]
    assert len(pending_lines(demo)) == 1
    demo.press("Revoke only")
    await demo.no_dialog()
    await until(lambda: pending_lines(demo) == [])
    assert tap.count("POST", KEYS) == 1
    demo.key(Qt.Key.Key_F5)
    await until(lambda: TITLE in demo.column("Title"))
    assert demo.column("State")[demo.row(TITLE)].startswith("Revoked")


async def test_control_and_enter_revokes_the_lost_key(demo: Program, tap: Wiretap) -> None:
    await lose_one(demo, tap)
    await until(lambda: "Revoke only" in demo.buttons)
    assert demo.button("Revoke only").text() == "Revoke only (Ctrl+Enter)"
    assert demo.focus is demo.find(QPushButton, "keep")
    demo.clock.skip(1)
    demo.key(Qt.Key.Key_Return, CTRL)
    await demo.no_dialog()
    await until(lambda: pending_lines(demo) == [])
    assert tap.count("POST", f"{KEYS}/.*/revoke") == 1


@pytest.mark.parametrize("focused", ["keep", "revokeOnly", "revokeAndAgain"])
async def test_enter_keeps_the_lost_key(demo: Program, tap: Wiretap, focused: str) -> None:
    await lose_one(demo, tap)
    await until(lambda: "Revoke only" in demo.buttons)
    demo.clock.skip(1)
    demo.find(QPushButton, focused).setFocus()
    demo.key(Qt.Key.Key_Return)
    await demo.no_dialog()
    assert tap.count("POST", f"{KEYS}/.*/revoke") == 0
    assert len(pending_lines(demo)) == 1


async def test_revoke_and_create_again_begins_anew_with_the_same_title(
    demo: Program, tap: Wiretap
) -> None:
    await lose_one(demo, tap)
    await until(lambda: "Revoke and create again" in demo.buttons)
    demo.press("Revoke and create again")
    await demo.dialog("keyForm")
    assert demo.field("Title", QLineEdit).text() == TITLE
    demo.press("Create")
    await demo.dialog("revealKey")
    assert tap.count("POST", f"{KEYS}/.*/revoke") == 1
    assert len(pending_lines(demo)) == 1


async def test_a_revoke_without_proof_keeps_the_question_open(demo: Program, tap: Wiretap) -> None:
    await lose_one(demo, tap)
    tap.on("POST", f"{KEYS}/.*/revoke", broken)
    await until(lambda: "Revoke only" in demo.buttons)
    demo.press("Revoke only")
    await until(lambda: demo.is_there("formProblem"))
    demo.press("Keep")
    await demo.no_dialog()
    assert len(pending_lines(demo)) == 1


async def test_none_found_is_looked_for_again_after_half_a_minute(start: Start) -> None:
    """On a real socket, with the connection reset after the request."""
    program = await start()
    with FaultServer() as server:
        behave(server, key_record(title="Another key"))
        await enter(program, server)
        server.on("POST", KEYS, faults.reset)
        server.on("GET", KEYS, faults.json_answer(listing()))
        await ask_for_a_key(program)
        program.press("Create")
        await program.dialog("lostKey")
        await program.reads("Not in the list at ", "Checking again in 30 s.")
        assert not program.button("Create again").isEnabled()
        asked = server.count("GET", KEYS)
        await program.clock.advance(29)
        assert server.count("GET", KEYS) == asked
        await program.clock.advance(2)
        await program.reads("It was not created.")
        assert server.count("GET", KEYS) == asked + 1
        assert server.count("POST", KEYS) == 1
        program.press("Create again")
        await program.dialog("keyForm")
        assert program.field("Title", QLineEdit).text() == TITLE
        await until(lambda: pending_lines(program) == [])


async def test_a_search_that_failed_twice_can_be_tried_again(demo: Program, tap: Wiretap) -> None:
    async def lost_with_the_list(exchange: Exchange) -> None:
        tap.on("GET", KEYS, broken)
        await lost(exchange)

    tap.on("POST", KEYS, lost_with_the_list, once=True)
    await ask_for_a_key(demo)
    demo.press("Create")
    await demo.dialog("lostKey")
    await demo.reads("The list could not be read at ", "Checking again in 30 s.")
    await demo.clock.advance(31)
    await until(lambda: "Try again" in demo.buttons)
    assert "Checking again" not in demo.words
    tap.calm()
    demo.press("Try again")
    await until(lambda: "Revoke only" in demo.buttons)
    assert "Try again" not in demo.buttons
    assert demo.focus is demo.find(QPushButton, "keep")


async def test_several_that_fit_are_all_shown_and_none_is_chosen(start: Start) -> None:
    program = await start()
    with FaultServer() as server:
        behave(server)
        await enter(program, server)
        fitting = [
            key_record(
                id=f"apk_01M000000000000000000FITS{n}", title=TITLE, created_at=ago(seconds=0)
            )
            for n in (1, 2, 3)
        ]
        server.on("POST", KEYS, faults.reset)
        server.on(
            "POST",
            f"{KEYS}/{fitting[1]['id']}/revoke",
            faults.json_answer(one(**{**fitting[1], "revoked_at": ago(seconds=1)})),
        )
        await ask_for_a_key(program)
        # The newest key is asked for before the others are there.
        await until(
            lambda: any(r.target.endswith("order=-created_at&limit=1") for r in server.requests)
        )
        server.on("GET", KEYS, faults.json_answer(listing(*fitting)))
        program.press("Create")
        await program.dialog("lostKey")
        await program.reads("3 keys fit. Choose which to revoke.")
        keys = program.find(QListWidget, "lost.keys")
        assert keys.currentRow() == -1
        assert not program.button("Revoke only").isEnabled()
        keys.setCurrentRow(1)
        program.press("Revoke only")
        await program.no_dialog()
        revoked = [r.path for r in server.requests if r.path.endswith("/revoke")]
        assert revoked == [f"{KEYS}/{fitting[1]['id']}/revoke"]


async def leave_one_behind(start: Start) -> Program:
    """The program is closed after the copy, before anybody said that the key is stored."""
    first = await start(demo=True)
    await first.keys_page()
    await create_secret(first)
    first.press("Copy and hide")
    first.press("Done")
    await first.no_dialog()
    await until(lambda: [line["copied"] for line in pending_lines(first)] == [1])
    await first.quit()
    second = await start(demo=True)
    await second.reads("A key may never have been stored")
    return second


async def test_the_next_start_asks_about_a_key_that_may_not_be_stored(start: Start) -> None:
    program = await leave_one_behind(start)
    await program.reads(
        f"“{TITLE}”, Demo store (demo), ",
        "The program closed before you confirmed. It was copied, so somebody may be using it. "
        "It still works.",
    )
    assert {"Revoke…", "I have saved this key", "Later"} <= set(program.buttons)
    program.press("Later")
    assert "A key may never have been stored" not in program.words
    assert len(pending_lines(program)) == 1


async def test_somebody_remembers_that_it_is_stored(start: Start) -> None:
    program = await leave_one_behind(start)
    program.press("I have saved this key")
    await until(lambda: pending_lines(program) == [])
    await until(lambda: "A key may never have been stored" not in program.words)


async def test_a_question_about_a_key_does_not_outlive_the_session(start: Start) -> None:
    program = await leave_one_behind(start)
    program.press("Sign out")
    await program.reads("You are signed out")
    assert "A key may never have been stored" not in program.words
