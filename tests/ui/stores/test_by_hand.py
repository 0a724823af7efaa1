"""Stores are edited and removed while they are open: nothing goes to the wrong place, nothing is
left behind, and no work is lost that need not be."""

from __future__ import annotations

import asyncio
import json
import sqlite3
import threading
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from keyring.errors import KeyringLocked
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QListWidget, QPushButton

from medusa_console.desktop.computer import computer_id
from medusa_console.domain.api_key import KeyType, PendingKey
from medusa_console.domain.pending_revoke import PendingRevoke
from medusa_console.domain.preferences import Preferences
from medusa_console.domain.rotation import Rotation, RotationStep
from medusa_console.domain.store import Environment, Proxy, ProxyKind, Store
from medusa_console.journal.database import JournalDatabase
from medusa_console.journal.pending import pending_keys, pending_revokes, rotations
from medusa_console.profile.profile import Profile
from medusa_console.vault import proxies, sessions
from tests.faults import server as faults
from tests.faults.medusa import PASSWORD, key_record, login_token
from tests.faults.server import FaultServer
from tests.system import MemoryKeyring
from tests.ui.creating import create_secret, noted
from tests.ui.driving import CTRL, Program
from tests.ui.northwind import KEYS, MAYA, SIGN_IN, WAYS, behave, connect, enter
from tests.ui.running import Start
from tests.ui.seen import everything_seen
from tests.ui.standins import never, turns
from tests.waiting import until


class Stubborn(MemoryKeyring):
    """Refuses to delete, or takes its time for it and for writing, when told to."""

    def __init__(self) -> None:
        super().__init__()
        self.refuses = False
        self.deletes = threading.Event()
        self.writes = threading.Event()
        self.deletes.set()
        self.writes.set()

    def set_password(self, service: str, username: str, password: str) -> None:
        self.writes.wait(60)
        super().set_password(service, username, password)

    def delete_password(self, service: str, username: str) -> None:
        if self.refuses:
            raise KeyringLocked("locked")
        self.deletes.wait(60)
        super().delete_password(service, username)


@pytest.fixture
def keyring() -> Stubborn:
    return Stubborn()


@pytest.fixture(autouse=True)
def let_go(start: Start, keyring: Stubborn) -> Iterator[None]:
    """The program, which ends after this, does not wait for what a failed test held back."""
    yield
    keyring.deletes.set()
    keyring.writes.set()


async def enter_kept(program: Program, server: FaultServer) -> None:
    await connect(program, server.origin)
    keep = program.button("Keep me signed in on this computer")
    await until(keep.isEnabled)
    program.press(keep)
    await program.signed_in(MAYA, PASSWORD)
    await program.keys_page()


OTHER = "https://other.example"
NOBODY = "http://127.0.0.1:9"


async def leave_unsettled(folder: Path, origin: str) -> None:
    """What an earlier run has left at `origin`, and as much at OTHER: two accounts' keys, a
    rotation and a revoke."""
    at = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)
    database = JournalDatabase(folder)
    keys, revokes = pending_keys(database), pending_revokes(database)
    for where in (origin, OTHER):
        for user in ("user_01", "user_02"):
            line = PendingKey(f"{where} {user}", where, user, "ERP", KeyType.SECRET, at)
            await keys.write(line)
        await revokes.write(PendingRevoke(where, where, "user_02", "apk_9", "Old", "sk_1", at))
        step = RotationStep.CREATING
        await rotations(database).write(
            Rotation(where, where, "user_02", "apk_8", "ERP", "sk_2", step, at)
        )
    await database.aclose()


def left_in(folder: Path) -> dict[str, int]:
    """How many lines of what is unsettled each origin has."""
    journal = sqlite3.connect(f"file:{folder / 'journal.sqlite3'}?mode=ro", uri=True)
    found: Counter[str] = Counter()
    for table in ("pending_keys", "pending_revokes", "rotations"):
        found.update(origin for (origin,) in journal.execute(f"SELECT origin FROM {table}"))
    journal.close()
    return dict(found)


