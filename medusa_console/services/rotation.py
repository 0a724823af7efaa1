"""Replaces a key by a successor, step by step, so that nothing that uses it stops: each step is on
disk, and both keys work until the user ends the old one."""

from __future__ import annotations

import logging
import uuid
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING, Final

from pydantic import SecretStr

from medusa_console.clock import Clock
from medusa_console.domain.api_key import ApiKey, CreatedKey, KeyType, PendingKey
from medusa_console.domain.clock import ServerClock
from medusa_console.domain.errors import (
    ConsoleError,
    JournalUnavailable,
    NotFound,
    OutcomeUnknown,
)
from medusa_console.domain.leak_answers import Accepted, RefusedKey
from medusa_console.domain.leaks import FoundKey
from medusa_console.domain.rotation import Made, Rotation, RotationStep, Trial
from medusa_console.domain.store import Store
from medusa_console.domain.tokens import Form, TokenKind
from medusa_console.ports import Rotations
from medusa_console.services.api_keys import ApiKeyService
from medusa_console.services.key_proof import KeyProof
from medusa_console.services.permissions import PermissionsService
from medusa_console.services.session import SessionService
from medusa_console.services.single_flight import SingleFlight
from medusa_console.topic import Topic

if TYPE_CHECKING:
    from medusa_console.api.traces import Traces

log = logging.getLogger(__name__)

LOOK_AGAIN: Final = 60.0
"""Seconds between two readings of a leaked key that still works."""


class Successor:
    """A key just created in a rotation. `created` holds its secret until `drop`, which whoever has
    shown and tried the key must call."""

    __slots__ = ("_created", "key", "line", "rotation")

    def __init__(self, rotation: Rotation, created: CreatedKey, line: PendingKey) -> None:
        self.rotation = rotation
        self.key = created.key
        self.line = line
        self._created: CreatedKey | None = created

    @property
    def created(self) -> CreatedKey | None:
        """The key with its secret; None once it was dropped."""
        return self._created

    def drop(self) -> None:
        """Forget the secret: no frame and no error that still holds this object has it then."""
        self._created = None


@dataclass(frozen=True)
class Both:
    """Both keys as they were read; None for a record that is gone."""

    old: ApiKey | None
    new: ApiKey | None


