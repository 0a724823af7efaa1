"""Creating a key that is to end: its secret is not offered before its end is certain."""

from __future__ import annotations

import asyncio

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QDialog, QLineEdit, QRadioButton

from medusa_console.domain.store import DEMO_PASSWORD
from tests.ui.creating import TITLE, ask_for_a_key, pending_lines
from tests.ui.driving import CTRL, Program
from tests.ui.northwind import KEYS
from tests.ui.running import Start
from tests.ui.wiretap import Wiretap, broken, held, lost
from tests.waiting import until

REVOKE = f"{KEYS}/.*/revoke"
ONE = f"{KEYS}/apk_[^/]*"
NO_END = "This key has no end yet"
MONTH = 30 * 86_400
NEVER_COPIED = ("Copy and hide", "Show", "I have saved this key", "Done")


async def create(program: Program, kind: str = "Secret", valid_for: str = "30 days") -> QDialog:
    """Up to the dialog that sets the end."""
    await ask_for_a_key(program, kind=kind)
    program.field("Valid for", QComboBox).setCurrentText(valid_for)
    program.press("Create")
    return await program.dialog("revealKey" if kind == "Secret" else "endOfNewKey")


def enabled(program: Program, *words: str) -> list[str]:
    return [one for one in words if program.button(one).isEnabled()]


def ends(program: Program) -> str:
    return program.column("Ends in")[program.row(TITLE)]


async def test_the_secret_waits_for_its_end(demo: Program, tap: Wiretap) -> None:
    go = asyncio.Event()
    tap.on("POST", REVOKE, held(go), once=True)
    await ask_for_a_key(demo)
    assert "Medusa Admin" not in demo.words
    demo.field("Valid for", QComboBox).setCurrentText("90 days")
    await demo.reads("Medusa Admin shows a key with an end as revoked, though it still works.")
    demo.press("Create")
    await demo.dialog("revealKey")
    await demo.reads("Setting its end: ")
    assert enabled(demo, *NEVER_COPIED) == []
    demo.key(Qt.Key.Key_Space)  # nothing that destroys has the focus meanwhile
    demo.key(Qt.Key.Key_Return)
    demo.key(Qt.Key.Key_Escape)
    await demo.reads("Wait for its end, or discard the key.")
    (line,) = pending_lines(demo)
    assert 89 * 86_400 < line["ends_in"] < 94 * 86_400
    go.set()
    await demo.reads("Works until ")
    assert demo.focus is demo.button("Copy and hide")
    assert enabled(demo, *NEVER_COPIED) == ["Copy and hide", "Show", "I have saved this key"]
    demo.press("Copy and hide")
    demo.press("I have saved this key")
    demo.press("Done")
    await demo.no_dialog()
    await until(lambda: pending_lines(demo) == [])
    demo.window.resize(1440, 900)
    nearly = ("in 89", "in 9")  # a moment has passed, or it is moved into working hours
    await until(lambda: TITLE in demo.column("Title") and ends(demo).startswith(nearly))
    assert tap.count("POST", REVOKE) == 1
    # What Medusa Admin shows is told once.
    await ask_for_a_key(demo)
    demo.field("Valid for", QComboBox).setCurrentText("90 days")
    assert "Medusa Admin" not in demo.words


async def test_a_lost_answer_is_looked_up_and_nothing_is_offered_without_proof(
    demo: Program, tap: Wiretap
) -> None:
    tap.on("POST", REVOKE, lost, once=True)
    await create(demo)
    await demo.reads("Works until ")  # the key was read again
    demo.press("Discard and revoke this key")
    await demo.no_dialog()
    assert pending_lines(demo) == []

    tap.on("POST", REVOKE, lost)
    tap.on("GET", ONE, broken)
    await create(demo)
    await demo.reads(NO_END, "It is to end on ")
    assert enabled(demo, *NEVER_COPIED) == []
    assert demo.focus is demo.button("Try again")
    tap.calm()
    demo.press("Try again")
    await demo.reads("Works until ")
    assert enabled(demo, "Copy and hide") == ["Copy and hide"]
    demo.press("Discard and revoke this key")
    await demo.no_dialog()
    await until(lambda: pending_lines(demo) == [])


