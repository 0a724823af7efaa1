"""The program's own client lets keys end later, and lists them by their ends."""

from __future__ import annotations

from datetime import timedelta

import httpx
import pytest

from medusa_console.domain.api_key import ApiKey, KeyType, StateKind
from medusa_console.domain.errors import Invalid, NotFound, NotSendable
from medusa_console.domain.key_end import LONGEST
from medusa_console.domain.query import KeyQuery, KeySort, StateFilter
from medusa_console.services.store_services import StoreServices

from .backends import everywhere, unique, with_and_without_rbac
from .family import Family
from .making import make_key, revoke
from .test_client_list import names

_EXACT = timedelta(seconds=2)
ENDING = ["Foxtrot", "Charlie"]
OTHERS = ["Golf", "Echo", "Delta", "bravo", "Alpha"]


@everywhere
@pytest.mark.parametrize("kind", KeyType)
async def test_a_key_ends_when_it_was_told_to_and_its_end_is_moved_both_ways(
    services: StoreServices, admin: httpx.AsyncClient, kind: KeyType
) -> None:
    key_id = (await make_key(admin, unique(), kind.value))["id"]
    changed: list[ApiKey] = []
    services.keys.changed.subscribe(changed.append)
    for after in (timedelta(days=30), LONGEST - timedelta(minutes=1), timedelta(minutes=2)):
        end = services.clock.latest() + after
        key = await services.ends.end_at(key_id, end)
        assert key.revoked_at is not None
        assert timedelta(0) <= key.revoked_at - end + _EXACT <= 2 * _EXACT + timedelta(seconds=30)
        assert key.revoked_by == services.session.user_id
        assert services.keys.state(key).kind is StateKind.WORKS_UNTIL
        assert (await services.keys.get(key_id)).value.revoked_at == key.revoked_at
        assert changed[-1] == key


async def test_what_cannot_end_later_is_told_apart(
    services: StoreServices, admin: httpx.AsyncClient
) -> None:
    dead, gone = [await make_key(admin, unique()) for _ in range(2)]
    for key in (dead, gone):
        await revoke(admin, key)
    await services.keys.delete_record(gone["id"])
    with pytest.raises(Invalid, match="already revoked"):
        await services.ends.end_in(dead["id"], 3600)
    with pytest.raises(NotFound):
        await services.ends.end_in(gone["id"], 3600)
    for kind in KeyType:  # a publishable one would work again
        key = await make_key(admin, unique(), kind.value)
        await revoke(admin, key)
        with pytest.raises(NotSendable, match="ALREADY_REVOKED"):
            await services.ends.move_to(key["id"], services.clock.now() + timedelta(days=1))
        assert not services.keys.state((await services.keys.get(key["id"])).value).works
    now = services.clock.now()
    for end in (now - timedelta(days=1), now + timedelta(seconds=30), now + LONGEST * 1.01):
        with pytest.raises(NotSendable):
            await services.ends.end_at(gone["id"], end)


@with_and_without_rbac
async def test_the_list_begins_with_the_keys_that_end_first(
    services: StoreServices, family: Family
) -> None:
    by_end = KeyQuery(text=family.name, sort=KeySort.ENDS, descending=False)

    async def check(query: KeyQuery, size: int, ending: list[str]) -> None:
        services.keys.forget_cached()
        found: list[ApiKey] = []
        for offset in range(0, 7, size):
            page = await services.keys.find(query, offset, size)
            found += page.rows
            assert page.count == 7
        listed = names(family, tuple(found))
        assert listed[:2] == ending
        assert sorted(listed[2:]) == sorted(OTHERS)
        # Two of one millisecond are in any order.
        moments = [key.created_at for key in found[2:]]
        assert moments == sorted(moments, reverse=True)

    for size in (1, 2, 3, 7):  # a page's border may lie before, between and after the two lists
        await check(by_end, size, ENDING)
    latest_first = KeyQuery(text=family.name, sort=KeySort.ENDS, descending=True)
    await check(latest_first, 3, ENDING[::-1])


async def test_the_order_by_end_keeps_to_every_filter(
    services: StoreServices, family: Family
) -> None:
    for state in StateFilter:
        for kind in (None, *KeyType):
            asked = KeyQuery(text=family.name, state=state, type=kind)
            by_creation = await services.keys.find(asked, 0, 100)
            by_end = await services.keys.find(
                KeyQuery(asked.text, "", kind, state, KeySort.ENDS, descending=False), 0, 100
            )
            assert by_end.count == by_creation.count
            assert set(names(family, by_end.rows)) == set(names(family, by_creation.rows))
