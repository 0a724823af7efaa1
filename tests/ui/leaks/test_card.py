"""The card of a found key: each answer in its words, and the proof of a revoke."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest
from PySide6.QtWidgets import QApplication

from tests.ui.leaks.cards import Bench, open_bench, whole
from tests.ui.standins import Clock

TOKEN = "sk_" + "a1" * 32
KEY = "apk_01M0000000000000000000KEY1"


@pytest.fixture
async def bench(qapp: QApplication, clock: Clock) -> AsyncIterator[Bench]:
    async with open_bench(clock) as bench:
        yield bench


async def test_a_key_is_revoked_and_proven_dead(bench: Bench) -> None:
    eu = await bench.store("Northwind EU")
    eu.add(TOKEN, KEY)
    card = bench.begin(whole(TOKEN))
    await bench.reads("It works right now", "Northwind EU accepted this very key at")
    await bench.reads("Maya Lindqvist")
    assert "LIVE · Northwind EU" in bench.words(card)
    assert "line 14, MEDUSA_API_KEY" in bench.words(card)
    bench.clock.skip(2)
    bench.control_enter()
    await bench.reads("Dead in Northwind EU (live). Refused at")
    assert eu.revokes == 1
    assert card.hasFocus()
