"""My account: who, what they may do, how long; and never the token."""

from __future__ import annotations

import asyncio
import json

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from shiboken6 import isValid

from medusa_console.api.rbac import ROLES
from medusa_console.services.session import Expired, SignedIn
from medusa_console.ui.kit.ask import answer as answered
from medusa_console.ui.session.my_account import MyAccount
from medusa_console.ui.words import labels
from tests.ui.alone import AUDITOR, OpenShop, Shop
from tests.ui.standins import turns
from tests.ui.wiretap import Exchange, Wiretap, answer, broken, unknown_route
from tests.waiting import until


async def opened(shop: Shop) -> MyAccount:
    shop.show(QWidget())
    dialog = MyAccount(shop.window, shop.context)

    async def ask() -> None:
        await answered(dialog)

    shop.tasks.start(ask())
    await until(dialog.isVisible)
    return dialog


async def closed(shop: Shop, dialog: MyAccount) -> None:
    shop.find(QPushButton, "close").click()
    await until(lambda: not shop.window.findChildren(MyAccount))


async def test_an_account_with_a_role_sees_what_it_may_do_here(
    open_shop: OpenShop, tap: Wiretap
) -> None:
    shop = await open_shop(AUDITOR)
    granted = ["api_key:read", "order:read", "order_change:read", "product:update"]
    tap.on("GET", "/admin/rbac/me/permissions", answer(200, {"permissions": granted}))
    dialog = await opened(shop)
    for text in ("Rasmus Holt", AUDITOR, "Auditor", "API keys"):
        await shop.reads(text)
    table = shop.find(QWidget, "account.permissions")
    told = [sign.accessibleName() for sign in table.findChildren(QWidget) if sign.accessibleName()]
    assert told[:2] == ["API keys, View: allowed", "API keys, Create: not allowed"]
    assert len(told) == 7 * 4
    others = shop.find(QLabel, "account.others")
    assert not others.isVisible()
    shop.find(QPushButton, "account.more").click()
    assert others.isVisible()
    lines = [line.partition(":")[0] for line in others.text().split("\n")]
    assert lines == ["Order, order change", "Product"]
    state = shop.services.session.state
    assert isinstance(state, SignedIn)
    assert labels.exact(state.session.began_at) in shop.words
    assert labels.exact(state.session.expires_at) in shop.words
    await closed(shop, dialog)


async def test_a_deleted_role_is_why_the_store_refuses_everything(
    open_shop: OpenShop, tap: Wiretap
) -> None:
    shop = await open_shop(AUDITOR)
    tap.on("GET", "/admin/rbac/me/permissions", broken)
    left = {"rbac_roles": [None], "rbac_roles_link": [{"rbac_role_id": "role_gone"}]}
    me = answer(200, {"user": {"id": shop.services.session.user_id, **left}})
    tap.on("GET", "/admin/users/me", me, parameters={"fields": f"id,{ROLES}"})
    dialog = await opened(shop)
    await shop.reads("A role you have was deleted. Until an admin takes it from you")
    await closed(shop, dialog)


async def test_full_access_is_one_line(open_shop: OpenShop) -> None:
    shop = await open_shop()
    dialog = await opened(shop)
    await shop.reads("Super Admin: full access")
    assert shop.window.findChild(QWidget, "account.permissions") is None
    await closed(shop, dialog)


async def test_a_store_without_roles_says_so(open_shop: OpenShop) -> None:
    shop = await open_shop(rbac=False)
    dialog = await opened(shop)
    await shop.reads("Roles are off: every admin has full access.")
    assert "Roles" not in shop.words.split("\n")
    await closed(shop, dialog)


async def test_somebody_without_a_role_is_told_that(open_shop: OpenShop) -> None:
    shop = await open_shop("noroles@demo.example")
    dialog = await opened(shop)
    await shop.reads("None in this store. Ask an admin for a role.")
    assert "None" in shop.words.split("\n")
    await closed(shop, dialog)


async def test_the_session_details_are_copied_without_the_token(open_shop: OpenShop) -> None:
    shop = await open_shop()
    dialog = await opened(shop)
    state = shop.services.session.state
    assert isinstance(state, SignedIn)
    shop.find(QPushButton, "account.details").click()
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


async def test_where_no_route_tells_them_the_permissions_are_unknown_and_not_full_access(
    open_shop: OpenShop, tap: Wiretap
) -> None:
    shop = await open_shop()
    tap.on("GET", "/admin/rbac/me/permissions", unknown_route)
    dialog = await opened(shop)
    await shop.reads("Permissions unknown. The store decides.")
    assert "full access" not in shop.words
    assert "Roles" not in shop.words.split("\n"), "nobody has told them"
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
    assert "Permissions unknown. The store decides." in shop.words
    await closed(shop, dialog)


async def test_when_the_session_ends_meanwhile_nothing_is_asked_for_ever(
    open_shop: OpenShop, tap: Wiretap
) -> None:
    shop = await open_shop()
    tap.end_session()
    dialog = await opened(shop)
    await shop.reads("Permissions unknown. The store decides.")
    assert "Asking the store" not in shop.words
    assert "…" not in shop.words.split("\n")
    assert isinstance(shop.services.session.state, Expired)
    await until(lambda: shop.failures)
    await closed(shop, dialog)
    again = await opened(shop)
    await shop.reads("Permissions unknown. The store decides.")
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
