"""Starts on a computer on which something is missing or wrong: they go on, or say why not."""

from __future__ import annotations

import json
import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from medusa_console.journal.database import JournalDatabase
from medusa_console.journal.key_notes import KeyNotesTable

# The system knows of no home of this account: before anything of the program is imported, so that
# no start ever meets the home of whoever runs the tests.
HOMELESS = """
import os, pwd
os.environ.pop("HOME", None)
def unknown(number):
    raise KeyError(number)
pwd.getpwuid = unknown
"""
# A start as a person makes it: they read what a box says and close it; else they wait for the
# window, read what stands in it, and close it.
PERSON = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLabel, QMessageBox
import medusa_console.app
run = sys.modules["medusa_console.app.run"]
build = run.QApplication
wanted = sys.argv.pop(1)

def looks():
    for window in QApplication.topLevelWidgets():
        if isinstance(window, QMessageBox) and window.isVisible():
            print("box", ascii(window.text()), flush=True)
            window.reject()
        elif window.objectName() == "mainWindow" and window.isVisible():
            told = [label.text() for label in window.findChildren(QLabel) if label.isVisible()]
            if any(wanted in text for text in told):
                QApplication.instance().look.stop()
                print("window", flush=True)
                window.close()

class Watched(build):
    def __init__(self, *arguments):
        super().__init__(*arguments)
        self.look = QTimer(self, interval=5)
        self.look.timeout.connect(looks)
        self.look.start()

run.QApplication = Watched
from medusa_console.__main__ import main
print(main(sys.argv[1:]), flush=True)
"""
FORGET = """
import sys
from medusa_console.__main__ import main
sys.exit(main(["--forget", "--yes", *sys.argv[1:]]))
"""
ROOT = Path(__file__).resolve().parents[2]
PATIENCE_S = 250  # bounds what is stuck


def started(
    *arguments: str,
    wanted: str = "Try the demo store",
    folder: Path,
    home: Path | None,
    **environment: str,
) -> tuple[list[str], str]:
    """What the person reads, and what stands in the terminal, after a start in `folder` without
    anything of a desktop in the environment. `home` is the account's, None for none."""
    done = subprocess.run(
        [sys.executable, "-c", PERSON if home else HOMELESS + PERSON, wanted, *arguments],
        cwd=folder,
        env={"QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT), "HOME": str(home or "")}
        | environment,
        capture_output=True,
        text=True,
        errors="replace",
        timeout=PATIENCE_S,
    )
    return done.stdout.splitlines(), done.stderr


def content(folder: Path) -> dict[str, tuple[bytes, int]]:
    """Every file with its bytes and the time of its last change."""
    return {
        str(file.relative_to(folder)): (file.read_bytes(), file.stat().st_mtime_ns)
        for file in folder.rglob("*")
        if file.is_file()
    } | {"": (b"", folder.stat().st_mtime_ns)}


NO_HOME = "This account has no home folder. Start Medusa Console with --data-folder FOLDER."


def test_without_a_home_folder_it_says_what_to_do(tmp_path: Path) -> None:
    read, complaint = started(folder=tmp_path, home=None)
    assert read == [f"box {NO_HOME!r}", "1"]
    assert NO_HOME in complaint
    assert "Traceback" not in complaint
    assert list(tmp_path.iterdir()) == []


def test_without_a_home_folder_it_starts_in_another_one(tmp_path: Path) -> None:
    data = tmp_path / "data"
    read, complaint = started("--data-folder", str(data), folder=tmp_path, home=None)
    assert read == ["window", "0"]
    assert "Traceback" not in complaint
    assert (data / "preferences.json").exists()


@pytest.mark.parametrize("name", ["stores.json", "journal.sqlite3"])
async def test_the_data_of_a_newer_version_is_refused_and_left_as_it_is(
    tmp_path: Path, name: str
) -> None:
    data = tmp_path / "data"
    data.mkdir()
    if name == "stores.json":
        (data / name).write_text(json.dumps({"version": 2, "stores": {"new": "shape"}}, indent=1))
    else:
        database = JournalDatabase(data)
        await KeyNotesTable(database).of("https://shop.example")
        await database.aclose()
        with sqlite3.connect(data / name) as newer:
            newer.execute("PRAGMA user_version = 99")
        newer.close()
    before = content(data)
    read, complaint = started("--data-folder", str(data), folder=tmp_path, home=tmp_path)
    box, end = read
    assert end == "1"
    for told in (box, complaint):
        assert "was used by a newer version of Medusa Console" in told
        assert "Nothing in it was changed." in told
        assert str(data) in told
    assert content(data) == before


@pytest.mark.parametrize("locale", ["C", "POSIX", "de_DE.UTF-8"])
def test_a_plain_locale_no_bus_and_no_keyring_stop_nothing(tmp_path: Path, locale: str) -> None:
    data = tmp_path / "Büro – Schlüssel 鍵"
    read, complaint = started(
        "--data-folder",
        str(data),
        folder=tmp_path,
        home=tmp_path,
        LC_ALL=locale,
        DBUS_SESSION_BUS_ADDRESS="unix:path=/nowhere/at/all",
        wanted="Demo" if locale.startswith("de") else "Try the demo store",
    )
    assert read == ["window", "0"]
    assert "Traceback" not in complaint
    assert (data / "preferences.json").exists()
    assert [entry.name for entry in tmp_path.iterdir() if entry.name != ".cache"] == [data.name]


def test_where_nothing_can_be_written_it_starts_and_says_so(tmp_path: Path) -> None:
    # A file in the way: root may write in a folder that others may not.
    (tmp_path / "file").write_text("")
    read, complaint = started(
        "--demo",
        *("--data-folder", str(tmp_path / "file" / "data")),
        folder=tmp_path,
        home=tmp_path / "file",
        wanted="Demo changes can't be saved",
    )
    assert read == ["window", "0"]
    assert "Traceback" not in complaint
    assert os.listdir(tmp_path) == ["file"]


def test_what_is_in_the_keyring_stays_where_the_data_are_not_known(tmp_path: Path) -> None:
    newer = tmp_path / "data"
    newer.mkdir()
    (newer / "stores.json").write_text('{"version": 2}')
    for arguments, told in ([], NO_HOME), (["--data-folder", str(newer)], "newer version"):
        done = subprocess.run(
            [sys.executable, "-c", HOMELESS + FORGET, *arguments],
            env={
                "QT_QPA_PLATFORM": "offscreen",
                "PYTHONPATH": str(ROOT),
                "DBUS_SESSION_BUS_ADDRESS": "unix:path=/nowhere/at/all",
            },
            cwd=tmp_path,
            capture_output=True,
            text=True,
        )
        assert told in done.stdout
        assert "Traceback" not in done.stderr
        assert done.returncode == 1
