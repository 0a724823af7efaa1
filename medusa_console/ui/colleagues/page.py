"""The page of one store's colleagues: people, and invites that nobody has accepted yet."""

from __future__ import annotations

from PySide6.QtCore import QTimer

from medusa_console.domain.colleague import Colleague
from medusa_console.domain.query import ColleagueFilter, ColleagueQuery, Page
from medusa_console.ui.colleagues.actions import ColleagueActions, page_actions, row_actions
from medusa_console.ui.colleagues.drawer import ColleagueDetail
from medusa_console.ui.colleagues.facts import ColleagueFacts
from medusa_console.ui.colleagues.filters import ColleagueFilters
from medusa_console.ui.kit.empty_state import EmptyState
from medusa_console.ui.records.context import PageContext
from medusa_console.ui.records.page import ListPage
from medusa_console.ui.records.pane import TablePane
from medusa_console.ui.words import labels
from medusa_console.ui.words.colleague_counts import colleague_counts
from medusa_console.ui.words.errors import explain

_PAUSE_MS = 150  # many keys may be read at once


class ColleaguesPage(ListPage[ColleagueQuery, Colleague, ColleagueActions]):
    """Begins with `query`."""

    _filters: ColleagueFilters
    _detail: ColleagueDetail

    def __init__(self, context: PageContext, query: ColleagueQuery) -> None:
        super().__init__(context)
        services = context.services
        self.setObjectName("colleaguesPage")
        self._facts = ColleagueFacts(services)
        self._actions = ColleagueActions(self, context, self._facts, self.keys_wanted.emit)
        (invite,) = page_actions()
        self._filters = ColleagueFilters(query)
        self._pane = TablePane(
            self._facts.columns(),
            self._allowed(services.colleagues.find),
            context.tasks,
            name="colleagues",
            title=self.tr("Colleagues"),
            empty=EmptyState(
                "id-card",
                self.tr("No colleagues yet"),
                self.tr("Whoever may sign in to this store is listed here."),
                self._button(invite, "inviteFirst", kind="primary", icon="plus"),
                name="table.empty",
            ),
            no_match=self.tr("No matching colleagues"),
            describe=self._facts.sentence,
            density=context.preferences.value.density,
        )
        self._detail = ColleagueDetail(self._facts)
        self._keys_soon = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._keys_soon.timeout.connect(self._show_selection)
        self._assemble(
            self.tr("Colleagues"),
            self.tr("&Colleague"),
            (self._button(invite, "inviteColleague", kind="primary", icon="plus"),),
            (invite,),
            row_actions(self._facts),
        )
        self._subscriptions += (
            services.colleagues.changed.subscribe(self._pane.rows.replace),
            services.colleagues.removed.subscribe(self._on_removed),
            services.colleague_roles.changed.subscribe(lambda _: self._repaint_rows()),
            services.permissions.changed.subscribe(lambda _: self._repaint_rows()),
            services.survey.changed.subscribe(lambda _: self._keys_soon.start()),
        )

    def release(self) -> None:
        """Cancel all subscriptions, before the page is destroyed."""
        self._keys_soon.stop()
        super().release()

    def _on_loaded(self, page: Page[Colleague]) -> None:
        super()._on_loaded(page)
        refused = self._services.colleagues.invites_refused
        if page.offset == 0 and refused is not None:
            text = self.tr("Invites are not shown: {why}").format(why=explain(refused).title)
            self._say(f"{self._summary.text()} · {text}")

    def _painted(self, page: Page[Colleague]) -> None:
        self._add(lambda: self._services.colleague_roles.learn(page.rows), f"{page.offset} roles")
        survey = self._services.survey
        missing = self._services.permissions.value.missing(("api_key:read",))
        if survey.as_of is None and survey.progress is None and not missing:
            self._add(survey.read, "made keys")

    # Overrides of ListPage

    def _forget_cached(self) -> None:
        self._services.colleagues.forget_cached()
        self._services.colleague_roles.forget()

    def _counted(self, count: int) -> str:
        invited = min(self._services.colleagues.invited, count)
        people = colleague_counts.people(count - invited)
        return f"{people} · {colleague_counts.invited(invited)}" if invited else people

    def _matching(self, count: int, total: int | None) -> str:
        if self._filters.query.state is ColleagueFilter.INVITED and not self._filters.query.text:
            return colleague_counts.invited(count)
        if total is None:
            return self.tr("%Ln match", "", count)
        if count == 1:
            return self.tr("1 of %Ln matches", "", total)
        text = self.tr("{count} of %Ln match", "", total)
        return text.format(count=labels.number(count))

    def _name(self, colleague: Colleague) -> str:
        return colleague.name

    def _show(self, colleague: Colleague | None) -> None:
        if colleague is not None:
            self._detail.show_colleague(colleague)
