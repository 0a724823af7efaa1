"""What the window does when the session changes: in, out, and over while work is on screen."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from medusa_console.domain.session import Ended
from medusa_console.domain.store import Store
from medusa_console.services.desk import Desk
from medusa_console.services.secret_copy import SecretCopy
from medusa_console.services.session import Expired, SignedIn, SignedOut, State
from medusa_console.services.stores import PreferenceBook, Stores
from medusa_console.tasks import Again, TaskScope
from medusa_console.ui import labels
from medusa_console.ui.dialogs.ask import answer
from medusa_console.ui.dialogs.sign_in_again import SignInAgain
from medusa_console.ui.main_window import MainWindow
from medusa_console.ui.reporter import Reporter
from medusa_console.ui.widgets.banner import Notice, NoticeAction, NoticeKind

if TYPE_CHECKING:
    from medusa_console.ui.workspace import Workspace


_HEAD_START = 0.01
_AT_REST = 0.1


class SessionFlow:
    """Follows the session of the open store. `ask_for` shows the sign-in form of a desk's store."""

    def __init__(
        self,
        window: MainWindow,
        reporter: Reporter,
        tasks: TaskScope,
        copy: SecretCopy,
        preferences: PreferenceBook,
        stores: Stores,
        ask_for: Callable[[Desk], Store],
    ) -> None:
        self._window = window
        self._reporter = reporter
        self._tasks = tasks
        self._copy = copy
        self._preferences = preferences
        self._stores = stores
        self._ask_for = ask_for
        self._desk: Desk | None = None
        self._ready: Workspace | None = None
        self._entering: Workspace | None = None
        self._dialog: SignInAgain | None = None
        self._notice: Notice | None = None
        reporter.refused.connect(self._on_refused)
        window.sign_out_requested.connect(
            lambda: tasks.start(self._sign_out(), replacing="sign out")
        )
        window.refresh_rights_requested.connect(
            lambda: tasks.start(self._refresh_rights(), replacing="rights")
        )

    def follow(self, desk: Desk) -> None:
        """From now on, the window shows what this desk's session is."""
        self._desk = desk
        desk.session.changed.subscribe(self._on_state)

    def prepare(self) -> None:
        """Build the workspace while the person types; nothing of anybody is in it yet."""
        from medusa_console.ui.workspace import Workspace  # its import would delay the first paint

        if self._desk is None or self._window.workspace or self._entering or self._ready:
            return
        self._ready = Workspace(
            self._desk,
            self._copy,
            self._preferences,
            self._reporter.report,
            notify=self._window.notices.add,
        )
        self._window.rehearse(self._ready)

    async def let_go(self) -> None:
        """Follow nothing any more; the workspace is closed with its work."""
        self._desk = None
        for name in ("sign in again", "prepare"):
            self._tasks.cancel(name)
        ready, self._ready = self._ready, None
        for workspace in (self._leave_workspace(), ready):
            if workspace is not None:
                await _close(workspace)

    def _on_state(self, state: State) -> None:
        match state:
            case SignedIn():
                self._withdraw_notice()
                if self._window.workspace is None and self._entering is None:
                    self._enter_workspace()
            case Expired():
                self._ask_again()
            case SignedOut(reason, accepted_until):
                self._copy.clear_now()
                self._tasks.cancel("sign in again")
                self._back_to_front(reason, accepted_until)
            case _:
                pass

    def _enter_workspace(self) -> None:
        self._window.front.form.forget_password()
        self.prepare()
        if self._ready is not None:
            self._entering, self._ready = self._ready, None
            self._entering.begin()
            self._tasks.start(self._show_workspace(), replacing="enter")

    async def _show_workspace(self) -> None:
        # Laying out the page would hold back the request for its rows, and the rows with it.
        await asyncio.sleep(_HEAD_START)
        if self._entering is not None:
            workspace, self._entering = self._entering, None
            self._window.show_workspace(workspace)

    def _leave_workspace(self) -> Workspace | None:
        """Take the workspace off the window at once: the next account must not see it."""
        shown = self._window.show_front()
        if shown is not None:
            self._window.notices.clear()  # they are about what nobody is signed in to any more
        entering, self._entering = self._entering, None
        return shown or entering

    def _back_to_front(self, reason: Ended, accepted_until: datetime | None) -> None:
        workspace = self._leave_workspace()
        if workspace is None or self._desk is None:
            return
        self._tasks.start(_close(workspace))
        store = self._ask_for(self._desk)
        self._tasks.start(self._prepare_again(), replacing="prepare")
        if reason is Ended.SIGNED_OUT:
            self._say_signed_out(store, accepted_until)
        elif reason is Ended.ACCOUNT_GONE:
            self._say(
                NoticeKind.DANGER,
                self._window.tr("This account no longer exists"),
                self._window.tr("The store deleted it. Your session here has ended."),
            )

    async def _prepare_again(self) -> None:
        await asyncio.sleep(_AT_REST)
        self.prepare()

    def _say_signed_out(self, store: Store, accepted_until: datetime | None) -> None:
        text = self._window.tr("The session is removed from this computer.")
        if accepted_until is not None and not store.is_demo:
            text += " " + self._window.tr(
                "Medusa cannot end it early: whoever has a copy could use it until {time}."
            ).format(time=labels.exact(accepted_until))
        self._say(NoticeKind.INFO, self._window.tr("You are signed out"), text)

    # Over the page

    def _ask_again(self) -> None:
        if self._dialog is None and self._desk is not None:
            self._tasks.start(self._sign_in_again(self._desk), replacing="sign in again")

    async def _sign_in_again(self, desk: Desk) -> None:
        if not isinstance(desk.session.state, Expired):
            return
        store = self._stores.by_id(desk.store.id) or desk.store
        self._dialog = SignInAgain(
            QApplication.activeModalWidget() or self._window,
            desk.store,
            desk.session,
            self._tasks,
            email=desk.session.state.email,
            ended=desk.session.state.at,
            keep=store.keep_signed_in,
        )
        try:
            signed_in = await answer(self._dialog) == SignInAgain.DialogCode.Accepted
        finally:
            self._dialog = None
        if not signed_in:
            self._say(
                NoticeKind.CAUTION,
                self._window.tr("Your session has ended"),
                self._window.tr("Everything on this page is kept. Nothing can be changed."),
                NoticeAction(self._window.tr("Sign in"), self._ask_again),
            )
        elif self._window.workspace is not None:
            self._window.workspace.refresh()

    def _on_refused(self, doing: str, again: Again | None) -> None:
        """An action met the end of the session: the sign-in that lies over it names the action."""
        if self._dialog is not None:
            self._dialog.show_refused(doing)
        elif doing and self._desk is not None and isinstance(self._desk.session.state, Expired):
            self._ask_again()  # the person tried; what the program does by itself asks nobody

    async def _refresh_rights(self) -> None:
        if self._desk is not None:
            await self._desk.session.refresh()
            if self._window.workspace is not None:
                self._window.workspace.refresh()

    async def _sign_out(self) -> None:
        if self._desk is not None:
            await self._desk.session.sign_out()

    def _say(self, kind: NoticeKind, title: str, text: str, *actions: NoticeAction) -> None:
        self._withdraw_notice()
        self._notice = Notice(kind, title, text, actions=actions)
        self._window.notices.add(self._notice)

    def _withdraw_notice(self) -> None:
        if self._notice is not None:
            self._window.notices.remove(self._notice)
            self._notice = None


async def _close(workspace: Workspace) -> None:
    await workspace.aclose()
    workspace.deleteLater()
