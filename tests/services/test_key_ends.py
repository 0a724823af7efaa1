"""A key's end is set with proof, whatever is lost on the way."""

from __future__ import annotations

import asyncio
from datetime import timedelta

import pytest

from medusa_console.domain.api_key import ApiKey, KeyType, StateKind
from medusa_console.domain.errors import (
    EndFixed,
    InputFault,
    NotFound,
    NotSendable,
    OneSecretKey,
    OutcomeUnknown,
)
from medusa_console.domain.query import KeyQuery, KeySort
from medusa_console.ui.words.errors import explain
from tests.services.shop import Shop, then
from tests.ui.wiretap import Behaviour, answer, broken, lost

KEYS = "/admin/api-keys"
REVOKE = f"{KEYS}/.*/revoke"
ONE = f"{KEYS}/apk_.*"
MONTH = timedelta(days=30)


async def make(shop: Shop, kind: KeyType = KeyType.SECRET, ends_in: int | None = None) -> ApiKey:
    created, _ = await shop.services.keys.create("ERP", kind, None, None, ends_in)
    shop.tap.requests.clear()
    return created.key


def ends(shop: Shop, key: ApiKey) -> StateKind:
    (row,) = shop.run("select * from api_keys where id = ?", key.id)
    return shop.services.keys.state(ApiKey.model_validate({**row, "token": ""})).kind


async def test_a_lost_answer_is_made_up_for_by_reading_the_key_again(shop: Shop) -> None:
    """Each row: what becomes of the request, of the second look, and what is known then."""
    table: list[tuple[Behaviour, Behaviour | None, type[Exception] | None, StateKind]] = [
        (lost, None, None, StateKind.WORKS_UNTIL),
        (broken, None, OutcomeUnknown, StateKind.ACTIVE),
        (lost, broken, OutcomeUnknown, StateKind.WORKS_UNTIL),
        (answer(200, {}), None, NotFound, StateKind.ACTIVE),
        (answer(502, {}), broken, OutcomeUnknown, StateKind.ACTIVE),
    ]
    for written, read, raised, state in table:
        key = await make(shop)
        shop.tap.on("POST", REVOKE, written, once=True)
        if read is not None:
            shop.tap.on("GET", ONE, read, once=True)
        end = shop.services.clock.now() + MONTH
        setting = shop.services.ends.end_at(key.id, end)
        if raised is None:
            assert (await setting).revoked_at is not None
        else:
            with pytest.raises(raised):
                await setting
        assert ends(shop, key) is state
        assert shop.tap.count("POST", REVOKE) == 1, "no write is repeated by itself"
        shop.tap.calm()
        # The same end may be asked for again, whatever became of the first request.
        assert (await shop.services.ends.end_at(key.id, end)).revoked_at is not None


async def test_a_key_that_somebody_revokes_meanwhile_does_not_work_again(shop: Shop) -> None:
    keys, end = shop.services.keys, shop.services.clock.now() + MONTH
    for kind in KeyType:
        key = await make(shop, kind)

        def revoke(key: ApiKey = key) -> None:
            past = "2026-01-01T00:00:00.000Z"
            shop.run("update api_keys set revoked_at = ? where id = ?", past, key.id)

        revoke()
        with pytest.raises(NotSendable) as told:
            await shop.services.ends.move_to(key.id, end)
        assert told.value.fault is InputFault.ALREADY_REVOKED
        assert shop.tap.count("POST", REVOKE) == 0
        assert ends(shop, key) is StateKind.REVOKED
    # Between the look and the request: Medusa refuses a secret key.
    key = await make(shop)
    shop.tap.on("GET", ONE, then(lambda: revoke(key)), once=True)
    with pytest.raises(NotSendable):
        await shop.services.ends.move_to(key.id, end)
    assert keys.state((await keys.get(key.id)).value).kind is StateKind.REVOKED


async def test_ten_clicks_ask_once_and_another_end_is_another_request(shop: Shop) -> None:
    key = await make(shop)
    await asyncio.gather(*(shop.services.ends.end_in(key.id, 3600) for _ in range(10)))
    assert shop.tap.count("POST", REVOKE) == 1
    await asyncio.gather(*(shop.services.ends.end_in(key.id, n) for n in (3600, 7200)))
    assert shop.tap.count("POST", REVOKE) == 3


