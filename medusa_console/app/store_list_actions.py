"""Adds, edits, removes and manages stores, with all consequences for sessions and passwords."""

from __future__ import annotations

import asyncio
import importlib
from collections.abc import Awaitable, Callable, Coroutine, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QWidget

from medusa_console.app.context import Context
from medusa_console.app.open_store import OpenStore
from medusa_console.app.open_stores import OpenStores
from medusa_console.domain.errors import JournalUnavailable, VaultUnavailable
from medusa_console.domain.store import ProxyKind, Store
from medusa_console.tasks import limited
from medusa_console.ui.kit.ask import confirm
from medusa_console.ui.kit.text import shown
from medusa_console.ui.kit.translations import translate
from medusa_console.ui.words.counts import counts

if TYPE_CHECKING:
    from pydantic import SecretStr

    from medusa_console.domain.connection import ConnectionReport


class StoreListActions:
    """Coroutines for the console to start."""

    def __init__(
        self,
        context: Context,
        open_stores: OpenStores,
        may_lose: Callable[[Sequence[OpenStore]], Awaitable[bool]],
        may_forget: Callable[[Sequence[OpenStore]], Awaitable[bool]],
    ) -> None:
        """`may_lose` asks the user about secrets that are not saved yet; `may_forget` does where
        nothing tells of them later."""
        self._window = context.window
        self._tasks = context.tasks
        self._stores = context.stores
        self._defaults = context.defaults
        self._vault = context.vault
        self._journal = context.journal
        self._proxies = context.proxies
        self._bar = context.bar
        self._preferences = context.preferences
        self._open = open_stores
        self._report = context.reporter.report
        self._may_lose = may_lose
        self._may_forget = may_forget
        self._finishing: set[asyncio.Task[None]] = set()

    async def aclose(self, patience: float) -> None:
        """Finish what edited and removed stores have left to do, within `patience` seconds."""
        await limited(self._finished(), patience, self._tasks.clock)

    async def add(self) -> None:
        """Ask for a new store and open it."""
        added = await self._add()
        if added is not None:
            self._open.choose(added)

    async def edit(self, store: Store) -> None:
        """Ask for changes to a store; the pages stay unless the address changes."""
        from medusa_console.ui.stores.form import StoreForm  # rarely needed

        form = StoreForm(
            self._parent,
            store,
            groups=self._stores.groups,
            defaults=self._defaults,
            test=self._test,
            tasks=self._tasks,
        )
        filled = await form.ask()
        if filled is None:
            return
        edited, password = filled.store, filled.proxy_password
        moved = edited.origin != store.origin
        if moved and not await self._may_lose(self._open.of(store)):
            return
        self._stores.update(edited)
        if moved:
            self._open.move(edited)  # no await before this: no request may go to the old address
        self._finish(self._follow_up(store, edited, password, moved=moved))

    async def _follow_up(
        self, store: Store, edited: Store, password: SecretStr | None, *, moved: bool
    ) -> None:
        await self._try(self._keep_password(edited, password))
        if moved:
            await self._try(self._forget_account(store))
        if _way(edited) != _way(store) or password is not None:
            await self._open.reconnect(edited)

    async def manage(self) -> None:
        """Show the list of stores with all actions."""
        from medusa_console.ui.stores.dialog import StoresDialog  # rarely needed

        dialog = StoresDialog(
            self._window,
            self._stores,
            self._tasks,
            add=self._only_add,
            edit=self.edit,
            remove=self.remove,
            state_of=self._open.state_of,
        )
        chosen = await dialog.ask()
        if chosen is not None:
            self._open.choose(chosen)

    async def remove(self, store: Store) -> None:
        """Ask, sign out, and forget everything about the store; nothing changes on its server."""
        sure = await confirm(
            self._parent,
            store,
            translate("StoreListActions", "Remove “{store}” from this computer?").format(
                store=shown(store.name)
            ),
            translate(
                "StoreListActions",
                "You will be signed out, and your session, notes and commands for it are deleted "
                "from this computer. Receipts stay. The store itself doesn't change.",
            ),
            known=await self._unsettled([store]),
            action=translate("StoreListActions", "Remove store"),
            keep=translate("StoreListActions", "Keep store"),
            danger=True,
            clock=self._tasks.clock,
        )
        if not sure or not await self._may_forget(self._open.of(store)):
            return
        self._stores.remove(store)
        self._open.leave_for_good(store)
        value = self._preferences.value
        views = {one: view for one, view in value.views.items() if one != store.id}
        sent = {one: lines for one, lines in value.sent.items() if one != store.id}
        self._preferences.change(replace(value, views=views, sent=sent))
        self._finish(self._forget(store))

    async def forget_all(self) -> None:
        """Ask, and forget all stores with their sessions, proxy passwords and notes; nothing is
        sent."""
        sure = await confirm(
            self._parent,
            None,
            translate("StoreListActions", "Forget all stores?"),
            translate(
                "StoreListActions",
                "The list of stores, your sessions, proxy passwords and notes are deleted from "
                "this computer. Nothing is sent, and the stores themselves don't change.",
            ),
            known=await self._unsettled(self._stores.all),
            action=translate("StoreListActions", "Forget all stores"),
            keep=translate("StoreListActions", "Keep stores"),
            danger=True,
            clock=self._tasks.clock,
        )
        if not sure or not await self._may_forget(self._open.all):
            return
        stores = self._stores.all
        self._stores.remove_all()
        for store in stores:
            self._open.leave_for_good(store)
            self._finish(self._forget(store))
        self._bar.forget()
        self._preferences.change(
            replace(self._preferences.value, last_store="", views={}, sent={}, told_reminders=())
        )

    def _finish(self, work: Coroutine[Any, Any, None]) -> None:
        """Run `work` to its end: neither another dialog nor the end of the program stops it
        half-way, because what it would leave belongs to no store any more."""
        task = asyncio.create_task(work)
        self._finishing.add(task)
        task.add_done_callback(self._on_finished)

    def _on_finished(self, task: asyncio.Task[None]) -> None:
        self._finishing.discard(task)
        if not task.cancelled() and (error := task.exception()) is not None:
            self._report(error)

    async def _finished(self) -> None:
        await asyncio.gather(*self._finishing, return_exceptions=True)

    async def _unsettled(self, stores: Sequence[Store]) -> str:
        """What is forgotten with `stores` though it is not settled; "" if nothing is."""
        ids = {store.id for store in stores}
        kept = {other.origin for other in self._stores.all if other.id not in ids}
        origins = {store.origin for store in stores} - kept
        try:
            left = [await self._journal().stores.unsettled(origin) for origin in origins]
        except JournalUnavailable as error:
            self._report(error)
            return ""
        told = [
            f"{words(number)}."
            for words, number in (
                (counts.keys_not_saved, sum(one.keys for one in left)),
                (counts.rotations_open, sum(one.rotations for one in left)),
                (counts.revokes_unproven, sum(one.revokes for one in left)),
            )
            if number
        ]
        if not told:
            return ""
        silence = translate(
            "StoreListActions",
            "You won't be reminded of this any more, and the keys may still work.",
        )
        return " ".join((*told, silence))

    async def _forget(self, store: Store) -> None:
        await self._forget_lines(store)
        await self._try(self._forget_account(store))
        if store.proxy.kind is ProxyKind.OWN:
            await self._try(self._proxies.delete(store))
        await self._open.closed()
        await self._forget_lines(store)  # a write that was under way may have left one since

    async def _forget_lines(self, store: Store) -> None:
        if all(other.origin != store.origin for other in self._stores.all):
            await self._try(self._journal().stores.forget(store.origin))

    async def _try(self, step: Awaitable[None]) -> None:
        """Show a failure of the keyring or the disk and go on: the remaining steps must be carried
        out all the same."""
        try:
            await step
        except (VaultUnavailable, JournalUnavailable) as error:
            self._report(error)

    @property
    def _parent(self) -> QWidget:
        return self._window.dialog_parent

    async def _only_add(self) -> None:
        await self._add()

    async def _add(self) -> Store | None:
        from medusa_console.ui.stores.form import StoreForm  # rarely needed

        form = StoreForm(
            self._parent,
            groups=self._stores.groups,
            defaults=self._defaults,
            test=self._test,
            tasks=self._tasks,
        )
        filled = await form.ask()
        if filled is None:
            return None
        # The password first, because opening the store reads it.
        await self._try(self._keep_password(filled.store, filled.proxy_password))
        return self._stores.add(filled.store)

    async def _keep_password(self, store: Store, password: SecretStr | None) -> None:
        if password is None:
            return
        if password.get_secret_value():
            await self._proxies.save(store, password)
        else:
            await self._proxies.delete(store)

    async def _forget_account(self, store: Store) -> None:
        """Delete the kept session of the store's old address, unless another store uses it."""
        same = [
            other
            for other in self._stores.all
            if other.id != store.id and (other.origin, other.email) == (store.origin, store.email)
        ]
        if (store.keep_signed_in or store.owed) and store.email and not same:
            await self._vault.delete(store, store.email)

    async def _test(self, store: Store, proxy_password: SecretStr | None) -> ConnectionReport:
        """Test the connection. Without a new proxy password, the kept one is used."""
        connect = await asyncio.to_thread(importlib.import_module, "medusa_console.connect")
        if proxy_password is None and store.proxy.kind is ProxyKind.OWN:
            proxy_password = await self._proxies.load(store)
        report: ConnectionReport = await connect.test_connection(store, proxy_password)
        return report


def _way(store: Store) -> tuple[object, ...]:
    """The values that decide how the store is reached."""
    return (store.ca_file, store.proxy)
