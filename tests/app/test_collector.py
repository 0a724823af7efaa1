"""What Qt's objects leave is collected on the window's thread: on another, Qt crashes."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

PATIENCE_S = 250  # bounds what is stuck
COLLECTS = """
import sys, threading, weakref
from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication
from medusa_console.__main__ import main
import medusa_console.app

seen = []

def collected():
    seen.append(threading.current_thread() is threading.main_thread())

def leave_garbage():
    thing = QObject()
    thing.itself = thing
    weakref.finalize(thing, collected)

def allocate():
    kept.extend([] for _ in range(10_000))  # enough to be worth a look
    [[] for _ in range(1_000_000)]

def look():
    windows = [one for one in QApplication.topLevelWidgets() if one.objectName() == "mainWindow"]
    if not windows or not windows[0].isVisible():
        return
    if not seen and not busy:
        leave_garbage()
        busy.append(threading.Thread(target=allocate))
        busy[0].start()
        busy[0].join()
    elif seen:
        QApplication.instance().look.stop()
        print("on the window's thread" if seen[0] else "on another thread", flush=True)
        windows[0].close()

busy = []
kept = []
run = sys.modules["medusa_console.app.run"]
build = run.QApplication

class Watched(build):
    def __init__(self, *arguments):
        super().__init__(*arguments)
        self.look = QTimer(self, interval=50)
        self.look.timeout.connect(look)
        self.look.start()

run.QApplication = Watched
main(["--data-folder", sys.argv[1]])
"""


def test_garbage_is_collected_on_the_window_s_thread_whoever_allocates(tmp_path: Path) -> None:
    ended = subprocess.run(
        [sys.executable, "-c", COLLECTS, str(tmp_path / "data")],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "HOME": str(tmp_path)},
        capture_output=True,
        text=True,
        timeout=PATIENCE_S,
        check=False,
    )
    assert ended.stdout.strip() == "on the window's thread", ended.stderr[-2_000:]
