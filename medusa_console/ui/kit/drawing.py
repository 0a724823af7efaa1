"""Draws lines of text; and drawing that fails: it leaves a gap, and is told once.

Qt draws again and again, and an error that passes through it is raised again in other places.
"""

from __future__ import annotations

import sys
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle

_LEADING = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_LEFT_TO_RIGHT = Qt.TextFlag.TextForceLeftToRight
_told: set[tuple[str, int]] = set()


@contextmanager
def drawing(painter: QPainter) -> Iterator[None]:
    """Restore `painter` at the end; an error within ends the drawing and is told."""
    painter.save()
    try:
        yield
    except Exception as error:  # noqa: BLE001  # told, not hidden
        tell_once(error)
    finally:
        painter.restore()


def draw_line(painter: QPainter, room: QRect, text: str, direction: Qt.LayoutDirection) -> int:
    """Draw `text` in one line at the leading edge of `room`, cut where the room ends; return its
    width.

    The line begins where `direction` says, but runs as its own first letter does: a key or an
    English name keeps its order in a window that is laid out from right to left.
    """
    metrics = painter.fontMetrics()
    width = metrics.horizontalAdvance(text)
    flags = _flags(direction, own_direction(text))
    if width > room.width():
        text = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        width = metrics.horizontalAdvance(text)
    painter.drawText(room, flags, text)
    return width


@cache
def _flags(direction: Qt.LayoutDirection, own: Qt.TextFlag) -> int:
    leading = QStyle.visualAlignment(direction, _LEADING)
    return int(leading) | int(own) | int(Qt.TextFlag.TextSingleLine)


def own_direction(text: str) -> Qt.TextFlag:
    """The flag that lets `text` run as its own first letter does."""
    if text.isascii():  # most cells of a table
        return _LEFT_TO_RIGHT
    classes = (unicodedata.bidirectional(sign) for sign in text)
    first = next((one for one in classes if one in ("L", "R", "AL")), "L")
    return _LEFT_TO_RIGHT if first == "L" else Qt.TextFlag.TextForceRightToLeft


def tell_once(error: Exception) -> None:
    """Hand `error` to whoever tells unexpected failures, once for each place it comes from."""
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    place = (trace.tb_frame.f_code.co_filename, trace.tb_lineno) if trace is not None else ("", 0)
    if place not in _told:
        _told.add(place)
        sys.excepthook(type(error), error, error.__traceback__)
