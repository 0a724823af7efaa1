"""A publishable key needs a sales channel: chosen when it is created, changed from the drawer."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QListWidget, QPushButton, QRadioButton

from tests.faults import server as faults
from tests.faults.medusa import KEY_ID, key_record, one
from tests.faults.server import FaultServer
from tests.ui.creating import ask_for_a_key
from tests.ui.driving import CTRL, Program
from tests.ui.northwind import KEYS, behave, enter
from tests.ui.running import Start
from tests.ui.wiretap import Wiretap, answer, broken, held, lost
from tests.waiting import until

TITLE = "Shop window"
DEFAULT, OTHER = "Northwind EU webshop", "Trade portal"
CHANNELS_OF = f"{KEYS}/apk_[^/]*/sales-channels"
NONE = "None. Storefront requests will fail."
NO_PERMISSION = answer(
    403,
    {
        "type": "forbidden",
        "message": "Insufficient permissions. Required policies: sales_channel:read",
    },
)


async def create(program: Program) -> None:
    """A publishable key, with the channel that the form offers."""
    program.window.resize(1440, 900)
    await ask_for_a_key(program, TITLE, "Publishable")
    program.press("Create")
    await program.no_dialog()
    await until(lambda: program.picked == [TITLE])


def channels(program: Program) -> str:
    return program.facts.get("Sales channels", "")


def in_the_picker(program: Program) -> dict[str, bool]:
    """The names in the list, and whether they are ticked."""
    rows = program.find(QListWidget, "channels")
    items = [rows.item(number) for number in range(rows.count())]
    return {item.text(): item.checkState() is Qt.CheckState.Checked for item in items}


def tick(program: Program, name: str) -> None:
    """Click the box of a channel."""
    rows = program.find(QListWidget, "channels")
    (item,) = rows.findItems(name, Qt.MatchFlag.MatchExactly)
    rows.scrollToItem(item)
    place = rows.visualItemRect(item)
    QTest.mouseClick(
        rows.viewport(),
        Qt.MouseButton.LeftButton,
        pos=QPoint(place.left() + 18, place.center().y()),
    )


async def test_the_form_tells_both_types_apart_and_offers_the_default_channel(
    demo: Program, tap: Wiretap
) -> None:
    await ask_for_a_key(demo, TITLE)
    await demo.reads(
        "Full access to the Admin API. Shown only once.",
        "For storefronts. Can be viewed any time.",
    )
    secret, publishable = demo.button("Secret"), demo.button("Publishable")
    assert secret.isChecked()
    assert not demo.is_there("keyChannel"), "a secret key has no sales channel"
    assert tap.count("GET", "/admin/sales-channels") == 0
    secret.setFocus()
    demo.key(Qt.Key.Key_Right)
    assert publishable.isChecked()
    await until(lambda: demo.field("Sales channel", QComboBox).currentText() == DEFAULT)
    card = demo.find(QRadioButton, "keyType.secret").parentWidget()
    assert card is not None
    QTest.mouseClick(card, Qt.MouseButton.LeftButton, pos=card.rect().bottomRight() / 2)
    assert secret.isChecked()
    publishable.click()
    menu = demo.field("Sales channel", QComboBox)
    menu.setCurrentText("None")
    await demo.reads("Without a sales channel, storefront requests will fail.")
    menu.setCurrentText(DEFAULT)
    assert "will fail" not in demo.words
    demo.press("Create")
    await demo.no_dialog()
    await until(lambda: demo.picked == [TITLE])
    await until(lambda: channels(demo) == DEFAULT)
    assert tap.count("POST", CHANNELS_OF) == 1
    assert "Sales channels…" in demo.buttons
    assert "Add channel" not in demo.buttons


async def test_a_channel_that_could_not_be_added_is_told_and_added_from_the_drawer(
    demo: Program, tap: Wiretap
) -> None:
    refusal = {"type": "invalid_data", "message": "Not this one"}
    tap.on("POST", CHANNELS_OF, answer(400, refusal))
    await create(demo)
    await demo.reads(
        "Sales channel missing", f"The key was created, but “{DEFAULT}” was not added ("
    )
    assert channels(demo) == NONE
    assert "Revoke…" in demo.buttons
    tap.calm()
    demo.press("Add channel")
    await demo.dialog("channelPicker")
    await until(lambda: len(in_the_picker(demo)) > 1)
    assert [name for name, on in in_the_picker(demo).items() if on] == [DEFAULT]
    demo.press("Save")
    await demo.no_dialog()
    await until(lambda: channels(demo) == DEFAULT)
    assert "Sales channel missing" not in demo.words


async def test_a_channel_whose_answer_was_lost_is_looked_for(demo: Program, tap: Wiretap) -> None:
    tap.on("POST", CHANNELS_OF, lost, once=True)
    await create(demo)
    await until(lambda: channels(demo) == DEFAULT)
    assert "Sales channel missing" not in demo.words
    tap.on("POST", CHANNELS_OF, broken)
    demo.press("Create key")
    await demo.dialog("keyForm")
    demo.fill("Title", "Another window")
    demo.button("Publishable").click()
    demo.press("Create")
    await demo.no_dialog()
    await until(lambda: demo.picked == ["Another window"])
    await demo.reads(f"The key was created, but “{DEFAULT}” may not have been added (")
    assert "Add channel" in demo.buttons


async def test_without_the_permission_the_field_says_so_and_the_key_is_created(
    demo: Program, tap: Wiretap
) -> None:
    tap.on("GET", "/admin/sales-channels", NO_PERMISSION)
    demo.window.resize(1440, 900)
    await ask_for_a_key(demo, TITLE, "Publishable")
    await demo.reads("sales_channel:read", "The key will have no sales channel for now.")
    menu = demo.field("Sales channel", QComboBox)
    assert (menu.isEnabled(), menu.currentText()) == (False, "None")
    demo.press("Create")
    await demo.no_dialog()
    await until(lambda: demo.picked == [TITLE])
    await until(lambda: channels(demo) == NONE)
    assert "Sales channel missing" not in demo.words
    demo.press("Add channel")
    await demo.dialog("channelPicker")
    await demo.reads("sales_channel:read")
    demo.press("Cancel")
    await demo.no_dialog()


async def test_channels_that_arrive_while_the_key_is_created_offer_no_other_choice(
    demo: Program, tap: Wiretap
) -> None:
    listed, created = asyncio.Event(), asyncio.Event()
    tap.on("GET", "/admin/sales-channels", held(listed))
    tap.on("POST", KEYS, held(created))
    await ask_for_a_key(demo, TITLE, "Publishable")
    demo.press("Create")
    listed.set()
    await until(lambda: tap.count("POST", KEYS) == 1)
    menu = demo.field("Sales channel", QComboBox)
    assert (menu.currentText(), menu.isEnabled()) == (DEFAULT, False)
    created.set()
    await demo.no_dialog()


async def test_channels_are_searched_and_changed_with_the_keyboard(
    demo: Program, tap: Wiretap
) -> None:
    demo.window.resize(1440, 900)
    demo.pick("Mobile app 4.2")
    before = (await until(lambda: channels(demo))).split(", ")
    demo.press("Sales channels…")
    await demo.dialog("channelPicker")
    await until(lambda: len(in_the_picker(demo)) > len(before))
    demo.type(OTHER[:5].lower())
    await demo.clock.advance(1)
    await until(lambda: list(in_the_picker(demo)) == [OTHER])
    was = in_the_picker(demo)[OTHER]
    demo.key(Qt.Key.Key_Down)
    demo.key(Qt.Key.Key_Space)
    assert in_the_picker(demo) == {OTHER: not was}
    demo.clock.skip(1)
    demo.key(Qt.Key.Key_Return)
    await demo.no_dialog()
    await until(lambda: (OTHER in channels(demo)) is not was)
    (asked,) = tap.asked("POST", CHANNELS_OF)
    body = json.loads(asked.body)
    assert (len(body["add"]), len(body["remove"])) == ((0, 1) if was else (1, 0))


async def test_a_key_that_an_assistive_program_writes_is_not_searched_among_channels(
    demo: Program, tap: Wiretap
) -> None:
    await create(demo)
    demo.press("Sales channels…")
    await demo.dialog("channelPicker")
    await until(lambda: OTHER in in_the_picker(demo))
    search = demo.field("Search", QLineEdit)
    search.setText(f"sk_{'a1' * 32}")
    await demo.clock.advance(1)
    await until(lambda: len(tap.asked("GET", "/admin/sales-channels")) > 2)
    assert search.text() == ""
    assert not [one for one in tap.asked("GET", "/admin/sales-channels") if "q=" in one.query]
    await demo.reads("That looks like a key.")


async def test_a_change_that_failed_stays_in_the_picker_and_can_be_sent_again(
    demo: Program, tap: Wiretap
) -> None:
    await create(demo)
    demo.press("Sales channels…")
    await demo.dialog("channelPicker")
    await until(lambda: OTHER in in_the_picker(demo))
    tick(demo, OTHER)
    tap.on("POST", CHANNELS_OF, broken)
    demo.press("Save")
    await until(lambda: demo.is_there("formProblem"))
    tap.calm()
    demo.press("Save")
    await demo.no_dialog()
    await until(lambda: OTHER in channels(demo))


async def test_elsewhere_than_on_a_live_store_the_last_channel_goes_without_a_question(
    demo: Program,
) -> None:
    await create(demo)
    demo.press("Sales channels…")
    await demo.dialog("channelPicker")
    tick(demo, DEFAULT)
    demo.press("Save")
    await demo.no_dialog()
    await until(lambda: channels(demo) == NONE)
    assert "Add channel" in demo.buttons


@pytest.fixture
def server() -> Iterator[FaultServer]:
    """A live store with one publishable key in one channel."""
    channel = {"id": "sc_01M0000000000000000000WEB", "name": "Webshop", "is_disabled": False}
    fields = {"type": "publishable", "token": "", "title": TITLE, "redacted": "pk_ab1***c2d"}
    with FaultServer() as server:
        behave(server, key_record(**fields, sales_channels=[channel]))
        server.on(
            "GET", f"{KEYS}/{KEY_ID}", faults.json_answer(one(**fields, sales_channels=[channel]))
        )
        server.on(
            "GET",
            "/admin/sales-channels",
            faults.json_answer({"sales_channels": [channel], "count": 1, "offset": 0, "limit": 1}),
        )
        server.on(
            "POST",
            f"{KEYS}/{KEY_ID}/sales-channels",
            faults.json_answer(one(**fields, sales_channels=[])),
        )
        yield server


async def test_on_a_live_store_the_last_channel_is_asked_about_like_a_revoke(
    start: Start, server: FaultServer
) -> None:
    program = await start()
    await enter(program, server)
    program.window.resize(1440, 900)
    program.pick(TITLE)
    await until(lambda: channels(program) == "Webshop")
    changed = f"{KEYS}/{KEY_ID}/sales-channels"
    for sure in (False, True):
        program.press("Sales channels…")
        picker = await program.dialog("channelPicker")
        tick(program, "Webshop")
        program.press("Save")
        await program.dialog("confirm")
        await program.reads(
            f"Remove the last sales channel of “{TITLE}”?",
            "Northwind EU (live), ",
            "Storefronts that use this key stop showing products immediately.",
        )
        assert program.focus is program.button("Keep channel")
        assert program.find(QLabel, "confirm.text").font().bold()
        assert program.find(QPushButton, "confirm.action").property("kind") == "destroy"
        program.clock.skip(1)
        program.key(Qt.Key.Key_Return, CTRL) if sure else program.key(Qt.Key.Key_Return)
        if not sure:
            await program.dialog("channelPicker")
            assert server.count("POST", changed) == 0
            picker.reject()
        await program.no_dialog()
    await until(lambda: channels(program) == NONE)
    assert server.count("POST", changed) == 1
