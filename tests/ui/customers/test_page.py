"""The customers page: finding one, seeing who they are, and where one was."""

from __future__ import annotations

import asyncio
import json
import re

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QComboBox, QLabel, QPushButton, QToolButton, QWidget

from medusa_console.domain.store import DEMO_PASSWORD
from tests.ui.driving import CTRL, SHIFT, Program, plain, spoken
from tests.ui.keys.test_by_hand import cut_off
from tests.ui.keys.test_page import choose, search_field
from tests.ui.running import Start
from tests.ui.standins import never
from tests.ui.test_hostile_text import check, look_around
from tests.ui.wiretap import (
    PAGES,
    Behaviour,
    Exchange,
    Wiretap,
    answer,
    broken,
    deleted_meanwhile,
    held,
)
from tests.waiting import until

CUSTOMERS = "/admin/customers"
GROUPS = "/admin/customer-groups"
ONE = f"{CUSTOMERS}/cus_[^/]+"
CARLA = "customer@demo.example"
ALL_COLUMNS = ["Name", "Email", "Account", "Groups", "Created"]
NOBODY = {"customers": [], "count": 0, "offset": 0, "limit": 100}
NO_RIGHT = {"type": "forbidden", "message": "Forbidden. Required policies: customer_group:read"}


def listed(tap: Wiretap) -> dict[str, str]:
    """What the list was asked for last."""
    pages = [r.parameters for r in tap.asked("GET", CUSTOMERS)]
    return [p for p in pages if p.get("limit") in PAGES][-1]


def orders(tap: Wiretap) -> list[str]:
    """By what rows were asked for, one after the other; who shares an email needs no order."""
    asked = [r.parameters for r in tap.asked("GET", CUSTOMERS)]
    return [p["order"] for p in asked if "order" in p]


def lists_of_keys(tap: Wiretap) -> int:
    """How often the page of keys asked for rows; in the background, keys are read otherwise."""
    asked = tap.asked("GET", "/admin/api-keys")
    return sum(r.parameters.get("limit") in PAGES for r in asked)


async def filter_by(program: Program, label: str, words: str) -> None:
    """Choose from a menu; the virtual screen leaves the window inactive after it."""
    choose(program, label, words)
    program.window.activateWindow()
    await until(program.window.isActiveWindow)


CAN_SIGN_IN = "Yes, with the email they registered with"
GUEST = "No, this is a guest"


def search(program: Program, text: str) -> None:
    edit = search_field(program)
    edit.setFocus()
    edit.selectAll()
    program.type(text)


async def find(program: Program, email: str) -> None:
    """Search for a whole email, and select who has it."""
    search(program, email)
    await until(lambda: set(program.column("Email")) == {email})
    program.pick(email)


async def test_the_page_tells_who_each_customer_is(page: Program, tap: Wiretap) -> None:
    assert page.columns == ALL_COLUMNS
    assert spoken(page.table) == "Customers"
    await page.reads("300 customers", "100 of 300 loaded")
    assert page.column("Name")[:3] == ["Niamh Weber", "Wanja Quist", "Hugo Eriksen"]
    assert all("@" in email for email in page.column("Email")[:100])
    groups = set(page.column("Groups")[:100])
    assert {"—", "Newsletter", "VIP"} <= groups
    assert page.column("Created")[:2] == ["1 day ago", "1 day ago"]
    await until(lambda: "Guest · also an account" in page.column("Account"))
    assert {"Account", "Guest"} <= set(page.column("Account"))
    await until(lambda: page.field("Group", QComboBox).count() > 1)
    assert tap.count("GET", GROUPS) == 1


async def test_nothing_of_the_customers_is_asked_for_before_somebody_wants_them(
    demo: Program, tap: Wiretap
) -> None:
    await never(lambda: tap.count("GET", f"({CUSTOMERS}|{GROUPS}).*"))
    assert not demo.window.findChildren(QWidget, "customersPage")


async def test_a_whole_email_finds_exactly_whoever_has_it(page: Program, tap: Wiretap) -> None:
    search(page, CARLA)
    await until(lambda: page.column("Email") == [CARLA])
    await page.reads("1 of 300 customers matches")
    assert page.column("Name") == ["Carla Nyström"]
    assert listed(tap)["email"] == CARLA


