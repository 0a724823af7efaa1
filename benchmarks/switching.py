"""Two stores open at once: how long it takes from one to the other."""

from __future__ import annotations

import asyncio
import time
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from benchmarks.window import Painted, dialog, press, until
from medusa_console.ui.window.requests import Request

if TYPE_CHECKING:
    from benchmarks.session import Session
    from benchmarks.window import Screen

_CALM = 1.0  # the new store's name is gone, and dangerous buttons count again


async def switch_rounds(
    session: Session, screen: Screen, names: tuple[str, str], rounds: int
) -> list[float]:
    """Seconds from Enter in the switcher to the painted rows of the other store; `names` are the
    store in front and another one, which is signed in to first if nobody is."""
    here, there = names
    await _go(screen, there)
    if screen.window.workspace is None:
        await session.sign_in()
    found = []
    for number in range(rounds):
        await asyncio.sleep(_CALM)
        found.append(await _timed(screen, here if number % 2 == 0 else there))
    await asyncio.sleep(_CALM)
    return found


async def _go(screen: Screen, name: str) -> None:
    await _type(screen, name)
    _enter(screen)
    await until(lambda: dialog("switcher") is None)
    await until(lambda: name in screen.window.windowTitle())


async def _type(screen: Screen, name: str) -> None:
    screen.window.requested.emit(Request.SWITCH_STORE)
    await until(lambda: dialog("switcher"))
    field = screen.part(QLineEdit, "switcherSearch", dialog("switcher"))
    for letter in name:
        press(field, Qt.Key.Key_unknown, letter)


def _enter(screen: Screen) -> None:
    press(screen.part(QLineEdit, "switcherSearch", dialog("switcher")), Qt.Key.Key_Return)


async def _timed(screen: Screen, name: str) -> float:
    await _type(screen, name)
    painted = Painted(screen.window, lambda: name in screen.window.windowTitle())
    begin = time.perf_counter()
    _enter(screen)
    return await painted.moment() - begin
