"""Notices over the lower edge of a page: nothing below them moves."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QRect, QTimer, Signal
from PySide6.QtWidgets import QWidget

from medusa_console.ui.kit.banner import Banner
from medusa_console.ui.kit.layout import column
from medusa_console.ui.kit.scroll_area import ScrollArea
from medusa_console.ui.kit.style import set_style
from medusa_console.ui.kit.theme import scaled
from medusa_console.ui.kit.theme_tokens import EIGHT, FOUR, TWENTY_FOUR

_WIDTH = 1040
_EDGE = 5
_MOST_SHARE = 0.6
_APPEARING = (QEvent.Type.ShowToParent, QEvent.Type.HideToParent)
_PLACING = (QEvent.Type.Resize, QEvent.Type.LayoutRequest, QEvent.Type.Show)


class NoticeBoard(QWidget):
    """Holds the `banner` of `host`, over its lower edge. Only the board's own size changes.

    `area` is where the notices may lie, in the coordinates of `host`.

    Signals:
        covers(height): so much of the lower edge of `area` is covered now; 0 without notices.
    """

    covers = Signal(int)

    def __init__(self, host: QWidget, area: Callable[[], QRect]) -> None:
        super().__init__(host)
        self._area = area
        self._covered = 0
        self.banner = Banner()
        self.setObjectName("notices")
        set_style(self, ground="tray")
        self.banner.set_spacing(FOUR)
        scroll = ScrollArea()
        scroll.setWidget(self.banner)
        self.banner.hide()  # the area has shown it
        self.banner.setAutoFillBackground(False)
        layout = column(scroll)
        layout.setContentsMargins(_EDGE, _EDGE, _EDGE, _EDGE)
        self.setLayout(layout)
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self.place)
        host.installEventFilter(self)
        self.banner.installEventFilter(self)
        self.hide()

    def place_later(self) -> None:
        """Call `place` when the layout that is under way has ended."""
        self._later.start()

    def place(self) -> None:
        """Lie at the lower edge of the area, as high as the notices need."""
        area = self._area().adjusted(TWENTY_FOUR, EIGHT, -TWENTY_FOUR, -EIGHT)
        shown = not self.banner.isHidden() and area.isValid()
        if shown:
            width = min(area.width(), scaled(_WIDTH))
            wanted = self.banner.heightForWidth(width - 2 * _EDGE) + 2 * _EDGE
            height = min(wanted, round(area.height() * _MOST_SHARE))
            left = area.left() + (area.width() - width) // 2
            self.setGeometry(left, area.bottom() + 1 - height, width, height)
            self.raise_()
        self.setVisible(shown)
        covered = self.height() + EIGHT if shown else 0
        if covered != self._covered:
            self._covered = covered
            self.covers.emit(covered)

    # Qt overrides

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if event.type() in _APPEARING:
            self.place()
        elif event.type() in _PLACING:
            self._later.start()
        return super().eventFilter(watched, event)
