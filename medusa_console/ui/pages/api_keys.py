"""The keys of one store: find them, see whether they work, act on one."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QVBoxLayout, QWidget

from medusa_console.domain import policy
from medusa_console.domain.api_key import ApiKey
from medusa_console.domain.errors import Forbidden
from medusa_console.domain.query import KeyQuery, Page
from medusa_console.services.desk import Desk
from medusa_console.services.secret_copy import SecretCopy
from medusa_console.services.stores import PreferenceBook
from medusa_console.tasks import TaskScope
from medusa_console.ui import labels
from medusa_console.ui.key_actions import KeyActions
from medusa_console.ui.key_facts import KeyFacts
from medusa_console.ui.key_menu import KeyMenu
from medusa_console.ui.messages import explain
from medusa_console.ui.text import shown
from medusa_console.ui.theme import scaled
from medusa_console.ui.theme_tokens import TWELVE, TWENTY_FOUR
from medusa_console.ui.widgets.announce import announce
from medusa_console.ui.widgets.banner import Notice
from medusa_console.ui.widgets.blank import Blank
from medusa_console.ui.widgets.button import push_button
from medusa_console.ui.widgets.drawer_layout import DrawerLayout
from medusa_console.ui.widgets.key_detail import KeyDetail
from medusa_console.ui.widgets.key_filters import KeyFilters
from medusa_console.ui.widgets.label import PlainLabel
from medusa_console.ui.widgets.table_pane import TablePane
from medusa_console.ui.widgets.toast import Toast

_WIDE, _NARROW, _NARROWEST = 1440, 1100, 760
_REPAINT_MS = 30_000


class ApiKeysPage(QWidget):
    """Signals:
    query_changed: the KeyQuery in force, when the person changed it.
    refresh_rights_requested: a role may have been granted meanwhile.
    answered: the first answer about keys is on the screen, rows or a failure.
    """

    answered = Signal()
    query_changed = Signal(object)
    refresh_rights_requested = Signal()

    def __init__(
        self,
        desk: Desk,
        copy: SecretCopy,
        preferences: PreferenceBook,
        tasks: TaskScope,
        *,
        query: KeyQuery,
        notify: Callable[[Notice], None],
    ) -> None:
        super().__init__()
        self.setObjectName("apiKeysPage")
        self._desk = desk
        self._tasks = tasks
        self._wanted_row = ""
        self._pasted = False
        self._new = True
        self._facts = KeyFacts(desk)
        self._actions = KeyActions(
            self, desk, copy, lambda: preferences.value.clipboard_seconds, tasks, notify
        )
        self._summary = PlainLabel(role="muted", wrap=True, name="page.summary")
        self._filters = KeyFilters(query)
        self._pane: TablePane[KeyQuery, ApiKey] = TablePane(
            self._facts.columns(),
            desk.keys.find,
            tasks,
            name="keys",
            title=self.tr("API keys"),
            explain=lambda error: (explain(error).title, explain(error).text),
            empty=self._no_keys(),
            describe=self._facts.sentence,
            density=preferences.value.density,
        )
        self._no_role = self._build_no_role()
        self._detail = KeyDetail(self._facts, desk)
        self._layout = DrawerLayout(self._build_content(), self._detail)
        self._toast = Toast(self)
        self._menu = KeyMenu(self, self._pane.table)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._layout)
        self._connect()
        self._subscriptions = (
            desk.keys.changed.subscribe(self._pane.rows.replace),
            desk.keys.removed.subscribe(self._on_removed),
            desk.keys.marked.subscribe(lambda _: self._repaint_rows()),
            desk.creators.changed.subscribe(lambda _: self._repaint_rows()),
            preferences.changed.subscribe(lambda value: self._pane.set_density(value.density)),
        )
        self._repaint = QTimer(self, interval=_REPAINT_MS)
        self._repaint.timeout.connect(self._pane.table.viewport().update)  # times are relative
        self._repaint.start()

    def begin(self) -> None:
        """Load the first rows; then look for creations that were never settled."""
        self._pane.load(self._filters.query)

    def refresh(self) -> None:
        """Ask for the visible rows again, and for names that may have changed."""
        self._desk.creators.forget()
        self._desk.keys.look_afresh()
        self._show_role(has_role=True)
        self._pane.refresh()

    def focus_first(self) -> None:
        """Put the focus where work begins: in the table."""
        self._pane.table.setFocus()

    def focus_search(self) -> None:
        """Put the focus into the search field."""
        self._filters.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._filters.search.selectAll()

    def panes(self) -> tuple[QWidget, ...]:
        """What F6 goes through, in reading order."""
        return (self._filters, self._pane.table, self._detail)

    def fill_menu(self, menu: QMenu) -> None:
        """Put every action of this page into the menu bar, with its key."""
        self._menu.fill(menu)

    def release(self) -> None:
        """Listen to nothing any more: the page is about to go."""
        self._repaint.stop()
        for unsubscribe in self._subscriptions:
            unsubscribe()

    # Built once

    def _build_content(self) -> QWidget:
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(PlainLabel(self.tr("API keys"), role="title", name="page.title"))
        words.addWidget(self._summary)
        head = QHBoxLayout()
        head.addLayout(words, 1)
        head.addWidget(self._create_button("createKey"), 0, Qt.AlignmentFlag.AlignVCenter)
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(TWENTY_FOUR, TWENTY_FOUR, TWENTY_FOUR, TWELVE)
        column.setSpacing(TWELVE)
        column.addLayout(head)
        column.addWidget(self._filters)
        column.addWidget(self._pane, 1)
        column.addWidget(self._no_role, 1)
        return content

    def _create_button(self, name: str) -> QPushButton:
        return push_button(
            self.tr("Create key"), self._on_create, kind="primary", icon="plus", name=name
        )

    def _no_keys(self) -> QWidget:
        return Blank(
            self.tr("No keys yet"),
            self.tr("Keys let programs use this store. Each integration should have its own."),
            self._create_button("createFirst"),
            name="table.empty",
        )

    def _build_no_role(self) -> QWidget:
        again = push_button(
            self.tr("Refresh rights"),
            self.refresh_rights_requested.emit,
            kind="primary",
            name="refreshRights",
        )
        copy = push_button(self.tr("Copy request"), self._actions.copy_request, name="copyRequest")
        text = self.tr(
            "You are signed in, but the store lets you see nothing yet. Ask an admin for a role; "
            "once you have it, choose Refresh rights."
        )
        title = self.tr("Your account has no role in this store")
        page = Blank(title, text, again, copy, name="noRole")
        page.hide()
        return page

    def _connect(self) -> None:
        self._menu.create.connect(self._on_create)
        self._menu.rename.connect(self._on_rename)
        self._menu.revoke.connect(self._on_revoke)
        self._menu.delete.connect(self._on_delete)
        self._menu.sort.connect(self._on_sort)
        self._filters.changed.connect(self._on_query)
        self._filters.found.connect(self._on_found)
        self._filters.refresh_requested.connect(self.refresh)
        self._filters.down.connect(self._on_down)
        self._pane.sort_requested.connect(
            lambda field, descending: self._filters.sort(field, descending=descending)
        )
        self._pane.clear_requested.connect(self._filters.clear)
        self._pane.selection_changed.connect(self._show_selection)
        self._pane.activated.connect(lambda _row: self._detail.focus_first())
        self._pane.loaded.connect(self._on_loaded)
        self._pane.failed.connect(self._on_failed)
        self._detail.rename_requested.connect(self._on_rename)
        self._detail.revoke_requested.connect(self._on_revoke)
        self._detail.delete_requested.connect(self._on_delete)
        self._detail.check_requested.connect(self._on_check)
        self._detail.close_requested.connect(self._pane.table.clearSelection)
        self._layout.arranged.connect(self._on_arranged)

    # What the person does

    def _on_create(self) -> None:
        self._tasks.start(self._create_key(), doing=self.tr("Create key"))

    async def _create_key(self) -> None:
        created = await self._actions.create()
        if created is not None:
            self._wanted_row = created.id
            self.refresh()
        self._pane.table.setFocus()

    def _on_rename(self) -> None:
        if key := self._pane.selected:
            self._act(self._rename(key), self.tr("Rename {title}"), key)

    async def _rename(self, key: ApiKey) -> None:
        if before := await self._actions.rename(key):
            self._toast.offer(
                self.tr("Renamed"), self.tr("Undo"), lambda: self._undo_rename(before)
            )

    def _undo_rename(self, before: ApiKey) -> None:
        async def undo() -> None:
            await self._desk.keys.rename(before.id, before.title)

        self._act(undo(), self.tr("Undo the renaming of {title}"), before)

    def _on_revoke(self) -> None:
        if (key := self._pane.selected) and self._desk.keys.state(key).works:
            self._act(self._actions.revoke(key), self.tr("Revoke {title}"), key)

    def _on_delete(self) -> None:
        if (key := self._pane.selected) and policy.may_delete(self._desk.keys.state(key)):
            work = self._actions.delete_record(key)
            self._act(work, self.tr("Delete the record of {title}"), key)

    def _on_check(self) -> None:
        if key := self._pane.selected:
            self._act(self._actions.check(key), self.tr("Check {title}"), key)

    def _act(self, work: Coroutine[Any, Any, None], doing: str, key: ApiKey) -> None:
        # Nothing is replaced: who waits for the answer to another action goes on waiting.
        self._tasks.start(work, doing=doing.format(title=shown(key.title)))

    def _on_down(self) -> None:
        self._pane.table.setFocus()
        if self._pane.selected is None and self._pane.rows.count:
            self._pane.table.selectRow(0)

    def _on_sort(self, field: str) -> None:
        query = self._filters.query
        same = query.sort.value == field
        self._filters.sort(field, descending=not query.descending if same else False)

    # What the list tells

    def _on_query(self, query: KeyQuery) -> None:
        self._desk.keys.look_afresh()
        self._pane.load(query)
        self.query_changed.emit(query)

    def _on_found(self) -> None:
        self._pasted = True

    def _on_loaded(self, page: Page[ApiKey]) -> None:
        self._show_role(has_role=True)
        if page.offset == 0:
            self._summarise(page)
        # Once the rows are painted: all else only adds to them.
        QTimer.singleShot(0, self, lambda: self._ask_for_more(page))
        if self._wanted_row:
            self._pane.select(self._wanted_row)
            self._wanted_row = ""
        if self._pasted:
            self._pasted = False
            self._show_pasted(page)

    def _ask_for_more(self, page: Page[ApiKey]) -> None:
        actors = {key.created_by for key in page.rows}
        actors |= {key.revoked_by for key in page.rows if key.revoked_by}
        self._tasks.start(self._desk.creators.learn(actors), replacing="creators")
        if page.offset == 0 and not self._filters.query.narrows:
            self._tasks.start(self._add_scheduled(), replacing="scheduled")
        self._on_answered()

    def _on_answered(self) -> None:
        if self._new:
            self._new = False
            self._tasks.start(self._actions.offer_unsettled(), replacing="unsettled")
            self.answered.emit()

    def _show_pasted(self, page: Page[ApiKey]) -> None:
        """A pasted key that fits one row is selected; otherwise the person is told to look."""
        query = self._filters.query
        pasted = query.key_id or query.text
        if page.count == 1 and page.rows:
            self._pane.select(page.rows[0].id)
            self._pane.table.setFocus()
            announce(self, self._facts.sentence(page.rows[0]), assertive=True)
            return
        if page.count:
            text = self.tr("{count} keys look like {key}: compare them before you revoke one")
        else:
            text = self.tr("No key like {key} here: another store's, or its record was deleted")
        self._summary.setText(text.format(count=labels.number(page.count), key=pasted))
        announce(self, self._summary.text(), assertive=True)

    def _summarise(self, page: Page[ApiKey]) -> None:
        count = labels.number(page.count)
        one = page.count == 1
        if self._filters.query.narrows:
            text = self.tr("1 key fits") if one else self.tr("{count} keys fit")
            announce(self, text.format(count=count))
        else:
            text = self.tr("1 key") if one else self.tr("{count} keys")
        self._summary.setText(text.format(count=count))

    async def _add_scheduled(self) -> None:
        scheduled = await self._desk.keys.scheduled()
        if scheduled and not self._filters.query.narrows:
            more = (
                self.tr("1 stops working on a schedule")
                if scheduled == 1
                else self.tr("{count} stop working on a schedule")
            )
            text = more.format(count=labels.number(scheduled))
            self._summary.setText(f"{self._summary.text()} · {text}")

    def _on_failed(self, error: BaseException) -> None:
        if isinstance(error, Forbidden) and not error.required:
            self._show_role(has_role=False)
        self._on_answered()

    def _show_role(self, *, has_role: bool) -> None:
        self._pane.setVisible(has_role)
        self._no_role.setHidden(has_role)

    def _on_removed(self, key_id: str) -> None:
        self._pane.rows.remove(key_id)
        self._show_selection()

    def _repaint_rows(self) -> None:
        self._pane.table.viewport().update()
        self._show_selection()

    def _show_selection(self) -> None:
        key = self._pane.selected
        self._menu.enable_for(self._desk.keys.state(key) if key is not None else None)
        if key is None:
            self._layout.close_drawer()
        else:
            self._detail.show_key(key)
            self._layout.open_drawer()

    def _on_arranged(self, width: int, drawer: bool) -> None:
        self._filters.set_narrow(narrow=width < scaled(_NARROWEST))
        self._pane.set_visible_columns(_columns_for(width, drawer=drawer))

    # Qt overrides

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.key() == Qt.Key.Key_Escape and self._pane.selected is not None:
            self._pane.table.clearSelection()
            self._pane.table.setFocus()
        elif event.key() == Qt.Key.Key_Escape and self._filters.query.narrows:
            self._filters.clear()
        elif event.key() == Qt.Key.Key_Slash:
            self.focus_search()
        else:
            super().keyPressEvent(event)


def _columns_for(width: int, *, drawer: bool) -> tuple[str, ...]:
    if width < scaled(_NARROWEST):
        return ("title", "state")
    if width < scaled(_NARROW):
        return ("title", "redacted", "state", "created")
    if width < scaled(_WIDE) and drawer:
        return ("title", "redacted", "state", "created", "created_by")
    return ("title", "type", "redacted", "state", "created", "created_by", "channels")
