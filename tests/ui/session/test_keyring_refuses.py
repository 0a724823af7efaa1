"""A keyring that was refused once asks for nothing more, and what is said about it is true."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest
from PySide6.QtWidgets import QCheckBox

from medusa_console.vault.keyring import Keyring
from medusa_console.vault.sessions import KeyringSessions
from tests.faults.medusa import PASSWORD
from tests.faults.server import FaultServer
from tests.system import Prompting
from tests.ui.driving import Program
from tests.ui.northwind import MAYA, behave, connect
from tests.ui.running import Start
from tests.ui.session.test_stays_locked import lock, unlock
from tests.ui.standins import turns
from tests.waiting import until

LOCKED = "The keyring is locked. You will need your password next time."


@pytest.fixture
def keyring() -> Prompting:
    return Prompting()


@pytest.fixture
async def server() -> AsyncIterator[FaultServer]:
    with FaultServer() as server:
        behave(server)
        yield server


def vault_on(keyring: Prompting) -> KeyringSessions:
    return KeyringSessions(
        Keyring(lambda: keyring, would_ask=lambda _: keyring.locked, read_limit=60)
    )


async def enter_kept(start: Start, server: FaultServer, keyring: Prompting) -> Program:
    """Signed in, and kept."""
    program = await start(vault=vault_on(keyring))
    await connect(program, server.origin)
    await until(keep(program).isEnabled)
    program.press(keep(program))
    await program.signed_in(MAYA, PASSWORD)
    await program.keys_page()
    await until(lambda: keyring.entries)
    return program


async def refused_at_the_start(start: Start, server: FaultServer, keyring: Prompting) -> Program:
    await (await enter_kept(start, server, keyring)).quit()
    keyring.locked = True
    program = await start(vault=vault_on(keyring))
    await program.reads("Sign in to", LOCKED)
    return program


def keep(program: Program) -> QCheckBox:
    return program.find(QCheckBox, "keep")


async def test_after_one_refusal_nothing_asks_again(
    start: Start, server: FaultServer, keyring: Prompting
) -> None:
    program = await refused_at_the_start(start, server, keyring)
    assert "Your session will be saved" not in program.words
    assert not keep(program).isChecked()
    await program.signed_in(MAYA, PASSWORD)
    await program.keys_page()
    await lock(program)
    await unlock(program)
    program.choose("Sign out")
    await program.reads("You are signed out", LOCKED)
    assert "Your session will be saved" not in program.words
    program.choose("Sign out of all stores")
    await program.reads("You are signed out of all stores")
    await turns(100)
    assert keyring.prompts == 1
    assert len(keyring.entries) == 1


async def test_ticking_asks_again_and_only_then(
    start: Start, server: FaultServer, keyring: Prompting
) -> None:
    program = await refused_at_the_start(start, server, keyring)
    program.press(keep(program))
    await until(lambda: keyring.prompts == 2)
    await program.reads(LOCKED, "Tick the box to try again.")
    await until(lambda: not keep(program).isChecked())
    keyring.opens = True
    program.press(keep(program))
    await program.reads("Your session will be saved, encrypted, in the system keyring.")
    assert keyring.prompts == 3
    assert keep(program).isChecked()
    before = len(keyring.calls)
    await program.signed_in(MAYA, PASSWORD)
    await program.keys_page()
    await until(lambda: keyring.calls[before:][-2:] == ["set", "get"])  # kept, and read back
    await program.quit()
    again = await start(vault=vault_on(keyring))
    await again.keys_page()


async def test_a_quiet_refresh_shows_no_prompt(
    start: Start, server: FaultServer, keyring: Prompting
) -> None:
    program = await enter_kept(start, server, keyring)
    keyring.locked = True
    assert program.services is not None
    await program.services.session.refresh()
    await program.reads("You will need your password next time", "The keyring is locked.")
    assert keyring.prompts == 0
    assert len(keyring.entries) == 1
    keyring.locked = False
    program.choose("Sign out")
    await program.reads("You are signed out")
    await until(lambda: not keyring.entries)


async def test_no_prompt_comes_up_at_the_lock_and_the_deletion_is_owed(
    start: Start, server: FaultServer, keyring: Prompting
) -> None:
    program = await enter_kept(start, server, keyring)
    keyring.locked = True
    await lock(program)
    await program.reads("The session is still in the keyring", "The keyring is locked.")
    assert keyring.prompts == 0
    await program.quit()
    assert keyring.entries
    keyring.locked = False
    again = await start(vault=vault_on(keyring))
    await again.reads("Sign in to")
    await until(lambda: not keyring.entries)


async def test_what_is_owed_asks_once_at_the_next_start(
    start: Start, server: FaultServer, keyring: Prompting
) -> None:
    program = await enter_kept(start, server, keyring)
    keyring.locked = True
    await lock(program)
    await program.quit()
    again = await start(vault=vault_on(keyring))
    await again.reads("Sign in to", "The session is still in the keyring", LOCKED)
    assert "Your session will be saved" not in again.words
    assert keyring.prompts == 1
