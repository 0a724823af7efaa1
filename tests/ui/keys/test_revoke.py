"""Revoking: the right key, asked in full, and done only when the server proves it."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QTableView, QToolButton

from tests.faults import server as faults
from tests.faults.medusa import KEY_ID, REDACTED, ago, one
from tests.faults.server import FaultServer
from tests.ui.creating import create_secret, hold_enter
from tests.ui.driving import CTRL, SHIFT, Program
from tests.ui.northwind import KEYS, behave, enter
from tests.ui.running import Start
from tests.ui.standins import never, turns
from tests.ui.wiretap import Wiretap, answer, broken, held
from tests.waiting import until

THAT_ROW = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
TITLE = "ERP nightly sync"
REVOKE = f"{KEYS}/.*/revoke"


@pytest.fixture
def server() -> Iterator[FaultServer]:
    with FaultServer() as server:
        behave(server)
        server.on("GET", f"{KEYS}/{KEY_ID}", faults.json_answer(one()))
        server.on(
            "POST",
            f"{KEYS}/{KEY_ID}/revoke",
            faults.json_answer(one(revoked_at=ago(seconds=1))),
        )
        yield server


@pytest.fixture
async def live(start: Start, server: FaultServer) -> Program:
    program = await start()
    await enter(program, server)
    program.window.resize(1440, 900)
    return program


async def ask(program: Program, title: str = TITLE) -> None:
    program.pick(title)
    program.table.setFocus()
    program.key(Qt.Key.Key_Delete)
    await program.dialog("confirm")


def state(program: Program, title: str = TITLE) -> str:
    return program.column("State")[program.row(title)]


async def test_the_question_tells_which_key_in_which_store(
    live: Program, server: FaultServer
) -> None:
    await until(lambda: "Maya Lindqvist" in live.column("Created by"))
    await ask(live)
    host = server.origin.partition("://")[2]
    await live.reads(
        f"LIVE · Northwind EU · {host}",
        f"Revoke “{TITLE}”?",
        REDACTED,
        KEY_ID,
        f"Northwind EU (live), {server.origin}",
        "1 day ago by Maya Lindqvist",
        "Anything that uses it stops working immediately. This cannot be undone.",
        "Medusa does not record where a key is used.",
    )
    assert live.focus is live.find(QPushButton, "confirm.keep")
    assert live.find(QPushButton, "confirm.keep").text() == "Keep key"
    assert re.fullmatch(
        r"Revoke key \(Ctrl\+(Enter|Return)\)", live.find(QPushButton, "confirm.action").text()
    )


async def test_on_a_live_store_enter_does_not_confirm_and_control_enter_does(
    live: Program, server: FaultServer
) -> None:
    await ask(live)
    live.clock.skip(1)
    hold_enter(live)
    await live.no_dialog()  # the harmless answer has the focus
    assert state(live) == "Active"
    assert server.count("POST", f"{KEYS}/{KEY_ID}/revoke") == 0
    await ask(live)
    live.clock.skip(1)
    live.key(Qt.Key.Key_Return, CTRL)
    await live.no_dialog()
    await until(lambda: state(live).startswith("Revoked"))
    assert server.count("POST", f"{KEYS}/{KEY_ID}/revoke") == 1


async def test_on_the_demo_store_control_enter_revokes_deletes_and_discards(
    demo: Program, tap: Wiretap
) -> None:
    await ask(demo)
    demo.clock.skip(1)
    demo.key(Qt.Key.Key_Return, CTRL)
    await demo.no_dialog()
    await until(lambda: state(demo).startswith("Revoked"))
    demo.key(Qt.Key.Key_Delete, SHIFT)
    await demo.dialog("confirm")
    demo.clock.skip(1)
    demo.key(Qt.Key.Key_Return, CTRL)
    await demo.no_dialog()
    await until(lambda: TITLE not in demo.column("Title"))
    await create_secret(demo, "Seen")
    demo.press("Copy and hide")
    demo.press("Discard and revoke this key")
    await demo.dialog("confirm")
    demo.clock.skip(1)
    demo.key(Qt.Key.Key_Return, CTRL)
    await demo.no_dialog()
    await until(lambda: "Seen" in demo.column("Title") and state(demo, "Seen") != "Active")


async def test_a_publishable_key_takes_storefronts_with_it(demo: Program) -> None:
    await ask(demo, "Mobile app 4.2")
    await demo.reads("Storefronts that use it stop working immediately.")


async def test_the_question_is_about_the_key_it_was_asked_for_whatever_the_table_does(
    demo: Program, tap: Wiretap
) -> None:
    demo.pick(TITLE)
    key_id = (await until(lambda: demo.facts))["ID"]
    demo.table.setFocus()
    demo.key(Qt.Key.Key_Delete)
    await demo.dialog("confirm")
    demo.sort_by("Title")
    await until(lambda: demo.row(TITLE) > 10)
    demo.window.findChildren(QTableView, "keys")[0].clearSelection()
    demo.press("Revoke key")
    await demo.no_dialog()
    await until(lambda: tap.count("POST", REVOKE) == 1)
    assert tap.asked("POST", REVOKE)[0].path == f"{KEYS}/{key_id}/revoke"
    await until(lambda: state(demo).startswith("Revoked"))


async def test_a_record_is_deleted_of_the_key_that_was_asked_about_whatever_is_selected_meanwhile(
    demo: Program, tap: Wiretap
) -> None:
    asked, other = "Summer intern scripts", TITLE
    key_id = await id_of(demo, asked)
    demo.table.setFocus()
    demo.key(Qt.Key.Key_Delete, SHIFT)
    await demo.dialog("confirm")
    select_beneath(demo, other)
    demo.press("Delete record")
    await demo.no_dialog()
    await until(lambda: tap.count("DELETE", f"{KEYS}/.*"))
    assert [one.path for one in tap.asked("DELETE", f"{KEYS}/.*")] == [f"{KEYS}/{key_id}"]
    await until(lambda: asked not in demo.column("Title"))


async def test_a_deleted_record_is_counted_no_more_above_the_table(demo: Program) -> None:
    count = len(demo.column("Title"))
    await demo.reads(f"{count} keys · 3 with an end date")
    demo.pick("Summer intern scripts")
    demo.table.setFocus()
    demo.clock.skip(1)
    demo.key(Qt.Key.Key_Delete, SHIFT)
    await demo.dialog("confirm")
    demo.press("Delete record")
    await demo.no_dialog()
    await until(lambda: f"{count - 1} of {count - 1} loaded" in demo.footer)
    assert demo.find(QLabel, "page.summary").text() == f"{count - 1} keys · 3 with an end date"


async def test_the_key_that_was_asked_about_is_renamed_whatever_is_selected_meanwhile(
    demo: Program, tap: Wiretap
) -> None:
    key_id = await id_of(demo, TITLE)
    demo.table.setFocus()
    demo.key(Qt.Key.Key_F2)
    await demo.dialog("keyForm")
    select_beneath(demo, "First integration")
    demo.fill("Title", "ERP hourly sync")
    demo.press("Rename")
    await demo.no_dialog()
    await until(lambda: tap.count("POST", f"{KEYS}/apk_[^/]*"))
    assert [one.path for one in tap.asked("POST", f"{KEYS}/.*")] == [f"{KEYS}/{key_id}"]
    await until(lambda: "ERP hourly sync" in demo.column("Title"))
    select_beneath(demo, "First integration")
    await until(lambda: demo.is_there("toast"))
    demo.press("Undo")
    await until(lambda: TITLE in demo.column("Title"))
    assert {one.path for one in tap.asked("POST", f"{KEYS}/.*")} == {f"{KEYS}/{key_id}"}


async def id_of(program: Program, title: str) -> str:
    """The id of a key, which is selected for that."""
    program.window.resize(1440, 900)
    program.pick(title)
    return (await until(lambda: program.facts))["ID"]


def select_beneath(program: Program, title: str) -> None:
    """Another row is selected, for whatever reason, while a dialog stands before the table."""
    table = program.window.findChildren(QTableView, "keys")[0]
    index = table.model().index(program.row(title), 0)
    table.selectionModel().setCurrentIndex(index, THAT_ROW)
    assert program.picked == [title]


async def test_somebody_else_was_faster(live: Program, server: FaultServer) -> None:
    server.on(
        "GET", f"{KEYS}/{KEY_ID}", faults.json_answer(one(revoked_at=ago(hours=1), revoked_by=""))
    )
    live.pick(TITLE)
    live.table.setFocus()
    live.key(Qt.Key.Key_Delete)
    await until(lambda: state(live).startswith("Revoked"))
    assert live.front is live.window
    assert server.count("POST", f"{KEYS}/{KEY_ID}/revoke") == 0


async def test_revoked_by_somebody_while_the_question_stood(
    live: Program, server: FaultServer
) -> None:
    await ask(live)
    server.on(
        "POST",
        f"{KEYS}/{KEY_ID}/revoke",
        faults.refusal(400, "There are 1 secret keys that are already revoked.", "invalid_data"),
    )
    server.on("GET", f"{KEYS}/{KEY_ID}", faults.json_answer(one(revoked_at=ago(seconds=5))))
    live.press(live.find(QPushButton, "confirm.action"))
    await live.no_dialog()
    await until(lambda: state(live).startswith("Revoked"))
    assert live.window.notices.notices == ()


async def test_its_record_was_deleted_meanwhile(live: Program, server: FaultServer) -> None:
    gone = faults.refusal(404, f"API Key with id: {KEY_ID} was not found", "not_found")
    server.on("GET", f"{KEYS}/{KEY_ID}", gone)
    live.pick(TITLE)
    live.table.setFocus()
    live.key(Qt.Key.Key_Delete)
    await live.reads("This no longer exists", "Someone may have deleted it.")
    assert TITLE not in live.column("Title")


async def test_without_proof_the_key_counts_as_working(live: Program, server: FaultServer) -> None:
    server.on("POST", f"{KEYS}/{KEY_ID}/revoke", faults.reset)
    await ask(live)
    live.press(live.find(QPushButton, "confirm.action"))
    await live.no_dialog()
    await until(lambda: state(live) == "Revoke not confirmed")
    await live.reads(
        "Not confirmed: this key may still work",
        "No confirmation from Northwind EU at ",
        "Assume the key still works.",
    )
    assert {"Check now", "Revoke again"} <= set(live.buttons)
    assert "Revoke…" not in live.buttons
    assert server.count("POST", f"{KEYS}/{KEY_ID}/revoke") == 1
    live.press("Check now")
    await live.reads(f"“{TITLE}” is still active")
    assert state(live) == "Active"
    server.on("GET", f"{KEYS}/{KEY_ID}", faults.json_answer(one(revoked_at=ago(seconds=5))))
    live.press("Check now")
    await until(lambda: state(live).startswith("Revoked"))
    assert "Check now" not in live.buttons


async def test_ten_quick_confirmations_make_one_request(demo: Program, tap: Wiretap) -> None:
    gate = asyncio.Event()
    await ask(demo)
    tap.on("POST", REVOKE, held(gate))
    demo.clock.skip(1)
    action = demo.find(QPushButton, "confirm.action")
    for _ in range(10):
        QTest.mouseClick(action, Qt.MouseButton.LeftButton)
    await until(lambda: tap.count("POST", REVOKE) == 1)
    gate.set()
    await until(lambda: state(demo).startswith("Revoked"))
    assert tap.count("POST", REVOKE) == 1


async def test_a_confirmed_revoke_goes_on_whatever_is_pressed_before_the_question_is_gone(
    demo: Program, tap: Wiretap
) -> None:
    refused = answer(400, {"type": "invalid_data", "message": "Not today"})
    tap.on("POST", REVOKE, refused)
    await ask(demo)
    demo.clock.skip(1)
    demo.find(QPushButton, "confirm.action").click()
    demo.key(Qt.Key.Key_Escape)
    await demo.no_dialog()
    await demo.reads("Not today")
    assert state(demo) == "Active"
    assert tap.count("POST", REVOKE) == 1


async def test_a_second_press_while_the_key_is_read_again_makes_no_second_question(
    demo: Program, tap: Wiretap
) -> None:
    gate = asyncio.Event()
    tap.on("GET", f"{KEYS}/apk_.*", held(gate))
    demo.pick(TITLE)
    demo.table.setFocus()
    demo.key(Qt.Key.Key_Delete)
    await until(lambda: tap.count("GET", f"{KEYS}/apk_.*"))
    demo.key(Qt.Key.Key_Delete)
    await turns()
    gate.set()
    await demo.dialog("confirm")
    demo.key(Qt.Key.Key_Escape)
    await demo.no_dialog()
    await never(lambda: demo.front is not demo.window)
    assert tap.count("GET", f"{KEYS}/apk_.*") == 1


async def test_who_may_not_revoke_is_told_which_right_is_missing_and_stays_signed_in(
    start: Start, tap: Wiretap
) -> None:
    # What is not known to be missing is offered, and the store has the last word.
    tap.on(
        "GET",
        "/admin/rbac/me/permissions",
        answer(403, {"type": "forbidden", "message": "Forbidden"}),
    )
    program = await start()
    program.press("Try the demo store")
    await program.signed_in("reader@demo.example")
    await program.keys_page()
    program.window.resize(1440, 900)
    await ask(program)
    program.press("Revoke key")
    await program.no_dialog()
    await program.reads(f"“Revoke {TITLE}”: ", "api_key:update", "You are still signed in.")
    assert "Refresh permissions" in program.buttons
    assert state(program) == "Active"
    program.pick("Summer intern scripts")
    program.table.setFocus()
    program.key(Qt.Key.Key_Delete, SHIFT)
    await program.dialog("confirm")
    program.press("Delete record")
    await program.no_dialog()
    await program.reads("“Delete the record of Summer intern scripts”: ", "api_key:delete")
    program.pick(TITLE)
    program.table.setFocus()
    program.key(Qt.Key.Key_F2)
    await program.dialog("keyForm")
    program.fill("Title", "Another name")
    program.press("Rename")
    await program.reads("api_key:update")
    program.key(Qt.Key.Key_Escape)
    await program.no_dialog()
    assert program.window.workspace is not None
    assert TITLE in program.column("Title")


async def test_a_record_is_deleted_only_after_being_told_what_that_means(
    demo: Program, tap: Wiretap
) -> None:
    title = "Summer intern scripts"
    demo.pick(title)
    demo.table.setFocus()
    demo.key(Qt.Key.Key_Delete, SHIFT)
    await demo.dialog("confirm")
    await demo.reads(
        f"Delete the record of “{title}”?",
        "Deleting its record removes every trace of it from the server, including who revoked it "
        "and when. This cannot be undone.",
    )
    demo.key(Qt.Key.Key_Return)  # the focus is on the harmless answer
    await demo.no_dialog()
    assert tap.count("DELETE", f"{KEYS}/.*") == 0
    demo.key(Qt.Key.Key_Delete, SHIFT)
    await demo.dialog("confirm")
    demo.press("Delete record")
    await until(lambda: title not in demo.column("Title"))
    assert tap.count("DELETE", f"{KEYS}/.*") == 1


async def test_a_key_that_works_cannot_be_deleted(demo: Program) -> None:
    demo.pick(TITLE)
    demo.table.setFocus()
    demo.key(Qt.Key.Key_Delete, SHIFT)
    await never(lambda: demo.front is not demo.window)


async def test_a_rename_can_be_undone(demo: Program, tap: Wiretap) -> None:
    demo.pick(TITLE)
    demo.table.setFocus()
    demo.key(Qt.Key.Key_F2)
    await demo.dialog("keyForm")
    title = demo.field("Title", QLineEdit)
    assert (title.text(), title.selectedText()) == (TITLE, TITLE)
    demo.fill("Title", "ERP hourly sync")
    demo.press("Rename")
    await demo.no_dialog()
    await until(lambda: demo.picked == ["ERP hourly sync"])
    await until(lambda: demo.is_there("toast"))
    assert demo.find(QLabel, "toast.text").text() == "Renamed"
    demo.press("Undo")
    await until(lambda: demo.picked == [TITLE])
    assert not demo.is_there("toast")


async def test_a_rename_without_an_answer_says_that_nobody_knows(
    demo: Program, tap: Wiretap
) -> None:
    demo.pick(TITLE)
    demo.table.setFocus()
    demo.key(Qt.Key.Key_F2)
    await demo.dialog("keyForm")
    tap.on("POST", f"{KEYS}/apk_[^/]*", broken)
    demo.fill("Title", "ERP hourly sync")
    demo.press("Rename")
    await demo.no_dialog()
    await demo.reads(
        f"“Rename {TITLE}”: ", "It may or may not have happened. Check before you try again."
    )
    assert not demo.is_there("toast")


async def test_the_focus_returns_to_the_row(demo: Program) -> None:
    await ask(demo)
    demo.press("Revoke key")
    await demo.no_dialog()
    await until(lambda: state(demo).startswith("Revoked"))
    assert demo.table.hasFocus()
    assert demo.picked == [TITLE]


async def test_closing_the_drawer_from_within_leads_back_to_the_table(demo: Program) -> None:
    demo.pick(TITLE)
    demo.find(QToolButton, "drawer.close").setFocus()
    demo.key(Qt.Key.Key_Space)
    assert demo.picked == []
    assert demo.table.hasFocus()


async def by_mouse(program: Program, button: str, answer: str) -> None:
    program.press(button)
    await program.dialog("confirm")
    program.press(answer)
    await program.no_dialog()


async def test_the_focus_returns_to_the_row_after_the_drawers_buttons_too(demo: Program) -> None:
    demo.window.resize(1440, 900)
    demo.pick(TITLE)
    await by_mouse(demo, "Revoke…", "Revoke key")
    await until(lambda: state(demo).startswith("Revoked"))
    assert demo.pane == "keys"
    assert demo.picked == [TITLE]
    await by_mouse(demo, "Delete record…", "Delete record")
    await until(lambda: TITLE not in demo.column("Title"))
    assert demo.pane == "keys"


async def test_the_focus_stays_on_a_button_of_the_drawer_that_is_still_there(demo: Program) -> None:
    demo.window.resize(1440, 900)
    demo.pick(TITLE)
    await by_mouse(demo, "Revoke…", "Keep key")
    assert demo.focus is demo.button("Revoke…")
