"""Creates keys: the form, the secret that is shown once, and creations nobody has settled."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Coroutine
from dataclasses import replace
from datetime import datetime
from functools import partial
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from medusa_console.domain.api_key import ApiKey, CreatedKey, KeyType, PendingKey
from medusa_console.domain.errors import ConsoleError, Forbidden, NotFound
from medusa_console.domain.key_end import seconds_until
from medusa_console.domain.policy import Action, denial
from medusa_console.services.api_keys import CreationLost
from medusa_console.services.store_services import StoreServices
from medusa_console.tasks import Doing, TaskScope
from medusa_console.ui.keys.channel_field import ChannelField
from medusa_console.ui.keys.end_actions import admin_note, note_told
from medusa_console.ui.keys.end_field import for_a_new_key
from medusa_console.ui.keys.end_of_new_key import EndOfNewKey
from medusa_console.ui.keys.form import KeyForm, Wanted
from medusa_console.ui.keys.unsettled import UnsettledKeys
from medusa_console.ui.kit.submission import Accepted, Lost, Stopped
from medusa_console.ui.kit.text import shown
from medusa_console.ui.kit.translations import translate
from medusa_console.ui.once.end_first import EndFirst
from medusa_console.ui.once.lost import LostAnswer, LostKey
from medusa_console.ui.once.reveal import RevealAnswer, RevealKey
from medusa_console.ui.records.context import PageContext
from medusa_console.ui.words.permissions import why_not

log = logging.getLogger(__name__)

_PREPARING = "once-only dialog"
_LEAVES_WITHIN = 0.02
"""In that many seconds a request has usually left. Nothing breaks where it has not."""


class KeyCreation(QObject):
    """Creates the keys of one page. While `asking` is locked, a question of the page is open.

    `revoke_used` asks whether to revoke a key that somebody may use, and revokes it; the question
    begins with what is known of that key. `schedule` asks when a key is to end, a given time first,
    and returns whether it has an end.
    """

    def __init__(
        self,
        page: QWidget,
        context: PageContext,
        asking: asyncio.Lock,
        revoke_used: Callable[[ApiKey, str], Coroutine[Any, Any, None]],
        schedule: Callable[[ApiKey, datetime | None], Coroutine[Any, Any, bool]],
    ) -> None:
        super().__init__(page)
        self._page = page
        self._context = context
        self._services = context.services
        self._tasks = context.tasks
        self._asking = asking
        self._prepared: RevealKey | None = None
        self._unsettled = UnsettledKeys(
            page, context, asking, revoke_used, schedule, self._find_lost
        )

    async def create(self, title: str = "", end: datetime | None = None) -> ApiKey | None:
        """Ask for title, type and end, create the key and, if it is secret, show it once."""
        creator = _Creator(self._services)
        self._tasks.start(creator.prefetch())
        ends = for_a_new_key(self._services.clock.now)
        if end is not None:
            ends.choose(end)

        async def submit(wanted: Wanted) -> tuple[CreatedKey, PendingKey]:
            if wanted.type is KeyType.SECRET:
                self._tasks.start(self._prepare(wanted.title), replacing=_PREPARING)
            try:
                return await creator.create(wanted)
            except BaseException:
                self._throw_away()
                raise

        form = KeyForm(
            self._page,
            self._services.store,
            submit,
            self._tasks,
            heading=self.tr("Create key"),
            action=self.tr("Create"),
            title=title,
            channels=partial(channel_field, self._services),
            asks_use=True,
            end=ends,
            end_notes=admin_note(self._context.preferences),
        )
        match await form.ask():
            case Accepted((created, line)):
                if creator.note:
                    self._note(created.key, creator.note)
                if line.end is not None:
                    note_told(self._context.preferences)
                return await self._settle_new(created, line)
            case Lost(CreationLost(line=line)):
                return await self._find_lost(line)
            case Stopped(wanted):
                under_way = self._services.keys.under_way(wanted.title, wanted.type)
                return await self._find_lost(under_way) if under_way is not None else None
        return None

    async def _settle_new(self, created: CreatedKey, line: PendingKey) -> ApiKey:
        """Show a new secret, or give a publishable key its end; the key as it is then."""
        latest = created.key

        def follow(key: ApiKey) -> None:
            nonlocal latest
            if key.id == latest.id:
                latest = key

        unsubscribe = self._services.keys.changed.subscribe(follow)
        try:
            if created.key.type is KeyType.SECRET:
                await self.reveal(created, line)
            elif line.end is not None:
                await self._give_end(created.key, line)
        finally:
            unsubscribe()
        return latest

    async def offer_unsettled(self) -> None:
        """Offer to revoke the keys of an earlier run that nobody confirmed as saved."""
        await self._unsettled.offer_all()

    async def reveal(self, created: CreatedKey, line: PendingKey) -> RevealAnswer | None:
        """Show a new secret once, and settle its line when it is saved."""
        lines = [line]

        async def note_copied() -> None:
            lines[0] = await self._services.keys.mark_copied(lines[0])

        async def note_shown() -> None:
            lines[0] = await self._services.keys.mark_shown(lines[0])

        def copied() -> None:
            lines[0] = replace(lines[0], copied=True)  # the dialog may close before the disk has it
            words = self.tr("Record that the key was copied")
            self._tasks.start(note_copied(), doing=Doing(words, f"copied {line.about}"))

        def was_shown() -> None:
            words = self.tr("Record that the key was shown")
            self._tasks.start(note_shown(), doing=Doing(words, f"shown {line.about}"))

        self._tasks.cancel(_PREPARING)
        dialog, self._prepared = self._prepared or self._once_only(created.key.title), None
        # Nothing is awaited afterwards: the next question may be asked at once.
        answer = await dialog.ask(
            created,
            copied=copied,
            shown=was_shown,
            revoke=lambda: self._revoke_or_gone(created.key.id),
            end=self._end_first(created.key.id, line),
        )
        match answer:
            case RevealAnswer.STORED:
                self._unsettled.settle(lines[0])
            case RevealAnswer.EXPIRED:
                # Asks the server, and so waits until somebody has unlocked the store.
                why = self.tr("It was discarded 10 minutes after the store was locked.")
                self._tasks.start(self._unsettled.offer(lines[0], why))
        return answer

    def _once_only(self, title: str) -> RevealKey:
        """The once-only dialog for the next key, still without its secret."""
        return RevealKey(
            self._page,
            self._services.store,
            title,
            self._context.copy,
            seconds=self._context.preferences.value.clipboard_seconds,
            hand_over=self._context.hand_over,
            hold=self._services.unsaved.hold,
            tasks=self._tasks,
        )

    async def _prepare(self, title: str) -> None:
        """Build the once-only dialog while the store creates the key. The request leaves first."""
        await self._tasks.clock.sleep(_LEAVES_WITHIN)
        self._prepared = self._once_only(title)

    def _throw_away(self) -> None:
        """Delete the dialog of a key that is not there, which nobody has seen."""
        self._tasks.cancel(_PREPARING)
        dialog, self._prepared = self._prepared, None
        if dialog is not None and isValid(dialog):  # not destroyed with the page
            dialog.deleteLater()

    def _note(self, key: ApiKey, note: str) -> None:
        """Note where `key` is used. Nobody waits for it, because its secret is shown now."""
        words = self.tr("Note where “{title}” is used").format(title=shown(key.title))
        doing = Doing(words, f"note {key.id}")
        self._tasks.start(self._services.notes.write(key.id, note), doing=doing)

    def _end_first(self, key_id: str, line: PendingKey) -> Callable[[TaskScope], EndFirst] | None:
        """What gives a new key the end that its line wishes for; None without such a wish."""
        if (end := line.end) is None:
            return None

        # Medusa lets a publishable key that somebody has revoked meanwhile work again.
        ends, revives = self._services.ends, line.type is KeyType.PUBLISHABLE
        set_at = ends.move_to if revives else ends.end_at

        async def set_end() -> ApiKey:
            return await self._services.permissions.write(set_at(key_id, end))

        async def note_without() -> None:
            await self._services.keys.without_end(line)

        def go_without() -> None:
            words = self.tr("Record that the key has no end")
            self._tasks.start(note_without(), doing=Doing(words, f"no end {line.about}"))

        return lambda tasks: EndFirst(end, set_end, go_without, tasks)

    async def _give_end(self, key: ApiKey, line: PendingKey) -> None:
        """Give a publishable key its end; its line stays until that is settled."""
        if (end := self._end_first(key.id, line)) is None:
            return
        dialog = EndOfNewKey(
            self._page,
            self._services.store,
            key.title,
            end,
            revoke=lambda: self._revoke_or_gone(key.id),
            tasks=self._tasks,
        )
        # Nothing is awaited afterwards: the next question may be asked at once.
        if await dialog.ask():
            self._unsettled.settle(line)

    async def _find_lost(self, line: PendingKey) -> ApiKey | None:
        """As `look_for`; the key that was created instead, if any."""
        again, found = await self.look_for(line)
        return await self.create(line.title, line.end) if again else found

    async def look_for(self, line: PendingKey) -> tuple[bool, ApiKey | None]:
        """Find the key of a creation without an answer, and offer to revoke it. Returns whether
        another one is to be created, and the publishable key that was found."""

        async def revoke(key: ApiKey) -> None:
            await self._revoke_or_gone(key.id)
            await self._unsettled.settle_line(line)

        dialog = LostKey(
            self._page,
            self._services.store,
            line,
            candidates=lambda: self._services.keys.candidates(line),
            revoke=revoke,
            tasks=self._tasks,
        )
        chosen = await dialog.ask()
        if chosen is LostAnswer.CREATE_AGAIN:
            await self._unsettled.settle_line(line)
            return True, None
        if chosen is LostAnswer.FOUND and line.type is KeyType.PUBLISHABLE:
            if dialog.found is not None and line.end is not None:
                await self._give_end(dialog.found, line)
            else:
                # A publishable key is not lost with its answer.
                await self._unsettled.settle_line(line)
            return False, dialog.found
        return False, None

    async def _revoke_or_gone(self, key_id: str) -> None:
        try:
            await self._services.permissions.write(self._services.keys.revoke(key_id))
        except NotFound:
            return  # without its record no key works


async def create_publishable_key(
    services: StoreServices, tasks: TaskScope, parent: QWidget
) -> ApiKey | None:
    """Ask over `parent` for a title and create the key; None: there is none, or its answer was
    lost. A list of keys then shows it, because publishable keys can be read again."""
    form = KeyForm(
        parent,
        services.store,
        _Creator(services).create,
        tasks,
        heading=translate("KeyCreation", "Create publishable key"),
        action=translate("KeyCreation", "Create"),
        title=translate("KeyCreation", "Storefront"),
        types=(KeyType.PUBLISHABLE,),
        channels=partial(channel_field, services),
    )
    match await form.ask():
        case Accepted((created, _)):
            return created.key
        case Lost(CreationLost(line=line)):
            await services.keys.settle(line)
    return None


def channel_field(services: StoreServices, tasks: TaskScope) -> ChannelField:
    """The field for a new key's sales channel, with the permissions that are known now."""
    denied = denial(
        Action.ADD_CHANNEL, services.permissions.value, read_only=services.store.read_only
    )
    return ChannelField(
        lambda: services.permissions.read(services.channels.for_new_key),
        tasks,
        why_not([denied] if denied else []),
    )


class _Creator:
    """Creates one key. A lost creation is found among the keys that are newer than the newest key
    before it, which is asked for while the form is being filled in."""

    def __init__(self, services: StoreServices) -> None:
        self._services = services
        self._asking = asyncio.Lock()
        self._known = False
        self._newest: datetime | None = None
        self.note = ""  # where the created key is used

    async def create(self, wanted: Wanted) -> tuple[CreatedKey, PendingKey]:
        """Create the key. Raises CreationLost when the answer is lost."""
        self.note = wanted.note
        await self._learn()
        now = self._services.clock.now()
        ends_in = seconds_until(wanted.end, now) if wanted.end is not None else None
        create = self._services.keys.create(
            wanted.title, wanted.type, self._newest, wanted.channel, ends_in
        )
        return await self._services.permissions.write(create)

    async def prefetch(self) -> None:
        """Ask early; what fails now is asked again, and told, when the form is sent."""
        try:
            await self._learn()
        except ConsoleError as error:
            log.info("asking for the newest key: %s", type(error).__name__)

    async def _learn(self) -> None:
        async with self._asking:
            if self._known:
                return
            try:
                self._newest = await self._services.keys.newest()
            except Forbidden:
                self._newest = None  # who may create but not read gets no bound
            self._known = True
