"""Measures many keys at once against a real Medusa, in turns with the same requests bare.

    python -m benchmarks.many_keys

Prints what README.md tells. PERF_ROUNDS says how often to measure (2), PERF_OUT names the file for
the JSON object. The whole program runs, offscreen; a second client keeps listing meanwhile.
"""

from __future__ import annotations

import asyncio
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import httpx
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton

from benchmarks import qt_loop
from benchmarks.seed import KEYS
from benchmarks.stalls import Stall, StallWatch
from medusa_console import clock
from medusa_console.domain.key_bulk import BulkAction
from medusa_console.services.bulk import AT_ONCE, RunState
from medusa_console.services.store_services import StoreServices
from medusa_console.vault.key_entries import KeyringKeyEntries
from medusa_console.vault.keyring import Keyring
from medusa_console.vault.proxies import KeyringProxyPasswords
from medusa_console.vault.sessions import KeyringSessions
from tests.real_medusa import cluster
from tests.real_medusa.server import MedusaServer
from tests.system import MemoryKeyring
from tests.ui.driving import CTRL, Program
from tests.ui.northwind import connect
from tests.ui.standins import Clock
from tests.waiting import until

_MANY = 500
_EVERY = 20_000


class _Real(Clock):
    """The computer's own time, and what a person looks at a button before a press."""

    def __init__(self) -> None:
        super().__init__()
        self.value = clock.Clock(lambda: clock.steady_seconds() + self.now())


def _ids(begin: int) -> list[str]:
    return [f"apk_seed{number:020}" for number in range(begin, begin + _MANY)]


async def _bare(server: MedusaServer, ids: Sequence[str]) -> float:
    """Keys a second, revoked by httpx alone."""
    turns = asyncio.Semaphore(AT_ONCE)
    async with httpx.AsyncClient(base_url=server.base_url, trust_env=False, timeout=60) as client:
        login = {"email": server.email, "password": server.password}
        token = (await client.post("/auth/user/emailpass", json=login)).json()["token"]
        client.headers["authorization"] = f"Bearer {token}"

        async def revoke(key_id: str) -> None:
            async with turns:
                answer = await client.post(f"/admin/api-keys/{key_id}/revoke", json={})
            answer.raise_for_status().json()

        begin = time.perf_counter()
        await asyncio.gather(*map(revoke, ids))
        return len(ids) / (time.perf_counter() - begin)


async def _ours(program: Program, services: StoreServices, ids: Sequence[str]) -> float:
    """Keys a second, revoked by the program, with receipts."""
    keys = await services.bulk.read(ids)
    run = services.bulk.begin(services, BulkAction.REVOKE, keys, program.console._tasks)
    over = asyncio.Event()
    run.moved.subscribe(lambda _: over.set() if run.state is RunState.ENDED else None)
    begin = time.perf_counter()
    run.start_now()
    await over.wait()
    taken = time.perf_counter() - begin
    if any(one.outcome != "done" for one in run.receipts.values()):
        sys.exit("what was measured did not go as it should")
    services.bulk.forget()
    return len(ids) / taken


@contextmanager
def _listing(server: MedusaServer, into: list[float]) -> Iterator[None]:
    """A second client that lists in a process of its own; its slowest call, in ms."""
    code = (
        "import httpx,select,sys,time;u,e,p=sys.argv[1:];c=httpx.Client(base_url=u,timeout=60);"
        "t=c.post('/auth/user/emailpass',json={'email':e,'password':p}).json()['token'];"
        "c.headers['authorization']='Bearer '+t;print(flush=True);worst=0\n"
        "while not select.select([sys.stdin],[],[],0.02)[0]:\n"
        " b=time.perf_counter();c.get('/admin/api-keys?limit=100&order=-created_at')\n"
        " worst=max(worst,time.perf_counter()-b)\n"
        "print(worst*1000)"
    )
    command = [sys.executable, "-c", code, server.base_url, server.email, server.password]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, text=True) as process:
        if process.stdin is None or process.stdout is None:
            sys.exit("no pipes")
        process.stdout.readline()
        yield
        process.stdin.close()
        into.append(float(process.stdout.readline()))


async def _select_all(program: Program, watch: StallWatch) -> None:
    """Select every key of the store, and open the question about all."""
    program.table.setFocus()
    watch.during = "select all"
    program.key(Qt.Key.Key_A, CTRL)
    await until(lambda: program.is_there("selection"))
    await asyncio.sleep(0.5)
    watch.during = "read all"
    program.key(Qt.Key.Key_Delete)
    await until(lambda: program.is_there("many.action"))
    watch.during = "leave the question"
    program.press(program.find(QPushButton, "many.keep"))
    await until(lambda: not program.is_there("many.keep"))
    watch.during = "clear"
    program.key(Qt.Key.Key_Escape)
    await asyncio.sleep(0.2)


async def _measure(server: MedusaServer, rounds: int) -> dict[str, float]:
    found: dict[str, list[float]] = {}
    with tempfile.TemporaryDirectory(prefix="benchmarks-") as folder:
        ring = Keyring(MemoryKeyring)
        vault, proxies = KeyringSessions(ring), KeyringProxyPasswords(ring)
        entries = KeyringKeyEntries(ring)
        program = Program(_Real(), Path(folder) / "data", vault, proxies, entries)
        await program.start()
        await connect(program, server.base_url, environment="Development")
        await program.signed_in(server.email, server.password)
        await program.keys_page()
        services = program.services
        if services is None:
            sys.exit("the store is not open")
        watch = StallWatch(program.window)
        await _select_all(program, watch)
        selecting = watch.longest
        watch.stalls.clear()
        watch.during, worst = "revoke", list[Stall]()
        for number in range(rounds * 2):
            slowest: list[float] = []
            ours = number in (0, 3)  # whoever is first finds a colder server
            with _listing(server, slowest):
                watch.resume()
                ids = _ids(1 + number * _MANY)
                if ours:
                    rate = await _ours(program, services, ids)
                    worst.append(watch.longest)
                else:
                    rate = await _bare(server, ids)
            watch.stalls.clear()
            watch.resume()
            place = "ours" if ours else "bare"
            found.setdefault(f"{place}.rate", []).append(rate)
            found.setdefault(f"{place}.slowest", []).append(slowest[0])
        revoking = max(worst, key=lambda stall: stall.busy)
        watch.stop()
        await program.quit()
    print(f"selecting: {selecting}\nrevoking: {revoking}")
    middle = {name: statistics.median(values) for name, values in found.items()}
    return {
        "app.many.rate": middle["ours.rate"],
        "app.many.rate.ratio": middle["ours.rate"] / middle["bare.rate"],
        "app.many.slowest_list": middle["ours.slowest"],
        "app.pair.many.slowest_list": middle["bare.slowest"],
        "app.many.stall.select_all": selecting.seconds * 1000,
        "app.many.stall.select_all.busy": selecting.busy * 1000,
        "app.many.stall.revoke": revoking.seconds * 1000,
        "app.many.stall.revoke.busy": revoking.busy * 1000,
    }


def main() -> None:
    """Measure, print a table and write the file."""
    rounds = int(os.environ.get("PERF_ROUNDS", "2"))
    application = QApplication(sys.argv[:1])
    with cluster() as own, own.server(rbac=False) as server:
        server.sql(KEYS)
        server.sql("analyze")
        metrics = qt_loop.run(application, _measure(server, rounds))
    for name, value in metrics.items():
        print(f"{name:36}{value:10.2f}")
    if path := os.environ.get("PERF_OUT"):
        Path(path).write_text(json.dumps(metrics, indent=1) + "\n")


if __name__ == "__main__":
    main()
