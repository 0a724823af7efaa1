"""One open store: the program's own parts on the demo store, or on a server that misbehaves."""

from __future__ import annotations

import asyncio
import ssl
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import aclosing, asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx
import pytest
from pydantic import SecretStr

from medusa_console.api.auth import Auth
from medusa_console.api.transport import Transport
from medusa_console.connect import Asgi, Connection, open_store
from medusa_console.demo import DemoStore
from medusa_console.domain.clock import ServerClock
from medusa_console.domain.store import DEMO_EMAIL, DEMO_PASSWORD, DEMO_STORE, Environment, Store
from medusa_console.ports import SessionVault
from medusa_console.services.session import SessionService, SignedIn
from medusa_console.services.store_services import StoreServices
from tests.faults import server as faults
from tests.faults.medusa import PASSWORD, login_token
from tests.faults.server import FaultServer
from tests.services.keeping_fresh import Day, Nap
from tests.services.ports import MemoryJournal, MemoryVault, memory_journal
from tests.services.shop import Shop, open_shop, seed
from tests.ui.running import steady_loop
from tests.ui.wiretap import Wiretap

__all__ = ["steady_loop"]  # a session may have work under way when its test ends

SIGN_IN = "/auth/user/emailpass"
REFRESH = "/auth/token/refresh"
MAYA = "maya@demo.example"
PASSWORD_SECRET = SecretStr(PASSWORD)

MakeService = Callable[[Day], tuple[SessionService, Nap]]


@dataclass
class Opened:
    """A desk, and what stands behind it."""

    services: StoreServices
    vault: MemoryVault
    journal: MemoryJournal


@pytest.fixture
def vault() -> MemoryVault:
    return MemoryVault()


@pytest.fixture
def journal() -> MemoryJournal:
    return MemoryJournal()


@pytest.fixture
def server() -> Iterator[FaultServer]:
    """Knows how to sign in; the rest is up to the test."""
    with FaultServer() as server:
        server.on("POST", SIGN_IN, faults.json_answer({"token": login_token()}))
        yield server


@pytest.fixture
def store(server: FaultServer) -> Store:
    return Store("s", "Northwind", server.origin, Environment.LIVE, email=MAYA)


@pytest.fixture
async def opened(store: Store, vault: MemoryVault, journal: MemoryJournal) -> AsyncIterator[Opened]:
    """The misbehaving store, signed out."""
    async with opening(store, vault, journal) as open_one:
        await open_one.services.session.restore(kept=False)
        yield Opened(open_one.services, vault, journal)


@pytest.fixture
async def signed_in(opened: Opened) -> Opened:
    """The misbehaving store, signed in."""
    await opened.services.session.sign_in(MAYA, PASSWORD_SECRET, keep=False)
    return opened


@pytest.fixture
async def demo(vault: MemoryVault, journal: MemoryJournal) -> AsyncIterator[Opened]:
    """The demo store, signed in as its super admin."""
    demo_store = DemoStore(None)
    async with (
        aclosing(demo_store),
        opening(DEMO_STORE, vault, journal, asgi=demo_store.app) as open_one,
    ):
        session = open_one.services.session
        await session.restore(kept=False)
        await session.sign_in(DEMO_EMAIL, SecretStr(DEMO_PASSWORD), keep=False)
        assert isinstance(session.state, SignedIn)
        yield Opened(open_one.services, vault, journal)


@pytest.fixture
async def service(store: Store, vault: MemoryVault) -> AsyncIterator[MakeService]:
    """A session service on a computer with this clock, and the naps it takes."""
    clients: list[httpx.AsyncClient] = []
    sessions: list[SessionService] = []

    def make(day: Day) -> tuple[SessionService, Nap]:
        nap = Nap()
        clock = ServerClock(day)
        client = httpx.AsyncClient(verify=ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT), trust_env=False)
        clients.append(client)
        auth = Auth(Transport(client, lambda: store, clock))
        session = SessionService(store, auth, vault, clock, sleep=nap)
        sessions.append(session)
        return session, nap

    yield make
    for session in sessions:
        await session.aclose()  # a refresh may still be under way
    for client in clients:
        await client.aclose()


@asynccontextmanager
async def opening(
    store: Store, vault: SessionVault, journal: MemoryJournal, *, asgi: Asgi | None = None
) -> AsyncIterator[Connection]:
    """An open store, closed at the end with all that is under way."""
    open_one = await open_store(store, vault=vault, journal=memory_journal(journal), asgi=asgi)
    try:
        yield open_one
    finally:
        open_one.services.writes.abandon()
        await open_one.services.writes.settle(60)
        await open_one.aclose()


@pytest.fixture(scope="session")
def seeded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file of a demo store without customers."""
    return asyncio.run(seed(tmp_path_factory.mktemp("seeded")))


@pytest.fixture
async def shop(
    tmp_path: Path, seeded: Path, monkeypatch: pytest.MonkeyPatch
) -> AsyncIterator[Shop]:
    """The demo store without customers, signed in, with a tap on its wire."""
    async with open_shop(tmp_path, seeded, Wiretap(monkeypatch)) as shop:
        yield shop
