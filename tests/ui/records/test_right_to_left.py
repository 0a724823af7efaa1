"""A page whose window is laid out from right to left."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.ui.driving import CTRL
from tests.ui.running import Start


@pytest.fixture
def right_to_left(qapp: QApplication) -> Iterator[None]:
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    yield
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


@pytest.mark.usefixtures("right_to_left")
async def test_the_arrow_down_from_the_search_selects_the_first_row(start: Start) -> None:
    program = await start(demo=True)
    await program.keys_page()
    program.key(Qt.Key.Key_F, CTRL)
    program.key(Qt.Key.Key_Down)
    assert len(program.picked) == 1
    program.key(Qt.Key.Key_Escape)
    assert program.picked == []
