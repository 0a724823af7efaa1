"""What must not happen by accident does not."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from medusa_console.ui.kit.button import GuardedButton, icon_button
from tests.ui.standins import Clock


def guarded(qtbot: QtBot, clock: Clock) -> tuple[GuardedButton, list[str]]:
    button = GuardedButton("Revoke key", clock.value, kind="danger")
    qtbot.addWidget(button)
    confirmed: list[str] = []
    button.confirmed.connect(lambda: confirmed.append("yes"))
    button.show()
    return button, confirmed


def test_a_press_in_the_first_half_second_was_meant_for_something_else(qtbot: QtBot) -> None:
    clock = Clock()
    button, confirmed = guarded(qtbot, clock)
    clock.skip(0.49)
    button.click()
    assert confirmed == []
    clock.skip(0.02)
    button.click()
    assert confirmed == ["yes"]


def test_the_half_second_begins_again_when_the_button_comes_back(qtbot: QtBot) -> None:
    clock = Clock()
    button, confirmed = guarded(qtbot, clock)
    clock.skip(10)
    button.hide()
    button.show()
    button.click()
    assert confirmed == []


def test_a_key_held_down_confirms_nothing(qtbot: QtBot) -> None:
    clock = Clock()
    button, confirmed = guarded(qtbot, clock)
    button.setAutoDefault(True)
    clock.skip(1)
    for key, text in ((Qt.Key.Key_Return, "\r"), (Qt.Key.Key_Space, " ")):
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, text, autorep=True)
            QApplication.sendEvent(button, event)
    assert confirmed == []
    QTest.keyClick(button, Qt.Key.Key_Space)
    assert confirmed == ["yes"]


def test_an_icon_alone_still_has_a_name(qtbot: QtBot) -> None:
    button = icon_button("copy", "Copy id", name="copy.id")
    qtbot.addWidget(button)
    assert button.accessibleName() == "Copy id"
    assert button.toolTip() == "Copy id"
