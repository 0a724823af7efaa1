"""A wire tap on the demo store: what it was asked, and answers held back, lost or replaced."""

from __future__ import annotations

import asyncio
import json
import re
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from email.utils import formatdate
from typing import Any, Protocol
from urllib.parse import parse_qsl

import pytest
from starlette.types import Message, Receive, Scope, Send

from medusa_console.demo import DemoStore
from medusa_console.demo.answers import cannot

SIGN_IN = "/auth/user/emailpass"
# How many rows a list asks for: a page, and sometimes its neighbour on one or both sides.
PAGES = {"100", "101", "102"}


@dataclass(frozen=True)
class Asked:
    """One request."""

    method: str
    path: str
    query: str
    body: bytes = field(repr=False)
    authorization: str = field(repr=False)

    @property
    def parameters(self) -> dict[str, str]:
        return dict(parse_qsl(self.query))

    @property
    def url(self) -> str:
        return f"{self.path}?{self.query}"


class PassOn(Protocol):
    """`method` takes the place of the one that was asked with."""

    async def __call__(self, receiver: Send, method: str = ...) -> None: ...


@dataclass(frozen=True)
class Exchange:
    """`pass_on` lets the store do its work and answer to the given receiver; `send` answers."""

    asked: Asked
    pass_on: PassOn
    send: Send


Behaviour = Callable[[Exchange], Awaitable[None]]


class Wiretap:
    """Lies between the program and every demo store that is opened meanwhile."""

    def __init__(self, patch: pytest.MonkeyPatch) -> None:
        self.requests: list[Asked] = []
        self._scripts: list[tuple[str, re.Pattern[str], dict[str, str], Behaviour, bool]] = []
        self._session_is_over = False
        whole = DemoStore.app

        async def tapped(store: DemoStore, scope: Scope, receive: Receive, send: Send) -> None:
            await self._answer(store, whole, scope, receive, send)

        patch.setattr(DemoStore, "app", tapped)

    def on(
        self,
        method: str,
        path: str,
        behaviour: Behaviour,
        *,
        once: bool = False,
        parameters: Mapping[str, str] | None = None,
    ) -> None:
        """What becomes of requests to `path` (a pattern) from now on, or of the next one; with
        `parameters`, only of those that ask for these values. Lists are read in the background,
        too: `once` without them may meet such a reading."""
        wanted = dict(parameters or {})
        self._scripts.insert(0, (method, re.compile(path), wanted, behaviour, once))

    def calm(self) -> None:
        """The store answers again as it is."""
        self._scripts.clear()

    def end_session(self) -> None:
        """Every session so far is refused, until the next sign-in."""
        self._session_is_over = True

    def end_session_at(self, method: str, path: str) -> None:
        """As `end_session`, from the next request to `path` on: no other one meets the end first.

        A write that is still being prepared when another request meets the end is sent after the
        sign-in, and succeeds.
        """

        async def end(exchange: Exchange) -> None:
            self.end_session()
            await answer(401, {"message": "Unauthorized"})(exchange)

        self.on(method, path, end, once=True)

    def count(self, method: str, path: str) -> int:
        return len(self.asked(method, path))

    def asked(self, method: str, path: str) -> list[Asked]:
        pattern = re.compile(path)
        return [r for r in self.requests if r.method == method and pattern.fullmatch(r.path)]

    async def _answer(
        self, store: DemoStore, whole: Any, scope: Scope, receive: Receive, send: Send
    ) -> None:
        body = b""
        while True:
            message = await receive()
            body += message.get("body", b"")
            if not message.get("more_body"):
                break
        asked = Asked(
            scope["method"],
            scope["path"],
            scope["query_string"].decode(),
            body,
            dict(scope["headers"]).get(b"authorization", b"").decode(),
        )
        self.requests.append(asked)

        async def again() -> Message:
            return {"type": "http.request", "body": body, "more_body": False}

        async def pass_on(receiver: Send, method: str = asked.method) -> None:
            await whole(store, {**scope, "method": method}, again, receiver)

        exchange = Exchange(asked, pass_on, send)
        if asked.path == SIGN_IN:
            self._session_is_over = False
        if self._session_is_over and any(name == b"authorization" for name, _ in scope["headers"]):
            await answer(401, {"message": "Unauthorized"})(exchange)
        else:
            await self._behaviour(asked)(exchange)

    def _behaviour(self, asked: Asked) -> Behaviour:
        for script in self._scripts:
            method, path, parameters, behaviour, once = script
            asks = parameters.items() <= asked.parameters.items()
            if method == asked.method and path.fullmatch(asked.path) and asks:
                if once:
                    self._scripts.remove(script)
                return behaviour
        return lambda exchange: exchange.pass_on(exchange.send)


def answer(status: int, body: Any) -> Behaviour:
    """This instead of what the store would do."""

    async def behave(exchange: Exchange) -> None:
        headers = [
            (b"content-type", b"application/json"),
            (b"date", formatdate(usegmt=True).encode()),
        ]
        await exchange.send({"type": "http.response.start", "status": status, "headers": headers})
        await exchange.send({"type": "http.response.body", "body": json.dumps(body).encode()})

    return behave


async def unknown_route(exchange: Exchange) -> None:
    """Express's page about a route that the store does not know."""
    page = cannot(exchange.asked.method, exchange.asked.path)
    head = {"type": "http.response.start", "status": 404, "headers": page.raw_headers}
    await exchange.send(head)
    await exchange.send({"type": "http.response.body", "body": page.body})


def held(until: asyncio.Event) -> Behaviour:
    """Not before `until`."""

    async def behave(exchange: Exchange) -> None:
        await until.wait()
        await exchange.pass_on(exchange.send)

    return behave


async def lost(exchange: Exchange) -> None:
    """The store does it; its answer never comes, a proxy's 500 does."""
    await exchange.pass_on(_nowhere)
    await answer(500, {})(exchange)


def blocked(status: int, *, done: bool) -> Behaviour:
    """A firewall's page comes instead of the store's answer; with `done`, the store does it."""

    async def behave(exchange: Exchange) -> None:
        if done:
            await exchange.pass_on(_nowhere)
        head = [(b"content-type", b"text/html"), (b"server", b"cloudflare")]
        await exchange.send({"type": "http.response.start", "status": status, "headers": head})
        await exchange.send({"type": "http.response.body", "body": b"<h1>Attention</h1>"})

    return behave


async def deleted_meanwhile(exchange: Exchange) -> None:
    """Somebody else was faster: what is asked for has just been deleted."""
    await exchange.pass_on(_nowhere, "DELETE")
    await exchange.pass_on(exchange.send)


async def _nowhere(_message: Message) -> None:
    return


broken = answer(500, {"code": "unknown_error", "message": "An unknown error occurred."})
