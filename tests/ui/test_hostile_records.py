"""Texts that reorder, break lines or hold keys, in every field of every answer."""

from __future__ import annotations

import html
from collections.abc import Callable
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

from medusa_console.domain import tokens
from medusa_console.ui.kit.text import LONGEST
from tests.faults import server as faults
from tests.faults.medusa import (
    CUSTOMER_ID,
    KEY_ID,
    USER_ID,
    ago,
    customer_record,
    customers,
    key_record,
    listing,
    one,
)
from tests.faults.server import Behaviour, Exchange, FaultServer
from tests.ui.creating import ask_for_a_key
from tests.ui.customers.test_private import DIALOGS
from tests.ui.driving import NO_KEYS, SHIFT, Program
from tests.ui.northwind import KEYS, WAYS, behave, connect, enter, list_of
from tests.ui.running import Start
from tests.ui.said import announcements, everything_said
from tests.ui.standins import turns
from tests.waiting import until

HEX = "5ec2e7d1" * 8
EVIL = f"ERP \u202egpj\u2066 \nAll is well\u2028\x1b[31m sk_{HEX[:20]} end"
MARK = "\u2039U+202E\u203a"
CUSTOMERS = "/admin/customers"
OTHER_ID = "apk_01M0000000000000000000KEY2"


def is_calm(text: str) -> bool:
    """Whether `text` neither reorders, nor begins a line of its own, nor holds a key."""
    hostile = ("\u202e", "\u2066", "\u2028", "\x1b", "\nAll is well", "<br>All is well")
    return not any(sign in text for sign in hostile) and not holds_a_key(text)


def holds_a_key(text: str) -> bool:
    return HEX[:8] in text.lower().replace(" ", "") or tokens.may_hold_a_key(text)


def look_around(program: Program, said: list[str]) -> None:
    """Nothing that is or was said is hostile; what somebody edits may be odd, but is no key."""
    found = [
        (where, text)
        for where, text in everything_said(program.window)
        if (
            holds_a_key(text) if "LineEdit" in where or "DetailEdit" in where else not is_calm(text)
        )
    ]
    found += [("announced", text) for text in said if not is_calm(text)]
    assert found == []


