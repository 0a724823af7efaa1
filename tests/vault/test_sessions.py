"""What is kept in the keyring, and what happens when the keyring does not play along."""

from __future__ import annotations

import asyncio
import json
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from keyring.backend import KeyringBackend
from pydantic import SecretStr

from medusa_console.domain.errors import VaultUnavailable
from medusa_console.domain.session import Session
from medusa_console.domain.store import DEMO_ORIGIN, DEMO_STORE, Environment, Store
from medusa_console.vault.keyring import Keyring
from medusa_console.vault.sessions import KeyringSessions
from tests.system import (
    AlwaysFails,
    Blocking,
    Dying,
    FakeWinVault,
    Killed,
    LockedMidway,
    LockedOnWrite,
    MemoryKeyring,
    NullLike,
    PromptDismissed,
)
from tests.waiting import until

NOW = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)
STORE = Store(
    "s1", "Northwind", "https://northwind.example", Environment.LIVE, email="maya@northwind.example"
)
ENTRY = (
    "Medusa Console · https://northwind.example (maya@northwind.example) · s1",
    "maya@northwind.example",
)
SESSION = Session(
    STORE.origin,
    STORE.email,
    "user_01",
    SecretStr("eyJhbGciOi.eyJhY3Rvcl9p.c2lnbmF0dXJl"),
    NOW - timedelta(hours=1),
    NOW + timedelta(hours=23),
    NOW - timedelta(hours=9),
)


def vault_on(
    backend: KeyringBackend | None, *, read_limit: float = 60.0, person_limit: float = 60.0
) -> KeyringSessions:
    return KeyringSessions(
        Keyring(lambda: backend, read_limit=read_limit, person_limit=person_limit)
    )


@pytest.fixture
def locked() -> Iterator[Blocking]:
    keyring = Blocking()
    yield keyring
    keyring.answered.set()


async def test_a_kept_session_comes_back_whole() -> None:
    vault = vault_on(MemoryKeyring())
    await vault.save(STORE, SESSION)
    assert await vault.load(STORE) == SESSION


async def test_signing_out_leaves_nothing_in_the_keyring() -> None:
    keyring = MemoryKeyring()
    vault = vault_on(keyring)
    await vault.save(STORE, SESSION)
    await vault.delete(STORE, SESSION.email)
    assert keyring.entries == {}
    await vault.delete(STORE, SESSION.email)


async def test_the_keyring_is_never_called_on_the_thread_of_the_window() -> None:
    keyring = MemoryKeyring()
    made_on: list[threading.Thread] = []

    def make() -> KeyringBackend:
        made_on.append(threading.current_thread())
        return keyring

    vault = KeyringSessions(Keyring(make, read_limit=60))
    await vault.save(STORE, SESSION)
    await vault.load(STORE)
    await vault.delete(STORE, SESSION.email)
    assert keyring.calls
    assert threading.main_thread() not in keyring.threads | set(made_on)
    assert all(thread.daemon for thread in keyring.threads)


@pytest.mark.parametrize(
    "other",
    [
        replace(STORE, origin="https://northwind.example:8443"),
        replace(STORE, origin="http://localhost:9000"),
        replace(STORE, email="ana@northwind.example"),
        replace(STORE, email=""),
    ],
    ids=["port", "host", "account", "nobody"],
)
async def test_a_session_is_not_read_for_another_store_or_account(other: Store) -> None:
    keyring = MemoryKeyring()
    vault = vault_on(keyring)
    await vault.save(STORE, SESSION)
    assert await vault.load(other) is None
    assert list(keyring.entries) == [ENTRY]


def kept_with(**changes: object) -> str:
    kept = {
        "v": 1,
        "origin": STORE.origin,
        "email": STORE.email,
        "user_id": "user_01",
        "token": "a.b.c",
        "issued_at": "2026-03-01T11:00:00Z",
        "expires_at": "2026-03-02T11:00:00Z",
        "began_at": "2026-03-01T03:00:00Z",
    }
    return json.dumps(kept | changes)


