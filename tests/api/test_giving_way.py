"""A request that nobody waits for, beside those that somebody waits for."""

from __future__ import annotations

import asyncio
import threading
from typing import Any

from pydantic import SecretStr, TypeAdapter

from medusa_console.api.client import AdminClient
from medusa_console.api.traffic import REST, Traffic
from medusa_console.api.transport import Call
from tests.api.bearers import Fixed
from tests.api.conftest import OpenWire
from tests.faults import server as faults
from tests.faults.server import FaultServer
from tests.ui.standins import Clock, never
from tests.waiting import until

ANYTHING: TypeAdapter[dict[str, Any]] = TypeAdapter(dict[str, Any])
AWAITED = Call("GET", "/admin/customers")
IDLE = Call("GET", "/admin/api-keys", gives_way=True)


async def test_it_begins_when_nothing_was_under_way_for_a_while_and_one_at_a_time(
    server: FaultServer, open_wire: OpenWire
) -> None:
    clock, first, second = Clock(), threading.Event(), threading.Event()
    wire = open_wire(server.origin, traffic=Traffic(clock.value))
    client = AdminClient(wire, Fixed(SecretStr("token")))
    server.on("GET", AWAITED.path, faults.json_answer({}))
    server.on(
        "GET",
        IDLE.path,
        faults.after(first, faults.json_answer({})),
        faults.after(second, faults.json_answer({})),
    )
    await client.call(AWAITED, ANYTHING)
    idle = [asyncio.create_task(client.call(IDLE, ANYTHING)) for _ in range(2)]
    await until(lambda: clock.asleep == 1)
    await clock.advance(REST / 2)
    await client.call(AWAITED, ANYTHING)
    await clock.advance(REST / 2)
    await never(lambda: server.count("GET", IDLE.path), beside=server)
    await clock.advance(REST / 2)
    await until(lambda: server.count("GET", IDLE.path) == 1)
    await never(lambda: server.count("GET", IDLE.path) > 1, beside=server)
    await client.call(AWAITED, ANYTHING)  # waits for neither
    first.set()
    await until(lambda: clock.asleep == 1)
    idle[1].cancel()
    await clock.advance(REST)
    await idle[0]
    await never(lambda: server.count("GET", IDLE.path) > 1, beside=server)


async def test_what_is_no_longer_awaited_holds_up_nothing(
    server: FaultServer, open_wire: OpenWire
) -> None:
    clock = Clock()
    wire = open_wire(server.origin, traffic=Traffic(clock.value))
    client = AdminClient(wire, Fixed(SecretStr("token")))
    server.on("GET", IDLE.path, faults.json_answer({"count": 1}))
    answered = threading.Event()
    server.on("GET", AWAITED.path, faults.after(answered, faults.answer(500)))
    awaited = asyncio.create_task(client.call(AWAITED, ANYTHING))
    await until(lambda: server.count("GET", AWAITED.path) == 1)
    idle = asyncio.create_task(client.call(IDLE, ANYTHING))
    await clock.advance(10 * REST)
    await never(lambda: server.count("GET", IDLE.path), beside=server)
    awaited.cancel()
    await asyncio.wait([awaited])
    await until(lambda: clock.asleep == 1)
    await clock.advance(REST)
    assert (await idle).value == {"count": 1}
