"""Draws lines of text; and drawing that fails: it leaves a gap, and is told once.

Qt draws again and again, and an error that passes through it is raised again in other places.
"""

from __future__ import annotations

import sys
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle

_LEADING = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
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
    cut = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room.width())
    flags = int(QStyle.visualAlignment(direction, _LEADING)) | int(own_direction(text))
    painter.drawText(room, flags | int(Qt.TextFlag.TextSingleLine), cut)
    return metrics.horizontalAdvance(cut)


def own_direction(text: str) -> Qt.TextFlag:
    """The flag that lets `text` run as its own first letter does."""
    if text.isascii():  # most cells of a table
        return Qt.TextFlag.TextForceLeftToRight
    classes = (unicodedata.bidirectional(sign) for sign in text)
    first = next((one for one in classes if one in ("L", "R", "AL")), "L")
    flags = Qt.TextFlag
    return flags.TextForceLeftToRight if first == "L" else flags.TextForceRightToLeft


def tell_once(error: Exception) -> None:
    """Hand `error` to whoever tells unexpected failures, once for each place it comes from."""
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    place = (trace.tb_frame.f_code.co_filename, trace.tb_lineno) if trace is not None else ("", 0)
    if place not in _told:
        _told.add(place)
        sys.excepthook(type(error), error, error.__traceback__)