@pytest.mark.parametrize(
    "changes",
    [
        {"v": 99},
        {"origin": "https://evil.example"},
        {"email": "ana@northwind.example"},
        {"user_id": ""},
        {"token": "a\r\nx: y"},
        {"token": None},
        {"expires_at": "2026-03-01T11:00:00Z"},
        {"expires_at": "2026-03-02T11:00:00"},
        {"expires_at": "0001-01-01T00:00:00+14:00"},
        {"issued_at": "9999-12-31T23:59:59-14:00"},
    ],
    ids=repr,
)
async def test_an_entry_that_is_foreign_broken_or_over_is_ignored_and_removed(
    changes: dict[str, object],
) -> None:
    keyring = MemoryKeyring()
    keyring.entries[ENTRY] = kept_with()
    assert await vault_on(keyring).load(STORE) is not None
    keyring.entries[ENTRY] = kept_with(**changes)
    assert await vault_on(keyring).load(STORE) is None
    assert keyring.entries == {}


anything = st.recursive(
    st.none() | st.booleans() | st.floats() | st.text(st.characters(exclude_categories=())),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=5,
)


@settings(max_examples=50)
@given(
    st.text(st.characters(exclude_categories=()))
    | anything.map(json.dumps)
    | st.dictionaries(
        st.sampled_from(["v", "token", "email", "user_id", "issued_at", "expires_at"]), anything
    ).map(lambda changes: kept_with(**{"origin": "x"} | changes))
)
@example("[" * 100_000)
@example("\ud800")
def test_no_text_in_the_keyring_does_harm(text: str) -> None:
    keyring = MemoryKeyring()
    keyring.entries[ENTRY] = text
    assert asyncio.run(vault_on(keyring).load(STORE)) is None
    assert keyring.entries == {}


async def test_a_keyring_that_only_pretends_is_found_out() -> None:
    with pytest.raises(VaultUnavailable, match="NOT_KEPT") as failure:
        await vault_on(NullLike()).save(STORE, SESSION)
    assert failure.value.entry == "", "there is nothing to be removed"


class NeverFinds(MemoryKeyring):
    """Keeps everything, and finds nothing again."""

    def get_password(self, service: str, username: str) -> str | None:
        self._called("get")
        return None


@pytest.mark.parametrize("roles", [0, 100])
async def test_a_keyring_that_cannot_find_again_keeps_no_session(roles: int) -> None:
    keyring = NeverFinds()
    long = replace(SESSION, token=SecretStr("x" * (1 + roles * 50)))
    with pytest.raises(VaultUnavailable, match="NOT_KEPT") as failure:
        await vault_on(keyring).save(STORE, long)
    assert failure.value.entry == "", "there is nothing to be removed"
    assert keyring.entries == {}


async def test_a_session_cut_short_by_the_keyring_is_not_left_there() -> None:
    class Cutting(MemoryKeyring):
        def set_password(self, service: str, username: str, password: str) -> None:
            super().set_password(service, username, password[:100])

    keyring = Cutting()
    with pytest.raises(VaultUnavailable, match="NOT_KEPT"):
        await vault_on(keyring).save(STORE, SESSION)
    assert keyring.entries == {}


def session_of(characters: int) -> Session:
    """A session with a token of that length."""
    return replace(SESSION, token=SecretStr("x" * characters))


SMALL = 395  # no role; 1,280 is Windows' limit, 20 roles are just above it
LENGTHS = [SMALL, 1_280, 1_281, 6_144, 65_536]


@pytest.mark.parametrize("make", [MemoryKeyring, FakeWinVault])
@pytest.mark.parametrize("characters", LENGTHS)
async def test_a_session_of_any_length_is_kept_and_leaves_nothing_behind(
    characters: int, make: Callable[[], MemoryKeyring]
) -> None:
    keyring = make()
    vault = vault_on(keyring)
    session = session_of(characters)
    await vault.save(STORE, session)
    assert await vault.load(STORE) == session
    assert all(len(text) <= 1_000 for text in keyring.entries.values())
    assert (len(keyring.entries) == 1) is (characters == SMALL)
    await vault.delete(STORE, STORE.email)
    assert keyring.entries == {}


