"""The ways into both kinds of stores: switched, and gone."""

from __future__ import annotations

import asyncio
import ssl
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qs, urlsplit

import httpx

from medusa_console.demo import DemoStore
from medusa_console.demo.ways_in import WaysIn
from tests.real_medusa import MedusaServer, Person


@dataclass(frozen=True)
class DemoDoors:
    """Of a demo store."""

    store: DemoStore

    async def let_in(self, ways: WaysIn) -> None:
        await self.store.let_in(ways)

    async def events(self, name: str) -> list[dict[str, Any]]:
        return await self.store.events(name)

    async def visit(self, location: str, email: str | None) -> str:
        """The page has buttons for those it knows, and a line for everybody else."""
        asked = {name: one[0] for name, one in parse_qs(urlsplit(location).query).items()}
        async with httpx.AsyncClient(trust_env=False) as browser:
            page = await browser.get(location)
            assert page.status_code == 200
            next_ = "/deny" if email is None else "/continue"
            answer = await browser.get(page.url.join(next_), params=asked | {"email": email or ""})
        return str(answer.headers["location"])


@dataclass(frozen=True)
class RealDoors:
    """Of a real Medusa."""

    server: MedusaServer

    async def let_in(self, ways: WaysIn) -> None:
        await asyncio.to_thread(self.server.let_in, ways)

    async def events(self, name: str) -> list[dict[str, Any]]:
        return self.server.events(name)

    async def visit(self, location: str, email: str | None) -> str:
        """The page asks nothing: whoever opens it is the one it has been told of."""
        workplace = self.server.workplace
        workplace.person = Person(email, email, name=email) if email else None
        trusting = ssl.create_default_context(cafile=str(workplace.trust_file))
        async with httpx.AsyncClient(verify=trusting, trust_env=False) as browser:
            answer = await browser.get(location)
        return str(answer.headers["location"])
