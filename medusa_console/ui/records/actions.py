"""The actions of a page. Each is described once, for menus, drawer, list of shortcuts and gate."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from medusa_console.domain.policy import Action
from medusa_console.tasks import Doing
from medusa_console.ui.records.column import R
from medusa_console.ui.records.columns_dialog import ColumnsDialog
from medusa_console.ui.records.context import PageContext
from medusa_console.ui.records.table_columns import TableColumns

A = TypeVar("A", bound="PageActions")
T = TypeVar("T")


@dataclass(frozen=True)
class PageAction(Generic[A, R]):
    """An action without a row. `text` ends in dots in the menu, because a dialog opens first; its
    button has them only if `text` has.

    `run` returns the created row, or None.
    """

    what: Action
    text: str
    key: str
    run: Callable[[A], Coroutine[Any, Any, R | None]]


@dataclass(frozen=True)
class ManyAction(Generic[A]):
    """An action with several rows: `text` has their number in it, `run` takes their ids."""

    text: Callable[[int], str]
    run: Callable[[A, Sequence[str]], Coroutine[Any, Any, None]]


@dataclass(frozen=True)
class RowAction(Generic[A, R]):
    """An action with one row, offered while it is `allowed`; `many` is the same with several.

    `name` is the objectName of the drawer's button. `doing` names the action in a message about
    its failure, and contains {name} for the row's name. `called` is the text for a row, where
    `text` does not say what happens to every row.
    """

    what: Action
    name: str
    text: str
    doing: str
    run: Callable[[A, R], Coroutine[Any, Any, None]]
    key: str = ""
    icon: str = ""
    allowed: Callable[[A, R], bool] = lambda _actions, _row: True
    in_menu: bool = True
    many: ManyAction[A] | None = None
    called: Callable[[A, R], str] | None = None


class PageActions(QObject):
    """The coroutines behind the actions of one page."""

    def __init__(self, page: QWidget, context: PageContext) -> None:
        super().__init__(page)
        self._page = page
        self._services = context.services
        self._copy = context.copy
        self._preferences = context.preferences
        self._tasks = context.tasks
        self._notify = context.notify
        self._dismiss = context.dismiss
        # Only one dialog at a time: stacked dialogs would receive each other's key presses.
        self._asking = asyncio.Lock()

    def do(self, work: Callable[[], Coroutine[Any, Any, None]], doing: Doing) -> None:
        """Start `work`. A message about its failure offers to start it again. A message about an
        earlier failure of `doing` is removed."""
        self._dismiss(doing.about)
        # The task replaces none: an action that waits for its answer goes on waiting.
        self._tasks.start(work(), doing=doing, again=lambda: self.do(work, doing))

    async def choose_columns(self, columns: TableColumns[Any]) -> None:
        """Let the columns of the page's table be chosen."""

        async def ask() -> None:
            await ColumnsDialog(self._page, self._services.store, columns).ask()

        await self._ask(ask())

    async def _ask(self, question: Coroutine[Any, Any, T]) -> T | None:
        """Ask `question`, which opens a dialog, and return the answer. While another question is
        open, return None without asking."""
        if self._asking.locked():
            question.close()
            return None
        async with self._asking:
            return await question