@pytest.mark.parametrize("make", [MemoryKeyring, FakeWinVault])
async def test_a_renewed_session_leaves_nothing_of_the_one_before(
    make: Callable[[], MemoryKeyring],
) -> None:
    keyring = make()
    vault = vault_on(keyring)
    for characters in [*LENGTHS, SMALL, 6_144, SMALL]:
        await vault.save(STORE, session_of(characters))
        assert await vault.load(STORE) == session_of(characters)
    assert list(keyring.entries) == [ENTRY]


async def test_two_accounts_at_one_store_keep_their_sessions_apart_on_windows() -> None:
    keyring = FakeWinVault()
    vault = vault_on(keyring)
    ana = replace(session_of(6_144), email="ana@northwind.example", user_id="user_02")
    for session in (SESSION, ana, SESSION):
        await vault.save(STORE, session)
    assert await vault.load(STORE) == SESSION
    assert await vault.load(replace(STORE, email=ana.email)) == ana
    assert not [service for service, _ in keyring.entries if "@Medusa" in service]
    await vault.delete(STORE, STORE.email)
    await vault.delete(STORE, ana.email)
    assert keyring.entries == {}


@pytest.mark.parametrize(
    ("before", "after", "last"),
    [
        (before, after, last)
        for before, after, changes in [
            (SMALL, SMALL, 2),
            (SMALL, 3_500, 6),
            (2_500, SMALL, 5),
            (2_500, 3_500, 9),
        ]
        for last in range(1, changes + 2)  # before each change, and not at all
    ],
)
async def test_a_program_killed_while_it_writes_leaves_a_whole_session_or_none(
    before: int, after: int, last: int
) -> None:
    keyring = MemoryKeyring()
    await vault_on(keyring).save(STORE, session_of(before))
    may_be_there: list[Session | None] = [session_of(after)]
    try:
        await vault_on(Dying(keyring.entries, last=last)).save(STORE, session_of(after))
    except Killed:
        may_be_there = [session_of(before), None]
    found = await vault_on(keyring).load(STORE)
    assert found in may_be_there
    if found is None:
        assert keyring.entries == {}, "what was left is cleared away at the next start"


@pytest.mark.parametrize("last", range(1, 6))
async def test_a_program_killed_while_it_signs_out_leaves_nothing_for_long(last: int) -> None:
    keyring = MemoryKeyring()
    await vault_on(keyring).save(STORE, session_of(2_500))
    try:
        await vault_on(Dying(keyring.entries, last=last)).delete(STORE, STORE.email)
    except Killed:
        await vault_on(keyring).delete(STORE, STORE.email)
    assert keyring.entries == {}


def spoil_a_part(entries: dict[tuple[str, str], str]) -> None:
    service, user = ENTRY
    entries[f"{service} · part 2", user] = entries[f"{service} · part 2", user][:-1] + "y"


def lose_a_part(entries: dict[tuple[str, str], str]) -> None:
    del entries[f"{ENTRY[0]} · part 3", ENTRY[1]]


def swap_two_parts(entries: dict[tuple[str, str], str]) -> None:
    one, other = ((f"{ENTRY[0]} · part {number}", ENTRY[1]) for number in (1, 2))
    entries[one], entries[other] = entries[other], entries[one]


def lose_the_header(entries: dict[tuple[str, str], str]) -> None:
    del entries[ENTRY]


@pytest.mark.parametrize(
    "spoil",
    [spoil_a_part, lose_a_part, swap_two_parts, lose_the_header],
)
async def test_a_session_in_parts_that_are_not_all_there_is_ignored_and_removed(
    spoil: Callable[[dict[tuple[str, str], str]], None],
) -> None:
    keyring = MemoryKeyring()
    await vault_on(keyring).save(STORE, session_of(2_500))
    spoil(keyring.entries)
    assert await vault_on(keyring).load(STORE) is None
    assert keyring.entries == {}


@pytest.mark.parametrize("after", range(11))
async def test_a_keyring_that_is_locked_midway_keeps_no_half_session(after: int) -> None:
    keyring = LockedMidway(after=after)
    vault = vault_on(keyring)
    with pytest.raises(VaultUnavailable, match="LOCKED") as failure:
        await vault.save(STORE, session_of(2_500))
    assert "xxx" not in repr(failure.value)
    assert bool(keyring.entries) <= bool(failure.value.entry), "what may be left is named"
    keyring.locked = False
    await vault.delete(STORE, STORE.email)
    assert keyring.entries == {}


