"""Measures the leak desk's services against a real Medusa, in turns with the same requests bare.

    python -m benchmarks.leak_desk

Prints a table; README.md says what each number is. PERF_ROUNDS says how often to measure, PERF_OUT
names the file for the JSON object.
"""

from __future__ import annotations

import asyncio
import json
import os
import statistics
import sys
import tempfile
import time
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import httpx
from pydantic import SecretStr
from PySide6.QtCore import QCoreApplication

from benchmarks import qt_loop
from benchmarks.seed import KEYS
from medusa_console.api import api_keys
from medusa_console.clock import Clock
from medusa_console.connect import open_store
from medusa_console.domain.leak_answers import Finding, Proof, StoreAnswer, WhyNot
from medusa_console.domain.store import Environment, Store
from medusa_console.journal.database import JournalDatabase
from medusa_console.journal.receipts import ReceiptFolder
from medusa_console.journal.tables import journal_of
from medusa_console.services.desk_stores import DeskStore
from medusa_console.services.leak_reading import read_text
from medusa_console.services.leaks import LeakDesk
from medusa_console.services.store_services import StoreServices
from medusa_console.tasks import TaskScope
from tests.real_medusa import Cluster, cluster
from tests.services.ports import MemoryVault

_ME = "/admin/users/me"
_PAGE = 500
_LINES = 200
_FEW = "delete from api_key where id like 'apk_seed%' and id > 'apk_seed' || lpad('200', 20, '0')"
_SETTLED = (Finding.THIS_KEY, Finding.ACCEPTED, Finding.ANOTHER_KEY, Finding.IN_TROUBLE)


class Bare:
    """The desk's requests on one connection, without the desk. Raises httpx.HTTPError."""

    def __init__(self, base_url: str, email: str, password: str) -> None:
        self._client = httpx.Client(base_url=base_url, trust_env=False, timeout=60)
        self._ours: dict[str, str] = {}
        login = {"email": email, "password": password}
        token = self._ask("POST", "/auth/user/emailpass", json=login)["token"]
        self._ours = {"authorization": f"Bearer {token}"}

    def create(self) -> tuple[str, str]:
        """Id and token of a new secret key."""
        body = {"title": "ERP nightly sync", "type": "secret"}
        key = self._ask("POST", "/admin/api-keys", json=body)["api_key"]
        return key["id"], key["token"]

    def identify(self, token: str) -> None:
        """The whole list in pages, then the key itself."""
        read, count = 0, 1
        while read < count:
            query = {"fields": api_keys._LEAN, "order": "id", "limit": _PAGE, "offset": read}
            page = self._ask("GET", "/admin/api-keys", params=query)
            read, count = read + len(page["api_keys"]), page["count"]
        self._present(token, 404)

    def revoke_and_prove(self, key_id: str, token: str) -> None:
        """The revoke, the record, and the key twice with our session between."""
        self._ask("POST", f"/admin/api-keys/{key_id}/revoke", json={})
        self._ask("GET", f"/admin/api-keys/{key_id}", params={"fields": api_keys._FIELDS})
        self._present(token, 401)
        self._ask("GET", _ME)
        self._present(token, 401)

    def delete(self, key_id: str) -> None:
        self._ask("DELETE", f"/admin/api-keys/{key_id}")

    def close(self) -> None:
        self._client.close()

    def _ask(self, method: str, path: str, **options: Any) -> Any:
        answer = self._client.request(method, path, headers=self._ours, **options)
        return answer.raise_for_status().json()

    def _present(self, token: str, status: int) -> None:
        answer = self._client.get(_ME, auth=(token, ""))
        _require(answer.status_code == status)
        answer.json()


class Desk:
    """The leak desk before one store, with a journal on disk."""

    def __init__(self, services: StoreServices, desk: LeakDesk) -> None:
        self._services = services
        self._desk = desk

    @property
    def _answer(self) -> StoreAnswer:
        return self._desk.cases[0].answers[0]

    async def identify(self, text: str) -> None:
        """From the text to the record that the store names."""
        known = asyncio.Event()

        def look(key_id: str) -> None:
            if self._answer.finding in _SETTLED:
                known.set()
            elif self._answer.why_not is WhyNot.LATE:  # a list that takes over 3 s is asked about
                self._desk.present(key_id, self._answer.store.id)

        forget = self._desk.changed.subscribe(look)
        self._desk.begin(await read_text(text))
        await known.wait()
        forget()
        _require(self._answer.finding is Finding.THIS_KEY)

    async def revoke_and_prove(self) -> asyncio.Future[Proof | None]:
        """From the revoke to 'Dead', as the user sees it. What is returned ends once the journal's
        line is removed."""
        key_id = self._desk.cases[0].key.id
        record = self._answer.records[0]
        told = asyncio.Event()

        def look(_: str) -> None:
            if self._desk.cases[0].dead:
                told.set()

        forget = self._desk.changed.subscribe(look)
        proof = asyncio.ensure_future(self._desk.revoke(key_id, self._answer.store.id, record.id))
        proof.add_done_callback(lambda _: told.set())
        await told.wait()
        forget()
        _require(self._desk.cases[0].dead)
        return proof


