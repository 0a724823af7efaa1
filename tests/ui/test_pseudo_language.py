"""Every text on the screens is translated: in an accented language, only data reads as before."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QPushButton,
    QTableView,
    QWidget,
)

from medusa_console.demo.seed_words import CUSTOMER_GROUPS
from medusa_console.ui.window.requests import Request
from tests.pseudo import compiled
from tests.ui.driving import CTRL, Program, plain
from tests.ui.running import Start
from tests.waiting import until


@pytest.fixture(scope="session")
def pseudo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return compiled(tmp_path_factory.mktemp("pseudo"))


# What Medusa, Qt's key names, the demo store and this computer's clock say.
DATA = re.compile(
    r"""https?://\S+ | \S+@\S+ | [a-z0-9_]+_[A-Za-z0-9_*.]+ | \S+\.example\S* | \bUTC\b
    | \b(Ctrl|Shift|Alt|Del|Return|Esc|Enter|Backspace|Up|Down|Left|Right)\b
    | \b(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\b""",
    re.VERBOSE,
)


def read(widget: QWidget) -> list[str]:
    """Every text that is visible in `widget`, or that a screen reader says there."""
    texts: list[str] = [widget.windowTitle()] if widget.isWindow() else []
    for part in widget.findChildren(QWidget):
        if not part.isVisible():
            continue
        texts += [part.accessibleName(), part.accessibleDescription(), part.toolTip()]
        match part:
            case QLabel() | QAbstractButton():
                texts.append(plain(part.text()))
            case QLineEdit():
                texts.append(part.placeholderText())
            case QComboBox():
                texts += [part.itemText(number) for number in range(part.count())]
            case QTableView():
                model = part.model()
                sections = range(model.columnCount())
                texts += [str(model.headerData(n, Qt.Orientation.Horizontal)) for n in sections]
        texts += [plain(action.text()) for action in part.actions()]
    return [re.sub(r"<[^>]*>", "", text) for text in texts if text]


def plain_words(program: Program, known: set[str]) -> dict[str, str]:
    """Words without an accent that are no data, with the text in which they stand."""
    found = {}
    for text in read(program.front):
        rest = text
        for data in sorted(known, key=len, reverse=True):
            rest = rest.replace(data, " ")
        for word in re.findall(r"[A-Za-z]{3,}", DATA.sub(" ", rest)):
            found[word] = text
    return found


async def test_every_screen_is_translated_whole(start: Start, pseudo: Path) -> None:
    program = await start(translation=pseudo)
    known = {"Medusa Console", "demo-store", "Maya Lindqvist", "Medusa"}
    known |= {
        "ERP nightly sync",
        str(program.folder),
        "emailpass",
        "(user)",
        '"roles"',
        "English",
        "Deutsch",
        "Priya Raman",  # of a filter, as the groups are, whenever they come
        *(name for _, name in CUSTOMER_GROUPS),
    }
    failed: dict[str, dict[str, str]] = {}

    def check(screen: str) -> None:
        if found := plain_words(program, known):
            failed[screen] = found

    async def dialog(request: Request, name: str) -> None:
        program.window.requested.emit(request)
        await program.dialog(name)
        check(name)
        program.key(Qt.Key.Key_Escape)
        await program.no_dialog()

    check("no store yet")
    await dialog(Request.ADD_STORE, "storeForm")
    program.find(QPushButton, "tryDemo").click()
    await until(lambda: program.is_there("signIn"))
    check("sign in")
    await until(program.find(QPushButton, "submit").isEnabled)
    program.find(QPushButton, "submit").click()
    table = await shown(program, "keys")
    await until(lambda: "ERP nightly sync" in titles(table))
    known |= set(titles(table))
    table.selectRow(titles(table).index("ERP nightly sync"))
    check("keys")
    for request, name in (
        (Request.SWITCH_STORE, "switcher"),
        (Request.MANAGE_STORES, "storesDialog"),
        (Request.SETTINGS, "settings"),
        (Request.SHORTCUTS, "shortcuts"),
        (Request.MY_ACCOUNT, "myAccount"),
    ):
        await dialog(request, name)
    table.setFocus()
    program.key(Qt.Key.Key_Delete)
    await program.dialog("confirm")
    check("confirm")
    program.key(Qt.Key.Key_Escape)
    await program.no_dialog()
    program.key(Qt.Key.Key_N, CTRL)
    await program.dialog("keyForm")
    check("keyForm")
    program.type("ERP nightly sync")
    program.press(program.find(QPushButton, "submit"))
    await program.dialog("revealKey")
    check("revealKey")
    program.find(QCheckBox, "stored").click()
    program.press(program.find(QPushButton, "done"))
    await program.no_dialog()
    program.key(Qt.Key.Key_2, CTRL)
    people = await shown(program, "customers")
    await until(lambda: "…" not in titles(people)[:1])
    known |= set(titles(people))
    check("customers")
    program.key(Qt.Key.Key_N, CTRL)
    await program.dialog("registerCustomer")
    check("registerCustomer")
    program.key(Qt.Key.Key_Escape)
    await program.no_dialog()
    program.window.requested.emit(Request.LOCK_ALL)
    await until(lambda: program.is_there("lockPage"))
    check("lockPage")
    assert failed == {}, "\n".join(f"{s}: {w}" for s, f in failed.items() for w in f.items())


async def shown(program: Program, name: str) -> QTableView:
    await until(lambda: program.is_there(name))
    return program.find(QTableView, name)


def titles(table: QTableView) -> list[str]:
    model = table.model()
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]
