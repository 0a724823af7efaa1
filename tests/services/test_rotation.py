"""Replacing a key on a network that loses answers, and after the program was killed."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import date

import pytest

from medusa_console.connect import open_store
from medusa_console.domain.api_key import ApiKey
from medusa_console.domain.errors import ConsoleError, Forbidden, JournalUnavailable
from medusa_console.domain.rotation import Rotation, RotationStep, Trial, successor_title
from medusa_console.services.api_keys import CreationLost
from medusa_console.services.rotation import LOOK_AGAIN, Successor
from medusa_console.services.store_services import StoreServices
from medusa_console.tasks import TaskScope
from tests.faults import server as faults
from tests.faults.server import Exchange
from tests.services.conftest import MAYA, PASSWORD_SECRET
from tests.services.leaky import FORBIDDEN, UNAUTHORIZED, KeyStore, token
from tests.services.ports import MemoryJournal, MemoryRotations, MemoryVault, memory_journal
from tests.ui.standins import Clock
from tests.waiting import until

TITLE = "ERP nightly sync"
NEXT = "ERP nightly sync (2026-11-29)"
DAY = 86_400


@dataclass
class Shop:
    """A store with one key that is to be replaced, and the journal of this computer."""

    server: KeyStore
    old_id: str
    keys: MemoryJournal = field(default_factory=MemoryJournal)
    lines: MemoryRotations = field(default_factory=MemoryRotations)

    @asynccontextmanager
    async def start(self) -> AsyncIterator[StoreServices]:
        """A start of the program, on what the one before has left; signed in."""
        journal = replace(memory_journal(self.keys), rotations=self.lines)
        opened = await open_store(self.server.store, vault=MemoryVault(), journal=journal)
        services = opened.services
        try:
            await services.session.restore(kept=False)
            await services.session.sign_in(MAYA, PASSWORD_SECRET, keep=False)
            await services.rotations.load()
            yield services
        finally:
            services.writes.abandon()
            await services.writes.settle(60)
            await opened.aclose()

    async def old(self, services: StoreServices) -> ApiKey:
        return (await services.keys.get(self.old_id)).value

    async def begin(self, services: StoreServices, *, leaked: bool = False) -> Successor:
        old = await self.old(services)
        return await services.rotations.begin(old, NEXT, None, leaked=leaked)


@pytest.fixture
def shop() -> AsyncIterator[Shop]:  # type: ignore[misc]
    server = KeyStore("Northwind")
    with server.server:
        yield Shop(server, server.add(token(), TITLE))


def done_but_lost(serve: Callable[[Exchange], object]) -> faults.Behaviour:
    """The request is done, and its answer does not arrive."""

    def behave(exchange: Exchange) -> None:
        serve(exchange)
        faults.close(exchange)

    return behave


async def written(shop: Shop, step: RotationStep) -> Rotation:
    await until(lambda: [line.step for line in shop.lines.lines.values()] == [step])
    (line,) = shop.lines.lines.values()
    return line


async def test_a_rotation_is_on_the_disk_before_the_successor_is_asked_for(shop: Shop) -> None:
    on_disk: list[list[RotationStep]] = []

    def look(exchange: Exchange) -> None:
        on_disk.append([line.step for line in shop.lines.lines.values()])
        shop.server._create(exchange)

    shop.server.script("create", look)
    async with shop.start() as services:
        successor = await shop.begin(services)
        line = await written(shop, RotationStep.CREATED)
        assert on_disk == [[RotationStep.CREATING]]
        assert line.new_id == successor.key.id
        assert line.line_id == successor.line.id

        shop.lines.broken = True
        other = shop.server.add(token(), "Other")
        key = (await services.keys.get(other)).value
        before = shop.server.asked.count("create")
        with pytest.raises(JournalUnavailable):
            await services.rotations.begin(key, "Other, new", None)
        assert shop.server.asked.count("create") == before, "nothing was sent"


@pytest.mark.parametrize(
    "step", [None, RotationStep.CREATED, RotationStep.SAVED, RotationStep.ACCEPTED]
)
async def test_after_a_crash_the_next_start_knows_the_step(
    step: RotationStep | None, shop: Shop
) -> None:
    """At None the program ends between the server's answer and the line that tells of it."""
    async with shop.start() as services:
        successor = await shop.begin(services)
        rotation = successor.rotation
        if step is None:
            await written(shop, RotationStep.CREATED)
            await until(lambda: any(line.key_id for line in shop.keys.lines.values()))
            (first, *_) = shop.lines.history
            await shop.lines.write(first)
        elif step is not RotationStep.CREATED:
            rotation = await services.rotations.saved(rotation)
            if step is RotationStep.ACCEPTED:
                assert successor.created is not None
                tried = await services.rotations.try_out(rotation, successor.created)
                assert isinstance(tried, Trial)
        if step is not None:
            await written(shop, step)
    async with shop.start() as services:
        (found,) = services.rotations.open
        assert found.step is (step or RotationStep.CREATED)
        assert services.rotations.of_old(shop.old_id) == found
        assert services.rotations.of_new(successor.key.id) == found
        assert bool(await services.keys.unsettled()) is (step in (None, RotationStep.CREATED)), (
            "what is not saved is still told"
        )
        await services.keys.revoke(shop.old_id)
        await until(lambda: not shop.lines.lines)
    async with shop.start() as services:
        assert services.rotations.open == ()


