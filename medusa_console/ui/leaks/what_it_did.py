"""What a leaked secret key did: looked for, shown in the order of what to do first, and undone."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QWidget

from medusa_console.domain import policy
from medusa_console.domain.api_key import ApiKey
from medusa_console.domain.errors import ConsoleError, SignInNeeded
from medusa_console.domain.key_trace import News, Trace, news
from medusa_console.domain.policy import Action
from medusa_console.domain.trace_order import proposed
from medusa_console.services.session import SignedIn, SignedOut, State
from medusa_console.services.store_services import StoreServices
from medusa_console.services.trace_looks import TraceLook
from medusa_console.tasks import Doing, TaskScope
from medusa_console.ui.kit.announce import announce
from medusa_console.ui.kit.ask import answer, tasks_of
from medusa_console.ui.kit.button import GuardedButton, push_button
from medusa_console.ui.kit.frame import fill, fit
from medusa_console.ui.kit.label import PlainLabel
from medusa_console.ui.kit.scroll_area import ScrollArea
from medusa_console.ui.leaks.what_it_did_found import FoundPart
from medusa_console.ui.leaks.what_it_did_head import HeadPart, ReadingPart
from medusa_console.ui.leaks.what_it_did_made import Ordered, in_order, namer
from medusa_console.ui.leaks.what_it_did_people import PeopleActions
from medusa_console.ui.leaks.what_it_did_preview import RevokePreview
from medusa_console.ui.leaks.what_it_did_run import RunPart
from medusa_console.ui.words import what_it_did as words
from medusa_console.ui.words.leaks import title
from medusa_console.ui.words.permissions import why_not
from medusa_console.ui.words.trace_counts import trace_counts

log = logging.getLogger(__name__)

T = TypeVar("T")

_WIDTH = 760
_LOOK = "look"
_ASK = "ask"
_ON_THREAD = 2_000
"""Of so many keys, a thread costs less than it saves the window's."""


@dataclass(frozen=True)
class Leak:
    """A leaked secret key: its `record`, and the earliest date that a report tells of the leak."""

    record: ApiKey
    reported: datetime | None = None


