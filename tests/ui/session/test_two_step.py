"""My account > Two-step sign-in: set up, recovery codes, turned off, and whatever gets in the
way."""

from __future__ import annotations

import asyncio
import logging
from pathlib import Path

import pytest
from pydantic import SecretStr
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QCheckBox,
    QFileDialog,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QWidget,
)

from medusa_console.demo.ways_in import WaysIn
from medusa_console.domain.errors import MfaRequired
from medusa_console.domain.store import DEMO_EMAIL, DEMO_PASSWORD
from medusa_console.services.session import Locked
from medusa_console.ui.kit.qr_code import QrCode
from medusa_console.ui.kit.secret_field import SecretField
from tests.ui.alone import OpenShop
from tests.ui.session.two_steps import TwoSteps
from tests.ui.wiretap import Wiretap, answer, broken, held, lost, unknown_route
from tests.waiting import until

FACTORS, CODES = "/auth/mfa/factors", "/auth/mfa/recovery-codes"
VERIFY = f"{FACTORS}/[^/]+/verify"
ONE = f"{FACTORS}/[^/]+"
OFF = "Off. Your password alone signs you in."
ON = "On. After your password you are asked for a code from your app, or a recovery code."


def inner(code: QrCode) -> QImage:
    """What is drawn, without the ground that shows around it."""
    whole = code.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    return whole.copy(QRect(whole.rect()).adjusted(12, 12, -12, -12))


async def opened(open_shop: OpenShop, told: str = OFF) -> TwoSteps:
    steps = TwoSteps(await open_shop())
    await steps.open(told=told)
    return steps


async def save_as(steps: TwoSteps, file: Path) -> None:
    """Choose the file in the dialog that is about to come."""
    await until(lambda: isinstance(steps.front, QFileDialog))
    edit = steps.front.findChildren(QLineEdit, "fileNameEdit")[0]
    edit.setText(str(file))
    QTest.keyClick(edit, Qt.Key.Key_Return)


async def test_it_is_set_up_with_an_app_and_recovery_codes_and_then_asked_for(
    open_shop: OpenShop,
) -> None:
    steps = await opened(open_shop)
    codes = await steps.turn_on()
    assert steps.asked == ["Set up two-step sign-in"]
    assert steps.text("twoStep.text") == ON
    assert "Authenticator app" in steps.shop.words
    assert DEMO_EMAIL in steps.shop.words
    assert not steps.offers("twoStep.setUp")
    assert len(set(codes)) == 10
    session = steps.shop.services.session
    await session.sign_out()
    with pytest.raises(MfaRequired):
        await session.sign_in(DEMO_EMAIL, SecretStr(DEMO_PASSWORD), keep=False)


async def test_the_keyboard_goes_on_where_it_was(open_shop: OpenShop) -> None:
    steps = await opened(open_shop)
    steps.part(QPushButton, "twoStep.setUp").setFocus()
    await steps.turn_on()
    assert steps.dialog.focusWidget() is steps.part(QPushButton, "twoStep.codes")
    steps.part(QPushButton, "twoStep.off").setFocus()
    steps.press("twoStep.off")
    await until(lambda: steps.offers("twoStep.setUp"))
    assert steps.dialog.focusWidget() is steps.part(QPushButton, "twoStep.setUp")


async def test_enter_presses_the_button_that_has_the_focus(open_shop: OpenShop) -> None:
    steps = await opened(open_shop)
    QTest.keyClick(steps.part(QPushButton, "twoStep.setUp"), Qt.Key.Key_Return)
    await until(lambda: steps.is_front("setUpTwoStep"))
    copy = steps.part(QPushButton, "copySecret")
    copy.setFocus()
    steps.shop.clock.skip(1)  # it guards against accidents
    QTest.keyClick(copy, Qt.Key.Key_Return)
    assert steps.shop.copy.read().text is not None
    assert not steps.part(QLabel, "code.error").isVisible()


async def test_enter_on_done_closes_once_the_codes_are_in_another_place(
    open_shop: OpenShop,
) -> None:
    steps = await opened(open_shop)
    await steps.press_for("twoStep.setUp", "setUpTwoStep")
    steps.copy_secret()
    steps.enter(steps.code())
    await until(lambda: steps.is_front("recoveryCodes"))
    assert "Two-step sign-in is on. Each of these codes" in steps.shop.words
    assert "Earlier ones" not in steps.shop.words
    steps.press("copyCodes")
    done = steps.part(QPushButton, "done")
    done.setFocus()
    steps.shop.clock.skip(1)  # it guards against accidents
    QTest.keyClick(done, Qt.Key.Key_Return)
    await until(lambda: steps.is_front("myAccount"))
    await steps.press_for("twoStep.codes", "recoveryCodes")
    assert "Earlier ones no longer work." in steps.shop.words


