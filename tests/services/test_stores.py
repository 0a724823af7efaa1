"""The list of stores: order, groups, duplicates, and what is saved of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from medusa_console.clock import Clock
from medusa_console.domain.defaults import Defaults
from medusa_console.domain.preferences import Preferences
from medusa_console.domain.store import (
    DEMO_STORE,
    Environment,
    Proxy,
    ProxyKind,
    Store,
    by_group,
)
from medusa_console.services.stores import PreferenceBook, Stores
from medusa_console.tasks import TaskScope
from tests.waiting import until

ONE = Store("1", "One", "https://one.example", Environment.LIVE)
TWO = Store("2", "Two", "https://two.example", Environment.STAGING, group="europe")
THREE = Store("3", "Three", "https://three.example", Environment.LIVE)
FOUR = Store("4", "Four", "https://four.example", Environment.LIVE, group="America")
FIVE = Store("5", "Five", "https://five.example", Environment.LIVE, group="europe")
ALL = (ONE, TWO, THREE, FOUR, FIVE)


class Saved:
    """What was saved last, and how often."""

    def __init__(self) -> None:
        self.last: tuple[Store, ...] = ()
        self.times = 0
        self.announced = 0

    async def save(self, stores: Sequence[Store]) -> None:
        self.last = tuple(stores)
        self.times += 1

    def announce(self, _: None) -> None:
        self.announced += 1


@pytest.fixture
def saved() -> Saved:
    return Saved()


@pytest.fixture
def stores(saved: Saved) -> Stores:
    def fail(error: BaseException, doing: object = None, again: object = None) -> None:
        raise error

    stores = Stores(ALL, saved.save, TaskScope(fail, Clock()))
    stores.changed.subscribe(saved.announce)
    return stores


def names(stores: Stores) -> dict[str, list[str]]:
    return {group: [store.name for store in found] for group, found in by_group(stores.all)}


def test_lists_show_those_without_a_group_first_and_the_groups_by_name(stores: Stores) -> None:
    assert list(names(stores).items()) == [
        ("", ["One", "Three"]),
        ("America", ["Four"]),
        ("europe", ["Two", "Five"]),
    ]
    assert stores.groups == ("America", "europe")


async def test_a_new_store_comes_last_and_every_change_is_saved_and_announced(
    stores: Stores, saved: Saved
) -> None:
    new = replace(ONE, id="new", name="New")
    assert stores.add(new) == new
    assert stores.all == (*ALL, new)
    await until(lambda: saved.last == (*ALL, new))
    stores.remove(TWO)
    await until(lambda: saved.last == (ONE, THREE, FOUR, FIVE, new))
    assert (saved.times, saved.announced) == (2, 2)


async def test_a_store_moves_among_those_that_stand_around_it(stores: Stores) -> None:
    stores.move(FIVE, -1)
    assert names(stores)["europe"] == ["Five", "Two"]
    stores.move(FIVE, 1)
    assert names(stores)["europe"] == ["Two", "Five"]
    stores.move(ONE, 1)
    assert names(stores) == {
        "": ["Three", "One"],
        "America": ["Four"],
        "europe": ["Two", "Five"],
    }


@pytest.mark.parametrize(("store", "by"), [(ONE, -1), (FOUR, 1), (FOUR, -3), (FIVE, 5)])
def test_no_store_moves_out_of_its_group(
    store: Store, by: int, stores: Stores, saved: Saved
) -> None:
    stores.move(store, by)
    assert stores.all == ALL
    assert saved.announced == 0


async def test_a_duplicate_is_for_a_second_account_at_the_same_address(stores: Stores) -> None:
    proxy = Proxy(ProxyKind.OWN, "http://proxy.example:3128", "maya")
    used = replace(TWO, email="maya@two.example", keep_signed_in=True, ca_file="/a", proxy=proxy)
    stores.update(used)
    copy = stores.duplicate(used, "Two copy")
    assert copy.id != used.id
    assert copy == replace(
        used,
        id=copy.id,
        name="Two copy",
        email="",
        keep_signed_in=False,
        proxy=Proxy(ProxyKind.OWN, "http://proxy.example:3128"),  # whose password stays behind
    )
    assert stores.all == (ONE, used, copy, THREE, FOUR, FIVE)
    again = stores.duplicate(used, "Two copy")
    assert again.name == "Two copy 2"
    stores.update(replace(copy, email="jo@two.example"))
    assert [s.email for s in stores.all if s.origin == used.origin] == [
        "maya@two.example", "", "jo@two.example",
    ]  # fmt: skip


async def test_another_address_forgets_the_account_and_nothing_else_does(stores: Stores) -> None:
    used = replace(ONE, email="maya@one.example", keep_signed_in=True)
    stores.update(used)
    stores.update(replace(used, group="europe", read_only=True, environment=Environment.STAGING))
    assert (stores.all[0].email, stores.all[0].keep_signed_in) == ("maya@one.example", True)
    stores.update(replace(used, origin="https://moved.example"))
    assert (stores.all[0].email, stores.all[0].keep_signed_in) == ("", False)


async def test_the_demo_store_comes_once_and_comes_again_when_it_was_removed(
    stores: Stores,
) -> None:
    assert stores.add_demo() == DEMO_STORE
    stores.add_demo()
    assert [store.id for store in stores.all] == ["1", "2", "3", "4", "5", "demo"]
    stores.remove(DEMO_STORE)
    assert [store.id for store in stores.all] == ["1", "2", "3", "4", "5"]
    stores.add_demo()
    assert stores.all[-1] == DEMO_STORE


async def test_the_store_in_front_is_the_one_as_edited_and_gone_when_removed(
    stores: Stores, saved: Saved
) -> None:
    assert stores.front is None
    stores.bring_to_front(TWO)
    assert stores.front == TWO
    assert saved.announced == 1
    stores.update(replace(TWO, name="Second"))
    assert stores.front == replace(TWO, name="Second")
    stores.remove(TWO)
    assert stores.front is None


async def test_what_the_administrator_fixes_no_change_undoes(saved: Saved) -> None:
    tasks = TaskScope(lambda *_: None, Clock())
    fixed = Defaults(proxy=Proxy(ProxyKind.NONE), read_only=True, clipboard_seconds=5)
    stores = Stores([ONE, DEMO_STORE], saved.save, tasks, defaults=fixed)
    assert stores.add(TWO).read_only
    stores.take_in([THREE])
    stores.update(replace(ONE, name="Renamed", read_only=False))
    own = [store for store in stores.all if not store.is_demo]
    assert [store.name for store in own] == ["Renamed", "Two", "Three"]
    assert {(store.read_only, store.proxy.kind) for store in own} == {(True, ProxyKind.NONE)}
    assert DEMO_STORE in stores.all
    await until(lambda: saved.last == stores.all)

    async def keep(_: Preferences) -> None:
        pass

    book = PreferenceBook(Preferences(), keep, tasks, defaults=fixed)
    assert book.value.clipboard_seconds == 5
    book.change(replace(book.value, clipboard_seconds=60, idle_minutes=3))
    assert (book.value.clipboard_seconds, book.value.idle_minutes) == (5, 3)
