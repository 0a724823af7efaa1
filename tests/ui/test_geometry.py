"""Every screen and dialog at every size: nothing outside, cut off, overlapping or too high."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from medusa_console.desktop.computer import computer_id
from medusa_console.domain.preferences import Appearance, Preferences
from medusa_console.profile.profile import Profile
from tests.faults.server import FaultServer
from tests.pseudo import compiled
from tests.ui.geometry import faults
from tests.ui.running import Start
from tests.ui.screens import walk
from tests.ui.standins import turns
from tests.ui.wiretap import Wiretap

SIZES = ((640, 400), (1100, 700), (1280, 800), (1440, 900), (1920, 1080))
PATIENCE_S = 1_200  # bounds what is stuck; a walk through all screens is long
FEW = ((640, 400), (1280, 800))


@dataclass(frozen=True)
class Case:
    """What the screens are shown in. A screen of 1280×800 at 200 % is the size 640×400."""

    name: str
    sizes: tuple[tuple[int, int], ...] = FEW
    appearance: Appearance = Appearance.LIGHT
    language: str = "en"
    font: int = 13
    direction: Qt.LayoutDirection = Qt.LayoutDirection.LeftToRight


# A walk takes long, and what is too wide is so in any colours and from either side.
PSEUDO = Case("pseudo-language, right to left", direction=Qt.LayoutDirection.RightToLeft)
GERMAN = Case("German, dark", appearance=Appearance.DARK, language="de")
CASES = (Case("as it is", SIZES), Case("large text", font=20), PSEUDO, GERMAN)


@contextmanager
def shown_in(case: Case, qt: QApplication) -> Iterator[None]:
    """The application with the font and direction of `case`."""
    font, direction = qt.font(), qt.layoutDirection()
    other = qt.font()
    other.setPixelSize(case.font)
    qt.setFont(other)
    qt.setLayoutDirection(case.direction)
    try:
        yield
    finally:
        qt.setFont(font)
        qt.setLayoutDirection(direction)


@pytest.fixture
def shop() -> Iterator[FaultServer]:
    with FaultServer() as server:
        yield server


@pytest.mark.timeout(PATIENCE_S)
@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
async def test_every_screen_is_laid_out_well(
    case: Case,
    start: Start,
    tap: Wiretap,
    shop: FaultServer,
    qapp: QApplication,
    planted: Path,
    tmp_path: Path,
) -> None:
    wrong: list[str] = []
    with shown_in(case, qapp):
        shutil.copytree(planted, tmp_path / "data")
        await prepared(case, tmp_path / "data")
        pseudo = compiled(tmp_path) if case is PSEUDO else None
        program = await start(translation=pseudo)

        async def look(screen: str) -> None:
            for size in case.sizes:
                program.window.resize(*size)
                await turns(20)  # cards in cards lay themselves out one after the other
                assert program.window.size().toTuple() == size
                told = faults(program.front)
                while told:  # chips, say, that came in this very moment are not laid out yet
                    before = told
                    await turns(20)
                    if (told := faults(program.front)) == before:
                        break
                wrong.extend(f"{screen} at {size[0]}x{size[1]}: {fault}" for fault in told)

        await walk(program, tap, shop, look)
    assert wrong == [], "\n".join(wrong)


@pytest.mark.timeout(2 * PATIENCE_S)
def test_every_screen_is_laid_out_well_at_200_percent(tmp_path: Path) -> None:
    """In a process of its own, because Qt has one scale for each."""
    screen = {"name": "one", "x": 0, "y": 0, "width": 3840, "height": 2400, "logicalDpi": 96}
    screen["dpr"] = 1
    screens = tmp_path / "screens.json"
    screens.write_text(json.dumps({"screens": [screen]}))
    this = f"{__file__}::{test_every_screen_is_laid_out_well.__name__}[{GERMAN.name}]"
    environment = os.environ | {
        "QT_SCALE_FACTOR": "2",
        "QT_QPA_PLATFORM": f"offscreen:configfile={screens}",
    }
    line = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-p", "no:xdist", this]
    done = subprocess.run(
        line, env=environment, capture_output=True, text=True, timeout=PATIENCE_S, check=False
    )
    assert done.returncode == 0, done.stdout


async def prepared(case: Case, folder: Path) -> None:
    """Put the settings of `case` into the data folder."""
    profile = Profile(folder, computer_id())
    await profile.save_preferences(Preferences(appearance=case.appearance, language=case.language))
    await profile.aclose()