async def test_the_own_session_is_said_to_be_one_from_before(open_shop: OpenShop) -> None:
    steps = await opened(open_shop)
    await steps.turn_on()
    assert "This one is one of them: sign out" in steps.text("twoStep.before")


async def test_the_picture_holds_the_store_and_the_account_for_the_app(
    open_shop: OpenShop,
) -> None:
    steps = await opened(open_shop)
    await steps.press_for("twoStep.setUp", "setUpTwoStep")
    drawn = steps.part(QrCode, "qrCode")
    await until(lambda: drawn.is_drawn)
    secret = steps.copy_secret()
    address = f"otpauth://totp/Demo%20store:{DEMO_EMAIL}?secret={secret}&issuer=Demo%20store"
    wanted = QrCode("")
    wanted.resize(drawn.size())
    await wanted.show_text(SecretStr(address))
    assert inner(drawn) == inner(wanted)


async def test_all_of_the_picture_can_be_in_sight_in_the_lowest_window(
    open_shop: OpenShop,
) -> None:
    steps = await opened(open_shop)
    steps.shop.window.resize(640, 400)
    dialog = await steps.press_for("twoStep.setUp", "setUpTwoStep")
    (area,) = dialog.findChildren(QScrollArea)
    drawn = steps.part(QrCode, "qrCode")
    await until(lambda: drawn.height() > 0 and area.viewport().height() < 300)
    assert drawn.height() <= area.viewport().height()


async def test_the_secret_is_read_in_groups_and_hidden_once_it_is_copied(
    open_shop: OpenShop,
) -> None:
    steps = await opened(open_shop)
    await steps.press_for("twoStep.setUp", "setUpTwoStep")
    field = steps.part(SecretField, "secretField")
    assert field.accessibleName() == "Secret, hidden"
    steps.press("showSecret")
    shown = field.accessibleName()
    steps.press("copySecret")
    assert field.accessibleName() == "Secret, hidden"
    copied = steps.shop.copy.read().text
    assert copied is not None
    assert shown.replace(" ", "") == copied.get_secret_value()
    assert [len(group) for group in shown.split(" ")] == [4] * 8


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("", "A code has six digits."),
        ("12345", "A code has six digits."),
        ("letters", "A code has only digits."),
    ],
)
async def test_what_is_no_code_is_said_beside_the_field_and_not_sent(
    open_shop: OpenShop, tap: Wiretap, typed: str, told: str
) -> None:
    steps = await opened(open_shop)
    await steps.press_for("twoStep.setUp", "setUpTwoStep")
    steps.enter(typed)
    if typed != "letters":
        steps.press("submit")
    assert told in steps.text("code.error")
    assert tap.count("POST", VERIFY) == 0


async def test_a_code_with_spaces_one_step_early_or_late_is_taken(
    open_shop: OpenShop, tap: Wiretap
) -> None:
    steps = await opened(open_shop)
    await steps.press_for("twoStep.setUp", "setUpTwoStep")
    steps.copy_secret()
    code = steps.code(steps=1)
    steps.enter(f" {code[:3]} {code[3:]} ")
    await until(lambda: steps.is_front("recoveryCodes"))
    assert code.encode() in tap.asked("POST", VERIFY)[-1].body


async def test_a_wrong_code_is_said_beside_the_field_and_nothing_is_lost(
    open_shop: OpenShop,
) -> None:
    steps = await opened(open_shop)
    dialog = await steps.press_for("twoStep.setUp", "setUpTwoStep")
    steps.copy_secret()
    late = steps.code(steps=-3)
    steps.enter(late)
    await until(lambda: steps.text("code.error").startswith("Wrong code."))
    assert dialog.isVisible()
    edit = steps.part(QLineEdit, "code")
    assert (edit.text(), edit.hasFocus()) == ("", True)
    steps.enter(steps.code())
    await until(lambda: steps.is_front("recoveryCodes"))


async def test_whoever_cancels_leaves_nothing_behind(open_shop: OpenShop, tap: Wiretap) -> None:
    steps = await opened(open_shop)
    await steps.press_for("twoStep.setUp", "setUpTwoStep")
    steps.press("cancel")
    await until(lambda: steps.is_front("myAccount") and steps.offers("twoStep.setUp"))
    assert tap.count("DELETE", ONE) == 1
    assert (await steps.state()).factors == ()


