"""Looks for garbage on the window's thread alone.

Python's own collector runs on whichever thread allocates. If that is a worker, it destroys Qt's
objects there, and Qt crashes.
"""

from __future__ import annotations

import gc
from typing import Final

from PySide6.QtCore import QObject, QTimer

_EVERY_MS: Final = 1_000
_FEW: Final = 2_000
"""New objects that are not worth a look."""
_OLD_EVERY: Final = 30
"""Looks at young objects between two looks at all of them."""


class Collector(QObject):
    """Replaces Python's collector, which stays off, from `start` to the end of `parent`."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._looks = 0
        self._timer = QTimer(self, interval=_EVERY_MS)
        self._timer.timeout.connect(self._look)

    def start(self) -> None:
        """Begin. What there is now stays, and is never looked at."""
        gc.disable()
        gc.freeze()
        self._timer.start()

    def _look(self) -> None:
        if gc.get_count()[0] < _FEW:
            return
        self._looks += 1
        gc.collect(2 if self._looks % _OLD_EVERY == 0 else 1)
