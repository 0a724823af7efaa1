"""A start to the sign-in form imports what the form needs, and the rest afterwards."""

from __future__ import annotations

import asyncio
import os
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

from medusa_console.desktop.computer import computer_id
from medusa_console.domain.store import Environment, Store
from medusa_console.profile.profile import Profile

PATIENCE_S = 250  # bounds what is stuck
STORE = Store("b", "Northwind", "http://127.0.0.1:9", Environment.DEVELOPMENT)
TELLS = """
import sys
from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QLineEdit
from medusa_console.__main__ import main
import medusa_console.app

run = sys.modules["medusa_console.app.run"]
build = run.QApplication

class Watched(build):
    def __init__(self, *arguments):
        super().__init__(*arguments)
        self.filter = Filter(self)
        self.installEventFilter(self.filter)

class Filter(QObject):
    told = False

    def eventFilter(self, watched, event):
        if (
            not self.told
            and event.type() == QEvent.Type.Paint
            and isinstance(watched, QLineEdit)
            and watched.objectName() == "email"
            and watched.isEnabled()
            and watched.hasFocus()
        ):
            self.told = True
            print(*sys.modules, flush=True)
            QTimer.singleShot(0, watched.window().close)
        return False

run.QApplication = Watched
main(["--data-folder", sys.argv[1]])
"""
WAITS = """
import sys, threading
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLabel
from medusa_console.__main__ import main
import medusa_console.app

run = sys.modules["medusa_console.app.run"]
build = run.QApplication
by_the_window = []

class Finder:
    def find_spec(name, *_):
        if threading.current_thread() is threading.main_thread():
            by_the_window.append(name)

sys.meta_path.insert(0, Finder)

class Watched(build):
    def __init__(self, *arguments):
        super().__init__(*arguments)
        self.timer = QTimer(self, interval=20)
        self.timer.timeout.connect(self.look)
        self.timer.start()

    def look(self):
        for window in self.topLevelWidgets():
            place = window.findChild(QLabel, "keep.place")
            if place is not None and (told := WHEN):
                self.timer.stop()
                print(told)
                print(*sys.modules)
                print(*by_the_window, flush=True)
                QTimer.singleShot(0, window.close)
                return

run.QApplication = Watched
main(["--data-folder", sys.argv[1]])
"""
LATE = {
    # libraries
    "pydantic", "pydantic_core", "httpx", "truststore", "keyring", "secretstorage", "cryptography",
    "jeepney", "rich", "click", "zxcvbn", "urllib.request", "email",
    # our own
    "medusa_console.api", "medusa_console.connect", "medusa_console.demo",
    "medusa_console.domain.api_key", "medusa_console.domain.session",
    "medusa_console.services.session", "medusa_console.services.store_services",
    "medusa_console.ui.keys", "medusa_console.ui.customers", "medusa_console.ui.leaks",
    "medusa_console.ui.once", "medusa_console.ui.records", "medusa_console.ui.window.settings",
    "medusa_console.ui.window.workspace",
}  # fmt: skip


def test_the_form_is_painted_before_what_it_can_do_without_is_imported(
    tmp_path: Path,
) -> None:
    asyncio.run(keep(STORE, tmp_path))
    done = subprocess.run(
        [sys.executable, "-c", TELLS, str(tmp_path)],
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=PATIENCE_S,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    imported = set(done.stdout.split())
    assert "medusa_console.ui.session.sign_in_form" in imported
    assert imported & LATE == set()


@pytest.mark.skipif(find_spec("dbus") is not None, reason="KWallet may be there")
def test_that_there_is_no_keyring_is_told_without_loading_its_library(tmp_path: Path) -> None:
    asyncio.run(keep(STORE, tmp_path))
    told, imported, _ = waits("place.text()", tmp_path)
    assert told.startswith("No usable keyring on this computer.")
    assert not {"keyring", "secretstorage", "cryptography"} & set(imported.split())


def test_without_a_store_a_thread_imports_what_the_first_dialog_needs(tmp_path: Path) -> None:
    ready = "getattr(sys.modules.get('medusa_console.connect'), 'open_store', None)"
    _, imported, by_the_window = waits(ready, tmp_path)
    assert {"pydantic", "httpx"} <= set(imported.split())
    assert not {"pydantic", "httpx", "medusa_console.connect"} & set(by_the_window.split())


def waits(when: str, folder: Path) -> list[str]:
    """What the program tells once `when` is true: its value, all modules, the window's imports."""
    nowhere = {"DBUS_SESSION_BUS_ADDRESS": "unix:path=/nowhere/at/all"}
    done = subprocess.run(
        [sys.executable, "-c", WAITS.replace("WHEN", when), str(folder)],
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"} | nowhere,
        capture_output=True,
        text=True,
        timeout=PATIENCE_S,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()


async def keep(store: Store, folder: Path) -> None:
    profile = Profile(folder, computer_id())
    await profile.save_stores([store])
    await profile.aclose()


def test_the_thread_that_imports_the_connection_imports_all_that_its_first_request_needs() -> None:
    look = "import sys, medusa_console.connect; print('anyio._backends._asyncio' in sys.modules)"
    asked = subprocess.run([sys.executable, "-c", look], capture_output=True, text=True, check=True)
    assert asked.stdout.strip() == "True"


def test_httpx_comes_without_its_command_line_which_others_can_still_import() -> None:
    look = (
        "import sys, medusa_console.connect\n"
        "print(*sys.modules)\n"
        "import click, httpx._main\n"
        "print(httpx._main.main.name)"
    )
    asked = subprocess.run([sys.executable, "-c", look], capture_output=True, text=True, check=True)
    imported, name = asked.stdout.splitlines()
    assert {"httpx", "httpcore"} <= set(imported.split())
    assert not {"httpx._main", "click", "rich", "pygments"} & set(imported.split())
    assert name == "main"


async def test_nobody_looks_into_the_modules_that_are_imported() -> None:
    script = "import medusa_console.app, pydantic, sys; print(*sys.modules['__feature__'].{})"
    told = await asyncio.to_thread(
        subprocess.run,
        [sys.executable, "-c", script.format("pyside_feature_dict")],
        capture_output=True,
        text=True,
        timeout=PATIENCE_S,
        check=True,
    )
    looked_into = told.stdout.split()
    assert "pydantic" not in looked_into
    assert not [name for name in looked_into if name.startswith("medusa_console.app.")]
