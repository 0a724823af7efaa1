"""The keys page: what it shows, and how one finds a key."""

from __future__ import annotations

import asyncio
import re

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QPushButton, QWidget

from tests.faults.medusa import ago
from tests.ui.driving import Program
from tests.ui.running import Start
from tests.ui.standins import never
from tests.ui.wiretap import PAGES, SIGN_IN, Exchange, Wiretap, answer, broken, held
from tests.waiting import until

KEYS = "/admin/api-keys"
FIRST = "Warehouse scanner, dock 4"
ALL_COLUMNS = [
    "Title",
    "Type",
    "Key",
    "State",
    "Ends in",
    "Created",
    "Created by",
    "Sales channels",
]


RECORD: dict[str, object] = {
    "token": "",
    "redacted": "sk_abc***def",
    "type": "secret",
    "created_at": "2026-01-01T10:00:00.000Z",
    "created_by": "",
    "revoked_at": None,
    "revoked_by": None,
    "sales_channels": [],
}


def choose(program: Program, label: str, words: str) -> None:
    """Choose from a menu with the keyboard."""
    menu = program.field(label, QComboBox)
    menu.setFocus()
    menu.showPopup()
    wanted = menu.findText(words)
    assert wanted >= 0, [menu.itemText(n) for n in range(menu.count())]
    view = menu.view()
    view.setCurrentIndex(menu.model().index(wanted, 0))
    QTest.keyClick(view, Qt.Key.Key_Return)


def listed(tap: Wiretap) -> dict[str, str]:
    """What the list was asked for last."""
    pages = [r.parameters for r in tap.asked("GET", KEYS)]
    return [p for p in pages if p.get("limit") in PAGES][-1]


def lists(tap: Wiretap) -> int:
    """How often rows for the table were asked for."""
    return sum(r.parameters.get("limit") in PAGES for r in tap.asked("GET", KEYS))


def order(tap: Wiretap) -> str:
    """By what the list was sorted last; some orders are asked for as ids alone."""
    asked = [r.parameters for r in tap.asked("GET", KEYS)]
    return [p["order"] for p in asked if p.get("limit") in PAGES or p.get("fields") == "id"][-1]


def search_field(program: Program) -> QLineEdit:
    return program.find(QLineEdit, "search")


def search(program: Program, text: str) -> None:
    edit = search_field(program)
    edit.setFocus()
    edit.selectAll()
    QTest.keyClicks(edit, text)


async def test_the_page_tells_what_each_key_is_and_whether_it_works(demo: Program) -> None:
    demo.window.resize(1440, 900)
    await until(lambda: demo.columns == ALL_COLUMNS)
    assert demo.column("Title")[:3] == [FIRST, "Klarna settlement import", "Webshop, new checkout"]
    assert demo.column("Type")[:3] == ["Secret", "Secret", "Publishable"]
    assert all(re.fullmatch(r"[sp]k_\w{3}\*\*\*\w{3}", key) for key in demo.column("Key"))
    states = demo.column("State")
    assert states[0] == "Active"
    later = states[demo.row("Black Friday load test")]
    assert re.fullmatch(r"Works until \d+ \w{3}.*", later)
    assert re.fullmatch(r"Revoked \d+ \w{3}( \d{4})?", states[demo.row("Summer intern scripts")])
    newest, second = demo.column("Created")[:2]
    assert newest in ("5 hours ago", "6 hours ago")  # the store was made when the tests began
    assert second == "1 day ago"
    channels = demo.column("Sales channels")
    assert channels[demo.row("Webshop, new checkout")] == "Northwind EU webshop"
    assert channels[demo.row("Preview deployments")] == "No sales channel"
    assert channels[0] == ""
    count = len(demo.column("Title"))
    await demo.reads(f"{count} keys · 3 with an end date", f"{count} of {count} loaded")


async def test_creators_are_named_in_one_request(demo: Program, tap: Wiretap) -> None:
    await until(lambda: "Maya Lindqvist" in demo.column("Created by"))
    await until(lambda: any(name.startswith("Key “") for name in demo.column("Created by")))
    names = set(demo.column("Created by"))
    assert {"Maya Lindqvist", "Priya Raman", "Medusa", "Deleted user"} <= names
    assert tap.count("GET", "/admin/users") == 1