async def test_without_proof_of_who_is_there_nothing_is_sent(
    open_shop: OpenShop, tap: Wiretap
) -> None:
    steps = await opened(open_shop)
    steps.confirms = False
    steps.press("twoStep.setUp")
    await until(lambda: steps.asked and steps.offers("twoStep.setUp"))
    assert steps.asked == ["Set up two-step sign-in"]
    assert tap.count("POST", FACTORS) == 0


async def test_a_set_up_of_an_earlier_run_is_told_and_removed_before_a_new_one(
    open_shop: OpenShop, tap: Wiretap
) -> None:
    shop = await open_shop()
    await shop.services.two_step.begin(DEMO_EMAIL)
    steps = TwoSteps(shop)
    await steps.open(told="A set-up was begun on")
    assert OFF in steps.text("twoStep.text")
    codes = await steps.turn_on()
    assert "The unfinished set-up is removed first." in steps.asked[0]
    assert [one.method for one in tap.requests if one.path.startswith(f"{FACTORS}/")] == [
        "DELETE",
        "POST",
    ]
    assert codes


async def test_a_server_without_a_key_for_it_is_told_as_such(open_shop: OpenShop) -> None:
    shop = await open_shop()
    await shop.demo.let_in(WaysIn(encryption_key=False))
    steps = TwoSteps(shop)
    await steps.open(told=OFF)
    steps.press("twoStep.setUp")
    await shop.reads("Two-step sign-in is not available on this server")
    assert "mfa.encryption_key" in steps.text("twoStep.text")
    assert not steps.offers("twoStep.setUp")


async def test_a_server_whose_codes_cannot_be_entered_here_is_told_as_such(
    open_shop: OpenShop, tap: Wiretap
) -> None:
    steps = await opened(open_shop)
    secret = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"
    begun = {
        "mfa_factor": {"id": "authmfa_01", "provider": "totp", "status": "pending"},
        "secret": secret,
        "otpauth_url": f"otpauth://totp/Medusa:me?secret={secret}&digits=8",
    }
    tap.on("POST", FACTORS, answer(200, begun))
    steps.press("twoStep.setUp")
    await steps.shop.reads("Its codes have more than six digits")
    assert steps.is_front("myAccount")
    assert not steps.offers("twoStep.setUp")


async def test_a_server_that_is_too_old_for_it_is_told_as_such(
    open_shop: OpenShop, tap: Wiretap
) -> None:
    tap.on("GET", FACTORS, unknown_route)
    steps = await opened(open_shop, "It comes with Medusa 2.15.3 or newer")
    assert not steps.offers("twoStep.setUp")
    assert not steps.offers("twoStep.again")


async def test_a_list_that_does_not_come_can_be_asked_for_again(
    open_shop: OpenShop, tap: Wiretap
) -> None:
    tap.on("GET", FACTORS, broken)
    steps = await opened(open_shop, "returned an error (")
    await until(lambda: steps.offers("twoStep.again"))
    assert not steps.offers("twoStep.setUp")
    tap.calm()
    steps.press("twoStep.again")
    await steps.shop.reads(OFF)
    assert not steps.part(QLabel, "twoStep.problem").isVisible()


async def test_a_secret_whose_answer_was_lost_is_not_shown_and_the_next_set_up_is_a_new_one(
    open_shop: OpenShop, tap: Wiretap
) -> None:
    steps = await opened(open_shop)
    tap.on("POST", FACTORS, lost, once=True)
    steps.press("twoStep.setUp")
    await steps.shop.reads("Not confirmed")
    assert tap.count("POST", FACTORS) == 1
    await steps.turn_on()
    assert len((await steps.state()).factors) == 1


async def test_a_code_whose_answer_was_lost_but_that_counted_goes_on_to_the_recovery_codes(
    open_shop: OpenShop, tap: Wiretap
) -> None:
    steps = await opened(open_shop)
    tap.on("POST", VERIFY, lost, once=True)
    await steps.turn_on()
    assert tap.count("POST", VERIFY) == 1
    assert steps.text("twoStep.text") == ON


