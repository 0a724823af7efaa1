"""The window and the store that is open in it: choosing, signing in and out, closing."""

from __future__ import annotations

import asyncio
import importlib
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from medusa_console.domain.session import Ended
from medusa_console.domain.store import DEMO_EMAIL, DEMO_PASSWORD, DEMO_STORE, Store
from medusa_console.ports import PendingKeys, SessionVault
from medusa_console.services.secret_copy import SecretCopy
from medusa_console.services.session import Expired, SignedIn, SignedOut, State
from medusa_console.services.stores import PreferenceBook, Stores
from medusa_console.tasks import TaskScope
from medusa_console.ui import labels
from medusa_console.ui.dialogs.ask import answer, confirm
from medusa_console.ui.dialogs.settings import SettingsDialog
from medusa_console.ui.dialogs.shortcuts import ShortcutsDialog
from medusa_console.ui.dialogs.sign_in_again import SignInAgain
from medusa_console.ui.dialogs.store_form import StoreForm
from medusa_console.ui.main_window import MainWindow
from medusa_console.ui.messages import UserMessage, explain
from medusa_console.ui.reporter import Reporter
from medusa_console.ui.theme import Theme
from medusa_console.ui.widgets.banner import Notice, NoticeAction, NoticeKind
from medusa_console.ui.workspace import Workspace

if TYPE_CHECKING:
    from medusa_console.connect import OpenStore
    from medusa_console.demo import DemoStore

