"""What locks, sign-ins and other texts can do to the desk while something is under way."""

from __future__ import annotations

import asyncio
import gc
import os
import threading
from collections.abc import AsyncIterator, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from pydantic import SecretStr
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QApplication, QPushButton

from medusa_console.domain.api_key import KeyType
from medusa_console.domain.clipboard_text import ClipboardText, Content
from medusa_console.domain.leak_answers import Finding
from medusa_console.domain.store import DEMO_PASSWORD
from medusa_console.services.leak_revokes import LAST_PROOF
from medusa_console.ui.leaks.page import LeaksPage
from tests.faults.medusa import PASSWORD
from tests.faults.server import FaultServer
from tests.ui.driving import CTRL, NO_KEYS, SHIFT, Program
from tests.ui.leaks.cards import Bench, gone, open_bench, whole
from tests.ui.leaks.pages import Paged, open_paged
from tests.ui.leaks.test_leak import (
    card_of,
    desk_of,
    keys_in_memory,
    leaked,
    press,
    stands,
)
from tests.ui.northwind import KEYS, MAYA, behave, connect
from tests.ui.running import Start
from tests.ui.said import announcements
from tests.ui.standins import Clock, never, turns
from tests.ui.wiretap import Wiretap, held
from tests.waiting import until

TOKEN, SECOND = "sk_" + "a1" * 32, "sk_" + "d4" * 32
KEY = "apk_01M0000000000000000000KEY1"


@pytest.fixture
async def paged(qapp: QApplication, clock: Clock) -> AsyncIterator[Paged]:
    qapp.clipboard().clear()
    async with open_paged(clock) as paged:
        yield paged


@pytest.fixture
async def bench(qapp: QApplication, clock: Clock) -> AsyncIterator[Bench]:
    async with open_bench(clock) as bench:
        yield bench


