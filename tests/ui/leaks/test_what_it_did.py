"""What a leaked key did: who joined first, then what it made, and what was not looked at."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator

import pytest
from pydantic import SecretStr
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QListView,
    QScrollArea,
    QWidget,
)

from medusa_console.domain.store import DEMO_EMAIL, DEMO_PASSWORD
from tests.ui.alone import OpenShop
from tests.ui.leaks.traced import AFTER, BEFORE, LEAKED, Traced
from tests.ui.standins import never
from tests.ui.test_hostile_text import SAFE, TITLE, check, look_around
from tests.ui.wiretap import Wiretap, answer, held
from tests.waiting import until


@pytest.fixture
async def store(tap: Wiretap, open_shop: OpenShop) -> AsyncIterator[Traced]:
    """A store with roles off, and a leaked key in it."""
    traced = Traced(await open_shop(rbac=False))
    await traced.leak()
    yield traced
    assert not traced.shop.failures


async def test_it_is_told_in_the_order_of_what_to_do_first(store: Traced) -> None:
    await store.person("Old", BEFORE)
    await store.person("Anna")
    await store.invite("new@example.com")
    child = await store.key("Feed", store.root)
    await store.key("Deeper", child)
    await store.key("Early", store.root, BEFORE)
    await store.customers(3, child)
    await store.groups(["Friends"], store.root, BEFORE)
    gone = await store.key("Gone", store.root)
    await store.key("Behind it", gone)
    await store.drop("api_keys", gone)
    await store.key("Of somebody else", store.shop.services.session.user_id)
    await store.look()

    parts = ("did.joined", "did.passwords", "did.made", "did.notLooked")
    heights = [store.find(QWidget, name).y() for name in parts]
    assert heights == sorted(heights)
    assert "maya@demo.example" in store.words
    assert store.says("did.joined.count") == "3 people · 1 open invite · 2 newer than the leak"
    assert store.says("did.joined.name").splitlines() == [
        "Anna Berg, anna@example.com",
        "Old Berg, old@example.com",
        "Nora Olsen, noroles@demo.example",
        "Invite for new@example.com",
    ]
    when = store.says("did.joined.when").splitlines()
    assert [("after the leak" in one, "before the leak" in one) for one in when] == [
        (True, False),
        (False, True),
        (False, True),
        (True, False),
    ]
    labels = store.front.findChildren(QLabel, "did.joined.when")
    assert [one.property("role") for one in labels] == ["danger", "muted", "muted", "danger"]
    assert store.says("did.passwords.title") == "Everybody sets a new password"
    after, deeper = store.lines("did.after.rows")
    assert after.startswith("Feed · sk_")
    assert "made by this key" in after
    assert deeper.startswith("\u2003Deeper")  # beneath the key that made it
    assert "made by “Feed”" in deeper
    (early,) = store.lines("did.before.rows")
    assert early.startswith("Early")
    assert store.says("did.customers.heading") == "3 customers · 3 after the leak"
    assert len(store.lines("did.customers.rows")) == 3
    assert store.says("did.groups.heading") == "1 customer group"
    (lost,) = store.lines("did.unattributed.rows")
    assert lost.startswith("Behind it")
    assert "made by a key whose record was deleted" in lost
    assert not any("Of somebody else" in line for line in store.lines("did.after.rows"))
    rest = store.says("did.notLooked.never").splitlines()
    assert any(line.startswith("Orders, returns, claims") for line in rest)
    assert any(line.startswith("Uploaded files: Medusa has no list") for line in rest)
    assert not store.is_there("did.notLooked.failed")
    assert not store.is_there("did.nothing")
    assert QApplication.focusWidget() is store.find(QAbstractButton, "did.close")


async def test_nothing_found_is_no_good_news(store: Traced) -> None:
    server = await store._server()
    await store.shop.demo._on_worker(
        lambda: server.database.run("delete from users where email like 'noroles@%'")
    )
    await store.look()
    nobody = "No person and no open invite is newer than the key."
    assert store.says("did.joined.count") == nobody
    assert store.says("did.nothing") == (
        "Nothing carries its name. Reading leaves no trace: assume that whatever it could read was "
        "read."
    )
    assert not store.buttons("did.revoke")
    assert not store.lines("did.after.rows")


async def test_another_date_of_the_leak_splits_anew_at_once(store: Traced) -> None:
    await store.person("Anna")
    await store.key("Feed", store.root, AFTER)
    await store.key("Early", store.root, BEFORE)
    await store.look(reported=None)
    menu = store.find(QComboBox, "did.leaked")
    assert menu.currentText() == "Unknown"
    assert len(store.lines("did.keys.rows")) == 2
    assert not store.lines("did.after.rows")
    assert "leak" not in store.says("did.joined.when")
    assert "newer than the leak" not in store.says("did.joined.count")

    menu.setCurrentText("A date and time")
    moment = store.find(QLineEdit, "did.leaked.moment")
    moment.setText("soon")
    assert "Enter a date and time" in store.says("did.leaked.error")
    assert len(store.lines("did.keys.rows")) == 2
    moment.setText("2099-01-01 00:00")
    assert "has not come yet" in store.says("did.leaked.error")
    assert len(store.lines("did.keys.rows")) == 2
    moment.setText(f"{LEAKED.astimezone():%Y-%m-%d %H:%M}")
    assert [line.split(" ·")[0] for line in store.lines("did.after.rows")] == ["Feed"]
    assert [line.split(" ·")[0] for line in store.lines("did.before.rows")] == ["Early"]
    assert store.says("did.joined.count").endswith("1 newer than the leak")
    menu.setCurrentText("Unknown")
    assert len(store.lines("did.keys.rows")) == 2


async def test_no_date_counts_that_nobody_has_entered(store: Traced) -> None:
    await store.key("Feed", store.root, AFTER)
    await store.look(reported=None)
    store.find(QComboBox, "did.leaked").setCurrentText("A date and time")
    assert "Enter a date and time" in store.words
    assert len(store.lines("did.keys.rows")) == 1
    assert "newer than the leak" not in store.says("did.joined.count")


async def test_what_answers_403_is_told_once_and_looked_at_again(
    tap: Wiretap, open_shop: OpenShop
) -> None:
    store = Traced(await open_shop(rbac=False))
    await store.leak()
    await store.customers(2, store.root)
    forbidden = answer(403, {"type": "forbidden", "message": "Forbidden"})
    for path in ("/admin/customers", "/admin/invites", "/admin/tax-regions"):
        tap.on("GET", path, forbidden)
    await store.look()
    told = store.says("did.notLooked.failed")
    assert told.count("Your account can't view them.") == 1
    assert told.startswith("Invites, customers, tax regions: ") or "customers" in told
    assert "Not everything could be read" in store.says("did.missing")
    assert store.says("did.joined.count") == "1 person"  # nothing is said of the invites
    assert "Not everything could be read" in store.says("did.nothing")
    tap.calm()
    store.press("did.notLooked.again")
    await until(lambda: len(store.lines("did.customers.rows")) == 2)
    assert not store.is_there("did.notLooked.failed")
    assert not store.is_there("did.missing")
    assert "New since the look before: 2 customers" in store.says("did.new")


async def test_reading_shows_how_far_it_is_and_stops(tap: Wiretap, open_shop: OpenShop) -> None:
    store = Traced(await open_shop(rbac=False))
    await store.leak()
    await store.key("Feed", store.root)
    answered = asyncio.Event()
    tap.on("GET", "/admin/customers", held(answered))
    dialog = await store.open()
    await store.reads("did.reading.text", "Reading")
    assert not store.buttons("did.again")
    store.press("did.stop")
    await until(lambda: not store.is_there("did.reading"))
    assert store.says("did.said") == "Stopped. Nothing is shown of what was read."
    answered.set()
    await never(lambda: store.is_there("did.made"))
    tap.calm()
    store.press("did.again")
    await store.looked()
    assert len(store.lines("did.after.rows")) == 1
    tap.on("GET", "/admin/customers", held(asyncio.Event()))
    store.press("did.again")
    await until(lambda: bool(store.buttons("did.stop")))
    assert len(store.lines("did.after.rows")) == 1  # what is known stays in sight
    store.press("did.stop")
    await store.reads("did.said", "Stopped. What is shown is the look before.")
    dialog.reject()


async def test_a_store_that_does_not_answer_leaves_what_was_known(
    tap: Wiretap, open_shop: OpenShop
) -> None:
    store = Traced(await open_shop(rbac=False))
    await store.leak()
    await store.key("Feed", store.root)
    await store.look()
    tap.end_session()
    store.press("did.again")
    await store.reads("did.said", "What is shown is the look before.")
    assert store.wanted_sign_in == 1
    assert len(store.lines("did.after.rows")) == 1
    await store.key("Later", store.root)
    shop = store.shop
    await shop.services.session.sign_in(DEMO_EMAIL, SecretStr(DEMO_PASSWORD), keep=False)
    await until(lambda: len(store.lines("did.after.rows")) == 2)  # it looks again by itself
    assert not store.is_there("did.said")


async def test_a_look_is_kept_for_the_account_that_looked_and_for_nobody_else(
    store: Traced,
) -> None:
    await store.key("Feed", store.root)
    dialog = await store.look()
    dialog.reject()
    await store.key("Later", store.root)
    dialog = await store.look(reported=None)
    assert len(store.lines("did.after.rows")) == 1  # as it was, with the date that counted then
    store.press("did.again")
    await until(lambda: len(store.lines("did.after.rows")) == 2)
    session = store.shop.services.session
    await session.sign_out()
    await until(lambda: store.dialog is None)
    await session.sign_in(DEMO_EMAIL, SecretStr(DEMO_PASSWORD), keep=False)
    assert store.shop.services.looks.of(store.root) is None


async def test_thousands_of_keys_cost_no_more_than_few(store: Traced) -> None:
    child = await store.key("Feed", store.root)
    await store.keys(["Another"], child)
    dialog = await store.look()
    few = len(dialog.findChildren(QWidget))
    await store.keys([f"Child {number}" for number in range(3_000)], child)
    store.press("did.again")
    await store.reads("did.after.heading", "3,002 keys made after the leak")
    await store.looked()
    assert len(dialog.findChildren(QWidget)) - few < 20
    seen = store.lines("did.after.rows")
    assert len(seen) < 1_000
    rows = store.find(QListView, "did.after.rows")
    rows.verticalScrollBar().setValue(rows.verticalScrollBar().maximum())
    await until(lambda: len(store.lines("did.after.rows")) > len(seen))
    store.press("did.after.copy")
    assert len(QApplication.clipboard().text().split()) == 3_002
    assert store.find(QAbstractButton, "did.after.copy").text() == "3,002 IDs copied"


async def test_a_month_keeps_its_capital_letter_in_a_line(store: Traced) -> None:
    await store.key("Dead", store.root, revoked_at="2025-01-15T12:00:00.000Z")
    await store.look()
    (line,) = store.lines("did.after.rows")
    assert " · revoked 15 Jan 2025\n" in line


async def test_a_key_that_still_works_is_to_be_revoked_first(store: Traced) -> None:
    await store.look()
    assert "This key still works. Revoke it first" in store.says("did.alive")
    await store.shop.services.keys.revoke(store.root)
    store.press("did.again")
    await until(lambda: not store.is_there("did.alive"))


async def test_what_strangers_wrote_stays_text(store: Traced) -> None:
    await store.person(TITLE)
    await store.invite(f"{TITLE}@example.com")
    child = await store.key(TITLE, store.root)
    await store.key("x" * 50_000, child)
    await store.key(TITLE, "apk_01GONE")
    await store.look()
    look_around()
    assert SAFE in store.says("did.joined.name")
    lists = [one for one in store.front.findChildren(QListView) if one.isVisible()]
    for model in (one.model() for one in lists):
        for row in range(model.rowCount()):
            index = model.index(row, 0)
            assert "\u202e" not in str(index.data())
            assert len(str(index.data())) < 1_000
            check(str(index.data(Qt.ItemDataRole.ToolTipRole)))
    store.press("did.revoke")
    await store.in_front("did.preview")
    look_around()
    model = store.find(QListView, "did.preview.keys").model()
    assert "\u202e" not in str(model.index(0, 0).data())


async def test_all_of_it_is_reached_without_a_mouse(store: Traced) -> None:
    await store.person("Anna")
    await store.invite("new@example.com")
    await store.key("Feed", store.root)
    dialog = await store.look()
    reached = set()
    for _ in range(40):
        store.key_press(Qt.Key.Key_Tab)
        focus = QApplication.focusWidget()
        assert focus is not None
        reached.add(focus.objectName())
    assert reached >= {
        *("did.leaked", "did.joined.title", "did.remove", "did.deleteInvite"),
        *("did.passwords.title", "did.made.title", "did.after.rows", "did.after.copy"),
        *("did.notLooked.title", "did.notLooked.never", "did.again", "did.revoke", "did.close"),
    }
    bar = dialog.findChildren(QScrollArea)[0].verticalScrollBar()
    store.find(QAbstractButton, "did.close").setFocus()
    bar.setValue(0)
    store.key_press(Qt.Key.Key_PageDown)
    assert bar.value() > 0
    store.key_press(Qt.Key.Key_PageUp)
    assert bar.value() == 0


async def test_without_the_list_of_keys_the_rest_is_told_and_nothing_is_promised(
    store: Traced, tap: Wiretap
) -> None:
    await store.person("Anna")
    record = await store.record()
    assert record.id == store.root
    tap.on("GET", "/admin/api-keys", answer(500, {}))
    await store.look()
    assert store.says("did.missing").startswith("Not everything could be read: keys")
    assert "Not everything could be read" in store.says("did.nothing")
    assert "Anna Berg" in store.says("did.joined.name")
    assert not store.buttons("did.revoke")
