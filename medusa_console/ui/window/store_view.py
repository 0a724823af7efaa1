"""What the window shows of one store that somebody is signed in to: its notices and its pages."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QStackedWidget, QVBoxLayout, QWidget

from medusa_console.ui.kit.ask import hide_dialogs
from medusa_console.ui.kit.banner import Banner
from medusa_console.ui.kit.theme_tokens import EIGHT, SIXTEEN, TWELVE
from medusa_console.ui.window.requests import Request

if TYPE_CHECKING:
    from medusa_console.ui.session.lock import LockPage
    from medusa_console.ui.window.workspace import Workspace


def notice_board() -> Banner:
    """Where the notices of a store, or of the sign-in page, stand."""
    board = Banner()
    board.setContentsMargins(SIXTEEN, TWELVE, SIXTEEN, EIGHT)
    return board


class StoreView(QWidget):
    """Notices on top, below them the workspace or, while the store is locked, what unlocks it.

    Hidden, not rebuilt, while another store is in front: so everything is there again afterwards.
    Dialogs that are opened from within wait meanwhile, out of sight.

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
        self._notices = notice_board()
        self._lock_notices = notice_board()
        self._workspace: Workspace | None = None
        self._lock: LockPage | None = None
        self._focus: QWidget | None = None
        self._show_after_lock: Callable[[], None] = _nothing
        self._show_in_front: Callable[[], None] = _nothing
        self._content = QWidget()
        column = self._column = QVBoxLayout(self._content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._notices)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._content)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._lock_notices)
        layout.addWidget(self._stack, 1)

    def fill(self, workspace: Workspace) -> None:
        """Put the pages in, once the view is in its window: each new parent of theirs would style
        all of them anew."""
        self._workspace = workspace
        self._column.addWidget(workspace, 1)
        workspace.page_changed.connect(self.page_changed)
        workspace.requested.connect(self.requested)

    @property
    def notices(self) -> Banner:
        """Where messages stand: those of the pages are out of sight while they are locked."""
        return self._notices if self._lock is None else self._lock_notices

    @property
    def workspace(self) -> Workspace | None:
        """The pages; None while they are locked."""
        return self._workspace if self._lock is None else None

    def focus_first(self) -> None:
        """Put the focus where work begins."""
        if self._lock is not None:
            self._lock.focus_first()
        elif self._workspace is not None:
            self._workspace.page.focus_first()

    def panes(self) -> tuple[QWidget, ...]:
        """What F6 goes through, in reading order."""
        if self._lock is not None:
            return (self._lock,)
        return self._workspace.panes() if self._workspace is not None else ()

    def leave_front(self) -> None:
        """Another store comes to the front."""
        _close_popups()
        self._show_in_front = hide_dialogs(self._content)

    def come_to_front(self) -> None:
        """This store comes to the front again, with its dialogs."""
        self._show_in_front()

    async def aclose(self) -> None:
        """Stop the pages' work and destroy everything; call it from outside."""
        if self._workspace is not None:
            await self._workspace.aclose()
        self._show_after_lock()
        self._show_in_front()
        self._content.deleteLater()  # while locked, it hangs on nothing else
        self.deleteLater()

    def lock(self, page: LockPage) -> None:
        """Take everything out of the window and show `page` in its place."""
        _close_popups()
        self._show_after_lock = hide_dialogs(self._content)
        self._focus = self._content.focusWidget()
        self._lock = page
        page.sign_out_requested.connect(lambda: self.requested.emit(Request.SIGN_OUT))
        self._stack.addWidget(page)
        self._stack.setCurrentWidget(page)
        # What is merely hidden still tells a screen reader what it holds.
        self._stack.removeWidget(self._content)
        self._content.setParent(None)
        if self.isVisible():
            page.focus_first()
        self.page_changed.emit()

    def unlock(self) -> None:
        """Show everything again, as it was."""
        if self._lock is None:
            return
        page, self._lock = self._lock, None
        self._lock_notices.clear()
        self._stack.addWidget(self._content)
        self._stack.setCurrentWidget(self._content)
        self._stack.removeWidget(page)
        page.deleteLater()
        if self._focus is not None:
            self._focus.setFocus()
        self._show_after_lock()
        self.page_changed.emit()


def _nothing() -> None:
    """Shows no dialogs, because none were hidden."""


def _close_popups() -> None:
    """A menu that was opened for one store must not stay over another, nor over a lock."""
    while (popup := QApplication.activePopupWidget()) is not None:
        popup.close()
