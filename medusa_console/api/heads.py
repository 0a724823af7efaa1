"""Reads the head of an answer before the HTTP library does.

The library gives up at a header line that browsers leave out, and reads announcements (1xx) and
header lines without an end, each as costly as a page. A head is read up to its end here: what
browsers leave out is left out, and what has no end is given up.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable
from importlib.util import find_spec
from typing import Any

import httpcore
import httpx

# The library tries to import it four times a request; while it is not there, each try looks
# through the disk, on the window's thread.
if "sniffio" not in sys.modules and find_spec("sniffio") is None:
    sys.modules["sniffio"] = None  # type: ignore[assignment]  # so Python notes a missing module

_START = b"HTTP/"
_END = re.compile(rb"\n\r?\n")
_ANNOUNCEMENT = re.compile(rb"HTTP/1\.[01] 1(?!01)[0-9][0-9]\b")
_NAME = re.compile(rb"[!#$%&'*+.^_`|~0-9A-Za-z-]+")
_MOST_LINES = 500
_LONGEST = 100 << 10


class CarefulTransport(httpx.AsyncHTTPTransport):
    """httpx's own transport, over connections that read heads with care. No connection outlives
    it, neither one that its pool has forgotten while a request was cancelled nor one that was still
    being made."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self._backend = _Backend(self._pool._network_backend)
        self._pool._network_backend = self._backend  # httpx passes none on to the pool

    async def aclose(self) -> None:
        try:
            await super().aclose()
        finally:
            await self._backend.close()

    async def __aexit__(self, *error: Any) -> None:
        try:
            await super().__aexit__(*error)
        finally:
            await self._backend.close()


class _Backend(httpcore.AsyncNetworkBackend):
    def __init__(self, backend: httpcore.AsyncNetworkBackend) -> None:
        self._backend = backend
        self._open: set[_Stream] = set()
        self._closed = False

    async def connect_tcp(self, *place: Any, **options: Any) -> httpcore.AsyncNetworkStream:
        stream = _Stream(await self._backend.connect_tcp(*place, **options), self._open)
        if self._closed:
            await stream.aclose()
            raise httpcore.ConnectError("closed while connecting")
        return stream

    async def close(self) -> None:
        """Close every connection, and from now on each as soon as it is made."""
        self._closed = True
        for stream in tuple(self._open):
            await stream.aclose()

    async def sleep(self, seconds: float) -> None:
        await self._backend.sleep(seconds)


class _Stream(httpcore.AsyncNetworkStream):
    """After each write, an answer's head is expected. The stream is in `opened` until it is
    closed."""

    def __init__(self, stream: httpcore.AsyncNetworkStream, opened: set[_Stream]) -> None:
        self._stream = stream
        self._head = _Head()
        self._open = opened
        opened.add(self)

    async def read(self, max_bytes: int, timeout: float | None = None) -> bytes:  # noqa: ASYNC109
        while not self._head.complete:
            part = await self._stream.read(max_bytes, timeout)
            if (data := self._head.take(part)) or not part:
                return data
        return await self._stream.read(max_bytes, timeout)

    async def write(self, buffer: bytes, timeout: float | None = None) -> None:  # noqa: ASYNC109
        self._head = _Head()
        await self._stream.write(buffer, timeout)

    async def aclose(self) -> None:
        self._open.discard(self)
        await self._stream.aclose()

    async def start_tls(self, *context: Any, **options: Any) -> httpcore.AsyncNetworkStream:
        encrypted = await self._stream.start_tls(*context, **options)
        self._open.discard(self)  # closing the encrypted stream closes this one
        return _Stream(encrypted, self._open)

    def get_extra_info(self, info: str) -> Any:
        return self._stream.get_extra_info(info)


class _Head:
    """The head of one answer as it arrives. `complete`: everything else belongs to the body."""

    def __init__(self) -> None:
        self.complete = False
        self._data = bytearray()
        self._announced = 0

    def take(self, part: bytes) -> bytes:
        """What the HTTP library shall read, once the head is complete; b"" until then.

        The end of the connection (an empty `part`) completes every head. Raises
        httpcore.RemoteProtocolError for a head that has no end.
        """
        searched = max(0, len(self._data) - 2)
        self._data += part
        start = 0
        while end := _END.search(self._data, max(start, searched)):
            if not _ANNOUNCEMENT.match(self._data, start):
                break
            self._announced += end.end() - start
            start = end.end()
        del self._data[:start]
        if self._announced > _LONGEST:
            raise httpcore.RemoteProtocolError("announcements without an end")
        if end is not None and self._data.startswith(_START):
            return self._all(_tidy(bytes(self._data[: end.end() - start])), end.end() - start)
        # The library says what is wrong with anything else.
        foreign = not _START.startswith(self._data[: len(_START)])
        if not part or len(self._data) > _LONGEST or foreign:
            return self._all()
        return b""

    def _all(self, head: bytes = b"", until: int = 0) -> bytes:
        self.complete = True
        return head + bytes(self._data[until:])


def _tidy(head: bytes) -> bytes:
    """`head` without the lines that are no header fields."""
    status, *lines = (line.removesuffix(b"\r") for line in head.rstrip(b"\r\n").split(b"\n"))
    if len(lines) > _MOST_LINES:
        raise httpcore.RemoteProtocolError("thousands of header lines")
    return b"\r\n".join([status, *_fields(lines)]) + b"\r\n\r\n"


def _fields(lines: Iterable[bytes]) -> Iterable[bytes]:
    kept = False
    for line in lines:
        if line[:1] in (b" ", b"\t"):  # goes on with the line above
            if kept:
                yield line
            continue
        name, colon, value = line.partition(b":")
        name = name.rstrip(b" \t")
        kept = bool(colon and _NAME.fullmatch(name))
        if kept:
            yield name + b":" + value
