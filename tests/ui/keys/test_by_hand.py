"""The keys page in every size, and with the keyboard alone."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QComboBox,
    QLineEdit,
    QPushButton,
    QWidget,
)

from tests.ui.driving import CTRL, SHIFT, Program
from tests.ui.standins import never
from tests.ui.wiretap import Wiretap
from tests.waiting import until

KEYS = "/admin/api-keys"
FIRST = "Warehouse scanner, dock 4"
ALL_COLUMNS = [
    "Title",
    "Type",
    "Key",
    "State",
    "Ends in",
    "Created",
    "Created by",
    "Sales channels",
]


def search_field(program: Program) -> QLineEdit:
    return program.find(QLineEdit, "search")


def search(program: Program, text: str) -> None:
    edit = search_field(program)
    edit.setFocus()
    edit.selectAll()
    QTest.keyClicks(edit, text)


WIDTHS = (1440, 1280, 1000, 700, 640)
GIVE_WAY = ["Sales channels", "Type", "Ends in", "Created by", "Key", "Created"]


async def test_every_width_shows_what_it_has_room_for_and_cuts_no_control_off(
    demo: Program,
) -> None:
    gone: list[int] = []
    for width in WIDTHS:
        demo.table.clearSelection()
        demo.window.resize(width, 400 if width == 640 else 720)
        await until(lambda width=width: demo.window.width() == width)  # type: ignore[misc]
        gone.append(len(ALL_COLUMNS) - len(demo.columns))
        assert demo.columns == [c for c in ALL_COLUMNS if c not in GIVE_WAY[: gone[-1]]], width
        await until(lambda: demo.table.horizontalScrollBar().maximum() == 0)
        assert cut_off(demo) == [], width
        demo.pick(demo.column("Title")[0])
        drawer = demo.find(QWidget, "drawer")
        inside = drawer.mapTo(demo.window, drawer.rect().bottomRight())
        assert demo.window.rect().contains(inside), width
        if width < 760:
            page = drawer.parentWidget()
            assert page is not None
            assert drawer.width() == page.width()
            demo.key(Qt.Key.Key_Escape)
    assert gone == sorted(gone)
    assert gone[0] == 0
    assert gone[-1] >= GIVE_WAY.index("Key")


def cut_off(program: Program) -> list[str]:
    """Buttons and fields that are partly outside of the window or of their parent."""
    cut = []
    for kind in (QPushButton, QLineEdit, QComboBox):
        for control in program.window.findChildren(kind):
            if not control.isVisible() or scrolls(control):
                continue
            seen = control.visibleRegion().boundingRect()
            hint = control.minimumSizeHint()
            if seen.size() != control.size() or control.width() < hint.width():
                cut.append(f"{control.objectName()} {control.size()} {seen.size()} {hint}")
    return cut


def scrolls(control: QWidget) -> bool:
    """Whether it lies in something that scrolls, so that it may be out of sight."""
    parent = control.parentWidget()
    return parent is not None and (isinstance(parent, QAbstractScrollArea) or scrolls(parent))


async def test_the_keyboard_alone_reaches_everything(demo: Program) -> None:
    demo.window.resize(1440, 900)
    table = demo.table
    assert table.hasFocus()
    demo.key(Qt.Key.Key_Slash)
    assert search_field(demo).hasFocus()
    QTest.keyClicks(search_field(demo), "a/b")
    assert search_field(demo).text() == "a/b"
    demo.key(Qt.Key.Key_Escape)
    assert search_field(demo).text() == ""
    await demo.keys_page()
    demo.key(Qt.Key.Key_Down)
    assert table.hasFocus()
    assert demo.picked == [FIRST]
    demo.key(Qt.Key.Key_F, CTRL)
    assert search_field(demo).hasFocus()
    table.setFocus()
    demo.key(Qt.Key.Key_F2)
    await demo.dialog("keyForm")
    demo.key(Qt.Key.Key_Escape)
    await demo.no_dialog()
    assert table.hasFocus()
    demo.key(Qt.Key.Key_Delete)
    await demo.dialog("confirm")
    demo.key(Qt.Key.Key_Escape)
    await demo.no_dialog()
    demo.pick("Summer intern scripts")
    demo.key(Qt.Key.Key_Delete, SHIFT)
    await demo.dialog("confirm")
    await demo.reads("Delete the record of “Summer intern scripts”?")
    demo.key(Qt.Key.Key_Escape)
    await demo.no_dialog()
    demo.key(Qt.Key.Key_N, CTRL)
    await demo.dialog("keyForm")
    demo.key(Qt.Key.Key_Escape)
    await demo.no_dialog()


async def test_f6_walks_the_panes_in_reading_order(demo: Program) -> None:
    demo.window.resize(1440, 900)
    demo.pick(FIRST)
    demo.table.setFocus()
    visited = walked(demo, Qt.KeyboardModifier.NoModifier)
    assert visited == ["drawer", "table.footer", "sidebar", "search", "keys"]
    assert walked(demo, SHIFT) == [*reversed(visited[:-1]), "keys"]


def walked(program: Program, modifier: Qt.KeyboardModifier) -> list[str]:
    """The panes that five times F6 go to."""
    visited = []
    for _ in range(5):
        program.key(Qt.Key.Key_F6, modifier)
        visited.append(program.pane or program.focus.objectName())
    return visited


async def test_delete_in_the_search_field_deletes_text_and_revokes_nothing(
    demo: Program, tap: Wiretap
) -> None:
    demo.pick(FIRST)
    edit = search_field(demo)
    edit.setFocus()
    QTest.keyClicks(edit, "ab")
    QTest.keyClick(edit, Qt.Key.Key_Home)
    QTest.keyClick(edit, Qt.Key.Key_Delete)
    assert edit.text() == "b"
    QTest.keyClick(edit, Qt.Key.Key_Delete, SHIFT)
    await never(lambda: demo.front is not demo.window)
    assert tap.count("POST", f"{KEYS}/.*") == 0


async def test_escape_backs_out_one_step_at_a_time(demo: Program) -> None:
    search(demo, "sync")
    await until(lambda: 0 < len(demo.column("Title")) < 10)
    demo.pick("ERP nightly sync")
    demo.table.setFocus()
    demo.key(Qt.Key.Key_Escape)
    assert demo.picked == []
    assert not demo.is_there("drawer")
    assert search_field(demo).text() == "sync"
    demo.key(Qt.Key.Key_Escape)
    assert search_field(demo).text() == ""
    await until(lambda: len(demo.column("Title")) > 50)
