"""What the tables show at every width: titles that can be told apart, and dates that are whole."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from PySide6.QtCore import QCoreApplication, QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QAction, QFont, QFontMetrics, QHelpEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QLineEdit,
    QPushButton,
    QTableView,
    QToolTip,
    QWidget,
)

from medusa_console.domain.store import DEMO_STORE, Environment
from medusa_console.ui.kit import resources
from medusa_console.ui.kit.empty_state import EmptyState
from medusa_console.ui.kit.environment_bar import LiveFrame
from medusa_console.ui.kit.status_pill import pill_width
from medusa_console.ui.kit.theme import scaled
from medusa_console.ui.records.cells import cell_padding, icon_room
from medusa_console.ui.records.filter_menu import FilterMenu
from medusa_console.ui.words import labels
from tests.ui.creating import create_secret
from tests.ui.driving import LEFT, NO_KEYS, Program
from tests.ui.keys.test_page import KEYS, choose
from tests.ui.running import Start
from tests.ui.standins import turns
from tests.ui.wiretap import Wiretap, broken
from tests.waiting import until

NO_BUTTON = Qt.MouseButton.NoButton

WIDTHS = (640, 700, 759, 760, 900, 1000, 1099, 1100, 1279, 1280, 1366, 1439, 1440, 1680, 1920)
FULL = 760


def sections(table: QTableView) -> Iterator[tuple[str, int]]:
    """The visible columns, by title."""
    for number in range(table.model().columnCount()):
        if not table.isColumnHidden(number):
            title = table.model().headerData(number, Qt.Orientation.Horizontal)
            yield str(title), number


def room(table: QTableView, number: int, *, beside: int = 0) -> int:
    """The width for a text in that column, between its paddings and `beside` an icon."""
    return table.columnWidth(number) - 2 * scaled(10) - beside


def cut_titles(table: QTableView) -> list[str]:
    """The titles of which fewer than twelve letters are to be seen."""
    font = table.font()
    font.setWeight(font.Weight.Medium)
    metrics = QFontMetrics(font)
    width = room(table, 0, beside=scaled(16) + 8)
    titles = [str(table.model().index(n, 0).data()) for n in range(table.model().rowCount())]
    seen = [metrics.elidedText(t, Qt.TextElideMode.ElideRight, width) for t in titles]
    return [t for t, s in zip(titles, seen, strict=True) if s != t and len(s.rstrip("…")) < 12]


def cut_dates(table: QTableView, number: int) -> list[str]:
    metrics = QFontMetrics(table.font())
    texts = {str(table.model().index(n, number).data()) for n in range(table.model().rowCount())}
    return [t for t in texts if metrics.horizontalAdvance(t) > room(table, number)]


def outside(table: QTableView) -> list[str]:
    """The columns that are not wholly in the table."""
    area = table.viewport().rect()
    cells = {
        title: QRect(table.columnViewportPosition(n), 0, table.columnWidth(n), 1)
        for title, n in sections(table)
    }
    return [title for title, cell in cells.items() if not area.contains(cell)]


async def resized(program: Program, width: int) -> QTableView:
    program.window.resize(width, 800)
    await until(lambda: program.window.width() == width)
    return program._rows()


async def test_titles_and_dates_can_be_read_at_every_width_with_and_without_drawer(
    demo: Program,
) -> None:
    for drawer in (False, True):
        for width in WIDTHS:
            table = await resized(demo, width)
            if drawer and width < FULL:
                continue  # the drawer covers the page
            if drawer:
                table.selectRow(3)
                await until(lambda: demo.is_there("drawer"))
            at = f"{width}, {'with' if drawer else 'without'} drawer"
            titles = dict(sections(table))
            assert cut_titles(table) == [], at
            assert outside(table) == [], at
            if "Created" in titles:
                assert cut_dates(table, titles["Created"]) == [], at
            assert width < FULL or {"Title", "State", "Created"} <= set(titles), at
            table.clearSelection()


async def test_two_years_are_told_as_years(demo: Program) -> None:
    now = datetime(2026, 11, 29, 12, tzinfo=UTC)
    ages = {days: labels.ago(now - timedelta(days=days), now) for days in (700, 716, 729, 730)}
    assert ages == {
        700: "23 months ago",
        716: "2 years ago",
        729: "2 years ago",
        730: "2 years ago",
    }


async def create_outside_the_search(demo: Program) -> QLineEdit:
    """Up to the once-only dialog of “Parcel labels”; returns the field that searches for another
    word."""
    edit = demo.find(QLineEdit, "search")
    edit.setFocus()
    QTest.keyClicks(edit, "webshop")
    await until(lambda: len(demo.column("Title")) == 2)
    await create_secret(demo, "Parcel labels")
    return edit


async def test_a_key_that_the_search_does_not_find_is_still_there_after_its_creation(
    demo: Program,
) -> None:
    edit = await create_outside_the_search(demo)
    demo.press("Copy and hide")
    demo.press("Done")
    await demo.no_dialog()
    await until(lambda: demo.column("Title")[:1] == ["Parcel labels"])
    assert demo.picked == ["Parcel labels"]
    assert len(demo.column("Title")) == 3
    assert demo.footer.endswith(" · 2 of 2 loaded")
    sentence = demo.table.model().index(0, 0).data(Qt.ItemDataRole.AccessibleDescriptionRole)
    assert sentence.endswith(". New, outside your search")
    edit.setFocus()
    QTest.keyClicks(edit, " n")
    await until(lambda: demo.column("Title") == ["Webshop, new checkout"])


async def test_a_discarded_key_that_the_search_does_not_find_is_shown_as_revoked(
    demo: Program,
) -> None:
    await create_outside_the_search(demo)
    demo.press("Discard and revoke this key")
    await demo.no_dialog()
    await until(lambda: demo.column("Title")[:1] == ["Parcel labels"])
    await until(lambda: demo.column("State")[0].startswith("Revoked"))


async def test_no_store_shows_less_because_of_the_frame_around_it(demo: Program) -> None:
    frame = demo.window.findChildren(LiveFrame)[0]
    live = replace(DEMO_STORE, environment=Environment.LIVE)

    async def columns(width: int) -> list[str]:
        demo.window.resize(width, 800)
        await until(lambda: demo.window.width() == width)
        await turns()
        return demo.columns

    for drawer in (False, True):
        if drawer:
            demo.table.selectRow(3)
        for title in ("Sales channels", "Type", "Ends in"):
            without, shown = 1100, 1920  # between these, the column finds its room
            if drawer:
                without = 1280
            while shown - without > 1:
                middle = (without + shown) // 2
                if title in await columns(middle):
                    shown = middle
                else:
                    without = middle
            frame.show_store(live)
            assert title in await columns(shown), (title, drawer)
            assert title not in await columns(without), (title, drawer)
            frame.show_store(DEMO_STORE)


async def test_dragged_columns_stay_for_the_next_start_and_can_be_reset(start: Start) -> None:
    first = await start(demo=True)
    table = await first.keys_page()
    await resized(first, 1440)
    arranged = [table.columnWidth(n) for n in range(7)]
    view = table.horizontalHeader().viewport()
    edge = table.columnViewportPosition(0) + arranged[0]
    QTest.mousePress(view, LEFT, pos=QPoint(edge - 1, 10))
    QTest.mouseMove(view, QPoint(edge + 9, 10))
    QTest.mouseMove(view, QPoint(edge + 14, 10))
    QTest.mouseRelease(view, LEFT, pos=QPoint(edge + 14, 10))
    dragged = [table.columnWidth(n) for n in range(7)]
    assert dragged[0] == arranged[0] + 15
    await first.quit()
    second = await start(demo=True)
    table = await second.keys_page()
    await resized(second, 1440)
    scale = 2  # the settings keep whole pixels at the design's font size
    assert abs(table.columnWidth(0) - dragged[0]) <= scale
    assert outside(table) == []
    second.choose("Reset columns")
    assert [table.columnWidth(n) for n in range(7)] == arranged
    assert not next(a for a in second.menu_actions() if a.text() == "Reset columns").isEnabled()
    in_header = [action.text() for action in table.horizontalHeader().actions()]
    assert in_header[-2:] == ["Columns…", "Reset columns"]


async def test_cells_that_are_cut_and_only_those_tell_all_in_a_tooltip(demo: Program) -> None:
    table = await resized(demo, 1440)
    model = table.model()

    async def tip(title: str, column: int) -> str:
        QToolTip.hideText()
        await until(lambda: not QToolTip.isVisible())
        index = model.index(demo.row(title), column)
        table.scrollTo(index)
        place = table.visualRect(index).center()
        area = table.viewport()
        help_ = QHelpEvent(QHelpEvent.Type.ToolTip, place, area.mapToGlobal(place))
        QCoreApplication.sendEvent(area, help_)
        return re.sub("<[^>]*>", "", QToolTip.text()) if QToolTip.isVisible() else ""

    await until(lambda: "Key “Key automation”" in demo.column("Created by"))
    made_by_key = demo.column("Title")[demo.column("Created by").index("Key “Key automation”")]
    assert await tip(made_by_key, 6) == "Key “Key automation”"
    assert await tip("ERP nightly sync", 0) == ""
    exact = await tip("ERP nightly sync", 5)
    assert re.fullmatch(r"\d+ \w{3} \d{4} \d\d:\d\d:\d\d\sUTC", exact)
    told = await tip("Preview deployments", 3)
    assert told == "No sales channel. Storefront requests will fail."
    assert await tip("ERP nightly sync", 3) == ""
    assert re.fullmatch(r"\d+ \w{3} \d{4} .*UTC", await tip("Summer intern scripts", 3))


async def test_filters_read_as_buttons_and_take_no_turn_of_the_wheel(demo: Program) -> None:
    menu = demo.field("State", FilterMenu)
    assert (menu.words, menu.currentText()) == ("State: All", "All")
    narrow = menu.width()
    choose(demo, "State", "Works until…")
    await until(lambda: menu.words == "State: Works until…")
    await until(lambda: menu.width() > narrow)
    turn = QWheelEvent(
        QPointF(5, 5), QPointF(menu.mapToGlobal(QPoint(5, 5))), QPoint(), QPoint(0, -120),
        NO_BUTTON, NO_KEYS, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QCoreApplication.sendEvent(menu, turn)
    assert menu.currentText() == "Works until…"
    clear = demo.find(QLineEdit, "search").findChildren(QAction, "_q_qlineeditclearaction")[0]
    ours = resources.icon("x", resources.Tint.MUTED).pixmap(16, 16).toImage()
    assert clear.icon().pixmap(16, 16).toImage() == ours


async def test_a_page_without_rows_says_why_in_its_middle(demo: Program, tap: Wiretap) -> None:
    edit = demo.find(QLineEdit, "search")
    edit.setFocus()
    QTest.keyClicks(edit, "nothing like it")
    for name, sentence in (
        ("table.no_match", "Nothing matches your search and filters."),
        ("table.failed", "Try again in a moment."),
    ):
        await demo.reads(sentence)
        state = demo.find(EmptyState, name)
        parts = [part for part in state.findChildren(QWidget) if part.isVisible()]
        area = QRect()
        for part in parts:
            if isinstance(part, QLabel | QPushButton):
                area |= QRect(part.mapTo(state, QPoint()), part.size())
        middle = state.rect().center()
        assert abs(area.center().x() - middle.x()) <= 2
        assert area.top() > 0
        assert len(state.findChildren(QPushButton)) == 1
        if name == "table.no_match":
            tap.on("GET", KEYS, broken)
            demo.key(Qt.Key.Key_F5)
    assert "61 keys" not in demo.words
    assert "0 of" not in demo.words, "how many there are is not known"
    assert demo.footer == ""


async def test_what_is_painted_grows_with_the_font(qapp: QApplication) -> None:
    font = qapp.font()
    font.setPixelSize(13)
    larger = QFont(font)
    larger.setPixelSize(26)
    before = (pill_width("Active", font), cell_padding(), icon_room())
    usual = qapp.font()
    qapp.setFont(larger)
    try:
        after = (pill_width("Active", larger), cell_padding(), icon_room())
    finally:
        qapp.setFont(usual)
    assert all(new >= 1.6 * old for old, new in zip(before, after, strict=True))
