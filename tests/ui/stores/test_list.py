"""The list of stores: looked through with the arrows, opened by a click or by Enter."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from medusa_console.domain.store import Environment, Store
from medusa_console.ui.kit.theme import tokens
from medusa_console.ui.stores.list import StoreList, card_height
from tests.ui.painted import inked, painted

STORES = [
    Store(name.lower(), name, f"https://{name.lower()}.example", Environment.LIVE, group=group)
    for name, group in (("Ape", ""), ("Bee", ""), ("Cat", "Pets"), ("Dog", "Pets"))
]


class Listed:
    """Ape, Bee, and under the heading Pets Cat and Dog; Ape is in front."""

    def __init__(self, qtbot: QtBot) -> None:
        self.list = StoreList()
        self.chosen: list[str] = []
        self.list.chosen.connect(lambda store: self.chosen.append(store.name))
        qtbot.addWidget(self.list)
        self.list.resize(300, 700)
        self.list.show_stores(STORES, "ape")
        with qtbot.waitActive(self.list, timeout=60_000):
            self.list.show()
            self.list.activateWindow()
        self.list.setFocus()

    @property
    def selected(self) -> str:
        assert self.list.current is not None
        assert self.list.selectedItems() == [self.list.currentItem()]
        return self.list.current.name

    def key(self, *keys: Qt.Key) -> None:
        for key in keys:
            QTest.keyClick(self.list, key)

    def row_height(self, row: int) -> int:
        return self.list.visualItemRect(self.list.item(row)).height()


@pytest.fixture
def listed(qtbot: QtBot) -> Listed:
    return Listed(qtbot)


def test_arrows_look_through_the_list_and_open_nothing(listed: Listed) -> None:
    listed.key(Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_End, Qt.Key.Key_Up)
    assert listed.selected == "Cat"
    assert listed.chosen == []


@pytest.mark.parametrize("enter", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_enter_chooses_what_is_selected(listed: Listed, enter: Qt.Key) -> None:
    listed.key(Qt.Key.Key_Down, enter)
    assert listed.chosen == ["Bee"]


def test_a_click_chooses_but_not_on_a_heading(listed: Listed) -> None:
    for row in (2, 4):
        place = listed.list.visualItemRect(listed.list.item(row)).center()
        QTest.mouseClick(listed.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert listed.chosen == ["Dog"]


def test_what_is_in_front_is_selected_whatever_was_looked_at(listed: Listed) -> None:
    listed.key(Qt.Key.Key_End)
    listed.list.show_stores(STORES, "bee")
    assert listed.selected == "Bee"
    assert listed.chosen == []


def test_where_there_is_little_room_a_store_is_one_line(listed: Listed, qtbot: QtBot) -> None:
    line = listed.list.fontMetrics().height()
    assert listed.row_height(0) == card_height(line)
    listed.list.resize(200, 2 * card_height(line))
    qtbot.waitUntil(lambda: listed.row_height(0) < 3 * line, timeout=60_000)
    bottom = listed.list.visualItemRect(listed.list.item(3)).bottom()
    assert bottom <= listed.list.viewport().height(), "three stores and a heading are seen"
    as_lines = listed.list.grab().toImage()
    listed.list.show_stores(STORES[:1], "ape")
    assert listed.row_height(0) == card_height(line), "for one there is room"
    assert listed.list.grab().toImage() != as_lines


def test_from_right_to_left_a_card_is_mirrored(listed: Listed, qtbot: QtBot) -> None:
    live = tokens().live.ground
    for height in (700, 2 * card_height(listed.list.fontMetrics().height())):  # cards and lines
        listed.list.resize(300, height)
        found = []
        for direction in (Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft):
            listed.list.setLayoutDirection(direction)
            listed.list.show_stores(STORES, "ape")
            place = listed.list.visualItemRect(listed.list.item(0)).adjusted(8, 3, -8, -9)
            view = listed.list.viewport()
            edge = painted(view, lambda colour: colour.name().upper() == live, view.rect())
            found.append((edge, inked(view, place)))
        (edge, ink), (edge_then, ink_then) = found
        width = listed.list.viewport().width() - 1
        assert edge_then.left() == width - edge.right()
        assert abs(ink_then.right() - (width - ink.left())) <= 2
        assert abs(ink_then.width() - ink.width()) <= 2