async def test_two_words_find_who_has_both(page: Program) -> None:
    search(page, "nyström carla")
    await until(lambda: 0 < len(page.column("Name")) < 300)
    assert set(page.column("Name")) == {"Carla Nyström"}


async def test_filters_narrow_and_clear_search_shows_everybody_again(
    page: Program, tap: Wiretap
) -> None:
    await filter_by(page, "Account", "Guest")
    await until(lambda: all(a.startswith("Guest") for a in page.column("Account")[:100]))
    await page.reads(" of 300 customers match")
    await until(lambda: page.field("Group", QComboBox).count() > 1)
    await filter_by(page, "Group", "VIP")
    await until(lambda: set(page.column("Groups")) == {"VIP"})
    assert all(a.startswith("Guest") for a in page.column("Account"))
    search(page, "nobody is called so")
    await page.reads("No matching customers", "0 of 300 customers match")
    page.press("Clear search")
    await page.reads("300 customers")
    assert search_field(page).text() == ""
    assert page.field("Account", QComboBox).currentText() == "All"
    assert page.field("Group", QComboBox).currentText() == "Any"
    assert tap.count("GET", GROUPS) == 1


async def test_a_click_on_a_title_sorts(page: Program, tap: Wiretap) -> None:
    page.sort_by("Email")
    await until(lambda: orders(tap)[-1] == "email")
    await until(lambda: page.column("Email")[:100] == sorted(page.column("Email")[:100]))
    page.sort_by("Email")
    await until(lambda: orders(tap)[-1] == "-email")
    page.sort_by("Name")
    await until(lambda: page.column("Name")[0].startswith("Aino"))
    page.sort_by("Account")
    await until(lambda: orders(tap)[-1] == "has_account")
    await until(lambda: all(a.startswith("Guest") for a in page.column("Account")[:100]))
    page.sort_by("Groups")  # the server cannot
    await never(lambda: orders(tap)[-1] != "has_account")


async def test_a_guest_and_an_account_with_one_email_are_marked(page: Program) -> None:
    await until(lambda: "Guest · also an account" in page.column("Account"))
    email = page.column("Email")[page.column("Account").index("Guest · also an account")]
    search(page, email)
    await until(lambda: page.column("Email") == [email, email])
    await until(
        lambda: set(page.column("Account")) == {"Account · also a guest", "Guest · also an account"}
    )
    page.table.selectRow(page.column("Account").index("Account · also a guest"))
    await until(lambda: page.facts.get("Can sign in") == CAN_SIGN_IN)
    assert page.facts["Shared email"] == "Also used by a guest"
    assert "Check sign-in…" in page.buttons
    page.table.selectRow(page.column("Account").index("Guest · also an account"))
    await until(lambda: page.facts.get("Can sign in") == GUEST)
    assert page.facts["Shared email"] == "Also used by an account"
    assert "Check sign-in…" not in page.buttons


async def test_the_drawer_shows_the_row_at_once_and_the_rest_when_it_comes(
    page: Program, tap: Wiretap
) -> None:
    gate = asyncio.Event()
    tap.on("GET", ONE, held(gate))
    await find(page, CARLA)
    facts = page.facts
    assert re.fullmatch(r"cus_\w{26}", facts["ID"])
    assert (facts["Email"], facts["Can sign in"]) == (CARLA, CAN_SIGN_IN)
    assert re.fullmatch(r"\d+ \w{3} \d{4} \d\d:\d\d\u00a0\S+", facts["Created"])
    assert "Address 1" not in facts
    page.find(QPushButton, "editCustomer").setFocus()
    await until(lambda: tap.count("GET", ONE))
    gate.set()
    await until(lambda: "Address 2" in page.facts)
    assert "Carla Nyström\n" in page.facts["Address 1"]
    assert page.facts["Metadata"] == "loyalty_points: 1240\nloyalty_level: silver"
    assert page.focus.objectName() == "editCustomer"
    for words, what in (("Copy ID", "ID"), ("Copy email", "Email")):
        page.press(words)
        assert QGuiApplication.clipboard().text() == facts[what]
    assert list(page.facts)[-2:] == ["ID", "Email"], "the email heads the drawer; the ID is last"
    title, told = page.find(QLabel, "drawer.title"), page.find(QLabel, "drawer.email")
    below = told.mapTo(page.window, QPoint()).y() - title.mapTo(page.window, QPoint()).y()
    assert 0 < below < 2 * title.height(), "right under the name"
    assert told.fontMetrics().horizontalAdvance(told.text()) <= told.width(), "on one line"