async def test_a_key_may_go_on_without_its_end_by_choice_or_be_discarded(
    demo: Program, tap: Wiretap
) -> None:
    tap.on("POST", REVOKE, broken, once=True)
    await create(demo)
    await demo.reads(NO_END)
    demo.press("Keep without an end")
    await demo.reads("This key has no end.")
    assert "Try again" not in demo.buttons
    await until(lambda: [line["ends_in"] for line in pending_lines(demo)] == [None])
    demo.press("Copy and hide")
    demo.press("I have saved this key")
    demo.press("Done")
    await demo.no_dialog()

    tap.on("POST", REVOKE, broken, once=True)
    await create(demo)
    await demo.reads(NO_END)
    demo.press("Discard and revoke this key")
    await demo.no_dialog()
    await until(lambda: demo.column("State")[0].startswith("Revoked"))
    assert demo.column("State").count("Active") > 0


async def test_a_session_that_ends_before_the_end_is_set_loses_nothing(
    demo: Program, tap: Wiretap
) -> None:
    tap.end_session_at("POST", REVOKE)
    await ask_for_a_key(demo)
    demo.field("Valid for", QComboBox).setCurrentText("30 days")
    demo.press("Create")
    await demo.dialog("signInAgain")
    demo.fill("Password", DEMO_PASSWORD)
    demo.press("Sign in")
    await demo.dialog("revealKey")
    await demo.reads(NO_END)
    assert enabled(demo, *NEVER_COPIED) == []
    demo.press("Try again")
    await demo.reads("Works until ")
    assert enabled(demo, "Copy and hide") == ["Copy and hide"]


async def test_the_next_start_tells_the_wish_and_sets_it(start: Start, tap: Wiretap) -> None:
    first = await start(demo=True)
    await first.keys_page()
    tap.on("POST", REVOKE, broken)
    await create(first, valid_for="180 days")
    await first.reads(NO_END)
    await until(lambda: [bool(line["key_id"]) for line in pending_lines(first)] == [True])
    await first.quit()
    tap.calm()
    program = await start(demo=True)
    await program.reads(
        f"“{TITLE}” may not have been saved", "It was to end on ", "and has no end yet."
    )
    program.press("Set its end…")
    await program.dialog("endDialog")
    assert program.find(QLineEdit, "keyEnd.moment").text()[:2] == "20"
    program.clock.skip(1)
    program.key(Qt.Key.Key_Return, CTRL)
    await program.no_dialog()
    await program.reads("It was to end on ", "The key works until ")
    assert "Set its end…" not in program.buttons
    program.press("I have saved this key")
    await until(lambda: pending_lines(program) == [])


async def test_a_creation_whose_answer_was_lost_keeps_the_wish(start: Start, tap: Wiretap) -> None:
    first = await start(demo=True)
    await first.keys_page()
    tap.on("POST", KEYS, lost, once=True)
    await ask_for_a_key(first)
    first.field("Valid for", QComboBox).setCurrentText("30 days")
    first.press("Create")
    await first.dialog("lostKey")
    await first.quit()
    program = await start(demo=True)
    await program.reads(f"“{TITLE}” may have been created", "It was to end on ")
    program.press("Revoke…")
    await program.dialog("lostKey")
    await until(lambda: "Revoke and create again" in program.buttons)
    program.press("Revoke and create again")
    await program.dialog("keyForm")
    assert program.field("Valid for", QComboBox).currentText() == "A date and time"
    program.press("Create")
    await program.dialog("revealKey")
    await program.reads("Works until ")


