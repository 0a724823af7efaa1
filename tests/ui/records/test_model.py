"""A list with any number of rows, loaded where somebody looks."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QItemSelectionModel, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.modeltest import ModelTester

from medusa_console.ui.records.model import PLACEHOLDER, RowsModel
from tests.ui.records.rows import COLUMNS, Record, page, records

Check = Callable[[RowsModel[Record]], None]
FLAGS = QItemSelectionModel.SelectionFlag


@pytest.fixture
def model(qapp: QApplication) -> RowsModel[Record]:
    """An empty list of records."""
    return RowsModel(COLUMNS, lambda row: f"{row.title}, active")


@pytest.fixture
def check(qtmodeltester: ModelTester) -> Check:
    """Qt's own inspection of a model; it raises what it finds."""
    return qtmodeltester.check


def titles(model: RowsModel[Record]) -> list[str]:
    return [model.index(n, 0).data() for n in range(model.rowCount())]


def wanted(model: RowsModel[Record]) -> list[tuple[int, int]]:
    """Every page that the model asks for from now on."""
    pages: list[tuple[int, int]] = []
    model.wanted.connect(lambda number, number_of_page: pages.append((number, number_of_page)))
    return pages


def test_qt_finds_no_fault_whatever_happens(model: RowsModel[Record], check: Check) -> None:
    check(model)
    rows = records(250)
    model.accept(model.restart(), page(rows))
    check(model)
    number = model.number
    model.accept(number, page(rows, 2))
    model.replace(Record("k3", "Renamed"))
    model.remove("k5")
    check(model)
    number = model.refresh()
    model.need([0])
    model.accept(number, page(records(260, first=-10)))
    check(model)
    number = model.refresh()
    model.need([0])
    model.accept(number, page(records(3)))
    check(model)
    model.accept(model.restart(), page([]))
    check(model)


def test_a_million_rows_cost_only_those_that_are_seen(model: RowsModel[Record]) -> None:
    model.accept(model.restart(), page(records(100), count=1_000_000))
    model.need(model.pages([999_999]))
    assert model.rowCount() == 1_000_000
    assert model.loaded == 100
    assert model.index(999_999, 0).data() == PLACEHOLDER


def test_a_count_beyond_what_a_table_can_hold_is_capped(model: RowsModel[Record]) -> None:
    model.accept(model.restart(), page(records(1), count=10**12))
    assert model.rowCount() == 5_000_000


def test_each_page_is_asked_for_once(model: RowsModel[Record]) -> None:
    pages = wanted(model)
    number = model.restart()
    model.need([0])
    model.need(model.pages(range(50)))
    assert pages == [(number, 0)]
    model.accept(number, page(records(300)))
    model.need(model.pages(range(80, 120)))
    model.need(model.pages(range(80, 120)))
    assert pages == [(number, 0), (number, 1)]
    model.give_up(number, 1)
    model.need([1])
    assert pages[-1] == (number, 1)
    assert len(pages) == 3


def test_a_late_answer_never_overwrites_a_newer_one(model: RowsModel[Record]) -> None:
    old = model.restart()
    new = model.restart()
    assert model.accept(new, page([Record("n", "New")]))
    assert not model.accept(old, page([Record("o", "Old")]))
    assert titles(model) == ["New"]


def test_an_answer_from_before_a_change_cannot_undo_it(model: RowsModel[Record]) -> None:
    number = model.restart()
    model.need([0])
    model.accept(number, page(records(3)))
    before = model.refresh()
    model.need([0])
    outdated: list[bool] = []
    model.outdated.connect(lambda: outdated.append(True))
    model.replace(Record("k1", "Key 1", works=False))
    assert not model.accept(before, page(records(3)))
    assert model.row_at(1) == Record("k1", "Key 1", works=False)
    assert outdated == [True]


def test_the_rows_of_before_stay_until_the_answer_comes(model: RowsModel[Record]) -> None:
    model.accept(model.restart(), page(records(2)))
    number = model.restart()
    assert titles(model) == ["Key 0", "Key 1"]
    model.accept(number, page([Record("x", "Found")]))
    assert titles(model) == ["Found"]


