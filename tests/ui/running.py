"""Fixtures of everything that runs the whole program."""

from __future__ import annotations

import asyncio
import shutil
from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path
from typing import Any

import pytest
import qasync
from PySide6.QtWidgets import QApplication

from medusa_console.app.run import ReadDefaults
from medusa_console.demo import DemoStore
from medusa_console.desktop.instance import Wish
from medusa_console.ports import SessionVault
from medusa_console.ui.kit.translations import Languages
from medusa_console.vault.key_entries import KeyringKeyEntries
from medusa_console.vault.keyring import Keyring
from medusa_console.vault.proxies import KeyringProxyPasswords
from medusa_console.vault.sessions import KeyringSessions
from tests.system import MemoryKeyring
from tests.ui.driving import Program, no_defaults
from tests.ui.standins import Clock
from tests.ui.wiretap import Wiretap

Start = Callable[..., Awaitable[Program]]


@pytest.fixture
def clock() -> Clock:
    """The time of every button, countdown and second look of the program."""
    return Clock()


@pytest.fixture
def keyring() -> MemoryKeyring:
    """The desktop's keyring."""
    return MemoryKeyring()


@pytest.fixture
def tap(monkeypatch: pytest.MonkeyPatch) -> Wiretap:
    """Between the program and the demo store."""
    return Wiretap(monkeypatch)


@pytest.fixture(autouse=True)
def steady_loop(monkeypatch: pytest.MonkeyPatch) -> None:
    """While no test and no fixture runs, nothing of the program does.

    qasync and pytest-qt process Qt's events also between fixtures and test, when the loop is not
    running; the program's tasks would be stepped without a loop.
    """

    def run_until_complete(loop: qasync.QEventLoop, awaited: Awaitable[Any]) -> Any:
        future = asyncio.ensure_future(awaited, loop=loop)
        future.add_done_callback(lambda _: loop.stop())
        loop.run_forever()
        return future.result()

    monkeypatch.setattr(qasync.QEventLoop, "run_until_complete", run_until_complete)
    monkeypatch.setattr("pytestqt.plugin._process_events", lambda: None)


@pytest.fixture
async def start(
    tmp_path: Path,
    clock: Clock,
    keyring: MemoryKeyring,
    qapp: QApplication,
    planted: Path,
) -> AsyncIterator[Start]:
    """Starts the program; whatever fails unexpectedly while it runs fails the test."""
    programs: list[Program] = []

    async def start(
        *,
        demo: bool = False,
        wish: Wish = Wish.NOTHING,
        vault: SessionVault | None = None,
        translation: Path | None = None,
        languages: Languages | None = None,
        defaults: ReadDefaults = no_defaults,
    ) -> Program:
        folder = tmp_path / "data"
        if demo and not folder.exists():
            shutil.copytree(planted, folder)
        ring = Keyring(lambda: keyring, read_limit=60)
        proxies = KeyringProxyPasswords(ring)
        entries = KeyringKeyEntries(ring)
        program = Program(clock, folder, vault or KeyringSessions(ring), proxies, entries)
        programs.append(program)
        await program.start(
            wish=Wish.DEMO if demo else wish,
            translation=translation,
            languages=languages,
            defaults=defaults,
        )
        return program

    qapp.clipboard().clear()
    yield start
    for program in programs:
        await program.quit()
    healthy = [program for program in programs if not program.mishaps_are_meant]
    faults = [fault for program in healthy for fault in program.log.faults]
    assert not faults, "\n".join(faults)


@pytest.fixture(scope="session")
def planted(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a demo store in its first state, which takes time to make."""
    folder = tmp_path_factory.mktemp("planted")

    async def plant() -> None:
        store = DemoStore(folder)
        await store.start()
        await store.aclose()

    asyncio.run(plant())
    return folder


@pytest.fixture
async def demo(tap: Wiretap, start: Start) -> Program:
    """Signed in to the demo store as its admin, the first rows on screen."""
    program = await start(demo=True)
    await program.keys_page()
    return program
