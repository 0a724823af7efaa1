"""Lays out a page and its drawer: side by side in a wide window, else one over the other."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from medusa_console.ui.kit.layout import row
from medusa_console.ui.kit.theme import scaled
from medusa_console.ui.kit.theme_tokens import DRAWER_WIDTH, NARROW, NARROWEST
from medusa_console.ui.records.drawer import Drawer


class DrawerLayout(QWidget):
    """Holds `content` and `drawer`.

    Signals:
        arranged(width, is_open): the layout has changed; the window's width in logical pixels, and
            whether the drawer is open.
    """

    arranged = Signal(int, bool)

    def __init__(self, content: QWidget, drawer: Drawer) -> None:
        super().__init__()
        self._drawer = drawer
        self._row = row(content, spacing=0)
        self._row.setStretch(0, 1)
        self.setLayout(self._row)
        drawer.setParent(self)
        drawer.hide()

    def show_drawer(self, *, visible: bool) -> None:
        """Show or hide the drawer."""
        self._drawer.setVisible(visible)
        self._arrange()

    def _arrange(self) -> None:
        """Lay out content and drawer for the current size of the window."""
        width = self.window().width()
        over = width < scaled(NARROW)
        beside_now = self._row.indexOf(self._drawer) >= 0
        if over and beside_now:
            self._row.removeWidget(self._drawer)
        elif not over and not beside_now:
            self._row.addWidget(self._drawer)
        room = self.width() if width < scaled(NARROWEST) else scaled(DRAWER_WIDTH)
        self._drawer.setFixedWidth(room)
        if over:
            self._drawer.setGeometry(self.width() - room, 0, room, self.height())
            self._drawer.raise_()
        self.arranged.emit(width, not self._drawer.isHidden())

    # Qt overrides

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self._arrange()
