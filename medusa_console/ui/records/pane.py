"""A list of the server's records: the table, what replaces it when it is empty, and a footer."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Collection, Sequence
from datetime import datetime
from typing import Generic

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QStackedWidget, QWidget

from medusa_console.domain.errors import ConsoleError, SignInNeeded, Unreachable
from medusa_console.domain.preferences import Density
from medusa_console.domain.query import Page, Q
from medusa_console.tasks import TaskScope
from medusa_console.ui.kit.announce import announce
from medusa_console.ui.kit.button import push_button
from medusa_console.ui.kit.empty_state import EmptyState
from medusa_console.ui.kit.label import PlainLabel
from medusa_console.ui.kit.layout import column, row
from medusa_console.ui.kit.style import set_style
from medusa_console.ui.kit.theme_tokens import EIGHT
from medusa_console.ui.records.column import Column, R
from medusa_console.ui.records.failed_strip import FailedStrip
from medusa_console.ui.records.filter_bar import ORDER
from medusa_console.ui.records.model import PAGE_SIZE, RowsModel
from medusa_console.ui.records.retries import Retries
from medusa_console.ui.records.selection import Selection
from medusa_console.ui.records.selection_bar import SelectionBar
from medusa_console.ui.records.view import RowsView
from medusa_console.ui.words import labels
from medusa_console.ui.words.errors import explain

_SETTLED_MS = 40
_WORK_HEIGHT = 2


class TablePane(QWidget, Generic[Q, R]):
    """Shows the rows that `fetch(query, offset, limit)` brings, and asks only for visible rows.

    `name` is the table's objectName, `title` its accessible name. `empty` replaces the table of a
    list without rows, `no_match` is the title of what replaces it where no row matches. The pane
    alone shows an expected failure; an unexpected failure is raised as
    well. A store that could not be reached is asked again and again, as long as the pane is
    visible. The query holds columns and order: a click on a header asks for another query. With
    `several`, more than one row may be selected.

    Signals:
        selection_changed: other rows are selected, or newer versions of the same rows.
        activated(row): Enter or a double click.
        sort_requested(field): as SortHeader; call `load`.
        clear_requested: the user wants all rows; call `load` with a query that narrows nothing.
        loaded(page): the pane shows an answer.
        failed(error): a request failed.
    """

    selection_changed = Signal()
    activated = Signal(object)
    sort_requested = Signal(str)
    clear_requested = Signal()
    loaded = Signal(object)
    failed = Signal(object)

    def __init__(
        self,
        columns: Sequence[Column[R]],
        fetch: Callable[[Q, int, int], Awaitable[Page[R]]],
        tasks: TaskScope,
        *,
        name: str,
        title: str,
        empty: QWidget,
        no_match: str,
        describe: Callable[[R], str],
        density: Density,
        several: bool = False,
    ) -> None:
        super().__init__()
        self._no_match_title = no_match
        self._retries = Retries(tasks, self._on_again, self.isVisible)
        self._failed: set[int] = set()
        self._fetch = fetch
        self._tasks = tasks
        self.query: Q | None = None
        self._as_of: datetime | None = None
        self._pinned: set[int] = set()
        self._scrolled = 0.0
        self.rows: RowsModel[R] = RowsModel(columns, describe)
        self.table: RowsView[R] = RowsView(self.rows, density, several=several)
        self.selection: Selection[R] = Selection(self.table, self.rows)
        self.bar = SelectionBar()
        self.table.setObjectName(name)
        self.table.setAccessibleName(title)
        self._settled = QTimer(self, singleShot=True)
        self._lay_out(empty)
        self._connect()

    @property
    def selected(self) -> R | None:
        """The selected row; None if no row or several are selected."""
        rows = self.selection.loaded
        return rows[0] if len(rows) == 1 and self.selection.count == 1 else None

    def load(self, query: Q) -> None:
        """Request another query; the rows stay until its answer arrives."""
        same = self.query is not None and _narrowing(self.query) == _narrowing(query)
        self.query = query
        self._stop_attempts()
        self.table.header.show_order(query.sort, descending=query.descending)
        self._cancel(self.rows.asked)
        self.rows.restart(keep_above=same)
        self._ask({0})

    def refresh(self) -> None:
        """Request the visible and the selected rows again."""
        self._stop_attempts()
        self._cancel(self.rows.asked)
        self.rows.refresh()
        seen = (*self.table.visible_rows(), *self.table.selected_positions())
        pages = self.rows.pages(seen)
        self._ask(pages or {0})

    def select(self, row_id: str) -> None:
        """Select only the row with that id and scroll to it, if it is loaded."""
        position = self.rows.position(row_id)
        if position is not None:
            self.table.selectRow(position)

    def put_above(self, row: R, note: str) -> None:
        """Show `row` above the others until the next search, with `note` on why it is there."""
        self.rows.put_above(row, note)
        self._stack.setCurrentWidget(self.table)
        self._show_progress()

    def say_no_match(self, title: str, text: str) -> None:
        """Replace what is said where no row matches, until the next answer."""
        self._no_match.show_words(title, text)

    def set_density(self, density: Density) -> None:
        """Set the height of all rows."""
        self.table.set_density(density)
        self._settled.start(_SETTLED_MS)

    def _lay_out(self, empty: QWidget) -> None:
        self._work = QFrame()  # always takes its space, so that the table does not jump
        self._work.setObjectName("work")
        self._work.setFixedHeight(_WORK_HEIGHT)
        self._strip = FailedStrip()
        self._strip.again.clicked.connect(self._on_again)
        self._empty = empty
        clear = push_button(self.tr("Clear search"), self.clear_requested.emit, name="table.clear")
        self._no_match = EmptyState("search-x", "", "", clear, name="table.no_match")
        again = push_button(self.tr("Try again"), self._on_again, name="table.again")
        self._failure = EmptyState("triangle-alert", "", "", again, name="table.failed")
        self._stack = QStackedWidget()
        for part in (self.table, self._empty, self._no_match, self._failure):
            self._stack.addWidget(part)
        self.footer = PlainLabel(role="secondary", name="table.footer")
        self.footer.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # for F6; Tab skips it
        footer = row(None, self.footer)
        footer.setContentsMargins(0, EIGHT, 0, 0)
        layout = column(self._strip, self._work, self._stack, self.bar, footer, spacing=0)
        layout.setStretchFactor(self._stack, 1)
        self.setLayout(layout)

    def _connect(self) -> None:
        self.rows.wanted.connect(self._on_wanted)
        self.rows.outdated.connect(self._on_outdated)
        self.rows.rowsRemoved.connect(self._on_rows_removed)
        self.selection.changed.connect(self._on_selection)
        self.bar.clear_requested.connect(self.table.clearSelection)
        self.table.chosen.connect(self._on_chosen)
        self.table.verticalScrollBar().valueChanged.connect(self._on_scrolled)
        self.table.header.sort_requested.connect(self.sort_requested)
        self._settled.timeout.connect(self._load_visible)

    def _ask(self, pages: set[int]) -> None:
        self._pinned = pages
        self.rows.need(pages)

    def _on_scrolled(self) -> None:
        """Load at once after a jump; while the view moves on, load where it stops."""
        now = self._tasks.clock.seconds()
        moves_on = now - self._scrolled < _SETTLED_MS / 1000
        self._scrolled = now
        self._settled.start(_SETTLED_MS if moves_on else 0)

    def _load_visible(self) -> None:
        """Request the visible rows, and cancel requests for rows that were scrolled past."""
        if self.query is None:
            return
        visible = self.rows.pages(self.table.visible_rows())
        self._cancel(self.rows.asked - visible - self._pinned)
        self.rows.need(visible)

    def _cancel(self, pages: Collection[int]) -> None:
        for page in pages:
            self._tasks.cancel(self._task_name(page))
            self.rows.give_up(self.rows.number, page)

    def _task_name(self, page: int) -> str:
        return f"rows {id(self)} {page}"

    async def _bring(self, query: Q, number: int, page: int) -> None:
        """Show a page of the list; one that is not settled is asked for once more."""
        while True:
            try:
                answer = await self._fetch(query, page * PAGE_SIZE, PAGE_SIZE)
            except Exception as error:
                if number == self.rows.number:
                    self._show_failure(number, page, error)
                if not isinstance(error, ConsoleError):
                    raise
                return
            if not self.rows.accept(number, answer):
                return
            self._pinned.discard(page)
            self._show_answer(answer)
            if answer.settled:
                return

    def _show_answer(self, answer: Page[R]) -> None:
        self._as_of = answer.as_of
        self._stop_attempts()
        self._strip.hide()
        if self.rows.count:
            self._stack.setCurrentWidget(self.table)
        else:
            self._show_none()
        # Else Qt does so after it has painted the rows, and paints them again beside a scroll bar.
        self.table.executeDelayedItemsLayout()
        self._show_progress()
        self._settled.start(_SETTLED_MS)
        self.loaded.emit(answer)

    def _show_none(self) -> None:
        narrows = self.query is not None and self.query.narrows
        self._no_match.show_words(
            self._no_match_title, self.tr("Nothing matches your search and filters.")
        )
        self._stack.setCurrentWidget(self._no_match if narrows else self._empty)

    def _show_failure(self, number: int, page: int, error: BaseException) -> None:
        self.rows.give_up(number, page)
        self._failed.add(page)
        told = explain(error)
        first = self._retries.made == 0
        hope = ""
        if isinstance(error, Unreachable):
            hope = self.tr("Retrying automatically.")
            self._retries.plan()
        else:
            self._retries.cancel()
        if self.rows.rows and isinstance(error, SignInNeeded):
            self._strip.show_age(self._age)  # a question about the session tells the rest
            first = False
        elif self.rows.rows:
            self._strip.show_words(told.title, _sentences(told.text, self._age, hope))
        else:
            icon = "wifi-off" if isinstance(error, Unreachable) else "triangle-alert"
            self._failure.show_words(told.title, _sentences(told.text, hope), icon=icon)
            self._stack.setCurrentWidget(self._failure)
            self._as_of = None
        self._show_progress()
        if first:
            announce(self, told.title)
        self.failed.emit(error)

    def _stop_attempts(self) -> None:
        self._retries.stop()
        self._failed.clear()

    @property
    def _age(self) -> str:
        if self._as_of is None:
            return ""
        return self.tr("Showing data from {time}.").format(time=_clock(self._as_of))

    def _show_progress(self) -> None:
        set_style(self._work, ground="accent" if self.rows.asked else "")
        if self._as_of is None:
            self.footer.setText(self.tr("Loading…") if self.rows.asked else "")
            return
        if not self.rows.found:
            self.footer.setText(self.tr("As of {time}").format(time=_clock(self._as_of)))
            return
        self.footer.setText(
            self.tr("As of {time} · {loaded} of {count} loaded").format(
                time=_clock(self._as_of),
                loaded=labels.number(self.rows.loaded),
                count=labels.number(self.rows.found),
            )
        )

    def _on_selection(self) -> None:
        self.bar.show_number(self.selection.count, self.rows.found)
        self.selection_changed.emit()

    def _on_wanted(self, number: int, page: int) -> None:
        if self.query is not None:
            work = self._bring(self.query, number, page)
            self._tasks.start(work, replacing=self._task_name(page))
            self._show_progress()

    def _on_outdated(self) -> None:
        self._ask(self._pinned | self.rows.pages(self.table.visible_rows()))

    def _on_rows_removed(self, *_details: object) -> None:
        if not self.rows.count and not self.rows.asked:
            self._show_none()
        self._settled.start(_SETTLED_MS)
        if self._as_of is not None:
            self._show_progress()

    def _on_chosen(self, number: int) -> None:
        if (row := self.rows.row_at(number)) is not None:
            self.activated.emit(row)

    def _on_again(self) -> None:
        pages = self._failed | self.rows.pages(self.table.visible_rows())
        self._failed = set()
        self._ask(pages or {0})

    # Qt overrides

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self._settled.start(_SETTLED_MS)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        super().showEvent(event)
        self._settled.start(_SETTLED_MS)
        self._retries.resume()


def _narrowing(query: object) -> dict[str, object]:
    """What `query` asks for, whatever its order."""
    return {name: value for name, value in vars(query).items() if name not in ORDER}


def _sentences(*parts: str) -> str:
    return " ".join(part for part in parts if part)


def _clock(moment: datetime) -> str:
    return moment.astimezone().strftime("%H:%M")
