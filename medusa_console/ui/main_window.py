"""The window: environment bar, notices, and either the front page or one workspace."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QCloseEvent, QGuiApplication, QKeySequence, QPaintEvent
from PySide6.QtWidgets import QMainWindow, QMenu, QStackedWidget, QVBoxLayout, QWidget

from medusa_console.domain.errors import Forbidden
from medusa_console.domain.preferences import PageName
from medusa_console.domain.store import Environment, Store
from medusa_console.tasks import Again
from medusa_console.ui import resources
from medusa_console.ui.messages import UserMessage
from medusa_console.ui.pages.sign_in import SignInPage
from medusa_console.ui.style import mark
from medusa_console.ui.text import shown
from medusa_console.ui.theme_tokens import EIGHT, SIXTEEN, TWELVE
from medusa_console.ui.widgets.banner import Banner, Notice, NoticeAction, NoticeKind
from medusa_console.ui.widgets.environment_bar import EnvironmentBar, LiveFrame

if TYPE_CHECKING:
    from medusa_console.ui.workspace import Workspace

_SMALLEST = (640, 400)
_USUAL = (1280, 800)
_PATIENCE = 1.0


class MainWindow(QMainWindow):
    """Signals:
    close_requested: by the person or the window manager; the window stays until told to go.
    sign_out_requested, settings_requested, shortcuts_requested, add_store_requested,
    reset_demo_requested, refresh_rights_requested: from menus, sidebar and notices.
    """

    close_requested = Signal()
    sign_out_requested = Signal()
    settings_requested = Signal()
    shortcuts_requested = Signal()
    add_store_requested = Signal()
    reset_demo_requested = Signal()
    refresh_rights_requested = Signal()

    def __init__(self, front: SignInPage) -> None:
        super().__init__()
        self.setObjectName("mainWindow")
        self.setWindowIcon(resources.program_icon())
        self.setMinimumSize(*_SMALLEST)
        self.resize(*_USUAL)
        self._painted = asyncio.Event()
        self.front = front
        self.workspace: Workspace | None = None
        self._bar = EnvironmentBar()
        self.notices = Banner()
        self.notices.setContentsMargins(SIXTEEN, TWELVE, SIXTEEN, EIGHT)
        self._stack = QStackedWidget()
        self._stack.addWidget(front)
        content = QWidget()
        mark(content, ground="window")  # the frame beneath is all in the live colour
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for widget in (self._bar, self.notices):
            column.addWidget(widget)
        column.addWidget(self._stack, 1)
        self._frame = LiveFrame(content)
        self.setCentralWidget(self._frame)
        self._signed_in_actions: list[QAction] = []
        self._build_menus()
        self.show_store(None)

    async def first_paint(self) -> None:
        """Wait until the window is on the screen; at most a second, for it may be minimised."""
        with suppress(TimeoutError):
            # Not wait_for: it forgets a cancellation that comes together with the paint.
            async with asyncio.timeout(_PATIENCE):
                await self._painted.wait()

    def show_store(self, store: Store | None) -> None:
        """Name the store that everything in this window is about."""
        self._bar.show_store(store)
        self._frame.show_store(store)
        title = "Medusa Console"
        if store is not None:
            title = f"{store.environment.value.upper()} – {shown(store.name)} – {title}"
        self.setWindowTitle(title)
        self._reset_demo.setVisible(store is not None and store.environment is Environment.DEMO)

    def show_workspace(self, workspace: Workspace) -> None:
        """Put the signed-in half in front; it has been rehearsed."""
        self.workspace = workspace
        workspace.sign_out_requested.connect(self.sign_out_requested)
        workspace.settings_requested.connect(self.settings_requested)
        workspace.refresh_rights_requested.connect(self.refresh_rights_requested)
        workspace.page_changed.connect(self._show_page_menu)
        self._stack.setCurrentWidget(workspace)
        self._show_page_menu()
        for action in self._signed_in_actions:
            action.setEnabled(True)
        workspace.page.focus_first()

    def rehearse(self, workspace: Workspace) -> None:
        """Lay out and paint, unseen, what `show_workspace` will show: it then takes no time."""
        self._stack.addWidget(workspace)
        workspace.resize(self._stack.size())
        workspace.grab()

    def show_front(self) -> Workspace | None:
        """Put the sign-in page in front; hands back the workspace, for its owner to close."""
        workspace, self.workspace = self.workspace, None
        self._stack.setCurrentWidget(self.front)
        self._show_page_menu()
        for action in self._signed_in_actions:
            action.setEnabled(False)
        if workspace is not None:
            self._stack.removeWidget(workspace)
        return workspace

    def show_message(
        self,
        message: UserMessage,
        error: BaseException | None = None,
        again: Again | None = None,
    ) -> None:
        """A failure, until the person closes it."""
        actions = []
        if isinstance(error, Forbidden):
            actions.append(
                NoticeAction(self.tr("Refresh rights"), self.refresh_rights_requested.emit)
            )
        self.notices.add(
            Notice(NoticeKind.DANGER, message.title, message.text, message.details, tuple(actions))
        )

    def raise_to_front(self) -> None:
        """A second start of the program ends here."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    def restore_geometry(self, kept: str) -> None:
        """Take the place of last time, if a screen still shows it."""
        if kept and self.restoreGeometry(QByteArray.fromBase64(kept.encode("ascii", "ignore"))):
            on_a_screen = any(
                screen.availableGeometry().intersects(self.frameGeometry())
                for screen in QGuiApplication.screens()
            )
            if not on_a_screen:
                self.move(QGuiApplication.primaryScreen().availableGeometry().topLeft())

    def kept_geometry(self) -> str:
        """The window's place, for the preferences."""
        return bytes(self.saveGeometry().toBase64().data()).decode("ascii")

    def _build_menus(self) -> None:
        store = self.menuBar().addMenu(self.tr("&Store"))
        self._add(store, self.tr("Add store…"), self.add_store_requested.emit)
        self._reset_demo = self._add(
            store, self.tr("Reset demo store"), self.reset_demo_requested.emit
        )
        self._signed_in_actions.append(
            self._add(store, self.tr("Sign out"), self.sign_out_requested.emit)
        )
        store.addSeparator()
        self._add(store, self.tr("Settings…"), self.settings_requested.emit, "Ctrl+,")
        self._add(
            store, self.tr("Quit"), self.close, QKeySequence(QKeySequence.StandardKey.Quit)
        ).setMenuRole(QAction.MenuRole.QuitRole)
        self._page_menu = self.menuBar().addMenu("")
        self._page_menu.menuAction().setVisible(False)
        view = self.menuBar().addMenu(self.tr("&View"))
        for action in (
            self._add(view, self.tr("API keys"), partial(self._go, PageName.API_KEYS), "Ctrl+1"),
            self._add(view, self.tr("Customers"), partial(self._go, PageName.CUSTOMERS), "Ctrl+2"),
            self._add(view, self.tr("Refresh"), self._refresh, "F5", "Ctrl+R"),
            self._add(view, self.tr("Search this page"), self._search, "Ctrl+F"),
        ):
            self._signed_in_actions.append(action)
        self._add(view, self.tr("Next pane"), self._next_pane, "F6")
        help_menu = self.menuBar().addMenu(self.tr("&Help"))
        self._add(help_menu, self.tr("Keyboard shortcuts"), self.shortcuts_requested.emit, "F1")
        for action in self._signed_in_actions:
            action.setEnabled(False)

    def _add(
        self, menu: QMenu, text: str, run: Callable[[], object], *keys: str | QKeySequence
    ) -> QAction:
        action = menu.addAction(text)
        action.setShortcuts([QKeySequence(key) for key in keys])
        action.triggered.connect(lambda: run())
        return action

    def _show_page_menu(self) -> None:
        """The actions of the page in front have a menu, and so their keys count."""
        self._page_menu.clear()
        self._page_menu.menuAction().setVisible(self.workspace is not None)
        if self.workspace is not None:
            self._page_menu.setTitle(self.workspace.page.menu_title)
            self.workspace.page.fill_menu(self._page_menu)

    def _go(self, page: PageName) -> None:
        if self.workspace is not None:
            self.workspace.show_page(page)

    def _refresh(self) -> None:
        if self.workspace is not None:
            self.workspace.page.refresh()

    def _search(self) -> None:
        if self.workspace is not None:
            self.workspace.page.focus_search()

    def _next_pane(self) -> None:
        """F6: sidebar, search, table, drawer, footer; round and round."""
        panes = self.workspace.panes() if self.workspace is not None else self.front.panes()
        focus = QGuiApplication.focusObject()
        inside = [
            number
            for number, pane in enumerate(panes)
            if pane is focus or (isinstance(focus, QWidget) and pane.isAncestorOf(focus))
        ]
        start = inside[-1] + 1 if inside else 0
        for offset in range(len(panes)):
            pane = panes[(start + offset) % len(panes)]
            if pane.isVisible() and _focus_into(pane):
                return

    # Qt overrides

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        super().paintEvent(event)
        if not self._painted.is_set():
            QTimer.singleShot(0, self._painted.set)  # what is in the window is painted after it

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802
        # Vetoed so that the window, the menu and Cmd+Q all end in the same ordered shutdown.
        event.ignore()
        self.close_requested.emit()


def _focus_into(pane: QWidget) -> bool:
    """Focus `pane`, or the first thing in it that takes the focus."""
    candidates = [pane, *pane.findChildren(QWidget)]
    for widget in candidates:
        takes = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        if takes and widget.isVisible() and widget.isEnabled():
            widget.setFocus(Qt.FocusReason.TabFocusReason)
            return True
    return False
