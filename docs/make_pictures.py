"""Makes the README's pictures anew: `python docs/make_pictures.py`.

`python docs/make_pictures.py --all FOLDER` puts about 150 pictures there, for looking at: every
screen and dialog light, dark, as small as the window gets and at 200 %, and the densest ones from
right to left, in large text, in German, and in a language of accented, longer words: what is not
accented there cannot be translated, and what is cut off has no room.

The real program, offscreen, on a fresh demo store in a temporary folder. Inter and JetBrains Mono
are used where fontconfig knows them. Nothing secret is ever in a picture: the new key of the
once-only dialog stays masked, and its store is gone when this ends.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import logging
import os
import subprocess
import sys
import tempfile
import time
from contextlib import AsyncExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import pytest
import qasync
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPalette, QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QPushButton, QTableView, QWidget

from medusa_console.app.run import assemble
from medusa_console.clock import Clock
from medusa_console.desktop.computer import computer_id
from medusa_console.desktop.instance import Wish
from medusa_console.desktop.notifications import Notifications
from medusa_console.desktop.presence import Presence
from medusa_console.domain.preferences import Appearance, Preferences
from medusa_console.domain.store import DEMO_STORE, Environment, Store
from medusa_console.profile.profile import Profile
from medusa_console.ui.kit.button import GUARD_SECONDS
from medusa_console.ui.kit.theme_tokens import DESIGN_FONT_SIZE
from medusa_console.ui.window.requests import Request
from medusa_console.vault.key_entries import KeyringKeyEntries
from medusa_console.vault.keyring import Keyring
from medusa_console.vault.proxies import KeyringProxyPasswords
from medusa_console.vault.sessions import KeyringSessions
from tests.faults.server import FaultServer
from tests.pseudo import compiled
from tests.ui import screens
from tests.ui.driving import Program
from tests.ui.standins import Clock as StandingClock
from tests.ui.standins import turns
from tests.ui.wiretap import Wiretap
from tests.waiting import until

W = TypeVar("W", bound=QWidget)

PICTURES = Path(__file__).resolve().parent / "pictures"
SIZE = (1280, 800)
ROOMY = (1440, 900)
SMALLEST = 0  # Qt's "quality" of a PNG: how little it is compressed
SHADOW, SHADOW_WIDTH = QColor(0, 0, 0, 8), 16
PSEUDO = "qps"
SELECTED = "ERP nightly sync"
CUSTOMER = "ines.jansen221@example.com"
STORES = (
    DEMO_STORE,
    Store("live", "Northwind EU", "https://medusa.northwind.example", Environment.LIVE),
    Store("staging", "Northwind staging", "https://staging.northwind.example", Environment.STAGING),
)
SCREEN = {"name": "one", "x": 0, "y": 0, "width": 3840, "height": 2400, "logicalDpi": 96, "dpr": 1}
"""Large enough for every window at 200 %, which Qt's own offscreen screen is not."""
FONTS = """<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <match><test name="family"><string>sans-serif</string></test>
    <edit name="family" mode="prepend" binding="strong">
      <string>Inter</string></edit></match>
  <match><test name="family"><string>monospace</string></test>
    <edit name="family" mode="prepend" binding="strong">
      <string>JetBrains Mono</string></edit></match>
</fontconfig>
"""


def part(root: QWidget, kind: type[W], name: str) -> W | None:
    """The visible part of the window that has this object name."""
    return next((found for found in root.findChildren(kind, name) if found.isVisible()), None)


async def appears(root: QWidget, kind: type[W], name: str) -> W:
    """The part of that name, as soon as it is to be seen."""
    found = await until(lambda: part(root, kind, name))
    assert found is not None  # noqa: S101  # what `until` waited for
    return found


@dataclass(frozen=True)
class Case:
    """How every screen is shown: the window's size in logical pixels, and in what."""

    size: tuple[int, int]
    appearance: Appearance = Appearance.LIGHT
    scale: int = 1
    font: int = DESIGN_FONT_SIZE
    right_to_left: bool = False
    language: str = ""
    densest: bool = True


