"""What was locked stays locked until its own password was accepted, also after a restart."""

from __future__ import annotations

import asyncio
import gc
import json
import threading
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx
import pytest
from pydantic import SecretStr
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QFileDialog,
    QLineEdit,
    QListWidget,
    QSpinBox,
    QWidget,
)

from medusa_console.desktop.computer import computer_id
from medusa_console.domain.preferences import Preferences
from medusa_console.domain.session import read_session
from medusa_console.domain.store import Environment, Store
from medusa_console.profile.profile import Profile
from medusa_console.services.session import SignedIn
from medusa_console.ui.window.requests import Request
from medusa_console.vault.keyring import Keyring
from medusa_console.vault.sessions import KeyringSessions
from tests.faults import server as faults
from tests.faults.medusa import PASSWORD, key_record, listing, login_token
from tests.faults.server import FaultServer
from tests.system import Undeletable
from tests.ui.creating import ask_for_a_key, create_secret, noted
from tests.ui.driving import CTRL, Program, plain
from tests.ui.northwind import KEYS, MAYA, PROVIDERS, REFRESH, SIGN_IN, WAYS, behave, connect, enter
from tests.ui.running import Start
from tests.ui.standins import never, turns
from tests.waiting import until


@pytest.fixture
def keyring() -> Undeletable:
    return Undeletable()


@dataclass
class Kept:
    """Two stores whose sessions an earlier start has kept; West is in front and East is not
    open."""

    program: Program
    east: FaultServer
    west: FaultServer

    def asked(self) -> tuple[int, int]:
        """How often the keys of East and West were asked for."""
        return self.east.count("GET", KEYS), self.west.count("GET", KEYS)

    def sent(self) -> int:
        """How many requests were more than reading; the last answers may still be on their way."""
        requests = (*self.east.requests, *self.west.requests)
        return sum(request.method != "GET" for request in requests)


def kept_store(name: str, server: FaultServer) -> Store:
    return Store(name, name, server.origin, Environment.LIVE, keep_signed_in=True, email=MAYA)


@pytest.fixture
async def kept(start: Start, keyring: Undeletable, tmp_path: Path) -> AsyncIterator[Kept]:
    with FaultServer() as east, FaultServer() as west:
        behave(east, key_record(title="At East"))
        behave(west, key_record(title="At West"))
        stores = [kept_store("East", east), kept_store("West", west)]
        profile = Profile(tmp_path / "data", computer_id())
        await profile.save_stores(stores)
        await profile.save_preferences(Preferences(last_store="West"))
        await profile.aclose()
        vault = KeyringSessions(Keyring(lambda: keyring, read_limit=60))
        for store in stores:
            # Held by no name: tests look for tokens in the memory.
            await vault.save(
                store, read_session(login_token(), origin=store.origin, email=store.email)
            )
        program = await start()
        await program.keys_page()
        yield Kept(program, east, west)


async def add(program: Program, origin: str, name: str) -> None:
    program.choose("Add store…")
    await program.dialog("storeForm")
    program.fill("Name", name)
    program.fill("Address", origin)
    program.press("Add store")
    await program.no_dialog()
    await program.open(name)


async def lock(program: Program) -> None:
    program.key(Qt.Key.Key_L, CTRL)
    await program.reads("Locked")


async def switch(program: Program, words: str) -> None:
    program.key(Qt.Key.Key_K, CTRL)
    await program.dialog("switcher")
    program.type(words)
    program.key(Qt.Key.Key_Return)
    await program.no_dialog()


async def unlock(program: Program, password: str = PASSWORD) -> None:
    program.field("Password", QLineEdit).setFocus()
    program.type(password)
    program.key(Qt.Key.Key_Return)
    await until(lambda: program.window.workspace)


async def enter_demo(program: Program) -> None:
    """Sign in to the demo store."""
    program.window.requested.emit(Request.OPEN_DEMO)
    await until(lambda: "Demo store" in program.window.windowTitle())
    await program.open("Demo store")
    program.press("Sign in")
    await program.keys_page()


def on_disk(program: Program, file: str = "stores.json") -> Any:
    return json.loads((program.folder / file).read_text())


def keeps(keyring: Undeletable, origin: str) -> bool:
    """Whether there is an entry of that store; other threads add and delete entries."""
    return any(origin in service for service, _ in list(keyring.entries))


