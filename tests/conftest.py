"""Every test runs offscreen on a Qt event loop, in a home of its own, and leaves nothing behind."""

from __future__ import annotations

import asyncio
import gc
import os
import sys
import warnings
from collections.abc import AsyncIterator, Callable, Generator
from pathlib import Path
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
# The program speaks the system's language; the tests read English.
os.environ.update(LC_ALL="", LC_MESSAGES="", LANGUAGE="", LANG="C.UTF-8")

import httpx
import hypothesis
import pytest
import qasync
from hypothesis.internal.conjecture import providers
from hypothesis.internal.constants_ast import Constants
from PySide6.QtWidgets import QApplication

pytest_plugins = ["tests.real_medusa.fixtures"]

# The same examples in every run, however slow the machine is: a run that fails fails again.
hypothesis.settings.register_profile(
    "steady",
    deadline=None,
    derandomize=True,
    suppress_health_check=[hypothesis.HealthCheck.too_slow],
)
hypothesis.settings.load_profile("steady")
# Nor whatever modules are loaded by then: hypothesis tries the constants that stand in them.
providers._get_local_constants = Constants

_FAILED = pytest.StashKey[bool]()


def pytest_asyncio_loop_factories(
    config: pytest.Config, item: pytest.Item
) -> dict[str, Callable[[], asyncio.AbstractEventLoop]]:
    """Plain `async def` tests run on Qt's loop, as the program does."""
    return {"qt": lambda: qasync.QEventLoop(QApplication.instance() or QApplication([]))}


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The longest file goes first: near the end, one of two processes would wait for the other."""
    items.sort(key=lambda item: item.path.name != "test_geometry.py")


def pytest_collection_finish(session: pytest.Session) -> None:
    """Imports leave the collector's view: a full collection per test then costs next to nothing.

    It runs between tests only: on a worker's thread, it would crash Qt (app/collector.py)."""
    gc.collect()
    gc.freeze()
    gc.disable()


@pytest.hookimpl(trylast=True)
def pytest_runtest_teardown(item: pytest.Item, nextitem: pytest.Item | None) -> None:
    """What outlives the tests of a file is the run's own: it leaves the collector's view, too."""
    if nextitem is None or nextitem.path != item.path:
        gc.freeze()


@pytest.fixture(autouse=True)
def own_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No test sees, or writes to, the home folder of whoever runs it."""
    for name in ("DATA", "CONFIG", "STATE"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(tmp_path / f"xdg-{name.lower()}"))


@pytest.fixture(autouse=True)
def patient(monkeypatch: pytest.MonkeyPatch) -> None:
    """A slow computer is no slow network: no limit counts but those that a test sets."""
    monkeypatch.setattr("medusa_console.connect._TIMEOUT", httpx.Timeout(60))


@pytest.fixture(autouse=True)
def no_pause(monkeypatch: pytest.MonkeyPatch) -> None:
    """No network of the tests recovers by itself while the program pauses before a repeat."""
    monkeypatch.setattr("medusa_console.api.transport._PAUSE", (0, 0))


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item, call: pytest.CallInfo[None]
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """`no_leaks` has to know whether its test failed."""
    if call.excinfo is not None:
        item.stash[_FAILED] = True
    return (yield)


@pytest.fixture(autouse=True)
async def no_leaks(request: pytest.FixtureRequest) -> AsyncIterator[None]:
    """A task left running, or a failure nobody looked at, fails the test that caused it.

    What a failed test left is ended with it, in silence: one failure is told once.
    """
    loop = asyncio.get_running_loop()
    errors: list[dict[str, Any]] = []
    loop.set_exception_handler(lambda _loop, context: errors.append(context))
    before = asyncio.all_tasks()
    yield
    await asyncio.sleep(0)
    left = [
        task
        for task in asyncio.all_tasks() - before - {asyncio.current_task()}
        if task is not None and not task.done()
    ]
    for task in left:
        task.cancel()
    if left:
        await asyncio.gather(*left, return_exceptions=True)
    failed = request.node.stash.get(_FAILED, False)
    with warnings.catch_warnings():
        if failed:
            warnings.simplefilter("ignore")  # of what was still open
            _forget_failure()
        gc.collect()
    await asyncio.sleep(0)
    problems = [f"pending task: {task.get_coro()!r}" for task in left]
    problems += [f"loop error: {e.get('message')}: {e.get('exception')!r}" for e in errors]
    if problems and not failed:
        pytest.fail("\n".join(problems), pytrace=False)


def _forget_failure() -> None:
    """pytest keeps the failed test's frames here until the next test runs, and with them what the
    test had open: it would be found, and told, during that one."""
    for name in ("last_exc", "last_type", "last_value", "last_traceback"):
        vars(sys).pop(name, None)
