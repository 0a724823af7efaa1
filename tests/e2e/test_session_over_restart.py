"""A session outlives the program, its own tokens, and a connection that comes and goes."""

from __future__ import annotations

import asyncio
import json
import uuid
from datetime import UTC, datetime
from pathlib import Path

import jwt
from PySide6.QtWidgets import QApplication, QLineEdit

from tests.e2e import witness
from tests.e2e.cable import cable
from tests.e2e.traces import left_behind
from tests.real_medusa import MedusaServer
from tests.system import MemoryKeyring
from tests.ui.driving import Program
from tests.ui.northwind import connect
from tests.ui.running import Start
from tests.waiting import until

KEEP = "Keep me signed in on this computer"


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
    await third.reads("Sign in to Northwind")
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


async def test_work_goes_on_with_a_new_session_before_the_first_one_ends(
    medusa_rbac: MedusaServer, start: Start, keyring: MemoryKeyring
) -> None:
    title = f"Night shift {uuid.uuid4().hex[:8]}"
    async with cable(medusa_rbac.base_url) as line:
        first = await start()
        await enter(first, medusa_rbac, line.origin, keep=True)
        await first.quit()
        session = age(keyring, medusa_rbac)

        program = await start()
        await program.keys_page()
        await until(lambda: kept(keyring) not in ("", session))
        await asyncio.to_thread(witness.make_key, medusa_rbac, title)
        line.asked.clear()
        program.press("Refresh")
        await until(lambda: title in program.column("Title"))
        assert kept(keyring).encode() in line.asked
        assert session.encode() not in line.asked
        assert QApplication.activeModalWidget() is None
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
    entries = list(keyring.entries.values())  # at once: a thread writes them
    tokens = [str(json.loads(entry)["token"]) for entry in entries]
    assert len(tokens) < 2
    return tokens[0] if tokens else ""


def age(keyring: MemoryKeyring, server: MedusaServer) -> str:
    """The session in the keyring becomes one that is due for its refresh, and lasts a while."""
    ((entry, text),) = keyring.entries.items()
    known = json.loads(text)
    session = server.aged(known["token"], age=16_500, life=20_000)
    claims = jwt.decode(session, options={"verify_signature": False})
    times = {"issued_at": "iat", "expires_at": "exp", "began_at": "iat"}
    known |= {"token": session} | {
        name: datetime.fromtimestamp(claims[claim], UTC).isoformat()
        for name, claim in times.items()
    }
    keyring.entries[entry] = json.dumps(known)
    return session