async def test_a_session_of_absurd_length_is_refused() -> None:
    keyring = MemoryKeyring()
    with pytest.raises(VaultUnavailable, match="TOO_LARGE"):
        await vault_on(keyring).save(STORE, session_of(1_000_000))
    assert keyring.entries == {}


async def test_a_session_that_is_over_by_this_computers_clock_is_still_told() -> None:
    """Only the server's clock can tell, and the keyring does not know it."""
    over = replace(SESSION, expires_at=NOW - timedelta(minutes=1))
    vault = vault_on(MemoryKeyring())
    await vault.save(STORE, over)
    assert await vault.load(STORE) == over


async def test_a_session_that_could_not_be_read_again_is_not_written() -> None:
    keyring = MemoryKeyring()
    for session in (
        replace(SESSION, token=SecretStr("two\nlines")),
        replace(SESSION, email=""),
    ):
        with pytest.raises(VaultUnavailable, match="UNFIT"):
            await vault_on(keyring).save(STORE, session)
    assert keyring.calls == []


async def test_without_a_keyring_the_reason_is_told_and_a_later_one_is_found() -> None:
    found: list[KeyringBackend | None] = [None, MemoryKeyring()]
    vault = KeyringSessions(Keyring(lambda: found.pop(0), read_limit=60))
    with pytest.raises(VaultUnavailable, match="NO_KEYRING"):
        await vault.place()
    assert await vault.place() == ""


async def test_a_locked_keyring_holds_the_start_up_for_the_limit_only(locked: Blocking) -> None:
    vault = vault_on(locked, read_limit=0.05)
    with pytest.raises(VaultUnavailable, match="SLOW"):
        await vault.load(STORE)


async def test_after_a_prompt_was_left_open_no_other_one_comes(locked: Blocking) -> None:
    vault = vault_on(locked, read_limit=0.05)
    answers = await asyncio.gather(
        *(vault.load(replace(STORE, email=f"{name}@x.example")) for name in "abc"),
        return_exceptions=True,
    )
    assert [type(answer) for answer in answers] == [VaultUnavailable] * 3
    with pytest.raises(VaultUnavailable):
        await vault.save(STORE, SESSION)
    assert locked.calls in (["get"], [])  # none if its thread had no turn in time


async def test_when_the_person_asks_where_sessions_are_kept_the_keyring_is_tried_again() -> None:
    keyring = LockedMidway(after=0)
    vault = vault_on(keyring)
    with pytest.raises(VaultUnavailable):
        await vault.load(STORE)
    keyring.locked = False
    with pytest.raises(VaultUnavailable):
        await vault.save(STORE, SESSION)
    with pytest.raises(VaultUnavailable):
        await vault.place()
    await vault.place(again=True)
    await vault.save(STORE, SESSION)
    assert ENTRY in keyring.entries


async def test_a_late_answer_to_the_prompt_writes_nothing(locked: Blocking) -> None:
    vault = vault_on(locked, person_limit=0.05)
    with pytest.raises(VaultUnavailable):
        await vault.save(STORE, SESSION)
    locked.answered.set()
    await until(lambda: not locked.busy)
    assert locked.calls in (["get"], [])  # none if its thread had no turn in time
    assert locked.entries == {}


class SlowToWrite(MemoryKeyring):
    """Has written, and takes its time to say so."""

    def __init__(self) -> None:
        super().__init__()
        self.answered = threading.Event()

    def set_password(self, service: str, username: str, password: str) -> None:
        super().set_password(service, username, password)
        self.answered.wait()


@pytest.mark.parametrize("characters", [SMALL, 2_500])
async def test_what_was_written_for_nobody_any_more_is_taken_back(characters: int) -> None:
    keyring = SlowToWrite()
    try:
        saving = asyncio.ensure_future(vault_on(keyring).save(STORE, session_of(characters)))
        await until(lambda: keyring.entries)
        saving.cancel()
        with pytest.raises(asyncio.CancelledError):
            await saving
    finally:
        keyring.answered.set()
    await until(lambda: not keyring.busy)
    assert keyring.entries == {}


class OnlySaysYes(MemoryKeyring):
    """Says that it has deleted an entry, and keeps it."""

    def delete_password(self, service: str, username: str) -> None:
        self._called("delete")


