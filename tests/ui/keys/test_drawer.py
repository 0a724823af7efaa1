"""The drawer of a key: its timeline, its full key, and how it fits into a small window."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QLabel, QPushButton, QScrollArea, QWidget

from medusa_console.ui.kit.theme import tokens
from tests.ui.driving import Program
from tests.waiting import until


def timeline(program: Program) -> list[str]:
    """What the timeline says, from top to bottom."""
    shown = program.find(QWidget, "timeline")
    labels = [label for label in shown.findChildren(QLabel) if label.isVisible()]
    labels.sort(key=lambda label: label.mapTo(shown, QPoint()).y())
    return [label.text() for label in labels if label.objectName() != "timeline.when"]


async def test_a_key_has_a_timeline_in_a_picture_and_in_words(demo: Program) -> None:
    demo.window.resize(1440, 900)
    demo.pick("Black Friday load test")
    await until(lambda: timeline(demo)[:3] == ["Created", "5 days ago", "Last changed"])
    assert timeline(demo)[4:] == ["Works until", "in 1 day"]
    await demo.reads("Medusa does not say what")
    told = demo.find(QWidget, "timeline").accessibleDescription()
    created, changed, note, ends = told.split("\n")
    assert (created, changed, ends) == (
        f"Created: {demo.moments[0]}",
        f"Last changed: {demo.moments[1]}",
        f"Works until: {demo.moments[2]}",
    )
    assert note == "Medusa does not say what"
    picture = demo.find(QWidget, "timeline").grab().toImage()
    column = {picture.pixelColor(x, y).name() for x in range(12) for y in range(picture.height())}
    colours = {QColor(one).name() for one in (tokens().accent, tokens().control, tokens().caution)}
    assert colours <= column
    assert "Scheduled by" in demo.facts

    demo.pick("Summer intern scripts")
    await until(lambda: timeline(demo)[::2] == ["Created", "Revoked"])
    assert demo.words.count(demo.moments[1]) == 1, "no line twice"
    assert "Scheduled by" not in demo.facts
    told = demo.find(QWidget, "timeline").accessibleDescription()
    assert [line.split(":")[0] for line in told.split("\n")] == ["Created", "Revoked"]

    demo.pick("Black Friday load test")
    await until(lambda: timeline(demo)[4:] == ["Works until", "in 1 day"])
    assert timeline(demo)[:3] == ["Created", "5 days ago", "Last changed"]
    assert demo.find(QWidget, "timeline").grab().toImage() == picture


async def test_a_full_key_stands_in_two_lines_and_each_copy_says_what_it_copies(
    demo: Program,
) -> None:
    demo.window.resize(1440, 900)
    demo.pick("Preview deployments")
    key = (await until(lambda: demo.facts))["Full key"]
    label = next(one for one in demo.window.findChildren(QLabel) if one.text() == key)
    await until(lambda: label.height() // label.fontMetrics().height() == 2)
    copies = [words for words in demo.buttons if words.startswith("Copy ")]
    assert copies == ["Copy redacted form", "Copy full key", "Copy ID"]


async def test_in_the_smallest_window_the_actions_stay_and_the_facts_scroll(demo: Program) -> None:
    demo.window.resize(640, 400)
    await until(lambda: demo.window.width() == 640)
    demo.table.selectRow(demo.row("Preview deployments"))
    await until(lambda: demo.is_there("drawer"))
    drawer = demo.find(QWidget, "drawer")
    note, rename = demo.find(QPushButton, "noteUse"), demo.find(QPushButton, "rename")
    revoke = demo.find(QPushButton, "revoke")

    def place(part: QWidget) -> QRect:
        return QRect(part.mapTo(drawer, QPoint()), part.size())

    await until(lambda: drawer.rect().contains(place(rename).united(place(revoke))))
    assert place(note).top() == place(rename).top()
    area = drawer.findChildren(QScrollArea)[0]
    assert area.verticalScrollBar().maximum() > 0
    assert area.height() > drawer.height() // 3
    area.verticalScrollBar().setValue(area.verticalScrollBar().maximum())
    assert demo.find(QWidget, "timeline").visibleRegion().boundingRect().bottom() > 0
    demo.table.selectRow(demo.row("ERP nightly sync"))
    await until(lambda: area.verticalScrollBar().value() == 0)
