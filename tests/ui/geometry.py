"""Where things are on a screen, and what is wrong with that."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QCheckBox,
    QComboBox,
    QDialog,
    QLabel,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QWidget,
)

TALLEST_SHARE = 0.8
_TEXTS = (QLabel, QAbstractButton, QLineEdit, QComboBox)
_SLACK = 1  # pixels: rounding of a scaled font


def faults(window: QWidget) -> list[str]:
    """What is out of place in `window`, which is laid out: outside of its parent, cut off, over
    another text, a dialog higher than its share of the window under it, or the focus scrolled out
    of sight."""
    return [
        *_outside(window),
        *_cut(window),
        *_overlapping(window),
        *_too_high(window),
        *_out_of_sight(window),
    ]


def visible(window: QWidget) -> Iterator[QWidget]:
    """Every part of `window` that is not hidden and has an area."""
    for part in window.findChildren(QWidget):
        if part.isVisible() and part.window() is window and not part.size().isEmpty():
            yield part


def _outside(window: QWidget) -> Iterator[str]:
    for part in visible(window):
        parent = part.parentWidget()
        if parent is None or parent.property("layered"):
            continue
        room = parent.rect().adjusted(-_SLACK, -_SLACK, _SLACK, _SLACK)
        place = part.geometry()
        if isinstance(parent.parentWidget(), QAbstractScrollArea):
            # What scrolls may be higher, and in a table also wider.
            if not isinstance(parent.parentWidget(), QScrollArea):
                continue
            place.setTop(room.top())
            place.setBottom(room.top())
        if not room.contains(place):
            yield f"{_name(part)} {_box(place)} is outside of {_name(parent)} {_box(parent.rect())}"


def _cut(window: QWidget) -> Iterator[str]:
    for part in visible(window):
        match part:
            case QLabel() if part.text() and part.wordWrap():
                needed = part.heightForWidth(part.width())
                if needed > part.height() + _SLACK:
                    yield f"{_name(part)} needs {needed} px, not {part.height()}: {_text(part)!r}"
            case QLabel() | QPushButton() | QCheckBox() | QRadioButton() if part.text():
                needed = part.minimumSizeHint().width()
                if needed > part.width() + _SLACK:
                    yield f"{_name(part)} needs {needed} px, not {part.width()}: {_text(part)!r}"
                if part.minimumSizeHint().height() > part.height() + _SLACK:
                    yield f"{_name(part)} is too low for {_text(part)!r}"


def _overlapping(window: QWidget) -> Iterator[str]:
    """Texts over each other. What lies over others on purpose (a drawer, a notice) is opaque: only
    texts of one parent are compared, and the contents of parents beside each other."""
    by_parent: dict[QWidget, list[QWidget]] = {}
    for part in visible(window):
        parent = part.parentWidget()
        if parent is not None and isinstance(part, _TEXTS) and _text(part):
            by_parent.setdefault(parent, []).append(part)
    for parts in by_parent.values():
        for one, other in combinations(parts, 2):
            if one.geometry().intersects(other.geometry()):
                yield f"{_name(one)} {_text(one)!r} and {_name(other)} {_text(other)!r} overlap"


def _too_high(window: QWidget) -> Iterator[str]:
    under = window.parentWidget()
    while under is not None and isinstance(under.window(), QDialog):
        under = under.window().parentWidget()  # a dialog over a dialog: both lie over the window
    if isinstance(window, QDialog) and under is not None:
        most = round(under.window().height() * TALLEST_SHARE)
        if window.height() > most + _SLACK:
            yield f"the dialog is {window.height()} px high, not {most}"


def _out_of_sight(window: QWidget) -> Iterator[str]:
    """The field or button of a dialog that has the focus, where it is cut off by what scrolls."""
    focus = window.focusWidget()
    if not isinstance(window, QDialog) or not isinstance(focus, (QLineEdit, QAbstractButton)):
        return
    area = focus.parentWidget()
    while area is not None and area is not window and not isinstance(area, QScrollArea):
        area = area.parentWidget()
    if isinstance(area, QScrollArea):  # of the dialog, not of what is under it
        place = QRect(focus.mapTo(area.viewport(), QPoint()), focus.size())
        if not area.viewport().rect().contains(place):
            yield f"{_name(focus)} has the focus, but is cut off at {_box(place)}"


def placed(window: QWidget) -> dict[str, QRect]:
    """Where the named parts of `window` are, in it."""
    return {
        part.objectName(): QRect(part.mapTo(window, QPoint()), part.size())
        for part in visible(window)
        if part.objectName()
    }


def _text(part: QWidget) -> str:
    match part:
        case QComboBox():
            return part.currentText()
        case QLineEdit() | QLabel() | QAbstractButton():
            return part.text()
    return ""


def _name(part: QWidget) -> str:
    return part.objectName() or type(part).__name__


def _box(rect: QRect) -> str:
    return f"{rect.width()}x{rect.height()}+{rect.x()}+{rect.y()}"


def mirrored(window: QWidget) -> bool:
    """Whether `window` is laid out from right to left."""
    return window.layoutDirection() == Qt.LayoutDirection.RightToLeft
