"""Signing in: what goes wrong is said in words that help, and no password leaves too early."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QCheckBox, QLabel, QLineEdit, QListWidget

from medusa_console.vault.keyring import Keyring
from medusa_console.vault.sessions import KeyringSessions
from tests.faults import server as faults
from tests.faults.authority import Authority
from tests.faults.medusa import PASSWORD, login_token, mfa_login
from tests.faults.server import FaultServer
from tests.system import MemoryKeyring
from tests.ui.driving import Program
from tests.ui.northwind import MAYA, SIGN_IN, USER, WAYS, behave, connect, enter
from tests.ui.running import Start
from tests.ui.wiretap import Wiretap
from tests.waiting import until

UNSENT = "Your password was not sent."


@pytest.fixture
def server() -> Iterator[FaultServer]:
    with FaultServer() as server:
        behave(server)
        yield server


@pytest.fixture
async def program(start: Start) -> Program:
    return await start()


def password_of(program: Program) -> QLineEdit:
    return program.field("Password", QLineEdit)


def type_in(program: Program, email: str = MAYA, password: str = PASSWORD) -> QLineEdit:
    program.fill("Email", email)
    return program.fill("Password", password)


async def test_a_wrong_password_is_told_under_it_and_ready_to_be_typed_over(
    program: Program, server: FaultServer
) -> None:
    server.on("POST", SIGN_IN, faults.refusal(401, "Invalid email or password", "unauthorized"))
    await connect(program, server.origin)
    password = type_in(program, password="WRONG")
    program.key(Qt.Key.Key_Return)
    error = "Wrong email or password. Both are case-sensitive."
    await program.reads(error)
    assert program.find(QLabel, "password.error").text() == error
    assert program.field("Email", QLineEdit).text() == MAYA
    assert password.hasFocus()
    assert password.selectionLength() == len("WRONG")
    program.fill("Password", PASSWORD)
    assert not program.is_there("password.error")


async def test_the_email_is_trimmed(program: Program, server: FaultServer) -> None:
    await connect(program, server.origin)
    await program.signed_in(f"  {MAYA} ", PASSWORD)
    await program.keys_page()
    assert server.last("POST", SIGN_IN).json() == {"email": MAYA, "password": PASSWORD}
    program.press("Sign out")
    await program.reads("You are signed out")
    assert program.field("Email", QLineEdit).text() == MAYA


async def test_missing_email_and_password_are_asked_for(
    program: Program, server: FaultServer
) -> None:
    await connect(program, server.origin)
    program.press("Sign in")
    await program.reads("Enter the email of your admin account.")
    program.fill("Email", MAYA)
    program.press("Sign in")
    await program.reads("Enter your password.")
    assert password_of(program).hasFocus()
    assert server.count("POST", SIGN_IN) == 0


async def test_a_store_that_is_switched_off_gets_no_password(program: Program) -> None:
    with socket.socket() as silent:
        silent.bind(("127.0.0.1", 0))  # nobody listens there, and nobody else can
        host = f"127.0.0.1:{silent.getsockname()[1]}"
        await connect(program, f"http://{host}")
        await program.reads(
            f"Can't reach {host}",
            f"Connection refused. {UNSENT} Check the address, network or VPN.",
        )
    assert {"Try again", "Edit store"} <= set(program.buttons)


async def test_a_name_that_does_not_exist_is_told_as_such(
    program: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    def nobody(*_address: object, **_hints: object) -> list[Any]:
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", nobody)
    await connect(program, "https://northwind.example")
    await program.reads(
        "Can't reach northwind.example",
        f"Host not found. {UNSENT} Check the address, network or VPN.",
    )


async def test_a_connection_lost_after_the_password_left_claims_nothing(
    program: Program, server: FaultServer
) -> None:
    server.on("POST", SIGN_IN, faults.reset)
    await connect(program, server.origin)
    type_in(program)
    program.key(Qt.Key.Key_Return)
    await program.reads("The connection was lost before the store answered.")
    assert UNSENT not in program.words


async def test_a_web_page_is_not_a_medusa_and_gets_no_password(
    program: Program, server: FaultServer
) -> None:
    page = faults.answer(200, b"<!doctype html><h1>Shop</h1>", content_type="text/html")
    server.on("GET", WAYS, page)
    server.on("POST", SIGN_IN, page)
    await connect(program, server.origin)
    host = server.origin.partition("://")[2]
    await program.reads(
        "This address is not a Medusa server",
        f"{host} answered with a web page. It may be the storefront's address, "
        f"or a Wi-Fi sign-in page. {UNSENT}",
    )
    assert [b for b in program.buttons if b in ("Edit store", "Try again", "Details")] == [
        "Edit store",
        "Try again",
        "Details",
    ]
    type_in(program)
    program.key(Qt.Key.Key_Return)
    await until(lambda: server.count("GET", WAYS) == 2)
    await program.reads("This address is not a Medusa server")
    assert server.count("POST") == 0
    assert all(PASSWORD.encode() not in request.body for request in server.requests)


async def test_a_certificate_for_another_name_stops_everything(
    program: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    authority = Authority(tmp_path)
    monkeypatch.setenv("SSL_CERT_FILE", str(authority.trust_file))
    with FaultServer(authority.good("other.example"), name="localhost") as imposter:
        await connect(program, imposter.origin)
        host = imposter.origin.partition("://")[2]
        await program.reads(
            f"This may not be {host}",
            "Someone may be intercepting the connection, or the address is wrong. Nothing was "
            "sent. Ask whoever runs the store. There is no way to skip this.",
        )
        assert "The server showed a certificate for " in program.words
        assert [b for b in program.buttons if b in ("Edit store", "Try again", "Details")] == [
            "Edit store",
            "Details",
        ]
        assert imposter.requests == []


async def test_a_redirect_is_named_and_not_followed(program: Program, server: FaultServer) -> None:
    with FaultServer() as elsewhere:
        away = {"Location": f"{elsewhere.origin}/auth/user/providers"}
        server.on("GET", WAYS, faults.answer(308, headers=away))
        await connect(program, server.origin)
        await program.reads(
            f"The server redirects to {elsewhere.origin}",
            f"If that is correct, change the store's address. {UNSENT}",
        )
        assert elsewhere.requests == []


NOT_SESSIONS = {
    "an unknown second factor": (
        mfa_login(methods=["sms"]),
        "This account needs a kind of second factor that Medusa Console doesn't support.",
    ),
    "a third party": ({"location": "https://idp.example"}, "to a provider's page"),
    "no token": ({}, "sent no session that can be used"),
    "an invite not accepted": (
        {"token": login_token(actor_id="", app_metadata={})},
        "they don't belong to an admin account",
    ),
    "a customer": (
        {"token": login_token(actor_type="customer")},
        "This is a customer's sign-in. Use an admin's email instead.",
    ),
}


async def test_an_accepted_password_without_a_session_is_explained(
    program: Program, server: FaultServer
) -> None:
    await connect(program, server.origin)
    for told, sentence in NOT_SESSIONS.values():
        server.on("POST", SIGN_IN, faults.json_answer(told))
        await until(program.button("Sign in").isEnabled)
        type_in(program)
        program.key(Qt.Key.Key_Return)
        await program.reads("You are not signed in", sentence)
        assert program.window.workspace is None


async def test_an_account_without_a_name_has_its_email_beside_the_menu_once(
    program: Program, server: FaultServer
) -> None:
    nameless = {**USER, "first_name": None, "last_name": None, "email": "desk@example.com"}
    server.on("GET", "/admin/users/me", faults.json_answer({"user": nameless}))
    await connect(program, server.origin)
    await program.signed_in(MAYA, PASSWORD)
    await until(lambda: program.is_there("who"))
    await until(lambda: program.find(QLabel, "who").text() == "desk@example.com")
    assert program.find(QLabel, "whoEmail").text() == ""


async def test_the_demo_store_has_logins_that_are_no_admins(program: Program) -> None:
    program.press("Try the demo store")
    await program.open("Demo store")
    for email, sentence in (
        ("invited@demo.example", "they don't belong to an admin account"),
        ("customer@demo.example", "This is a customer's sign-in."),
    ):
        await until(program.button("Sign in").isEnabled)
        program.fill("Email", email)
        program.key(Qt.Key.Key_Return)
        await program.reads("You are not signed in", sentence)


async def test_waiting_for_an_answer_can_be_given_up(program: Program, server: FaultServer) -> None:
    server.on("POST", SIGN_IN, faults.never)
    await connect(program, server.origin)
    assert not program.is_there("cancel")
    type_in(program)
    program.press("Sign in")
    await until(lambda: server.count("POST", SIGN_IN) == 1)
    await until(lambda: program.is_there("cancel"))
    program.press("Cancel")
    await program.reads("Cancelled. You are not signed in.")
    await until(program.button("Sign in").isEnabled)
    assert not password_of(program).isReadOnly()


async def test_enter_before_the_store_is_open_is_not_lost(
    program: Program, server: FaultServer
) -> None:
    program.press("Connect your store")
    await program.dialog("storeForm")
    program.fill("Name", "Northwind EU")
    program.fill("Address", server.origin)
    program.press("Add store")
    await program.no_dialog()
    await program.signed_in(MAYA, PASSWORD)
    await program.keys_page()


async def test_a_password_leaves_the_field_with_the_sign_in_and_cannot_be_brought_back(
    program: Program, server: FaultServer
) -> None:
    await connect(program, server.origin)
    password = type_in(program)
    QGuiApplication.clipboard().setText("something else")
    password.selectAll()
    program.key(Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "something else"
    program.key(Qt.Key.Key_Return)
    await program.keys_page()
    assert password.text() == ""
    password.undo()
    assert password.text() == ""


async def test_a_password_does_not_follow_to_another_store(
    program: Program, server: FaultServer
) -> None:
    await connect(program, server.origin)
    password = type_in(program)
    with FaultServer() as other:
        behave(other)
        await connect(program, other.origin, name="Southwind")
        assert password.text() == ""
        password.undo()
        assert password.text() == ""


async def test_keep_me_signed_in_is_off_until_ticked_and_says_where(
    program: Program, server: FaultServer, keyring: MemoryKeyring
) -> None:
    await connect(program, server.origin)
    keep = program.find(QCheckBox, "keep")
    assert keep.text() == "Keep me signed in on this computer"
    assert not keep.isChecked()
    await until(keep.isEnabled)
    place = program.find(QLabel, "keep.place")
    assert place.text() == ""
    program.press(keep)
    saved = "Your session will be saved, encrypted, in the system keyring."
    await until(lambda: place.text() == saved)
    assert keep.accessibleDescription() == place.text()
    program.press(keep)
    assert place.text() == ""
    await program.signed_in(MAYA, PASSWORD)
    await program.keys_page()
    assert keyring.entries == {}


async def test_without_a_keyring_the_box_is_grey_and_says_why(
    start: Start, server: FaultServer
) -> None:
    program = await start(vault=KeyringSessions(Keyring(lambda: None, read_limit=60)))
    await connect(program, server.origin)
    await program.reads(
        "No usable keyring on this computer. You will need your password next time."
    )
    keep = program.find(QCheckBox, "keep")
    assert not keep.isEnabled()
    assert not keep.isChecked()
    await program.signed_in(MAYA, PASSWORD)
    await program.keys_page()


async def test_a_kept_session_opens_the_next_start_without_a_password(
    start: Start, server: FaultServer, keyring: MemoryKeyring
) -> None:
    first = await start()
    await connect(first, server.origin)
    await until(first.find(QCheckBox, "keep").isEnabled)
    first.press(first.find(QCheckBox, "keep"))
    await first.signed_in(MAYA, PASSWORD)
    await first.keys_page()
    await until(lambda: keyring.entries)
    await first.quit()
    asked = server.count("POST", SIGN_IN)
    second = await start()
    await second.keys_page()
    assert server.count("POST", SIGN_IN) == asked
    second.press("Sign out")
    await second.reads("You are signed out", "Your session was removed from this computer.")
    await until(lambda: not keyring.entries)
    assert second.find(QCheckBox, "keep").isChecked()  # remembered for this store
    assert second.field("Email", QLineEdit).text() == MAYA


async def test_signing_in_while_the_keyring_is_still_being_asked(
    start: Start, server: FaultServer, keyring: MemoryKeyring
) -> None:
    first = await start()
    await connect(first, server.origin)
    await until(first.find(QCheckBox, "keep").isEnabled)
    first.press(first.find(QCheckBox, "keep"))
    await first.signed_in(MAYA, PASSWORD)
    await first.quit()
    from tests.system import Blocking

    slow = Blocking()
    second = await start(vault=KeyringSessions(Keyring(lambda: slow)))
    await until(lambda: "get" in slow.calls)
    second.fill("Password", PASSWORD)
    second.key(Qt.Key.Key_Return)
    try:
        await second.keys_page()
    finally:
        slow.answered.set()


async def test_signing_out_works_without_the_server_and_says_until_when(
    program: Program, tap: Wiretap
) -> None:
    with FaultServer() as server:
        behave(server)
        await enter(program, server)
    program.press("Sign out")
    await program.reads(
        "You are signed out",
        "Medusa can't end a session early: a copy of it would work until ",
    )
    assert program.window.workspace is None
    assert program.field("Email", QLineEdit).text() == MAYA
    assert password_of(program).text() == ""


async def test_the_list_is_looked_through_without_leaving_the_store(
    program: Program, server: FaultServer
) -> None:
    await connect(program, server.origin, name="East")
    await connect(program, server.origin, name="West")
    type_in(program, email="half@typed.example")
    stores = program.find(QListWidget, "stores")
    stores.setFocus()
    program.key(Qt.Key.Key_Up)
    assert stores.currentItem().text() == "East"
    assert program.window.windowTitle() == "LIVE – West – Medusa Console"
    program.field("Email", QLineEdit).setFocus()
    assert stores.currentItem().text() == "West", "what is asked for is what is marked"
    assert program.field("Email", QLineEdit).text() == "half@typed.example"
    stores.setFocus()
    program.key(Qt.Key.Key_Up)
    program.key(Qt.Key.Key_Return)
    await program.open("East")
    await program.reads("Sign in to East")
    assert stores.currentItem().text() == "East"


async def test_in_the_smallest_window_several_stores_are_seen(
    program: Program, server: FaultServer
) -> None:
    for name in ("East", "West", "South"):
        await connect(program, server.origin, name=name)
    program.window.resize(640, 400)
    stores = program.find(QListWidget, "stores")

    def seen() -> int:
        places = (stores.visualItemRect(stores.item(row)) for row in range(stores.count()))
        return sum(stores.viewport().rect().contains(place) for place in places)

    await until(lambda: seen() == 3)
