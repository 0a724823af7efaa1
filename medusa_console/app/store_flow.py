"""One open store: opened and closed, and what the window shows when its session changes."""

from __future__ import annotations

import asyncio
import importlib
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from medusa_console.app.farewell import accepted_until, farewell
from medusa_console.app.parts import Parts
from medusa_console.app.sign_in_over import SignInOver
from medusa_console.app.store_failures import StoreFailures
from medusa_console.domain.errors import VaultUnavailable
from medusa_console.domain.session import Ended
from medusa_console.domain.store import Store
from medusa_console.services.session import (
    Expired,
    Locked,
    SignedIn,
    SignedOut,
    SigningIn,
    State,
)
from medusa_console.tasks import Again, TaskScope
from medusa_console.ui.messages import explain
from medusa_console.ui.reporter import Reporter
from medusa_console.ui.store_view import StoreView, notice_board
from medusa_console.ui.widgets.banner import Banner, Notice, NoticeKind

if TYPE_CHECKING:
    from medusa_console.connect import OpenStore
    from medusa_console.services.desk import Desk

_HEAD_START = 0.01
_AT_REST = 0.1


class StoreFlow:
    """Its pages are built once somebody is signed in, kept while other stores are in front, while
    the session has expired and while it is locked, and destroyed when it is signed out."""

    def __init__(
        self,
        store: Store,
        parts: Parts,
        *,
        ask_for: Callable[[StoreFlow], None],
        came_in: Callable[[], None],
    ) -> None:
        """`ask_for` shows the sign-in form of a store in front; `came_in` is called when somebody
        has given a password that counts."""
        self._store = store
        self._parts = parts
        self._ask_for = ask_for
        self._came_in = came_in
        self._password_was_asked = False
        self._window = parts.window
        self._notices = notice_board()
        self._reporter = Reporter()
        self._tasks = TaskScope(self._reporter.report)
        self._opened: OpenStore | None = None
        self._view: StoreView | None = None
        self._over: SignInOver | None = None
        self._failures: StoreFailures | None = None
        self._entered = False
        self._quiet = False
        self._announced = True
        self._lock_when_open = False
        self._begun = False
        self.in_front = False
        self._reporter.refused.connect(self._on_refused)

    @property
    def store(self) -> Store:
        """The store as it is now."""
        return self._parts.stores.by_id(self._store.id) or self._store

    @property
    def desk(self) -> Desk | None:
        """What can be done there, once it is open."""
        return self._opened.desk if self._opened is not None else None

    @property
    def state(self) -> State | None:
        """Who is signed in, once it is open."""
        return self.desk.session.state if self.desk is not None else None

    @property
    def has_pages(self) -> bool:
        """Whether there is something that must not be lost: somebody is, or was, signed in."""
        return self._entered

    # Open and close

    async def open(self) -> None:
        """Reach the store and take up its kept session."""
        await self._window.first_paint()
        # The network stack costs as much to import as all of Qt: not on the window's thread.
        connect = await asyncio.to_thread(importlib.import_module, "medusa_console.connect")
        asgi = (await self._parts.demo()).app if self._store.is_demo else None
        self._opened = await connect.open_store(
            self.store,
            vault=self._parts.vault,
            pending=self._parts.journal,
            proxies=self._parts.proxies,
            asgi=asgi,
            latest=lambda: self.store,
        )
        desk = self._opened.desk
        desk.session.changed.subscribe(self._on_state)
        desk.session.notices.subscribe(self._on_notice)
        self._over = SignInOver(
            desk,
            self._window,
            self._board,
            self._parts.tasks,
            self._refresh_pages,
        )
        self._failures = StoreFailures(
            desk, self._window, self._board, self._tasks, self._refresh_pages
        )
        self._reporter.message.connect(self._failures.show)
        self._tasks.start(desk.session.keep_fresh())
        self._tasks.start(desk.unstored.watch())
        if self.in_front:
            self._window.front.form.show_desk(desk)
        # Its pages would otherwise delay the first paint; here they come while the person types.
        await asyncio.to_thread(importlib.import_module, "medusa_console.ui.workspace")
        self._prepare()
        if self._lock_when_open or self.store.locked:
            desk.session.lock()  # what the keyring holds is taken up, and asks for its password
        await desk.session.restore(kept=self.store.keep_signed_in)

    async def reconnect(self) -> None:
        """Reach the same address another way; nothing that is open there is touched."""
        if self._opened is not None:
            await self._opened.reconnect()

    async def aclose(self) -> None:
        """Close the pages, the work and the connections; `open` must have ended."""
        if self._over is not None:
            self._over.cancel()
        await self._close_view(self._take_view())
        await self._tasks.aclose()
        if self._opened is not None:
            opened, self._opened = self._opened, None
            opened.desk.writes.abandon()
            await opened.desk.session.aclose()
            await opened.aclose()

    async def settle(self, limit: float) -> None:
        """Wait up to `limit` seconds for writes under way."""
        if self.desk is not None:
            await self.desk.writes.settle(limit)

    # What the person wants

    def come_to_front(self) -> None:
        """This store is in front from now on; nothing is asked of the server."""
        self.in_front = True
        if self._entered and self._view is not None:
            self._window.show_view(self._view)
            self._view.come_to_front()
            if isinstance(self.state, Expired) and self._over is not None:
                self._over.ask()

    def ask_again(self) -> None:
        """The person wants what only a session can give."""
        if self._over is not None:
            self._over.ask()

    def leave_front(self) -> None:
        """Another store comes to the front; what this one asks meanwhile waits for the person."""
        self.in_front = False
        self.hold(held=False)
        if self._entered and self._view is not None:
            self._view.leave_front()

    def announce(self) -> None:
        """Say large which store this is as soon as its pages are in front; until that has been
        read, nothing dangerous can be pressed."""
        if self._entered and self._view is not None:
            self._announced = True
            self._window.flash(self.store)
            self._view.hold(held=True)
        else:
            self._announced = False

    def show_store(self) -> None:
        """The store may have another name, environment or group."""
        if self._view is not None and self._view.workspace is not None:
            self._view.workspace.show_store()

    def hold(self, *, held: bool) -> None:
        """While held, nothing dangerous can be pressed."""
        if self._view is not None:
            self._view.hold(held=held)

    def lock(self) -> None:
        """Take the pages out of the window until the password was given again; who is only on the
        way in arrives locked."""
        self._lock_when_open = self.desk is None
        if self.desk is not None:
            self.desk.session.lock()

    async def sign_out(self, *, quiet: bool = False) -> datetime | None:
        """Forget the session here; returns until when the server would still accept its token.

        With `quiet`, whoever asked tells the person. Raises VaultUnavailable naming an entry of the
        keyring that could not be removed.
        """
        if self.desk is None:
            return None
        until = accepted_until(self.state)
        self._quiet = quiet
        try:
            await self.desk.session.sign_out()
        except VaultUnavailable:
            # What could not be removed must at least not be taken up at the next start.
            self._parts.stores.update(replace(self.store, locked=True))
            raise
        finally:
            self._quiet = False
        return until

    async def refresh_rights(self) -> None:
        """Take up what was granted since."""
        if self._failures is not None:
            await self._failures.refresh()

    # What the session tells

    def _on_state(self, state: State) -> None:
        match state:
            case SignedIn():
                self._on_signed_in()
                if self._password_was_asked:
                    self._password_was_asked = False
                    self._came_in()
            case SigningIn():
                self._password_was_asked = True
                self._announced = True  # whoever types a password there knows where they are
            case Expired() if self._over is not None:
                if self.in_front:
                    self._over.ask()
            case Locked():
                self._password_was_asked = True
                self._on_locked()
            case SignedOut():
                self._on_signed_out(state)
            case _:
                pass

    def _on_signed_in(self) -> None:
        if self._over is not None:
            self._over.withdraw()
        if self._view is not None and self._entered:
            self._unlock(self._view)
        else:
            self._enter()

    def _on_notice(self, error: BaseException) -> None:
        message = explain(error)
        self._board().add(Notice(NoticeKind.CAUTION, message.title, message.text, message.details))

    def _refresh_pages(self) -> None:
        if self._view is not None:
            self._begin(self._view)

    def _on_signed_out(self, state: SignedOut) -> None:
        self._parts.copy.clear_now()
        if self._over is not None:
            self._over.forget()
        was_entered = self._entered
        # Off the window at once: the next account must not see it.
        view = self._take_view()
        if view is None or not was_entered:
            self._view = view  # prepared for somebody, and still empty
            return
        self._parts.tasks.start(self._close_view(view))
        self._tasks.start(self._prepare_again())
        if self.in_front:
            self._ask_for(self)
        self._say_farewell(state)

    def _say_farewell(self, state: SignedOut) -> None:
        """Say it where the person is, which may be at another store by now."""
        if self._quiet and state.reason is Ended.SIGNED_OUT:
            return
        notice = farewell(state, self.store)
        if notice is not None:
            title = notice.title if self.in_front else f"{self.store.name}: {notice.title}"
            self._window.notices.add(replace(notice, title=title))

    # The pages

    def _prepare(self) -> None:
        """Build the pages while the person types; nothing of anybody is in them yet."""
        from medusa_console.ui.workspace import Workspace  # its import would delay the first paint

        if self._view is not None or self.desk is None:
            return
        workspace = Workspace(
            self.desk,
            self._parts.copy,
            self._parts.preferences,
            self._reporter.report,
            notify=self._notices.add,
        )
        self._view = StoreView(workspace, self._notices)
        self._window.rehearse(self._view)

    async def _prepare_again(self) -> None:
        await asyncio.sleep(_AT_REST)
        self._prepare()

    def _enter(self) -> None:
        if self.in_front:
            self._window.front.form.forget_password()
        self._prepare()
        if self._view is not None:
            self._entered = True
            self._begin(self._view)
            self._tasks.start(self._show(), replacing="enter")

    def _begin(self, view: StoreView) -> None:
        """The first look at the store; who arrived locked has it after unlocking."""
        if view.workspace is not None:
            if self._begun:
                view.workspace.refresh()
            else:
                self._begun = True
                view.workspace.begin()

    async def _show(self) -> None:
        # Laying out the page would hold back the request for its rows, and the rows with it.
        await asyncio.sleep(_HEAD_START)
        if self.in_front and self._view is not None and self._window.view is not self._view:
            self._window.show_view(self._view)
            self._view.focus_first()
            if not self._announced:
                self.announce()

    def _take_view(self) -> StoreView | None:
        """Take the pages off the window; whoever takes them closes them, or puts them back."""
        view, self._view = self._view, None
        self._tasks.cancel("enter")
        self._begun = False
        if view is not None and self._entered:
            self._entered = False
            self._window.drop(view)
            self._notices = notice_board()  # the old ones are about what nobody is signed in to
        return view

    async def _close_view(self, view: StoreView | None) -> None:
        if view is not None:
            self._window.drop(view)
            await view.aclose()

    # Lock

    def _on_locked(self) -> None:
        from medusa_console.ui.widgets.lock_page import LockPage  # seldom needed

        self._parts.copy.clear_now()
        if self._over is not None:
            self._over.cancel()
        if self.desk is None:
            return
        self.desk.unstored.lock()
        self._prepare()
        if self._view is not None:
            self._view.lock(LockPage(self.desk, self._tasks))
            if not self._entered:
                self._entered = True
                self._tasks.start(self._show(), replacing="enter")

    def _unlock(self, view: StoreView) -> None:
        if view.workspace is not None or self.desk is None:
            return
        self.desk.unstored.unlock()
        view.unlock()
        self.show_store()  # it may have been edited meanwhile
        self._begin(view)

    # Failures

    def _on_refused(self, doing: str, again: Again | None) -> None:
        """An action met the end of the session."""
        if self._over is None:
            return
        self._over.refuse(doing, again)
        if doing and self.in_front and isinstance(self.state, Expired):
            self._over.ask()  # the person tried; what the program does by itself asks nobody

    def _board(self) -> Banner:
        """Where messages about this store stand now."""
        if self._entered and self._view is not None:
            return self._view.notices
        return self._window.front_notices
