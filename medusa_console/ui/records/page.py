"""The base of every page of records: title, filters, table and drawer."""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable, Sequence
from functools import partial
from typing import Generic

from PySide6.QtCore import QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QMenu, QPushButton, QWidget
from shiboken6 import isValid

from medusa_console.domain.errors import ConsoleError, Forbidden, SignInNeeded
from medusa_console.domain.policy import DANGEROUS, Action
from medusa_console.domain.query import Page, Q
from medusa_console.tasks import Doing
from medusa_console.ui.kit.announce import announce
from medusa_console.ui.kit.banner import Notice, NoticeKind
from medusa_console.ui.kit.button import Kind, push_button
from medusa_console.ui.kit.label import PlainLabel
from medusa_console.ui.kit.layout import column, row
from medusa_console.ui.kit.scroll_area import ScrollArea
from medusa_console.ui.kit.style import set_style
from medusa_console.ui.kit.text import shown
from medusa_console.ui.kit.theme import scaled
from medusa_console.ui.kit.theme_tokens import TWELVE, TWENTY_FOUR
from medusa_console.ui.kit.toast import COVERED
from medusa_console.ui.records.action_gate import ActionGate
from medusa_console.ui.records.actions import A, PageAction, RowAction
from medusa_console.ui.records.column import R
from medusa_console.ui.records.context import PageContext
from medusa_console.ui.records.drawer import Drawer
from medusa_console.ui.records.drawer_layout import DrawerLayout
from medusa_console.ui.records.filter_bar import FilterBar
from medusa_console.ui.records.head import PageHead
from medusa_console.ui.records.menu import PageMenu
from medusa_console.ui.records.no_permission import NoPermission
from medusa_console.ui.records.pane import TablePane
from medusa_console.ui.records.several import Several
from medusa_console.ui.records.table_columns import TableColumns
from medusa_console.ui.words import labels
from medusa_console.ui.words.errors import explain

log = logging.getLogger(__name__)

_REPAINT_MS = 30_000
_ROWS_FIRST_MS = 1
_LOWEST_PANE = 160


