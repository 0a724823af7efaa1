"""Three in the morning, and a key has leaked: pasting it finds it, and does not leak it further."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QComboBox, QLineEdit

from tests.ui.driving import Program
from tests.ui.wiretap import Wiretap
from tests.waiting import until

KEYS = "/admin/api-keys"
WHOLE = re.compile(r"[sp]k_[0-9a-f]{64}")


async def a_new_key(demo: Program, kind: str) -> tuple[str, str]:
    """Create one; its title and its whole key."""
    demo.press("Create key")
    await demo.dialog("keyForm")
    title = f"The leaked {kind} key"
    demo.fill("Title", title)
    demo.button(kind).click()
    demo.press("Create")
    if kind == "Secret":
        await demo.dialog("revealKey")
        demo.press("Copy and hide")
        key = QGuiApplication.clipboard().text()
        demo.press("I have saved this key")
        demo.press("Done")
    await demo.no_dialog()
    await until(lambda: demo.picked == [title])
    if kind == "Publishable":
        key = await until(lambda: demo.facts.get("Full key", ""))
    assert WHOLE.fullmatch(key)
    demo.table.clearSelection()
    return title, key


@pytest.fixture
async def page(demo: Program) -> AsyncIterator[Program]:
    """With filters that would hide what is looked for."""
    demo.window.resize(1440, 900)
    yield demo
    assert not WHOLE.search(demo.log.text)


def hide_everything(program: Program) -> None:
    edit = program.find(QLineEdit, "search")
    edit.setFocus()
    program.type("klarna")
    for name, words in (("Type", "Publishable"), ("State", "Revoked")):
        menu = program.field(name, QComboBox)
        menu.setCurrentText(words)
        menu.activated.emit(menu.currentIndex())


@pytest.mark.parametrize("kind", ["Secret", "Publishable"])
async def test_a_whole_key_finds_its_row_and_is_nowhere_afterwards(
    page: Program, tap: Wiretap, kind: str
) -> None:
    title, key = await a_new_key(page, kind)
    edit = page.find(QLineEdit, "search")
    announced: list[str] = []
    edit.textChanged.connect(announced.append)
    for around in (
        "{}",
        "  {}\n",
        "MEDUSA_KEY={}",
        "curl -u {}: https://northwind.example/admin/products",
    ):
        page.table.clearSelection()
        hide_everything(page)
        await until(lambda: title not in page.column("Title"))
        edit.selectAll()
        page.paste(edit, around.format(key))
        await until(lambda: page.column("Title") == [title])
        await until(lambda: page.picked == [title])
        assert edit.text() == f"{key[:6]}***{key[-3:]}"
        assert page.field("Type", QComboBox).currentText() == "All"
        assert page.field("State", QComboBox).currentText() == "All"
        assert page.table.hasFocus()
        edit.setFocus()
        edit.selectAll()
    # Nowhere: not in what was announced or can be brought back, nor in any address or file.
    assert not [text for text in announced if WHOLE.search(text)]
    while edit.isUndoAvailable():
        edit.undo()
        assert not WHOLE.search(edit.text())
    assert not [asked for asked in tap.requests if WHOLE.search(asked.url)]
    await page.quit()
    for file in page.folder.rglob("*"):
        if file.is_file() and kind == "Secret":
            assert key.encode() not in file.read_bytes(), file.name


async def test_an_id_finds_its_row(page: Program, tap: Wiretap) -> None:
    page.pick("ERP nightly sync")
    key_id = (await until(lambda: page.facts))["ID"]
    page.table.clearSelection()
    hide_everything(page)
    edit = page.find(QLineEdit, "search")
    edit.selectAll()
    page.paste(edit, f"revoked_by: {key_id},")
    await until(lambda: page.picked == ["ERP nightly sync"])
    assert edit.text() == key_id
    assert page.column("Title") == ["ERP nightly sync"]


async def test_a_damaged_key_is_looked_for_by_what_may_be_shown(
    page: Program, tap: Wiretap
) -> None:
    title, key = await a_new_key(page, "Secret")
    edit = page.find(QLineEdit, "search")
    page.paste(edit, key[:50])
    await until(lambda: title in page.column("Title") and len(page.column("Title")) < 10)
    assert edit.text() == key[:6]
    assert not [asked for asked in tap.requests if key[:20] in asked.url]
    while edit.isUndoAvailable():
        edit.undo()
        assert key[:20] not in edit.text()


async def test_a_key_typed_sign_by_sign_does_not_stay_either(page: Program, tap: Wiretap) -> None:
    _, key = await a_new_key(page, "Secret")
    edit = page.find(QLineEdit, "search")
    edit.setFocus()
    page.type(key)
    page.key(Qt.Key.Key_Return)
    await until(lambda: edit.text().startswith(key[:6]))
    assert key[:24] not in edit.text()
    assert not [asked for asked in tap.requests if key[:24] in asked.url]


async def test_a_key_nobody_has_heard_of_offers_to_clear_the_search(page: Program) -> None:
    edit = page.find(QLineEdit, "search")
    page.paste(edit, "sk_" + "ab" * 32)
    await page.reads("No key matches sk_aba***bab in this store", "It may belong to another store")
    page.press("Clear search")
    await until(lambda: len(page.column("Title")) > 50)


IDS = {
    "bare, as Copy gives it": "{}",
    "with a line end": "{}\n",
    "between spaces": "  {} ",
    "quoted": '"{}"',
    "in JSON": '"id": "{}",',
    "after an escaped line end": "\\n{}\\n",
    "an address of the admin site": "https://northwind.example/app/settings/secret-api-keys/{}",
    "the route of a revoke": "POST /admin/api-keys/{}/revoke?fields=id",
    "glued to a word": "created_by_{}",
    "in a sentence": "the key {}, made yesterday.",
}


@pytest.mark.parametrize("around", IDS.values(), ids=list(IDS))
async def test_an_id_finds_its_row_in_whatever_shape_it_is_pasted(
    page: Program, tap: Wiretap, around: str
) -> None:
    page.pick("ERP nightly sync")
    key_id = (await until(lambda: page.facts))["ID"]
    page.table.clearSelection()
    hide_everything(page)
    edit = page.find(QLineEdit, "search")
    edit.selectAll()
    page.paste(edit, around.format(key_id))
    await until(lambda: page.picked == ["ERP nightly sync"])
    assert page.column("Title") == ["ERP nightly sync"]
    assert edit.text() == key_id
    assert page.field("State", QComboBox).currentText() == "All"
    assert not [asked for asked in tap.requests if "apk" in asked.parameters.get("q", "")]


@pytest.mark.parametrize("then", ["wait", "enter"])
async def test_an_id_that_the_program_copied_or_somebody_typed_finds_its_row(
    page: Program, tap: Wiretap, then: str
) -> None:
    page.pick("ERP nightly sync")
    key_id = (await until(lambda: page.facts))["ID"]
    page.table.clearSelection()
    edit = page.find(QLineEdit, "search")
    edit.setFocus()
    page.type(key_id)
    if then == "enter":
        page.key(Qt.Key.Key_Return)
    await until(lambda: page.picked == ["ERP nightly sync"])
    assert page.column("Title") == ["ERP nightly sync"]


async def test_an_id_of_no_key_says_so(page: Program) -> None:
    edit = page.find(QLineEdit, "search")
    page.paste(edit, "apk_01M0000000000000000000KEY1")
    await page.reads("No key matches apk_01M0000000000000000000KEY1 in this store")
