"""What the user does while a look, another removal or nothing at all is on the screen is kept."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator

import pytest
from PySide6.QtCore import Qt

from tests.ui.alone import OpenShop
from tests.ui.driving import CTRL
from tests.ui.leaks.traced import Traced
from tests.ui.wiretap import Wiretap, held
from tests.waiting import until

USERS, KEYS = "/admin/users/.*", "/admin/api-keys"


@pytest.fixture
async def store(tap: Wiretap, open_shop: OpenShop) -> AsyncIterator[Traced]:
    """A store with roles off, and a leaked key in it."""
    traced = Traced(await open_shop(rbac=False))
    await traced.leak()
    yield traced
    assert not traced.shop.failures


async def confirm(store: Traced) -> None:
    await store.in_front("confirm")
    store.key_press(Qt.Key.Key_Return, CTRL)
    await store.in_front("whatItDid")


async def sent(tap: Wiretap, number: int) -> None:
    await until(lambda: tap.count("DELETE", USERS) == number)


def removed(store: Traced) -> set[str]:
    """The ids of those whom a report would name as removed."""
    look = store.shop.services.looks.of(store.root)
    return {one.person.id for one in look.removals} if look is not None else set()


async def test_a_removal_during_a_look_is_still_known_after_it(store: Traced, tap: Wiretap) -> None:
    anna = await store.person("Anna")
    await store.look()
    answered = asyncio.Event()
    tap.on("GET", KEYS, held(answered))
    store.press("did.again")
    await until(lambda: store.is_there("did.reading"))
    store.press("did.remove")
    await confirm(store)
    await store.reads("did.joined.done", "Anna Berg, anna@example.com: removed")
    answered.set()
    await store.looked()
    assert "Anna Berg, anna@example.com: removed" in store.says("did.joined.done")
    assert removed(store) == {anna}


async def test_a_preview_during_a_look_counts_as_shown(store: Traced, tap: Wiretap) -> None:
    await store.key("Feed", store.root)
    await store.look()
    answered = asyncio.Event()
    tap.on("GET", KEYS, held(answered), once=True)
    store.press("did.again")
    await until(lambda: store.is_there("did.reading"))
    store.press("did.revoke")
    await store.in_front("did.preview")
    store.key_press(Qt.Key.Key_Escape)
    await store.in_front("whatItDid")
    await store.key("Meanwhile", store.root)
    answered.set()
    await store.in_front("did.preview")  # what is new is asked about at once
    assert "1 new since the last preview" in store.says("did.preview.told")


async def test_two_removals_at_once_are_both_told(store: Traced, tap: Wiretap) -> None:
    anna, berta = await store.person("Anna"), await store.person("Berta")
    await store.look()
    answered = asyncio.Event()
    tap.on("DELETE", USERS, held(answered))
    for number in (0, 1):
        store.press("did.remove", number)
        await confirm(store)
        await sent(tap, number + 1)
    answered.set()
    await until(lambda: len(store.says("did.joined.done").splitlines()) >= 2)
    assert removed(store) == {anna, berta}


async def test_a_removal_is_known_though_the_dialog_is_closed_before_its_answer(
    store: Traced, tap: Wiretap
) -> None:
    anna = await store.person("Anna")
    await store.look()
    answered = asyncio.Event()
    tap.on("DELETE", USERS, held(answered))
    store.press("did.remove")
    await confirm(store)
    await until(lambda: tap.count("DELETE", USERS) == 1)
    store.key_press(Qt.Key.Key_Escape)
    await until(lambda: store.dialog is None)
    answered.set()
    await until(lambda: removed(store) == {anna})


async def test_what_a_deleted_key_made_is_named_as_what_no_list_leads_to(store: Traced) -> None:
    gone = await store.key("Gone", store.root)
    await store.customers(3, gone)
    await store.drop("api_keys", gone)
    await store.look()
    assert not store.is_there("did.customers.rows")
    assert "records of a deleted key that made no other key" in store.says("did.notLooked.never")


async def test_a_run_that_ended_behind_a_closed_dialog_is_looked_at_when_it_is_opened(
    store: Traced, tap: Wiretap
) -> None:
    await store.key("Feed", store.root)
    dialog = await store.look()
    answered = asyncio.Event()
    tap.on("POST", f"{KEYS}/.*/revoke", held(answered))
    store.press("did.revoke")
    await store.in_front("did.preview")
    store.key_press(Qt.Key.Key_Return, CTRL)
    await until(lambda: tap.count("POST", f"{KEYS}/.*/revoke") == 1)
    dialog.reject()
    await until(lambda: store.dialog is None)
    kept = store.shop.services.looks.of(store.root)
    assert kept is not None
    assert kept.revoking, "which a report says of this look"
    answered.set()
    await until(lambda: not store.shop.services.bulk.busy)
    await store.look()
    assert "revoked" in store.lines("did.after.rows")[0]
    kept = store.shop.services.looks.of(store.root)
    assert kept is not None
    assert not kept.revoking
