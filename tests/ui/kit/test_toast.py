"""Only what can be undone passes by itself."""

from __future__ import annotations

from PySide6.QtCore import QPoint
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from medusa_console.ui.kit.toast import Toast
from tests.ui.finding import find
from tests.waiting import until


def room(qtbot: QtBot) -> QWidget:
    page = QWidget()
    page.resize(640, 400)
    qtbot.addWidget(page)
    page.show()
    QTest.mouseMove(page, QPoint(1, 1))
    return page


async def test_undo_is_offered_and_done_once(qtbot: QtBot) -> None:
    toast = Toast(room(qtbot))
    done: list[str] = []
    toast.offer("Renamed to “<b>x”", "Undo", lambda: done.append("undone"))
    undo = find(toast, QPushButton, "toast.action")
    assert toast.isVisible()
    undo.click()
    undo.click()
    assert done == ["undone"]
    assert not toast.isVisible()


async def test_the_offer_ends(qtbot: QtBot) -> None:
    toast = Toast(room(qtbot))
    done: list[str] = []
    toast.offer("Renamed", "Undo", lambda: done.append("undone"), seconds=0.01)
    await until(lambda: not toast.isVisible())
    find(toast, QPushButton, "toast.action").click()
    assert done == []


async def test_it_stays_while_somebody_is_about_to_press_it(qtbot: QtBot) -> None:
    page = room(qtbot)
    other = QPushButton("Elsewhere", page)
    other.show()
    page.activateWindow()
    await until(page.isActiveWindow)
    toast = Toast(page)
    toast.offer("Renamed", "Undo", lambda: None, seconds=0.01)
    undo = find(toast, QPushButton, "toast.action")
    undo.setFocus()
    assert undo.hasFocus(), "before the time is up, however late it is by now"
    passed = 0

    def several_turns() -> bool:
        nonlocal passed
        passed += 1
        return passed > 200

    await until(several_turns)
    assert toast.isVisible()
    other.setFocus()
    await until(lambda: not toast.isVisible())


async def test_it_lies_within_the_page_however_small(qtbot: QtBot) -> None:
    page = room(qtbot)
    toast = Toast(page)
    toast.offer("Renamed to a title " + "x" * 60, "Undo", lambda: None)
    page.resize(300, 200)
    await until(lambda: page.rect().contains(toast.geometry()))
    find(toast, QToolButton, "toast.close").click()
    assert not toast.isVisible()
