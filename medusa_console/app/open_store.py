"""One open store: opened and closed, and what the window shows when its session changes."""

from __future__ import annotations

import asyncio
import importlib
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from medusa_console.app.failure_notices import FailureNotices
from medusa_console.app.farewell import accepted_until, farewell
from medusa_console.app.parts import Parts
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


class OpenStore:
    """Its session decides what is to be seen: the sign-in form, its pages, or what unlocks them."""

    def __init__(
        self,
        store: Store,
        parts: Parts,
        *,
        ask_for: Callable[[OpenStore], None],
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
        self._reporter = Reporter()
        self._tasks = TaskScope(self._reporter.report, parts.tasks.clock)
        self._opened: Connection | None = None
        self._pages: StorePages | None = None
        self._over: ReauthPrompt | None = None
        self._failures: FailureNotices | None = None
        self._quiet = False
        self._announce_when_open = False
        self._lock_when_open = False
        self.in_front = False
        self._reporter.refused.connect(self._on_refused)

    @property
    def store(self) -> Store:
        """The store as it is now."""
        return self._parts.stores.by_id(self._store.id) or self._store

    @property
    def services(self) -> StoreServices | None:
        """What can be done there, once it is open."""
        return self._opened.services if self._opened is not None else None

    @property
    def state(self) -> State | None:
        """Who is signed in, once it is open."""
        return self.services.session.state if self.services is not None else None

    @property
    def has_pages(self) -> bool:
        """Whether there is something that must not be lost: somebody is, or was, signed in."""
        return self._pages is not None and self._pages.entered

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
            clock=self._tasks.clock,
        )
        services = self._opened.services
        services.session.changed.subscribe(self._on_state)
        services.session.notices.subscribe(self._on_notice)
        pages = self._pages = StorePages(
            services, self._parts, self._reporter.report, self._tasks, lambda: self.in_front
        )
        if self._announce_when_open:
            pages.announce()
        self._over = ReauthPrompt(
            services, self._window, lambda: pages.board, self._parts.tasks, pages.refresh
        )
        self._failures = FailureNotices(
            services, self._window, lambda: pages.board, self._tasks, pages.refresh
        )
        self._reporter.message.connect(self._failures.show)
        self._tasks.start(services.session.keep_fresh())
        self._tasks.start(services.unstored.watch())
        if self.in_front:
            self._window.front.form.show_desk(services)
        # Its pages would otherwise delay the first paint; here they come while the person types.
        await asyncio.to_thread(importlib.import_module, "medusa_console.ui.window.workspace")
        pages.prepare()
        if self._lock_when_open or self.store.locked:
            services.session.lock()  # what the keyring holds is taken up, and asks for its password
        await services.session.restore(kept=self.store.keep_signed_in)

    async def reconnect(self) -> None:
        """Reach the same address another way; nothing that is open there is touched."""
        if self._opened is not None:
            await self._opened.reconnect()

    async def aclose(self) -> None:
        """Close the pages, the work and the connections; `open` must have ended."""
        if self._over is not None:
            self._over.cancel()
        if self._pages is not None:
            await self._pages.aclose()
        await self._tasks.aclose()
        if self._opened is not None:
            opened, self._opened = self._opened, None
            opened.services.writes.abandon()
            await opened.services.session.aclose()
            await opened.aclose()

    async def settle(self, limit: float) -> None:
        """Wait up to `limit` seconds for writes under way."""
        if self.services is not None:
            await self.services.writes.settle(limit)

    # What the person wants

    def come_to_front(self) -> None:
        """This store is in front from now on; nothing is asked of the server."""
        self.in_front = True
        if self._pages is not None:
            self._pages.come_to_front()
        if isinstance(self.state, Expired):
            self.ask_again()

    def ask_again(self) -> None:
        """The person wants what only a session can give."""
        if self._over is not None:
            self._over.ask()

    def leave_front(self) -> None:
        """Another store comes to the front; what this one asks meanwhile waits for the person."""
        self.in_front = False
        if self._pages is not None:
            self._pages.leave_front()

    def announce(self) -> None:
        """Say large which store this is, once its pages are in front."""
        self._announce_when_open = self._pages is None
        if self._pages is not None:
            self._pages.announce()

    def show_store(self) -> None:
        """The store was edited."""
        if self._pages is not None:
            self._pages.show_store()

    def hold(self, *, held: bool) -> None:
        """While held, nothing dangerous can be pressed."""
        if self._pages is not None:
            self._pages.hold(held=held)

    def lock(self) -> None:
        """Take the pages out of the window until the password was given again; who is only on the
        way in arrives locked."""
        self._lock_when_open = self.services is None
        if self.services is not None:
            self.services.session.lock()

    async def sign_out(self, *, quiet: bool = False) -> datetime | None:
        """Forget the session here; returns until when the server would still accept its token.

        With `quiet`, whoever asked tells the person. Raises VaultUnavailable naming an entry of the
        keyring that could not be removed.
        """
        if self.services is None:
            return None
        until = accepted_until(self.state)
        self._quiet = quiet
        try:
            await self.services.session.sign_out()
        except VaultUnavailable:
            # What could not be removed must at least not be taken up at the next start.
            self._parts.stores.update(replace(self.store, locked=True))
            raise
        finally:
            self._quiet = False
        return until

    async def refresh_permissions(self) -> None:
        """Take up what was granted since."""
        if self._failures is not None:
            await self._failures.refresh()

    # What the session tells

    def _on_state(self, state: State) -> None:
        if self._pages is None or self._over is None:
            return
        match state:
            case SignedIn():
                self._over.withdraw()
                if self.in_front:
                    self._window.front.form.forget_password()
                self._pages.enter()
                if self._password_was_asked:
                    self._password_was_asked = False
                    self._came_in()
            case SigningIn():
                self._password_was_asked = True
                self._pages.is_known()
            case Expired():
                if self.in_front:
                    self._over.ask()
            case Locked():
                self._password_was_asked = True
                self._parts.copy.clear_now()
                self._over.cancel()
                self._pages.lock()
            case SignedOut():
                self._parts.copy.clear_now()
                self._over.forget()
                if self._pages.leave():
                    if self.in_front:
                        self._ask_for(self)
                    self._say_farewell(state)
            case _:
                pass

    def _on_notice(self, error: BaseException) -> None:
        if self._pages is not None:
            message = explain(error)
            kind = NoticeKind.CAUTION
            self._pages.board.add(Notice(kind, message.title, message.text, message.details))

    def _say_farewell(self, state: SignedOut) -> None:
        """Say it where the person is, which may be at another store by now."""
        if self._quiet and state.reason is Ended.SIGNED_OUT:
            return
        notice = farewell(state, self.store)
        if notice is not None:
            title = notice.title if self.in_front else f"{self.store.name}: {notice.title}"
            self._window.notices.add(replace(notice, title=title))

    def _on_refused(self, doing: str, again: Again | None) -> None:
        """An action met the end of the session."""
        if self._over is None:
            return
        self._over.refuse(doing, again)
        if doing and self.in_front and isinstance(self.state, Expired):
            self._over.ask()  # the person tried; what the program does by itself asks nobody
