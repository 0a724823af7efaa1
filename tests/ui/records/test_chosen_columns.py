"""Columns are shown, hidden and moved, by keyboard and by mouse, and stay so at the next start."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QListWidget, QMenu, QTableView

from tests.ui.driving import CTRL, LEFT, Program
from tests.ui.running import Start
from tests.ui.standins import turns
from tests.waiting import until

DOWN, SPACE, TAB = Qt.Key.Key_Down, Qt.Key.Key_Space, Qt.Key.Key_Tab


@pytest.fixture(params=[Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def direction(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[None]:
    qapp.setLayoutDirection(request.param)
    yield
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def titles(table: QTableView) -> list[str]:
    """The titles of the visible columns, in the order in which they are shown."""
    header = table.horizontalHeader()
    sections = map(header.logicalIndex, range(header.count()))
    return [
        str(table.model().headerData(one, Qt.Orientation.Horizontal))
        for one in sections
        if not table.isColumnHidden(one)
    ]


def section_of(table: QTableView, title: str) -> int:
    """The section of that title."""
    model = table.model()
    numbers = range(model.columnCount())
    return next(n for n in numbers if model.headerData(n, Qt.Orientation.Horizontal) == title)


def drag(table: QTableView, title: str, onto: str) -> None:
    """Drag one column's title onto another's."""
    header = table.horizontalHeader()

    def inside(wanted: str, share: float) -> QPoint:
        section = section_of(table, wanted)
        share = 1 - share if header.isRightToLeft() else share
        left = header.sectionViewportPosition(section)
        return QPoint(left + round(share * header.sectionSize(section)), 10)

    # Qt puts it before the other from the near half on.
    start, end = inside(title, 0.5), inside(onto, 0.2)
    step = QPoint((end.x() - start.x()) // 2, 0)
    QTest.mousePress(header.viewport(), LEFT, pos=start)
    QTest.mouseMove(header.viewport(), start + step)
    QTest.mouseMove(header.viewport(), end)
    QTest.mouseRelease(header.viewport(), LEFT, pos=end)


async def wide(program: Program) -> QTableView:
    table = await program.keys_page()
    program.window.resize(1920, 900)
    await until(lambda: program.window.width() == 1920)
    await turns()
    return table


def rows(program: Program) -> list[str]:
    """The lines of the dialog; a shown column's begins with a plus, a hidden one's with a minus."""
    listed = program.find(QListWidget, "columns.list")
    sign = {None: "", Qt.CheckState.Checked: "+", Qt.CheckState.Unchecked: "-"}
    role = Qt.ItemDataRole.CheckStateRole
    lines = []
    for item in map(listed.item, range(listed.count())):
        state = item.data(role)
        lines.append(sign[None if state is None else Qt.CheckState(state)] + item.text())
    return lines


async def test_all_columns_are_in_sight_where_the_window_has_room(start: Start) -> None:
    program = await start(demo=True)
    await program.keys_page()
    for size, scrolls in (((640, 400), True), ((1280, 800), False)):
        program.window.resize(*size)
        await until(lambda width=size[0]: program.window.width() == width)  # type: ignore[misc]
        program.choose("Columns…")
        await program.dialog("columns")
        listed = program.find(QListWidget, "columns.list")
        await turns()
        assert (listed.verticalScrollBar().maximum() > 0) is scrolls, size
        program.press("Close")
        await program.no_dialog()


async def test_columns_chosen_by_keyboard_stay_for_the_next_start(start: Start) -> None:
    first = await start(demo=True)
    table = await wide(first)
    by_design = titles(table)
    assert by_design[:4] == ["Title", "Type", "Key", "State"]
    first.choose("Columns…")
    await first.dialog("columns")
    assert rows(first)[:2] == ["Title (always first)", "+Type"]
    first.key(SPACE)
    assert rows(first)[0] == "Title (always first)"
    assert first.find(QListWidget, "columns.list").hasFocus() is not False
    assert not first.button("Move up").isEnabled()
    assert not first.button("Move down").isEnabled()
    first.key(DOWN)
    assert not first.button("Move up").isEnabled(), "no column comes before the first one"
    first.key(SPACE)
    first.key(DOWN)
    first.press("Move down")
    assert first.find(QListWidget, "columns.list").currentItem().text() == "Key"
    first.press("Move down")
    assert rows(first)[:5] == ["Title (always first)", "-Type", "+State", "+Ends in", "+Key"]
    chosen = titles(table)
    assert chosen == ["Title", "State", "Ends in", "Key", *by_design[5:]]
    first.press("Close")
    await first.no_dialog()

    # A hidden column sorts still, and its choice does not reach the other page.
    newest_first = first.column("Title")
    orders = next(m for m in first.window.findChildren(QMenu) if m.title() == "Sort by")
    next(one for one in orders.actions() if one.text() == "Type").trigger()
    await until(lambda: first.column("Title") != newest_first)
    assert titles(table) == chosen
    assert "Email" in titles(await first.customers_page())
    assert not next(a for a in first.menu_actions() if a.text() == "Reset columns").isEnabled()
    first.key(Qt.Key.Key_1, CTRL)
    await first.keys_page()
    await first.quit()

    file = first.folder / "preferences.json"
    kept = json.loads(file.read_text())
    kept["chosen_columns"]["keys"]["order"] += ["of a newer version", "title"]
    kept["chosen_columns"]["keys"]["hidden"] += ["also unknown", "title"]
    file.write_text(json.dumps(kept))
    second = await start(demo=True)
    table = await wide(second)
    assert titles(table) == chosen
    second.choose("Reset columns")
    assert titles(table) == by_design
    hide = next(a for a in table.horizontalHeader().actions() if a.text() == "State")
    hide.trigger()
    assert "State" not in titles(table)
    hide.trigger()
    assert titles(table) == by_design
    assert not next(a for a in second.menu_actions() if a.text() == "Reset columns").isEnabled()


@pytest.mark.usefixtures("direction")
async def test_columns_are_dragged_but_for_the_first_and_give_way_in_narrow_windows(
    start: Start,
) -> None:
    program = await start(demo=True)
    table = await wide(program)
    by_design = titles(table)
    order = program.column("Title")
    drag(table, "Created by", "Key")
    moved = [title for title in by_design if title != "Created by"]
    moved.insert(moved.index("Key"), "Created by")
    assert titles(table) == moved
    assert program.column("Title") == order, "a drag does not sort"
    for first in (("Title", "State"), ("State", "Title")):
        drag(table, *first)
        assert titles(table)[0] == "Title"
    program.choose("Reset columns")
    drag(table, "Created by", "Key")
    assert titles(table) == moved

    # What one column loses at its edge, the next one to be seen gains.
    header = table.horizontalHeader()
    type_, creator = (section_of(table, title) for title in ("Type", "Created by"))
    before = [table.columnWidth(n) for n in (type_, creator)]
    step = QPoint(-20 if header.isRightToLeft() else 20, 0)
    left = header.sectionViewportPosition(type_)
    edge = QPoint(left + (1 if header.isRightToLeft() else before[0] - 1), 10)
    QTest.mousePress(header.viewport(), LEFT, pos=edge)
    QTest.mouseMove(header.viewport(), edge + step / 2)
    QTest.mouseMove(header.viewport(), edge + step)
    QTest.mouseRelease(header.viewport(), LEFT, pos=edge + step)
    after = [table.columnWidth(n) for n in (type_, creator)]
    assert after[0] > before[0]
    assert sum(after) == sum(before)

    program.window.resize(760, 900)
    await until(lambda: program.window.width() == 760)
    await turns()
    narrow = titles(table)
    assert narrow == [title for title in moved if title in narrow]
    assert narrow[0] == "Title"
    assert len(narrow) < len(moved)
    hidden = next(title for title in narrow if title not in ("Title", "Created"))
    next(a for a in table.horizontalHeader().actions() if a.text() == hidden).trigger()
    assert hidden not in titles(table)
    assert sum(table.columnWidth(n) for n in range(table.model().columnCount())) == (
        table.viewport().width()
    ), "the others share its room"
