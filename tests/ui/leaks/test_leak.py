"""A leaked key at the desk of the whole program: by keyboard, and through locks and sessions."""

from __future__ import annotations

import asyncio

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget

from medusa_console.domain.api_key import KeyType
from medusa_console.domain.leak_answers import Finding
from medusa_console.domain.store import DEMO_PASSWORD
from medusa_console.services.leaks import LeakDesk
from medusa_console.ui.leaks.card import LeakCard
from tests.faults.medusa import PASSWORD
from tests.faults.server import FaultServer
from tests.ui.creating import create_secret
from tests.ui.driving import CTRL, SHIFT, Program
from tests.ui.northwind import KEYS, MAYA, behave, connect
from tests.ui.running import Start
from tests.ui.said import everything_said
from tests.ui.standins import turns
from tests.ui.wiretap import Exchange, Wiretap, answer, held
from tests.waiting import until

TITLE = "Warehouse scanner"


async def press(program: Program, key: Qt.Key, modifiers: Qt.KeyboardModifier) -> None:
    """Press a key as the desktop does: the window gets it, and passes it on to the focus."""
    window = program.window.windowHandle()
    assert window is not None
    # Qt then processes events, which no task of the program could do from within this one.
    asyncio.get_running_loop().call_soon(QTest.keyClick, window, key, modifiers)
    await turns()


async def leaked(program: Program) -> str:
    """Another program copies a text with a living key of the demo store; the key."""
    assert program.services is not None
    keys = program.services.keys
    created, line = await keys.create(TITLE, KeyType.SECRET, await keys.newest())
    await keys.settle(line)
    token = created.secret.get_secret_value()
    QGuiApplication.clipboard().setText(f"MEDUSA_API_KEY={token}\n")
    return token


async def card_of(program: Program) -> LeakCard:
    await until(lambda: program.is_there("leak.card"))
    return program.find(LeakCard, "leak.card")


async def stands(program: Program, card: LeakCard) -> None:
    """Wait until the card says all that it will, and has stood long enough for Ctrl+Enter: what
    else arrives makes that ask."""
    services = program.services
    assert services is not None
    await until(lambda: card.case.certain is not None and services.permissions.learned)
    await program.reads("It works right now", "Maya Lindqvist")
    await turns()
    program.clock.skip(1.1)


def desk_of(program: Program) -> LeakDesk:
    """The service, to see what is in memory."""
    built = program.console._leaks._built
    assert built is not None
    return built.desk


def keys_in_memory(program: Program) -> int:
    reading = desk_of(program).reading
    return sum(key.secret is not None for key in reading.keys) if reading is not None else 0


async def test_two_keystrokes_lead_from_the_clipboard_to_a_dead_key(
    demo: Program, tap: Wiretap
) -> None:
    token = await leaked(demo)
    await press(demo, Qt.Key.Key_V, CTRL | SHIFT)
    card = await card_of(demo)
    await stands(demo, card)
    await demo.reads(TITLE, "MEDUSA_API_KEY")
    await press(demo, Qt.Key.Key_Return, CTRL)
    await until(lambda: card.case.dead)
    await demo.reads("Dead in Demo store", "Refused at")
    assert not [one for one in tap.requests if token in one.url or token[3:20] in one.url]


async def test_a_key_that_was_just_created_here_is_no_leak(demo: Program, tap: Wiretap) -> None:
    await create_secret(demo, TITLE)
    demo.press("Copy and hide")
    demo.press("I have saved this key")
    demo.press("Done")
    await demo.no_dialog()
    demo.clock.skip(20)
    await press(demo, Qt.Key.Key_V, CTRL | SHIFT)
    card = await card_of(demo)
    await until(lambda: card.case.answers[0].finding is Finding.THIS_KEY)
    await demo.reads("This is the key you created 22 s ago, not a leak.")
    await turns()
    demo.clock.skip(1.1)
    await press(demo, Qt.Key.Key_Return, CTRL)
    await demo.dialog("confirm")
    assert tap.count("POST", f"{KEYS}/.*/revoke") == 0
    demo.key(Qt.Key.Key_Escape)
    await demo.no_dialog()


async def test_a_lock_takes_the_keys_and_keeps_the_cards_out_of_sight(demo: Program) -> None:
    token = await leaked(demo)
    await press(demo, Qt.Key.Key_V, CTRL | SHIFT)
    card = await card_of(demo)
    await until(lambda: card.case.certain is not None)
    assert keys_in_memory(demo) == 1
    demo.press(f"Revoke “{TITLE}” in Demo store (demo)")
    await demo.dialog("confirm")
    demo.key(Qt.Key.Key_L, CTRL)
    await demo.no_dialog()
    await until(lambda: demo.is_there("lockPage"))
    assert keys_in_memory(demo) == 0
    said = [text for _, text in everything_said(demo.window)]
    for secret in (TITLE, token[:6], token[-3:] + " ", "MEDUSA_API_KEY"):
        assert not [text for text in said if secret in text], secret
    assert not demo.window.findChildren(QWidget, "leak.card")

    demo.type(DEMO_PASSWORD)
    demo.key(Qt.Key.Key_Return)
    await until(lambda: demo.is_there("leak.card"))
    assert demo.find(LeakCard, "leak.card") is card
    assert demo.front is demo.window, "nobody goes on with a question from before the lock"
    await demo.reads("Paste it again to check it", TITLE)