_PATIENCE_AT_QUIT = 5.0


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
        self._again: SignInAgain | None = None
        self._end = asyncio.Event()
        self._connect_signals()

    def _connect_signals(self) -> None:
        self._reporter.message.connect(self.window.show_message)
        self._reporter.refused.connect(self._on_refused)
        self.window.close_requested.connect(self._on_close)
        self.window.sign_out_requested.connect(
            lambda: self._tasks.start(self._sign_out(), replacing="sign out")
        )
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
        self.window.refresh_rights_requested.connect(
            lambda: self._tasks.start(self._refresh_rights(), replacing="rights")
        )
        self._front.chosen.connect(self.choose)
        self._front.demo_requested.connect(lambda: self.choose(self._stores.add_demo()))
        self._front.add_requested.connect(self._on_add_store)
        self._front.edit_requested.connect(
            lambda store: self._tasks.start(self._edit_store(store), replacing="dialog")
        )
        self._front.form.signed_in.connect(self._on_signed_in)
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
        self._copy.clear_now()
        self._end.set()

    async def aclose(self) -> None:
        """Close the store, and the demo store with it."""
        self._remember_geometry()
        if self._open is not None:
            await self._open.desk.writes.settle(_PATIENCE_AT_QUIT)
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

    async def _choose(self, store: Store, *, sign_in: bool) -> None:
        self._preferences.change(replace(self._preferences.value, last_store=store.id))
        await self._close_store()
        # The network stack costs as much to import as all of Qt: not on the window's thread.
        connect = await asyncio.to_thread(importlib.import_module, "medusa_console.connect")
        asgi = (await self._demo_store()).app if store.is_demo else None
        self._open = await connect.open_store(
            store, vault=self._vault, pending=self._journal, asgi=asgi
        )
        desk = self._open.desk
        self._open_tasks = TaskScope(self._reporter.report)
        desk.session.changed.subscribe(self._on_session)
        desk.session.notices.subscribe(lambda error: self._note(explain(error)))
        self._open_tasks.start(desk.session.keep_fresh())
        self._front.form.show_desk(desk)
        await desk.session.restore(kept=store.keep_signed_in)
        if sign_in:
            self._front.form.submit()

    async def _close_store(self) -> None:
        await self._leave_workspace()
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
        if edited.origin != store.origin and self._open is not None:
            await self._open.desk.session.sign_out()  # nothing of the old address is kept
        self._stores.update(edited)
        self.choose(self._stores.by_id(store.id) or edited)

    def _last_store(self) -> Store | None:
        last = self._stores.by_id(self._preferences.value.last_store)
        return last or next(iter(self._stores.all), None)

    # The session

    def _on_signed_in(self, email: str, keep: bool) -> None:
        if self._store is not None and not self._store.is_demo:
            self._store = replace(self._store, email=email, keep_signed_in=keep)
            self._stores.update(self._store)

    def _on_session(self, state: State) -> None:
        match state:
            case SignedIn() if self.window.workspace is None:
                self._enter_workspace()
            case SignedIn():
                self.window.notices.clear()
            case Expired():
                self._ask_again()
            case SignedOut(reason, accepted_until):
                self._copy.clear_now()
                self._tasks.start(self._back_to_front(reason, accepted_until))
            case _:
                pass

    def _enter_workspace(self) -> None:
        if self._open is None:
            return
        self._front.form.forget_password()
        self.window.notices.clear()
        workspace = Workspace(
            self._open.desk,
            self._copy,
            self._preferences,
            self._reporter.report,
            notify=self.window.notices.add,
        )
        self.window.show_workspace(workspace)

    async def _leave_workspace(self) -> None:
        if (workspace := self.window.show_front()) is not None:
            await workspace.aclose()
            workspace.deleteLater()

    async def _back_to_front(self, reason: Ended, accepted_until: datetime | None) -> None:
        had_workspace = self.window.workspace is not None
        await self._leave_workspace()
        if self._store is None or not had_workspace:
            return
        self._ask_for(self._stores.by_id(self._store.id) or self._store)
        if self._open is not None:
            self._front.form.show_desk(self._open.desk)
        if reason is Ended.SIGNED_OUT:
            self._say_signed_out(accepted_until)
        elif reason is Ended.ACCOUNT_GONE:
            self._note(
                UserMessage(
                    self.window.tr("This account no longer exists"),
                    self.window.tr("The store deleted it. Your session here has ended."),
                ),
                NoticeKind.DANGER,
            )

    def _say_signed_out(self, accepted_until: datetime | None) -> None:
        text = self.window.tr("The session is removed from this computer.")
        if accepted_until is not None:
            text += " " + self.window.tr(
                "Medusa cannot end it early: whoever has a copy could use it until {time}."
            ).format(time=labels.exact(accepted_until))
        self._note(UserMessage(self.window.tr("You are signed out"), text), NoticeKind.INFO)

    def _ask_again(self) -> None:
        if self._again is None:
            self._tasks.start(self._sign_in_again(), replacing="again")

    async def _sign_in_again(self) -> None:
        if self._open is None or self._store is None:
            return
        session = self._open.desk.session
        if not isinstance(session.state, Expired):
            return
        dialog = SignInAgain(
            QApplication.activeModalWidget() or self.window,
            self._store,
            session,
            self._tasks,
            email=session.state.email,
            ended=session.state.at,
            keep=self._store.keep_signed_in,
        )
        self._again = dialog
        try:
            signed_in = await answer(dialog) == SignInAgain.DialogCode.Accepted
        finally:
            self._again = None
        if not signed_in:
            sign_in = NoticeAction(self.window.tr("Sign in"), self._ask_again)
            self.window.notices.add(
                Notice(
                    NoticeKind.CAUTION,
                    self.window.tr("Your session has ended"),
                    self.window.tr("Everything on this page is kept. Nothing can be changed."),
                    actions=(sign_in,),
                )
            )
        elif self.window.workspace is not None:
            self.window.workspace.keys.refresh()

    def _on_refused(self, doing: str) -> None:
        """An action met the end of the session: the sign-in that lies over it names the action."""
        if self._again is not None:
            self._again.show_refused(doing)
        elif self._open is not None and isinstance(self._open.desk.session.state, Expired):
            self._ask_again()

    async def _refresh_rights(self) -> None:
        if self._open is not None:
            await self._open.desk.session.refresh()
            if self.window.workspace is not None:
                self.window.workspace.keys.refresh()

    async def _sign_out(self) -> None:
        if self._open is not None:
            await self._open.desk.session.sign_out()

    # Dialogs and closing

    async def _settings(self) -> None:
        await answer(SettingsDialog(self.window, self._preferences, self._folder))

    async def _shortcuts(self) -> None:
        await answer(ShortcutsDialog(self.window))

    def _note(self, message: UserMessage, kind: NoticeKind = NoticeKind.CAUTION) -> None:
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
        self.end_now()

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
