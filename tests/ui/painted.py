"""Where something is painted in a widget."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QWidget


def painted(widget: QWidget, is_meant: Callable[[QColor], bool], within: QRect) -> QRect:
    """What surrounds every pixel of `within` whose colour is meant; empty if there is none."""
    picture = QImage(within.size(), QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.white)  # a ground may be transparent
    with QPainter(picture) as painter:
        painter.drawPixmap(0, 0, widget.grab(within))
    places = [
        (x, y)
        for y in range(picture.height())
        for x in range(picture.width())
        if is_meant(picture.pixelColor(x, y))
    ]
    if not places:
        return QRect()
    xs, ys = [x for x, _ in places], [y for _, y in places]
    return QRect(min(xs), min(ys), max(xs) - min(xs) + 1, max(ys) - min(ys) + 1).translated(
        within.topLeft()
    )


def inked(widget: QWidget, within: QRect) -> QRect:
    """What surrounds the dark text and signs in `within`."""
    return painted(widget, lambda colour: colour.lightness() < 150, within)