async def test_who_runs_through_the_rows_reads_only_where_they_stop(
    page: Program, tap: Wiretap
) -> None:
    page.table.setFocus()
    for _ in range(6):
        page.key(Qt.Key.Key_Down)
    stopped = await until(lambda: page.facts.get("ID"))
    await until(lambda: tap.count("GET", ONE))
    await until(lambda: "Address" in page.facts or "Address 1" in page.facts)
    assert [asked.path for asked in tap.asked("GET", ONE)] == [f"{CUSTOMERS}/{stopped}"]


async def test_a_customer_who_is_gone_leaves_the_table(page: Program, tap: Wiretap) -> None:
    tap.on("GET", ONE, deleted_meanwhile)
    email = page.column("Email")[1]
    page.pick(email)
    await page.reads("This customer has been deleted")
    await until(lambda: email not in page.column("Email"))
    assert not page.is_there("drawer")
    assert page.window.notices.notices == ()


async def test_a_failure_to_read_one_customer_keeps_what_the_row_tells(
    page: Program, tap: Wiretap
) -> None:
    tap.on("GET", ONE, broken)
    email = page.column("Email")[1]
    page.pick(email)
    await until(lambda: "Demo store returned an error (" in page.facts.get("Details", ""))
    assert page.facts["Email"] == email
    assert page.window.notices.notices == (), "the drawer says it"
    tap.on("GET", CUSTOMERS, broken)
    page.key(Qt.Key.Key_F5)
    await page.reads("Showing data from ")
    await until(lambda: "Demo store returned an error (" in page.facts.get("Details", ""))
    assert page.window.notices.notices == (), "the strip says it"
    tap.calm()
    page.press("Try again")
    await until(lambda: any(name.startswith("Address") for name in page.facts))


def with_metadata(metadata: object) -> Behaviour:
    """Who asks for all of a customer gets this; a row's worth is answered as ever."""

    async def behave(exchange: Exchange) -> None:
        if "metadata" not in exchange.asked.parameters["fields"]:
            await exchange.pass_on(exchange.send)
            return
        customer = {"id": exchange.asked.path.rpartition("/")[2], "metadata": metadata}
        customer["created_at"] = "2026-01-01T10:00:00.000Z"
        await answer(200, {"customer": customer})(exchange)

    return behave


@pytest.mark.parametrize(
    ("metadata", "why"),
    [
        (json.loads('{"x":' * 250 + "1" + "}" * 250), "in an unexpected format"),
        ({"x": "x" * (1 << 20)}, "larger than 1 MB"),
    ],
    ids=["deep", "large"],
)
async def test_what_cannot_be_read_of_a_customer_is_said_at_its_place_alone(
    metadata: object, why: str, page: Program, tap: Wiretap
) -> None:
    tap.on("GET", ONE, with_metadata(metadata))
    email = page.column("Email")[1]
    page.pick(email)
    await until(lambda: "Details" in page.facts)
    assert page.facts["Details"].startswith("Can't read addresses and metadata.")
    assert why in page.facts["Details"]
    assert page.facts["Email"] == email
    assert page.window.notices.notices == ()
    tap.calm()
    page.key(Qt.Key.Key_F5)
    await until(lambda: any(name.startswith("Address") for name in page.facts))
    assert "Details" not in page.facts


async def test_a_whole_key_pasted_into_the_search_is_refused_and_leaves_no_trace(
    page: Program, tap: Wiretap
) -> None:
    key = "sk_" + "5f" * 32
    edit = search_field(page)
    announced: list[str] = []
    edit.textChanged.connect(announced.append)
    page.paste(edit, f"MEDUSA_KEY={key}")
    await page.reads("That looks like a key. Look for it on the API keys page.")
    assert edit.text() == ""
    assert not [text for text in announced if key[:20] in text]
    while edit.isUndoAvailable():
        edit.undo()
        assert key[:20] not in edit.text()
    assert not [asked for asked in tap.requests if key[:20] in asked.url]
    assert key not in page.log.text


