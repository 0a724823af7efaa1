"""Why a key fails, asked from its row in the list of keys."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLineEdit, QPushButton

from medusa_console.domain.api_key import KeyType
from medusa_console.domain.store import DEMO_PASSWORD
from medusa_console.ui.window.requests import Request
from tests.ui.driving import CTRL, Program
from tests.waiting import until

WHY = "Why does this key fail?"
SECRET, STOREFRONT, WITHOUT = "ERP nightly sync", "Webshop", "Preview deployments"


async def ask(program: Program, title: str) -> None:
    """Pick the key of that title, and press the button of its drawer."""
    program.pick(title)
    program.press(program.find(QPushButton, "diagnose"))
    await program.dialog("keyDoctor")


async def close(program: Program) -> None:
    program.key(Qt.Key.Key_Escape)
    await program.no_dialog()


async def test_each_kind_of_key_says_what_is_known_of_it(demo: Program) -> None:
    demo.window.resize(1440, 900)
    await demo.keys_page()
    await ask(demo, SECRET)
    await demo.reads(WHY, "By its record, this key is active")
    assert "Check it in a terminal" not in demo.buttons, "nothing reaches the demo store"
    await close(demo)
    await ask(demo, STOREFRONT)
    await demo.reads("Demo store accepts this key, so the trouble is elsewhere")
    await close(demo)
    await ask(demo, WITHOUT)
    await demo.reads("This key has no sales channel")
    await close(demo)


async def test_a_lock_hides_the_dialog_and_takes_the_pasted_key(demo: Program) -> None:
    demo.window.resize(1440, 900)
    await demo.keys_page()
    await ask(demo, SECRET)
    QGuiApplication.clipboard().setText("sk_" + "a1" * 32)
    demo.key(Qt.Key.Key_V, CTRL)
    await demo.reads("Demo store has no such key")
    demo.window.requested.emit(Request.LOCK_ALL)
    await demo.no_dialog()
    await until(lambda: demo.is_there("lockPage"))
    demo.field("Password", QLineEdit).setFocus()
    demo.type(DEMO_PASSWORD)
    demo.key(Qt.Key.Key_Return)
    await demo.dialog("keyDoctor")
    await demo.reads("The key is no longer in memory. Paste it again to check it.")
    await close(demo)


async def test_a_pasted_key_of_the_store_is_tried(demo: Program) -> None:
    demo.window.resize(1440, 900)
    await demo.keys_page()
    assert demo.services is not None
    keys = demo.services.keys
    created, line = await keys.create("Label printer", KeyType.SECRET, await keys.newest())
    await keys.settle(line)
    await ask(demo, SECRET)
    QGuiApplication.clipboard().setText(f"x-api-key: {created.secret.get_secret_value()}")
    demo.key(Qt.Key.Key_V, CTRL)
    await demo.reads(
        "Demo store accepts this key, but not this request",
        "It is “Label printer”, not “ERP nightly sync”.",
        "Medusa does not read the header “x-api-key”.",
    )
    await close(demo)
