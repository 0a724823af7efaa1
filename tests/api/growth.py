"""How many MiB a process grows by when it reads hostile answers: one line of JSON, name → MiB.

A process of its own, because the most memory that a process has ever had never falls. Linux only.
"""

from __future__ import annotations

import asyncio
import json
import sys
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

from pydantic import SecretStr

from medusa_console.api.api_keys import ApiKeys
from medusa_console.api.auth import Auth
from medusa_console.api.client import AdminClient
from medusa_console.api.transport import Transport
from medusa_console.connect import network_client, tls_context
from medusa_console.domain.clock import ServerClock
from medusa_console.domain.errors import NotMedusa
from medusa_console.domain.query import KeyQuery
from tests.api.bearers import Fixed
from tests.api.conftest import store_at
from tests.faults import server as faults
from tests.faults.server import FaultServer

KEYS = "/admin/api-keys"
PROVIDERS = "/auth/user/providers"
PROVIDER = '{"id":"x","display_name":5}' + ',{"id":5}' * 25_000
SHORT = {
    "numbers": "0," * 120_000 + "0",
    "empty objects": "{}," * 80_000 + "{}",
    "numbers in objects": PROVIDER,
    "nulls": "null," * 50_000 + "null",
}
LONG = {
    "rows of empty objects": "{}," * 1_000_000 + "{}",
    "rows of numbers": "0," * 4_000_000 + "0",
    "rows of texts": '"",' * 2_000_000 + '""',
    "rows of arrays": "[]," * 2_000_000 + "0",
    "rows of small rows": '{"id":"x"},' * 700_000 + "{}",
    "deep rows": "[" * 4_000_000,
    "one text": '"' + "x" * 8_000_000 + '"',
    "escapes": '"' + '\\"' * 4_000_000 + '"',
    "quotation marks": '"' * 8_000_000,
}


def most() -> int:
    """The most memory that this process has ever had, in KiB. Not `ru_maxrss`, which begins with
    what the parent had."""
    told = Path("/proc/self/status").read_text()
    return next(int(line.split()[1]) for line in told.splitlines() if line.startswith("VmHWM:"))


async def main() -> None:
    client = network_client(tls_context(), None)
    grown: dict[str, float] = {}
    with FaultServer() as server:
        wire = Transport(client, lambda: store_at(server.origin), ServerClock())
        keys = ApiKeys(AdminClient(wire, Fixed(SecretStr("t"))))

        async def read(name: str, ask: Callable[[], Awaitable[Any]]) -> None:
            before = most()
            try:
                await ask()
            except NotMedusa:
                grown[name] = (most() - before) / 1024

        for name, rows in SHORT.items():
            body = f'{{"providers":[{rows}]}}'.encode()
            assert len(body) < 256 << 10
            server.on("GET", PROVIDERS, faults.answer(200, body))
            await read(name, lambda: Auth(wire).providers())
        for name, rows in LONG.items():
            body = f'{{"count":1,"api_keys":[{rows}]}}'.encode()
            assert len(body) < 8 << 20
            server.on("GET", KEYS, faults.answer(200, body))
            await read(name, lambda: keys.find(KeyQuery(), offset=0, limit=100))
    await client.aclose()
    sys.stdout.write(json.dumps(grown))


if __name__ == "__main__":
    asyncio.run(main())
