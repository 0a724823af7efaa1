"""The question for the password over a page, while the answer is on its way."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QProgressBar, QPushButton, QWidget
from shiboken6 import isValid

from medusa_console.domain.errors import SignInNeeded
from medusa_console.domain.store import DEMO_PASSWORD
from medusa_console.services.session import Expired, SignedIn
from medusa_console.ui.kit.ask import answer as answer_to
from medusa_console.ui.session.sign_in_again import SignInAgain
from tests.ui.alone import OpenShop, Shop
from tests.ui.driving import type_into
from tests.ui.standins import turns
from tests.ui.wiretap import SIGN_IN, Exchange, Wiretap, answer, held
from tests.waiting import until

ENTER = Qt.Key.Key_Return
WAYS = "/auth/user/providers"
ENDED = datetime(2026, 3, 1, 13, 54).astimezone()


async def opened(shop: Shop, tap: Wiretap) -> SignInAgain:
    """Over a page, after the store has ended the session."""
    tap.end_session()
    with pytest.raises(SignInNeeded):
        await shop.services.users.me()
    shop.show(QWidget())
    state = shop.services.session.state
    assert isinstance(state, Expired)
    dialog = SignInAgain(shop.window, shop.services, replace(state, at=ENDED), shop.tasks)

    async def ask() -> None:
        await answer_to(dialog)

    shop.tasks.start(ask())
    await until(dialog.isVisible)
    return dialog


def enter(shop: Shop, text: str) -> QLineEdit:
    edit = shop.find(QLineEdit, "password")
    edit.selectAll()
    type_into(edit, text)
    QTest.keyClick(edit, ENTER)
    return edit


async def test_while_it_is_on_its_way_that_is_seen_and_can_be_given_up(
    open_shop: OpenShop, tap: Wiretap
) -> None:
    shop = await open_shop()
    await opened(shop, tap)
    go = asyncio.Event()
    tap.on("POST", SIGN_IN, held(go))
    asked = tap.count("POST", SIGN_IN)
    cancel, submit = shop.find(QPushButton, "cancel"), shop.find(QPushButton, "submit")
    assert not cancel.isVisible()
    edit = enter(shop, DEMO_PASSWORD)
    await until(lambda: tap.count("POST", SIGN_IN) > asked)
    await until(shop.window.findChildren(QProgressBar)[0].isVisible)
    assert edit.isReadOnly()
    assert not submit.isEnabled()
    cancel.click()
    await until(submit.isEnabled)
    assert not cancel.isVisible()
    assert not edit.isReadOnly()
    assert edit.text() == DEMO_PASSWORD
    assert not isinstance(shop.services.session.state, SignedIn)
    go.set()
    QTest.keyClick(edit, ENTER)
    await until(lambda: not shop.window.findChildren(SignInAgain))
    assert isinstance(shop.services.session.state, SignedIn)


async def test_a_wrong_password_is_not_blamed_on_the_email(
    open_shop: OpenShop, tap: Wiretap
) -> None:
    shop = await open_shop()
    await opened(shop, tap)
    edit = enter(shop, "wrong")
    await shop.reads("Wrong password. It is case-sensitive.")
    assert "Email" not in shop.words
    assert edit.selectionLength() == len("wrong")
    enter(shop, DEMO_PASSWORD)
    await until(lambda: not shop.window.findChildren(SignInAgain))


async def test_what_was_refused_twice_is_named_once(open_shop: OpenShop, tap: Wiretap) -> None:
    shop = await open_shop()
    dialog = await opened(shop, tap)
    for action in ("Revoke ERP", "Create key", "Revoke ERP", ""):
        dialog.show_refused(action)
    assert shop.find(QLabel, "again.text").text() == (
        "Your session ended at 13:54. Nothing on this page is lost. "
        "“Revoke ERP” was refused and changed nothing. You can repeat it afterwards. "
        "“Create key” was refused and changed nothing. You can repeat it afterwards."
    )
    dialog.reject()


async def test_the_password_that_was_there_at_enter_is_the_one_that_is_sent(
    open_shop: OpenShop, tap: Wiretap
) -> None:
    shop = await open_shop()
    await opened(shop, tap)
    go = asyncio.Event()
    tap.on("GET", WAYS, held(go))
    enter(shop, DEMO_PASSWORD).setText("")
    go.set()
    await until(lambda: isinstance(shop.services.session.state, SignedIn))


async def test_an_answer_after_the_page_below_has_gone_troubles_nobody(
    open_shop: OpenShop, tap: Wiretap
) -> None:
    shop = await open_shop()
    dialog = await opened(shop, tap)
    go = asyncio.Event()
    refusal = answer(401, {"type": "unauthorized", "message": "Invalid email or password"})

    async def slowly(exchange: Exchange) -> None:
        await go.wait()
        await refusal(exchange)

    tap.on("POST", SIGN_IN, slowly)
    asked = tap.count("POST", SIGN_IN)
    enter(shop, "wrong")
    await until(lambda: tap.count("POST", SIGN_IN) > asked)
    dialog.deleteLater()
    await until(lambda: not isValid(dialog))
    go.set()
    await turns()
    assert shop.failures == []
