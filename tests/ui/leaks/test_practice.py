"""Practice: a leak is staged in the demo store, which nobody has to open before."""

from __future__ import annotations

import asyncio

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from medusa_console.domain.api_key import StateKind
from medusa_console.domain.query import KeyQuery
from medusa_console.services.store_services import StoreServices
from medusa_console.ui.kit.environment_bar import EnvironmentBar
from medusa_console.ui.leaks.card import LeakCard
from tests.faults.server import FaultServer
from tests.ui.driving import CTRL, SHIFT, Program
from tests.ui.northwind import KEYS, behave, enter
from tests.ui.running import Start
from tests.ui.standins import turns
from tests.waiting import until


def demo_services(program: Program) -> StoreServices:
    """The demo store's, which is not in front."""
    (found,) = [one for one in program.console.open_stores.all if one.store.is_demo]
    assert found.services is not None
    return found.services


async def press(program: Program, key: Qt.Key, modifiers: Qt.KeyboardModifier) -> None:
    """Press a key as the desktop does: the window gets it, and passes it on to the focus."""
    window = program.window.windowHandle()
    assert window is not None
    # Qt then processes events, which no task of the program could do from within this one.
    asyncio.get_running_loop().call_soon(QTest.keyClick, window, key, modifiers)
    await turns()


async def practise(program: Program) -> LeakCard:
    """Ctrl+3, Practice; the card of the staged leak, once it says that the key works."""
    program.key(Qt.Key.Key_3, CTRL)
    await until(lambda: program.window.desk_in_front)
    program.press("Practice")
    await until(lambda: program.is_there("leak.card"))
    card = program.find(LeakCard, "leak.card")
    await until(lambda: card.case.certain is not None)
    return card


async def gone(program: Program, card: LeakCard) -> None:
    """Wait until the record of the staged key is deleted."""
    async with asyncio.timeout(60):
        while await state_of(program, card) is not None:
            await turns()


async def state_of(program: Program, card: LeakCard) -> StateKind | None:
    """The state of the staged key at the demo store; None once its record is deleted."""
    services = demo_services(program)
    (record,) = card.case.answers[0].records
    page = await services.keys.find(KeyQuery(text=record.title), 0, 100)
    states = [services.keys.state(key).kind for key in page.rows if key.id == record.id]
    return states[0] if states else None


async def test_the_time_is_taken_from_the_staged_leak_to_the_dead_key(start: Start) -> None:
    program = await start()
    card = await practise(program)
    assert QGuiApplication.clipboard().text() == ""
    assert program.window.windowTitle() == "Leak desk – Medusa Console"
    assert await state_of(program, card) is StateKind.ACTIVE
    assert QApplication.focusWidget() is card
    await until(lambda: demo_services(program).permissions.learned)
    await program.reads("Maya Lindqvist")  # what arrives on a card makes Ctrl+Enter ask
    await turns()
    program.clock.skip(2)
    await press(program, Qt.Key.Key_Return, CTRL)
    await until(lambda: card.case.dead)
    assert await state_of(program, card) is StateKind.REVOKED
    await program.reads("Dead in Demo store", "Practice · dead after 2 s")
    assert program.console._preferences.value.best_practice == 2

    program.press("Stop practice")
    await until(lambda: program.is_there("leaks.empty"))
    await program.reads("Best time: 2 s")
    assert await state_of(program, card) is StateKind.REVOKED


async def test_who_stops_leaves_no_living_key_behind(start: Start) -> None:
    program = await start()
    card = await practise(program)
    program.press("Stop practice")
    await until(lambda: not program.is_there("leak.card"))
    await asyncio.wait_for(gone(program, card), 60)
    assert program.window.notices.notices == ()


async def test_another_key_on_the_clipboard_ends_it_before_any_store_is_asked(
    start: Start,
) -> None:
    with FaultServer() as server:
        behave(server)
        program = await start()
        await enter(program, server)
        card = await practise(program)
        lists = server.count("GET", KEYS)
        assert [answer.store.is_demo for answer in card.case.answers] == [True]
        assert program.window.findChildren(EnvironmentBar)[0].text() == (
            "Leak desk · Practice in the demo store"
        )
        QGuiApplication.clipboard().setText("MEDUSA_API_KEY=sk_" + "a1" * 32)
        program.key(Qt.Key.Key_V, CTRL | SHIFT)
        await program.reads("sk_a1a***1a1", "Not in these 2 stores")
        assert server.count("GET", KEYS) > lists
        assert not program.is_there("leaks.practice")
        await asyncio.wait_for(gone(program, card), 60)
