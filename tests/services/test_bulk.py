"""Many revokes in several stores: what fails, waits or is stopped, and what is known then."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime

import pytest

from medusa_console.clock import Clock
from medusa_console.domain.errors import (
    Forbidden,
    Invalid,
    NotFound,
    OutcomeUnknown,
    SignInNeeded,
    Unreachable,
)
from medusa_console.domain.store import Environment, Store
from medusa_console.services.bulk import Bulk, Hold, Item, ItemResult, ItemState, RunState
from medusa_console.services.session import Expired
from medusa_console.services.store_services import StoreServices
from medusa_console.tasks import Again, Doing, TaskScope
from tests.faults import server as faults
from tests.faults.medusa import USER_ID, ago, login_token, one
from tests.faults.server import Behaviour, Exchange, FaultServer
from tests.services.conftest import MAYA, PASSWORD_SECRET, REFRESH, SIGN_IN, opening
from tests.services.ports import MemoryJournal, MemoryVault
from tests.waiting import until

OVER = faults.refusal(401, "Unauthorized")
BROKEN = faults.refusal(500, "An unknown error occurred.")
REFUSED = faults.refusal(403, "Forbidden", "forbidden")
DONE, FAILED, UNKNOWN, UNTOUCHED, UNDER_WAY = (
    ItemState.DONE,
    ItemState.FAILED,
    ItemState.UNKNOWN,
    ItemState.UNTOUCHED,
    ItemState.UNDER_WAY,
)


@dataclass
class Shop:
    """A store that revokes its keys, unless `spoil` has another answer to the n-th request.

    `most` is the largest number of revokes that it ever had in work at once; while `gate` is
    closed, it answers none. `asked` are the keys of the revokes, in the order of arrival.
    """

    server: FaultServer
    keys: list[str]
    spoil: Callable[[int, str], Behaviour | None] = lambda _number, _key: None
    gate: threading.Event = field(default_factory=threading.Event)
    revoked: set[str] = field(default_factory=set)
    asked: list[str] = field(default_factory=list)
    most: int = 0
    busy: int = 0
    lock: threading.Lock = field(default_factory=threading.Lock)

    def __post_init__(self) -> None:
        self.gate.set()
        self.server.on("POST", SIGN_IN, faults.json_answer({"token": login_token()}))
        self.server.on("POST", REFRESH, OVER)
        self.server.on("GET", "/admin/users/me", OVER)
        for key in self.keys:
            self.server.on("POST", f"/admin/api-keys/{key}/revoke", self._revoke(key))
            self.server.on("GET", f"/admin/api-keys/{key}", self.read(key))

    def _revoke(self, key: str) -> Behaviour:
        def behave(exchange: Exchange) -> None:
            with self.lock:
                self.asked.append(key)
                number = len(self.asked)
                self.busy += 1
                self.most = max(self.most, self.busy)
            spoilt = self.spoil(number, key)

            def answer(exchange: Exchange) -> None:
                with self.lock:
                    self.busy -= 1
                    if spoilt is None:
                        self.revoked.add(key)
                (spoilt or self._record(key))(exchange)

            faults.after(self.gate, answer)(exchange)

        return behave

    def read(self, key: str) -> Behaviour:
        return lambda exchange: self._record(key)(exchange)

    def _record(self, key: str) -> Behaviour:
        when = {"revoked_at": ago(seconds=1), "revoked_by": USER_ID} if key in self.revoked else {}
        return faults.json_answer(one(id=key, **when))


def keys(count: int, store: int = 0) -> list[str]:
    return [f"apk_01M{store}000000000000000000{number:03}" for number in range(1, count + 1)]


@dataclass
class Reported:
    """What reached the reporter."""

    errors: list[BaseException] = field(default_factory=list)

    def __call__(
        self, error: BaseException, doing: Doing | None = None, again: Again | None = None
    ) -> None:
        self.errors.append(error)


@pytest.fixture
def reported() -> Reported:
    return Reported()


@pytest.fixture
async def tasks(reported: Reported) -> AsyncIterator[TaskScope]:
    scope = TaskScope(reported, Clock())
    yield scope
    await scope.aclose()


@asynccontextmanager
async def signed_in(*shops: Shop) -> AsyncIterator[list[StoreServices]]:
    async with AsyncExitStack() as stack:
        services = []
        for number, shop in enumerate(shops):
            store = Store(
                f"s{number}", "Northwind", shop.server.origin, Environment.LIVE, email=MAYA
            )
            opened = await stack.enter_async_context(opening(store, MemoryVault(), MemoryJournal()))
            await opened.services.session.restore(kept=False)
            await opened.services.session.sign_in(MAYA, PASSWORD_SECRET, keep=False)
            services.append(opened.services)
        yield services


def revoking(tasks: TaskScope, *of: tuple[StoreServices, list[str]]) -> Bulk[Item[str]]:
    """A run that revokes these keys of these stores."""
    items = [Item(key, services, key) for services, chosen in of for key in chosen]
    by_key = {item.id: item for item in items}

    async def revoke(item: Item[str]) -> bool:
        await item.services.keys.revoke(item.id)
        return True

    async def look(item: Item[str]) -> bool:
        try:
            return not (await item.services.keys.check(item.id)).works
        except NotFound:
            return True

    wrapped = [Item(key, item.services, item) for key, item in by_key.items()]
    return Bulk(wrapped, revoke, look, tasks)


def said(run: Bulk[Item[str]]) -> dict[str, ItemState]:
    return {item.id: run.result(item).state for item in run.items}


def names(run: Bulk[Item[str]], *states: ItemState) -> list[str]:
    return [item.id for item in run.in_state(*states)]


def held(run: Bulk[Item[str]]) -> list[tuple[StoreServices, Hold]]:
    return list(run.holds)


def in_state(run: Bulk[Item[str]], state: RunState) -> bool:
    return run.state is state


async def ended(run: Bulk[Item[str]]) -> None:
    await until(lambda: run.state is RunState.ENDED)


async def test_at_most_four_revokes_are_in_flight_at_a_store_whoever_asks_for_them(
    server: FaultServer, tasks: TaskScope
) -> None:
    chosen = keys(12)
    alone = keys(13)[-1]
    shop = Shop(server, [*chosen, alone])
    shop.gate.clear()
    with FaultServer() as beside:
        other = Shop(beside, keys(2, store=1))
        async with signed_in(shop, other) as (services, others):
            run = revoking(tasks, (services, chosen), (others, other.keys))
            progress: list[int] = []
            run.changed.subscribe(lambda _: progress.append(run.settled))
            run.start()
            await until(lambda: shop.busy == 4)
            single = asyncio.create_task(services.keys.revoke(alone))
            await until(lambda: run.settled == 2)  # the other store does not wait for this one
            await services.keys.get(alone)
            assert (len(shop.asked), len(names(run, UNDER_WAY))) == (4, 4)
            shop.gate.set()
            await ended(run)
            await single
    assert said(run) == dict.fromkeys([*chosen, *other.keys], DONE)
    assert shop.most == 4
    assert other.most <= 2
    assert progress == sorted(progress)
    assert progress[-1] == 14


async def test_the_third_fails_and_all_others_are_revoked_until_it_is_tried_again(
    server: FaultServer, tasks: TaskScope, reported: Reported
) -> None:
    chosen = keys(8)
    third, fifth, sixth = chosen[2], chosen[4], chosen[5]
    odd = {third: BROKEN, fifth: REFUSED}
    shop = Shop(server, chosen, lambda _, key: odd.get(key))

    def lost(exchange: Exchange) -> None:
        shop.revoked.add(sixth)
        faults.close(exchange)

    odd[sixth] = lost
    async with signed_in(shop) as (services,):
        run = revoking(tasks, (services, chosen))
        run.start()
        await ended(run)
        assert names(run, FAILED) == [third, fifth]
        assert names(run, DONE) == [key for key in chosen if key not in (third, fifth)]
        results = {item.id: run.result(item) for item in run.items}
        assert isinstance(results[third].error, OutcomeUnknown)  # looked at: it still works
        assert isinstance(results[fifth].error, Forbidden)
        assert results[sixth] == ItemResult(DONE)

        odd.clear()
        before = len(shop.asked)
        run.retry_failed()
        await ended(run)
        assert sorted(shop.asked[before:]) == [third, fifth]
        assert said(run) == dict.fromkeys(chosen, DONE)
    assert reported.errors == []


async def test_a_session_that_ends_half_way_keeps_the_rest_and_goes_on_once_signed_in_again(
    server: FaultServer, tasks: TaskScope
) -> None:
    chosen = keys(10)
    over = threading.Event()

    def fifth_on(number: int, _key: str) -> Behaviour | None:
        if number == 5:
            over.set()
        return OVER if over.is_set() else None

    shop = Shop(server, chosen, fifth_on)
    with FaultServer() as beside:
        other = Shop(beside, keys(6, store=1))
        async with signed_in(shop, other) as (services, others):
            run = revoking(tasks, (services, chosen), (others, other.keys))
            run.start()
            await until(lambda: run.state is RunState.WAITING)
            assert isinstance(services.session.state, Expired)
            assert held(run) == [(services, Hold.SIGN_IN)]
            results = {item.id: run.result(item) for item in run.items}
            for key in chosen:
                wanted = DONE if key in shop.revoked else UNTOUCHED
                assert results[key].state is wanted, key
            assert len(shop.revoked) < len(chosen)
            assert any(isinstance(result.error, SignInNeeded) for result in results.values())
            assert all(results[key] == ItemResult(DONE) for key in other.keys)

            over.clear()
            shop.spoil = lambda _number, _key: None
            await services.session.sign_in(MAYA, PASSWORD_SECRET, keep=False)
            await ended(run)
            assert said(run) == dict.fromkeys([*chosen, *other.keys], DONE)
            assert held(run) == []


async def test_a_store_that_is_signed_out_of_leaves_the_rest_untouched_and_ends_the_run(
    server: FaultServer, tasks: TaskScope
) -> None:
    """Its session never comes back: whoever signs in again has another one, and chooses anew."""
    chosen = keys(7)
    answers: dict[int, Behaviour | None] = {1: None, 2: REFUSED}
    shop = Shop(server, chosen, lambda number, _key: answers.get(number, OVER))
    with FaultServer() as beside:
        other = Shop(beside, keys(3, store=1))
        async with signed_in(shop, other) as (services, others):
            run = revoking(tasks, (services, chosen), (others, other.keys))
            run.start()
            await until(lambda: run.state is RunState.WAITING)
            before = said(run)
            await services.session.sign_out()
            await until(lambda: not run.in_state(ItemState.UNDER_WAY))
            assert (run.state, held(run)) == (RunState.ENDED, [])
            assert said(run) == before
            assert [len(names(run, state)) for state in (DONE, FAILED, UNTOUCHED)] == [4, 1, 5]

            shop.spoil = lambda _number, _key: None
            asked = len(shop.asked)
            run.retry_failed()
            assert said(run) == before, "nobody is there to try it again"
            await services.session.sign_in(MAYA, PASSWORD_SECRET, keep=False)
            run.go_on()
            assert (run.state, len(shop.asked)) == (RunState.ENDED, asked)


async def test_another_account_does_not_go_on_with_what_the_first_one_chose(
    server: FaultServer, tasks: TaskScope
) -> None:
    chosen = keys(5)
    shop = Shop(server, chosen, lambda _number, _key: OVER)
    async with signed_in(shop) as (services,):
        run = revoking(tasks, (services, chosen))
        run.start()
        await until(lambda: run.state is RunState.WAITING)
        shop.spoil = lambda _number, _key: None
        stranger = {"token": login_token(actor_id="user_01M00000000000000000OTHER")}
        server.on("POST", SIGN_IN, faults.json_answer(stranger))
        await services.session.sign_out()
        await services.session.sign_in("else@example.com", PASSWORD_SECRET, keep=False)
        run.go_on()
        assert run.state is RunState.ENDED
    assert shop.revoked == set()
    assert names(run, UNTOUCHED) == chosen


async def test_the_network_dies_at_the_third_of_ten(tasks: TaskScope) -> None:
    """Two are done, one is unknown, seven are untouched; all are named, and all can be ended."""
    network = threading.Event()
    network.set()
    with FaultServer() as one_server, FaultServer() as dead_server:
        near, far = Shop(one_server, keys(3)), Shop(dead_server, keys(7, store=1))
        third = near.keys[2]
        near.spoil = lambda _, key: faults.close if key == third and network.is_set() else None
        one_server.on("GET", f"/admin/api-keys/{third}", faults.reset)
        async with signed_in(near, far) as (services, others):
            dead_server.close()
            run = revoking(tasks, (services, near.keys), (others, far.keys))
            run.start()
            await until(lambda: run.state is RunState.WAITING)
            assert names(run, DONE) == near.keys[:2]
            assert names(run, UNKNOWN) == [third]
            assert names(run, UNTOUCHED) == far.keys
            assert held(run) == [(others, Hold.NO_ANSWER)]
            unknown = run.result(run.items[2]).error
            assert isinstance(unknown, OutcomeUnknown)
            assert isinstance(run.result(run.items[3]).error, Unreachable)

            # It was done after all: a look tells, and nothing is sent again.
            near.revoked.add(third)
            one_server.on("GET", f"/admin/api-keys/{third}", near.read(third))
            run.go_on()
            await until(lambda: run.state is RunState.WAITING)
            assert names(run, DONE) == near.keys
            assert near.asked.count(third) == 1
            run.stop()
            assert in_state(run, RunState.ENDED)
            assert names(run, UNTOUCHED) == far.keys


async def test_a_network_that_dies_leaves_all_that_was_not_sent_untouched(
    server: FaultServer, tasks: TaskScope
) -> None:
    chosen = keys(10)
    dead = threading.Event()

    def third_on(number: int, _key: str) -> Behaviour | None:
        if number == 3:
            dead.set()
        return faults.reset if dead.is_set() else None

    shop = Shop(server, chosen, third_on)

    def reset_once_dead(read: Behaviour) -> Behaviour:
        return lambda exchange: (faults.reset if dead.is_set() else read)(exchange)

    for key in chosen:
        server.on("GET", f"/admin/api-keys/{key}", reset_once_dead(shop.read(key)))
    async with signed_in(shop) as (services,):
        run = revoking(tasks, (services, chosen))
        run.start()
        await until(lambda: run.state is RunState.WAITING)
        lost = [key for key in chosen if key in shop.asked and key not in shop.revoked]
        assert names(run, DONE) == [key for key in chosen if key in shop.revoked]
        assert names(run, UNKNOWN) == lost
        assert 1 <= len(lost) <= 4
        assert names(run, UNTOUCHED) == [key for key in chosen if key not in shop.asked]
        assert held(run) == [(services, Hold.NO_ANSWER)]

        dead.clear()
        shop.spoil = lambda _number, _key: None
        run.go_on()
        await ended(run)
        assert names(run, FAILED) == lost  # a look shows that these still work
        run.retry_failed()
        await ended(run)
        assert said(run) == dict.fromkeys(chosen, DONE)


async def test_pause_and_stop_let_what_is_in_flight_end_and_leave_the_rest_untouched(
    server: FaultServer, tasks: TaskScope
) -> None:
    chosen = keys(10)
    shop = Shop(server, chosen)
    shop.gate.clear()
    async with signed_in(shop) as (services,):
        run = revoking(tasks, (services, chosen))
        assert in_state(run, RunState.READY)
        run.start()
        await until(lambda: shop.busy == 4)
        run.pause()
        shop.gate.set()
        await until(lambda: run.settled == 4)
        assert in_state(run, RunState.PAUSED)
        assert names(run, UNDER_WAY) == []

        shop.gate.clear()
        run.go_on()
        assert in_state(run, RunState.RUNNING)
        await until(lambda: shop.busy == 4)
        run.stop()
        assert in_state(run, RunState.RUNNING)  # until these four have their results
        shop.gate.set()
        await ended(run)
        assert names(run, DONE) == chosen[:8]
        assert names(run, UNTOUCHED) == chosen[8:]
        run.go_on()
        run.retry_failed()
        assert in_state(run, RunState.ENDED)
        assert shop.asked == [key for key in shop.asked if key in chosen[:8]]


async def test_after_a_stop_nothing_comes_back_that_a_store_has_refused_to_look_at(
    server: FaultServer, tasks: TaskScope
) -> None:
    chosen = keys(6)
    shop = Shop(server, chosen, lambda _number, _key: OVER)
    shop.gate.clear()
    async with signed_in(shop) as (services,):
        run = revoking(tasks, (services, chosen))
        run.start()
        await until(lambda: shop.busy == 4)
        run.stop()
        shop.gate.set()
        await ended(run)
        before = len(shop.asked)
        shop.spoil = lambda _number, _key: None
        await services.session.sign_in(MAYA, PASSWORD_SECRET, keep=False)
        assert in_state(run, RunState.ENDED)
        assert names(run, UNTOUCHED) == chosen
        await services.keys.get(chosen[0])
        assert len(shop.asked) == before


async def test_a_fault_of_the_program_is_a_result_and_is_reported_once(
    server: FaultServer, tasks: TaskScope, reported: Reported
) -> None:
    chosen = keys(6)
    shop = Shop(server, chosen)
    async with signed_in(shop) as (services,):

        async def act(key: str) -> bool:
            if key in chosen[1:4]:
                raise ZeroDivisionError
            await services.keys.revoke(key)
            return True

        async def look(_key: str) -> bool:
            raise AssertionError("nothing is unknown here")

        run = Bulk([Item(key, services, key) for key in chosen], act, look, tasks)
        run.start()
        await until(lambda: run.state is RunState.ENDED)
        assert [item.id for item in run.in_state(UNKNOWN)] == chosen[1:4]
        assert [item.id for item in run.in_state(DONE)] == [chosen[0], *chosen[4:]]
    await until(lambda: reported.errors)
    assert [type(error) for error in reported.errors] == [ZeroDivisionError]


class CountedId(str):
    """An id that counts how often any is looked up."""

    __slots__ = ()
    lookups = 0

    def __hash__(self) -> int:
        CountedId.lookups += 1
        return super().__hash__()


async def test_many_keys_are_put_back_in_their_order_without_a_look_at_each_for_each(
    server: FaultServer, tasks: TaskScope
) -> None:
    chosen = [CountedId(f"k{number:04}") for number in range(400)]
    begun: list[str] = []
    async with signed_in(Shop(server, [])) as (services,):

        async def act(key: str) -> bool:
            begun.append(key)
            lost = OutcomeUnknown(NotFound("gone"), at=datetime.now(UTC))
            raise Invalid("no") if key in chosen[::2] else lost

        async def look(key: str) -> bool:
            begun.append(key)
            raise NotFound("gone")

        run = Bulk([Item(key, services, key) for key in chosen], act, look, tasks)
        run.start()
        await until(lambda: run.state is RunState.ENDED)
        for again, of in ((run.go_on, chosen[1::2]), (run.retry_failed, chosen)):
            begun.clear()
            CountedId.lookups = 0
            again()
            assert CountedId.lookups < 20 * len(chosen)
            await until(lambda: run.state is RunState.ENDED)
            assert list(dict.fromkeys(begun)) == of
