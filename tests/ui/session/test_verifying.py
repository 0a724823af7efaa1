"""A store that lets nobody in before the email is verified."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit

from medusa_console.services.session import Locked, SignedIn
from tests.faults import server as faults
from tests.faults.medusa import PASSWORD
from tests.faults.server import FaultServer
from tests.ui.driving import CTRL, Program
from tests.ui.mfa import CODE, CONFIRM, REQUEST, VERIFICATION, MfaStore, VerifyingStore
from tests.ui.northwind import MAYA, behave, connect
from tests.ui.running import Start
from tests.waiting import until

ENTER = Qt.Key.Key_Return


@pytest.fixture
def server() -> Iterator[FaultServer]:
    with FaultServer() as server:
        behave(server)
        yield server


@pytest.fixture
def store(server: FaultServer) -> VerifyingStore:
    return VerifyingStore(server)


@pytest.fixture
async def program(start: Start, store: VerifyingStore) -> Program:
    program = await start()
    await connect(program, store.server.origin)
    program.fill("Email", MAYA)
    program.fill("Password", PASSWORD)
    program.key(ENTER)
    await until(lambda: program.is_there("verificationCode"))
    await until(lambda: program.button("Send the code").hasFocus())
    return program


def enter(program: Program, code: str) -> None:
    """Type a code although none was sent from here."""
    program.field("Verification code", QLineEdit).setFocus()
    program.type(code)
    program.key(ENTER)


async def field(program: Program) -> QLineEdit:
    await until(lambda: program.is_there("verificationCode"))
    edit = program.field("Verification code", QLineEdit)
    await until(lambda: not edit.isReadOnly())
    assert edit.hasFocus()
    return edit


async def test_it_is_explained_and_a_code_is_sent_when_it_is_asked_for(
    program: Program, store: VerifyingStore
) -> None:
    text = program.find(QLabel, "verification.text").text()
    assert text == (
        f"This store lets you in once {MAYA} is verified. Have a code sent, and enter it here. "
        "If no mail comes, ask whoever runs the store."
    )
    assert store.sent == []
    program.press("Send the code")
    await program.reads(f"The store was asked just now to send a code to {MAYA}.")
    assert store.sent == [{"entity_id": MAYA, "entity_type": "email"}]
    edit = await field(program)
    program.paste(edit, f" {VERIFICATION}\n")
    program.key(ENTER)
    await program.keys_page()
    assert store.codes == [VERIFICATION]


async def test_two_enters_come_to_the_field_for_the_code(
    program: Program, store: VerifyingStore
) -> None:
    assert program.focus.objectName() == "verification.send"  # nobody has a code yet
    program.key(ENTER)
    await program.reads(f"The store was asked just now to send a code to {MAYA}.")
    assert "Enter the code." not in program.words
    assert len(store.sent) == 1
    await field(program)


async def test_a_wrong_code_is_told_beside_the_field_and_another_one_can_be_sent(
    program: Program, store: VerifyingStore
) -> None:
    program.press("Send the code")
    await program.reads("The store was asked just now")
    edit = await field(program)
    program.type("wrong")
    program.key(ENTER)
    await program.reads("Wrong code, or it was used before. Only the newest one works.")
    await field(program)
    assert program.is_there("verificationCode.error")
    assert edit.selectedText() == "wrong"
    assert "It has sent a code." in program.words
    program.press("Send the code again")
    await program.reads("The store was asked just now")
    assert not program.is_there("verificationCode.error")
    assert len(store.sent) == 2
    await field(program)
    edit.selectAll()
    program.type(VERIFICATION + "2")
    program.key(ENTER)
    await program.keys_page()


async def test_a_code_that_came_too_late_is_told_as_that(
    program: Program, store: VerifyingStore
) -> None:
    store.expired = True
    enter(program, VERIFICATION)
    await program.reads("This code has expired. Have another one sent.")


async def test_without_a_code_nothing_is_sent(program: Program, store: VerifyingStore) -> None:
    enter(program, "  ")
    await program.reads("Enter the code.")
    assert store.codes == []


async def test_a_request_whose_answer_was_lost_is_neither_done_nor_refused(
    program: Program, store: VerifyingStore
) -> None:
    store.lost = {REQUEST}
    program.press("Send the code")
    await program.reads("Not confirmed. It may or may not have happened.")
    await field(program)
    assert len(store.sent) == 1
    # The store itself tells that a code was asked for.
    assert "It has sent a code." in program.words
    program.type(VERIFICATION)
    program.key(ENTER)
    await program.keys_page()


async def test_a_code_that_was_taken_signs_in_although_the_answer_was_lost(
    program: Program, store: VerifyingStore
) -> None:
    program.press("Send the code")
    await program.reads("The store was asked just now")
    await field(program)
    store.lost = {CONFIRM}
    program.type(VERIFICATION)
    program.key(ENTER)
    await program.keys_page()
    assert store.codes == [VERIFICATION]


async def test_an_email_that_is_verified_elsewhere_signs_in_with_any_code(
    program: Program, store: VerifyingStore
) -> None:
    store.verified = True  # by the link in the mail
    enter(program, "used before")
    await program.keys_page()


async def test_back_leads_to_the_password(program: Program, store: VerifyingStore) -> None:
    program.field("Verification code", QLineEdit).setText("abc")
    program.press("Back to the password")
    assert program.field("Password", QLineEdit).hasFocus()
    assert not program.is_there("verificationCode")
    program.key(ENTER)
    await until(lambda: program.is_there("verificationCode"))
    await until(program.button("Send the code").hasFocus)
    assert program.field("Verification code", QLineEdit).text() == ""
    assert store.codes == []


async def test_the_second_factor_comes_after_the_email(start: Start, server: FaultServer) -> None:
    factor = MfaStore(server)
    store = VerifyingStore(server, then=factor.sign_in)
    program = await start()
    await connect(program, server.origin)
    program.fill("Email", MAYA)
    program.fill("Password", PASSWORD)
    program.key(ENTER)
    await until(lambda: program.is_there("verificationCode"))
    program.press("Send the code")
    await program.reads("The store was asked just now")
    await field(program)
    program.type(VERIFICATION)
    program.key(ENTER)
    await until(lambda: program.is_there("code"))
    assert not program.is_there("verificationCode")
    await until(program.field("Code", QLineEdit).hasFocus)
    program.type(CODE)
    await program.keys_page()
    assert store.verified


async def test_the_lock_asks_for_it_as_well(program: Program, store: VerifyingStore) -> None:
    store.verified = True
    enter(program, "x")
    await program.keys_page()
    store.verified = False
    program.key(Qt.Key.Key_L, CTRL)
    await until(lambda: program.is_there("unlock"))
    program.fill("Password", PASSWORD)
    program.key(ENTER)
    await until(lambda: program.is_there("verificationCode"))
    assert program.services is not None
    assert isinstance(program.services.session.state, Locked)
    store.verified = True
    enter(program, "x")
    await until(lambda: program.window.workspace is not None)
    assert isinstance(program.services.session.state, SignedIn)


async def test_no_code_is_in_the_log_or_in_an_address(
    program: Program, store: VerifyingStore
) -> None:
    program.press("Send the code")
    await program.reads("The store was asked just now")
    await field(program)
    program.type(VERIFICATION)
    program.key(ENTER)
    await program.keys_page()
    targets = "\n".join(request.target for request in store.server.requests)
    assert VERIFICATION not in program.log.text + targets + program.window.windowTitle()


async def test_a_refused_password_at_the_end_leads_back_to_the_password(
    program: Program, store: VerifyingStore
) -> None:
    refused = faults.refusal(401, "Invalid email or password", "unauthorized")
    store.server.on("POST", "/auth/user/emailpass", refused)
    enter(program, "x")
    await program.reads("Wrong email or password.")
    assert program.field("Password", QLineEdit).hasFocus()
