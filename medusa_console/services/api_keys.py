"""Finds, creates, renames, revokes (with proof) and deletes the API keys of one store, and changes
their sales channels."""

from __future__ import annotations

import asyncio
import logging
import uuid
from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from medusa_console.domain import policy, tokens
from medusa_console.domain.api_key import (
    ApiKey,
    CreatedKey,
    KeyState,
    KeyType,
    PendingKey,
    SalesChannel,
    StateKind,
)
from medusa_console.domain.clock import ServerClock
from medusa_console.domain.errors import (
    ConsoleError,
    Invalid,
    JournalUnavailable,
    NotFound,
    OutcomeUnknown,
)
from medusa_console.domain.key_end import check_end_moves
from medusa_console.domain.query import AsOf, KeyQuery, KeySort, Page, StateFilter
from medusa_console.domain.store import Store
from medusa_console.domain.tokens import TokenKind
from medusa_console.ports import PendingKeys
from medusa_console.services.listing import Listing
from medusa_console.services.session import SessionService
from medusa_console.services.single_flight import SingleFlight
from medusa_console.topic import Topic

if TYPE_CHECKING:
    from medusa_console.api.api_keys import ApiKeys

log = logging.getLogger(__name__)

_LONGEST_REQUEST = timedelta(minutes=10)
# Ten concurrent revokes can freeze a Medusa for everybody (contract, quirk 1).
_MOST_REVOKES = 4

_NotRevoked = NotFound | OutcomeUnknown | Invalid
_NO_PROOF = Invalid("the answer does not show that the key is revoked")
_NO_CHANNELS = Invalid("the answer does not show the sales channels that were asked for")


@dataclass(frozen=True)
class Unconfirmed:
    """A revoke without proof: the key counts as working. `at` is server time."""

    at: datetime
    cause: ConsoleError


@dataclass(frozen=True)
class MissingChannel:
    """A sales channel that a new key was to have; adding it failed, or its answer was lost."""

    channel: SalesChannel
    cause: ConsoleError


