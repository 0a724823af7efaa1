"""What goes on in a further line where there is no room: rows of buttons, and check boxes."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from medusa_console.ui.kit.check_box import CheckBox
from medusa_console.ui.kit.flow import Flow

LONG = "Keep me signed in on this computer for as long as it takes"


@pytest.fixture
def buttons() -> list[QPushButton]:
    return [QPushButton(text) for text in ("Test connection", "Cancel", "Add store")]


@pytest.fixture
def row(qtbot: QtBot, buttons: list[QPushButton]) -> QWidget:
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.setLayout(Flow(buttons[:1], buttons[1:]))
    widget.show()
    return widget


def test_with_room_the_buttons_are_at_both_ends_of_one_row(
    row: QWidget, buttons: list[QPushButton]
) -> None:
    row.resize(600, 60)
    first, *others = (button.geometry() for button in buttons)
    assert first.left() == 0
    assert others[-1].right() == row.rect().right()
    assert len({one.center().y() for one in (first, *others)}) == 1
    assert not first.intersects(others[0])
    row.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    row.resize(601, 60)
    assert buttons[0].geometry().right() == row.rect().right()


def test_without_room_they_go_on_in_a_further_row_and_are_never_cut(
    row: QWidget, buttons: list[QPushButton]
) -> None:
    width = sum(button.sizeHint().width() for button in buttons[:2])
    row.resize(width, 200)
    for button in buttons:
        assert row.rect().contains(button.geometry())
        assert button.width() >= button.sizeHint().width()
    assert buttons[0].geometry().bottom() < buttons[2].geometry().top()
    layout = row.layout()
    assert layout is not None
    assert layout.heightForWidth(width) > layout.sizeHint().height()
    buttons[0].hide()
    row.resize(width + 1, 200)
    assert len({button.geometry().center().y() for button in buttons[1:]}) == 1


def test_a_check_box_grows_with_its_text_and_is_ticked_anywhere(qtbot: QtBot) -> None:
    box = CheckBox(LONG)
    qtbot.addWidget(box)
    wide = box.sizeHint().width()
    assert box.minimumSizeHint().width() < wide // 2
    assert box.heightForWidth(wide // 2) > box.heightForWidth(wide)
    box.resize(wide // 2, box.heightForWidth(wide // 2))
    box.show()
    QTest.mouseClick(box, Qt.MouseButton.LeftButton, pos=QPoint(box.width() - 2, box.height() - 2))
    assert box.isChecked()


def test_a_check_box_stands_in_the_middle_of_its_height(qtbot: QtBot) -> None:
    box = CheckBox("Saved")
    qtbot.addWidget(box)
    box.resize(200, 60)
    picture = box.grab().toImage()
    ground = picture.pixelColor(picture.width() - 1, 0)
    drawn = [y for y in range(60) if any(picture.pixelColor(x, y) != ground for x in range(16))]
    assert abs(drawn[0] - (59 - drawn[-1])) <= 2