def test_replacing_a_row_repaints_that_row_only(model: RowsModel[Record]) -> None:
    model.accept(model.restart(), page(records(5)))
    changes: list[tuple[int, int]] = []
    model.dataChanged.connect(lambda first, last, *_: changes.append((first.row(), last.row())))
    model.replace(Record("k2", "Renamed"))
    model.replace(Record("elsewhere", "Not in this list"))
    assert changes == [(2, 2)]
    assert titles(model)[2] == "Renamed"


def test_after_a_removal_only_the_page_with_the_gap_is_asked_for(
    model: RowsModel[Record],
) -> None:
    number = model.restart()
    model.accept(number, page(records(300)))
    model.accept(number, page(records(300), 2))
    pages = wanted(model)
    model.remove("k5")
    assert model.rowCount() == 299
    assert titles(model)[5] == "Key 6"
    assert titles(model)[199] == "Key 200"
    model.need(model.pages(range(299)))
    assert [p for _, p in pages] == [0, 1]


def test_selection_follows_its_row_when_others_come_and_go(model: RowsModel[Record]) -> None:
    model.accept(model.restart(), page(records(5)))
    selection = QItemSelectionModel(model)
    for row in (1, 2, 4):
        selection.select(model.index(row, 0), FLAGS.Select | FLAGS.Rows)
    held = QPersistentModelIndex(model.index(4, 0))
    number = model.refresh()
    model.need([0])
    # k0 and k2 are gone, two new ones came first.
    model.accept(
        number, page([*records(2, first=90), *[r for r in records(5) if r.id not in "k0k2"]])
    )
    chosen = sorted(index.row() for index in selection.selectedRows())
    assert [model.row_at(n) for n in chosen] == [Record("k1", "Key 1"), Record("k4", "Key 4")]
    assert held.row() == 4


def test_the_last_row_stays_selected_when_the_list_becomes_shorter(
    model: RowsModel[Record],
) -> None:
    model.accept(model.restart(), page(records(3)))
    selection = QItemSelectionModel(model)
    selection.select(model.index(2, 0), FLAGS.Select | FLAGS.Rows)
    number = model.refresh()
    model.need([0])
    model.accept(number, page(records(2, first=1)))
    assert [index.row() for index in selection.selectedRows()] == [1]
    assert model.row_at(1) == Record("k2", "Key 2")


def test_a_refresh_forgets_what_it_did_not_ask_for(model: RowsModel[Record]) -> None:
    number = model.restart()
    model.accept(number, page(records(300)))
    model.accept(number, page(records(300), 2))
    number = model.refresh()
    model.need([0])
    assert model.loaded == 200, "nothing goes before the answer is here"
    model.accept(number, page(records(300)))
    assert model.positions == list(range(100))


def test_a_row_that_the_server_shows_twice_is_kept_in_step(model: RowsModel[Record]) -> None:
    number = model.restart()
    model.accept(number, page(records(200)))
    shifted = [Record("new", "New"), *records(200)]
    model.accept(number, page(shifted, 1))
    assert (model.row_at(99), model.row_at(100)) == (Record("k99", "Key 99"),) * 2
    model.replace(Record("k99", "Renamed"))
    assert {model.row_at(99), model.row_at(100)} == {Record("k99", "Renamed")}


def test_what_a_stranger_wrote_is_shown_literally(model: RowsModel[Record]) -> None:
    model.accept(model.restart(), page([Record("k", "<b>x\u202e\x00")]))
    cell = model.index(0, 0)
    assert cell.data() == "<b>x\u2039U+202E\u203a\u2039U+0000\u203a"
    assert cell.data(Qt.ItemDataRole.ToolTipRole).startswith("<qt>&lt;b&gt;x")


def test_a_row_is_one_sentence_and_its_cells_speak_for_themselves(
    model: RowsModel[Record],
) -> None:
    model.accept(model.restart(), page(records(1)))
    sentence = Qt.ItemDataRole.AccessibleDescriptionRole
    assert model.index(0, 0).data(sentence) == "Key 0, active"
    assert model.index(0, 1).data(sentence) is None
    assert model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole) is None