CASES = {
    "light": Case(SIZE, densest=False),
    "dark": Case((1440, 900), Appearance.DARK, densest=False),
    "small": Case((640, 400), densest=False),
    "200": Case((640, 400), scale=2, densest=False),
    "right-to-left": Case(SIZE, right_to_left=True),
    "large-text": Case(SIZE, font=20),
    "pseudo": Case(SIZE, language=PSEUDO),
    "german": Case(SIZE, language="de"),
}


async def still(widget: QWidget) -> QPixmap:
    """The picture of `widget` when it has not changed for so long that guarded buttons react."""
    last, since = widget.grab(), time.monotonic()

    def settled() -> bool:
        nonlocal last, since
        now = widget.grab()
        if now.toImage() != last.toImage():
            last, since = now, time.monotonic()
        return time.monotonic() - since > GUARD_SECONDS

    await until(settled)
    return last


async def over(window: QWidget, dialog: QDialog) -> QPixmap:
    """The picture of `window` with `dialog` over it."""
    return framed(await still(window), await still(dialog), window)


def framed(picture: QPixmap, front: QPixmap | None, window: QWidget) -> QPixmap:
    """The `picture` of `window` with a dialog's, `front`, in its middle, framed as on a desktop."""
    if front is None:
        return picture
    place = QRect(QPoint(), front.deviceIndependentSize().toSize())
    place.moveCenter(QRect(QPoint(), picture.deviceIndependentSize().toSize()).center())
    with QPainter(picture) as painter:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(SHADOW)
        for edge in range(1, SHADOW_WIDTH):
            painter.drawRoundedRect(place.adjusted(-edge, -edge, edge, edge), edge, edge)
        painter.drawPixmap(place.topLeft(), front)
        painter.setPen(window.palette().color(QPalette.ColorRole.Midlight))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(place)
    return picture


async def walk(appearance: Appearance, folder: Path) -> None:
    """Take every picture of the README in one appearance."""

    def save(name: str, picture: QPixmap) -> None:
        picture.save(str(PICTURES / f"{name}-{appearance}.png"), "PNG", SMALLEST)

    profile = Profile(folder, computer_id())
    await profile.save_stores(STORES)
    await profile.save_preferences(Preferences(appearance=appearance, last_store=DEMO_STORE.id))
    await profile.aclose()
    async with AsyncExitStack() as stack:
        application = QApplication.instance()
        assert isinstance(application, QApplication)  # noqa: S101  # made below
        no_keyring = Keyring(lambda: None)
        clock = Clock()
        console = await assemble(
            stack,
            application,
            folder,
            vault=KeyringSessions(no_keyring),
            proxies=KeyringProxyPasswords(no_keyring),
            entries=KeyringKeyEntries(no_keyring),
            presence=Presence(application, clock),
            notifier=Notifications(application),
            clock=clock,
        )
        window = console.window
        console.begin(Wish.NOTHING)
        window.resize(*SIZE)
        submit = await appears(window, QPushButton, "submit")
        save("sign-in", await still(window))

        submit.click()
        table = await appears(window, QTableView, "keys")
        await until(lambda: SELECTED in titles(table))
        table.selectRow(titles(table).index(SELECTED))
        save("keys", await still(window))

        QTest.keyClick(table, Qt.Key.Key_Delete)
        question = await appears(window, QDialog, "confirm")
        save("revoke", await over(window, question))
        question.reject()

        (await appears(window, QPushButton, "createKey")).click()
        form = await appears(window, QDialog, "keyForm")
        (await appears(form, QLineEdit, "keyTitle")).setText("Parcel labels")
        await still(form)
        (await appears(form, QPushButton, "submit")).click()
        once = await appears(window, QDialog, "revealKey")
        save("once-only", await over(window, once))
        once.done(QDialog.DialogCode.Rejected)

        (await appears(window, QPushButton, "pageCustomers")).click()
        people = await appears(window, QTableView, "customers")
        await until(lambda: CUSTOMER in titles(people, column=1))
        people.selectRow(titles(people, column=1).index(CUSTOMER))
        save("customers", await still(window))

        window.requested.emit(Request.SWITCH_STORE)
        switcher = await appears(window, QDialog, "switcher")
        save("switch", await over(window, switcher))
        switcher.reject()
        await until(lambda: part(window, QDialog, "switcher") is None)

        window.requested.emit(Request.LEAK_DESK)
        (await appears(window, QPushButton, "leaks.practise")).click()
        await appears(window, QPushButton, "leak.revoke")
        save("leak-desk", await still(window))
        (await appears(window, QPushButton, "leaks.practice.stop")).click()
        await appears(window, QWidget, "leaks.empty")
        window.requested.emit(Request.LOCK_ALL)
        await appears(window, QWidget, "lockPage")
        save("locked", await still(window))


