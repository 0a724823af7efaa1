"""The name of the store in front, large for a moment."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from medusa_console.domain.store import DEMO_STORE, Environment, Store
from medusa_console.tasks import TaskScope
from medusa_console.ui.kit.theme import tokens
from medusa_console.ui.window.store_name_overlay import SHOWN_SECONDS, StoreNameOverlay
from tests.ui.painted import painted
from tests.ui.standins import Clock

EAST = Store("east", "East", "https://east.example", Environment.LIVE)


class Screen:
    def __init__(self, qtbot: QtBot) -> None:
        self.clock = Clock()
        self.failures: list[BaseException] = []
        self.tasks = TaskScope(lambda error, *_: self.failures.append(error), self.clock.value)
        self.area = QWidget()
        qtbot.addWidget(self.area)
        self.area.resize(600, 400)
        self.overlay = StoreNameOverlay(self.area, self.tasks)
        self.area.show()


@pytest.fixture
async def screen(qtbot: QtBot) -> AsyncIterator[Screen]:
    screen = Screen(qtbot)
    yield screen
    await screen.tasks.aclose()
    assert not screen.failures


async def test_it_stands_for_its_moment(screen: Screen) -> None:
    screen.overlay.show_store(EAST)
    await screen.clock.advance(SHOWN_SECONDS - 0.01)
    assert screen.overlay.isVisible()
    assert screen.overlay.accessibleName() == "East, Live"
    assert screen.overlay.held.value
    await screen.clock.advance(0.01)
    assert not screen.overlay.isVisible()
    assert not screen.overlay.held.value


async def test_another_store_has_a_whole_moment_of_its_own(screen: Screen) -> None:
    screen.overlay.show_store(EAST)
    await screen.clock.advance(SHOWN_SECONDS / 2)
    screen.overlay.show_store(DEMO_STORE)
    await screen.clock.advance(SHOWN_SECONDS / 2)
    assert screen.overlay.isVisible()
    assert screen.overlay.held.value
    await screen.clock.advance(SHOWN_SECONDS / 2)
    assert not screen.overlay.isVisible()
    assert not screen.overlay.held.value


async def test_stopped_it_is_gone_at_once_and_holds_nothing_any_more(screen: Screen) -> None:
    screen.overlay.show_store(EAST)
    screen.overlay.stop()
    assert not screen.overlay.isVisible()
    assert not screen.overlay.held.value


async def test_stopped_it_does_not_shorten_the_moment_of_the_next(screen: Screen) -> None:
    screen.overlay.show_store(EAST)
    await screen.clock.advance(SHOWN_SECONDS / 2)
    screen.overlay.stop()
    screen.overlay.show_store(DEMO_STORE)
    await screen.clock.advance(SHOWN_SECONDS / 2)
    assert screen.overlay.held.value


async def test_the_name_is_large_on_a_card_in_the_middle(screen: Screen) -> None:
    font = screen.area.font()
    font.setPixelSize(13)
    screen.area.setFont(font)
    ink = tokens().live
    for name in ("East", "A store whose name is longer than any card can be"):
        screen.overlay.show_store(replace(EAST, name=name))
        card = painted(screen.overlay, lambda c: c.name().upper() == ink.ground, screen.area.rect())
        assert card.width() == 360 if name == "East" else 360 < card.width() < 600
        assert (card.center() - screen.area.rect().center()).manhattanLength() <= 2
        letters = painted(screen.overlay, lambda c: c.name().upper() == ink.text, card)
        assert letters.height() >= 18, "capitals of a text of 28 px"
        assert abs(letters.center().x() - card.center().x()) <= 4
        assert card.width() - letters.width() >= 2 * 24