async def test_a_key_at_the_end_of_a_long_pasted_text_is_found_and_the_text_is_cut(
    page: Program,
) -> None:
    edit = search_field(page)
    page.paste(edit, "word " * 1_000)
    assert len(edit.text()) == 1_000
    edit.clear()
    page.paste(edit, "word " * 1_000 + "sk_" + "5f" * 32)
    await page.reads("That looks like a key. Look for it on the API keys page.")
    assert edit.text() == ""


async def test_who_may_not_read_groups_is_told_at_the_menu(demo: Program, tap: Wiretap) -> None:
    tap.on("GET", GROUPS, answer(403, NO_RIGHT))
    await demo.customers_page()
    menu = demo.field("Group", QComboBox)
    await until(lambda: not menu.isEnabled())
    assert "view customer groups" in menu.toolTip()
    assert menu.accessibleDescription()
    assert demo.window.notices.notices == ()
    tap.calm()
    demo.key(Qt.Key.Key_F5)
    await until(menu.isEnabled)
    assert menu.toolTip() == ""


async def test_who_may_not_read_customers_is_told_which_right_is_missing(start: Start) -> None:
    program = await start()
    program.press("Try the demo store")
    await program.signed_in("reader@demo.example")
    await program.keys_page()
    program.press("Customers")
    await program.reads("You can't", "customer:read")
    program.press("Copy request")
    assert "customer:read" in QGuiApplication.clipboard().text()
    assert "Refresh permissions" in program.buttons
    program.press("API keys")
    await program.keys_page()


async def test_an_account_without_a_role_gets_the_same_page_as_for_the_keys(
    start: Start,
) -> None:
    program = await start()
    program.press("Try the demo store")
    await program.signed_in("noroles@demo.example")
    await program.reads("Your account has no role in this store")
    program.press("Customers")
    await until(lambda: spoken(program.focus) == "Customers")
    await program.reads("Your account has no role in this store")
    program.press("Refresh permissions")
    await program.reads("Your account has no role in this store")


async def test_a_shop_without_customers_offers_to_register_one(demo: Program, tap: Wiretap) -> None:
    tap.on("GET", CUSTOMERS, answer(200, NOBODY))
    demo.press("Customers")
    await demo.reads("No customers yet", "0 customers")
    demo.press(demo.find(QPushButton, "registerFirst"))
    await demo.dialog("registerCustomer")


async def test_a_failed_page_keeps_its_rows_and_can_be_tried_again(
    page: Program, tap: Wiretap
) -> None:
    emails = page.column("Email")
    tap.on("GET", CUSTOMERS, broken)
    page.press("Refresh")
    await page.reads("Demo store returned an error (", "Showing data from ")
    assert page.column("Email") == emails
    tap.calm()
    page.press("Try again")
    await until(lambda: not page.is_there("table.strip"))


async def test_each_page_keeps_its_state_while_the_other_is_in_front(
    page: Program, tap: Wiretap
) -> None:
    search(page, "weber")
    await until(lambda: 0 < len(page.column("Name")) < 50)
    email = page.column("Email")[0]
    page.pick(email)
    names = page.column("Name")
    page.key(Qt.Key.Key_1, CTRL)
    await page.keys_page()
    assert (page.pane, spoken(page.focus)) == ("", "API keys")
    assert search_field(page).text() == ""
    assert "Create key…" in [plain(a.text()) for a in page.menu_actions()]
    before = len(orders(tap))
    page.key(Qt.Key.Key_2, CTRL)
    await page.customers_page()
    assert (page.column("Name"), page.picked_customers) == (names, [email])
    assert search_field(page).text() == "weber"
    assert "Register customer…" in [plain(a.text()) for a in page.menu_actions()]
    assert "Create key…" not in [plain(a.text()) for a in page.menu_actions()]
    await never(lambda: len(orders(tap)) > before)