async def test_who_may_not_read_users_tells_creators_apart_and_knows_themselves(
    start: Start, tap: Wiretap
) -> None:
    program = await start()
    program.press("Try the demo store")
    await program.signed_in("reader@demo.example")
    await program.keys_page()
    names = await until(lambda: {n for n in program.column("Created by") if n.startswith("User …")})
    assert all(re.fullmatch(r"User …\w{4}", name) for name in names)
    assert not any("user_" in name for name in program.column("Created by"))
    row = next(n for n, name in enumerate(program.column("Created by")) if name in names)
    tip = program.table.model().index(row, 6).data(Qt.ItemDataRole.ToolTipRole)
    assert re.fullmatch(r"<qt>user_\w{26}</qt>", tip)
    assert tip.endswith(f"{program.column('Created by')[row][-4:]}</qt>")
    services = program.services
    assert services is not None
    mine = {**RECORD, "id": "apk_MINE", "title": "Mine", "created_by": services.session.user_id}
    body = {"api_keys": [mine], "count": 1, "offset": 0, "limit": 100}
    tap.on("GET", KEYS, answer(200, body))
    program.key(Qt.Key.Key_F5)
    await until(lambda: program.column("Created by") == ["You"])
    assert program.window.notices.notices == ()


async def test_a_click_on_a_title_sorts_on_the_server(demo: Program, tap: Wiretap) -> None:
    demo.window.resize(1440, 900)

    async def click(title: str, wanted: str) -> None:
        demo.sort_by(title)
        await until(lambda: order(tap) == wanted)

    for title, field in (
        ("Title", "title"),
        ("Type", "type"),
        ("Key", "redacted"),
        ("State", "revoked_at"),
        ("Created by", "created_by"),
    ):
        await click(title, field)
        await click(title, f"-{field}")
    demo.sort_by("Sales channels")  # the server cannot
    await never(lambda: order(tap) != "-created_by")


async def test_search_and_menus_ask_the_server_and_can_be_cleared(
    demo: Program, tap: Wiretap
) -> None:
    everything = demo.column("Title")
    search(demo, "erp")
    await until(lambda: len(demo.column("Title")) == 2)
    assert set(demo.column("Title")) == {"ERP nightly sync", "Old ERP sync, do not use"}
    await demo.reads(f"2 of {len(everything)} keys match")
    choose(demo, "State", "Active")
    await until(lambda: demo.column("Title") == ["ERP nightly sync"])
    await demo.reads(f"1 of {len(everything)} keys matches")
    choose(demo, "Type", "Publishable")
    await demo.reads("No matching keys", "Nothing matches your search and filters.")
    last = listed(tap)
    assert (last["q"], last["type"]) == ("erp", "publishable")
    demo.press("Clear search")
    await until(lambda: demo.column("Title") == everything)
    assert search_field(demo).text() == ""
    assert demo.field("Type", QComboBox).currentText() == "All"
    choose(demo, "State", "Revoked")
    await until(lambda: len(demo.column("Title")) < len(everything))
    assert all(state.startswith("Revoked") for state in demo.column("State"))
    choose(demo, "State", "Works until…")
    await until(lambda: all(s.startswith("Works until") for s in demo.column("State")))


async def test_rows_come_as_one_scrolls(demo: Program, tap: Wiretap) -> None:
    """A thousand keys, of which each answer brings a hundred."""

    async def thousand(exchange: Exchange) -> None:
        asked = exchange.asked.parameters
        offset, limit = int(asked.get("offset", 0)), int(asked.get("limit", 20))
        rows = [
            {**RECORD, "id": f"apk_{n:026d}", "title": f"Key {n}", "created_at": ago(hours=n)}
            for n in range(offset, min(offset + limit, 1000))
        ]
        body = {"api_keys": rows, "count": 1000, "offset": offset, "limit": limit}
        await answer(200, body)(exchange)

    tap.on("GET", KEYS, thousand)
    demo.key(Qt.Key.Key_F5)
    await demo.reads("100 of 1,000 loaded")
    assert demo.column("Title")[:2] == ["Key 0", "Key 1"]
    assert demo.column("Title")[500] == "…"
    demo.table.setFocus()
    await until(lambda: demo.table.verticalScrollBar().maximum() > 10_000)
    demo.key(Qt.Key.Key_End)
    await until(lambda: demo.column("Title")[999] == "Key 999")
    assert demo.column("Title")[500] == "…"
    pages = [r.parameters for r in tap.asked("GET", KEYS) if r.parameters["limit"] in PAGES]
    offsets = {page["offset"] for page in pages if "offset" in page}
    assert {"0", "899"} <= offsets  # a page is asked for with its neighbours
    assert offsets.isdisjoint({"499", "500"})


