"""Drawing that fails: it leaves a gap, the painter stays as it was, and it is told once.

Qt draws again and again, and an error that passes through it is raised again in other places.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtGui import QPainter

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


def tell_once(error: Exception) -> None:
    """Hand `error` to whoever tells unexpected failures, once for each place it comes from."""
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    place = (trace.tb_frame.f_code.co_filename, trace.tb_lineno) if trace is not None else ("", 0)
    if place not in _told:
        _told.add(place)
        sys.excepthook(type(error), error, error.__traceback__)
