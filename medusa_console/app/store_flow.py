"""One open store: opened and closed, and what the window shows when its session changes."""

from __future__ import annotations

import asyncio
import importlib
from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from medusa_console.app.missing_rights import MissingRights
from medusa_console.app.parts import Parts
from medusa_console.app.sign_in_over import SignInOver
from medusa_console.domain.errors import Forbidden, ReadOnly
from medusa_console.domain.session import Ended, Session
from medusa_console.domain.store import Store
from medusa_console.services.session import (
    Expired,
    Locked,
    Restoring,
    SignedIn,
    SignedOut,
    SigningIn,
    State,
)
from medusa_console.tasks import Again, TaskScope
from medusa_console.ui import labels
from medusa_console.ui.messages import explain
from medusa_console.ui.reporter import Reporter
from medusa_console.ui.store_view import StoreView, notice_board
from medusa_console.ui.user_message import UserMessage
from medusa_console.ui.widgets.banner import Notice, NoticeAction, NoticeKind

if TYPE_CHECKING:
    from medusa_console.connect import OpenStore
    from medusa_console.services.desk import Desk

_HEAD_START = 0.01
_AT_REST = 0.1


class StoreFlow:
    """Its pages are built once somebody is signed in, kept while other stores are in front, while
    the session has expired and while it is locked, and destroyed when it is signed out."""

    def __init__(self, store: Store, parts: Parts, ask_for: Callable[[StoreFlow], None]) -> None:
        """`ask_for` shows the sign-in form of a store in front."""
        self._store = store
        self._parts = parts
        self._ask_for = ask_for
        self._window = parts.window
        self._notices = notice_board()
        self._reporter = Reporter()
        self._tasks = TaskScope(self._reporter.report)
        self._opened: OpenStore | None = None
        self._view: StoreView | None = None
        self._over: SignInOver | None = None
        self._rights: MissingRights | None = None
        self._entered = False
        self._quiet = False
        self._announced = True
        self._lock_on_arrival = False
        self._in_front = False
        self._reporter.message.connect(self._on_failure)
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
    def in_front(self) -> bool:
        """Whether the person looks at this store."""
        return self._in_front

    @property
    def has_pages(self) -> bool:
        """Whether there is something that must not be lost: somebody is, or was, signed in."""
        return self._entered

    # Open and close

    async def open(self, *, session: Session | None = None) -> None:
        """Reach the store and take up its session: the kept one, or `session`."""
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
            lambda: self._notices,
            self._parts.tasks,
            self._refresh_pages,
        )
        self._rights = MissingRights(
            desk, self._window, lambda: self._notices, self._tasks, self._refresh_pages
        )
        self._tasks.start(desk.session.keep_fresh())
        self._tasks.start(desk.unstored.watch())
        if self.in_front:
            self._window.front.form.show_desk(desk)
        # Its pages would otherwise delay the first paint; here they come while the person types.
        await asyncio.to_thread(importlib.import_module, "medusa_console.ui.workspace")
        self._prepare()
        await desk.session.restore(kept=self.store.keep_signed_in, session=session)

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
        self._in_front = True
        if self._entered and self._view is not None:
            self._window.show_view(self._view)
            self._view.come_to_front()
            if isinstance(self.state, Expired) and self._over is not None:
                self._over.ask()

    def leave_front(self) -> None:
        """Another store comes to the front; what this one asks meanwhile waits for the person."""
        self._in_front = False
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
        way in is locked on arrival."""
        self._lock_on_arrival = isinstance(self.state, Restoring | SigningIn) or self.desk is None
        if self.desk is not None and isinstance(self.state, SignedIn | Expired):
            self.desk.session.lock()

    async def sign_out(self, *, quiet: bool = False) -> datetime | None:
        """Forget the session here; returns until when the server would still accept its token.

        With `quiet`, whoever asked tells the person. Raises VaultUnavailable naming an entry of the
        keyring that could not be removed.
        """
        if self.desk is None:
            return None
        until = _accepted_until(self.state)
        self._quiet = quiet
        try:
            await self.desk.session.sign_out()
        finally:
            self._quiet = False
        return until

    async def refresh_rights(self) -> None:
        """Take up what was granted since."""
        if self._rights is not None:
            await self._rights.refresh()

    # What the session tells

    def _on_state(self, state: State) -> None:
        match state:
            case SignedIn():
                self._on_signed_in()
            case SigningIn():
                self._announced = True  # whoever types a password there knows where they are
            case Expired() if self._over is not None:
                if self.in_front:
                    self._over.ask()
            case Locked():
                self._on_locked()
            case SignedOut(reason, accepted_until):
                self._on_signed_out(reason, accepted_until)
            case _:
                pass

    def _on_signed_in(self) -> None:
        if self._over is not None:
            self._over.withdraw()
        if self._view is not None and self._entered:
            self._unlock(self._view)
        else:
            self._enter()
        if self._lock_on_arrival:
            self.lock()

    def _on_notice(self, error: BaseException) -> None:
        message = explain(error)
        self._add(Notice(NoticeKind.CAUTION, message.title, message.text, message.details))

    def _refresh_pages(self) -> None:
        if self._view is not None and self._view.workspace is not None:
            self._view.workspace.refresh()

    def _on_signed_out(self, reason: Ended, accepted_until: datetime | None) -> None:
        self._parts.copy.clear_now()
        if self._over is not None:
            self._over.cancel()
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
        self._say_signed_out(reason, accepted_until)

    def _say_signed_out(self, reason: Ended, accepted_until: datetime | None) -> None:
        if reason is Ended.SIGNED_OUT and not self._quiet:
            title = self._window.tr("You are signed out")
            text = self._window.tr("The session is removed from this computer.")
            if accepted_until is not None and not self._store.is_demo:
                text += " " + self._window.tr(
                    "Medusa cannot end it early: whoever has a copy could use it until {time}."
                ).format(time=labels.exact(accepted_until))
            self._tell(NoticeKind.INFO, title, text)
        elif reason is Ended.ACCOUNT_GONE:
            self._tell(
                NoticeKind.DANGER,
                self._window.tr("This account no longer exists"),
                self._window.tr("The store deleted it. Your session here has ended."),
            )

    def _tell(self, kind: NoticeKind, title: str, text: str) -> None:
        """Say it where the person is, which may be at another store by now."""
        if not self.in_front:
            title = f"{self.store.name}: {title}"
        self._window.notices.add(Notice(kind, title, text))

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
        if self._view is not None and self._view.workspace is not None:
            self._entered = True
            self._view.workspace.begin()
            self._tasks.start(self._show(), replacing="enter")

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
        if self._view is None or self.desk is None:
            return
        from medusa_console.ui.widgets.lock_page import LockPage  # seldom needed

        if self._over is not None:
            self._over.cancel()
        self._parts.copy.clear_now()
        self.desk.unstored.lock()
        page = LockPage(self.desk, self._tasks)
        page.sign_out_requested.connect(self._view.sign_out_requested)
        self._view.lock(page)

    def _unlock(self, view: StoreView) -> None:
        if view.workspace is not None or self.desk is None:
            return
        self.desk.unstored.unlock()
        view.unlock()
        if view.workspace is not None:
            view.workspace.refresh()

    # Failures

    def _on_failure(
        self, message: UserMessage, error: BaseException | None, again: Again | None
    ) -> None:
        if isinstance(error, Forbidden) and self._rights is not None:
            self._rights.tell(message, error, again)
            return
        edit = NoticeAction(self._window.tr("Edit store…"), self._window.edit_store_requested.emit)
        actions = (edit,) if isinstance(error, ReadOnly) else ()
        self._add(Notice(NoticeKind.DANGER, message.title, message.text, message.details, actions))

    def _on_refused(self, doing: str, again: Again | None) -> None:
        """An action met the end of the session."""
        if self._over is None:
            return
        self._over.refuse(doing, again)
        if doing and self.in_front and isinstance(self.state, Expired):
            self._over.ask()  # the person tried; what the program does by itself asks nobody

    def _add(self, notice: Notice) -> None:
        (self._notices if self._entered else self._window.front_notices).add(notice)


def _accepted_until(state: State | None) -> datetime | None:
    match state:
        case SignedIn(session):
            return session.expires_at
        case Locked(accepted_until=until):
            return until
        case _:
            return None
