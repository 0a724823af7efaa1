"""The leak desk in the window: its page, and the notices over it. It belongs to no store."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from medusa_console.ui.kit.ask import hide_dialogs
from medusa_console.ui.kit.layout import column
from medusa_console.ui.leaks.page import LeaksPage
from medusa_console.ui.window.notice_board import NoticeBoard
from medusa_console.ui.window.store_view import close_popups


class DeskView(QWidget):
    """Shows the page. While a store is in front, the dialogs of the page are hidden with it."""

    def __init__(self, page: LeaksPage) -> None:
        super().__init__()
        self.setObjectName("deskView")
        self.page = page
        layout = column(page, spacing=0)
        self.setLayout(layout)
        board = NoticeBoard(self, self.rect)
        board.covers.connect(lambda height: layout.setContentsMargins(0, 0, 0, height))
        self.notices = board.banner
        self._left: QWidget | None = None
        self._show_dialogs: Callable[[], None] = _nothing

    def focus(self) -> None:
        """Focus what had the focus when the desk left the front, or else the page's first part."""
        left = self._left
        if left is not None and isValid(left) and left.isVisible() and left.isEnabled():
            left.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.page.focus_first()

    def panes(self) -> tuple[QWidget, ...]:
        """The panes that F6 goes through, in reading order."""
        return (*self.page.panes(), self.notices)

    def leave_front(self) -> None:
        """Hide popups and dialogs, because a store comes to the front or the program is locked."""
        self._left = self.focusWidget()
        close_popups()
        if self._show_dialogs is _nothing:
            self._show_dialogs = hide_dialogs(self)

    def come_to_front(self) -> None:
        """Show the dialogs again that were hidden when the desk left the front."""
        self._show_dialogs()
        self._show_dialogs = _nothing


def _nothing() -> None:
    """Shows no dialogs, because none were hidden."""
