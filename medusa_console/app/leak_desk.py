"""Builds the leak desk when it is first wanted, and tells it of sessions, locks and the end."""

from __future__ import annotations

import asyncio
import importlib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from medusa_console.app.context import Context
from medusa_console.app.open_store import OpenStore
from medusa_console.app.open_stores import OpenStores
from medusa_console.domain.clipboard_text import ClipboardText
from medusa_console.domain.preferences import PageName
from medusa_console.domain.store import Store
from medusa_console.services.session_states import Expired, Locked, SignedIn
from medusa_console.tasks import Doing
from medusa_console.ui.kit.banner import Notice, NoticeKind
from medusa_console.ui.kit.say_over import say_over
from medusa_console.ui.kit.text import shown
from medusa_console.ui.kit.translations import translate
from medusa_console.ui.window.requests import Request
from medusa_console.ui.words.counts import counts

if TYPE_CHECKING:
    from medusa_console.app.practice import Practice
    from medusa_console.services.desk_stores import DeskStore
    from medusa_console.services.leaks import LeakDesk
    from medusa_console.ui.window.desk_view import DeskView

_EARLY = 3.0
"""Seconds after a sign-in after which the desk's code is imported: the first rows come before."""
_BUILT_OF = (
    "medusa_console.services.leaks",
    "medusa_console.ui.window.desk_view",
    "medusa_console.app.practice",
    "medusa_console.app.unproven",
)


@dataclass(frozen=True)
class _Built:
    desk: LeakDesk
    view: DeskView
    practice: Practice


