"""Two real stores and the demo store open at once; what ends, restarts or is left loses nothing."""

from __future__ import annotations

import asyncio
import uuid

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QLineEdit

from medusa_console.services.session import SignedIn
from tests.e2e import witness
from tests.e2e.leak_desks import end_other_keys
from tests.real_medusa import MedusaServer
from tests.ui.driving import CTRL, Program
from tests.ui.northwind import connect
from tests.ui.running import Start
from tests.ui.seen import everything_seen
from tests.waiting import until


async def test_two_real_stores_and_the_demo_store_are_worked_in_side_by_side(
    medusa_rbac: MedusaServer, medusa_plain: MedusaServer, start: Start
) -> None:
    program = await start(demo=True)
    await program.keys_page()
    end_other_keys(medusa_rbac, medusa_plain)
    for one in (medusa_rbac, medusa_plain):  # of more than a page, all are read at some time
        one.sql("delete from api_key where revoked_at <= now()")
    await add(program, medusa_rbac, "Roles", "Live")
    await add(program, medusa_plain, "Plain", "Staging")

    titles = {}
    for name, server in (("Roles", medusa_rbac), ("Plain", medusa_plain)):
        titles[name] = f"{name} {uuid.uuid4().hex[:8]}"
        await asyncio.to_thread(witness.make_key, server, titles[name])
        await switch(program, name)
        await search(program, titles[name])
        program.pick(titles[name])
    await switch(program, "Demo store")
    program.pick("ERP nightly sync")

    seen = {}
    for name in ("Roles", "Plain", "Demo store"):
        await switch(program, name)
        program.table.setFocus()
        seen[name] = await at_rest(program)
    for name in ("Plain", "Demo store", "Roles", "Demo store", "Plain", "Roles"):
        await switch(program, name)
        assert await at_rest(program) == seen[name], name

    # What is done in one is done in that one.
    await switch(program, "Plain")
    program.table.setFocus()
    program.key(Qt.Key.Key_Delete)
    await program.dialog("confirm")
    await program.reads("STAGING · Plain ·", titles["Plain"])
    program.press("Revoke key")
    await program.no_dialog()
    await until(lambda: "".join(program.column("State")).startswith("Revoked"))
    await switch(program, "Roles")
    assert program.column("State") == ["Active"]

    program.choose("Sign out of all stores")
    await program.reads("You are signed out of all stores", "Roles: ", "Plain: ")


async def test_a_quiet_refresh_a_restarted_server_and_an_ended_session_lose_nothing(
    medusa_rbac: MedusaServer, start: Start
) -> None:
    program, title = await at_work(medusa_rbac, start)
    before = await at_rest(program)
    services = program.services
    assert services is not None
    first = token_of(program)
    while token_of(program) == first:  # the tokens of one second are the same text
        await services.session.refresh()
    assert await at_rest(program) == before, "a refresh shows nothing"

    await asyncio.to_thread(medusa_rbac.stop)
    try:
        program.key(Qt.Key.Key_F5)
        await program.reads("Connection refused.")
    finally:
        await asyncio.to_thread(medusa_rbac.start)
    program.key(Qt.Key.Key_F5)
    await until(lambda: "Connection refused." not in program.words)
    await until(lambda: everything_seen(program.window) == before)
    assert QApplication.activeModalWidget() is None

    with medusa_rbac.sessions_ended():
        assert not await asyncio.to_thread(witness.session_counts, medusa_rbac, token_of(program))
        program.key(Qt.Key.Key_F5)
        await program.dialog("signInAgain")
        program.fill("Password", medusa_rbac.password)
        program.press("Sign in")
        await program.no_dialog()
        await until(lambda: everything_seen(program.window) == before)

        program.press("Rename")
        await program.dialog("keyForm")
        program.fill("Title", f"{title}, east")
        program.press("Rename")
        await program.no_dialog()
        await until(lambda: program.picked == [f"{title}, east"])


async def at_work(server: MedusaServer, start: Start) -> tuple[Program, str]:
    """Filtered, searched, selected, with the drawer open and the focus in the table; and the title
    of the selected key."""
    title = f"Night shift {uuid.uuid4().hex[:8]}"
    await asyncio.to_thread(witness.make_key, server, title)
    program = await start()
    await connect(program, server.base_url, name="Brief", environment="Staging")
    await program.signed_in(server.email, server.password)
    await program.keys_page()
    menu = program.field("Type", QComboBox)
    menu.setCurrentText("Publishable")
    menu.activated.emit(menu.currentIndex())
    await search(program, title)
    program.pick(title)
    program.table.setFocus()
    return program, title


async def at_rest(program: Program) -> list[str]:
    """What is seen once all is there that comes after the rows: the names of the keys' creators and
    of the account, and what the window shows a moment after it knows."""
    await until(lambda: "…" not in program.column("Created by"))
    await until(lambda: program.find(QLabel, "who").text() != "Signed in")
    timers = program.window.findChildren(QTimer)
    await until(lambda: not any(one.isActive() and one.isSingleShot() for one in timers))
    return everything_seen(program.window)


def token_of(program: Program) -> str:
    services = program.services
    state = services.session.state if services is not None else None
    return state.session.token.get_secret_value() if isinstance(state, SignedIn) else ""


async def add(program: Program, server: MedusaServer, name: str, environment: str) -> None:
    program.choose("Add store…")
    await program.dialog("storeForm")
    program.fill("Name", name)
    program.fill("Address", server.base_url)
    program.field("Environment", QComboBox).setCurrentText(environment)
    program.press("Add store")
    await program.no_dialog()
    await program.open(name)
    await program.signed_in(server.email, server.password)
    await program.keys_page()


async def search(program: Program, title: str) -> None:
    field = program.find(QLineEdit, "search")
    field.setFocus()
    QTest.keyClicks(field, title)
    await until(lambda: program.column("Title") == [title])


async def switch(program: Program, name: str) -> None:
    """Ctrl+K, the name, Enter; then wait until the name that stands large is gone."""
    program.key(Qt.Key.Key_K, CTRL)
    await program.dialog("switcher")
    program.type(name)
    program.key(Qt.Key.Key_Return)
    await program.no_dialog()
    await until(lambda: name in program.window.windowTitle())
    await program.clock.advance(1)
