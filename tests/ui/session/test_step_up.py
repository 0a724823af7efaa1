"""The question who is there, before something that a session alone must not do."""

from __future__ import annotations

import asyncio
import json

import pytest
from pydantic import SecretStr
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QWidget,
)

from medusa_console.domain.errors import SignInNeeded
from medusa_console.domain.session import Session
from medusa_console.domain.store import DEMO_EMAIL, DEMO_PASSWORD
from medusa_console.services.session import Expired, Locked, SignedIn, SignedOut
from medusa_console.ui.kit.code_boxes import CodeBoxes
from tests.faults.medusa import mfa_login
from tests.ui.alone import OpenShop, Shop
from tests.ui.driving import type_into
from tests.ui.wiretap import SIGN_IN, Wiretap, answer, held, lost
from tests.waiting import until

ENTER = Qt.Key.Key_Return
VERIFY = "/auth/mfa/challenges/authmfachal_1/verify"
INVITE = "Invite sam@example.com"


class Asking:
    """What is asked before an action, and whether the action may go on."""

    def __init__(self, shop: Shop) -> None:
        self.shop = shop
        self.answers: list[bool] = []
        shop.show(QWidget())

    async def begin(self, action: str = INVITE) -> QDialog:
        async def ask() -> None:
            self.answers.append(await self.shop.context.confirm(action))

        self.shop.tasks.start(ask())
        await until(self.dialog)
        return self.shop.find(QDialog, "stepUp")

    def dialog(self) -> QDialog | None:
        return next((one for one in self.shop.window.findChildren(QDialog, "stepUp")), None)

    def enter(self, text: str) -> QLineEdit:
        edit = self.shop.find(QLineEdit, "password")
        edit.selectAll()
        type_into(edit, text)
        QTest.keyClick(edit, ENTER)
        return edit


def session_of(shop: Shop) -> Session:
    state = shop.services.session.state
    assert isinstance(state, SignedIn)
    return state.session


async def test_it_says_what_for_and_who_and_where_and_goes_on_with_a_new_session(
    open_shop: OpenShop, tap: Wiretap
) -> None:
    asking = Asking(await open_shop())
    before = session_of(asking.shop)
    dialog = await asking.begin()
    assert dialog.windowTitle() == "Confirm that it's you"
    assert asking.shop.find(QLabel, "stepUp.action").text() == INVITE
    account = asking.shop.find(QLabel, "stepUp.account").text()
    assert account == f"Enter the password for {DEMO_EMAIL} at Demo store."
    assert asking.shop.find(QLineEdit, "password").hasFocus()
    asking.enter(DEMO_PASSWORD)
    await until(lambda: asking.answers)
    assert asking.answers == [True]
    assert session_of(asking.shop) is not before
    sent = tap.asked("POST", SIGN_IN)[-1]
    assert json.loads(sent.body) == {"email": DEMO_EMAIL, "password": DEMO_PASSWORD}


async def test_a_wrong_password_is_told_and_can_be_typed_anew(open_shop: OpenShop) -> None:
    asking = Asking(await open_shop())
    await asking.begin()
    edit = asking.enter("wrong")
    await asking.shop.reads("Wrong password. It is case-sensitive.")
    assert (asking.answers, edit.selectionLength()) == ([], len("wrong"))
    asking.enter(DEMO_PASSWORD)
    await until(lambda: asking.answers)
    assert asking.answers == [True]


async def test_whoever_thinks_better_of_it_has_changed_nothing(
    open_shop: OpenShop, tap: Wiretap
) -> None:
    asking = Asking(await open_shop())
    before, asked = session_of(asking.shop), tap.count("POST", SIGN_IN)
    await asking.begin()
    asking.shop.find(QPushButton, "later").click()
    await until(lambda: asking.answers)
    assert asking.answers == [False]
    assert session_of(asking.shop) is before
    assert tap.count("POST", SIGN_IN) == asked


async def test_the_second_factor_is_asked_for_as_well(open_shop: OpenShop, tap: Wiretap) -> None:
    asking = Asking(await open_shop())
    shop, before = asking.shop, session_of(asking.shop)
    tap.on("POST", SIGN_IN, answer(200, mfa_login(id="authmfachal_1")))
    wrong = {"type": "not_allowed", "message": "Invalid MFA challenge code"}
    tap.on("POST", VERIFY, answer(400, wrong))
    await asking.begin()
    asking.enter(DEMO_PASSWORD)
    await until(lambda: any(one.hasFocus() for one in shop.window.findChildren(CodeBoxes)))
    boxes = shop.find(QLineEdit, "code")
    type_into(boxes, "000000")
    await shop.reads("Wrong code. 4 attempts left.")
    await until(lambda: not boxes.isReadOnly())
    assert (asking.answers, session_of(shop)) == ([], before)
    tap.on("POST", VERIFY, answer(200, {"token": before.token.get_secret_value()}))
    type_into(boxes, "481516")
    await until(lambda: asking.answers)
    assert asking.answers == [True]
    assert session_of(shop) is not before