async def test_the_end_of_the_last_session_takes_the_keys(demo: Program) -> None:
    await leaked(demo)
    await press(demo, Qt.Key.Key_V, CTRL | SHIFT)
    card = await card_of(demo)
    await until(lambda: card.case.certain is not None)
    demo.choose("Sign out of all stores")
    await until(lambda: keys_in_memory(demo) == 0)
    assert demo.is_there("leak.card")
    assert demo.window.desk_in_front


async def test_a_session_that_ends_at_the_desk_is_asked_for_there(
    demo: Program, tap: Wiretap
) -> None:
    async def end(exchange: Exchange) -> None:
        if "title" not in exchange.asked.parameters["fields"]:  # it is read in the background
            await exchange.pass_on(exchange.send)
            return
        tap.end_session()
        await answer(401, {"message": "Unauthorized"})(exchange)

    await leaked(demo)
    tap.on("GET", KEYS, end, parameters={"order": "id"})
    await press(demo, Qt.Key.Key_V, CTRL | SHIFT)
    await demo.dialog("signInAgain")
    tap.calm()
    await demo.reads("The leak desk goes on as soon as you are signed in.")
    demo.fill("Password", DEMO_PASSWORD)
    demo.key(Qt.Key.Key_Return)
    await demo.no_dialog()
    assert demo.window.desk_in_front
    card = await card_of(demo)
    await until(lambda: card.case.certain is not None)


async def test_sign_in_here_leads_to_the_store_and_back(start: Start) -> None:
    with FaultServer() as server:
        behave(server)
        program = await start()
        await connect(program, server.origin)
        QGuiApplication.clipboard().setText("MEDUSA_API_KEY=sk_" + "a1" * 32)
        await press(program, Qt.Key.Key_V, CTRL | SHIFT)
        card = await card_of(program)
        assert card.case.answers[0].finding is Finding.NOT_SIGNED_IN
        here = [one for one in card.findChildren(QPushButton) if one.text() == "Sign in here"]
        program.press(here[0])
        assert not program.window.desk_in_front
        program.fill("Email", MAYA)
        program.fill("Password", PASSWORD)
        program.key(Qt.Key.Key_Return)
        await until(lambda: program.window.desk_in_front)
        await until(lambda: card.case.answers[0].finding is Finding.NOT_LISTED)
        assert server.count("GET", KEYS)
        program.key(Qt.Key.Key_Escape)
        await program.keys_page()


async def test_who_quits_while_a_key_is_being_revoked_is_asked(demo: Program, tap: Wiretap) -> None:
    await leaked(demo)
    await press(demo, Qt.Key.Key_V, CTRL | SHIFT)
    card = await card_of(demo)
    gate = asyncio.Event()
    tap.on("POST", f"{KEYS}/.*/revoke", held(gate))
    await stands(demo, card)
    await press(demo, Qt.Key.Key_Return, CTRL)
    await until(lambda: tap.count("POST", f"{KEYS}/.*/revoke"))
    demo.window.close()
    await demo.dialog("confirm")
    await demo.reads("A change is still in progress")
    demo.press("Stay")
    await demo.no_dialog()
    tap.on("GET", "/admin/users/me", answer(500, {"message": "the database is away"}))
    gate.set()
    await demo.reads("Revoked, not proven")
    demo.window.close()
    await demo.dialog("confirm")
    await demo.reads("A change is still in progress")
    demo.press("Stay")
    await demo.no_dialog()
    tap.calm()
    await demo.clock.advance(2)
    await until(lambda: card.case.dead)
    demo.window.close()
    await demo.console.ended()


async def test_a_store_that_is_removed_while_the_desk_shows_it_is_only_no_longer_asked(
    start: Start,
) -> None:
    with FaultServer() as server:
        behave(server)
        program = await start()
        await connect(program, server.origin)
        await program.signed_in(MAYA, PASSWORD)
        await program.keys_page()
        QGuiApplication.clipboard().setText("MEDUSA_API_KEY=sk_" + "a1" * 32)
        await press(program, Qt.Key.Key_V, CTRL | SHIFT)
        card = await card_of(program)
        await until(lambda: card.case.answers[0].finding is Finding.NOT_LISTED)
        program.choose("Forget all stores…")
        await program.dialog("confirm")
        program.press("Forget all stores")
        await program.no_dialog()
        await until(lambda: keys_in_memory(program) == 0)
        assert program.window.desk_in_front
        assert program.is_there("leak.card")
        program.key(Qt.Key.Key_Escape)
        await until(lambda: program.is_there("signInPage"))
