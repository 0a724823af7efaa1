"""Makes the README's pictures anew: `python docs/make_pictures.py`.

With a folder as its argument, it puts the pictures there, in a language of accented, longer words:
what is not accented cannot be translated, and what is cut off has no room.

The real program, offscreen, on a fresh demo store in a temporary folder, once light and once dark.
Inter and JetBrains Mono are used where fontconfig knows them. Nothing secret is ever in a picture:
the new key of the once-only dialog stays masked, and its store is gone when this ends.
"""

from __future__ import annotations

import asyncio
import logging
import os
import sys
import tempfile
import time
from contextlib import AsyncExitStack
from pathlib import Path
from typing import TypeVar

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import qasync
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter, QPalette, QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QPushButton, QTableView, QWidget

from medusa_console.app.run import assemble
from medusa_console.clock import Clock
from medusa_console.desktop.computer import computer_id
from medusa_console.desktop.presence import Presence
from medusa_console.domain.preferences import Appearance, Preferences
from medusa_console.domain.store import DEMO_STORE, Environment, Store
from medusa_console.profile.profile import Profile
from medusa_console.ui.kit.button import GUARD_SECONDS
from medusa_console.ui.kit.theme_tokens import DESIGN_FONT_SIZE
from medusa_console.ui.window.requests import Request
from medusa_console.vault.keyring import Keyring
from medusa_console.vault.proxies import KeyringProxyPasswords
from medusa_console.vault.sessions import KeyringSessions
from tests.pseudo import compiled
from tests.waiting import until

W = TypeVar("W", bound=QWidget)

PICTURES = Path(__file__).resolve().parent / "pictures"
SIZE = (1280, 800)
SMALLEST = 0  # Qt's "quality" of a PNG: how little it is compressed
SHADOW, SHADOW_WIDTH = QColor(0, 0, 0, 8), 16
SELECTED = "ERP nightly sync"
CUSTOMER = "ines.jansen221@example.com"
STORES = (
    DEMO_STORE,
    Store("live", "Northwind EU", "https://medusa.northwind.example", Environment.LIVE),
    Store("staging", "Northwind staging", "https://staging.northwind.example", Environment.STAGING),
)
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
    """The picture of `window` with `dialog` in its middle, framed as a desktop would."""
    front, picture = await still(dialog), await still(window)
    place = front.rect()
    place.moveCenter(picture.rect().center())
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


async def walk(
    appearance: Appearance, folder: Path, pictures: Path, translation: Path | None
) -> None:
    """Take every picture in one appearance."""

    def save(name: str, picture: QPixmap) -> None:
        picture.save(str(pictures / f"{name}-{appearance}.png"), "PNG", SMALLEST)

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
            presence=Presence(application, clock),
            clock=clock,
            translation=translation,
        )
        window = console.window
        console.begin(demo=False)
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
        window.requested.emit(Request.LOCK_ALL)
        await appears(window, QWidget, "lockPage")
        save("locked", await still(window))


def titles(table: QTableView, *, column: int = 0) -> list[str]:
    """What a column says in the rows that are loaded."""
    model = table.model()
    return [str(model.index(row, column).data()) for row in range(model.rowCount())]


async def main(pseudo: Path | None) -> None:
    """Take all pictures, in the pseudo-language if there is a folder for it."""
    translation = compiled(pseudo) if pseudo is not None else None
    for appearance in (Appearance.LIGHT, Appearance.DARK):
        with tempfile.TemporaryDirectory() as folder:
            await walk(appearance, Path(folder), pseudo or PICTURES, translation)


if __name__ == "__main__":
    with tempfile.NamedTemporaryFile("w", suffix=".conf") as fonts:
        fonts.write(FONTS)
        fonts.flush()
        os.environ["FONTCONFIG_FILE"] = fonts.name
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
        os.environ["QT_SCALE_FACTOR"] = "1"
        logging.getLogger("medusa_console").setLevel(logging.ERROR)  # offscreen warns a lot
        qt = QApplication([])
        qt.setCursorFlashTime(0)
        font = qt.font()
        font.setPixelSize(DESIGN_FONT_SIZE)
        qt.setFont(font)
        with asyncio.Runner(loop_factory=lambda: qasync.QEventLoop(qt)) as runner:
            runner.run(main(Path(sys.argv[1]) if len(sys.argv) > 1 else None))
