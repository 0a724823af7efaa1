"""What a person may not do is to be seen, cannot be pressed, and says why."""

from __future__ import annotations

from dataclasses import replace
from html import unescape

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLabel, QMenu, QPushButton, QTableView

from medusa_console.domain.errors import SignInNeeded
from medusa_console.domain.store import DEMO_EMAIL
from tests.ui.alone import AUDITOR, OpenShop, Shop, customers_page, keys_page
from tests.ui.driving import plain
from tests.ui.standins import never
from tests.ui.wiretap import Wiretap, answer
from tests.waiting import until

PERMISSIONS = "/admin/rbac/me/permissions"
MAY_NOT_CREATE = "You can't create keys: your role needs api_key:create."
MAY_NOT_CHANGE = "You can't edit or revoke keys: your role needs api_key:update."
READ_ONLY = "Read-only on this computer."


def pick(shop: Shop, state: str) -> None:
    """Select the first key of that state."""
    table = shop.find(QTableView, "keys")
    model = table.model()
    titles = [model.headerData(n, Qt.Orientation.Horizontal) for n in range(model.columnCount())]
    column = titles.index("State")
    states = [str(model.index(row, column).data()) for row in range(model.rowCount())]
    row = next(n for n, one in enumerate(states) if one.startswith(state))
    # Not selectRow, which asks for the keys that are held down.
    flags = QItemSelectionModel.SelectionFlag
    table.selectionModel().setCurrentIndex(model.index(row, 0), flags.ClearAndSelect | flags.Rows)


def action(shop: Shop, words: str) -> QAction:
    menu = shop.window.findChildren(QMenu)
    return next(a for m in menu for a in m.actions() if plain(a.text()).rstrip("…") == words)


async def test_an_auditor_sees_what_they_may_not_do_and_why(open_shop: OpenShop) -> None:
    shop = await open_shop(AUDITOR)
    await keys_page(shop)
    create = shop.find(QPushButton, "createKey")
    await until(lambda: not create.isEnabled())
    assert create.accessibleDescription() == MAY_NOT_CREATE
    assert MAY_NOT_CREATE in unescape(create.toolTip())
    pick(shop, "Active")
    revoke = shop.find(QPushButton, "revoke")
    assert not revoke.isEnabled()
    assert revoke.accessibleDescription() == MAY_NOT_CHANGE
    note = shop.find(QLabel, "drawer.note")
    assert note.isVisible()
    assert note.text() == f"{MAY_NOT_CHANGE} {MAY_NOT_CREATE}", "a rotation creates a key"
    for words in ("Create key", "Rename", "Revoke"):
        assert not action(shop, words).isEnabled(), words
    assert MAY_NOT_CHANGE in unescape(action(shop, "Revoke").toolTip())
    pick(shop, "Revoked")
    assert note.text() == (
        f"{MAY_NOT_CHANGE} You can't delete records of keys: your role needs api_key:delete."
    )