async def test_a_code_that_never_arrived_is_neither_on_nor_wrong(
    open_shop: OpenShop, tap: Wiretap
) -> None:
    steps = await opened(open_shop)
    await steps.press_for("twoStep.setUp", "setUpTwoStep")
    steps.copy_secret()
    tap.on("POST", VERIFY, broken, once=True)
    steps.enter(steps.code())
    await steps.shop.reads("two-step sign-in is not on yet. Enter the code")
    assert tap.count("POST", VERIFY) == 1
    steps.enter(steps.code())
    await until(lambda: steps.is_front("recoveryCodes"))


async def test_new_recovery_codes_are_made_and_the_old_ones_said_to_be_dead(
    open_shop: OpenShop,
) -> None:
    steps = await opened(open_shop)
    first = await steps.turn_on()
    await steps.press_for("twoStep.codes", "recoveryCodes")
    assert steps.asked[-1] == "Make new recovery codes. The ones you have will stop working."
    steps.press("copyCodes")
    copied = steps.shop.copy.read().text
    assert copied is not None
    assert not set(first) & set(copied.get_secret_value().split("\n"))


async def test_recovery_codes_whose_answer_was_lost_are_called_dead_and_others_are_made(
    open_shop: OpenShop, tap: Wiretap
) -> None:
    steps = await opened(open_shop)
    await steps.turn_on()
    tap.on("POST", CODES, lost, once=True)
    steps.press("twoStep.codes")
    await steps.shop.reads("The old codes are dead and the new ones were not seen. Make others.")
    await until(lambda: steps.offers("twoStep.codes"))
    assert tap.count("POST", CODES) == 2
    assert steps.part(QPushButton, "twoStep.codes").text() == "Make other recovery codes…"
    await steps.press_for("twoStep.codes", "recoveryCodes")
    assert tap.count("POST", CODES) == 3
    steps.press("copyCodes")
    steps.press("done")
    await until(lambda: steps.offers("twoStep.codes"))
    assert steps.part(QPushButton, "twoStep.codes").text() == "New recovery codes…"
    assert not steps.part(QLabel, "twoStep.problem").isVisible()


async def test_first_recovery_codes_that_are_refused_leave_it_on_and_say_so(
    open_shop: OpenShop, tap: Wiretap
) -> None:
    steps = await opened(open_shop)
    refusal = {"type": "not_allowed", "message": "Not today"}
    tap.on("POST", CODES, answer(400, refusal), once=True)
    await steps.press_for("twoStep.setUp", "setUpTwoStep")
    steps.copy_secret()
    steps.enter(steps.code())
    await steps.shop.reads("Two-step sign-in is on, without recovery codes.")
    assert steps.text("twoStep.text") == ON
    await until(lambda: steps.offers("twoStep.codes"))


async def test_the_dialog_stays_while_an_answer_is_awaited_that_comes_once(
    open_shop: OpenShop, tap: Wiretap
) -> None:
    steps = await opened(open_shop)
    await steps.turn_on()
    go = asyncio.Event()
    tap.on("POST", CODES, held(go), once=True)
    steps.press("twoStep.codes")
    await until(lambda: tap.count("POST", CODES) == 2)
    QTest.keyClick(steps.dialog, Qt.Key.Key_Escape)
    steps.press("close")
    assert steps.dialog.isVisible()
    go.set()
    await until(lambda: steps.is_front("recoveryCodes"))


async def test_it_is_turned_off_with_the_session_alone_where_the_server_wants_no_more(
    open_shop: OpenShop, tap: Wiretap
) -> None:
    steps = await opened(open_shop)
    await steps.turn_on()
    steps.press("twoStep.off")
    await steps.shop.reads(OFF)
    action = "Turn off two-step sign-in. After that, your password alone signs you in."
    assert steps.asked[-1] == action
    await until(lambda: steps.offers("twoStep.setUp"))
    assert (await steps.state()).factors == ()


@pytest.mark.parametrize("by_recovery_code", [False, True])
async def test_a_server_that_wants_a_code_for_that_gets_one(
    open_shop: OpenShop, tap: Wiretap, by_recovery_code: bool
) -> None:
    steps = await opened(open_shop)
    await steps.shop.demo.let_in(WaysIn(disable_policy="challenge"))
    codes = await steps.turn_on()
    await steps.press_for("twoStep.off", "turnOffCode")
    sent = tap.count("DELETE", ONE)
    for odd in ("", "12 34", "no code at all"):
        steps.enter(odd)
        steps.press("submit")
        assert "or a recovery code" in steps.text("code.error")
    assert tap.count("DELETE", ONE) == sent
    steps.enter(steps.code(steps=-5))
    steps.press("submit")
    await until(lambda: steps.text("code.error").startswith("Wrong code."))
    steps.enter(f" {codes[3]} " if by_recovery_code else steps.code())
    steps.press("submit")
    await steps.shop.reads(OFF)
    assert steps.is_front("myAccount")


