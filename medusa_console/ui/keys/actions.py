"""What the keys page lets a person do with a key, each from the question to the result."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Coroutine
from datetime import datetime
from functools import cached_property
from typing import Any

from PySide6.QtWidgets import QWidget

from medusa_console.domain import policy
from medusa_console.domain.api_key import ApiKey, CreatedKey, KeyState, KeyType, PendingKey
from medusa_console.domain.errors import ConsoleError, Forbidden, NotFound, OutcomeUnknown
from medusa_console.domain.policy import Action
from medusa_console.services.api_keys import CreationLost
from medusa_console.services.store_services import StoreServices
from medusa_console.tasks import TaskScope
from medusa_console.ui.keys.form import KeyForm
from medusa_console.ui.kit.announce import announce
from medusa_console.ui.kit.ask import confirm
from medusa_console.ui.kit.banner import Notice, NoticeAction, NoticeKind
from medusa_console.ui.kit.submission import Accepted, Lost, Stopped
from medusa_console.ui.kit.text import shown
from medusa_console.ui.kit.toast import Toast
from medusa_console.ui.kit.translations import translate
from medusa_console.ui.once.lost import LostKey
from medusa_console.ui.once.reveal import RevealAnswer, RevealKey
from medusa_console.ui.records.actions import PageAction, PageActions, RowAction
from medusa_console.ui.words import labels

log = logging.getLogger(__name__)


class KeyActions(PageActions):
    """What can be done with keys."""

    async def create(self) -> ApiKey | None:
        """Ask for title and type, create the key and, for a secret, show it once."""
        if self._asking.locked():
            return None
        async with self._asking:
            return await self._create("")

    async def _create(self, title: str) -> ApiKey | None:
        bound = _Bound(self._services)
        self._tasks.start(bound.prefetch())

        async def submit(chosen: str, kind: KeyType) -> tuple[CreatedKey, PendingKey]:
            create = self._services.keys.create(chosen, kind, await bound.get())
            return await self._services.permissions.write(create)

        form = KeyForm(
            self._page,
            self._services.store,
            submit,
            self._tasks,
            heading=self.tr("Create key"),
            action=self.tr("Create"),
            title=title,
        )
        lost: PendingKey | None = None
        match await form.ask():
            case Accepted((created, line)):
                if created.key.type is KeyType.SECRET:
                    await self._reveal(created, line)
                return created.key
            case Lost(CreationLost(line=line)):
                lost = line
            case Stopped((chosen, kind)):
                lost = self._services.keys.under_way(chosen, kind)
        return await self._find_lost(lost) if lost is not None else None

    async def find_lost(self, line: PendingKey) -> ApiKey | None:
        """A creation without an answer: find what it made, and offer to revoke it."""
        async with self._asking:
            return await self._find_lost(line)

    async def _find_lost(self, line: PendingKey) -> ApiKey | None:

        async def revoke(key: ApiKey) -> None:
            await self._revoke_or_gone(key.id)
            await self._services.keys.settle(line)

        dialog = LostKey(
            self._page,
            self._services.store,
            line,
            candidates=lambda: self._services.keys.candidates(line),
            revoke=revoke,
            tasks=self._tasks,
        )
        if await dialog.ask():
            await self._services.keys.settle(line)
            return await self._create(line.title)
        return None

    async def rename(self, key: ApiKey) -> ApiKey | None:
        """Ask for another title; the key as it was before, for undoing, or None. Raises
        OutcomeUnknown when the answer was lost."""
        if self._asking.locked():
            return None

        async def submit(title: str, _kind: KeyType) -> None:
            rename = self._services.keys.rename(key.id, title)
            await self._services.permissions.write(rename)

        form = KeyForm(
            self._page,
            self._services.store,
            submit,
            self._tasks,
            heading=self.tr("Rename key"),
            action=self.tr("Rename"),
            title=key.title,
            with_type=False,
        )
        async with self._asking:
            answered = await form.ask()
        if isinstance(answered, Lost):
            raise answered.error
        return key if isinstance(answered, Accepted) else None

    @cached_property
    def _toast(self) -> Toast:
        return Toast(self._page)

    async def rename_with_undo(self, key: ApiKey) -> None:
        """Rename, and offer for a while to undo it."""

        async def undo() -> None:
            await self._services.keys.rename(key.id, key.title)

        if await self.rename(key) is not None:
            doing = self.tr("Undo the renaming of {title}").format(title=shown(key.title))
            self._toast.offer(self.tr("Renamed"), self.tr("Undo"), lambda: self.do(undo, doing))

    async def revoke(self, listed: ApiKey) -> None:
        """Re-read, ask, revoke with proof. What has no proof is marked, never reported done."""
        key = await self._read_again(listed.id)
        if key is None or self._asking.locked():
            return  # it is dead already, or another question was asked meanwhile
        async with self._asking:
            sure = await self._ask_to_revoke(key)
        if not sure:
            return
        try:
            await self._services.keys.revoke(listed.id)
        except OutcomeUnknown:
            announce(self._page, self.tr("Not confirmed"), assertive=True)  # the row says the rest
        except NotFound:
            announce(
                self._page, self.tr("Its record is gone, so it does not work."), assertive=True
            )
        else:
            announce(self._page, self.tr("Revoked"), assertive=True)

    async def _read_again(self, key_id: str) -> ApiKey | None:
        """The key as it is now, None if it does not work any more."""
        key = (await self._services.keys.get(key_id)).value
        state = self._services.keys.state(key)
        if not state.works:
            announce(self._page, labels.state(state))
            return None
        return key

    async def _ask_to_revoke(self, key: ApiKey) -> bool:
        return await confirm(
            self._page,
            self._services.store,
            self.tr("Revoke “{title}”?").format(title=shown(key.title)),
            self._consequences(key),
            action=self.tr("Revoke key"),
            keep=self.tr("Keep key"),
            danger=True,
            clock=self._tasks.clock,
        )

    async def delete_record(self, key: ApiKey) -> None:
        """Ask, then make the server forget a revoked key."""
        if self._asking.locked():
            return
        async with self._asking:
            sure = await confirm(
                self._page,
                self._services.store,
                self.tr("Delete the record of “{title}”?").format(title=shown(key.title)),
                self.tr(
                    "{redacted} is revoked already. The server keeps nothing of a deleted record: "
                    "neither that the key existed, nor who revoked it and when. "
                    "This cannot be undone."
                ).format(redacted=shown(key.redacted)),
                action=self.tr("Delete record"),
                keep=self.tr("Keep record"),
                danger=True,
                clock=self._tasks.clock,
            )
        if sure:
            await self._services.keys.delete_record(key.id)

    async def check(self, key: ApiKey) -> None:
        """Read a key whose revoke was not confirmed, and say what was found."""
        try:
            state = await self._services.keys.check(key.id)
        except NotFound:
            announce(self._page, self.tr("Its record is gone, so it does not work."))
            return
        text = (
            self.tr("It still works at {time}.").format(time=labels.now_clock())
            if state.works
            else labels.state(state)
        )
        announce(self._page, text, assertive=True)
        if state.works:
            title = self.tr("“{title}” still works").format(title=shown(key.title))
            self._notify(Notice(NoticeKind.CAUTION, title, text))

    def state(self, key: ApiKey) -> KeyState:
        """Whether `key` works now."""
        return self._services.keys.state(key)

    def may_work_still(self, key: ApiKey) -> bool:
        """Whether the server did not confirm that it revoked `key`."""
        return self.state(key).works and self._services.keys.unconfirmed(key.id) is not None

    async def offer_unsettled(self) -> None:
        """Creations of an earlier run that nobody confirmed: say so, and offer to revoke them."""
        for line in await self._services.keys.unsettled():
            await self._offer(line, self.tr("The program closed before you confirmed."))

    async def _offer(self, line: PendingKey, why: str) -> None:
        if await self._services.keys.candidates(line):
            self._notify_of(line, why)
        elif self._services.keys.is_old(line):
            await self._services.keys.settle(line)  # it was never created, or is dead by now

    def _notify_of(self, line: PendingKey, why: str) -> None:
        store = self._services.store
        text = self.tr("“{title}”, {store} ({environment}), {when}. {why} It still works.").format(
            title=shown(line.title),
            store=store.name,
            environment=labels.environment(store.environment).lower(),
            when=labels.short_moment(line.started_at),
            why=why,
        )
        revoke = NoticeAction(
            self.tr("Revoke…"), lambda: self._start(lambda: self.find_lost(line), line)
        )
        stored = NoticeAction(
            self.tr("I have stored this key"),
            lambda: self._start(lambda: self._services.keys.settle(line), line),
        )
        later = NoticeAction(self.tr("Later"), lambda: None)
        actions = (revoke, later) if line.key_id is None else (revoke, stored, later)
        title = self.tr("A key may never have been stored")
        self._notify(Notice(NoticeKind.CAUTION, title, text, actions=actions))

    def _start(self, work: Callable[[], Coroutine[Any, Any, object]], line: PendingKey) -> None:
        async def run() -> None:
            await work()

        doing = self.tr("Settle {title}").format(title=shown(line.title))
        self._tasks.start(
            run(), doing=doing, again=lambda: self._start(work, line), replacing=doing
        )

    async def _reveal(self, created: CreatedKey, line: PendingKey) -> None:
        lines = [line]
        key_id = created.key.id

        async def note_copied() -> None:
            lines[0] = await self._services.keys.mark_copied(lines[0])

        def copied() -> None:
            self._tasks.start(note_copied(), doing=self.tr("Note that the key was copied"))

        async def revoke() -> None:
            await self._revoke_or_gone(key_id)

        dialog = RevealKey(
            self._page,
            self._services.store,
            created,
            self._copy,
            seconds=self._preferences.value.clipboard_seconds,
            copied=copied,
            revoke=revoke,
            hold=self._services.unstored.hold,
            tasks=self._tasks,
        )
        # Nothing is awaited afterwards: the next question may be asked at once.
        match await dialog.ask():
            case RevealAnswer.STORED:
                self._start(lambda: self._services.keys.settle(lines[0]), lines[0])
            case RevealAnswer.EXPIRED:
                # Asks the server, and so waits until somebody has unlocked the store.
                why = self.tr("It was discarded 10 minutes after the store was locked.")
                self._tasks.start(self._offer(lines[0], why))

    async def _revoke_or_gone(self, key_id: str) -> None:
        try:
            await self._services.permissions.write(self._services.keys.revoke(key_id))
        except NotFound:
            return  # without its record no key works

    def _consequences(self, key: ApiKey) -> str:
        store = self._services.store
        facts = self.tr(
            "{redacted} · {store} ({environment}) · created {ago} by {creator}."
        ).format(
            redacted=shown(key.redacted),
            store=store.name,
            environment=labels.environment(store.environment).lower(),
            ago=labels.ago(key.created_at),
            creator=shown(labels.creator(self._services.creators.creator(key.created_by))),
        )
        if key.type is KeyType.PUBLISHABLE:
            breaks = self.tr(
                "Storefronts using it stop loading. Medusa does not record where a key is used."
            )
        else:
            breaks = self.tr(
                "Anything using it stops working at once. "
                "Medusa does not record where a key is used. This cannot be undone."
            )
        origin = self.tr("built in") if store.is_demo else store.origin
        return f"{facts}\n{key.id} · {origin}\n\n{breaks}"


def page_actions() -> tuple[PageAction[KeyActions, ApiKey], ...]:
    """What can be done on the keys page without a key."""
    return (
        PageAction(
            Action.CREATE_KEY, translate("KeyActions", "Create key"), "Ctrl+N", KeyActions.create
        ),
    )


def row_actions() -> tuple[RowAction[KeyActions, ApiKey], ...]:
    """What can be done with one key, the dangerous last."""
    return (
        RowAction(
            Action.CHECK_KEY,
            "checkNow",
            translate("KeyActions", "Check now"),
            translate("KeyActions", "Check {name}"),
            KeyActions.check,
            icon="refresh-cw",
            allowed=KeyActions.may_work_still,
            in_menu=False,
        ),
        RowAction(
            Action.RENAME_KEY,
            "rename",
            translate("KeyActions", "Rename"),
            translate("KeyActions", "Rename {name}"),
            KeyActions.rename_with_undo,
            key="F2",
            icon="pencil",
        ),
        RowAction(
            Action.REVOKE_KEY,
            "revoke",
            translate("KeyActions", "Revoke…"),
            translate("KeyActions", "Revoke {name}"),
            KeyActions.revoke,
            key="Del",
            icon="ban",
            allowed=lambda actions, key: policy.may_revoke(actions.state(key)),
        ),
        RowAction(
            Action.DELETE_KEY,
            "deleteRecord",
            translate("KeyActions", "Delete record…"),
            translate("KeyActions", "Delete the record of {name}"),
            KeyActions.delete_record,
            key="Shift+Del",
            icon="trash-2",
            allowed=lambda actions, key: policy.may_delete(actions.state(key)),
        ),
    )


async def create_publishable_key(
    services: StoreServices, tasks: TaskScope, parent: QWidget
) -> ApiKey | None:
    """Ask over `parent` for a title and create the key; None: there is none, or its answer was
    lost. Whoever lists the keys then sees it: publishable ones can be read again."""
    bound = _Bound(services)

    async def submit(title: str, _kind: KeyType) -> ApiKey:
        create = services.keys.create(title, KeyType.PUBLISHABLE, await bound.get())
        created, _ = await services.permissions.write(create)
        return created.key

    form = KeyForm(
        parent,
        services.store,
        submit,
        tasks,
        heading=translate("KeyActions", "Create publishable key"),
        action=translate("KeyActions", "Create"),
        title=translate("KeyActions", "Storefront"),
        with_type=False,
    )
    match await form.ask():
        case Accepted(key):
            return key
        case Lost(CreationLost(line=line)):
            await services.keys.settle(line)
    return None


class _Bound:
    """The newest key's age before a creation, asked while the form is being filled in."""

    def __init__(self, services: StoreServices) -> None:
        self._services = services
        self._asking = asyncio.Lock()
        self._known = False
        self._value: datetime | None = None

    async def prefetch(self) -> None:
        """Ask early; what fails now is asked again, and told, when the form is sent."""
        try:
            await self.get()
        except ConsoleError as error:
            log.info("asking for the newest key: %s", type(error).__name__)

    async def get(self) -> datetime | None:
        async with self._asking:
            if not self._known:
                try:
                    self._value = await self._services.keys.newest()
                except Forbidden:
                    self._value = None  # who may create but not read gets no bound
                self._known = True
            return self._value
