"""A locked store: what it says, and how to get back in with the keyboard alone."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton
from shiboken6 import isValid

from medusa_console.domain.store import DEMO_PASSWORD, Environment, Store
from medusa_console.services.session import Locked, SignedIn
from medusa_console.ui.session import lock as lock_page
from medusa_console.ui.session.lock import LockPage
from tests.faults import server as faults
from tests.faults.medusa import PASSWORD, login_token
from tests.faults.server import FaultServer
from tests.ui.alone import OpenShop, Shop
from tests.ui.driving import type_into
from tests.ui.standins import turns
from tests.ui.wiretap import SIGN_IN, Exchange, Wiretap, answer, held
from tests.waiting import until

ENTER = Qt.Key.Key_Return
WAYS = faults.json_answer(
    {"providers": [{"id": "emailpass", "type": "password", "flow": "credentials"}]}
)


@pytest.fixture
def server() -> Iterator[FaultServer]:
    with FaultServer() as server:
        server.on("POST", SIGN_IN, faults.json_answer({"token": login_token()}))
        server.on("GET", "/auth/user/providers", WAYS)
        yield server


async def locked(shop: Shop) -> LockPage:
    shop.services.session.lock()
    shop.services.unsaved.lock()
    page = LockPage(shop.services, shop.tasks)
    shop.show(page, width=900, height=640)
    page.focus_first()
    await until(password(shop).hasFocus)
    return page


def password(shop: Shop) -> QLineEdit:
    return shop.find(QLineEdit, "password")


def enter(shop: Shop, text: str) -> None:
    """Type over what is there, and press Enter."""
    edit = password(shop)
    edit.selectAll()
    type_into(edit, text)
    QTest.keyClick(edit, ENTER)


async def test_it_names_what_is_locked_and_unlocks_with_the_password(open_shop: OpenShop) -> None:
    shop = await open_shop()
    await locked(shop)
    assert isinstance(shop.services.session.state, Locked)
    for text in ("Locked", "Demo store", "built in · maya@demo.example"):
        assert text in shop.words
    assert f"The demo store's password is {DEMO_PASSWORD}." in shop.words
    assert not shop.find(QLabel, "lock.waiting").isVisible()
    enter(shop, DEMO_PASSWORD)
    await until(lambda: isinstance(shop.services.session.state, SignedIn))
    await until(lambda: password(shop).text() == "")
    assert not password(shop).isUndoAvailable()
    assert shop.failures == []


async def test_a_wrong_password_is_told_beneath_the_field_and_can_be_typed_over(
    open_shop: OpenShop,
) -> None:
    shop = await open_shop()
    await locked(shop)
    enter(shop, "wrong")
    await shop.reads("Wrong password. It is case-sensitive.")
    edit = password(shop)
    assert edit.hasFocus()
    assert edit.text() == ""
    assert "Wrong password" in edit.accessibleDescription()
    assert isinstance(shop.services.session.state, Locked)
    type_into(edit, DEMO_PASSWORD)
    assert "not accepted" not in shop.words
    QTest.keyClick(edit, ENTER)
    await until(lambda: isinstance(shop.services.session.state, SignedIn))


async def test_nothing_typed_asks_for_it(open_shop: OpenShop, tap: Wiretap) -> None:
    shop = await open_shop()
    await locked(shop)
    asked = len(tap.requests)
    QTest.keyClick(password(shop), ENTER)
    assert "Enter your password." in shop.words
    await turns()
    assert len(tap.requests) == asked


async def test_who_does_not_want_to_wait_cancels(open_shop: OpenShop, tap: Wiretap) -> None:
    shop = await open_shop()
    await locked(shop)
    go = asyncio.Event()
    tap.on("POST", SIGN_IN, held(go))
    enter(shop, DEMO_PASSWORD)
    cancel, unlock = shop.find(QPushButton, "cancel"), shop.find(QPushButton, "unlock")
    await until(cancel.isVisible)
    assert not unlock.isEnabled()
    asked = tap.count("POST", SIGN_IN)
    QTest.keyClick(password(shop), ENTER)  # once is enough
    cancel.click()
    await until(unlock.isEnabled)
    assert not cancel.isVisible()
    assert password(shop).hasFocus()
    assert isinstance(shop.services.session.state, Locked)
    assert tap.count("POST", SIGN_IN) <= asked + 1
    go.set()


async def test_an_answer_after_the_sign_out_troubles_nobody(
    open_shop: OpenShop, tap: Wiretap
) -> None:
    shop = await open_shop()
    page = await locked(shop)
    go = asyncio.Event()
    refusal = answer(401, {"type": "unauthorized", "message": "Invalid email or password"})

    async def slowly(exchange: Exchange) -> None:
        await go.wait()
        await refusal(exchange)

    tap.on("POST", SIGN_IN, slowly)
    asked = tap.count("POST", SIGN_IN)
    enter(shop, "wrong")
    await until(lambda: tap.count("POST", SIGN_IN) > asked)
    await shop.services.session.sign_out()
    page.deleteLater()
    await until(lambda: not isValid(page))
    go.set()
    await turns()
    assert shop.failures == []


async def test_what_is_typed_while_it_is_checked_is_not_what_is_sent(
    open_shop: OpenShop, tap: Wiretap
) -> None:
    shop = await open_shop()
    await locked(shop)
    go = asyncio.Event()
    tap.on("GET", "/auth/user/providers", held(go))
    enter(shop, DEMO_PASSWORD)
    password(shop).setText("")
    go.set()
    await until(lambda: isinstance(shop.services.session.state, SignedIn))


async def test_offline_it_says_that_it_cannot_be_checked_and_offers_to_sign_out(
    open_shop: OpenShop, server: FaultServer
) -> None:
    store = Store("s", "Northwind EU", server.origin, Environment.LIVE, email="maya@demo.example")
    shop = await open_shop(store=store, password=PASSWORD)
    page = await locked(shop)
    assert "demo store's password" not in shop.words
    server.on("GET", "/auth/user/providers", faults.reset)
    enter(shop, PASSWORD)
    await shop.reads("Can't check the password: Northwind EU is unreachable (")
    assert isinstance(shop.services.session.state, Locked)
    assert password(shop).text() == ""
    wanted: list[bool] = []
    page.sign_out_requested.connect(lambda: wanted.append(True))
    shop.find(QPushButton, "lock.signOut").setFocus()
    QTest.keyClick(shop.find(QPushButton, "lock.signOut"), ENTER)
    assert wanted == [True]
    server.on("GET", "/auth/user/providers", WAYS)
    assert shop.find(QPushButton, "unlock").text() == "Unlock"
    enter(shop, PASSWORD)
    await until(lambda: isinstance(shop.services.session.state, SignedIn))


async def test_what_is_no_medusa_does_not_get_the_password(
    open_shop: OpenShop, server: FaultServer
) -> None:
    store = Store("s", "Northwind EU", server.origin, Environment.LIVE, email="maya@demo.example")
    shop = await open_shop(store=store, password=PASSWORD)
    await locked(shop)
    server.on(
        "GET", "/auth/user/providers", faults.answer(200, b"<html>", content_type="text/html")
    )
    signed_in = server.count("POST", SIGN_IN)
    enter(shop, PASSWORD)
    await shop.reads("This address is not a Medusa server")
    await shop.reads("Your password was not sent.")
    assert server.count("POST", SIGN_IN) == signed_in


async def test_what_waits_is_told_as_the_time_goes_and_said_when_it_gets_short(
    open_shop: OpenShop, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    monkeypatch.setattr(lock_page, "announce", lambda _widget, text: said.append(text))
    shop = await open_shop()
    unsaved = shop.services.unsaved
    watching = asyncio.ensure_future(unsaved.watch())
    unsaved.hold(lambda: None)
    unsaved.hold(lambda: None)
    await locked(shop)
    await turns(3)
    waiting = shop.find(QLabel, "lock.waiting")
    assert waiting.text() == "2 keys not yet saved, 10 min left"
    await shop.clock.advance(65)
    assert waiting.text() == "2 keys not yet saved, 9 min left"
    assert said == []
    await shop.clock.advance(240)
    assert said == ["2 keys not yet saved, 5 min left"]
    await shop.clock.advance(240)
    assert said[1:] == ["2 keys not yet saved, 1 min left"]
    await shop.clock.advance(60)
    assert waiting.text() == "An unsaved key was discarded. Unlock to see which."
    assert said[2:] == [waiting.text()]
    watching.cancel()
    await asyncio.gather(watching, return_exceptions=True)
