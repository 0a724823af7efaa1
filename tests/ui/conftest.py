"""The screens."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from medusa_console.ui.kit import translations
from tests.ui.alone import open_shop
from tests.ui.driving import Program
from tests.ui.running import clock, demo, keyring, planted, start, steady_loop, tap
from tests.ui.standing import Standing
from tests.ui.standins import Clock

__all__ = ["clock", "demo", "keyring", "open_shop", "planted", "start", "steady_loop", "tap"]


@pytest.fixture(scope="session", autouse=True)
def english(qapp: QApplication) -> Iterator[None]:
    """Texts with a number in their right form, for widgets without the rest of the program."""
    with translations.installed(qapp):
        yield


@pytest.fixture(autouse=True)
def no_key_is_held(qapp: QApplication) -> None:
    """Qt takes Ctrl or Shift of the last keystroke for held until another one comes, also into the
    next test, where the program would take a selection for the beginning of a longer one."""
    QTest.keyRelease(QWidget(), Qt.Key.Key_Control)
    assert qapp.keyboardModifiers() == Qt.KeyboardModifier.NoModifier


@pytest.fixture
async def page(demo: Program) -> Program:
    """The customers, in a window with room for everything."""
    demo.window.resize(1440, 900)
    await demo.customers_page()
    return demo


@pytest.fixture
async def standing(clock: Clock, qapp: QApplication) -> AsyncIterator[Standing]:
    """For a dialog without the rest of the program."""
    standing = Standing(clock)
    yield standing
    await standing.aclose()
