"""The code after the password: at the sign-in, over the page, at the lock."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QWidget,
)

from medusa_console.services.session import Locked, SignedIn
from tests.faults import server as faults
from tests.faults.medusa import PASSWORD, login_token
from tests.faults.server import FaultServer
from tests.ui.driving import CTRL, Program
from tests.ui.mfa import CODE, RECOVERY, MfaStore
from tests.ui.northwind import KEYS, MAYA, REFRESH, SIGN_IN, behave, connect
from tests.ui.running import Start
from tests.ui.standins import turns
from tests.ui.test_geometry import Case, shown_in
from tests.waiting import until

WRONG = "Wrong code. 4 attempts left."
NO_FACTOR = faults.refusal(401, "MFA verification is required to complete this request")
OVER = faults.refusal(401, "Unauthorized")
ENTER = Qt.Key.Key_Return


@pytest.fixture
def server() -> Iterator[FaultServer]:
    with FaultServer() as server:
        behave(server)
        yield server


@pytest.fixture
def store(server: FaultServer) -> MfaStore:
    return MfaStore(server)


@pytest.fixture
async def program(start: Start, store: MfaStore) -> Program:
    """In front of the sign-in form of a store that asks for a second factor."""
    program = await start()
    await connect(program, store.server.origin)
    return program


async def to_the_code(program: Program) -> QLineEdit:
    """Enter the password, and wait for the boxes."""
    if "Email" in program.words:
        program.fill("Email", MAYA)
    program.fill("Password", PASSWORD)
    program.key(ENTER)
    return await boxes(program)


async def boxes(program: Program) -> QLineEdit:
    await until(lambda: program.is_there("code"))
    edit = program.field("Code", QLineEdit)
    await until(lambda: not edit.isReadOnly())
    assert edit.hasFocus()
    return edit


async def sign_in(program: Program) -> None:
    await to_the_code(program)
    program.type(CODE)
    await program.keys_page()


async def told(program: Program, text: str) -> None:
    await program.reads(text)
    await until(lambda: not program.find(QLineEdit, "code").isReadOnly())


def state(program: Program) -> object:
    assert program.services is not None
    return program.services.session.state


# The sign-in form


async def test_the_sixth_digit_signs_in(program: Program, store: MfaStore) -> None:
    edit = await to_the_code(program)
    assert "Two-step sign-in" in program.words
    assert not program.is_there("password")
    assert not program.is_there("keep")
    assert program.field("Email", QLineEdit).isReadOnly()
    assert edit.accessibleName() == "Code"
    assert edit.accessibleDescription() == "The six digits that your authenticator app shows."
    program.type(CODE)
    await program.keys_page()
    assert store.codes == [CODE]


async def test_a_pasted_code_signs_in(program: Program, store: MfaStore) -> None:
    program.paste(await to_the_code(program), f" {CODE[:3]} {CODE[3:]}\n")
    await program.keys_page()
    assert store.codes == [CODE]


async def test_enter_on_another_way_takes_it(program: Program, store: MfaStore) -> None:
    await to_the_code(program)
    other = program.button("Use a recovery code")
    other.setFocus()
    program.key(ENTER)
    assert program.field("Recovery code", QLineEdit).hasFocus()
    back = program.button("Back to the password")
    back.setFocus()
    program.key(ENTER)
    await until(lambda: program.is_there("password"))
    assert store.codes == []


async def test_a_wrong_code_is_told_beneath_and_the_boxes_are_empty_for_the_next(
    program: Program, store: MfaStore
) -> None:
    edit = await to_the_code(program)
    program.type("000000")
    await told(program, WRONG)
    assert program.find(QLabel, "code.error").text() == WRONG
    assert edit.accessibleDescription() == WRONG
    assert (edit.text(), edit.hasFocus()) == ("", True)
    program.type("111111")
    await told(program, "Wrong code. 3 attempts left.")
    program.type(CODE)
    await program.keys_page()
    assert store.challenges == 1


async def test_after_the_fifth_wrong_code_a_new_challenge_is_there_by_itself(
    program: Program, store: MfaStore
) -> None:
    edit = await to_the_code(program)
    for code in ("000000", "111111", "222222", "333333"):
        program.type(code)
        await until(lambda code=code: store.codes[-1:] == [code])  # type: ignore[misc]
        await until(lambda: not edit.isReadOnly() and not edit.text())
    assert program.find(QLabel, "code.error").text() == "Wrong code. 1 attempt left."
    program.type("444444")
    await told(program, "Too many wrong codes. The sign-in was started again. Enter a new code.")
    assert store.challenges == 2
    assert edit.hasFocus()
    program.type(CODE)
    await program.keys_page()


async def test_a_restart_between_password_and_code_is_not_noticed(
    program: Program, store: MfaStore
) -> None:
    await to_the_code(program)
    store.restart()
    program.type(CODE)
    await program.keys_page()
    assert store.codes == [CODE, CODE]


async def test_a_code_that_is_late_and_old_is_asked_for_again_without_the_password(
    program: Program, store: MfaStore
) -> None:
    await to_the_code(program)
    store.restart()
    program.type("000000")
    await told(program, "That took too long, so the sign-in was started again.")
    program.type(CODE)
    await program.keys_page()


async def test_too_few_digits_and_letters_are_told_and_not_sent(
    program: Program, store: MfaStore
) -> None:
    await to_the_code(program)
    program.key(ENTER)
    assert program.find(QLabel, "code.error").text() == "Enter the code."
    program.type("12")
    program.key(ENTER)
    assert program.find(QLabel, "code.error").text() == "A code has six digits."
    program.type("x")
    assert program.find(QLabel, "code.error").text() == "A code has only digits."
    await turns()
    assert store.codes == []


async def test_a_recovery_code_signs_in_with_its_hyphens_and_without_its_spaces(
    program: Program, store: MfaStore
) -> None:
    await to_the_code(program)
    program.press("Use a recovery code")
    edit = program.field("Recovery code", QLineEdit)
    assert edit.hasFocus()
    assert not program.is_there("code")
    program.paste(edit, f"  {RECOVERY.upper()} ")
    program.key(ENTER)
    await program.keys_page()
    assert store.codes == [RECOVERY.upper()]


async def test_a_used_recovery_code_is_told_as_that_and_the_way_back_is_there(
    program: Program, store: MfaStore
) -> None:
    store.recovery.clear()
    await to_the_code(program)
    program.press("Use a recovery code")
    program.type(RECOVERY)
    program.key(ENTER)
    await program.reads("Wrong recovery code, or it was used before. 4 attempts left.")
    program.press("Use a code from the app")
    await boxes(program)
    program.type(CODE)
    await program.keys_page()


async def test_a_lost_answer_keeps_the_code_and_enter_sends_it_again(
    program: Program, store: MfaStore
) -> None:
    edit = await to_the_code(program)
    store.verified = faults.reset  # after the store has taken the code
    program.type(CODE)
    await told(program, "The connection was lost before the store answered.")
    assert edit.text() == CODE
    store.verified = None
    program.key(ENTER)
    await program.keys_page()
    assert store.challenges == 2


async def test_a_recovery_code_whose_answer_was_lost_is_said_to_be_used_up(
    program: Program, store: MfaStore
) -> None:
    await to_the_code(program)
    program.press("Use a recovery code")
    program.type(RECOVERY)
    store.verified = faults.reset
    program.key(ENTER)
    await program.reads("If this code isn't accepted any more, it is used up.")
    store.verified = None
    program.key(ENTER)
    await program.reads("its answer was lost. It is used up. Use another one.")


@pytest.mark.parametrize("store", [["totp"]], indirect=False, ids=["totp"])
async def test_without_recovery_codes_none_is_offered(
    store: list[str], start: Start, server: FaultServer
) -> None:
    MfaStore(server, methods=store)
    program = await start()
    await connect(program, server.origin)
    await to_the_code(program)
    assert "Use a recovery code" not in program.buttons


async def test_with_recovery_codes_alone_one_is_asked_for_at_once(
    start: Start, server: FaultServer
) -> None:
    MfaStore(server, methods=["recovery_code"])
    program = await start()
    await connect(program, server.origin)
    program.fill("Email", MAYA)
    program.fill("Password", PASSWORD)
    program.key(ENTER)
    await until(lambda: program.is_there("recoveryCode"))
    assert "Use a code from the app" not in program.buttons
    program.type(RECOVERY)
    program.key(ENTER)
    await program.keys_page()


async def test_back_leads_to_the_password_and_nobody_is_signed_in(
    program: Program, store: MfaStore
) -> None:
    await to_the_code(program)
    program.type("48")
    program.press("Back to the password")
    password = program.field("Password", QLineEdit)
    assert password.hasFocus()
    assert password.text() == PASSWORD
    assert not program.is_there("code")
    assert program.find(QCheckBox, "keep").isVisible()
    await program.reads("Cancelled. You are not signed in.")
    edit = await to_the_code(program)
    assert edit.text() == ""
    assert store.challenges == 2


async def test_a_code_on_its_way_can_be_given_up(program: Program, store: MfaStore) -> None:
    edit = await to_the_code(program)
    store.verified = faults.never
    program.type(CODE)
    await until(lambda: program.is_there("cancel"))
    assert edit.isReadOnly()
    program.press(program.find(QPushButton, "cancel"))
    await until(lambda: program.is_there("password"))
    assert not program.is_there("code")


async def test_another_store_in_front_forgets_password_and_code(
    program: Program, store: MfaStore
) -> None:
    await to_the_code(program)
    program.type("48")
    with FaultServer() as other:
        behave(other)
        await connect(program, other.origin, name="Other")
        await until(lambda: program.is_there("password"))
        assert program.field("Password", QLineEdit).text() == ""
        assert not program.is_there("code")
        await program.signed_in(MAYA, PASSWORD)
        await program.keys_page()
    assert store.codes == []


async def test_the_keyboard_alone_goes_from_the_code_to_each_way_and_to_the_button(
    program: Program, store: MfaStore
) -> None:
    await to_the_code(program)
    met = []
    for _ in range(3):
        program.key(Qt.Key.Key_Tab)
        met.append(program.focus.objectName())
    assert met == ["code.switch", "code.back", "submit"]


async def test_a_low_window_shows_the_boxes_and_what_became_of_the_code(
    start: Start, store: MfaStore, qapp: QApplication
) -> None:
    with shown_in(Case("large text", font=20), qapp):
        program = await start()
        await connect(program, store.server.origin)
        program.window.resize(640, 400)
        await turns()
        edit = await to_the_code(program)
        await until(lambda: is_in_sight(edit))
        program.type("000000")
        await told(program, WRONG)
        await until(lambda: is_in_sight(program.find(QLabel, "code.error")))
        assert is_in_sight(edit)


async def test_a_low_window_scrolls_to_the_boxes_after_enter_beside_the_email(
    start: Start, store: MfaStore, qapp: QApplication
) -> None:
    with shown_in(Case("large text", font=20), qapp):
        program = await start()
        await connect(program, store.server.origin)
        program.window.resize(640, 400)
        await turns()
        program.fill("Password", PASSWORD)
        program.fill("Email", MAYA)
        place: QWidget | None = program.find(QLineEdit, "email")
        while not isinstance(place, QScrollArea):
            assert place is not None
            place = place.parentWidget()
        place.verticalScrollBar().setValue(0)
        program.key(ENTER)
        edit = await boxes(program)
        await until(lambda: is_in_sight(edit))


def is_in_sight(part: QWidget) -> bool:
    return part.visibleRegion().boundingRect() == part.rect()


async def test_no_code_is_in_the_log_or_in_an_address(program: Program, store: MfaStore) -> None:
    await to_the_code(program)
    program.type("271828")
    await told(program, WRONG)
    program.press("Use a recovery code")
    program.type(RECOVERY)
    program.key(ENTER)
    await program.keys_page()
    logged = program.log.text
    targets = "\n".join(request.target for request in store.server.requests)
    for secret in ("271828", RECOVERY, PASSWORD):
        assert secret not in logged + targets + program.window.windowTitle()
    kept = "".join(
        path.read_bytes().decode("latin-1") for path in program.folder.rglob("*") if path.is_file()
    )
    assert "271828" not in kept
    assert RECOVERY not in kept


# Over the page


async def test_an_ended_session_goes_on_with_password_and_code(
    program: Program, store: MfaStore
) -> None:
    await sign_in(program)
    server = store.server
    server.on("GET", KEYS, OVER)
    server.on("POST", REFRESH, OVER)
    program.key(Qt.Key.Key_R, CTRL)
    await program.dialog("signInAgain")
    await program.reads("Your session ended at ")
    behave_again(store)
    await to_the_code(program)
    program.type(CODE)
    await program.no_dialog()
    assert isinstance(state(program), SignedIn)
    assert store.codes == [CODE, CODE]


async def test_a_session_that_lacks_its_second_factor_says_so_and_asks_for_both(
    program: Program, store: MfaStore
) -> None:
    await sign_in(program)
    store.server.on("GET", KEYS, NO_FACTOR)
    refreshed = store.server.count("POST", REFRESH)
    program.key(Qt.Key.Key_R, CTRL)
    await program.dialog("signInAgain")
    words = program.find(QLabel, "again.text").text()
    assert re.match(r"At \d\d:\d\d the store asked for your second factor\.", words)
    assert store.server.count("POST", REFRESH) == refreshed
    behave_again(store)
    await to_the_code(program)
    program.press("Use a recovery code")
    program.type(RECOVERY)
    program.key(ENTER)
    await program.no_dialog()
    assert isinstance(state(program), SignedIn)


def behave_again(store: MfaStore) -> None:
    """The store takes sessions again, each with its second factor."""
    behave(store.server)
    store.server.on("POST", SIGN_IN, store.sign_in)


# At the lock


async def test_unlocking_takes_password_and_code(program: Program, store: MfaStore) -> None:
    await sign_in(program)
    program.key(Qt.Key.Key_L, CTRL)
    await until(lambda: program.is_there("unlock"))
    await to_the_code(program)
    assert isinstance(state(program), Locked)
    program.type(CODE)
    await until(lambda: program.window.workspace is not None)
    assert isinstance(state(program), SignedIn)


async def test_whoever_leaves_at_the_code_finds_an_empty_lock_again(
    program: Program, store: MfaStore
) -> None:
    await sign_in(program)
    program.key(Qt.Key.Key_L, CTRL)
    await until(lambda: program.is_there("unlock"))
    await to_the_code(program)
    await program.clock.advance(60)  # the phone is in another room
    assert program.is_there("code")
    await program.clock.advance(300)
    await until(lambda: program.is_there("password"))
    assert program.field("Password", QLineEdit).text() == ""
    assert not program.is_there("code")
    assert isinstance(state(program), Locked)


async def test_locking_again_at_the_code_begins_with_the_password(
    program: Program, store: MfaStore
) -> None:
    await sign_in(program)
    program.key(Qt.Key.Key_L, CTRL)
    await until(lambda: program.is_there("unlock"))
    await to_the_code(program)
    codes = list(store.codes)
    program.key(Qt.Key.Key_L, CTRL)
    await until(lambda: program.is_there("password"))
    assert program.field("Password", QLineEdit).text() == ""
    assert store.codes == codes


async def test_a_wrong_password_at_a_new_start_asks_for_the_password(
    program: Program, store: MfaStore
) -> None:
    await to_the_code(program)
    store.server.on(
        "POST", SIGN_IN, faults.refusal(401, "Invalid email or password", "unauthorized")
    )
    store.restart()
    program.type(CODE)
    await program.reads("Wrong email or password. Both are case-sensitive.")
    assert program.field("Password", QLineEdit).hasFocus()
    assert not program.is_there("code")


async def test_a_factor_that_is_switched_off_meanwhile_signs_in_without(
    program: Program, store: MfaStore
) -> None:
    await to_the_code(program)
    store.server.on("POST", SIGN_IN, faults.json_answer({"token": login_token()}))
    store.restart()
    QTest.keyClicks(program.focus, CODE)
    await program.keys_page()
