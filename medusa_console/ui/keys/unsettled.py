"""Creations that nobody has settled: tells them, and offers what can be done about each."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Coroutine, Sequence
from datetime import datetime
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from medusa_console.domain.api_key import ApiKey, KeyType, PendingKey
from medusa_console.domain.errors import ConsoleError, SignInNeeded
from medusa_console.tasks import Doing
from medusa_console.ui.kit.banner import Notice, NoticeAction, NoticeKind
from medusa_console.ui.kit.text import shown
from medusa_console.ui.once.lost import knowledge
from medusa_console.ui.records.context import PageContext
from medusa_console.ui.words import labels

log = logging.getLogger(__name__)


class UnsettledKeys(QObject):
    """The notices about unsettled creations of one page. While `asking` is locked, a question of
    the page is open.

    `revoke_used` asks whether to revoke a key that somebody may use, and revokes it; the question
    begins with what is known of that key. `schedule` asks when a key is to end, a given time first,
    and returns whether it has an end. `find_lost` finds a key that nobody has.
    """

    def __init__(
        self,
        page: QWidget,
        context: PageContext,
        asking: asyncio.Lock,
        revoke_used: Callable[[ApiKey, str], Coroutine[Any, Any, None]],
        schedule: Callable[[ApiKey, datetime | None], Coroutine[Any, Any, bool]],
        find_lost: Callable[[PendingKey], Coroutine[Any, Any, ApiKey | None]],
    ) -> None:
        super().__init__(page)
        self._context = context
        self._services = context.services
        self._tasks = context.tasks
        self._asking = asking
        self._revoke_used = revoke_used
        self._schedule = schedule
        self._find_lost = find_lost

    async def offer_all(self) -> None:
        """Tell of every creation of an earlier run that nobody has settled."""
        for line in await self._services.keys.unsettled():
            if not self._services.keys.began_in_this_run(line):
                await self.offer(line)

    async def offer(self, line: PendingKey, why: str = "") -> None:
        """Tell of `line` and offer what can be done, beginning with `why`, unless its key is dead
        or was never created."""
        try:
            found = await self._services.keys.candidates(line)
        except SignInNeeded:
            raise
        except ConsoleError as error:
            log.info("asking for an unsettled key: %s", type(error).__name__)
            self._notify_of(line, why, self.tr("Whether it still works could not be checked."))
            return
        if found and line.key_id is not None and _has_its_end(line, found[0]):
            await self._services.keys.settle(line)
        elif found:
            self._notify_of(line, why, self._state(line, found), lacks_end=_lacks_end(line, found))
        elif self._services.keys.is_old(line):
            await self._services.keys.settle(line)  # it was never created, or is dead by now

    def _state(self, line: PendingKey, found: Sequence[ApiKey]) -> str:
        if line.end is None or line.key_id is None or _lacks_end(line, found):
            return self.tr("The key is active.")
        text = self.tr("The key works until {when}.")
        return text.format(when=labels.with_weekday(found[0].revoked_at or line.end))

    def _notify_of(
        self, line: PendingKey, why: str, state: str, *, lacks_end: bool = False
    ) -> None:
        revoke = NoticeAction(
            self.tr("Revoke…"),
            lambda: self._start(lambda: self._revoke_unsettled(line), line),
            closes=False,
        )
        stored = NoticeAction(
            self.tr("I have saved this key"), lambda: self.settle(line), closes=False
        )
        set_end = NoticeAction(
            self.tr("Set its end…"),
            lambda: self._start(lambda: self._set_end(line), line),
            closes=False,
        )
        later = NoticeAction(self.tr("Later"), lambda: None)
        if line.key_id is None:
            title = self.tr("“{title}” may have been created")
            actions: tuple[NoticeAction, ...] = (revoke, later)
        elif line.type is KeyType.PUBLISHABLE:
            keep = NoticeAction(
                self.tr("Keep without an end"), lambda: self.settle(line), closes=False
            )
            title = self.tr("“{title}” has no end yet")
            actions = (set_end, keep, later)
        else:
            title = self.tr("“{title}” may not have been saved")
            actions = (*([set_end] if lacks_end else []), revoke, stored, later)
        told = (self._history(line), why, self._wish(line, lacks_end=lacks_end), state)
        text = " ".join(part for part in told if part)
        notice = Notice(
            NoticeKind.CAUTION,
            title.format(title=shown(line.title)),
            text,
            actions=actions,
            about=line.about,
            pressing=True,
        )
        self._context.notify(notice)

    def _wish(self, line: PendingKey, *, lacks_end: bool) -> str:
        if line.end is None:
            return ""
        text = (
            self.tr("It was to end on {when}, and has no end yet.")
            if lacks_end
            else self.tr("It was to end on {when}.")
        )
        return text.format(when=labels.with_weekday(line.end))

    def _history(self, line: PendingKey) -> str:
        if line.type is KeyType.PUBLISHABLE and line.key_id is not None:
            text = self.tr("It was created at {when} in {store} ({environment}).")
        elif line.key_id is None:
            text = self.tr(
                "{store} ({environment}) didn't answer at {when}, so its secret never reached this "
                "computer."
            )
        elif line.copied:
            text = self.tr(
                "It was created at {when} in {store} ({environment}), copied, and never confirmed "
                "as saved."
            )
        elif line.shown:
            text = self.tr(
                "It was created at {when} in {store} ({environment}), shown, and never confirmed "
                "as saved."
            )
        else:
            text = self.tr(
                "It was created at {when} in {store} ({environment}), but neither shown nor "
                "copied, so nobody has it."
            )
        store = self._services.store
        return text.format(
            store=shown(store.name),
            environment=labels.inside(labels.environment(store.environment)),
            when=labels.short_moment(line.started_at),
        )

    async def _revoke_unsettled(self, line: PendingKey) -> None:
        if line.copied or line.shown:
            await self._revoke_used(line.key(), knowledge(line))
        else:
            async with self._asking:
                await self._find_lost(line)

    async def _set_end(self, line: PendingKey) -> None:
        if await self._schedule(line.key(), line.end):
            self._context.dismiss(line.about)
            await self.offer(line)

    async def settle_line(self, line: PendingKey) -> None:
        """Forget `line` and what is told of it."""
        await self._services.keys.settle(line)
        self._context.dismiss(line.about)

    def settle(self, line: PendingKey) -> None:
        """Start to forget `line`; a failure is told."""
        self._start(lambda: self.settle_line(line), line)

    def _start(self, work: Callable[[], Coroutine[Any, Any, None]], line: PendingKey) -> None:
        words = self.tr("Resolve “{title}”").format(title=shown(line.title))
        doing = Doing(words, f"settle {line.about}")
        self._context.dismiss(doing.about)
        self._tasks.start(
            work(), doing=doing, again=lambda: self._start(work, line), replacing=doing.about
        )


def _lacks_end(line: PendingKey, found: Sequence[ApiKey]) -> bool:
    """Whether the key of `line`, as it was `found`, lacks the end that was wished for."""
    return line.end is not None and line.key_id is not None and found[0].revoked_at is None


def _has_its_end(line: PendingKey, key: ApiKey) -> bool:
    """Whether nothing is left to settle: a publishable key that has an end."""
    return line.type is KeyType.PUBLISHABLE and key.revoked_at is not None
