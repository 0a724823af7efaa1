"""Ctrl+Enter on the card of a found key: when it revokes, asks, or does nothing."""

from __future__ import annotations

import threading
from collections.abc import AsyncIterator

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from medusa_console.domain.store import Environment
from medusa_console.ui.leaks.card import LeakCard
from tests.faults import server as faults
from tests.ui.driving import CTRL
from tests.ui.leaks.cards import Bench, Leaky, open_bench, shortened, whole
from tests.ui.said import announcements
from tests.ui.standins import Clock, never
from tests.waiting import until

TOKEN = "sk_" + "a1" * 32
TWIN = TOKEN[:10] + "b2" * 25 + TOKEN[60:]
SECOND = "sk_" + "d4" * 32
PUBLIC = "pk_" + "c3" * 32
KEY, OTHER = "apk_01M0000000000000000000KEY1", "apk_01M0000000000000000000KEY2"


@pytest.fixture
async def bench(qapp: QApplication, clock: Clock) -> AsyncIterator[Bench]:
    async with open_bench(clock) as bench:
        yield bench


async def works(bench: Bench, *others: str) -> tuple[Leaky, LeakCard]:
    """A live store accepts the key, whose card has the focus."""
    eu = await bench.store("Northwind EU")
    eu.add(TOKEN, KEY)
    card = bench.begin(whole(TOKEN), *map(whole, others))
    await bench.reads("It works right now", "Maya Lindqvist")
    return eu, card


async def asks(bench: Bench) -> None:
    """The question is open, and nothing was revoked; then it is closed."""
    await bench.question()
    assert bench.revokes == 0
    bench.key(Qt.Key.Key_Escape)
    await bench.no_question()


async def does_nothing(bench: Bench) -> None:
    await never(lambda: bench.revokes or QApplication.activeModalWidget())


async def test_it_revokes_once_where_everything_is_certain(bench: Bench) -> None:
    eu, card = await works(bench)
    assert bench.buttons("leak.revoke")[0].text().endswith("Ctrl+Enter")
    bench.clock.skip(1)
    bench.control_enter()
    bench.control_enter()
    await bench.reads("Dead in Northwind EU (live)")
    assert eu.revokes == 1
    bench.control_enter()
    await does_nothing_more(bench, 1)
    assert card.case.dead


async def does_nothing_more(bench: Bench, revokes: int) -> None:
    await never(lambda: bench.revokes != revokes or QApplication.activeModalWidget())


async def test_it_asks_before_the_card_has_stood_for_a_second(bench: Bench) -> None:
    _, card = await works(bench)
    bench.clock.skip(0.4)
    bench.control_enter()
    await does_nothing(bench)
    bench.clock.skip(0.5)
    bench.control_enter()
    await asks(bench)
    bench.clock.skip(5)
    card.hide()
    card.show()
    card.setFocus()
    bench.clock.skip(0.9)
    bench.control_enter()
    await asks(bench)