async def test_where_one_was_is_where_one_is_next_time_but_for_the_search(
    start: Start, tap: Wiretap
) -> None:
    first = await start(demo=True)
    await first.keys_page()
    await first.customers_page()
    await filter_by(first, "Account", "Guest")
    await until(lambda: first.field("Group", QComboBox).count() > 1)
    await filter_by(first, "Group", "VIP")
    first.sort_by("Email")
    await until(lambda: orders(tap)[-1] == "email")
    search(first, "canary-search-text")
    await first.reads("No matching customers")
    await first.quit()
    for file in first.folder.rglob("*"):
        assert not file.is_file() or b"canary-search-text" not in file.read_bytes()
    keys = lists_of_keys(tap)
    second = await start()
    second.key(Qt.Key.Key_Return)
    await second.customers_page()
    assert second.table.hasFocus()
    assert orders(tap)[-1] == "email"
    assert second.field("Account", QComboBox).currentText() == "Guest"
    await until(lambda: second.field("Group", QComboBox).currentText() == "VIP")
    assert set(second.column("Groups")) == {"VIP"}
    assert search_field(second).text() == ""
    assert lists_of_keys(tap) == keys
    second.key(Qt.Key.Key_1, CTRL)
    await second.keys_page()


async def test_a_group_that_was_deleted_meanwhile_is_asked_for_no_more(
    page: Program, tap: Wiretap
) -> None:
    await until(lambda: page.field("Group", QComboBox).count() > 1)
    await filter_by(page, "Group", "VIP")
    await until(lambda: set(page.column("Groups")) == {"VIP"})
    tap.on("GET", GROUPS, answer(200, {"customer_groups": [], "count": 0}))
    page.key(Qt.Key.Key_F5)
    await until(lambda: page.field("Group", QComboBox).currentText() == "Any")
    await until(lambda: len(set(page.column("Groups"))) > 1)


async def test_the_keyboard_alone_reaches_everything(demo: Program) -> None:
    demo.window.resize(1440, 900)
    table = await demo.customers_page()
    assert spoken(demo.focus) == "Customers"  # the title
    assert demo.focus.accessibleDescription() == "300 customers"
    demo.key(Qt.Key.Key_F6)
    assert demo.pane == "search"
    demo.key(Qt.Key.Key_F6)
    assert table.hasFocus()
    demo.key(Qt.Key.Key_2, CTRL)
    demo.key(Qt.Key.Key_Down)
    demo.key(Qt.Key.Key_Down)
    picked = demo.picked_customers
    assert len(picked) == 1
    demo.key(Qt.Key.Key_Return)
    assert demo.pane == "drawer"
    assert demo.focus.objectName() in ("checkSignIn.open", "editCustomer")
    demo.key(Qt.Key.Key_F6)
    assert demo.focus.objectName() == "table.footer"
    demo.key(Qt.Key.Key_F6)
    assert demo.pane == "sidebar"
    table.setFocus()
    for key, modifiers, dialog in (
        (Qt.Key.Key_F2, Qt.KeyboardModifier.NoModifier, "customerForm"),
        (Qt.Key.Key_Delete, Qt.KeyboardModifier.NoModifier, "deleteCustomer"),
        (Qt.Key.Key_N, CTRL, "registerCustomer"),
        (Qt.Key.Key_N, CTRL | SHIFT, "customerForm"),
    ):
        demo.key(key, modifiers)
        await demo.dialog(dialog)
        demo.key(Qt.Key.Key_Escape)
        await demo.no_dialog()
        assert table.hasFocus()
    demo.key(Qt.Key.Key_Escape)
    assert demo.picked_customers == []
    demo.key(Qt.Key.Key_Slash)
    demo.type("weber")
    demo.key(Qt.Key.Key_Return)
    assert table.hasFocus()
    await until(lambda: 0 < len(demo.column("Name")) < 50)
    demo.key(Qt.Key.Key_Escape)  # the selection
    demo.key(Qt.Key.Key_Escape)  # the search
    await demo.reads("300 customers")


