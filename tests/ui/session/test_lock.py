"""Nobody is there: everything leaves the window, waits, and comes back as it was."""

from __future__ import annotations

import re

from keyring.errors import KeyringLocked
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface, QGuiApplication
from PySide6.QtWidgets import QApplication, QLineEdit, QSpinBox, QWidget
from shiboken6 import isValid

from medusa_console.domain.store import DEMO_PASSWORD
from medusa_console.services.session import Restoring, State
from medusa_console.vault.keyring import Keyring
from medusa_console.vault.sessions import KeyringSessions
from tests.faults import server as faults
from tests.faults.medusa import PASSWORD, login_token
from tests.faults.server import FaultServer
from tests.system import MemoryKeyring
from tests.ui.creating import ask_for_a_key, create_secret
from tests.ui.driving import CTRL, Program
from tests.ui.northwind import KEYS, MAYA, SIGN_IN, behave, connect, enter
from tests.ui.running import Start
from tests.ui.seen import everything_seen
from tests.ui.standins import never, turns
from tests.ui.wiretap import Wiretap
from tests.waiting import until


def is_secret(words: str) -> bool:
    return re.fullmatch(r"sk_[0-9a-f]{64}", words) is not None


def tells_a_secret(widget: QWidget) -> bool:
    return any(is_secret(words) for words in heard(QAccessible.queryAccessibleInterface(widget)))


def heard(interface: QAccessibleInterface | None) -> list[str]:
    """Everything that a screen reader finds from there on."""
    if interface is None:
        return []
    words = [interface.text(kind) for kind in (QAccessible.Text.Name, QAccessible.Text.Value)]
    for number in range(min(interface.childCount(), 400)):
        words += heard(interface.child(number))
    return words


async def complete(demo: Program) -> None:
    """Wait until all that only adds to the rows is there."""
    await demo.reads("with an end date", "Maya Lindqvist")
    await until(lambda: any("Key automation" in name for name in demo.column("Created by")))
    await until(lambda: demo.is_there("glance.creator_gone"))  # the last chip that comes


async def test_a_lock_takes_everything_out_of_the_window_and_unlocking_brings_it_back(
    demo: Program,
) -> None:
    await complete(demo)
    demo.pick("First integration")
    demo.table.setFocus()
    before = everything_seen(demo.window)
    demo.key(Qt.Key.Key_L, CTRL)
    await demo.reads("Locked", "Demo store")
    assert "First integration" not in demo.words
    spoken = heard(QAccessible.queryAccessibleInterface(demo.window))
    assert not any("First integration" in words for words in spoken)
    assert any("Demo store" in words for words in spoken)
    assert demo.window.workspace is None
    assert demo.window.windowTitle() == "DEMO – Demo store – Medusa Console"

    demo.type("wrong")
    demo.key(Qt.Key.Key_Return)
    await demo.reads("Wrong password. It is case-sensitive.")
    assert demo.field("Password", QLineEdit).hasFocus()
    demo.type(DEMO_PASSWORD)
    demo.key(Qt.Key.Key_Return)
    await until(lambda: demo.window.workspace)
    await until(lambda: everything_seen(demo.window) == before)


async def test_no_key_of_the_pages_works_while_they_are_locked(demo: Program, tap: Wiretap) -> None:
    await complete(demo)
    await until(lambda: tap.count("GET", "/admin/rbac/me/permissions"))
    await turns()
    demo.pick("First integration")
    demo.table.setFocus()
    demo.key(Qt.Key.Key_L, CTRL)
    await demo.reads("Locked")
    asked = len(tap.requests)
    for key, modifier in (
        (Qt.Key.Key_Delete, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_N, CTRL),
        (Qt.Key.Key_F5, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_2, CTRL),
    ):
        demo.key(key, modifier)
    await never(lambda: QApplication.activeModalWidget() or len(tap.requests) > asked)
    enabled = {action.text() for action in demo.window.menu_actions}
    assert {"Sign out", "Search everything…"} <= enabled
    assert not {"Create key…", "Refresh", "My account…"} & enabled


async def test_a_half_typed_form_is_there_again(demo: Program, qapp: QApplication) -> None:
    form = await ask_for_a_key(demo, "Half typed")
    demo.presence.leaves()
    await until(lambda: not form.isVisible())
    await demo.reads("Locked")
    program = QAccessible.queryAccessibleInterface(qapp)
    assert not any("Half typed" in words for words in heard(program))
    await unlock(demo)
    await demo.dialog("keyForm")
    assert demo.field("Title", QLineEdit).text() == "Half typed"
    demo.press("Create")
    await demo.dialog("revealKey")


