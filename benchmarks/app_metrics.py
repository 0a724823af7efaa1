"""Measures the real program and writes one number per metric; README.md says what each is.

    python -m benchmarks.app_metrics        # or: python benchmarks/app_metrics.py

PERF_BASE_URL, PERF_EMAIL and PERF_PASSWORD name a Medusa; without them one is started, with 20,000
keys and 100,000 customers. PERF_OUT names the file for the JSON object, PERF_STARTS and PERF_ROUNDS
how often to measure.
Everything runs in processes of its own, so that nothing here counts.
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
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
_LIMIT = 600
_ACCOUNT = ("PERF_BASE_URL", "PERF_EMAIL", "PERF_PASSWORD")
_REST = "2"
_PAIRS = {
    "app.start_to_usable": "floor.window_stack.usable",
    "app.start_to_usable.cpu": "floor.window_stack.usable.cpu",
    "app.pss_idle_keys": "floor.window_stack.pss",
    "app.login_submit_to_keys": "app.pair.login_submit_to_keys",
    "app.create_save_to_token": "app.pair.create_save_to_token",
    "app.revoke_confirm_to_row": "app.pair.revoke_confirm_to_row",
    "app.customers_first_page": "app.pair.customers_first_page",
    "app.customers_next_page": "app.pair.customers_next_page",
}
_GOALS = {
    "app.start_to_usable.ratio": 1.15,
    "app.login_submit_to_keys.ratio": 1.2,
    "app.create_save_to_token.ratio": 1.25,
    "app.revoke_confirm_to_row.ratio": 1.35,
    "app.customers_first_page.ratio": 1.4,
    "app.pss_idle_keys.ratio": 1.35,
    "app.scroll_step": 8,
    "app.scroll_step.p99": 16,
    "app.longest_stall.busy": 50,
    "app.switch_store": 50,
}


def main() -> None:
    """Measure, print a table and write the file."""
    sys.path.insert(0, str(ROOT))
    starts, rounds = (int(os.environ.get(name, "12")) for name in ("PERF_STARTS", "PERF_ROUNDS"))
    with tempfile.TemporaryDirectory(prefix="benchmarks-") as temporary, _account() as account:
        environment = _environment(Path(temporary)) | account
        values = _starts(Path(temporary), environment, starts)
        told = _session(Path(temporary), environment, rounds)
    values |= told["values"]
    metrics = {name: round(statistics.median(found), 2) for name, found in values.items()}
    if steps := values.get("app.scroll_step"):
        metrics["app.scroll_step.p99"] = round(statistics.quantiles(steps, n=100)[98], 2)
    for name, partner in _PAIRS.items():
        metrics[f"{name}.ratio"] = round(metrics[name] / metrics[partner], 3)
    _tell(metrics, values, told["stalls"])
    if path := os.environ.get("PERF_OUT"):
        Path(path).write_text(json.dumps(metrics, indent=1) + "\n")


@contextmanager
def _account() -> Iterator[dict[str, str]]:
    """The variables of a Medusa and its admin: those that are set, or a server of our own."""
    if all(name in os.environ for name in _ACCOUNT):
        yield {name: os.environ[name] for name in _ACCOUNT}
        return
    from benchmarks.seed import CUSTOMERS, KEYS
    from tests.real_medusa import running

    with running(rbac=True) as server:
        server.sql(KEYS)
        server.sql(CUSTOMERS)
        yield dict(zip(_ACCOUNT, (server.base_url, server.email, server.password), strict=True))


def _environment(temporary: Path) -> dict[str, str]:
    """What the measured processes see: compiled modules as after an installation, no other home."""
    environment = {name: value for name, value in os.environ.items() if name not in _ACCOUNT}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    if "QT_QPA_PLATFORM" not in environment:
        environment["QT_QPA_PLATFORM"] = "xcb" if "DISPLAY" in environment else "offscreen"
    return environment | {"PYTHONPYCACHEPREFIX": str(temporary / "compiled")}


def _data_folder(temporary: Path, name: str, base_url: str) -> Path:
    """A data folder of somebody who has added a store under two names and never signed in."""
    from medusa_console.desktop.computer import computer_id
    from medusa_console.domain.preferences import Preferences
    from medusa_console.domain.store import Environment, Store
    from medusa_console.profile.profile import Profile

    folder = temporary / name
    store = Store("b", "Benchmark", base_url, Environment.DEVELOPMENT)
    other = replace(store, id="o", name="Other")
    profile = Profile(folder, computer_id())

    async def save() -> None:
        await profile.save_stores([store, other])
        await profile.save_preferences(Preferences(last_store="b"))
        await profile.aclose()

    asyncio.run(save())
    return folder


def _starts(temporary: Path, environment: dict[str, str], rounds: int) -> dict[str, list[float]]:
    """The program and its floors, started in turns in rotating order; the first round is lost."""
    folder = _data_folder(temporary, "start", environment["PERF_BASE_URL"])
    programs = [
        ("app.start_to_usable", ["-m", "benchmarks.start", str(folder)]),
        ("floor.window_stack.usable", ["-m", "benchmarks.floor"]),
        ("floor.window_late.usable", ["-m", "benchmarks.floor", "--late"]),
        ("floor.window_lean.usable", ["-m", "benchmarks.floor", "--lean"]),
    ]
    values: dict[str, list[float]] = {}
    for number in range(rounds + 1):
        turn = number % len(programs)
        for name, arguments in programs[turn:] + programs[:turn]:
            begin = time.monotonic()
            moment, cpu = map(float, _run(arguments, environment).split())
            if number:
                values.setdefault(name, []).append((moment - begin) * 1000)
                values.setdefault(f"{name}.cpu", []).append(cpu * 1000)
    for name, options in (("floor.window_stack.pss", []), ("floor.window_lean.pss", ["--lean"])):
        resting = _run(["-m", "benchmarks.floor", *options, "--rest", _REST], environment)
        values[name] = [float(resting.split()[-1])]
    return values


def _session(temporary: Path, environment: dict[str, str], rounds: int) -> dict[str, Any]:
    folder = _data_folder(temporary, "session", environment["PERF_BASE_URL"])
    arguments = ["-m", "benchmarks.session", str(folder), str(rounds)]
    told: dict[str, Any] = json.loads(_run(arguments, environment).splitlines()[-1])
    return told


def _run(arguments: list[str], environment: dict[str, str]) -> str:
    """What a process prints; ends the run with its complaint if it fails."""
    done = subprocess.run(
        [sys.executable, *arguments],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        timeout=_LIMIT,
        check=False,
    )
    if done.returncode != 0:
        sys.exit(f"{' '.join(arguments)} failed:\n{done.stderr}")
    return done.stdout


def _tell(metrics: dict[str, float], values: dict[str, list[float]], stalls: list[str]) -> None:
    print(f"{'metric':42}{'median':>9}{'min':>9}{'max':>9}{'n':>4}{'goal':>8}")
    for name, median in sorted(metrics.items()):
        found = values.get(name)
        spread = f"{min(found):9.1f}{max(found):9.1f}{len(found):4}" if found else " " * 22
        goal = f"{'≤':>4}{_GOALS[name]:4g}" if name in _GOALS else ""
        print(f"{name:42}{median:9.2f}{spread}{goal}".rstrip())
    print("\nThe longest stalls of the event loop:", *stalls, sep="\n  ")


if __name__ == "__main__":
    main()