class ListPage(QWidget, Generic[Q, R, A]):
    """A page of the workspace for one kind of record.

    A subclass creates `_filters`, `_pane`, `_detail` and `_actions`, calls `_assemble` with its
    actions, and overrides the methods of the first group below.

    Signals:
        query_changed(query): the user has changed the query.
        sign_in_requested: the user wants to sign in after the session has ended.
        refresh_permissions_requested: a role may have been granted meanwhile.
        keys_wanted(user_id, name): the keys that this user has made, on their own page.
        answered: the first answer is visible, rows or a failure.
        loaded: rows are visible that the server has just answered with.
        arranged: `notice_area` may have changed.
        drawer_toggled: the drawer has been opened or closed.
    """

    query_changed = Signal(object)
    sign_in_requested = Signal()
    refresh_permissions_requested = Signal()
    keys_wanted = Signal(str, str)
    answered = Signal()
    loaded = Signal()
    arranged = Signal()
    drawer_toggled = Signal()

    _filters: FilterBar[Q]
    _pane: TablePane[Q, R]
    _detail: Drawer
    _actions: A
    _columns: TableColumns[R]
    _menu: PageMenu
    _row_actions: Sequence[RowAction[A, R]]
    _several: Several[Q, R, A]
    _above: Sequence[QWidget] = ()  # what stands above the table

    def __init__(self, context: PageContext) -> None:
        super().__init__()
        self._services = context.services
        self._tasks = context.tasks
        self._preferences = context.preferences
        self._notify = context.notify
        self._dismiss = context.dismiss
        self._refused: set[Action] = set()
        # The actions that may have failed, with the ids of their rows, by what they are about.
        self._tried: dict[str, tuple[RowAction[A, R], str]] = {}
        self._held = context.held
        self._store_changed = context.store_changed
        self._gate = ActionGate(context.services, context.held)
        self._new_row: R | None = None
        # The user is about to select several rows: the drawer of one must not cover the others.
        self._picking = False
        self._picked: tuple[str, ...] = ()
        self._covers = False
        self._wanted_row = ""  # the id of a row that the palette has found
        self._total: int | None = None
        self._new = True
        self._list_failed = False
        self._permissions_asked = False
        self._focus_before_hold: QWidget | None = None
        self._no_permission = NoPermission(context.services)
        self._subscriptions: list[Callable[[], None]] = []
        self._repaint = QTimer(self, interval=_REPAINT_MS)

    @property
    def menu_title(self) -> str:
        """The text of the page's menu in the menu bar."""
        return self._menu.title

    @property
    def has_drawer(self) -> bool:
        """Whether the drawer is open."""
        return not self._detail.isHidden()

    def begin(self) -> None:
        """Load the first rows."""
        self._pane.load(self._filters.query)

    def refresh(self) -> None:
        """Request the visible rows again, and everything shown with them."""
        self._permissions_asked = False
        self._forget_cached()
        self._show_refusal(None)
        self._pane.refresh()

    def focus_first(self) -> None:
        """Focus the table, or what is offered in its place."""
        if self._pane.isHidden():
            self._no_permission.focus_first()
        else:
            self._pane.table.setFocus()

    def focus_title(self) -> None:
        """Focus the title, so that a screen reader reads it after a change of page."""
        self._title.setFocus(Qt.FocusReason.OtherFocusReason)

    def focus_search(self) -> None:
        """Focus the search field."""
        self._filters.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._filters.search.selectAll()

    def panes(self) -> tuple[QWidget, ...]:
        """The parts that F6 goes through, in reading order. The title is among them as a start,
        because a change of page focuses it."""
        table, footer = self._pane.table, self._pane.footer
        return (self._title, self._filters, *self._above, table, self._detail, footer)

    @property
    def notice_area(self) -> QRect:
        """Where notices may lie."""
        return self._layout.notice_area(self, [action.name for action in self._row_actions])

    def cover(self, height: int) -> None:
        """Something covers so much of the lower edge of `notice_area`: keep the rows and the offer
        to undo clear of it."""
        self.setProperty(COVERED, height)
        table = self._pane.table.viewport()
        below = self.height() - table.mapTo(self, QPoint(0, table.height())).y()
        self._pane.table.set_covered(max(0, height - below))

    @property
    def selected_name(self) -> str:
        """The name of the selected row; "" without one."""
        row = self._pane.selected
        return shown(self._told_apart(row)) if row is not None else ""

    @property
    def own_actions(self) -> Sequence[QAction]:
        """The actions of the page that ask the server nothing."""
        return self._menu.copies

    def allows(self, what: Action) -> bool:
        """Whether the page's menu offers `what` now."""
        return self._menu.action(what).isEnabled()

    def perform(self, what: Action) -> None:
        """Do what the page's menu does for `what`, unless it is disabled."""
        self._menu.action(what).trigger()

    def show_record(self, row_id: str) -> None:
        """Select the record of that id; if it is not loaded, search for it."""
        if self._pane.rows.by_id(row_id) is not None:
            self._pane.select(row_id)
        else:
            self._wanted_row = row_id
            self._filters.seek(row_id)
        self._pane.table.setFocus()

    def fill_menu(self, menu: QMenu) -> None:
        """Add every action of this page to `menu`."""
        self._menu.fill(menu)

    def release(self) -> None:
        """Cancel all subscriptions, before the page is destroyed."""
        self._repaint.stop()
        for unsubscribe in self._subscriptions:
            unsubscribe()

    # Overridden by every page

    def _forget_cached(self) -> None:
        """Forget cached answers of the server, before rows are requested again."""

    def _counted(self, count: int) -> str:
        """The number of all rows in words."""
        return labels.number(count)

    def _matching(self, count: int, total: int | None) -> str:
        """The number of rows that match the filters in words, of `total` if that is known."""
        return labels.number(count)

    def _name(self, row: R) -> str:
        """The name of `row`."""
        return row.id

    def _mark(self, row: R) -> str:
        """What tells `row` from another of the same name."""
        return row.id

    def _show(self, row: R | None) -> None:
        """Show the selected row in the drawer."""

    async def _all_ids(self, query: Q) -> Sequence[str]:
        """The ids of all rows that `query` finds."""
        return ()

    def _about_several(self, number: int) -> tuple[str, str]:
        """What the drawer says of so many selected rows: a title and a text."""
        return labels.number(number), ""

    def _painted(self, page: Page[R]) -> None:
        """Request what the rows of `page`, which are visible now, need in addition."""

    # Built once

    def _allowed(
        self, find: Callable[[Q, int, int], Awaitable[Page[R]]]
    ) -> Callable[[Q, int, int], Awaitable[Page[R]]]:
        """`find`, which sends a refused request again if the permission was granted meanwhile."""

        def read(query: Q, offset: int, limit: int) -> Awaitable[Page[R]]:
            return self._services.permissions.read(lambda: find(query, offset, limit))

        return read

    def _button(
        self, action: PageAction[A, R], name: str, *, kind: Kind = "plain", icon: str = ""
    ) -> QPushButton:
        button = push_button(
            action.text, partial(self._start, action), kind=kind, icon=icon, name=name
        )
        self._gate.add(action.what, button, action.key)
        return button

    def _add_actions(
        self, for_page: Sequence[PageAction[A, R]], for_row: Sequence[RowAction[A, R]]
    ) -> None:
        self._row_actions = for_row
        for new in for_page:
            words = f"{_plain(new.text)}…"
            self._menu.add(new.what, words, new.key, partial(self._start, new))
        for action in for_row:
            run = partial(self._run, action)
            kind: Kind = "danger" if action.what in DANGEROUS else "plain"
            button = push_button(action.text, run, kind=kind, icon=action.icon, name=action.name)
            self._gate.add(action.what, button, action.key)
            self._detail.add_button(action.what, button)
            if action.in_menu:
                self._menu.add_for_row(action.what, action.text, action.key, run)

    def _assemble(
        self,
        title: str,
        menu_title: str,
        buttons: Sequence[QPushButton],
        for_page: Sequence[PageAction[A, R]],
        for_row: Sequence[RowAction[A, R]],
    ) -> None:
        table = self._pane.table
        columns = self._pane.rows.columns
        self._columns = TableColumns(self, table, columns, self._preferences)
        self._columns.choose.triggered.connect(self._on_columns)
        about_columns = self._columns.actions
        self._menu = PageMenu(self, table, self._gate, menu_title, columns, about_columns)
        self._add_actions(for_page, for_row)
        self._several = Several(
            self._pane, self._detail, self._menu, for_row, self._actions, self._tasks, self._all_ids
        )
        self._menu.add_copy(self.tr("Copy ID"), "copyId", self._selected_id)
        self._title = PlainLabel(title, role="title", name="page.title")
        self._title.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # F6 focuses the title, Tab does not
        self._title.setProperty("ownFocus", True)  # a heading is read, and has no ring
        self._summary = PlainLabel(role="muted", wrap=True, name="page.summary")
        self._layout = DrawerLayout(self._build_content(buttons), self._detail)
        self.setLayout(row(self._layout))
        self._connect()

    def _build_content(self, buttons: Sequence[QPushButton]) -> QWidget:
        head = PageHead(self._title, self._summary, buttons)
        lines = column(head, self._filters, *self._above, self._pane, self._no_permission)
        for part in (self._pane, self._no_permission):
            lines.setStretchFactor(part, 1)
        lines.setContentsMargins(TWENTY_FOUR, TWENTY_FOUR, TWENTY_FOUR, TWELVE)
        self._no_permission.hide()
        content = QWidget()
        set_style(content, ground="window")
        content.setLayout(lines)
        self._pane.setMinimumHeight(scaled(_LOWEST_PANE))
        area = ScrollArea()  # a window may be too low for the content in a large font
        area.setWidget(content)
        return area

    def _connect(self) -> None:
        self._menu.sort.connect(self._filters.sort)
        self._menu.refused.connect(self._on_refused_key)
        self._filters.changed.connect(self._on_query)
        self._filters.refresh_requested.connect(self.refresh)
        self._filters.down.connect(self._on_down)
        self._pane.sort_requested.connect(self._filters.sort)
        self._pane.clear_requested.connect(self._filters.clear)
        self._pane.selection_changed.connect(self._on_selection)
        self._pane.table.selectionModel().currentChanged.connect(self._on_current)
        self._pane.bar.actions_requested.connect(self._menu.open_at)
        self._pane.activated.connect(self._on_activated)
        self._pane.loaded.connect(self._on_loaded)
        self._pane.failed.connect(self._on_failed)
        self._no_permission.refresh_permissions_requested.connect(
            self.refresh_permissions_requested
        )
        self._detail.close_requested.connect(self._pane.table.clearSelection)
        self._layout.arranged.connect(self._on_arranged)
        self._repaint.timeout.connect(self._pane.table.viewport().update)  # times are relative
        self._repaint.start()
        self._show_preferences()
        self._subscriptions += (
            self._preferences.changed.subscribe(lambda _: self._show_preferences()),
            self._store_changed.subscribe(lambda _: self._update_gate()),
            self._held.changed.subscribe(self._on_held),
            self._services.permissions.changed.subscribe(lambda _: self._update_gate()),
        )

    def _show_preferences(self) -> None:
        self._pane.set_density(self._preferences.value.density)
        self._columns.show()

    # What the user does

    def _selected_id(self) -> str:
        row = self._pane.selected
        return row.id if row is not None else ""

    def _on_columns(self) -> None:
        self._tasks.start(self._actions.choose_columns(self._columns))

    def _on_down(self) -> None:
        self._pane.table.setFocus()
        if self._pane.selected is None and self._pane.rows.count:
            self._pane.table.selectRow(0)

    def _start(self, action: PageAction[A, R]) -> None:
        self._tasks.start(self._make(action), doing=Doing(_plain(action.text), action.what.name))

    async def _make(self, action: PageAction[A, R]) -> None:
        row = await action.run(self._actions)
        if row is not None:
            self._count_total(1)
            self._show_new(row)
        self._pane.table.setFocus()

    def _run(self, action: RowAction[A, R]) -> None:
        row = self._pane.selected
        if self._several.run(action):
            return
        if row is not None and action.allowed(self._actions, row):
            words = action.doing.format(name=shown(self._told_apart(row)))
            doing = Doing(words, f"{action.name} {row.id}")
            self._tried[doing.about] = action, row.id
            self._actions.do(lambda: action.run(self._actions, row), doing)

    def _told_apart(self, row: R) -> str:
        name = self._name(row)
        shared = any(
            other.id != row.id and self._name(other) == name for other in self._pane.rows.rows
        )
        return f"{name} ({self._mark(row)})" if shared else name

    def _forget_tried(self, removed: str = "") -> None:
        """Remove the messages about failed actions that their rows do not need any more; `removed`
        is the id of a row that is gone."""
        for about, (action, row_id) in tuple(self._tried.items()):
            row = self._pane.rows.by_id(row_id)
            if row_id == removed or (row and not action.allowed(self._actions, row)):
                del self._tried[about]
                self._dismiss(about)

    def _on_held(self, held: bool) -> None:
        """Disable what is dangerous, or enable it again, and the focus with it."""
        if held:
            focused = self.focusWidget()
            if focused is not None and focused.property("kind") == "danger":
                self._focus_before_hold = focused
                self._pane.table.setFocus()
        self._gate.update(*DANGEROUS)
        if not held and self._focus_before_hold is not None:
            if self.focusWidget() is self._pane.table and isValid(self._focus_before_hold):
                self._focus_before_hold.setFocus()
            self._focus_before_hold = None

    def _on_refused_key(self, what: Action, text: str) -> None:
        """Say why the key of a disabled action does nothing, unless the row is the reason."""
        if reason := self._gate.why_not(what):
            self._refused.add(what)
            title = self.tr("“{action}” is not available").format(action=text)
            self._notify(Notice(NoticeKind.CAUTION, title, reason, about=what.name))

    def _update_gate(self) -> None:
        """Offer what may be done now: the permissions, or the store's read-only switch, have
        changed."""
        self._gate.update()
        for what in tuple(self._refused):
            if not self._gate.why_not(what):
                self._refused.discard(what)
                self._dismiss(what.name)
        self._show_selection()

    def _show_new(self, row: R) -> None:
        """Request the first rows again, and select the new one: above the others, if it is not
        among them."""
        self._new_row = row
        self._forget_cached()
        self._pane.load(self._filters.query)

    # What the server answers

    def _say(self, text: str) -> None:
        """Show `text` below the title."""
        self._summary.setText(text)
        self._title.setAccessibleDescription(self._summary.text())

    def _on_query(self, query: Q) -> None:
        self._forget_cached()
        self._pane.load(query)
        self.query_changed.emit(query)

    def _add(self, work: Callable[[], Awaitable[None]], name: str) -> None:
        """Run `work`, which asks for what only adds to the rows, in place of earlier work of that
        name. Its failure is told until the next rows; while the list has failed, that says it."""
        self._tasks.start(self._told_once(work), replacing=name)

    async def _told_once(self, work: Callable[[], Awaitable[None]]) -> None:
        try:
            await work()
        except (Forbidden, SignInNeeded):
            raise  # the role or the session is the cause, not the store
        except ConsoleError as error:
            log.info("adding to the rows: %s", type(error).__name__)
            if not self._list_failed:
                told = explain(error)
                about = self._additions
                kind = NoticeKind.DANGER
                self._notify(Notice(kind, told.title, told.text, told.details, about=about))

    @property
    def _additions(self) -> str:
        """What a notice about `_add` is about."""
        return f"{self.objectName()} additions"

    def _on_loaded(self, page: Page[R]) -> None:
        self._list_failed = False
        self._dismiss(self._additions)
        self._show_refusal(None)
        self._forget_tried()
        if page.offset == 0:
            self._summarise(page.count)
            if self._filters.query.narrows and page.settled:
                announce(self, self._summary.text())
        # Rows are painted first: the other requests only add to them. Qt does what is queued, as a
        # timer of 0 ms is, before it paints, and timers afterwards.
        QTimer.singleShot(_ROWS_FIRST_MS, self, lambda: self._ask_for_more(page))
        if self._new_row is not None:
            if self._pane.rows.by_id(self._new_row.id) is None:
                self._pane.put_above(self._new_row, self._why_above(page))
            self._pane.select(self._new_row.id)
            self._new_row = None
        if self._wanted_row:
            self._pane.select(self._wanted_row)
            self._wanted_row = ""

    def _why_above(self, page: Page[R]) -> str:
        """What is said of a new row that is not on the first `page`."""
        whole = page.count <= len(page.rows)
        query = self._filters.query
        newest_first = query.sort == "created_at" and query.descending
        if query.narrows and (whole or newest_first):
            return self.tr("New, outside your search")
        return self.tr("New, further down in this order")

    def _ask_for_more(self, page: Page[R]) -> None:
        self._painted(page)
        if not self._permissions_asked:
            self._permissions_asked = True
            self._tasks.start(self._services.permissions.learn(), replacing="permissions")
        self._on_answered()
        self.loaded.emit()

    def _on_answered(self) -> None:
        if self._new:
            self._new = False
            self.answered.emit()

    def _summarise(self, count: int) -> None:
        if not self._filters.query.narrows:
            self._total = count
            self._say(self._counted(count))
            return
        known = self._total is not None and self._total >= count
        self._say(self._matching(count, self._total if known else None))

    def _count_total(self, by: int) -> None:
        """One record more or less has come about here."""
        if self._total is not None:
            self._total += by

    def _on_failed(self, error: BaseException) -> None:
        self._list_failed = True
        self._dismiss(self._additions)
        # Above visible rows, the pane tells the failure.
        if not self._pane.rows.loaded:
            self._say("")  # how many there are is not known
        if isinstance(error, Forbidden) and not (error.required and self._pane.rows.loaded):
            self._show_refusal(error)
        self._on_answered()

    def _show_refusal(self, error: Forbidden | None) -> None:
        refused = error is not None
        if self._pane.isHidden() != refused:  # Qt would lay out and paint it all anew
            goes = self._pane if refused else self._no_permission
            focus = self.window().focusWidget()
            focused = focus is not None and goes.isAncestorOf(focus)
            self._pane.setVisible(not refused)
            self._no_permission.setVisible(refused)
            if focused:  # Qt has focused whatever follows
                self.focus_first()
        if error is not None:
            self._no_permission.show_refusal(error)

    def _repaint_rows(self) -> None:
        self._pane.table.viewport().update()
        self._show_selection()

    def _on_removed(self, row_id: str) -> None:
        self._pane.rows.remove(row_id)
        self._count_total(-1)
        if self._summary.text():
            found = self._pane.rows.found
            self._summarise(found if self._filters.query.narrows else self._total or found)
        self._forget_tried(removed=row_id)
        self._show_selection()

    def _on_selection(self) -> None:
        picked = tuple(row.id for row in self._pane.selection.loaded)
        if picked != self._picked:
            self._picked = picked
            table = self._pane.table
            taken_out = not table.selectionModel().isSelected(table.currentIndex())
            self._picking = _adds_rows() or taken_out
        self._show_selection()

    def _on_current(self) -> None:
        if _adds_rows() and not self._picking:
            self._picking = True
            self._show_selection()

    def _on_activated(self) -> None:
        self._picking = False
        self._show_selection()
        self._detail.focus_first()

    def _show_selection(self) -> None:
        row = self._pane.selected
        focused = self.focusWidget()
        in_drawer = focused is not None and self._detail.isAncestorOf(focused)
        offered = self._several.offered() or [
            action.what
            for action in self._row_actions
            if row is not None and action.allowed(self._actions, row)
        ]
        for action in self._row_actions:
            self._gate.allow_for_row(action.what, allowed=action.what in offered)
            if action.called is not None and row is not None:
                text = action.called(self._actions, row)
                self._detail.rename_button(action.what, text)
                self._menu.rename(action.what, text)
        self._menu.offer_copies(offered=row is not None)
        self._show(row)
        if number := self._several.number:
            self._detail.show_several(*self._about_several(number))
        opened = row is not None or number > 0
        if opened:
            self._detail.offer(offered, self._gate.why_not(*offered))
        covers = self._layout.covers
        self._pane.bar.offer_actions(offered=covers)
        shown_now = opened and not (covers and (number > 0 or self._picking))
        there = focused is not None and focused.isVisibleTo(self) and focused.isEnabled()
        if in_drawer and not (shown_now and there):
            self._pane.table.setFocus()  # else Qt focuses whatever follows the vanished button
        if self.has_drawer != shown_now:
            self._layout.show_drawer(visible=shown_now)
            self.drawer_toggled.emit()

    def _on_arranged(self, spare: int) -> None:
        self._pane.table.leave(spare)
        if self._covers != self._layout.covers:
            self._covers = self._layout.covers
            self._show_selection()
        self.arranged.emit()

    # Qt overrides

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.key() == Qt.Key.Key_Escape and self._pane.selection.count:
            self._pane.table.clearSelection()
            self._pane.table.setFocus()
        elif event.key() == Qt.Key.Key_Escape and self._filters.query.narrows:
            self._filters.clear()
        elif event.key() == Qt.Key.Key_Slash:
            self.focus_search()
        elif event.matches(QKeySequence.StandardKey.SelectAll):
            self._pane.table.selectAll()
        elif event.key() == Qt.Key.Key_Down and self._title.hasFocus():
            self._on_down()
        else:
            super().keyPressEvent(event)


def _adds_rows() -> bool:
    """Whether a key is held with which more rows are selected."""
    more = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    return bool(QGuiApplication.keyboardModifiers() & more)


def _plain(text: str) -> str:
    """The words of an action without the dots that tell of a dialog."""
    return text.removesuffix("…")