async def test_an_unsaved_secret_is_masked_named_and_kept_for_ten_minutes(demo: Program) -> None:
    dialog = await create_secret(demo)
    demo.press("Show")
    assert tells_a_secret(dialog)
    demo.presence.leaves()
    await demo.reads("1 key not yet saved, 10 min left")
    for whom in (demo.window, dialog):
        assert not tells_a_secret(whom)
    await demo.clock.advance(70)
    await demo.reads("1 key not yet saved, 9 min left")
    await unlock(demo)
    assert await demo.dialog("revealKey") is dialog
    assert not tells_a_secret(dialog)
    demo.press("Copy and hide")
    assert is_secret(QGuiApplication.clipboard().text())


async def test_after_ten_minutes_the_secret_is_discarded_and_its_line_is_left(
    demo: Program,
) -> None:
    dialog = await create_secret(demo)
    demo.presence.leaves()
    await demo.reads("1 key not yet saved, 10 min left")
    await demo.clock.advance(605)
    await until(lambda: "not yet saved" not in demo.words)
    await unlock(demo)
    await until(lambda: demo.window.workspace)
    assert QApplication.activeModalWidget() is None
    await demo.reads("may not have been saved")
    assert not isValid(dialog)


async def test_what_was_copied_leaves_the_clipboard(demo: Program) -> None:
    await create_secret(demo)
    demo.press("Copy and hide")
    assert is_secret(QGuiApplication.clipboard().text())
    demo.presence.leaves()
    await demo.reads("Locked")
    assert not is_secret(QGuiApplication.clipboard().text())


async def test_idle_minutes_lock_and_can_be_set(demo: Program) -> None:
    await demo.clock.advance(14 * 60)
    assert demo.window.workspace is not None
    demo.presence.does_something()
    await demo.clock.advance(14 * 60)
    assert demo.window.workspace is not None
    await demo.clock.advance(2 * 60)
    await demo.reads("Locked")
    await unlock(demo)
    await until(lambda: demo.window.workspace)
    demo.presence.does_something()
    demo.choose("Settings…")
    await demo.dialog("settings")
    minutes = demo.find(QSpinBox, "idleMinutes")
    minutes.setValue(0)
    assert minutes.text() == "Off"
    demo.key(Qt.Key.Key_Escape)
    await demo.no_dialog()
    await demo.clock.advance(5 * 60 * 60)
    assert demo.window.workspace is not None


async def test_a_restart_does_not_get_around_the_lock(start: Start, keyring: MemoryKeyring) -> None:
    with FaultServer() as server:
        behave(server)
        program = await start()
        await connect(program, server.origin)
        keep = program.button("Keep me signed in on this computer")
        await until(keep.isEnabled)
        program.press(keep)
        await program.signed_in(MAYA, PASSWORD)
        await program.keys_page()
        await until(lambda: keyring.entries)
        program.key(Qt.Key.Key_L, CTRL)
        await program.reads("Locked", "Northwind EU")
        await until(lambda: not keyring.entries)
        await program.quit()

        again = await start()
        await again.reads("Sign in to Northwind EU")
        await again.signed_in(MAYA, PASSWORD)
        await until(lambda: keyring.entries)
        again.key(Qt.Key.Key_L, CTRL)
        await again.reads("Locked", "Northwind EU")
        await until(lambda: not keyring.entries)
        again.type(PASSWORD)
        again.key(Qt.Key.Key_Return)
        await until(lambda: again.window.workspace)
        await until(lambda: keyring.entries)


class Refusing(MemoryKeyring):
    """Keeps what it has, whatever it is told."""

    def delete_password(self, service: str, username: str) -> None:
        self._called("delete")
        raise KeyringLocked("Failed to unlock the collection!")


async def test_a_restart_does_not_get_around_the_lock_though_the_session_is_still_kept(
    start: Start,
) -> None:
    """The keyring did not give the session up, so the next start finds it there."""
    keyring = Refusing()
    with FaultServer() as server:
        behave(server)
        program = await start(vault=KeyringSessions(Keyring(lambda: keyring, read_limit=60)))
        await connect(program, server.origin)
        keep = program.button("Keep me signed in on this computer")
        await until(keep.isEnabled)
        program.press(keep)
        await program.signed_in(MAYA, PASSWORD)
        await program.keys_page()
        await until(lambda: keyring.entries)
        program.key(Qt.Key.Key_L, CTRL)
        await program.reads("Locked", "Northwind EU")
        await until(lambda: "delete" in keyring.calls)
        await program.quit()
        assert keyring.entries

        asked = server.count("GET", KEYS)
        again = await start(vault=KeyringSessions(Keyring(lambda: keyring, read_limit=60)))
        await again.open("Northwind EU")
        await until(lambda: not isinstance(state_in_front(again), Restoring))
        await turns()
        assert again.window.workspace is None
        assert server.count("GET", KEYS) == asked
        await until(lambda: answers(again, PASSWORD))
        await again.keys_page()


