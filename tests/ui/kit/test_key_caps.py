"""Shortcuts as keys of a keyboard."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from pytestqt.qtbot import QtBot

from medusa_console.ui.kit.key_caps import KeyCaps
from medusa_console.ui.kit.theme import scaled


def caps(qtbot: QtBot, *shortcuts: str) -> KeyCaps:
    widget = KeyCaps([QKeySequence(one) for one in shortcuts])
    qtbot.addWidget(widget)
    widget.resize(widget.sizeHint())
    widget.show()
    return widget


def test_each_key_has_a_cap_and_a_screen_reader_hears_the_shortcut(qtbot: QtBot) -> None:
    one, two, plus = (caps(qtbot, keys) for keys in ("K", "Ctrl+K", "Ctrl++"))
    assert one.sizeHint().width() < two.sizeHint().width()
    assert abs(plus.sizeHint().width() - two.sizeHint().width()) <= scaled(4)
    both = caps(qtbot, "F5", "Ctrl+R")
    assert both.accessibleName() == both.text == "F5  Ctrl+R"


def test_keys_keep_their_order_from_right_to_left(qtbot: QtBot) -> None:
    keys = caps(qtbot, "Ctrl+Shift+N")
    before = keys.grab().toImage()
    keys.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert keys.grab().toImage() == before
