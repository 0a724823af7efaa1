"""Opens and closes one store, and shows in the window what its session allows."""

from __future__ import annotations

import asyncio
import importlib
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING

from medusa_console.app.context import Context
from medusa_console.app.failure_notices import FailureNotices
from medusa_console.app.farewell import accepted_until, farewell
from medusa_console.app.reauth_prompt import ReauthPrompt
from medusa_console.app.store_pages import StorePages
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
from medusa_console.ui.kit.banner import Notice, NoticeKind
from medusa_console.ui.words.errors import explain
from medusa_console.ui.words.reporter import Reporter

if TYPE_CHECKING:
    from medusa_console.connect import Connection
    from medusa_console.services.store_services import StoreServices


@dataclass(frozen=True)
class _Opened:
    """The objects that exist once the store is connected."""

    connection: Connection
    pages: StorePages
    reauth: ReauthPrompt
    failures: FailureNotices
    unsubscribe: Callable[[], None]


class OpenStore:
    """One open store. Its session decides what is shown: the sign-in form, the pages, or the
    lock."""

    def __init__(
        self,
        store: Store,
        context: Context,
        *,
        ask_for: Callable[[OpenStore], None],
        came_in: Callable[[], None],
    ) -> None:
        """`ask_for` shows the sign-in form of the store in front; `came_in` is called after a
        successful password."""
        self._store = store
        self._context = context
        self._ask_for = ask_for
        self._came_in = came_in
        self._password_was_asked = False
        self._window = context.window
        self._reporter = Reporter()
        self._tasks = TaskScope(self._reporter.report, context.tasks.clock)
        self._opened: _Opened | None = None
        self._quiet = False
        self._announce_when_open = False
        self._lock_when_open = False
        self.in_front = False
        self._reporter.refused.connect(self._on_refused)

    @property
    def store(self) -> Store:
        """The store as edited now."""
        return self._context.stores.by_id(self._store.id) or self._store

    @property
    def services(self) -> StoreServices | None:
        """The store's services, once it is open."""
        return self._opened.connection.services if self._opened is not None else None

    @property
    def state(self) -> State | None:
        """The session's state, once the store is open."""
        return self.services.session.state if self.services is not None else None

    @property
    def has_pages(self) -> bool:
        """Whether the store has pages to keep: an account is, or was, signed in."""
        return self._opened is not None and self._opened.pages.entered

    # Open and close

    async def open(self) -> None:
        """Connect to the store and restore its kept session."""
        await self._window.first_paint()
        # On a thread, because importing the network stack takes as long as importing Qt.
        connect = await asyncio.to_thread(importlib.import_module, "medusa_console.connect")
        asgi = (await self._context.demo.open()).app if self._store.is_demo else None
        connection = await connect.open_store(
            self.store,
            vault=self._context.vault,
            pending=self._context.journal,
            proxies=self._context.proxies,
            asgi=asgi,
            latest=lambda: self.store,
            clock=self._tasks.clock,
        )
        opened = self._opened = self._take_up(connection)
        services, pages = connection.services, opened.pages
        if self._announce_when_open:
            pages.announce()
        self._tasks.start(services.session.keep_fresh())
        self._tasks.start(services.unstored.watch())
        if self.in_front:
            self._window.front.form.show_desk(services)
        # Imported only now, while the user types: earlier, the import would delay the first paint.
        await asyncio.to_thread(importlib.import_module, "medusa_console.ui.window.workspace")
        pages.prepare()
        if self._lock_when_open or self.store.locked:
            services.session.lock()  # restores the kept session locked
        await services.session.restore(kept=self.store.keep_signed_in)

    def _take_up(self, connection: Connection) -> _Opened:
        services = connection.services
        pages = StorePages(
            services, self._context, self._reporter.report, self._tasks, lambda: self.in_front
        )
        around = (services, self._window, lambda: pages.board)
        opened = _Opened(
            connection,
            pages,
            ReauthPrompt(*around, self._context.tasks, pages.refresh),
            FailureNotices(*around, self._tasks, pages.refresh),
            services.session.changed.subscribe(lambda state: self._on_state(opened, state)),
        )
        services.session.notices.subscribe(lambda error: _show_notice(pages, error))
        self._reporter.message.connect(opened.failures.show)
        return opened

    async def reconnect(self) -> None:
        """Connect to the same address with the edited proxy or certificates; the pages stay."""
        if self._opened is not None:
            await self._opened.connection.reconnect()

    async def aclose(self) -> None:
        """Close the pages, their tasks and the connections; `open` must have ended."""
        opened = self._opened
        if opened is not None:
            opened.unsubscribe()  # a refresh that ends now would build the pages anew
            opened.reauth.cancel()
            await opened.pages.aclose()
        await self._tasks.aclose()
        if opened is not None:
            self._opened = None
            opened.connection.services.writes.abandon()
            await opened.connection.services.session.aclose()
            await opened.connection.aclose()

    async def settle(self, limit: float) -> None:
        """Wait up to `limit` seconds for writes in flight."""
        if self.services is not None:
            await self.services.writes.settle(limit)

    # What the user wants

    def come_to_front(self) -> None:
        """Show this store in front; sends no request."""
        self.in_front = True
        if self._opened is not None:
            self._opened.pages.come_to_front()
        if isinstance(self.state, Expired):
            self.ask_again()

    def ask_again(self) -> None:
        """Ask for the password again, because the user wants what only a session gives."""
        if self._opened is not None:
            self._opened.reauth.ask()

    def leave_front(self) -> None:
        """Another store comes to the front; dialogs of this one wait."""
        self.in_front = False
        if self._opened is not None:
            self._opened.pages.leave_front()

    def announce(self) -> None:
        """Show the store's name in large letters once its pages are in front."""
        self._announce_when_open = self._opened is None
        if self._opened is not None:
            self._opened.pages.announce()

    def lock(self) -> None:
        """Lock the session, which takes the pages out of the window until the password is
        entered. A sign-in in flight arrives locked."""
        self._lock_when_open = self.services is None
        if self.services is not None:
            self.services.session.lock()

    async def sign_out(self, *, quiet: bool = False) -> datetime | None:
        """Forget the session; returns until when the server still accepts its token.

        With `quiet`, the caller tells the user. Raises VaultUnavailable naming a keyring entry that
        could not be deleted.
        """
        if self.services is None:
            return None
        until = accepted_until(self.state)
        self._quiet = quiet
        try:
            await self.services.session.sign_out()
        except VaultUnavailable:
            # The entry that could not be deleted must not be restored at the next start.
            self._context.stores.update(replace(self.store, locked=True))
            raise
        finally:
            self._quiet = False
        return until

    def refresh_permissions(self) -> None:
        """Refresh the session to get newly granted permissions."""
        if self._opened is not None:
            self._tasks.start(self._opened.failures.refresh(), replacing="permissions")

    # When the session changes

    def _on_state(self, opened: _Opened, state: State) -> None:
        match state:
            case SignedIn():
                opened.reauth.withdraw()
                if self.in_front:
                    self._window.front.form.forget_password()
                opened.pages.enter()
                if self._password_was_asked:
                    self._password_was_asked = False
                    self._came_in()
            case SigningIn():
                self._password_was_asked = True
                opened.pages.is_known()
            case Expired():
                if self.in_front:
                    opened.reauth.ask()
            case Locked():
                self._password_was_asked = True
                self._context.copy.clear_now()
                opened.reauth.cancel()
                opened.pages.lock()
            case SignedOut():
                self._context.copy.clear_now()
                opened.reauth.forget()
                if opened.pages.leave():
                    if self.in_front:
                        self._ask_for(self)
                    self._say_farewell(state)
            case _:
                pass

    def _say_farewell(self, state: SignedOut) -> None:
        """Show the notice where the user is, perhaps in another store."""
        if self._quiet and state.reason is Ended.SIGNED_OUT:
            return
        notice = farewell(state, self.store)
        if notice is not None:
            title = notice.title if self.in_front else f"{self.store.name}: {notice.title}"
            self._window.notices.add(replace(notice, title=title))

    def _on_refused(self, doing: str, again: Again | None) -> None:
        """An action failed because the session has ended."""
        if self._opened is None:
            return
        self._opened.reauth.refuse(doing, again)
        if doing and self.in_front and isinstance(self.state, Expired):
            # Ask only after an action of the user, not after background work.
            self._opened.reauth.ask()


def _show_notice(pages: StorePages, error: BaseException) -> None:
    message = explain(error)
    pages.board.add(Notice(NoticeKind.CAUTION, message.title, message.text, message.details))
