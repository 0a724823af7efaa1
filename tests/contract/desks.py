"""The program's own client, opened on a store under test."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime

import httpx
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import Message, Receive, Scope, Send

from medusa_console.connect import Asgi, open_store
from medusa_console.domain.api_key import KeyType, PendingKey
from medusa_console.domain.session import read_session
from medusa_console.services.store_services import StoreServices
from tests.services.ports import MemoryJournal, MemoryVault, memory_journal

from .backends import Backend, unique


@asynccontextmanager
async def opened(
    backend: Backend, token: str = "", email: str = "", *, asgi: Asgi | None = None
) -> AsyncIterator[StoreServices]:
    """The desk of this store, signed in with a kept session if a token is given."""
    vault, journal = MemoryVault(), MemoryJournal()
    store, asgi = backend.store, asgi or backend.place.asgi
    if token:
        session = read_session(token, origin=store.origin, email=email or store.email)
        vault.kept[store.origin, store.email] = session
    open_ = await open_store(store, vault=vault, journal=memory_journal(journal), asgi=asgi)
    try:
        await open_.services.session.restore(kept=True)
        yield open_.services
    finally:
        await open_.aclose()


@dataclass(frozen=True)
class Tap:
    """Stands between the client and the store, and writes down what goes through."""

    backend: Backend
    calls: list[tuple[httpx.Request, httpx.Response]] = field(default_factory=list)

    async def app(self, scope: Scope, receive: Receive, send: Send) -> None:
        """The ASGI application to open a desk on."""
        incoming = Request(scope, receive)
        request = self.backend.http.build_request(
            incoming.method,
            scope["raw_path"].decode() + (f"?{incoming.url.query}" if incoming.url.query else ""),
            headers=[pair for pair in incoming.headers.raw if pair[0] != b"host"],
            content=await incoming.body(),
        )
        answer = await self.backend.http.send(request)
        self.calls.append((request, answer))
        await Response(answer.content, answer.status_code, dict(answer.headers))(
            scope, receive, send
        )


def pending(services: StoreServices, title: str, bound: datetime | None) -> PendingKey:
    """The line of a secret key's creation that starts now and whose answer gets lost."""
    return PendingKey(
        id=unique(),
        origin=services.store.origin,
        user_id=services.session.user_id,
        title=title,
        type=KeyType.SECRET,
        started_at=services.clock.now(),
        newest_before=bound,
    )


async def _into_the_void(_message: Message) -> None:
    pass


@dataclass(frozen=True)
class Losing(Tap):
    """A tap that hands on what is asked at `path`, and throws the first answer away."""

    path: str = ""

    async def app(self, scope: Scope, receive: Receive, send: Send) -> None:
        """The ASGI application to open a desk on."""
        lost = scope["path"] == self.path and self.path not in [
            request.url.path for request, _ in self.calls
        ]
        await super().app(scope, receive, _into_the_void if lost else send)
        if lost:
            await Response(status_code=502)(scope, receive, send)
