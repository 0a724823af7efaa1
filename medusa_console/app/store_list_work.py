"""What is done to the list of stores: add, edit, remove, manage; with all that hangs on it."""

from __future__ import annotations

import asyncio
import importlib
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING

from pydantic import SecretStr
from PySide6.QtWidgets import QApplication, QWidget

from medusa_console.domain.store import ProxyKind, Store
from medusa_console.ports import ProxyPasswords, SessionVault
from medusa_console.services.stores import Stores
from medusa_console.tasks import TaskScope
from medusa_console.ui.dialogs.ask import answer, confirm
from medusa_console.ui.dialogs.store_form import StoreForm

if TYPE_CHECKING:
    from medusa_console.domain.connection import ConnectionReport
    from medusa_console.ui.main_window import MainWindow


class StoreListWork:
    """Coroutines for the console to start.

    `choose` puts a store in front, `reopen` takes an open one up anew after its connection was
    changed (with `forget`, without its session), `close` signs it out and closes it, `state_of`
    says in words whether somebody is signed in there.
    """

    def __init__(
        self,
        window: MainWindow,
        tasks: TaskScope,
        stores: Stores,
        vault: SessionVault,
        proxies: ProxyPasswords,
        *,
        choose: Callable[[Store], None],
        reopen: Callable[[Store, bool], Awaitable[None]],
        close: Callable[[Store], Awaitable[None]],
        state_of: Callable[[Store], str],
    ) -> None:
        self._window = window
        self._tasks = tasks
        self._stores = stores
        self._vault = vault
        self._proxies = proxies
        self._choose = choose
        self._reopen = reopen
        self._close = close
        self._state_of = state_of

    async def add(self) -> None:
        """Ask for a new store, and go there."""
        added = await self._add()
        if added is not None:
            self._choose(added)

    async def edit(self, store: Store) -> None:
        """Ask what is to be different; nothing on screen is lost unless the connection changes."""
        form = StoreForm(
            self._parent, store, groups=self._stores.groups, test=self._test, tasks=self._tasks
        )
        if await answer(form) != StoreForm.DialogCode.Accepted:
            return
        edited, password = form.store, form.proxy_password
        if edited.origin != store.origin:
            # Work of its own: another dialog must not end it half-way.
            self._tasks.start(self._forget_account(store))
        self._stores.update(edited)
        await self._keep_password(edited, password)
        if _connection(edited) != _connection(store) or password is not None:
            await self._reopen(edited, edited.origin != store.origin)

    async def manage(self) -> None:
        """Show the list with everything that can be done to it."""
        from medusa_console.ui.dialogs.stores import StoresDialog  # seldom wanted

        dialog = StoresDialog(
            self._window,
            self._stores,
            self._tasks,
            add=self._only_add,
            edit=self.edit,
            remove=self.remove,
            state_of=self._state_of,
        )
        await answer(dialog)
        if dialog.chosen is not None:
            self._choose(dialog.chosen)

    async def remove(self, store: Store) -> None:
        """Ask, sign out, forget everything about the store; at the store nothing changes."""
        sure = await confirm(
            self._parent,
            store,
            self._window.tr("Remove “{store}” from this computer?").format(store=store.name),
            self._window.tr(
                "You are signed out of it here, and what is kept about it is deleted. "
                "Nothing changes at the store itself."
            ),
            action=self._window.tr("Remove store"),
            keep=self._window.tr("Keep store"),
            danger=True,
        )
        if not sure:
            return
        self._stores.remove(store)
        await self._close(store)
        await self._forget_account(store)
        if store.proxy.kind is ProxyKind.OWN:
            await self._proxies.delete(store)

    @property
    def _parent(self) -> QWidget:
        return QApplication.activeModalWidget() or self._window

    async def _only_add(self) -> None:
        await self._add()

    async def _add(self) -> Store | None:
        form = StoreForm(
            self._parent, groups=self._stores.groups, test=self._test, tasks=self._tasks
        )
        if await answer(form) != StoreForm.DialogCode.Accepted:
            return None
        added = self._stores.add(form.store)
        await self._keep_password(added, form.proxy_password)
        return added

    async def _keep_password(self, store: Store, password: SecretStr | None) -> None:
        if password is None:
            return
        if password.get_secret_value():
            await self._proxies.save(store, password)
        else:
            await self._proxies.delete(store)

    async def _forget_account(self, store: Store) -> None:
        """Nothing is kept of an address that is no longer the store's."""
        same = [
            other
            for other in self._stores.all
            if other.id != store.id and (other.origin, other.email) == (store.origin, store.email)
        ]
        if store.keep_signed_in and store.email and not same:
            await self._vault.delete(store.origin, store.email)

    async def _test(self, store: Store, proxy_password: SecretStr | None) -> ConnectionReport:
        """Without a new password, the proxy is given the one that is kept."""
        connect = await asyncio.to_thread(importlib.import_module, "medusa_console.connect")
        if proxy_password is None and store.proxy.kind is ProxyKind.OWN:
            proxy_password = await self._proxies.load(store)
        report: ConnectionReport = await connect.test_connection(store, proxy_password)
        return report


def _connection(store: Store) -> tuple[object, ...]:
    """What an open store cannot change without being opened anew."""
    return (store.origin, store.ca_file, store.proxy)
