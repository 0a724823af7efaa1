"""Opens and closes one store, and shows in the window what its session allows."""

from __future__ import annotations

import asyncio
import importlib
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from medusa_console.app.context import Context, StoreContext
from medusa_console.domain.errors import ConsoleError
from medusa_console.domain.store import Store
from medusa_console.services.session_states import (
    Expired,
    Locked,
    SignedIn,
    SignedOut,
    SigningIn,
    State,
)
from medusa_console.tasks import Again, Doing, TaskScope
from medusa_console.ui.kit.banner import Banner, Notice, NoticeKind
from medusa_console.ui.kit.translations import translate
from medusa_console.ui.window.pages import pages
from medusa_console.ui.window.store_view import StoreView
from medusa_console.ui.words.errors import explain
from medusa_console.ui.words.reporter import Reporter

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from medusa_console.app.failure_notices import FailureNotices
    from medusa_console.app.reauth_prompt import ReauthPrompt
    from medusa_console.connect import Connection
    from medusa_console.domain.api_key import ApiKey
    from medusa_console.services.store_services import StoreServices

# What `open` needs, and the first paint does not.
_TO_OPEN = (
    "medusa_console.journal.tables",
    "medusa_console.vault.written",
    "medusa_console.app.failure_notices",
    "medusa_console.app.reauth_prompt",
    "medusa_console.app.reminders",
)
_REQUEST_FIRST = 0.01
_BUILD_AFTER = 0.1


@dataclass(frozen=True)
class _Opened:
    """The objects that exist once the store is connected."""

    connection: Connection
    context: StoreContext
    reauth: ReauthPrompt
    failures: FailureNotices
    unsubscribe: Callable[[], None]

    @property
    def services(self) -> StoreServices:
        return self.connection.services


