"""The thin line that shows work; it keeps its place when there is none, so that nothing jumps."""

from __future__ import annotations

from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QWidget

_HEIGHT = 2


class WorkLine(QWidget):
    """Two pixels of accent while something is under way. It does not move."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("work")
        self.setFixedHeight(_HEIGHT)
        self._working = False

    @property
    def working(self) -> bool:
        """Whether the line is drawn."""
        return self._working

    def show_work(self, working: bool) -> None:
        """Draw the line or not."""
        self._working = working
        self.update()

    # -- Qt ---------------------------------------------------------------------------------

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        if self._working:
            accent = self.palette().color(QPalette.ColorRole.Accent)
            QPainter(self).fillRect(self.rect(), accent)