async def edit(program: Program) -> None:
    program.choose("Manage stores…")
    await program.dialog("storesDialog")
    program.press("Edit…")
    await program.dialog("storeForm")


async def save_and_close(program: Program) -> None:
    program.press("Save")
    await program.dialog("storesDialog")
    program.press("Close")
    await program.no_dialog()


@pytest.mark.parametrize("refuses", [True, False], ids=["refuses", "is slow"])
async def test_after_another_address_nothing_goes_to_the_old_one(
    start: Start, keyring: Stubborn, refuses: bool
) -> None:
    with FaultServer() as old, FaultServer() as new:
        behave(old)
        behave(new, key_record(title="At the new address"))
        program = await start()
        await enter_kept(program, old)
        await until(lambda: keyring.entries)
        keyring.refuses = refuses
        keyring.deletes.clear()
        await edit(program)
        program.fill("Address", new.origin)
        await save_and_close(program)
        asked = len(old.requests)
        await program.reads("Sign in to Northwind EU", new.origin.partition("://")[2])
        if refuses:
            await program.reads("The session is still in the keyring")
        await program.open("Northwind EU")
        await program.signed_in(MAYA, "password-for-new")
        await program.keys_page()
        assert program.column("Title") == ["At the new address"]
        assert new.count("POST", SIGN_IN) == 1
        assert not any(r.path == SIGN_IN for r in old.requests[asked:])
        keyring.deletes.set()


@pytest.mark.parametrize("refuses", [True, False], ids=["refuses", "is slow"])
async def test_a_removed_store_is_gone_at_once_whatever_the_keyring_does(
    start: Start, keyring: Stubborn, refuses: bool
) -> None:
    with FaultServer() as server:
        behave(server)
        program = await start()
        await enter_kept(program, server)
        await until(lambda: keyring.entries)
        keyring.refuses = refuses
        keyring.deletes.clear()
        program.choose("Manage stores…")
        await program.dialog("storesDialog")
        program.press("Remove…")
        await program.dialog("confirm")
        program.press("Remove store")
        await program.dialog("storesDialog")
        program.press("Close")
        await program.no_dialog()
        await program.reads("Try the demo store")
        assert program.window.windowTitle() == "Medusa Console"
        assert program.window.workspace is None
        keyring.deletes.set()
        if refuses:
            await program.reads("The session is still in the keyring")
        else:
            await until(lambda: not keyring.entries)


async def test_a_removed_store_is_forgotten_whole_though_the_program_is_quit(
    start: Start, keyring: Stubborn, tmp_path: Path
) -> None:
    proxy = Proxy(ProxyKind.OWN, "http://proxy.example:3128", "maya")
    west = Store("west", "West", NOBODY, Environment.LIVE)
    east = Store("east", "East", NOBODY, Environment.LIVE, email=MAYA, proxy=proxy)
    profile = Profile(tmp_path / "data", computer_id())
    await profile.save_stores([west, replace(east, keep_signed_in=True)])
    await profile.save_preferences(Preferences(last_store="west"))
    await profile.aclose()
    keyring.entries[sessions.service_of(east, MAYA), MAYA] = "a session"
    keyring.entries[proxies.service_of(east), proxies.USER] = "a password"
    program = await start()
    await program.open("West")
    program.choose("Manage stores…")
    await program.dialog("storesDialog")
    stores = program.find(QListWidget, "stores")
    stores.setCurrentRow(1)
    program.press("Remove…")
    await program.dialog("confirm")
    keyring.deletes.clear()
    program.press("Remove store")
    await until(lambda: stores.count() == 1)
    quitting = asyncio.ensure_future(program.quit())
    await never(quitting.done)
    keyring.deletes.set()
    await quitting
    assert keyring.entries == {}


