"""The window and the stores that are open in it: choosing, locking, signing out, closing."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QApplication

from medusa_console.app.built_in import BuiltInStore
from medusa_console.app.open_stores import OpenStores
from medusa_console.app.parts import Parts
from medusa_console.app.store_list_work import StoreListWork
from medusa_console.domain.errors import VaultUnavailable
from medusa_console.domain.store import DEMO_STORE, Store
from medusa_console.ports import PendingKeys, Presence, ProxyPasswords, SessionVault
from medusa_console.services.desk import Desk
from medusa_console.services.lock_watch import LockWatch
from medusa_console.services.secret_copy import CopyState, Resurrected, SecretCopy
from medusa_console.services.stores import PreferenceBook, Stores
from medusa_console.tasks import TaskScope
from medusa_console.ui import labels
from medusa_console.ui.dialogs.ask import answer, confirm
from medusa_console.ui.dialogs.settings import SettingsDialog
from medusa_console.ui.dialogs.shortcuts import ShortcutsDialog
from medusa_console.ui.main_window import MainWindow
from medusa_console.ui.reporter import Reporter
from medusa_console.ui.theme import Theme
from medusa_console.ui.user_message import UserMessage
from medusa_console.ui.widgets.banner import Notice, NoticeKind

_PATIENCE_AT_QUIT = 5.0
_PATIENCE_AT_SIGNAL = 1.0


class Console:
    """Connects the window's signals to the services, and owns the open stores."""

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
        proxies: ProxyPasswords,
        journal: PendingKeys,
        copy: SecretCopy,
        presence: Presence,
        folder: Path,
        problems: Sequence[str],
    ) -> None:
        self.window = window
        self._sign_in = window.front
        self._reporter = reporter
        self._theme = theme
        self._tasks = tasks
        self._stores = stores
        self._preferences = preferences
        self._copy = copy
        self._folder = folder
        self._problems = problems
        self._built_in = BuiltInStore(folder, self._say_demo_is_not_kept)
        self._open = OpenStores(
            Parts(
                window=window,
                tasks=tasks,
                copy=copy,
                preferences=preferences,
                stores=stores,
                vault=vault,
                proxies=proxies,
                journal=journal,
                demo=self._built_in.open,
            )
        )
        self._list = StoreListWork(
            window,
            tasks,
            stores,
            vault,
            proxies,
            choose=self._open.choose,
            reopen=self._open.reopen,
            close=self._open.sign_out_and_close,
            state_of=self._open.state_of,
        )
        self._lock_watch = LockWatch(
            presence, lambda: preferences.value.idle_minutes, self._open.lock_all
        )
        self._patience = _PATIENCE_AT_QUIT
        self._end = asyncio.Event()
        self._connect_signals()

    def _connect_signals(self) -> None:
        window = self.window
        self._reporter.message.connect(lambda message, *_: self._say(message, NoticeKind.DANGER))
        window.close_requested.connect(self._on_close)
        for signal, work in (
            (window.settings_requested, self._settings),
            (window.shortcuts_requested, self._shortcuts),
            (window.add_store_requested, self._list.add),
            (window.edit_store_requested, self._edit_front),
            (window.stores_requested, self._list.manage),
            (window.switch_requested, self._switch),
            (window.account_requested, self._show_account),
            (window.reset_demo_requested, self._reset_demo),
        ):
            signal.connect(lambda work=work: self._tasks.start(work(), replacing="dialog"))
        window.sign_out_requested.connect(
            lambda: self._tasks.start(self._sign_out(), replacing="sign out")
        )
        window.sign_out_all_requested.connect(
            lambda: self._tasks.start(self._sign_out_all(), replacing="sign out")
        )
        window.refresh_rights_requested.connect(
            lambda: self._tasks.start(self._refresh_rights(), replacing="rights")
        )
        window.lock_requested.connect(self._open.lock_all)
        self._sign_in.chosen.connect(self._open.choose)
        self._sign_in.demo_requested.connect(lambda: self._open.choose(self._stores.add_demo()))
        self._sign_in.add_requested.connect(window.add_store_requested)
        self._sign_in.manage_requested.connect(window.stores_requested)
        self._sign_in.edit_requested.connect(
            lambda store: self._tasks.start(self._list.edit(store), replacing="dialog")
        )
        self._sign_in.form.signed_in.connect(self._on_signed_in)
        self._copy.changed.subscribe(self._on_copy)
        self._preferences.changed.subscribe(lambda value: self._theme.apply(value.appearance))

    def begin(self, *, demo: bool) -> None:
        """Show the window, where the person left off."""
        self.window.restore_geometry(self._preferences.value.geometry.get(_screens(), ""))
        store = self._stores.add_demo() if demo else self._last_store()
        self._sign_in.show_stores(self._stores.all, store)
        self.window.show()
        for problem in self._problems:
            self._say(UserMessage(problem), NoticeKind.DANGER)
        if store is not None:
            self._open.choose(store, sign_in=demo)
        self._tasks.start(self._lock_watch.run())

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
        """Close every store, and the demo store with them."""
        self._remember_geometry()
        await self._open.aclose(self._patience)
        await self._built_in.aclose()

    def is_open(self, name: str) -> bool:
        """Whether the store of that name can be signed in to, or is."""
        return self._open.is_open(name)

    @property
    def desk(self) -> Desk | None:
        """Of the store in front, once it is open."""
        return self._open.front.desk if self._open.front is not None else None

    # Stores and sessions

    def _last_store(self) -> Store | None:
        last = self._stores.by_id(self._preferences.value.last_store)
        return last or next(iter(self._stores.all), None)

    def _on_signed_in(self, email: str, keep: bool) -> None:
        if self._open.front is not None and not self._open.front.store.is_demo:
            self._stores.update(replace(self._open.front.store, email=email, keep_signed_in=keep))

    async def _switch(self) -> None:
        from medusa_console.ui.dialogs.switcher import Switcher, store_choice
        from medusa_console.ui.widgets.choice_list import Choice

        choices = [
            store_choice(store, self._open.state_of(store), partial(self._open.choose, store))
            for store in self._stores.all
        ]
        choices += [
            Choice(text, action.trigger)
            for text, action in self.window.actions_by_name()
            if action.text() != self.window.tr("Switch store…")
        ]
        dialog = Switcher(self.window, choices)
        await answer(dialog)
        if dialog.chosen is not None:
            dialog.chosen.run()

    async def _sign_out(self) -> None:
        if self._open.front is not None:
            await self._open.front.sign_out()

    async def _sign_out_all(self) -> None:
        """Of every open store, and of those whose session is only kept; offline too."""
        lines: list[str] = []
        failed: list[VaultUnavailable] = []
        for store in self._stores.all:
            try:
                until = await self._open.sign_out_of(store)
            except VaultUnavailable as error:
                failed.append(error)
                continue
            if until is not None and not store.is_demo:
                lines.append(f"{store.name}: {labels.exact(until)}")
        text = self.window.tr("The sessions are removed from this computer.")
        if lines:
            told = self.window.tr(
                "Medusa cannot end them early: whoever has a copy could use it until:"
            )
            text = f"{text} {told}\n" + "\n".join(lines)
        self._say(UserMessage(self.window.tr("You are signed out of all stores"), text))
        for failure in failed:
            self._reporter.report(failure)

    async def _refresh_rights(self) -> None:
        if self._open.front is not None:
            await self._open.front.refresh_rights()

    # Dialogs and closing

    async def _show_account(self) -> None:
        from medusa_console.ui.dialogs.my_account import MyAccount

        workspace, desk = self.window.workspace, self.desk
        if workspace is not None and desk is not None:
            # Of the pages, not of the window: a lock takes it away with them.
            await answer(MyAccount(workspace, desk, self._tasks))

    async def _edit_front(self) -> None:
        if self._open.front is not None:
            await self._list.edit(self._open.front.store)

    async def _settings(self) -> None:
        await answer(SettingsDialog(self.window, self._preferences, self._folder))

    async def _shortcuts(self) -> None:
        await answer(ShortcutsDialog(self.window))

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
        flow = self._open.front
        if sure and flow is not None:
            await self._built_in.reset()
            self._open.start_over(flow, sign_in=True)

    def _on_copy(self, state: CopyState) -> None:
        """The dialog that copied may be closed by now."""
        if isinstance(state, Resurrected):
            title = self.window.tr("A clipboard manager brought a key back")
            text = self.window.tr(
                "It was overwritten, but the manager may have kept a copy. "
                "Remove it from its history."
            )
            self._say(UserMessage(title, text), NoticeKind.CAUTION)

    def _say_demo_is_not_kept(self) -> None:
        self._say(
            UserMessage(
                self.window.tr("The demo store cannot be kept"),
                self.window.tr(
                    "The data folder cannot be written. What you change there is "
                    "forgotten when you close the program."
                ),
            ),
            NoticeKind.CAUTION,
        )

    def _say(self, message: UserMessage, kind: NoticeKind = NoticeKind.INFO) -> None:
        self.window.notices.add(Notice(kind, message.title, message.text, message.details))

    def _on_close(self) -> None:
        if (dialog := QApplication.activeModalWidget()) is not None:
            dialog.raise_()
            dialog.activateWindow()
        else:
            self._tasks.start(self._ask_to_close(), replacing="close")

    async def _ask_to_close(self) -> None:
        desks = [flow.desk for flow in self._open.all if flow.desk is not None]
        if any(desk.writes.busy for desk in desks):
            title = self.window.tr("A change is still under way")
            text = self.window.tr(
                "Its answer has not come yet. If you quit now, look at the next start "
                "whether it was done."
            )
        elif any(desk.unstored.count for desk in desks):
            title = self.window.tr("A key is not stored yet")
            text = self.window.tr(
                "If you quit now, its secret is lost. The next start offers to revoke it."
            )
        else:
            self._go()
            return
        if await confirm(
            self.window,
            None,
            title,
            text,
            action=self.window.tr("Quit"),
            keep=self.window.tr("Stay"),
            danger=False,
        ):
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
