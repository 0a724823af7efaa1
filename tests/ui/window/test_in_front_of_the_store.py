"""A firewall or proxy in front of the store answers, and is not taken for the store."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton

from medusa_console.domain.store import DEMO_PASSWORD
from tests.ui.creating import TITLE, ask_for_a_key, pending_lines
from tests.ui.driving import Program
from tests.ui.northwind import KEYS, MAYA
from tests.ui.running import Start
from tests.ui.wiretap import Wiretap, blocked
from tests.waiting import until

BLOCKED = "A server in front of the store answered ({status})"


@pytest.mark.parametrize("status", [401, 403, 404, 409, 422, 429])
async def test_a_key_that_was_made_all_the_same_is_looked_for(
    status: int, demo: Program, tap: Wiretap
) -> None:
    await ask_for_a_key(demo)
    tap.on("POST", KEYS, blocked(status, done=True))
    demo.press("Create")
    await demo.dialog("lostKey")
    await demo.reads("It was created, but its secret never arrived")
    assert tap.count("POST", KEYS) == 1
    assert [line["title"] for line in pending_lines(demo)] == [TITLE]


@pytest.mark.parametrize("status", [401, 403, 404, 409, 422])
async def test_a_key_that_was_revoked_all_the_same_is_shown_as_dead(
    status: int, demo: Program, tap: Wiretap
) -> None:
    demo.pick("First integration")
    tap.on("POST", f"{KEYS}/.*/revoke", blocked(status, done=True))
    demo.table.setFocus()
    demo.key(Qt.Key.Key_Delete)
    await demo.dialog("confirm")
    demo.press("Revoke key")
    await demo.no_dialog()
    await until(lambda: demo.facts.get("State", "").startswith("Revoked"))
    assert tap.count("POST", f"{KEYS}/.*/revoke") == 1
    assert demo.window.workspace is not None


@pytest.mark.parametrize("status", [401, 403, 404])
async def test_a_list_keeps_its_rows_and_says_who_answered(
    status: int, demo: Program, tap: Wiretap
) -> None:
    titles = demo.column("Title")
    tap.on("GET", KEYS, blocked(status, done=False))
    demo.key(Qt.Key.Key_F5)
    await demo.reads(BLOCKED.format(status=status))
    assert demo.column("Title") == titles
    assert "role" not in demo.words
    assert demo.front is demo.window, "nobody is asked for a password"


async def test_a_sign_in_that_was_blocked_says_nothing_about_the_password(
    start: Start, tap: Wiretap
) -> None:
    program = await start()
    program.press("Try the demo store")
    tap.on("POST", "/auth/user/emailpass", blocked(403, done=False))
    program.fill("Email", MAYA)
    program.fill("Password", DEMO_PASSWORD)
    await until(program.find(QPushButton, "submit").isEnabled)
    program.key(Qt.Key.Key_Return)
    await program.reads(BLOCKED.format(status=403))
    assert "role" not in program.words
    assert "not accepted" not in program.words


async def test_after_a_start_without_the_store_the_name_comes_with_the_rows(
    start: Start, tap: Wiretap
) -> None:
    for path in ("/admin/api-keys", "/admin/users/me"):
        tap.on("GET", path, blocked(403, done=False))
    program = await start(demo=True)
    await program.keys_page_failed()
    assert program.find(QLabel, "who").text() == "Signed in"
    await until(lambda: tap.count("GET", "/admin/users/me"))
    assert program.window.notices.notices == (), "the page says it already"
    tap.calm()
    program.press("Try again")
    await program.keys_page()
    await until(lambda: program.find(QLabel, "who").text() != "Signed in")
    assert program.window.notices.notices == ()
