"""What deserves a look at the keys stands above the table: each a filter with its count."""

from __future__ import annotations

import threading
from functools import partial

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QLabel,
    QLineEdit,
    QSpinBox,
    QTableView,
)

from medusa_console.api import traffic
from tests.faults import server as faults
from tests.faults.medusa import PASSWORD, ago, key_record
from tests.faults.server import FaultServer
from tests.ui.creating import create_secret
from tests.ui.driving import CTRL, Program
from tests.ui.northwind import KEYS, MAYA, behave, connect, enter, list_of
from tests.ui.running import Start
from tests.ui.standins import never, turns
from tests.ui.wiretap import Wiretap, broken
from tests.waiting import until

SOON, LATER = "Black Friday load test", "Mobile app 4.1"


def chips(program: Program) -> dict[str, QAbstractButton]:
    """The chips above the table, by what they read."""
    return {
        one.text(): one
        for one in program.window.findChildren(QAbstractButton)
        if one.isVisible() and one.objectName().startswith("glance.") and one.isCheckable()
    }


def is_summary(program: Program, text: str) -> bool:
    return summary(program) == text


def summary(program: Program) -> str:
    return program.find(QLabel, "page.summary").text()


async def revoke(program: Program, title: str) -> None:
    program.pick(title)
    program.press("Revoke now…")
    await program.dialog("confirm")
    program.press(next(one for one in program.buttons if one.startswith("Revoke key")))
    await program.no_dialog()


async def test_each_chip_shows_exactly_its_keys_and_follows_what_is_done(
    demo: Program, tap: Wiretap
) -> None:
    demo.window.resize(1440, 900)
    wanted = {
        "Ends within 7 days: 3",
        "No sales channel: 2",
        "Creator gone: 3",
        "Older than 90 days: 17",
    }
    await until(lambda: set(chips(demo)) == wanted)
    assert tap.count("GET", KEYS) <= 3, "one page, its end dates and titles: these are all keys"
    for words in wanted:
        chip = chips(demo)[words]
        assert chip.accessibleName() == words
        assert chip.accessibleDescription() == "Shows only these keys"
        demo.press(chip)
        number = words.rpartition(" ")[2]
        await until(partial(is_summary, demo, f"{number} of 61 keys match"))
        assert len(demo.column("Title")) == int(number)
        demo.press(chip)
        await until(lambda: "match" not in summary(demo))
    demo.press(chips(demo)["Older than 90 days: 17"])
    await until(lambda: len(demo.column("Title")) == 17)
    assert all(age.endswith(" days ▵") for age in demo.column("Created"))
    described = demo.table.model().index(0, 0).data(Qt.ItemDataRole.AccessibleDescriptionRole)
    assert "95 days ago (older than 90 days) by Maya Lindqvist" in described
    await demo.no_dialog()
    demo.table.setFocus()
    demo.key(Qt.Key.Key_Escape)
    await until(lambda: len(demo.column("Title")) == 61)

    demo.press(chips(demo)["Ends within 7 days: 3"])
    await until(lambda: len(demo.column("Title")) == 3)
    await revoke(demo, SOON)
    await until(lambda: "Ends within 7 days: 2" in chips(demo))

    # A mark that the server knows nothing of.
    tap.on("POST", f"{KEYS}/.*/revoke", broken)
    tap.on("GET", f"{KEYS}/apk_.*", broken)
    demo.pick(LATER)
    demo.press("Revoke now…")
    await demo.dialog("confirm")
    demo.press("Revoke anyway")
    await demo.no_dialog()
    await until(lambda: "Revoke not confirmed: 1" in chips(demo))
    tap.calm()
    demo.press(chips(demo)["Revoke not confirmed: 1"])
    await until(lambda: demo.column("Title") == [LATER])
    demo.pick(LATER)
    demo.press("Check now")
    await until(lambda: "Revoke not confirmed: 0" in chips(demo))
    assert chips(demo)["Revoke not confirmed: 0"].isChecked(), "it still hides rows"
    demo.press(chips(demo)["Revoke not confirmed: 0"])
    await until(lambda: not any(words.startswith("Revoke not") for words in chips(demo)))


async def test_a_key_that_was_copied_and_not_saved_is_found_again(demo: Program) -> None:
    demo.window.resize(1440, 900)
    await until(lambda: chips(demo))
    dialog = await create_secret(demo, "Parcel labels")
    demo.press("Copy and hide")
    await until(lambda: "Not yet saved: 1" in chips(demo))
    dialog.done(0)
    await demo.no_dialog()
    demo.press(chips(demo)["Not yet saved: 1"])
    await until(lambda: demo.column("Title") == ["Parcel labels"])
    demo.pick("Parcel labels")
    demo.press("I have saved this key")
    await until(lambda: "Not yet saved: 0" in chips(demo))


async def test_all_keys_of_one_person_take_five_keys_beside_the_name(demo: Program) -> None:
    demo.window.resize(1440, 900)
    await until(lambda: demo.is_there("filterCreator"))
    menu = demo.find(QComboBox, "filterCreator")
    await until(lambda: menu.findText("Priya Raman") > 0)
    await demo.no_dialog()
    demo.table.setFocus()
    demo.key(Qt.Key.Key_F, CTRL)
    pressed = 1
    while demo.focus is not menu and pressed < 5:
        demo.key(Qt.Key.Key_Tab)
        pressed += 1
    demo.type("Priya")
    await until(lambda: set(demo.column("Created by")) == {"Priya Raman"})
    assert pressed <= 5
    assert summary(demo).endswith(" of 61 keys match")


