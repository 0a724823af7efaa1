"""Which keyring is chosen: one of four by name, whatever the environment suggests."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import keyring.core
import pytest
from keyring.backend import KeyringBackend
from keyring.backends.kwallet import DBusKeyring
from keyring.backends.macOS import Keyring as MacKeyring
from keyring.backends.SecretService import Keyring as SecretServiceKeyring
from keyring.backends.Windows import WinVaultKeyring

from medusa_console.domain.errors import KeyringFault, VaultUnavailable
from medusa_console.vault import backends
from tests.system import MemoryKeyring


@pytest.fixture(autouse=True)
def no_session_bus(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere/at/all")


@pytest.fixture
def tempting(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Everything that makes keyring's own choice end in plain text or in nothing."""
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.null.Keyring")
    config = tmp_path / "xdg-config" / "python_keyring" / "keyringrc.cfg"
    config.parent.mkdir(parents=True)
    config.write_text("[backend]\ndefault-keyring=keyring.backends.null.Keyring\n")

    class PlaintextKeyring(MemoryKeyring):
        priority = 10.0

    yield
    KeyringBackend._classes.discard(PlaintextKeyring)


@pytest.mark.usefixtures("tempting")
@pytest.mark.parametrize("platform", ["linux", "win32", "darwin", "freebsd14"])
def test_without_the_systems_own_keyring_there_is_none(platform: str) -> None:
    assert backends.system_keyring(platform) is None


@pytest.mark.parametrize(
    ("platform", "kind", "place"),
    [
        ("linux", SecretServiceKeyring, None),
        ("linux", DBusKeyring, "KWallet"),
        ("win32", WinVaultKeyring, "Windows Credential Manager"),
        ("darwin", MacKeyring, "macOS Keychain"),
    ],
)
def test_the_systems_own_keyring_is_used_and_named(
    platform: str, kind: type[KeyringBackend], place: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    def load(name: str) -> KeyringBackend:
        if name != f"{kind.__module__}.{kind.__name__}":
            raise RuntimeError("not viable here")
        return kind()

    monkeypatch.setattr(keyring.core, "load_keyring", load)
    chosen = backends.system_keyring(platform)
    assert type(chosen) is kind
    if place is not None:  # the Secret Service is asked for its name, which needs a real one
        assert backends.place_of(chosen) == place


@pytest.mark.parametrize(
    ("platform", "kind"),
    [
        ("linux", SecretServiceKeyring),
        ("linux", DBusKeyring),
        ("win32", WinVaultKeyring),
        ("darwin", MacKeyring),
    ],
)
def test_no_variable_says_where_in_the_keyring_entries_are_kept(
    platform: str, kind: type[KeyringBackend], monkeypatch: pytest.MonkeyPatch
) -> None:
    def load(name: str) -> KeyringBackend:
        if name != f"{kind.__module__}.{kind.__name__}":
            raise RuntimeError("not viable here")
        return kind()

    monkeypatch.setattr(keyring.core, "load_keyring", load)
    untouched = vars(backends.system_keyring(platform)).copy()
    for name in ("PREFERRED_COLLECTION", "APPID", "KEYCHAIN", "SCHEME", "GET_PASSWORD"):
        monkeypatch.setenv(f"KEYRING_PROPERTY_{name}", "/elsewhere")
    monkeypatch.setenv("KEYRING_PROPERTY_PERSIST", "session")
    chosen = backends.system_keyring(platform)
    assert type(chosen) is kind
    assert vars(chosen) == untouched


def test_without_secret_service_and_kwallet_a_glance_finds_no_keyring() -> None:
    with pytest.raises(VaultUnavailable) as refused:
        backends.glance("linux")
    assert refused.value.fault is KeyringFault.NO_KEYRING


def test_a_glance_leaves_to_the_backend_what_it_cannot_tell(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "dbus.py").touch()  # what KWallet's backend reaches it with
    monkeypatch.syspath_prepend(tmp_path)
    for platform in ("linux", "darwin", "win32"):
        assert backends.glance(platform) is None
