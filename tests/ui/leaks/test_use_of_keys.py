"""The card of a leaked key says where the key is used, as far as it was noted on this computer."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest
from PySide6.QtWidgets import QApplication

from tests.ui.leaks.cards import Bench, open_bench, whole
from tests.ui.standins import Clock

TOKENS = ("sk_" + "a1" * 32, "sk_" + "b2" * 32)
NOTED, NOT_NOTED = "apk_01M0000000000000000000KEY1", "apk_01M0000000000000000000KEY2"


@pytest.fixture
async def bench(qapp: QApplication, clock: Clock) -> AsyncIterator[Bench]:
    async with open_bench(clock) as bench:
        yield bench


async def test_the_card_says_where_the_key_is_used_or_that_nobody_noted_it(bench: Bench) -> None:
    store = await bench.store("Northwind EU")
    for token, key_id in zip(TOKENS, (NOTED, NOT_NOTED), strict=True):
        store.add(token, key_id)
    assert store.connection is not None
    await store.connection.services.notes.write(NOTED, "Till in Rotterdam")
    bench.begin(*map(whole, TOKENS))
    await bench.reads("Used by", "Till in Rotterdam", "Not noted on this computer")
