"""Runs over many keys of a store that misbehaves, on a disk that may be full."""

from __future__ import annotations

from collections import Counter
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta

import pytest

from medusa_console.connect import open_store
from medusa_console.domain.api_key import ApiKey
from medusa_console.domain.errors import ConsoleError
from medusa_console.domain.key_bulk import BulkAction
from medusa_console.domain.query import KeyQuery
from medusa_console.domain.store import Environment, Store
from medusa_console.services.bulk import Hold, RunState
from medusa_console.services.key_run import KeyRun
from medusa_console.services.session import Expired
from medusa_console.services.store_services import StoreServices
from medusa_console.tasks import TaskScope
from tests.faults import server as faults
from tests.faults.medusa import login_token, stamp
from tests.faults.server import FaultServer
from tests.services.conftest import MAYA, PASSWORD_SECRET, REFRESH
from tests.services.many_store import ManyStore
from tests.services.ports import MemoryReceipts, MemoryVault, memory_journal
from tests.ui.standins import Clock
from tests.waiting import until

GATEWAY = faults.answer(504)
SOMEBODY = "user_01M00000000000000000000009"


@dataclass
class Desk:
    """A store of many keys, signed in; time passes when a test says so."""

    store: ManyStore
    services: StoreServices
    receipts: MemoryReceipts
    tasks: TaskScope
    clock: Clock
    reported: list[BaseException] = field(default_factory=list)

    async def keys(self) -> tuple[ApiKey, ...]:
        bulk = self.services.bulk
        return await bulk.read(await bulk.ids(KeyQuery()))

    async def begin(self, action: BulkAction = BulkAction.REVOKE) -> KeyRun:
        """A run over all keys, which has begun."""
        keys = await self.keys()
        run = self.services.bulk.begin(self.services, action, keys, self.tasks)
        run.start_now()
        return run


@pytest.fixture
def server() -> Iterator[FaultServer]:
    with FaultServer() as server:
        yield server


@pytest.fixture
async def desk(server: FaultServer) -> AsyncIterator[Desk]:
    store = Store("s", "Northwind", server.origin, Environment.LIVE, email=MAYA)
    receipts, clock = MemoryReceipts(), Clock()
    reported: list[BaseException] = []
    tasks = TaskScope(lambda error, doing=None, again=None: reported.append(error), clock.value)
    journal = memory_journal(receipts=receipts)
    many = ManyStore(server)
    opened = await open_store(store, vault=MemoryVault(), journal=journal)
    services = opened.services
    await services.session.restore(kept=False)
    await services.session.sign_in(MAYA, PASSWORD_SECRET, keep=False)
    yield Desk(many, services, receipts, tasks, clock, reported)
    await tasks.aclose()
    services.writes.abandon()
    await services.writes.settle(60)
    await opened.aclose()
    assert reported == []


async def ended(run: KeyRun) -> None:
    await until(lambda: run.state is RunState.ENDED and len(run.receipts) == len(run.bulk.items))


def outcomes(run: KeyRun) -> dict[str, int]:
    return Counter(one.outcome for one in run.receipts.values())


async def written(desk: Desk, run: KeyRun) -> None:
    """Wait until every line of `run` is on the disk, and none twice."""
    await until(lambda: len(desk.receipts.lines) >= len(run.lines))
    (file,) = desk.receipts.files.values()
    assert sorted(file) == sorted(run.lines)


async def test_a_lost_answer_is_looked_up_and_what_stays_unknown_says_so(desk: Desk) -> None:
    desk.store.add(6)
    desk.store.script("revoke", GATEWAY)  # nothing is done
    run = await desk.begin()
    await ended(run)
    assert outcomes(run) == {"not done": 6}
    assert len(desk.store.working) == 6
    assert all(one.checked for one in run.receipts.values())

    desk.store.script("get", faults.answer(500))
    run.retry_failed()
    await ended(run)
    await until(lambda: outcomes(run) == {"unknown": 6})
    assert not any(one.checked for one in run.receipts.values())

    desk.store.script("get", None)
    desk.store.script("revoke", desk.store.done_but_lost)
    run.retry_failed()
    await until(lambda: outcomes(run) == {"done": 6})
    assert desk.store.working == []
    await written(desk, run)