async def test_where_keys_of_a_removed_store_went_is_not_kept(start: Start) -> None:
    with FaultServer() as server:
        behave(server)
        program = await start()
        await enter(program, server)
        services = program.services
        assert services is not None
        await services.notes.write("apk_01", "warehouse cron")
        store_id = services.store.id
        await program.quit()
        file = program.folder / "preferences.json"
        sent = {store_id: [{"line": "pass insert warehouse"}]}
        file.write_text(json.dumps(json.loads(file.read_text()) | {"sent": sent}))

        again = await start()
        await again.reads("Northwind")
        await again.reads("Sign in to Northwind")
        again.choose("Manage stores…")
        await again.dialog("storesDialog")
        again.press("Remove…")
        await again.dialog("confirm")
        again.press("Remove store")
        await again.dialog("storesDialog")
        again.press("Close")
        await again.no_dialog()
        await again.quit()
        assert "warehouse" not in file.read_text()
        journal = sqlite3.connect(f"file:{again.folder / 'journal.sqlite3'}?mode=ro", uri=True)
        assert journal.execute("select * from key_notes").fetchall() == []
        journal.close()


async def test_removing_a_store_says_what_is_unsettled_there_and_forgets_it(start: Start) -> None:
    with FaultServer() as server:
        behave(server)
        program = await start()
        await enter(program, server)
        await leave_unsettled(program.folder, server.origin)
        program.choose("Manage stores…")
        await program.dialog("storesDialog")
        program.press("Remove…")
        await program.dialog("confirm")
        await program.reads("2 keys are not saved yet", "1 rotation is not finished")
        await program.reads("1 revoke is not proven", "You won't be reminded")
        program.press("Remove store")
        await program.dialog("storesDialog")
        program.press("Close")
        await program.no_dialog()
        await program.quit()
        assert left_in(program.folder) == {OTHER: 4}


async def test_another_proxy_and_another_name_lose_nothing(start: Start) -> None:
    with FaultServer() as server:
        behave(server, *(key_record(id=f"apk_{n:026d}", title=f"Key {n}") for n in range(3)))
        program = await start()
        await enter(program, server)
        await program.reads("3 keys", "Maya Lindqvist")
        search = program.find(QLineEdit, "search")
        search.setFocus()
        program.type("Key")
        await program.reads("3 of 3 keys match")
        program.pick("Key 1")
        before = everything_seen(program.window)
        signed_in = server.count("POST", SIGN_IN)
        await edit(program)
        program.press(next(words for words in program.buttons if "Advanced" in words))
        program.field("Proxy", QComboBox).setCurrentText("No proxy")
        await save_and_close(program)
        asked = server.count("GET", KEYS)
        program.key(Qt.Key.Key_F5)
        await until(lambda: server.count("GET", KEYS) > asked)
        await until(lambda: everything_seen(program.window) == before)
        assert server.count("POST", SIGN_IN) == signed_in

        await edit(program)
        program.fill("Name", "Northwind Iceland")
        program.press("Read-only on this computer")
        await save_and_close(program)
        assert program.window.windowTitle() == "LIVE – Northwind Iceland – Medusa Console"
        await program.reads("LIVE · Northwind Iceland ·", "read-only")
        switch_store = program.find(QPushButton, "switchStore")
        assert switch_store.accessibleName().startswith("Northwind Iceland, ")
        assert program.picked == ["Key 1"]
        assert not program.button("Create key").isEnabled()


async def test_stores_and_settings_cannot_be_changed_behind_a_lock(start: Start) -> None:
    with FaultServer() as server:
        behave(server)
        program = await start()
        await enter(program, server)
        await edit(program)
        program.fill("Name", "Half typed")
        program.presence.leaves()
        await program.no_dialog()
        await program.reads("Locked")
        for words in ("Manage stores…", "Edit store…", "Add store…"):
            program.choose(words)
            await program.reads("Unlock first")
            assert QApplication.activeModalWidget() is None
        program.field("Password", QLineEdit).setFocus()
        program.type(PASSWORD)
        program.key(Qt.Key.Key_Return)
        await until(lambda: program.window.workspace)
        assert "Unlock first" not in program.words
        await edit(program)
        program.press("Cancel")
        await program.dialog("storesDialog")