async def test_a_turning_off_whose_answer_was_lost_is_looked_at(
    open_shop: OpenShop, tap: Wiretap
) -> None:
    steps = await opened(open_shop)
    await steps.turn_on()
    tap.on("DELETE", ONE, broken, once=True)
    steps.press("twoStep.off")
    await steps.shop.reads("two-step sign-in was still on at")
    assert steps.text("twoStep.text") == ON
    tap.on("DELETE", ONE, lost, once=True)
    await until(lambda: steps.offers("twoStep.off"))
    steps.press("twoStep.off")
    await steps.shop.reads(OFF)
    assert tap.count("DELETE", ONE) == 2


async def test_a_lock_takes_the_secret_away_and_the_set_up_after_it(
    open_shop: OpenShop, tap: Wiretap
) -> None:
    steps = await opened(open_shop)
    dialog = await steps.press_for("twoStep.setUp", "setUpTwoStep")
    session = steps.shop.services.session
    session.lock()
    assert isinstance(session.state, Locked)
    assert not dialog.isVisible()
    await session.unlock(SecretStr(DEMO_PASSWORD))
    await until(lambda: steps.is_front("myAccount") and steps.offers("twoStep.setUp"))
    assert tap.count("DELETE", ONE) == 1


async def test_a_lock_takes_the_codes_away_and_says_what_to_do(open_shop: OpenShop) -> None:
    steps = await opened(open_shop)
    await steps.set_up()
    dialog = steps.front
    session = steps.shop.services.session
    session.lock()
    assert not dialog.isVisible()
    await steps.shop.reads("If you have not saved them, make others.")


async def test_the_codes_leave_only_when_they_are_saved(
    open_shop: OpenShop, tmp_path: Path
) -> None:
    steps = await opened(open_shop)
    await steps.press_for("twoStep.setUp", "setUpTwoStep")
    steps.copy_secret()
    steps.enter(steps.code())
    await until(lambda: steps.is_front("recoveryCodes"))
    field = steps.part(SecretField, "secretField")
    assert field.accessibleName() == "Recovery codes, hidden"
    assert not steps.offers("done")
    QTest.keyClick(steps.front, Qt.Key.Key_Escape)
    assert "Copy or save the codes" in steps.text("codesProblem")
    steps.press("showSecret")
    codes = field.accessibleName()
    assert len(codes.split("\n")) == 10
    steps.press("saveCodes")
    await save_as(steps, tmp_path / "codes.txt")
    await until(lambda: (tmp_path / "codes.txt").exists() and steps.is_front("recoveryCodes"))
    await steps.shop.reads("Saved to codes.txt.")
    text = (tmp_path / "codes.txt").read_text()
    assert text.startswith(f"Recovery codes of {DEMO_EMAIL} at Demo store.")
    assert codes in text
    assert field.accessibleName() == "Recovery codes, hidden"
    steps.press("done")
    await until(lambda: steps.is_front("myAccount"))


async def test_codes_that_cannot_be_saved_stay_with_the_reason(
    open_shop: OpenShop, tmp_path: Path
) -> None:
    steps = await opened(open_shop)
    await steps.press_for("twoStep.setUp", "setUpTwoStep")
    steps.copy_secret()
    steps.enter(steps.code())
    await until(lambda: steps.is_front("recoveryCodes"))
    steps.press("saveCodes")
    await save_as(steps, tmp_path / "gone" / "codes.txt")
    await until(lambda: steps.is_front("recoveryCodes") and steps.text("codesProblem"))
    assert not steps.offers("done")
    steps.part(QCheckBox, "stored").click()
    assert steps.offers("done")


async def test_no_secret_and_no_code_is_found_where_it_does_not_belong(
    open_shop: OpenShop, tap: Wiretap, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    steps = await opened(open_shop)
    codes = await steps.turn_on()
    steps.press("twoStep.off")
    await steps.shop.reads(OFF)
    told = [caplog.text, repr(steps.shop.failures)]
    told += [f"{one.path}?{one.query}" for one in tap.requests]
    for part in steps.shop.window.findChildren(QWidget):
        told += [part.windowTitle(), part.accessibleName(), part.accessibleDescription()]
        told.append(part.toolTip())
    found = "\n".join(told)
    assert not [code for code in (steps.secret, *codes) if code in found]
