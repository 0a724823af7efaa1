"""Ctrl+K finds stores, actions, keys and customers, and destroys nothing by accident."""

from __future__ import annotations

import json

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QAbstractButton, QDialog, QLabel, QLineEdit, QListWidget
from pytestqt.qtbot import QtBot

from medusa_console.domain.preferences import MOST_RECENT_ACTIONS
from medusa_console.domain.store import Environment
from medusa_console.ui.window.matching import contains, nearly_contains
from medusa_console.ui.window.palette_list import Entry, PaletteList, Section
from tests.ui.driving import CTRL, Program
from tests.ui.painted import inked
from tests.ui.said import announcements
from tests.ui.standins import never, turns
from tests.ui.wiretap import Wiretap, answer
from tests.waiting import until

SEARCHING = "SEARCHING…"
KEYS, CUSTOMERS = "/admin/api-keys", "/admin/customers"
PERMISSIONS = "/admin/rbac/me/permissions"
PAUSE = 0.2
LINE = Qt.ItemDataRole.AccessibleTextRole


async def opened(program: Program, text: str = "") -> QDialog:
    program.key(Qt.Key.Key_K, CTRL)
    palette = await program.dialog("switcher")
    program.type(text)
    return palette


def lines(program: Program) -> list[str]:
    """Every line as it is painted and read: headings in capitals."""
    found = program.front.findChild(QListWidget, "switcherList")
    assert found is not None
    items = [found.item(row) for row in range(found.count())]
    return [item.data(LINE) or item.text().upper() for item in items]


def selected(program: Program) -> str:
    found = program.front.findChild(QListWidget, "switcherList")
    assert found is not None
    item = found.currentItem()
    return str(item.data(LINE)) if item is not None else ""


def retype(program: Program, text: str) -> None:
    program.key(Qt.Key.Key_A, CTRL)
    program.type(text)


def searched(tap: Wiretap, path: str) -> list[str]:
    """How many rows were asked for by each search."""
    asked = (one.parameters for one in tap.asked("GET", path))
    return [one["limit"] for one in asked if "q" in one]


async def close(program: Program) -> None:
    program.key(Qt.Key.Key_Escape)
    await program.no_dialog()


async def test_it_has_no_frame_and_no_buttons_and_lies_in_the_upper_third(demo: Program) -> None:
    for width, height in ((1280, 800), (640, 400)):
        demo.window.resize(width, height)
        palette = await opened(demo)
        assert palette.windowFlags() & Qt.WindowType.FramelessWindowHint
        assert not [b for b in palette.findChildren(QAbstractButton) if b.isVisible()]
        window = QRect(demo.window.mapToGlobal(QPoint()), demo.window.size())
        place = QRect(palette.pos(), palette.size())
        assert window.contains(place)
        assert place.top() < window.top() + window.height() // 3
        assert abs(place.center().x() - window.center().x()) <= 1
        if width == 1280:
            assert place.width() == 560
        await close(demo)


async def test_keys_and_customers_are_found_after_a_pause_five_of_each(
    demo: Program, tap: Wiretap, monkeypatch: pytest.MonkeyPatch
) -> None:
    said = announcements(monkeypatch)
    await opened(demo, "an")
    await never(lambda: searched(tap, KEYS) or searched(tap, CUSTOMERS))
    searching = [line for name in ("KEYS", "CUSTOMERS", "COLLEAGUES") for line in (name, SEARCHING)]
    assert lines(demo)[-6:] == searching
    here = selected(demo)
    await demo.clock.advance(PAUSE)
    await until(lambda: SEARCHING not in lines(demo))
    keys, customers = lines(demo).index("KEYS"), lines(demo).index("CUSTOMERS")
    colleagues = lines(demo).index("COLLEAGUES")
    assert 0 < customers - keys - 1 <= 5
    assert colleagues - customers - 1 == 5
    assert 0 < len(lines(demo)) - colleagues - 1 <= 5
    assert selected(demo) == here, "a late answer does not move the selection"
    assert any(text.endswith(" results") for text in said)
    assert [searched(tap, path) for path in (KEYS, CUSTOMERS)] == [["5"], ["5"]]
    await close(demo)


