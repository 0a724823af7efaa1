"""A list of choices that is looked through from a field above it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from medusa_console.domain.store import Environment
from medusa_console.ui.kit.choice_list import Choice, ChoiceList
from tests.ui.painted import inked

CHOICES = [Choice("Northwind EU", print, "live · northwind.example", Environment.LIVE)]


def test_from_right_to_left_a_line_is_mirrored(qtbot: QtBot) -> None:
    choices = ChoiceList()
    qtbot.addWidget(choices)
    choices.resize(500, 300)
    choices.show_choices(CHOICES)
    choices.setCurrentRow(-1)
    choices.show()
    view = choices.viewport()
    line = choices.visualItemRect(choices.item(0))
    normal = inked(view, line)
    choices.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    line = choices.visualItemRect(choices.item(0))
    mirrored = inked(view, line)
    assert normal.left() - line.left() < 20
    assert abs((line.right() - mirrored.right()) - (normal.left() - line.left())) <= 2
    assert abs(mirrored.width() - normal.width()) <= 2, "no text lies over another"
