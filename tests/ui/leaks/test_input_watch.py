"""Whether Ctrl and Enter were let go since a paste, and whether anything was done since."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from medusa_console.ui.leaks.input_watch import InputWatch

CONTROL, ENTER, X = Qt.Key.Key_Control, Qt.Key.Key_Return, Qt.Key.Key_X
DOWN, UP = QEvent.Type.KeyPress, QEvent.Type.KeyRelease
PASTE = None
HELD = Qt.KeyboardModifier.ControlModifier


def test_keys_that_are_still_held_count_as_not_let_go(qapp: QApplication) -> None:
    for done, released, acted in (
        ([PASTE], True, False),
        ([(DOWN, CONTROL), PASTE], False, False),
        ([(DOWN, CONTROL), PASTE, (UP, CONTROL)], True, False),
        ([(DOWN, CONTROL), PASTE, (UP, ENTER)], False, False),
        ([(DOWN, CONTROL), (DOWN, ENTER), PASTE, (UP, CONTROL)], False, False),
        ([(DOWN, CONTROL), (DOWN, ENTER), PASTE, (UP, CONTROL), (UP, ENTER)], True, False),
        ([(DOWN, CONTROL), (UP, CONTROL), PASTE], True, False),
        ([(DOWN, CONTROL), PASTE, (DOWN, CONTROL)], True, False),  # its end went elsewhere
        ([PASTE, (DOWN, X)], True, True),
        ([(DOWN, X), PASTE, (UP, X), (DOWN, CONTROL)], True, False),
    ):
        page = QWidget()
        watch = InputWatch(page)
        for step in done:
            if step is PASTE:
                watch.begin()
            else:
                watch.note(QKeyEvent(*step, Qt.KeyboardModifier.NoModifier))
        assert (watch.released(), watch.acted) == (released, acted), done


def test_a_held_key_that_repeats_has_not_been_let_go(qapp: QApplication) -> None:
    watch = InputWatch(QWidget())
    watch.note(QKeyEvent(DOWN, CONTROL, HELD))
    watch.begin()
    for kind in (UP, DOWN):
        watch.note(QKeyEvent(kind, CONTROL, HELD, "", True))
    assert not watch.released()