async def test_what_others_did_meanwhile_is_a_receipt_and_no_failure(desk: Desk) -> None:
    first, second, public, _ = desk.store.add(4)
    desk.store.records[public]["type"] = "publishable"
    keys = await desk.keys()
    desk.store.revoke(first, SOMEBODY)
    desk.store.revoke(public, SOMEBODY)
    del desk.store.records[second]
    # As Medusa refuses to revoke a secret key twice (contract, section 3.5).
    again = faults.refusal(400, "There are 1 secret keys that are already revoked.", "invalid_data")
    honest = desk.store.honest
    desk.store.script(
        "revoke",
        lambda exchange: (
            again(exchange) if first in exchange.request.path else _honest(honest, exchange)
        ),
    )
    run = desk.services.bulk.begin(desk.services, BulkAction.REVOKE, keys, desk.tasks)
    run.start_now()
    await ended(run)
    assert outcomes(run) == {"done by others": 2, "gone": 1, "done": 1}
    assert run.needed_nothing == 3
    assert run.receipts[first].revoked_by == run.receipts[public].revoked_by == SOMEBODY
    assert ("revoke", public) not in desk.store.asked, "it would overwrite who revoked it"


def _honest(honest: object, exchange: faults.Exchange) -> None:
    key_id = exchange.request.path.split("/")[3]
    assert callable(honest)
    honest("revoke", key_id)(exchange)


async def test_a_full_disk_stops_deleting_before_anything_is_deleted(desk: Desk) -> None:
    for key_id in desk.store.add(9):
        desk.store.revoke(key_id)
    desk.receipts.broken = True
    run = await desk.begin(BulkAction.DELETE)
    await until(lambda: run.unwritten is not None and run.bulk.state is RunState.PAUSED)
    assert desk.store.count("delete") == 0
    assert len(desk.store.records) == 9

    desk.receipts.broken = False
    run.go_on()
    await until(lambda: run.state is RunState.ENDED)
    run.retry_failed()
    await until(lambda: outcomes(run) == {"done": 9})
    assert run.unwritten is None
    assert desk.store.records == {}
    await written(desk, run)
    rows = [
        line["before deleting"]["id"] for line in desk.receipts.lines if "before deleting" in line
    ]
    assert sorted(rows) == sorted(run.receipts)


async def test_revoking_goes_on_while_the_disk_is_full_and_says_so(desk: Desk) -> None:
    desk.store.add(5)
    desk.receipts.broken = True
    run = await desk.begin()
    await ended(run)
    assert outcomes(run) == {"done": 5}
    await until(lambda: run.unwritten is not None)
    assert desk.receipts.lines == []
    desk.receipts.broken = False
    run.go_on()
    await written(desk, run)


async def test_a_session_that_ends_half_way_holds_the_rest_until_the_sign_in(
    desk: Desk, server: FaultServer
) -> None:
    desk.store.add(20)
    unauthorized = faults.refusal(401, "Unauthorized", "unauthorized")
    server.on("POST", REFRESH, unauthorized)
    desk.store.script("revoke", None, None, None, unauthorized)
    run = await desk.begin()
    await until(lambda: run.bulk.holds and run.bulk.holds[0][1] is Hold.SIGN_IN)
    await until(lambda: run.state is RunState.WAITING)
    assert isinstance(desk.services.session.state, Expired)
    done = 20 - len(desk.store.working)
    assert 0 < done < 20
    desk.store.script("revoke", None)
    server.on("POST", REFRESH, faults.json_answer({"token": login_token()}))
    await desk.services.session.sign_in(MAYA, PASSWORD_SECRET, keep=False)
    await ended(run)
    assert outcomes(run) == {"done": 20}
    assert desk.store.working == []