async def test_in_the_lowest_window_a_wrong_code_is_told_where_it_is_seen(
    open_shop: OpenShop, tap: Wiretap
) -> None:
    asking = Asking(await open_shop())
    shop = asking.shop
    shop.window.resize(640, 400)
    tap.on("POST", SIGN_IN, answer(200, mfa_login(id="authmfachal_1")))
    wrong = {"type": "not_allowed", "message": "Invalid MFA challenge code"}
    tap.on("POST", VERIFY, answer(400, wrong))
    dialog = await asking.begin("Give Sam these roles: " + ", ".join(["Key manager"] * 20))
    asking.enter(DEMO_PASSWORD)
    await until(lambda: any(one.hasFocus() for one in shop.window.findChildren(CodeBoxes)))
    assert shop.find(QLabel, "stepUp.account").text() == f"{DEMO_EMAIL} · Demo store"
    type_into(shop.find(QLineEdit, "code"), "000000")
    told = shop.find(QLabel, "code.error")
    (area,) = dialog.findChildren(QScrollArea)
    view = area.viewport()
    await until(lambda: view.rect().contains(QRect(told.mapTo(view, QPoint()), told.size())))
    await shop.reads("Wrong code. 4 attempts left.")


async def test_a_lost_answer_is_no_yes(open_shop: OpenShop, tap: Wiretap) -> None:
    asking = Asking(await open_shop())
    before = session_of(asking.shop)
    await asking.begin()
    tap.on("POST", SIGN_IN, lost)
    asking.enter(DEMO_PASSWORD)
    await until(asking.shop.find(QLabel, "formProblem").isVisible)
    assert asking.answers == []
    assert session_of(asking.shop) is before


async def test_another_accounts_session_is_no_yes(open_shop: OpenShop, tap: Wiretap) -> None:
    shop = await open_shop("reader@demo.example")
    others = session_of(shop).token.get_secret_value()
    await shop.services.session.sign_out()
    await shop.services.session.sign_in(DEMO_EMAIL, SecretStr(DEMO_PASSWORD), keep=False)
    asking, before = Asking(shop), session_of(shop)
    await asking.begin()
    tap.on("POST", SIGN_IN, answer(200, {"token": others}))
    asking.enter(DEMO_PASSWORD)
    await shop.reads("This email belongs to another account by now.")
    assert asking.answers == []
    assert session_of(shop) is before


@pytest.mark.parametrize("way", ["lock", "sign out", "expire"])
async def test_the_end_of_the_session_ends_the_question(
    way: str, open_shop: OpenShop, tap: Wiretap
) -> None:
    asking = Asking(await open_shop())
    session = asking.shop.services.session
    await asking.begin()
    go = asyncio.Event()
    tap.on("POST", SIGN_IN, held(go))
    asked = tap.count("POST", SIGN_IN)
    asking.enter(DEMO_PASSWORD)
    await until(lambda: tap.count("POST", SIGN_IN) > asked)
    if way == "lock":
        session.lock()
    elif way == "sign out":
        await session.sign_out()
    else:
        tap.end_session()
        with pytest.raises(SignInNeeded):
            await asking.shop.services.users.me()
    await until(lambda: asking.answers)
    assert asking.answers == [False]
    go.set()
    await until(lambda: asking.dialog() is None)
    expected = {"lock": Locked, "sign out": SignedOut, "expire": Expired}[way]
    assert isinstance(session.state, expected)


async def test_without_a_session_nobody_is_asked(open_shop: OpenShop) -> None:
    asking = Asking(await open_shop())
    await asking.shop.services.session.sign_out()
    with pytest.raises(SignInNeeded):
        await asking.shop.context.confirm(INVITE)
    assert asking.dialog() is None


async def test_it_lies_over_the_dialog_that_asks_for_it(open_shop: OpenShop) -> None:
    asking = Asking(await open_shop())
    page = asking.shop.window.centralWidget()
    over = QDialog(page)
    over.open()
    await until(lambda: QApplication.activeModalWidget() is over)
    dialog = await asking.begin()
    assert dialog.parentWidget() is over
    dialog.reject()
    await until(lambda: asking.answers)
    over.close()