async def test_a_publishable_key_that_was_found_again_gets_its_end(
    demo: Program, tap: Wiretap
) -> None:
    tap.on("POST", KEYS, lost, once=True)
    await ask_for_a_key(demo, kind="Publishable")
    demo.field("Valid for", QComboBox).setCurrentText("30 days")
    demo.press("Create")
    await demo.dialog("lostKey")
    await until(lambda: "Keep key" in demo.buttons)
    demo.press("Keep key")
    await demo.dialog("endOfNewKey")
    await demo.reads("Works until ")
    demo.press("Done")
    await demo.no_dialog()
    await until(lambda: pending_lines(demo) == [])


async def test_a_publishable_key_gets_its_channel_and_then_its_end(
    start: Start, tap: Wiretap
) -> None:
    demo = await start(demo=True)
    await demo.keys_page()
    await create(demo, "Publishable")
    await demo.reads("Works until ")
    wrote = [one.path.rsplit("/", 1)[-1] for one in tap.requests if one.method == "POST"]
    assert wrote[-3:] == ["api-keys", "sales-channels", "revoke"]
    demo.press("Done")
    await demo.no_dialog()
    await until(lambda: pending_lines(demo) == [])

    tap.on("POST", REVOKE, broken, once=True)
    await create(demo, "Publishable")
    await demo.reads(NO_END)
    services = demo.services
    assert services is not None
    (line,) = await services.keys.unsettled()
    assert line.key_id is not None
    await services.keys.revoke(line.key_id)  # somebody else, who does not know the key
    demo.press("Try again")
    await demo.reads("Somebody has revoked this key meanwhile.")
    demo.press("Discard and revoke this key")
    await demo.no_dialog()
    assert not services.keys.state((await services.keys.get(line.key_id)).value).works

    tap.on("POST", REVOKE, broken)
    await create(demo, "Publishable")
    await demo.reads(NO_END)
    demo.key(Qt.Key.Key_Escape)
    await demo.no_dialog()
    assert [line["type"] for line in pending_lines(demo)] == ["publishable"]
    await demo.quit()
    tap.calm()
    program = await start(demo=True)
    await program.reads(f"“{TITLE}” has no end yet", "It was to end on ")
    program.press("Set its end…")
    await program.dialog("endDialog")
    program.press("Schedule revocation")
    await program.no_dialog()
    await until(lambda: pending_lines(program) == [])
    await until(lambda: f"“{TITLE}” has no end yet" not in program.words)


async def test_created_with_an_end_copied_and_saved_by_the_keyboard_alone(demo: Program) -> None:
    pressed = 0

    def press(*keys: Qt.Key) -> None:
        nonlocal pressed
        for key in keys:
            demo.clock.skip(1)
            demo.key(key, CTRL if key is Qt.Key.Key_N else Qt.KeyboardModifier.NoModifier)
            pressed += 1

    async def save(dialog: str) -> None:
        await demo.dialog(dialog)
        await until(lambda: demo.focus.objectName() == "copySecret")
        press(Qt.Key.Key_Space)
        await until(lambda: demo.focus.objectName() == "stored")
        press(Qt.Key.Key_Space, Qt.Key.Key_Return)
        await demo.no_dialog()
        await until(lambda: pending_lines(demo) == [])

    press(Qt.Key.Key_N)
    await demo.dialog("keyForm")
    demo.type(TITLE)
    press(Qt.Key.Key_Return)
    await save("revealKey")
    assert pressed <= 6
    await until(lambda: demo.is_there("scheduleRevocation"))

    pressed = 0
    press(Qt.Key.Key_N)
    await demo.dialog("keyForm")
    demo.type(TITLE)
    while not isinstance(demo.focus, QComboBox) and pressed < 5:
        press(Qt.Key.Key_Tab)
        assert not isinstance(demo.focus, QRadioButton) or pressed < 3
    press(Qt.Key.Key_Down, Qt.Key.Key_Return)
    await save("revealKey")
    assert pressed <= 9
    await until(lambda: demo.is_there("extend"))
