"""The menus, what they copy, and where the program tells its keys."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QAction, QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QAbstractButton, QMenu

from medusa_console import __version__
from tests.ui.driving import Program, plain
from tests.ui.standins import turns
from tests.waiting import until


def menus(program: Program) -> dict[str, QMenu]:
    tops = (a for a in program.window.menuBar().actions() if a.isVisible())
    return {plain(a.text()): menu for a in tops if isinstance(menu := a.menu(), QMenu)}


def texts(menu: QMenu) -> list[str]:
    return [plain(a.text()) for a in menu.actions() if a.isVisible() and not a.isSeparator()]


def in_context(program: Program, words: str) -> QAction:
    assert program.table.contextMenuPolicy() is Qt.ContextMenuPolicy.ActionsContextMenu
    return next(a for a in program.table.actions() if a.text() == words)


async def test_the_menus_hold_every_action_once(demo: Program) -> None:
    assert list(menus(demo)) == ["Store", "Account", "Key", "View", "Help"]
    found = menus(demo)
    assert texts(found["Store"]) == [
        "Search everything…", "Switch store", "Add store…", "Edit store…", "Manage stores…",
        "Reset demo store", "Forget all stores…", "Settings…", "Quit",
    ]  # fmt: skip
    assert texts(found["Account"]) == [
        "My account…", "Refresh permissions", "Lock", "Sign out", "Sign out of all stores",
    ]  # fmt: skip
    assert texts(found["Help"]) == [
        "Keyboard shortcuts", "Where data is kept", "Open log", "Copy diagnostics",
        "About Medusa Console",
    ]  # fmt: skip
    everything = [text for menu in found.values() for text in texts(menu)]
    assert len(everything) == len(set(everything))
    await demo.customers_page()
    assert list(menus(demo)) == ["Store", "Account", "Customer", "View", "Help"]


async def test_a_menu_opened_by_the_keyboard_keeps_its_own_actions(demo: Program) -> None:
    store = menus(demo)["Store"]
    own = texts(store)
    # As Alt+S does it: the menu itself has the focus.
    store.popup(demo.window.mapToGlobal(demo.window.rect().center()))
    store.setFocus(Qt.FocusReason.MenuBarFocusReason)
    await until(store.hasFocus)
    assert texts(store) == own
    store.hide()


async def test_a_row_is_copied_by_its_id_and_its_redacted_form_alone(demo: Program) -> None:
    demo.window.resize(1440, 900)
    copy_id, copy_form = (in_context(demo, w) for w in ("Copy ID", "Copy redacted form"))
    assert not copy_id.isEnabled()
    demo.pick("ERP nightly sync")
    assert copy_id in menus(demo)["Key"].actions()
    copy_id.trigger()
    assert re.fullmatch(r"apk_\w{26}", QGuiApplication.clipboard().text())
    copy_form.trigger()
    assert re.fullmatch(r"sk_\w{3}\*\*\*\w{3}", QGuiApplication.clipboard().text())
    await demo.customers_page()
    demo.pick("ines.jansen221@example.com")
    in_context(demo, "Copy ID").trigger()
    assert re.fullmatch(r"cus_\w{26}", QGuiApplication.clipboard().text())
    assert "Copy redacted form" not in [a.text() for a in demo.table.actions()]


async def test_diagnostics_tell_nothing_about_anybody(
    demo: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(demo.folder.parent))
    assert Path.home() == demo.folder.parent
    demo.choose("Copy diagnostics")
    await demo.reads("Diagnostics copied")
    told = QGuiApplication.clipboard().text()
    for part in (f"Medusa Console {__version__}", "Python 3", "Qt 6", "Stores: 1", "RBAC",
                 f"Data folder: ~/{demo.folder.name}"):  # fmt: skip
        assert part in told
    for private in ("://", "@", "demo.invalid", "maya", "Maya", str(demo.folder.parent), "sk_"):
        assert private not in told


async def test_help_says_where_data_is_and_what_the_program_is_made_of(
    demo: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    demo.choose("Open log")
    await until(lambda: opened)
    assert opened.pop().toLocalFile() == str(demo.folder)
    demo.choose("Where data is kept")
    await demo.dialog("dataPlaces")
    await demo.reads(str(demo.folder), "keyring", "Never a key")
    demo.press("Open data folder")
    assert opened.pop().toLocalFile() == str(demo.folder)
    demo.press("Close")
    await demo.no_dialog()
    demo.choose("About Medusa Console")
    await demo.dialog("about")
    await demo.reads(__version__, "MIT", "LGPL", "Lucide (ISC)")
    demo.press("Close")
    await demo.no_dialog()


async def test_buttons_tell_their_keys(demo: Program) -> None:
    demo.window.resize(1440, 900)
    demo.pick("ERP nightly sync")
    await turns()
    told = {
        "createKey": "Ctrl+N", "rename": "F2", "revoke": "Del", "pageKeys": "Ctrl+1",
        "settings": "Ctrl+,", "lock": "Ctrl+L", "refresh": "F5",
    }  # fmt: skip
    for name, key in told.items():
        button = demo.find(QAbstractButton, name)
        assert key in button.toolTip(), name
        assert button.accessibleDescription() == key, name
        assert key not in button.accessibleName(), name
    demo.window.resize(900, 600)
    await until(lambda: demo.find(QAbstractButton, "pageKeys").text() == "")
    assert demo.find(QAbstractButton, "pageKeys").toolTip() == "API keys · Ctrl+1"
