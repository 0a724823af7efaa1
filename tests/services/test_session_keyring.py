"""A session and the real parts of its keyring: too long for Windows, locked, killed, dismissed."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

import pytest

from medusa_console.domain.errors import ConsoleError, VaultUnavailable
from medusa_console.domain.store import Environment, Store
from medusa_console.services.session import SessionService, SignedIn, SignedOut
from medusa_console.ui.words.errors import explain
from medusa_console.vault.keyring import Keyring
from medusa_console.vault.sessions import KeyringSessions
from tests.faults.medusa import USER_ID, login_token
from tests.faults.server import FaultServer
from tests.services.conftest import MAYA, PASSWORD_SECRET, REFRESH, SIGN_IN, opening
from tests.services.ports import MemoryJournal
from tests.services.sessions import token_answer, token_of
from tests.system import (
    AlwaysFails,
    Blocking,
    FakeWinVault,
    LockedMidway,
    LockedOnWrite,
    MemoryKeyring,
    PromptDismissed,
)
from tests.waiting import until


@asynccontextmanager
async def program(
    store: Store, keyring: MemoryKeyring, *, limit: float = 60.0
) -> AsyncIterator[tuple[SessionService, list[ConsoleError]]]:
    """One start of the program on this keyring: its session, restored, and what it told."""
    vault = KeyringSessions(Keyring(lambda: keyring, read_limit=limit, person_limit=limit))
    async with opening(store, vault, MemoryJournal()) as open_one:
        session = open_one.services.session
        notices: list[ConsoleError] = []
        session.notices.subscribe(notices.append)
        await session.restore(kept=True)
        yield session, notices


def with_roles(number: int, **claims: int) -> str:
    """A login token as Medusa makes it for an admin with so many roles."""
    roles = [f"role_01M848PVC7TZDCB5R9B2H9R{place:03}" for place in range(number)]
    metadata = {"user_id": USER_ID, "roles": roles}
    return login_token(app_metadata=metadata, **claims)


def words(notices: list[ConsoleError]) -> list[str]:
    return [f"{explain(notice).title}: {explain(notice).text}" for notice in notices]


@pytest.mark.parametrize("roles", [0, 20, 100])
async def test_an_admin_with_many_roles_stays_signed_in_on_windows(
    roles: int, store: Store, server: FaultServer
) -> None:
    keyring = FakeWinVault()
    first, second = with_roles(roles, age=9), with_roles(roles, age=2)
    server.on("POST", SIGN_IN, token_answer(first))
    server.on("POST", REFRESH, token_answer(second))
    async with program(store, keyring) as (session, notices):
        await session.sign_in(MAYA, PASSWORD_SECRET, keep=True)
    async with program(store, keyring) as (session, notices):
        assert token_of(session) == first
        await session.refresh()
        await until(lambda: any(second[-40:] in text for text in list(keyring.entries.values())))
        await until(lambda: not keyring.busy)
    async with program(store, keyring) as (session, notices):
        assert token_of(session) == second
        session.lock()
        await until(lambda: not keyring.entries)
        await session.unlock(PASSWORD_SECRET)
        assert token_of(session) == first
        assert keyring.entries
        await session.sign_out()
    assert keyring.entries == {}
    assert notices == []
    async with program(store, keyring) as (session, notices):
        assert isinstance(session.state, SignedOut)


@pytest.mark.parametrize(
    ("make", "reason"),
    [
        (LockedOnWrite, "The keyring is locked."),
        (PromptDismissed, "The keyring was not opened."),
        (AlwaysFails, "The keyring failed (ConnectionResetError)."),
    ],
)
async def test_a_keyring_that_fails_costs_one_notice_and_no_session(
    make: Callable[[], MemoryKeyring], reason: str, store: Store, server: FaultServer
) -> None:
    keyring = make()
    server.on("POST", REFRESH, token_answer(login_token(age=1)))
    async with program(store, keyring) as (session, notices):
        notices.clear()
        await session.sign_in(MAYA, PASSWORD_SECRET, keep=True)
        await session.refresh()
        assert isinstance(session.state, SignedIn)
    assert words(notices) == [
        f"You will need your password next time: {reason} Your session ends when you close the "
        "program."
    ]


async def test_a_keyring_locked_at_the_start_holds_nobody_up(
    store: Store, server: FaultServer
) -> None:
    keyring = Blocking()
    async with program(store, keyring, limit=0.05) as (session, notices):
        assert isinstance(session.state, SignedOut)
        assert "didn't respond in time" in words(notices)[0]
        await session.sign_in(MAYA, PASSWORD_SECRET, keep=True)
        assert isinstance(session.state, SignedIn)
        # None at all if its thread had no turn in time.
        assert keyring.calls in (["get"], []), "no second prompt comes"
        keyring.answered.set()
    assert keyring.entries == {}


async def test_a_keyring_locked_while_the_program_runs_is_told_once_and_named_at_sign_out(
    store: Store, server: FaultServer
) -> None:
    keyring = LockedMidway(after=0)
    keyring.locked = False
    server.on("POST", REFRESH, token_answer(login_token(age=1)), token_answer(login_token(age=2)))
    async with program(store, keyring) as (session, notices):
        await session.sign_in(MAYA, PASSWORD_SECRET, keep=True)
        assert keyring.entries
        keyring.locked = True
        for _ in range(2):
            await session.refresh()
        await until(lambda: notices)
        asked = len(keyring.calls)
        with pytest.raises(VaultUnavailable) as left:
            await session.sign_out()
        assert len(keyring.calls) == asked + 1, "the person asked, so the keyring is asked too"
        assert isinstance(session.state, SignedOut)
    assert len(notices) == 1
    (service, _), *_ = keyring.entries
    assert words([left.value]) == [
        "The session is still in the keyring: The keyring is locked. Delete the entries "
        f"that begin with “{service}” there."
    ]


async def test_an_entry_written_just_before_the_keyring_was_locked_is_not_forgotten(
    store: Store, server: FaultServer
) -> None:
    keyring = LockedMidway(after=7)  # it can be written, and no longer be read back
    async with program(store, keyring) as (session, notices):
        await session.sign_in(MAYA, PASSWORD_SECRET, keep=True)
        assert [text.partition(":")[0] for text in words(notices)] == [
            "You will need your password next time"
        ]
        assert keyring.entries
        keyring.locked = False
        await session.sign_out()
    assert keyring.entries == {}


@pytest.mark.parametrize("spoiled", ["corrupt", "of another origin", "of another account"])
async def test_an_entry_that_is_not_this_stores_is_removed_and_the_sign_in_waits(
    spoiled: str, store: Store, server: FaultServer
) -> None:
    keyring = MemoryKeyring()
    async with program(store, keyring) as (session, notices):
        await session.sign_in(MAYA, PASSWORD_SECRET, keep=True)
    ((entry, text),) = keyring.entries.items()
    changes = {"of another origin": {"origin": "https://evil.example"}}.get(
        spoiled, {"email": "ana@x.example"}
    )
    keyring.entries[entry] = (
        "?" + text if spoiled == "corrupt" else json.dumps(json.loads(text) | changes)
    )
    requests = len(server.requests)
    async with program(store, keyring) as (session, notices):
        assert isinstance(session.state, SignedOut)
        assert notices == []
    assert keyring.entries == {}
    assert len(server.requests) == requests, "no token went anywhere"


async def test_an_account_that_signs_in_while_the_keyring_is_slow_leaves_nothing_of_the_other(
    store: Store, server: FaultServer
) -> None:
    keyring = Blocking()
    keyring.answered.set()
    async with program(store, keyring) as (session, _):
        await session.sign_in(MAYA, PASSWORD_SECRET, keep=True)
    keyring.answered.clear()
    vault = KeyringSessions(Keyring(lambda: keyring, read_limit=60))
    async with opening(store, vault, MemoryJournal()) as open_one:
        session = open_one.services.session
        restoring = asyncio.create_task(session.restore(kept=True))
        asked = len(keyring.calls)
        await until(lambda: len(keyring.calls) > asked)
        signing_in = asyncio.create_task(
            session.sign_in("jon@x.example", PASSWORD_SECRET, keep=True)
        )
        await until(lambda: isinstance(session.state, SignedIn))
        keyring.answered.set()
        await asyncio.gather(restoring, signing_in)
        await session.sign_out()
        assert keyring.entries == {}


@pytest.mark.parametrize("end", ["sign out", "lock"])
async def test_what_waits_for_a_slow_keyring_is_not_written_after_the_end(
    end: str, store: Store, server: FaultServer
) -> None:
    keyring = Blocking()
    vault = KeyringSessions(Keyring(lambda: keyring, read_limit=60))
    async with opening(store, vault, MemoryJournal()) as open_one:
        session = open_one.services.session
        await session.restore(kept=False)
        signing_in = asyncio.create_task(session.sign_in(MAYA, PASSWORD_SECRET, keep=True))
        await until(lambda: keyring.calls)
        server.on("POST", REFRESH, token_answer(login_token(age=1)))
        await session.refresh()
        await asyncio.sleep(0)  # its new session waits for its turn to be written
        if end == "lock":
            session.lock()
        else:
            signing_out = asyncio.create_task(session.sign_out())
            await until(lambda: isinstance(session.state, SignedOut))
        keyring.answered.set()
        await signing_in
        if end == "sign out":
            await signing_out
    assert keyring.entries == {}
    assert keyring.calls.count("set") == 1


async def test_two_accounts_at_one_address_are_kept_apart(
    store: Store, server: FaultServer
) -> None:
    keyring = FakeWinVault()
    jon = Store("j", "Northwind, Jon", store.origin, Environment.LIVE, email="jon@x.example")
    tokens = {store: with_roles(30, age=1), jon: with_roles(30, age=2)}
    for one, token in tokens.items():
        server.on("POST", SIGN_IN, token_answer(token))
        async with program(one, keyring) as (session, _):
            await session.sign_in(one.email, PASSWORD_SECRET, keep=True)
    for one, token in tokens.items():
        async with program(one, keyring) as (session, _):
            assert token_of(session) == token
    async with program(store, keyring) as (session, _):
        await session.sign_out()
    async with program(jon, keyring) as (session, _):
        assert token_of(session) == tokens[jon]
        await session.sign_out()
    assert keyring.entries == {}


class KeepsMayas(MemoryKeyring):
    """Says that it has deleted Maya's entry, and keeps it."""

    def delete_password(self, service: str, username: str) -> None:
        if username.startswith(MAYA):
            self._called("delete")
        else:
            super().delete_password(service, username)


@pytest.mark.parametrize("end", ["lock", "sign out"])
async def test_one_entry_that_stays_does_not_keep_the_others(
    end: str, store: Store, server: FaultServer
) -> None:
    keyring = KeepsMayas()
    async with program(store, keyring) as (session, _):
        await session.sign_in(MAYA, PASSWORD_SECRET, keep=True)
        with pytest.raises(VaultUnavailable):
            await session.sign_out()
        await session.sign_in("zoe@x.example", PASSWORD_SECRET, keep=True)
        assert len(keyring.entries) == 2
        if end == "lock":
            session.lock()
        else:
            with pytest.raises(VaultUnavailable):
                await session.sign_out()
        await until(lambda: len(keyring.entries) == 1)
        assert all(MAYA in service for service, _ in keyring.entries)
