"""Measures the look at what a leaked key did against a real Medusa, in turns with the same requests
bare.

    python -m benchmarks.blast_radius

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
from typing import Any

import httpx
from pydantic import SecretStr
from PySide6.QtCore import QCoreApplication

from benchmarks import qt_loop
from benchmarks.seed import CUSTOMERS, KEYS
from benchmarks.stalls import StallWatch
from medusa_console.api import api_keys, invites, traces, users
from medusa_console.connect import open_store
from medusa_console.domain.store import Environment, Store
from medusa_console.services.store_services import StoreServices
from tests.real_medusa import cluster
from tests.real_medusa.server import MedusaServer
from tests.services.ports import MemoryVault, memory_journal

_PAGE = 500
_ROOT = "apk_leaked" + "0" * 20
_MAKERS = (_ROOT, *(f"apk_child{number:021}" for number in range(5)))
_FEW, _MANY = (KEYS.replace("20000", number) for number in ("200", "19900"))  # 20,000 are read
# Five keys of the leaked one, and 65 records of each other kind, shared out among the six.
_LEAK = """
update "user" set created_at = now() - interval '700 days';
insert into api_key (id, token, salt, redacted, title, type, created_by, created_at, updated_at)
select id, id, 'leak', 'sk_abc***xyz', id, 'secret', by, now() - interval '10 days', now()
from (values {keys}) as leak (id, by);
insert into customer (id, email, has_account, created_by)
select 'cus_leak' || n, 'leak' || n || '@example.com', false, {maker} from {numbers};
insert into customer_group (id, name, created_by)
select 'cusgroup_leak' || n, 'Leak ' || n, {maker} from {numbers};
insert into tax_region (id, country_code, provider_id, created_by)
select 'txreg_leak' || n, 'leak' || n, 'tp_system', {maker} from {numbers};
""".format(
    keys=", ".join(f"('{one}', '{_ROOT if one != _ROOT else 'user_x'}')" for one in _MAKERS),
    maker=f"(array{list(_MAKERS)})[1 + n % 6]",
    numbers="generate_series(1, 65) as n",
)
_RECORDS = ("customers", "customer-groups", "tax-regions")


def _bare(base_url: str, email: str, password: str) -> float:
    """The seconds that the same requests take, one after the other on one connection."""
    with httpx.Client(base_url=base_url, trust_env=False, timeout=60) as client:
        login = {"email": email, "password": password}
        token = client.post("/auth/user/emailpass", json=login).json()["token"]
        client.headers["authorization"] = f"Bearer {token}"

        def page(name: str, fields: str, order: str = "id", **filters: Any) -> Any:
            query: dict[str, Any] = {"fields": fields, "order": order, "limit": _PAGE, "offset": 0}
            query |= filters
            answer = client.get(f"/admin/{name}", params=query)
            return answer.raise_for_status().json()

        begin = time.perf_counter()
        read, count = 0, 1
        while read < count:
            answer = page("api-keys", api_keys._LEAN, offset=read)
            read, count = read + len(answer["api_keys"]), answer["count"]
        page("users", users._WITH_AGE, "-created_at")
        page("invites", invites._FIELDS, "-created_at")
        for name in _RECORDS:
            page(name, traces._FIELDS, created_by=list(_MAKERS))
        return time.perf_counter() - begin


async def _ours(services: StoreServices) -> float:
    begin = time.perf_counter()
    trace = await services.traces.trace(_ROOT, None, lambda _: None)
    taken = time.perf_counter() - begin
    if len(trace.made_keys) + len(trace.made) != 200 or trace.failed:
        sys.exit(f"not what was planted: {len(trace.made)} records, {trace.failed}")
    return taken


async def _measure(server: MedusaServer, name: str, rounds: int) -> dict[str, list[float]]:
    """Milliseconds of a look and of its pair; a first round is thrown away."""
    values: dict[str, list[float]] = {}
    store = Store("b", "Benchmark", server.base_url, Environment.DEVELOPMENT, email=server.email)
    open_ = await open_store(store, vault=MemoryVault(), journal=memory_journal())
    session = open_.services.session
    await session.restore(kept=False)
    await session.sign_in(server.email, SecretStr(server.password), keep=False)
    application = QCoreApplication.instance()
    watch = StallWatch(application) if application is not None else None
    for number in range(rounds + 1):
        account = server.base_url, server.email, server.password
        bare = await asyncio.to_thread(_bare, *account)
        if watch is not None:
            watch.during = name
        taken = await _ours(open_.services)
        if number:
            values.setdefault(f"app.{name}", []).append(taken * 1000)
            values.setdefault(f"app.pair.{name}", []).append(bare * 1000)
    if watch is not None:
        watch.stop()
        longest = watch.longest
        values[f"app.longest_stall.{name}"] = [longest.seconds * 1000]
        busy = max(one.busy for one in watch.stalls)
        values[f"app.longest_stall.{name}.busy"] = [busy * 1000]
        print(f"longest stall: {longest.during}, {longest.where}")
    await open_.aclose()
    return values


def _run(server: MedusaServer, name: str, rounds: int) -> dict[str, list[float]]:
    application = QCoreApplication.instance() or QCoreApplication(sys.argv[:1])
    return qt_loop.run(application, _measure(server, name, rounds))


def main() -> None:
    """Measure, print a table and write the file."""
    rounds = int(os.environ.get("PERF_ROUNDS", "6"))
    metrics: dict[str, float] = {}
    values: dict[str, list[float]] = {}
    with cluster() as own:
        for name, keys in (("blast_radius", _FEW), ("blast_radius.20000", _MANY)):
            with own.server(rbac=False) as server:
                for sql in (keys, CUSTOMERS, _LEAK, "analyze"):
                    server.sql(sql)
                values |= _run(server, name, rounds)
    print(f"{'metric':40}{'ours':>9}{'bare':>9}{'ratio':>7}{'n':>4}")
    for name, found in values.items():
        if name.startswith("app.pair."):
            continue
        metrics[name] = round(statistics.median(found), 2)
        told = f"{name:40}{metrics[name]:9.1f}"
        if pair := values.get(name.replace("app.", "app.pair.", 1)):
            metrics[f"{name}.ratio"] = round(metrics[name] / statistics.median(pair), 3)
            told += f"{statistics.median(pair):9.1f}{metrics[f'{name}.ratio']:7.2f}"
        print(f"{told:65}{len(found):4}")
    if path := os.environ.get("PERF_OUT"):
        with open(path, "w") as file:
            file.write(json.dumps(metrics, indent=1) + "\n")


if __name__ == "__main__":
    main()
