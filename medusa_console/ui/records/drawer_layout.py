"""Lays out a page and its drawer: side by side where the rows have room, else the drawer on top."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import QPoint, QRect, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QPushButton, QWidget

from medusa_console.ui.kit.layout import row
from medusa_console.ui.kit.theme import scaled
from medusa_console.ui.kit.theme_tokens import (
    DRAWER_WIDTH,
    FRAME_WIDTH,
    NARROWEST,
    TWENTY_FOUR,
)
from medusa_console.ui.records.drawer import Drawer

_NARROWEST_TABLE = 560


class DrawerLayout(QWidget):
    """Holds `content` and `drawer`.

    Signals:
        arranged(spare): the layout has changed; so many of its pixels are there only because no
            frame of a live store is around the pages.
    """

    arranged = Signal(int)

    def __init__(self, content: QWidget, drawer: Drawer) -> None:
        super().__init__()
        self._drawer = drawer
        self._row = row(content, spacing=0)
        self._row.setStretch(0, 1)
        self.setLayout(self._row)
        drawer.setParent(self)
        drawer.hide()

    @property
    def covers(self) -> bool:
        """Whether the window is so narrow that an open drawer leaves nothing of the page."""
        return self.window().width() < scaled(NARROWEST)

    def show_drawer(self, *, visible: bool) -> None:
        """Show or hide the drawer."""
        self._drawer.setVisible(visible)
        self._arrange()

    def notice_area(self, page: QWidget, actions: Collection[str]) -> QRect:
        """Where notices may lie over `page`: beside the drawer, or above the buttons named
        `actions` of one that leaves no room beside it."""
        drawer = QRect(self._drawer.mapTo(page, QPoint()), self._drawer.size())
        beside = page.rect()
        if self._drawer.isHidden():
            return beside
        if drawer.left() > beside.left():
            beside.setRight(drawer.left() - 1)
        else:
            beside.setLeft(drawer.right() + 1)
        if beside.width() >= scaled(DRAWER_WIDTH):
            return beside
        buttons = [
            one for one in self._drawer.findChildren(QPushButton) if one.objectName() in actions
        ]
        tops = [one.mapTo(page, QPoint()).y() for one in buttons if not one.isHidden()]
        drawer.setBottom(min((drawer.bottom(), *tops)) - 1)
        return drawer

    def _arrange(self) -> None:
        """Lay out content and drawer for the current size of the window."""
        alone = self.covers
        spare = 2 * (FRAME_WIDTH - self._frame())
        beside = self.width() - spare - scaled(DRAWER_WIDTH) - 2 * TWENTY_FOUR
        over = alone or beside < scaled(_NARROWEST_TABLE)
        beside_now = self._row.indexOf(self._drawer) >= 0
        if over and beside_now:
            self._row.removeWidget(self._drawer)
        elif not over and not beside_now:
            self._row.addWidget(self._drawer)
        room = self.width() if alone else min(self.width(), scaled(DRAWER_WIDTH))
        self._drawer.setFixedWidth(room)
        if over:
            left = 0 if self.isRightToLeft() else self.width() - room
            self._drawer.setGeometry(left, 0, room, self.height())
            self._drawer.raise_()
        self.arranged.emit(spare)

    def _frame(self) -> int:
        """The width of the frame around the pages, which a live store has."""
        left = self.mapTo(self.window(), QPoint()).x()
        right = self.window().width() - left - self.width()
        return max(0, min(left, right, FRAME_WIDTH))

    # Qt overrides

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self._arrange()
