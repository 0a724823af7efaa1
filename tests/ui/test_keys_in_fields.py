"""A key in whatever shape is pasted where it does not belong: it is neither sent nor kept."""

from __future__ import annotations

from urllib.parse import unquote_plus

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QListWidget

from medusa_console.domain import tokens
from tests.domain.test_tokens import HARMLESS, HEX, KEY_ID, SECRET, SHAPES
from tests.ui.customers.test_form import of_kind
from tests.ui.customers.test_register import PASSWORD
from tests.ui.driving import CTRL, Program
from tests.ui.said import announcements, everything_said
from tests.ui.standins import never
from tests.ui.wiretap import Wiretap
from tests.waiting import until

HINT = "That looks like part of a key. Search for its first 6 characters."
NOT_HERE = "That looks like a key. It was not entered here."
IN_THE_PALETTE = "That looks like a key. Search for it on the API keys page (Ctrl+F)."
KEYS = "/admin/api-keys"
CUSTOMERS = "/admin/customers"
PAGES = ["keys", "customers"]
# What is not named exactly, and so cannot be looked for in its redacted form.
ODD = {name: text for name, text in SHAPES.items() if tokens.find(text) is None}
OUTSIDE = {**SHAPES, "longer than anything that is read": f"{'x' * 120_000} {SECRET}"}


async def page_of(program: Program, name: str) -> QLineEdit:
    if name == "customers":
        await program.customers_page()
    return program.find(QLineEdit, "search")


def write(program: Program, label: str, text: str) -> None:
    """An assistive program writes into the field, where nothing typed or pasted comes from."""
    edit = program.field(label, QLineEdit)
    edit.setFocus()
    edit.setText(text)


def leaks(text: str) -> bool:
    """Whether a good part of the key stands in `text`."""
    return HEX[:8] in text.lower() or tokens.may_hold_a_key(text)


def sent(tap: Wiretap) -> list[str]:
    """What left in the addresses of requests, as the server reads it."""
    return [unquote_plus(asked.url) for asked in tap.requests]


@pytest.mark.parametrize("name", PAGES)
async def test_no_shape_of_a_key_stays_in_the_search_or_is_sent(
    name: str, demo: Program, tap: Wiretap, monkeypatch: pytest.MonkeyPatch
) -> None:
    edit = await page_of(demo, name)
    said = announcements(monkeypatch)
    written: list[str] = []
    edit.textChanged.connect(written.append)
    for text in OUTSIDE.values():
        edit.clear()
        demo.paste(edit, f"the key: {text}")
        demo.key(Qt.Key.Key_Return)
        edit.setFocus()
        assert not leaks(edit.text())
        while edit.isUndoAvailable():
            edit.undo()
            assert not leaks(edit.text())
    await never(lambda: any(map(leaks, sent(tap))))
    assert not any(map(leaks, written))
    assert not any(map(leaks, said))
    assert not leaks(demo.log.text)


@pytest.mark.parametrize("name", PAGES)
async def test_what_may_be_part_of_a_key_is_refused_with_advice(
    name: str, demo: Program, tap: Wiretap, monkeypatch: pytest.MonkeyPatch
) -> None:
    edit = await page_of(demo, name)
    said = announcements(monkeypatch)
    edit.setFocus()
    demo.type("erp")
    for text in (ODD["Markdown"], ODD["a Basic header"], ODD["40 digits without a prefix"]):
        demo.paste(edit, text)
        await demo.reads(HINT)
        assert edit.text() == "erp", "what was typed before stays"
    assert HINT in said
    assert all(not leaks(text) for _, text in everything_said(demo.window))
    # The advice is followed.
    edit.selectAll()
    demo.type("sk_012")
    assert HINT not in demo.words
    await until(lambda: any("sk\\_012" in url for url in sent(tap)))


async def test_a_key_typed_in_capitals_stops_before_it_is_one(demo: Program, tap: Wiretap) -> None:
    edit = await page_of(demo, "keys")
    edit.setFocus()
    demo.type("SK_012345678")
    await demo.reads(HINT)
    assert not tokens.may_hold_a_key(edit.text())
    await never(lambda: any(map(tokens.may_hold_a_key, sent(tap))))


