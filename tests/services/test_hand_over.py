"""What a command is given, how long it may take, and which commands are remembered."""

from __future__ import annotations

import asyncio
from base64 import b64decode
from dataclasses import replace
from pathlib import Path

import pytest
from pydantic import SecretStr

from medusa_console.domain.command_line import Command, Finished
from medusa_console.domain.preferences import Preferences, SentCommand
from medusa_console.domain.store import Environment, Store
from medusa_console.domain.tokens import may_hold_a_key
from medusa_console.profile.profile import Profile
from medusa_console.services.hand_over import (
    LIMIT_SECONDS,
    HandOver,
    environment_line,
    header,
    send,
    unseen_line,
)
from medusa_console.services.store_files import export_stores, import_stores
from medusa_console.services.stores import PreferenceBook
from medusa_console.tasks import Again, Doing, TaskScope
from medusa_console.vault.key_entries import KeyringKeyEntries
from medusa_console.vault.keyring import Keyring
from tests.system import MemoryKeyring
from tests.ui.standins import Clock
from tests.waiting import until

KEY = SecretStr("sk_" + "a1" * 32)
COMMAND = Command("/usr/bin/gh", ("secret", "set", "KEY"), "/work")
STORE = Store("one", "Northwind", "https://northwind.example", Environment.LIVE)


class Commands:
    """The programs of a computer, of which one runs until the test ends it."""

    def __init__(self) -> None:
        self.given: list[str] = []
        self.killed = 0
        self.end: asyncio.Future[Finished] = asyncio.get_running_loop().create_future()

    async def find(self, _line: str, _folder: str) -> Command:
        return COMMAND

    async def run(self, _command: Command, text: SecretStr) -> Finished:
        self.given.append(text.get_secret_value())
        try:
            return await asyncio.shield(self.end)
        except asyncio.CancelledError:
            self.killed += 1
            raise


async def test_a_command_gets_the_key_and_sixty_seconds() -> None:
    clock, commands = Clock(), Commands()
    slow = asyncio.ensure_future(send(commands, COMMAND, KEY, newline=False, clock=clock.value))
    await until(lambda: commands.given)
    await clock.advance(LIMIT_SECONDS - 1)
    assert not slow.done()
    await clock.advance(1)
    assert await slow is None
    assert commands.killed == 1
    stopped = asyncio.ensure_future(send(commands, COMMAND, KEY, newline=True, clock=clock.value))
    await until(lambda: len(commands.given) == 2)
    stopped.cancel()
    with pytest.raises(asyncio.CancelledError):
        await stopped
    assert commands.killed == 2
    commands.end.set_result(Finished(1, "no"))
    ended = await send(commands, COMMAND, KEY, newline=False, clock=clock.value)
    assert ended == Finished(1, "no")
    key = KEY.get_secret_value()
    assert commands.given == [key, f"{key}\n", key]


def test_the_other_forms_of_a_key() -> None:
    key = KEY.get_secret_value()
    assert environment_line(KEY).get_secret_value() == f"MEDUSA_API_KEY={key}"
    coded = header(KEY).get_secret_value().removeprefix("Authorization: Basic ")
    assert b64decode(coded).decode() == f"{key}:"
    for windows in (True, False):
        assert not may_hold_a_key(unseen_line(windows=windows))
        assert "MEDUSA_API_KEY" in unseen_line(windows=windows)


async def test_commands_are_remembered_on_this_computer_alone(tmp_path: Path) -> None:
    profile, tasks = Profile(tmp_path, "here"), TaskScope(_raise, Clock().value)
    book = PreferenceBook(Preferences(), profile.save_preferences, tasks)
    hand_over = HandOver(Commands(), KeyringKeyEntries(Keyring(lambda: None, read_limit=60)), book)
    assert hand_over.used_at(STORE) == ()
    for number in range(7):
        hand_over.remember(STORE, SentCommand(f"gh secret set K{number}", "/work"))
    again = SentCommand("gh secret set K4", "/other", newline=True)
    hand_over.remember(STORE, again)
    lines = [sent.line.removeprefix("gh secret set ") for sent in hand_over.used_at(STORE)]
    assert lines == ["K4", "K6", "K5", "K3", "K2"]
    assert hand_over.used_at(STORE)[0] == again
    for number in range(300):
        hand_over.remember(replace(STORE, id=f"s{number}"), again)
    await tasks.aclose()  # no older save may come later
    await profile.save_preferences(book.value)
    assert len(profile.load().preferences.sent) == 200
    await export_stores([STORE], tmp_path / "list.json")
    exported = (tmp_path / "list.json").read_text()
    assert "gh secret" not in exported
    sly = exported.replace('"group"', '"sent": [{"line": "evil"}], "command": "evil", "group"')
    (tmp_path / "sly.json").write_text(sly)
    (store,) = (await import_stores(tmp_path / "sly.json")).stores
    assert "evil" not in repr(store)
    assert hand_over.used_at(store) == ()
    await profile.aclose()


async def test_a_command_with_another_secret_is_not_remembered(tmp_path: Path) -> None:
    profile, tasks = Profile(tmp_path, "here"), TaskScope(_raise, Clock().value)
    book = PreferenceBook(Preferences(), profile.save_preferences, tasks)
    hand_over = HandOver(Commands(), KeyringKeyEntries(Keyring(lambda: None, read_limit=60)), book)
    address = "postgres://shop:" + "pass1word@db.example/medusa"
    hand_over.remember(STORE, SentCommand(f"store-key {address}", "/work"))
    await tasks.aclose()
    await profile.aclose()
    assert hand_over.used_at(STORE) == ()


async def test_a_key_in_the_keyring_replaces_no_other_entry() -> None:
    keyring = MemoryKeyring()
    entries = KeyringKeyEntries(Keyring(lambda: keyring, would_ask=lambda _: False, read_limit=60))
    assert await entries.save("ERP", KEY)
    assert keyring.entries == {("ERP", "medusa-api-key"): KEY.get_secret_value()}
    assert not await entries.save("ERP", SecretStr("another"))
    assert keyring.entries == {("ERP", "medusa-api-key"): KEY.get_secret_value()}


def _raise(error: BaseException, doing: Doing | None = None, again: Again | None = None) -> None:
    raise AssertionError(doing, again) from error
