"""Adding and editing a store: where a password may go is checked, shown and confirmed."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QListWidget

from tests.faults.medusa import PASSWORD
from tests.faults.server import FaultServer
from tests.system import MemoryKeyring
from tests.ui.driving import Program
from tests.ui.northwind import MAYA, SIGN_IN, behave, connect
from tests.ui.running import Start
from tests.waiting import until


@pytest.fixture
def server() -> Iterator[FaultServer]:
    with FaultServer() as server:
        behave(server)
        yield server


@pytest.fixture
async def program(start: Start) -> Program:
    return await start()


async def test_a_bad_address_is_told_beside_its_field_and_nothing_typed_is_lost(
    program: Program,
) -> None:
    program.press("Connect your store")
    await program.dialog("storeForm")
    program.fill("Name", "Northwind EU")
    for address, reason in (
        ("", "Enter the store's address, for example https://store.example.com."),
        ("store.example.com/app?x", "Start with https://, for example https://store.example.com."),
        (
            "http://store.example.com",
            "Use https://. Over http:// your password could be read on the way.",
        ),
        ("https://maya@store.example.com", "Remove everything up to the @"),
        ("https://store.example.com/app", "Enter only https:// and the host"),
        ("https://store.example.com?x=1", "Remove the part from “?” or “#”."),
        ("ftp://store.example.com", "Only https:// addresses can be used"),
    ):
        edit = program.fill("Address", address)
        program.press("Add store")
        await program.reads(reason)
        assert edit.text() == address
        assert edit.hasFocus()
        assert reason in edit.accessibleDescription()
        assert program.field("Name", QLineEdit).text() == "Northwind EU"
    program.fill("Address", "https://store.example.com")
    assert not program.is_there("storeAddress.error")


async def test_the_address_is_shown_as_it_will_be_used(program: Program) -> None:
    program.press("Connect your store")
    await program.dialog("storeForm")
    program.fill("Address", " HTTPS://Store.Example.com:443/ ")
    await program.reads("Your password will go to https://store.example.com and nowhere else.")
    program.field("Address", QLineEdit).setText("https://аpple.example")  # noqa: RUF001
    await program.reads("Your password will go to https://xn--pple-43d.example and nowhere else.")


async def test_a_store_needs_a_name_and_counts_as_live_until_somebody_says_otherwise(
    program: Program, server: FaultServer
) -> None:
    program.press("Connect your store")
    await program.dialog("storeForm")
    program.fill("Address", server.origin)
    program.press("Add store")
    await program.reads("Enter a name. It appears in every title bar.")
    assert program.field("Environment", QComboBox).currentText() == "Live"
    program.fill("Name", "Northwind EU")
    program.press("Add store")
    await program.no_dialog()
    assert program.window.windowTitle() == "LIVE – Northwind EU – Medusa Console"
    stores = program.find(QListWidget, "stores")
    assert [stores.item(n).text() for n in range(stores.count())] == ["Northwind EU"]
    await until(lambda: server.requests)


async def test_a_missing_https_is_added_when_the_address_is_left(program: Program) -> None:
    program.press("Connect your store")
    await program.dialog("storeForm")
    for typed, whole in (
        ("store.example.com", "https://store.example.com"),
        ("localhost:9000", "http://localhost:9000"),
        ("http://store.example.com", "http://store.example.com"),
        ("ftp://store.example.com", "ftp://store.example.com"),
        ("", ""),
    ):
        edit = program.fill("Address", typed)
        program.field("Name", QLineEdit).setFocus()
        assert edit.text() == whole


async def test_a_store_that_is_marked_as_less_than_live_asks_first(
    program: Program, server: FaultServer
) -> None:
    await connect(program, server.origin)
    program.choose("Edit store…")
    await program.dialog("storeForm")
    program.field("Environment", QComboBox).setCurrentText("Staging")
    program.press("Save")
    await program.dialog("confirm")
    await program.reads("Mark “Northwind EU” as staging?")
    program.press("Mark as staging")
    await program.no_dialog()
    assert program.window.windowTitle() == "STAGING – Northwind EU – Medusa Console"


async def test_escape_adds_nothing(program: Program) -> None:
    program.press("Connect your store")
    await program.dialog("storeForm")
    program.fill("Name", "Northwind EU")
    program.key(Qt.Key.Key_Escape)
    await program.no_dialog()
    assert "Connect your store" in program.buttons


async def test_another_address_signs_out_and_forgets_the_account(
    start: Start, server: FaultServer, keyring: MemoryKeyring
) -> None:
    first = await start()
    await connect(first, server.origin)
    await until(first.find(QCheckBox, "keep").isEnabled)
    first.press(first.find(QCheckBox, "keep"))
    await first.signed_in(MAYA, PASSWORD)
    await until(lambda: keyring.entries)
    await first.quit()
    server.close()
    # The store has moved: what was kept for the old address is of no use to the new one.
    program = await start()
    await program.keys_page_failed()
    program.press("Sign out")
    await program.reads("You are signed out")
    assert program.field("Email", QLineEdit).text() == MAYA
    with FaultServer() as moved:
        behave(moved)
        await until(lambda: "Edit store" in program.buttons)
        program.press("Edit store")
        await program.dialog("storeForm")
        assert program.field("Address", QLineEdit).text() == server.origin
        program.fill("Address", moved.origin)
        await program.reads("You will be signed out of the old address.")
        program.press("Save")
        await program.no_dialog()
        await until(lambda: program.is_there("email"))
        assert program.field("Email", QLineEdit).text() == ""
        assert not program.find(QCheckBox, "keep").isChecked()
        await until(lambda: moved.requests)
        assert moved.count("POST", SIGN_IN) == 0
        assert all("authorization" not in request.headers for request in moved.requests)
    await until(lambda: not keyring.entries)