async def test_an_empty_store_offers_the_first_key(start: Start, tap: Wiretap) -> None:
    tap.on("GET", KEYS, answer(200, {"api_keys": [], "count": 0, "offset": 0, "limit": 100}))
    program = await start(demo=True)
    await program.reads("No keys yet")
    program.press(program.find(QPushButton, "createFirst"))
    await program.dialog("keyForm")


async def test_a_failed_page_keeps_its_rows_with_their_time_and_can_be_tried_again(
    demo: Program, tap: Wiretap
) -> None:
    titles = demo.column("Title")
    demo.pick("ERP nightly sync")
    tap.on("GET", KEYS, broken)
    demo.press("Refresh")
    await demo.reads("Demo store returned an error (", "Showing data from ")
    assert demo.column("Title") == titles
    assert demo.picked == ["ERP nightly sync"]
    tap.calm()
    demo.press("Try again")
    await until(lambda: not demo.is_there("table.strip"))
    assert demo.column("Title") == titles


async def test_what_only_adds_to_the_rows_fails_with_one_notice_until_the_next_rows(
    demo: Program, tap: Wiretap
) -> None:
    def titles() -> list[str]:
        return [notice.title for notice in demo.window.notices.notices]

    await demo.reads("with an end date")
    # Until all names are known, their answer may come after the button is pressed.
    await until(lambda: "Key “Key automation”" in demo.column("Created by"))
    tap.on("GET", "/admin/users", broken)
    demo.press("Refresh")
    await until(lambda: titles() == ["Demo store returned an error (500)"])
    tap.on("GET", KEYS, broken)
    demo.press("Refresh")
    await demo.reads("Showing data from ")
    assert titles() == [], "the strip says it"
    tap.calm()
    demo.press("Try again")
    await until(lambda: not demo.is_there("table.strip"))
    assert titles() == []


async def test_a_page_that_never_came_says_what_failed(start: Start, tap: Wiretap) -> None:
    tap.on("GET", KEYS, broken)
    program = await start(demo=True)
    await program.reads("Demo store returned an error (", "Try again in a moment.")
    tap.calm()
    program.press("Try again")
    await program.keys_page()


async def test_refresh_keeps_the_selection_where_the_key_is_now(
    demo: Program, tap: Wiretap
) -> None:
    demo.pick("ERP nightly sync")
    before = lists(tap)
    demo.key(Qt.Key.Key_F5)
    await until(lambda: lists(tap) > before)
    await until(lambda: demo.footer.startswith("As of"))
    assert demo.picked == ["ERP nightly sync"]
    demo.sort_by("Title")
    await until(lambda: order(tap) == "title")


async def test_a_slow_old_answer_never_replaces_a_newer_one(demo: Program, tap: Wiretap) -> None:
    gate = asyncio.Event()
    tap.on("GET", KEYS, held(gate), once=True, parameters={"q": "erp"})
    search(demo, "erp")
    await until(lambda: listed(tap).get("q") == "erp")
    search(demo, "klarna")
    await until(lambda: demo.column("Title") == ["Klarna settlement import"])
    gate.set()
    await never(lambda: demo.column("Title") != ["Klarna settlement import"])


async def test_the_drawer_tells_everything(demo: Program) -> None:
    demo.window.resize(1440, 900)
    demo.pick("Preview deployments")
    facts = await until(lambda: demo.facts)
    assert facts["State"] == "Active"
    assert facts["Type"] == "Publishable"
    assert facts["Sales channels"] == "None. Storefront requests will fail."
    assert facts["Last used"] == "Not recorded by Medusa"
    assert re.fullmatch(r"apk_\w{26}", facts["ID"])
    assert re.fullmatch(r"pk_[0-9a-f]{64}", facts["Full key"])
    demo.press("Copy full key")
    assert QGuiApplication.clipboard().text() == facts["Full key"]
    demo.press("Copy ID")
    assert QGuiApplication.clipboard().text() == facts["ID"]
    demo.pick("Summer intern scripts")
    await until(lambda: "Revoked" in demo.facts)
    facts = demo.facts
    assert "Full key" not in facts
    assert re.fullmatch(r"\d+ \w{3} \d{4} \d\d:\d\d:\d\d\u00a0\S+", facts["Revoked"])
    await until(lambda: demo.facts.get("Revoked by", "user_").partition("_")[0] != "user")


