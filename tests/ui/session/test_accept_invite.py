"""An invite is accepted in the window: pasted, registered, accepted, signed in; also when an answer
is lost in the middle."""

from __future__ import annotations

import uuid

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLabel, QLineEdit, QPushButton, QWidget

from medusa_console.domain.store import DEMO_EMAIL
from medusa_console.services.session import SignedIn
from medusa_console.ui.session.sign_in_form import SignInForm
from tests.domain.test_other_secrets import RESET, SESSION, jwt
from tests.ui.alone import OpenShop, Shop
from tests.ui.driving import A_MOMENT, CTRL, type_into
from tests.ui.wiretap import Wiretap, broken, lost
from tests.waiting import until

REGISTER = "/auth/user/emailpass/register"
ACCEPT = "/admin/invites/accept"
SIGN_IN = "/auth/user/emailpass"
PASSWORD = "a-password-of-a-newcomer"


class Newcomer:
    """Somebody who was sent an invite."""

    def __init__(self, shop: Shop, token: str, email: str) -> None:
        self.shop = shop
        self.token = token
        self.email = email
        form = SignInForm(shop.tasks)
        shop.show(form, width=640, height=700)
        form.show_store(shop.store)
        form.use_services(shop.services)

    async def opens(self, text: str = "") -> None:
        self.button("acceptInvite").click()
        await until(lambda: self.is_open)
        self.paste(text or f"Hi,\nhttps://demo.invalid/app/invite?token={self.token}\nBye")

    @property
    def is_open(self) -> bool:
        return any(d.isVisible() for d in self.shop.window.findChildren(QDialog, "acceptInvite"))

    def paste(self, text: str) -> None:
        QGuiApplication.clipboard().setText(text)
        edit = self.shop.find(QLineEdit, "token")
        edit.setFocus()
        QTest.keyClick(edit, Qt.Key.Key_V, CTRL)

    def fill(self, password: str = PASSWORD) -> None:
        for name, text in (("firstName", "Nia"), ("lastName", "New")):
            self.shop.find(QLineEdit, name).setText(text)
        edits = self.shop.window.findChildren(QLineEdit, "password")
        (edit,) = [edit for edit in edits if isinstance(edit.window(), QDialog)]
        edit.setFocus()
        edit.selectAll()
        type_into(edit, password)

    def button(self, name: str) -> QPushButton:
        found = self.shop.window.findChildren(QPushButton, name)
        return next(one for one in reversed(found) if one.isVisible())

    def is_there(self, name: str) -> bool:
        return any(one.isVisible() for one in self.shop.window.findChildren(QWidget, name))

    def enter(self) -> None:
        self.shop.clock.skip(A_MOMENT)
        self.button("submit").click()

    async def is_in(self, email: str = "") -> None:
        session = self.shop.services.session
        await until(lambda: isinstance(session.state, SignedIn))
        me = await self.shop.services.users.me()
        assert me.email == (email or self.email)
        assert not self.is_open

    async def is_told(self, name: str, text: str) -> None:
        labels = self.shop.window.findChildren(QLabel, name)
        await until(lambda: any(text in one.text() and one.isVisible() for one in labels))


@pytest.fixture
async def newcomer(open_shop: OpenShop, tap: Wiretap) -> Newcomer:
    shop = await open_shop()
    email = f"nia-{uuid.uuid4().hex[:6]}@demo.example"
    invite = await shop.services.colleagues.invite(email, ())
    await shop.services.session.sign_out()
    return Newcomer(shop, invite.token.get_secret_value(), email)


async def test_from_the_mail_to_a_session(newcomer: Newcomer, tap: Wiretap) -> None:
    await newcomer.opens()
    await newcomer.shop.reads(f"It is for {newcomer.email} and works until")
    assert newcomer.shop.find(QLineEdit, "inviteEmail").text() == newcomer.email
    newcomer.fill()
    newcomer.enter()
    await newcomer.is_in()
    me = await newcomer.shop.services.users.me()
    assert (me.first_name, me.last_name) == ("Nia", "New")
    assert tap.count("POST", REGISTER) == tap.count("POST", ACCEPT) == 1


@pytest.mark.parametrize("path", [REGISTER, ACCEPT])
async def test_an_answer_lost_in_the_middle_is_taken_up_without_a_second_account(
    path: str, newcomer: Newcomer, tap: Wiretap
) -> None:
    tap.on("POST", path, lost, once=True)
    await newcomer.opens()
    newcomer.fill()
    newcomer.enter()
    await newcomer.is_in()
    assert tap.count("POST", ACCEPT) == 1


