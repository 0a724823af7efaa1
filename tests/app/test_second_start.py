"""A second start: hardened like any other, it brings the first to the front and ends."""

from __future__ import annotations

import asyncio
import os
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QLockFile, QSysInfo

from medusa_console.desktop.instance import SingleInstance, Wish
from tests.waiting import until

PATIENCE_S = 250  # bounds what is stuck
# The whole start, up to finding that another program has the folder; then what is in force.
START = """
import ctypes, os, resource, sys
from medusa_console.__main__ import main
ended = main(["--data-folder", *sys.argv[1:]])
core = resource.getrlimit(resource.RLIMIT_CORE)
print(ended, oct(os.umask(0)), core, ctypes.CDLL(None).prctl(3))
"""


async def started(folder: Path, *options: str) -> str:
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-c", START, str(folder), *options, stdout=asyncio.subprocess.PIPE
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


@pytest.mark.parametrize(
    ("option", "wish"), [("--leak-desk", Wish.LEAK_DESK), ("--demo", Wish.DEMO)]
)
async def test_a_second_start_hands_over_what_it_was_started_for(
    option: str, wish: Wish, tmp_path: Path
) -> None:
    first = SingleInstance(tmp_path)
    heard: list[Wish] = []
    first.raise_requested.connect(heard.append)
    assert first.acquire()
    try:
        assert (await started(tmp_path, option)).startswith("0 ")
        await until(lambda: heard)
    finally:
        first.release()
    assert heard == [wish]


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


# A start beside the lock of a program that does not answer. A person reads the question, prints its
# text, presses a button, and closes the window that opens, if one does.
ASKED = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMessageBox, QPushButton
from medusa_console.__main__ import main

def looks():
    for window in QApplication.topLevelWidgets():
        if isinstance(window, QMessageBox) and window.isVisible():
            print(repr(window.text()), flush=True)
            buttons = {b.text().replace("&", ""): b for b in window.findChildren(QPushButton)}
            buttons[sys.argv[2]].click()
        elif window.objectName() == "mainWindow" and window.isVisible():
            QApplication.instance().look.stop()
            print("window", flush=True)
            window.close()

import medusa_console.app
run = sys.modules["medusa_console.app.run"]
build = run.QApplication

class Watched(build):
    def __init__(self, *arguments):
        super().__init__(*arguments)
        self.look = QTimer(self, interval=5)
        self.look.timeout.connect(looks)
        self.look.start()

run.QApplication = Watched
print(main(["--data-folder", sys.argv[1]]), flush=True)
"""


def leave_lock(folder: Path, pid: int, host: str = "") -> None:
    """The lock file of a program that was killed, whose number another process may have now."""
    lock = QLockFile(str(folder / "instance.lock"))
    assert lock.tryLock(0)
    lines = (folder / "instance.lock").read_text().split("\n")
    lock.unlock()
    lines[0] = str(pid)
    if host:
        lines[2:4] = [host, "0123456789abcdef0123456789abcdef"]
    (folder / "instance.lock").write_text("\n".join(lines))


async def asked(folder: Path, press: str) -> tuple[str, str]:
    """What a start prints, and what it complains about, when the question is answered so."""
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        *("-c", ASKED, str(folder), press),
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )
    async with asyncio.timeout(PATIENCE_S):
        output, complaint = await process.communicate()
    return output.decode(), complaint.decode()


async def test_a_lock_that_nobody_answers_for_is_told_and_can_be_passed(tmp_path: Path) -> None:
    leave_lock(tmp_path, os.getpid())
    output, complaint = await asked(tmp_path, "Start anyway")
    question, *rest = output.splitlines()
    told = f"Process {os.getpid()} on {QSysInfo.machineHostName()} is using the data folder"
    assert told in question
    assert str(tmp_path) in question
    assert told in complaint
    assert rest == ["window", "0"]
    assert not (tmp_path / "instance.lock").exists(), "the lock was its own, and is released"


async def test_a_lock_of_another_computer_is_named_and_left_alone(tmp_path: Path) -> None:
    leave_lock(tmp_path, 999_999, "till\u202e-3")
    before = (tmp_path / "instance.lock").read_bytes()
    output, complaint = await asked(tmp_path, "Cancel")
    question, *rest = output.splitlines()
    told = "Process 999999 on till\u2039U+202E\u203a-3 is using the data folder"
    assert told in question
    assert told in complaint
    assert rest == ["1"]
    assert (tmp_path / "instance.lock").read_bytes() == before
