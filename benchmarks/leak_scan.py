"""How fast a file of 50 MB is searched for keys, beside the same expressions run bare.

    python -m benchmarks.leak_scan

The program reads each file on a thread under Qt's event loop; the expressions alone run over the
same text, decoded already. Linux only.
"""

from __future__ import annotations

import asyncio
import json
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from unittest.mock import patch

import qasync
from PySide6.QtWidgets import QApplication

from benchmarks.hostile import forget_most, memory
from benchmarks.stalls import StallWatch
from medusa_console.domain import leak_scan, other_secrets, token_shapes
from medusa_console.domain.token_shapes import Shape
from medusa_console.services.leak_reading import Stop, read_file
from tests.domain.scanner_samples import gitleaks

SIZE = 50 * 1_000_000
GOAL_RATIO, GOAL_MEMORY, GOAL_STALL = 1.5, 30, 50
LINE = (
    '2026-11-29T14:40:29.%03dZ INFO request id=8f3c1d2e status=200 path="/admin/customers?limit=20"'
    ' agent="Mozilla/5.0 (X11; Linux x86_64)" user=user_01M took=12ms\n'
)


def key(number: int) -> str:
    """A key of the right form."""
    return f"sk_{number * 0x9E3779B97F4A7C15:064x}"


def log(lines_a_key: int) -> Iterator[str]:
    """The lines of a log."""
    number = 0
    while True:
        number += 1
        yield LINE % (number % 1_000)
        if number % lines_a_key == 0:
            yield f"MEDUSA_API_KEY={key(number)}\n"


def report() -> Iterator[str]:
    """The report of a scanner."""
    yield "["
    for number in range(1_000_000):
        yield f"{json.dumps(gitleaks(key(number)))},\n"


def again(unit: str) -> Iterator[str]:
    """The same without an end."""
    while True:
        yield unit * 1_000


TEXTS = {
    "leaks.scan_50mb": log(1_000),
    "leaks.scan_50mb.keys": log(3),
    "leaks.scan_50mb.one_line": again("a word and another, and "),
    "leaks.scan_50mb.sk_": again("sk_"),
    "leaks.scan_50mb.base64": again("QUJDREVGR0hJSktMTU5PUFFSU1RVVldYWVo0MTIz"),
    "leaks.scan_50mb.report": report(),
}


def write(path: Path, parts: Iterator[str]) -> None:
    """A file of SIZE bytes."""
    left = SIZE
    with path.open("w", encoding="ascii") as file:
        for part in parts:
            file.write(part[:left])
            left -= len(part)
            if left <= 0:
                return


def read(path: Path) -> str:
    """The text, decoded."""
    return path.read_text(encoding="ascii")


def bare(text: str) -> float:
    """How long the expressions take, without anything that is made of what they find."""
    began = time.perf_counter()
    for pattern in (token_shapes._KEY, token_shapes._BASE64):
        for _ in pattern.finditer(text):
            pass
    for rule in other_secrets._RULES:
        for beginning in rule.beginnings:
            at = text.find(beginning)
            while at >= 0:
                match = rule.pattern.match(text, at)
                at = text.find(beginning, match.end() if match is not None else at + 1)
    return time.perf_counter() - began


class Measured:
    """The runs of one text."""

    def __init__(self) -> None:
        self.app: list[float] = []
        self.bare: list[float] = []
        self.grown = self.stall = self.busy = 0.0
        self.piece = 0

    async def run(self, path: Path, watch: StallWatch, *, app_first: bool) -> None:
        """Both once, in the given order."""
        for app in (app_first, not app_first):
            if app:
                await self._run_app(path, watch)
            else:
                self.bare.append(bare(read(path)))
            watch.stalls.clear()
            watch.resume()

    async def _run_app(self, path: Path, watch: StallWatch) -> None:
        def shapes(text: str, start: int, stop: int) -> list[Shape]:
            self.piece = max(self.piece, len(text))
            return token_shapes.shapes(text, start, stop)

        await asyncio.sleep(0.05)
        forget_most()
        watch.stalls.clear()
        watch.resume()
        before, began = memory("VmRSS"), time.perf_counter()
        with patch.object(leak_scan, "shapes", shapes):
            await read_file(path, lambda _: None, Stop())
        self.app.append(time.perf_counter() - began)
        await asyncio.sleep(0.05)
        self.grown = max(self.grown, memory("VmHWM") - before)
        self.stall = max(self.stall, watch.longest.seconds * 1_000)
        self.busy = max(self.busy, max(one.busy for one in watch.stalls) * 1_000)


async def main(app: QApplication, rounds: int) -> dict[str, float]:
    """Measure each text and print a line about it."""
    watch = StallWatch(app)
    metrics: dict[str, float] = {}
    heads = ("s", "bare s", "ratio", "MiB", "stall ms", "busy ms", "piece KiB")
    print(f"{'':28}{''.join(f'{head:>10}' for head in heads)}")
    with tempfile.TemporaryDirectory(prefix="benchmarks-") as folder:
        path = Path(folder) / "leak"
        for name, parts in TEXTS.items():
            write(path, parts)
            measured = Measured()
            for number in range(rounds):
                await measured.run(path, watch, app_first=number % 2 == 0)
            took, alone = map(statistics.median, (measured.app, measured.bare))
            metrics |= {name: took, f"{name}.bare": alone, f"{name}.ratio": took / alone}
            metrics |= {f"{name}.memory": measured.grown, f"{name}.stall": measured.stall}
            print(
                f"{name:28}{took:10.2f}{alone:10.2f}{took / alone:10.2f}{measured.grown:10.1f}"
                f"{measured.stall:10.0f}{measured.busy:10.0f}{measured.piece >> 10:10}",
                flush=True,
            )
    watch.stop()
    print(f"goals: ratio {GOAL_RATIO}, memory {GOAL_MEMORY} MiB, stall {GOAL_STALL} ms, piece 256")
    return {name: round(value, 3) for name, value in metrics.items()}


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QApplication(sys.argv)
    with asyncio.Runner(loop_factory=lambda: qasync.QEventLoop(application)) as runner:
        told = runner.run(main(application, int(os.environ.get("PERF_ROUNDS", "5"))))
    if out := os.environ.get("PERF_OUT"):
        Path(out).write_text(json.dumps(told, indent=1) + "\n")
