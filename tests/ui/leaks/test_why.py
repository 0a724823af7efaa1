"""Why a found key fails, asked from its card: told from what the desk knows already."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from medusa_console.ui.doctor.dialog import KeyDoctorDialog
from tests.faults import server as faults
from tests.faults.medusa import ago
from tests.ui.leaks.cards import KEYS
from tests.ui.leaks.pages import Paged, open_paged
from tests.ui.standins import Clock
from tests.waiting import until

TOKEN = "sk_" + "0123456789abcdef" * 4
TWIN = "sk_" + "012" + "b" * 58 + "def"
FRONT = "pk_" + "0123456789abcdef" * 4
ID, FRONT_ID = "apk_01M8N71XN14HENWVQ1BCEB97YG", "apk_01M8N71XN14HENWVQ1BCEB97YH"
forbidden = faults.refusal(403, "Forbidden", "forbidden")


@pytest.fixture
async def paged(qapp: QApplication, clock: Clock) -> AsyncIterator[Paged]:
    async with open_paged(clock) as paged:
        yield paged


async def ask(paged: Paged) -> None:
    await paged.press("leak.why")
    await until(lambda: paged.is_there("doctor.headline"))


async def test_a_dead_key_is_explained_without_asking_anything(paged: Paged) -> None:
    store = await paged.store("Northwind EU")
    dead = ago(days=2)
    store.add(TOKEN, ID, revoked_at=dead, updated_at=dead, revoked_by="user_01")
    await paged.show()
    await paged.paste(f"MEDUSA_API_KEY={TOKEN}")
    await paged.reads("It does not work here")
    presented = store.presented
    await ask(paged)
    await paged.reads(
        "This key is revoked", "Paste the request that fails\nA curl line, an", inside=paged.front
    )
    paged.copy(f"curl -H 'Authorization: Bearer {TOKEN}' https://a.example/admin/x")
    await paged.press("doctor.paste")
    await paged.reads(
        "This key is revoked",
        "The key stands behind “Authorization: Bearer”.",
        inside=paged.front,
    )
    assert store.presented == presented
    paged.key(Qt.Key.Key_Escape)
    await until(lambda: not paged.is_there("doctor.headline"))


async def test_a_key_that_only_looks_like_one_of_the_store_is_told_as_another(
    paged: Paged,
) -> None:
    store = await paged.store("Northwind EU")
    store.add(TOKEN, ID)
    await paged.show()
    await paged.paste(TWIN)
    await paged.reads("it is another key.")
    presented = store.presented
    await ask(paged)
    await paged.reads("Northwind EU refuses this key", inside=paged.front)
    assert store.presented == presented


async def test_a_key_that_works_is_to_be_revoked_and_not_explained(paged: Paged) -> None:
    store = await paged.store("Northwind EU")
    store.add(TOKEN, ID)
    await paged.show()
    await paged.paste(TOKEN)
    await paged.reads("It works right now")
    assert paged.buttons("leak.why") == []


async def test_a_publishable_key_is_tried_as_a_storefront_tries_it(paged: Paged) -> None:
    store = await paged.store("Northwind EU")
    store.add(FRONT, FRONT_ID)
    no_channel = "Publishable key needs to have a sales channel configured"
    store.server.on("GET", "/store/products", faults.refusal(400, no_channel, "invalid_data"))
    await paged.show()
    await paged.paste(FRONT)
    await paged.reads("Active, and public by design")
    await ask(paged)
    await paged.reads("This key has no sales channel", inside=paged.front)


async def test_a_list_that_may_not_be_viewed_gets_a_key_of_the_desk_from_its_card_alone(
    paged: Paged,
) -> None:
    store = await paged.store("Northwind EU")
    store.add(TOKEN, ID)
    store.server.on("GET", KEYS, forbidden)
    await paged.show()
    await paged.paste(TOKEN)
    await paged.reads("Not checked yet")
    await ask(paged)
    await paged.reads(
        "Your account can't view the keys of Northwind EU",
        "On its card, choose which store to ask.",
        inside=paged.front,
    )
    assert store.presented == 0
    assert paged.buttons("doctor.here") == [], "the desk has to know of it"
    stranger = "sk_" + "a1" * 32
    store.add(stranger, "apk_01M8N71XN14HENWVQ1BCEB97YK")
    paged.copy(stranger)
    await paged.press("doctor.paste")
    await paged.reads("“Check here” sends this one key", inside=paged.front)
    await paged.press("doctor.here")
    await paged.reads("Northwind EU accepts this key", inside=paged.front)


async def test_the_key_leaves_the_dialog_when_it_leaves_the_desk(paged: Paged) -> None:
    store = await paged.store("Northwind EU")
    store.add(TOKEN, ID)
    store.server.on("GET", KEYS, forbidden)
    await paged.show()
    await paged.paste(TOKEN)
    await paged.reads("Not checked yet")
    await ask(paged)
    await paged.reads("can't view the keys", inside=paged.front)
    dialog = paged.front
    assert isinstance(dialog, KeyDoctorDialog)
    assert dialog._request is not None
    assert dialog._request.key is not None
    assert dialog._request.key.secret is None, "the desk's own key does not come here"
    paged.copy("sk_" + "a1" * 32)
    await paged.press("doctor.paste")
    await paged.reads("“Check here” sends", inside=paged.front)
    paged.desk.forget_keys()
    await paged.reads("The key is no longer in memory.", inside=paged.front)
    assert paged.buttons("doctor.here") == []


async def test_a_lock_takes_the_key_away_also_when_the_desk_has_none_any_more(
    paged: Paged,
) -> None:
    store = await paged.store("Northwind EU")
    store.add(TOKEN, ID)
    store.server.on("GET", KEYS, forbidden)
    await paged.show()
    await paged.paste(TOKEN)
    await paged.reads("Not checked yet")
    paged.desk.forget_keys()
    await ask(paged)
    paged.copy("sk_" + "a1" * 32)
    await paged.press("doctor.paste")
    await paged.reads("“Check here” sends", inside=paged.front)
    paged.desk.forget_keys()  # as a lock does
    await paged.reads("The key is no longer in memory.", inside=paged.front)


async def test_a_store_that_is_closed_meanwhile_is_told_as_one_that_nobody_is_signed_in_to(
    paged: Paged,
) -> None:
    store = await paged.store("Northwind EU")
    store.add(TOKEN, ID)
    store.server.on("GET", KEYS, forbidden)
    await paged.show()
    await paged.paste(TOKEN)
    await paged.reads("Not checked yet")
    await ask(paged)
    store.server.on("GET", KEYS, faults.never)
    before = store.server.count("GET", KEYS)
    paged.copy("sk_" + "a1" * 32)
    await paged.press("doctor.paste")
    await until(lambda: store.server.count("GET", KEYS) > before)
    connection, store.connection = store.connection, None
    assert connection is not None
    await connection.aclose()
    await paged.reads("Not signed in to Northwind EU", inside=paged.front)
