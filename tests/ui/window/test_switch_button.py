"""The button that names the store, in large text and from right to left."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from medusa_console.domain.store import DEMO_STORE
from medusa_console.ui.kit.button import icon_button, push_button
from medusa_console.ui.kit.environment_bar import EnvironmentBar
from medusa_console.ui.window.switch_button import SwitchButton
from tests.ui.painted import inked


@pytest.fixture
def large(qapp: QApplication) -> Iterator[None]:
    """The system's font is half as large again."""
    before = qapp.font()
    font = qapp.font()
    font.setPixelSize(20)
    qapp.setFont(font)
    yield
    qapp.setFont(before)


def button(qtbot: QtBot) -> SwitchButton:
    made = SwitchButton(DEMO_STORE)
    qtbot.addWidget(made)
    made.resize(220, made.sizeHint().height())
    return made


def middle(widget: SwitchButton) -> QRect:
    """Without the edge of the button."""
    return widget.rect().adjusted(4, 4, -4, -4)


def test_from_right_to_left_name_and_sign_change_sides(qtbot: QtBot) -> None:
    made = button(qtbot)
    half = middle(made).width() // 2
    normal = inked(made, middle(made).adjusted(0, 0, -half, 0))
    made.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    mirrored = inked(made, middle(made).adjusted(half, 0, 0, 0))
    assert abs((made.width() - mirrored.right() - 1) - normal.left()) <= 2
    assert abs(mirrored.width() - normal.width()) <= 2


def test_signs_and_icons_grow_with_the_text(qtbot: QtBot, large: None) -> None:
    made = button(qtbot)
    made.set_rail(rail=True)
    assert inked(made, middle(made)).width() > 14, "12 px at the design's size"
    assert push_button("Lock", icon="lock").iconSize().height() > 22
    assert icon_button("x", "Close").iconSize().height() > 22
    bar = EnvironmentBar(DEMO_STORE)
    qtbot.addWidget(bar)
    assert bar.sizeHint().height() > 40
