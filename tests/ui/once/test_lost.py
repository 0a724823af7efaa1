"""The answer to a create never came: the program says so, finds the key, and helps to end it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QListWidget, QPushButton

from tests.faults import server as faults
from tests.faults.medusa import ago, key_record, listing, one
from tests.faults.server import FaultServer
from tests.ui.creating import TITLE, ask_for_a_key, create_secret, pending_lines
from tests.ui.driving import CTRL, Program
from tests.ui.northwind import KEYS, behave, enter
from tests.ui.running import Start
from tests.ui.wiretap import Exchange, Wiretap, broken, lost
from tests.waiting import until

FOUND = "The key was created, but its secret is lost"


def searches(server: FaultServer) -> int:
    """How often the key was looked for by its title; the list is read for other reasons, too."""
    return sum(f"{KEYS}?" in one.target and "title=" in one.target for one in server.requests)


async def lose_one(program: Program, tap: Wiretap) -> None:
    tap.on("POST", KEYS, lost, once=True)
    await ask_for_a_key(program)
    program.press("Create")
    await program.dialog("lostKey")


async def test_a_key_without_an_answer_is_found_and_can_be_revoked(
    demo: Program, tap: Wiretap
) -> None:
    await lose_one(demo, tap)
    await demo.reads(FOUND, "It was created, but its secret never arrived and can't be recovered.")
    assert demo.front.windowTitle() == FOUND
    assert demo.find(QLabel, "lost.key.title").text() == TITLE
    assert demo.find(QLabel, "lost.key.redacted").text().startswith("sk_")
    assert not demo.is_there("lost.keys"), "a list is for several"
    assert in_order(demo, "keep", "revokeOnly", "revokeAndAgain")
    assert demo.button("Keep key") is demo.focus
    assert len(pending_lines(demo)) == 1
    demo.press("Revoke only")
    await demo.no_dialog()
    await until(lambda: pending_lines(demo) == [])
    assert tap.count("POST", KEYS) == 1
    demo.key(Qt.Key.Key_F5)
    await until(lambda: TITLE in demo.column("Title"))
    assert demo.column("State")[demo.row(TITLE)].startswith("Revoked")


def in_order(program: Program, *names: str) -> bool:
    """Whether these buttons stand from left to right, and Tab goes the same way."""
    buttons = [program.find(QPushButton, name) for name in names]
    places = [button.mapTo(program.front, QPoint(0, 0)).x() for button in buttons]
    buttons[0].setFocus()
    visited = [program.focus]
    while len(visited) < len(buttons):
        program.key(Qt.Key.Key_Tab)
        visited.append(program.focus)
    buttons[0].setFocus()
    return places == sorted(places) and visited == buttons


async def test_a_publishable_key_is_not_lost_with_its_answer(demo: Program, tap: Wiretap) -> None:
    tap.on("POST", KEYS, lost, once=True)
    await ask_for_a_key(demo, "Shop window", "Publishable")
    demo.press("Create")
    await demo.dialog("lostKey")
    await demo.reads("The key was created", "a publishable key can be viewed any time.")
    assert "its secret" not in demo.words
    demo.press("Keep key")
    await demo.no_dialog()
    await until(lambda: demo.picked == ["Shop window"])
    assert pending_lines(demo) == []


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
    demo.press("Keep key")
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
        await program.reads("Was the key created? The store didn't answer")
        await program.reads("Not in the list at ", "Checking again in 30 s.")
        assert not program.button("Create again").isEnabled()
        asked = searches(server)
        await program.clock.advance(20)
        await program.reads("Checking again in 10 s.")
        await program.clock.advance(9)
        assert searches(server) == asked
        await program.clock.advance(2)
        await program.reads("Still not there at ", "The key was not created.")
        assert program.front.windowTitle() == "The key was not created"
        assert program.focus is program.button("Close")
        assert searches(server) == asked + 1
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
        fitting = [  # between a minute before the request and ten minutes after it
            key_record(
                id=f"apk_01M000000000000000000FITS{n}", title=TITLE, created_at=ago(minutes=-4)
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
        await program.reads("The key may be one of these", "3 keys match. Choose which to revoke.")
        keys = program.find(QListWidget, "lost.keys")
        assert keys.currentRow() == -1
        assert not program.button("Revoke only").isEnabled()
        keys.setCurrentRow(1)
        program.press("Revoke only")
        await program.no_dialog()
        revoked = [r.path for r in server.requests if r.path.endswith("/revoke")]
        assert revoked == [f"{KEYS}/{fitting[1]['id']}/revoke"]


async def leave_one_behind(start: Start) -> Program:
    """The program is closed after the copy, before anybody said that the key is saved."""
    first = await start(demo=True)
    await first.keys_page()
    await create_secret(first)
    first.press("Copy and hide")
    first.press("Done")
    await first.no_dialog()
    await until(lambda: [line["copied"] for line in pending_lines(first)] == [1])
    await first.quit()
    second = await start(demo=True)
    await second.reads("may not have been saved")
    return second


async def test_the_next_start_asks_about_a_key_that_may_not_be_stored(start: Start) -> None:
    program = await leave_one_behind(start)
    await program.reads(
        f"“{TITLE}” may not have been saved",
        "in Demo store (demo), copied, and never confirmed as saved. The key is active.",
    )
    assert {"Revoke…", "I have saved this key", "Later"} <= set(program.buttons)
    program.press("Later")
    assert "may not have been saved" not in program.words
    assert len(pending_lines(program)) == 1


async def test_somebody_remembers_that_it_is_stored(start: Start) -> None:
    program = await leave_one_behind(start)
    program.press("I have saved this key")
    await until(lambda: pending_lines(program) == [])
    await until(lambda: "may not have been saved" not in program.words)


async def test_a_question_about_a_key_does_not_outlive_the_session(start: Start) -> None:
    program = await leave_one_behind(start)
    program.press("Sign out")
    await program.reads("You are signed out")
    assert "may not have been saved" not in program.words