def answers(program: Program, password: str) -> bool:
    """Whoever asks for the password is given it; whether the pages are there."""
    asks = program.window.workspace is None and program.is_there("password")
    if asks and not program.find(QLineEdit, "password").text():
        program.fill("Password", password)
        program.key(Qt.Key.Key_Return)
    return program.window.workspace is not None


def state_in_front(program: Program) -> State | None:
    services = program.services
    return services.session.state if services is not None else None


async def test_a_password_that_was_typed_is_gone_after_the_lock(start: Start) -> None:
    """Whoever comes by must be able neither to send it nor to read it."""
    with FaultServer() as east, FaultServer() as west:
        behave(east)
        behave(west)
        program = await start()
        await enter(program, east)
        program.choose("Add store…")
        await program.dialog("storeForm")
        program.fill("Name", "West")
        program.fill("Address", west.origin)
        program.press("Add store")
        await program.no_dialog()
        await program.open("West")
        program.fill("Email", MAYA)
        password = program.fill("Password", PASSWORD)
        program.presence.leaves()
        assert password.text() == ""
        password.undo()
        assert password.text() == ""
        await turns()
        assert west.count("POST", SIGN_IN) == 0


async def test_without_a_connection_nothing_can_be_checked_but_one_can_sign_out(
    start: Start,
) -> None:
    with FaultServer() as server:
        behave(server)
        program = await start()
        await enter(program, server)
        program.key(Qt.Key.Key_L, CTRL)
        await program.reads("Locked")
        server.close()
        program.type(PASSWORD)
        program.key(Qt.Key.Key_Return)
        await program.reads(
            "Can't check the password: Northwind EU is unreachable (", "You can still sign out."
        )
        assert "Try again" not in program.buttons
        program.press("Sign out")
        await program.reads("You are signed out", "Sign in to Northwind EU")


async def test_another_accounts_password_signs_the_first_one_out(start: Start) -> None:
    with FaultServer() as server:
        behave(server)
        program = await start()
        await enter(program, server)
        program.key(Qt.Key.Key_L, CTRL)
        await program.reads("Locked")
        other = login_token(actor_id="user_01M000000000000000000OLA")
        server.on("POST", SIGN_IN, faults.json_answer({"token": other}))
        program.type(PASSWORD)
        program.key(Qt.Key.Key_Return)
        await until(lambda: program.window.workspace)
        mine = f"Bearer {other}"
        await until(lambda: server.last("GET", KEYS).headers["authorization"] == mine)


async def test_every_store_is_locked_and_unlocked_on_its_own(start: Start) -> None:
    with FaultServer() as east, FaultServer() as west:
        behave(east)
        behave(west)
        program = await start()
        for server, name in ((east, "East"), (west, "West")):
            if name == "West":
                program.choose("Sign out")
                await program.reads("You are signed out")
            await connect(program, server.origin, name=name)
            await program.signed_in(MAYA, PASSWORD)
            await program.keys_page()
        program.key(Qt.Key.Key_K, CTRL)
        await program.dialog("switcher")
        program.type("east")
        program.key(Qt.Key.Key_Return)
        await program.no_dialog()
        await program.signed_in(MAYA, PASSWORD)
        await program.keys_page()
        program.key(Qt.Key.Key_L, CTRL)
        await program.reads("Locked", "East")
        program.type(PASSWORD)
        program.key(Qt.Key.Key_Return)
        await until(lambda: program.window.workspace)
        program.key(Qt.Key.Key_K, CTRL)
        await program.dialog("switcher")
        program.type("west locked")
        program.key(Qt.Key.Key_Return)
        await program.no_dialog()
        await program.reads("Locked", "West")


async def unlock(program: Program) -> None:
    await program.no_dialog()
    program.field("Password", QLineEdit).setFocus()
    program.type(DEMO_PASSWORD)
    program.key(Qt.Key.Key_Return)
