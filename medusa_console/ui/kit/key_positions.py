"""Lets shortcuts work by the place of a key where the keyboard layout has no Latin sign there.

Qt knows a shortcut by its sign only. French digits need Shift, so that Ctrl+1 comes as Ctrl+&; a
Cyrillic layout that stands alone has no Latin letters at all.
"""

from __future__ import annotations

import sys

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

# The scan codes of X11 and Wayland for the keys of a US keyboard, by the first key of a row.
_ROWS = {10: "1234567890", 24: "QWERTYUIOP", 38: "ASDFGHJKL", 52: "ZXCVBNM"}
_KEYS = {
    first + place: Qt.Key(ord(sign))
    for first, row in _ROWS.items()
    for place, sign in enumerate(row)
}
_DIGITS = frozenset(Qt.Key(ord(sign)) for sign in _ROWS[10])
_NOT_LETTERS = 0x01000000  # Qt's keys without a sign begin here
_CONTROL, _ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
_FOREIGN = Qt.KeyboardModifier.MetaModifier | Qt.KeyboardModifier.GroupSwitchModifier
_WHOLE_WINDOW = (Qt.ShortcutContext.WindowShortcut, Qt.ShortcutContext.ApplicationShortcut)


class KeyPositions(QObject):
    """Watches the widget with the focus. Qt's Windows and macOS know the places themselves."""

    def __init__(self, qt: QApplication) -> None:
        super().__init__(qt)
        self._watched: QWidget | None = None
        if sys.platform == "linux":
            qt.focusChanged.connect(self._watch)

    def _watch(self, _old: QWidget | None, new: QWidget | None) -> None:
        if self._watched is not None and isValid(self._watched):
            self._watched.removeEventFilter(self)
        self._watched = new
        if new is not None:
            new.installEventFilter(self)

    # Qt overrides

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        # A key whose sign is a shortcut does not come here.
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        meant = _meant(event)
        if meant is None or not isinstance(watched, QWidget):
            return False
        return _trigger(watched.window(), QKeySequence(meant.keyCombination())) or _send(
            watched, meant
        )


def _meant(event: QKeyEvent) -> QKeyEvent | None:
    """The press of the Latin key in the same place, if a shortcut may be meant by it."""
    key, modifiers = event.key(), event.modifiers()
    if not modifiers & (_CONTROL | _ALT) or modifiers & _FOREIGN or key >= _NOT_LETTERS:
        return None
    sign = chr(key)
    place = _KEYS.get(event.nativeScanCode())
    # Of the keys with a Latin sign, only those of the digits may need Shift for what is meant.
    latin = sign.isascii() and (sign.isalnum() or place not in _DIGITS)
    return None if place is None or latin else QKeyEvent(QEvent.Type.KeyPress, place, modifiers)


def _trigger(window: QWidget, keys: QKeySequence) -> bool:
    """Do what `keys` do in the whole of `window`; returns whether they do anything."""
    for action in {*window.actions(), *window.findChildren(QAction)}:
        if (
            keys in action.shortcuts()
            and action.isEnabled()
            and action.shortcutContext() in _WHOLE_WINDOW
            and action.associatedObjects()  # an action of a hidden page belongs to nothing
        ):
            action.trigger()
            return True
    for shortcut in window.findChildren(QShortcut):
        owner = shortcut.parent()
        if (
            keys in list(shortcut.keys())
            and shortcut.isEnabled()
            and shortcut.context() in _WHOLE_WINDOW
            and isinstance(owner, QWidget)
            and owner.isVisible()  # as Qt asks: a hidden page does not answer
        ):
            shortcut.activated.emit()
            return True
    return False


def _send(widget: QWidget, press: QKeyEvent) -> bool:
    """Let `widget` handle `press`, as text fields do with Ctrl+C; returns whether it did."""
    QApplication.sendEvent(widget, press)
    return press.isAccepted()
