"""The stores on which the tests of the contract run: real ones, and demo stores."""

from __future__ import annotations

import asyncio
import ssl
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager

import httpx
import pytest

from medusa_console.demo import DemoStore
from medusa_console.demo.ways_in import WaysIn
from medusa_console.domain.store import DEMO_EMAIL, DEMO_ORIGIN, DEMO_PASSWORD
from medusa_console.services.store_services import StoreServices
from tests.demo.documented import Documented
from tests.demo.routes import more_routes
from tests.real_medusa import MedusaServer
from tests.real_medusa.server import aged

from .backends import RBAC, Backend, Place
from .desks import opened
from .doors import DemoDoors, RealDoors
from .family import Family, make_family

__all__ = ["more_routes"]


def pytest_itemcollected(item: pytest.Item) -> None:
    """Tests on a real Medusa say so before the run, so that it is prepared before the first."""
    if isinstance(item, pytest.Function) and hasattr(item, "callspec"):
        name = str(item.callspec.params.get("backend", ""))
        if name.startswith("real"):
            item.fixturenames = [*item.fixturenames, "medusa_cluster"]


@contextmanager
def demo(name: str, *, rbac: bool, documented: bool = False) -> Iterator[Place]:
    store = DemoStore(None, rbac=rbac, ways=WaysIn())

    def age(token: str, *, age: int, life: int) -> str:
        assert store._server is not None, "it has given no token yet"
        return aged(token, store._server.tokens._secret, age=age, life=life)

    app = Documented(store.app).app if documented else store.app
    try:
        admin = (DEMO_EMAIL, DEMO_PASSWORD)
        yield Place(name, rbac, documented, DEMO_ORIGIN, *admin, app, age, DemoDoors(store))
    finally:
        asyncio.run(store.aclose())


def real(name: str, server: MedusaServer) -> Place:
    admin = (server.email, server.password)
    doors = RealDoors(server)
    return Place(
        name, server.rbac, False, server.base_url, *admin, None, server.aged, doors, server.kept
    )


@pytest.fixture(scope="session")
def demo_rbac() -> Iterator[Place]:
    with demo("demo-rbac", rbac=True) as place:
        yield place


@pytest.fixture(scope="session")
def demo_plain() -> Iterator[Place]:
    with demo("demo-plain", rbac=False) as place:
        yield place


@pytest.fixture(scope="session")
def documented_rbac() -> Iterator[Place]:
    with demo("documented-rbac", rbac=True, documented=True) as place:
        yield place


@pytest.fixture(scope="session")
def documented_plain() -> Iterator[Place]:
    with demo("documented-plain", rbac=False, documented=True) as place:
        yield place


@pytest.fixture(scope="session")
def real_rbac(medusa_rbac: MedusaServer) -> Place:
    return real("real-rbac", medusa_rbac)


@pytest.fixture(scope="session")
def real_plain(medusa_plain: MedusaServer) -> Place:
    return real("real-plain", medusa_plain)


@pytest.fixture(params=RBAC)
async def backend(request: pytest.FixtureRequest) -> AsyncIterator[Backend]:
    """The store that the test's parameter names, reached over connections of its own."""
    place: Place = request.getfixturevalue(request.param.replace("-", "_"))
    transport: httpx.AsyncBaseTransport
    if place.asgi is not None:
        transport = httpx.ASGITransport(app=place.asgi, raise_app_exceptions=False)
    else:
        # Plain http: an empty context spares the reading of the machine's certificates.
        transport = httpx.AsyncHTTPTransport(verify=ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT))
    async with transport:
        yield Backend(place, transport)


@pytest.fixture
async def admin(backend: Backend) -> httpx.AsyncClient:
    """The super admin of the store this test runs on."""
    return backend.bearing(await backend.admin_token())


@pytest.fixture
async def family(backend: Backend) -> Family:
    """Seven keys of every type and state; changed by nobody."""
    return await make_family(backend)


@pytest.fixture
async def services(backend: Backend) -> AsyncIterator[StoreServices]:
    """The super admin's desk in the program itself."""
    async with opened(backend, await backend.admin_token()) as services:
        yield services