async def test_the_journal_knows_the_wish_until_the_key_is_settled(shop: Shop) -> None:
    keys = shop.services.keys
    _, line = await keys.create("ERP", KeyType.SECRET, None, None, 86_400)
    (kept,) = await keys.unsettled()
    assert kept.ends_in == 86_400
    assert kept.end == kept.started_at + timedelta(days=1)
    assert (await keys.without_end(line)).end is None
    assert (await keys.unsettled())[0].end is None
    await keys.settle(line)
    # A publishable key leaves a line only while its end is open.
    await keys.create("Shop", KeyType.PUBLISHABLE, None)
    assert await keys.unsettled() == ()
    await keys.create("Shop", KeyType.PUBLISHABLE, None, None, 3_600)
    (kept,) = await keys.unsettled()
    assert kept.key_id is not None
    await keys.revoke(kept.key_id)
    assert await keys.unsettled() == ()


async def test_what_gets_an_end_while_the_order_is_read_is_in_it_once(shop: Shop) -> None:
    keys = [await make(shop) for _ in range(4)]
    await shop.services.ends.end_in(keys[0].id, 3_600)
    soon = "2099-01-01T00:00:00.000Z"

    def schedule() -> None:
        shop.run("update api_keys set revoked_at = ? where id = ?", soon, keys[2].id)

    def revoke() -> None:
        now = (shop.services.clock.latest() + timedelta(seconds=1)).isoformat()
        shop.run("update api_keys set revoked_at = ? where id = ?", now, keys[0].id)

    query = KeyQuery(text="ERP", sort=KeySort.ENDS, descending=False)
    everything = {key.id for key in (await shop.services.keys.find(KeyQuery("ERP"), 0, 100)).rows}
    for act in (schedule, revoke):
        shop.tap.on("GET", KEYS, then(act), once=True)
        shop.services.keys.forget_cached()
        found = [
            key.id
            for offset in range(0, len(everything), 3)
            for key in (await shop.services.keys.find(query, offset, 3)).rows
        ]
        assert len(found) == len(everything)
        assert set(found) == everything


async def test_before_medusa_2_11_a_set_end_stays_and_that_is_said(shop: Shop) -> None:
    key = await make(shop)
    end = shop.services.clock.now() + MONTH
    await shop.services.ends.end_at(key.id, end)
    words = "There are 1 secret keys that are already revoked."
    shop.tap.on("POST", REVOKE, answer(400, {"type": "invalid_data", "message": words}))
    with pytest.raises(EndFixed) as moved:
        await shop.services.ends.move_to(key.id, end + MONTH)
    with pytest.raises(EndFixed) as revoked:
        await shop.services.keys.revoke(key.id)
    for told in (moved, revoked):
        assert abs(told.value.end - end) < timedelta(seconds=10)
        assert "It works until".lower() in explain(told.value).text.lower()
    assert ends(shop, key) is StateKind.WORKS_UNTIL
    assert shop.services.keys.unconfirmed(key.id) is None, "it was refused: nothing is open"


async def test_a_key_that_ended_meanwhile_is_revoked_and_not_fixed(shop: Shop) -> None:
    key = await make(shop)
    await shop.services.keys.revoke(key.id)
    with pytest.raises(NotSendable) as told:
        await shop.services.ends.move_to(key.id, shop.services.clock.now() + MONTH)
    assert told.value.fault is InputFault.ALREADY_REVOKED
    assert (await shop.services.keys.revoke(key.id)).revoked_at is not None


async def test_before_medusa_2_11_a_second_secret_key_is_not_created_and_that_is_said(
    shop: Shop,
) -> None:
    words = (
        "You can only have one active secret key a time. Revoke or delete your existing key "
        "before creating a new one."
    )
    shop.tap.on("POST", KEYS, answer(400, {"type": "invalid_data", "message": words}))
    with pytest.raises(OneSecretKey) as told:
        await make(shop)
    assert explain(told.value).title == "This store allows one secret key at a time"
    assert shop.tap.count("POST", KEYS) == 1
    assert not await shop.services.keys.unsettled(), "nothing was created"
