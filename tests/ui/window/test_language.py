"""The program speaks the language of the settings, or else of the system."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QComboBox, QLabel, QPushButton, QTableView

from medusa_console.ui.kit import translations
from tests.pseudo import ENGLISH, TOOL
from tests.ui.driving import Program
from tests.ui.running import Start
from tests.waiting import until

GERMAN = {
    "Settings": "Einstellungen",
    "Language": "Sprache",
    "Close": "Schließen",
    "System": "Wie das System",
}


@pytest.fixture(scope="module")
def known(tmp_path_factory: pytest.TempPathFactory) -> translations.Languages:
    """English, and a German that knows a few words."""
    ts = tmp_path_factory.mktemp("i18n") / "medusa_console_de.ts"
    tree = ElementTree.fromstring(ENGLISH.read_text())  # noqa: S314  # our own file
    tree.set("language", "de")
    for message in tree.iter("message"):
        translation = message.find("translation")
        assert translation is not None
        translation.text = GERMAN.get(message.findtext("source", ""), "")
    ts.write_bytes(ElementTree.tostring(tree))
    TOOL["compile_to"](ts.with_suffix(".qm"), ts)
    return {"en": ENGLISH.with_suffix(".qm"), "de": ts.with_suffix(".qm")}


async def settings(program: Program) -> QComboBox:
    """The choice of the language in the settings, which are open then."""
    await program.keys_page()
    program.find(QPushButton, "settings").click()
    await program.dialog("settings")
    return program.find(QComboBox, "language")


def title(program: Program) -> str:
    return program.front.windowTitle()


async def test_a_language_chosen_in_the_settings_is_spoken_from_the_next_start_on(
    start: Start, known: translations.Languages, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = await start(demo=True, languages=known)
    choice = await settings(program)
    assert title(program) == "Settings"
    offered = [choice.itemText(row) for row in range(choice.count())]
    assert (choice.currentText(), offered) == ("System", ["System", "English", "Deutsch"])
    choice.setCurrentText("Deutsch")
    choice.activated.emit(choice.currentIndex())
    assert "A change applies when you next start Medusa Console." in program.words
    await program.quit()

    program = await start(demo=True, languages=known)
    choice = await settings(program)
    assert title(program) == "Einstellungen"
    assert choice.currentText() == "Deutsch"
    assert choice.itemText(0) == "Wie das System"
    assert QLocale().toString(1234.5) == "1.234,5"
    line = program.find(QLabel, "language.label")
    assert line.text() == "Sprache"
    await program.quit()

    # Its file is not there any more.
    program = await start(demo=True, languages={"en": known["en"]})
    assert (await settings(program)).currentText() == "System"
    assert title(program) == "Settings"
    await program.quit()

    program = await start(demo=True, languages=known)
    choice = await settings(program)
    choice.setCurrentIndex(0)
    choice.activated.emit(0)
    await program.quit()
    for system, words in (("de_AT.UTF-8", "Einstellungen"), ("fr_FR.UTF-8", "Settings")):
        monkeypatch.setenv("LANG", system)
        program = await start(demo=True, languages=known)
        await settings(program)
        assert title(program) == words, system
        await program.quit()


def test_every_compiled_language_can_be_chosen() -> None:
    compiled = {file.name for file in ENGLISH.parent.glob("*.qm")}
    assert {file.name for file in translations.languages().values()} == compiled
    assert translations.native_name("en") == "English"
    assert translations.native_name("fr") == "Français"


async def test_german_calls_the_demo_store_by_its_name_and_keeps_the_capitals_of_nouns(
    start: Start,
) -> None:
    german = translations.languages()["de"]
    program = await start(demo=True, translation=german)
    await until(lambda: "Stand:" in program.words)
    assert program.window.windowTitle().startswith("DEMO – Demo-Shop – ")
    table = program.find(QTableView, "keys")
    table.setFocus()
    table.selectRow(0)
    program.key(Qt.Key.Key_Delete)
    await program.dialog("confirm")
    assert "Demo-Shop (Demo), eingebaut" in program.words.splitlines()
    program.key(Qt.Key.Key_Escape)
    await program.no_dialog()
    await program.quit()

    program = await start(demo=True)  # it was saved by its German name
    assert program.window.windowTitle().startswith("DEMO – Demo store – ")