async def test_a_chosen_record_is_selected_on_its_page_whatever_its_filters_hide(
    demo: Program,
) -> None:
    demo.window.resize(1440, 900)
    search = demo.find(QLineEdit, "search")
    search.setFocus()
    demo.type("nothing like that")
    await until(lambda: demo.is_there("table.no_match"))
    await opened(demo, "erp nightly")
    await demo.clock.advance(PAUSE)
    await until(lambda: selected(demo).startswith("ERP nightly sync, sk_"))
    assert selected(demo).endswith(", Active")
    demo.key(Qt.Key.Key_Return)
    await demo.no_dialog()
    await until(lambda: demo.picked == ["ERP nightly sync"])
    await opened(demo, "ines.jansen221")
    await demo.clock.advance(PAUSE)
    await until(lambda: "ines.jansen221@example.com" in selected(demo))
    demo.key(Qt.Key.Key_Return)
    await demo.no_dialog()
    await demo.customers_page()
    await until(lambda: demo.picked_customers == ["ines.jansen221@example.com"])


async def test_what_may_not_be_read_is_not_offered_and_a_failure_is_told_where_it_happened(
    demo: Program, tap: Wiretap
) -> None:
    services = demo.services
    assert services is not None
    await until(lambda: services.permissions.learned)  # no late answer tells others below
    tap.on("GET", KEYS, answer(500, {"message": "no"}))
    await opened(demo, "erp")
    await demo.clock.advance(PAUSE)
    await until(lambda: any("COULDN'T SEARCH: " in line for line in lines(demo)))
    at = next(n for n, line in enumerate(lines(demo)) if "COULDN'T SEARCH" in line)
    assert lines(demo)[at - 1] == "KEYS"
    await close(demo)
    tap.calm()
    tap.on("GET", PERMISSIONS, answer(200, {"permissions": ["customer:read"]}))
    await services.permissions.learn()
    asked = len(searched(tap, KEYS))
    await opened(demo, "an")
    await demo.clock.advance(PAUSE)
    await until(lambda: "CUSTOMERS" in lines(demo) and "SEARCHING…" not in lines(demo))
    assert "KEYS" not in lines(demo)
    assert len(searched(tap, KEYS)) == asked
    assert not [line for line in lines(demo) if line.startswith(("Create key", "Revoke"))]
    await close(demo)


async def test_the_actions_of_every_page_are_there_with_their_keys(demo: Program) -> None:
    demo.pick("ERP nightly sync")
    await opened(demo)
    here = lines(demo)
    assert "Create key…, Ctrl+N" in here
    assert "Rename, ERP nightly sync, F2" in here
    assert "Copy redacted form, ERP nightly sync" in here
    assert "Register customer…, Customers, Ctrl+N" in here
    assert "Delete customer…, Select a row first, Del" in here
    assert not [line for line in here if line.startswith("Delete record")], "it still works"
    retype(demo, "register")
    demo.key(Qt.Key.Key_Return)
    await demo.dialog("registerCustomer")
    await close(demo)
    assert demo.window.workspace is not None
    assert demo.window.workspace.page.objectName() == "customersPage"


async def test_what_destroys_is_never_preselected_nor_found_by_a_wrong_letter(
    demo: Program,
) -> None:
    demo.pick("ERP nightly sync")
    await opened(demo, "revoke")
    assert any(line.startswith("Revoke…, ERP nightly sync") for line in lines(demo))
    assert selected(demo) == ""
    demo.key(Qt.Key.Key_Return)
    assert demo.front.objectName() == "switcher"
    retype(demo, "revokw")
    assert not [line for line in lines(demo) if line.startswith("Revoke")]
    retype(demo, "revoke")
    demo.key(Qt.Key.Key_Down)
    assert selected(demo).startswith("Revoke…")
    demo.key(Qt.Key.Key_Return)
    await demo.dialog("confirm")
    await demo.reads("Revoke “ERP nightly sync”?")
    await close(demo)
    await opened(demo, "customrs")
    assert selected(demo).startswith("Customers")
    retype(demo, "")
    assert not demo.console._preferences.value.recent_actions
    await close(demo)


