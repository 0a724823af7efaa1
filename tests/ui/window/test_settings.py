"""Settings count at once and are kept; help tells the truth about the keys."""

from __future__ import annotations

import re

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtWidgets import QComboBox, QDialog, QLabel, QLineEdit, QSpinBox, QWidget

from medusa_console import __version__
from medusa_console.ui.kit.theme import tokens
from tests.ui.creating import create_secret
from tests.ui.driving import CTRL, Program, listed_shortcuts, plain
from tests.ui.running import Start
from tests.waiting import until


def choose(program: Program, label: str, words: str) -> None:
    menu = program.field(label, QComboBox)
    menu.setCurrentText(words)
    menu.activated.emit(menu.currentIndex())


async def test_a_setting_counts_at_once_and_next_time(start: Start) -> None:
    program = await start(demo=True)
    await program.keys_page()
    rows = program.table.rowHeight(0)
    program.press("Settings")
    await program.dialog("settings")
    choose(program, "Appearance", "Dark")
    assert tokens().window == "#111318"
    choose(program, "Density", "Compact")
    program.field("Clear copied keys after", QSpinBox).setValue(45)
    lock = program.field("Lock after", QSpinBox)
    assert (lock.text(), lock.maximum()) == ("15 min", 240)
    lock.setValue(0)
    assert lock.text() == "Off"
    program.press("Close")
    await program.no_dialog()
    assert program.table.rowHeight(0) < rows
    await create_secret(program)
    program.press("Copy and hide")
    await program.reads("Copied. Clipboard clears in 45 s")
    program.press("Done")
    await program.no_dialog()
    await program.quit()
    again = await start(demo=True)
    await again.keys_page()
    assert tokens().window == "#111318"
    assert again.table.rowHeight(0) < rows
    again.key(Qt.Key.Key_Comma, CTRL)
    await again.dialog("settings")
    assert again.field("Appearance", QComboBox).currentText() == "Dark"
    assert again.field("Density", QComboBox).currentText() == "Compact"
    seconds = again.field("Clear copied keys after", QSpinBox)
    assert (seconds.value(), seconds.minimum(), seconds.maximum()) == (45, 5, 120)
    assert again.field("Lock after", QSpinBox).text() == "Off"
    choose(again, "Appearance", "Light")
    assert tokens().window == "#F6F7F9"


async def test_diagnostics_help_without_telling_secrets(demo: Program) -> None:
    demo.press("Settings")
    await demo.dialog("settings")
    await demo.reads(str(demo.folder), f"Medusa Console {__version__}")
    demo.press("Copy diagnostics")
    text = QGuiApplication.clipboard().text()
    assert __version__ in text
    assert "Qt 6." in text
    for secret in ("demo", "maya", "@", "http", str(demo.folder), "_"):
        assert secret not in text.lower(), secret
    assert not re.search(r"[sp]k_|apk", text)


async def test_the_list_of_shortcuts_says_what_the_menus_do(demo: Program) -> None:
    menus: dict[str, set[str]] = {}
    for action in demo.menu_actions():
        if keys := {native(key) for key in action.shortcuts()} - {""}:  # offscreen has no Quit
            menus[bare(action.text())] = keys
    demo.key(Qt.Key.Key_F1)
    dialog = await demo.dialog("shortcuts")
    told = listed(dialog)
    for text, keys in menus.items():
        assert text in told, f"{text} is not in the list"
        assert keys <= told[text], text
    assert {native("F2"), native("Del"), native("Shift+Del")} <= set().union(*told.values())


async def test_a_shortcut_is_found_by_its_words_or_its_keys(demo: Program) -> None:
    demo.key(Qt.Key.Key_F1)
    dialog = await demo.dialog("shortcuts")

    def told() -> set[str]:
        lines = dialog.findChildren(QWidget, "shortcut")
        labels = [line.findChild(QLabel) for line in lines if line.isVisible()]
        return {label.text() for label in labels if label is not None}

    whole = told()
    assert len(whole) > 15
    assert demo.focus is demo.find(QLineEdit, "shortcutSearch")
    demo.type("key short")
    assert told() == {"Keyboard shortcuts"}
    demo.find(QLineEdit, "shortcutSearch").clear()
    assert told() == whole
    demo.type("ctrl+n")
    assert told() == {"Create key", "Register customer", "Invite colleague…"}
    assert "Everywhere" not in demo.words
    demo.type("nothing")
    assert told() == set()
    assert "No results" in demo.words


def bare(text: str) -> str:
    return plain(text).rstrip("…")


def native(key: str | QKeySequence) -> str:
    return QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)


def listed(dialog: QDialog) -> dict[str, set[str]]:
    """What the dialog says, by what it is for."""
    return {bare(what): set(keys.split("  ")) for what, keys in listed_shortcuts(dialog).items()}


async def test_the_demo_store_can_be_begun_anew(demo: Program) -> None:
    before = len(demo.column("Title"))
    await create_secret(demo, "Mine")
    demo.press("I have saved this key")
    demo.press("Done")
    await demo.no_dialog()
    await until(lambda: "Mine" in demo.column("Title"))
    demo.choose("Reset demo store")
    await demo.dialog("confirm")
    demo.key(Qt.Key.Key_Escape)
    await demo.no_dialog()
    assert "Mine" in demo.column("Title")
    demo.choose("Reset demo store")
    await demo.dialog("confirm")
    demo.press("Reset demo store")
    await demo.no_dialog()
    await until(lambda: len(demo.column("Title")) == before and "Mine" not in demo.column("Title"))
