"""What can be done on a page, each written once: the menus, the drawer, the list of shortcuts and
the gate read it."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from medusa_console.domain.policy import Action
from medusa_console.ui.records.column import R
from medusa_console.ui.records.context import PageContext

A = TypeVar("A", bound="PageActions")
T = TypeVar("T")


@dataclass(frozen=True)
class PageAction(Generic[A, R]):
    """What needs no row. It asks for more first, and the menu says so with dots after `text`.

    `run` returns the row that it made, if it made one.
    """

    what: Action
    text: str
    key: str
    run: Callable[[A], Coroutine[Any, Any, R | None]]


@dataclass(frozen=True)
class RowAction(Generic[A, R]):
    """What can be done with one row, while it is `allowed`.

    `name` is the objectName of the drawer's button. `doing` names the work where it is told that
    it failed, and {name} in it is the row's.
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


class PageActions(QObject):
    """What one page can do: coroutines for the page to start."""

    def __init__(self, page: QWidget, context: PageContext) -> None:
        super().__init__(page)
        self._page = page
        self._services = context.services
        self._copy = context.copy
        self._preferences = context.preferences
        self._tasks = context.tasks
        self._notify = context.notify
        # Only one dialog at a time: stacked dialogs would receive each other's key presses.
        self._asking = asyncio.Lock()

    def do(self, work: Callable[[], Coroutine[Any, Any, None]], doing: str) -> None:
        """Start `work`, which is about one row, whatever is selected by then. `doing` names the
        work where a failure is told, and a refused work is offered again."""
        # Nothing is replaced: an action that waits for its answer goes on waiting.
        self._tasks.start(work(), doing=doing, again=lambda: self.do(work, doing))

    async def _ask(self, question: Coroutine[Any, Any, T]) -> T | None:
        """The answer to `question`, which opens a dialog; None without asking while another
        question is open."""
        if self._asking.locked():
            question.close()
            return None
        async with self._asking:
            return await question
