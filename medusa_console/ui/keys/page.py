"""The page of one store's keys."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from medusa_console.domain.api_key import ApiKey
from medusa_console.domain.query import KeyQuery, Page
from medusa_console.ui.keys.action_table import page_actions, row_actions
from medusa_console.ui.keys.actions import KeyActions
from medusa_console.ui.keys.drawer import KeyDetail
from medusa_console.ui.keys.export import Listed
from medusa_console.ui.keys.facts import KeyFacts
from medusa_console.ui.keys.filters import KeyFilters
from medusa_console.ui.keys.glance import KeyGlance
from medusa_console.ui.keys.many_run import ManyRun
from medusa_console.ui.kit.announce import announce
from medusa_console.ui.kit.empty_state import EmptyState
from medusa_console.ui.records.actions import PageAction
from medusa_console.ui.records.context import PageContext
from medusa_console.ui.records.page import ListPage
from medusa_console.ui.records.pane import TablePane
from medusa_console.ui.words import labels
from medusa_console.ui.words.counts import counts
from medusa_console.ui.words.many_counts import many_keys


class ApiKeysPage(ListPage[KeyQuery, ApiKey, KeyActions]):
    """Lists the keys, `query` first, and tells whether they work."""

    _filters: KeyFilters
    _detail: KeyDetail

    def __init__(self, context: PageContext, query: KeyQuery) -> None:
        super().__init__(context)
        services = context.services
        self.setObjectName("apiKeysPage")
        self._pasted = False
        self._scheduled = 0
        self._facts = KeyFacts(services)
        self._actions = KeyActions(self, context, self._listed)
        create, export = page_actions()
        self._filters = KeyFilters(query)
        self._pane = TablePane(
            self._facts.columns(),
            self._allowed(services.chosen.find),
            context.tasks,
            name="keys",
            title=self.tr("API keys"),
            empty=self._no_keys(create),
            no_match=self.tr("No matching keys"),
            describe=self._facts.sentence,
            density=context.preferences.value.density,
            several=True,
        )
        self._detail = KeyDetail(self._facts, services)
        self._run_of_many = ManyRun(context)
        self._run_of_many.sign_in_requested.connect(self.sign_in_requested)
        self._run_of_many.begun.connect(self._pane.table.clearSelection)
        self._run_of_many.closed.connect(self._pane.table.setFocus)
        self._above = (self._run_of_many,)
        self._detail.links.wanted.connect(self.show_record)
        self._glance = KeyGlance(self._filters, context, self._list_again)
        self._assemble(
            self.tr("API keys"),
            self.tr("&Key"),
            (self._button(create, "createKey", kind="primary", icon="plus"),),
            (create, export),
            row_actions(),
        )
        self._menu.add_copy(
            self.tr("Copy redacted form"),
            "copyRedacted",
            lambda: self._mark(key) if (key := self._pane.selected) is not None else "",
        )
        self._show_selection()
        self._filters.found.connect(self._on_found)
        self.answered.connect(self._on_first_answer)
        self._subscriptions += (
            self._run_of_many.release,
            services.keys.changed.subscribe(self._pane.rows.replace),
            services.keys.changed.subscribe(self._on_changed),
            services.keys.removed.subscribe(context.dismiss),
            services.keys.removed.subscribe(self._on_removed),
            services.keys.marked.subscribe(lambda _: self._repaint_rows()),
            services.rotations.changed.subscribe(lambda _: self._on_rotation()),
            services.rotations.made.subscribe(self._on_made),
            services.creators.changed.subscribe(lambda _: self._repaint_rows()),
            services.notes.changed.subscribe(lambda _: self._show_selection()),
        )

    async def rotate(self, key_id: str, *, leaked: bool = False) -> bool:
        """As RotateActions.rotate, for the key of that id. A leaked key whose rotation was begun
        elsewhere is asked about here, too."""
        key = (await self._services.keys.get(key_id)).value
        return await self._actions.rotation.rotate(key, leaked=leaked)

    def show_made_by(self, actor_id: str, name: str) -> None:
        """List the keys that this user, called `name`, has made, and no others."""
        self._filters.choose_creator(actor_id, name)
        self._pane.table.setFocus()

    def refresh(self) -> None:
        """Request the visible rows and the names of creators again."""
        self._services.creators.forget()
        self._glance.forget()
        super().refresh()

    def release(self) -> None:
        """Cancel all subscriptions, before the page is destroyed."""
        self._glance.release()
        super().release()

    def _list_again(self) -> None:
        self._forget_cached()
        self._pane.refresh()

    # Built once

    def _no_keys(self, create: PageAction[KeyActions, ApiKey]) -> QWidget:
        return EmptyState(
            "key",
            self.tr("No keys yet"),
            self.tr("Keys let programs use this store. Each integration should have its own."),
            self._button(create, "createFirst", kind="primary", icon="plus"),
            name="table.empty",
        )

    # What the server answers

    def _on_made(self, key: ApiKey) -> None:
        self._count_total(1)
        self._show_new(key)

    def _on_rotation(self) -> None:
        self._repaint_rows()
        self._show_selection()

    def _on_changed(self, key: ApiKey) -> None:
        if self._new_row is not None and self._new_row.id == key.id:
            self._new_row = key
        self._dismiss_dead(key)
        self._forget_tried()

    def _dismiss_dead(self, key: ApiKey) -> None:
        if not self._services.keys.state(key).works:
            self._dismiss(key.id)

    def _on_found(self) -> None:
        self._pasted = True

    def _on_loaded(self, page: Page[ApiKey]) -> None:
        if page.offset == 0:
            self._scheduled = 0  # how many there are by now is asked after the rows
        super()._on_loaded(page)
        for key in page.rows:
            self._dismiss_dead(key)
        if page.offset == 0 and (noted := len(self._services.chosen.noted)):
            self._say(f"{self._summary.text()} · {counts.found_in_notes(noted)}")
        if self._pasted:
            self._pasted = False
            self._show_pasted(page)

    def _painted(self, page: Page[ApiKey]) -> None:
        actors = {key.created_by for key in page.rows}
        actors |= {key.revoked_by for key in page.rows if key.revoked_by}
        self._add(lambda: self._services.creators.learn(actors), "creators")
        if page.offset == 0 and not self._filters.query.narrows:
            self._add(self._add_scheduled, "scheduled")
        self._glance.take(page)

    def _on_first_answer(self) -> None:
        self._tasks.start(self._actions.offer_unsettled(), replacing="unsettled")

    def _show_pasted(self, page: Page[ApiKey]) -> None:
        """Select the row that a pasted key matches; if it is not exactly one, say so."""
        query = self._filters.query
        pasted = query.key_id or query.text
        if page.count == 1 and page.rows:
            self._pane.select(page.rows[0].id)
            self._pane.table.setFocus()
            announce(self, self._facts.sentence(page.rows[0]), assertive=True)
            return
        if page.count:
            text = self.tr(
                "%Ln key(s) match {key}. Compare them before you revoke one.", "", page.count
            ).format(key=pasted)
            self._say(text)
        else:
            title = self.tr("No key matches {key} in this store").format(key=pasted)
            text = self.tr("It may belong to another store, or its record was deleted.")
            self._pane.say_no_match(title, text)
            text = f"{title}. {text}"
        announce(self, text, assertive=True)

    async def _add_scheduled(self) -> None:
        self._scheduled = await self._services.keys.scheduled()
        if self._total is not None and not self._filters.query.narrows:
            self._say(self._counted(self._total))

    # Overrides of ListPage

    def _forget_cached(self) -> None:
        self._services.chosen.forget_cached()

    def _counted(self, count: int) -> str:
        keys = self.tr("%Ln key(s)", "", count)
        if not self._scheduled:
            return keys
        ending = self.tr("%Ln with an end date", "", self._scheduled)
        return f"{keys} · {ending}"

    def _matching(self, count: int, total: int | None) -> str:
        if total is None:
            return self.tr("%Ln key(s) match", "", count)
        if count == 1:
            return self.tr("1 of %Ln key(s) matches", "", total)
        text = self.tr("{count} of %Ln key(s) match", "", total)
        return text.format(count=labels.number(count))

    async def _all_ids(self, query: KeyQuery) -> Sequence[str]:
        find = self._services.bulk.ids
        return await self._services.permissions.read(lambda: find(query))

    def _listed(self) -> Listed:
        query, columns = self._filters.query, self._pane.rows.columns
        sorted_by = next((one.title for one in columns if one.sort == query.sort), "")
        return Listed(query, self._columns.chosen, sorted_by)

    def _about_several(self, number: int) -> tuple[str, str]:
        text = self.tr("Space adds or removes a row, and Ctrl with an arrow key goes to the next.")
        return many_keys.keys_selected(number), text

    def _name(self, key: ApiKey) -> str:
        return key.title

    def _mark(self, key: ApiKey) -> str:
        return key.redacted

    def _show(self, key: ApiKey | None) -> None:
        if key is not None:
            self._detail.show_key(key)
