"""Continue with a provider, in the window: on the sign-in page, over an ended session, to unlock
and to confirm."""

from __future__ import annotations

import asyncio
import urllib.request
from urllib.parse import parse_qs, urlencode, urlsplit

import pytest
from PySide6.QtCore import QPoint, Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLabel, QLineEdit, QPushButton, QWidget

from medusa_console.demo.ways_in import EMAILPASS, WORKPLACE, WaysIn
from medusa_console.domain.errors import SignInNeeded
from medusa_console.domain.session import read_provider
from medusa_console.domain.store import DEMO_EMAIL
from medusa_console.services.provider_sign_in import LONGEST_WAIT
from medusa_console.services.session import Expired, Locked, SignedIn, SignedOut
from medusa_console.ui.kit.ask import answer as answer_to
from medusa_console.ui.session import step_up
from medusa_console.ui.session.lock import LockPage
from medusa_console.ui.session.sign_in_again import SignInAgain
from medusa_console.ui.session.sign_in_form import SignInForm
from tests.faults.medusa import login_token, mfa_login
from tests.ui.alone import OpenShop, Shop
from tests.ui.driving import A_MOMENT, type_into
from tests.ui.session.two_steps import TwoSteps
from tests.ui.wiretap import SIGN_IN, Wiretap, answer, held
from tests.waiting import until

WAYS = "/auth/user/providers"
JOIN = f"/auth/{WORKPLACE}/user"
FINISH = f"/auth/user/{WORKPLACE}/callback"
CONTINUE = f"continueWith.{WORKPLACE}"
STRANGER = "sam@elsewhere.example"


class Traveller:
    """Somebody with a browser, who signs in on the workplace's page."""

    def __init__(self, shop: Shop, opened: list[QUrl]) -> None:
        self.shop = shop
        self.opened = opened

    def show_form(self) -> SignInForm:
        form = SignInForm(self.shop.tasks)
        self.shop.show(form, width=640, height=700)
        form.show_store(self.shop.store)
        form.use_services(self.shop.services)
        return form

    def button(self, name: str = CONTINUE) -> QPushButton:
        found = self.shop.window.findChildren(QPushButton, name)
        return next(one for one in reversed(found) if one.isVisible())

    def is_there(self, name: str) -> bool:
        return any(one.isVisible() for one in self.shop.window.findChildren(QWidget, name))

    def place(self, name: str, within: QWidget) -> QPoint:
        button = self.button(name)
        return button.mapTo(within, QPoint())

    @property
    def texts(self) -> list[str]:
        found = self.shop.window.findChildren(QPushButton)
        return [one.text() for one in found if one.isVisible()]

    async def continues(self) -> None:
        before = len(self.opened)
        await until(lambda: self.is_there(CONTINUE))
        self.button().click()
        await until(lambda: len(self.opened) > before)

    async def goes_on(self, path: str = "/continue", **asked: str) -> str:
        """Press a button of the page; what the browser shows at the end."""
        page = urlsplit(self.opened[-1].toString(QUrl.ComponentFormattingOption.FullyEncoded))
        told = {name: values[0] for name, values in parse_qs(page.query).items()}
        to = f"{page.scheme}://{page.netloc}{path}?{urlencode({**told, **asked})}"
        return await asyncio.to_thread(_visit, to)

    async def signs_in(self, email: str = DEMO_EMAIL) -> None:
        await self.continues()
        await self.goes_on(email=email)

    async def gets_in(self) -> None:
        """As an admin whom the workplace has let in before."""
        await self.signs_in()
        await until(lambda: isinstance(self.state, SignedIn))

    @property
    def state(self) -> object:
        return self.shop.services.session.state


def _visit(address: str) -> str:
    with urllib.request.urlopen(address) as response:  # noqa: S310  # this computer's
        told: bytes = response.read()
    return told.decode()


@pytest.fixture
async def traveller(
    open_shop: OpenShop, tap: Wiretap, monkeypatch: pytest.MonkeyPatch
) -> Traveller:
    opened: list[QUrl] = []

    def open_url(address: QUrl) -> bool:
        opened.append(address)
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", open_url)
    shop = await open_shop()
    await shop.services.session.sign_out()
    return Traveller(shop, opened)