async def test_a_lost_creation_leaves_a_rotation_that_begins_anew(shop: Shop) -> None:
    shop.server.script("create", done_but_lost(shop.server.create), None)
    async with shop.start() as services:
        with pytest.raises(CreationLost):
            await shop.begin(services)
        (lost,) = services.rotations.open
        assert (lost.step, lost.new_id) == (RotationStep.CREATING, None)
    async with shop.start() as services:
        (left,) = services.rotations.open
        assert left == lost
        (pending,) = await services.keys.unsettled()
        assert pending.id == left.line_id
        (orphan,) = await services.keys.candidates(pending)
        await services.keys.revoke(orphan.id)
        successor = await shop.begin(services)
        (again,) = services.rotations.open
        assert (again.id, again.started_at) == (left.id, left.started_at)
        assert again.new_id == successor.key.id != orphan.id


async def test_a_refused_creation_leaves_nothing(shop: Shop) -> None:
    shop.server.script("create", FORBIDDEN)
    async with shop.start() as services:
        with pytest.raises(Forbidden):
            await shop.begin(services)
        assert services.rotations.open == ()
        await until(lambda: not shop.lines.lines)


async def test_only_a_store_in_order_refuses_a_successor(shop: Shop) -> None:
    """Medusa answers 401 to a key that works while its database is away (contract, quirk 25)."""
    async with shop.start() as services:
        successor = await shop.begin(services)
        created, rotation = successor.created, successor.rotation
        assert created is not None
        shop.server.script("key", UNAUTHORIZED)
        shop.server.script("us", faults.refusal(500, "An unknown error occurred."))
        assert isinstance(await services.rotations.try_out(rotation, created), ConsoleError)
        shop.server.script("us", None)
        assert await services.rotations.try_out(rotation, created) is Trial.REFUSED
        shop.server.script("key", faults.close)
        assert isinstance(await services.rotations.try_out(rotation, created), ConsoleError)
        (untried,) = services.rotations.open
        assert untried.step is RotationStep.CREATED
        shop.server.script("key", None)
        assert isinstance(await services.rotations.try_out(rotation, created), Trial)
        successor.drop()
        assert successor.created is None


async def test_a_lost_end_is_looked_up(shop: Shop) -> None:
    def scheduled(exchange: Exchange) -> None:
        shop.server.revoke(exchange.request.path.split("/")[3], DAY)

    async with shop.start() as services:
        await shop.begin(services)
        shop.server.script("revoke", done_but_lost(scheduled))
        key = await services.ends.end_in(shop.old_id, DAY)
        assert key.revoked_at is not None
        assert len(services.rotations.open) == 1


@pytest.mark.parametrize("who", ["old", "new"])
@pytest.mark.parametrize("how", ["revoked", "deleted"])
async def test_what_somebody_else_ended_ends_the_rotation(who: str, how: str, shop: Shop) -> None:
    async with shop.start() as services:
        successor = await shop.begin(services)
        ended = shop.old_id if who == "old" else successor.key.id
        if how == "revoked":
            shop.server.revoke(ended, -5)
        else:
            del shop.server.records[ended]
        both = await services.rotations.look(successor.rotation)
        assert (both.old is None) is (who == "old" and how == "deleted")
        assert (both.new is None) is (who == "new" and how == "deleted")
        assert services.rotations.open == ()
        await until(lambda: not shop.lines.lines)


