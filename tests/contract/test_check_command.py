"""The command line of the key doctor, run by a real shell at a terminal: it works, and while it
runs no program holds the key in its arguments or its environment. PowerShell's is tested for its
text alone (tests/domain/test_check_command.py)."""

from __future__ import annotations

import asyncio
import os
import pty
import sys
import termios
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from urllib.parse import urlsplit

import httpx
import pytest

from medusa_console.domain.api_key import KeyType
from medusa_console.domain.check_command import in_sh
from medusa_console.domain.key_requests import read_request
from medusa_console.domain.key_slips import Slip
from tests.waiting import until

from .backends import Backend, on, unique
from .making import make_key

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="reads /proc")


def processes() -> dict[str, bytes]:
    """Arguments and environment of every process that may be looked at, by its number."""
    seen: dict[str, bytes] = {}
    for place in Path("/proc").iterdir():
        if place.name.isdigit():
            try:
                seen[place.name] = b"".join(
                    (place / part).read_bytes() for part in ("cmdline", "environ")
                )
            except OSError:
                continue  # it has ended, or is somebody else's
    return seen


@dataclass
class Gate:
    """Stands before a store: holds each request until somebody has looked around."""

    origin: str
    look: Callable[[], object]
    asked: list[bytes] = field(default_factory=list)

    async def pass_on(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        request = await reader.readuntil(b"\r\n\r\n")
        self.asked.append(request)
        self.look()
        place = urlsplit(self.origin)
        store, to_store = await asyncio.open_connection(place.hostname, place.port)
        to_store.write(request.replace(b"\r\n", b"\r\nConnection: close\r\n", 1))
        writer.write(await store.read())
        to_store.close()
        writer.close()


@asynccontextmanager
async def gate(origin: str, look: Callable[[], object]) -> AsyncIterator[tuple[Gate, str]]:
    """A gate before the store at `origin`, and its own address."""
    stands = Gate(origin, look)
    server = await asyncio.start_server(stands.pass_on, "127.0.0.1", 0)
    async with server:
        yield stands, f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"


async def typed(line: str, key: str) -> str:
    """What is seen at a terminal where bash runs `line` and `key` is pasted."""
    ours, theirs = pty.openpty()
    seen = bytearray()
    shell = await asyncio.create_subprocess_exec(
        *("bash", "--norc", "-c", line),
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        env=os.environ | {"KEY": "exported by somebody"},  # so that it would go along
    )
    try:
        await until(lambda: not termios.tcgetattr(theirs)[3] & termios.ECHO)
        os.write(ours, f"{key}\n".encode())
        await shell.wait()
        os.set_blocking(ours, False)
        while True:
            try:
                seen += os.read(ours, 65_536)
            except BlockingIOError:
                break
    finally:
        if shell.returncode is None:
            shell.kill()
            await shell.wait()
        os.close(ours)
        os.close(theirs)
    return seen.decode()


@on("real-plain")
@pytest.mark.parametrize("kind", [KeyType.SECRET, KeyType.PUBLISHABLE], ids=lambda kind: str(kind))
async def test_the_command_line_asks_the_store_and_no_program_holds_the_key(
    backend: Backend, admin: httpx.AsyncClient, kind: KeyType
) -> None:
    made = await make_key(admin, unique(), str(kind))
    key = made["token"]
    looked: list[dict[str, bytes]] = []
    async with gate(backend.place.origin, lambda: looked.append(processes())) as (stands, origin):
        line = in_sh(replace(backend.store, origin=origin), kind)
        seen = await typed(line, key)
        refused = await typed(line, key[:-1])
    assert key.encode() in stands.asked[0], "the store gets it"
    assert key not in seen, "the terminal does not show it"
    for processes_then in looked:
        curl = [told for told in processes_then.values() if told.startswith(b"curl\0")]
        assert any(f"{origin}/".encode() in told for told in curl), "it runs while we look"
        held = [number for number, told in processes_then.items() if key[3:-1].encode() in told]
        assert held == []
    if kind is KeyType.SECRET:
        assert "404" in seen
        assert f"User with id: {made['id']} was not found" in seen
        assert "401" in refused
    else:
        assert "200" in seen
        assert '"regions":' in seen
        assert "400" in refused


@on("real-plain")
async def test_curl_asks_for_a_password_where_no_colon_follows_the_key(
    backend: Backend, admin: httpx.AsyncClient
) -> None:
    key = (await make_key(admin, unique()))["token"]
    line = f"curl -sS -u {key} {backend.place.origin}/admin/users/me"
    seen = await typed(line, "a password")
    assert "password for user" in seen
    assert '{"message":"Unauthorized"}' in seen
    assert read_request(line).slips == (Slip.USER_WITHOUT_COLON,)
    right = line.replace(key, f"{key}:")
    assert read_request(right).slips == ()
    shell = await asyncio.create_subprocess_exec(
        "bash", "-c", right, stdin=asyncio.subprocess.DEVNULL, stdout=asyncio.subprocess.PIPE
    )
    said, _ = await shell.communicate()
    assert b"User with id: apk_" in said