class WhatItDid(QDialog):
    """Looks once when it is opened, unless the account has looked before; then on the user's wish,
    and after each run. What a look found is kept in the store's services."""

    def __init__(
        self,
        parent: QWidget,
        services: StoreServices,
        leak: Leak,
        tasks: TaskScope,
        sign_in: Callable[[], object],
    ) -> None:
        """`tasks` own a run of revokes, which goes on when the dialog is closed. `sign_in` asks for
        the password of the store again."""
        super().__init__(parent)
        self._services = services
        self._leak = leak
        self._user_id = services.session.user_id
        self._sign_in = sign_in
        self._tasks = tasks_of(self, tasks)
        self._look: TraceLook | None = None
        self._ordered = Ordered((), {})
        self._news = News()
        self._waits_for_sign_in = False
        self.setObjectName("whatItDid")
        self._build(tasks)
        self._people = PeopleActions(self, services, leak.record.id, self._found.joined, tasks)
        self._people.changed.connect(lambda: self._on_people())
        self._people.second_look_due.connect(self._say_second_look)
        end = services.session.changed.subscribe(self._on_session)
        self.finished.connect(lambda: end())
        kept = services.looks.of(leak.record.id)
        if kept is None:
            self.look_again()
        else:
            self._tasks.start(self._show_kept(kept), replacing=_LOOK)

    # Built once

    def _build(self, tasks: TaskScope) -> None:
        heading = self.tr("What “{title}” did").format(title=title(self._leak.record))
        self.setWindowTitle(heading)
        kept = self._services.looks.of(self._leak.record.id)
        chosen = kept.leaked_at if kept is not None else self._leak.reported
        self._head = HeadPart(
            self._services.clock.now, self._leak.record, self._leak.reported, chosen
        )
        self._head.date.changed.connect(self._on_date)
        self._reading = ReadingPart()
        self._said = PlainLabel(role="caution", wrap=True, name="did.said")
        self._new = PlainLabel(role="danger-strong", wrap=True, name="did.new")
        self._run = RunPart(self._services, tasks)
        self._run.ended.connect(self.look_again)
        self._run.sign_in_requested.connect(lambda: self._sign_in())
        self._found = FoundPart(self._tasks.clock)
        self._found.again_wanted.connect(self.look_again)
        body = (
            PlainLabel(heading, role="title", wrap=True, name="did.title"),
            self._head,
            self._reading,
            self._said,
            self._run,
            self._new,
            self._found,
        )
        self._build_foot()
        self._denied = PlainLabel(role="muted", wrap=True, name="did.denied")
        for part in (self._said, self._new, self._revoke, self._denied):
            part.hide()
        fill(
            self,
            self._services.store,
            body,
            left=(self._again, self._stop),
            right=(self._revoke, self._close),
            pinned=(self._denied,),
            width=_WIDTH,
        )
        self._close.setFocus()

    def _build_foot(self) -> None:
        self._again = push_button(
            self.tr("Look again"), self.look_again, icon="refresh-cw", name="did.again"
        )
        self._stop = push_button(self.tr("Stop"), self._on_stop, name="did.stop")
        self._revoke = GuardedButton(
            self.tr("Revoke what it made…"),
            self._tasks.clock,
            kind="danger",
            icon="ban",
            name="did.revoke",
        )
        self._revoke.setAutoDefault(True)  # it only opens the preview
        self._revoke.confirmed.connect(self._on_revoke)
        self._close = push_button(self.tr("Close"), self.accept, name="did.close")
        self._close.setDefault(True)

    # Looking

    def look_again(self) -> None:
        """Look at the store now; what is shown stays until the answer."""
        self._said.hide()
        self._show_reading(True)
        doing = Doing(self.windowTitle(), f"trace {self._leak.record.id}")
        self._tasks.start(self._read(), doing=doing, replacing=_LOOK)

    async def _read(self) -> None:
        record = self._leak.record
        before = self._look
        try:
            trace = await self._services.traces.trace(
                record.id, record.created_at, self._reading.show_progress
            )
            await self._take(trace, before)
        except ConsoleError as error:
            log.info("a look at what a key did: %s", type(error).__name__)
            self._show_reading(False)
            self._waits_for_sign_in = isinstance(error, SignInNeeded)
            self._say(words.not_read(error, had_before=before is not None))
            if self._waits_for_sign_in:
                self._sign_in()
        except Exception:
            self._show_reading(False)
            raise
        # Not where the work is cancelled: the dialog may be gone.
        self._show_reading(False)

    async def _take(self, trace: Trace, before: TraceLook | None) -> None:
        """Show a new look in place of the one `before`, with what is new in it."""
        look = replace(before, trace=trace) if before is not None else TraceLook(trace)
        revoking = look.revoking and self._services.bulk.busy
        look = replace(look, leaked_at=self._head.date.moment, revoking=revoking)
        ordered = await _order(trace)
        self._news = News() if before is None else await _news(before.trace, trace)
        self._show(look, ordered)
        told = words.found_new(self._news)
        if before is not None and not told:
            told_all = self.tr("Nothing new since the look before.")
            announce(self, told_all)
        else:
            announce(self, told or self.windowTitle(), assertive=bool(told))
        if self._unseen:
            self._on_revoke()  # new in a further look: asked, never revoked unseen

    async def _show_kept(self, kept: TraceLook) -> None:
        self._show_reading(False)
        self._show(kept, await _order(kept.trace))
        if kept.revoking and not self._services.bulk.busy:
            self.look_again()  # the run has ended while nobody looked

    def _on_stop(self) -> None:
        self._tasks.cancel(_LOOK)
        self._show_reading(False)
        self._say(
            self.tr("Stopped. What is shown is the look before.")
            if self._look is not None
            else self.tr("Stopped. Nothing is shown of what was read.")
        )

    # Showing

    def _show(self, look: TraceLook, ordered: Ordered) -> None:
        look = self._services.looks.keep(look)
        self._look, self._ordered = look, ordered
        self._head.show_trace(look.trace)
        self._found.show_look(look, ordered, self._people.allowed)
        self._people.wait_for_sessions(look)
        self._show_new()
        self._show_revoke()
        fit(self)

    def _show_new(self) -> None:
        told = words.found_new(self._news)
        self._new.setText(told)
        self._new.setVisible(bool(told))

    def _show_revoke(self) -> None:
        look = self._look
        trace = look.trace if look is not None else None
        denial = policy.denial(
            Action.REVOKE_KEY,
            self._services.permissions.value,
            read_only=self._services.store.read_only,
        )
        offered = trace is not None and bool(trace.made_keys)
        self._revoke.setVisible(offered and denial is None)
        self._revoke.setEnabled(not self._run.running)
        self._denied.setText(why_not((denial,)) if denial is not None else "")
        self._denied.setVisible(offered and denial is not None)
        new = self._unseen
        text = trace_counts.revoke_new(new) if new else self.tr("Revoke what it made…")
        self._revoke.setText(text)

    @property
    def _unseen(self) -> int:
        """How many made keys no preview has shown, once there was one."""
        look = self._look
        if look is None or look.previewed is None:
            return 0
        return sum(one.key.id not in look.previewed for one in look.trace.made_keys)

    def _show_reading(self, reading: bool) -> None:
        self._reading.setVisible(reading)
        if reading:
            self._reading.begin()
        focused = self._again if self._again.hasFocus() or self._stop.hasFocus() else None
        self._again.setVisible(not reading)
        self._stop.setVisible(reading)
        if focused is not None:
            (self._stop if reading else self._again).setFocus(Qt.FocusReason.OtherFocusReason)
        fit(self)

    def _say(self, text: str) -> None:
        self._said.setText(text)
        self._said.show()
        announce(self, text, assertive=True)
        fit(self)

    def _on_date(self) -> None:
        """Split anew at another date of the leak."""
        if self._look is not None:
            look = replace(self._look, leaked_at=self._head.date.moment)
            self._look = self._services.looks.keep(look)
            self._found.show_date(self._look, self._ordered)

    # People

    def _on_people(self) -> None:
        if self._look is not None:
            self._change(self._look)

    def _change(self, look: TraceLook) -> None:
        look = self._look = self._services.looks.keep(look)
        self._found.joined.show_changed(look)
        self._people.wait_for_sessions(look)

    def _say_second_look(self, text: str) -> None:
        self._say(text)

    # Revoking what it made

    def _on_revoke(self) -> None:
        self._tasks.start(self._ask_to_revoke(), replacing=_ASK)

    async def _ask_to_revoke(self) -> None:
        look = self._look
        if look is None or self._run.running:
            return
        if self._is_busy():
            return
        rows = await _on_thread(
            len(look.trace.made_keys),
            lambda: proposed(look.trace, look.leaked_at, look.previewed),
        )
        name = namer(look.trace, self._ordered)
        preview = RevokePreview(self, self._services, rows, look, name, self._tasks)
        seen = frozenset(row.made.key.id for row in rows)
        chosen = await preview.ask()
        if self._look is not None:
            self._change(
                replace(self._look, previewed=(self._look.previewed or frozenset()) | seen)
            )
        if chosen and not self._is_busy():
            self._run.begin(chosen)
            if self._look is not None:
                self._change(replace(self._look, revoking=True))
        self._show_revoke()

    def _is_busy(self) -> bool:
        """Whether the store has another run, which is then told."""
        busy = self._services.bulk.busy
        if busy:
            self._say(
                self.tr(
                    "Another run is under way in this store. Wait until it has ended, or stop it "
                    "above the list of keys."
                )
            )
        return busy

    # The session

    def _on_session(self, state: State) -> None:
        """Close for another account: nothing of what one may see is for the other."""
        if isinstance(state, SignedOut) or self._services.session.user_id != self._user_id:
            self.reject()
        elif isinstance(state, SignedIn) and self._waits_for_sign_in:
            self._waits_for_sign_in = False
            self.look_again()

    # Qt overrides

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """The keys that turn pages scroll whatever has the focus."""
        steps: dict[int, int] = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}
        if (way := steps.get(event.key())) is None:
            super().keyPressEvent(event)
            return
        for area in self.findChildren(ScrollArea):
            bar = area.verticalScrollBar()
            bar.setValue(bar.value() + way * bar.pageStep())


async def _order(trace: Trace) -> Ordered:
    number = len(trace.made_keys) + len(trace.unattributed)
    return await _on_thread(number, lambda: in_order(trace))


async def _news(earlier: Trace, later: Trace) -> News:
    number = len(later.made_keys) + len(later.unattributed) + len(later.made)
    return await _on_thread(number, lambda: news(earlier, later))


async def _on_thread(number: int, work: Callable[[], T]) -> T:
    """What `work` over so many keys returns."""
    return work() if number < _ON_THREAD else await asyncio.to_thread(work)


async def open_what_it_did(
    parent: QWidget,
    services: StoreServices,
    leak: Leak,
    tasks: TaskScope,
    sign_in: Callable[[], object],
) -> None:
    """Open the dialog over `parent`; returns when it is closed."""
    await answer(WhatItDid(parent, services, leak, tasks, sign_in))
