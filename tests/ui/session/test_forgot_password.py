"""A forgotten password: a mail is asked for, and of whatever is pasted only its token counts."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QGuiApplication
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

from medusa_console.domain.store import DEMO_EMAIL, DEMO_PASSWORD
from medusa_console.services.session import SignedIn
from medusa_console.ui.kit.centred import centred
from medusa_console.ui.kit.layout import column
from medusa_console.ui.session.sign_in_form import SignInForm
from tests.domain.test_other_secrets import jwt
from tests.ui.alone import OpenShop, Shop
from tests.ui.driving import A_MOMENT, CTRL, type_into
from tests.ui.wiretap import Wiretap, answer, held, lost, unknown_route
from tests.waiting import until

ASK = "/auth/user/emailpass/reset-password"
SET = "/auth/user/emailpass/update"
WAYS = "/auth/user/providers"
NEW = "a-new-password-canary"
PROMISE = "If an account with the email"


class Forgetful:
    """Somebody at the sign-in form who has forgotten the password."""

    def __init__(self, shop: Shop) -> None:
        self.shop = shop
        self.form = SignInForm(shop.tasks)
        shop.show(centred(column(self.form), 360), width=640, height=400)
        self.form.show_store(shop.store)
        self.form.use_services(shop.services)

    async def opens(self) -> None:
        self.button("forgotPassword").click()
        await until(lambda: self.is_there)

    @property
    def is_there(self) -> bool:
        dialogs = self.shop.window.findChildren(QDialog, "forgotPassword")
        return any(dialog.isVisible() for dialog in dialogs)

    def edit(self, name: str) -> QLineEdit:
        return self.shop.find(QLineEdit, name)

    def button(self, name: str) -> QPushButton:
        buttons = self.shop.window.findChildren(QPushButton, name)
        return next(button for button in reversed(buttons) if button.isVisible())

    def new_password(self, text: str = NEW) -> None:
        edits = self.shop.window.findChildren(QLineEdit, "password")
        (edit,) = [edit for edit in edits if isinstance(edit.window(), QDialog)]
        edit.setFocus()
        edit.selectAll()
        type_into(edit, text)

    def paste(self, text: str) -> None:
        QGuiApplication.clipboard().setText(text)
        edit = self.edit("token")
        edit.setFocus()
        QTest.keyClick(edit, Qt.Key.Key_V, CTRL)

    def enter(self) -> None:
        self.shop.clock.skip(A_MOMENT)  # the button guards against accidents
        self.button("submit").click()

    async def mailed(self) -> str:
        """The token of the latest mail that the shop has sent."""
        self.button("askForMail").click()
        await until(lambda: not self.button("askForMail").isEnabled())
        await until(self.button("askForMail").isEnabled)
        await self.shop.reads(PROMISE)
        token = (await self.shop.demo.events("auth.password_reset"))[-1]["token"]
        assert isinstance(token, str)
        return token

    async def signs_in(self, password: str) -> None:
        edit = self.edit("password")
        edit.setFocus()
        type_into(edit, password)
        QTest.keyClick(edit, Qt.Key.Key_Return)
        await until(lambda: isinstance(self.shop.services.session.state, SignedIn))


@pytest.fixture
async def someone(open_shop: OpenShop, tap: Wiretap) -> Forgetful:
    shop = await open_shop()
    await shop.services.session.sign_out()
    return Forgetful(shop)


def mail(token: str, host: str = "demo.invalid") -> str:
    return f"Hi,\n\nhttps://{host}/app/reset-password?token={token}&email=x\n\nBye\n"


@pytest.mark.parametrize("where", ["resetEmail", "askForMail"])
async def test_enter_beside_the_email_asks_for_the_mail(
    someone: Forgetful, tap: Wiretap, where: str
) -> None:
    await someone.opens()
    assert someone.edit("resetEmail").hasFocus()
    place = someone.shop.find(QWidget, where)
    place.setFocus()
    someone.shop.clock.skip(A_MOMENT)  # the button guards against accidents
    QTest.keyClick(place, Qt.Key.Key_Return)
    await someone.shop.reads(PROMISE)
    assert tap.count("POST", ASK) == 1
    assert "There is no link" not in someone.shop.words


async def test_the_demo_store_says_what_to_paste_as_no_mail_comes(someone: Forgetful) -> None:
    await someone.opens()
    await someone.shop.reads(f"password is {DEMO_PASSWORD}. It sends no mail. To try this, sign in")


async def test_from_the_mail_to_the_keys(someone: Forgetful, tap: Wiretap) -> None:
    await someone.opens()
    someone.paste(mail(await someone.mailed()))
    await someone.shop.reads(f"It is for {DEMO_EMAIL} and works until ")
    someone.new_password()
    someone.enter()
    await someone.shop.reads("The new password is set. Sign in with it.")
    await until(lambda: not someone.is_there)
    (sent,) = tap.asked("POST", SET)
    assert sent.body == b'{"password":"a-new-password-canary"}'
    assert someone.edit("email").text() == DEMO_EMAIL
    assert someone.edit("password").text() == ""
    assert someone.form.focusWidget() is someone.edit("password")
    page = someone.form.parentWidget()
    while not isinstance(page, QScrollArea):
        assert page is not None
        page = page.parentWidget()
    title = someone.shop.find(QLabel, "banner.title")
    view = page.viewport()
    await until(lambda: view.rect().contains(QRect(title.mapTo(view, QPoint()), title.size())))
    await someone.signs_in(NEW)


async def test_an_email_that_nobody_has_is_answered_alike_and_said_so(someone: Forgetful) -> None:
    await someone.opens()
    edit = someone.edit("resetEmail")
    edit.setText("nobody@demo.example")
    someone.button("askForMail").click()
    await someone.shop.reads("If an account with the email nobody@demo.example exists")
    assert await someone.shop.demo.events("auth.password_reset") == []


async def test_without_an_email_no_mail_is_asked_for(someone: Forgetful, tap: Wiretap) -> None:
    await someone.opens()
    someone.edit("resetEmail").setText(" ")
    someone.button("askForMail").click()
    await someone.shop.reads("Enter the email of your admin account.")
    assert tap.count("POST", ASK) == 0


async def test_the_demo_says_its_password(someone: Forgetful) -> None:
    await someone.opens()
    await someone.shop.reads(f"The demo store's password is {DEMO_PASSWORD}.")


async def test_an_empty_password_never_leaves(someone: Forgetful, tap: Wiretap) -> None:
    await someone.opens()
    someone.paste(await someone.mailed())
    someone.enter()
    await someone.shop.reads("Enter a password, or choose Generate.")
    assert tap.count("POST", SET) == 0
    someone.new_password()
    someone.enter()  # the token is still good
    await until(lambda: not someone.is_there)


def ending(**units: float) -> int:
    return int((datetime.now(UTC) + timedelta(**units)).timestamp())


RESET = {"entity_id": "jo@shop.example", "actor_type": "user", "purpose": "reset"}
WHOLE = jwt(**RESET, exp=ending(days=1))


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("Hi Jo,\nlook at https://shop.example/app", "There is no link or token in this text."),
        (WHOLE.rpartition(".")[0], "The end of this link is missing."),
        (jwt(**RESET, exp=ending(minutes=-10)), "This link expired on "),
        (jwt(**{**RESET, "actor_type": "customer"}, exp=ending(days=1)), "a customer's password"),
        (jwt(id="invite_1", email="jo@shop.example"), "This is an invite. Choose “Accept invite”"),
        (jwt(actor_id="user_1", actor_type="user"), "the session of someone who is signed in"),
        (jwt(sub="x"), "This token is for something else."),
    ],
)
async def test_what_is_no_link_for_a_new_password_is_told_apart_before_anything_is_sent(
    text: str, sentence: str, someone: Forgetful, tap: Wiretap
) -> None:
    await someone.opens()
    someone.paste(text)
    await someone.shop.reads(sentence)
    someone.new_password()
    someone.enter()
    await someone.shop.reads(sentence)
    assert tap.count("POST", SET) == 0
    assert text.split()[-1] not in someone.shop.words


async def test_a_link_of_another_address_is_said_before(someone: Forgetful) -> None:
    await someone.opens()
    someone.paste(mail(WHOLE, "other-shop.example:9000"))
    await someone.shop.reads("The link leads to other-shop.example:9000, and the token is going to")
    someone.paste(WHOLE)
    await until(lambda: "The link leads to" not in someone.shop.words)


async def test_a_token_that_was_used_is_told_at_its_field(someone: Forgetful) -> None:
    await someone.opens()
    first = await someone.mailed()
    await someone.mailed()  # which kills the first
    someone.paste(first)
    someone.new_password()
    someone.enter()
    await someone.shop.reads("Ask for a new mail.")
    error = someone.shop.find(QLabel, "token.error")
    assert "didn't accept this token" in error.text()
    assert someone.is_there


async def test_a_lost_answer_is_neither_yes_nor_no(someone: Forgetful, tap: Wiretap) -> None:
    await someone.opens()
    tap.on("POST", ASK, lost)
    someone.button("askForMail").click()
    await someone.shop.reads("The store didn't confirm that. Look for the mail before you ask")
    tap.on("POST", SET, lost)
    (mailed,) = await someone.shop.demo.events("auth.password_reset")
    someone.paste(mailed["token"])
    someone.new_password()
    someone.enter()
    await someone.shop.reads("The store didn't confirm that the new password is set.")
    assert tap.count("POST", SET) == 1
    someone.button("cancel").click()
    await until(lambda: not someone.is_there)
    someone.edit("password").clear()
    await someone.signs_in(NEW)


async def test_whoever_does_not_wait_is_told_that_it_may_be_set(
    someone: Forgetful, tap: Wiretap
) -> None:
    go = asyncio.Event()
    tap.on("POST", SET, held(go))
    await someone.opens()
    someone.paste(await someone.mailed())
    someone.new_password()
    someone.enter()
    await until(lambda: tap.count("POST", SET))
    someone.button("cancel").click()
    await someone.shop.reads("Stopped waiting. The new password may be set all the same")
    go.set()
    someone.button("cancel").click()
    await until(lambda: not someone.is_there)
    assert someone.shop.failures == []


async def test_what_is_no_medusa_gets_no_password(someone: Forgetful, tap: Wiretap) -> None:
    await someone.opens()
    someone.paste(WHOLE)
    someone.new_password()
    tap.on("GET", WAYS, answer(200, {"hello": "world"}))
    someone.enter()
    await until(lambda: someone.shop.find(QLabel, "formProblem").text())
    assert tap.count("POST", SET) == 0


async def test_a_store_without_the_route_says_so(someone: Forgetful, tap: Wiretap) -> None:
    tap.on("POST", ASK, unknown_route)
    await someone.opens()
    someone.button("askForMail").click()
    status = someone.shop.find(QLabel, "mail.status")
    await until(status.text)
    assert PROMISE not in status.text()


async def test_the_token_is_never_in_a_line_that_can_be_read(someone: Forgetful) -> None:
    await someone.opens()
    someone.paste(f"x {WHOLE} y")
    edit = someone.edit("token")
    assert edit.text() == WHOLE
    assert WHOLE not in edit.displayText()
    assert set(QLineEdit.text(edit)) == {"●"}
    for name in ("cancel",):
        someone.button(name).click()
    await until(lambda: not someone.is_there)
    for widget in QApplication.allWidgets():
        assert WHOLE not in f"{widget.accessibleName()} {widget.accessibleDescription()}"
        assert WHOLE not in widget.windowTitle()


async def test_asked_for_before_the_store_is_open_it_comes_then(open_shop: OpenShop) -> None:
    shop = await open_shop()
    await shop.services.session.sign_out()
    form = SignInForm(shop.tasks)
    shop.show(form)
    form.show_store(shop.store)
    shop.find(QPushButton, "forgotPassword").click()
    assert not shop.window.findChildren(QDialog)
    form.use_services(shop.services)
    await until(lambda: shop.window.findChildren(QDialog, "forgotPassword"))