async def test_labels_stand_on_the_line_of_their_values_and_no_date_loses_its_zone(
    demo: Program,
) -> None:
    demo.window.resize(1440, 900)
    demo.pick("Summer intern scripts")
    await until(lambda: "Revoked by" in demo.facts)
    drawer = demo.find(QWidget, "drawer")
    labels = {one.text(): one for one in drawer.findChildren(QLabel) if one.isVisible()}
    assert base(labels["Type"]) == base(labels["Secret"])
    moments = [text for text in labels if re.search(r"\d\d:\d\d", text)]
    assert moments
    for text in moments:
        assert re.search(r"\d\d:\d\d(:\d\d)?\u00a0\S+$", text), "it may break before the zone"


def base(label: QLabel) -> int:
    """Where the first line of `label` stands, in its window."""
    room, height = label.contentsRect(), label.fontMetrics().height()
    at_top = label.alignment() & Qt.AlignmentFlag.AlignTop
    top = room.top() if at_top else room.top() + (room.height() - height) // 2
    return label.mapTo(label.window(), QPoint()).y() + top + label.fontMetrics().ascent()


async def test_each_key_offers_what_can_be_done_with_it(demo: Program) -> None:
    demo.window.resize(1440, 900)

    def actions() -> list[str]:
        return [b for b in demo.buttons if b in ("Rename", "Revoke…", "Delete record…")]

    demo.pick("ERP nightly sync")
    assert actions() == ["Rename", "Revoke…"]
    demo.pick("Summer intern scripts")
    assert actions() == ["Rename", "Delete record…"]
    menu = {a.text().replace("&", ""): a.isEnabled() for a in demo.menu_actions()}
    assert (menu["Revoke…"], menu["Delete record…"], menu["Rename"]) == (False, True, True)


async def test_an_account_without_a_role_gets_a_page_of_its_own(start: Start, tap: Wiretap) -> None:
    program = await start()
    program.press("Try the demo store")
    await program.signed_in("noroles@demo.example")
    await program.reads("Your account has no role in this store")
    assert {"Refresh permissions", "Copy request"} <= set(program.buttons)
    await until(program.button("Refresh permissions").hasFocus)  # what the page says to do
    program.press("Copy request")
    request = QGuiApplication.clipboard().text()
    assert "noroles@demo.example" in request
    for operation in ("read", "create", "update", "delete"):
        assert f"api_key:{operation}" in request
    before = tap.count("POST", "/auth/token/refresh")
    program.button("Refresh permissions").setFocus()
    program.key(Qt.Key.Key_Return)
    await until(lambda: tap.count("POST", "/auth/token/refresh") == before + 1)
    await program.reads("Your account has no role in this store")
    await until(program.button("Refresh permissions").hasFocus)
    assert program.window.workspace is not None


async def test_a_right_granted_meanwhile_counts_after_refresh_permissions(
    start: Start, tap: Wiretap
) -> None:
    forbidden = answer(403, {"type": "forbidden", "message": "Forbidden"})
    tap.on("GET", KEYS, forbidden)
    program = await start(demo=True)
    await program.reads("The store doesn't let you view this")
    tap.calm()
    await until(program.button("Refresh permissions").hasFocus)
    program.key(Qt.Key.Key_Return)
    await program.keys_page()
    assert FIRST in program.column("Title")
    await until(program.table.hasFocus)


async def test_where_one_was_is_where_one_is_next_time_but_for_the_search(
    start: Start, tap: Wiretap
) -> None:
    first = await start(demo=True)
    await first.keys_page()
    choose(first, "State", "Active")
    await until(lambda: not any(s.startswith("Revoked") for s in first.column("State")))
    first.sort_by("Title")
    await until(lambda: order(tap) == "title")
    search(first, "canary-search-text")
    await first.reads("No matching keys")
    await first.quit()
    for file in first.folder.rglob("*"):
        assert not file.is_file() or b"canary-search-text" not in file.read_bytes()
    second = await start()
    assert second.window.windowTitle().startswith("DEMO")
    second.key(Qt.Key.Key_Return)
    await second.keys_page()
    last = listed(tap)
    assert order(tap) == "title"
    assert "q" not in last
    assert second.field("State", QComboBox).currentText() == "Active"
    assert not any(state.startswith("Revoked") for state in second.column("State"))
    assert tap.count("POST", SIGN_IN) == 2
