"""A store under test: how to reach it, who signs in, and what a test may keep there."""

from __future__ import annotations

import asyncio
import uuid
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any, Protocol, TypeVar

import httpx
import pytest

from medusa_console.connect import Asgi
from medusa_console.demo.ways_in import WaysIn
from medusa_console.domain.store import Environment, Store

T = TypeVar("T")

# The stores on which a test runs, as fixtures of conftest with `_` for `-`.
RBAC = ("demo-rbac", "real-rbac")
PLAIN = ("demo-plain", "real-plain")


def on(*stores: str) -> pytest.MarkDecorator:
    """The test runs on these stores."""
    return pytest.mark.parametrize("backend", stores, indirect=True)


# A test without a mark runs on RBAC. It runs without RBAC too where permissions, roles or secret
# keys matter, or where it shows that such a store works at all.
on_rbac = on(*RBAC)
on_plain = on(*PLAIN)
on_documented = on("documented-rbac")
with_and_without_rbac = on(*RBAC, *PLAIN)
in_both_dialects = on(*RBAC, "documented-rbac")
everywhere = on(*RBAC, *PLAIN, "documented-rbac", "documented-plain")


class Aged(Protocol):
    """The login token as it would be had it been given `age` seconds ago for `life` seconds."""

    def __call__(self, token: str, /, *, age: int, life: int) -> str: ...


class Doors(Protocol):
    """How a store lets admins in, besides what it answers."""

    async def let_in(self, ways: WaysIn) -> None:
        """From now on as `ways` says."""

    async def events(self, name: str) -> list[dict[str, Any]]:
        """The data of all events of this name, the oldest first: what a shop makes its mails of."""

    async def visit(self, location: str, email: str | None) -> str:
        """Where a browser is led that opens `location`, where somebody signs in as `email`; None:
        they deny."""


@dataclass(frozen=True)
class Place:
    """One running store; lives as long as the test session.

    `documented` stores speak as the public documentation says. `email` and `password` are the super
    admin's. `aged` makes older or shorter what a sign-in gave. `kept` is what several tests share,
    by name; nobody changes anything that lies there.
    """

    name: str
    rbac: bool
    documented: bool
    origin: str
    email: str
    password: str = field(repr=False)
    asgi: Asgi | None = field(repr=False)
    aged: Aged = field(repr=False)
    doors: Doors = field(repr=False)
    kept: dict[str, Any] = field(repr=False, default_factory=dict)


@dataclass(frozen=True)
class Backend:
    """A `Place` as one test sees it, with connections of its own."""

    place: Place
    transport: httpx.AsyncBaseTransport = field(repr=False)

    @property
    def rbac(self) -> bool:
        return self.place.rbac

    @property
    def email(self) -> str:
        return self.place.email

    @property
    def password(self) -> str:
        return self.place.password

    @property
    def store(self) -> Store:
        """The store as the program's profile would hold it."""
        place = self.place
        return Store("store", place.name, place.origin, Environment.DEVELOPMENT, email=self.email)

    @property
    def http(self) -> httpx.AsyncClient:
        """A client that is nobody."""
        return self.client()

    def client(self, **headers: str) -> httpx.AsyncClient:
        """A client that sends these headers with every request; `_` in a name stands for `-`."""
        return httpx.AsyncClient(
            transport=self.transport,
            base_url=self.place.origin,
            headers={name.replace("_", "-"): value for name, value in headers.items()},
            trust_env=False,
            timeout=60,
        )

    def bearing(self, token: str) -> httpx.AsyncClient:
        """A client that sends this login token."""
        return self.client(authorization=f"Bearer {token}")

    def holding(self, secret_key: str) -> httpx.AsyncClient:
        """A client that sends this secret key, in the only way that works."""
        return self.client(authorization=f"Basic {secret_key}")

    async def sign_in(self, email: str, password: str, actor: str = "user") -> str:
        """A new login token."""
        login = {"email": email, "password": password}
        answer = await self.http.post(f"/auth/{actor}/emailpass", json=login)
        assert answer.status_code == 200
        return str(answer.json()["token"])

    @asynccontextmanager
    async def ways_in(self, ways: WaysIn) -> AsyncIterator[None]:
        """Admins get in as `ways` says; as Medusa has it before and after."""
        await self.place.doors.let_in(ways)
        try:
            yield
        finally:
            await self.place.doors.let_in(WaysIn())

    async def mailed(self, event: str, to: str, number: int = 1) -> dict[str, Any]:
        """What the shop sends to this address at the event of this name, for that many-th time."""
        async with asyncio.timeout(60):
            while True:
                sent = await self.place.doors.events(event)
                theirs = [one for one in sent if one["entity_id"] == to]
                if len(theirs) >= number:
                    return theirs[number - 1]
                await asyncio.sleep(0.01)

    async def once(self, name: str, make: Callable[[], Awaitable[T]]) -> T:
        """What `make` gave the first time in this session on this store: to be looked at only."""
        if name not in self.place.kept:
            self.place.kept[name] = await make()
        kept: T = self.place.kept[name]
        return kept

    async def admin_token(self) -> str:
        """A login token of the super admin, shared by all tests."""
        return await self.once("token", lambda: self.sign_in(self.email, self.password))


def unique() -> str:
    """Twelve letters and digits that nobody else uses: the name of what one test makes."""
    return uuid.uuid4().hex[:12]