class RotationService:
    """The rotations of one account at one store that are not at their end.

    Topics: `changed` (the rotation's id; it has come further, or has ended), `made` (the successor
    that was created).
    """

    def __init__(
        self,
        store: Store,
        journal: Rotations,
        keys: ApiKeyService,
        proof: KeyProof,
        permissions: PermissionsService,
        session: SessionService,
        clock: ServerClock,
        writes: SingleFlight,
        traces: Traces,
    ) -> None:
        self._store = store
        self._journal = journal
        self._keys = keys
        self._proof = proof
        self._permissions = permissions
        self._session = session
        self._clock = clock
        self._writes = writes
        self._traces = traces
        self._open: dict[str, Rotation] = {}
        self.changed: Topic[str] = Topic()
        self.made: Topic[ApiKey] = Topic()
        keys.changed.subscribe(self._on_changed)
        keys.removed.subscribe(self._on_ended)

    # What there is

    async def load(self) -> None:
        """Read the rotations of the account that is signed in, and those of leaked keys; until then
        there are none. Raises JournalUnavailable."""
        user_id = self._session.user_id
        lines = await self._journal.of(self._store.origin, user_id)
        pending = {line.id: line for line in await self._keys.unsettled()}
        known = {line.id: _linked(line, pending) for line in lines}
        mine = {one.id: one for one in self._open.values() if one.user_id == user_id or one.leaked}
        self._open = known | mine
        for rotation_id in self._open:
            self.changed.announce(rotation_id)

    @property
    def open(self) -> tuple[Rotation, ...]:
        """The rotations that are not at their end, oldest first."""
        return tuple(sorted(self._open.values(), key=lambda one: one.started_at))

    def of_old(self, key_id: str) -> Rotation | None:
        """The rotation at whose end this key is to end."""
        return next((one for one in self._open.values() if one.old_id == key_id), None)

    def of_new(self, key_id: str) -> Rotation | None:
        """The rotation whose successor this key is."""
        return next((one for one in self._open.values() if one.new_id == key_id), None)

    @property
    def leaked(self) -> tuple[Rotation, ...]:
        """The rotations of leaked keys that may still work."""
        return tuple(one for one in self.open if one.leaked)

    # The steps

    async def begin(
        self,
        old: ApiKey,
        title: str,
        newest_before: datetime | None,
        *,
        leaked: bool = False,
    ) -> Successor:
        """Create the successor of `old`, after writing the rotation to the disk. A rotation of the
        same key that has no successor begins anew. A publishable successor gets the sales channels
        with `copy_channels`.

        Raises as ApiKeyService.create: JournalUnavailable (nothing was sent), a Refused (nothing
        was created, and the rotation is forgotten), CreationLost (the rotation stays).
        """
        before = self.of_old(old.id)
        rotation = Rotation(
            id=before.id if before is not None else uuid.uuid4().hex,
            origin=self._store.origin,
            user_id=self._session.user_id,
            old_id=old.id,
            old_title=old.title,
            old_redacted=old.redacted,
            step=RotationStep.CREATING,
            started_at=before.started_at if before is not None else self._clock.now(),
            line_id=uuid.uuid4().hex,
            leaked=leaked or (before is not None and before.leaked),
        )
        await self._write(rotation)
        try:
            created, line = await self._keys.create(
                title, old.type, newest_before, line_id=rotation.line_id or ""
            )
        except OutcomeUnknown:
            raise
        except ConsoleError:
            if before is None:
                self._end(rotation)
            raise
        step = RotationStep.CREATED if old.type is KeyType.SECRET else RotationStep.SAVED
        rotation = replace(rotation, step=step, new_id=created.key.id)
        if rotation.id in self._open:
            self._note(rotation)
        self.made.announce(created.key)
        return Successor(rotation, created, line)

    async def adopt(self, rotation: Rotation, found: ApiKey) -> Rotation:
        """Go on with a publishable key that a creation without an answer has made."""
        rotation = replace(rotation, step=RotationStep.SAVED, new_id=found.id)
        await self._go_on(rotation)
        return rotation

    async def mark_leaked(self, rotation: Rotation) -> Rotation:
        """Note that the old key is known to others since now: from now on it ends by a real revoke
        only. Raises JournalUnavailable."""
        rotation = replace(rotation, leaked=True, started_at=self._clock.now())
        await self._go_on(rotation)
        return rotation

    async def copy_channels(self, rotation: Rotation) -> ApiKey:
        """Add the publishable successor to all sales channels that the old key has now; may be
        repeated. Raises NotFound when one of both is gone, and as ApiKeyService.change_channels."""
        old = (await self._keys.get(rotation.old_id)).value
        new = (await self._keys.get(rotation.new_id or "")).value
        wanted = frozenset(channel.id for channel in old.sales_channels)
        missing = wanted - {channel.id for channel in new.sales_channels}
        if not missing:
            return new
        return await self._keys.change_channels(new.id, missing, frozenset())

    async def saved(self, rotation: Rotation) -> Rotation:
        """The user has saved the successor: its pending line is settled. Raises
        JournalUnavailable."""
        rotation = replace(rotation, step=RotationStep.SAVED)
        await self._go_on(rotation)
        await self._keys.confirm_saved(rotation.new_id or "")
        return rotation

    async def try_out(self, rotation: Rotation, created: CreatedKey) -> Trial | ConsoleError:
        """What the store says to the successor itself; an error if that proves nothing. It is
        returned, not raised: the frames of a raised one would hold the key."""
        return await self._present(rotation, created.key, created.secret)

    async def try_publishable(self, rotation: Rotation, new: ApiKey) -> Trial | ConsoleError:
        """As `try_out`, for a publishable successor, whose token can be read at any time."""
        if new.token is None:
            return NotFound("the store does not show the token of a publishable key")
        return await self._present(rotation, new, new.token)

    async def _present(
        self, rotation: Rotation, key: ApiKey, secret: SecretStr
    ) -> Trial | ConsoleError:
        found = FoundKey(key.id, TokenKind(key.type), Form.WHOLE, key.redacted, secret)
        said = await self._proof.present(found)
        match said:
            case Accepted(key_id=named) if named not in ("", key.id):
                return NotFound("the store names another key")
            case Accepted():
                self._note_tried(rotation, RotationStep.ACCEPTED)
                return await self._accepted(key)
            case RefusedKey():
                # A live key is refused so while the database is away (contract, quirk 25).
                if (doubt := await self._proof.accepts_us()) is not None:
                    return doubt
                self._note_tried(rotation, RotationStep.REFUSED)
                return Trial.REFUSED
            case _:
                return said

    async def _accepted(self, key: ApiKey) -> Trial:
        if key.type is KeyType.PUBLISHABLE:
            return Trial.ACCEPTED
        if not self._permissions.learned:
            await self._permissions.learn()
        barred = self._permissions.value.bars_keys
        return Trial.ACCEPTED_WITHOUT_ROLES if barred else Trial.ACCEPTED

    async def look(self, rotation: Rotation) -> Both:
        """Read both keys. A rotation of which one has ended is forgotten. Raises what a read
        raises."""
        old = await self._read(rotation.old_id)
        new = await self._read(rotation.new_id) if rotation.new_id is not None else None
        return Both(old, new)

    async def last_made(self, rotation: Rotation) -> Made | None:
        """What the old key has made last, as far as it is cheap to know."""
        return await self._traces.last_made(rotation.old_id)

    async def _read(self, key_id: str) -> ApiKey | None:
        try:
            return (await self._keys.get(key_id)).value
        except NotFound:
            return None

    async def call_off(self, rotation: Rotation) -> None:
        """Forget the rotation; no key changes. Raises JournalUnavailable."""
        await self._journal.remove(rotation.id)
        self._open.pop(rotation.id, None)
        self.changed.announce(rotation.id)

    async def watch_leaked(self, clock: Clock) -> None:
        """Read every leaked key again each minute, for ever: somebody else may end it."""
        while True:
            await clock.sleep(LOOK_AGAIN)
            for rotation in self.leaked:
                try:
                    await self._read(rotation.old_id)
                except ConsoleError as error:
                    log.info("reading a leaked key: %s", type(error).__name__)

    # What changes

    async def _write(self, rotation: Rotation) -> None:
        await self._journal.write(rotation)
        self._open[rotation.id] = rotation
        self.changed.announce(rotation.id)

    async def _go_on(self, rotation: Rotation) -> None:
        """As `_write`, unless the rotation has ended meanwhile."""
        if rotation.id not in self._open:
            return
        await self._journal.write(rotation)
        if rotation.id in self._open:
            self._open[rotation.id] = rotation
            self.changed.announce(rotation.id)
        else:
            self._bring_up_to_date(rotation.id)

    def _note_tried(self, rotation: Rotation, step: RotationStep) -> None:
        now = self._open.get(rotation.id)
        # Until the key is saved, nothing else counts.
        if now is not None and now.step is not RotationStep.CREATED:
            self._note(replace(now, step=step))

    def _note(self, rotation: Rotation) -> None:
        """Keep a step that has happened; whoever waits for it does not wait for the disk. Without
        it there, the next start goes on one step earlier."""
        self._open[rotation.id] = rotation
        self.changed.announce(rotation.id)
        self._bring_up_to_date(rotation.id)

    def _end(self, rotation: Rotation) -> None:
        self._open.pop(rotation.id, None)
        self.changed.announce(rotation.id)
        self._bring_up_to_date(rotation.id)

    def _bring_up_to_date(self, rotation_id: str) -> None:
        async def write() -> None:
            # As it is by then: a later step may have been written meanwhile.
            rotation = self._open.get(rotation_id)
            try:
                if rotation is None:
                    await self._journal.remove(rotation_id)
                else:
                    await self._journal.write(rotation)
            except JournalUnavailable:
                log.warning("a rotation could not be brought up to date")

        self._writes.begin(f"rotation {rotation_id} {uuid.uuid4().hex}", write)

    def _on_changed(self, key: ApiKey) -> None:
        if not self._keys.state(key).works:
            self._on_ended(key.id)

    def _on_ended(self, key_id: str) -> None:
        for rotation in self.open:
            if key_id == rotation.old_id or (key_id == rotation.new_id and not rotation.leaked):
                self._end(rotation)
            elif key_id == rotation.new_id:  # the leaked key still works, and wants another one
                step = RotationStep.CREATING
                self._note(replace(rotation, step=step, new_id=None, line_id=None))


def _linked(rotation: Rotation, pending: dict[str, PendingKey]) -> Rotation:
    """`rotation` with its successor, if the program ended before its line named it."""
    line = pending.get(rotation.line_id or "")
    if rotation.new_id is not None or line is None or line.key_id is None:
        return rotation
    return replace(rotation, step=RotationStep.CREATED, new_id=line.key_id)
