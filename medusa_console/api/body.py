"""Reads the body of an answer while it arrives, and stops where it gets too long."""

from __future__ import annotations

import asyncio
import zlib
from dataclasses import dataclass
from enum import Enum, auto

import httpx

from medusa_console.domain.bounded import masked

_GZIP_OR_ZLIB = zlib.MAX_WBITS | 32
_UNPACKED = frozenset({"gzip", "x-gzip", "deflate"})
# A part of one byte costs as much as one of kilobytes, which is what servers send.
_PARTS_OF_ANY_SIZE = 2_000
_SMALLEST_PART = 64
_PARTS_AT_ONCE = 200
_LONGEST_NAME = 60
_MARK = b"\xef\xbb\xbf"


class BodyFault(Enum):
    """Why a body was not read to its end, or is of no use."""

    TOO_LONG = auto()
    CRUMBS = auto()
    BROKEN_ENCODING = auto()


@dataclass(frozen=True)
class Body:
    """What was read, unpacked and without a byte order mark; `fault` is None if that is all.

    `encoding` is the `Content-Encoding` that `data` still has, or that is broken; "" for none.
    """

    data: bytes
    fault: BodyFault | None
    encoding: str


async def read_body(response: httpx.Response, most: int) -> Body:
    """The body of `response`, or its first `most` bytes. Raises what httpx raises."""
    encoding = masked(response.headers.get("content-encoding", "").strip(), _LONGEST_NAME)
    packed = encoding.lower() in _UNPACKED
    unpacker = zlib.decompressobj(_GZIP_OR_ZLIB) if packed else None
    data = bytearray()
    fault: BodyFault | None = None
    received = parts = 0
    try:
        async for part in response.aiter_raw():
            parts += 1
            if parts % _PARTS_AT_ONCE == 0:
                await asyncio.sleep(0)  # thousands of small parts may arrive at once
            if fault is not None:
                continue
            received += len(part)
            try:
                room = most + 1 - len(data)
                data += part if unpacker is None else unpacker.decompress(part, room)
            except zlib.error:
                fault = BodyFault.BROKEN_ENCODING
            if received > most or len(data) > most:
                fault = BodyFault.TOO_LONG
            elif parts > _PARTS_OF_ANY_SIZE and received < parts * _SMALLEST_PART:
                fault = BodyFault.CRUMBS
            if fault is not None:
                # Ends the loop from within: leaving it early would abandon httpx's generators.
                await response.aclose()
    except httpx.TransportError:
        if fault is None:
            raise
    if fault is None and unpacker is not None and not unpacker.eof:
        fault = BodyFault.BROKEN_ENCODING
    unpacked = unpacker is not None and fault is None
    left = "" if unpacked or encoding.lower() == "identity" else encoding
    return Body(bytes(data[:most]).removeprefix(_MARK), fault, left)