@pytest.mark.parametrize("name", PAGES)
async def test_what_people_look_for_can_be_pasted(name: str, demo: Program, tap: Wiretap) -> None:
    edit = await page_of(demo, name)
    for text in HARMLESS.values():
        if KEY_ID in text or text.startswith("apk_"):
            continue  # an id is looked for as one
        edit.clear()
        demo.paste(edit, text)
        assert edit.text() == text.rstrip("\n")[:1_000]
        assert HINT not in demo.words


async def test_the_palette_searches_for_no_key(demo: Program) -> None:
    demo.key(Qt.Key.Key_K, CTRL)
    await demo.dialog("switcher")
    edit = demo.find(QLineEdit, "switcherSearch")
    demo.type("demo ")
    lines = demo.find(QListWidget, "switcherList").count()
    for name, text in SHAPES.items():
        if not name.startswith("longer"):
            demo.paste(edit, text)
            assert edit.text() == "demo "
    await demo.reads(IN_THE_PALETTE)
    assert demo.find(QListWidget, "switcherList").count() == lines
    demo.type("x")
    assert IN_THE_PALETTE not in demo.words
    demo.key(Qt.Key.Key_Escape)
    await demo.no_dialog()


@pytest.mark.parametrize("shape", ["cut", "Markdown", "groups of four", "a Basic header"])
async def test_no_shape_of_a_key_becomes_a_title(shape: str, demo: Program, tap: Wiretap) -> None:
    demo.press("Create key")
    await demo.dialog("keyForm")
    demo.button("Publishable").click()
    write(demo, "Title", f"for {SHAPES[shape]}"[:200])
    demo.press("Create")
    await demo.reads("That looks like a key. Every admin can see titles.")
    assert tap.count("POST", KEYS) == 0
    demo.key(Qt.Key.Key_Escape)
    await demo.no_dialog()


FIELDS = ["Email", "First name", "Last name", "Phone", "Company"]
REFUSED = "That looks like a key. Everyone who can view customers would see it."


@pytest.mark.parametrize("field", FIELDS)
async def test_no_key_becomes_a_detail_of_a_customer(
    field: str, page: Program, tap: Wiretap
) -> None:
    text = f"{SECRET[:60]}@example.com" if field == "Email" else f"x {SECRET}"
    page.press("Create guest…")
    await page.dialog("customerForm")
    write(page, field, text)
    page.press("Create")
    await page.reads(REFUSED)
    assert page.focus is page.field(field, QLineEdit)
    await never(lambda: any(map(leaks, sent(tap))))
    assert tap.count("POST", CUSTOMERS) == 0
    page.fill(field, "anna@example.com")
    assert REFUSED not in page.words
    page.key(Qt.Key.Key_Escape)
    await page.no_dialog()


async def test_no_key_becomes_a_new_detail_of_a_customer(page: Program, tap: Wiretap) -> None:
    email = of_kind(page, "Account")
    page.pick(email)
    await until(lambda: page.facts.get("Email") == email)
    page.press("Edit")
    await page.dialog("customerForm")
    write(page, "Company", SHAPES["Markdown"])
    page.press("Save")
    await page.reads(REFUSED)
    assert tap.count("POST", f"{CUSTOMERS}/.*") == 0
    page.key(Qt.Key.Key_Escape)
    await page.no_dialog()


@pytest.mark.parametrize("field", ["Email", "First name", "Last name"])
async def test_nobody_is_registered_with_a_key(field: str, page: Program, tap: Wiretap) -> None:
    page.press("Register customer")
    await page.dialog("registerCustomer")
    page.fill("Email", "anna@example.com")
    page.fill("Password", PASSWORD)
    write(page, field, f"{SECRET[:60]}@example.com")
    await until(page.button("Register").isEnabled)
    page.press("Register")
    await page.reads(REFUSED)
    assert page.focus is page.field(field, QLineEdit)
    await never(lambda: any(map(leaks, sent(tap))))
    assert tap.count("POST", "/auth/customer/.*") == 0
    page.key(Qt.Key.Key_Escape)
    await page.no_dialog()
