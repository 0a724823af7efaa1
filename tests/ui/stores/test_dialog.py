"""The list of stores: groups, order, duplicates, and lists that go out and come in."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QListWidget, QWidget

from medusa_console.domain.store import DEMO_STORE, Environment, Store
from medusa_console.services.stores import Stores
from medusa_console.ui.stores.dialog import StoresDialog
from tests.ui.driving import LEFT, NO_KEYS
from tests.ui.standing import Standing
from tests.waiting import until

EU = Store("eu", "Northwind EU", "https://eu.example", Environment.LIVE, group="Shops")
US = Store("us", "Northwind US", "https://us.example", Environment.LIVE, group="Shops")
MINE = Store("mine", "Mine", "http://localhost:9000", Environment.DEVELOPMENT, read_only=True)


class Asked:
    """What the dialog asked for; implements what it is given."""

    def __init__(self, stores: Stores) -> None:
        self._stores = stores
        self.calls: list[str] = []

    async def add(self) -> None:
        self.calls.append("add")
        self._stores.add(replace(MINE, id="new", name="New"))

    async def edit(self, store: Store) -> None:
        self.calls.append(f"edit {store.name}")
        self._stores.update(replace(store, name=f"{store.name}!"))

    async def remove(self, store: Store) -> None:
        self.calls.append(f"remove {store.name}")
        self._stores.remove(store)


async def opened(standing: Standing, *all_stores: Store) -> tuple[StoresDialog, Stores, Asked]:
    async def save(_stores: Sequence[Store]) -> None:
        pass

    stores = Stores(all_stores, save, standing.tasks)
    asked = Asked(stores)
    dialog = StoresDialog(
        standing.window,
        stores,
        standing.tasks,
        add=asked.add,
        edit=asked.edit,
        remove=asked.remove,
        state_of=lambda store: "Signed in" if store.id == "eu" else "",
    )
    await standing.ask(dialog, dialog.ask())
    return dialog, stores, asked


async def answered(standing: Standing) -> object:
    assert standing.answer is not None
    return await standing.answer


def shown(standing: Standing) -> list[str]:
    listed = standing.find(QListWidget, "stores")
    return [listed.item(row).text() for row in range(listed.count())]


def selected(standing: Standing) -> str:
    item = standing.find(QListWidget, "stores").currentItem()
    return item.text() if item is not None else ""


def is_on(standing: Standing, name: str) -> bool:
    return standing.find(QAbstractButton, name).isEnabled()


async def test_groups_are_headings_that_the_keyboard_passes_over(standing: Standing) -> None:
    await opened(standing, EU, MINE, US)
    assert shown(standing) == ["Mine", "Shops", "Northwind EU", "Northwind US"]
    assert (standing.focus(), selected(standing)) == ("stores", "Mine")
    standing.key(Qt.Key.Key_Down)
    assert selected(standing) == "Northwind EU"
    listed = standing.find(QListWidget, "stores")
    heading = listed.visualItemRect(listed.item(1)).center()
    QTest.mouseClick(listed.viewport(), LEFT, NO_KEYS, heading)
    assert selected(standing) == "Northwind EU"
    standing.key(Qt.Key.Key_Up)
    assert selected(standing) == "Mine"
    standing.key(Qt.Key.Key_End)
    standing.key(Qt.Key.Key_Return)
    assert await answered(standing) == US


async def test_a_store_says_what_it_is_and_what_goes_on_there(standing: Standing) -> None:
    await opened(standing, EU, MINE)
    listed = standing.find(QListWidget, "stores")
    role = Qt.ItemDataRole.AccessibleDescriptionRole
    assert listed.item(0).data(role) == "localhost:9000, Development, read-only"
    assert listed.item(2).data(role) == "eu.example, Live, Signed in"


async def test_a_double_click_opens(standing: Standing) -> None:
    await opened(standing, MINE, EU)
    listed = standing.find(QListWidget, "stores")
    place = listed.visualItemRect(listed.item(2)).center()
    QTest.mouseClick(listed.viewport(), LEFT, NO_KEYS, place)
    QTest.mouseDClick(listed.viewport(), LEFT, NO_KEYS, place)
    assert await answered(standing) == EU


async def test_escape_opens_nothing(standing: Standing) -> None:
    await opened(standing, MINE)
    standing.key(Qt.Key.Key_Escape)
    assert await answered(standing) is None


async def test_stores_are_put_in_order_by_button_and_by_key(standing: Standing) -> None:
    _, stores, _ = await opened(standing, EU, US, MINE)
    standing.key(Qt.Key.Key_Down)
    standing.press("moveDown")
    assert shown(standing) == ["Mine", "Shops", "Northwind US", "Northwind EU"]
    assert selected(standing) == "Northwind EU"
    standing.find(QListWidget, "stores").setFocus()
    standing.key(Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    await until(lambda: shown(standing) == ["Mine", "Shops", "Northwind EU", "Northwind US"])
    assert not standing.find(QAbstractButton, "moveUp").isEnabled()  # the first of its group
    assert stores.all == (EU, US, MINE)


async def test_a_duplicate_is_selected_and_has_no_account(standing: Standing) -> None:
    _, stores, _ = await opened(standing, replace(EU, email="maya@eu.example"))
    standing.press("duplicate")
    assert selected(standing) == "Northwind EU copy"
    assert [(store.origin, store.email) for store in stores.all] == [
        (EU.origin, "maya@eu.example"),
        (EU.origin, ""),
    ]


async def test_adding_editing_and_removing_are_asked_for_and_shown(standing: Standing) -> None:
    _, _, asked = await opened(standing, EU, US)
    standing.press("edit")
    await until(lambda: "Northwind EU!" in shown(standing))
    standing.press("remove")
    await until(lambda: "Northwind EU!" not in shown(standing))
    assert selected(standing) == "Northwind US"
    standing.press("add")
    await until(lambda: "New" in shown(standing))
    assert selected(standing) == "Northwind US"
    assert asked.calls == ["edit Northwind EU", "remove Northwind EU!", "add"]


async def test_the_demo_store_is_as_it_is(standing: Standing) -> None:
    await opened(standing, DEMO_STORE)
    on = {name for name in ("open", "edit", "duplicate", "remove") if is_on(standing, name)}
    assert on == {"open", "remove"}
    assert not is_on(standing, "export")


async def test_an_empty_list_says_what_can_be_done(standing: Standing) -> None:
    dialog, _, _ = await opened(standing)
    words = [label.text() for label in dialog.findChildren(QLabel) if label.isVisible()]
    assert "No store yet. Add one, or import a list." in words
    assert not standing.find(QListWidget, "stores").isVisible()
    standing.press("add")
    await until(lambda: shown(standing) == ["New"])
    assert standing.find(QListWidget, "stores").isVisible()


# Files


async def name_a_file(standing: Standing, button: str, file: Path) -> None:
    standing.press(button)
    dialog = await standing.asked("QFileDialog")
    standing.fill("fileNameEdit", str(file))
    standing.key(Qt.Key.Key_Return)
    await until(lambda: not dialog.isVisible())


def notice(standing: Standing, name: str = "banner.title") -> str:
    found = [label for label in standing.front.findChildren(QLabel, name) if label.isVisible()]
    return found[0].text() if found else ""


async def test_a_list_goes_out_and_comes_in_elsewhere(standing: Standing, tmp_path: Path) -> None:
    file = tmp_path / "mine.json"
    first, _, _ = await opened(standing, DEMO_STORE, EU, replace(MINE, email="canary@x.example"))
    await name_a_file(standing, "export", file)
    await until(lambda: notice(standing) == "Stores exported to mine.json")
    other = tmp_path / "other.json"
    other.write_text("{}")
    await name_a_file(standing, "export", other)
    await standing.asked("confirm")
    standing.press("confirm.keep")
    await standing.asked("storesDialog")
    assert other.read_text() == "{}"
    first.reject()
    _, stores, _ = await opened(standing, EU)
    await name_a_file(standing, "import", file)
    await until(lambda: notice(standing) == "1 store imported, 1 skipped")
    told = notice(standing, "banner.text")
    assert "Entry 1 (“Northwind EU”): a store with this name and address is already" in told
    assert shown(standing) == ["Mine", "Shops", "Northwind EU"]
    assert selected(standing) == "Northwind EU"
    new = stores.all[-1]
    assert (new.name, new.confirmed, new.email) == ("Mine", False, "")


async def test_many_bad_entries_are_counted_and_can_all_be_read(
    standing: Standing, tmp_path: Path
) -> None:
    bad = [{"name": f"Bad {n}", "address": "http://x.example"} for n in range(1, 9)]
    text = json.dumps({"stores": [*bad, {"name": "Good", "address": "https://x.example"}]})
    file = written(tmp_path, text)
    await opened(standing)
    await name_a_file(standing, "import", file)
    await until(lambda: notice(standing) == "1 store imported, 8 skipped")
    assert "… and 3 more" in notice(standing, "banner.text")
    standing.press("banner.details")
    assert "Entry 8 (“Bad 8”)" in notice(standing, "banner.details.text")
    assert shown(standing) == ["Good"]


@pytest.mark.parametrize("text", ["", "{}", '{"stores": "many"}'])
async def test_a_file_that_is_no_list_is_named_and_changes_nothing(
    text: str, standing: Standing, tmp_path: Path
) -> None:
    file = written(tmp_path, text)
    _, stores, _ = await opened(standing, EU)
    await name_a_file(standing, "import", file)
    await until(lambda: notice(standing) == "“in.json” can't be used")
    assert notice(standing, "banner.text") == "It is not a list of stores."
    assert stores.all == (EU,)


async def test_who_names_no_file_is_told_nothing(standing: Standing) -> None:
    dialog, _, _ = await opened(standing, EU)
    for button in ("export", "import"):
        standing.press(button)
        await standing.asked("QFileDialog")
        standing.key(Qt.Key.Key_Escape)
        await until(lambda: standing.front is dialog)
        await standing.in_front(dialog)
    assert not standing.find(QWidget, "banner").isVisible()


def written(folder: Path, text: str) -> Path:
    file = folder / "in.json"
    file.write_text(text)
    return file


async def test_a_store_moves_only_within_its_group(standing: Standing) -> None:
    await opened(standing, EU, US, MINE)
    movers = [standing.find(QAbstractButton, name) for name in ("moveUp", "moveDown")]
    listed = standing.find(QListWidget, "stores")

    def may_move() -> list[bool]:
        return [mover.isEnabled() for mover in movers]

    assert may_move() == [False, False]  # alone
    standing.key(Qt.Key.Key_Down)
    assert may_move() == [False, True]
    movers[1].setFocus()
    movers[1].click()
    assert may_move() == [True, False]
    assert listed.hasFocus()  # and not "Remove…", the next button
