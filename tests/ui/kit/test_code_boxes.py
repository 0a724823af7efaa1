"""Six boxes for a code: typed, pasted, dropped, corrected, refused, and heard as one field."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt
from PySide6.QtGui import (
    QAccessible,
    QDragEnterEvent,
    QDropEvent,
    QGuiApplication,
    QInputMethodEvent,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from medusa_console.ui.kit.code_boxes import CodeBoxes
from medusa_console.ui.kit.field import Field
from tests.ui.driving import CTRL, LEFT, NO_KEYS, type_into
from tests.waiting import until

K = Qt.Key


class Shown:
    """The boxes in a field, and how often the sixth digit has come."""

    def __init__(self, qtbot: QtBot) -> None:
        self.boxes = CodeBoxes()
        self.field = Field("Code", self.boxes, name="code", hint="From your app.", still=True)
        self.codes: list[str] = []
        self.boxes.completed.connect(lambda: self.codes.append(self.boxes.text()))
        qtbot.addWidget(self.field)
        self.field.resize(360, 120)
        self.field.show()
        self.boxes.setFocus()

    def paste(self, text: str) -> None:
        QGuiApplication.clipboard().setText(text)
        QTest.keyClick(self.boxes, K.Key_V, CTRL)

    def drop(self, text: str) -> None:
        data = QMimeData()
        data.setText(text)
        how = (Qt.DropAction.CopyAction, data, LEFT, NO_KEYS)
        for event in (QDragEnterEvent(QPoint(5, 5), *how), QDropEvent(QPoint(5, 5), *how)):
            QApplication.sendEvent(self.boxes, event)

    def compose(self, text: str) -> None:
        event = QInputMethodEvent("", [])
        event.setCommitString(text)
        QApplication.sendEvent(self.boxes, event)


@pytest.fixture
def shown(qtbot: QtBot) -> Shown:
    return Shown(qtbot)


def test_the_sixth_digit_completes_the_code_once(shown: Shown) -> None:
    type_into(shown.boxes, "12345")
    assert shown.codes == []
    type_into(shown.boxes, "6")
    assert shown.codes == ["123456"]
    type_into(shown.boxes, "7")
    assert (shown.boxes.text(), shown.codes) == ("123456", ["123456"])


def test_spaces_and_hyphens_are_left_out(shown: Shown) -> None:
    type_into(shown.boxes, "12 3-4 56")
    assert shown.codes == ["123456"]
    assert shown.field.error == ""


@pytest.mark.parametrize(
    "text", ["123456", "123 456", " 123-456\r\n", "\t1 2 3 4 5 6", "\uff11\uff12\uff13456"]
)
@pytest.mark.parametrize("way", ["paste", "drop", "compose"])
def test_a_code_arrives_whole_however_it_comes(shown: Shown, text: str, way: str) -> None:
    type_into(shown.boxes, "99")  # of an earlier attempt
    getattr(shown, way)(text)
    assert shown.codes == ["123456"]


@pytest.mark.parametrize("way", ["paste", "drop", "compose"])
@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("12345a", "A code has only digits."),
        ("Your code is 123456.", "A code has only digits."),
        ("82f3-c993-c764-7284-5600-e53c-31e3-2800", "A code has only digits."),
        ("sk_" + "0" * 64, "A code has only digits."),
        ("1234567", "Only codes of six digits can be entered here."),
        ("1234 5678", "Only codes of six digits can be entered here."),
    ],
)
def test_what_is_no_code_is_refused_beside_the_boxes(
    shown: Shown, way: str, text: str, why: str
) -> None:
    type_into(shown.boxes, "12")
    getattr(shown, way)(text)
    assert (shown.boxes.text(), shown.field.error, shown.codes) == ("12", why, [])
    type_into(shown.boxes, "3")
    assert shown.field.error == ""


def test_a_letter_is_refused_and_the_next_digit_takes_the_message_away(shown: Shown) -> None:
    type_into(shown.boxes, "12x")
    assert (shown.boxes.text(), shown.field.error) == ("12", "A code has only digits.")
    type_into(shown.boxes, "3")
    assert (shown.boxes.text(), shown.field.error) == ("123", "")


def test_backspace_and_arrows_do_what_they_do_in_a_line(shown: Shown) -> None:
    type_into(shown.boxes, "1234")
    QTest.keyClick(shown.boxes, K.Key_Backspace)
    assert shown.boxes.text() == "123"
    QTest.keyClick(shown.boxes, K.Key_Left)
    QTest.keyClick(shown.boxes, K.Key_Left)
    QTest.keyClick(shown.boxes, K.Key_Backspace)
    assert shown.boxes.text() == "23"
    QTest.keyClick(shown.boxes, K.Key_Home)
    QTest.keyClick(shown.boxes, K.Key_Delete)
    assert shown.boxes.text() == "3"


def test_a_digit_replaces_the_one_in_its_box(shown: Shown) -> None:
    type_into(shown.boxes, "1294")
    QTest.keyClick(shown.boxes, K.Key_Left)
    QTest.keyClick(shown.boxes, K.Key_Left)
    type_into(shown.boxes, "3")
    assert shown.boxes.text() == "1234"
    type_into(shown.boxes, "456")
    assert shown.codes == ["123456"]


def test_a_click_goes_to_its_box_and_no_further_than_the_code(shown: Shown) -> None:
    type_into(shown.boxes, "1234")
    second = QPoint(shown.boxes.sizeHint().width() * 3 // 12, 10)
    QTest.mouseClick(shown.boxes, LEFT, NO_KEYS, second)
    assert shown.boxes.cursorPosition() == 1
    last = QPoint(shown.boxes.sizeHint().width() - 5, 10)
    QTest.mouseClick(shown.boxes, LEFT, NO_KEYS, last)
    assert shown.boxes.cursorPosition() == 4


def test_from_right_to_left_the_boxes_end_where_lines_begin_and_the_digits_keep_their_order(
    shown: Shown,
) -> None:
    shown.field.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    type_into(shown.boxes, "1234")
    room = shown.boxes.width() - shown.boxes.sizeHint().width()
    assert room > 0
    QTest.mouseClick(shown.boxes, LEFT, NO_KEYS, QPoint(room + 5, 10))
    assert shown.boxes.cursorPosition() == 0


def test_a_code_on_its_way_takes_nothing(shown: Shown) -> None:
    type_into(shown.boxes, "12")
    shown.boxes.setReadOnly(True)
    type_into(shown.boxes, "34")
    shown.paste("123456")
    shown.drop("123456")
    shown.compose("123456")
    assert (shown.boxes.text(), shown.codes) == ("12", [])


async def test_an_assistive_program_writes_a_code_as_well(shown: Shown) -> None:
    shown.boxes.setText("123 456"[:6])  # as Qt does it for the accessibility bus
    assert shown.boxes.text() == "12345"
    shown.boxes.setText("12ab")
    await until(lambda: shown.field.error == "A code has only digits.")
    assert shown.boxes.text() == ""


def test_a_screen_reader_meets_one_field_with_one_name(shown: Shown) -> None:
    interface = QAccessible.queryAccessibleInterface(shown.boxes)
    assert interface is not None
    assert interface.childCount() == 0
    assert interface.text(QAccessible.Text.Name) == "Code"
    assert interface.text(QAccessible.Text.Description) == "From your app."
    assert interface.role() == QAccessible.Role.EditableText


def test_a_cleared_code_does_not_come_back(shown: Shown) -> None:
    type_into(shown.boxes, "123456")
    shown.boxes.setText("")
    QTest.keyClick(shown.boxes, K.Key_Z, CTRL)
    assert shown.boxes.text() == ""


def test_the_boxes_get_narrower_with_their_field(shown: Shown) -> None:
    assert shown.boxes.minimumSizeHint().width() < 200 < shown.boxes.sizeHint().width()
