"""The window's thread waits for no network, no disk and no keyring: Python itself tells."""

from __future__ import annotations

import os
import socket
import sys
import sysconfig
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox

from tests.faults.medusa import PASSWORD
from tests.faults.server import FaultServer, json_answer
from tests.system import MemoryKeyring
from tests.ui.creating import create_secret, noted
from tests.ui.driving import CTRL
from tests.ui.northwind import MAYA, behave, connect
from tests.ui.running import Start
from tests.waiting import until

ROOT = Path(__file__).resolve().parents[2]
# Importing reads files, and so does Qt's style: neither is data, and both end after the start.
EXEMPT = (sys.prefix, sys.base_prefix, sysconfig.get_path("stdlib"), str(ROOT / "resources"))
SOURCES = (".py", ".pyc", ".so", ".pth")

_installed = False
_watching = False
_seen: list[str] = []


def _hook(event: str, arguments: tuple[Any, ...]) -> None:
    if not _watching or threading.current_thread() is not threading.main_thread():
        return
    if arguments and "__pycache__" in str(arguments[0]):
        return  # the first import of a module compiles it
    match event:
        case "open":
            path = os.fspath(arguments[0]) if isinstance(arguments[0], str | bytes | Path) else ""
            path = path.decode() if isinstance(path, bytes) else path
            if path and not path.endswith(SOURCES) and not path.startswith(EXEMPT):
                _seen.append(f"open {path}")
        case "sqlite3.connect" | "socket.getaddrinfo" | "subprocess.Popen" | "os.rename":
            _seen.append(f"{event} {arguments[0]}")
        case "socket.connect":
            asked: socket.socket = arguments[0]
            if asked.gettimeout() != 0:
                _seen.append(f"socket.connect {arguments[1]}")


@contextmanager
def watched() -> Iterator[list[str]]:
    """What the main thread does meanwhile that may take long."""
    global _watching, _installed  # an audit hook can neither be removed nor be given an object
    if not _installed:
        sys.addaudithook(_hook)
        _installed = True
    _seen.clear()
    _watching = True
    try:
        yield _seen
    finally:
        _watching = False


async def test_the_watch_sees_what_it_is_there_for(tmp_path: Path) -> None:
    import sqlite3

    with watched() as seen:
        (tmp_path / "data.json").write_text("{}")
        sqlite3.connect(tmp_path / "data.sqlite3").close()
        with FaultServer() as server:
            socket.create_connection(("127.0.0.1", server.port)).close()
    assert [line.partition(" ")[0] for line in seen if "getaddrinfo" not in line] == [
        "open",
        "sqlite3.connect",
        "socket.connect",
    ]


async def test_a_walk_through_the_demo_store_never_makes_the_window_wait(start: Start) -> None:
    program = await start()
    with watched() as seen:
        program.press("Try the demo store")
        await program.open("Demo store")
        program.key(Qt.Key.Key_Return)
        await program.keys_page()
        await create_secret(program)
        program.press("Copy and hide")
        program.press("I have saved this key")
        program.press("Done")
        await program.no_dialog()
        menu = program.field("State", QComboBox)
        menu.setCurrentText("Active")
        menu.activated.emit(menu.currentIndex())
        await until(lambda: not any(s.startswith("Revoked") for s in program.column("State")))
        await noted(program)
        program.press("Sign out")
        await program.reads("You are signed out")
        await program.quit()
    assert seen == []


async def test_a_walk_through_a_store_on_the_network_never_makes_the_window_wait(
    start: Start, keyring: MemoryKeyring
) -> None:
    program = await start()
    with FaultServer() as server:
        behave(server)
        with watched() as seen:
            await connect(program, server.origin)
            keep = program.button("Keep me signed in on this computer")
            await until(keep.isEnabled)
            program.press(keep)
            await program.signed_in(MAYA, PASSWORD)
            await program.keys_page()
            await until(lambda: keyring.entries)
            program.press("Sign out")
            await program.reads("You are signed out")
            await until(lambda: not keyring.entries)
            await program.quit()
    assert seen == []
    assert threading.main_thread() not in keyring.threads


async def test_switching_locking_and_testing_a_connection_never_make_the_window_wait(
    start: Start, keyring: MemoryKeyring, tmp_path: Path
) -> None:
    program = await start()
    with FaultServer() as east, FaultServer() as west:
        for server in (east, west):
            behave(server)
            server.on(
                "GET", "/admin/feature-flags", json_answer({"feature_flags": {"rbac": False}})
            )
        with watched() as seen:
            await connect(program, east.origin, name="East")
            await program.signed_in(MAYA, PASSWORD)
            await program.keys_page()
            program.choose("Add store…")
            await program.dialog("storeForm")
            program.fill("Name", "West")
            program.fill("Address", west.origin)
            program.press("Test connection")
            await program.reads("Roles (RBAC): off")
            program.press("Add store")
            await program.no_dialog()
            await program.open("West")
            keep = program.button("Keep me signed in on this computer")
            await until(keep.isEnabled)
            program.press(keep)
            await program.signed_in(MAYA, PASSWORD)
            await program.keys_page()
            await until(lambda: keyring.entries)
            program.key(Qt.Key.Key_K, CTRL)
            await program.dialog("switcher")
            program.type("east")
            program.key(Qt.Key.Key_Return)
            await program.no_dialog()
            program.key(Qt.Key.Key_L, CTRL)
            await until(lambda: not keyring.entries)
            program.type(PASSWORD)
            program.key(Qt.Key.Key_Return)
            await program.keys_page()
            program.choose("Sign out of all stores")
            await program.reads("You are signed out of all stores")
            await program.quit()
    assert seen == []
    assert threading.main_thread() not in keyring.threads
