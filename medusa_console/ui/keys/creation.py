"""Creates keys: the form, the secret that is shown once, and creations nobody has settled."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Coroutine
from datetime import datetime
from functools import partial
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from medusa_console.domain.api_key import ApiKey, CreatedKey, KeyType, PendingKey
from medusa_console.domain.errors import ConsoleError, Forbidden, NotFound, SignInNeeded
from medusa_console.domain.policy import Action, denial
from medusa_console.services.api_keys import CreationLost
from medusa_console.services.store_services import StoreServices
from medusa_console.tasks import Doing, TaskScope
from medusa_console.ui.keys.channel_field import ChannelField
from medusa_console.ui.keys.form import KeyForm, Wanted
from medusa_console.ui.kit.banner import Notice, NoticeAction, NoticeKind
from medusa_console.ui.kit.submission import Accepted, Lost, Stopped
from medusa_console.ui.kit.text import shown
from medusa_console.ui.kit.translations import translate
from medusa_console.ui.once.lost import LostAnswer, LostKey, knowledge
from medusa_console.ui.once.reveal import RevealAnswer, RevealKey
from medusa_console.ui.records.context import PageContext
from medusa_console.ui.words import labels
from medusa_console.ui.words.permissions import why_not

log = logging.getLogger(__name__)


class KeyCreation(QObject):
    """Creates the keys of one page. While `asking` is locked, a question of the page is open.

    `revoke_used` asks whether to revoke a key that somebody may use, and revokes it; the question
    begins with what is known of that key.
    """

    def __init__(
        self,
        page: QWidget,
        context: PageContext,
        asking: asyncio.Lock,
        revoke_used: Callable[[ApiKey, str], Coroutine[Any, Any, None]],
    ) -> None:
        super().__init__(page)
        self._page = page
        self._context = context
        self._services = context.services
        self._tasks = context.tasks
        self._asking = asking
        self._revoke_used = revoke_used

    async def create(self, title: str = "") -> ApiKey | None:
        """Ask for title and type, create the key and, if it is secret, show it once."""
        creator = _Creator(self._services)
        self._tasks.start(creator.prefetch())
        form = KeyForm(
            self._page,
            self._services.store,
            creator.create,
            self._tasks,
            heading=self.tr("Create key"),
            action=self.tr("Create"),
            title=title,
            channels=partial(channel_field, self._services),
            asks_use=True,
        )
        match await form.ask():
            case Accepted((created, line)):
                if creator.note:
                    self._note(created.key, creator.note)
                if created.key.type is KeyType.SECRET:
                    await self.reveal(created, line)
                return created.key
            case Lost(CreationLost(line=line)):
                return await self._find_lost(line)
            case Stopped(wanted):
                under_way = self._services.keys.under_way(wanted.title, wanted.type)
                return await self._find_lost(under_way) if under_way is not None else None
        return None

    async def offer_unsettled(self) -> None:
        """Offer to revoke the keys of an earlier run that nobody confirmed as saved."""
        for line in await self._services.keys.unsettled():
            if not self._services.keys.began_in_this_run(line):
                await self._offer(line)

    async def reveal(self, created: CreatedKey, line: PendingKey) -> RevealAnswer | None:
        """Show a new secret once, and settle its line when it is saved."""
        lines = [line]

        async def note_copied() -> None:
            lines[0] = await self._services.keys.mark_copied(lines[0])

        async def note_shown() -> None:
            lines[0] = await self._services.keys.mark_shown(lines[0])

        def copied() -> None:
            words = self.tr("Record that the key was copied")
            self._tasks.start(note_copied(), doing=Doing(words, f"copied {line.about}"))

        def was_shown() -> None:
            words = self.tr("Record that the key was shown")
            self._tasks.start(note_shown(), doing=Doing(words, f"shown {line.about}"))

        dialog = RevealKey(
            self._page,
            self._services.store,
            created,
            self._context.copy,
            hand_over=self._context.hand_over,
            seconds=self._context.preferences.value.clipboard_seconds,
            copied=copied,
            shown=was_shown,
            revoke=lambda: self._revoke_or_gone(created.key.id),
            hold=self._services.unsaved.hold,
            tasks=self._tasks,
        )
        # Nothing is awaited afterwards: the next question may be asked at once.
        answer = await dialog.ask()
        match answer:
            case RevealAnswer.STORED:
                self._settle(lines[0])
            case RevealAnswer.EXPIRED:
                # Asks the server, and so waits until somebody has unlocked the store.
                why = self.tr("It was discarded 10 minutes after the store was locked.")
                self._tasks.start(self._offer(lines[0], why))
        return answer

    def _note(self, key: ApiKey, note: str) -> None:
        """Note where `key` is used. Nobody waits for it, because its secret is shown now."""
        words = self.tr("Note where “{title}” is used").format(title=shown(key.title))
        doing = Doing(words, f"note {key.id}")
        self._tasks.start(self._services.notes.write(key.id, note), doing=doing)

    async def _find_lost(self, line: PendingKey) -> ApiKey | None:
        """As `look_for`; the key that was created instead, if any."""
        again, found = await self.look_for(line)
        return await self.create(line.title) if again else found

    async def look_for(self, line: PendingKey) -> tuple[bool, ApiKey | None]:
        """Find the key of a creation without an answer, and offer to revoke it. Returns whether
        another one is to be created, and the publishable key that was found."""

        async def revoke(key: ApiKey) -> None:
            await self._revoke_or_gone(key.id)
            await self._settle_line(line)

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
            await self._settle_line(line)
            return True, None
        if chosen is LostAnswer.FOUND and line.type is KeyType.PUBLISHABLE:
            await self._settle_line(line)  # a publishable key is not lost with its answer
            return False, dialog.found
        return False, None

    async def _revoke_or_gone(self, key_id: str) -> None:
        try:
            await self._services.permissions.write(self._services.keys.revoke(key_id))
        except NotFound:
            return  # without its record no key works

    async def _offer(self, line: PendingKey, why: str = "") -> None:
        try:
            found = await self._services.keys.candidates(line)
        except SignInNeeded:
            raise
        except ConsoleError as error:
            log.info("asking for an unsettled key: %s", type(error).__name__)
            self._notify_of(line, why, self.tr("Whether it still works could not be checked."))
            return
        if found:
            self._notify_of(line, why, self.tr("The key is active."))
        elif self._services.keys.is_old(line):
            await self._services.keys.settle(line)  # it was never created, or is dead by now

    def _notify_of(self, line: PendingKey, why: str, state: str) -> None:
        revoke = NoticeAction(
            self.tr("Revoke…"),
            lambda: self._start(lambda: self._revoke_unsettled(line), line),
            closes=False,
        )
        stored = NoticeAction(
            self.tr("I have saved this key"), lambda: self._settle(line), closes=False
        )
        later = NoticeAction(self.tr("Later"), lambda: None)
        if line.key_id is None:
            title = self.tr("“{title}” may have been created")
            actions: tuple[NoticeAction, ...] = (revoke, later)
        else:
            title = self.tr("“{title}” may not have been saved")
            actions = (revoke, stored, later)
        text = " ".join(part for part in (self._history(line), why, state) if part)
        notice = Notice(
            NoticeKind.CAUTION,
            title.format(title=shown(line.title)),
            text,
            actions=actions,
            about=line.about,
            pressing=True,
        )
        self._context.notify(notice)

    def _history(self, line: PendingKey) -> str:
        if line.key_id is None:
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

    async def _settle_line(self, line: PendingKey) -> None:
        await self._services.keys.settle(line)
        self._context.dismiss(line.about)

    def _settle(self, line: PendingKey) -> None:
        self._start(lambda: self._settle_line(line), line)

    def _start(self, work: Callable[[], Coroutine[Any, Any, None]], line: PendingKey) -> None:
        words = self.tr("Resolve “{title}”").format(title=shown(line.title))
        doing = Doing(words, f"settle {line.about}")
        self._context.dismiss(doing.about)
        self._tasks.start(
            work(), doing=doing, again=lambda: self._start(work, line), replacing=doing.about
        )


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
        create = self._services.keys.create(wanted.title, wanted.type, self._newest, wanted.channel)
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