async def test_a_kept_store_that_was_not_open_asks_for_its_password_after_a_lock(
    start: Start, keyring: Stubborn
) -> None:
    with FaultServer() as east, FaultServer() as west:
        behave(east)
        behave(west)
        first = await start()
        await enter_kept(first, east)
        first.choose("Add store…")
        await first.dialog("storeForm")
        first.fill("Name", "West")
        first.fill("Address", west.origin)
        first.press("Add store")
        await first.no_dialog()
        await first.open("West")
        keep = first.button("Keep me signed in on this computer")
        await until(keep.isEnabled)
        first.press(keep)
        await first.signed_in(MAYA, PASSWORD)
        await first.keys_page()
        await until(lambda: len(keyring.entries) == 2)
        await first.quit()
        asked = east.count("GET", KEYS)

        program = await start()
        await program.keys_page()
        assert "West" in program.window.windowTitle()
        keyring.refuses = True  # so that the entry of West stays there
        program.key(Qt.Key.Key_L, CTRL)
        await program.reads("Locked", "The session is still in the keyring")
        await switch(program, "northwind")
        await program.reads("Sign in to Northwind EU")
        assert east.count("GET", KEYS) == asked
        await program.quit()

        again = await start()
        await again.reads("Sign in to Northwind EU")
        await switch(again, "west")
        await again.reads("Sign in to West")
        again.field("Password", QLineEdit).setFocus()
        again.type(PASSWORD)
        again.key(Qt.Key.Key_Return)
        await again.keys_page()
        await switch(again, "northwind")
        await again.reads("Sign in to Northwind EU")


async def test_an_account_is_noted_at_its_own_store(start: Start, keyring: Stubborn) -> None:
    with FaultServer() as east, FaultServer() as west:
        behave(east)
        behave(west)
        program = await start()
        await enter(program, east)
        program.choose("Add store…")
        await program.dialog("storeForm")
        program.fill("Name", "West")
        program.fill("Address", west.origin)
        program.press("Add store")
        await program.no_dialog()
        await program.open("West")
        keep = program.button("Keep me signed in on this computer")
        await until(keep.isEnabled)
        program.press(keep)
        keyring.writes.clear()
        await program.signed_in("ola@west.example", PASSWORD)
        await program.keys_page()
        await switch(program, "northwind")
        keyring.writes.set()
        await until(lambda: keyring.entries)
        program.press("Sign out")
        await program.reads("You are signed out")
        assert program.field("Email", QLineEdit).text() == MAYA
        await switch(program, "west")
        await program.keys_page()
        program.press("Sign out")
        await program.reads("Sign in to West")
        assert program.field("Email", QLineEdit).text() == "ola@west.example"


async def switch(program: Program, words: str) -> None:
    program.key(Qt.Key.Key_K, CTRL)
    await program.dialog("switcher")
    program.type(words)
    program.key(Qt.Key.Key_Return)
    await program.no_dialog()


async def test_a_sign_in_under_way_ends_with_signing_out_of_all(start: Start) -> None:
    with FaultServer() as server:
        behave(server)
        gate, answered = threading.Event(), threading.Event()

        def answer(exchange: faults.Exchange) -> None:
            faults.json_answer({"token": login_token()})(exchange)
            answered.set()

        server.on("POST", SIGN_IN, faults.after(gate, answer))
        program = await start()
        await connect(program, server.origin)
        program.fill("Email", MAYA)
        program.fill("Password", PASSWORD)
        program.key(Qt.Key.Key_Return)
        await until(lambda: server.count("POST", SIGN_IN))
        program.choose("Sign out of all stores")
        await program.reads("You are signed out of all stores")
        gate.set()
        await until(answered.is_set)
        await never(lambda: program.window.workspace or server.count("GET", KEYS), beside=server)


