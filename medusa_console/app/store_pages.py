"""The pages of one open store: prepared, entered, locked, left; and which store they are."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import TYPE_CHECKING

from medusa_console.app.context import Context
from medusa_console.tasks import OnError, TaskScope
from medusa_console.ui.kit.banner import Banner
from medusa_console.ui.window.store_view import StoreView, notice_board

if TYPE_CHECKING:
    from medusa_console.services.store_services import StoreServices

_HEAD_START = 0.01
_AT_REST = 0.1


class StorePages:
    """Built while the person types, kept while other stores are in front, while the session has
    expired and while it is locked, and destroyed when it is signed out."""

    def __init__(
        self,
        services: StoreServices,
        context: Context,
        report: OnError,
        tasks: TaskScope,
        is_in_front: Callable[[], bool],
    ) -> None:
        """`tasks` are the open store's, `report` takes what fails in the pages."""
        self._services = services
        self._context = context
        self._window = context.window
        self._report = report
        self._tasks = tasks
        self._is_in_front = is_in_front
        self._notices = notice_board()
        self._view: StoreView | None = None
        self._begun = False
        self._announced = True
        self.entered = False

    @property
    def board(self) -> Banner:
        """Where messages about this store stand now."""
        if self.entered and self._view is not None:
            return self._view.notices
        return self._window.front_notices

    def prepare(self) -> StoreView:
        """Build the pages while nobody waits for them; nothing of anybody is in them yet."""
        # Their import would delay the first paint.
        from medusa_console.ui.records.context import PageContext
        from medusa_console.ui.window.workspace import Workspace

        if self._view is None:
            self._view = StoreView(self._notices)
            self._window.add(self._view)
            self._view.fill(
                Workspace(
                    PageContext(
                        self._services,
                        self._context.copy,
                        self._context.preferences,
                        TaskScope(self._report, self._tasks.clock),
                        self._notices.add,
                        self._window.held,
                        self._context.stores.changed,
                    )
                )
            )
            self._window.rehearse(self._view)
        return self._view

    def enter(self) -> None:
        """Somebody is signed in: begin, or go on after a lock."""
        view = self.prepare()
        if self.entered and view.workspace is None:
            self._services.unstored.unlock()
            view.unlock()
            self.refresh()
        elif not self.entered:
            self._let_in()
            self.refresh()

    def lock(self) -> None:
        """Take everything out of the window until the password was given again."""
        from medusa_console.ui.session.lock import LockPage  # seldom needed

        self._services.unstored.lock()
        self.prepare().lock(LockPage(self._services, self._tasks))
        if not self.entered:
            self._let_in()

    def leave(self) -> bool:
        """Take the pages off the window at once: the next account must not see them. Whether
        anybody was in them; otherwise they stay prepared."""
        view = self._view
        if view is None or not self.entered:
            return False
        self._forget()
        self._window.drop(view)
        self._context.tasks.start(view.aclose())
        self._tasks.start(self._prepare_again())
        return True

    async def aclose(self) -> None:
        """Destroy the pages, with their work."""
        view = self._view
        self._forget()
        if view is not None:
            self._window.drop(view)
            await view.aclose()

    def refresh(self) -> None:
        """Look at the store again; who arrived locked looks for the first time after unlocking."""
        workspace = self._view.workspace if self._view is not None else None
        if workspace is None:
            return
        if self._begun:
            workspace.refresh()
        else:
            self._begun = True
            workspace.begin()

    # Which store this is

    def come_to_front(self) -> None:
        """The person looks at this store; nothing is asked of the server."""
        if self.entered and self._view is not None:
            self._window.show_view(self._view)
            self._view.come_to_front()

    def leave_front(self) -> None:
        """Another store comes to the front; what these pages ask meanwhile waits."""
        if self.entered and self._view is not None:
            self._view.leave_front()

    def announce(self) -> None:
        """Say large which store this is as soon as its pages are in front; until that has been
        read, nothing dangerous can be pressed."""
        self._announced = self.entered
        if self.entered:
            self._window.show_name(self._services.store)

    def is_known(self) -> None:
        """Whoever types a password there knows which store it is."""
        self._announced = True

    # Steps

    def _let_in(self) -> None:
        self.entered = True
        self._tasks.start(self._show(), replacing="enter")

    async def _show(self) -> None:
        # Laying out the page would hold back the request for its rows, and the rows with it.
        await asyncio.sleep(_HEAD_START)
        if self._is_in_front() and self._view is not None and self._window.view is not self._view:
            self._window.show_view(self._view)
            self._view.focus_first()
            if not self._announced:
                self.announce()

    async def _prepare_again(self) -> None:
        await asyncio.sleep(_AT_REST)
        self.prepare()

    def _forget(self) -> None:
        self._tasks.cancel("enter")
        self._view = None
        self._begun = False
        self.entered = False
        self._notices = notice_board()  # the old ones are about what nobody is signed in to
