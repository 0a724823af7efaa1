"""'Revoke what it made…': a preview, a run with proof by record, and a further look."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace

import pytest
from pydantic import SecretStr
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit

from medusa_console.domain.store import DEMO_EMAIL, DEMO_PASSWORD, DEMO_STORE, Environment
from medusa_console.ui.leaks.check_list import CheckList
from tests.ui.alone import OpenShop
from tests.ui.driving import CTRL
from tests.ui.leaks.traced import BEFORE, Traced
from tests.ui.standins import never
from tests.ui.wiretap import Exchange, Wiretap, answer, broken, held, lost
from tests.waiting import until

REVOKE = "/admin/api-keys/.*/revoke"


@pytest.fixture
async def store(tap: Wiretap, open_shop: OpenShop) -> AsyncIterator[Traced]:
    """A store with roles off, and a leaked key in it."""
    traced = Traced(await open_shop(rbac=False))
    await traced.leak()
    yield traced
    assert not traced.shop.failures


async def preview(store: Traced) -> CheckList:
    store.press("did.revoke")
    await store.in_front("did.preview")
    return store.find(CheckList, "did.preview.keys")


def rows(store: Traced) -> list[tuple[str, bool | None]]:
    """The titles in the preview, and whether each is ticked; None if it cannot be."""
    model = store.find(CheckList, "did.preview.keys").model()
    ticked = {Qt.CheckState.Checked: True, Qt.CheckState.Unchecked: False, None: None}
    found = []
    for row in range(model.rowCount()):
        index = model.index(row, 0)
        title = str(index.data()).partition(" · ")[0]
        found.append((title, ticked[index.data(Qt.ItemDataRole.CheckStateRole)]))
    return found


async def confirm(store: Traced) -> None:
    store.key_press(Qt.Key.Key_Return, CTRL)
    await store.in_front("whatItDid")


async def ended(store: Traced) -> None:
    """Wait until the run has ended and the store was looked at again."""
    await until(lambda: store.says("did.run.title").startswith("Result"))
    await store.looked()


async def test_ticked_are_living_secret_keys_after_the_leak_and_nothing_else(
    store: Traced,
) -> None:
    child = await store.key("Feed", store.root)
    grandchild = await store.key("Deeper", child)
    await store.key("Early", store.root, BEFORE)
    public = await store.key("Storefront X", child, kind="publishable")
    dead = await store.key("Dead", store.root, revoked_at="2026-01-01T00:00:00.000Z")
    await store.look()
    listed = await preview(store)
    assert rows(store) == [
        ("Feed", True),
        ("Deeper", True),
        ("Early", False),
        ("Dead", None),
        ("Storefront X", None),
    ]
    assert "Publishable keys cannot be ticked here" in store.says("did.preview.public")
    listed.set_ticked(4, True)
    assert rows(store)[4] == ("Storefront X", None)
    assert store.says("did.preview.title") == "Revoke 2 keys?"
    assert QApplication.focusWidget() is store.find(QAbstractButton, "did.preview.keep")
    store.key_press(Qt.Key.Key_Return)  # Enter keeps
    await store.in_front("whatItDid")
    assert len(await store.working([child, grandchild])) == 2

    await preview(store)
    await confirm(store)
    await ended(store)
    assert await store.working([child, grandchild, public]) == ["Storefront X"]
    assert await store.stored("api_keys", dead) is not None
    lines = store.lines("did.run.rows")
    assert [line.split(" · ")[0] for line in lines] == ["Feed", "Deeper"]
    assert all("by Maya Lindqvist" in line for line in lines)
    assert "2 of 2 keys · 2 done" in store.says("did.run.told")
    assert all("revoked" in line for line in store.lines("did.after.rows")[:2])
    assert store.shop.services.evidence.holds(child)


async def test_where_nothing_is_left_to_revoke_the_preview_says_so(store: Traced) -> None:
    await store.key("Dead", store.root, revoked_at="2026-01-01T00:00:00.000Z")
    await store.key("Storefront X", store.root, kind="publishable")
    await store.look()
    await preview(store)
    assert store.says("did.preview.title") == "Revoke what it made?"
    assert store.says("did.preview.why") == "None of these is a secret key that still works."


async def test_without_a_date_nothing_is_ticked(store: Traced) -> None:
    await store.key("Feed", store.root)
    await store.look(reported=None)
    listed = await preview(store)
    assert rows(store) == [("Feed", False)]
    assert "The leak's date is unknown" in store.says("did.preview.why")
    action = store.find(QAbstractButton, "did.preview.action")
    assert not action.isEnabled()
    listed.setFocus()
    listed.setCurrentIndex(listed.model().index(0, 0))
    store.key_press(Qt.Key.Key_Space)
    assert action.isEnabled()
    assert action.accessibleName() == "Revoke 1 key"


async def test_what_is_new_in_the_further_look_is_asked_about_and_never_revoked_unseen(
    store: Traced, tap: Wiretap
) -> None:
    child = await store.key("Feed", store.root)
    await store.look()
    planted: list[str] = []

    async def make_another(exchange: Exchange) -> None:
        planted.append(await store.key("Meanwhile", child))
        await exchange.pass_on(exchange.send)

    tap.on("POST", REVOKE, make_another, once=True)
    await preview(store)
    await confirm(store)
    await store.in_front("did.preview")  # the further look has found one
    assert rows(store) == [("New: Meanwhile", True), ("Feed", None)]
    assert "1 new since the last preview" in store.says("did.preview.told")
    assert await store.working(planted) == ["Meanwhile"]
    store.key_press(Qt.Key.Key_Escape)
    await store.in_front("whatItDid")
    assert "New since the look before: 1 key" in store.says("did.new")
    assert store.find(QAbstractButton, "did.revoke").text() == "Revoke what it made…"
    await never(lambda: tap.count("POST", REVOKE) > 1)

    await preview(store)
    await confirm(store)
    await until(lambda: tap.count("POST", REVOKE) == 2)
    await ended(store)
    assert await store.working(planted) == []
    assert not store.is_there("did.new")


async def test_a_lost_answer_is_looked_at_again(store: Traced, tap: Wiretap) -> None:
    await store.keys(["One", "Two"], store.root)
    await store.look()
    tap.on("POST", REVOKE, lost)
    await preview(store)
    await confirm(store)
    await ended(store)
    assert "2 done" in store.says("did.run.told")
    assert tap.count("POST", REVOKE) == 2


async def test_an_answer_that_stays_unknown_is_not_done(store: Traced, tap: Wiretap) -> None:
    child = await store.key("One", store.root)
    await store.look()
    tap.on("POST", REVOKE, broken)
    tap.on("GET", f"/admin/api-keys/{child}", broken)
    await preview(store)
    await confirm(store)
    await ended(store)
    assert "1 not confirmed" in store.says("did.run.told")
    assert "treat the key as working" in store.lines("did.run.rows")[0]
    tap.calm()
    store.press("did.run.retry")
    await until(lambda: "1 done" in store.says("did.run.told"))
    await store.looked()
    assert await store.working([child]) == []


async def test_a_key_that_somebody_else_revoked_meanwhile_counts_as_such(store: Traced) -> None:
    child = await store.key("One", store.root)
    await store.look()
    await preview(store)
    server = await store._server()

    def revoke() -> None:
        values = {"revoked_at": "2026-01-02T00:00:00.000Z", "revoked_by": "user_01OTHER"}
        server.database.update("api_keys", child, values)
        server.database.commit()

    await store.shop.demo._on_worker(revoke)
    await confirm(store)
    await ended(store)
    assert "1 needed nothing" in store.says("did.run.told")
    assert "Already revoked" in store.lines("did.run.rows")[0]


async def test_stop_leaves_the_rest_untouched_and_no_more_than_four_are_in_flight(
    store: Traced, tap: Wiretap
) -> None:
    ids = await store.keys([f"Feed {number}" for number in range(9)], store.root)
    await store.look()
    answered = asyncio.Event()
    tap.on("POST", REVOKE, held(answered))
    await preview(store)
    await confirm(store)
    await until(lambda: tap.count("POST", REVOKE) == 4)
    await never(lambda: tap.count("POST", REVOKE) > 4)
    assert not store.find(QAbstractButton, "did.revoke").isEnabled()
    store.press("did.run.stop")
    answered.set()
    await ended(store)
    assert "5 not touched" in store.says("did.run.told")
    assert len(await store.working(ids)) == 5
    assert tap.count("POST", REVOKE) == 4


async def test_a_closed_dialog_does_not_break_the_run(store: Traced, tap: Wiretap) -> None:
    ids = await store.keys(["One", "Two", "Three", "Four", "Five", "Six"], store.root)
    dialog = await store.look()
    answered = asyncio.Event()
    tap.on("POST", REVOKE, held(answered))
    await preview(store)
    await confirm(store)
    await until(lambda: tap.count("POST", REVOKE) == 4)
    dialog.reject()
    await until(lambda: store.dialog is None)
    answered.set()
    bulk = store.shop.services.bulk
    await until(lambda: not bulk.busy)
    assert await store.working(ids) == []


async def test_one_run_at_a_time(store: Traced, tap: Wiretap) -> None:
    await store.keys(["One", "Two"], store.root)
    dialog = await store.look()
    answered = asyncio.Event()
    tap.on("POST", REVOKE, held(answered))
    await preview(store)
    await confirm(store)
    await until(lambda: tap.count("POST", REVOKE) == 2)
    dialog.reject()
    await until(lambda: store.dialog is None)
    await store.look()
    store.press("did.revoke")
    await store.reads("did.said", "Another run is under way in this store.")
    answered.set()
    await until(lambda: not store.shop.services.bulk.busy)


async def test_at_most_500_are_revoked_in_a_round(store: Traced) -> None:
    await store.keys([f"Feed {number}" for number in range(503)], store.root)
    await store.look()
    listed = await preview(store)
    assert store.says("did.preview.title") == "Revoke 500 keys?"
    action = store.find(QAbstractButton, "did.preview.action")
    assert action.isEnabled()
    listed.set_ticked(501, True)
    assert not action.isEnabled()
    assert "At most 500 keys at once." in store.says("did.preview.tooMany")
    listed.set_ticked(0, False)
    assert action.isEnabled()


@pytest.fixture
async def live(tap: Wiretap, open_shop: OpenShop) -> Traced:
    """A live store that has no working secret keys but those that leaked."""
    shop = await open_shop(rbac=False)
    shop.store = replace(DEMO_STORE, environment=Environment.LIVE)
    traced = Traced(shop)
    server = await traced._server()

    def empty() -> None:
        server.database.run("delete from api_keys where type = 'secret'")
        server.database.commit()

    await shop.demo._on_worker(empty)
    await traced.leak()
    return traced


async def test_a_live_store_that_would_be_left_without_a_secret_key_takes_its_name(
    live: Traced,
) -> None:
    ids = await live.keys(["One", "Two"], live.root)
    server = await live._server()

    def die() -> None:
        server.database.update("api_keys", live.root, {"revoked_at": "2026-01-01T00:00:00.000Z"})
        server.database.commit()

    await live.look()
    listed = await preview(live)
    action = live.find(QAbstractButton, "did.preview.action")
    await until(action.isEnabled)  # the leaked key itself still works: nothing is emptied
    live.key_press(Qt.Key.Key_Escape)
    await live.in_front("whatItDid")
    await live.shop.demo._on_worker(die)
    listed = await preview(live)
    await until(lambda: live.is_there("many.name"))
    action = live.find(QAbstractButton, "did.preview.action")
    assert not action.isEnabled()
    assert "These are all 2 working secret keys of Demo store (live)." in live.words
    live.find(QLineEdit, "many.name").setText("demo store")
    assert action.isEnabled()
    live.find(QLineEdit, "many.name").clear()
    listed.set_ticked(0, False)
    assert not live.is_there("many.name")
    assert action.isEnabled()
    assert len(await live.working(ids)) == 2


async def test_a_live_store_that_does_not_tell_which_keys_work_is_not_emptied(
    live: Traced, tap: Wiretap
) -> None:
    await live.keys(["One", "Two"], live.root)
    await live.look()
    tap.on("GET", "/admin/api-keys", answer(500, {}))
    await preview(live)
    await live.reads("formProblem", "error")
    assert not live.find(QAbstractButton, "did.preview.action").isEnabled()


async def test_what_came_during_a_run_is_asked_about_after_it(store: Traced, tap: Wiretap) -> None:
    await store.keys(["One", "Two"], store.root)
    await store.look()
    answered = asyncio.Event()
    tap.on("POST", REVOKE, held(answered))
    await preview(store)
    await confirm(store)
    await until(lambda: tap.count("POST", REVOKE) == 2)
    await store.key("Meanwhile", store.root)
    store.press("did.again")
    await until(lambda: len(store.lines("did.after.rows")) == 3)
    await store.looked()
    text = store.find(QAbstractButton, "did.revoke").text()
    assert text == "Revoke what it made… (1 new)"
    answered.set()
    await store.in_front("did.preview")
    assert rows(store)[0] == ("New: Meanwhile", True)


async def test_a_run_waits_for_the_password_and_goes_on_for_the_same_account(
    store: Traced, tap: Wiretap
) -> None:
    ids = await store.keys(["One", "Two"], store.root)
    await store.look()
    tap.end_session_at("POST", REVOKE)
    await preview(store)
    await confirm(store)
    await store.reads("did.run.hold", "Your session at Demo store has ended.")
    store.press("did.run.signIn")
    assert store.wanted_sign_in == 1
    session = store.shop.services.session
    await session.sign_in(DEMO_EMAIL, SecretStr(DEMO_PASSWORD), keep=False)
    await ended(store)
    assert "2 done" in store.says("did.run.told")
    assert await store.working(ids) == []