@pytest.fixture
def said(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    return announcements(monkeypatch)


async def answered(program: Program, server: FaultServer, path: str, button: str) -> None:
    """Wait until a form has its answer: its button can be pressed again, or another dialog is
    there."""
    form = program.front
    await until(lambda: server.count("POST", path))
    await until(lambda: program.front not in (form, program.window) or button in program.buttons)


def hostile_key(**fields: Any) -> dict[str, Any]:
    channels = [{"id": "sc_1", "name": EVIL}, {"id": EVIL, "name": ""}]
    return key_record(**{"title": EVIL, "redacted": EVIL, "sales_channels": channels} | fields)


def hostile_customer() -> dict[str, Any]:
    return customer_record(
        email=EVIL,
        first_name=EVIL,
        last_name=EVIL,
        company_name=EVIL,
        phone=EVIL,
        groups=[{"id": "cusgroup_1", "name": EVIL}],
    )


async def test_hostile_keys_are_calm_everywhere(start: Start, said: list[str]) -> None:
    program = await start()
    user = {"id": USER_ID, "email": EVIL, "first_name": EVIL, "last_name": None}
    records = (
        hostile_key(),
        hostile_key(
            id=OTHER_ID,
            type="publishable",
            token=f" sk_{HEX}",
            revoked_at=ago(hours=1),
            revoked_by=EVIL,
            created_by=KEY_ID,
        ),
    )
    with FaultServer() as server:
        behave(server, *records)
        server.on("GET", f"{KEYS}/{KEY_ID}", faults.json_answer({"api_key": records[0]}))
        server.on("GET", "/admin/users", faults.json_answer({"users": [user], "count": 1}))
        server.on("POST", f"{KEYS}/{KEY_ID}/revoke", faults.refusal(403, EVIL, "forbidden"))
        server.on("POST", f"{KEYS}/{KEY_ID}", faults.refusal(400, EVIL, "invalid_data"))
        await enter(program, server)
        program.window.resize(1440, 900)
        await until(lambda: MARK in program.column("Created by")[0])
        await until(lambda: "Key “" in program.column("Created by")[1])
        for row in (0, 1):
            program.table.selectRow(row)
            await until(lambda: MARK in program.facts.get("Key", ""))
            await turns()
            look_around(program, said)
        program.table.setFocus()
        program.key(Qt.Key.Key_Delete, SHIFT)
        await program.dialog("confirm")
        await program.reads("Delete the record of “ERP ")
        look_around(program, said)
        program.key(Qt.Key.Key_Escape)
        await program.no_dialog()
        program.table.selectRow(0)
        program.table.setFocus()
        program.key(Qt.Key.Key_F2, NO_KEYS)
        await program.dialog("keyForm")
        look_around(program, said)
        program.fill("Title", "Another")
        program.press("Rename")
        await answered(program, server, f"{KEYS}/{KEY_ID}", "Rename")
        await program.reads(MARK)
        look_around(program, said)
        program.key(Qt.Key.Key_Escape)
        await program.no_dialog()
        program.table.setFocus()
        program.key(Qt.Key.Key_Delete, NO_KEYS)
        await program.dialog("confirm")
        look_around(program, said)
        program.press(program.find(QAbstractButton, "confirm.action"))
        await program.no_dialog()
        await until(lambda: program.window.notices.notices)
        await turns()
        look_around(program, said)
        assert HEX[:8] not in program.log.text


def searched(record: dict[str, Any], *, else_: Behaviour) -> Behaviour:
    """`record` to who searches for a title."""

    def behave(exchange: Exchange) -> None:
        query = parse_qs(urlsplit(exchange.request.target).query)
        found = faults.json_answer(listing(record)) if "title" in query else else_
        found(exchange)

    return behave


async def test_a_hostile_lost_key_is_calm(start: Start, said: list[str]) -> None:
    program = await start()
    title = "ERP \u202egpj"
    with FaultServer() as server:
        behave(server)
        await enter(program, server)
        await ask_for_a_key(program, title)
        lost = hostile_key(title=title, created_at=ago(seconds=0))
        server.on("POST", KEYS, faults.reset)
        # Whoever asks for the newest key, or for all of them, is answered as before the creation.
        server.on("GET", KEYS, searched(lost, else_=list_of(key_record())))
        program.press("Create")
        await program.dialog("lostKey")
        await until(lambda: program.is_there("lost.key"))
        card = program.find(QWidget, "lost.key")
        look_around(program, said)
        told = [label.text() for label in card.findChildren(QLabel)]
        assert MARK in "".join(told)
        assert "\n" not in "".join(told)
        program.key(Qt.Key.Key_Escape)
        await program.no_dialog()


async def test_hostile_customers_are_calm_everywhere(start: Start, said: list[str]) -> None:
    program = await start()
    record = hostile_customer()
    whole = record | {
        "metadata": {EVIL: EVIL, "deep": {"x": [EVIL, f"SK_{HEX}"]}},
        "addresses": [{"id": "cuaddr_1", "address_1": EVIL, "city": EVIL, "country_code": EVIL}],
    }
    with FaultServer() as server:
        behave(server)
        server.on("GET", CUSTOMERS, faults.json_answer(customers(record)))
        server.on("GET", f"{CUSTOMERS}/{CUSTOMER_ID}", faults.json_answer({"customer": whole}))
        server.on(
            "GET",
            "/admin/customer-groups",
            faults.json_answer({"customer_groups": record["groups"], "count": 1}),
        )
        server.on("POST", f"{CUSTOMERS}/{CUSTOMER_ID}", faults.refusal(400, EVIL, "invalid_data"))
        server.on("DELETE", f"{CUSTOMERS}/{CUSTOMER_ID}", faults.refusal(403, EVIL, "forbidden"))
        await enter(program, server)
        program.window.resize(1440, 900)
        await program.customers_page()
        program.table.selectRow(0)
        await until(lambda: "Metadata" in program.facts)
        await turns()
        look_around(program, said)
        for press, name in DIALOGS.items():
            program.press(press)
            await program.dialog(name)
            await turns()
            look_around(program, said)
            if press == "Edit":
                program.fill("Last name", "Another")
                program.press("Save")
                await answered(program, server, f"{CUSTOMERS}/{CUSTOMER_ID}", "Save")
                await program.reads(MARK)
                look_around(program, said)
            program.key(Qt.Key.Key_Escape)
            await program.no_dialog()
        assert HEX[:8] not in program.log.text


REFUSALS: dict[str, Callable[[], faults.Behaviour]] = {
    "a refusal": lambda: faults.refusal(400, EVIL, "invalid_data"),
    "a failure": lambda: faults.refusal(500, EVIL, "unknown_error"),
    "a conflict": lambda: faults.refusal(409, EVIL, "conflict"),
}


@pytest.mark.parametrize("refusal", REFUSALS.values(), ids=list(REFUSALS))
async def test_hostile_refusals_are_calm_where_people_sign_in_and_list(
    refusal: Callable[[], faults.Behaviour], start: Start, said: list[str]
) -> None:
    program = await start()
    with FaultServer() as server:
        behave(server)
        await enter(program, server)
        server.on("GET", KEYS, refusal())
        program.press("Refresh")
        await until(lambda: program.is_there("table.strip"))
        look_around(program, said)
        server.on("GET", KEYS, faults.json_answer(listing()))
        server.on("POST", KEYS, refusal())
        program.press("Create key")
        await program.dialog("keyForm")
        program.fill("Title", "x")
        program.press("Create")
        await answered(program, server, KEYS, "Create")
        look_around(program, said)
        program.key(Qt.Key.Key_Escape)
        await program.no_dialog()


async def test_a_hostile_provider_is_calm(start: Start, said: list[str]) -> None:
    program = await start()
    with FaultServer() as server:
        behave(server)
        server.on(
            "GET",
            WAYS,
            faults.json_answer(
                {
                    "providers": [
                        {"id": "emailpass", "display_name": EVIL, "flow": "credentials"},
                        {"id": "sso", "display_name": EVIL, "flow": "redirect"},
                    ]
                }
            ),
        )
        await connect(program, server.origin)
        await until(lambda: server.count("GET", WAYS))
        await until(lambda: not program.is_there("signIn.status"))
        look_around(program, said)


async def test_a_long_title_is_cut_everywhere_but_in_the_drawer(start: Start) -> None:
    program = await start()
    title = "word " * 100 + "end"
    cut = title[:LONGEST] + "…"
    with FaultServer() as server:
        behave(server, key_record(title=title))
        server.on("GET", f"{KEYS}/{KEY_ID}", faults.json_answer(one(title=title)))
        await enter(program, server)
        program.window.resize(1440, 900)
        assert program.column("Title") == [cut]
        tip = str(program.table.model().index(0, 0).data(Qt.ItemDataRole.ToolTipRole))
        assert html.escape(cut) in tip
        program.table.selectRow(0)
        await until(lambda: program.is_there("drawer.title"))
        assert program.find(QLabel, "drawer.title").text() == title
        program.table.setFocus()
        program.key(Qt.Key.Key_Delete, NO_KEYS)
        await program.dialog("confirm")
        await program.reads(f"Revoke “{cut}”?")
        assert title not in "".join(
            text for _, text in everything_said(program.window) if "Revoke" in text
        )
        program.key(Qt.Key.Key_Escape)
        await program.no_dialog()
