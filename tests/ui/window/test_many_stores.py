"""Several stores open at once: each keeps what was done in it, and nobody mistakes one."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import AsyncIterator
from dataclasses import dataclass

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QListWidget, QPushButton

from medusa_console.ui.window.store_name_overlay import StoreNameOverlay
from tests.faults import server as faults
from tests.faults.medusa import (
    KEY_ID,
    PASSWORD,
    ago,
    customer_record,
    customers,
    key_record,
    login_token,
)
from tests.faults.server import FaultServer
from tests.system import MemoryKeyring
from tests.ui.driving import CTRL, Program, plain
from tests.ui.northwind import KEYS, MAYA, REFRESH, SIGN_IN, behave, connect
from tests.ui.running import Start
from tests.ui.seen import everything_seen
from tests.ui.standins import never
from tests.waiting import until

ALT = Qt.KeyboardModifier.AltModifier


@dataclass
class TwoStores:
    """The program, signed in to two stores; the second is in front."""

    program: Program
    east: FaultServer
    west: FaultServer


@pytest.fixture
async def two(start: Start) -> AsyncIterator[TwoStores]:
    with FaultServer() as east, FaultServer() as west:
        records = (
            key_record(id=f"apk_{n:026d}", title=f"East {n:02}", created_at=ago(hours=n + 1))
            for n in range(40)
        )
        behave(east, *records)
        behave(west, key_record(title="West"))
        program = await start()
        await enter(program, east, "Northwind East", "Live")
        program.choose("Add store…")
        await fill_form(program, west.origin, "Northwind West", "Staging")
        await program.signed_in(MAYA, PASSWORD)
        await program.keys_page()
        yield TwoStores(program, east, west)


async def enter(program: Program, server: FaultServer, name: str, environment: str) -> None:
    await connect(program, server.origin, name=name, environment=environment)
    await program.signed_in(MAYA, PASSWORD)
    await program.keys_page()


async def fill_form(program: Program, origin: str, name: str, environment: str) -> None:
    await program.dialog("storeForm")
    program.fill("Name", name)
    program.fill("Address", origin)
    program.field("Environment", QComboBox).setCurrentText(environment)
    program.press("Add store")
    await program.no_dialog()
    await program.open(name)


async def switch(program: Program, words: str) -> None:
    """Ctrl+K, type, Enter."""
    program.key(Qt.Key.Key_K, CTRL)
    await program.dialog("switcher")
    program.type(words)
    program.key(Qt.Key.Key_Return)
    await program.no_dialog()


async def offered(program: Program, words: str) -> int:
    """How many stores of the palette match `words`."""
    program.key(Qt.Key.Key_K, CTRL)
    await program.dialog("switcher")
    program.type(words)
    found = sum(" · " in line for line in spoken_lines(program))
    program.key(Qt.Key.Key_Escape)
    await program.no_dialog()
    return found


def spoken_lines(program: Program) -> list[str]:
    """What a screen reader reads of each line of the palette, headings left out."""
    lines = program.find(QListWidget, "switcherList")
    items = [lines.item(row) for row in range(lines.count())]
    told = (item.data(Qt.ItemDataRole.AccessibleTextRole) for item in items)
    return [text for text in told if text]


def flash(program: Program) -> StoreNameOverlay:
    return program.window.findChildren(StoreNameOverlay, "storeFlash")[0]


async def calm(program: Program) -> None:
    """The store's name has been read."""
    await program.clock.advance(1)
    assert not flash(program).isVisible()


async def at_rest(program: Program) -> None:
    """Whatever is asked for in addition to the rows is there."""
    services = program.services
    assert services is not None
    await until(lambda: services.permissions.learned)
    await until(lambda: "Maya Lindqvist" in program.column("Created by"))
    await until(lambda: not program.is_there("glance"))  # no key deserves a look


async def test_each_store_is_found_again_as_it_was_left(two: TwoStores) -> None:
    program = two.program
    await switch(program, "east")
    assert program.window.windowTitle() == "LIVE – Northwind East – Medusa Console"
    await calm(program)
    await at_rest(program)
    menu = program.field("Type", QComboBox)
    menu.setCurrentText("Secret")
    menu.activated.emit(menu.currentIndex())
    await program.reads(" keys match")
    program.pick("East 31")
    program.table.setFocus()
    before = everything_seen(program.window)
    asked = len(two.east.requests)

    await switch(program, "west")
    await calm(program)
    assert program.window.windowTitle() == "STAGING – Northwind West – Medusa Console"
    assert program.column("Title") == ["West"]
    assert program.picked == []

    await switch(program, "east")
    await calm(program)
    assert everything_seen(program.window) == before
    assert program.picked == ["East 31"]
    assert len(two.east.requests) == asked, "switching asks the server nothing"


