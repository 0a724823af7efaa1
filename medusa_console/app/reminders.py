"""Reminds of the ends of one store's keys: in its pages after the sign-in, then on the desktop."""

from __future__ import annotations

import logging
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Final

from medusa_console.app.context import Context, StoreContext
from medusa_console.domain import reminders
from medusa_console.domain.api_key import ApiKey
from medusa_console.domain.errors import ConsoleError
from medusa_console.domain.preferences import Reminders
from medusa_console.domain.reminders import UpcomingEnd
from medusa_console.services.session import SignedIn, SignedOut, State
from medusa_console.tasks import Doing
from medusa_console.ui.kit.banner import Notice, NoticeAction, NoticeKind
from medusa_console.ui.kit.translations import translate
from medusa_console.ui.words.reminders import words

log = logging.getLogger(__name__)

FIRST_AFTER: Final = 5.0
"""Seconds after the sign-in, when the first page is there."""
READ_AGAIN: Final = 86_400.0
# A computer that sleeps does not count the seconds meanwhile.
_LONGEST_WAIT = 900.0
_ABOUT = "reminders"


class KeyReminders:
    """The reminders of one open store, as long as somebody is signed in to it; none of the demo
    store, whose keys open nothing."""

    def __init__(self, store: StoreContext, program: Context) -> None:
        self._store = store
        self._services = store.services
        self._tasks = store.tasks
        self._clock = program.tasks.clock
        self._preferences = program.preferences
        self._notifier = program.notifier
        self._stores = program.stores
        self._ends: dict[str, UpcomingEnd] = {}
        # What changed while the ends are being read, None for an end that is gone.
        self._meanwhile: dict[str, UpcomingEnd | None] = {}
        self._listed: set[str] = set()  # the ids of the keys that this run has told of
        self._told: set[str] = set()  # their marks: of very many, the preferences forget some
        self._read_at: float | None = None
        self._first = True
        self._running = False
        if not self._services.store.is_demo:
            self._services.session.changed.subscribe(self._on_session)
            self._services.keys.changed.subscribe(self._on_changed)
            self._services.keys.removed.subscribe(self._on_removed)

    # What changes

    def _on_session(self, state: State) -> None:
        match state:
            case SignedIn() if not self._running or self._stale:
                self._running = True
                self._start(after=FIRST_AFTER)
            case SignedOut():
                self._running, self._first = False, True
                self._ends, self._listed, self._read_at = {}, set(), None
                self._tasks.cancel(_ABOUT)

    def _on_changed(self, key: ApiKey) -> None:
        self._set(key.id, reminders.end_of(key, self._services.clock.latest()))

    def _on_removed(self, key_id: str) -> None:
        self._set(key_id, None)

    def _set(self, key_id: str, end: UpcomingEnd | None) -> None:
        self._meanwhile[key_id] = end
        if self._ends.get(key_id) == end:
            return
        self._take_up({key_id: end})
        if key_id in self._listed and self._is_shown:
            self._show(self._services.clock.now())
        if self._running and not self._first:
            self._start()

    def _take_up(self, changes: Mapping[str, UpcomingEnd | None]) -> None:
        for key_id, end in changes.items():
            self._ends.pop(key_id, None)
            if end is not None:
                self._ends[key_id] = end

    # Waiting

    def _start(self, *, after: float = 0.0) -> None:
        self._tasks.start(self._watch(after), replacing=_ABOUT)

    async def _watch(self, after: float) -> None:
        if after:
            await self._clock.sleep(after)
        while True:
            await self._read()
            await self._tell()
            await self._clock.sleep(self._pause())

    def _pause(self) -> float:
        left = reminders.next_due(self._ends.values(), self._services.clock.now())
        # A moment later than it is due, because the server's clock is known to the second.
        return _LONGEST_WAIT if left is None else min(left.total_seconds() + 1, _LONGEST_WAIT)

    async def _read(self) -> None:
        """Read the ends once a day. Behind a lock the request would wait, and so would what is
        known already."""
        if not self._stale or not isinstance(self._services.session.state, SignedIn):
            return
        self._meanwhile = {}
        try:
            ends = await self._services.ending.read()
        except ConsoleError as error:  # such as a role that may not read keys
            log.info("the ends of keys could not be read: %s", type(error).__name__)
            return
        self._ends = {end.key_id: end for end in ends}
        self._take_up(self._meanwhile)
        self._read_at = self._clock.seconds()
        log.debug("the ends of keys were read: %d", len(ends))

    @property
    def _stale(self) -> bool:
        at = self._read_at
        return at is None or self._clock.seconds() - at >= READ_AGAIN

    # Telling

    async def _tell(self) -> None:
        first, now = self._first, self._services.clock.now()
        if self._read_at is None:
            return
        self._first = False
        until = reminders.next_opening(now) if first else now
        value = self._preferences.value
        origin = self._services.store.origin
        told = self._told.union(value.told_reminders)
        due = reminders.due(self._ends.values(), origin, told, now, until)
        if not due.ends:
            return
        self._told.update(due.marks)
        kept = reminders.kept(value.told_reminders, due.marks)
        self._preferences.change(replace(value, told_reminders=kept))
        self._listed |= {end.key_id for end in due.ends}
        self._show(now)
        if not (first and self._is_seen()):
            await self._notify(due.ends)

    def _show(self, now: datetime) -> None:
        """Show one notice about everything that this run has told and that is still to come; none
        if nothing is."""
        ends = [end for end in self._ends.values() if end.key_id in self._listed and end.lead(now)]
        if not ends:
            self._store.notices().dismiss(_ABOUT)
            return
        ends.sort(key=lambda end: end.at)
        opening = reminders.next_opening(now)
        near = ends[0].at < opening
        save = NoticeAction(
            translate("KeyReminders", "Save calendar file…"), self._save, closes=False
        )
        self._store.notices().add(
            Notice(
                NoticeKind.CAUTION if near else NoticeKind.INFO,
                words.headline(ends, now, opening),
                words.lines(ends),
                actions=(save,),
                about=_ABOUT,
            )
        )

    @property
    def _is_shown(self) -> bool:
        return any(notice.about == _ABOUT for notice in self._store.notices().notices)

    def _is_seen(self) -> bool:
        front = self._stores.front
        return (
            self._store.window.isActiveWindow()
            and front is not None
            and front.id == self._services.store.id
        )

    async def _notify(self, ends: Sequence[UpcomingEnd]) -> None:
        wanted = self._preferences.value.reminders
        if wanted is Reminders.OFF:
            return
        # Behind a lock no name of a key is shown, wherever.
        named = wanted is Reminders.WITH_NAMES and isinstance(
            self._services.session.state, SignedIn
        )
        store = self._services.store.name if named else ""
        title, text = words.notification(ends, self._services.clock.now(), store)
        await self._notifier.notify(title, text)

    def _save(self) -> None:
        doing = Doing(translate("KeyReminders", "Save calendar file"), "calendar file")
        self._tasks.start(self._save_calendar(), doing=doing, replacing="calendar file")

    async def _save_calendar(self) -> None:
        from medusa_console.ui.keys.calendar_file import save_calendar  # seldom needed

        ends = sorted(self._ends.values(), key=lambda end: end.at)
        if not ends:
            return
        notices = self._store.notices()
        now = self._services.clock.now()
        told = await save_calendar(notices, self._services.store, ends, now, self._clock)
        if told is not None:
            self._store.notices().add(told)
