"""What somebody was in the middle of, at a way in, when the computer was locked: nothing of it
stays, and what arrives behind the lock is not kept for whoever comes next."""

from __future__ import annotations

import asyncio

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit

from medusa_console.demo.ways_in import WaysIn
from medusa_console.domain.errors import SignInNeeded
from tests.domain.test_other_secrets import jwt
from tests.ui.alone import OpenShop
from tests.ui.driving import Program, type_into
from tests.ui.running import Start
from tests.ui.session.test_sign_in_places import at_the_demo_stores_form
from tests.ui.session.two_steps import TwoSteps
from tests.ui.wiretap import Wiretap, held
from tests.waiting import until

REGISTER, SET = "/auth/user/emailpass/register", "/auth/user/emailpass/update"
CODES, FACTORS = "/auth/mfa/recovery-codes", "/auth/mfa/factors"
PASSWORD = "a-password-canary-5ec2e7"
END = 4_000_000_000
INVITE = jwt(id="invite_01M", email="jo@shop.example", exp=END)
RESET = jwt(entity_id="jo@shop.example", actor_type="user", purpose="reset", exp=END)


def typed() -> set[str]:
    """All that stands in a line of any window, shown or not."""
    lines = [line for line in QApplication.allWidgets() if isinstance(line, QLineEdit)]
    return {line.text() for line in lines}


async def fill(program: Program, dialog: QDialog, token: str) -> None:
    program.paste(dialog.findChildren(QLineEdit, "token")[0], token)
    edit = dialog.findChildren(QLineEdit, "password")[0]
    edit.setFocus()
    type_into(edit, PASSWORD)


@pytest.mark.parametrize(
    ("link", "name", "token", "route"),
    [("Accept invite", "acceptInvite", INVITE, REGISTER),
     ("Forgot password?", "forgotPassword", RESET, SET)],
)  # fmt: skip
async def test_a_password_and_a_token_on_their_way_do_not_stay_in_front_of_a_lock(
    start: Start, tap: Wiretap, link: str, name: str, token: str, route: str
) -> None:
    program = await at_the_demo_stores_form(start)
    go = asyncio.Event()
    tap.on("POST", route, held(go))
    program.press(link)
    await fill(program, await program.dialog(name), token)
    program.clock.skip(1)
    program.key(Qt.Key.Key_Return)
    await until(lambda: tap.count("POST", route))
    assert {token, PASSWORD} <= typed()
    program.presence.leaves()
    go.set()
    await program.no_dialog()
    assert typed().isdisjoint({token, PASSWORD})


async def on(open_shop: OpenShop) -> tuple[TwoSteps, list[str]]:
    """Somebody in My account, with two-step sign-in, and the recovery codes."""
    steps = TwoSteps(await open_shop())
    await steps.open()
    return steps, await steps.turn_on()


async def test_a_recovery_code_that_was_typed_does_not_stay_behind_a_lock(
    open_shop: OpenShop,
) -> None:
    steps, codes = await on(open_shop)
    await steps.shop.demo.let_in(WaysIn(disable_policy="challenge"))
    await steps.press_for("twoStep.off", "turnOffCode")
    steps.enter(codes[0])
    assert codes[0] in typed()
    steps.shop.services.session.lock()
    await until(lambda: steps.is_front("myAccount"))
    assert codes[0] not in typed()


async def test_recovery_codes_that_come_behind_a_lock_are_not_kept(
    open_shop: OpenShop, tap: Wiretap
) -> None:
    steps, _ = await on(open_shop)
    go = asyncio.Event()
    tap.on("POST", CODES, held(go), once=True)
    steps.press("twoStep.codes")
    await until(lambda: tap.count("POST", CODES) == 2)
    steps.shop.services.session.lock()
    go.set()
    await until(lambda: not steps.shop.services.writes.busy)
    await steps.shop.reads("The recovery codes are hidden since the lock.")
    assert steps.is_front("myAccount")


async def test_a_secret_for_an_app_that_comes_after_the_session_is_not_kept(
    open_shop: OpenShop, tap: Wiretap
) -> None:
    steps = TwoSteps(await open_shop())
    await steps.open()
    go = asyncio.Event()
    tap.on("POST", FACTORS, held(go), once=True)
    await until(lambda: steps.offers("twoStep.setUp"))
    steps.press("twoStep.setUp")
    await until(lambda: tap.count("POST", FACTORS))
    session = steps.shop.services.session
    session.lock()
    await session.sign_out()
    go.set()
    await until(lambda: steps.shop.failures)  # the set-up cannot be removed any more
    assert isinstance(steps.shop.failures[0].error, SignInNeeded)
    assert steps.is_front("myAccount")
