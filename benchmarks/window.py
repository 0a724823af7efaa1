"""Drives the real window as a person does, and tells when something is on the screen."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QDialog, QTableView, QWidget

from medusa_console.ui.records.model import PLACEHOLDER
from medusa_console.ui.window.main_window import MainWindow

W = TypeVar("W", bound=QWidget)

_LOOK = 0.001
_PATIENCE = 30.0


async def until(condition: Callable[[], object]) -> None:
    """Look every millisecond; raises TimeoutError after half a minute."""
    async with asyncio.timeout(_PATIENCE):
        while not condition():  # noqa: ASYNC110  # most of it has no event to wait for
            await asyncio.sleep(_LOOK)


def press(widget: QWidget, key: Qt.Key, text: str = "") -> None:
    """One key, down and up."""
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        event = QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, text)
        QApplication.sendEvent(widget, event)


def dialog(name: str) -> QDialog | None:
    """The dialog in front, if it is the one of that objectName and visible."""
    front = QApplication.activeModalWidget()
    fits = isinstance(front, QDialog) and front.objectName() == name and front.isVisible()
    return front if fits and isinstance(front, QDialog) else None


class Screen:
    """The parts of the program's window, by their object names.

    `customers`: it is the customers page that is in front, not the keys page.
    """

    def __init__(self, window: MainWindow) -> None:
        self.window = window
        self.customers = False

    def part(self, kind: type[W], name: str, inside: QWidget | None = None) -> W:
        """That part, the visible one if there are several; raises LookupError for none."""
        found = (inside or self.window).findChildren(kind, name)
        if not found:
            raise LookupError(f"there is no {kind.__name__} {name}")
        return next((one for one in found if one.isVisible()), found[0])

    @property
    def table(self) -> QTableView:
        """The table of the page in front."""
        name = "customers" if self.customers else "keys"
        return self.part(QTableView, name)

    def cell(self, row: int, title: str) -> str:
        """The text of a cell, by its row and the title of its column; "" where there is none."""
        model = self.table.model()
        for column in range(model.columnCount()):
            if model.headerData(column, Qt.Orientation.Horizontal) == title:
                return str(model.index(row, column).data() or "")
        raise LookupError(f"there is no column {title}")

    def loaded(self, row: int) -> bool:
        """Whether that row is there and its content too."""
        first = "Email" if self.customers else "Title"
        return self.table.model().rowCount() > row and self.cell(row, first) != PLACEHOLDER


class Painted(QObject):
    """Waits for the first paint of `widget` while `condition` is true; paints nothing itself."""

    def __init__(self, widget: QWidget, condition: Callable[[], bool]) -> None:
        super().__init__(widget)
        self._condition = condition
        self._moment: asyncio.Future[float] = asyncio.get_running_loop().create_future()
        widget.installEventFilter(self)

    async def moment(self) -> float:
        """When (perf_counter) the window was painted; raises TimeoutError after half a minute."""
        try:
            async with asyncio.timeout(_PATIENCE):
                return await self._moment
        finally:
            self.deleteLater()

    def _on_painted(self) -> None:
        if not self._moment.done():
            self._moment.set_result(time.perf_counter())

    # Qt overrides

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if event.type() == QEvent.Type.Paint and self._condition():
            # The whole window is painted in this turn of the loop; the next one begins after it.
            QTimer.singleShot(0, self._on_painted)
        return False
