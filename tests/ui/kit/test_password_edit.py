"""A password that is shown can be read, and leaves its field neither by key nor by menu."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from medusa_console.ui.kit.password_edit import PasswordEdit
from tests.ui.driving import CTRL, SHIFT, plain

PASSWORD = "kx7-canary-of-anna"


@pytest.fixture
def edit(qtbot: QtBot) -> PasswordEdit:
    """A password that is shown and selected."""
    edit = PasswordEdit()
    qtbot.addWidget(edit)
    edit.setText(PASSWORD)
    edit.show_text(shown=True)
    edit.show()
    edit.selectAll()
    QGuiApplication.clipboard().clear()
    return edit


@pytest.mark.parametrize(
    ("key", "modifiers"),
    [
        (Qt.Key.Key_C, CTRL),
        (Qt.Key.Key_X, CTRL),
        (Qt.Key.Key_Insert, CTRL),
        (Qt.Key.Key_Delete, SHIFT),
    ],
)
def test_no_key_copies_a_shown_password(
    edit: PasswordEdit, key: Qt.Key, modifiers: Qt.KeyboardModifier
) -> None:
    QTest.keyClick(edit, key, modifiers)
    assert QGuiApplication.clipboard().text() == ""
    assert edit.is_shown
    assert edit.text() == "" or edit.displayText() == PASSWORD


def test_its_menu_offers_no_copying(edit: PasswordEdit) -> None:
    place = QPoint(4, 4)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, edit.mapToGlobal(place))
    QApplication.sendEvent(edit, event)
    (menu,) = (m for m in QApplication.topLevelWidgets() if isinstance(m, QMenu) and m.isVisible())
    offered = {plain(one.text()).partition("\t")[0] for one in menu.actions() if one.isEnabled()}
    assert "Delete" in offered, "it is the field's own menu"
    assert not {"Copy", "Cut"} & offered
    menu.close()
    assert edit.displayText() == PASSWORD


def test_it_cannot_be_dragged_out(edit: PasswordEdit) -> None:
    assert not edit.dragEnabled()