async def kept_again(program: Program, keyring: Undeletable, server: FaultServer) -> None:
    """Wait until the session is in the keyring, and its deletion is owed no more."""
    await until(lambda: keeps(keyring, server.origin))
    await until(lambda: not owes(program, server.origin))


def owes(program: Program, origin: str) -> bool:
    stores = on_disk(program)["stores"]
    return any(one.get("owed") for one in stores if origin in one.values())


def type_into_file(program: Program, name: str, **facts: object) -> None:
    """Somebody edits `stores.json`."""
    content = on_disk(program)
    for entry in content["stores"]:
        if entry["name"] == name:
            entry.update(facts)
    (program.folder / "stores.json").write_text(json.dumps(content))


# What was locked is unlocked by its own password


async def test_a_lock_takes_every_session_out_of_the_keyring(
    kept: Kept, keyring: Undeletable
) -> None:
    assert len(keyring.entries) == 2
    await lock(kept.program)
    await until(lambda: not keyring.entries)


@pytest.mark.parametrize("way", ["demo", "another store", "another store after a restart"])
async def test_another_sign_in_unlocks_nothing(kept: Kept, start: Start, way: str) -> None:
    program = kept.program
    await lock(program)
    before = kept.east.count("GET", KEYS)
    if way == "demo":
        await enter_demo(program)
    elif way == "another store":
        await unlock(program)
    else:
        await program.quit()
        program = await start()
        await program.reads("Sign in to West")
        await unlock(program)
    await switch(program, "east")
    await program.reads("Sign in to East")
    await never(lambda: kept.east.count("GET", KEYS) > before or "At East" in program.words)
    await unlock(program)
    await program.keys_page()
    assert program.column("Title") == ["At East"]


async def test_a_flag_in_the_file_opens_no_store(kept: Kept, start: Start) -> None:
    program = kept.program
    await lock(program)
    await program.quit()
    before = kept.asked()
    for name in ("East", "West"):
        type_into_file(program, name, locked=False)
    program = await start()
    await program.reads("Sign in to West")
    await switch(program, "east")
    await program.reads("Sign in to East")
    await never(lambda: kept.asked() != before)


# An entry that the keyring does not delete


async def test_what_could_not_be_deleted_is_deleted_before_anything_is_loaded(
    kept: Kept, start: Start, keyring: Undeletable
) -> None:
    east = kept.east.origin
    keyring.refused = {east}
    program = kept.program
    await lock(program)
    await program.reads("Locked", "The session is still in the keyring")
    await until(lambda: len(keyring.entries) == 1)
    await unlock(program)
    await kept_again(program, keyring, kept.west)
    await program.quit()
    before = kept.asked()

    still = await start()
    await still.reads("The session is still in the keyring", "Sign in to West")
    await switch(still, "east")
    await still.reads("Sign in to East")
    await never(lambda: kept.asked() != before)
    await still.quit()
    type_into_file(still, "East", locked=False)  # opens nothing: the deletion is owed

    keyring.refused = set()
    again = await start()
    await until(lambda: not keeps(keyring, east))
    await again.reads("Sign in to East")
    await switch(again, "west")
    await again.keys_page()
    assert kept.asked()[0] == before[0]


# Until a store that was locked has accepted its password

BARRED = ("Add store…", "Edit store…", "Manage stores…")


async def is_barred(program: Program) -> None:
    """Neither the stores nor the times can be changed; the appearance can."""
    for words in BARRED:
        if any(plain(a.text()) == words and a.isEnabled() for a in program.menu_actions()):
            program.choose(words)
            await program.reads("Unlock first")
            assert QApplication.activeModalWidget() is None
    program.choose("Settings…")
    await program.dialog("settings")
    for name in ("clipboardSeconds", "idleMinutes"):
        assert not program.find(QSpinBox, name).isEnabled()
    for name in ("appearance", "density"):
        assert program.find(QComboBox, name).isEnabled()
    await program.reads("Unlock a store to change the times.")
    program.press("Close")
    await program.no_dialog()


async def is_free(program: Program) -> None:
    program.choose("Settings…")
    await program.dialog("settings")
    assert program.find(QSpinBox, "idleMinutes").isEnabled()
    program.press("Close")
    await program.no_dialog()
    program.choose("Manage stores…")
    await program.dialog("storesDialog")
    program.press("Close")
    await program.no_dialog()