async def test_a_new_guest_is_shown_and_selected_whatever_the_filters_say(page: Program) -> None:
    search(page, "weber")
    await filter_by(page, "Account", "Account")
    await until(lambda: 0 < len(page.column("Name")) < 50)
    matching = len(page.column("Name"))
    page.press("Create guest…")
    await page.dialog("customerForm")
    page.fill("Email", "anna.visser@shop.example")
    page.fill("First name", "Anna")
    page.press("Create")
    await page.no_dialog()
    await until(lambda: page.picked_customers == ["anna.visser@shop.example"])
    await page.reads(f"{matching} of 301 customers match")
    assert page.column("Email")[0] == "anna.visser@shop.example"
    assert page.facts["Can sign in"] == GUEST
    assert search_field(page).text() == "weber", "nobody has asked for another search"


async def test_a_registered_customer_is_shown_and_selected(page: Program) -> None:
    search(page, "weber")
    await until(lambda: 0 < len(page.column("Name")) < 50)
    page.press("Register customer")
    await page.dialog("registerCustomer")
    page.fill("Email", "anna.visser@shop.example")
    page.fill("Password", "Zw9kT-first-customer-44")
    page.fill("First name", "Anna")
    page.fill("Last name", "Visser")
    await until(page.button("Register").isEnabled)
    page.press("Register")
    await page.reads("Anna can sign in")
    page.press("Done")
    await page.no_dialog()
    await until(lambda: page.picked_customers == ["anna.visser@shop.example"])
    await until(lambda: page.facts.get("Can sign in") == CAN_SIGN_IN)
    assert page.column("Name")[0] == "Anna Visser"
    assert page.table.hasFocus()


async def test_a_registration_that_nobody_waits_for_any_more_is_in_the_list_at_its_end(
    page: Program, tap: Wiretap
) -> None:
    gate = asyncio.Event()
    tap.on("GET", "/store/customers/me", held(gate))
    page.press("Register customer")
    await page.dialog("registerCustomer")
    page.fill("Email", "anna.visser@shop.example")
    page.fill("Password", "Zw9kT-first-customer-44")
    await until(page.button("Register").isEnabled)
    page.press("Register")
    await until(lambda: tap.count("GET", "/store/customers/me"))
    page.press("Stop waiting")
    await until(lambda: "Cancel" in page.buttons)
    page.press("Cancel")
    await until(lambda: "Stop anyway" in page.buttons)
    page.press("Stop anyway")
    await page.no_dialog()
    assert "anna.visser@shop.example" not in page.column("Email")
    gate.set()
    await until(lambda: page.column("Email")[0] == "anna.visser@shop.example")


async def test_who_is_given_an_email_that_a_guest_has_is_marked_at_once(
    page: Program, tap: Wiretap
) -> None:
    await find(page, CARLA)
    account = page.facts["ID"]
    await until(lambda: "Address 2" in page.facts)
    page.press("Edit")
    await page.dialog("customerForm")
    email = "new.carla@demo.example"
    guest = {"id": "cus_GUEST", "email": email, "has_account": False, "groups": []}
    guest["created_at"] = "2026-01-01T10:00:00.000Z"
    row = {**guest, "id": account, "has_account": True}
    tap.on("GET", CUSTOMERS, answer(200, {**NOBODY, "customers": [row, guest], "count": 2}))
    page.fill("Email", email)
    await until(page.button("Save").isEnabled)
    page.press("Save")
    await page.no_dialog()
    await until(lambda: page.column("Account") == ["Account · also a guest"])


async def test_who_signs_in_again_sees_both_pages_afresh(page: Program, tap: Wiretap) -> None:
    tap.end_session()
    page.key(Qt.Key.Key_F5)
    await page.dialog("signInAgain")
    keys, customers = lists_of_keys(tap), len(orders(tap))
    page.fill("Password", DEMO_PASSWORD)
    page.key(Qt.Key.Key_Return)
    await page.no_dialog()
    await until(lambda: len(orders(tap)) > customers)
    await until(lambda: not page.is_there("table.strip"))
    assert lists_of_keys(tap) == keys
    page.key(Qt.Key.Key_1, CTRL)
    await until(lambda: lists_of_keys(tap) > keys)


