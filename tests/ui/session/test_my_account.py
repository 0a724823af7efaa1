"""My account: who, what they may do, how long; and never the token."""

from __future__ import annotations

import asyncio
import json

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from shiboken6 import isValid

from medusa_console.services.session import Expired, SignedIn
from medusa_console.ui.kit.ask import answer
from medusa_console.ui.session.my_account import MyAccount
from medusa_console.ui.words import labels
from tests.ui.alone import AUDITOR, OpenShop, Shop
from tests.ui.standins import turns
from tests.ui.wiretap import Exchange, Wiretap, broken
from tests.waiting import until


async def opened(shop: Shop) -> MyAccount:
    shop.show(QWidget())
    dialog = MyAccount(shop.window, shop.services, shop.tasks)

    async def ask() -> None:
        await answer(dialog)

    shop.tasks.start(ask())
    await until(dialog.isVisible)
    return dialog


async def closed(shop: Shop, dialog: MyAccount) -> None:
    shop.find(QPushButton, "close").click()
    await until(lambda: not shop.window.findChildren(MyAccount))


async def test_an_account_with_a_role_is_told_in_words(open_shop: OpenShop) -> None:
    shop = await open_shop(AUDITOR)
    dialog = await opened(shop)
    for text in ("Rasmus Holt", AUDITOR, "Auditor", "API keys: view"):
        await shop.reads(text)
    state = shop.services.session.state
    assert isinstance(state, SignedIn)
    assert labels.exact(state.session.began_at) in shop.words
    assert labels.exact(state.session.expires_at) in shop.words
    await closed(shop, dialog)


async def test_all_that_may_be_done_is_grouped_with_our_own_matters_first(
    open_shop: OpenShop,
) -> None:
    shop = await open_shop()
    dialog = await opened(shop)
    await shop.reads("API keys: view, create, edit, delete")
    permissions = shop.find(QLabel, "account.rights").text().split("\n")
    assert permissions[:2] == [
        "API keys: view, create, edit, delete",
        "Customers: see, create, change, delete",
    ]
    assert all(": " in line and "_" not in line for line in permissions)
    await closed(shop, dialog)


async def test_a_store_without_roles_says_so(open_shop: OpenShop) -> None:
    shop = await open_shop(rbac=False)
    dialog = await opened(shop)
    await shop.reads("This store does not use roles: every admin may do everything.")
    assert "Roles" not in shop.words.split("\n")
    await closed(shop, dialog)


async def test_somebody_without_a_role_is_told_that(open_shop: OpenShop) -> None:
    shop = await open_shop("noroles@demo.example")
    dialog = await opened(shop)
    await shop.reads("Nothing in this store.")
    assert "none" in shop.words.split("\n")
    await closed(shop, dialog)


async def test_the_session_context_is_copied_without_the_token(open_shop: OpenShop) -> None:
    shop = await open_shop()
    dialog = await opened(shop)
    state = shop.services.session.state
    assert isinstance(state, SignedIn)
    await shop.reads(state.session.user_id)
    copy = shop.find(QPushButton, "copyContext")
    copy.click()
    text = QGuiApplication.clipboard().text()
    copied = json.loads(text)
    assert copied["actor_id"] == state.session.user_id
    assert copied["actor_type"] == "user"
    assert copied["app_metadata"]
    token = state.session.token.get_secret_value()
    for part in token.split("."):
        assert part not in text
        assert part not in shop.words
    await closed(shop, dialog)


@pytest.mark.parametrize("path", ["/admin/users/me"])
async def test_a_store_that_does_not_answer_leaves_what_is_known(
    open_shop: OpenShop, tap: Wiretap, path: str
) -> None:
    shop = await open_shop()
    tap.on("GET", path, broken)
    dialog = await opened(shop)
    await shop.reads("returned an error (")
    assert "maya@demo.example" in shop.words
    assert "Not known." in shop.words
    await closed(shop, dialog)


async def test_when_the_session_ends_meanwhile_nothing_is_asked_for_ever(
    open_shop: OpenShop, tap: Wiretap
) -> None:
    shop = await open_shop()
    tap.end_session()
    dialog = await opened(shop)
    await shop.reads("Not known.")
    assert "Asking the store" not in shop.words
    assert "…" not in shop.words.split("\n")
    assert isinstance(shop.services.session.state, Expired)
    await until(lambda: shop.failures)
    await closed(shop, dialog)
    again = await opened(shop)
    await shop.reads("Not known.")
    assert "maya@demo.example" in shop.words
    await closed(shop, again)


async def test_taken_away_it_waits_for_no_answer(open_shop: OpenShop, tap: Wiretap) -> None:
    shop = await open_shop()
    given_up = asyncio.Event()

    async def endlessly(_exchange: Exchange) -> None:
        try:
            await asyncio.Event().wait()
        finally:
            given_up.set()

    tap.on("GET", "/admin/users/me", endlessly)
    dialog = await opened(shop)
    await until(lambda: tap.count("GET", "/admin/users/me"))
    dialog.deleteLater()
    await until(lambda: not isValid(dialog))
    await given_up.wait()
    await turns()
    assert shop.failures == []
