"""The name of the store in front, large for a moment."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from medusa_console.domain.store import DEMO_STORE, Environment, Store
from medusa_console.tasks import TaskScope
from medusa_console.ui.window.store_name_overlay import SHOWN_SECONDS, StoreNameOverlay
from tests.ui.standins import Clock

EAST = Store("east", "East", "https://east.example", Environment.LIVE)


class Screen:
    def __init__(self, qtbot: QtBot) -> None:
        self.clock = Clock()
        self.failures: list[BaseException] = []
        self.tasks = TaskScope(lambda error, *_: self.failures.append(error), self.clock.value)
        self.area = QWidget()
        self.ended = 0
        qtbot.addWidget(self.area)
        self.area.resize(600, 400)
        self.flash = StoreNameOverlay(self.area, self.tasks)
        self.flash.ended.connect(self._on_ended)
        self.area.show()

    def _on_ended(self) -> None:
        self.ended += 1


@pytest.fixture
async def screen(qtbot: QtBot) -> AsyncIterator[Screen]:
    screen = Screen(qtbot)
    yield screen
    await screen.tasks.aclose()
    assert not screen.failures


async def test_it_stands_for_its_moment(screen: Screen) -> None:
    screen.flash.show_store(EAST)
    await screen.clock.advance(SHOWN_SECONDS - 0.01)
    assert screen.flash.isVisible()
    assert screen.flash.accessibleName() == "East, Live"
    assert screen.ended == 0
    await screen.clock.advance(0.01)
    assert not screen.flash.isVisible()
    assert screen.ended == 1


async def test_another_store_has_a_whole_moment_of_its_own(screen: Screen) -> None:
    screen.flash.show_store(EAST)
    await screen.clock.advance(SHOWN_SECONDS / 2)
    screen.flash.show_store(DEMO_STORE)
    await screen.clock.advance(SHOWN_SECONDS / 2)
    assert screen.flash.isVisible()
    assert screen.ended == 0
    await screen.clock.advance(SHOWN_SECONDS / 2)
    assert not screen.flash.isVisible()
    assert screen.ended == 1


async def test_stopped_it_is_gone_at_once_and_ends_nothing_later(screen: Screen) -> None:
    screen.flash.show_store(EAST)
    screen.flash.stop()
    assert not screen.flash.isVisible()
    await screen.clock.advance(SHOWN_SECONDS)
    assert screen.ended == 0
