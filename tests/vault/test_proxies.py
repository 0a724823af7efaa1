"""The password of a store's own proxy in the keyring: for that proxy alone."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from keyring.backend import KeyringBackend
from pydantic import SecretStr

from medusa_console.domain.errors import VaultUnavailable
from medusa_console.domain.store import Environment, Proxy, ProxyKind, Store
from medusa_console.vault.keyring import Keyring
from medusa_console.vault.proxies import KeyringProxyPasswords
from medusa_console.vault.sessions import KeyringSessions
from tests.system import FakeWinVault, LockedOnWrite, MemoryKeyring, NullLike, PromptDismissed

PROXY = Proxy(ProxyKind.OWN, "http://proxy.example:3128", "maya")
STORE = Store("s1", "Northwind", "https://northwind.example", Environment.LIVE, proxy=PROXY)
ENTRY = ("Medusa Console proxy · s1", "proxy")
PASSWORD = SecretStr("pröxy “canary” 🔑")


async def test_a_proxys_password_comes_back_until_it_is_forgotten() -> None:
    keyring = FakeWinVault()
    passwords = KeyringProxyPasswords(Keyring(lambda: keyring, read_limit=60))
    assert await passwords.load(STORE) is None
    await passwords.save(STORE, SecretStr("an older one"))
    await passwords.save(STORE, PASSWORD)
    assert await passwords.load(STORE) == PASSWORD
    assert list(keyring.entries) == [ENTRY]
    await passwords.delete(STORE)
    assert keyring.entries == {}
    await passwords.delete(STORE)


@pytest.mark.parametrize(
    "other",
    [
        replace(STORE, id="s2"),
        replace(STORE, proxy=replace(PROXY, address="http://evil.example:3128")),
        replace(STORE, proxy=replace(PROXY, user="ana")),
        replace(STORE, proxy=Proxy()),
        replace(STORE, proxy=Proxy(ProxyKind.NONE)),
    ],
    ids=["another store", "another proxy", "another user", "the system's", "none"],
)
async def test_no_other_proxy_is_told_the_password(other: Store) -> None:
    keyring = MemoryKeyring()
    passwords = KeyringProxyPasswords(Keyring(lambda: keyring, read_limit=60))
    await passwords.save(STORE, PASSWORD)
    assert await passwords.load(other) is None
    assert await passwords.load(STORE) == PASSWORD


async def test_a_store_that_moved_keeps_its_proxy() -> None:
    keyring = MemoryKeyring()
    passwords = KeyringProxyPasswords(Keyring(lambda: keyring, read_limit=60))
    await passwords.save(STORE, PASSWORD)
    moved = replace(STORE, origin="https://shop.northwind.example", name="Shop")
    assert await passwords.load(moved) == PASSWORD


@pytest.mark.parametrize("text", ["", "x", "{}", '{"v":99}', "[" * 10_000, "null"])
async def test_an_entry_of_no_use_is_no_password(text: str) -> None:
    keyring = MemoryKeyring()
    keyring.entries[ENTRY] = text
    assert await KeyringProxyPasswords(Keyring(lambda: keyring, read_limit=60)).load(STORE) is None


@pytest.mark.parametrize(
    ("make", "fault"),
    [
        (lambda: None, "NO_KEYRING"),
        (NullLike, "NOT_KEPT"),
        (LockedOnWrite, "LOCKED"),
        (PromptDismissed, "NOT_OPENED"),
    ],
)
async def test_a_keyring_that_fails_says_why_and_shows_no_password(
    make: Callable[[], KeyringBackend | None], fault: str
) -> None:
    with pytest.raises(VaultUnavailable, match=fault) as failure:
        await KeyringProxyPasswords(Keyring(make, read_limit=60)).save(STORE, PASSWORD)
    assert "canary" not in f"{failure.value!r}{failure.value.__cause__!r}"


async def test_a_password_that_cannot_be_removed_is_named() -> None:
    keyring = LockedOnWrite()
    keyring.entries[ENTRY] = "x"
    with pytest.raises(VaultUnavailable) as failure:
        await KeyringProxyPasswords(Keyring(lambda: keyring, read_limit=60)).delete(STORE)
    assert failure.value.entry == ENTRY[0]


async def test_one_keyring_serves_sessions_and_proxies_and_asks_no_prompt_twice() -> None:
    backend = PromptDismissed()
    keyring = Keyring(lambda: backend, read_limit=60)
    with pytest.raises(VaultUnavailable):
        await KeyringProxyPasswords(keyring).load(STORE)
    with pytest.raises(VaultUnavailable, match="NOT_OPENED"):
        await KeyringSessions(keyring).load(replace(STORE, email="maya@northwind.example"))
    assert backend.calls == ["get"]
