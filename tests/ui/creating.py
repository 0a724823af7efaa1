"""Creating a key, step by step."""

from __future__ import annotations

import sqlite3
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QDialog, QMenu

from tests.ui.driving import NO_KEYS, Program
from tests.ui.standins import turns
from tests.waiting import until

TITLE = "ERP nightly sync (new)"


async def ask_for_a_key(program: Program, title: str = TITLE, kind: str = "Secret") -> QDialog:
    """Fill in the form; Create is not pressed yet."""
    program.press("Create key")
    form = await program.dialog("keyForm")
    program.fill("Title", title)
    program.button(kind).click()
    return form


async def create_secret(program: Program, title: str = TITLE) -> QDialog:
    """Up to the once-only dialog."""
    await ask_for_a_key(program, title)
    program.press("Create")
    return await program.dialog("revealKey")


async def noted(program: Program) -> None:
    """Wait until what is noted of a new key is on disk: whoever leaves before is asked."""
    services = program.services
    assert services is not None
    await until(lambda: not services.writes.busy)


def pending_lines(program: Program) -> list[dict[str, Any]]:
    """What is on disk about creations that are not settled."""
    file = program.folder / "journal.sqlite3"
    if not file.exists():
        return []
    journal = sqlite3.connect(f"file:{file}?mode=ro", uri=True)
    try:
        journal.row_factory = sqlite3.Row
        return [dict(row) for row in journal.execute("select * from pending_keys")]
    finally:
        journal.close()


def hold_enter(program: Program, times: int = 20) -> None:
    """The key that was pressed for something else is still down; a second goes by."""
    for _ in range(times):
        program.clock.skip(0.05)
        event = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Return, NO_KEYS, "\r", True)
        QCoreApplication.sendEvent(program.focus, event)


async def hand_over(program: Program, *texts: str) -> None:
    """Choose a way in the menu of the once-only dialog."""
    program.press("Hand over…")
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    opened: QMenu = menu
    for text in texts:
        (action,) = (one for one in opened.actions() if one.text() == text)
        if isinstance(inner := action.menu(), QMenu):
            opened = inner
        else:
            action.trigger()
    menu.close()
    await turns(3)