async def test_continue_with_the_workplace_says_what_to_do_and_ends_in_a_session(
    traveller: Traveller, tap: Wiretap
) -> None:
    traveller.show_form()
    await traveller.continues()
    assert traveller.button().text() == "Continue with Workplace"
    await traveller.shop.reads("Continue in your browser, on the page of Workplace.")
    assert not traveller.button().isEnabled()
    goodbye = "You can close this window and go back to Medusa Console."
    assert await traveller.goes_on(email=DEMO_EMAIL) == goodbye
    await until(lambda: isinstance(traveller.state, SignedIn))
    assert tap.count("POST", FINISH) == 1


async def test_enter_on_a_providers_button_opens_its_page(traveller: Traveller) -> None:
    traveller.show_form()
    await until(lambda: traveller.is_there(CONTINUE))
    QTest.keyClick(traveller.button(), Qt.Key.Key_Return)
    await until(lambda: traveller.opened)
    await until(lambda: traveller.is_there("provider.again"))
    QTest.keyClick(traveller.button("provider.again"), Qt.Key.Key_Return)
    assert traveller.opened[0] == traveller.opened[1]


async def test_the_page_can_be_opened_again_and_given_up(traveller: Traveller) -> None:
    traveller.show_form()
    await traveller.continues()
    traveller.button("provider.again").click()
    assert traveller.opened[0] == traveller.opened[1]
    await until(lambda: traveller.is_there("cancel"))
    traveller.button("cancel").click()
    await traveller.shop.reads("Cancelled. You are not signed in.")
    await until(traveller.button().isEnabled)
    assert not traveller.is_there("provider.again")
    await traveller.gets_in()


async def test_whoever_gives_up_on_a_page_that_complains_reads_what_must_be_registered(
    traveller: Traveller,
) -> None:
    traveller.show_form()
    await traveller.continues()
    await until(lambda: traveller.is_there("cancel"))
    traveller.button("cancel").click()
    await traveller.shop.reads("must register http://127.0.0.1:*/callback with the provider.")
    await until(traveller.button().isEnabled)
    await traveller.continues()
    assert "Cancelled." not in traveller.shop.words


async def test_enter_cancels_and_no_password_is_asked_for_while_the_page_is_open(
    traveller: Traveller,
) -> None:
    form = traveller.show_form()
    await until(lambda: traveller.is_there(CONTINUE))
    form.forget_password()
    await traveller.continues()
    await until(lambda: traveller.is_there("cancel"))
    QTest.keyClick(traveller.shop.find(QLineEdit, "password"), Qt.Key.Key_Return)
    assert "Enter your password." not in traveller.shop.words
    QTest.keyClick(traveller.button("cancel"), Qt.Key.Key_Return)
    await traveller.shop.reads("Cancelled. You are not signed in.")


async def test_what_can_be_pressed_stays_in_place_while_the_page_is_open(
    traveller: Traveller,
) -> None:
    form = traveller.show_form()
    await until(lambda: traveller.is_there(CONTINUE))
    before = traveller.place(CONTINUE, form) - traveller.place("submit", form)
    await traveller.continues()
    await until(lambda: traveller.is_there("cancel"))
    button = traveller.place(CONTINUE, form)
    assert button - traveller.place("submit", form) == before
    assert traveller.place("provider.again", form).y() > button.y()
    assert traveller.place("cancel", form).y() > button.y()
    read = form.findChildren(QWidget)
    waiting = traveller.shop.find(QLabel, "provider.waiting")
    assert read.index(traveller.button()) < read.index(waiting)


async def test_try_again_opens_the_providers_page_again(traveller: Traveller) -> None:
    traveller.show_form()
    await traveller.continues()
    await traveller.goes_on("/deny")
    await traveller.shop.reads("The provider didn't sign you in")
    again = [one for one in traveller.texts if one in ("Try again", "Edit store")]
    assert again == ["Try again"]
    found = traveller.shop.window.findChildren(QPushButton)
    next(one for one in found if one.isVisible() and one.text() == "Try again").click()
    await until(lambda: len(traveller.opened) == 2)
    await traveller.goes_on(email=DEMO_EMAIL)
    await until(lambda: isinstance(traveller.state, SignedIn))


