"""The built-in demo store: an ASGI application inside the program, without port or process.

One worker thread owns the database and does everything that takes time. The caller's thread only
reads the request's body and waits.
"""

import asyncio
import sqlite3
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import timedelta
from email.utils import formatdate
from pathlib import Path
from typing import Any, TypeVar

from starlette.requests import Request
from starlette.types import Receive, Scope, Send

from medusa_console.demo import asgi, seed
from medusa_console.demo.answers import unknown_error
from medusa_console.demo.call import Server
from medusa_console.demo.database import Database
from medusa_console.demo.passing import Passing
from medusa_console.demo.sign_in_page import SignInPage
from medusa_console.demo.stamps import Ids
from medusa_console.demo.tokens import LoginTokens
from medusa_console.demo.ways_in import EMAILPASS, WORKPLACE, WaysIn

T = TypeVar("T")

_ONE_DAY = timedelta(days=1)
WAYS_IN = WaysIn(providers=(EMAILPASS, WORKPLACE))


class DemoStore:
    """The demo store kept in `folder`, or in memory for None.

    Touches no file before the first request or `start`. A login token lives one day. Answers as a
    Medusa with or without role-based access control (`rbac`), and lets admins in as `ways` says.
    """

    def __init__(self, folder: Path | None, *, rbac: bool = True, ways: WaysIn = WAYS_IN) -> None:
        self._folder = folder
        self._rbac = rbac
        self._ways = ways
        self._page = SignInPage()
        self._worker = ThreadPoolExecutor(max_workers=1, thread_name_prefix="demo-store")
        self._server: Server | None = None
        self._closed = False

    async def start(self) -> None:
        """Open the file now instead of at the first request; create it if need be.

        Raises OSError or sqlite3.Error when the folder cannot be used.
        """
        await self._on_worker(self._opened)

    async def reset(self) -> None:
        """Replace everything by the first contents; everybody has to sign in again."""
        await self._on_worker(self._reset)

    async def let_in(self, ways: WaysIn) -> None:
        """From now on admins get in as `ways` says."""
        await self._on_worker(lambda: self._let_in(ways))

    async def events(self, name: str) -> list[dict[str, Any]]:
        """The data of the latest events of this name since the start, the oldest first: what a shop
        would make its mails of."""
        happened = await self._on_worker(lambda: list(self._opened().passing.events))
        return [data for event, data in happened if event == name]

    async def aclose(self) -> None:
        """End the worker thread and the connection. Later calls are answered 503. A second `aclose`
        does nothing."""
        if self._closed:
            return
        self._closed = True
        shut = self._worker.submit(self._shut)
        self._worker.shutdown(wait=False)  # takes no more work, finishes what it has
        await asyncio.shield(asyncio.wrap_future(shut))
        self._worker.shutdown()  # nothing is left to run: this only joins the thread

    async def app(self, scope: Scope, receive: Receive, send: Send) -> None:
        """The ASGI application."""
        request = Request(scope, receive)
        body = await request.body()
        if self._closed:
            response = unknown_error(503).answer()
        else:
            response = await self._on_worker(lambda: asgi.answer(self._opened(), request, body))
        response.headers["Date"] = formatdate(usegmt=True)
        response.headers["X-Powered-By"] = "Express"
        await response(scope, receive, send)

    async def _on_worker(self, work: Callable[[], T]) -> T:
        return await asyncio.wrap_future(self._worker.submit(work))

    def _opened(self) -> Server:
        if self._server is None:
            database = Database(self._folder)
            try:
                if not database.seeded:
                    seed.plant(database)
            except sqlite3.Error:
                database.close()
                raise
            self._server = self._serve(database)
        return self._server

    def _reset(self) -> None:
        database = self._server.database if self._server else Database(self._folder)
        seed.plant(database)
        self._server = self._serve(database)

    def _serve(self, database: Database) -> Server:
        """A server with a new signing key, which accepts no earlier login token."""
        tokens = LoginTokens(_ONE_DAY)
        return Server(database, tokens, Ids(), self._rbac, self._ways, Passing(), self._page)

    def _let_in(self, ways: WaysIn) -> None:
        self._ways = ways
        self._server = replace(self._opened(), ways=ways)

    def _shut(self) -> None:
        self._page.end()
        if self._server is not None:
            self._server.database.close()
            self._server = None
