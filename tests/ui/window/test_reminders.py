"""Ends of keys are told at the start, then on the desktop, and by a calendar."""

from __future__ import annotations

import asyncio
import re
import stat
import threading
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QFileDialog, QLineEdit

from medusa_console.app.reminders import FIRST_AFTER, READ_AGAIN
from medusa_console.desktop.computer import computer_id
from medusa_console.domain.api_key import ApiKey
from medusa_console.domain.preferences import Preferences, Reminders
from medusa_console.domain.reminders import MOST_TOLD
from medusa_console.profile.profile import Profile
from medusa_console.ui.window.requests import Request
from tests.faults import server as faults
from tests.faults.medusa import KEY_ID, PASSWORD, REDACTED, ago, key_record, listing, stamp
from tests.faults.server import Exchange, FaultServer
from tests.ui.driving import Program
from tests.ui.northwind import KEYS, behave, enter, list_of
from tests.ui.running import Start
from tests.ui.standins import never
from tests.waiting import until

TITLE, LATER = "ERP nightly sync", "Warehouse sync"
OPEN = "Reminders appear only while Medusa Console is open."
STEP_S = 50
NEAR = re.compile(r"1 key ends (today|by \w+day morning)")


def ending(title: str = TITLE, key_id: str = KEY_ID, **left: float) -> dict[str, Any]:
    """A key that ends after that time."""
    before = {unit: -number for unit, number in left.items()}
    return key_record(id=key_id, title=title, revoked_at=ago(**before))


class Shop:
    """A store on a socket; `ends` are its keys with an end, the next first."""

    def __init__(self, server: FaultServer) -> None:
        self.server = server
        self.ends: list[dict[str, Any]] = []
        self.reads = 0
        self.forbidden = False
        self.answers = threading.Event()
        self.answers.set()
        behave(server)
        server.on("GET", KEYS, self._list)

    def _list(self, exchange: Exchange) -> None:
        query = parse_qs(urlsplit(exchange.request.target).query)
        if query.get("order") != ["revoked_at"]:
            list_of(key_record())(exchange)
            return
        self.reads += 1
        refused = {"type": "forbidden", "message": "Forbidden"}
        answer = listing(*self.ends, count=len(self.ends))
        self.answers.wait(60)
        faults.json_answer(*((refused, 403) if self.forbidden else (answer,)))(exchange)


@pytest.fixture
async def shop(tmp_path: Path) -> AsyncIterator[Shop]:
    """A store, and a program that no absence locks."""
    profile = Profile(tmp_path / "data", computer_id())
    await profile.save_preferences(Preferences(idle_minutes=0))
    await profile.aclose()
    with FaultServer() as server:
        yield Shop(server)


async def begin(start: Start, shop: Shop) -> Program:
    """Signed in for so long that the ends have been read."""
    program = await start()
    program.window.resize(1440, 900)
    await enter(program, shop.server)
    await reads(program, shop, FIRST_AFTER)
    return program


async def reads(program: Program, shop: Shop, seconds: float) -> None:
    """Let time pass, and the ends be read and told; the program then waits for the next time."""

    def answers() -> int:
        messages = (record.getMessage() for record in program.log.records)
        return sum(message.startswith("the ends of keys") for message in messages)

    before = answers()
    await passes(program, seconds)
    await until(lambda: answers() > before)
    assert shop.reads


async def passes(program: Program, seconds: float) -> None:
    """Let time pass in steps that are too short for a computer that slept: a check every few
    seconds, for a whole day, takes long."""
    end = program.clock.now() + seconds
    while (left := end - program.clock.now()) > STEP_S:
        program.clock.skip(STEP_S)
        await program.clock.advance(0)
    await program.clock.advance(left)