@pytest.mark.parametrize("way", ["Sign out", "Sign out of all stores", "Quit"])
async def test_a_secret_behind_a_lock_is_not_lost_without_a_question(
    demo: Program, way: str
) -> None:
    await create_secret(demo)
    await noted(demo)
    demo.presence.leaves()
    await demo.reads("1 key not yet saved, 10 min left")
    demo.choose(way)
    await demo.dialog("confirm")
    await demo.reads("1 key is not saved yet", "The key can't be recovered.")
    demo.press("Stay")
    await demo.no_dialog()
    await demo.reads("1 key not yet saved, 10 min left")
    demo.choose("Sign out")
    await demo.dialog("confirm")
    demo.press("Continue and lose it")
    await demo.no_dialog()
    await demo.reads("You are signed out")


async def test_a_dialog_that_went_with_its_pages_hinders_no_later_lock(demo: Program) -> None:
    demo.choose("My account…")
    await demo.dialog("myAccount")
    demo.presence.leaves()
    await demo.reads("Locked")
    await demo.no_dialog()
    demo.choose("Sign out")
    await demo.reads("You are signed out")
    demo.press("Sign in")
    await demo.keys_page()
    demo.presence.does_something()
    await demo.clock.advance(16 * 60)
    await demo.reads("Locked")
    assert demo.window.workspace is None


@pytest.mark.parametrize("right", [True, False], ids=["accepted", "refused"])
async def test_who_is_on_the_way_in_when_the_screen_locks_arrives_locked(
    start: Start, keyring: Stubborn, right: bool
) -> None:
    with FaultServer() as server:
        behave(server)
        program = await start()
        await connect(program, server.origin)
        keep = program.button("Keep me signed in on this computer")
        await until(keep.isEnabled)
        program.press(keep)
        gate = threading.Event()
        answer = (
            faults.json_answer({"token": login_token()})
            if right
            else faults.refusal(401, "Invalid email or password", "unauthorized")
        )
        server.on("POST", SIGN_IN, faults.after(gate, answer))
        program.fill("Email", MAYA)
        program.fill("Password", PASSWORD)
        program.key(Qt.Key.Key_Return)
        await until(lambda: server.count("POST", SIGN_IN))
        program.presence.leaves()
        gate.set()
        behave(server)
        if right:
            await program.reads("Locked")
            assert not keyring.entries
            program.field("Password", QLineEdit).setFocus()
        else:
            await program.reads("Wrong email or password.")
            program.field("Password", QLineEdit).setFocus()
        program.type(PASSWORD)
        program.key(Qt.Key.Key_Return)
        await program.keys_page()
        await until(lambda: keyring.entries)


async def test_what_the_sign_in_form_asks_ends_when_another_store_comes_to_the_front(
    start: Start,
) -> None:
    with FaultServer() as east, FaultServer() as west:
        behave(east)
        program = await start()
        await enter(program, east)
        gate = threading.Event()
        west.on("GET", WAYS, faults.after(gate, faults.json_answer({"providers": []})))
        program.choose("Add store…")
        await program.dialog("storeForm")
        program.fill("Name", "West")
        program.fill("Address", west.origin)
        program.press("Add store")
        await program.no_dialog()
        await until(lambda: west.count("GET", WAYS))
        await switch(program, "northwind")
        gate.set()
        await until(lambda: west.open_connections == 0)
        await turns()
        assert QApplication.activeModalWidget() is None
        assert "West" not in program.words


async def test_a_proxy_setting_that_cannot_be_used_is_named_without_its_password(
    start: Start, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("NO_PROXY", "no_proxy", "https_proxy"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("HTTPS_PROXY", "http://me:proxy-canary@[::1")
    program = await start()
    await connect(program, "https://nobody.example")
    program.fill("Email", MAYA)
    program.fill("Password", PASSWORD)
    program.press("Sign in")
    await program.reads(
        "This computer's proxy setting can't be used. Your password was not sent. "
        "Correct HTTPS_PROXY, or choose another proxy for the store."
    )
    assert "proxy-canary" not in program.words + program.log.text
