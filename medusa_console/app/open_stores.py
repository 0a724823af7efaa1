"""The open stores, and which of them is in front."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication, QDialog

from medusa_console.app.context import Context
from medusa_console.app.open_store import OpenStore
from medusa_console.domain.errors import VaultUnavailable
from medusa_console.domain.store import Store
from medusa_console.services.session_states import Expired, Locked, SignedIn
from medusa_console.topic import Topic
from medusa_console.ui.kit.translations import translate

if TYPE_CHECKING:
    from medusa_console.services.store_services import StoreServices

_PATIENCE = 5.0


class OpenStores:
    """A store is open while an account is signed in, or while the store is in front.

    Topic: `changed` announces a store whose session has changed, or that was closed.
    """

    def __init__(self, context: Context) -> None:
        self._context = context
        self._window = context.window
        self._form = context.window.front.form
        self._stores = context.stores
        self._tasks = context.tasks
        self._by_id: dict[str, OpenStore] = {}
        self._closing: set[asyncio.Task[None]] = set()
        self._patience = _PATIENCE
        self._settling = asyncio.Lock()
        self._settled = False
        self.changed: Topic[Store] = Topic()

    @property
    def all(self) -> tuple[OpenStore, ...]:
        """All open stores."""
        return tuple(self._by_id.values())

    @property
    def front(self) -> OpenStore | None:
        """The open store in front."""
        return next((open_store for open_store in self.all if open_store.in_front), None)

    def of(self, store: Store) -> tuple[OpenStore, ...]:
        """The open store for `store`, if it is open."""
        return tuple(open_store for open_store in self.all if open_store.store.id == store.id)

    def _make(self, store: Store) -> OpenStore:
        return OpenStore(store, self._context, self.may_load, partial(self.changed.announce, store))

    async def aclose(self, patience: float) -> None:
        """Close all stores, waiting up to `patience` seconds for their writes."""
        self._patience = patience
        self._form.leave()  # it would ask a store whose connections are closed
        for open_store in self.all:
            self.close(open_store)
        while self._closing:
            await asyncio.wait(self._closing)

    def choose(self, store: Store, *, sign_in: bool = False) -> None:
        """Put `store` in front, and open it if needed; with `sign_in`, sign in with the demo
        store's credentials. The leak desk gives way."""
        self._window.leave_desk()
        before, open_store = self.front, self._by_id.get(store.id)
        if open_store is not None and open_store is before:
            return
        new = open_store is None
        if open_store is None:
            open_store = self._by_id[store.id] = self._make(store)
        if before is not None:
            self._leave(before)
        self._context.preferences.change(
            replace(self._context.preferences.value, last_store=store.id)
        )
        self._bring(open_store)
        if before is not None:
            open_store.show_name()
        if new:
            self._tasks.start(
                self._open(open_store, sign_in=sign_in), replacing=_opening(open_store)
            )

    async def open_behind(self, store: Store) -> StoreServices | None:
        """Open `store`, if it is not open, without putting it in front; returns its services, None
        if it was closed meanwhile."""
        open_store = self._by_id.get(store.id)
        if open_store is None:
            open_store = self._by_id[store.id] = self._make(store)
            self._tasks.start(self._open(open_store), replacing=_opening(open_store))
        await open_store.ready.wait()
        return open_store.services

    def _leave(self, open_store: OpenStore) -> None:
        open_store.leave_front()
        self._form.leave()
        self._window.hide_name()
        if not open_store.has_pages:  # without a session, there are no pages to come back to
            self.close(open_store)

    def _bring(self, open_store: OpenStore) -> None:
        self._stores.bring_to_front(open_store.store)
        self._window.front_notices.clear()
        open_store.come_to_front()

    async def _open(self, open_store: OpenStore, *, sign_in: bool = False) -> None:
        if not open_store.store.confirmed and not await self._confirm(open_store):
            return
        await open_store.open()
        if sign_in and open_store is self.front:
            self._form.submit()

    async def _confirm(self, open_store: OpenStore) -> bool:
        """Ask the user to confirm an imported store's address before any request is sent."""
        from medusa_console.ui.stores.address import confirm_address

        await self._window.first_paint()
        if await confirm_address(self._window, open_store.store, self._tasks.clock):
            self._stores.update(replace(open_store.store, confirmed=True))
            return True
        self.close(open_store)
        self._form.close_off(
            translate("OpenStores", "This address hasn't been confirmed"),
            translate("OpenStores", "The store was imported. Nothing has been sent to it."),
            translate("OpenStores", "Review address"),
            partial(self.choose, open_store.store),
        )
        return False

    def close(self, open_store: OpenStore, *, sign_out: bool = False) -> None:
        """Drop a store at once; its writes and connections end in the background."""
        if self._by_id.get(open_store.store.id) is open_store:
            del self._by_id[open_store.store.id]
        open_store.leave_front()
        self.changed.announce(open_store.store)
        task = asyncio.create_task(self._do_close(open_store, sign_out=sign_out))
        self._closing.add(task)
        task.add_done_callback(self._closed)

    async def _do_close(self, open_store: OpenStore, *, sign_out: bool) -> None:
        # A store that is still opening would otherwise open connections that stay open.
        await self._tasks.stop(_opening(open_store))
        await open_store.settle(self._patience)
        try:
            if sign_out:
                await open_store.sign_out(quiet=True)
        finally:
            await open_store.aclose()

    def _closed(self, task: asyncio.Task[None]) -> None:
        self._closing.discard(task)
        if not task.cancelled() and (error := task.exception()) is not None:
            self._context.reporter.report(error)

    async def reconnect(self, store: Store) -> None:
        """Connect again after the store's proxy or certificates were edited, if it is open."""
        if (open_store := self._by_id.get(store.id)) is not None:
            await open_store.reconnect()

    def move(self, store: Store) -> None:
        """The store's address was edited: from now on, no request goes to the old one."""
        if (open_store := self._by_id.get(store.id)) is not None:
            self.start_over(open_store, sign_out=True)

    def start_over(
        self, open_store: OpenStore, *, sign_in: bool = False, sign_out: bool = False
    ) -> None:
        """Close the store and open it again in the same place."""
        in_front = open_store.in_front
        if in_front:
            self._form.leave()
        self.close(open_store, sign_out=sign_out)
        fresh = self._by_id[open_store.store.id] = self._make(open_store.store)
        if in_front:
            self._bring(fresh)
        self._tasks.start(self._open(fresh, sign_in=sign_in), replacing=_opening(fresh))

    def leave_for_good(self, store: Store) -> None:
        """Forget the session of a removed store and show the next store."""
        open_store = self._by_id.get(store.id)
        if open_store is None:
            return
        was_in_front = open_store.in_front
        self.close(open_store, sign_out=True)
        if was_in_front:
            self._form.leave()
            self._window.show_front()
            if self._stores.all:
                self.choose(self._stores.all[0])

    async def closed(self) -> None:
        """Wait until what was closed so far has ended."""
        if self._closing:
            await asyncio.wait(self._closing)

    def state_of(self, store: Store) -> str:
        """The state of the store's session in words; "" when signed out."""
        open_store = self._by_id.get(store.id)
        match open_store.state if open_store is not None else None:
            case SignedIn():
                return translate("OpenStores", "Signed in")
            case Expired():
                return translate("OpenStores", "Session ended")
            case Locked():
                return translate("OpenStores", "Locked")
            case _:
                return ""

    def lock_all(self) -> None:
        """Lock every store with a session and take every kept session out of the keyring. Each
        store then needs its own password."""
        self._form.forget_password()
        self._tasks.cancel("dialog")  # another person must not continue a dialog after the lock
        for store in self._stores.all:
            if store.keep_signed_in and not store.locked:
                self._context.bar.lock(store)
                if all(open_store.services is None for open_store in self.of(store)):
                    self._tasks.start(self._take_out(store, prompt=False))
        for open_store in self.all:
            try:
                open_store.lock()
            except Exception as error:  # noqa: BLE001  # the others must be locked all the same
                self._context.reporter.report(error)
        for dialog in QApplication.topLevelWidgets():  # those of the pages are hidden by now
            if isinstance(dialog, QDialog) and dialog.isVisible():
                dialog.reject()
                if dialog.isVisible():  # it has only stopped waiting
                    dialog.done(QDialog.DialogCode.Rejected)

    async def may_load(self) -> bool:
        """Whether a session may be read from the keyring: none is left in it that has to go. The
        first call deletes those that an earlier run could not delete."""
        async with self._settling:
            owing = [store for store in self._stores.all if store.owed and not self._settled]
            self._settled = True
            for store in owing:
                try:
                    await self._take_out(store)
                except VaultUnavailable as error:
                    self._context.reporter.report(error)
        return not any(store.owed for store in self._stores.all)

    async def _take_out(self, store: Store, *, prompt: bool = True) -> None:
        """Delete the kept session; raises VaultUnavailable, and the deletion is then owed."""
        if not store.email:
            return
        self._mark_owed(store, owed=True)
        await self._context.vault.delete(store, store.email, prompt=prompt)
        self._mark_owed(store, owed=False)

    def _mark_owed(self, store: Store, *, owed: bool) -> None:
        now = self._stores.by_id(store.id)
        if now is not None and now.origin == store.origin:
            self._stores.update(replace(now, owed=owed))

    async def sign_out_of(self, store: Store) -> datetime | None:
        """Forget the session, even if it is only kept in the keyring; returns until when the
        server still accepts its token, None without a session. Raises VaultUnavailable."""
        open_store = self._by_id.get(store.id)
        if open_store is not None and open_store.services is not None:
            until = await open_store.sign_out(quiet=True)
            if not open_store.in_front:
                self.close(open_store)
            return until
        if not store.keep_signed_in or not store.email:
            return None
        if open_store is not None:
            self.start_over(open_store)  # the store was about to restore the session
        self._mark_owed(store, owed=True)
        until = await self._kept_until(store)
        await self._take_out(store)
        return until

    async def _kept_until(self, store: Store) -> datetime | None:
        try:
            kept = await self._context.vault.load(store)
        except VaultUnavailable:
            return None  # deleting it gives the better error
        return kept.expires_at if kept is not None else None


def _opening(open_store: OpenStore) -> str:
    return f"open {id(open_store)}"