@asynccontextmanager
async def _desk(base_url: str, email: str, password: str, folder: Path) -> AsyncIterator[Desk]:
    store = Store("b", "Benchmark", base_url, Environment.DEVELOPMENT, email=email)
    journal = JournalDatabase(folder)
    tables = journal_of(journal, ReceiptFolder(folder))
    open_ = await open_store(store, vault=MemoryVault(), journal=tables)
    tasks = TaskScope(lambda error, doing=None, again=None: sys.exit(f"failed: {error!r}"), Clock())
    try:
        await open_.services.session.restore(kept=False)
        await open_.services.session.sign_in(email, SecretStr(password), keep=False)
        entries = [DeskStore(store, open_.services)]
        desk = LeakDesk(lambda: entries, tables.revokes, lambda _: None, tasks)
        yield Desk(open_.services, desk)
        desk.clear()
    finally:
        await tasks.aclose()
        await open_.aclose()
        await journal.aclose()


def _require(as_expected: bool) -> None:
    if not as_expected:
        sys.exit("what was measured did not go as it should")


def _log_with(token: str) -> str:
    lines = [f"2026-11-29T14:00:{n % 60:02} INFO order {n} synced in {n} ms" for n in range(_LINES)]
    lines[_LINES // 2] = f"MEDUSA_API_KEY={token}"
    return "\n".join(lines)


async def _measure(base_url: str, email: str, password: str, rounds: int) -> dict[str, list[float]]:
    """Milliseconds of each step, and of its pair; a first round is thrown away."""
    values: dict[str, list[float]] = {}
    with tempfile.TemporaryDirectory(prefix="benchmarks-") as folder:
        async with _desk(base_url, email, password, Path(folder)) as desk:
            bare = Bare(base_url, email, password)
            # All at once, because the desk asks first about a record that is new to it.
            pairs = [(bare.create(), bare.create()) for _ in range(rounds + 1)]
            for number, keys in enumerate(pairs):
                # Whoever is first finds a colder server: they take turns.
                for ours in (True, False) if number % 2 else (False, True):
                    key_id, token = keys[ours]
                    begin = time.perf_counter()
                    if ours:
                        await desk.identify(_log_with(token))
                    else:
                        bare.identify(token)
                    half = time.perf_counter()
                    if ours:
                        proof = await desk.revoke_and_prove()
                        end = time.perf_counter()
                        await proof
                    else:
                        bare.revoke_and_prove(key_id, token)
                        end = time.perf_counter()
                    bare.delete(key_id)
                    place = "app" if ours else "app.pair"
                    if number:
                        values.setdefault(f"{place}.paste_to_identity", []).append(half - begin)
                        values.setdefault(f"{place}.revoke_to_proof", []).append(end - half)
            bare.close()
    return {name: [value * 1000 for value in found] for name, found in values.items()}


def _rounds(
    own: Cluster, *, rbac: bool, rounds: int
) -> Iterator[tuple[str, dict[str, list[float]]]]:
    """First with 20,000 keys, then with 200: paste and proof."""
    with own.server(rbac=rbac) as server:
        server.sql(KEYS)
        server.sql("analyze")
        yield ".20000", _run(server.base_url, server.email, server.password, rounds)
        server.sql(_FEW)
        server.sql("analyze")
        yield "", _run(server.base_url, server.email, server.password, rounds)


def _run(base_url: str, email: str, password: str, rounds: int) -> dict[str, list[float]]:
    application = QCoreApplication.instance() or QCoreApplication(sys.argv[:1])
    return qt_loop.run(application, _measure(base_url, email, password, rounds))


def main() -> None:
    """Measure, print a table and write the file."""
    rounds = int(os.environ.get("PERF_ROUNDS", "12"))
    metrics: dict[str, float] = {}
    print(f"{'metric':44}{'ours':>9}{'bare':>9}{'ratio':>7}{'n':>4}")
    with cluster() as own:
        for rbac in (False, True):
            for size, values in _rounds(own, rbac=rbac, rounds=rounds):
                for step in ("paste_to_identity", "revoke_to_proof"):
                    ours, bare = (values[f"{place}.{step}"] for place in ("app", "app.pair"))
                    name = f"app.{step}{size}{'.rbac' if rbac else ''}"
                    metrics[name] = round(statistics.median(ours), 2)
                    metrics[f"{name}.ratio"] = round(metrics[name] / statistics.median(bare), 3)
                    told = f"{metrics[name]:9.1f}{statistics.median(bare):9.1f}"
                    print(f"{name:44}{told}{metrics[f'{name}.ratio']:7.2f}{len(ours):4}")
    if path := os.environ.get("PERF_OUT"):
        Path(path).write_text(json.dumps(metrics, indent=1) + "\n")


if __name__ == "__main__":
    main()