@pytest.mark.parametrize("way", ["locked", "sign out", "restart", "demo", "sign out of all"])
async def test_the_bar_stays_until_a_locked_store_has_accepted_its_password(
    kept: Kept, start: Start, keyring: Undeletable, way: str
) -> None:
    program = kept.program
    await lock(program)
    match way:
        case "sign out":
            program.press("Sign out")
            await program.reads("You are signed out")
        case "sign out of all":
            program.choose("Sign out of all stores")
            await program.reads("You are signed out of all stores")
        case "restart":
            await program.quit()
            program = await start()
            await program.reads("Sign in to West")
        case "demo":
            await enter_demo(program)
    await is_barred(program)
    await switch(program, "west")
    await unlock(program)
    await program.keys_page()
    await is_free(program)
    await kept_again(program, keyring, kept.west)
    await program.quit()
    again = await start()
    await again.keys_page()
    await is_free(again)


async def test_a_store_that_was_not_locked_lifts_no_bar(kept: Kept, start: Start) -> None:
    program = kept.program
    with FaultServer() as other:
        behave(other)
        await add(program, other.origin, "Other")
        await switch(program, "west")
        await lock(program)
        await switch(program, "other")
        await program.signed_in(MAYA, PASSWORD)
        await is_barred(program)
        await program.quit()
        program = await start()
        await program.signed_in(MAYA, PASSWORD)
        await is_barred(program)
        await switch(program, "east")
        await unlock(program)
        await is_free(program)


async def test_a_store_that_is_still_locked_is_not_edited(kept: Kept) -> None:
    program = kept.program
    await lock(program)
    await unlock(program)
    await switch(program, "east")
    await program.reads("Sign in to East")
    program.choose("Edit store…")
    await program.reads("Unlock first")
    assert QApplication.activeModalWidget() is None
    await switch(program, "west")
    program.choose("Manage stores…")
    await program.dialog("storesDialog")
    stores = program.find(QListWidget, "stores")
    stores.setCurrentRow(0)
    assert not program.button("Edit…").isEnabled()
    stores.setCurrentRow(1)
    program.press("Edit…")
    await program.dialog("storeForm")
    program.press("Cancel")
    await program.dialog("storesDialog")


async def test_who_forgot_every_password_can_forget_all_stores(
    kept: Kept, start: Start, keyring: Undeletable
) -> None:
    await kept.program.quit()
    proxy = {"kind": "own", "address": "http://proxy.example.com:3128", "user": "maya"}
    type_into_file(kept.program, "East", proxy=proxy)
    east = next(one["id"] for one in on_disk(kept.program)["stores"] if one["name"] == "East")
    keyring.entries[f"Medusa Console proxy · {east}", "proxy"] = "{}"
    program = await start()
    await program.keys_page()
    await lock(program)
    program.choose("Add store…")
    await program.reads("Unlock first")
    await turns()
    sent = kept.sent()
    program.press("Forget all stores…")
    await program.dialog("confirm")
    await program.reads("Forget all stores?", "Nothing is sent")
    program.press("Keep stores")
    await program.no_dialog()
    await program.reads("Locked")
    program.choose("Forget all stores…")
    await program.dialog("confirm")
    program.press("Forget all stores")
    await program.no_dialog()
    await program.reads("Try the demo store")
    await until(lambda: not keyring.entries)
    assert kept.sent() == sent
    await until(lambda: on_disk(program)["stores"] == [])
    await connect(program, kept.east.origin, name="East")
    assert program.field("Email", QLineEdit).text() == ""
    await program.quit()
    again = await start()
    await again.reads("Sign in to East")
    assert again.field("Email", QLineEdit).text() == ""
    await is_free(again)


# Ctrl+L, and what stands open at a lock


@pytest.mark.parametrize(
    "opened", ["once-only", "key form", "switcher", "settings", "account", "confirm", "store form"]
)
async def test_ctrl_l_locks_from_every_dialog(demo: Program, opened: str) -> None:
    match opened:
        case "once-only":
            await create_secret(demo)
            demo.press("Show")
        case "key form":
            await ask_for_a_key(demo)
        case "switcher":
            demo.key(Qt.Key.Key_K, CTRL)
            await demo.dialog("switcher")
        case "settings":
            demo.choose("Settings…")
            await demo.dialog("settings")
        case "account":
            demo.choose("My account…")
            await demo.dialog("myAccount")
        case "confirm":
            demo.choose("Reset demo store")
            await demo.dialog("confirm")
        case "store form":
            demo.choose("Manage stores…")
            await demo.dialog("storesDialog")
            demo.press("Add…")
            await demo.dialog("storeForm")
    demo.key(Qt.Key.Key_L, CTRL)
    await demo.no_dialog()
    await demo.reads("Locked", "Demo store")
    assert not any(w.isVisible() for w in QApplication.topLevelWidgets() if w is not demo.window)


