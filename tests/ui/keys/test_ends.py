"""Scheduling the revocation of a key and moving it, at the time and for the key that is meant."""

from __future__ import annotations

import asyncio
import re
import time
from collections.abc import Iterator
from datetime import datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QLineEdit, QPushButton

from medusa_console.domain.key_end import LONGEST
from medusa_console.ui.keys.end_field import EndField, Span, for_a_new_key
from medusa_console.ui.kit.moment_edit import moment_of
from tests.ui.driving import CTRL, Program
from tests.ui.finding import find
from tests.ui.northwind import KEYS
from tests.ui.wiretap import Exchange, Wiretap, answer, broken
from tests.waiting import until

REVOKE = f"{KEYS}/.*/revoke"
ONE = f"{KEYS}/apk_[^/]*"
KEY = "ERP nightly sync"
STOREFRONT = "Mobile app 4.2"


@pytest.fixture
def berlin(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The computer stands in Berlin, whose clocks change at the end of March and of October."""
    monkeypatch.setenv("TZ", "Europe/Berlin")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


async def ask(program: Program, title: str, action: str) -> None:
    program.pick(title)
    await until(lambda: action in program.buttons)
    program.press(action)
    await program.dialog("endDialog")


def state(program: Program, title: str) -> str:
    return program.column("State")[program.row(title)]


async def test_a_key_is_scheduled_moved_and_revoked_before_its_time(
    demo: Program, tap: Wiretap
) -> None:
    demo.window.resize(1440, 900)
    await ask(demo, KEY, "Schedule revocation…")
    await demo.reads(
        f"Schedule revocation of “{KEY}”",
        "An end can be moved, but never removed.",
        "Medusa Admin shows a key with an end as revoked, though it still works.",
    )
    menu = demo.find(QComboBox, "keyEnd")
    assert [menu.itemText(n) for n in range(menu.count())] == [
        "In 1 hour",
        "In 24 hours",
        "In 7 days",
        "A date and time",
    ]
    shown = re.search(r"Ends (\w{3}) \d+ \w{3} \d{4} (\d\d):\d\d\s\w+", demo.words)
    assert shown is not None
    assert shown[1] in ("Mon", "Tue", "Wed", "Thu", "Fri")
    assert 9 <= int(shown[2]) < 17
    demo.clock.skip(1)
    demo.key(Qt.Key.Key_Return)  # Enter alone confirms nothing
    assert tap.count("POST", REVOKE) == 0
    menu.setCurrentText("In 1 hour")
    demo.key(Qt.Key.Key_Return, CTRL)
    await demo.no_dialog()
    await until(lambda: state(demo, KEY).startswith("Works until"))
    assert demo.column("Ends in")[demo.row(KEY)] in ("in 59 min", "in 1 hour")

    await ask(demo, KEY, "Extend…")
    await demo.reads("It can be moved, never made endless again.")
    assert "Medusa Admin" not in demo.words, "that is told once"
    demo.find(QComboBox, "keyEnd").setCurrentText("90 days longer")
    demo.press("Move end")
    await demo.no_dialog()
    await until(lambda: demo.column("Ends in")[demo.row(KEY)].startswith(("in 89", "in 9")))
    assert tap.count("POST", REVOKE) == 2

    demo.press("Revoke now…")
    await demo.dialog("confirm")
    demo.press("Revoke key")
    await demo.no_dialog()
    await until(lambda: state(demo, KEY).startswith("Revoked"))
    assert "Revoke now…" not in demo.buttons


async def test_who_did_not_wait_for_an_end_is_told_that_it_was_refused(
    demo: Program, tap: Wiretap
) -> None:
    gate = asyncio.Event()

    async def refused(exchange: Exchange) -> None:
        await gate.wait()
        await answer(400, {"type": "invalid_data", "message": "no"})(exchange)

    tap.on("POST", REVOKE, refused, once=True)
    await ask(demo, KEY, "Schedule revocation…")
    demo.press("Schedule revocation")
    await until(lambda: tap.count("POST", REVOKE) == 1)
    demo.press("Stop waiting")
    await demo.no_dialog()
    gate.set()
    await demo.reads(f"“Schedule revocation of “{KEY}””: The store didn't accept this")
    assert state(demo, KEY) == "Active"


async def test_what_fails_stands_in_the_dialog_and_what_was_chosen_stays(
    demo: Program, tap: Wiretap
) -> None:
    await ask(demo, KEY, "Schedule revocation…")
    demo.find(QComboBox, "keyEnd").setCurrentText("A date and time")
    edit = demo.find(QLineEdit, "keyEnd.moment")
    edit.setText("2020-01-01 00:00")
    demo.press("Schedule revocation")
    await demo.reads("That time has passed. Choose a later one.")
    assert demo.focus is edit
    assert edit.text() == "2020-01-01 00:00"
    assert tap.count("POST", REVOKE) == 0
    year = int(time.strftime("%Y")) + 1
    edit.setText(f"{year}-06-15 12:00")
    tap.on("POST", REVOKE, broken, once=True)
    demo.press("Schedule revocation")
    await demo.reads("Not confirmed: the end may not have been set.")
    refusal = {"type": "forbidden", "message": "Forbidden"}
    tap.on("POST", REVOKE, answer(403, refusal), once=True)
    demo.press("Schedule revocation")
    await until(lambda: tap.count("POST", REVOKE) == 2)
    await until(demo.find(QPushButton, "submit").isEnabled)
    assert edit.text() == f"{year}-06-15 12:00"
    demo.press("Schedule revocation")
    await demo.no_dialog()
    await until(lambda: state(demo, KEY) == f"Works until 15 Jun {year}")


async def test_a_key_that_changes_under_the_dialog_is_never_brought_back(
    demo: Program, tap: Wiretap
) -> None:
    services = demo.services
    assert services is not None

    def id_of(title: str) -> str:
        rows = [demo.table.model().row_at(demo.row(title))]  # type: ignore[attr-defined]
        return str(rows[0].id)

    storefront, deleted = id_of(STOREFRONT), id_of(KEY)
    await ask(demo, STOREFRONT, "Schedule revocation…")
    await services.keys.revoke(storefront)
    demo.press("Schedule revocation")
    await demo.reads("Somebody has revoked this key meanwhile. It no longer works.")
    demo.press("Cancel")
    await demo.no_dialog()
    assert state(demo, STOREFRONT).startswith("Revoked")

    await ask(demo, KEY, "Schedule revocation…")
    await services.keys.rename(deleted, f"{KEY}, renamed")
    await services.keys.revoke(deleted)
    await services.keys.delete_record(deleted)
    demo.press("Schedule revocation")
    await demo.no_dialog()
    await demo.reads("no longer exists", "The key was deleted and no longer works.")
    assert not services.keys.state((await services.keys.get(storefront)).value).works


async def test_the_column_puts_what_ends_first_above_all_others(demo: Program) -> None:
    demo.window.resize(1440, 900)
    by_creation = demo.column("Title")
    demo.sort_by("Ends in")
    await until(lambda: demo.column("Ends in")[:3] and all(demo.column("Ends in")[:3]))
    ends, titles = demo.column("Ends in"), demo.column("Title")
    assert not any(ends[3:])
    assert titles[3:] == [one for one in by_creation if one not in titles[:3]]
    demo.sort_by("Ends in")
    await until(lambda: demo.column("Title")[:3] == titles[2::-1])
    assert demo.column("Title")[3:] == titles[3:]


def test_a_local_time_that_is_not_or_is_twice_is_said_beside_it(
    qapp: QApplication, berlin: None
) -> None:
    now = moment_of(datetime.fromisoformat("2027-01-29 16:30"))  # a Friday
    assert now is not None
    field = for_a_new_key(lambda: now)
    menu, edit = find(field, QComboBox, "keyEnd"), find(field, QLineEdit, "keyEnd.moment")
    assert field.end is None
    assert field.check()
    menu.setCurrentIndex(menu.count() - 1)
    for typed, told, valid in (
        ("2027-03-28 02:30", "02:30 doesn't exist that day: the clocks go forward.", False),
        ("2027-03-28 03:00", "Ends Sun 28 Mar 2027 03:00\u00a0CEST", True),
        ("2027-10-31 02:30", "That time comes twice, because the clocks go back", True),
        ("2027-10-31 02:30", "Ends Sun 31 Oct 2027 02:30\u00a0CEST", True),
        ("31.10.2027 03:00", "Ends Sun 31 Oct 2027 03:00\u00a0CET", True),
        ("2027-01-29 16:30", "That time has passed.", False),
        ("2027-01-29 16:31", "Ends Fri 29 Jan 2027 16:31\u00a0CET", True),
        ("1901-01-01 00:00", "That time has passed.", False),
        ("2037-03-01 00:00", "Choose a time within 10 years.", False),
        ("9999-12-31 23:59", "Choose a time within 10 years.", False),
        ("0001-01-01 00:00", "That time has passed.", False),
        ("2027-02-31 12:00", "Enter a date and time, for example 2026-11-30 14:30.", False),
        ("02/03/2027 12:00", "Enter a date and time", False),
        ("٢٠٢٧-03-02 12:00", "Enter a date and time", False),
        ("", "Enter a date and time", False),
    ):
        edit.setText(typed)
        assert told in said(field), typed
        assert field.check() is valid, typed
        assert edit.text() == typed, "nothing that was typed is moved"


def test_spans_keep_to_the_wall_clock_and_to_working_hours(
    qapp: QApplication, berlin: None
) -> None:
    now = moment_of(datetime.fromisoformat("2027-03-12 16:30"))  # a Friday in winter
    assert now is not None
    field = for_a_new_key(lambda: now)
    menu = find(field, QComboBox, "keyEnd")
    menu.setCurrentText("30 days")  # a Sunday in summer
    assert said(field) == "Ends Mon 12 Apr 2027 09:00\u00a0CEST, the next working morning"
    menu.setCurrentText("180 days")
    assert said(field) == "Ends Wed 8 Sep 2027 16:30\u00a0CEST"
    far = EndField("x", (Span("y", LONGEST * 1.1),), lambda: now, name="far")
    assert far.error == "Choose a time within 10 years."
    assert not far.check()


def said(field: EndField) -> str:
    """What stands beneath the field."""
    texts = [label.text() for label in field.findChildren(QLabel) if label is not field.label]
    return "\n".join(filter(None, texts))
