"""The window: environment bar, and below it the sign-in page, the pages of one store, or the leak
desk."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAction,
    QActionGroup,
    QCloseEvent,
    QGuiApplication,
    QKeySequence,
    QPaintEvent,
)
from PySide6.QtWidgets import QApplication, QMainWindow, QMenu, QStackedWidget, QWidget

from medusa_console.domain.preferences import PageName
from medusa_console.domain.store import Environment, Store
from medusa_console.services.stores import Stores
from medusa_console.tasks import TaskScope
from medusa_console.ui.kit import resources
from medusa_console.ui.kit.banner import Banner
from medusa_console.ui.kit.button import key_text
from medusa_console.ui.kit.centred import keep_clear
from medusa_console.ui.kit.environment_bar import EnvironmentBar, LiveFrame
from medusa_console.ui.kit.layout import column
from medusa_console.ui.kit.style import set_style, settle
from medusa_console.ui.kit.text import shown
from medusa_console.ui.window.front import SignInPage
from medusa_console.ui.window.notice_board import NoticeBoard
from medusa_console.ui.window.pages import AnyPage, pages
from medusa_console.ui.window.panes import focus_next
from medusa_console.ui.window.requests import Request
from medusa_console.ui.window.store_name_overlay import StoreNameOverlay
from medusa_console.ui.window.store_view import StoreView
from medusa_console.ui.words import labels

if TYPE_CHECKING:
    from medusa_console.ui.leaks.page import LeaksPage
    from medusa_console.ui.window.desk_view import DeskView
    from medusa_console.ui.window.workspace import Workspace

_SMALLEST = (640, 400)
_USUAL = (1280, 800)
# What a window manager may add around a window.
_FRAME = (4, 40)
_PATIENCE = 1.0
_MOST_NUMBERED = 9
DESTROYS = "destroys"
"""The property of a menu's action that deletes something, after a question."""