async def test_the_new_stores_name_stands_large_while_nothing_dangerous_can_be_pressed(
    two: TwoStores,
) -> None:
    program = two.program
    program.pick("West")
    await switch(program, "east")
    await calm(program)
    await switch(program, "west")
    assert flash(program).isVisible()
    assert flash(program).accessibleName() == "Northwind West, Staging"
    revoke = program.find(QPushButton, "revoke")
    delete = action(program, "Revoke…")
    assert not revoke.isEnabled()
    assert not delete.isEnabled()
    assert program.find(QPushButton, "rename").isEnabled()
    assert program.find(QLineEdit, "search").isEnabled()
    await calm(program)
    assert revoke.isEnabled()
    assert delete.isEnabled()


async def test_a_dangerous_button_under_the_finger_waits_until_the_stores_name_was_read(
    two: TwoStores,
) -> None:
    program = two.program
    program.window.resize(1440, 900)
    program.pick("West")
    await until(lambda: program.facts.get("ID") == KEY_ID)
    revoke = program.find(QPushButton, "revoke")
    await until(revoke.isEnabled)
    revoke.setFocus()
    assert revoke.hasFocus()
    await switch(program, "east")
    await calm(program)
    read_again = two.west.count("GET", f"{KEYS}/{KEY_ID}")
    await switch(program, "west")
    for key in (Qt.Key.Key_Space, Qt.Key.Key_Delete):
        program.key(key)
    assert not revoke.hasFocus()
    await calm(program)
    await never(QApplication.activeModalWidget, beside=two.west)
    assert two.west.count("GET", f"{KEYS}/{KEY_ID}") == read_again
    assert revoke.hasFocus(), "it is where the person left it"
    two.west.on("GET", f"{KEYS}/{KEY_ID}", faults.json_answer({"api_key": key_record()}))
    program.clock.skip(1)
    program.key(Qt.Key.Key_Space)
    await program.dialog("confirm")
    program.press("Keep key")
    await program.no_dialog()


async def test_a_page_that_is_opened_while_the_stores_name_stands_offers_nothing_dangerous(
    two: TwoStores,
) -> None:
    program = two.program
    program.window.resize(1440, 900)
    anna = customer_record()
    two.west.on("GET", "/admin/customers", faults.json_answer(customers(anna)))
    two.west.on("GET", f"/admin/customers/{anna['id']}", faults.json_answer({"customer": anna}))
    await switch(program, "east")
    await calm(program)
    await switch(program, "west")
    await program.customers_page()
    program.pick(anna["email"])
    await until(lambda: program.facts.get("Email") == anna["email"])
    assert flash(program).isVisible()
    delete = program.find(QPushButton, "deleteCustomer.open")
    assert not delete.isEnabled()
    assert program.find(QPushButton, "editCustomer").isEnabled()
    await calm(program)
    assert delete.isEnabled()


def action(program: Program, words: str) -> QAction:
    return next(a for a in program.menu_actions() if plain(a.text()) == words)


async def test_an_open_revoke_question_blocks_switching(two: TwoStores) -> None:
    program = two.program
    two.west.on("GET", f"{KEYS}/{KEY_ID}", faults.json_answer({"api_key": key_record()}))
    program.pick("West")
    program.table.setFocus()
    program.key(Qt.Key.Key_Delete)
    await program.dialog("confirm")
    await program.reads("STAGING · Northwind West")
    program.key(Qt.Key.Key_K, CTRL)
    assert program.front.objectName() == "confirm"
    program.press("Keep key")
    await program.no_dialog()
    await switch(program, "east")
    assert program.column("Title")[:1] == ["East 00"]


async def test_a_question_that_was_asked_too_late_waits_for_its_store(two: TwoStores) -> None:
    """Delete, and at once Ctrl+K: the question must not open over the other store."""
    program = two.program
    path = f"{KEYS}/{KEY_ID}"
    gate = threading.Event()
    answer = faults.json_answer({"api_key": key_record(title="West")})
    two.west.on("GET", path, faults.after(gate, answer))
    program.pick("West")
    program.table.setFocus()
    program.key(Qt.Key.Key_Delete)
    await until(lambda: two.west.count("GET", path) == 1)
    await switch(program, "east")
    gate.set()
    await until(lambda: any(w.objectName() == "confirm" for w in QApplication.topLevelWidgets()))
    await calm(program)
    assert QApplication.activeModalWidget() is None
    program.key(Qt.Key.Key_K, CTRL)
    await program.dialog("switcher")
    program.type("west")
    program.key(Qt.Key.Key_Return)
    await program.dialog("confirm")
    await program.reads("STAGING · Northwind West", "Revoke “")
    program.press("Keep key")
    await program.no_dialog()


async def test_each_session_is_its_own(two: TwoStores) -> None:
    program = two.program
    program.press("Sign out")
    await program.reads("You are signed out")
    await switch(program, "east")
    await program.keys_page()
    assert program.column("Title")[:1] == ["East 00"]
    assert "You are signed out" not in program.words