async def test_a_key_on_the_keyboard_does_not_get_around_it(
    tap: Wiretap, open_shop: OpenShop
) -> None:
    shop = await open_shop(AUDITOR)
    await keys_page(shop)
    await until(lambda: not shop.find(QPushButton, "createKey").isEnabled())
    pick(shop, "Active")
    table = shop.find(QTableView, "keys")
    table.setFocus()
    await until(table.hasFocus)
    sent = tap.count("POST", ".*")
    QTest.keyClick(table, Qt.Key.Key_Delete)
    QTest.keyClick(table, Qt.Key.Key_F2)
    QTest.keyClick(table, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    await never(lambda: shop.window.findChildren(QDialog) or tap.count("POST", ".*") > sent)
    assert shop.window.focusWidget() is table


@pytest.mark.parametrize(
    ("key", "modifiers", "what"),
    [
        (
            Qt.Key.Key_N,
            Qt.KeyboardModifier.ControlModifier,
            "create keys: your role needs api_key:create",
        ),
        (
            Qt.Key.Key_F2,
            Qt.KeyboardModifier.NoModifier,
            "edit or revoke keys: your role needs api_key:update",
        ),
        (
            Qt.Key.Key_Delete,
            Qt.KeyboardModifier.NoModifier,
            "edit or revoke keys: your role needs api_key:update",
        ),
    ],
)
async def test_a_key_on_the_keyboard_says_why_it_does_nothing(
    open_shop: OpenShop, key: Qt.Key, modifiers: Qt.KeyboardModifier, what: str
) -> None:
    shop = await open_shop(AUDITOR)
    await keys_page(shop)
    await until(lambda: not shop.find(QPushButton, "createKey").isEnabled())
    pick(shop, "Active")
    table = shop.find(QTableView, "keys")
    table.setFocus()
    await until(table.hasFocus)
    QTest.keyClick(table, key, modifiers)
    await until(lambda: shop.notices)
    (notice,) = shop.notices
    assert notice.text == f"You can't {what}."


async def test_what_a_key_on_the_keyboard_said_is_gone_once_it_may(
    tap: Wiretap, open_shop: OpenShop
) -> None:
    shop = await open_shop(AUDITOR)
    page = await keys_page(shop)
    create = shop.find(QPushButton, "createKey")
    await until(lambda: not create.isEnabled())
    table = shop.find(QTableView, "keys")
    table.setFocus()
    await until(table.hasFocus)
    QTest.keyClick(table, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    await until(lambda: shop.notices)
    tap.on("GET", PERMISSIONS, answer(200, {"permissions": ["api_key:read", "api_key:create"]}))
    page.refresh()
    await until(create.isEnabled)
    assert shop.notices == []


async def test_the_permissions_are_asked_after_the_rows_and_again_with_a_refresh(
    tap: Wiretap, open_shop: OpenShop
) -> None:
    shop = await open_shop(AUDITOR)
    page = await keys_page(shop)
    await until(lambda: tap.count("GET", PERMISSIONS) == 1)
    order = [asked.path for asked in tap.requests]
    assert order.index("/admin/api-keys") < order.index(PERMISSIONS)
    shop.find(QTableView, "keys").verticalScrollBar().setValue(10_000)
    await never(lambda: tap.count("GET", PERMISSIONS) > 1)
    page.refresh()
    await until(lambda: tap.count("GET", PERMISSIONS) == 2)


async def test_a_right_that_was_granted_meanwhile_counts_with_the_next_look(
    tap: Wiretap, open_shop: OpenShop
) -> None:
    shop = await open_shop(AUDITOR)
    page = await keys_page(shop)
    create = shop.find(QPushButton, "createKey")
    await until(lambda: not create.isEnabled())
    pick(shop, "Active")
    revoke = shop.find(QPushButton, "revoke")
    assert not revoke.isEnabled()
    tap.on("GET", PERMISSIONS, answer(200, {"permissions": ["api_key:read", "api_key:update"]}))
    page.refresh()
    await until(revoke.isEnabled)
    assert not create.isEnabled()
    assert not shop.find(QPushButton, "rotate").isEnabled()
    assert shop.find(QLabel, "drawer.note").text() == MAY_NOT_CREATE


async def test_where_roles_are_off_everything_is_offered(open_shop: OpenShop, tap: Wiretap) -> None:
    shop = await open_shop(rbac=False)
    await keys_page(shop)
    await until(lambda: tap.count("GET", PERMISSIONS) == 1)
    await until(lambda: shop.find(QPushButton, "createKey").isEnabled())
    pick(shop, "Active")
    assert shop.find(QPushButton, "revoke").isEnabled()
    assert shop.find(QPushButton, "revoke").toolTip() == "<qt>Del</qt>"
    assert not shop.find(QLabel, "drawer.note").isVisible()


async def test_on_a_read_only_store_nothing_can_be_changed_until_the_switch_is_off(
    open_shop: OpenShop,
) -> None:
    shop = await open_shop(DEMO_EMAIL)
    shop.store = replace(shop.store, read_only=True)
    await keys_page(shop)
    pick(shop, "Active")
    create, rename = shop.find(QPushButton, "createKey"), shop.find(QPushButton, "rename")
    assert not create.isEnabled()
    assert create.accessibleDescription() == READ_ONLY
    assert shop.find(QLabel, "drawer.note").text() == READ_ONLY
    shop.store = replace(shop.store, read_only=False)
    shop.store_changed.announce(None)
    assert create.isEnabled()
    assert rename.isEnabled()
    assert create.accessibleDescription() == "Ctrl+N"
    assert not shop.find(QLabel, "drawer.note").isVisible()


async def test_customers_are_barred_as_keys_are(open_shop: OpenShop) -> None:
    shop = await open_shop()
    shop.store = replace(shop.store, read_only=True)
    await customers_page(shop)
    for name in ("createGuest", "registerCustomer"):
        assert not shop.find(QPushButton, name).isEnabled()
        assert shop.find(QPushButton, name).accessibleDescription() == READ_ONLY
    shop.find(QTableView, "customers").selectRow(0)
    for name in ("editCustomer", "deleteCustomer.open"):
        assert not shop.find(QPushButton, name).isEnabled(), name
    assert shop.find(QLabel, "drawer.note").text() == READ_ONLY
    assert not action(shop, "Register customer").isEnabled()


async def test_what_has_just_come_to_the_front_cannot_be_destroyed_by_a_click_meant_for_another(
    open_shop: OpenShop,
) -> None:
    shop = await open_shop()
    await keys_page(shop)
    pick(shop, "Active")
    revoke, rename = shop.find(QPushButton, "revoke"), shop.find(QPushButton, "rename")
    revoke.setFocus()
    await until(revoke.hasFocus)
    shop.held.value = True
    assert not revoke.isEnabled()
    assert not action(shop, "Revoke").isEnabled()
    assert rename.isEnabled()
    assert shop.find(QPushButton, "createKey").isEnabled()
    pick(shop, "Revoked")
    assert not shop.find(QPushButton, "deleteRecord").isEnabled(), "not of another row either"
    pick(shop, "Active")
    shop.held.value = False
    assert revoke.isEnabled()
    assert action(shop, "Revoke").isEnabled()
    assert revoke.hasFocus(), "the focus is where it was"


async def test_a_focus_that_was_moved_while_held_stays_there(open_shop: OpenShop) -> None:
    shop = await open_shop()
    await keys_page(shop)
    pick(shop, "Active")
    shop.find(QPushButton, "revoke").setFocus()
    shop.held.value = True
    create = shop.find(QPushButton, "createKey")
    create.setFocus()
    shop.held.value = False
    assert create.hasFocus()


async def test_a_refused_action_is_offered_again_for_the_same_key(
    tap: Wiretap, open_shop: OpenShop
) -> None:
    shop = await open_shop()
    await keys_page(shop)
    pick(shop, "Active")
    title = shop.find(QLabel, "drawer.title").text()
    await until(lambda: tap.count("GET", PERMISSIONS) == 1)
    tap.end_session()
    shop.find(QPushButton, "revoke").click()
    await until(lambda: any(failure.doing for failure in shop.failures))
    failure = next(failure for failure in shop.failures if failure.doing)
    assert isinstance(failure.error, SignInNeeded)
    assert failure.doing is not None
    assert failure.doing.words == f"Revoke {title}"
    assert failure.again is not None
    pick(shop, "Revoked")  # meanwhile something else is looked at
    refused = len(shop.failures)
    failure.again()
    # What nobody asked for may fail meanwhile, too.
    await until(lambda: any(one.doing for one in shop.failures[refused:]))
    assert [one.doing for one in shop.failures[refused:] if one.doing] == [failure.doing]
