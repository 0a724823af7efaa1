"""What the list of keys shows is exported: whole, without a key, or not at all."""

from __future__ import annotations

import csv
import json
import os
import re
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit

from medusa_console.domain.api_key import KeyType
from medusa_console.domain.key_health import KeyMark
from medusa_console.domain.key_table import FIELDS
from medusa_console.domain.query import KeyQuery
from medusa_console.ui.kit.label import PlainLabel
from medusa_console.ui.words.key_export import asked
from tests.faults import server as faults
from tests.faults.server import Behaviour, Exchange, FaultServer
from tests.services.many_store import ManyStore
from tests.system import full_disk
from tests.ui.driving import CTRL, Program
from tests.ui.northwind import enter
from tests.ui.running import Start
from tests.ui.standins import never
from tests.waiting import until

RETURN, ESCAPE, E = Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_E
TOKEN = "pk_" + "a1" * 32


@pytest.fixture
def server() -> Iterator[FaultServer]:
    with FaultServer() as server:
        yield server


@pytest.fixture
def keys(server: FaultServer) -> ManyStore:
    return ManyStore(server)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An empty folder of the user's."""
    folder = tmp_path / "exports"
    folder.mkdir()
    return folder


@pytest.fixture
async def live(start: Start, server: FaultServer, keys: ManyStore) -> Program:
    keys.add(900)
    keys.add(2, "=cmd", type="publishable", token=TOKEN, sales_channels=[])
    program = await start()
    await enter(program, server)
    program.window.resize(1440, 900)
    program.table.setFocus()
    return program


async def begin(program: Program) -> None:
    program.table.setFocus()
    program.key(E, CTRL)
    await program.dialog("exportKeys")


async def choose(program: Program, path: Path, *, exists: bool = False) -> None:
    """Choose this file; the export begins."""
    program.press("Choose file…")

    def file_dialog() -> QFileDialog | None:
        front = QApplication.activeModalWidget()
        return front if isinstance(front, QFileDialog) else None

    chosen = await until(file_dialog)
    assert chosen is not None
    edit = chosen.findChildren(QLineEdit, "fileNameEdit")[0]
    edit.setText(str(path))
    QTest.keyClick(edit, RETURN)
    if exists:
        await program.dialog("confirm")
        await program.reads(f"Replace “{path.name}”?")
        program.press("Replace")
    await program.dialog("exportKeys")


def for_rows(keys: ManyStore, behaviour: Behaviour) -> Behaviour:
    """The rows are read with `behaviour`, and all else honestly."""

    def behave(exchange: Exchange) -> None:
        rows = "id=apk" in exchange.request.target
        (behaviour if rows else keys.honest("list", ""))(exchange)

    return behave


def problem(program: Program) -> str:
    there = program.is_there("formProblem")
    return program.find(PlainLabel, "formProblem").text() if there else ""


async def done(program: Program, words: str) -> None:
    await until(lambda: program.is_there("export.close"))
    assert program.find(PlainLabel, "export.progress").text() == words
    assert program.focus.objectName() == "export.close"
    program.key(RETURN)
    await program.no_dialog()


