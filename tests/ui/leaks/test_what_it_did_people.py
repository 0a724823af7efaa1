"""People and invites that came in with a leaked key: removed and deleted, with proof."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QWidget

from tests.ui.alone import AUDITOR, OpenShop
from tests.ui.driving import CTRL
from tests.ui.leaks.traced import AFTER, MADE, Traced
from tests.ui.said import announcements
from tests.ui.standins import never
from tests.ui.wiretap import Wiretap, answer, broken, held, lost
from tests.waiting import until

DAY = 24 * 60 * 60.0
USERS, INVITES = "/admin/users/.*", "/admin/invites/.*"


@pytest.fixture
async def store(tap: Wiretap, open_shop: OpenShop) -> AsyncIterator[Traced]:
    """A store with roles off, and a leaked key in it."""
    traced = Traced(await open_shop(rbac=False))
    await traced.leak()
    yield traced
    assert not traced.shop.failures


async def confirm(store: Traced) -> None:
    await store.in_front("confirm")
    store.key_press(Qt.Key.Key_Return, CTRL)
    await store.in_front("whatItDid")


async def test_an_invite_is_deleted_at_one_press(store: Traced) -> None:
    invite = await store.invite("new@example.com")
    await store.look()
    (button,) = store.buttons("did.deleteInvite")
    assert button.text() == "Delete invite"
    assert button.accessibleDescription() == "Invite for new@example.com"
    store.press("did.deleteInvite")
    await store.reads("did.joined.done", "Invite for new@example.com: deleted")
    assert not store.buttons("did.deleteInvite")
    assert await store.stored("invites", invite) is None


async def test_whoever_is_gone_is_no_longer_counted(store: Traced) -> None:
    await store.person("Anna")
    await store.invite("new@example.com")
    await store.look()
    assert store.says("did.joined.count") == "2 people · 1 open invite · 2 newer than the leak"
    store.press("did.deleteInvite")
    await store.reads("did.joined.done", "deleted")
    assert store.says("did.joined.count") == "2 people · 0 open invites · 1 newer than the leak"
    store.press("did.remove")
    await confirm(store)
    await store.reads("did.joined.done", "removed")
    assert store.says("did.joined.count") == "1 person · 0 open invites"


async def test_what_was_done_stands_above_those_who_are_left(store: Traced) -> None:
    await store.invite("new@example.com")
    await store.look()
    store.press("did.deleteInvite")
    await store.reads("did.joined.done", "deleted")
    done, button = store.find(QWidget, "did.joined.done"), store.find(QWidget, "did.remove")
    assert done.mapToGlobal(QPoint()).y() < button.mapToGlobal(QPoint()).y()


async def test_an_invite_that_was_accepted_meanwhile_is_no_success(
    store: Traced, tap: Wiretap
) -> None:
    invite = await store.invite("new@example.com")
    await store.look()
    await store.drop("invites", invite)
    store.press("did.deleteInvite")
    await store.reads("did.joined.told", "It is gone already: somebody has deleted it, or accepted")
    assert not store.is_there("did.joined.done")
    assert tap.count("DELETE", INVITES) == 0


async def test_a_lost_answer_is_neither_done_nor_refused_and_nothing_is_repeated(
    store: Traced, tap: Wiretap
) -> None:
    await store.invite("new@example.com")
    await store.look()
    tap.on("DELETE", INVITES, lost)

    async def unreadable_after_the_deletion() -> None:
        await until(lambda: tap.count("DELETE", INVITES) == 1)

    tap.on("GET", INVITES, broken)
    tap.on("GET", INVITES, lambda exchange: exchange.pass_on(exchange.send), once=True)
    store.press("did.deleteInvite")
    await unreadable_after_the_deletion()
    await store.reads("did.joined.told", "Not confirmed: it may still be there.")
    assert tap.count("DELETE", INVITES) == 1
    assert not store.is_there("did.joined.done")
    tap.calm()
    store.press("did.again")
    await until(lambda: not store.buttons("did.deleteInvite"))  # it was deleted after all


async def test_a_lost_answer_is_looked_at_again(store: Traced, tap: Wiretap) -> None:
    await store.invite("new@example.com")
    await store.look()
    tap.on("DELETE", INVITES, lost)
    store.press("did.deleteInvite")
    await store.reads("did.joined.done", "deleted")
    assert tap.count("DELETE", INVITES) == 1


async def test_a_person_is_removed_after_a_question_that_tells_of_their_session(
    store: Traced, monkeypatch: pytest.MonkeyPatch
) -> None:
    await store.person("Older", MADE - timedelta(days=1))
    anna = await store.person("Anna")
    await store.look()
    assert len(store.buttons("did.remove")) == 2  # Nora is another newer one
    store.press("did.remove")
    await store.in_front("confirm")
    assert "Remove “Anna Berg”?" in store.words
    assert "anna@example.com" in store.words
    assert "Medusa can't end a session early: theirs may work until" in store.words
    store.key_press(Qt.Key.Key_Return)  # Enter keeps
    await store.in_front("whatItDid")
    assert await store.stored("users", anna) is not None

    store.press("did.remove")
    await confirm(store)
    await store.reads("did.joined.done", "Anna Berg, anna@example.com: removed")
    assert "Look again after that." in store.says("did.joined.done")
    assert await store.stored("users", anna) is None
    assert len(store.buttons("did.remove")) == 1
    assert not store.is_there("did.said")
    said = announcements(monkeypatch)
    await store.shop.clock.advance(DAY / 2)
    assert not store.is_there("did.said")
    await store.shop.clock.advance(DAY / 2 + 10)  # Date has whole seconds
    told = "The last session of Anna Berg, anna@example.com has ended by now. A second look is due."
    await store.reads("did.said", told)
    assert told in said


async def test_a_person_whom_somebody_else_removed_is_told_so(store: Traced, tap: Wiretap) -> None:
    anna = await store.person("Anna")
    await store.look()
    await store.drop("users", anna)
    store.press("did.remove")
    await confirm(store)
    await store.reads("did.joined.told", "Somebody has removed them already.")
    assert tap.count("DELETE", USERS) == 0


async def test_nobody_is_offered_to_remove_themselves(store: Traced) -> None:
    me = store.shop.services.session.user_id
    other = Traced(store.shop)
    await other.leak()  # the account is older; so the key is made older than the account
    server = await store._server()

    def age() -> None:
        server.database.update("users", me, {"created_at": "2026-01-01T00:00:00.000Z"})
        server.database.update("api_keys", other.root, {"created_at": "2025-01-01T00:00:00.000Z"})
        server.database.commit()

    await store.shop.demo._on_worker(age)
    await other.look()
    assert "This is you. Let another admin look at your account." in other.says("did.joined.whyNot")
    names = other.says("did.joined.name").splitlines()
    assert len(other.buttons("did.remove")) == len(names) - 1


async def test_a_role_that_may_not_remove_anybody_is_told_what_it_lacks(
    open_shop: OpenShop,
) -> None:
    store = Traced(await open_shop(AUDITOR))
    await store.shop.services.permissions.learn()
    await store.leak()
    await store.person("Anna")
    await store.invite("new@example.com")
    await store.key("Feed", store.root)
    await store.look()
    assert not store.buttons("did.remove")
    assert not store.buttons("did.deleteInvite")
    assert not store.buttons("did.revoke")
    assert "your role needs api_key:update" in store.says("did.denied")
    assert not store.is_there("did.passwords")  # roles are on


async def test_a_store_that_refuses_says_why_beside_the_person(store: Traced, tap: Wiretap) -> None:
    await store.person("Anna")
    await store.look()
    tap.on("DELETE", USERS, answer(403, {"type": "forbidden", "message": "Forbidden"}))
    store.press("did.remove")
    await confirm(store)
    await store.reads("did.joined.told", "Not removed.")
    button = store.find(QAbstractButton, "did.again")
    assert button.isEnabled()
    assert all(one.isEnabled() for one in store.buttons("did.remove"))


async def test_many_rows_are_built_some_at_a_time(store: Traced) -> None:
    for number in range(30):
        await store.invite(f"new{number}@example.com", AFTER)
    await store.look()
    assert len(store.buttons("did.deleteInvite")) < 20
    more = store.find(QAbstractButton, "did.joined.more")
    assert more.text() == "Show 11 more"
    store.press("did.joined.more")
    assert len(store.buttons("did.deleteInvite")) == 30
    assert not store.is_there("did.joined.more")


async def test_two_presses_send_one_deletion_and_none_of_the_next_invite(
    store: Traced, tap: Wiretap
) -> None:
    await store.invite("one@example.com")
    await store.invite("two@example.com")
    await store.look()
    answered = asyncio.Event()
    tap.on("DELETE", INVITES, held(answered))
    store.press("did.deleteInvite")
    await until(lambda: tap.count("DELETE", INVITES) == 1)
    store.key_press(Qt.Key.Key_Space)
    store.key_press(Qt.Key.Key_Return)
    answered.set()
    await store.reads("did.joined.done", "deleted")
    store.key_press(Qt.Key.Key_Space)
    await never(lambda: tap.count("DELETE", INVITES) > 1)
    assert len(store.buttons("did.deleteInvite")) == 1
    assert store.find(QAbstractButton, "did.deleteInvite").isEnabled()


async def test_a_second_click_does_not_hit_the_row_that_moves_up(
    store: Traced, tap: Wiretap
) -> None:
    await store.invite("one@example.com")
    await store.invite("two@example.com")
    await store.look()
    store.press("did.deleteInvite")
    await store.reads("did.joined.done", "deleted")
    (left,) = store.buttons("did.deleteInvite")
    QTest.mouseClick(left, Qt.MouseButton.LeftButton)
    await never(lambda: tap.count("DELETE", INVITES) > 1)
    store.press("did.deleteInvite")  # a moment later it counts
    await until(lambda: tap.count("DELETE", INVITES) == 2)


async def test_nobody_is_asked_about_twice_while_their_removal_is_under_way(
    store: Traced, tap: Wiretap
) -> None:
    await store.person("Anna")
    await store.look()
    answered = asyncio.Event()
    tap.on("DELETE", USERS, held(answered))
    store.press("did.remove")
    await confirm(store)
    await until(lambda: tap.count("DELETE", USERS) == 1)
    store.press("did.remove")
    await never(lambda: store.front.objectName() == "confirm")
    answered.set()
    await store.reads("did.joined.done", "Anna Berg, anna@example.com: removed")