def titles(table: QTableView, *, column: int = 0) -> list[str]:
    """What a column says in the rows that are loaded."""
    model = table.model()
    return [str(model.index(row, column).data()) for row in range(model.rowCount())]


async def readme() -> None:
    """Take the pictures of the README."""
    for appearance in (Appearance.LIGHT, Appearance.DARK):
        with tempfile.TemporaryDirectory() as folder:
            await walk(appearance, Path(folder))


async def every_screen(name: str, pictures: Path) -> None:
    """Take the pictures of one case."""
    case = CASES[name]
    clock, no_keyring = StandingClock(), Keyring(lambda: None)
    vault, proxies = KeyringSessions(no_keyring), KeyringProxyPasswords(no_keyring)
    with (
        tempfile.TemporaryDirectory() as folder,
        FaultServer() as shop,
        pytest.MonkeyPatch.context() as patch,
    ):
        profile = Profile(Path(folder), computer_id())
        await profile.save_preferences(
            Preferences(
                appearance=case.appearance,
                language=case.language if case.language == "de" else "en",
            )
        )
        await profile.aclose()
        program = Program(clock, Path(folder), vault, proxies, KeyringKeyEntries(no_keyring))
        translation = compiled(Path(folder)) if case.language == PSEUDO else None
        await program.start(translation=translation)

        async def look(screen: str) -> None:
            if case.densest and screen not in screens.DENSEST:
                return
            program.window.resize(*case.size)
            await turns()
            front, window = program.front, program.window
            picture = framed(window.grab(), front.grab() if front is not window else None, window)
            picture.save(str(pictures / f"{screen}-{name}.png"), "PNG", SMALLEST)
            program.window.resize(*ROOMY)  # a small window has no buttons of a drawer

        try:
            await screens.walk(program, Wiretap(patch), shop, look)
        finally:
            await program.quit()


def application(case: Case, screens_file: str) -> QApplication:
    """Qt's application, offscreen on the screens of that file, shown as `case` says."""
    os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={screens_file}"
    os.environ["QT_SCALE_FACTOR"] = str(case.scale)
    logging.getLogger("medusa_console").setLevel(logging.ERROR)  # offscreen warns a lot
    qt = QApplication([])
    qt.setCursorFlashTime(0)
    font = qt.font()
    font.setPixelSize(case.font)
    qt.setFont(font)
    if case.right_to_left:
        qt.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    return qt


def main() -> None:
    """Take the pictures that the command line asks for."""
    options = argparse.ArgumentParser(description="Makes pictures of the program.")
    options.add_argument("--all", type=Path, metavar="FOLDER", help="take every screen's pictures")
    options.add_argument("--case", choices=CASES, help="with --all: take only those of one case")
    asked = options.parse_args()
    if asked.all is not None:
        asked.all.mkdir(parents=True, exist_ok=True)
    if asked.all is not None and asked.case is None:
        for name in CASES:  # each in a process of its own, because Qt has one scale for each
            line = [sys.executable, __file__, "--all", str(asked.all), "--case", name]
            subprocess.run(line, check=True)  # noqa: S603  # this very file
        return
    with (
        tempfile.NamedTemporaryFile("w", suffix=".conf") as fonts,
        tempfile.NamedTemporaryFile("w", suffix=".json") as screen,
    ):
        fonts.write(FONTS)
        fonts.flush()
        json.dump({"screens": [SCREEN]}, screen)
        screen.flush()
        os.environ["FONTCONFIG_FILE"] = fonts.name
        qt = application(CASES[asked.case or "light"], screen.name)
        with asyncio.Runner(loop_factory=lambda: qasync.QEventLoop(qt)) as runner:
            runner.run(readme() if asked.all is None else every_screen(asked.case, asked.all))


if __name__ == "__main__":
    main()
