"""How long a hostile answer holds up the window, and how much memory it takes.

    python -m benchmarks.hostile

Each answer comes from a server in another process, to the program's own wire on Qt's event loop.
Linux only.
"""

from __future__ import annotations

import asyncio
import json
import logging
import multiprocessing
import os
import sys
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

import qasync
from pydantic import SecretStr
from PySide6.QtWidgets import QApplication

from benchmarks.stalls import StallWatch
from medusa_console.api.api_keys import ApiKeys
from medusa_console.api.auth import Auth
from medusa_console.api.client import AdminClient
from medusa_console.api.customers import Customers
from medusa_console.api.transport import Transport
from medusa_console.connect import network_client, tls_context
from medusa_console.domain.clock import ServerClock
from medusa_console.domain.errors import ConsoleError
from medusa_console.domain.query import KeyQuery
from medusa_console.ui.kit.label import PlainLabel
from tests.api.bearers import Fixed
from tests.api.conftest import store_at
from tests.faults import server as faults
from tests.faults.medusa import CUSTOMER_ID, customer_record, key_record
from tests.faults.server import Behaviour, Exchange, FaultServer

KEYS = "/admin/api-keys"
PROVIDERS = "/auth/user/providers"
GROUPS = "/admin/customer-groups"
ONE_CUSTOMER = f"/admin/customers/{CUSTOMER_ID}"
GOAL_STALL, GOAL_MEMORY = 100, 100


@dataclass(frozen=True)
class Case:
    """`behaviour` is the server's answer at `path`."""

    name: str
    path: str
    behaviour: Callable[[], Behaviour]


def body(text: str) -> Callable[[], Behaviour]:
    return lambda: faults.answer(200, text.encode())


def rows(*records: dict[str, Any], many: str = "api_keys") -> Callable[[], Behaviour]:
    return body(json.dumps({many: records, "count": len(records)}))