async def test_what_ends_soon_is_told_after_the_sign_in_and_at_the_next_start(
    start: Start, shop: Shop
) -> None:
    shop.ends = [ending(hours=5), ending(LATER, "apk_02", days=3), ending("Far", "apk_03", days=9)]
    program = await begin(start, shop)
    await program.reads(f": “{TITLE}”", f": “{LATER}”", OPEN)
    assert NEAR.search(program.words)
    await program.reads("1 more within a week")
    assert "Far" not in program.words
    assert not program.desktop.shown, "whoever sits there has read it"
    await program.quit()

    again = await start()
    again.window.resize(1440, 900)
    await again.open("Northwind EU")
    await again.signed_in("maya@northwind.example", PASSWORD)
    await again.keys_page()
    await reads(again, shop, FIRST_AFTER)
    await again.reads(f": “{TITLE}”")
    assert LATER not in again.words, "told a week before already"


async def test_the_desktop_reminds_once_without_names_unless_they_are_wanted(
    start: Start, shop: Shop
) -> None:
    program = await begin(start, shop)
    shown = program.desktop.shown
    shop.ends = [ending(days=6.5)]
    await reads(program, shop, READ_AGAIN)
    await until(
        lambda: shown == [("1 key ends within a week", "Open Medusa Console to see which.")]
    )
    await program.reads("1 key ends within a week")
    shop.ends = [ending(hours=20)]
    await reads(program, shop, READ_AGAIN)
    await until(lambda: len(shown) == 2)
    assert shown[1][0] == "1 key ends within a day"
    await reads(program, shop, READ_AGAIN)
    await never(lambda: len(shown) > 2)

    program.window.requested.emit(Request.SETTINGS)
    await program.dialog("settings")
    choice = program.field("Desktop reminders", QComboBox)
    choice.setFocus()
    program.key(Qt.Key.Key_Down)
    assert choice.currentText() == "With key and store names"
    program.press("Close")
    await program.no_dialog()
    shop.ends = [ending(hours=21), ending(LATER, "apk_02", hours=22)]
    await reads(program, shop, READ_AGAIN)
    await until(lambda: len(shown) == 3)
    assert shown[2][0] == "2 keys end within a day"
    assert shown[2][1].startswith(f"Northwind EU: “{TITLE}”, ")
    assert shown[2][1].endswith("… and 1 more")

    program.window.requested.emit(Request.SETTINGS)
    await program.dialog("settings")
    choice = program.field("Desktop reminders", QComboBox)
    choice.setFocus()
    program.key(Qt.Key.Key_Home)
    program.press("Close")
    await program.no_dialog()
    shop.ends = [ending("Another", "apk_04", hours=10)]
    await reads(program, shop, READ_AGAIN)
    await program.reads(": “Another”")
    assert len(shown) == 3, "switched off"


async def test_ends_of_more_keys_than_are_kept_are_told_once(start: Start, shop: Shop) -> None:
    shop.ends = [ending(key_id=f"apk_{number:04}", days=6.5) for number in range(MOST_TOLD + 50)]
    program = await begin(start, shop)
    await program.reads("450 keys end within a week")
    for _ in range(3):
        await program.clock.advance(900)
        await never(lambda: program.desktop.shown)


async def test_what_cannot_be_read_reminds_of_nothing_until_it_can(
    start: Start, shop: Shop
) -> None:
    shop.forbidden = True
    shop.ends = [ending(hours=5)]
    program = await begin(start, shop)
    assert not NEAR.search(program.words)
    shop.forbidden = False
    await reads(program, shop, 900)
    await program.reads(f": “{TITLE}”")


async def test_a_changed_end_is_told_without_being_read_again(start: Start, shop: Shop) -> None:
    shop.ends = [ending(LATER, "apk_02", days=3), ending(days=30)]
    program = await begin(start, shop)
    await program.reads("1 key ends within a week")
    before = shop.reads
    single = ending(hours=3)
    shop.server.on("GET", f"{KEYS}/{KEY_ID}", faults.json_answer({"api_key": single}))
    revoke = f"{KEYS}/{KEY_ID}/revoke"
    shop.server.on("POST", revoke, faults.json_answer({"api_key": single}))
    assert program.services is not None
    await program.services.ends.end_in(KEY_ID, 3 * 3600)
    await program.reads(f": “{TITLE}”", f": “{LATER}”")
    assert [title for title, _ in program.desktop.shown] == ["1 key ends within a day"]
    assert shop.reads == before