@pytest.mark.parametrize("which", ["Import…", "Export…"])
async def test_a_file_chooser_is_closed_by_a_lock(kept: Kept, which: str) -> None:
    program = kept.program
    program.choose("Manage stores…")
    await program.dialog("storesDialog")
    program.press(which)
    await until(lambda: isinstance(QApplication.activeModalWidget(), QFileDialog))
    program.presence.leaves()
    await program.no_dialog()
    await program.reads("Locked")


async def test_the_chooser_of_a_ca_file_is_closed_by_a_lock(kept: Kept) -> None:
    program = kept.program
    program.choose("Edit store…")
    await program.dialog("storeForm")
    program.press(next(words for words in program.buttons if "Advanced" in words))
    program.press("Browse…")
    await until(lambda: isinstance(QApplication.activeModalWidget(), QFileDialog))
    program.presence.leaves()
    await program.no_dialog()
    await program.reads("Locked")


async def test_no_question_about_an_address_stays_open_over_a_lock(
    kept: Kept, start: Start
) -> None:
    await kept.program.quit()
    type_into_file(kept.program, "East", confirmed=False)
    program = await start()
    await program.keys_page()
    await switch_to_unconfirmed(program)
    program.presence.leaves()
    await program.no_dialog()
    await program.reads("This address hasn't been confirmed")
    await switch(program, "west")
    await program.reads("Locked")


async def test_no_question_at_the_end_stays_open_over_a_lock(demo: Program) -> None:
    await create_secret(demo)
    await noted(demo)
    demo.presence.leaves()
    await demo.reads("Locked")
    demo.choose("Quit")
    await demo.dialog("confirm")
    demo.key(Qt.Key.Key_L, CTRL)
    await demo.no_dialog()
    await demo.reads("Locked", "1 key not yet saved")


async def switch_to_unconfirmed(program: Program) -> None:
    program.key(Qt.Key.Key_K, CTRL)
    await program.dialog("switcher")
    program.type("east")
    program.key(Qt.Key.Key_Return)
    await until(lambda: program.front.objectName() not in ("switcher", "mainWindow"))


# The password field of the lock page


async def typed_at_the_lock(program: Program, text: str) -> QLineEdit:
    field = program.field("Password", QLineEdit)
    field.setFocus()
    program.type(text)
    return field


@pytest.mark.parametrize("moment", ["lock", "hide", "another store", "30 s", "wrong"])
async def test_what_was_typed_at_the_lock_does_not_stay(kept: Kept, moment: str) -> None:
    program = kept.program
    await lock(program)
    field = await typed_at_the_lock(program, "half a pass")
    match moment:
        case "lock":
            program.presence.leaves()
        case "hide":
            program.window.hide()
            program.window.show()
        case "another store":
            await switch(program, "east")
            await switch(program, "west")
        case "30 s":
            await program.clock.advance(25)
            program.type("w")
            await program.clock.advance(25)
            assert field.text() == "half a passw"
            await program.clock.advance(6)
        case "wrong":
            refusal = faults.refusal(401, "Invalid email or password", "unauthorized")
            kept.west.on("POST", SIGN_IN, refusal)
            program.key(Qt.Key.Key_Return)
            await program.reads("Wrong password.")
    assert field.text() == ""
    assert not field.isUndoAvailable()


async def test_an_unreachable_store_is_checked_without_the_password(kept: Kept) -> None:
    program, west = kept.program, kept.west
    await lock(program)
    west.on("GET", WAYS, faults.reset)
    field = await typed_at_the_lock(program, PASSWORD)
    program.key(Qt.Key.Key_Return)
    await program.reads("Can't check the password: West is unreachable (")
    assert field.text() == ""
    assert "Try again" not in program.buttons
    signed_in, asked = west.count("POST", SIGN_IN), west.count("GET", WAYS)
    await program.clock.advance(30)
    await until(lambda: west.count("GET", WAYS) > asked)
    assert "Can't check the password: West is unreachable (" in program.words
    west.on("GET", WAYS, PROVIDERS)
    async with asyncio.timeout(60):
        while "is unreachable" in program.words:
            await program.clock.advance(30)
    await program.reads("West is reachable again.")
    assert west.count("POST", SIGN_IN) == signed_in
    await unlock(program)


