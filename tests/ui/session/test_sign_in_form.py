"""The sign-in form while stores come and go: no answer and no password ends up at another one."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QLabel, QLineEdit, QPushButton, QScrollArea, QWidget
from shiboken6 import isValid

from medusa_console.domain.session import Session
from medusa_console.domain.store import DEMO_EMAIL, DEMO_PASSWORD, DEMO_STORE, Environment, Store
from medusa_console.services.session import SignedIn, SignedOut
from medusa_console.ui.kit.centred import centred
from medusa_console.ui.kit.layout import column
from medusa_console.ui.session.sign_in_form import SignInForm
from tests.faults.medusa import PASSWORD
from tests.faults.server import FaultServer
from tests.services.ports import MemoryVault
from tests.ui.alone import OpenShop, Shop
from tests.ui.driving import type_into
from tests.ui.northwind import behave
from tests.ui.standins import turns
from tests.ui.wiretap import SIGN_IN, Exchange, Wiretap, answer, held
from tests.waiting import until

WAYS = "/auth/user/providers"
OTHER = Store("other", "Other", "https://other.example", Environment.LIVE)
ENTER = Qt.Key.Key_Return


class Form:
    """The form of a store that nobody is signed in to."""

    def __init__(self, shop: Shop) -> None:
        self.shop = shop
        self.widget = SignInForm(shop.tasks)
        shop.show(self.widget, width=700, height=700)
        self.widget.show_store(shop.store)
        self.widget.use_services(shop.services)

    def enter(self, password: str = DEMO_PASSWORD) -> None:
        for name, text in (("email", DEMO_EMAIL), ("password", password)):
            edit = self.edit(name)
            edit.setFocus()
            edit.selectAll()
            type_into(edit, text)
        QTest.keyClick(self.edit("password"), ENTER)

    @property
    def signed_in(self) -> bool:
        return isinstance(self.shop.services.session.state, SignedIn)

    def edit(self, name: str) -> QLineEdit:
        return self.shop.find(QLineEdit, name)

    def button(self, name: str) -> QPushButton:
        return self.shop.find(QPushButton, name)


@pytest.fixture
def server() -> Iterator[FaultServer]:
    with FaultServer() as server:
        behave(server)
        yield server


async def opened(open_shop: OpenShop, store: Store = DEMO_STORE) -> Form:
    shop = await open_shop(store=store, password=DEMO_PASSWORD if store is DEMO_STORE else PASSWORD)
    await shop.services.session.sign_out()
    return Form(shop)


class Slowly:
    """The server answers to a sign-in when it is told to."""

    def __init__(self, tap: Wiretap, status: int = 0) -> None:
        self.go = asyncio.Event()
        self._refusal = answer(status, {"type": "unauthorized", "message": "No."})
        self._status = status
        tap.on("POST", SIGN_IN, self._behave)
        self._tap = tap
        self._before = tap.count("POST", SIGN_IN)

    async def asked(self) -> None:
        await until(lambda: self._tap.count("POST", SIGN_IN) > self._before)

    async def _behave(self, exchange: Exchange) -> None:
        await self.go.wait()
        if self._status:
            await self._refusal(exchange)
        else:
            await exchange.pass_on(exchange.send)


async def test_signed_in_the_form_forgets_the_password(open_shop: OpenShop) -> None:
    form = await opened(open_shop)
    form.enter()
    await until(lambda: form.signed_in)
    await until(lambda: form.edit("password").text() == "")
    assert not form.edit("password").isUndoAvailable()


async def test_leaving_a_store_stops_its_sign_in_and_forgets_the_password(
    open_shop: OpenShop, tap: Wiretap
) -> None:
    form = await opened(open_shop)
    slowly = Slowly(tap)
    form.enter()
    await slowly.asked()
    form.widget.leave()
    assert form.edit("password").text() == ""
    assert not form.edit("password").isUndoAvailable()
    await until(lambda: isinstance(form.shop.services.session.state, SignedOut))
    form.widget.show_store(OTHER)
    assert form.button("submit").isEnabled()
    assert not form.edit("password").isReadOnly()
    slowly.go.set()
    await turns()
    assert not form.signed_in


async def test_leaving_stops_the_question_how_to_sign_in(open_shop: OpenShop, tap: Wiretap) -> None:
    go = asyncio.Event()
    tap.on("GET", WAYS, held(go))
    form = await opened(open_shop)
    await until(lambda: tap.count("GET", WAYS))
    form.widget.leave()
    form.widget.show_store(OTHER)
    tap.on("GET", WAYS, answer(500, {"type": "unknown_error", "message": "No."}))
    go.set()
    await turns()
    assert "returned an error (" not in form.shop.words


async def test_a_sign_in_that_waited_for_its_store_is_forgotten_with_it(
    open_shop: OpenShop, tap: Wiretap
) -> None:
    form = await opened(open_shop)
    form.widget.show_store(OTHER)
    form.enter()
    form.widget.leave()
    form.widget.show_store(DEMO_STORE)
    asked = tap.count("POST", SIGN_IN)
    form.widget.use_services(form.shop.services)
    for _ in range(3):  # whatever the form asked first is answered first
        await form.shop.services.session.providers()
    await turns()
    assert tap.count("POST", SIGN_IN) == asked


async def test_a_session_that_stands_is_still_kept_when_another_store_is_in_front(
    open_shop: OpenShop, server: FaultServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = Store("east", "East", server.origin, Environment.LIVE)
    form = await opened(open_shop, store)
    go = asyncio.Event()
    save = MemoryVault.save
    kept: list[Session] = []

    async def slowly(
        vault: MemoryVault, store: Store, session: Session, *, prompt: bool = True
    ) -> None:
        await go.wait()
        await save(vault, store, session, prompt=prompt)
        kept.append(session)

    monkeypatch.setattr(MemoryVault, "save", slowly)
    keep = form.shop.find(QCheckBox, "keep")
    await until(keep.isEnabled)
    keep.click()
    form.enter(PASSWORD)
    await until(lambda: form.signed_in)
    form.widget.leave()
    form.widget.show_store(OTHER)
    type_into(form.edit("password"), "half typed")
    go.set()
    await until(lambda: kept)
    assert form.edit("password").text() == "half typed"


async def test_a_sign_in_ends_with_its_form_and_troubles_nobody(
    open_shop: OpenShop, tap: Wiretap
) -> None:
    form = await opened(open_shop)
    slowly = Slowly(tap, 401)
    form.enter("wrong")
    await slowly.asked()
    form.shop.show(QWidget())
    await until(lambda: not isValid(form.widget))
    await until(lambda: isinstance(form.shop.services.session.state, SignedOut))
    slowly.go.set()
    await turns()
    assert form.shop.failures == []


async def test_a_store_whose_address_nobody_confirmed_takes_no_password(
    open_shop: OpenShop, tap: Wiretap
) -> None:
    form = await opened(open_shop)
    ran: list[bool] = []
    form.widget.show_store(OTHER)
    asked = len(tap.requests)
    form.widget.close_off(
        "Nothing is sent to this address yet",
        "Somebody else wrote it down.",
        "Review address",
        lambda: ran.append(True),
    )
    for part in (form.edit("email"), form.edit("password"), form.button("submit")):
        assert not part.isEnabled()
    assert not form.shop.find(QCheckBox, "keep").isEnabled()
    form.widget.submit()
    look = form.button("banner.action")
    await until(look.hasFocus)
    form.widget.focus_first_gap()
    assert look.hasFocus()
    QTest.keyClick(look, ENTER)
    assert ran == [True]
    assert look.isVisible(), "it stays until the address is confirmed"
    assert not [b for b in form.widget.findChildren(QWidget, "banner.close") if b.isVisible()]
    await turns()
    assert len(tap.requests) == asked
    form.widget.show_store(OTHER)
    assert "Nothing is sent" not in form.shop.words
    for part in (form.edit("email"), form.edit("password"), form.button("submit")):
        assert part.isEnabled()


async def test_once_its_address_is_confirmed_a_store_is_asked_for(open_shop: OpenShop) -> None:
    form = await opened(open_shop)
    form.widget.close_off("Nothing is sent yet", "Look.", "Review address", lambda: None)
    form.widget.use_services(form.shop.services)
    title = [one.text() for one in form.widget.findChildren(QLabel, "banner.title")]
    assert "Nothing is sent yet" not in [t for t in title if t in form.shop.words]
    form.enter()
    await until(lambda: form.signed_in)


async def test_another_email_takes_the_refusal_of_the_pair_away(open_shop: OpenShop) -> None:
    form = await opened(open_shop)
    form.enter("wrong")
    error = form.shop.find(QLabel, "password.error")
    await until(error.isVisible)
    email = form.edit("email")
    email.setFocus()
    type_into(email, "x")
    assert not error.isVisible()
    assert form.edit("password").accessibleDescription() == ""


async def test_another_attempt_takes_the_refusal_of_the_last_one_away(
    open_shop: OpenShop, tap: Wiretap
) -> None:
    form = await opened(open_shop)
    form.enter("wrong")
    error = form.shop.find(QLabel, "password.error")
    await until(error.isVisible)
    tap.on("POST", SIGN_IN, answer(500, {"type": "unknown_error", "message": "No."}))
    QTest.keyClick(form.edit("password"), ENTER)
    await until(lambda: form.shop.window.findChildren(QLabel, "banner.title"))
    assert not error.text()


async def test_the_form_of_another_store_begins_at_its_heading(open_shop: OpenShop) -> None:
    form = await opened(open_shop)
    page = centred(column(form.widget), 360)
    form.shop.show(page, width=400, height=200)
    assert isinstance(page, QScrollArea)
    bar = page.verticalScrollBar()
    await until(lambda: bar.maximum() > 0)
    bar.setValue(bar.maximum())
    form.widget.show_store(OTHER)
    assert bar.value() == 0