async def test_a_press_in_the_first_moment_is_told_and_counts_when_it_is_repeated(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    said = announcements(monkeypatch)
    eu, _ = await works(bench)
    early = "This card has just changed. Press Ctrl+Enter again."
    bench.clock.skip(0.4)
    bench.control_enter()
    await does_nothing(bench)
    assert bench.words().splitlines().count(early) == 1
    assert said[-1] == early
    bench.clock.skip(1)
    bench.control_enter()
    await bench.reads("Dead in Northwind EU (live)")
    assert early not in bench.words()
    assert eu.revokes == 1


async def test_it_asks_while_the_keys_of_the_paste_are_held(bench: Bench) -> None:
    await works(bench)
    bench.clock.skip(5)
    bench.armed = False
    bench.control_enter()
    await asks(bench)


async def test_it_asks_when_something_new_has_just_arrived(bench: Bench) -> None:
    eu = await bench.store("Northwind EU")
    eu.add(TOKEN, KEY)
    slow = await bench.store("Slow", Environment.STAGING)
    listed = threading.Event()
    slow.server.on("GET", "/admin/api-keys", faults.after(listed, slow._list))
    bench.begin(whole(TOKEN))
    await bench.reads("Reading the keys of Slow…")
    await bench.clock.advance(3)
    await bench.reads("It works right now", "Maya Lindqvist")
    bench.clock.skip(5)
    listed.set()
    await bench.reads("Not in Slow")
    bench.clock.skip(0.9)
    bench.control_enter()
    await asks(bench)


async def test_it_asks_when_permissions_have_just_changed_the_card(bench: Bench) -> None:
    eu, _ = await works(bench)
    bench.clock.skip(5)
    eu.server.on("GET", "/admin/rbac/me/permissions", faults.unknown_route)
    assert eu.connection is not None
    await eu.connection.services.permissions.learn()
    assert "Everything: roles are off" in bench.words()
    bench.clock.skip(0.9)
    bench.control_enter()
    await asks(bench)


async def test_it_asks_where_two_secret_keys_were_found(bench: Bench) -> None:
    await works(bench, SECOND)
    bench.clock.skip(5)
    bench.control_enter()
    await asks(bench)


async def test_it_asks_for_a_key_that_this_program_copied(bench: Bench) -> None:
    bench.copied_ago = 3.0
    await works(bench)
    bench.clock.skip(5)
    bench.control_enter()
    await asks(bench)


async def test_it_asks_where_two_stores_accept_the_key(bench: Bench) -> None:
    for name in ("Northwind EU", "Northwind US"):
        store = await bench.store(name)
        store.add(TOKEN, KEY)
    bench.begin(whole(TOKEN))
    for _ in range(2):
        await bench.press("leak.ask")
    await until(lambda: len(bench.buttons("leak.revoke")) == 2)
    bench.clock.skip(5)
    bench.control_enter()
    await does_nothing(bench)
    bench.buttons("leak.revoke")[1].setFocus()
    bench.control_enter()
    asked = await bench.question()
    assert "Northwind US" in bench.words(asked)
    await asks(bench)


async def test_it_does_nothing_where_the_card_offers_nothing(bench: Bench) -> None:
    eu = await bench.store("Northwind EU")
    eu.add(TWIN, KEY)
    bench.begin(whole(TOKEN))
    await bench.reads("it is another key")
    bench.clock.skip(5)
    bench.control_enter()
    await does_nothing(bench)
    for found in (shortened(TOKEN), whole(PUBLIC)):
        eu.add(PUBLIC, OTHER)
        card = bench.begin(found)
        await until(lambda card=card: bench.buttons("leak.revoke", card))  # type: ignore[misc]
        bench.clock.skip(5)
        bench.control_enter()
        await does_nothing(bench)


async def test_it_does_nothing_when_the_focus_is_elsewhere(bench: Bench) -> None:
    await works(bench)
    elsewhere = QWidget(bench.window)
    elsewhere.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    elsewhere.show()
    elsewhere.setFocus()
    bench.clock.skip(5)
    bench.control_enter()
    await does_nothing(bench)


async def test_on_another_card_it_revokes_nothing_of_this_one(bench: Bench) -> None:
    await works(bench, SECOND)
    other = next(card for card in bench.cards.values() if not bench.buttons("leak.revoke", card))
    other.setFocus()
    bench.clock.skip(5)
    bench.control_enter()
    await does_nothing(bench)


async def test_a_held_key_does_nothing(bench: Bench) -> None:
    _, card = await works(bench)
    bench.clock.skip(5)
    for kind in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress):
        held = QKeyEvent(kind, Qt.Key.Key_Return, CTRL, "\r", autorep=True)
        QApplication.sendEvent(card, held)
    await does_nothing(bench)


async def test_a_card_that_is_behind_the_desk_asks(bench: Bench) -> None:
    _, card = await works(bench)
    bench.clock.skip(5)
    bench.cards.clear()  # the card is told of nothing any more
    bench.desk.begin(bench.desk.reading)  # type: ignore[arg-type]  # it is there
    bench.clock.skip(5)
    card.setFocus()
    bench.control_enter()
    await asks(bench)
