"""Measures the filters by creator and age against a real Medusa with 20,000 keys, in turns with the
bare reading of the same keys.

    python -m benchmarks.glance

Prints a table; README.md says what each number is. PERF_ROUNDS says how often to measure, PERF_OUT
names the file for the JSON object.
"""

from __future__ import annotations

import asyncio
import json
import os
import statistics
import sys
import time
from pathlib import Path
from typing import Any

import httpx
from pydantic import SecretStr
from PySide6.QtCore import QCoreApplication

from benchmarks import qt_loop
from benchmarks.seed import KEYS
from benchmarks.stalls import StallWatch
from medusa_console.api import api_keys
from medusa_console.connect import open_store
from medusa_console.domain.key_health import USUAL_AGE, KeyMark
from medusa_console.domain.query import KeyQuery
from medusa_console.domain.store import Environment, Store
from medusa_console.services.store_services import StoreServices
from tests.real_medusa import cluster
from tests.services.ports import MemoryVault, memory_journal

_PAGE = 500
_ROWS = 100
_CREATOR = "user_benchmark7"
# The oldest is 208 days old, and 20 people who are gone made the keys.
_AGED = """
update api_key set
    created_at = now() - right(id, 20)::bigint * interval '15 minutes',
    created_by = 'user_benchmark' || right(id, 20)::bigint % 20
where id like 'apk_seed%'
"""


def _bare(base_url: str, email: str, password: str) -> float:
    """The seconds that it takes to read all keys in pages, one after the other."""
    with httpx.Client(base_url=base_url, trust_env=False, timeout=60) as client:
        login = {"email": email, "password": password}
        token = client.post("/auth/user/emailpass", json=login).json()["token"]
        ours = {"authorization": f"Bearer {token}"}
        begin = time.perf_counter()
        read, count = 0, 1
        while read < count:
            query: dict[str, Any] = {"order": "id", "limit": _PAGE, "offset": read}
            query["fields"] = api_keys._FOR_SURVEY
            answer = client.get("/admin/api-keys", params=query, headers=ours)
            page = answer.raise_for_status().json()
            read, count = read + len(page["api_keys"]), page["count"]
        return time.perf_counter() - begin


async def _filtered(services: StoreServices, query: KeyQuery) -> tuple[float, int]:
    """From nothing read to the first rows of `query`; the seconds, and how many keys match."""
    services.chosen.forget_cached()
    begin = time.perf_counter()
    await services.survey.read(awaited=True)
    page = await services.chosen.find(query, 0, _ROWS)
    return time.perf_counter() - begin, page.count


async def _measure(base_url: str, email: str, password: str, rounds: int) -> dict[str, list[float]]:
    """Milliseconds of each step and of its pair; a first round is thrown away."""
    values: dict[str, list[float]] = {}
    store = Store("b", "Benchmark", base_url, Environment.DEVELOPMENT, email=email)
    open_ = await open_store(store, vault=MemoryVault(), journal=memory_journal())
    services = open_.services
    await services.session.restore(kept=False)
    await services.session.sign_in(email, SecretStr(password), keep=False)
    application = QCoreApplication.instance()
    watch = StallWatch(application) if application is not None else None
    queries = {
        "keys_by_creator": KeyQuery(creator=_CREATOR),
        "keys_by_age": KeyQuery(mark=KeyMark.OLD),
    }
    for number in range(rounds + 1):
        bare = await asyncio.to_thread(_bare, base_url, email, password)
        for name, query in queries.items():
            if watch is not None:
                watch.during = name
            seconds, count = await _filtered(services, query)
            if not 0 < count < 20_000:
                sys.exit(f"{name}: {count} keys match")
            begin = time.perf_counter()
            await services.survey.look(USUAL_AGE)
            look = time.perf_counter() - begin
            if number:
                values.setdefault(f"app.{name}", []).append(seconds)
                values.setdefault(f"app.pair.{name}", []).append(bare)
                values.setdefault("app.keys_look", []).append(look)
    if watch is not None:
        watch.stop()
        longest = watch.longest
        values["app.longest_stall.glance"] = [longest.seconds]
        values["app.longest_stall.glance.busy"] = [max(one.busy for one in watch.stalls)]
        print(f"longest stall: {longest.during}, {longest.where}")
    await open_.aclose()
    return {name: [value * 1000 for value in found] for name, found in values.items()}


def _run(base_url: str, email: str, password: str, rounds: int) -> dict[str, list[float]]:
    application = QCoreApplication.instance() or QCoreApplication(sys.argv[:1])
    return qt_loop.run(application, _measure(base_url, email, password, rounds))


def main() -> None:
    """Measure, print a table and write the file."""
    rounds = int(os.environ.get("PERF_ROUNDS", "6"))
    metrics: dict[str, float] = {}
    with cluster() as own, own.server(rbac=False) as server:
        server.sql(KEYS)
        server.sql(_AGED)
        server.sql("analyze")
        values = _run(server.base_url, server.email, server.password, rounds)
    print(f"{'metric':36}{'ours':>9}{'bare':>9}{'ratio':>7}{'n':>4}")
    for name, found in values.items():
        if name.startswith("app.pair."):
            continue
        metrics[name] = round(statistics.median(found), 2)
        told = f"{name:36}{metrics[name]:9.1f}"
        if pair := values.get(name.replace("app.", "app.pair.", 1)):
            metrics[f"{name}.ratio"] = round(metrics[name] / statistics.median(pair), 3)
            told += f"{statistics.median(pair):9.1f}{metrics[f'{name}.ratio']:7.2f}"
        print(f"{told:61}{len(found):4}")
    if path := os.environ.get("PERF_OUT"):
        Path(path).write_text(json.dumps(metrics, indent=1) + "\n")


if __name__ == "__main__":
    main()