class ApiKeyService:
    """The keys of one store.

    Topics: `changed` (a key as it is now), `removed` (the id of a deleted record), `marked` (the id
    of a key whose local mark changed: revoke not confirmed, or storing not confirmed).
    """

    def __init__(
        self,
        store: Store,
        api: ApiKeys,
        pending: PendingKeys,
        session: SessionService,
        clock: ServerClock,
        writes: SingleFlight,
    ) -> None:
        self._store = store
        self._api = api
        self._pending = pending
        self._session = session
        self._clock = clock
        self._writes = writes
        self._listing = Listing(api, composed=lambda query: query.sort is KeySort.ENDS)
        self._revoking = asyncio.Semaphore(_MOST_REVOKES)
        self._unconfirmed: dict[str, Unconfirmed] = {}
        self._found_working: dict[str, datetime] = {}
        self._missing_channels: dict[str, MissingChannel] = {}
        self._seen: dict[str, datetime] = {}
        self._lines: dict[str, PendingKey] = {}
        self._begun: set[str] = set()  # the lines of this run
        self._settled: set[str] = set()
        self._answered: set[str] = set()
        self.changed: Topic[ApiKey] = Topic()
        self.removed: Topic[str] = Topic()
        self.marked: Topic[str] = Topic()

    async def find(self, query: KeyQuery, offset: int, limit: int) -> Page[ApiKey]:
        """The rows `offset` … `offset + limit`, filtered and sorted by the server."""
        page = await self._listing.find(query, offset, limit)
        self.saw(page)
        return page

    def saw(self, page: Page[ApiKey]) -> None:
        """Note when the server showed the keys of `page`."""
        self._seen.update((key.id, page.as_of) for key in page.rows)

    async def suggest(self, text: str, most: int) -> tuple[ApiKey, ...]:
        """The newest keys whose title or redacted form contains `text`, or the key of that id; the
        order of the list stays."""
        match = tokens.find(text)
        by_id = match is not None and match.kind is TokenKind.KEY_ID
        query = KeyQuery(key_id=match.shown) if match and by_id else KeyQuery(text=text)
        page = await self._api.find(query, offset=0, limit=most)
        self.saw(page)
        return page.rows

    def forget_cached(self) -> None:
        """Forget the listed order, so that the next page shows the server's current one."""
        self._listing.forget()

    async def scheduled(self) -> int:
        """How many keys have a revoke date in the future."""
        page = await self._api.find(KeyQuery(state=StateFilter.WORKS_UNTIL), offset=0, limit=1)
        return page.count

    async def get(self, key_id: str) -> AsOf[ApiKey]:
        """Read a key. A dead key loses its marks and is announced as `changed`. Raises NotFound
        after announcing `removed`."""
        try:
            answer = await self._api.get(key_id)
        except NotFound:
            await self._gone(key_id)
            raise
        self._seen[key_id] = answer.as_of
        if _dead_by(answer):
            await self._dead(answer.value)
        return answer

    def seen_at(self, key: ApiKey) -> datetime:
        """When the server last showed `key`, by its clock."""
        return self._seen.get(key.id, key.created_at)

    def state(self, key: ApiKey) -> KeyState:
        """The key's state by the server's clock."""
        return key.state(self._clock.latest())

    def unconfirmed(self, key_id: str) -> Unconfirmed | None:
        """The mark of a revoke without proof, if the key has one."""
        return self._unconfirmed.get(key_id)

    def found_working(self, key_id: str) -> datetime | None:
        """When a check after a revoke without proof found the key working, by the server's clock;
        None after any other result."""
        return self._found_working.get(key_id)

    def not_saved(self, key_id: str) -> bool:
        """Whether the key's secret was copied but never confirmed as saved."""
        return any(line.copied for line in self._lines.values() if line.key_id == key_id)

    def missing_channel(self, key: ApiKey) -> MissingChannel | None:
        """The sales channel that `key` was created for and does not have."""
        missing = self._missing_channels.get(key.id)
        if missing is None or missing.channel.id in {channel.id for channel in key.sales_channels}:
            return None
        return missing

    # Creating

    async def newest(self) -> datetime | None:
        """When the newest key was created. Ask before the form is filled in: `create` needs the
        answer."""
        return await self._api.newest()

    async def create(
        self,
        title: str,
        key_type: KeyType,
        newest_before: datetime | None,
        channel: SalesChannel | None = None,
        ends_in: int | None = None,
        *,
        line_id: str = "",
    ) -> tuple[CreatedKey, PendingKey]:
        """Create a key, after writing its pending line to the disk, and add it to `channel` with a
        second request. The key exists even if the second fails: see `missing_channel`. The line
        notes that it is to end in so many seconds; to set that end is up to the caller. The line
        gets `line_id`, for a caller who has noted it, or else an id of its own.

        Raises JournalUnavailable (nothing was sent), a Refused (nothing was created), or
        CreationLost with the line that tells what to look for.
        """
        policy.check_title(title)
        return await self._writes.once(
            f"create {key_type} {title} {line_id}",
            lambda: self._create(title, key_type, newest_before, channel, ends_in, line_id),
        )

    async def _create(
        self,
        title: str,
        key_type: KeyType,
        newest_before: datetime | None,
        channel: SalesChannel | None,
        ends_in: int | None,
        line_id: str,
    ) -> tuple[CreatedKey, PendingKey]:
        line = PendingKey(
            id=line_id or uuid.uuid4().hex,
            origin=self._store.origin,
            user_id=self._session.user_id,
            title=title,
            type=key_type,
            started_at=self._clock.now(),
            newest_before=newest_before,
            ends_in=ends_in,
        )
        self._begun.add(line.id)
        await self._pending.write(line)
        self._lines[line.id] = line
        try:
            created = await self._api.create(title, key_type)
        except OutcomeUnknown as lost:
            raise CreationLost(lost, line) from lost
        except ConsoleError:
            await self._drop(line)
            raise
        line = replace(line, key_id=created.key.id, redacted=created.key.redacted)
        if key_type is KeyType.PUBLISHABLE and channel is not None:
            # The line stays meanwhile, for whoever stops waiting.
            created = CreatedKey(await self._begin_with(channel, created.key), created.secret)
        if key_type is KeyType.PUBLISHABLE and ends_in is None:
            await self._drop(line)  # a publishable token can be read again at any time
        else:
            self._lines[line.id] = line
            # Only the key's id is missing on the disk, so `create` does not wait for this write.
            self._writes.begin(f"note {line.id}", lambda: self._note(line))
        self._answered.add(created.key.id)
        self.changed.announce(created.key)
        return created, line

    async def _begin_with(self, channel: SalesChannel, key: ApiKey) -> ApiKey:
        try:
            return await self._change_channels(key.id, {channel.id}, set())
        except ConsoleError as error:
            log.info("adding a sales channel to a new key: %s", type(error).__name__)
            self._missing_channels[key.id] = MissingChannel(channel, error)
            return key

    async def _note(self, line: PendingKey) -> None:
        try:
            await self._pending.write(line)
        except JournalUnavailable:
            log.warning("a pending line could not be brought up to date")

    def under_way(self, title: str, key_type: KeyType) -> PendingKey | None:
        """The latest unsettled creation of that title and type, for a caller that gave up."""
        lines = [
            line for line in self._lines.values() if (line.title, line.type) == (title, key_type)
        ]
        return max(lines, key=lambda line: line.started_at, default=None)

    async def mark_copied(self, line: PendingKey) -> PendingKey:
        """Note that the secret is on the clipboard, but perhaps not saved yet."""
        return await self._mark(replace(self._lines.get(line.id, line), copied=True))

    async def mark_shown(self, line: PendingKey) -> PendingKey:
        """Note that the secret was on the screen."""
        return await self._mark(replace(self._lines.get(line.id, line), shown=True))

    async def without_end(self, line: PendingKey) -> PendingKey:
        """Note that the key is to go on without an end."""
        return await self._mark(replace(self._lines.get(line.id, line), ends_in=None))

    async def _mark(self, line: PendingKey) -> PendingKey:
        self._lines[line.id] = line
        await self._pending.write(line)
        self._announce_mark(line)
        return line

    async def settle(self, line: PendingKey) -> None:
        """Forget a line: the key is saved, or there is nothing to save."""
        self._lines.pop(line.id, None)
        self._settled.add(line.id)
        self._announce_mark(line)
        try:
            await self._pending.remove(line.id)
        except JournalUnavailable:
            self._settled.discard(line.id)
            raise

    async def confirm_saved(self, key_id: str) -> None:
        """Settle every line of that key: its secret is saved."""
        for line in [line for line in self._lines.values() if line.key_id == key_id]:
            await self.settle(line)

    async def unsettled(self) -> tuple[PendingKey, ...]:
        """This account's unsettled creations, from this run and earlier ones."""
        read = await self._pending.of(self._store.origin, self._session.user_id)
        # Of what has happened since the reading began, the disk has not told.
        known = (line for line in read if line.id not in self._settled)
        lines = tuple(self._lines.get(line.id, line) for line in known)
        self._lines |= {line.id: line for line in lines}
        for line in lines:
            self._announce_mark(line)
        return lines

    def began_in_this_run(self, line: PendingKey) -> bool:
        """Whether the line is no left-over of an earlier run: its dialog may be open."""
        return line.id in self._begun

    def is_old(self, line: PendingKey) -> bool:
        """Whether the create request is so old that the server must have handled it."""
        return self._clock.now() - line.started_at > _LONGEST_REQUEST

    async def candidates(self, line: PendingKey) -> tuple[ApiKey, ...]:
        """The working keys that a creation without an answer may have made.

        If the line names its key: that key, if it still exists and works.
        """
        line = self._lines.get(line.id, line)  # the answer may have arrived meanwhile
        if line.key_id is None:
            known = self._answered | {other.key_id for other in self._lines.values()}
            return tuple(
                key
                for key in await self._api.created_since(line)
                if self.state(key).works and key.id not in known
            )
        try:
            answer = await self._api.get(line.key_id)
        except NotFound:
            return ()
        self._seen[line.key_id] = answer.as_of
        return () if _dead_by(answer) else (answer.value,)

    # Changing

    async def rename(self, key_id: str, title: str) -> ApiKey:
        """Change the title of a key. Raises NotFound when the record is gone."""
        policy.check_title(title)
        # With what is wanted in its name: another change must not pass for the one under way.
        return await self._writes.once(
            f"rename {key_id} {title}", lambda: self._rename(key_id, title)
        )

    async def _rename(self, key_id: str, title: str) -> ApiKey:
        key = await self._api.rename(key_id, title)
        try:
            # Medusa's answer to a rename may lack fields that the list shows.
            key = (await self._api.get(key.id)).value
        except NotFound:
            raise
        except ConsoleError as error:  # a refusal too: it is none of the rename
            log.info("renamed, but not read again: %s", type(error).__name__)
        self.changed.announce(key)
        return key

    async def change_channels(
        self, key_id: str, add: frozenset[str], remove: frozenset[str]
    ) -> ApiKey:
        """Add a publishable key to sales channels and take it from others, each by its id. Returns
        only with proof; raises NotFound when the record is gone, OutcomeUnknown without proof. May
        be repeated."""

        async def change() -> ApiKey:
            key = await self._change_channels(key_id, add, remove)
            self.changed.announce(key)
            return key

        return await self._writes.once(f"channels {key_id} {sorted(add)} {sorted(remove)}", change)

    async def _change_channels(
        self, key_id: str, add: Collection[str], remove: Collection[str]
    ) -> ApiKey:
        def shows(key: ApiKey) -> bool:
            has = {channel.id for channel in key.sales_channels}
            return has.issuperset(add) and has.isdisjoint(remove)

        otherwise = OutcomeUnknown(_NO_CHANNELS, at=self._clock.now())
        try:
            key = (await self._api.change_channels(key_id, sorted(add), sorted(remove))).value
            if shows(key):
                return key
        except OutcomeUnknown as error:
            otherwise = error
        try:
            key = (await self.get(key_id)).value
        except NotFound:
            raise
        except ConsoleError as error:  # a refusal too: it is none of the change
            raise otherwise from error
        if shows(key):
            return key
        raise otherwise

    async def revoke(self, key_id: str) -> ApiKey:
        """Revoke at once; returns only with proof that the key is dead.

        Proof is an answer to the revoke or to a re-read whose `revoked_at` lies before the server's
        now. Raises NotFound when the record is gone (the key is dead), EndFixed where a set end
        stays, a Refused when the server did nothing, OutcomeUnknown when there is no proof: the key
        then counts as working.
        """
        return await asyncio.shield(self.begin_revoke(key_id))

    def begin_revoke(self, key_id: str) -> asyncio.Task[ApiKey]:
        """As `revoke`, for whoever waits for it later. Shield the task: it is everybody's."""
        return self._writes.join(f"revoke {key_id}", lambda: self._revoke(key_id))

    async def _revoke(self, key_id: str) -> ApiKey:
        self._found_working.pop(key_id, None)
        answer: AsOf[ApiKey] | None = None
        otherwise: _NotRevoked = OutcomeUnknown(_NO_PROOF, at=self._clock.now())
        try:
            async with self._revoking:
                answer = await self._api.revoke(key_id)
        except (NotFound, OutcomeUnknown, Invalid) as error:
            otherwise = error  # Invalid may mean "already revoked": the re-read proves it
        if answer is None or not _dead_by(answer):
            answer = await self._reread(key_id, otherwise)
        await self._dead(answer.value)
        return answer.value

    async def check(self, key_id: str) -> KeyState:
        """Read a key whose revoke was not confirmed. Any answer removes the mark: the key is
        revoked, or `found_working`."""
        doubt = self._unconfirmed.get(key_id)
        answer = await self.get(key_id)
        state = answer.value.state(answer.as_of)
        if state.works and self._unconfirmed.get(key_id) is doubt:  # no other revoke meanwhile
            self._unconfirmed.pop(key_id, None)
            self._found_working[key_id] = answer.as_of
            self.marked.announce(key_id)
        return state

    async def delete_record(self, key_id: str) -> None:
        """Delete the record of a revoked key from the server."""
        await self._writes.once(f"delete {key_id}", lambda: self._delete(key_id))

    async def _delete(self, key_id: str) -> None:
        await self._api.delete(key_id)
        await self._gone(key_id)

    async def _reread(self, key_id: str, otherwise: _NotRevoked) -> AsOf[ApiKey]:
        """Read the key again and return it if it is dead; otherwise raise `otherwise` and, if the
        outcome stays open, mark the key. Raises NotFound when the record is gone."""
        answer: AsOf[ApiKey] | None = None
        try:
            answer = await self._api.get(key_id)
        except NotFound:
            await self._gone(key_id)
            raise
        except ConsoleError as error:
            log.info("no proof of a revoke: %s", type(error).__name__)
            if isinstance(otherwise, NotFound):
                await self._gone(key_id)
                raise otherwise from error
        if answer is None or not _dead_by(answer):
            if isinstance(otherwise, NotFound):  # the store shows what it said to have not
                otherwise = OutcomeUnknown(_NO_PROOF, at=self._clock.now())
            if answer is not None and isinstance(otherwise, Invalid):
                check_end_moves(answer.value, otherwise)
            if isinstance(otherwise, OutcomeUnknown):
                self._unconfirmed[key_id] = Unconfirmed(otherwise.at, otherwise.cause)
                self.marked.announce(key_id)
            raise otherwise
        return answer

    async def _dead(self, key: ApiKey) -> None:
        self._unconfirmed.pop(key.id, None)
        self._found_working.pop(key.id, None)
        await self._drop_lines_of(key.id)
        self.changed.announce(key)

    async def _gone(self, key_id: str) -> None:
        self._unconfirmed.pop(key_id, None)
        self._found_working.pop(key_id, None)
        await self._drop_lines_of(key_id)
        self._listing.drop(key_id)
        self.removed.announce(key_id)

    async def _drop(self, line: PendingKey) -> None:
        """Settle a line. A journal that fails does not hide the server's answer."""
        try:
            await self.settle(line)
        except JournalUnavailable:
            log.warning("a pending line could not be removed")

    async def _drop_lines_of(self, key_id: str) -> None:
        for line in [line for line in self._lines.values() if line.key_id == key_id]:
            await self._drop(line)

    def _announce_mark(self, line: PendingKey) -> None:
        if line.key_id is not None:
            self.marked.announce(line.key_id)


def _dead_by(answer: AsOf[ApiKey]) -> bool:
    return answer.value.state(answer.as_of).kind is StateKind.REVOKED


class CreationLost(OutcomeUnknown):
    """A create got no answer; `line` tells what to look for."""

    def __init__(self, lost: OutcomeUnknown, line: PendingKey) -> None:
        super().__init__(lost.cause, at=lost.at)
        self.line = line
