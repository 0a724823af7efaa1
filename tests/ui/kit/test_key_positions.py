"""Shortcuts by the places of keys: what Qt would do if the layout had Latin signs, and no more."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QLineEdit, QMainWindow, QStackedWidget, QWidget
from pytestqt.qtbot import QtBot

from medusa_console.ui.kit.key_positions import KeyPositions

CTRL = Qt.KeyboardModifier.ControlModifier
# Scan codes of X11, with what a Russian and a Dvorak layout have there.
PLACES = {"N": (57, 0x422), "Q on Dvorak": (24, ord("'")), "1 in French": (10, ord("&"))}


@pytest.fixture(autouse=True)
def positions(qapp: QApplication) -> Iterator[None]:
    watching = KeyPositions(qapp)
    yield
    watching.deleteLater()


def press(widget: QWidget, place: str) -> None:
    code, sign = PLACES[place]
    event = QKeyEvent(QEvent.Type.KeyPress, sign, CTRL, code, 0, 0, chr(sign))
    QApplication.sendEvent(widget, event)


@pytest.fixture
def window(qtbot: QtBot) -> QMainWindow:
    window = QMainWindow()
    qtbot.addWidget(window)
    window.show()
    return window


def test_a_hidden_page_does_not_answer(window: QMainWindow, qtbot: QtBot) -> None:
    done: list[str] = []
    stack = QStackedWidget()
    for name in ("keys", "customers"):
        page = QLineEdit()
        stack.addWidget(page)
        stack.setCurrentWidget(page)
        shortcut = QShortcut(QKeySequence("Ctrl+N"), page)
        shortcut.activated.connect(lambda name=name: done.append(name))
    window.setCentralWidget(stack)
    page.setFocus()
    qtbot.waitUntil(page.hasFocus, timeout=60_000)
    press(page, "N")
    assert done == ["customers"]


def test_a_sign_of_the_layout_is_no_letter(window: QMainWindow, qtbot: QtBot) -> None:
    done: list[str] = []
    line = QLineEdit()
    window.setCentralWidget(line)
    for keys in ("Ctrl+Q", "Ctrl+1"):
        action = QAction(keys, window)
        action.setShortcut(QKeySequence(keys))
        action.triggered.connect(lambda _=False, keys=keys: done.append(keys))
        window.addAction(action)
    line.setFocus()
    qtbot.waitUntil(line.hasFocus, timeout=60_000)
    press(line, "Q on Dvorak")
    press(line, "1 in French")
    assert done == ["Ctrl+1"]