async def test_a_keyring_that_only_says_that_it_has_deleted_is_found_out() -> None:
    keyring = OnlySaysYes()
    vault = vault_on(keyring)
    await vault.save(STORE, SESSION)
    with pytest.raises(VaultUnavailable, match="NOT_REMOVED") as failure:
        await vault.delete(STORE, STORE.email)
    assert failure.value.entry == ENTRY[0], "the person is told what to remove by hand"


async def test_cancelling_a_save_writes_nothing_later(locked: Blocking) -> None:
    saving = asyncio.ensure_future(vault_on(locked).save(STORE, SESSION))
    await until(lambda: locked.calls)
    saving.cancel()
    with pytest.raises(asyncio.CancelledError):
        await saving
    locked.answered.set()
    await until(lambda: not locked.busy)
    assert locked.entries == {}


@pytest.mark.parametrize("make", [LockedOnWrite, AlwaysFails])
async def test_an_entry_that_cannot_be_removed_is_named(make: Callable[[], MemoryKeyring]) -> None:
    keyring = make()
    keyring.entries[ENTRY] = kept_with()
    vault = vault_on(keyring)
    for _ in range(2):
        keyring.calls.clear()
        with pytest.raises(VaultUnavailable) as failure:
            await vault.delete(STORE, SESSION.email)
        assert STORE.origin in failure.value.entry
        assert STORE.email in failure.value.entry
        assert keyring.calls, "signing out asks the keyring again"


@pytest.mark.parametrize(
    ("make", "fault"),
    [
        (LockedOnWrite, "LOCKED"),
        (PromptDismissed, "NOT_OPENED"),
        (AlwaysFails, "ConnectionResetError"),
    ],
)
async def test_after_a_failure_the_keyring_is_left_alone(
    make: Callable[[], MemoryKeyring], fault: str
) -> None:
    keyring = make()
    vault = vault_on(keyring)
    with pytest.raises(VaultUnavailable, match=fault) as failure:
        await vault.save(STORE, SESSION)
    assert SESSION.token.get_secret_value() not in repr(failure.value)
    asked = list(keyring.calls)
    with pytest.raises(VaultUnavailable, match=fault):
        await vault.save(STORE, SESSION)
    with pytest.raises(VaultUnavailable, match=fault):
        await vault.load(STORE)
    assert keyring.calls == asked


async def test_nothing_of_the_demo_store_reaches_the_keyring() -> None:
    keyring = MemoryKeyring()
    vault = vault_on(keyring)
    with pytest.raises(VaultUnavailable, match="OF_DEMO"):
        await vault.save(DEMO_STORE, replace(SESSION, origin=DEMO_ORIGIN))
    assert await vault.load(replace(DEMO_STORE, email="admin@demo.invalid")) is None
    await vault.delete(DEMO_STORE, "admin@demo.invalid")
    assert keyring.calls == []


HELD_UP = """
import asyncio, threading
from medusa_console.domain.errors import VaultUnavailable
from medusa_console.domain.store import Environment, Store
from medusa_console.vault.keyring import Keyring
from medusa_console.vault.sessions import KeyringSessions

async def main():
    vault = KeyringSessions(Keyring(lambda: threading.Event().wait(), read_limit=0.05))
    try:
        await vault.load(Store("s", "S", "https://s.example", Environment.LIVE, email="m@s"))
    except VaultUnavailable as error:
        print(error.fault.name)

asyncio.run(main())
"""


def test_the_program_ends_although_the_unlock_prompt_was_never_answered() -> None:
    ended = subprocess.run(
        [sys.executable, "-c", HELD_UP], capture_output=True, text=True, timeout=240, check=True
    )
    assert ended.stdout == "SLOW\n"
    assert ended.stderr == ""


async def test_two_stores_of_one_address_and_account_keep_a_session_each() -> None:
    keyring = MemoryKeyring()
    vault = vault_on(keyring)
    twin = replace(STORE, id="another", name="The same again")
    await vault.save(STORE, SESSION)
    await vault.save(twin, SESSION)
    await vault.delete(twin, twin.email)
    assert await vault.load(STORE) == SESSION
    assert await vault.load(twin) is None
