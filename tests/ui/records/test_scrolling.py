"""Scrolling paints what comes into sight, and what stands on the screen is what a paint shows."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt
from PySide6.QtGui import QColor, QImage, QPaintEvent
from PySide6.QtWidgets import QTableView

from tests.ui.driving import Program
from tests.ui.finding import find
from tests.ui.standins import turns
from tests.waiting import until

ROWS = 3
PAUSE = 0.2
WHITE = QColor("#ffffff")


class Paints(QObject):
    """The parts of a widget that were painted."""

    def __init__(self, widget: QTableView) -> None:
        super().__init__(widget)
        self.parts: list[QRect] = []
        widget.viewport().installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if isinstance(event, QPaintEvent):
            self.parts.append(event.rect())
        return False


def on_screen(table: QTableView) -> QImage:
    """What the window shows of the rows, as it was painted before."""
    window, viewport = table.window(), table.viewport()
    place = viewport.mapTo(window, QPoint())
    size = viewport.size()
    shown = window.screen().grabWindow(
        window.winId(), place.x(), place.y(), size.width(), size.height()
    )
    return shown.toImage().convertToFormat(QImage.Format.Format_RGB32)


def painted_anew(table: QTableView) -> QImage:
    return table.viewport().grab().toImage().convertToFormat(QImage.Format.Format_RGB32)


async def scrolled(table: QTableView, paints: Paints) -> list[QRect]:
    """The parts that are painted as the wheel is turned by one step."""
    paints.parts.clear()
    bar = table.verticalScrollBar()
    bar.setValue(bar.value() + ROWS * bar.singleStep())
    await until(lambda: paints.parts)
    return list(paints.parts)


async def test_a_step_of_the_wheel_paints_only_the_rows_that_come_into_sight(demo: Program) -> None:
    table = find(demo.window, QTableView, "keys")
    await turns()
    painted = await scrolled(table, Paints(table))
    assert sum(part.height() for part in painted) <= (ROWS + 1) * table.rowHeight(1)
    assert on_screen(table) == painted_anew(table)


async def test_the_ring_of_the_table_stays_where_it_is_while_the_rows_move(demo: Program) -> None:
    table = find(demo.window, QTableView, "keys")
    table.clearFocus()
    table.setFocus(Qt.FocusReason.TabFocusReason)
    assert not table.selectionModel().hasSelection()
    paints = Paints(table)
    await until(lambda: paints.parts)
    await scrolled(table, paints)
    await until(lambda: on_screen(table) == painted_anew(table))


async def test_below_the_last_row_is_the_ground_of_the_table(demo: Program) -> None:
    table = find(demo.window, QTableView, "keys")
    demo.window.resize(1280, 800)
    demo.key(Qt.Key.Key_Slash)
    demo.type("ERP nightly sync")
    await demo.clock.advance(PAUSE)
    await until(lambda: table.model().rowCount() == 1)
    await until(lambda: on_screen(table) == painted_anew(table))
    assert on_screen(table).pixelColor(20, table.viewport().height() - 20) == WHITE
