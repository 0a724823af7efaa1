"""Labels in a window from right to left."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from medusa_console.ui.kit.label import PlainLabel

RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute


def test_from_right_to_left_a_text_moves_to_the_right_and_keeps_its_own_order(qtbot: QtBot) -> None:
    def painted(text: str, direction: Qt.LayoutDirection, side: Qt.AlignmentFlag) -> QImage:
        label = PlainLabel(text, wrap=True)
        qtbot.addWidget(label)
        label.setLayoutDirection(direction)
        label.setAlignment(side)
        label.resize(400, 40)
        return label.grab().toImage()

    for text in ("24 Nov 2026 07:59 UTC", "+46 70 1272003", "61 keys · 3 with an end date"):
        mirrored = painted(text, Qt.LayoutDirection.RightToLeft, Qt.AlignmentFlag.AlignLeading)
        assert mirrored == painted(text, Qt.LayoutDirection.LeftToRight, RIGHT), text
