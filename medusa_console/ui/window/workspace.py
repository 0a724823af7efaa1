"""The sidebar and the pages of one store, with the work of the pages."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QPoint, QRect, QTimer, Signal
from PySide6.QtGui import QAction, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QFrame, QPushButton, QStackedWidget, QWidget

from medusa_console.domain.errors import AccountGone, NotFound, NotMedusa, ServerFault, Unreachable
from medusa_console.domain.policy import DANGEROUS, Action, denial
from medusa_console.domain.preferences import LastView, PageName
from medusa_console.services.session import SignedIn
from medusa_console.tasks import Doing
from medusa_console.ui.kit.ask import answer
from medusa_console.ui.kit.button import key_text, push_button, show_key
from medusa_console.ui.kit.label import ElidedLabel
from medusa_console.ui.kit.layout import column, row
from medusa_console.ui.kit.style import set_style, settle
from medusa_console.ui.kit.text import shown
from medusa_console.ui.kit.theme import scaled
from medusa_console.ui.kit.theme_tokens import EIGHT, FOUR, NARROW, SIXTEEN, TWELVE
from medusa_console.ui.records.actions import RowAction
from medusa_console.ui.records.context import PageContext
from medusa_console.ui.window.open_rotations import OpenRotations
from medusa_console.ui.window.pages import AnyPage, PageEntry, pages
from medusa_console.ui.window.palette import Search
from medusa_console.ui.window.palette_list import Entry
from medusa_console.ui.window.requests import Request
from medusa_console.ui.window.switch_button import SwitchButton

_SIDEBAR = 232
_RAIL = 56
_LOW_RAIL = 400  # where the buttons of a rail have no room at their usual height
_NARROW_BESIDE_DRAWER = 1280
_REQUEST_FIRST_MS = 25
_REST = 0.05
"""Seconds after which a further page is built."""

log = logging.getLogger(__name__)


class Workspace(QWidget):
    """The workspace is built before the sign-in, loads nothing until `refresh`, and is destroyed at
    sign-out, so that nothing of one account is left for the next.

    The page that was last in front comes to the front first. The others are built at rest, so that
    going there shows them at once, and load nothing before. The context's tasks end with the
    workspace.

    Signals:
        page_changed: another page is in front.
        arranged: `notice_area` may have changed.
        requested(Request): from the sidebar, or from a page that the account may not see.
    """

    page_changed = Signal()
    arranged = Signal()
    requested = Signal(object)

    def __init__(self, context: PageContext) -> None:
        super().__init__()
        self.setObjectName("workspace")
        self._services = context.services
        self._context = context
        self._tasks = context.tasks
        self._preferences = context.preferences
        self._entries = {entry.name: entry for entry in pages()}
        self._pages: dict[PageName, AnyPage] = {}
        self._outdated: set[PageName] = set()
        self._unloaded: set[PageName] = set()  # built, and never in front
        self._begun = False
        self._name_missed = False
        self._covered = 0
        self._texts: dict[QPushButton, str] = {}
        self._arranged = (0, False)
        self._side = self._build_side()
        self._unsubscribe = context.store_changed.subscribe(
            lambda _: self._switch.show_store(self._services.store)
        )
        self._stack = QStackedWidget()
        self._rotations = OpenRotations(
            context, self._go_on, partial(self.show_record, PageName.API_KEYS)
        )
        pages_and_strip = column(self._rotations.strip, self._stack, spacing=0)
        layout = row(self._side, pages_and_strip, spacing=0)
        layout.setStretch(1, 1)
        self.setLayout(layout)
        last = self._view.page
        self._current = PageName(last) if last in self._entries else next(iter(self._entries))
        self.page.answered.connect(self._on_answered)
        self._unloaded.clear()
        self._mark_current()
        self._tasks.start(self._build_others())

    @property
    def page(self) -> AnyPage:
        """The page in front."""
        return self._built(self._current)

    def show_page(self, name: PageName) -> None:
        """Put that page in front, as the user left it, and focus its title."""
        if name is self._current:
            self.page.focus_first()
            return
        self._current = name
        page = self.page
        if name in self._unloaded:
            page.begin()
            self._hold_painting()
        elif name in self._outdated:
            page.refresh()
        self._unloaded.discard(name)
        self._outdated.discard(name)
        self._stack.setCurrentWidget(page)
        self._mark_current()
        self._arrange_side()
        page.focus_title()
        self._remember(replace(self._view, page=name))
        self.page_changed.emit()
        page.cover(self._covered)
        self.arranged.emit()

    def _hold_painting(self) -> None:
        """Let the request for the rows leave before Qt paints the page without them."""
        self._stack.setUpdatesEnabled(False)
        QTimer.singleShot(_REQUEST_FIRST_MS, self, lambda: self._stack.setUpdatesEnabled(True))

    def refresh(self) -> None:
        """Load the page in front now, and the others when they are shown."""
        if self._begun:
            self._outdated = set(self._pages) - {self._current} - self._unloaded
            self.page.refresh()
            return
        self._begun = True
        if isinstance(self._services.session.state, SignedIn):
            self._email.setText(self._services.session.state.session.email)
            self._who.setText(self.tr("Signed in"))
        self.page.begin()

    def show_account(self) -> None:
        """Show who is signed in; the dialog closes with the pages."""
        self._tasks.start(self._show_account(), replacing="account")

    async def _show_account(self) -> None:
        from medusa_console.ui.session.my_account import MyAccount  # seldom needed

        await answer(MyAccount(self, self._context))

    def panes(self) -> tuple[QWidget, ...]:
        """The panes that F6 goes through, in reading order."""
        strip = () if self._rotations.strip.isHidden() else (self._rotations.strip,)
        return (self._side, *strip, *self.page.panes())

    def show_record(self, name: PageName, record_id: str) -> None:
        """Put that page in front with the record selected, whatever its filters hide."""
        self.show_page(name)
        self.page.show_record(record_id)

    def _show_keys_of(self, user_id: str, name: str) -> None:
        from medusa_console.ui.keys.page import ApiKeysPage  # loaded with the pages

        self.show_page(PageName.API_KEYS)
        page = self.page
        if isinstance(page, ApiKeysPage):
            page.show_made_by(user_id, name)

    async def rotate(self, key_id: str, *, leaked: bool = False) -> bool:
        """Make a successor of that key over the page of the keys, or go on with the one there is.
        Returns whether a leaked key is to be revoked now, which is left to the caller."""
        from medusa_console.ui.keys.page import ApiKeysPage  # loaded with the pages

        self.show_page(PageName.API_KEYS)
        page = self.page
        return isinstance(page, ApiKeysPage) and await page.rotate(key_id, leaked=leaked)

    def _go_on(self, key_id: str) -> None:
        async def go_on() -> None:
            await self.rotate(key_id)

        doing = Doing(self.tr("Go on with a rotation"), f"rotate {key_id}")
        self._tasks.start(go_on(), doing=doing, again=lambda: self._go_on(key_id))

    def offers(self) -> Sequence[Entry]:
        """What can be done on the pages, for the palette. An action with a row is about the
        selected row, and leads to the page if there is none."""
        return [
            *(one for name, page in self._entries.items() for one in self._actions_of(name, page)),
            *(
                _of_menu(action, self.page.selected_name)
                for action in self.page.own_actions
                if action.isEnabled()
            ),
        ]

    def searches(self) -> Sequence[Search]:
        """What can be found at the store, for the palette."""
        granted = self._services.permissions.value
        return [
            Search(page.records, partial(self._find, page))
            for page in self._entries.values()
            if not granted.missing((page.needs,))
        ]

    async def _find(self, page: PageEntry, text: str) -> Sequence[Entry]:
        return [
            Entry(
                shown(found.text),
                partial(self.show_record, page.name, found.id),
                detail=shown(found.detail),
                note=found.note,
                icon=found.icon,
            )
            for found in await page.suggest(self._services, text)
        ]

    def _actions_of(self, name: PageName, entry: PageEntry) -> Iterator[Entry]:
        page = self._pages.get(name)
        selected = page.selected_name if page is not None else ""
        where = entry.title if name is not self._current else ""
        permissions, store = self._services.permissions.value, self._services.store
        for action in entry.actions():
            if denial(action.what, permissions, read_only=store.read_only):
                continue
            what: Action | None = action.what
            if not isinstance(action, RowAction):
                text, detail, icon = f"{action.text.removesuffix('…')}…", where, "plus"
            elif not action.in_menu or (
                page is not None and selected and not page.allows(action.what)
            ):
                continue
            else:
                text, detail, icon = action.text, selected, action.icon
                if not selected:
                    what, detail = None, self.tr("Select a row first")
            yield Entry(
                text,
                partial(self._perform, name, what),
                detail=detail,
                note=key_text(QKeySequence(action.key)),
                icon=icon or "plus",
                name=action.what.name,
                destroys=action.what in DANGEROUS,
            )

    def _perform(self, name: PageName, what: Action | None) -> None:
        self.show_page(name)
        if what is None:
            self.page.focus_first()
        else:
            self.page.perform(what)

    @property
    def notice_area(self) -> QRect:
        """Where notices may lie over the page in front."""
        return self.page.notice_area.translated(self.page.mapTo(self, QPoint()))

    def cover(self, height: int) -> None:
        """Notices cover so much of the lower edge of `notice_area`."""
        self._covered = height
        self.page.cover(height)

    async def aclose(self) -> None:
        """Stop the pages' work. Call it from outside that work."""
        self._unsubscribe()
        self._rotations.release()
        for page in self._pages.values():
            page.release()
        await self._tasks.aclose()

    def _build_side(self) -> QFrame:
        side = QFrame()
        side.setObjectName("sidebar")
        set_style(side, ground="side", line="right")
        self._switch = SwitchButton(self._services.store)
        self._switch.clicked.connect(self._ask(Request.SWITCH_STORE))
        self._buttons = {
            name: push_button(
                entry.title,
                partial(self.show_page, name),
                kind="page",
                icon=entry.icon,
                name=entry.button,
            )
            for name, entry in self._entries.items()
        }
        leaks = self._request_button(
            self.tr("Leak desk"), Request.LEAK_DESK, "leakDesk", "shield-alert"
        )
        settings = self._request_button(self.tr("Settings"), Request.SETTINGS, "settings")
        account = self._request_button(self.tr("My account"), Request.MY_ACCOUNT, "account", "user")
        lock = self._request_button(self.tr("Lock"), Request.LOCK_ALL, "lock")
        sign_out = self._request_button(self.tr("Sign out"), Request.SIGN_OUT, "signOut", "log-out")
        self._who = ElidedLabel(role="strong", name="who")
        self._email = ElidedLabel(role="secondary", name="whoEmail")
        top, bottom = (*self._buttons.values(), leaks, settings), (account, lock, sign_out)
        self._column = column(
            self._switch, *top, None, self._who, self._email, *bottom, spacing=FOUR
        )
        self._column.insertSpacing(1, EIGHT)
        side.setLayout(self._column)
        for button in (*top, *bottom):
            button.setAccessibleName(button.text())
            self._texts[button] = button.text()
        keys = {self._buttons[name]: entry.key for name, entry in self._entries.items()}
        self._keys = keys | {leaks: "Ctrl+3", settings: "Ctrl+,", lock: "Ctrl+L"}
        return side

    def _request_button(
        self, text: str, request: Request, name: str, icon: str = ""
    ) -> QPushButton:
        return push_button(text, self._ask(request), kind="page", icon=icon or name, name=name)

    async def _build_others(self) -> None:
        for name in self._entries:
            await self._tasks.clock.sleep(_REST)  # each by itself: building one holds the window up
            page = self._built(name)
            if name is not self._current:
                await asyncio.sleep(0)  # in a turn of its own, for the same reason
                page.resize(self._stack.size())
                page.grab()  # lays it out and paints it, so that going there takes less time

    def _built(self, name: PageName) -> AnyPage:
        if name not in self._pages:
            page = self._pages[name] = self._build(self._entries[name])
            self._unloaded.add(name)
            self._stack.addWidget(page)
            settle(page)
        return self._pages[name]

    def _build(self, entry: PageEntry) -> AnyPage:
        page = entry.make(self._context, self._view)
        page.query_changed.connect(lambda query: self._remember(entry.remember(self._view, query)))
        page.refresh_permissions_requested.connect(self._ask(Request.REFRESH_PERMISSIONS))
        page.sign_in_requested.connect(self._ask(Request.MY_ACCOUNT))
        page.keys_wanted.connect(self._show_keys_of)
        page.loaded.connect(self._on_loaded)
        page.arranged.connect(self.arranged)
        page.drawer_toggled.connect(self._arrange_side)
        return page

    def _ask(self, request: Request) -> Callable[[], None]:
        return partial(self.requested.emit, request)

    def _mark_current(self) -> None:
        for name, button in self._buttons.items():
            set_style(button, current=name is self._current)

    def _on_answered(self) -> None:
        # Only now: the server answers one request after the other, and the rows come first.
        self._tasks.start(self._show_user(), replacing="me")
        self._rotations.begin()

    def _on_loaded(self) -> None:
        if self._name_missed:
            self._name_missed = False
            self._tasks.start(self._show_user(), replacing="me")

    async def _show_user(self) -> None:
        try:
            user = await self._services.users.me()
        except (Unreachable, NotMedusa, ServerFault) as error:
            log.info("asking for the name: %s", type(error).__name__)
            self._name_missed = True  # the page tells that the store does not answer
            return
        except NotFound:
            state = self._services.session.state
            if isinstance(state, SignedIn):
                raise AccountGone(state.session.expires_at) from None
            raise
        self._who.setText(user.name)
        # An account without a name is called by its email.
        self._email.setText(user.email if user.name != user.email else "")

    @property
    def _view(self) -> LastView:
        return self._preferences.value.views.get(self._services.store.id, LastView())

    def _remember(self, view: LastView) -> None:
        views = {**self._preferences.value.views, self._services.store.id: view}
        self._preferences.change(replace(self._preferences.value, views=views))

    def _arrange_side(self) -> None:
        """Make the sidebar a rail of icons where the page needs the room."""
        # The window's width: whether a live store's frame is around the pages makes no difference.
        narrow = _NARROW_BESIDE_DRAWER if self.page.has_drawer else NARROW
        rail = self.window().width() < scaled(narrow)
        width = scaled(_RAIL if rail else _SIDEBAR)
        low = rail and self.height() < scaled(_LOW_RAIL)
        if (width, low) == self._arranged:
            return  # Qt would style, lay out and paint all of it anew
        self._arranged = width, low
        self._side.setFixedWidth(width)
        edge = scaled(EIGHT if rail else TWELVE)
        self._column.setContentsMargins(
            edge, scaled(EIGHT if low else SIXTEEN), edge, scaled(TWELVE)
        )
        self._column.setSpacing(0 if low else FOUR)
        for button, text in self._texts.items():
            button.setText("" if rail else text)
            set_style(button, rail=rail, low=low)
            show_key(button, self._keys.get(button, ""), name=text if rail else "")
        self._switch.set_rail(rail=rail)
        for part in (self._who, self._email):
            part.setHidden(rail)
        if (layout := self.layout()) is not None:
            layout.activate()  # at once, so that nothing is painted in between

    # Qt overrides

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        self._arrange_side()
        super().resizeEvent(event)


def _of_menu(action: QAction, about: str) -> Entry:
    return Entry(action.text(), action.trigger, detail=about, icon="copy", name=action.objectName())
