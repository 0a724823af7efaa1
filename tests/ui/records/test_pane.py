"""The list on the screen: it never freezes, jumps, lies or forgets what was selected."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator
from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QFrame, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from medusa_console.domain.errors import Forbidden, NoAnswer, SignInNeeded, Unreachable
from medusa_console.domain.preferences import Density
from medusa_console.tasks import TaskScope
from medusa_console.ui.kit.theme import tokens
from medusa_console.ui.records.pane import TablePane
from medusa_console.ui.words.errors import explain
from tests.ui.driving import LEFT
from tests.ui.finding import find
from tests.ui.records.rows import COLUMNS, Asked, Record, SlowServer, records
from tests.ui.standins import Clock, turns
from tests.waiting import until

NOBODY = Unreachable("northwind.example", NoAnswer.REFUSED, sent=False)


class Desk:
    """A pane, the server behind it, and what it told its page."""

    def __init__(self, qtbot: QtBot) -> None:
        self.unexpected: list[BaseException] = []
        self.clock = Clock()
        self.tasks = TaskScope(lambda error, *_: self.unexpected.append(error), self.clock.value)
        self.server = SlowServer(records(30))
        empty = QLabel("No keys yet")
        empty.setObjectName("none")
        self.pane: TablePane[Asked, Record] = TablePane(
            COLUMNS,
            self.server.find,
            self.tasks,
            name="keys",
            title="API keys",
            empty=empty,
            no_match="No matching keys",
            describe=lambda record: record.title,
            density=Density.COMFORTABLE,
        )
        self.heard: list[object] = []
        self.pane.selection_changed.connect(
            lambda: self.heard.append(tuple(row.id for row in self.pane.selection.loaded))
        )
        self.pane.failed.connect(self.heard.append)
        self.pane.activated.connect(self.heard.append)
        self.pane.sort_requested.connect(lambda *order: self.heard.append(order))
        qtbot.addWidget(self.pane)
        self.pane.resize(800, 500)
        self.pane.show()
        self.pane.activateWindow()

    async def loaded(self, query: Asked | None = None) -> None:
        """Ask, and wait until the answer is shown."""
        self.pane.load(query or Asked())
        await self.answered()

    async def answered(self) -> None:
        """Let the server answer, and wait until nothing is under way."""
        await until(lambda: self.server.waiting)
        self.server.answer()
        await until(lambda: not self.working)
        await self.at_rest()

    async def at_rest(self) -> None:
        """Wait until the pane has looked at what is on the screen."""
        timer = self.pane.findChild(QTimer)
        assert timer is not None
        await until(lambda: not timer.isActive())

    async def scroll_to(self, number: int) -> None:
        """Drag the scroll bar until that row is in sight."""
        await until(self.pane.table.verticalScrollBar().maximum)
        self.pane.table.scrollTo(self.pane.rows.index(number, 0))

    @property
    def working(self) -> bool:
        return bool(find(self.pane, QFrame, "work").property("ground"))

    def text(self, name: str) -> str:
        """The text of that label if it can be seen, else nothing."""
        label = find(self.pane, QLabel, name)
        return label.text() if label.isVisible() else ""

    def titles(self, *numbers: int) -> list[str]:
        return [self.pane.rows.index(n, 0).data() for n in numbers]


@pytest.fixture
async def desk(qtbot: QtBot) -> AsyncIterator[Desk]:
    """A pane over thirty keys."""
    desk = Desk(qtbot)
    yield desk
    await desk.tasks.aclose()
    assert not desk.unexpected


async def test_the_first_answer_fills_the_table(desk: Desk) -> None:
    desk.pane.load(Asked())
    assert desk.working
    assert desk.text("table.footer") == "Loading…"
    await desk.answered()
    assert desk.titles(0, 29) == ["Key 0", "Key 29"]
    assert desk.text("table.footer").endswith(" · 30 of 30 loaded")
    assert not desk.working


async def test_a_page_that_is_not_settled_is_shown_at_once_and_asked_for_again(desk: Desk) -> None:
    desk.server.rows = records(30)[::-1]
    desk.pane.load(Asked())
    await until(lambda: desk.server.waiting)
    desk.server.answer(settled=False)
    await until(lambda: desk.pane.rows.count and desk.titles(0) == ["Key 29"])
    await until(lambda: desk.server.waiting)
    desk.server.rows = records(30)
    desk.server.answer()
    await until(lambda: desk.titles(0, 29) == ["Key 0", "Key 29"])
    await desk.at_rest()
    assert len(desk.server.questions) == 2
    assert not desk.server.waiting


async def test_only_what_is_looked_at_is_loaded(desk: Desk) -> None:
    desk.server.rows = records(102_344)
    await desk.loaded()
    desk.server.questions.clear()
    await desk.scroll_to(50_050)
    await desk.answered()
    assert {offset for _, offset in desk.server.questions} == {50_000}
    assert desk.titles(50_050, 20_000) == ["Key 50050", "…"]
    assert desk.text("table.footer").endswith(" · 200 of 102,344 loaded")


async def test_pages_that_were_scrolled_past_are_not_waited_for(desk: Desk) -> None:
    desk.server.rows = records(5_000)
    await desk.loaded()
    await desk.scroll_to(2_050)
    await until(lambda: desk.server.waiting)
    _, passed = desk.server.waiting[0]
    await desk.scroll_to(4_050)
    await until(passed.cancelled)
    await until(lambda: any(offset == 4_000 for _, offset in desk.server.questions))
    await desk.answered()
    assert desk.titles(4_050) == ["Key 4050"]


async def test_a_jump_is_loaded_at_once_and_a_drag_where_it_stops(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.server.rows = records(5_000)
    await desk.loaded()
    monkeypatch.setattr("medusa_console.ui.records.pane._SETTLED_MS", 3_600_000)
    desk.clock.skip(4_000)
    await desk.scroll_to(2_050)
    await until(lambda: {offset for _, offset in desk.server.questions} == {0, 2_000})
    desk.server.answer()
    await desk.scroll_to(3_050)
    await turns()
    assert {offset for _, offset in desk.server.questions} == {0, 2_000}
    desk.clock.skip(4_000)
    await desk.scroll_to(4_050)
    await until(lambda: {offset for _, offset in desk.server.questions} == {0, 2_000, 4_000})
    desk.server.answer()


async def test_the_last_question_wins(desk: Desk) -> None:
    desk.pane.load(Asked("first"))
    await until(lambda: desk.server.waiting)
    _, first = desk.server.waiting[0]
    desk.pane.load(Asked("second"))
    await until(first.cancelled)
    await until(lambda: len(desk.server.questions) == 2)
    await desk.answered()
    assert [query.text for query, _ in desk.server.questions] == ["first", "second"]
    assert desk.pane.query == Asked("second")


async def test_the_selection_survives_a_refresh(desk: Desk) -> None:
    await desk.loaded()
    desk.pane.select("k7")
    assert desk.pane.selected == Record("k7", "Key 7")
    desk.server.rows = [*records(3, first=100), *records(30)]
    desk.pane.refresh()
    assert desk.pane.selected == Record("k7", "Key 7"), "nothing jumps while waiting"
    await desk.answered()
    assert desk.titles(0, 10) == ["Key 100", "Key 7"]
    assert desk.pane.selected == Record("k7", "Key 7")


async def test_a_selected_row_far_away_survives_a_refresh(desk: Desk) -> None:
    desk.server.rows = records(1_000)
    await desk.loaded()
    await desk.scroll_to(750)
    await desk.answered()
    desk.pane.select("k750")
    desk.pane.table.scrollToTop()
    desk.pane.refresh()
    await desk.answered()
    assert desk.pane.selected == Record("k750", "Key 750")


async def test_a_failure_keeps_the_rows_and_says_when_they_were_true(desk: Desk) -> None:
    await desk.loaded()
    desk.pane.refresh()
    await until(lambda: desk.server.waiting)
    desk.server.fail(NOBODY)
    await until(lambda: desk.text("table.strip.title"))
    assert desk.text("table.strip.title") == explain(NOBODY).title
    assert f"{explain(NOBODY).text} Showing data from " in desk.text("table.strip.text")
    assert desk.text("table.strip.text").endswith(". Retrying automatically.")
    assert desk.titles(0) == ["Key 0"]
    assert desk.heard == [NOBODY]
    assert not desk.working
    find(desk.pane, QPushButton, "table.strip.again").click()
    await desk.answered()
    assert desk.text("table.strip.title") == ""


async def test_a_failure_of_the_first_question_offers_to_try_again(desk: Desk) -> None:
    desk.pane.load(Asked())
    await until(lambda: desk.server.waiting)
    desk.server.fail(NOBODY)
    await until(lambda: desk.text("table.failed.title"))
    assert desk.text("table.failed.text") == f"{explain(NOBODY).text} Retrying automatically."
    find(desk.pane, QPushButton, "table.again").click()
    await desk.answered()
    assert desk.text("table.failed.title") == ""
    assert desk.titles(0) == ["Key 0"]


async def test_the_end_of_the_session_is_told_once_and_not_here(desk: Desk) -> None:
    await desk.loaded()
    desk.pane.refresh()
    await until(lambda: desk.server.waiting)
    desk.server.fail(SignInNeeded("Unauthorized", status=401))
    await until(lambda: desk.text("table.strip.text"))
    assert re.fullmatch(r"Showing data from \d\d:\d\d\.", desk.text("table.strip.text"))
    assert desk.text("table.strip.title") == ""
    again = find(desk.pane, QPushButton, "table.strip.again")
    assert not again.isVisible()
    desk.pane.refresh()
    await until(lambda: desk.server.waiting)
    desk.server.fail(NOBODY)
    await until(lambda: desk.text("table.strip.title") == explain(NOBODY).title)
    assert again.isVisible()


async def test_a_store_that_comes_back_is_read_without_anybody_asking(desk: Desk) -> None:
    await desk.loaded()
    desk.pane.refresh()
    for pause in (2, 4, 8, 16, 30, 30):
        await until(lambda: desk.server.waiting)
        desk.server.fail(NOBODY)
        await until(lambda: not desk.working)
        asked = len(desk.server.questions)
        await desk.clock.advance(pause - 0.1)
        assert len(desk.server.questions) == asked, f"not before {pause} s"
        await desk.clock.advance(0.1)
    desk.server.rows = records(30, first=5)
    await desk.answered()
    assert desk.text("table.strip.title") == ""
    assert desk.titles(0) == ["Key 5"]
    asked = len(desk.server.questions)
    await desk.clock.advance(3600)
    assert len(desk.server.questions) == asked, "there is nothing left to try"


async def test_where_nobody_looks_nothing_is_tried_until_somebody_does(desk: Desk) -> None:
    desk.pane.load(Asked())
    await until(lambda: desk.server.waiting)
    desk.server.fail(NOBODY)
    await until(lambda: desk.text("table.failed.title"))
    desk.pane.hide()
    await desk.clock.advance(60)
    assert len(desk.server.questions) == 1
    desk.pane.show()
    await desk.answered()
    assert desk.titles(0) == ["Key 0"]


async def test_asking_by_hand_is_quicker_and_takes_the_place_of_the_attempt(desk: Desk) -> None:
    desk.pane.load(Asked())
    await until(lambda: desk.server.waiting)
    desk.server.fail(NOBODY)
    await until(lambda: desk.text("table.failed.title"))
    find(desk.pane, QPushButton, "table.again").click()
    await desk.answered()
    await desk.clock.advance(60)
    assert len(desk.server.questions) == 2


async def test_what_a_refusal_says_is_not_asked_again_and_again(desk: Desk) -> None:
    desk.pane.load(Asked())
    await until(lambda: desk.server.waiting)
    desk.server.fail(Forbidden("Forbidden"))
    await until(lambda: desk.text("table.failed.title"))
    await desk.clock.advance(60)
    assert len(desk.server.questions) == 1


async def test_a_fault_of_our_own_is_shown_and_reported(desk: Desk) -> None:
    desk.pane.load(Asked())
    await until(lambda: desk.server.waiting)
    fault = ZeroDivisionError()
    desk.server.fail(fault)
    await until(lambda: desk.unexpected)
    assert desk.unexpected == [fault]
    assert desk.text("table.failed.title")
    desk.unexpected.clear()


async def test_no_keys_at_all_differs_from_no_match(desk: Desk) -> None:
    desk.server.rows = []
    await desk.loaded()
    assert desk.text("none") == "No keys yet"
    cleared: list[bool] = []
    desk.pane.clear_requested.connect(lambda: cleared.append(True))
    await desk.loaded(Asked("nothing like it"))
    assert desk.text("table.no_match.title") == "No matching keys"
    find(desk.pane, QPushButton, "table.clear").click()
    assert cleared == [True]


async def test_a_click_on_a_header_asks_for_another_order(desk: Desk) -> None:
    await desk.loaded(Asked(sort="title", descending=False))
    header = desk.pane.table.header
    for column in (0, 1, 2):
        middle = QPoint(header.sectionViewportPosition(column) + 20, header.height() // 2)
        QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=middle)
    assert desk.heard == [("title",), ("revoked_at",)], "Key cannot be sorted by"


async def test_the_keyboard_reaches_first_and_last_row_and_opens_one(desk: Desk) -> None:
    await desk.loaded()
    table = desk.pane.table
    table.setFocus()
    QTest.keyClick(table, Qt.Key.Key_End)
    assert desk.pane.selected == Record("k29", "Key 29")
    QTest.keyClick(table, Qt.Key.Key_Home)
    assert desk.pane.selected == Record("k0", "Key 0")
    QTest.keyClick(table, Qt.Key.Key_Return)
    assert desk.heard[-1] == Record("k0", "Key 0")
    QTest.keyClicks(table, "Key 9")
    assert desk.pane.selected == Record("k0", "Key 0"), "typing is for the search field"


async def test_one_row_can_be_selected_at_a_time(desk: Desk) -> None:
    await desk.loaded()
    table = desk.pane.table
    desk.pane.select("k3")
    QTest.keyClick(table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert [row.id for row in desk.pane.selection.loaded] == ["k4"]
    QTest.keyClick(table, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert [row.id for row in desk.pane.selection.loaded] == ["k4"]


async def test_selecting_to_the_end_of_a_long_list_takes_only_what_was_seen(desk: Desk) -> None:
    desk.pane.table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
    desk.server.rows = records(250)
    desk.server.count = 1_000_000
    await desk.loaded()
    desk.pane.select("k0")
    QTest.keyClick(desk.pane.table, Qt.Key.Key_End, Qt.KeyboardModifier.ShiftModifier)
    assert desk.pane.selection.count == 100


async def test_the_row_with_the_focus_is_the_selected_one(desk: Desk) -> None:
    await desk.loaded()
    table = desk.pane.table

    def accent_at(place: QPoint) -> bool:
        seen = table.viewport().grab().toImage().pixelColor(place)
        return seen == QColor(tokens().accent)

    corner, below = QPoint(300, 0), QPoint(300, table.visualRect(table.model().index(1, 0)).top())
    table.clearFocus()
    table.setFocus(Qt.FocusReason.TabFocusReason)
    assert desk.pane.selected is None
    assert accent_at(corner), "the ring is the table's"
    assert not accent_at(QPoint(300, below.y() - 1)), "and not a row's"
    QTest.keyClick(table, Qt.Key.Key_Down)
    assert desk.pane.selected == Record("k0", "Key 0")
    QTest.keyClick(table, Qt.Key.Key_Down)
    assert desk.pane.selected == Record("k1", "Key 1")
    assert accent_at(below)
    assert not accent_at(corner)
    table.clearSelection()
    QTest.keyClick(table, Qt.Key.Key_Return)
    assert desk.heard[-1] == Record("k1", "Key 1"), "where one was"
    assert desk.pane.selected == Record("k1", "Key 1")


async def test_grey_bars_stand_for_the_rows_that_are_being_loaded(desk: Desk) -> None:
    table = desk.pane.table

    def bars() -> int:
        seen = table.viewport().grab().toImage()
        grey = QColor(tokens().neutral_soft)
        column = table.columnViewportPosition(0) + 20
        lines = [seen.pixelColor(column, y) == grey for y in range(seen.height())]
        return sum(now and not before for before, now in pairwise(lines))

    desk.pane.load(Asked())
    assert bars() == table.viewport().height() // 36
    await desk.answered()
    assert bars() == 0
    desk.server.rows = records(200)
    desk.pane.refresh()
    await desk.answered()
    table.scrollTo(desk.pane.rows.index(150, 0))
    assert bars() > 5, "and for those further down"


async def test_a_row_that_the_search_does_not_find_stands_on_top_until_the_next(desk: Desk) -> None:
    table = desk.pane.table
    desk.server.rows = records(250)
    await desk.loaded(Asked("webshop"))
    desk.pane.put_above(Record("new", "Parcel labels"), "New, outside your search")
    desk.pane.select("new")
    heights = [table.rowHeight(n) for n in range(3)]
    assert heights[0] > heights[1] == heights[2], "there is room for the note in one row only"
    sentence = desk.pane.rows.index(0, 0).data(Qt.ItemDataRole.AccessibleDescriptionRole)
    assert sentence == "Parcel labels. New, outside your search"
    assert desk.titles(0, 1, 100) == ["Parcel labels", "Key 0", "Key 99"]
    assert desk.text("table.footer").endswith(" · 100 of 250 loaded")
    await desk.scroll_to(101)
    await desk.answered()
    assert desk.titles(101, 200) == ["Key 100", "Key 199"], "no row is lost where pages meet"
    table.scrollToTop()
    desk.pane.refresh()
    await desk.answered()
    await desk.loaded(Asked("webshop", sort="title"))
    assert desk.titles(0, 1) == ["Parcel labels", "Key 0"], "another order is no other search"
    desk.pane.rows.replace(Record("new", "Renamed"))
    assert desk.titles(0) == ["Renamed"]
    desk.server.rows = [Record("new", "Webshop labels"), *records(30)]
    desk.pane.refresh()
    await desk.answered()
    assert desk.titles(0, 1) == ["Webshop labels", "Key 0"], "the search finds it now"
    assert {table.rowHeight(n) for n in range(31)} == {heights[1]}
    desk.pane.put_above(Record("other", "Other"), "New, outside your search")
    await desk.loaded(Asked("erp"))
    assert desk.titles(0) == ["Webshop labels"]


async def test_a_column_can_be_dragged_and_takes_from_the_next(desk: Desk) -> None:
    await desk.loaded()
    table = desk.pane.table
    told: list[dict[str, int]] = []
    table.widths_chosen.connect(told.append)
    before = [table.columnWidth(n) for n in range(3)]
    edge = table.columnViewportPosition(0) + before[0]
    view = table.header.viewport()
    QTest.mousePress(view, LEFT, pos=QPoint(edge - 1, 10))
    QTest.mouseMove(view, QPoint(edge - 31, 10))
    QTest.mouseMove(view, QPoint(edge - 61, 10))
    QTest.mouseRelease(view, LEFT, pos=QPoint(edge - 61, 10))
    after = [table.columnWidth(n) for n in range(3)]
    assert after == [before[0] - 60, before[1] + 60, before[2]]
    assert set(told[-1]) == {"title", "id"}
    desk.pane.resize(900, 500)
    await until(lambda: table.width() == 900)
    assert [table.columnWidth(n) for n in range(2)] == after[:2], "what was dragged stays"
    table.set_widths({})
    desk.pane.resize(800, 500)
    await until(lambda: table.width() == 800)
    assert [table.columnWidth(n) for n in range(3)] == before


async def test_a_changed_row_is_told_to_whoever_shows_the_selection(desk: Desk) -> None:
    await desk.loaded()
    desk.pane.select("k3")
    desk.heard.clear()
    desk.pane.rows.replace(Record("k3", "Key 3", works=False))
    assert desk.heard == [("k3",)]
    assert desk.pane.selected == Record("k3", "Key 3", works=False)
    desk.pane.rows.remove("k3")
    assert desk.pane.rows.position("k3") is None
    assert desk.text("table.footer").endswith(" · 29 of 29 loaded")


async def test_a_change_during_a_refresh_is_not_undone_by_its_answer(desk: Desk) -> None:
    await desk.loaded()
    desk.pane.refresh()
    await until(lambda: desk.server.waiting)
    revoked = Record("k3", "Key 3", works=False)
    desk.pane.rows.replace(revoked)
    desk.server.rows[3] = revoked
    await until(lambda: len(desk.server.questions) == 3)
    await desk.answered()
    assert desk.pane.rows.row_at(3) == revoked


async def test_narrow_windows_show_fewer_columns(desk: Desk) -> None:
    await desk.loaded()
    table = desk.pane.table
    for width, hidden in ((380, True), (800, False)):
        desk.pane.resize(width, 500)
        await until(lambda width=width: table.width() == width)  # type: ignore[misc]
        assert [table.isColumnHidden(n) for n in range(3)] == [False, hidden, False]


async def test_the_table_can_be_found_by_its_name(desk: Desk) -> None:
    assert desk.pane.table.objectName() == "keys"
    assert desk.pane.table.accessibleName() == "API keys"


async def test_the_selected_row_is_still_to_be_seen_when_a_notice_takes_room(desk: Desk) -> None:
    await desk.loaded()
    table = desk.pane.table

    def seen() -> bool:
        row = table.visualRect(table.currentIndex())
        return table.viewport().rect().contains(row.center())

    table.selectRow(8)
    assert seen()
    desk.pane.resize(800, 300)
    await until(lambda: desk.pane.height() == 300)
    assert seen()
    table.verticalScrollBar().setValue(table.verticalScrollBar().maximum())
    assert not seen(), "whoever has scrolled away from it"
    scrolled = table.verticalScrollBar().value()
    desk.pane.resize(800, 260)
    await until(lambda: desk.pane.height() == 260)
    assert table.verticalScrollBar().value() == scrolled, "stays where they are"


async def test_every_state_of_a_row_can_be_painted(desk: Desk) -> None:
    desk.server.rows = [Record("k0", "<b>x\u202e"), Record("k1", "Key 1", works=False)]
    desk.server.count = 5
    await desk.loaded()
    desk.pane.select("k1")
    desk.pane.table.setFocus()
    both = desk.pane.grab().toImage()
    desk.pane.rows.replace(Record("k1", "Key 1", works=True))
    assert desk.pane.grab().toImage() != both
