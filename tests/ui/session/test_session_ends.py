"""When a session ends, work does not: the password is asked for over the page."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QComboBox, QLineEdit, QPushButton, QTableView

from medusa_console.domain.store import DEMO_EMAIL, DEMO_PASSWORD
from medusa_console.services.session import SignedIn
from medusa_console.ui.words import labels
from medusa_console.vault.keyring import Keyring
from medusa_console.vault.sessions import KeyringSessions
from tests.faults import server as faults
from tests.faults.medusa import PASSWORD, login_token
from tests.faults.server import FaultServer
from tests.system import LockedOnWrite, MemoryKeyring
from tests.ui.creating import ask_for_a_key, create_secret, noted
from tests.ui.driving import Program
from tests.ui.northwind import KEYS, MAYA, REFRESH, SIGN_IN, behave, connect, enter
from tests.ui.running import Start
from tests.ui.session.test_lock import complete
from tests.ui.wiretap import Wiretap, answer
from tests.waiting import until


def page(program: Program) -> dict[str, Any]:
    """What a person has built up on the page."""
    window = program.window
    table = window.findChildren(QTableView, "keys")[0]
    return {
        "rows": program.column("Title"),
        "selected": program.picked,
        "scrolled to": table.verticalScrollBar().value(),
        "search": window.findChildren(QLineEdit, "search")[0].text(),
        "type": window.findChildren(QComboBox, "filterType")[0].currentText(),
        "state": window.findChildren(QComboBox, "filterState")[0].currentText(),
    }


async def test_nothing_on_the_page_is_lost_when_the_session_ends(
    demo: Program, tap: Wiretap
) -> None:
    demo.window.resize(1440, 700)
    await complete(demo)  # what came later would move the rows
    menu = demo.field("State", QComboBox)
    menu.setCurrentText("Active")
    menu.activated.emit(menu.currentIndex())
    await until(lambda: not any(s.startswith("Revoked") for s in demo.column("State")))
    demo.pick("First integration")
    demo.table.setFocus()
    before = page(demo)
    assert before["scrolled to"] > 0
    tap.end_session()
    demo.key(Qt.Key.Key_Delete)
    await demo.dialog("signInAgain")
    await demo.reads(
        "Sign in again to Demo store",
        "Your session ended at ",
        "Nothing on this page is lost.",
        "“Revoke First integration” was refused and changed nothing. You can repeat it afterwards.",
        DEMO_EMAIL,
    )
    assert page(demo) == before
    password = demo.field("Password", QLineEdit)
    assert password.hasFocus()
    assert password.echoMode() is QLineEdit.EchoMode.Password
    demo.type("wrong")
    demo.key(Qt.Key.Key_Return)
    await demo.reads("Wrong password. It is case-sensitive.")
    tap.end_session()
    demo.fill("Password", DEMO_PASSWORD)
    demo.key(Qt.Key.Key_Return)
    await demo.no_dialog()
    await until(lambda: demo.footer.startswith("As of"))
    await demo.reads(
        "You are signed in to Demo store again", "“Revoke First integration” was refused"
    )
    # The notice takes its room from the rows: the selected one is still to be seen.
    assert page(demo) | {"scrolled to": 0} == before | {"scrolled to": 0}
    selected = demo.table.visualRect(demo.table.currentIndex())
    assert demo.table.viewport().rect().contains(selected.center())
    assert tap.count("POST", f"{KEYS}/.*/revoke") == 0
    demo.sort_by("Title")  # the offer is about that key, whatever is selected or where it is
    await until(lambda: demo.column("Title") != before["rows"])
    demo.press("Revoke First integration")
    await demo.dialog("confirm")
    await demo.reads("Revoke “First integration”?")
    demo.press("Revoke key")
    await demo.no_dialog()
    await until(lambda: tap.count("POST", f"{KEYS}/.*/revoke") == 1)


async def test_a_half_filled_form_survives_the_sign_in_over_it(demo: Program, tap: Wiretap) -> None:
    form = await ask_for_a_key(demo, "Half typed")
    tap.end_session_at("POST", KEYS)
    demo.press("Create")
    await demo.dialog("signInAgain")
    assert form.isVisible()
    demo.fill("Password", DEMO_PASSWORD)
    demo.key(Qt.Key.Key_Return)
    await demo.dialog("keyForm")
    assert demo.field("Title", QLineEdit).text() == "Half typed"
    await until(demo.button("Create").isEnabled)
    demo.press("Create")
    await demo.dialog("revealKey")
    assert tap.count("POST", KEYS) <= 3


async def test_not_now_leaves_the_page_to_be_read(demo: Program, tap: Wiretap) -> None:
    titles = demo.column("Title")
    tap.end_session()
    demo.key(Qt.Key.Key_F5)
    await demo.dialog("signInAgain")
    demo.press("Not now")
    await demo.no_dialog()
    await demo.reads("Your session at Demo store has ended", "Nothing on this page is lost.")
    assert demo.column("Title") == titles
    demo.press(demo.find(QPushButton, "banner.action"))
    await demo.dialog("signInAgain")
    demo.fill("Password", DEMO_PASSWORD)
    demo.press("Sign in")
    await demo.no_dialog()
    await until(lambda: "Your session at Demo store has ended" not in demo.words)


async def test_no_other_failure_signs_out(demo: Program, tap: Wiretap) -> None:
    for status in (404, 429, 500, 403):
        tap.on("GET", KEYS, answer(status, {"type": "whatever", "message": "No."}))
        demo.key(Qt.Key.Key_F5)
        await until(lambda: demo.is_there("table.strip") or demo.is_there("noRight"))
        tap.calm()
        demo.key(Qt.Key.Key_F5)
        await until(lambda: not demo.is_there("table.strip") and not demo.is_there("noRight"))
        assert demo.front is demo.window
        assert demo.window.workspace is not None
    assert tap.count("POST", "/auth/token/refresh") == 0


async def test_a_session_in_a_keyring_that_fails_lives_in_memory_and_says_so(
    start: Start,
) -> None:
    ring = LockedOnWrite()
    program = await start(vault=KeyringSessions(Keyring(lambda: ring, read_limit=60)))
    with FaultServer() as server:
        behave(server)
        await connect(program, server.origin)
        keep = program.button("Keep me signed in on this computer")
        await until(keep.isEnabled)
        program.press(keep)
        await program.signed_in(MAYA, PASSWORD)
        await program.keys_page()
        await program.reads(
            "You will need your password next time",
            "Your session ends when you close the program.",
        )
    assert ring.entries == {}


async def test_an_entry_that_cannot_be_removed_is_named(
    start: Start, keyring: MemoryKeyring
) -> None:
    with FaultServer() as server:
        behave(server)
        program = await start()
        await connect(program, server.origin)
        keep = program.button("Keep me signed in on this computer")
        await until(keep.isEnabled)
        program.press(keep)
        await program.signed_in(MAYA, PASSWORD)
        await program.keys_page()
        await until(lambda: keyring.entries)
        keyring.delete_password = LockedOnWrite().delete_password  # type: ignore[method-assign]
        program.press("Sign out")
        await program.reads(
            "The session is still in the keyring",
            f"Delete the entries that begin with “Medusa Console · {server.origin} ({MAYA}) · ",
        )
        assert program.window.workspace is None


async def test_what_was_copied_leaves_the_clipboard_with_the_session(demo: Program) -> None:
    await create_secret(demo)
    demo.press("Copy and hide")
    demo.press("Done")
    await demo.no_dialog()
    assert QGuiApplication.clipboard().text().startswith("sk_")
    await noted(demo)
    demo.press("Sign out")
    await demo.reads("You are signed out")
    assert QGuiApplication.clipboard().text() == ""


GONE = answer(404, {"type": "not_found", "message": "User with id: user_01 was not found"})
DELETED = "Your account was deleted"


async def test_who_was_deleted_is_told_that_this_session_still_works(
    start: Start, tap: Wiretap
) -> None:
    tap.on("GET", "/admin/users/me", GONE)
    tap.on("POST", "/auth/token/refresh", GONE)
    program = await start(demo=True)
    await program.keys_page()
    await program.reads(
        DELETED,
        "If you are stopping an attack, do not sign out: you cannot sign in again, but this "
        "session still works until ",
    )
    assert "This no longer exists" not in program.words
    (notice,) = program.window.notices.notices
    assert notice.actions == ()
    state = program.services.session.state if program.services is not None else None
    assert isinstance(state, SignedIn)
    assert labels.exact(state.session.expires_at) in notice.text
    program.pick("ERP nightly sync")
    program.table.setFocus()
    program.key(Qt.Key.Key_Delete)
    await program.dialog("confirm")
    program.press("Revoke key")
    await program.no_dialog()
    await until(lambda: tap.count("POST", "/admin/api-keys/.*/revoke") == 1)


async def test_who_was_deleted_is_not_signed_out_by_a_refresh(start: Start) -> None:
    program = await start()
    with FaultServer() as server:
        behave(server)
        soon = login_token(age=80_000)  # a refresh is due
        server.on("POST", SIGN_IN, faults.json_answer({"token": soon}))
        gone = "AuthIdentity with id: authid_01 was not found"
        server.on("POST", REFRESH, faults.refusal(404, gone, "not_found"))
        await enter(program, server)
        await program.reads(DELETED, "this session still works until ")
        assert server.count("POST", REFRESH) == 1
        services = program.services
        assert services is not None
        assert isinstance(services.session.state, SignedIn)
