"""The window and the store that is open in it: choosing, signing in and out, closing."""

from __future__ import annotations

import asyncio
import importlib
import logging
import sqlite3
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from medusa_console.app.session_flow import SessionFlow
from medusa_console.domain.store import DEMO_EMAIL, DEMO_PASSWORD, DEMO_STORE, Store
from medusa_console.ports import PendingKeys, SessionVault
from medusa_console.services.desk import Desk
from medusa_console.services.secret_copy import CopyState, Resurrected, SecretCopy
from medusa_console.services.stores import PreferenceBook, Stores
from medusa_console.tasks import TaskScope
from medusa_console.ui.dialogs.ask import answer, confirm
from medusa_console.ui.dialogs.settings import SettingsDialog
from medusa_console.ui.dialogs.shortcuts import ShortcutsDialog
from medusa_console.ui.dialogs.store_form import StoreForm
from medusa_console.ui.main_window import MainWindow
from medusa_console.ui.messages import UserMessage, explain
from medusa_console.ui.reporter import Reporter
from medusa_console.ui.theme import Theme
from medusa_console.ui.widgets.banner import Notice, NoticeKind

if TYPE_CHECKING:
    from medusa_console.connect import OpenStore
    from medusa_console.demo import DemoStore

log = logging.getLogger(__name__)

_PATIENCE_AT_QUIT = 5.0
_PATIENCE_AT_SIGNAL = 1.0


