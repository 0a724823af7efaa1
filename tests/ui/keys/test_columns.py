"""What the tables show at every width: titles that can be told apart, and dates that are whole."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QTableView

from medusa_console.ui.kit.theme import scaled
from medusa_console.ui.words import labels
from tests.ui.creating import create_secret
from tests.ui.driving import Program
from tests.waiting import until

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


async def test_a_key_that_the_search_does_not_find_is_still_there_after_its_creation(
    demo: Program,
) -> None:
    edit = demo.find(QLineEdit, "search")
    edit.setFocus()
    QTest.keyClicks(edit, "webshop")
    await until(lambda: len(demo.column("Title")) == 2)
    await create_secret(demo, "Parcel labels")
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
