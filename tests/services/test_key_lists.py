"""A long list of keys: one page ahead, whatever happens to it meanwhile."""

from __future__ import annotations

import asyncio
import threading

import pytest

from medusa_console.domain.errors import ServerFault
from tests.faults import server as faults
from tests.services.leaky import BROKEN, KeyStore, bench, token
from tests.ui.standins import never
from tests.waiting import until

# Pages of 500 begin with the last key of the page before.
MANY = 2_100
PAGES = 5


@pytest.fixture(scope="module")
def keys() -> list[str]:
    return [token() for _ in range(MANY)]


def large(keys: list[str]) -> KeyStore:
    store = KeyStore("Northwind")
    for key in keys:
        store.add(key)
    return store


async def test_the_next_page_is_asked_for_while_one_is_awaited_and_none_beyond(
    keys: list[str],
) -> None:
    store, ready, last = large(keys), threading.Event(), threading.Event()

    def page(exchange: faults.Exchange) -> None:
        signal = last if "offset=1996" in exchange.request.target else ready
        faults.after(signal, store._list)(exchange)

    store.script("list", None, page)
    read: list[int] = []
    async with bench(store) as desk:
        listing = asyncio.ensure_future(desk.services(store).proof.list_keys(20_000, read.append))
        await until(lambda: store.asked.count("list") == 3)
        await never(lambda: store.asked.count("list") > 3, beside=store.server)
        assert read == [500]
        ready.set()
        await until(lambda: store.asked.count("list") == PAGES)
        await never(lambda: store.asked.count("list") > PAGES, beside=store.server)
        last.set()
        listed = await listing
    assert [key.id for key in listed.keys] == sorted(store.records)
    assert listed.whole


async def test_a_key_that_is_deleted_while_a_page_is_ahead_costs_no_other_key_its_place(
    keys: list[str],
) -> None:
    store = large(keys)

    def delete_first(exchange: faults.Exchange) -> None:
        store.records.pop(min(store.records))
        store._list(exchange)

    store.script("list", None, None, delete_first, None)
    async with bench(store) as desk:
        listed = await desk.services(store).proof.list_keys(20_000, lambda _: None)
    assert {key.id for key in listed.keys} >= set(store.records)


async def test_a_list_that_fails_or_is_left_asks_for_nothing_more(keys: list[str]) -> None:
    store, ready = large(keys), threading.Event()

    def page(exchange: faults.Exchange) -> None:  # two pages may arrive in any order
        held = faults.after(ready, store._list)
        (BROKEN if "offset=499" in exchange.request.target else held)(exchange)

    async with bench(store) as desk:
        proof = desk.services(store).proof
        store.script("list", None, page)
        with pytest.raises(ServerFault):
            await proof.list_keys(20_000, lambda _: None)
    store = large(keys)  # the other one may still be asked for what was given up
    async with bench(store) as desk:
        proof = desk.services(store).proof
        store.script("list", None, faults.after(ready, store._list))
        listing = asyncio.ensure_future(proof.list_keys(20_000, lambda _: None))
        await until(lambda: store.asked.count("list") == 3)
        listing.cancel()
        with pytest.raises(asyncio.CancelledError):
            await listing
        names = [getattr(task.get_coro(), "__name__", "") for task in asyncio.all_tasks()]
        assert not [name for name in names if "lean" in name]
        ready.set()
        await never(lambda: store.asked.count("list") > 3, beside=store.server)
