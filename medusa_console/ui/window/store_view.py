"""The notices and pages of one store, or the lock page in their place."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, Signal
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget

from medusa_console.ui.kit.ask import hide_dialogs
from medusa_console.ui.kit.banner import Banner
from medusa_console.ui.kit.centred import keep_clear
from medusa_console.ui.kit.layout import column
from medusa_console.ui.kit.style import settle
from medusa_console.ui.window.notice_board import NoticeBoard
from medusa_console.ui.window.requests import Request

if TYPE_CHECKING:
    from medusa_console.ui.session.lock import LockPage
    from medusa_console.ui.window.workspace import Workspace


class StoreView(QWidget):
    """Shows the workspace or the lock page, and the notices over it.

    While another store is in front, the view is hidden with the dialogs that were opened from
    within it; nothing is rebuilt afterwards.

    Signals:
        page_changed: another page is in front, or the pages were locked or unlocked.
        requested(Request): from the sidebar, the pages or the lock page.
    """

    page_changed = Signal()
    requested = Signal(object)

    def __init__(self) -> None:
        """Empty until `fill`."""
        super().__init__()
        self.setObjectName("storeView")
        self._workspace: Workspace | None = None
        self._lock: LockPage | None = None
        self._focus: QWidget | None = None
        self._show_after_lock: Callable[[], None] = _nothing
        self._show_in_front: Callable[[], None] = _nothing
        self._content = QWidget()
        self._column = column(spacing=0)
        self._content.setLayout(self._column)
        self._notices = NoticeBoard(self._content, self._notice_area)
        self._notices.covers.connect(self._on_covered)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._content)
        self.setLayout(column(self._stack, spacing=0))
        self._lock_notices = NoticeBoard(self, self.rect)
        self._lock_notices.covers.connect(partial(keep_clear, self._stack))

    def fill(self, workspace: Workspace) -> None:
        """Add the pages. The view must be in its window."""
        self._workspace = workspace
        self._column.addWidget(workspace, 1)
        settle(workspace)
        workspace.page_changed.connect(self.page_changed)
        workspace.arranged.connect(self._notices.place_later)
        workspace.requested.connect(self.requested)

    @property
    def notices(self) -> Banner:
        """The notices in sight: while the pages are locked, those of the lock page."""
        return (self._notices if self._lock is None else self._lock_notices).banner

    @property
    def page_notices(self) -> Banner:
        """The notices of the pages, which wait while the pages are locked: they name records."""
        return self._notices.banner

    @property
    def workspace(self) -> Workspace | None:
        """The pages; None while they are locked."""
        return self._workspace if self._lock is None else None

    @property
    def filled(self) -> bool:
        """Whether there are pages, locked or not."""
        return self._workspace is not None

    def focus_first(self) -> None:
        """Focus the password field of the lock page, or the table of the page in front."""
        if self._lock is not None:
            self._lock.focus_first()
        elif self._workspace is not None:
            self._workspace.page.focus_first()

    def forget_password(self) -> None:
        """Empty the password field of the lock page."""
        if self._lock is not None:
            self._lock.forget_password()

    def panes(self) -> tuple[QWidget, ...]:
        """The panes that F6 goes through, in reading order."""
        pages = self._workspace.panes() if self._workspace is not None else ()
        return (*((self._lock,) if self._lock is not None else pages), self.notices)

    def leave_front(self) -> None:
        """Hide popups and dialogs, because another store or the leak desk comes to the front."""
        close_popups()
        if self._show_in_front is _nothing:
            self._show_in_front = hide_dialogs(self._content)

    def come_to_front(self) -> None:
        """Show the dialogs again that were hidden when the store left the front."""
        self._show_in_front()
        self._show_in_front = _nothing

    async def aclose(self) -> None:
        """Stop the pages' work and destroy the view. Call it from outside that work."""
        try:
            if self._workspace is not None:
                await self._workspace.aclose()
        finally:  # the program may end meanwhile
            self._show_after_lock()
            self._show_in_front()
            self._content.deleteLater()  # has no parent while locked
            self.deleteLater()

    def lock(self, page: LockPage) -> None:
        """Take the notices and pages out of the window and show `page` in their place."""
        close_popups()
        self._show_after_lock = hide_dialogs(self._content)
        self._focus = self._content.focusWidget()
        self._lock = page
        page.sign_out_requested.connect(lambda: self.requested.emit(Request.SIGN_OUT))
        self._stack.addWidget(page)
        settle(page)
        self._stack.setCurrentWidget(page)
        # A screen reader would still read hidden widgets.
        self._stack.removeWidget(self._content)
        self._content.setParent(None)
        if self.isVisible():
            page.focus_first()
        self.page_changed.emit()

    def unlock(self) -> None:
        """Show the notices and pages again, as they were."""
        if self._lock is None:
            return
        page, self._lock = self._lock, None
        self._lock_notices.banner.clear()
        self._stack.addWidget(self._content)
        settle(self._content)
        self._stack.setCurrentWidget(self._content)
        self._stack.removeWidget(page)
        page.deleteLater()
        if self._focus is not None:
            self._focus.setFocus()
        self._show_after_lock()
        self.page_changed.emit()

    def _notice_area(self) -> QRect:
        if self._workspace is None:
            return self._content.rect()
        corner = self._workspace.mapTo(self._content, QPoint())
        return self._workspace.notice_area.translated(corner)

    def _on_covered(self, height: int) -> None:
        if self._workspace is not None:
            self._workspace.cover(height)


def _nothing() -> None:
    """Shows no dialogs, because none were hidden."""


def close_popups() -> None:
    """Close open menus: none may stay over another store or a lock page."""
    while (popup := QApplication.activePopupWidget()) is not None:
        popup.close()