async def test_a_search_finds_what_is_noted_of_a_key(demo: Program) -> None:
    demo.window.resize(1440, 900)
    demo.pick(LATER)
    demo.press("Where it is used…")
    await demo.dialog("noteForm")
    demo.fill("Where is it used?", "Tills in Rotterdam")
    demo.press("Save")
    await demo.no_dialog()
    demo.key(Qt.Key.Key_F, CTRL)
    demo.type("rotterdam")
    await until(lambda: demo.column("Title") == [LATER])
    assert summary(demo) == "1 of 61 keys matches · 1 found in your notes"


async def test_no_row_moves_when_the_chips_arrive_or_the_last_one_goes(start: Start) -> None:
    program = await start()
    may_answer = threading.Event()
    with FaultServer() as server:
        behave(server, key_record())
        list_all = list_of(key_record(created_at=ago(days=100)))

        def answer_later(exchange: faults.Exchange) -> None:
            may_answer.wait(60)
            list_all(exchange)

        server.on("GET", KEYS, answer_later)
        await connect(program, server.origin)
        await program.signed_in(MAYA, PASSWORD)
        program.window.resize(1440, 900)
        await until(lambda: program.is_there("keys"))
        await turns(20)
        table = program.find(QTableView, "keys")
        before = table.mapTo(program.window, QPoint())
        may_answer.set()
        await until(lambda: list(chips(program)) == ["Older than 90 days: 1"])
        await turns(20)
        assert table.mapTo(program.window, QPoint()) == before
        program.choose("Edit store…")
        await program.dialog("storeForm")
        program.find(QSpinBox, "storeKeyAge").setValue(300)
        program.press("Save")
        await program.no_dialog()
        await until(lambda: not chips(program))
        await turns(20)
        assert table.mapTo(program.window, QPoint()) == before


async def test_a_store_with_nothing_to_look_at_says_nothing_until_its_policy_does(
    start: Start,
) -> None:
    program = await start()
    with FaultServer() as server:
        behave(server, key_record(created_at=ago(days=45)))
        await enter(program, server)
        program.window.resize(1440, 900)
        await until(lambda: "Maya Lindqvist" in program.column("Created by"))
        await until(lambda: not program.is_there("glance"))
        assert not program.is_there("filterCreator"), "one creator is no choice"
        program.choose("Edit store…")
        await program.dialog("storeForm")
        program.find(QSpinBox, "storeKeyAge").setValue(30)
        program.press("Save")
        await program.no_dialog()
        await until(lambda: list(chips(program)) == ["Older than 30 days: 1"])
        assert program.column("Created") == ["45 days ▵"]


async def test_a_reading_of_many_keys_is_told_can_be_stopped_and_tried_again(
    start: Start, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(traffic, "REST", 0.0)
    program = await start()
    many = [key_record(id=f"apk_{n:026}", created_at=ago(days=100)) for n in range(700)]
    with FaultServer() as server:
        behave(server, *many)
        list_all = list_of(*many)

        def fail_far_pages(exchange: faults.Exchange) -> None:
            if "limit=500" in exchange.request.target:
                faults.answer(500)(exchange)
            else:
                list_all(exchange)

        server.on("GET", KEYS, fail_far_pages)
        await enter(program, server)
        program.window.resize(1440, 900)
        await program.reads("Not all keys could be read: ")
        assert program.footer.endswith("of 700 loaded"), "the table stands"
        server.on("GET", KEYS, list_all)
        monkeypatch.setattr(traffic, "REST", 1e6)  # from now on the store is never at rest
        program.press("Read again")
        await until(lambda: list(chips(program)) == ["Older than 90 days: 700"])
        assert "could be read" not in program.words


async def test_while_a_reading_waits_the_chips_say_when_they_were_true(
    start: Start, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(traffic, "REST", 0.0)
    program = await start()
    many = [key_record(id=f"apk_{n:026}", created_at=ago(days=100)) for n in range(150)]
    with FaultServer() as server:
        behave(server, *many)
        await enter(program, server)
        program.window.resize(1440, 900)
        await until(lambda: program.is_there("glance.said"))
        assert program.find(QLabel, "glance.said").text().startswith("As of")
        monkeypatch.setattr(traffic, "REST", 1e6)  # from now on the store is never at rest
        assert program.services is not None
        survey = program.services.survey
        program.key(Qt.Key.Key_F5)
        await until(lambda: survey.progress == (0, 0))
        await never(lambda: not program.is_there("glance.said"))
        assert list(chips(program)) == ["Older than 90 days: 150"]


async def test_a_pasted_key_is_looked_for_among_all_keys_whatever_is_chosen(
    demo: Program,
) -> None:
    demo.window.resize(1440, 900)
    demo.pick(LATER)
    key_id = (await until(lambda: demo.facts))["ID"]
    demo.press((await until(lambda: chips(demo)))["No sales channel: 2"])
    await until(lambda: len(demo.column("Title")) == 2)
    demo.paste(demo.find(QLineEdit, "search"), key_id)
    await until(lambda: demo.picked == [LATER])
    assert not any(chip.isChecked() for chip in chips(demo).values())
