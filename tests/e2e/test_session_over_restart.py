"""A session outlives the program, its own tokens, and a connection that comes and goes."""

from __future__ import annotations

import asyncio
import json
import uuid
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from tests.e2e import witness
from tests.e2e.cable import cable
from tests.e2e.traces import left_behind
from tests.real_medusa import Cluster, MedusaServer
from tests.system import MemoryKeyring
from tests.ui.driving import Program
from tests.ui.northwind import connect
from tests.ui.running import Start
from tests.waiting import until

KEEP = "Keep me signed in on this computer"
# A session is refreshed at 80 % of its life: on a slow machine 1.6 s must be enough for that.
LIFE_S = 8


@pytest.fixture(scope="module")
def hasty_medusa(medusa_cluster: Cluster) -> Iterator[MedusaServer]:
    """A real Medusa whose sessions are soon over."""
    with medusa_cluster.server(rbac=True, jwt_expires_in=f"{LIFE_S}s") as server:
        yield server


async def test_the_next_start_opens_the_keys_without_a_password(
    medusa: MedusaServer, start: Start, keyring: MemoryKeyring, tmp_path: Path, log_file: None
) -> None:
    first = await start()
    await enter(first, medusa, medusa.base_url, keep=True)
    session = await until(lambda: kept(keyring))
    await first.quit()

    again = await start()
    await again.keys_page()
    assert again.window.windowTitle() == "DEVELOPMENT – Northwind – Medusa Console"

    again.press("Sign out")
    await again.reads("You are signed out")
    await until(lambda: not keyring.entries)
    assert again.field("Email", QLineEdit).text() == medusa.email
    assert again.field("Password", QLineEdit).text() == ""
    await again.quit()
    assert left_behind([session, medusa.password], tmp_path / "data") == []

    third = await start()
    await third.reads("Sign in to Northwind", "encrypted.")
    assert third.window.workspace is None


async def test_nothing_is_kept_of_who_did_not_ask_for_it(
    medusa_plain: MedusaServer, start: Start, keyring: MemoryKeyring
) -> None:
    first = await start()
    await enter(first, medusa_plain, medusa_plain.base_url, keep=False)
    await first.quit()
    assert keyring.entries == {}

    again = await start()
    await again.reads("Sign in to Northwind")
    assert again.field("Email", QLineEdit).text() == medusa_plain.email
    assert again.window.workspace is None


async def test_work_goes_on_past_the_end_of_the_first_token(
    hasty_medusa: MedusaServer, start: Start, keyring: MemoryKeyring
) -> None:
    title = f"Night shift {uuid.uuid4().hex[:8]}"
    program = await start()
    await enter(program, hasty_medusa, hasty_medusa.base_url, keep=True)
    session = kept(keyring)
    assert session

    await until(lambda: kept(keyring) != session)
    await refused(hasty_medusa, session)
    await asyncio.to_thread(witness.make_key, hasty_medusa, title)
    program.press("Refresh")
    await until(lambda: title in program.column("Title"))
    assert QApplication.activeModalWidget() is None


async def test_a_session_that_ended_is_renewed_over_the_page_and_nothing_is_lost(
    hasty_medusa: MedusaServer, start: Start, keyring: MemoryKeyring
) -> None:
    title = f"Night shift {uuid.uuid4().hex[:8]}"
    await asyncio.to_thread(witness.make_key, hasty_medusa, title)
    program = await start()
    async with cable(hasty_medusa.base_url) as line:
        await enter(program, hasty_medusa, line.origin, keep=True)
        search = program.find(QLineEdit, "search")
        QTest.keyClicks(search, title)
        await until(lambda: program.column("Title") == [title])
        program.pick(title)

        await line.cut()
        program.press("Refresh")
        await program.reads("Connection refused.")
        await refused(hasty_medusa, kept(keyring))
        assert QApplication.activeModalWidget() is None
        assert program.picked == [title]

        await line.mend()
        await program.dialog("signInAgain")
        await program.reads("Everything on this page is kept.")
        assert (search.text(), program.picked) == (title, [title])
        program.fill("Password", hasty_medusa.password)
        program.press("Sign in")
        await program.no_dialog()

        assert (search.text(), program.picked) == (title, [title])
        program.press("Rename")
        await program.dialog("keyForm")
        program.fill("Title", f"{title}, east")
        program.press("Rename")
        await program.no_dialog()
        await until(lambda: program.picked == [f"{title}, east"])
        await program.quit()


async def enter(program: Program, server: MedusaServer, origin: str, *, keep: bool) -> None:
    """Add the store, sign in to it, and wait for its keys."""
    await connect(program, origin, name="Northwind", environment="Development")
    box = program.button(KEEP)
    await until(box.isEnabled)
    assert not box.isChecked()
    if keep:
        program.press(KEEP)
    await program.signed_in(server.email, server.password)
    await program.keys_page()


def kept(keyring: MemoryKeyring) -> str:
    """The session token in the keyring, "" if there is none."""
    tokens = [str(json.loads(entry)["token"]) for entry in keyring.entries.values()]
    assert len(tokens) < 2
    return tokens[0] if tokens else ""


async def refused(server: MedusaServer, session: str) -> None:
    """Wait until the server itself says that this session is over."""
    async with asyncio.timeout(60):
        while await asyncio.to_thread(witness.session_counts, server, session):
            pass
