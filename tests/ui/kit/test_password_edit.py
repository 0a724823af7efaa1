"""A password arrives exactly as entered, and leaves its field neither by key nor by menu.

What the accessibility bus hears of the field is in tests/e2e.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QMimeData, QPoint, Qt
from PySide6.QtGui import (
    QAccessible,
    QContextMenuEvent,
    QDragEnterEvent,
    QDropEvent,
    QFocusEvent,
    QGuiApplication,
    QInputMethodEvent,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu
from pytestqt.qtbot import QtBot

from medusa_console.ui.kit.password_edit import PasswordEdit
from tests.ui.driving import CTRL, NO_KEYS, SHIFT, plain, type_into

PASSWORD = "kx7-canary-of-anna"
# Spaces at both ends, a combining accent, a sign of two units, another script, a bullet.
EXACT = " Pä e\u0301 🔑 日本 ● "
BULLET = "●"
K = Qt.Key


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


@pytest.fixture
def masked(qtbot: QtBot) -> PasswordEdit:
    """An empty field, as a form shows it."""
    edit = PasswordEdit()
    qtbot.addWidget(edit)
    edit.show()
    edit.setFocus()
    return edit


def paste(edit: QLineEdit, text: str) -> None:
    QGuiApplication.clipboard().setText(text)
    QTest.keyClick(edit, K.Key_V, CTRL)


def drop(edit: QLineEdit, text: str) -> None:
    mime = QMimeData()
    mime.setText(text)
    how = (Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton, NO_KEYS)
    for event in (QDragEnterEvent(QPoint(4, 4), *how), QDropEvent(QPoint(4, 4), *how)):
        QApplication.sendEvent(edit, event)


def commit(edit: QLineEdit, text: str, start: int = 0, length: int = 0) -> None:
    event = QInputMethodEvent()
    event.setCommitString(text, start, length)
    QApplication.sendEvent(edit, event)


def menu_of(edit: QLineEdit) -> QMenu:
    place = QPoint(4, 4)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, edit.mapToGlobal(place))
    QApplication.sendEvent(edit, event)
    (menu,) = (m for m in QApplication.topLevelWidgets() if isinstance(m, QMenu) and m.isVisible())
    return menu


def choose(edit: QLineEdit, action: str) -> None:
    menu = menu_of(edit)
    next(one for one in menu.actions() if plain(one.text()).startswith(action)).trigger()
    menu.close()


def paste_by_menu(edit: QLineEdit, text: str) -> None:
    QGuiApplication.clipboard().setText(text)
    choose(edit, "Paste")


@pytest.mark.parametrize("enter", [type_into, paste, paste_by_menu, drop, commit])
def test_a_masked_password_arrives_exactly_and_qts_line_has_bullets_alone(
    masked: PasswordEdit, enter: Callable[[QLineEdit, str], None]
) -> None:
    told: list[str] = []
    asked: list[str] = []
    for signal in (masked.textChanged, masked.textEdited):
        signal.connect(told.append)
        signal.connect(lambda: asked.append(masked.text()))
    enter(masked, EXACT)
    assert masked.text() == EXACT
    assert asked[-1] == EXACT, "whoever hears of it can ask for it"
    assert set("".join([*told, QLineEdit.text(masked), masked.displayText()])) == {BULLET}
    masked.show_text(shown=True)
    assert masked.displayText() == EXACT
    masked.show_text(shown=False)
    assert masked.text() == EXACT
    assert QLineEdit.text(masked) == BULLET * len(EXACT)


KEYS = [
    *((key, NO_KEYS) for key in (K.Key_Home, K.Key_End, K.Key_Left, K.Key_Right)),
    *((key, SHIFT) for key in (K.Key_Home, K.Key_End, K.Key_Left, K.Key_Right)),
    *((key, NO_KEYS) for key in (K.Key_Backspace, K.Key_Delete)),
    *((key, CTRL) for key in (K.Key_Backspace, K.Key_Delete, K.Key_A, K.Key_K, K.Key_U)),
    *((key, CTRL) for key in (K.Key_Z, K.Key_Y, K.Key_X)),
]
Edit = Callable[[QLineEdit], object]


def press(key: tuple[Qt.Key, Qt.KeyboardModifier]) -> Edit:
    return lambda edit: QTest.keyClick(edit, *key)


def replacing(choice: tuple[str, int, int]) -> Edit:
    """An input method puts a text in place of what is there, a little before the cursor."""
    text, back, length = choice

    def edit_line(edit: QLineEdit) -> None:
        edit.deselect()
        back_to = min(back, edit.cursorPosition())
        commit(edit, text, -back_to, min(length, back_to))

    return edit_line


EDITS: st.SearchStrategy[Edit] = st.one_of(
    st.sampled_from(KEYS).map(press),
    st.text("aäß 9", min_size=1, max_size=3).map(lambda text: lambda edit: type_into(edit, text)),
    st.text("bé ×", min_size=1, max_size=5).map(lambda text: lambda edit: paste(edit, text)),
    st.tuples(st.text("cñ", max_size=2), st.integers(0, 3), st.integers(0, 3)).map(replacing),
)


@pytest.mark.usefixtures("qapp")
@given(st.lists(EDITS, max_size=25))
def test_it_is_edited_as_any_password_field_is(edits: list[Edit]) -> None:
    ours, qts = PasswordEdit(), QLineEdit()
    qts.setEchoMode(QLineEdit.EchoMode.Password)
    for apply in edits:
        apply(ours)
        apply(qts)
        assert ours.text() == qts.text()
        assert ours.cursorPosition() == qts.cursorPosition()
        assert QLineEdit.text(ours) == BULLET * len(qts.text())


def test_a_character_typed_over_an_only_one_is_another_password(masked: PasswordEdit) -> None:
    heard: list[str] = []
    masked.textChanged.connect(lambda: heard.append(masked.text()))
    for letter in "ab":
        masked.selectAll()
        type_into(masked, letter)
    masked.setText("c")
    assert heard == ["a", "b", "c"]


def test_what_is_typed_goes_where_the_cursor_is_also_after_showing(masked: PasswordEdit) -> None:
    paste(masked, "🔑🔑ab")
    QTest.keyClick(masked, K.Key_Left)
    masked.show_text(shown=True)
    type_into(masked, "x")
    assert masked.text() == "🔑🔑axb"
    masked.show_text(shown=False)
    type_into(masked, "y")
    assert masked.text() == "🔑🔑axyb"


def test_showing_and_masking_is_no_change(masked: PasswordEdit) -> None:
    paste(masked, PASSWORD)
    heard: list[str] = []
    masked.textChanged.connect(heard.append)
    masked.show_text(shown=True)
    masked.show_text(shown=False)
    assert heard == []


def test_what_an_input_method_is_composing_is_seen_and_what_it_replaces_goes(
    masked: PasswordEdit,
) -> None:
    paste(masked, "ka")
    QApplication.sendEvent(masked, QInputMethodEvent("\u00b4", []))
    assert masked.text() == "ka"
    commit(masked, "é")
    assert masked.text() == "kaé"
    commit(masked, "か", -3, 2)
    assert masked.text() == "かé"
    commit(masked, "", -2, 1)
    assert masked.text() == "é"
    masked.selectAll()
    commit(masked, "ö")
    assert masked.text() == "ö"
    commit(masked, "ü", -9, 20)
    assert masked.text() == "ü", "no more can be replaced than is there"


def test_undo_empties_it_and_nothing_brings_it_back(masked: PasswordEdit) -> None:
    type_into(masked, PASSWORD)
    choose(masked, "Undo")
    assert masked.text() == ""
    QTest.keyClick(masked, K.Key_Y, CTRL)
    QTest.keyClick(masked, K.Key_Z, CTRL)
    masked.show_text(shown=True)
    masked.undo()
    masked.redo()
    assert masked.text() == masked.displayText() == ""


def test_it_takes_nothing_while_a_form_is_sent(masked: PasswordEdit) -> None:
    masked.setText(PASSWORD)
    masked.setReadOnly(True)
    for enter in (type_into, paste, drop, commit):
        enter(masked, "x")
        assert masked.text() == PASSWORD, enter


def test_a_dropped_text_goes_where_it_is_dropped_and_is_taken(masked: PasswordEdit) -> None:
    masked.setText(PASSWORD)
    drop(masked, "x")
    assert masked.text() == f"x{PASSWORD}"


def test_more_than_fits_is_cut_at_its_end(masked: PasswordEdit) -> None:
    masked.setMaxLength(5)
    paste(masked, "12 45")
    QTest.keyClick(masked, K.Key_Home)
    QTest.keyClick(masked, K.Key_Right, SHIFT)
    paste(masked, "abc")
    assert masked.text() == "a2 45"


def test_an_assistive_program_may_write_into_it(masked: PasswordEdit) -> None:
    masked.setAccessibleName("Password")
    accessible = QAccessible.queryAccessibleInterface(masked)
    assert accessible is not None
    assert accessible.state().passwordEdit
    accessible.setText(QAccessible.Text.Value, PASSWORD)
    assert masked.text() == PASSWORD
    accessible.editableTextInterface().insertText(3, "äö")
    assert masked.text() == f"{PASSWORD[:3]}äö{PASSWORD[3:]}"
    assert set(QLineEdit.text(masked)) == {BULLET}
    accessible.editableTextInterface().deleteText(3, 5)
    assert masked.text() == QLineEdit.text(masked) == "", "rather none than a wrong one"


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
    assert edit.echoMode() is PasswordEdit.EchoMode.Normal
    assert edit.text() == "" or edit.displayText() == PASSWORD


def test_its_menu_offers_no_copying(edit: PasswordEdit) -> None:
    menu = menu_of(edit)
    offered = {plain(one.text()).partition("\t")[0] for one in menu.actions() if one.isEnabled()}
    assert "Delete" in offered, "it is the field's own menu"
    assert not {"Copy", "Cut"} & offered
    menu.close()
    assert edit.displayText() == PASSWORD


def test_it_cannot_be_dragged_out(edit: PasswordEdit) -> None:
    assert not edit.dragEnabled()


ENDS = ["\n", "\r\n", "\r", "\u2028", "\u2029", "\n\n"]


@pytest.mark.parametrize("end", ENDS, ids=repr)
@pytest.mark.parametrize("shown", [False, True])
@pytest.mark.parametrize("enter", [paste, drop, commit])
def test_a_line_break_at_the_end_is_not_part_of_the_password(
    enter: Callable[[QLineEdit, str], None], shown: bool, end: str, masked: PasswordEdit
) -> None:
    masked.show_text(shown=shown)
    enter(masked, EXACT + end)
    assert masked.text() == EXACT


@pytest.mark.parametrize(
    "text", ["two\nlines", "two\u2028lines", "\nlater", "a\r\nb\r\n"], ids=repr
)
@pytest.mark.parametrize("shown", [False, True])
@pytest.mark.parametrize("enter", [paste, drop, commit])
def test_a_line_break_inside_refuses_the_paste_and_nothing_is_lost(
    enter: Callable[[QLineEdit, str], None], shown: bool, text: str, masked: PasswordEdit
) -> None:
    refused: list[str] = []
    masked.refused.connect(lambda why: refused.append(why.name))
    masked.show_text(shown=shown)
    masked.setText("typed")
    enter(masked, text)
    assert masked.text() == "typed"
    assert refused == ["LINE_BREAK"]


def test_caps_lock_is_known_by_the_letters(masked: PasswordEdit) -> None:
    told: list[bool] = []
    masked.caps_lock_changed.connect(told.append)
    for text, modifiers, on in (
        ("1", NO_KEYS, False),
        ("a", NO_KEYS, False),
        ("A", SHIFT, False),
        ("A", NO_KEYS, True),
        ("1", SHIFT, True),
        ("語", NO_KEYS, True),
        ("ä", SHIFT, True),
        ("Ä", SHIFT, False),
        ("É", NO_KEYS, True),
    ):
        QTest.sendKeyEvent(QTest.KeyAction.Click, masked, K.Key_unknown, text, modifiers)
        assert (told[-1] if told else False) is on, text
    QTest.keyClick(masked, K.Key_CapsLock)
    assert told == [True, False, True, False]
    QTest.keyClick(masked, K.Key_CapsLock)
    QApplication.sendEvent(masked, QFocusEvent(QFocusEvent.Type.FocusOut))
    assert told[-2:] == [True, False], "what is typed elsewhere is not known"