def chunks(part: bytes) -> Callable[[], Behaviour]:
    """A body of such parts that does not end."""

    def behave(exchange: Exchange) -> None:
        exchange.send(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n")
        while not exchange.closing.is_set():
            exchange.send(b"%x\r\n%b\r\n" % (len(part), part) * 5_000)

    return lambda: behave


def announcements(exchange: Exchange) -> None:
    """Answers that only announce one, without an end."""
    while not exchange.closing.is_set():
        exchange.send(b"HTTP/1.1 100 Continue\r\n\r\n" * 2_000)


def titled(title: str, count: int = 100) -> list[dict[str, Any]]:
    return [key_record(id=f"apk_{n}", title=title) for n in range(count)]


CHANNELS = [{"id": f"sc_{n}", "name": f"Channel {n}"} for n in range(600)]
LONG_CUSTOMER = customer_record(
    **dict.fromkeys(("first_name", "last_name", "company_name", "phone"), "x" * 99_000)
)
# Each word may be base64 of a key's prefix, in several layers of escapes; the last one is a key.
ODD, HIDDEN = "c2tfAAAAAAAAAAAA%252525 ", "sk%5Fdeadbeefdead"
CASES = [
    Case("numbers for providers", PROVIDERS, body('{"providers":[' + "0," * 120_000 + "0]}")),
    Case("a provider's name of 200 kB", PROVIDERS,
         body(json.dumps({"providers": [{"id": "x", "display_name": "x" * 200_000}]}))),
    Case("10,000 providers", PROVIDERS,
         body(json.dumps({"providers": [{"id": f"p{n}"} for n in range(10_000)]}))),
    Case("a refusal of eyJeyJ…", PROVIDERS,
         lambda: faults.refusal(400, "eyJ" * 20_000, "invalid_data")),
    Case("a refusal of brackets", PROVIDERS, lambda: faults.answer(400, b"[" * 64_000)),
    Case("chunks of one byte", PROVIDERS, chunks(b" ")),
    Case("endless announcements", PROVIDERS, lambda: announcements),
    Case("15,000 header lines", PROVIDERS, lambda: faults.raw(
        b"HTTP/1.1 200 OK\r\n" + b"a:bcd\r\n" * 14_000 + b"\r\n")),
    Case("a million empty rows", KEYS, body('{"count":1,"api_keys":[' + "{}," * 10**6 + "{}]}")),
    Case("four million numbers", KEYS, body('{"count":1,"api_keys":[' + "0," * 4 * 10**6 + "0]}")),
    Case("two million texts", KEYS, body('{"count":1,"api_keys":[' + '"",' * 2 * 10**6 + "0]}")),
    Case("8 MB of escapes", KEYS, body('{"count":1,"api_keys":["' + '\\"' * 4 * 10**6 + '"]}')),
    Case("8 MB of brackets", KEYS, body('{"count":1,"api_keys":' + "[" * 8 * 10**6)),
    Case("150,000 values of no use", KEYS,
         body('{"count":0,"api_keys":[],"more":[' + "{}," * 75_000 + "0]}")),
    Case("100 titles of 80,000 x", KEYS, rows(*titled("x" * 80_000))),
    Case("80 titles of 33,000 eyJ", KEYS, rows(*titled("eyJ" * 33_000, 80))),
    Case("80 titles of 33,000 sk_", KEYS, rows(*titled("sk_" * 33_000, 80))),
    Case("100 titles of 17 odd words", KEYS, rows(*titled(ODD * 17 + HIDDEN))),
    Case("80 titles of 4,000 odd words", KEYS, rows(*titled(ODD * 4_000 + HIDDEN, 80))),
    Case("a title of 2,500 odd words", KEYS, rows(*titled(ODD * 2_500 + HIDDEN, 1))),
    Case("a title of 8 MB", KEYS, rows(key_record(title="x" * 8_000_000))),
    Case("100 keys with 600 channels", KEYS,
         rows(*(key_record(id=f"apk_{n}", sales_channels=CHANNELS) for n in range(100)))),
    Case("100,000 ids", KEYS + "?ids", rows(*({"id": f"apk_01M{n:023}"} for n in range(100_000)))),
    Case("10,000 groups", GROUPS, rows(
        *({"id": f"cusgroup_{n}", "name": f"Group {n}"} for n in range(10_000)),
        many="customer_groups")),
    Case("a customer of 400 kB", ONE_CUSTOMER, body(json.dumps({"customer": LONG_CUSTOMER}))),
]  # fmt: skip
LABELS = {
    "a label of 200,000 x": "x" * 200_000,
    "a label of 40,000 words": "word " * 40_000,
    "a label of 100,000 lines": "x\n" * 100_000,
    "a label of 200,000 invisible": "\u202e" * 200_000,
}


def serve(pipe: Connection) -> None:
    """A server for one case after the other, until the pipe closes."""
    with FaultServer() as server:
        pipe.send(server.origin)
        while (number := pipe.recv()) is not None:
            case = CASES[number]
            server.on("GET", case.path.partition("?")[0], case.behaviour())
            pipe.send(True)


def ask(wire: Transport, path: str) -> Awaitable[Any]:
    """What the program asks at `path`."""
    admin = AdminClient(wire, Fixed(SecretStr("t")))
    match path:
        case "/auth/user/providers":
            return Auth(wire).providers()
        case "/admin/customer-groups":
            return Customers(admin).groups()
        case "/admin/api-keys":
            return ApiKeys(admin).find(KeyQuery(), offset=0, limit=100)
        case "/admin/api-keys?ids":
            return ApiKeys(admin).order(KeyQuery())
        case _:
            return Customers(admin).get(CUSTOMER_ID)


def memory(name: str) -> float:
    """`VmRSS`, or `VmHWM`, the most since `forget_most`; in MiB."""
    for line in Path("/proc/self/status").read_text().splitlines():
        if line.startswith(f"{name}:"):
            return int(line.split()[1]) / 1024
    raise RuntimeError("the system does not tell the memory of a process")


def forget_most() -> None:
    Path("/proc/self/clear_refs").write_text("5")


class Table:
    """Measures one thing after the other, and writes a line about each."""

    def __init__(self, watch: StallWatch) -> None:
        self._watch = watch
        self.stall = self.grown = 0.0

    async def measure(self, name: str, work: Callable[[], Awaitable[str]]) -> None:
        await asyncio.sleep(0.05)
        forget_most()
        before, began = memory("VmRSS"), time.perf_counter()
        self._watch.stalls.clear()
        self._watch.resume()
        outcome = await work()
        await asyncio.sleep(0.05)
        took = time.perf_counter() - began - 0.05
        stall, grown = self._watch.longest.seconds * 1000, memory("VmHWM") - before
        busy = max(one.busy for one in self._watch.stalls) * 1000
        self.stall, self.grown = max(self.stall, stall), max(self.grown, grown)
        line = f"{name:32}{stall:9.0f}{busy:9.0f}{grown:8.0f}{took:8.1f}   {outcome}"
        sys.stdout.write(line + "\n")
        sys.stdout.flush()


async def main(app: QApplication) -> None:
    spawning = multiprocessing.get_context("spawn")
    pipe, theirs = spawning.Pipe()
    server = spawning.Process(target=serve, args=(theirs,), daemon=True)
    server.start()
    origin = pipe.recv()
    client = network_client(tls_context(), None)
    watch = StallWatch(app)
    table = Table(watch)
    sys.stdout.write(f"{'':32}{'stall ms':>9}{'busy ms':>9}{'MiB':>8}{'s':>8}\n")
    for number, case in enumerate(CASES):
        pipe.send(number)
        pipe.recv()
        wire = Transport(client, lambda: store_at(origin), ServerClock())

        async def read(wire: Transport = wire, path: str = case.path) -> str:
            try:
                await ask(wire, path)
            except ConsoleError as error:
                return str(error).partition(": ")[2][:60] or type(error).__name__
            return "read"

        await table.measure(case.name, read)
    for name, text in LABELS.items():
        for wrap in (False, True):

            async def show(text: str = text, wrap: bool = wrap) -> str:
                label = PlainLabel(text, wrap=wrap)
                label.resize(400, 300)
                label.show()
                await asyncio.sleep(0.05)
                label.hide()
                label.deleteLater()
                return "wrapped" if wrap else "in one line"

            await table.measure(name, show)
    watch.stop()
    pipe.send(None)
    await client.aclose()
    sys.stdout.write(
        f"\nlongest stall {table.stall:.0f} ms (goal {GOAL_STALL}), "
        f"most memory {table.grown:.0f} MiB (goal {GOAL_MEMORY})\n"
    )


if __name__ == "__main__":
    logging.disable(logging.WARNING)
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QApplication([])
    with asyncio.Runner(loop_factory=lambda: qasync.QEventLoop(application)) as runner:
        runner.run(main(application))