async def test_a_successor_that_is_replaced_itself_ends_both_rotations(shop: Shop) -> None:
    async with shop.start() as services:
        first = await shop.begin(services)
        await services.rotations.begin(first.key, "The third", None)
        assert len(services.rotations.open) == 2
        await services.keys.revoke(first.key.id)
        assert not services.rotations.open


async def test_a_leaked_key_is_read_each_minute_until_it_is_dead(shop: Shop) -> None:
    clock, failed = Clock(), []
    scope = TaskScope(lambda error, *_: failed.append(error), clock.value)
    async with shop.start() as services:
        successor = await shop.begin(services, leaked=True)
        await services.keys.revoke(successor.key.id)
        (rotation,) = services.rotations.leaked
        assert rotation.new_id is None, "the leaked key still works, whatever became of the other"
        scope.start(services.rotations.watch_leaked(clock.value))

        async def a_minute_passes() -> None:
            await until(lambda: clock.asleep)
            await clock.advance(LOOK_AGAIN)

        read = shop.server.asked.count("get")
        await a_minute_passes()
        await until(lambda: shop.server.asked.count("get") > read)
        assert services.rotations.leaked
        shop.server.script("get", faults.refusal(500, "An unknown error occurred."))
        read = shop.server.asked.count("get")
        await a_minute_passes()
        await until(lambda: shop.server.asked.count("get") > read)
        shop.server.script("get", None)
        shop.server.revoke(shop.old_id, -5)
        await a_minute_passes()
        await until(lambda: not services.rotations.leaked)
        await scope.aclose()
        assert failed == []


async def test_another_account_sees_a_leaked_key_and_ends_every_rotation_of_it(shop: Shop) -> None:
    async with shop.start() as services:
        successor = await shop.begin(services, leaked=True)
        line = await written(shop, RotationStep.CREATED)
    other = replace(line, id="other", user_id="user_other", new_id=None)
    shop.lines.lines = {line.id: line, other.id: other}
    async with shop.start() as services:
        assert {one.id for one in services.rotations.leaked} == {line.id, other.id}
        await services.keys.revoke(successor.key.id)
        assert len(services.rotations.leaked) == 2
        await services.keys.revoke(shop.old_id)
        assert services.rotations.open == ()
        await until(lambda: not shop.lines.lines)


async def test_a_rotation_is_called_off_without_a_change_of_any_key(shop: Shop) -> None:
    async with shop.start() as services:
        successor = await shop.begin(services)
        await services.rotations.call_off(successor.rotation)
        assert services.rotations.open == ()
    async with shop.start() as services:
        assert services.rotations.open == ()
        assert services.keys.state(await shop.old(services)).works


async def test_a_rotation_that_has_ended_is_not_opened_again(shop: Shop) -> None:
    async with shop.start() as services:
        successor = await shop.begin(services)
        created = successor.created
        assert created is not None
        await services.keys.revoke(shop.old_id)
        rotation = await services.rotations.saved(successor.rotation)
        assert await services.keys.unsettled() == (), "the successor is saved all the same"
        assert isinstance(await services.rotations.try_out(rotation, created), Trial)
        assert services.rotations.open == ()
        await services.writes.settle(60)
        assert shop.lines.lines == {}


async def test_two_keys_of_one_title_get_a_successor_each(shop: Shop) -> None:
    other_id = shop.server.add(token(), TITLE)
    async with shop.start() as services:
        other = (await services.keys.get(other_id)).value
        first, second = await asyncio.gather(
            shop.begin(services), services.rotations.begin(other, NEXT, None)
        )
        assert first.key.id != second.key.id
        for successor in (first, second):
            assert successor.line.id == successor.rotation.line_id


def test_a_successor_is_named_after_the_day() -> None:
    today = date(2026, 11, 29)
    assert successor_title(TITLE, today) == NEXT
    assert successor_title(f"{TITLE} (2025-01-31)", today) == NEXT
    assert successor_title("", today) == "(2026-11-29)"
    long = successor_title("x" * 300, today)
    assert len(long) == 200
    assert long.endswith(" (2026-11-29)")
