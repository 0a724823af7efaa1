"""A table that is given what cannot be drawn: the rest is drawn, and it is told once."""

from __future__ import annotations

import asyncio
import logging
from dataclasses import replace

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication, QStyleOptionViewItem, QTableView

from medusa_console.app.hooks import last_resorts
from medusa_console.ui.records.cells import CellDelegate
from medusa_console.ui.records.model import RowsModel
from medusa_console.ui.words.reporter import Reporter
from tests.ui.records.rows import COLUMNS, Record, page, records


def text_fails(_row: Record) -> str:
    raise OverflowError("date value out of range")


def icon_fails(_row: Record) -> str:
    raise OverflowError("date value out of range")


def pill_fails(_row: Record) -> None:
    raise OverflowError("date value out of range")


def tooltip_fails(_row: Record) -> str:
    raise OverflowError("date value out of range")


def table_with(faulty: str) -> tuple[QTableView, RowsModel[Record], CellDelegate[Record]]:
    """A table in which a column of two cannot be drawn."""
    title, key, state = COLUMNS
    bad = {
        "text": replace(key, text=text_fails),
        "icon": replace(key, icon=icon_fails),
        "pill": replace(state, pill=pill_fails),
        "tooltip": replace(key, tooltip=tooltip_fails),
    }[faulty]
    model = RowsModel((title, bad), lambda row: row.title)
    model.accept(model.restart(), page(records(3)))
    table = QTableView()
    table.setModel(model)
    delegate = CellDelegate(model, table)
    table.setItemDelegate(delegate)
    return table, model, delegate


every_part = pytest.mark.parametrize("faulty", ["text", "icon", "pill"])


@pytest.mark.qt_no_exception_capture
@every_part
async def test_a_repaint_that_fails_each_time_is_told_once_and_spoils_nothing(
    faulty: str, qapp: QApplication, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG, "medusa_console")
    reporter = Reporter()
    told: list[object] = []
    reporter.message.connect(lambda message, *_: told.append(message))
    table, model, delegate = table_with(faulty)
    picture = QImage(200, 40, QImage.Format.Format_RGB32)
    option = QStyleOptionViewItem()
    option.rect = QRect(0, 0, 200, 40)
    pen = QColor("#123456")
    with last_resorts(reporter):
        for _ in range(5):
            painter = QPainter(picture)
            painter.setPen(pen)
            delegate.paint(painter, option, model.index(0, 1))
            assert painter.pen().color() == pen
            painter.end()
        table.show()
        for _ in range(5):
            table.grab()
            await asyncio.sleep(0)
        assert model.index(0, 0).data() == "Key 0"
        table.hide()
    table.deleteLater()
    assert len(told) == 1
    wrong = [record for record in caplog.records if record.levelno >= logging.WARNING]
    assert [record.name for record in wrong if "not support" not in record.getMessage()] == [
        "medusa_console.ui.words.reporter"
    ]


@pytest.mark.qt_no_exception_capture
async def test_a_tooltip_that_fails_is_none(qapp: QApplication) -> None:
    reporter = Reporter()
    told: list[object] = []
    reporter.message.connect(lambda message, *_: told.append(message))
    table, model, _ = table_with("tooltip")
    with last_resorts(reporter):
        for _ in range(3):
            assert model.index(0, 1).data(Qt.ItemDataRole.ToolTipRole) is None
    table.deleteLater()
    assert len(told) == 1
