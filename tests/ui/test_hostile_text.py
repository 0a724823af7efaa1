"""What others have written is shown, never obeyed."""

from __future__ import annotations

import html
import logging

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget

from tests.faults import server as faults
from tests.faults.medusa import KEY_ID, customer_record, customers, key_record, listing, one
from tests.faults.server import FaultServer
from tests.ui.driving import CTRL, SHIFT, Program
from tests.ui.northwind import KEYS, behave, connect, enter
from tests.ui.running import Start
from tests.ui.standins import never, turns
from tests.waiting import until

TITLE = "<b>x</b><img src='file:///etc/hostname'>\u202egnp.exe\x07"
SAFE = "<b>x</b><img src='file:///etc/hostname'>\u2039U+202E\u203agnp.exe\u2039U+0007\u203a"


def look_around() -> None:
    """Every text of every widget is plain, and nothing in it hides."""
    for widget in QApplication.allWidgets():
        if isinstance(widget, QLabel) and widget.pixmap().isNull():
            assert (
                widget.textFormat() is Qt.TextFormat.PlainText
                or not widget.text()
                or widget.objectName().startswith("qt_")
            ), (widget.objectName(), widget.text())
        check(widget.toolTip())
        for text in (widget.windowTitle(), widget.accessibleName(), label(widget)):
            assert "\u202e" not in text, widget.objectName()
            assert "\x07" not in text, widget.objectName()


def label(widget: QWidget) -> str:
    return widget.text() if isinstance(widget, QLabel | QAbstractButton) else ""


def check(tip: str) -> None:
    """A tooltip is rich text, so what is in it must be escaped."""
    assert "<b>" not in tip, tip
    assert "<img" not in tip, tip
    assert "\u202e" not in tip, tip


async def test_a_hostile_title_stays_text_on_every_screen(start: Start) -> None:
    program = await start()
    with FaultServer() as server:
        behave(server, key_record(title=TITLE, created_by=KEY_ID))
        server.on("GET", f"{KEYS}/{KEY_ID}", faults.json_answer(one(title=TITLE)))
        server.on("POST", f"{KEYS}/{KEY_ID}/revoke", faults.refusal(403, TITLE, "forbidden"))
        await enter(program, server)
        program.window.resize(1440, 900)
        await until(lambda: "Key “" in program.column("Created by")[0])
        assert program.column("Title") == [SAFE]
        table = program.table
        model = table.model()
        for column in range(model.columnCount()):
            check(str(model.index(0, column).data(Qt.ItemDataRole.ToolTipRole) or ""))
            assert "\u202e" not in str(model.index(0, column).data())
        tip = str(model.index(0, 0).data(Qt.ItemDataRole.ToolTipRole))
        assert html.escape(SAFE) in tip
        program.pick(SAFE)
        await program.reads(SAFE)
        await turns()
        look_around()
        for key, modifiers, name in (
            (Qt.Key.Key_F2, Qt.KeyboardModifier.NoModifier, "keyForm"),
            (Qt.Key.Key_Delete, Qt.KeyboardModifier.NoModifier, "confirm"),
        ):
            program.window.workspace.page.focus_first()  # type: ignore[union-attr]
            program.key(key, modifiers)
            await program.dialog(name)
            look_around()
            if name == "confirm":
                await program.reads(f"Revoke “{SAFE}”?")
                program.press(program.find(QAbstractButton, "confirm.action"))
            else:
                program.key(Qt.Key.Key_Escape)
            await program.no_dialog()
        await until(lambda: program.window.notices.notices)
        look_around()


async def test_a_hostile_store_name_stays_text(start: Start) -> None:
    program = await start()
    with FaultServer() as server:
        behave(server)
        await connect(program, server.origin, name="<b>x</b>\u202eevil")
        await program.reads("Sign in to <b>x</b>\u2039U+202E\u203aevil")
        look_around()


