"""What can be done with several selected rows of a page: the same actions, each with the count."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from typing import Generic

from PySide6.QtCore import QObject

from medusa_console.domain.policy import Action
from medusa_console.domain.query import Q
from medusa_console.tasks import Doing, TaskScope
from medusa_console.ui.records.actions import A, RowAction
from medusa_console.ui.records.column import R
from medusa_console.ui.records.drawer import Drawer
from medusa_console.ui.records.menu import PageMenu
from medusa_console.ui.records.pane import TablePane

_FEWEST = 2
_MOST_LOOKED_AT = 1_000


class Several(QObject, Generic[Q, R, A]):
    """Gives the row actions of a page their words for several rows, and runs them.

    `all_ids` brings the ids of every row that a query finds.
    """

    def __init__(
        self,
        pane: TablePane[Q, R],
        drawer: Drawer,
        menu: PageMenu,
        row_actions: Sequence[RowAction[A, R]],
        actions: A,
        tasks: TaskScope,
        all_ids: Callable[[Q], Awaitable[Sequence[str]]],
    ) -> None:
        super().__init__(pane)
        self._pane = pane
        self._drawer = drawer
        self._menu = menu
        self._row_actions = row_actions
        self._actions = actions
        self._tasks = tasks
        self._all_ids = all_ids
        pane.table.all_requested.connect(self._on_all)
        pane.bar.all_requested.connect(self._on_all)

    @property
    def number(self) -> int:
        """How many rows are selected; 0 for fewer than two."""
        count = self._pane.selection.count
        return count if count >= _FEWEST else 0

    def offered(self) -> list[Action]:
        """The actions for several rows, while several are selected; gives them their words."""
        number, offered = self.number, []
        for action in self._row_actions:
            if action.many is not None:
                concerned = self._concerned(action) if number else 0
                text = action.many.text(concerned) if concerned else action.text
                self._drawer.rename_button(action.what, text)
                self._menu.rename(action.what, text)
                if concerned:
                    offered.append(action.what)
        return offered

    def _concerned(self, action: RowAction[A, R]) -> int:
        """How many of the selected rows `action` is allowed for; all, if not all can be looked
        at."""
        selection = self._pane.selection
        rows = selection.loaded
        if len(rows) < selection.count or len(rows) > _MOST_LOOKED_AT:
            return selection.count
        return sum(action.allowed(self._actions, row) for row in rows)

    def run(self, action: RowAction[A, R]) -> bool:
        """Run `action` for the selected rows; False while not several are selected."""
        if not self.number or action.many is None:
            return False
        ids, many = self._pane.selection.ids, action.many
        words = many.text(self._concerned(action)).removesuffix("…")
        self._actions.do(
            lambda: many.run(self._actions, ids), Doing(words, f"{action.name} several")
        )
        return True

    def _on_all(self) -> None:
        self._tasks.start(
            self._take_all(), doing=Doing(self.tr("Select all"), "select all"), replacing="all"
        )

    async def _take_all(self) -> None:
        query = self._pane.query
        if query is None:
            return
        ids = await self._all_ids(query)
        if query == self._pane.query:
            self._pane.selection.take_all(ids)
            self._pane.table.setFocus()