async def test_a_key_that_was_revoked_is_not_said_to_end(start: Start, shop: Shop) -> None:
    shop.ends = [ending(hours=30), ending(LATER, "apk_02", days=3)]
    program = await begin(start, shop)
    await program.reads(f": “{TITLE}”", f": “{LATER}”")
    assert program.services is not None
    changed = program.services.keys.changed
    at = datetime.now(UTC) - timedelta(hours=1)
    revoked = {"revoked_at": stamp(at), "revoked_by": "user_01"}
    changed.announce(ApiKey.model_validate(ending(hours=30) | revoked))
    await until(lambda: f": “{TITLE}”" not in program.words)
    await program.reads("1 key ends within a week", f": “{LATER}”")
    program.services.keys.removed.announce("apk_02")
    await until(lambda: LATER not in program.words)
    assert OPEN not in program.words


async def test_a_change_while_the_ends_are_read_is_not_lost(start: Start, shop: Shop) -> None:
    shop.answers.clear()
    program = await start()
    await enter(program, shop.server)
    await program.clock.advance(FIRST_AFTER)
    await until(lambda: shop.reads == 1)
    assert program.services is not None
    program.services.keys.changed.announce(ApiKey.model_validate(ending(hours=5)))
    shop.answers.set()
    await program.reads(f": “{TITLE}”")


async def test_a_lock_keeps_what_is_known_and_shows_no_name_on_the_desktop(
    start: Start, shop: Shop
) -> None:
    program = await begin(start, shop)
    preferences = program.console._preferences
    preferences.change(replace(preferences.value, reminders=Reminders.WITH_NAMES))
    program.window.requested.emit(Request.LOCK_ALL)
    await until(lambda: program.is_there("lockPage"))
    assert program.services is not None
    before = shop.reads
    # A change that was sent before the lock is answered after it.
    program.services.keys.changed.announce(ApiKey.model_validate(ending(hours=5)))
    shown = program.desktop.shown
    await until(lambda: shown == [("1 key ends within a day", "Open Medusa Console to see which.")])
    assert TITLE not in program.words
    await passes(program, READ_AGAIN)
    await never(lambda: shop.reads > before, beside=shop.server)
    await passes(program, READ_AGAIN)
    assert len(shown) == 1


async def save(program: Program, file: Path, *, named: bool) -> None:
    program.press("Save calendar file…")
    await program.dialog("calendarFile")
    box = program.find(QCheckBox, "calendarFile.named")
    assert not box.isChecked()
    if named:
        box.click()
    program.press("Choose file…")
    await until(lambda: isinstance(program.front, QFileDialog))
    dialog = program.front
    await until(dialog.isActiveWindow)
    program.find(QLineEdit, "fileNameEdit").setText(str(file))
    program.key(Qt.Key.Key_Return)
    await until(lambda: not dialog.isVisible())


async def test_a_calendar_file_holds_every_end_and_names_keys_only_if_that_is_wanted(
    start: Start, shop: Shop, tmp_path: Path
) -> None:
    shop.ends = [ending(hours=5), ending(LATER, "apk_02", days=300)]
    program = await begin(start, shop)
    await program.reads(f": “{TITLE}”")
    file = tmp_path / "ends.ics"
    await save(program, file, named=False)
    await program.reads("Calendar file saved as ends.ics")
    text = await asyncio.to_thread(file.read_text)
    assert text.count("BEGIN:VEVENT") == 2
    assert text.count(f"SUMMARY:API key {REDACTED} ends") == 2
    assert not any(name in text for name in (TITLE, LATER, "Northwind", "apk_"))
    assert stat.S_IMODE(file.stat().st_mode) == 0o600

    await save(program, tmp_path / "named.ics", named=True)
    await program.reads("Calendar file saved as named.ics")
    text = await asyncio.to_thread((tmp_path / "named.ics").read_text)
    assert f"SUMMARY:API key “{LATER}” of Northwind EU ends" in text.replace("\n ", "")
    year = shop.ends[1]["revoked_at"][:4]
    assert re.search(rf"DTSTART:{year}\d{{4}}T\d{{6}}Z", text)

    await save(program, tmp_path / "nowhere" / "ends.ics", named=False)
    await program.reads("“ends.ics” was not written", "The folder isn't there any more.")
