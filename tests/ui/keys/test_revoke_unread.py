"""Revoking while the key cannot be read: the question is asked all the same, with older facts."""

from __future__ import annotations

import re

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QTableView

from tests.faults import server as faults
from tests.faults.medusa import KEY_ID, REDACTED, ago, one
from tests.faults.server import Behaviour, FaultServer
from tests.ui.driving import CTRL, Program
from tests.ui.keys.test_revoke import REVOKE, TITLE, live, server, state
from tests.ui.northwind import KEYS
from tests.ui.wiretap import Wiretap, blocked, broken, lost
from tests.waiting import until

__all__ = ["live", "server"]

ONE = f"{KEYS}/{KEY_ID}"
PAGE = faults.answer(403, b"<h1>Attention</h1>", headers={"server": "cloudflare"})
UNREADABLE: dict[str, Behaviour] = {
    "reset": faults.reset,
    "500": faults.refusal(500, "An unknown error occurred.", "unknown_error"),
    "a gateway's 502": faults.answer(502, b"<h1>Bad gateway</h1>"),
    "a firewall's 403": PAGE,
    "a firewall's 404": faults.answer(404, b"<h1>Not found</h1>"),
    "429": faults.json_answer({"type": "too_many_requests", "message": "Slow down"}, 429),
    "200 without a key": faults.json_answer({}),
    "200 with another key": faults.json_answer(one(id="apk_01M0000000000000000000KEY2")),
}


async def ask_unread(program: Program, title: str = TITLE) -> None:
    """Up to the question, which is asked without a fresh look."""
    program.pick(title)
    program.table.setFocus()
    program.key(Qt.Key.Key_Delete)
    await program.dialog("confirm")


def as_of(program: Program) -> str:
    """When the list was read, as its footer says."""
    found = re.match(r"As of (\d\d:\d\d)", program.footer)
    assert found is not None
    return found[1]


@pytest.mark.parametrize("failure", UNREADABLE.values(), ids=list(UNREADABLE))
async def test_a_key_that_cannot_be_read_is_asked_about_and_can_be_revoked(
    live: Program, server: FaultServer, failure: Behaviour
) -> None:
    server.on("GET", ONE, failure)
    then = as_of(live)
    await ask_unread(live)
    await live.reads(
        f"Revoke “{TITLE}”?",
        "Nothing was sent. At ",
        f"{then} this key was active.",  # after midnight, the day comes before it
        REDACTED,
        KEY_ID,
        "Northwind EU (live), ",
    )
    assert live.focus is live.button("Keep key")
    assert server.count("POST", f"{ONE}/revoke") == 0
    live.press("Revoke anyway")
    await live.no_dialog()
    await until(lambda: state(live).startswith("Revoked"))
    assert server.count("POST", f"{ONE}/revoke") == 1


@pytest.mark.parametrize("focused", ["confirm.keep", "confirm.action"])
async def test_on_a_live_store_no_key_revokes_what_could_not_be_read(
    live: Program, server: FaultServer, focused: str
) -> None:
    server.on("GET", ONE, PAGE)
    await ask_unread(live)
    assert live.button("Revoke anyway").text() == "Revoke anyway"
    live.clock.skip(1)
    live.find(QPushButton, focused).setFocus()
    live.key(Qt.Key.Key_Return, CTRL)
    assert live.is_there("confirm.keep"), "Ctrl+Enter neither revokes nor keeps here"
    live.key(Qt.Key.Key_Return)
    await live.no_dialog()
    assert server.count("POST", f"{ONE}/revoke") == 0
    assert state(live) == "Active"


async def test_elsewhere_control_and_enter_revokes_what_could_not_be_read(
    demo: Program, tap: Wiretap
) -> None:
    tap.on("GET", f"{KEYS}/apk_.*", blocked(503, done=False))
    await ask_unread(demo)
    assert demo.button("Revoke anyway").text() == "Revoke anyway (Ctrl+Enter)"
    demo.clock.skip(1)
    tap.calm()
    demo.key(Qt.Key.Key_Return, CTRL)
    await demo.no_dialog()
    await until(lambda: state(demo).startswith("Revoked"))


async def test_what_is_revoked_is_the_key_that_was_asked_about(demo: Program, tap: Wiretap) -> None:
    demo.pick(TITLE)
    key_id = (await until(lambda: demo.facts))["ID"]
    tap.on("GET", f"{KEYS}/apk_.*", broken)
    await ask_unread(demo)
    demo.sort_by("Title")
    await until(lambda: demo.row(TITLE) > 10)
    demo.window.findChildren(QTableView, "keys")[0].clearSelection()
    demo.press("Revoke anyway")
    await demo.no_dialog()
    await until(lambda: tap.count("POST", REVOKE) == 1)
    assert tap.asked("POST", REVOKE)[0].path == f"{KEYS}/{key_id}/revoke"


async def test_a_revoke_without_an_answer_and_without_a_look_counts_as_not_confirmed(
    demo: Program, tap: Wiretap
) -> None:
    tap.on("GET", f"{KEYS}/apk_.*", broken)
    tap.on("POST", REVOKE, lost)
    await ask_unread(demo)
    demo.press("Revoke anyway")
    await demo.no_dialog()
    await until(lambda: state(demo) == "Revoke not confirmed")


async def test_a_revoke_that_is_answered_without_a_key_found_no_such_key(
    live: Program, server: FaultServer
) -> None:
    server.on("GET", ONE, PAGE)
    server.on("POST", f"{ONE}/revoke", faults.json_answer({}))
    await ask_unread(live)
    live.press("Revoke anyway")
    await live.no_dialog()
    await live.reads(f"“{TITLE}” no longer exists", "The key was deleted and no longer works.")
    assert TITLE not in live.column("Title")
    assert server.count("POST", f"{ONE}/revoke") == 1


REFUSALS = {
    "404": (
        faults.refusal(404, f"API Key with id: {KEY_ID} was not found", "not_found"),
        "This no longer exists",
    ),
    "403": (faults.refusal(403, "Forbidden", "forbidden"), "has no role in this store"),
}


@pytest.mark.parametrize(("refusal", "words"), REFUSALS.values(), ids=list(REFUSALS))
async def test_what_the_store_itself_refuses_is_told_and_not_asked_about(
    live: Program, server: FaultServer, refusal: Behaviour, words: str
) -> None:
    server.on("GET", ONE, refusal)
    live.pick(TITLE)
    live.table.setFocus()
    live.key(Qt.Key.Key_Delete)
    await live.reads(words)
    assert live.front is live.window
    assert server.count("POST", f"{ONE}/revoke") == 0


async def test_a_key_that_is_read_again_is_asked_about_as_ever(
    live: Program, server: FaultServer
) -> None:
    server.on("GET", ONE, faults.json_answer(one(revoked_at=ago(hours=-1))))
    await ask_unread(live)
    assert "Nothing was sent" not in live.words
    assert "Revoke key" in live.buttons
