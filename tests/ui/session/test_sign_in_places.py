"""Nothing in front of a store jumps: what can be pressed stays where it is, whatever is said."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QListWidget, QPushButton, QWidget

from tests.ui.driving import CTRL, Program, type_into
from tests.ui.northwind import connect
from tests.ui.running import Start
from tests.waiting import until

NOBODY = "http://127.0.0.1:9"


async def at_the_demo_stores_form(start: Start) -> Program:
    """Nobody signs in: a start for the demo store alone would do so by itself."""
    program = await start()
    program.press("Try the demo store")
    await program.open("Demo store")
    return program


def places(program: Program, *names: str) -> dict[str, QRect]:
    """Where the parts of these names are in the window."""
    window = program.window
    parts = {name: program.find(QWidget, name) for name in names}
    return {name: QRect(part.mapTo(window, QPoint()), part.size()) for name, part in parts.items()}


def answer_wrongly(program: Program) -> None:
    edit = program.find(QLineEdit, "password")
    edit.setFocus()
    edit.selectAll()
    type_into(edit, "wrong")
    program.key(Qt.Key.Key_Return)


async def test_the_form_stays_in_its_place_whatever_is_said(start: Start) -> None:
    program = await at_the_demo_stores_form(start)
    program.window.resize(1280, 800)
    await connect(program, NOBODY, name="Nobody", environment="Development")
    names = ("signIn.heading", "email", "password", "keep", "submit")
    await until(lambda: program.is_there("banner.title"))
    unreachable = places(program, *names)
    stores = program.find(QListWidget, "stores")
    stores.itemClicked.emit(stores.item(0))
    await program.open("Demo store")
    await until(lambda: places(program, *names) == unreachable)
    before = unreachable

    answer_wrongly(program)
    await until(lambda: program.is_there("password.error"))
    assert places(program, *names) == before
    program.find(QLineEdit, "email").clear()
    program.find(QPushButton, "submit").click()
    await until(lambda: program.is_there("email.error"))
    assert places(program, *names) == before


async def test_the_lock_stays_in_its_place_whatever_is_said(start: Start) -> None:
    program = await start(demo=True)
    await program.keys_page()
    program.key(Qt.Key.Key_L, CTRL)
    await until(lambda: program.is_there("lockPage"))
    names = ("lock.title", "password", "unlock", "lock.signOut")
    before = places(program, *names)
    answer_wrongly(program)
    await until(lambda: program.is_there("password.error"))
    assert places(program, *names) == before


async def test_the_cards_of_the_welcome_are_of_one_size(start: Start) -> None:
    program = await start()
    for width in (1280, 640):
        program.window.resize(width, 800)
        await until(lambda: program.is_there("tryDemo"))
        cards = [
            part
            for part in program.window.findChildren(QWidget)
            if part.property("ground") == "card" and part.isVisible()
        ]
        assert len({part.size().toTuple() for part in cards}) == 1, width
        assert len(cards) == 2
    assert program.find(QLabel, "welcome.heading").text() == "Medusa Console"


async def test_a_password_can_be_shown(start: Start) -> None:
    program = await at_the_demo_stores_form(start)
    program.window.resize(640, 400)
    edit = program.find(QLineEdit, "password")
    place = edit.geometry()
    program.press("Show")
    assert edit.echoMode() is QLineEdit.EchoMode.Normal
    assert edit.geometry() == place
    program.press("Hide")
    assert edit.echoMode() is QLineEdit.EchoMode.Password
    program.press("Show")
    answer_wrongly(program)
    await program.reads("Wrong email or password. Both are case-sensitive.")
    edit.clear()
    type_into(edit, "Demo")
    assert "Caps Lock" not in program.words
    QTest.keyClick(edit, Qt.Key.Key_A, Qt.KeyboardModifier.ShiftModifier)
    QTest.sendKeyEvent(QTest.KeyAction.Click, edit, Qt.Key.Key_A, "A", Qt.KeyboardModifier(0))
    await program.reads("Caps Lock is on.")
    program.key(Qt.Key.Key_CapsLock)
    assert "Caps Lock" not in program.words