async def test_nobody_is_linked_or_created_before_the_question_is_answered(
    traveller: Traveller, tap: Wiretap
) -> None:
    traveller.show_form()
    await traveller.signs_in(STRANGER)
    await until(lambda: traveller.is_there("confirm"))
    await traveller.shop.reads(f"Workplace knows you as {STRANGER}.")
    assert tap.count("POST", JOIN) == 0
    traveller.button("confirm.keep").click()
    await traveller.shop.reads("No admin account belongs to this sign-in, and none was created")
    assert tap.count("POST", JOIN) == 0
    await traveller.signs_in(STRANGER)
    await until(lambda: traveller.is_there("confirm"))
    traveller.shop.clock.skip(A_MOMENT)
    traveller.button("confirm.action").click()
    await until(lambda: isinstance(traveller.state, SignedIn))
    assert tap.count("POST", JOIN) == 1


@pytest.mark.parametrize(
    ("ends", "sentence"),
    [("denies", "The provider didn't sign you in"), ("stays away", "No answer came from your")],
)
async def test_what_went_wrong_in_the_browser_is_told(
    ends: str, sentence: str, traveller: Traveller
) -> None:
    traveller.show_form()
    await traveller.continues()
    if ends == "denies":
        await traveller.goes_on("/deny")
    else:
        await traveller.shop.clock.advance(LONGEST_WAIT)
    await traveller.shop.reads(sentence)
    assert isinstance(traveller.state, SignedOut)
    await until(traveller.button().isEnabled)


async def test_a_callback_that_is_not_allowed_names_what_the_admin_must_register(
    traveller: Traveller,
) -> None:
    await traveller.shop.demo.let_in(
        WaysIn(providers=(EMAILPASS, WORKPLACE), callback_urls=("https://admin.example/login",))
    )
    traveller.show_form()
    await until(lambda: traveller.is_there(CONTINUE))
    traveller.button().click()
    await traveller.shop.reads("http://127.0.0.1:*/callback")
    assert traveller.opened == []


async def test_a_store_with_providers_alone_asks_for_no_password(traveller: Traveller) -> None:
    await traveller.shop.demo.let_in(WaysIn(providers=(WORKPLACE,)))
    traveller.show_form()
    await until(lambda: traveller.is_there(CONTINUE))
    for name in ("email", "password", "submit", "forgotPassword"):
        assert not traveller.is_there(name)
    await traveller.gets_in()


async def test_with_providers_alone_the_keyboard_begins_at_the_button(
    traveller: Traveller,
) -> None:
    await traveller.shop.demo.let_in(WaysIn(providers=(WORKPLACE,)))
    form = traveller.show_form()
    await until(lambda: traveller.is_there(CONTINUE))
    assert form.focusWidget() is traveller.button()
    assert "filled in" not in traveller.shop.words
    await traveller.continues()
    await until(lambda: form.focusWidget() is traveller.button("provider.again"))
    await traveller.goes_on("/deny")
    await traveller.shop.reads("The provider didn't sign you in")
    assert form.focusWidget() is traveller.button()


async def test_while_a_code_is_asked_for_no_other_way_is_offered(
    traveller: Traveller, tap: Wiretap
) -> None:
    form = traveller.show_form()
    await until(lambda: traveller.is_there(CONTINUE))
    tap.on("POST", SIGN_IN, answer(200, mfa_login()))
    form.submit()
    await until(lambda: traveller.is_there("code"))
    assert not traveller.is_there(CONTINUE)
    assert not traveller.is_there("acceptInvite")
    traveller.button("code.back").click()
    await until(lambda: traveller.is_there(CONTINUE))
    assert traveller.is_there("acceptInvite")


async def test_a_code_after_a_provider_can_be_sent_with_a_button(
    traveller: Traveller, tap: Wiretap
) -> None:
    await traveller.shop.demo.let_in(WaysIn(providers=(WORKPLACE,)))
    traveller.show_form()
    tap.on("POST", FINISH, answer(200, mfa_login()))
    await traveller.signs_in()
    await until(lambda: traveller.is_there("code"))
    assert traveller.button("submit").isEnabled()
    traveller.button("code.back").click()
    await until(lambda: not traveller.is_there("submit"))


async def test_whoever_goes_back_from_the_code_goes_on_with_the_providers_button(
    traveller: Traveller, tap: Wiretap
) -> None:
    await traveller.shop.demo.let_in(WaysIn(providers=(WORKPLACE,)))
    form = traveller.show_form()
    tap.on("POST", FINISH, answer(200, mfa_login()))
    await traveller.signs_in()
    await until(lambda: traveller.is_there("code"))
    back = traveller.button("code.back")
    assert back.text() == "Back"
    back.setFocus()
    QTest.keyClick(back, Qt.Key.Key_Return)
    await until(lambda: form.focusWidget() is traveller.button())


