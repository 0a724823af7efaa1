"""The first window on small and strongly scaled screens: no part of it lies outside."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

PATIENCE_S = 250  # bounds what is stuck
SHOWS = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from medusa_console.__main__ import main
import medusa_console.app

def looks():
    for window in QApplication.topLevelWidgets():
        if window.objectName() == "mainWindow" and window.isVisible():
            QApplication.instance().look.stop()
            room = window.screen().availableGeometry()
            frame = room.width() - window.width(), room.height() - window.height()
            print(window.width(), window.height(), *frame, flush=True)
            window.close()

run = sys.modules["medusa_console.app.run"]
build = run.QApplication

class Watched(build):
    def __init__(self, *arguments):
        super().__init__(*arguments)
        self.look = QTimer(self, interval=5)
        self.look.timeout.connect(looks)
        self.look.start()

run.QApplication = Watched
main(["--data-folder", sys.argv[1]])
"""


@pytest.mark.parametrize(
    ("screen", "scale"), [((1280, 720), 1), ((1366, 768), 1.5), ((1366, 768), 2), ((1280, 720), 2)]
)
def test_the_first_window_fits_the_screen(
    screen: tuple[int, int], scale: float, tmp_path: Path
) -> None:
    width, height, beside, below = shown_on(screen, scale, tmp_path)
    assert beside >= 0
    assert below >= 25, "a title bar has room"
    assert width >= 630
    assert height >= 320


def test_a_large_screen_shows_the_usual_size(tmp_path: Path) -> None:
    width, height, *_ = shown_on((1920, 1080), 1, tmp_path)
    assert (width, height) == (1280, 800)


def shown_on(screen: tuple[int, int], scale: float, folder: Path) -> list[int]:
    """Width and height of the first window, and what they leave of the screen, in the window's
    pixels."""
    size = dict(zip(("width", "height"), screen, strict=True))
    one = {"name": "one", "x": 0, "y": 0, "logicalDpi": 96, "dpr": 1, **size}
    (folder / "screens.json").write_text(json.dumps({"screens": [one]}))
    done = subprocess.run(
        [sys.executable, "-c", SHOWS, str(folder / "data")],
        env=os.environ
        | {
            "QT_QPA_PLATFORM": f"offscreen:configfile={folder / 'screens.json'}",
            "QT_SCALE_FACTOR": str(scale),
        },
        capture_output=True,
        text=True,
        timeout=PATIENCE_S,
        check=True,
    )
    return [int(number) for number in done.stdout.split()]
