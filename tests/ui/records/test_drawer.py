"""The drawer tells the facts of the selection and what can be done with it."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from medusa_console.domain.policy import Action
from medusa_console.ui.kit.button import push_button
from medusa_console.ui.kit.fact_list import Fact
from medusa_console.ui.kit.status_pill import Pill, PillKind
from medusa_console.ui.records.drawer import Drawer
from tests.ui.finding import find


def drawer_of(qtbot: QtBot) -> Drawer:
    drawer = Drawer()
    qtbot.addWidget(drawer)
    drawer.show_facts(
        "<b>ERP",
        [
            Fact("Key", "sk_9f2***c41", code=True, copies=True),
            Fact("State", "Active", pill=Pill(PillKind.ACTIVE, "Active")),
            Fact("Note", "x" * 400),
        ],
    )
    return drawer


def words(drawer: Drawer) -> list[str]:
    return [label.text() for label in drawer.findChildren(QLabel) if label.isVisibleTo(drawer)]


def test_the_facts_are_shown_whole_and_literally(qtbot: QtBot) -> None:
    drawer = drawer_of(qtbot)
    assert words(drawer) == [
        "<b>ERP", "Key", "sk_9f2***c41", "State", "Active", "Note", "x" * 400,
    ]  # fmt: skip


def test_nothing_is_cut_off_at_the_side(qtbot: QtBot) -> None:
    drawer = drawer_of(qtbot)
    drawer.resize(drawer.width(), 700)
    drawer.show()
    for label in filter(QLabel.isVisible, drawer.findChildren(QLabel)):
        right = label.mapTo(drawer, label.rect().topRight()).x()
        assert right < drawer.width(), label.text()


def test_copy_puts_the_value_on_the_clipboard(qtbot: QtBot) -> None:
    drawer = drawer_of(qtbot)
    copies = drawer.findChildren(QToolButton, "fact.copy")
    assert [copy.accessibleName() for copy in copies] == ["Copy Key"]
    copies[0].click()
    assert QGuiApplication.clipboard().text() == "sk_9f2***c41"


def test_another_selection_replaces_facts_and_actions(qtbot: QtBot) -> None:
    drawer = drawer_of(qtbot)
    rename = push_button("Rename")
    revoke = push_button("Revoke…", kind="danger")
    drawer.add_button(Action.RENAME_KEY, rename)
    drawer.add_button(Action.REVOKE_KEY, revoke)
    drawer.offer([Action.RENAME_KEY, Action.REVOKE_KEY], "")
    drawer.show_facts("Another", [])
    drawer.offer([Action.REVOKE_KEY], "")
    assert words(drawer) == ["Another"]
    assert (rename.isVisibleTo(drawer), revoke.isVisibleTo(drawer)) == (False, True)
    drawer.offer([], "")
    assert not revoke.isVisibleTo(drawer)


def test_what_comes_later_moves_no_action_and_leaves_the_focus_alone(qtbot: QtBot) -> None:
    drawer = drawer_of(qtbot)
    edit = push_button("Edit")
    drawer.add_button(Action.EDIT_CUSTOMER, edit)
    drawer.offer([Action.EDIT_CUSTOMER], "")
    with qtbot.waitActive(drawer, timeout=60_000):
        drawer.show()
        drawer.activateWindow()
    key = Fact("Key", "sk_9f2***c41", code=True, copies=True)
    drawer.show_facts("ERP", [key])
    drawer.focus_first()
    assert edit.hasFocus()
    place = edit.mapTo(drawer, QPoint())
    drawer.show_facts("ERP", [key, Fact("State", "Active"), Fact("Address", "Street 1\nOslo")])
    drawer.offer([Action.EDIT_CUSTOMER], "")
    assert edit.hasFocus()

    def copy() -> QToolButton:
        found = [b for b in drawer.findChildren(QToolButton, "fact.copy") if b.isVisible()]
        assert len(found) == 1
        return found[0]

    copy().setFocus()
    drawer.show_facts("ERP", [key, Fact("Address", "Street 2")])
    assert copy().hasFocus()
    assert edit.mapTo(drawer, QPoint()) == place


def test_another_value_stands_in_the_same_place_and_is_what_is_copied(qtbot: QtBot) -> None:
    drawer = drawer_of(qtbot)
    with qtbot.waitActive(drawer, timeout=60_000):
        drawer.show()
        drawer.activateWindow()
    copy = find(drawer, QToolButton, "fact.copy")
    copy.setFocus()
    labels = drawer.findChildren(QLabel)
    drawer.show_facts(
        "<b>ERP",
        [
            Fact("Key", "sk_111***222", code=True, copies=True),
            Fact("State", "Revoked", pill=Pill(PillKind.REVOKED, "Revoked")),
            Fact("Note", "short"),
        ],
    )
    assert words(drawer) == ["<b>ERP", "Key", "sk_111***222", "State", "Revoked", "Note", "short"]
    assert drawer.findChildren(QLabel) == labels
    assert find(drawer, QToolButton, "fact.copy") is copy
    assert copy.hasFocus()
    copy.click()
    assert QGuiApplication.clipboard().text() == "sk_111***222"


def test_a_fact_that_comes_between_is_read_between(qtbot: QtBot) -> None:
    drawer = drawer_of(qtbot)
    with qtbot.waitActive(drawer, timeout=60_000):
        drawer.show()
        drawer.activateWindow()
    key = Fact("Key", "sk_9f2***c41", code=True, copies=True)
    by, note = Fact("Revoked by", "Ada"), Fact("ID", "apk_1", copies=True, beneath=True)
    drawer.show_facts("ERP", [key, note])
    drawer.show_facts("ERP", [key, by, note])

    def top(part: QWidget) -> int:
        return part.mapTo(drawer, QPoint()).y()

    def in_order() -> bool:
        labels = [one for one in drawer.findChildren(QLabel) if one.isVisible()]
        tops = [top(one) for one in labels if one.text() in ("Key", "Revoked by", "ID")]
        return len(set(tops)) == 3 and tops == sorted(tops)

    qtbot.waitUntil(in_order, timeout=60_000)
    copies = [b for b in drawer.findChildren(QToolButton, "fact.copy") if b.isVisible()]
    assert [copy.accessibleName() for copy in copies] == ["Copy Key", "Copy ID"]
    copies[0].setFocus()
    QTest.keyClick(copies[0], Qt.Key.Key_Tab)
    assert copies[1].hasFocus()


def test_a_fact_that_comes_back_tells_nothing_of_the_row_before(qtbot: QtBot) -> None:
    drawer = drawer_of(qtbot)
    drawer.show()
    key = Fact("Key", "sk_9f2***c41", code=True)
    made, ident = Fact("Email", "ada@example.com", copies=True), Fact("ID", "apk_1", copies=True)
    drawer.show_facts("ERP", [key, made, ident])
    drawer.show_facts("Another", [ident])
    assert words(drawer) == ["Another", "ID", "apk_1"]
    assert not any("ada" in label.text() for label in drawer.findChildren(QLabel))
    copies = [one for one in drawer.findChildren(QToolButton, "fact.copy") if one.isVisible()]
    assert [copy.accessibleName() for copy in copies] == ["Copy ID"]

    drawer.show_facts("Third", [replace(made, value="bo@example.com"), ident, key])
    assert words(drawer) == [
        "Third", "Email", "bo@example.com", "ID", "apk_1", "Key", "sk_9f2***c41",
    ]  # fmt: skip
    copies = [one for one in drawer.findChildren(QToolButton, "fact.copy") if one.isVisible()]
    assert [copy.accessibleName() for copy in copies] == ["Copy Email", "Copy ID"]
    copies[0].click()
    assert QGuiApplication.clipboard().text() == "bo@example.com"


def test_each_row_has_its_own_facts_however_many_there_were_before(qtbot: QtBot) -> None:
    drawer = drawer_of(qtbot)
    drawer.show()
    for row in range(4):
        facts = [Fact(f"{row} {number}", f"value {number}") for number in range(20)]
        drawer.show_facts(f"Row {row}", facts)
        told = [text for fact in facts for text in (fact.label, fact.value)]
        assert words(drawer) == [f"Row {row}", *told]


def test_why_something_cannot_be_done_stands_above_it(qtbot: QtBot) -> None:
    drawer = drawer_of(qtbot)
    barred = push_button("Revoke…", kind="danger")
    drawer.add_button(Action.REVOKE_KEY, barred)
    drawer.offer([Action.REVOKE_KEY], "Read-only on this computer.")
    drawer.show()
    note = find(drawer, QLabel, "drawer.note")

    def top(part: QWidget) -> int:
        return part.mapTo(drawer, QPoint()).y()

    qtbot.waitUntil(lambda: 0 < top(note) < top(barred), timeout=60_000)


def test_in_a_low_window_the_facts_scroll_and_the_actions_stay(qtbot: QtBot) -> None:
    drawer = drawer_of(qtbot)
    revoke = push_button("Revoke…", kind="danger")
    drawer.add_button(Action.REVOKE_KEY, revoke)
    drawer.offer([Action.REVOKE_KEY], "")
    drawer.resize(drawer.width(), 220)
    drawer.show()
    qtbot.waitUntil(lambda: revoke.visibleRegion().boundingRect() == revoke.rect(), timeout=60_000)


def test_the_cross_asks_to_close(qtbot: QtBot) -> None:
    drawer = drawer_of(qtbot)
    with qtbot.waitSignal(drawer.close_requested, timeout=60_000):
        find(drawer, QToolButton, "drawer.close").click()