async def test_a_run_waits_to_be_called_off_and_a_lock_calls_it_off(desk: Desk) -> None:
    desk.store.add(3)
    bulk, keys = desk.services.bulk, await desk.keys()

    def begin() -> KeyRun:
        return bulk.begin(desk.services, BulkAction.REVOKE, keys, desk.tasks)

    run = begin()
    assert bulk.busy
    with pytest.raises(RuntimeError):
        begin()
    await desk.clock.advance(9)
    assert (run.seconds_left, run.state) == (1, RunState.READY)
    run.call_off()
    await desk.clock.advance(60)
    run.start_now()
    assert not bulk.busy

    run = begin()
    await desk.clock.advance(5)
    desk.services.session.lock()
    await desk.services.session.unlock(PASSWORD_SECRET)
    await desk.clock.advance(60)
    assert run.called_off
    assert desk.store.count("revoke") == 0

    run = begin()
    await desk.clock.advance(10)
    await ended(run)
    assert desk.store.working == []


async def test_what_a_stop_leaves_has_receipts_and_a_sign_out_forgets_the_run(desk: Desk) -> None:
    desk.store.add(30)
    run = await desk.begin()
    await until(lambda: run.bulk.settled >= 1)
    run.bulk.stop()
    await ended(run)
    left = len(desk.store.working)
    assert outcomes(run) == ({"done": 30 - left, "not touched": left} if left else {"done": 30})
    await written(desk, run)

    desk.receipts.files.clear()
    for one in desk.store.records.values():
        one["revoked_at"] = None
    run = await desk.begin()
    await until(lambda: run.bulk.settled >= 1)
    await desk.services.session.sign_out()
    assert desk.services.bulk.run is None
    assert not desk.services.bulk.busy


async def test_a_schedule_lets_no_key_work_longer_and_sets_no_end_that_has_passed(
    desk: Desk,
) -> None:
    sooner, _ = desk.store.add(2)
    keys, now = await desk.keys(), desk.services.clock.now()
    hour = stamp(now + timedelta(hours=1))
    desk.store.records[sooner] |= {"revoked_at": hour, "revoked_by": SOMEBODY}

    def schedule(until: datetime) -> KeyRun:
        run = desk.services.bulk.begin(desk.services, BulkAction.SCHEDULE, keys, desk.tasks, until)
        run.start_now()
        return run

    run = schedule(now + timedelta(days=7))
    await ended(run)
    assert outcomes(run) == {"ends sooner already": 1, "done": 1}
    assert desk.store.records[sooner]["revoked_at"] == hour
    assert run.needed_nothing == 1

    # As after a long pause, or when the store's clock jumps.
    asked = desk.store.count("revoke")
    run = schedule(now - timedelta(hours=1))
    await ended(run)
    assert outcomes(run) == {"refused": 2}
    assert desk.store.count("revoke") == asked


async def test_what_this_account_has_revoked_is_done_whoever_asks_again(desk: Desk) -> None:
    (public,) = desk.store.add(1, type="publishable")
    desk.store.script("get", None, faults.answer(500))
    desk.store.script("revoke", desk.store.done_but_lost)
    run = await desk.begin()
    await until(lambda: outcomes(run) == {"unknown": 1})
    desk.store.script("get", None)
    run.retry_failed()
    await until(lambda: outcomes(run) == {"done": 1})
    assert desk.store.records[public]["revoked_at"]


async def test_keys_are_read_in_parts_and_a_failure_is_one(desk: Desk) -> None:
    ids = desk.store.add(250)
    told: list[int] = []
    gone = ids[120]
    del desk.store.records[gone]
    read = await desk.services.bulk.read(ids, told.append)
    assert [key.id for key in read] == [one for one in ids if one != gone]
    assert max(told) == 250
    desk.store.script("list", None, faults.answer(500))
    with pytest.raises(ConsoleError):
        await desk.services.bulk.read(ids)
