"""F6 goes from pane to pane of what is in front."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QWidget


def focus_next(panes: Sequence[QWidget], step: int = 1) -> None:
    """Focus the pane after the one with the focus, and after the last pane the first; with -1 as
    `step` the one before."""
    focus = QGuiApplication.focusObject()
    inside = [
        number
        for number, pane in enumerate(panes)
        if pane is focus or (isinstance(focus, QWidget) and pane.isAncestorOf(focus))
    ]
    if step > 0:
        start = inside[-1] + 1 if inside else 0
    else:
        start = inside[0] - 1 if inside else len(panes) - 1
    for number in range(len(panes)):
        pane = panes[(start + step * number) % len(panes)]
        if pane.isVisible() and _focus_into(pane):
            return


def _focus_into(pane: QWidget) -> bool:
    """Focus `pane`, or its first child that takes the focus; False if there is none. Tab skips a
    text that is a pane, F6 does not, unless it is a heading."""
    read = isinstance(pane, QLabel) and pane.property("role") != "title"
    for widget in (pane, *pane.findChildren(QWidget)):
        takes = widget.focusPolicy() & Qt.FocusPolicy.TabFocus or (read and widget is pane)
        if takes and widget.isVisible() and widget.isEnabled():
            widget.setFocus(Qt.FocusReason.TabFocusReason)
            return True
    return False
