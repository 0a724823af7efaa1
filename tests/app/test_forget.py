"""`--forget` takes out of the keyring what the program has put there, and says so."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from medusa_console.app.forget import Terminal, forget_with
from medusa_console.desktop.instance import SingleInstance
from medusa_console.domain.store import DEMO_STORE, Environment, Proxy, ProxyKind, Store
from medusa_console.profile.profile import Profile
from medusa_console.ui.kit import translations
from medusa_console.vault.keyring import Keyring
from tests.app.test_command_line import asked
from tests.system import AlwaysFails, MemoryKeyring, Undeletable

EMAIL = "anna@example.com"
SHOP = Store(
    "0123456789abcdef",
    "Northwind",
    "https://shop.example",
    Environment.LIVE,
    email=EMAIL,
    proxy=Proxy(ProxyKind.OWN, "http://proxy.example:3128", "u"),
)
SESSION = (f"Medusa Console · https://shop.example ({EMAIL}) · 01234567", EMAIL)
GONE = (f"Medusa Console · https://gone.example ({EMAIL}) · 89abcdef", EMAIL)
PROXY = (f"Medusa Console proxy · {SHOP.id}", "proxy")
KEY = ("ERP nightly sync", "medusa-api-key")
FOREIGN = ("Medusa Console Pro", EMAIL)
MAIL = ("mail.example", EMAIL)


@dataclass
class Person:
    """Reads what is said; types `answer`, or nothing where there is no keyboard."""

    answer: str | None
    said: list[str] = field(default_factory=list)

    @property
    def terminal(self) -> Terminal:
        return Terminal(self.said.append, self._asked if self.answer is not None else None)

    @property
    def heard(self) -> str:
        return "\n".join(self.said)

    def _asked(self, question: str) -> str:
        self.said.append(question)
        if not self.answer:
            raise EOFError
        return self.answer


def part(entry: tuple[str, str], number: int) -> tuple[str, str]:
    return f"{entry[0]} · part {number}", entry[1]


def filled(ring: MemoryKeyring) -> MemoryKeyring:
    for entry in (SESSION, GONE, PROXY, KEY, FOREIGN, MAIL, part(GONE, 7)):
        ring.entries[entry] = "secret"
    parts = ["x" * 1000, "y"]
    ring.entries[SESSION] = f"2 parts {'0' * 64}"
    ring.entries |= {part(SESSION, n): text for n, text in enumerate(parts, 1)}
    return ring


def entries_of(ring: MemoryKeyring) -> Callable[[object], list[tuple[str, str]]]:
    return lambda _: list(ring.entries)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "data"

    async def save() -> None:
        profile = Profile(folder, "")
        await profile.save_stores([DEMO_STORE, SHOP])
        await profile.aclose()

    asyncio.run(save())
    return folder


@pytest.fixture(autouse=True)
def english(qapp: QApplication) -> object:
    with translations.installed(qapp):
        yield


def test_everything_of_the_program_goes_and_nothing_else(folder: Path) -> None:
    ring = filled(MemoryKeyring())
    person = Person("Yes")
    stores = (folder / "stores.json").read_bytes()
    keyring = Keyring(lambda: ring, read_limit=60, listed=entries_of(ring))
    assert forget_with(keyring, folder, person.terminal, sure=False) == 0
    assert set(ring.entries) == {FOREIGN, MAIL}
    found, warning, question, deleted = person.said
    assert found == (
        "In the keyring: 2 sessions, 1 proxy password, 1 key saved for other programs."
    )
    assert warning == "Programs that read these keys will no longer find them."
    assert "yes" in question
    assert deleted == found.replace("In the keyring", "Deleted")
    assert (folder / "stores.json").read_bytes() == stores
    assert forget_with(keyring, folder, person.terminal, sure=False) == 0
    assert person.said[-1] == "Nothing of Medusa Console was found in the keyring."


@pytest.mark.parametrize("answer", ["no", "", "y e s", None])
def test_without_a_yes_nothing_is_deleted(folder: Path, answer: str | None) -> None:
    ring = filled(MemoryKeyring())
    before = dict(ring.entries)
    person = Person(answer)
    keyring = Keyring(lambda: ring, read_limit=60, listed=entries_of(ring))
    assert forget_with(keyring, folder, person.terminal, sure=False) == 1
    assert ring.entries == before
    assert person.said[-1] == "Nothing was deleted."
    assert ("add --yes" in person.heard) is (answer is None)


def test_a_data_folder_that_is_gone_keeps_nothing_in_the_keyring(tmp_path: Path) -> None:
    ring = filled(MemoryKeyring())
    person = Person(None)
    keyring = Keyring(lambda: ring, read_limit=60, listed=entries_of(ring))
    assert forget_with(keyring, tmp_path / "gone", person.terminal, sure=True) == 0
    assert set(ring.entries) == {FOREIGN, MAIL}
    assert not (tmp_path / "gone").exists()


def test_a_keyring_that_lists_nothing_is_asked_for_the_known_stores(folder: Path) -> None:
    ring = filled(MemoryKeyring())
    person = Person(None)
    keyring = Keyring(lambda: ring, read_limit=60, listed=lambda _: None)
    assert forget_with(keyring, folder, person.terminal, sure=True) == 0
    assert set(ring.entries) == {GONE, part(GONE, 7), KEY, FOREIGN, MAIL}
    assert "doesn't list its entries" in person.said[0]
    assert "medusa-api-key" in person.said[0]
    assert person.said[1:] == ["Deleted: 1 session, 1 proxy password."]


def test_what_the_keyring_refuses_is_named_and_the_rest_goes(folder: Path) -> None:
    ring = Undeletable()
    filled(ring)
    ring.refused = {PROXY[0]}
    person = Person(None)
    keyring = Keyring(
        lambda: ring, read_limit=60, listed=entries_of(ring), would_ask=lambda _: False
    )
    assert forget_with(keyring, folder, person.terminal, sure=True) == 1
    assert set(ring.entries) == {PROXY, FOREIGN, MAIL}
    assert f"Not deleted: {PROXY[0]}. The keyring is locked." in person.said
    assert person.said[-1] == "Deleted: 2 sessions, 1 key saved for other programs."


@pytest.mark.parametrize("ring", [None, AlwaysFails()])
def test_a_keyring_of_no_use_is_no_success(folder: Path, ring: MemoryKeyring | None) -> None:
    person = Person("yes")
    assert (
        forget_with(Keyring(lambda: ring, read_limit=60), folder, person.terminal, sure=True) == 1
    )
    assert person.said[-1] == "Nothing was deleted."
    assert len(person.said) == 2


def test_nothing_is_deleted_under_a_running_program(folder: Path) -> None:
    running = SingleInstance(folder)
    assert running.acquire()
    ring = filled(MemoryKeyring())
    before = dict(ring.entries)
    person = Person("yes")
    keyring = Keyring(lambda: ring, read_limit=60, listed=entries_of(ring))
    try:
        assert forget_with(keyring, folder, person.terminal, sure=True) == 1
    finally:
        running.release()
    assert ring.entries == before
    assert person.said == [f"Medusa Console is using {folder}. Close it first."]


def test_the_command_line_asks_the_systems_keyring(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere/at/all")
    for locale in ("C.UTF-8", "C"):
        monkeypatch.setenv("LC_ALL", locale)
        told = asked("--forget", "--yes", "--data-folder", str(tmp_path / "no\u00e4"))
        assert told[:2] == ["No usable keyring on this computer.", "Nothing was deleted."]
        assert told[2].startswith("1 ")
    assert asked("--yes") == ["2 False False"]
