"""The leak desk is a page of the window: ways in and back, the clipboard, lock and sessions."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QToolTip, QWidget

from medusa_console.desktop.instance import Wish
from medusa_console.domain.store import DEMO_EMAIL, DEMO_PASSWORD
from medusa_console.ui.kit.environment_bar import EnvironmentBar, LiveFrame
from medusa_console.ui.window.requests import Request
from tests.faults.medusa import PASSWORD
from tests.faults.server import FaultServer
from tests.ui.driving import CTRL, NO_KEYS, SHIFT, Program, listed_shortcuts, plain
from tests.ui.northwind import MAYA, behave, connect, enter
from tests.ui.running import Start
from tests.ui.said import announcements
from tests.ui.standins import turns
from tests.waiting import until

ALT = Qt.KeyboardModifier.AltModifier
DESK = "Leak desk – Medusa Console"


async def at_the_desk(program: Program) -> None:
    await until(lambda: program.window.desk_in_front)
    await until(lambda: program.is_there("leaksPage"))


async def desk(program: Program) -> None:
    """Ctrl+3."""
    program.key(Qt.Key.Key_3, CTRL)
    await at_the_desk(program)


async def check_clipboard(program: Program, text: str) -> None:
    """Another program copies `text`; Ctrl+Shift+V."""
    QGuiApplication.clipboard().setText(text)
    program.key(Qt.Key.Key_V, CTRL | SHIFT)
    await turns()


def bar(program: Program) -> str:
    return program.find(EnvironmentBar, "environment").text()


def frame(program: Program) -> int:
    layout = program.find(LiveFrame, "live.frame").layout()
    assert layout is not None
    return layout.contentsMargins().left()


async def test_the_desk_belongs_to_no_store_and_the_store_stays_as_it_was(start: Start) -> None:
    with FaultServer() as server:
        behave(server)
        program = await start()
        await enter(program, server)
        program.pick(program.column("Title")[0])
        title, picked = program.window.windowTitle(), program.picked
        assert frame(program) > 0
        await desk(program)
        assert program.window.windowTitle() == DESK
        assert bar(program) == "Leak desk · Signed in to 1 store"
        assert frame(program) == 0
        assert program.focus.window() is program.window
        for words in ("Edit store…", "Sign out", "My account…", "Refresh permissions"):
            action = next(a for a in program.menu_actions() if a.text() == words)
            assert not action.isEnabled(), words
        ways: tuple[Callable[[], None], ...] = (
            lambda: program.key(Qt.Key.Key_Escape),
            lambda: program.press("Back to Northwind EU"),
            lambda: program.key(Qt.Key.Key_1, CTRL),
            lambda: program.key(Qt.Key.Key_1, ALT),
        )
        for back in ways:
            back()
            assert not program.window.desk_in_front
            assert (program.window.windowTitle(), program.picked) == (title, picked)
            assert frame(program) > 0
            assert program.is_there("keys")
            program.press(program.find(QAbstractButton, "leakDesk"))
            await at_the_desk(program)
        program.key(Qt.Key.Key_Escape)
        program.key(Qt.Key.Key_K, CTRL)
        await program.dialog("switcher")
        program.type("leak desk")
        program.key(Qt.Key.Key_Return)
        await at_the_desk(program)
        await program.no_dialog()
        program.key(Qt.Key.Key_2, CTRL)
        assert not program.window.desk_in_front
        assert program.is_there("customersPage")


async def test_whoever_connects_the_first_store_for_a_found_key_comes_back_to_it(
    start: Start,
) -> None:
    with FaultServer() as server:
        behave(server)
        program = await start()
        await check_clipboard(program, "sk_" + "a1" * 32)
        await at_the_desk(program)
        await program.reads("1 key · no store asked")
        assert bar(program) == "Leak desk · No store asked"
        await connect(program, server.origin)
        assert not program.window.desk_in_front
        program.fill("Email", MAYA)
        program.fill("Password", PASSWORD)
        program.key(Qt.Key.Key_Return)
        await at_the_desk(program)
        await program.reads("1 key · 1 store asked")
        assert bar(program) == "Leak desk · 1 store asked"


async def test_what_is_on_the_clipboard_when_the_keys_are_pressed_is_checked(start: Start) -> None:
    program = await start()
    QGuiApplication.clipboard().setText("sk_" + "a1" * 32)
    program.key(Qt.Key.Key_V, CTRL | SHIFT)
    QGuiApplication.clipboard().setText("nothing leaked")
    await at_the_desk(program)
    await program.reads("1 key · no store asked")


async def test_a_desk_that_is_asked_for_twice_still_checks_the_clipboard(start: Start) -> None:
    program = await start()
    QGuiApplication.clipboard().setText("sk_" + "a1" * 32)
    program.key(Qt.Key.Key_V, CTRL | SHIFT)
    program.key(Qt.Key.Key_3, CTRL)
    await at_the_desk(program)
    await program.reads("1 key · no store asked")


async def test_it_is_there_before_anybody_has_signed_in(start: Start) -> None:
    program = await start()
    await desk(program)
    assert program.window.windowTitle() == DESK
    assert bar(program) == "Leak desk · Not signed in to a store"
    program.key(Qt.Key.Key_Escape)
    assert program.is_there("signInPage")
    assert program.window.windowTitle() == "Medusa Console"
    program.press("Try the demo store")
    await program.open("Demo store")
    program.press(program.find(QAbstractButton, "leakDesk"))
    await at_the_desk(program)
    program.key(Qt.Key.Key_1, ALT)
    await program.signed_in(DEMO_EMAIL)


async def test_the_keys_of_every_page_work_on_it(demo: Program) -> None:
    await desk(demo)
    menus = [plain(a.text()) for a in demo.window.menuBar().actions() if a.isVisible()]
    assert menus == ["Store", "Account", "Leak desk", "View", "Help"]
    assert "Paste from clipboard" in [a.text() for a in demo.menu_actions()]
    assert demo.focus.objectName() == "leaks.well"
    for key, modifiers in ((Qt.Key.Key_F6, NO_KEYS), (Qt.Key.Key_F6, NO_KEYS)):
        before = demo.focus
        demo.key(key, modifiers)
        assert demo.focus is not before
        assert demo.window.desk_in_front
    left = demo.focus
    demo.key(Qt.Key.Key_Escape)
    assert demo.is_there("keys")
    await desk(demo)
    assert demo.focus is left
    demo.key(Qt.Key.Key_F, CTRL)
    assert demo.focus.objectName() == "leaks.well"
    demo.key(Qt.Key.Key_F5)
    demo.key(Qt.Key.Key_F1)
    listed = listed_shortcuts(await demo.dialog("shortcuts"))
    assert listed["Leak desk"] == "Ctrl+3"
    assert listed["Check the clipboard for leaked keys"] == "Ctrl+Shift+V"


async def test_over_a_dialog_it_only_says_so_and_the_form_stays(
    demo: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    demo.press("Create key")
    await demo.dialog("keyForm")
    demo.fill("Title", "Half-filled")
    said = announcements(monkeypatch)
    await check_clipboard(demo, "nothing leaked")
    words = "Close this dialog first, then try again."
    assert words in said
    assert QToolTip.text() == words
    QToolTip.hideText()
    assert not demo.window.desk_in_front
    assert demo.field("Title", QLineEdit).text() == "Half-filled"
    demo.key(Qt.Key.Key_Escape)
    await demo.no_dialog()
    await check_clipboard(demo, "nothing leaked")
    await at_the_desk(demo)


async def test_nothing_of_it_is_behind_a_lock_and_it_comes_back_afterwards(demo: Program) -> None:
    await desk(demo)
    demo.key(Qt.Key.Key_L, CTRL)
    await until(lambda: demo.is_there("lockPage"))
    assert not demo.window.findChildren(QWidget, "leaksPage")
    assert demo.focus is demo.field("Password", QLineEdit)
    await check_clipboard(demo, "nothing leaked")
    await demo.reads("Unlock first")
    assert not demo.window.desk_in_front
    demo.type(DEMO_PASSWORD)
    demo.key(Qt.Key.Key_Return)
    await at_the_desk(demo)
    assert demo.window.windowTitle() == DESK
    demo.key(Qt.Key.Key_Escape)
    await demo.keys_page()


async def test_the_demo_stores_password_does_not_open_it_after_a_lock(start: Start) -> None:
    with FaultServer() as server:
        behave(server)
        program = await start()
        await enter(program, server)
        program.console._on_requested(Request.OPEN_DEMO)
        await program.open("Demo store")
        await desk(program)
        program.key(Qt.Key.Key_L, CTRL)
        await until(lambda: not program.window.desk_in_front)
        program.key(Qt.Key.Key_3, CTRL)
        await program.reads("Unlock first")
        await program.signed_in(DEMO_EMAIL, DEMO_PASSWORD)
        await program.keys_page()
        program.key(Qt.Key.Key_3, CTRL)
        await program.reads("The leak desk opens once you have entered the password.")
        assert not program.window.desk_in_front
        program.key(Qt.Key.Key_1, ALT)
        await until(lambda: program.is_there("lockPage"))
        program.fill("Password", PASSWORD)
        program.key(Qt.Key.Key_Return)
        await at_the_desk(program)


async def test_a_start_with_the_desk_shows_it_before_any_store_and_reads_no_clipboard(
    start: Start,
) -> None:
    QGuiApplication.clipboard().setText("sk_" + "a1" * 32)
    program = await start(wish=Wish.LEAK_DESK)
    await at_the_desk(program)
    await turns()
    assert "1 key" not in program.words
    assert program.window.windowTitle() == DESK


async def test_a_second_start_brings_the_desk_or_the_demo_store_to_the_running_program(
    start: Start,
) -> None:
    program = await start()
    program.console.come(Wish.LEAK_DESK)
    await at_the_desk(program)
    program.console.come(Wish.DEMO)
    await program.keys_page()
    assert not program.window.desk_in_front
    program.console.come(Wish.NOTHING)
    await turns()
    assert not program.window.desk_in_front


async def test_a_second_start_opens_nothing_over_a_question(demo: Program) -> None:
    demo.key(Qt.Key.Key_N, CTRL)
    await demo.dialog("keyForm")
    demo.console.come(Wish.LEAK_DESK)
    await turns()
    assert not demo.window.desk_in_front
    demo.key(Qt.Key.Key_Escape)
    await demo.no_dialog()


async def test_a_second_start_opens_no_desk_behind_a_lock(demo: Program) -> None:
    demo.key(Qt.Key.Key_L, CTRL)
    await until(lambda: demo.is_there("lockPage"))
    demo.console.come(Wish.LEAK_DESK)
    await demo.reads("Unlock first")
    assert not demo.window.desk_in_front