class Console:
    """Connects the window's signals to the services, and owns the open store."""

    def __init__(
        self,
        *,
        window: MainWindow,
        reporter: Reporter,
        theme: Theme,
        tasks: TaskScope,
        stores: Stores,
        preferences: PreferenceBook,
        vault: SessionVault,
        journal: PendingKeys,
        copy: SecretCopy,
        folder: Path,
        problems: Sequence[str],
    ) -> None:
        self.window = window
        self._front = window.front
        self._reporter = reporter
        self._theme = theme
        self._tasks = tasks
        self._stores = stores
        self._preferences = preferences
        self._vault = vault
        self._journal = journal
        self._copy = copy
        self._folder = folder
        self._problems = problems
        self._store: Store | None = None
        self._open: OpenStore | None = None
        self._open_tasks: TaskScope | None = None
        self._demo: DemoStore | None = None
        self._session = SessionFlow(
            window, reporter, tasks, copy, preferences, stores, self._ask_again_for
        )
        self._patience = _PATIENCE_AT_QUIT
        self._closing: asyncio.Task[None] | None = None
        self._end = asyncio.Event()
        self._connect_signals()

    def _connect_signals(self) -> None:
        self._reporter.message.connect(self.window.show_message)
        self.window.close_requested.connect(self._on_close)
        self.window.settings_requested.connect(
            lambda: self._tasks.start(self._settings(), replacing="dialog")
        )
        self.window.shortcuts_requested.connect(
            lambda: self._tasks.start(self._shortcuts(), replacing="dialog")
        )
        self.window.add_store_requested.connect(self._on_add_store)
        self.window.reset_demo_requested.connect(
            lambda: self._tasks.start(self._reset_demo(), replacing="dialog")
        )
        self._front.chosen.connect(self.choose)
        self._front.demo_requested.connect(lambda: self.choose(self._stores.add_demo()))
        self._front.add_requested.connect(self._on_add_store)
        self._front.edit_requested.connect(
            lambda store: self._tasks.start(self._edit_store(store), replacing="dialog")
        )
        self._front.form.signed_in.connect(self._on_signed_in)
        self._copy.changed.subscribe(self._on_copy)
        self._preferences.changed.subscribe(lambda value: self._theme.apply(value.appearance))

    def begin(self, *, demo: bool) -> None:
        """Show the window, where the person left off."""
        self.window.restore_geometry(self._preferences.value.geometry.get(_screens(), ""))
        store = self._stores.add_demo() if demo else self._last_store()
        self._front.show_stores(self._stores.all, store)
        self.window.show()
        for problem in self._problems:
            self.window.show_message(UserMessage(problem))
        if store is not None:
            self.choose(store, sign_in=demo)

    async def ended(self) -> None:
        """Wait until the program may end."""
        await self._end.wait()

    def end_now(self) -> None:
        """End without asking: a signal, or the session of the desktop is over."""
        self._patience = _PATIENCE_AT_SIGNAL
        self._go()

    def _go(self) -> None:
        self._copy.clear_now()
        self._end.set()

    async def aclose(self) -> None:
        """Close the store, and the demo store with it."""
        self._remember_geometry()
        await self._tasks.stop("choose")  # or it would go on to open what nobody closes
        if self._open is not None:
            await self._open.desk.writes.settle(self._patience)
        await self._close_store()
        if self._demo is not None:
            await self._demo.aclose()

    # Stores

    def choose(self, store: Store, *, sign_in: bool = False) -> None:
        """Open `store`; with `sign_in`, sign in with what the demo store fills in."""
        self._store = store
        self.window.show_store(store)
        self._front.show_stores(self._stores.all, store)
        self._ask_for(store)
        self._tasks.start(self._choose(store, sign_in=sign_in), replacing="choose")

    def _ask_for(self, store: Store) -> None:
        if store.is_demo:
            self._front.ask_for(store, email=DEMO_EMAIL, password=DEMO_PASSWORD)
        else:
            self._front.ask_for(store)

    def _ask_again_for(self, desk: Desk) -> Store:
        store = self._stores.by_id(desk.store.id) or desk.store
        self._ask_for(store)
        self._front.form.show_desk(desk)
        return store

    async def _choose(self, store: Store, *, sign_in: bool) -> None:
        self._preferences.change(replace(self._preferences.value, last_store=store.id))
        await self._close_store()
        await self.window.first_paint()
        # The network stack costs as much to import as all of Qt: not on the window's thread.
        connect = await asyncio.to_thread(importlib.import_module, "medusa_console.connect")
        asgi = (await self._demo_store()).app if store.is_demo else None
        self._open = await connect.open_store(
            store, vault=self._vault, pending=self._journal, asgi=asgi
        )
        desk = self._open.desk
        self._open_tasks = TaskScope(self._reporter.report)
        self._session.follow(desk)
        desk.session.notices.subscribe(lambda error: self._note(explain(error)))
        self._open_tasks.start(desk.session.keep_fresh())
        self._front.form.show_desk(desk)
        # Its pages would otherwise delay the first paint; here they come while the person types.
        await asyncio.to_thread(importlib.import_module, "medusa_console.ui.workspace")
        self._session.prepare()
        await desk.session.restore(kept=store.keep_signed_in)
        if sign_in:
            self._front.form.submit()

    async def _close_store(self) -> None:
        """Close what is open, to the end even if the person chooses again meanwhile."""
        if self._closing is None or self._closing.done():
            self._closing = asyncio.create_task(self._do_close_store())
        await asyncio.shield(self._closing)

    async def _do_close_store(self) -> None:
        await self._session.let_go()
        if self._open_tasks is not None:
            await self._open_tasks.aclose()
            self._open_tasks = None
        if self._open is not None:
            opened, self._open = self._open, None
            opened.desk.writes.abandon()
            await opened.desk.session.aclose()
            await opened.aclose()

    async def _demo_store(self) -> DemoStore:
        if self._demo is None:
            demo = await asyncio.to_thread(importlib.import_module, "medusa_console.demo")
            self._demo = demo.open_demo(self._folder)
            try:
                await self._demo.start()
            except (OSError, sqlite3.Error):
                log.warning("the demo store cannot be kept", exc_info=True)
                await self._demo.aclose()
                self._demo = demo.open_demo(None)
                self._note(
                    UserMessage(
                        self.window.tr("The demo store cannot be kept"),
                        self.window.tr(
                            "The data folder cannot be written. What you change there is "
                            "forgotten when you close the program."
                        ),
                    )
                )
        return self._demo

    async def _reset_demo(self) -> None:
        sure = await confirm(
            self.window,
            DEMO_STORE,
            self.window.tr("Reset demo store?"),
            self.window.tr("Everything you changed there is replaced by new examples."),
            action=self.window.tr("Reset demo store"),
            keep=self.window.tr("Keep as it is"),
            danger=True,
        )
        if sure and self._demo is not None:
            await self._demo.reset()
            self.choose(self._stores.add_demo(), sign_in=True)

    def _on_add_store(self) -> None:
        self._tasks.start(self._add_store(), replacing="dialog")

    async def _add_store(self) -> None:
        form = StoreForm(self.window)
        if await answer(form) == StoreForm.DialogCode.Accepted:
            self.choose(self._stores.add(form.name, form.origin, form.environment))

    async def _edit_store(self, store: Store) -> None:
        form = StoreForm(self.window, store)
        if await answer(form) != StoreForm.DialogCode.Accepted:
            return
        edited = replace(store, name=form.name, origin=form.origin, environment=form.environment)
        self._stores.update(edited)
        if edited.origin != store.origin:
            # Work of its own: another dialog must not end it half-way.
            self._tasks.start(self._forget_session(store, self._open))
        self.choose(self._stores.by_id(store.id) or edited)

    async def _forget_session(self, store: Store, opened: OpenStore | None) -> None:
        """Nothing is kept of an address that is no longer the store's."""
        if opened is not None and opened.desk.store.id == store.id:
            await opened.desk.session.sign_out()
        if store.keep_signed_in:  # also when its keyring was locked at the start
            await self._vault.delete(store.origin, store.email)

    def _last_store(self) -> Store | None:
        last = self._stores.by_id(self._preferences.value.last_store)
        return last or next(iter(self._stores.all), None)

    def _on_signed_in(self, email: str, keep: bool) -> None:
        if self._store is not None and not self._store.is_demo:
            self._store = replace(self._store, email=email, keep_signed_in=keep)
            self._stores.update(self._store)

    # Dialogs and closing

    def _on_copy(self, state: CopyState) -> None:
        """The dialog that copied may be closed by now."""
        if isinstance(state, Resurrected):
            title = self.window.tr("A clipboard manager brought a key back")
            text = self.window.tr(
                "It was overwritten, but the manager may have kept a copy. "
                "Remove it from its history."
            )
            self._note(UserMessage(title, text))

    async def _settings(self) -> None:
        await answer(SettingsDialog(self.window, self._preferences, self._folder))

    async def _shortcuts(self) -> None:
        await answer(ShortcutsDialog(self.window))

    def _note(self, message: UserMessage) -> None:
        kind = NoticeKind.CAUTION
        self.window.notices.add(Notice(kind, message.title, message.text, message.details))

    def _on_close(self) -> None:
        if (dialog := QApplication.activeModalWidget()) is not None:
            dialog.raise_()
            dialog.activateWindow()
        else:
            self._tasks.start(self._close(), replacing="close")

    async def _close(self) -> None:
        if self._open is not None and self._open.desk.writes.busy:
            wait = await confirm(
                self.window,
                self._store,
                self.window.tr("A change is still under way"),
                self.window.tr(
                    "Its answer has not come yet. If you quit now, look at the next start "
                    "whether it was done."
                ),
                action=self.window.tr("Quit"),
                keep=self.window.tr("Stay"),
                danger=False,
            )
            if not wait:
                return
        self._go()

    def _remember_geometry(self) -> None:
        geometry = dict(self._preferences.value.geometry)
        geometry[_screens()] = self.window.kept_geometry()
        self._preferences.change(replace(self._preferences.value, geometry=geometry))


def _screens() -> str:
    """Names the layout of screens, so that each has its own geometry."""
    return " ".join(
        f"{screen.name()}:{screen.geometry().width()}x{screen.geometry().height()}"
        for screen in QApplication.screens()
    )