async def test_a_store_without_any_way_says_so(traveller: Traveller, tap: Wiretap) -> None:
    tap.on("GET", WAYS, answer(200, {"providers": []}))
    traveller.show_form()
    await traveller.shop.reads("This store offers no way to sign in here")


async def test_names_of_strangers_are_plain_and_short(traveller: Traveller, tap: Wiretap) -> None:
    hostile = [
        {"id": f"p{number}", "display_name": f"<b>{'x' * 500}", "flow": "redirect"}
        for number in range(40)
    ]
    odd = {"id": "../admin", "display_name": "Odd", "flow": "redirect"}
    tap.on("GET", WAYS, answer(200, {"providers": [odd, *hostile]}))
    traveller.show_form()
    await until(lambda: traveller.is_there("continueWith.p0"))
    shown = [
        one
        for one in traveller.shop.window.findChildren(QPushButton)
        if one.isVisible() and one.objectName().startswith("continueWith")
    ]
    assert len(shown) == 10
    assert all(len(one.text()) < 100 and "<b>" in one.text() for one in shown)


async def test_a_second_factor_is_asked_for_after_the_page_without_a_password(
    traveller: Traveller, tap: Wiretap
) -> None:
    tap.on("POST", FINISH, answer(200, mfa_login(id="authmfachal_1")))
    verify = "/auth/mfa/challenges/authmfachal_1/verify"
    tap.on("POST", verify, answer(200, {"token": login_token(auth_provider=WORKPLACE)}))
    form = traveller.show_form()
    await until(lambda: traveller.is_there(CONTINUE))
    form.forget_password()  # the demo store's is filled in
    await traveller.signs_in()
    await until(lambda: traveller.is_there("code"))
    type_into(traveller.shop.find(QLineEdit, "code"), "123456")
    await until(lambda: isinstance(traveller.state, SignedIn))
    assert tap.count("POST", verify) == 1


# Again


async def in_by_the_workplace(traveller: Traveller) -> None:
    traveller.show_form()
    await traveller.gets_in()
    state = traveller.state
    assert isinstance(state, SignedIn)
    assert read_provider(state.session) == WORKPLACE
    assert state.session.email == DEMO_EMAIL


async def test_a_locked_account_is_unlocked_by_its_provider(traveller: Traveller) -> None:
    await in_by_the_workplace(traveller)
    traveller.shop.services.session.lock()
    assert isinstance(traveller.state, Locked)
    page = LockPage(traveller.shop.services, traveller.shop.tasks)
    traveller.shop.show(page)
    assert not traveller.is_there("password")
    page.focus_first()
    await until(lambda: "Continue with Workplace" in traveller.texts)
    assert page.focusWidget() is traveller.button()
    top = QPoint()
    assert (
        traveller.button().mapTo(page, top).y()
        < traveller.button("lock.signOut").mapTo(page, top).y()
    )
    await traveller.signs_in()
    await until(lambda: isinstance(traveller.state, SignedIn))


async def test_the_lock_says_why_the_provider_is_asked_and_nothing_moves_meanwhile(
    traveller: Traveller,
) -> None:
    await in_by_the_workplace(traveller)
    traveller.shop.services.session.lock()
    page = LockPage(traveller.shop.services, traveller.shop.tasks)
    traveller.shop.show(page)
    await traveller.shop.reads("You came in through Workplace. Only Workplace can confirm")
    before = traveller.place("lock.signOut", page) - traveller.place(CONTINUE, page)
    await traveller.continues()
    await until(lambda: traveller.is_there("cancel"))
    assert traveller.place("lock.signOut", page) - traveller.place(CONTINUE, page) == before


async def test_a_code_at_the_lock_takes_the_place_of_the_providers_button(
    traveller: Traveller, tap: Wiretap
) -> None:
    await in_by_the_workplace(traveller)
    traveller.shop.services.session.lock()
    page = LockPage(traveller.shop.services, traveller.shop.tasks)
    traveller.shop.show(page)
    tap.on("POST", FINISH, answer(200, mfa_login()))
    await traveller.signs_in()
    await until(lambda: traveller.is_there("code"))
    assert not traveller.is_there(CONTINUE)
    back = traveller.button("code.back")
    back.setFocus()
    QTest.keyClick(back, Qt.Key.Key_Return)
    await until(lambda: traveller.is_there(CONTINUE))
    assert page.focusWidget() is traveller.button()


