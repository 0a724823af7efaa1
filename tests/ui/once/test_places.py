"""The once-only dialog in every window: what decides about a key is in sight, and stays there."""

from __future__ import annotations

from functools import partial
from itertools import pairwise

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QDialog, QLabel, QPushButton, QWidget

from medusa_console.ui.kit.theme import tokens
from tests.ui.creating import create_secret
from tests.ui.driving import Program
from tests.ui.standins import turns
from tests.ui.wiretap import Wiretap, broken
from tests.waiting import until


def place(dialog: QDialog, name: str) -> QRect:
    """Where the visible part of that name is in `dialog`."""
    (part,) = (one for one in dialog.findChildren(QWidget, name) if one.isVisible())
    return QRect(part.mapTo(dialog, QPoint(0, 0)), part.size())


def in_sight(dialog: QDialog, name: str) -> bool:
    """Whether nothing of that part is scrolled away or cut off."""
    (part,) = (one for one in dialog.findChildren(QWidget, name) if one.isVisible())
    return part.visibleRegion().boundingRect().size() == part.size()


async def test_the_box_and_the_buttons_are_in_sight_in_a_dialog_lower_than_the_window(
    demo: Program,
) -> None:
    size = QSize(640, 400)
    demo.window.resize(size)
    await until(lambda: demo.window.size() == size)
    dialog = await create_secret(demo)
    assert dialog.height() <= 0.8 * size.height()
    for name in ("copySecret", "stored", "done", "discard"):
        await until(partial(in_sight, dialog, name))


async def test_nothing_moves_when_something_is_told(demo: Program, tap: Wiretap) -> None:
    dialog = await create_secret(demo)
    names = ("secretField", "copySecret", "showSecret", "stored", "discard", "done")

    def places() -> list[QRect]:
        return [place(dialog, name) for name in names]

    before = places()
    assert dialog.focusWidget() is demo.find(QPushButton, "copySecret")
    for first, second in pairwise(before[:4]):
        assert not first.intersects(second)
    demo.press("Show")
    await turns()
    assert places() == before
    demo.key(Qt.Key.Key_Escape)
    await demo.reads("Copy the key, tick")
    await turns()
    assert places() == before
    demo.press("Copy and hide")
    await demo.reads("Copied. Clipboard clears in 30 s")
    await turns()
    assert places() == before
    tap.on("POST", "/admin/api-keys/.*/revoke", broken)
    demo.press("Discard and revoke this key")
    await demo.dialog("confirm")
    demo.press("Discard and revoke")
    await demo.reads("Not confirmed: this key may still work.")
    await turns()
    assert places() == before


async def test_the_time_on_the_clipboard_is_a_bar_that_gets_shorter(demo: Program) -> None:
    await create_secret(demo)
    status = demo.find(QLabel, "copyStatus").parentWidget()
    assert status is not None

    def coloured() -> int:
        """How much of the lowest line is of the accent's colour."""
        picture, accent = status.grab().toImage(), QColor(tokens().accent)
        line = picture.height() - 2
        return sum(picture.pixelColor(x, line) == accent for x in range(picture.width()))

    assert coloured() == 0
    demo.press("Copy and hide")
    full = coloured()
    assert full > 0.9 * status.width()
    await demo.clock.advance(15)
    assert abs(coloured() - full / 2) < 5
    demo.press("Keep 30 s longer")
    assert coloured() > 0.9 * full
    demo.press("Clear now")
    assert coloured() == 0
