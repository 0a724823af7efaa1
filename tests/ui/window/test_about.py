"""About: version and build, every part with its licence, and what can be copied."""

from __future__ import annotations

import platform

from PySide6.QtCore import Qt, qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLineEdit, QListWidget, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from medusa_console import __version__
from medusa_console.parts import Build, Makings, Part
from medusa_console.ui.kit.label import PlainLabel
from medusa_console.ui.window.about import About, Licences
from tests.ui.driving import Program
from tests.ui.standing import Standing

COMMIT = "0123456789abcdef0123456789abcdef01234567"


def listed(listing: QListWidget) -> list[str]:
    items = [listing.item(row) for row in range(listing.count())]
    return [item.text() for item in items if not item.isHidden()]


async def test_about_tells_versions_and_every_licence_and_copies_them(demo: Program) -> None:
    demo.choose("About Medusa Console")
    await demo.dialog("about")
    await demo.reads(
        f"Version {__version__}",
        "From source",
        f"Qt {qVersion()}, Python {platform.python_version()}",
        "MIT",
        "LGPL",
        "Lucide (ISC)",
        "No telemetry, no network but your stores, no update check.",
    )
    demo.press("Copy")
    copied = QGuiApplication.clipboard().text()
    assert f"Medusa Console {__version__}" in copied
    assert "httpx" in copied
    demo.press("Licences…")
    await demo.dialog("licences")
    listing = demo.find(QListWidget, "licences.list")
    text = demo.find(QPlainTextEdit, "licences.text")
    assert demo.focus is demo.find(QLineEdit, "licences.search")
    assert listed(listing)[0] == f"Medusa Console {__version__} · MIT"
    assert "WITHOUT WARRANTY" in text.toPlainText()
    whole = listed(listing)
    demo.type("lucide isc")
    assert "Lucide icons · ISC" in listed(listing)
    assert len(listed(listing)) < len(whole)
    demo.type(" nothing like it")
    assert listed(listing) == []
    assert text.toPlainText() == ""
    await demo.reads("No results")
    demo.find(QLineEdit, "licences.search").clear()
    assert listed(listing) == whole
    demo.key(Qt.Key.Key_Escape)
    await demo.dialog("about")
    demo.press("Close")
    await demo.no_dialog()


async def test_a_bundle_tells_its_day_and_commit(qtbot: QtBot, standing: Standing) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    for build, told in (
        (Build(COMMIT, "2024-03-04"), "Built on 4 Mar 2024 from commit 0123456789ab"),
        (Build("", "2024-03-04"), "Built on 4 Mar 2024"),
        (Build(COMMIT, ""), "From source, commit 0123456789ab"),
        (Build(), "From source"),
    ):
        about = About(parent, Makings(build, (), "6", "3"), standing.tasks)
        label = about.findChild(PlainLabel, "about.build")
        assert label is not None
        assert label.text() == told


def test_what_a_licence_says_is_shown_as_plain_text(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    hostile = Part("a\u202eb", "<b>1</b>", "X", "<h1>Big</h1>\n\tno\u202eway\n")
    dialog = Licences(parent, [hostile, Part("plain", "1", "", "")])
    listing = dialog.findChild(QListWidget, "licences.list")
    text = dialog.findChild(QPlainTextEdit, "licences.text")
    assert listing is not None
    assert text is not None
    assert listed(listing) == ["a\u2039U+202E\u203ab <b>1</b> · X", "plain 1"]
    assert text.toPlainText() == "<h1>Big</h1>\n        no\u2039U+202E\u203away"
    listing.setCurrentRow(1)
    assert text.toPlainText() == "This part comes without the text of its licence."
