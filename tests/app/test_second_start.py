"""A second start: hardened like any other, it brings the first to the front and ends."""

from __future__ import annotations

import asyncio
import sys
from pathlib import Path

from medusa_console.desktop.instance import SingleInstance
from tests.waiting import until

PATIENCE_S = 60  # bounds what is stuck
# The whole start, up to finding that another program has the folder; then what is in force.
START = """
import ctypes, os, resource, sys
from medusa_console.__main__ import main
ended = main(["--data-folder", sys.argv[1]])
core = resource.getrlimit(resource.RLIMIT_CORE)
print(ended, oct(os.umask(0)), core, ctypes.CDLL(None).prctl(3))
"""


async def started(folder: Path) -> str:
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-c", START, str(folder), stdout=asyncio.subprocess.PIPE
    )
    output, _ = await process.communicate()
    return output.decode()


async def test_a_second_start_raises_the_first_and_has_denied_itself_what_it_may_not_do(
    tmp_path: Path,
) -> None:
    first = SingleInstance(tmp_path)
    heard: list[bool] = []
    first.raise_requested.connect(lambda: heard.append(True))
    assert first.acquire()
    try:
        assert await started(tmp_path) == "0 0o77 (0, 0) 0\n"
        await until(lambda: heard)
    finally:
        first.release()
    assert heard == [True]


# A first start as a person makes it. The person minimizes its window and, once that stands there
# again, closes it.
PERSON = """
import sys, threading, time
from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication
from medusa_console.__main__ import main

class Person(QObject):
    def event(self, event):
        if event.type() == QEvent.Type.User:
            self.minimized = False
            self.look = QTimer(self, interval=5)
            self.look.timeout.connect(self.looks)
            self.look.start()
        return super().event(event)

    def looks(self):
        windows = [w for w in QApplication.topLevelWidgets() if w.objectName() == "mainWindow"]
        if not windows or not windows[0].isVisible():
            return
        (window,) = windows
        if not self.minimized:
            self.minimized = True
            window.showMinimized()
            print("minimized", flush=True)
        elif not window.isMinimized():
            self.look.stop()
            print("there again", flush=True)
            window.close()

person = Person()

def wait_for_the_program():
    while QApplication.instance() is None:
        time.sleep(0.01)
    QApplication.postEvent(person, QEvent(QEvent.Type.User))

threading.Thread(target=wait_for_the_program, daemon=True).start()
print(main(["--data-folder", sys.argv[1]]))
"""


async def test_the_window_of_the_first_stands_in_front_after_a_second_start(
    tmp_path: Path,
) -> None:
    first = await asyncio.create_subprocess_exec(
        sys.executable, "-c", PERSON, str(tmp_path), stdout=asyncio.subprocess.PIPE
    )
    assert first.stdout is not None
    try:
        async with asyncio.timeout(PATIENCE_S):
            assert await first.stdout.readline() == b"minimized\n"
            assert (await started(tmp_path)).startswith("0 ")
            assert await first.stdout.read() == b"there again\n0\n"
    finally:
        if first.returncode is None:
            first.kill()
        await first.wait()
