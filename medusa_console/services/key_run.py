"""One action on many keys of one store, each with its proof and its receipt."""

from __future__ import annotations

import asyncio
import logging
import uuid
from collections.abc import Sequence
from datetime import datetime, timedelta
from math import ceil
from pathlib import Path
from typing import TYPE_CHECKING, Final

from medusa_console.domain import key_bulk
from medusa_console.domain.api_key import ApiKey, KeyType, StateKind
from medusa_console.domain.errors import (
    InputFault,
    Invalid,
    NotFound,
    NotSendable,
    OutcomeUnknown,
    ReceiptsUnwritable,
)
from medusa_console.domain.key_bulk import BulkAction, Outcome, Receipt
from medusa_console.domain.key_end import SHORTEST
from medusa_console.ports import Receipts
from medusa_console.services.bulk import Bulk, Item, ItemState, RunState
from medusa_console.services.export_file import write_file
from medusa_console.services.session import SignedIn, SignedOut
from medusa_console.tasks import TaskScope

if TYPE_CHECKING:
    from medusa_console.services.store_services import StoreServices

log = logging.getLogger(__name__)

SECONDS_TO_CALL_OFF: Final = 10
_AT_A_TIME: Final = 100
_ROUNDING: Final = 2.0
_NOTHING_NEEDED = frozenset({Outcome.BY_OTHERS, Outcome.GONE, Outcome.LATER, Outcome.SOONER})
_WORKS = Invalid("the key works again, so its record stays")


