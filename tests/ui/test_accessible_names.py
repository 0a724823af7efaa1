"""Every control has a name, and it is the one on the screen."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QComboBox,
    QHeaderView,
    QLineEdit,
    QScrollBar,
    QSpinBox,
    QWidget,
)

from tests.ui.creating import ask_for_a_key
from tests.ui.driving import CTRL, SHIFT, Program, plain, spoken
from tests.ui.running import Start
from tests.ui.wiretap import Wiretap, lost
from tests.waiting import until

CONTROLS = (QAbstractButton, QLineEdit, QComboBox, QSpinBox, QAbstractItemView)


def controls(program: Program) -> Iterator[QWidget]:
    """Everything in front that can be used, without what Qt makes inside of its own widgets."""
    for widget in program.front.findChildren(QWidget):
        inside = widget.parentWidget()
        if isinstance(inside, QComboBox) and isinstance(widget, QLineEdit):
            assert spoken(widget) == inside.accessibleName(), "typed into, it is one of its own"
        if (
            isinstance(widget, CONTROLS)
            and widget.isVisible()
            and not isinstance(widget, QScrollBar | QHeaderView)
            and not isinstance(inside, QLineEdit | QComboBox | QSpinBox)
            and not widget.objectName().startswith("qt_")
            and not (isinstance(inside, QAbstractScrollArea) and not inside.objectName())
        ):
            yield widget


def names(program: Program) -> set[str]:
    """Their names; fails where one has none, or another than it shows."""
    found = set()
    for widget in controls(program):
        name = label_of(widget) if isinstance(widget, QComboBox) else spoken(widget)
        assert name, f"{type(widget).__name__} {widget.objectName()} has no name"
        assert widget.objectName(), f"{name} has no objectName"
        if isinstance(widget, QAbstractButton) and widget.text():
            keys = widget.accessibleDescription()
            words = " ".join(plain(widget.text()).split())  # in two lines where one has no room
            assert words in (name, f"{name} ({keys})", f"{name} {keys}"), name
        found.add(name)
    return found


def label_of(menu: QComboBox) -> str:
    """On Linux a screen reader calls a combo box by its label, and reads its text as the name."""
    interface = QAccessible.queryAccessibleInterface(menu)
    assert interface is not None
    labels = [
        other.text(QAccessible.Text.Name)
        for other, relation in interface.relations()
        if relation & QAccessible.RelationFlag.Label
    ]
    assert labels == [menu.accessibleName()], menu.objectName()
    return menu.accessibleName()


async def test_the_words_by_which_the_program_is_known(start: Start, tap: Wiretap) -> None:
    program = await start()
    known = names(program)
    assert known >= {"Try the demo store", "Connect your store"}
    program.press("Connect your store")
    await program.dialog("storeForm")
    assert names(program) >= {"Name", "Address", "Environment", "Add store", "Cancel"}
    program.key(Qt.Key.Key_Escape)
    await program.no_dialog()
    program.press("Try the demo store")
    assert names(program) >= {
        *("Email", "Password", "Sign in", "Keep me signed in on this computer", "Add store…"),
    }
    await program.open("Demo store")
    program.key(Qt.Key.Key_Return)
    table = await program.keys_page()
    assert spoken(table) == "API keys"
    assert program.window.windowTitle() == "DEMO – Demo store – Medusa Console"
    program.window.resize(1440, 900)
    assert names(program) >= {"API keys", "Create key", "Settings", "Sign out", "Type", "State"}
    program.pick("ERP nightly sync")
    await until(lambda: {"Rename", "Revoke…"} <= names(program))
    program.pick("Summer intern scripts")
    await until(lambda: {"Rename", "Delete record…"} <= names(program))
    program.table.setFocus()
    program.key(Qt.Key.Key_Delete, SHIFT)
    await program.dialog("confirm")
    assert names(program) >= {"Keep record", "Delete record"}
    program.key(Qt.Key.Key_Escape)
    await program.no_dialog()
    program.pick("ERP nightly sync")
    program.table.setFocus()
    program.key(Qt.Key.Key_Delete)
    await program.dialog("confirm")
    assert names(program) >= {"Keep key", "Revoke key"}
    program.key(Qt.Key.Key_Escape)
    await program.no_dialog()


async def test_the_words_of_making_a_key(demo: Program, tap: Wiretap) -> None:
    await ask_for_a_key(demo)
    assert names(demo) >= {"Title", "Secret", "Publishable", "Create", "Cancel"}
    demo.press("Create")
    await demo.dialog("revealKey")
    assert names(demo) == {
        *("Show", "Copy and hide", "Hand over…", "I have saved this key", "Done"),
        "Discard and revoke this key",
    }
    demo.press("Copy and hide")
    assert names(demo) >= {"Copy again", "Clear now", "Keep 30 s longer"}
    demo.press("I have saved this key")
    demo.press("Done")
    await demo.no_dialog()
    await until(lambda: demo.picked)  # the new key: all is settled
    tap.on("POST", "/admin/api-keys", lost)
    await ask_for_a_key(demo, "Lost")
    demo.press("Create")
    await demo.dialog("lostKey")
    await until(lambda: {"Revoke and create again", "Revoke only", "Keep key"} <= names(demo))


async def test_the_words_of_settings_help_and_signing_in_again(demo: Program, tap: Wiretap) -> None:
    demo.press("Settings")
    await demo.dialog("settings")
    assert names(demo) >= {"Appearance", "Density", "Open data folder", "Copy diagnostics"}
    demo.press("Close")
    await demo.no_dialog()
    demo.key(Qt.Key.Key_F1)
    await demo.dialog("shortcuts")
    assert names(demo) == {"Search shortcuts", "Close"}
    demo.press("Close")
    await demo.no_dialog()
    tap.end_session()
    demo.key(Qt.Key.Key_F5)
    await demo.dialog("signInAgain")
    assert names(demo) >= {"Password", "Sign in", "Not now"}


async def test_the_words_of_stores_and_locks(demo: Program) -> None:
    assert names(demo) >= {"My account", "Lock", "Sign out", "Demo store, built in"}
    demo.key(Qt.Key.Key_K, CTRL)
    await demo.dialog("switcher")
    assert names(demo) >= {"Search stores, actions, keys, customers", "Results"}
    demo.key(Qt.Key.Key_Escape)
    await demo.no_dialog()
    demo.choose("Manage stores…")
    await demo.dialog("storesDialog")
    assert names(demo) >= {"Stores", "Open", "Duplicate", "Move up", "Move down", "Close"}
    demo.press("Close")
    await demo.no_dialog()
    demo.press("My account")
    await demo.dialog("myAccount")
    assert names(demo) >= {"Copy session details", "Close"}
    demo.press("Close")
    await demo.no_dialog()
    demo.press("Lock")
    await demo.reads("Locked")
    assert names(demo) == {"Password", "Show", "Unlock", "Sign out"}


async def test_the_words_of_the_customers(demo: Program) -> None:
    demo.window.resize(1440, 900)
    assert "Customers" in names(demo)
    table = await demo.customers_page()
    assert spoken(table) == "Customers"
    assert names(demo) >= {
        *("API keys", "Customers", "Settings", "Sign out", "Search", "Account", "Group"),
        *("Refresh", "Create guest…", "Register customer"),
    }
    model = table.model()
    index = model.index(demo.row("ines.jansen221@example.com"), 0)
    sentence = str(index.data(Qt.ItemDataRole.AccessibleDescriptionRole))
    assert sentence == (
        "Inés Jansen, ines.jansen221@example.com, account, in Newsletter, created 5 days ago"
    )
    demo.pick("ines.jansen221@example.com")
    await until(lambda: {"Check sign-in…", "Edit", "Delete customer…"} <= names(demo))
    assert names(demo) >= {"Copy ID", "Copy email", "Close"}
    menu = {plain(action.text()) for action in demo.menu_actions()}
    assert menu >= {
        *("Register customer…", "Create guest…", "Check sign-in…", "Edit", "Delete customer…"),
        *("Sort by", "Customers", "API keys"),
    }
    demo.window.resize(700, 500)
    demo.table.clearSelection()
    await until(lambda: demo.window.width() == 700)
    assert names(demo) >= {"API keys", "Customers", "Register customer", "Refresh"}


async def test_a_row_reads_as_a_sentence(demo: Program) -> None:
    await until(lambda: "Maya Lindqvist" in demo.column("Created by"))
    model = demo.table.model()
    index = model.index(demo.row("ERP nightly sync"), 0)
    sentence = str(index.data(Qt.ItemDataRole.AccessibleDescriptionRole))
    assert sentence.startswith("ERP nightly sync, secret, active, sk ")
    assert sentence.endswith("created 3 days ago by Maya Lindqvist")


async def test_in_a_small_window_the_rail_keeps_its_names(demo: Program) -> None:
    demo.window.resize(700, 500)
    await until(lambda: demo.window.width() == 700)
    assert names(demo) >= {"API keys", "Settings", "Sign out", "Create key"}


async def test_the_words_of_the_leak_desk(demo: Program) -> None:
    demo.key(Qt.Key.Key_3, CTRL)
    await until(lambda: demo.is_there("leaks.empty"))
    assert names(demo) >= {"Paste from clipboard", "Choose file…", "Clear", "Back to Demo store"}
    demo.press("Practice")
    await until(lambda: demo.is_there("leak.revoke"))
    assert names(demo) >= {"Stop practice", "Show text", "Copy ID"}
    demo.press("Show text")
    assert names(demo) >= {"The text, with its values hidden", "30 s more", "Hide text"}