async def test_the_demo_stores_own_traps_are_harmless(demo: Program) -> None:
    assert "\u2039U+202E\u203agnp.yek ton\u2039U+202C\u203a upload key" in demo.column("Title")
    assert not {"\u202e", "\u202c"} & set("".join(demo.column("Title")))
    demo.pick("<b>Partner feed</b> & co.")
    await demo.reads("<b>Partner feed</b> & co.")
    demo.key(Qt.Key.Key_N, CTRL)
    await demo.dialog("keyForm")
    look_around()
    demo.key(Qt.Key.Key_Escape)
    await demo.no_dialog()
    demo.pick("Summer intern scripts")
    demo.table.setFocus()
    demo.key(Qt.Key.Key_Delete, SHIFT)
    await demo.dialog("confirm")
    await demo.reads("Delete the record of “Summer intern scripts”?")
    look_around()
    demo.key(Qt.Key.Key_Escape)
    await demo.no_dialog()
    await never(lambda: "Summer intern scripts" not in demo.column("Title"))


LONGEST_SHOWN = 2_001


async def test_texts_as_long_as_medusa_takes_them_fill_no_screen(
    start: Start, caplog: pytest.LogCaptureFixture
) -> None:
    """No label, cell, tooltip or name holds more of them than anybody reads."""
    long = "word " * 19_800
    program = await start()
    caplog.set_level(logging.WARNING)
    with FaultServer() as server:
        behave(server, *(key_record(id=f"{KEY_ID[:-1]}{n}", title=long) for n in range(9)))
        server.on("GET", f"{KEYS}/{KEY_ID}", faults.json_answer(one(title=long)))
        way = {"id": "emailpass", "display_name": "x" * 100_000, "flow": "credentials"}
        server.on("GET", "/auth/user/providers", faults.json_answer({"providers": [way]}))
        await enter(program, server)
        await until(lambda: program.column("Title")[0].startswith("word"))
        program.pick(program.column("Title")[0])
        await turns()
        program.window.grab()
        model = program.table.model()
        for widget in QApplication.allWidgets():
            texts = (widget.toolTip(), widget.windowTitle(), widget.accessibleName(), label(widget))
            assert max(map(len, texts)) <= LONGEST_SHOWN, widget.objectName()
        for column in range(model.columnCount()):
            for role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
                assert len(str(model.index(0, column).data(role) or "")) <= LONGEST_SHOWN
    assert not [record for record in caplog.records if record.levelno >= logging.ERROR]


async def test_absurd_times_are_painted_as_unknown(
    start: Start, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.WARNING)
    program = await start()
    date = {"Date": "Fri, 31 Dec 9998 23:59:59 GMT", "Age": "5"}
    end = "+033658-09-27T01:46:40.000Z"
    with FaultServer() as server:
        behave(server)
        odd = [key_record(created_at="0001-01-01T00:00:00+14:00", revoked_at=end)]
        server.on("GET", KEYS, faults.json_answer(listing(*odd), headers=date))
        await enter(program, server)
        await until(lambda: program.column("Created") == ["unknown date"])
        program.pick(program.column("Title")[0])
        await program.reads("unknown date")
        program.window.grab()
        assert program.window.notices.notices == ()
    assert not [record for record in caplog.records if record.levelno >= logging.ERROR]


async def test_a_customer_in_thousands_of_groups_is_named_by_some(start: Start) -> None:
    groups = [{"id": f"cusgroup_{n}", "name": f"Group {n}"} for n in range(3_000)]
    program = await start()
    with FaultServer() as server:
        behave(server)
        rows = customers(customer_record(groups=groups))
        server.on("GET", "/admin/customers", faults.json_answer(rows))
        server.on("GET", "/admin/customer-groups",
                  faults.json_answer({"customer_groups": groups, "count": 3_000}))  # fmt: skip
        await enter(program, server)
        program.window.resize(1440, 900)
        await program.customers_page()
        await until(lambda: program.column("Groups"))
        cell = str(program.column("Groups")[0])
        assert "Group 0" in cell
        assert cell.endswith("2,980 more")