async def test_an_edited_name_is_in_row_and_drawer_and_a_deleted_customer_is_gone(
    page: Program,
) -> None:
    await find(page, CARLA)
    await until(lambda: "Address 2" in page.facts)
    page.press("Edit")
    await page.dialog("customerForm")
    page.fill("Last name", "Visser-de Boer")
    page.press("Save")
    await page.no_dialog()
    await until(lambda: page.column("Name") == ["Carla Visser-de Boer"])
    await page.reads("Carla Visser-de Boer")
    await until(lambda: "Address 2" in page.facts)
    page.press("Delete customer…")
    await page.dialog("deleteCustomer")
    page.fill("Email", CARLA)
    page.press("Delete customer")
    await page.no_dialog()
    await until(lambda: page.column("Email") == [])
    assert not page.is_there("drawer")


WIDTHS = (1440, 1280, 1000, 700, 640)
GIVE_WAY = ["Groups", "Created", "Account"]


async def test_every_width_shows_what_it_has_room_for_and_cuts_no_control_off(
    page: Program,
) -> None:
    for width in WIDTHS:
        page.table.clearSelection()
        page.window.resize(width, 400 if width == 640 else 720)
        await until(lambda width=width: page.window.width() == width)  # type: ignore[misc]
        gone = GIVE_WAY[: len(ALL_COLUMNS) - len(page.columns)]
        assert page.columns == [c for c in ALL_COLUMNS if c not in gone], width
        await until(lambda: page.table.horizontalScrollBar().maximum() == 0)
        await until(lambda: cut_off(page) == [])


HOSTILE = "<b>x</b><img src='file:///etc/hostname'>\u202egnp.exe\x07"
SAFE = "<b>x</b><img src='file:///etc/hostname'>\u2039U+202E\u203agnp.exe\u2039U+0007\u203a"


async def test_what_strangers_wrote_about_themselves_stays_text(
    demo: Program, tap: Wiretap
) -> None:
    demo.window.resize(1440, 900)
    customer = {
        "id": "cus_01HOSTILE000000000000000000",
        "email": "x@shop.example",
        "first_name": HOSTILE,
        "last_name": "",
        "company_name": HOSTILE,
        "phone": HOSTILE,
        "has_account": True,
        "created_at": "2026-01-01T10:00:00.000Z",
        "groups": [{"id": "cusgroup_1", "name": HOSTILE}],
    }
    address = {"id": "cuaddr_1", "address_1": f"Street 1\nAccount: {HOSTILE}", "city": HOSTILE}
    whole = {**customer, "addresses": [address], "metadata": {HOSTILE: {"deep": HOSTILE}}}
    group = {"id": "cusgroup_1", "name": HOSTILE}
    tap.on("GET", CUSTOMERS, answer(200, {**NOBODY, "customers": [customer], "count": 1}))
    tap.on("GET", ONE, answer(200, {"customer": whole}))
    tap.on("GET", GROUPS, answer(200, {"customer_groups": [group], "count": 1, "offset": 0}))
    await demo.customers_page()
    model = demo.table.model()
    for column in range(model.columnCount()):
        check(str(model.index(0, column).data(Qt.ItemDataRole.ToolTipRole) or ""))
        assert "\u202e" not in str(model.index(0, column).data())
    assert demo.column("Name") == [SAFE]
    sentence = str(model.index(0, 0).data(Qt.ItemDataRole.AccessibleDescriptionRole))
    assert "\u202e" not in sentence
    demo.pick("x@shop.example")
    await until(lambda: "Metadata" in demo.facts)
    assert demo.facts["Address"].split("\n")[0].startswith("Street 1\u2039U+000A\u203aAccount:")
    look_around()
    for fact in demo.facts.values():
        assert "\u202e" not in fact
    menu = demo.field("Group", QComboBox)
    await until(lambda: menu.count() == 2)
    assert "\u202e" not in menu.itemText(1)
    assert demo.find(QToolButton, "drawer.close").isVisible()


@pytest.mark.parametrize("around", ["{}", " {}\n", '"customer_id": "{}",', "/app/customers/{}"])
async def test_a_pasted_id_finds_its_customer(page: Program, around: str) -> None:
    email = page.column("Email")[0]
    page.pick(email)
    customer_id = (await until(lambda: page.facts))["ID"]
    page.paste(search_field(page), around.format(customer_id))
    await until(lambda: page.column("Email") == [email])


async def test_the_drawer_says_with_which_email_somebody_can_sign_in(page: Program) -> None:
    await find(page, CARLA)
    assert page.facts["Can sign in"] == CAN_SIGN_IN