async def test_tried_again_after_the_store_was_out_it_goes_on_where_it_was(
    newcomer: Newcomer, tap: Wiretap
) -> None:
    tap.on("POST", ACCEPT, lost, once=True)
    tap.on("POST", SIGN_IN, broken, once=True)  # nothing can be looked up either
    await newcomer.opens()
    newcomer.fill()
    newcomer.enter()
    await newcomer.is_told("formProblem", "no second account is created")
    newcomer.enter()
    await newcomer.is_in()
    assert tap.count("POST", ACCEPT) == 1


async def test_another_email_than_the_invited_one_is_asked_about_before(
    newcomer: Newcomer, tap: Wiretap
) -> None:
    await newcomer.opens()
    newcomer.fill()
    newcomer.shop.find(QLineEdit, "inviteEmail").setText("nia@private.example")
    newcomer.enter()
    await until(lambda: newcomer.is_there("confirm"))
    await newcomer.shop.reads(f"The invite is for {newcomer.email}.")
    newcomer.button("confirm.keep").click()
    await until(lambda: not newcomer.is_there("confirm"))
    assert tap.count("POST", REGISTER) == 0
    await until(newcomer.button("submit").isEnabled)
    newcomer.enter()
    await until(lambda: newcomer.is_there("confirm"))
    newcomer.shop.clock.skip(A_MOMENT)
    newcomer.button("confirm.action").click()
    await newcomer.is_in("nia@private.example")


async def test_an_email_with_another_password_says_what_to_do(
    newcomer: Newcomer, tap: Wiretap
) -> None:
    tap.on("POST", ACCEPT, broken, once=True)
    await newcomer.opens()
    newcomer.fill()
    newcomer.enter()
    await newcomer.is_told("formProblem", "The store didn't confirm that.")
    newcomer.fill("another-password")
    newcomer.enter()
    await newcomer.is_told("password.error", "with another password. Enter that password")
    newcomer.fill()
    newcomer.enter()
    await newcomer.is_in()


async def test_an_invite_that_was_used_or_sent_again_is_told_at_its_field(
    newcomer: Newcomer, tap: Wiretap
) -> None:
    changed = newcomer.token[:-4] + ("AAAA" if not newcomer.token.endswith("AAAA") else "BBBB")
    await newcomer.opens(changed)
    newcomer.fill()
    newcomer.enter()
    await newcomer.is_told("token.error", "The store didn't accept this invite")
    assert newcomer.is_open
    newcomer.paste(newcomer.token)
    newcomer.enter()
    await newcomer.is_in()


async def test_whoever_has_an_account_signs_in_and_the_invite_stays_unused(
    newcomer: Newcomer, tap: Wiretap
) -> None:
    await newcomer.opens()
    newcomer.fill("demo-store")
    newcomer.shop.find(QLineEdit, "inviteEmail").setText(DEMO_EMAIL)
    newcomer.enter()
    await until(lambda: newcomer.is_there("confirm"))
    newcomer.shop.clock.skip(A_MOMENT)
    newcomer.button("confirm.action").click()
    await newcomer.is_in(DEMO_EMAIL)
    await newcomer.shop.reads("You had an account here already")
    assert tap.count("POST", ACCEPT) == 0


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("no link at all", "There is no link or token in this text."),
        (RESET, "This is a link for a new password, not an invite."),
        (SESSION, "the session of someone who is signed in"),
        (jwt(id="invite_1", email="jo@x.example", exp=1_700_000_000), "This invite expired on"),
    ],
)
async def test_what_is_no_invite_is_told_apart_before_anything_is_sent(
    text: str, sentence: str, newcomer: Newcomer, tap: Wiretap
) -> None:
    await newcomer.opens(text)
    newcomer.fill()
    newcomer.enter()
    await newcomer.is_told("token.error", sentence)
    assert tap.count("POST", REGISTER) == 0


async def test_an_empty_field_says_what_to_paste(newcomer: Newcomer) -> None:
    newcomer.button("acceptInvite").click()
    await until(lambda: newcomer.is_open)
    newcomer.enter()
    await newcomer.is_told("token.error", "Paste the link, the token or the whole mail.")


async def test_without_a_password_nothing_is_sent(newcomer: Newcomer, tap: Wiretap) -> None:
    await newcomer.opens()
    newcomer.enter()
    await newcomer.is_told("password.error", "Enter a password, or choose Generate.")
    assert tap.count("POST", REGISTER) == 0