async def test_a_store_whose_session_ends_behind_the_scenes_asks_when_it_is_in_front(
    two: TwoStores,
) -> None:
    program = two.program
    await switch(program, "east")
    program.key(Qt.Key.Key_F5)
    away = threading.Event()  # in front, it would ask at once
    ended = faults.answer(401, b'{"message":"Unauthorized"}')
    two.west.on("GET", KEYS, faults.after(away, ended))
    two.west.on("POST", REFRESH, ended)
    await switch(program, "west")
    program.key(Qt.Key.Key_F5)
    await switch(program, "east")
    away.set()
    async with asyncio.timeout(60):
        while not await offered(program, "west session ended"):
            pass
    assert QApplication.activeModalWidget() is None
    program.key(Qt.Key.Key_K, CTRL)
    await program.dialog("switcher")
    program.type("west")
    program.key(Qt.Key.Key_Return)
    await program.dialog("signInAgain")
    await program.reads("Sign in again to Northwind West")


async def test_one_address_with_two_accounts(start: Start) -> None:
    with FaultServer() as server:
        behave(server, key_record(title="Shared"))
        program = await start()
        await enter(program, server, "Northwind", "Live")
        program.choose("Add store…")
        await fill_form(program, server.origin, "Northwind as Ola", "Live")
        ola = login_token(actor_id="user_01M000000000000000000OLA")
        server.on("POST", SIGN_IN, faults.json_answer({"token": ola}))
        await program.signed_in("ola@northwind.example", PASSWORD)
        await program.keys_page()
        await switch(program, "maya")
        await calm(program)
        await program.reads("LIVE · Northwind ·")
        asked = len(server.requests)
        program.key(Qt.Key.Key_F5)

        def askers() -> set[str]:
            lists = [r for r in server.requests[asked:] if r.path == KEYS]
            return {r.headers["authorization"] for r in lists}

        # What Ola's list asks for in addition may come in only now.
        await until(lambda: askers() - {f"Bearer {ola}"})


async def test_the_palette_finds_stores_and_pages_by_the_keyboard_alone(two: TwoStores) -> None:
    program = two.program
    program.key(Qt.Key.Key_K, CTRL)
    await program.dialog("switcher")
    east, west, *_ = spoken_lines(program)
    assert east.startswith("Northwind East, Live · 127.0.0.1:")
    assert east.endswith(f"{MAYA}, Signed in · Alt+1")
    assert west.endswith(f"{MAYA}, In front · Signed in · Alt+2")
    program.type("nothing like that")
    assert spoken_lines(program) == []
    program.key(Qt.Key.Key_A, CTRL)
    program.type("customers")
    program.key(Qt.Key.Key_Return)
    await program.no_dialog()
    await until(
        lambda: (
            program.window.workspace
            and program.window.workspace.page.objectName() == "customersPage"
        )
    )
    program.key(Qt.Key.Key_K, CTRL)
    await program.dialog("switcher")
    program.key(Qt.Key.Key_Return)  # the first store that is not in front already
    await program.no_dialog()
    assert "Northwind East" in program.window.windowTitle()
    program.key(Qt.Key.Key_2, ALT)
    assert "Northwind West" in program.window.windowTitle()
    program.press(program.find(QPushButton, "switchStore"))
    await program.dialog("switcher")
    program.key(Qt.Key.Key_Escape)
    await program.no_dialog()


async def test_signing_out_of_all_stores_leaves_no_session_anywhere(
    start: Start, keyring: MemoryKeyring
) -> None:
    with FaultServer() as east, FaultServer() as west:
        behave(east)
        behave(west)
        program = await start()
        for server, name in ((east, "East"), (west, "West")):
            if name == "West":
                program.choose("Add store…")
                await fill_form(program, server.origin, name, "Live")
            else:
                await connect(program, server.origin, name=name)
            keep = program.button("Keep me signed in on this computer")
            await until(keep.isEnabled)
            program.press(keep)
            await program.signed_in(MAYA, PASSWORD)
            await program.keys_page()
        await until(lambda: len(keyring.entries) >= 2)
        program.choose("Sign out of all stores")
        await program.reads("You are signed out of all stores", "East: ", "West: ")
        await until(lambda: not keyring.entries)
        assert program.window.workspace is None
        await switch(program, "east")
        await program.reads("Sign in to East")


async def test_ten_stores_open_at_once_are_closed_in_order(start: Start) -> None:
    with FaultServer() as server:
        behave(server)
        program = await start()
        for number in range(10):
            if number:
                program.choose("Add store…")
                await fill_form(program, server.origin, f"Store {number}", "Development")
            else:
                await connect(program, server.origin, name="Store 0", environment="Development")
            await program.signed_in(MAYA, PASSWORD)
            await program.keys_page()
        for number in (3, 7, 0, 9):
            await switch(program, f"store {number}")
            assert f"Store {number}" in program.window.windowTitle()


async def test_a_lock_takes_the_name_away(two: TwoStores) -> None:
    program = two.program
    await switch(program, "east")
    assert flash(program).isVisible()
    program.key(Qt.Key.Key_L, CTRL)
    await until(lambda: program.is_there("lockPage"))
    assert not flash(program).isVisible()
