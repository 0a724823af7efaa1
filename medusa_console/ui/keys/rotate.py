"""Replaces keys in one sitting: a successor, shown once, saved and tried, and the old key's end."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Coroutine
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from typing import Any

from pydantic import SecretStr
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from medusa_console.domain.api_key import ApiKey, CreatedKey, KeyType, PendingKey
from medusa_console.domain.errors import ConsoleError, Forbidden, NotFound
from medusa_console.domain.rotation import Rotation, RotationStep, Trial, successor_title
from medusa_console.services.api_keys import CreationLost
from medusa_console.services.rotation import Successor
from medusa_console.services.session import Locked, State
from medusa_console.ui.keys.creation import KeyCreation
from medusa_console.ui.keys.end_field import EndField, Span
from medusa_console.ui.keys.rotate_end import Answer, OldEnd, RotateEnd, Rotating
from medusa_console.ui.keys.rotate_form import RotateForm, WantedSuccessor
from medusa_console.ui.kit.announce import announce
from medusa_console.ui.kit.banner import Notice, NoticeKind
from medusa_console.ui.kit.submission import Accepted, Lost, Stopped
from medusa_console.ui.kit.text import shown
from medusa_console.ui.once.reveal import RevealAnswer
from medusa_console.ui.records.context import PageContext
from medusa_console.ui.words import labels

log = logging.getLogger(__name__)


class RotateActions(QObject):
    """The rotations of one page. While `asking` is locked, a question of the page is open.

    `creation` shows a new secret and looks for a lost one. `revoke` asks whether to revoke a key,
    and revokes it; the question begins with what is known of that key.
    """

    def __init__(
        self,
        page: QWidget,
        context: PageContext,
        asking: asyncio.Lock,
        creation: KeyCreation,
        revoke: Callable[[ApiKey, str], Coroutine[Any, Any, None]],
    ) -> None:
        super().__init__(page)
        self._page = page
        self._services = context.services
        self._tasks = context.tasks
        self._notify = context.notify
        self._asking = asking
        self._creation = creation
        self._revoke = revoke

    async def rotate(self, listed: ApiKey, *, leaked: bool = False) -> bool:
        """Read the key again, and make a successor or go on with the one there is. With `leaked`,
        it is known to others; returns then whether it is to be revoked now, which is left to the
        caller, who can prove it by the key itself."""
        if self._asking.locked():
            return False
        old = (await self._services.keys.get(listed.id)).value
        state = self._services.keys.state(old)
        if not state.works:
            announce(self._page, labels.state(state), assertive=True)
            return False
        async with self._asking:
            chosen = await self._sit(old, leaked=leaked)
        if chosen is OldEnd.NOW and leaked:
            return True
        if chosen is OldEnd.NOW:
            was_leaked = self._is_leaked(old.id)
            await self._revoke(old, "")
            if was_leaked and not self._is_leaked(old.id):
                self._tell_by_record(old)
        return False

    def _is_leaked(self, key_id: str) -> bool:
        rotation = self._services.rotations.of_old(key_id)
        return rotation is not None and rotation.leaked

    def _tell_by_record(self, old: ApiKey) -> None:
        text = self.tr("“{title}”. Paste the key into the leak desk to prove that it is refused.")
        title = self.tr("Revoked, as its record shows")
        told = text.format(title=shown(old.title or old.redacted))
        self._notify(Notice(NoticeKind.INFO, title, told, about=f"revoked {old.id}"))

    async def _sit(self, old: ApiKey, *, leaked: bool) -> OldEnd:
        """Go through the steps until the user is done for now."""
        rotations = self._services.rotations
        while True:
            rotation = rotations.of_old(old.id)
            if leaked and rotation is not None and not rotation.leaked:
                rotation = await rotations.mark_leaked(rotation)
            leaked = leaked or (rotation is not None and rotation.leaked)
            if rotation is not None and rotation.new_id is not None:
                both = await rotations.look(rotation)
                if both.new is None or not self._services.keys.state(both.new).works:
                    if rotations.of_old(old.id) == rotation:
                        return OldEnd.KEEP  # it ends at this very moment
                    continue
                chosen = await self._end(rotation, old, both.new, None)
            else:
                chosen = await self._begin(old, rotation, leaked=leaked)
            if chosen is not OldEnd.AGAIN:
                return chosen
            if (rotation := rotations.of_old(old.id)) is not None and rotation.new_id is not None:
                await self._revoke_or_gone(rotation.new_id)

    async def _begin(self, old: ApiKey, left: Rotation | None, *, leaked: bool) -> OldEnd:
        """Make the successor, and go on with it."""
        if left is not None and (line := await self._unsettled(left)) is not None:
            return await self._after_loss(line)
        form = RotateForm(
            self._page,
            self._services.store,
            old,
            lambda wanted: self._create(old, wanted, leaked=leaked),
            self._tasks,
            title=successor_title(old.title, datetime.now(UTC).astimezone().date()),
            note=self._services.notes.note(old.id),
            leaked=leaked,
        )
        match await form.ask():
            case Accepted(successor):
                return await self._go_on(old, successor)
            case Lost(CreationLost(line=line)):
                return await self._after_loss(line)
            case Stopped(wanted):
                line = self._services.keys.under_way(wanted.title, old.type)
                return await self._after_loss(line) if line is not None else OldEnd.KEEP
        return OldEnd.KEEP

    async def _create(self, old: ApiKey, wanted: WantedSuccessor, *, leaked: bool) -> Successor:
        newest = None
        with suppress(Forbidden):  # who may create but not read gets no bound
            newest = await self._services.keys.newest()
        successor = await self._services.permissions.write(
            self._services.rotations.begin(old, wanted.title, newest, leaked=leaked)
        )
        try:
            await self._services.notes.write(successor.key.id, wanted.note)
        except ConsoleError:
            log.warning("a note could not be kept")  # the key exists: its secret comes first
        return successor

    async def _unsettled(self, rotation: Rotation) -> PendingKey | None:
        """The pending line of a successor whose creation had no answer."""
        lines = await self._services.keys.unsettled()
        return next((line for line in lines if line.id == rotation.line_id), None)

    async def _after_loss(self, line: PendingKey) -> OldEnd:
        again, found = await self._creation.look_for(line)
        if again:
            return OldEnd.AGAIN
        rotation = next(
            (one for one in self._services.rotations.open if one.line_id == line.id), None
        )
        if found is not None and rotation is not None:
            await self._services.rotations.adopt(rotation, found)
            old = (await self._services.keys.get(rotation.old_id)).value
            return await self._sit(old, leaked=rotation.leaked)
        return OldEnd.KEEP

    async def _go_on(self, old: ApiKey, successor: Successor) -> OldEnd:
        """Show the successor, and let it be tried once it is saved."""
        rotation = successor.rotation
        unsubscribe: Callable[[], None] | None = None
        try:
            if old.type is KeyType.SECRET:
                created = successor.created
                answer = (
                    await self._creation.reveal(created, successor.line)
                    if created is not None
                    else None
                )
                del created
                if answer is not RevealAnswer.STORED:
                    return OldEnd.KEEP
                rotation = await self._services.rotations.saved(rotation)

            def on_session(state: State) -> None:
                if isinstance(state, Locked):
                    successor.drop()

            unsubscribe = self._services.session.changed.subscribe(on_session)
            return await self._end(rotation, old, successor.key, successor)
        finally:
            successor.drop()
            if unsubscribe is not None:
                unsubscribe()

    async def _end(
        self, rotation: Rotation, old: ApiKey, new: ApiKey, successor: Successor | None
    ) -> OldEnd:
        services = self._services

        def can_try() -> bool:
            return new.token is not None or (
                successor is not None and successor.created is not None
            )

        async def attempt() -> Answer:
            if new.token is not None:
                return await services.rotations.try_publishable(rotation, new)
            if successor is None or successor.created is None:
                now = services.rotations.of_old(old.id)
                was_refused = now is not None and now.step is RotationStep.REFUSED
                return Trial.REFUSED if was_refused else None
            said = await services.rotations.try_out(rotation, successor.created)
            if said in (Trial.ACCEPTED, Trial.ACCEPTED_WITHOUT_ROLES):
                successor.drop()
            return said

        async def try_pasted(secret: SecretStr) -> Answer:
            return await services.rotations.try_out(rotation, CreatedKey(new, secret))

        async def saved() -> None:
            await services.rotations.saved(rotation)

        work = Rotating(
            old=old,
            new=new,
            leaked=rotation.leaked,
            is_saved=rotation.step is not RotationStep.CREATED,
            was_accepted=rotation.step is RotationStep.ACCEPTED,
            can_try=can_try,
            attempt=attempt,
            try_pasted=try_pasted,
            copy_channels=lambda: services.permissions.write(
                services.rotations.copy_channels(rotation)
            ),
            end_at=lambda end: services.permissions.write(services.ends.move_to(old.id, end)),
            saved=saved,
            last_made=lambda: services.rotations.last_made(rotation),
        )
        dialog = RotateEnd(self._page, services.store, work, self._end_field(), self._tasks)
        chosen = await dialog.ask()
        if chosen is OldEnd.SCHEDULED:
            ended = (await services.keys.get(old.id)).value
            announce(self._page, labels.state(services.keys.state(ended)), assertive=True)
        return chosen

    def _end_field(self) -> EndField:
        """The ends that are offered for the old key, beside keeping it and revoking it now."""
        spans = (
            Span(self.tr("In 24 hours"), timedelta(days=1)),
            Span(self.tr("In 7 days"), timedelta(days=7)),
        )
        label = self.tr("Let the old key end")
        return EndField(label, spans, self._services.clock.now, name="keyEnd")

    async def _revoke_or_gone(self, key_id: str) -> None:
        with suppress(NotFound):  # without its record no key works
            await self._services.permissions.write(self._services.keys.revoke(key_id))