class OpenStore:
    """One open store. Its session decides what is shown: the sign-in form, the pages, or the
    lock.

    The pages are built while the user types the password. They are kept while other stores are in
    front and while the session has expired or is locked. A sign-out destroys them.
    """

    def __init__(
        self,
        store: Store,
        context: Context,
        may_load: Callable[[], Awaitable[bool]],
        changed: Callable[[], None],
    ) -> None:
        """`may_load` tells whether a session may be read from the keyring; `changed` is called
        after each change of the session."""
        self._changed = changed
        self._store = store
        self._context = context
        self._may_load = may_load
        self._signing_in: SigningIn | None = None
        self._password_was_asked = False
        self._window = context.window
        self._reporter = Reporter()
        self._tasks = TaskScope(self._reporter.report, context.tasks.clock)
        self._opened: _Opened | None = None
        self._view = self._add_view()
        self._quiet = False
        self._name_pending = False
        self._lock_when_open = False
        self.in_front = False
        self.ready = asyncio.Event()
        # Whether there are pages to come back to: an account is signed in, expired or locked.
        self.has_pages = False
        self._reporter.refused.connect(self._on_refused)

    @property
    def store(self) -> Store:
        """The store as edited now."""
        return self._context.stores.by_id(self._store.id) or self._store

    @property
    def services(self) -> StoreServices | None:
        """The store's services, once it is open."""
        return self._opened.services if self._opened is not None else None

    @property
    def context(self) -> StoreContext | None:
        """What the notices of the store need, once it is open."""
        return self._opened.context if self._opened is not None else None

    @property
    def state(self) -> State | None:
        """The session's state, once the store is open."""
        return self._opened.services.session.state if self._opened is not None else None

    # Open and close

    async def open(self) -> None:
        """Connect to the store and restore its kept session."""
        await self._window.first_paint()
        # On a thread, because importing the network stack takes as long as importing Qt.
        for module in _TO_OPEN:
            await asyncio.to_thread(importlib.import_module, module)
        connect = await asyncio.to_thread(importlib.import_module, "medusa_console.connect")
        asgi = (await self._context.demo.open()).app if self._store.is_demo else None
        connection = await connect.open_store(
            self.store,
            vault=self._context.vault,
            journal=self._context.journal(),
            proxies=self._context.proxies,
            asgi=asgi,
            latest=lambda: self.store,
            clock=self._tasks.clock,
        )
        self._opened = self._take_up(connection)
        services = self._opened.services
        self._tasks.start(services.session.keep_fresh())
        words = translate("OpenStore", "Read where keys are used")
        self._tasks.start(services.notes.load(), doing=Doing(words, "key notes"))
        self._tasks.start(services.evidence.load())
        self._tasks.start(services.unsaved.watch())
        if self.in_front:
            self._window.front.form.use_services(services)
        # Imported only now, while the user types: earlier, the import would delay the first paint.
        for module in ("medusa_console.ui.window.workspace", *(page.module for page in pages())):
            await asyncio.to_thread(importlib.import_module, module)
        await self._prepare_at_rest(services)
        if self._lock_when_open:
            services.session.lock()
        may_load = self.store.keep_signed_in and await self._may_load()
        # Read only now: a lock may have come meanwhile.
        await services.session.restore(kept=may_load and not self.store.locked)
        self._window.front.form.show_place()  # the keyring may have refused meanwhile
        self.ready.set()

    def _take_up(self, connection: Connection) -> _Opened:
        # Imported by `open`; earlier, their import would delay the first paint.
        from medusa_console.app.failure_notices import FailureNotices
        from medusa_console.app.reauth_prompt import ReauthPrompt
        from medusa_console.app.reminders import KeyReminders

        services = connection.services
        context = StoreContext(
            services, self._window, self._tasks, lambda: self._notices, self._refresh
        )
        opened = _Opened(
            connection,
            context,
            ReauthPrompt(context),
            FailureNotices(context),
            services.session.changed.subscribe(lambda state: self._on_state(opened, state)),
        )
        services.session.notices.subscribe(self._show_notice)
        services.session.owed.subscribe(self._remember_owed)
        KeyReminders(context, self._context)
        self._reporter.message.connect(opened.failures.show)
        return opened

    async def reconnect(self) -> None:
        """Connect to the same address with the edited proxy or certificates; the pages stay."""
        if self._opened is not None:
            await self._opened.connection.reconnect()

    async def aclose(self) -> None:
        """Close the pages, their tasks and the connections; `open` must have ended."""
        self.ready.set()  # for whoever still waits
        opened = self._opened
        if opened is not None:
            opened.unsubscribe()  # a refresh that ends now would build the pages anew
        self._window.drop(self._view)
        await self._tasks.aclose()
        await self._view.aclose()
        if opened is not None:
            self._opened = None
            opened.services.writes.abandon()
            await opened.services.session.aclose()
            await opened.connection.aclose()

    async def settle(self, limit: float) -> None:
        """Wait up to `limit` seconds for writes in flight."""
        if self._opened is not None:
            await self._opened.services.writes.settle(limit)

    # What the user wants

    def come_to_front(self) -> None:
        """Show this store in front; the pages send no request."""
        self.in_front = True
        if self.has_pages:
            self._window.show_view(self._view)
            self._view.come_to_front()
        else:
            self._window.show_front()
            self._show_form()
        if self._opened is not None and isinstance(self.state, Expired):
            self._opened.reauth.ask()

    def leave_front(self) -> None:
        """Another store comes to the front; dialogs of this one wait."""
        if self.in_front and self.has_pages:
            self._view.leave_front()
        self.in_front = False

    def show_name(self) -> None:
        """Show the store's name in large letters, at the latest when its pages come to the
        front."""
        self._name_pending = not self.has_pages
        if self.has_pages:
            self._window.show_name(self.store)

    def show_account(self) -> None:
        """Show who is signed in; if the session has ended, ask for the password instead."""
        if self._opened is not None and isinstance(self.state, Expired):
            self._opened.reauth.ask()
        elif self._view.workspace is not None:
            self._view.workspace.show_account()

    def sign_in_again(self) -> None:
        """Ask for the password of a session that has ended, wherever the user is."""
        if self._opened is not None:
            self._opened.reauth.ask()

    def lock(self) -> None:
        """Lock the session, which takes the pages out of the window until the password is
        entered. A sign-in in flight arrives locked."""
        self._view.forget_password()
        if self._opened is not None:
            self._opened.services.session.lock()
        else:
            self._lock_when_open = True

    async def sign_out(self, *, quiet: bool = False) -> datetime | None:
        """Forget the session; returns until when the server still accepts its token.

        With `quiet`, the caller tells the user. Raises VaultUnavailable naming a keyring entry that
        could not be deleted.
        """
        if self._opened is None:
            return None
        self._quiet = quiet
        try:
            return await self._opened.services.session.sign_out()
        finally:
            self._quiet = False

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
                self._let_in(opened.services)
                self._remember_account()
                if self._password_was_asked:
                    self._password_was_asked = False
                    self._context.bar.accept(self.store)
            case SigningIn():
                self._signing_in = state
                self._password_was_asked = True
                self._name_pending = False  # whoever types a password knows the store
            case Expired():
                if self.in_front:
                    opened.reauth.ask()
            case Locked():
                self._password_was_asked = True
                self._name_pending = False
                if self.in_front:
                    self._window.hide_name()  # it would cover the field for the password
                self._context.copy.clear_now()
                opened.reauth.cancel()
                self._lock(opened.services)
                self._remember_account()
                self._context.bar.lock(self.store)
            case SignedOut():
                self._signing_in = None
                self._context.copy.clear_now()
                opened.reauth.forget()
                if self.has_pages:
                    self._take_down(opened.services)
                    if self.in_front:
                        self._show_form()
                    self._say_farewell(state)
        self._changed()

    def _remember_account(self) -> None:
        """Save who has signed in with the form, and whether the session is to be kept."""
        form, self._signing_in = self._signing_in, None
        if form is None or self._store.is_demo:
            return
        email = form.email
        match self.state:  # a provider names the account only now
            case SignedIn(session):
                email = email or session.email
            case Locked(email=told):
                email = email or told
        self._context.stores.update(replace(self.store, email=email, keep_signed_in=form.keep))

    def _remember_owed(self, owed: bool) -> None:
        """Save whether the session has still to leave the keyring."""
        if self.store.origin == self._store.origin:
            self._context.stores.update(replace(self.store, owed=owed))

    def _show_form(self) -> None:
        """Ask for email and password."""
        form = self._window.front.form
        form.show_store(self.store)
        if self.services is not None:
            form.use_services(self.services)

    def _say_farewell(self, state: SignedOut) -> None:
        """Show the notice where the user is, perhaps in another store."""
        from medusa_console.app.farewell import farewell
        from medusa_console.domain.session import Ended

        if self._quiet and state.reason is Ended.SIGNED_OUT:
            return
        notice = farewell(state, self.store)
        if notice is not None:
            self._window.notices.add(notice)

    def _on_refused(self, doing: Doing | None, again: Again | None) -> None:
        """An action failed because the session has ended."""
        # The password is asked for after an action of the user, not after background work.
        if self._opened is None or doing is None:
            return
        self._opened.reauth.refuse(doing, again)
        if self.in_front and isinstance(self.state, Expired):
            self._opened.reauth.ask()

    # The pages

    @property
    def _notices(self) -> Banner:
        return self._view.page_notices if self.has_pages else self._window.front_notices

    def _show_notice(self, error: ConsoleError) -> None:
        """Show a keyring failure, also on the lock page."""
        message = explain(error)
        board = self._view.notices if self.has_pages else self._window.front_notices
        board.add(Notice(NoticeKind.CAUTION, message.title, message.text, message.details))
        self._window.front.form.show_place()

    def _add_view(self) -> StoreView:
        view = StoreView()
        self._window.add(view)
        return view

    def _prepare(self, services: StoreServices) -> None:
        """Build the pages, which hold nothing of any account yet."""
        # Their import would delay the first paint.
        from medusa_console.services.hand_over import HandOver
        from medusa_console.ui.records.context import PageContext
        from medusa_console.ui.window.workspace import Workspace

        if not self._view.filled:
            tasks = TaskScope(self._reporter.report, self._tasks.clock)
            context = PageContext(
                services,
                self._context.copy,
                HandOver(self._context.commands, self._context.entries, self._context.preferences),
                self._context.preferences,
                tasks,
                self._view.notices.add,
                self._view.notices.dismiss,
                self._window.held,
                self._context.stores.changed,
                partial(self._show_what_it_did, services, tasks),
                partial(self._confirm, services, tasks),
                self._keep_admin_pages,
            )
            self._view.fill(Workspace(context))

    async def _prepare_at_rest(self, services: StoreServices) -> None:
        """Build the pages, then lay them out: both in one go would hold the window up."""
        view = self._view
        self._prepare(services)
        await asyncio.sleep(0)
        if view is self._view and not self.has_pages:
            self._window.rehearse(view)

    async def _show_what_it_did(
        self, services: StoreServices, tasks: TaskScope, parent: QWidget, key: ApiKey
    ) -> None:
        from medusa_console.ui.leaks.what_it_did import Leak, open_what_it_did  # seldom needed

        await open_what_it_did(parent, services, Leak(key), tasks, self.sign_in_again)

    def _keep_admin_pages(self, address: str) -> None:
        self._context.stores.update(replace(self.store, admin_pages=address))

    async def _confirm(self, services: StoreServices, tasks: TaskScope, action: str) -> bool:
        from medusa_console.ui.session.step_up import confirm  # seldom needed

        return await confirm(self._view.workspace or self._view, services, tasks, action)

    async def _prepare_again(self, services: StoreServices) -> None:
        await asyncio.sleep(_BUILD_AFTER)
        await self._prepare_at_rest(services)

    def _let_in(self, services: StoreServices) -> None:
        """Show the pages to the account, or show them again after a lock."""
        if not self.has_pages:
            self._prepare(services)
            self._begin_pages()
            self._refresh()
        elif self._view.workspace is None:
            services.unsaved.unlock()
            self._view.unlock()
            self._refresh()

    def _lock(self, services: StoreServices) -> None:
        """Take the pages out of the window until the password is entered."""
        from medusa_console.ui.session.lock import LockPage  # seldom needed

        services.unsaved.lock()
        self._prepare(services)
        self._view.lock(LockPage(services, self._tasks))
        if not self.has_pages:
            self._begin_pages()

    def _take_down(self, services: StoreServices) -> None:
        """Take the pages off the window at once: the next account must not see them."""
        self._tasks.cancel("show pages")
        old, self._view = self._view, self._add_view()
        self.has_pages = False
        self._window.drop(old)
        self._context.tasks.start(old.aclose())
        self._tasks.start(self._prepare_again(services))

    def _begin_pages(self) -> None:
        self.has_pages = True
        self._tasks.start(self._show_pages(), replacing="show pages")

    async def _show_pages(self) -> None:
        # Laying out the page would delay the request for its rows.
        await asyncio.sleep(_REQUEST_FIRST)
        if self.in_front and self._window.view is not self._view:
            self._window.show_view(self._view)
            if not self._window.desk_in_front:
                self._view.focus_first()
            if self._name_pending:
                self.show_name()

    def _refresh(self) -> None:
        """Load what the pages show; while they are locked, nothing."""
        if self._view.workspace is not None:
            self._view.workspace.refresh()
