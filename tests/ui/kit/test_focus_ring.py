"""The ring around what has the focus: never around a heading, never over what covers it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QFocusFrame, QFrame, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from medusa_console.ui.kit.focus_ring import FocusRing
from medusa_console.ui.kit.label import PlainLabel
from tests.waiting import until


@pytest.fixture
def ring(qapp: QApplication) -> Iterator[FocusRing]:
    ring = FocusRing(qapp, qapp)
    yield ring
    ring.deleteLater()
    qapp.sendPostedEvents(None, 52)  # deferred deletes


async def window_of(qtbot: QtBot, focus: QWidget) -> QWidget:
    window = QWidget()
    window.resize(300, 200)
    focus.setParent(window)
    focus.setGeometry(100, 80, 90, 32)
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    focus.setFocus()
    await until(focus.hasFocus)
    return window


def rings(window: QWidget) -> list[QFocusFrame]:
    return [frame for frame in window.findChildren(QFocusFrame) if frame.isVisible()]


def painted(window: QWidget, place: QPoint) -> bool:
    colour = window.palette().color(window.palette().ColorRole.Accent)
    return window.grab().toImage().pixelColor(place) == QColor(colour)


async def test_a_heading_has_no_ring(ring: FocusRing, qtbot: QtBot) -> None:
    for role in ("title", "card"):
        heading = PlainLabel("API keys", role=role)
        heading.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        assert not rings(await window_of(qtbot, heading))


async def test_what_covers_the_widget_covers_its_ring(ring: FocusRing, qtbot: QtBot) -> None:
    button = QPushButton("Rename")
    window = await window_of(qtbot, button)
    cover = QFrame(window)
    cover.setAutoFillBackground(True)
    cover.setGeometry(0, 0, 300, 96)
    cover.show()
    button.clearFocus()
    button.setFocus()
    await until(button.hasFocus)
    above, below = QPoint(145, 77), QPoint(145, 114)
    assert not painted(window, above)
    assert painted(window, below), "what is not covered keeps its ring"
    cover.hide()
    assert painted(window, above)