async def test_an_ended_session_goes_on_by_its_provider(traveller: Traveller, tap: Wiretap) -> None:
    await in_by_the_workplace(traveller)
    refused = answer(401, {"message": "Unauthorized"})
    tap.on("GET", "/admin/users/me", refused, once=True)
    tap.on("POST", "/auth/token/refresh", refused, once=True)
    with pytest.raises(SignInNeeded):
        await traveller.shop.services.users.me()
    state = traveller.state
    assert isinstance(state, Expired)
    traveller.shop.show(QWidget())
    dialog = SignInAgain(
        traveller.shop.window, traveller.shop.services, state, traveller.shop.tasks
    )
    asking = asyncio.ensure_future(answer_to(dialog))
    await until(dialog.isVisible)
    assert not traveller.is_there("password")
    await traveller.signs_in()
    assert await asking == QDialog.DialogCode.Accepted
    assert isinstance(traveller.state, SignedIn)


async def test_who_is_there_is_confirmed_by_the_provider(traveller: Traveller) -> None:
    await in_by_the_workplace(traveller)
    shop = traveller.shop
    shop.show(QWidget())
    before = traveller.state
    asking = asyncio.ensure_future(
        step_up.confirm(shop.window, shop.services, shop.tasks, "Invite sam@example.com")
    )
    await until(lambda: traveller.is_there("stepUp"))
    assert not traveller.is_there("password")
    await traveller.signs_in("priya@demo.example")
    await until(lambda: shop.find(QLabel, "formProblem").text())
    assert traveller.state is before
    await traveller.signs_in()
    assert await asking
    assert traveller.state is not before


async def test_my_account_says_of_which_way_in_two_step_sign_in_is(traveller: Traveller) -> None:
    await in_by_the_workplace(traveller)
    steps = TwoSteps(traveller.shop)
    await steps.open(told="Off. The provider's page alone signs you in.")
    await steps.turn_on()
    await traveller.shop.reads("On. After the provider's page you are asked for a code")
    steps.confirms = False
    steps.press("twoStep.off")
    await until(
        lambda: steps.asked[-1].endswith("After that, the provider's page alone signs you in.")
    )


async def test_an_account_with_a_password_is_asked_for_it(open_shop: OpenShop) -> None:
    shop = await open_shop()
    shop.services.session.lock()
    shop.show(LockPage(shop.services, shop.tasks))
    assert shop.find(QLineEdit, "password").isVisible()
    assert not shop.find(QWidget, "providers").isVisible()


@pytest.mark.parametrize("when", ["before the page", "on the page"])
async def test_whoever_gives_up_confirming_leaves_nothing_behind(
    traveller: Traveller, tap: Wiretap, when: str
) -> None:
    await in_by_the_workplace(traveller)
    shop = traveller.shop
    before = traveller.state
    answers: list[bool] = []

    async def ask() -> None:
        answers.append(await step_up.confirm(shop.window, shop.services, shop.tasks, "Act"))

    shop.show(QWidget())
    go = asyncio.Event()
    if when == "before the page":
        tap.on("POST", f"/auth/user/{WORKPLACE}", held(go))
    asked = tap.count("POST", f"/auth/user/{WORKPLACE}")
    shop.tasks.start(ask())
    await until(lambda: traveller.is_there(CONTINUE))
    traveller.button().click()
    opened = len(traveller.opened)
    await until(lambda: tap.count("POST", f"/auth/user/{WORKPLACE}") > asked)
    if when == "on the page":
        await until(lambda: len(traveller.opened) > opened)
        page = urlsplit(traveller.opened[-1].toString(QUrl.ComponentFormattingOption.FullyEncoded))
        back = urlsplit(parse_qs(page.query)["redirect_uri"][0])
        silent = await asyncio.open_connection(back.hostname, back.port)
    traveller.button("later").click()
    await until(lambda: answers)
    await until(lambda: not shop.window.findChildren(QDialog, "stepUp"))
    go.set()
    if when == "on the page":
        assert await silent[0].read() == b""
        silent[1].close()
    assert answers == [False]
    assert traveller.state is before
    assert shop.failures == []
    again = asyncio.ensure_future(step_up.confirm(shop.window, shop.services, shop.tasks, "Act"))
    await until(lambda: traveller.is_there(CONTINUE))
    await traveller.continues()
    await traveller.goes_on(email=DEMO_EMAIL)
    assert await again
