"""`--self-test`: finds out whether this build works on this computer, without a store or a person.

Signs in to a new demo store, lists its keys, draws the program's icon in a window, names the
keyring, and counts the trusted certificate authorities. Prints one line.
"""

from __future__ import annotations

import asyncio
import sys
import tempfile
from pathlib import Path

import qasync
from pydantic import SecretStr
from PySide6.QtGui import QColor, QIcon
from PySide6.QtWidgets import QApplication, QLabel

from medusa_console import __version__
from medusa_console.connect import open_store, trusted_authorities
from medusa_console.demo import DemoStore
from medusa_console.desktop.process import harden_process
from medusa_console.domain.errors import VaultUnavailable
from medusa_console.domain.query import KeyQuery
from medusa_console.domain.store import DEMO_EMAIL, DEMO_PASSWORD, DEMO_STORE
from medusa_console.journal.database import JournalDatabase
from medusa_console.journal.receipts import ReceiptFolder
from medusa_console.journal.tables import journal_of
from medusa_console.services.session import SignedIn
from medusa_console.terminal import say
from medusa_console.threads import DaemonThreads
from medusa_console.ui.kit import resources, translations
from medusa_console.vault.backends import system_keyring
from medusa_console.vault.keyring import Keyring
from medusa_console.vault.sessions import KeyringSessions

_LIMIT_SECONDS = 60
_ROWS = 100
_ICON = 32


class Broken(Exception):
    """What of the program does not work here."""


def self_test() -> int:
    """Run the test and print its result; returns 0 if all works, else 1."""
    harden_process()
    qt = QApplication(sys.argv[:1])
    qt.setQuitOnLastWindowClosed(False)
    loop = qasync.QEventLoop(qt)
    loop.set_default_executor(DaemonThreads())
    try:
        with (
            tempfile.TemporaryDirectory(
                prefix="medusa-console-", ignore_cleanup_errors=True
            ) as folder,
            translations.installed(qt),
            asyncio.Runner(loop_factory=lambda: loop) as runner,
        ):
            told = runner.run(asyncio.wait_for(_run(qt, Path(folder)), _LIMIT_SECONDS))
    except Exception as error:  # noqa: BLE001  # whatever fails is the result
        why = " ".join(f"{type(error).__name__}: {error}".split())
        say(f"Medusa Console {__version__} FAILED: {why}")
        return 1
    say(f"Medusa Console {__version__} works: {told}")
    return 0


async def _run(qt: QApplication, folder: Path) -> str:
    keyring = Keyring(system_keyring)
    number = await _keys(folder, KeyringSessions(keyring))
    _show_icons()
    authorities = await asyncio.to_thread(trusted_authorities)
    if authorities == 0:
        raise Broken("this computer trusts no certificate authority (package ca-certificates)")
    return ", ".join(
        (
            f"{number} keys in the demo store",
            f"icons on {qt.platformName()}",
            f"keyring: {await _keyring(keyring)}",
            f"trusted authorities: {'of the system' if authorities is None else authorities}",
            f"languages: {' '.join(sorted(translations.languages()))}",
        )
    )


async def _keys(folder: Path, vault: KeyringSessions) -> int:
    """Sign in to a new demo store; returns the number of its keys, at least the first rows of which
    were read."""
    demo = DemoStore(folder)
    database, receipts = JournalDatabase(folder), ReceiptFolder(folder)
    try:
        await demo.start()
        opened = await open_store(
            DEMO_STORE, vault=vault, journal=journal_of(database, receipts), asgi=demo.app
        )
        try:
            session = opened.services.session
            await session.sign_in(DEMO_EMAIL, SecretStr(DEMO_PASSWORD), keep=False)
            if not isinstance(session.state, SignedIn):
                raise Broken(f"the demo store is {type(session.state).__name__}")
            page = await opened.services.keys.find(KeyQuery(), 0, _ROWS)
        finally:
            await opened.aclose()
    finally:
        receipts.close()
        await database.aclose()
        await demo.aclose()
    if not page.rows:
        raise Broken("the demo store lists no key")
    return page.count


def _show_icons() -> None:
    """Show the icons in a window; raises Broken if one of them stays empty."""
    label = QLabel()
    for name, icon in (
        ("the program's", resources.program_icon()),
        ("key", resources.icon("key")),
    ):
        label.setPixmap(icon.pixmap(_ICON, _ICON))
        label.show()
        label.repaint()
        if not _is_drawn(icon):
            raise Broken(f"the icon {name} is not drawn")
    label.close()


def _is_drawn(icon: QIcon) -> bool:
    image = icon.pixmap(_ICON, _ICON).toImage()
    points = ((x, y) for x in range(image.width()) for y in range(image.height()))
    return any(QColor(image.pixelColor(*point)).alpha() for point in points)


async def _keyring(keyring: Keyring) -> str:
    """The name of the keyring. A computer may have none, which is no fault of the program."""
    try:
        return await keyring.place() or "without a name"
    except VaultUnavailable as error:
        return f"none ({error.fault.name.lower()})"