async def test_the_last_actions_come_first_and_nothing_else_is_kept(demo: Program) -> None:
    for words, name in (
        ("keyboard", "shortcuts"),
        ("where data", "dataPlaces"),
        ("about", "about"),
        ("settings", "settings"),
    ):
        await opened(demo, words)
        demo.key(Qt.Key.Key_Return)
        await demo.dialog(name)
        await close(demo)
    await opened(demo)
    at = lines(demo).index("ACTIONS") + 1
    assert lines(demo)[at : at + 3] == [
        "Settings…, Ctrl+,", "About Medusa Console", "Where data is kept"
    ]  # fmt: skip
    demo.type("zq zq")
    await close(demo)
    await demo.quit()
    kept = json.loads((demo.folder / "preferences.json").read_text("utf-8"))
    assert kept["recent_actions"] == ["SETTINGS", "ABOUT", "DATA_PLACES", "SHORTCUTS"]
    assert len(kept["recent_actions"]) <= MOST_RECENT_ACTIONS
    assert not [f for f in demo.folder.iterdir() if f.is_file() and b"zq zq" in f.read_bytes()]


async def test_without_results_nothing_moves(demo: Program) -> None:
    palette = await opened(demo)
    hint = demo.find(QLabel, "switcherHint")
    before = hint.mapTo(palette, QPoint())
    demo.type("zqzqzq")
    await demo.clock.advance(PAUSE)
    await demo.reads("No results")
    await turns()
    assert hint.mapTo(palette, QPoint()) == before
    await close(demo)


async def test_a_key_that_an_assistive_program_writes_is_not_searched(
    demo: Program, tap: Wiretap
) -> None:
    await opened(demo)
    edit = demo.find(QLineEdit, "switcherSearch")
    edit.setText("sk_" + "5ec0" * 16)
    assert edit.text() == ""
    await demo.reads("That looks like a key. Search for it on the API keys page (Ctrl+F).")
    await demo.clock.advance(PAUSE)
    await never(lambda: searched(tap, KEYS) or searched(tap, CUSTOMERS))
    await close(demo)


@pytest.mark.parametrize(
    ("typed", "text", "found"),
    [
        ("nortwhind", "Northwind EU", True),  # two exchanged
        ("nortxwind", "Northwind EU", True),  # one wrong
        ("norhwind", "Northwind EU", True),  # one missing
        ("northhwind", "Northwind EU", True),  # one too many
        ("mortwhind", "Northwind EU", False),
        ("rename", "Revoke…", False),
        ("setings", "Settings…", True),
        ("stings", "Settings…", False),
        ("xu", "Northwind EU", False),
    ],
)
def test_one_letter_may_be_wrong(typed: str, text: str, *, found: bool) -> None:
    assert not contains([typed], text)
    assert nearly_contains([typed], text) is found


def test_from_right_to_left_a_line_is_mirrored(qtbot: QtBot) -> None:
    lines = PaletteList()
    qtbot.addWidget(lines)
    lines.resize(500, 300)
    detail = "live · northwind.example"
    entry = Entry("Northwind EU", print, detail, "Alt+1", environment=Environment.LIVE)
    lines.show_sections([Section("Stores", [entry])], None)
    lines.setCurrentRow(-1)
    lines.show()
    view = lines.viewport()
    line = lines.visualItemRect(lines.item(1))
    normal = inked(view, line)
    lines.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    line = lines.visualItemRect(lines.item(1))
    mirrored = inked(view, line)
    assert abs((line.right() - mirrored.right()) - (normal.left() - line.left())) <= 3
    assert abs(mirrored.width() - normal.width()) <= 3, "no text lies over another"


async def test_it_closes_with_the_pages_of_an_account_that_is_signed_out(
    demo: Program, tap: Wiretap
) -> None:
    await opened(demo, "erp nightly")
    await demo.clock.advance(PAUSE)
    await until(lambda: selected(demo).startswith("ERP nightly sync, sk_"))
    services = demo.services
    assert services is not None
    await services.session.sign_out()
    await demo.no_dialog()