class KeyRun:
    """One action on many keys of one store, each with its proof and its receipt.

    Before it begins, it waits SECONDS_TO_CALL_OFF seconds; a lock or a sign-out calls it off. Each
    receipt is written to the disk; a record is deleted only after its full row is there. A full
    disk pauses the deleting of records, and does not hold up anything else: see `unwritten`.

    Topics: `changed` (a key has another result), `moved` (anything else).
    """

    def __init__(
        self,
        services: StoreServices,
        receipts: Receipts,
        action: BulkAction,
        keys: Sequence[ApiKey],
        tasks: TaskScope,
        until: datetime | None,
    ) -> None:
        self.action = action
        self.until = until
        self.seconds_left = SECONDS_TO_CALL_OFF
        self.called_off = False
        self.unwritten: ReceiptsUnwritable | None = None
        self.receipts: dict[str, Receipt] = {}
        self.lines: list[str] = []
        self._services = services
        self._tasks = tasks
        self._files = receipts
        now = services.clock.now()
        self._name = f"{now:%Y%m%d-%H%M%S}-{action.value}-{uuid.uuid4().hex[:8]}.jsonl"
        self._waiting: list[str] = []
        self._after: dict[str, tuple[Outcome, ApiKey | None]] = {}
        self._needed_nothing: set[str] = set()
        self._left_noted = False
        self._writing = asyncio.Lock()
        self._flushes = 0
        self._flushing: asyncio.Task[None] | None = None
        act = {
            BulkAction.REVOKE: self._revoke,
            BulkAction.SCHEDULE: self._end,
            BulkAction.EXTEND: self._end,
            BulkAction.DELETE: self._delete,
        }[action]
        items = [Item(key.id, services, key) for key in keys]
        self.bulk: Bulk[ApiKey] = Bulk(items, act, self._look, tasks)
        self.changed = self.bulk.changed
        self.moved = self.bulk.moved
        self.changed.subscribe(self._on_changed)
        self.moved.subscribe(lambda _: self._on_moved())
        self._unsubscribe = services.session.changed.subscribe(self._on_session)
        tasks.start(self._count_down())

    @property
    def state(self) -> RunState:
        """How far it is."""
        return RunState.ENDED if self.called_off else self.bulk.state

    def start_now(self) -> None:
        """Wait no longer."""
        if self.bulk.state is RunState.READY and not self.called_off:
            self.seconds_left = 0
            store, by = self._services.store.origin, self._services.session.user_id
            number, now = len(self.bulk.items), self._services.clock.now()
            self._add(key_bulk.head_line(self._name, store, self.action, by, number, now))
            self.bulk.start()
            self.moved.announce(None)

    def call_off(self) -> None:
        """Do nothing at all; only before it has begun."""
        if self.bulk.state is RunState.READY:
            self.called_off = True
            self.moved.announce(None)

    @property
    def needed_nothing(self) -> int:
        """How many keys were revoked or deleted by others before, or end as wished already."""
        return len(self._needed_nothing)

    def retry_failed(self) -> None:
        """Do again what failed or is not confirmed."""
        self._left_noted = False
        self.unwritten = None
        self._flush_later()
        self.bulk.retry_failed()

    def go_on(self) -> None:
        """End a pause, and write what could not be written."""
        self.unwritten = None
        self._flush_later()
        self.bulk.go_on()

    def close(self) -> None:
        """Hear of the session no more."""
        self._unsubscribe()
        self.bulk.close()

    async def _count_down(self) -> None:
        while self.bulk.state is RunState.READY and not self.called_off:
            if self.seconds_left <= 0:
                self.start_now()
                return
            await self._tasks.clock.sleep(1)
            self.seconds_left = max(0, self.seconds_left - 1)
            self.moved.announce(None)

    def _on_session(self, state: object) -> None:
        if not isinstance(state, SignedIn):
            self.call_off()  # nobody is there who could
        if isinstance(state, SignedOut):
            self.bulk.stop()
            self._services.bulk.forget()  # the next account has nothing to do with it

    # One key

    async def _revoke(self, key: ApiKey) -> bool:
        services = self._services
        try:
            if key.type is KeyType.PUBLISHABLE:
                # Another revoke would overwrite who revoked it, and when (contract, section 3.5).
                answer = await services.keys.get(key.id)
                if answer.value.state(answer.as_of).kind is StateKind.REVOKED:
                    return self._note_dead(key, answer.value)
            return self._note_dead(key, await services.keys.revoke(key.id))
        except NotFound:
            return self._note(key, Outcome.GONE)

    async def _end(self, key: ApiKey) -> bool:
        services = self._services
        if self.until is None:
            raise RuntimeError("no end was chosen")
        sooner = self.until - timedelta(seconds=_ROUNDING)
        try:
            # An end would bring a revoked publishable key back to life (contract, section 3.5).
            answer = await services.keys.get(key.id)
            now = answer.value.state(answer.as_of)
            if now.kind is StateKind.REVOKED:
                return self._note(key, Outcome.BY_OTHERS, answer.value)
            if self.action is BulkAction.EXTEND and now.at is not None and now.at >= self.until:
                return self._note(key, Outcome.LATER, answer.value)
            if self.action is BulkAction.SCHEDULE and now.at is not None and now.at < sooner:
                return self._note(key, Outcome.SOONER, answer.value)
            left = ceil((self.until - services.clock.now()).total_seconds())
            if left <= 0:  # after a long pause: nobody has chosen that the keys end now
                raise NotSendable(InputFault.END_OUT_OF_RANGE)
            ending = await services.ends.end_in(key.id, max(left, int(SHORTEST.total_seconds())))
        except NotFound:
            return self._note(key, Outcome.GONE)
        return self._note(key, Outcome.DONE, ending)

    async def _delete(self, key: ApiKey) -> bool:
        services = self._services
        try:
            answer = await services.keys.get(key.id)
        except NotFound:
            return self._note(key, Outcome.GONE)
        if answer.value.state(answer.as_of).works:
            raise _WORKS
        try:
            await self._write([key_bulk.row_line(answer.value, answer.as_of)])
        except ReceiptsUnwritable as error:
            self.unwritten = error
            self.bulk.pause()
            raise
        self._note(key, Outcome.DONE, answer.value)
        await services.keys.delete_record(key.id)
        return True

    async def _look(self, key: ApiKey) -> bool:
        """Whether it is done after all, after an answer was lost."""
        services = self._services
        try:
            if self.action is BulkAction.REVOKE:
                await services.keys.check(key.id)
            answer = await services.keys.get(key.id)
        except NotFound:
            self._note(key, Outcome.DONE if self.action is BulkAction.DELETE else Outcome.GONE)
            return True
        state = answer.value.state(answer.as_of)
        if self.until is not None:
            done = state.at is not None and (
                abs((state.at - self.until).total_seconds()) <= _ROUNDING
            )
        else:
            done = self.action is BulkAction.REVOKE and not state.works
        self._note(key, Outcome.DONE if done else Outcome.NOT_DONE, answer.value)
        return done

    # Receipts

    def _note_dead(self, key: ApiKey, dead: ApiKey) -> bool:
        mine = dead.revoked_by in (None, self._services.session.user_id)
        return self._note(key, Outcome.DONE if mine else Outcome.BY_OTHERS, dead)

    def _note(self, key: ApiKey, outcome: Outcome, after: ApiKey | None = None) -> bool:
        self._after[key.id] = outcome, after
        return True

    def _on_changed(self, item: Item[ApiKey]) -> None:
        result = self.bulk.result(item)
        if result.state in (ItemState.UNTOUCHED, ItemState.UNDER_WAY):
            return
        outcome, after = self._after.pop(item.id, (Outcome.DONE, None))
        error = result.error
        lost = isinstance(error, OutcomeUnknown)
        match result.state:
            case ItemState.UNKNOWN:
                outcome = Outcome.UNKNOWN
            case ItemState.FAILED:
                outcome = Outcome.NOT_DONE if lost else Outcome.REFUSED
        one = key_bulk.receipt(
            item.subject,
            self.action,
            outcome,
            self._services.clock.now(),
            after=after,
            why="" if error is None else f"{type(error).__name__}: {error}",
            checked=lost and result.state is not ItemState.UNKNOWN,
        )
        self.receipts[item.id] = one
        if outcome in _NOTHING_NEEDED:
            self._needed_nothing.add(item.id)
        self._add(key_bulk.receipt_line(one))

    def _on_moved(self) -> None:
        if self.bulk.state is RunState.ENDED and not self._left_noted:
            self._left_noted = True
            self._tasks.start(self._note_left())

    async def _note_left(self) -> None:
        """Write a receipt for each key that was given up; they may be many."""
        now = self._services.clock.now()
        for number, item in enumerate(self.bulk.in_state(ItemState.UNTOUCHED)):
            one = key_bulk.receipt(item.subject, self.action, Outcome.UNTOUCHED, now)
            self.receipts[item.id] = one
            self._add(key_bulk.receipt_line(one))
            if number % _AT_A_TIME == 0:
                await asyncio.sleep(0)

    def _add(self, line: str) -> None:
        self.lines.append(line)
        self._waiting.append(line)
        self._flush_later()

    def _flush_later(self) -> None:
        busy = self._writing.locked() or (self._flushing and not self._flushing.done())
        if self._waiting and not busy:
            # As a write, so that the end of the program waits for it.
            self._flushes += 1
            name = f"receipts {self._name} {self._flushes}"
            self._flushing = self._services.writes.begin(name, self._flush)

    async def _flush(self) -> None:
        try:
            await self._write([])
        except ReceiptsUnwritable as error:
            log.warning("receipts cannot be written: %s", error)
            if self.unwritten is None:
                self.unwritten = error
                self.moved.announce(None)

    async def _write(self, lines: Sequence[str]) -> None:
        """Write `lines` after all that waits; returns when they are on the disk."""
        async with self._writing:
            waiting, self._waiting = [*self._waiting, *lines], []
            while waiting:
                try:
                    await self._files.append(self._name, waiting)
                except ReceiptsUnwritable:
                    kept = waiting[: len(waiting) - len(lines)] if lines else waiting
                    self._waiting = [*kept, *self._waiting]
                    raise
                self.lines += lines
                lines = []
                waiting, self._waiting = self._waiting, []


async def save_receipts(lines: Sequence[str], receipts: Sequence[Receipt], path: Path) -> None:
    """Write the receipts of a run to `path`: all its `lines` where the name ends in `.jsonl`, else
    the `receipts` as a table. Raises ExportUnwritable."""
    whole = path.suffix.casefold() == ".jsonl"

    def content() -> bytes:
        text = "".join(f"{line}\n" for line in lines) if whole else key_bulk.as_csv(receipts)
        return text.encode()

    await write_file(path, content)
