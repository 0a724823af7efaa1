"""The screens."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator

import pytest
from PySide6.QtWidgets import QApplication

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