class LeakDeskHost:
    """The leak desk of the program: one, whatever stores are open."""

    def __init__(self, context: Context, open_stores: OpenStores) -> None:
        self._context = context
        self._window = context.window
        self._stores = context.stores
        self._open_stores = open_stores
        self._tasks = context.tasks.part()
        self._built: _Built | None = None
        self._building = asyncio.Lock()
        self._taken: ClipboardText | None = None  # until the desk is there
        self._signed_in: set[str] = set()
        self._anybody = False  # whether somebody is signed in, or may unlock
        self._behind_lock = False
        self._back_after_lock = False
        self._signing_in_at = ""  # the id of the store that the desk waits for
        self._connecting = False  # the desk waits for the first store, which has no id yet
        self._told: set[str] = set()  # the ids of stores whose unproven revokes were told
        open_stores.changed.subscribe(self._on_session)
        context.stores.changed.subscribe(lambda _: self._on_stores())

    # What the user wants

    def show(self) -> None:
        """Put the desk in front, as it was left; behind a lock, say why not."""
        if not self._refused():
            self._tasks.start(self._show(), replacing="show")

    def check_clipboard(self) -> None:
        """Put the desk in front with what is on the clipboard now. Over a dialog or behind a lock,
        only say why not."""
        if (dialog := QApplication.activeModalWidget()) is not None:
            say_over(dialog, translate("LeakDeskHost", "Close this dialog first, then try again."))
        elif not self._refused():
            self._taken = self._context.clipboard.read()
            if self._built is not None:
                self._come(self._built)  # at once: Ctrl+Enter may follow
            else:
                self._tasks.start(self._show(), replacing="show")

    async def _show(self) -> None:
        self._come(await self._build())

    def _come(self, built: _Built) -> None:
        """Put the desk in front, with what was taken from the clipboard."""
        taken, self._taken = self._taken, None
        if self._locked or QApplication.activeModalWidget() is not None:
            return
        self._bring(built)
        if taken is not None:
            built.view.page.paste(taken)

    def _refused(self) -> bool:
        if not self._locked:
            return False
        title = translate("LeakDeskHost", "Unlock first")
        text = translate("LeakDeskHost", "The leak desk opens once you have entered the password.")
        self._window.notices.add(Notice(NoticeKind.CAUTION, title, text, about="leak desk"))
        return True

    async def _build(self) -> _Built:
        async with self._building:
            if self._built is None:
                await _import()
                self._built = self._make()
            return self._built

    async def _import_early(self) -> None:
        await self._tasks.clock.sleep(_EARLY)
        await _import()

    def _make(self) -> _Built:
        from medusa_console.app.practice import Practice
        from medusa_console.services.leaks import LeakDesk
        from medusa_console.ui.leaks.page import LeaksPage
        from medusa_console.ui.window.desk_view import DeskView

        context = self._context
        desk = LeakDesk(
            self._desk_stores, context.journal().revokes, context.copy.copied_ago, self._tasks
        )
        page = LeaksPage(desk, self._tasks, context.clipboard.read)
        page.back_requested.connect(self._leave)
        page.sign_in_requested.connect(self._sign_in)
        page.replace_requested.connect(self._replace)
        page.connect_requested.connect(self._connect)
        page.updated.connect(self._name)
        desk.begun.subscribe(lambda _: self._name())
        practice = Practice(context, self._open_stores, desk, page, self._tasks)
        return _Built(desk, DeskView(page), practice)

    def _desk_stores(self) -> Sequence[DeskStore]:
        from medusa_console.services.desk_stores import DeskStore

        services = {one.store.id: one.services for one in self._open_stores.all}
        return [DeskStore(store, services.get(store.id)) for store in self._stores.all]

    def _bring(self, built: _Built) -> None:
        self._signing_in_at, self._connecting = "", False
        front = self._stores.front
        built.view.page.show_back(shown(front.name) if front is not None else "")
        first = not self._window.desk_in_front
        self._window.show_desk(built.view)
        self._name()
        if first:
            built.view.focus()

    def _name(self) -> None:
        """Say in the bar how many stores were asked, or, before a key is found, could be."""
        if self._built is None:
            return
        desk = self._built.desk
        signed_in = sum(one.signed_in is not None for one in desk.stores)
        asked = self._built.view.page.asked if desk.cases else None
        if desk.practising:
            words = translate("LeakDeskHost", "Practice in the demo store")
        elif asked:
            words = counts.stores_asked(asked)
        elif asked == 0:
            words = translate("LeakDeskHost", "No store asked")
        elif signed_in:
            words = counts.stores_signed_in(signed_in)
        else:
            words = translate("LeakDeskHost", "Not signed in to a store")
        self._window.name_desk(" · ".join((translate("LeakDeskHost", "Leak desk"), words)))

    # Sessions

    def _sign_in(self, store_id: str) -> None:
        """Ask for the password of that store, and come back here afterwards."""
        store = self._stores.by_id(store_id)
        if store is None:
            return
        for open_store in self._open_stores.of(store):
            if isinstance(open_store.state, Expired):
                open_store.sign_in_again()
                return
        self._signing_in_at = store_id
        self._open_stores.choose(store)

    def _replace(self, key_id: str, store_id: str, record_id: str) -> None:
        """Make a successor of a leaked key in its store, and come back here to end the key."""
        store = self._stores.by_id(store_id)
        if store is not None:
            words = translate("LeakDeskHost", "Replace a leaked key")
            self._tasks.start(
                self._replace_in(store, key_id, record_id),
                doing=Doing(words, f"replace {record_id}"),
                again=lambda: self._replace(key_id, store_id, record_id),
                replacing="replace",
            )

    async def _replace_in(self, store: Store, key_id: str, record_id: str) -> None:
        self._open_stores.choose(store)
        workspace = self._window.workspace
        if workspace is None:
            return
        now = await workspace.rotate(record_id, leaked=True)
        if self._built is not None and not self._locked:
            self._bring(self._built)
            if now:  # revoked from here, it is proven as every key of the desk
                self._built.view.page.ask_to_revoke(key_id, store.origin, record_id)

    def _leave(self) -> None:
        self._connecting = False
        self._window.leave_desk()

    def _connect(self) -> None:
        """Ask for the first store, and come back here after the sign-in."""
        self._connecting = True
        self._window.requested.emit(Request.ADD_STORE)

    def _on_stores(self) -> None:
        front = self._stores.front
        if front is None or front.id != self._signing_in_at:
            self._signing_in_at = ""  # the user went elsewhere
        self._name()

    def _on_session(self, store: Store) -> None:
        before, self._anybody = (
            self._anybody,
            any(one.has_pages or isinstance(one.state, SignedIn) for one in self._open_stores.all),
        )
        if before and not self._anybody:
            self._forget_keys()
        states = [one.state for one in self._open_stores.of(store)]
        if any(isinstance(state, SignedIn) for state in states):
            if store.id not in self._signed_in:
                self._signed_in.add(store.id)
                self._on_signed_in(store)
        else:
            self._signed_in.discard(store.id)
            if not any(isinstance(state, Expired | Locked) for state in states):
                self._told.discard(store.id)  # its notices are gone
            self._on_session_over(store, ended=any(isinstance(one, Expired) for one in states))
        self._name()

    def _on_signed_in(self, store: Store) -> None:
        if store.id not in self._told:
            self._told.add(store.id)
            self._tasks.start(self._tell_unproven(store))
            self._tasks.start(self._import_early(), replacing="import early")
        if self._built is not None and self._built.desk.reading is not None:
            self._built.desk.look_again(store.id)
        waited, back = self._connecting or store.id == self._signing_in_at, False
        if self._behind_lock and not self._locked:
            self._behind_lock = False
            back, self._back_after_lock = self._back_after_lock, False
        if (waited or back) and self._built is not None and not self._locked:
            self._bring(self._built)

    def _on_session_over(self, store: Store, *, ended: bool) -> None:
        if self._built is None:
            return
        if ended and self._window.desk_in_front and self._built.desk.reading is not None:
            for open_store in self._open_stores.of(store):
                open_store.sign_in_again()

    async def _tell_unproven(self, store: Store) -> None:
        """Tell which revokes of an earlier run were not proven; the desk is built only for them."""
        for open_store in self._open_stores.of(store):
            context = open_store.context
            if context is None:
                continue
            user_id = context.services.session.user_id
            if await self._context.journal().revokes.of(store.origin, user_id):
                built = await self._build()
                from medusa_console.app.unproven import UnprovenRevokes

                show_key = partial(self._show_key, store)
                await UnprovenRevokes(context, built.desk.lines, self.show, show_key).tell()

    def _show_key(self, store: Store, key_id: str) -> None:
        self._open_stores.choose(store)
        if self._window.workspace is not None:
            self._window.workspace.show_record(PageName.API_KEYS, key_id)

    # Locks and the end

    @property
    def _locked(self) -> bool:
        front = self._open_stores.front
        return (front is not None and isinstance(front.state, Locked)) or (
            self._behind_lock and self._context.bar.up
        )

    def lock(self) -> None:
        """The stores were locked: the keys leave memory, and the desk leaves the window until a
        password was accepted."""
        self._forget_keys()
        if self._built is None:
            return
        self._behind_lock = any(isinstance(one.state, Locked) for one in self._open_stores.all)
        if not self._behind_lock:
            return
        self._back_after_lock = self._back_after_lock or self._window.desk_in_front
        self._window.take_out_desk(self._built.view)
        if self._window.view is not None:
            self._window.view.focus_first()

    def _forget_keys(self) -> None:
        """Take the keys out of memory, also those of a text that is being read or waits."""
        self._taken = None
        if self._built is not None:
            self._built.view.page.stop_reading()
            self._built.desk.forget_keys()

    def proving(self, open_stores: Sequence[OpenStore]) -> bool:
        """Whether a revoke at one of these stores is not proven yet."""
        if self._built is None:
            return False
        desk, ids = self._built.desk, {one.store.id for one in open_stores}
        if len(ids) == len(self._open_stores.all):
            return desk.proving  # also of an earlier text
        return any(
            answer.store.id in ids and answer.proving
            for case in desk.cases
            for answer in case.answers
        )

    async def aclose(self) -> None:
        """Forget the keys and end the desk's work; revokes under way belong to their stores."""
        self._forget_keys()
        if self._built is not None:
            await self._built.practice.aclose()
        await self._tasks.aclose()
        if self._built is not None and self._built.view.parent() is None:
            self._built.view.deleteLater()


async def _import() -> None:
    for module in _BUILT_OF:
        await asyncio.to_thread(importlib.import_module, module)
