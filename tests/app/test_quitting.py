"""Quitting never pretends that a change was undone, and never waits for ever."""

from __future__ import annotations

import asyncio
import gc
import weakref

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QPushButton

from medusa_console.ui.kit.theme import Theme
from tests.ui.creating import create_secret
from tests.ui.driving import Program
from tests.ui.keys.test_revoke import REVOKE, ask, state
from tests.ui.running import Start
from tests.ui.wiretap import Wiretap, held
from tests.waiting import until


async def revoking(program: Program, tap: Wiretap) -> asyncio.Event:
    """A revoke whose answer waits for the returned event."""
    gate = asyncio.Event()
    await ask(program)
    tap.on("POST", REVOKE, held(gate))
    program.clock.skip(1)
    program.press(program.find(QPushButton, "confirm.action"))
    await until(lambda: tap.count("POST", REVOKE) == 1)
    await program.no_dialog()  # the question closes once the request has left
    return gate


async def test_who_quits_while_a_change_is_under_way_is_asked(demo: Program, tap: Wiretap) -> None:
    gate = await revoking(demo, tap)
    demo.window.close()
    await demo.dialog("confirm")
    await demo.reads("A change is still in progress")
    demo.press("Stay")
    await demo.no_dialog()
    assert demo.window.isVisible()
    gate.set()
    await until(lambda: state(demo).startswith("Revoked"))


async def test_who_has_nothing_under_way_is_not_asked(demo: Program) -> None:
    demo.window.close()
    await demo.console.ended()


async def test_who_quits_all_the_same_leaves_at_once(demo: Program, tap: Wiretap) -> None:
    gate = await revoking(demo, tap)
    demo.window.close()
    await demo.dialog("confirm")
    demo.clock.skip(1)
    demo.press("Quit anyway")
    await demo.console.ended()
    gate.set()


async def test_a_copied_key_leaves_the_clipboard_with_the_program(demo: Program) -> None:
    await create_secret(demo)
    demo.press("Copy and hide")
    assert QGuiApplication.clipboard().text().startswith("sk_")
    demo.press("Done")
    await demo.no_dialog()
    await demo.quit()
    assert QGuiApplication.clipboard().text() == ""


async def test_what_the_person_copied_elsewhere_stays_on_the_clipboard(demo: Program) -> None:
    await create_secret(demo)
    demo.press("Copy and hide")
    demo.press("Done")
    await demo.no_dialog()
    QGuiApplication.clipboard().setText("the person's own")
    await demo.quit()
    assert QGuiApplication.clipboard().text() == "the person's own"


async def test_a_session_that_is_renewed_while_its_store_closes_builds_no_pages(
    demo: Program,
) -> None:
    services = demo.services
    assert services is not None
    state = services.session.state
    await demo.quit()
    services.session.changed.announce(state)
    assert [w for w in QApplication.allWidgets() if w.objectName() == "workspace"] == []


async def test_nothing_of_a_program_that_has_ended_stays_in_memory(
    start: Start, qapp: QApplication
) -> None:
    program = await start(demo=True)
    await program.keys_page()
    parts = [program.console, program.window, *qapp.findChildren(Theme)]
    left = [weakref.ref(part) for part in parts]
    await program.quit()
    del program.console, parts
    gc.collect()
    assert [part() for part in left] == [None] * len(left)


async def test_the_windows_size_is_remembered_also_without_any_store(start: Start) -> None:
    program = await start()
    program.window.resize(700, 500)
    await program.quit()
    again = await start()
    assert (again.window.width(), again.window.height()) == (700, 500)
