"""A connection to a server that can be cut and mended, under an address that stays."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from urllib.parse import urlsplit

_HERE = "127.0.0.1"


class Cable:
    """Carries bytes to `base_url`; comes from `cable`."""

    def __init__(self, base_url: str) -> None:
        address = urlsplit(base_url)
        self._there = (address.hostname, address.port)
        self._port = 0
        self._server: asyncio.Server | None = None
        self._talks: set[asyncio.Task[None]] = set()
        self.asked = bytearray()  # all that went to the server

    @property
    def origin(self) -> str:
        """Where to connect to."""
        return f"http://{_HERE}:{self._port}"

    async def mend(self) -> None:
        """Carry connections from now on."""
        self._server = await asyncio.start_server(self._carry, _HERE, self._port)
        self._port = self._server.sockets[0].getsockname()[1]

    async def cut(self) -> None:
        """End all connections, and refuse new ones."""
        if self._server is not None:
            self._server.close()
            self._server = None
        for talk in self._talks:
            talk.cancel()
        await asyncio.gather(*self._talks, return_exceptions=True)

    async def _carry(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        talk = asyncio.current_task()
        assert talk is not None
        self._talks.add(talk)
        there_reader, there_writer = await asyncio.open_connection(*self._there)
        try:
            async with asyncio.TaskGroup() as both_ways:
                both_ways.create_task(_pump(reader, there_writer, self.asked))
                both_ways.create_task(_pump(there_reader, writer, bytearray()))
        except* ConnectionError:
            pass  # one end has gone, which is what the other now learns
        finally:
            writer.transport.abort()
            there_writer.transport.abort()
            self._talks.discard(talk)


@asynccontextmanager
async def cable(base_url: str) -> AsyncIterator[Cable]:
    """A cable to the server at `base_url`, connected."""
    own = Cable(base_url)
    await own.mend()
    try:
        yield own
    finally:
        await own.cut()


async def _pump(
    reader: asyncio.StreamReader, writer: asyncio.StreamWriter, seen: bytearray
) -> None:
    while data := await reader.read(1 << 16):
        seen += data
        writer.write(data)
        await writer.drain()
    raise ConnectionResetError