@pytest.fixture
def slow(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[tuple[Path, threading.Event]]:
    """A file on a slow disk, which is read once the event is set."""
    file, ready, fstat = tmp_path / "worker.log", threading.Event(), os.fstat
    file.touch()
    known = file.stat()

    def slowly(descriptor: int) -> os.stat_result:
        facts = fstat(descriptor)
        if os.path.samestat(facts, known):
            assert ready.wait(60)
        return facts

    monkeypatch.setattr(os, "fstat", slowly)
    yield file, ready
    ready.set()


def in_memory(token: str) -> int:
    """How many objects hold this key as a secret."""
    gc.collect()
    every = (one for one in gc.get_objects() if isinstance(one, SecretStr))
    return sum(one.get_secret_value() == token for one in every)


async def test_a_text_that_is_read_while_the_program_is_locked_brings_no_key_into_memory(
    demo: Program, slow: tuple[Path, threading.Event]
) -> None:
    token = await leaked(demo)
    await press(demo, Qt.Key.Key_V, CTRL | SHIFT)
    await card_of(demo)
    file, ready = slow
    file.write_text(f"MEDUSA_API_KEY={token}\n")
    demo.find(LeaksPage, "leaksPage")._body.well.file_dropped.emit(file)
    await turns()
    demo.key(Qt.Key.Key_L, CTRL)
    await until(lambda: demo.is_there("lockPage"))
    before = desk_of(demo).reading
    ready.set()
    await never(lambda: keys_in_memory(demo) or desk_of(demo).reading is not before)


async def test_a_key_that_was_pasted_before_any_sign_in_is_still_there_after_it(
    start: Start,
) -> None:
    with FaultServer() as server:
        behave(server)
        program = await start()
        await connect(program, server.origin)
        QGuiApplication.clipboard().setText(f"MEDUSA_API_KEY={TOKEN}")
        await press(program, Qt.Key.Key_V, CTRL | SHIFT)
        card = await card_of(program)
        assert card.case.answers[0].finding is Finding.NOT_SIGNED_IN
        here = [one for one in card.findChildren(QPushButton) if one.text() == "Sign in here"]
        program.press(here[0])
        program.fill("Email", MAYA)
        program.fill("Password", PASSWORD)
        program.key(Qt.Key.Key_Return)
        await until(lambda: program.window.desk_in_front)
        await until(lambda: card.case.answers[0].finding is Finding.NOT_LISTED)
        assert keys_in_memory(program) == 1
        program.choose("Sign out of all stores")
        await until(lambda: keys_in_memory(program) == 0)


async def test_after_another_paste_the_cards_of_the_text_before_ask(
    paged: Paged, slow: tuple[Path, threading.Event]
) -> None:
    """Whoever pastes and presses Ctrl+Enter means what was pasted."""
    eu = await paged.store("Northwind EU")
    eu.add(TOKEN, KEY)
    file, ready = slow
    file.write_text(f"MEDUSA_API_KEY={SECOND}\n")

    def another_text() -> None:
        paged.page._body.well.file_dropped.emit(file)

    def no_text() -> None:
        paged.clipboard = ClipboardText(Content.PICTURE)
        paged.page.paste()

    await paged.show()
    for paste in (no_text, another_text):
        await paged.paste(f"MEDUSA_API_KEY={TOKEN}")
        await paged.reads("It works right now")
        (card,) = paged.shown_cards
        paged.clock.skip(2)
        paste()
        card.setFocus()
        paged.control_enter()
        await paged.question()
        assert eu.revokes == 0
        paged.key(Qt.Key.Key_Escape)
        await paged.no_question()
    ready.set()
    await paged.reads("Not in Northwind EU")
    await paged.paste(f"MEDUSA_API_KEY={TOKEN}")
    await paged.reads("It works right now")
    paged.clock.skip(2)
    paged.control_enter()
    await paged.reads("Dead in Northwind EU (live)")


async def test_ctrl_enter_on_the_heels_of_another_check_revokes_nothing(
    demo: Program, tap: Wiretap
) -> None:
    """The program stood still, and both keystrokes come at once."""
    await leaked(demo)
    await press(demo, Qt.Key.Key_V, CTRL | SHIFT)
    await stands(demo, await card_of(demo))
    QGuiApplication.clipboard().setText("nothing leaked")
    window = demo.window.windowHandle()
    demo.key(Qt.Key.Key_V, CTRL | SHIFT)
    for kind in (QEvent.Type.KeyRelease, QEvent.Type.KeyPress):
        QApplication.sendEvent(window, QKeyEvent(kind, Qt.Key.Key_Control, NO_KEYS))
    demo.key(Qt.Key.Key_Return, CTRL)
    revokes = partial(tap.count, "POST", f"{KEYS}/.*/revoke")
    await until(lambda: revokes() or "No Medusa key found" in demo.words)
    await demo.no_dialog()  # the question ends with the card
    await never(revokes)


async def test_a_text_that_is_taken_before_the_desk_is_there_ends_with_a_lock(
    demo: Program,
) -> None:
    QGuiApplication.clipboard().setText(TOKEN)
    demo.key(Qt.Key.Key_V, CTRL | SHIFT)
    demo.key(Qt.Key.Key_L, CTRL)
    await until(lambda: demo.is_there("lockPage"))
    assert not in_memory(TOKEN)
    demo.type(DEMO_PASSWORD)
    demo.key(Qt.Key.Key_Return)
    await demo.keys_page()
    demo.key(Qt.Key.Key_3, CTRL)
    await until(lambda: demo.is_there("leaksPage"))
    await never(lambda: demo.is_there("leak.card"))


async def test_a_text_that_waits_for_the_question_leaves_memory_with_the_other_keys(
    paged: Paged,
) -> None:
    eu = await paged.store("Northwind EU")
    eu.add(TOKEN, KEY)
    eu.us = gone
    await paged.show()
    await paged.paste(f"MEDUSA_API_KEY={TOKEN}")
    await paged.reads("It works right now")
    paged.clock.skip(2)
    paged.control_enter()
    await paged.reads("Revoked, not proven")
    paged.copy(f"MEDUSA_API_KEY={SECOND}")
    paged.page.paste()
    paged.copy("nothing")
    await paged.question()
    assert in_memory(SECOND)
    await paged.passes_until(lambda: not paged.desk.proving)
    await paged.clock.advance(600)
    await paged.no_question()
    await until(lambda: not in_memory(SECOND) and not in_memory(TOKEN))
    await paged.reads("Paste it again to check it.")


async def test_a_store_that_moved_to_another_address_is_another_store(bench: Bench) -> None:
    """The new address is a copy of the database, where the key lives on."""
    eu = await bench.store("Northwind EU")
    eu.add(TOKEN, KEY)
    card = bench.begin(whole(TOKEN))
    await bench.reads("It works right now", "Maya Lindqvist")
    bench.clock.skip(1)
    bench.control_enter()
    await bench.reads("Dead in Northwind EU (live)")
    copy = await bench.store("Northwind EU", sign_in=False)
    copy.add(TOKEN, KEY)
    copy.store = replace(copy.store, id=eu.store.id)
    bench.stores.remove(eu)
    await bench.sign_in(copy)
    bench.desk.look_again(copy.store.id)
    await bench.press("leak.ask")
    await bench.reads("Dead in Northwind EU (live)", "It works right now", "Still accepted")
    assert not card.case.dead
    await bench.press("leak.revoke")
    await bench.question()
    await bench.press("confirm.action")
    await bench.no_question()
    await until(lambda: card.case.dead)
    assert (eu.revokes, copy.revokes) == (1, 1)
    assert bench.words().count("Dead in Northwind EU (live)") == 2


async def test_behind_a_lock_a_run_says_nothing(
    demo: Program, tap: Wiretap, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert demo.services is not None
    keys, tokens = demo.services.keys, []
    for number in range(6):
        title = f"Scanner {number}"
        created, line = await keys.create(title, KeyType.SECRET, await keys.newest())
        await keys.settle(line)
        tokens.append(created.secret.get_secret_value())
    QGuiApplication.clipboard().setText("\n".join(tokens))
    await press(demo, Qt.Key.Key_V, CTRL | SHIFT)
    await until(lambda: demo.is_there("many.open"))
    await until(lambda: "6" in demo.find(QPushButton, "many.open").text())
    gate = asyncio.Event()
    revoke = f"{KEYS}/.*/revoke"
    tap.on("POST", revoke, held(gate))
    demo.clock.skip(2)
    demo.press(demo.find(QPushButton, "many.open"))
    question = await demo.dialog("manyQuestion")
    demo.clock.skip(2)
    demo.press(question.findChildren(QPushButton, "many.action")[0])
    await demo.no_dialog()
    await until(lambda: tap.count("POST", revoke) == 4)
    said = announcements(monkeypatch)
    demo.key(Qt.Key.Key_L, CTRL)
    await until(lambda: demo.is_there("lockPage"))
    gate.set()
    await demo.clock.advance(LAST_PROOF)
    await until(lambda: not desk_of(demo).proving)
    assert not [text for text in said if "Demo store" in text or "keys" in text]
    assert tap.count("POST", revoke) == 4  # the others wait for the password