# What stays in memory


def held(token: str) -> list[object]:
    """The objects of this process that hold the token, apart from the server's."""
    gc.collect()
    return [
        one
        for one in gc.get_objects()
        if (isinstance(one, SecretStr) and one.get_secret_value() == token)
        or (isinstance(one, httpx.Request) and token in one.headers.get("authorization", ""))
    ]


def token_of(program: Program) -> str:
    services = program.services
    assert services is not None
    assert isinstance(services.session.state, SignedIn)
    return services.session.state.session.token.get_secret_value()


@pytest.mark.parametrize(
    ("before", "end"),
    [
        *((before, "lock") for before in ("quiet", "renewed", "refused", "forbidden", "broken")),
        ("renewed", "sign out"),
        ("broken", "sign out"),
    ],
)
async def test_no_token_is_in_memory_while_locked_or_signed_out(
    kept: Kept, end: str, before: str
) -> None:
    program, west = kept.program, kept.west
    tokens = {token_of(program)}
    over = faults.answer(401, b'{"message":"Unauthorized"}')
    match before:
        case "renewed":
            new = login_token(age=5)
            west.on("POST", REFRESH, faults.json_answer({"token": new}))
            west.on("GET", KEYS, over, faults.json_answer(listing(key_record())))
        case "refused":
            west.on("GET", KEYS, over)
            west.on("POST", REFRESH, over)
        case "forbidden":
            west.on("GET", KEYS, faults.refusal(403, "Forbidden", "not_allowed"))
        case "broken":
            west.on("GET", KEYS, faults.reset)
    asked = west.count("GET", KEYS)
    if before != "quiet":
        program.key(Qt.Key.Key_F5)
        await until(lambda: west.count("GET", KEYS) > asked)
    match before:
        case "renewed":
            await until(lambda: token_of(program) not in tokens)
            tokens.add(token_of(program))
        case "refused":
            await program.dialog("signInAgain")
            program.press("Not now")
            await program.no_dialog()
        case "forbidden":
            await until(lambda: program.is_there("noRight"))
        case "broken":
            await until(lambda: program.is_there("table.strip"))
    if end == "lock":
        await lock(program)
    else:
        program.choose("Sign out")
        await program.reads("You are signed out")
    await turns(300)
    await until(lambda: not any(held(token) for token in tokens))  # answers under way have come


# What was under way


async def test_a_failure_of_what_was_under_way_waits_until_the_store_is_unlocked(
    kept: Kept,
) -> None:
    program, west = kept.program, kept.west
    gate = threading.Event()
    refusal = faults.refusal(400, "Not now", "invalid_data")
    west.on("POST", REFRESH, faults.after(gate, refusal))
    program.choose("Refresh permissions")
    await until(lambda: west.count("POST", REFRESH))
    await lock(program)
    gate.set()
    await until(lambda: "background work: " in program.log.text)
    await never(lambda: program.is_there("banner.title"))
    await unlock(program)
    await until(lambda: program.is_there("banner.title"))


# The keyring at a lock


async def test_what_was_never_kept_needs_no_keyring_at_the_lock(
    start: Start, keyring: Undeletable
) -> None:
    with FaultServer() as east, FaultServer() as west:
        behave(east)
        behave(west)
        program = await start()
        await enter(program, east)
        await add(program, west.origin, "West")
        await program.signed_in(MAYA, PASSWORD)
        await program.keys_page()
        await turns(300)
        before = len(keyring.calls)
        await lock(program)
        await never(lambda: len(keyring.calls) > before, turns_to_wait=300)


async def test_pages_that_are_prepared_after_a_sign_out_replace_no_locked_ones(kept: Kept) -> None:
    program = kept.program
    program.choose("Sign out")
    await program.reads("You are signed out")
    await unlock(program)
    await lock(program)
    pages = workspaces()
    await turns(3000)  # until pages would have been prepared for the next account
    assert workspaces() <= pages


def workspaces() -> set[QWidget]:
    """The pages of all stores, also those that a lock has taken out of the window."""
    return {widget for widget in QApplication.allWidgets() if widget.objectName() == "workspace"}
