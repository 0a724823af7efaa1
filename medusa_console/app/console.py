"""Connects the main window to the open stores: choosing, locking, signing out, closing."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid

from medusa_console.app.context import Context
from medusa_console.app.leak_desk import LeakDeskHost
from medusa_console.app.open_store import OpenStore
from medusa_console.app.open_stores import OpenStores
from medusa_console.app.store_list_actions import StoreListActions
from medusa_console.desktop.instance import Wish
from medusa_console.domain.load_problem import LoadProblem
from medusa_console.domain.preferences import MOST_RECENT_ACTIONS, Preferences
from medusa_console.domain.store import Store
from medusa_console.services.lock_watch import LockWatch
from medusa_console.services.secret_copy import CopyState, Resurrected
from medusa_console.services.session_states import Locked
from medusa_console.ui.kit.ask import answer, confirm
from medusa_console.ui.kit.banner import Notice, NoticeAction, NoticeKind
from medusa_console.ui.kit.button import key_text
from medusa_console.ui.kit.text import shown
from medusa_console.ui.kit.translations import translate
from medusa_console.ui.stores.list import where
from medusa_console.ui.window.main_window import DESTROYS
from medusa_console.ui.window.requests import Request
from medusa_console.ui.words import labels, reasons
from medusa_console.ui.words.counts import counts
from medusa_console.ui.words.user_message import UserMessage

if TYPE_CHECKING:
    from medusa_console.ui.window.palette_list import Entry

_PATIENCE_AT_QUIT = 5.0
_MOMENT = 0.2
_PATIENCE_AT_SIGNAL = 1.0
# After a lock, nobody may change where a password goes before a store has accepted its own.
_BARRED = frozenset({Request.ADD_STORE, Request.EDIT_STORE, Request.MANAGE_STORES})


class Console:
    """Connects the window's signals to the services, and owns the open stores."""

    def __init__(self, context: Context, problems: Sequence[LoadProblem]) -> None:
        """`problems` describes the faults found in the data folder."""
        self.window = context.window
        self._context = context
        self._reporter = context.reporter
        self._tasks = context.tasks
        self._stores = context.stores
        self._preferences = context.preferences
        self._problems = problems
        self.open_stores = OpenStores(context)
        self._leaks = LeakDeskHost(context, self.open_stores)
        self._list = StoreListActions(
            context, self.open_stores, self._may_lose, partial(self._may_lose, forgetting=True)
        )
        self._lock_watch = LockWatch(
            context.presence,
            lambda: context.preferences.value.idle_minutes,
            self._lock_all,
            context.tasks.clock,
        )
        self._patience = _PATIENCE_AT_QUIT
        self._end = asyncio.Event()
        self._unsay_barred: Callable[[], None] = lambda: None
        self._connect_signals()

    def _connect_signals(self) -> None:
        window = self.window
        self._reporter.message.connect(self._say_failure)
        window.close_requested.connect(self._on_close)
        window.requested.connect(self._on_requested)
        window.front.chosen.connect(self.open_stores.choose)
        self._context.copy.changed.subscribe(self._on_copy)
        self._preferences.changed.subscribe(self._on_preferences)

    def _on_requested(self, request: Request) -> None:
        match request:
            case Request.OPEN_DEMO:
                self.open_stores.choose(self._stores.add_demo())
            case Request.LOCK_ALL:
                self._lock_all()
            case Request.LEAK_DESK:
                self._leaks.show()
            case Request.CHECK_CLIPBOARD:
                self._leaks.check_clipboard()
            case Request.MY_ACCOUNT:
                if self.open_stores.front is not None:
                    self.open_stores.front.show_account()
            case Request.SIGN_OUT:
                self._tasks.start(self._sign_out(), replacing="sign out")
            case Request.SIGN_OUT_OF_ALL:
                self._tasks.start(self._sign_out_all(), replacing="sign out")
            case Request.REFRESH_PERMISSIONS:
                if self.open_stores.front is not None:
                    self.open_stores.front.refresh_permissions()
            case _:
                self._tasks.start(self._dialog(request), replacing="dialog")

    def _lock_all(self) -> None:
        self.open_stores.lock_all()
        self._leaks.lock()

    async def _dialog(self, request: Request) -> None:
        # No start needs the dialogs: their import would delay the first paint.
        front = self.open_stores.front
        if request in _BARRED and self._context.bar.up:
            self._say_barred(self._context.bar.locked)
            return
        match request:
            case Request.SWITCH_STORE:
                await self._search()
            case Request.ADD_STORE:
                await self._list.add()
            case Request.EDIT_STORE if front is not None and front.store.locked:
                self._say_barred((front.store,))
            case Request.EDIT_STORE if front is not None:
                await self._list.edit(front.store)
            case Request.MANAGE_STORES:
                await self._list.manage()
            case Request.FORGET_ALL_STORES:
                await self._list.forget_all()
            case Request.RESET_DEMO if front is not None and isinstance(front.state, Locked):
                self._say_barred((front.store,))
            case Request.RESET_DEMO:
                await self._reset_demo()
            case Request.SETTINGS:
                from medusa_console.ui.window.settings import SettingsDialog

                await answer(
                    SettingsDialog(
                        self.window.dialog_parent,
                        self._preferences,
                        self._context.folder,
                        self._context.languages,
                        self._diagnostics,
                        barred=self._context.bar.up,
                        defaults=self._context.defaults,
                    )
                )
            case Request.SHORTCUTS:
                from medusa_console.ui.window.shortcuts import ShortcutsDialog

                await answer(ShortcutsDialog(self.window.dialog_parent))
            case Request.DATA_PLACES:
                from medusa_console.ui.window.help import DataPlaces

                await answer(DataPlaces(self.window.dialog_parent, self._context.folder))
            case Request.ABOUT:
                await self._about()
            case Request.COPY_DIAGNOSTICS:
                self._copy_diagnostics()
            case Request.OPEN_LOG:
                from medusa_console.ui.window.help import open_folder

                open_folder(self._context.folder)

    async def _about(self) -> None:
        from medusa_console.parts import makings  # rarely needed
        from medusa_console.ui.window.about import About

        made = await asyncio.to_thread(makings)
        await answer(About(self.window.dialog_parent, made, self._tasks))

    def _diagnostics(self) -> str:
        from medusa_console.ui.window.help import diagnostics

        open_store = self.open_stores.front
        permissions = None
        if open_store is not None and open_store.services is not None:
            permissions = open_store.services.permissions.value
        value, number = self._preferences.value, len(self._stores.all)
        return diagnostics(self._context.folder, value, number, permissions)

    def _copy_diagnostics(self) -> None:
        QApplication.clipboard().setText(self._diagnostics())
        title = translate("Console", "Diagnostics copied")
        text = translate("Console", "They contain no address, no email and no key.")
        self.window.notices.add(Notice(NoticeKind.INFO, title, text, about="diagnostics"))

    def _say_barred(self, stores: Sequence[Store]) -> None:
        """Say that one of `stores` has to accept its password first."""
        self._unsay_barred()
        title = translate("Console", "Unlock first")
        text = translate("Console", "Since the lock, no password was entered for {stores}.").format(
            stores=", ".join(shown(store.name) for store in stores)
        )
        forget = NoticeAction(
            translate("Console", "Forget all stores…"), self.window.ask(Request.FORGET_ALL_STORES)
        )
        notice = Notice(NoticeKind.CAUTION, title, text, actions=(forget,))
        board = self.window.notices
        board.add(notice)
        self._unsay_barred = lambda: board.remove(notice) if isValid(board) else None

    def _on_preferences(self, value: Preferences) -> None:
        self._context.theme.apply(value.appearance)
        if not value.unlock_first:
            self._unsay_barred()

    def begin(self, wish: Wish) -> None:
        """Show the window with the store and page of the last run, or with what is wished."""
        self.window.restore_geometry(self._preferences.value.geometry.get(_screens(), ""))
        demo = wish is Wish.DEMO
        store = self._stores.add_demo() if demo else self._last_store()
        self.window.show()
        for problem in self._problems:
            self._say(UserMessage(reasons.loading(problem)), NoticeKind.DANGER)
        self._tasks.start(self._settle())
        if store is not None:
            self.open_stores.choose(store, sign_in=demo)
        if wish is Wish.LEAK_DESK:
            self._leaks.show()
        self._tasks.start(self._lock_watch.run())

    def come(self, wish: Wish) -> None:
        """A second start: raise the window, and show what is wished unless a dialog is open."""
        dialog = QApplication.activeModalWidget()
        self.window.raise_to_front()
        if dialog is not None:
            dialog.raise_()
            dialog.activateWindow()
            return
        match wish:
            case Wish.DEMO:
                self.open_stores.choose(self._stores.add_demo(), sign_in=True)
            case Wish.LEAK_DESK:
                self._leaks.show()

    async def _settle(self) -> None:
        """Delete the sessions that an earlier run could not take out of the keyring."""
        await self.open_stores.may_load()

    async def ended(self) -> None:
        """Wait until the program may end."""
        await self._end.wait()

    def end_now(self) -> None:
        """End without a question, because of a signal or the end of the desktop session."""
        self._patience = _PATIENCE_AT_SIGNAL
        self._go()

    def _go(self) -> None:
        self._context.copy.clear_now()
        self._end.set()

    async def aclose(self) -> None:
        """Close every store and the demo store."""
        self._remember_geometry()
        await asyncio.sleep(0)  # saving begins, and then goes on although its task is cancelled
        await self._leaks.aclose()
        await self.open_stores.aclose(self._patience)
        await self._list.aclose(self._patience)
        await self._context.demo.aclose()

    # Stores and sessions

    def _last_store(self) -> Store | None:
        last = self._stores.by_id(self._preferences.value.last_store)
        return last or next(iter(self._stores.all), None)

    async def _search(self) -> None:
        """Show the palette, and do what is chosen there."""
        from medusa_console.ui.window.palette import Palette  # not at every start

        workspace = self.window.workspace
        palette = Palette(
            self.window.dialog_parent,
            [self._entry(store) for store in self._stores.all],
            [
                *(workspace.offers() if workspace is not None else ()),
                *(
                    _entry_of(action)
                    for action in self.window.menu_actions
                    if action.objectName() != Request.SWITCH_STORE.name
                ),
            ],
            workspace.searches() if workspace is not None else (),
            self._preferences.value.recent_actions,
            self._tasks,
        )
        if workspace is not None:  # a sign-out takes what was found with it
            workspace.destroyed.connect(palette.reject)
        await answer(palette)
        if (chosen := palette.chosen) is not None:
            self._remember(chosen)
            chosen.run()

    def _entry(self, store: Store) -> Entry:
        from medusa_console.ui.window.palette_list import Entry

        parts = (labels.environment(store.environment), where(store), store.group, store.email)
        front = self._stores.front
        current = front is not None and store.id == front.id
        here = translate("Console", "In front") if current else ""
        state = (here, self.open_stores.state_of(store), self.window.store_key(store))
        return Entry(
            shown(store.name),
            partial(self.open_stores.choose, store),
            detail=" · ".join(shown(part) for part in parts if part),
            note=" · ".join(part for part in state if part),
            environment=store.environment,
            current=current,
        )

    def _remember(self, entry: Entry) -> None:
        """Note that an action was used; what destroys is never offered for having been used."""
        if entry.name and not entry.destroys:
            value = self._preferences.value
            others = (name for name in value.recent_actions if name != entry.name)
            recent = (entry.name, *others)[:MOST_RECENT_ACTIONS]
            self._preferences.change(replace(value, recent_actions=recent))

    async def _sign_out(self) -> None:
        open_store = self.open_stores.front
        if open_store is not None and await self._may_lose((open_store,)):
            await open_store.sign_out()

    async def _sign_out_all(self) -> None:
        """Sign out of every open store, and of every store with a kept session; works offline."""
        if not await self._may_lose(self.open_stores.all):
            return
        stores = self._stores.all
        # All at once: a keyring prompt for one session must not delay forgetting the others.
        ends = await asyncio.gather(
            *(self.open_stores.sign_out_of(store) for store in stores), return_exceptions=True
        )
        failures = [end for end in ends if isinstance(end, BaseException)]
        lines = [
            f"{shown(store.name)}: {labels.exact(until)}"
            for store, until in zip(stores, ends, strict=True)
            if isinstance(until, datetime) and not store.is_demo
        ]
        self._say_signed_out_of_all(lines, left=bool(failures))
        for failure in failures:
            self._reporter.report(failure)

    def _say_signed_out_of_all(self, lines: Sequence[str], *, left: bool) -> None:
        text = (
            translate("Console", "One session is still in the keyring. See the other notice.")
            if left
            else translate("Console", "Your sessions were removed from this computer.")
        )
        if lines:
            told = translate(
                "Console", "Medusa can't end a session early: a copy of it would work until:"
            )
            text = f"{text} {told}\n" + "\n".join(lines)
        self._say(UserMessage(translate("Console", "You are signed out of all stores"), text))

    # Dialogs and closing

    async def _reset_demo(self) -> None:
        sure = await confirm(
            self.window,
            self._context.stores.add_demo(),
            translate("Console", "Reset demo store?"),
            translate("Console", "Your changes are replaced by new sample data."),
            action=translate("Console", "Reset demo store"),
            keep=translate("Console", "Keep changes"),
            danger=True,
            clock=self._tasks.clock,
        )
        open_store = self.open_stores.front
        if sure and open_store is not None:
            await self._context.demo.reset()
            self.open_stores.start_over(open_store, sign_in=True)

    def _on_copy(self, state: CopyState) -> None:
        """Warn in the window, because the dialog that copied may be closed."""
        if isinstance(state, Resurrected):
            title = translate("Console", "A clipboard manager restored a copied key")
            text = translate(
                "Console",
                "It was cleared again, but the manager may still have a copy. "
                "Delete it from its history.",
            )
            self._say(UserMessage(title, text), NoticeKind.CAUTION)

    def _say(self, message: UserMessage, kind: NoticeKind = NoticeKind.INFO) -> None:
        self.window.notices.add(Notice(kind, message.title, message.text, message.details))

    def _say_failure(self, message: UserMessage) -> None:
        self._say(message, NoticeKind.DANGER)

    def _on_close(self) -> None:
        if (dialog := QApplication.activeModalWidget()) is not None:
            dialog.raise_()
            dialog.activateWindow()
        else:
            self._tasks.start(self._ask_to_close(), replacing="close")

    async def _ask_to_close(self) -> None:
        if await self._may_lose(self.open_stores.all, quitting=True):
            self._go()

    async def _may_lose(
        self, open_stores: Sequence[OpenStore], *, quitting: bool = False, forgetting: bool = False
    ) -> bool:
        """Ask about writes in flight and secrets that are not saved yet; True if there are none.
        `forgetting`: nothing tells of those keys later."""
        opened = [
            open_store.services for open_store in open_stores if open_store.services is not None
        ]
        for open_store in open_stores:
            await open_store.settle(_MOMENT)  # most writes end before a question could be read
        busy = any(services.writes.busy or services.bulk.busy for services in opened)
        busy = busy or self._leaks.proving(open_stores)
        if busy and not await self._confirm(
            translate("Console", "A change is still in progress"),
            translate("Console", "If you quit now, check later whether it went through.")
            if quitting
            else translate("Console", "If you continue now, check later whether it went through."),
            translate("Console", "Quit anyway")
            if quitting
            else translate("Console", "Continue anyway"),
        ):
            return False
        lose = (
            translate("Console", "Quit and lose it")
            if quitting
            else translate("Console", "Continue and lose it")
        )
        passwords = sum(services.unsaved.passwords for services in opened)
        keys = sum(services.unsaved.count for services in opened) - passwords
        if keys and not await self._confirm(
            counts.keys_not_saved(keys),
            translate(
                "Console",
                "The key can't be recovered, and you won't be reminded of it. It still works: "
                "revoke it first if nobody needs it.",
            )
            if forgetting
            else translate(
                "Console",
                "The key can't be recovered. The next time you sign in, you will be told which key "
                "it was and can revoke it.",
            ),
            lose,
        ):
            return False
        return not passwords or await self._confirm(
            counts.passwords_not_passed_on(passwords),
            translate("Console", "The password can't be recovered. Nobody can look it up."),
            lose,
        )

    async def _confirm(self, title: str, text: str, action: str) -> bool:
        front = self.open_stores.front if not self.window.desk_in_front else None
        return await confirm(
            self.window.dialog_parent,
            front.store if front is not None else None,
            title,
            text,
            action=action,
            keep=translate("Console", "Stay"),
            danger=False,
            clock=self._tasks.clock,
        )

    def _remember_geometry(self) -> None:
        geometry = dict(self._preferences.value.geometry)
        geometry[_screens()] = self.window.kept_geometry()
        self._preferences.change(replace(self._preferences.value, geometry=geometry))


def _entry_of(action: QAction) -> Entry:
    from medusa_console.ui.window.palette_list import Entry

    return Entry(
        action.text().replace("&", ""),
        action.trigger,
        note=key_text(action.shortcut()),
        name=action.objectName(),
        destroys=bool(action.property(DESTROYS)),
    )


def _screens() -> str:
    """A name for the layout of screens, because each layout has its own window geometry."""
    return " ".join(
        f"{screen.name()}:{screen.geometry().width()}x{screen.geometry().height()}"
        for screen in QApplication.screens()
    )
