"""The demo store as a test's client sees it: through httpx, without a network."""

from collections.abc import AsyncIterator
from typing import Any

import httpx
import pytest

from medusa_console.demo import DemoStore
from medusa_console.domain.store import DEMO_EMAIL, DEMO_PASSWORD
from tests.demo.routes import more_routes

__all__ = ["more_routes"]


class Visitor(httpx.AsyncClient):
    """A client of one demo store that can sign in."""

    def __init__(self, store: DemoStore) -> None:
        transport = httpx.ASGITransport(app=store.app, raise_app_exceptions=False)
        super().__init__(transport=transport, base_url="https://demo.invalid")

    async def sign_in(self, email: str, password: str = DEMO_PASSWORD) -> None:
        body = {"email": email, "password": password}
        answer = await self.post("/auth/user/emailpass", json=body)
        assert answer.status_code == 200
        self.headers["Authorization"] = f"Bearer {answer.json()['token']}"

    async def records(self, path: str, **filters: str) -> list[dict[str, Any]]:
        """All records of a list route."""
        answer = await self.get(path, params={"limit": "1000", **filters})
        assert answer.status_code == 200
        name = next(iter(answer.json()))
        records: list[dict[str, Any]] = answer.json()[name]
        return records


@pytest.fixture
async def store() -> AsyncIterator[DemoStore]:
    store = DemoStore(None)
    yield store
    await store.aclose()


@pytest.fixture
async def maya(store: DemoStore) -> AsyncIterator[Visitor]:
    async with Visitor(store) as visitor:
        await visitor.sign_in(DEMO_EMAIL)
        yield visitor