async def test_every_key_that_matches_is_exported_and_none_of_its_tokens(
    live: Program, keys: ManyStore, folder: Path
) -> None:
    await begin(live)
    await live.reads("All keys", "Created, descending", "ID, Title, Type, Key, State", "no key")
    assert live.focus.objectName() == "export.choose"
    file = folder / "all.csv"
    file.write_text("an earlier export")
    file.chmod(0o644)
    await choose(live, file, exists=True)
    await done(live, "902 keys exported to all.csv")
    assert oct(file.stat().st_mode & 0o777) == "0o600"
    text = file.read_bytes().decode()
    lines = list(csv.DictReader(text.splitlines(keepends=True), strict=True))
    assert [line["id"] for line in lines] == list(keys.records)
    assert lines[-1]["title"].startswith("'=cmd")
    *names, about = lines[0]
    for part in ("902 keys · as of 20", "Northwind EU", "All keys", "Created, descending"):
        assert part in about
    assert names == [
        "id",
        *(field for fields in FIELDS.values() for field in fields if field in names),
    ]
    assert not re.search(r"[sp]k_[0-9a-f]{8}", text)
    assert os.listdir(folder) == ["all.csv"], "no draft is left"

    # What is searched is in the head, unless it may hold a key.
    live.key(Qt.Key.Key_Slash)
    live.type("=cmd")
    await until(lambda: "2 of 2 loaded" in live.footer)
    await begin(live)
    await live.reads("Search: =cmd")
    await choose(live, folder / "some.json")
    await done(live, "2 keys exported to some.json")
    text = (folder / "some.json").read_text()
    about = json.loads(text)["about"]
    assert (about["matching"], about["exported"], about["complete"]) == (2, 2, True)
    assert (about["query"], about["store"]) == ("Search: =cmd", "Northwind EU")
    assert [row["title"][:4] for row in json.loads(text)["api_keys"]] == ["=cmd"] * 2
    assert TOKEN not in text


async def test_a_stopped_or_failed_export_leaves_what_was_there_and_says_why(
    live: Program, keys: ManyStore, server: FaultServer, folder: Path
) -> None:
    file, gone, read_on = folder / "keys.csv", folder / "gone", threading.Event()
    file.write_text("an earlier export")
    await begin(live)
    keys.script("list", for_rows(keys, faults.after(read_on, keys.honest("list", ""))))
    await choose(live, file, exists=True)
    await live.reads("0 of 902 keys read")
    assert live.focus.objectName() == "export.stop"
    live.key(ESCAPE)
    await live.reads("Stopped. No file was written.")
    assert live.focus.objectName() == "export.choose"
    read_on.set()
    told = live.find(PlainLabel, "export.progress")
    await never(lambda: told.text() != "Stopped. No file was written.", beside=server)
    assert file.read_text() == "an earlier export"
    read_on.clear()

    # The folder vanishes while the keys are read.
    gone.mkdir()
    keys.script("list", for_rows(keys, faults.after(read_on, keys.honest("list", ""))))
    await choose(live, gone / "keys.csv")
    await live.reads("0 of 902 keys read")
    gone.rmdir()
    read_on.set()
    await until(lambda: "The folder isn't there any more." in problem(live))
    keys.script("list", None)
    if sys.platform == "linux":
        await choose(live, Path("/sys/keys.csv"))
        await until(lambda: "You don't have permission to write" in problem(live))
    with full_disk(room=1_000):
        await choose(live, file, exists=True)
        await until(lambda: "Nothing was written" in problem(live))
    keys.script("list", faults.answer(500))
    await choose(live, file, exists=True)
    await until(lambda: "returned an error" in problem(live))
    assert file.read_text() == "an earlier export"
    assert os.listdir(folder) == ["keys.csv"]

    # A record that somebody deletes meanwhile is told.
    read_on.clear()
    keys.script("list", for_rows(keys, faults.after(read_on, keys.honest("list", ""))))
    await choose(live, file, exists=True)
    await live.reads("0 of 902 keys read")
    keys.records.popitem()
    keys.script("list", None)
    read_on.set()
    await until(lambda: live.is_there("export.leftOut"))
    await live.reads("1 key was deleted while the others were read.")
    await done(live, "901 keys exported to keys.csv")
    assert "901 of 902 keys · as of" in file.read_text()


def test_a_search_that_may_hold_a_key_is_not_written_down() -> None:
    told = asked(KeyQuery(text="sk_" + "a1" * 20, type=KeyType.SECRET), "", 90)
    assert "a1a1" not in told
    assert "Secret" in told
    assert asked(KeyQuery(mark=KeyMark.OLD), "", 30) != asked(KeyQuery(mark=KeyMark.OLD), "", 31)
