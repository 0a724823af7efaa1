"""The wire as the program builds it, against a server on this computer that misbehaves."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import AsyncIterator, Iterator
from typing import Any, Protocol

import httpx
import pytest

from medusa_console.api.transport import Transport
from medusa_console.connect import network_client, tls_context
from medusa_console.domain.clock import ServerClock
from medusa_console.domain.store import Environment, ProxyKind, Store
from tests.faults.server import FaultServer


class OpenWire(Protocol):
    """`read_limit` is httpx's own limit for one read, in seconds; the rest goes to Wire."""

    def __call__(
        self, origin: str, *, read_limit: float = ..., proxy: str | None = ..., **limits: Any
    ) -> Transport: ...


def store_at(origin: str, **fields: Any) -> Store:
    """A store of that address, as it is after an edit."""
    return Store("store", "Northwind EU", origin, Environment.DEVELOPMENT, **fields)


@pytest.fixture(autouse=True)
def steady_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """A connection that nobody uses stays open, however slow the machine is, and that there is no
    such name is said at once: a real resolver may ask around for longer than the program waits."""
    lasting = httpx.Limits(max_connections=8, keepalive_expiry=60)
    monkeypatch.setattr("medusa_console.connect._LIMITS", lasting)
    look_up = socket.getaddrinfo

    def resolve(host: Any, *rest: Any, **more: Any) -> Any:
        name = host.decode() if isinstance(host, bytes) else str(host)
        if name.endswith(".invalid"):
            raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")
        return look_up(host, *rest, **more)

    monkeypatch.setattr(socket, "getaddrinfo", resolve)


@pytest.fixture
def server() -> Iterator[FaultServer]:
    with FaultServer() as server:
        yield server


@pytest.fixture
def clock() -> ServerClock:
    return ServerClock()


@pytest.fixture(autouse=True)
def no_pause() -> None:
    """The program asks for its own pauses here, and the wire makes none; see `pauses`."""


@pytest.fixture
def pauses() -> list[float]:
    """The pauses that the wire asked for, in seconds; none was made."""
    return []


@pytest.fixture
async def open_wire(clock: ServerClock, pauses: list[float]) -> AsyncIterator[OpenWire]:
    clients: list[httpx.AsyncClient] = []

    async def sleep(seconds: float) -> None:
        pauses.append(seconds)

    def make(
        origin: str, *, read_limit: float = 60, proxy: str | None = None, **limits: Any
    ) -> Transport:
        client = network_client(tls_context(), httpx.Proxy(proxy) if proxy else None)
        client.timeout = httpx.Timeout(60, read=read_limit)
        clients.append(client)
        limits.setdefault("latest", lambda: store_at(origin))
        kind = ProxyKind.OWN if proxy else ProxyKind.NONE
        return Transport(client, clock=clock, proxy=kind, sleep=sleep, **limits)

    yield make
    await asyncio.gather(*(client.aclose() for client in clients))


@pytest.fixture
def wire(server: FaultServer, open_wire: OpenWire) -> Transport:
    return open_wire(server.origin)