class MainWindow(QMainWindow):
    """Signals:
    close_requested: by the user or the window manager; the window itself stays open.
    requested(Request): from the menus, the sidebar, the pages and the notices.
    """

    close_requested = Signal()
    requested = Signal(object)

    def __init__(self, stores: Stores, tasks: TaskScope) -> None:
        super().__init__()
        self._stores = stores
        self.setObjectName("mainWindow")
        self.setWindowIcon(resources.program_icon())
        self.setMinimumSize(*_SMALLEST)
        self.resize(*_USUAL)
        self._painted = asyncio.Event()
        self.front = SignInPage(stores, tasks)
        self.view: StoreView | None = None
        self._desk: DeskView | None = None
        self._bar = EnvironmentBar()
        self._stack = QStackedWidget()
        self.front.requested.connect(self.requested)
        self._stack.addWidget(self.front)
        board = NoticeBoard(self.front, lambda: self.front.notice_area)
        board.covers.connect(partial(keep_clear, self.front))
        self.front_notices = board.banner
        content = QWidget()
        set_style(content, ground="window")  # covers the live colour of the frame
        layout = column(self._bar, self._stack, spacing=0)
        layout.setStretchFactor(self._stack, 1)
        content.setLayout(layout)
        self._overlay = StoreNameOverlay(self._stack, tasks)
        self.held = self._overlay.held
        self._frame = LiveFrame(content)
        self.setCentralWidget(self._frame)
        self._page_actions: list[QAction] = []
        self._store_actions: list[QAction] = []
        self._listed: list[tuple[str, str]] = []
        self._store_group = QActionGroup(self)
        self._build_menus()
        self._show_store()
        stores.changed.subscribe(lambda _: self._show_store())
        QApplication.instance().focusChanged.connect(self._lend_keys)  # type: ignore[union-attr]

    async def first_paint(self) -> None:
        """Wait until the window is painted, or for a second: a minimised window is not painted."""
        with suppress(TimeoutError):
            # wait_for would lose a cancellation that comes together with the paint.
            async with asyncio.timeout(_PATIENCE):
                await self._painted.wait()

    def _show_store(self) -> None:
        """Name the store in front in the bar, the frame, the title and the menu; the leak desk is
        about no store."""
        store = self._stores.front if self._desk is None else None
        title = "Medusa Console"
        if self._desk is not None:
            title = " – ".join((self.tr("Leak desk"), title))
        else:
            self._bar.show_store(store)
        self._frame.show_store(store)
        if store is not None:
            title = (
                f"{labels.environment(store.environment).upper()} – {shown(store.name)} – {title}"
            )
        self.setWindowTitle(title)
        self._reset_demo.setVisible(store is not None and store.environment is Environment.DEMO)
        self._edit_store.setEnabled(store is not None and not store.is_demo)
        self._show_stores()

    @property
    def workspace(self) -> Workspace | None:
        """The pages in front; None at the leak desk and the sign-in page, and while they are
        locked."""
        return self._pages if self._desk is None else None

    @property
    def _pages(self) -> Workspace | None:
        """The pages of the store in front, also behind the leak desk."""
        return self.view.workspace if self.view is not None else None

    @property
    def _page(self) -> AnyPage | LeaksPage | None:
        """The page in front."""
        if self._desk is not None:
            return self._desk.page
        return self._pages.page if self._pages is not None else None

    @property
    def notices(self) -> Banner:
        """The notices of the leak desk, the store in front, or the sign-in page."""
        if self._desk is not None:
            return self._desk.notices
        return self.view.notices if self.view is not None else self.front_notices

    @property
    def dialog_parent(self) -> QWidget:
        """The widget to open a dialog over."""
        return QApplication.activeModalWidget() or self

    def add(self, view: StoreView) -> None:
        """Add `view` without showing it."""
        view.page_changed.connect(partial(self._on_page_changed, view))
        view.requested.connect(self.requested)
        self._stack.addWidget(view)

    def rehearse(self, view: StoreView) -> None:
        """Lay out and paint the hidden `view`, so that `show_view` takes no time."""
        view.resize(self._stack.size())
        view.grab()

    def show_view(self, view: StoreView) -> None:
        """Show the pages of the store in front; behind the leak desk, if that is in front."""
        self.view = view
        self._show_current()

    def show_front(self) -> None:
        """Show the sign-in page; behind the leak desk, if that is in front."""
        self.view = None
        self._show_current()

    @property
    def desk_in_front(self) -> bool:
        """Whether the leak desk is in front of the store."""
        return self._desk is not None

    def show_desk(self, desk: DeskView) -> None:
        """Show the leak desk; the store in front stays as it is behind it."""
        if self._desk is not None:
            return
        self.hide_name()
        if self.view is not None:
            self.view.leave_front()
        if self._stack.indexOf(desk) < 0:
            self._stack.addWidget(desk)
            settle(desk)
        self._desk = desk
        self._show_current()
        self._show_store()
        desk.come_to_front()

    def name_desk(self, words: str) -> None:
        """Say in the bar which stores the leak desk asks."""
        if self._desk is not None:
            self._bar.show_neutral(words)

    def leave_desk(self) -> None:
        """Show the store in front again, or the sign-in page."""
        if self._desk is None:
            return
        desk, self._desk = self._desk, None
        desk.leave_front()
        self._show_current()
        self._show_store()
        if self.view is not None:
            self.view.come_to_front()

    def take_out_desk(self, desk: DeskView) -> None:
        """Take the leak desk out of the window: a screen reader would still read it there."""
        self.leave_desk()
        self._stack.removeWidget(desk)
        desk.setParent(None)

    def _show_current(self) -> None:
        self._stack.setCurrentWidget(self._desk or self.view or self.front)
        self._enable_actions()
        self._show_page_menu()

    def drop(self, view: StoreView) -> None:
        """Take `view` out of the window at once; its owner closes the view."""
        if self.view is view:
            self.show_front()
        self._stack.removeWidget(view)
        view.setParent(None)

    def show_name(self, store: Store) -> None:
        """Show the store's name in large letters over its pages for a moment; `held` is true
        meanwhile."""
        if self._desk is None:
            self._overlay.show_store(store)

    def hide_name(self) -> None:
        """Hide the name, because another store comes to the front."""
        self._overlay.stop()

    def raise_to_front(self) -> None:
        """Bring the window to the front, because the program was started a second time."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    def fit_screen(self) -> None:
        """Make the first window no larger than the free area of its screen."""
        room = self.screen().availableGeometry().size() - QSize(*_FRAME)
        self.setMinimumSize(QSize(*_SMALLEST).boundedTo(room))
        self.resize(QSize(*_USUAL).boundedTo(room))

    def restore_geometry(self, kept: str) -> None:
        """Restore `kept`, the geometry of an earlier run; keep the window on a screen."""
        if kept and self.restoreGeometry(QByteArray.fromBase64(kept.encode("ascii", "ignore"))):
            on_a_screen = any(
                screen.availableGeometry().intersects(self.frameGeometry())
                for screen in QGuiApplication.screens()
            )
            if not on_a_screen:
                self.move(QGuiApplication.primaryScreen().availableGeometry().topLeft())

    def kept_geometry(self) -> str:
        """The window's geometry, as text for the preferences."""
        return bytes(self.saveGeometry().toBase64().data()).decode("ascii")

    def _build_menus(self) -> None:
        self._build_store_menu()
        self._build_account_menu()
        self._page_menu = self.menuBar().addMenu("")
        self._page_menu.menuAction().setVisible(False)
        view = self.menuBar().addMenu(self.tr("&View"))
        self._store_actions += (
            self._add(view, f"go.{p.name}", p.title, partial(self._go, p.name), p.key)
            for p in pages()
        )
        self._add_request(view, Request.LEAK_DESK, self.tr("Leak desk"), "Ctrl+3")
        self._check_clipboard = self._add_request(
            view,
            Request.CHECK_CLIPBOARD,
            self.tr("Check the clipboard for leaked keys"),
            "Ctrl+Shift+V",
        )
        self._page_actions += (
            self._add(view, "refresh", self.tr("Refresh"), self._refresh, "F5", "Ctrl+R"),
            self._add(view, "search", self.tr("Search this page"), self._search, "Ctrl+F"),
        )
        self._add(view, "next", self.tr("Next area"), self._next_pane, "F6")
        back = partial(self._next_pane, -1)
        self._add(view, "previous", self.tr("Previous area"), back, "Shift+F6")
        self._build_help_menu()
        self._enable_actions()

    def _build_store_menu(self) -> None:
        menu = self.menuBar().addMenu(self.tr("&Store"))
        self._add_request(menu, Request.SWITCH_STORE, self.tr("Search everything…"), "Ctrl+K")
        self._stores_menu = menu.addMenu(self.tr("Switch store"))
        menu.addSeparator()
        self._add_request(menu, Request.ADD_STORE, self.tr("Add store…"))
        self._edit_store = self._add_request(menu, Request.EDIT_STORE, self.tr("Edit store…"))
        self._add_request(menu, Request.MANAGE_STORES, self.tr("Manage stores…"))
        self._reset_demo = self._add_request(
            menu, Request.RESET_DEMO, self.tr("Reset demo store"), destroys=True
        )
        self._add_request(
            menu, Request.FORGET_ALL_STORES, self.tr("Forget all stores…"), destroys=True
        )
        menu.addSeparator()
        self._add_request(menu, Request.SETTINGS, self.tr("Settings…"), "Ctrl+,")
        quit_key = QKeySequence(QKeySequence.StandardKey.Quit)
        self._add(menu, "quit", self.tr("Quit"), self.close, quit_key).setMenuRole(
            QAction.MenuRole.QuitRole
        )

    def _build_account_menu(self) -> None:
        menu = self.menuBar().addMenu(self.tr("&Account"))
        self._account_actions = (
            self._add_request(menu, Request.MY_ACCOUNT, self.tr("My account…")),
            self._add_request(menu, Request.REFRESH_PERMISSIONS, self.tr("Refresh permissions")),
        )
        self._lock = self._add_request(menu, Request.LOCK_ALL, self.tr("Lock"), "Ctrl+L")
        menu.addSeparator()
        self._sign_out = self._add_request(menu, Request.SIGN_OUT, self.tr("Sign out"))
        self._add_request(menu, Request.SIGN_OUT_OF_ALL, self.tr("Sign out of all stores"))

    def _build_help_menu(self) -> None:
        menu = self.menuBar().addMenu(self.tr("&Help"))
        self._add_request(menu, Request.SHORTCUTS, self.tr("Keyboard shortcuts"), "F1")
        menu.addSeparator()
        self._add_request(menu, Request.DATA_PLACES, self.tr("Where data is kept"))
        self._add_request(menu, Request.OPEN_LOG, self.tr("Open log"))
        self._add_request(menu, Request.COPY_DIAGNOSTICS, self.tr("Copy diagnostics"))
        menu.addSeparator()
        self._add_request(menu, Request.ABOUT, self.tr("About Medusa Console")).setMenuRole(
            QAction.MenuRole.AboutRole
        )

    def _show_stores(self) -> None:
        """Keep the menu of stores, whose actions make Alt+1 to Alt+9 work, and mark the store in
        front."""
        listed = [(store.id, shown(store.name)) for store in self._stores.all]
        if listed != self._listed:
            self._listed = listed
            self._stores_menu.clear()
            for number, (store_id, name) in enumerate(listed, start=1):
                keys = (f"Alt+{number}",) if number <= _MOST_NUMBERED else ()
                text = name.replace("&", "&&")
                go = partial(self._go_to_store, store_id)
                action = self._add(self._stores_menu, f"store.{store_id}", text, go, *keys)
                action.setCheckable(True)
                self._store_group.addAction(action)
        front = self._stores.front
        for (store_id, _name), action in zip(listed, self._stores_menu.actions(), strict=True):
            action.setChecked(front is not None and store_id == front.id)
        self._stores_menu.menuAction().setVisible(bool(listed))

    def store_key(self, store: Store) -> str:
        """The shortcut of a store, as the menu shows it; "" without one."""
        action = self._stores_menu.findChild(QAction, f"store.{store.id}")
        return key_text(action.shortcut()) if action is not None else ""

    def _go_to_store(self, store_id: str) -> None:
        if (store := self._stores.by_id(store_id)) is not None:
            self.front.chosen.emit(store)

    def ask(self, request: Request) -> Callable[[], None]:
        """A function that emits `request`."""
        return partial(self.requested.emit, request)

    @property
    def menu_actions(self) -> tuple[QAction, ...]:
        """The enabled actions of the menus, but for those of the page and of the stores."""
        menus = (top.menu() for top in self.menuBar().actions() if top.isVisible())
        return tuple(
            action
            for menu in menus
            if isinstance(menu, QMenu) and menu is not self._page_menu
            for action in menu.actions()
            if action.isVisible()
            and action.isEnabled()
            and not action.isSeparator()
            and action.menu() is None
        )

    def _enable_actions(self) -> None:
        self._sign_out.setEnabled(self.view is not None and self._desk is None)
        for action in self._page_actions:
            action.setEnabled(self._page is not None)
        for action in self._account_actions:
            action.setEnabled(self.workspace is not None)
        for action in self._store_actions:  # they lead back from the leak desk
            action.setEnabled(self._pages is not None)

    def _on_page_changed(self, view: StoreView) -> None:
        if view is self.view:
            self._enable_actions()
            self._show_page_menu()

    def _add(
        self,
        menu: QMenu,
        name: str,
        text: str,
        run: Callable[[], object],
        *keys: str | QKeySequence,
    ) -> QAction:
        action = menu.addAction(text)
        action.setObjectName(name)
        action.setShortcuts([QKeySequence(key) for key in keys])
        action.triggered.connect(lambda: run())
        return action

    def _add_request(
        self, menu: QMenu, request: Request, text: str, *keys: str, destroys: bool = False
    ) -> QAction:
        action = self._add(menu, request.name, text, self.ask(request), *keys)
        action.setProperty(DESTROYS, destroys)
        return action

    def _show_page_menu(self) -> None:
        """Fill the menu of the page in front, which makes the page's shortcuts work."""
        page = self._page
        self._page_menu.clear()
        self._page_menu.menuAction().setVisible(page is not None)
        if page is not None:
            self._page_menu.setTitle(page.menu_title)
            page.fill_menu(self._page_menu)

    def _lend_keys(self, _old: QWidget | None, focus: QWidget | None) -> None:
        """Let Ctrl+L lock from the window that has the focus, and Ctrl+Shift+V say why it does
        nothing there: a modal dialog keeps the shortcuts of all other windows from working."""
        window = focus.window() if focus is not None else self
        if window.windowType() is Qt.WindowType.Popup:
            return  # a menu would show them as its own
        for action in (self._lock, self._check_clipboard):
            if window is not self and action not in window.actions():
                window.addAction(action)

    def _go(self, page: PageName) -> None:
        self.leave_desk()
        if self.workspace is not None:
            self.workspace.show_page(page)

    def _refresh(self) -> None:
        if self._page is not None:
            self._page.refresh()

    def _search(self) -> None:
        if self._page is not None:
            self._page.focus_search()

    def _next_pane(self, step: int = 1) -> None:
        focus_next((self._desk or self.view or self.front).panes(), step)

    # Qt overrides

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        super().paintEvent(event)
        if not self._painted.is_set():
            QTimer.singleShot(0, self._painted.set)  # the children are painted after the window

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802
        # Ignored, so that the window, the menu and Cmd+Q all lead to the same ordered shutdown.
        event.ignore()
        self.close_requested.emit()
