"""Waits on a port of this computer for the one request with which a browser is led back."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from contextlib import suppress
from typing import Final
from urllib.parse import parse_qsl, urlsplit

from medusa_console.domain.provider_page import CALLBACK_PATH

log = logging.getLogger(__name__)

Query = tuple[tuple[str, str], ...]

_HOST: Final = "127.0.0.1"
_LONGEST_HEAD: Final = 16_384
_SECONDS: Final = 10.0
_MOST_CONNECTIONS: Final = 16
_MOST_PARAMETERS: Final = 50


async def listen(accepts: Callable[[Query], bool], goodbye: str) -> LoopbackCallback:
    """As ports.Listen. No other computer reaches the port."""
    callback = LoopbackCallback(accepts, goodbye)
    await callback.open()
    return callback


class LoopbackCallback:
    """Implements ports.Callback. Answers GET of CALLBACK_PATH alone, reads no body, and serves
    nothing. Whoever talks longer than some seconds, or is one too many, is cut off."""

    def __init__(self, accepts: Callable[[Query], bool], goodbye: str) -> None:
        self._accepts = accepts
        self._goodbye = goodbye
        self._arrived: asyncio.Future[Query] = asyncio.get_running_loop().create_future()
        self._server: asyncio.Server | None = None
        self._connections: set[asyncio.Task[None]] = set()
        self._silent: set[asyncio.StreamWriter] = set()  # that have not asked for anything yet
        self._port = 0

    async def open(self) -> None:
        """Open the port; raises OSError."""
        self._server = await asyncio.start_server(self._serve, _HOST, 0, limit=_LONGEST_HEAD)
        self._port = self._server.sockets[0].getsockname()[1]

    @property
    def address(self) -> str:
        """As in ports.Callback."""
        return f"http://{_HOST}:{self._port}{CALLBACK_PATH}"

    async def arrival(self) -> Query:
        """As in ports.Callback."""
        return await asyncio.shield(self._arrived)

    async def aclose(self) -> None:
        """As in ports.Callback; an answer that is being sent is still sent."""
        if self._server is not None:
            self._server.close()
        # Browsers open connections in advance; nobody waits for those.
        for writer in self._silent:
            writer.close()
        if self._connections:
            await asyncio.wait(self._connections, timeout=_SECONDS)

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        if task is None or len(self._connections) >= _MOST_CONNECTIONS:
            writer.close()
            return
        self._connections.add(task)
        self._silent.add(writer)
        try:
            async with asyncio.timeout(_SECONDS):
                head = await reader.readuntil(b"\r\n\r\n")
                self._silent.discard(writer)
                writer.write(self._answer(head))
                await writer.drain()
        except (TimeoutError, OSError, asyncio.IncompleteReadError, asyncio.LimitOverrunError):
            log.info("a connection to the port for the browser came to nothing")
        finally:
            self._connections.discard(task)
            self._silent.discard(writer)
            writer.close()
            with suppress(OSError):
                await writer.wait_closed()

    def _answer(self, head: bytes) -> bytes:
        lines = head.decode("latin-1").split("\r\n")
        method, _, rest = lines[0].partition(" ")
        target = rest.partition(" ")[0]
        hosts = [
            value.strip()
            for name, _, value in (line.partition(":") for line in lines[1:])
            if name.lower() == "host"
        ]
        # Any other name for this computer was given to it by somebody else's name server.
        if method != "GET" or hosts != [f"{_HOST}:{self._port}"]:
            return _response(404, "")
        query = _query_of(target)
        if query is None:
            return _response(404, "")
        if self._arrived.done() or not self._accepts(query):
            return _response(400, "")
        self._arrived.set_result(query)
        return _response(200, self._goodbye)


def _query_of(target: str) -> Query | None:
    """The query of a request to CALLBACK_PATH; None for another path, or what cannot be read."""
    try:
        parts = urlsplit(target)
        if parts.scheme or parts.netloc or parts.path != CALLBACK_PATH:
            return None
        return tuple(
            parse_qsl(parts.query, keep_blank_values=True, max_num_fields=_MOST_PARAMETERS)
        )
    except ValueError:
        return None


def _response(status: int, text: str) -> bytes:
    body = text.encode()
    reasons = {200: "OK", 400: "Bad Request", 404: "Not Found"}
    lines = (
        f"HTTP/1.1 {status} {reasons[status]}",
        "Content-Type: text/plain; charset=utf-8",
        f"Content-Length: {len(body)}",
        "Cache-Control: no-store",
        "Referrer-Policy: no-referrer",
        "X-Content-Type-Options: nosniff",
        "Connection: close",
    )
    return "\r\n".join((*lines, "", "")).encode() + body
