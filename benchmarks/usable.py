"""When a sign-in window is usable: painted, with Email enabled and focused."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QLineEdit


class Usable(QObject):
    """Calls `then` once, after printing the moment and the processor time used up to it.

    Both are in seconds; the moment is of the machine's monotonic clock, which all processes share.
    It watches the one field and nothing else, so that it costs next to nothing.
    """

    def __init__(self, email: QLineEdit, then: Callable[[], object]) -> None:
        super().__init__(email)
        self._email = email
        self._then = then
        email.installEventFilter(self)

    def _on_painted(self) -> None:
        print(time.monotonic(), time.process_time(), flush=True)
        self._then()

    # Qt overrides

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        email = self._email
        if event.type() == QEvent.Type.Paint and email.isEnabled() and email.hasFocus():
            email.removeEventFilter(self)
            # The whole window is painted in this turn of the loop; the next one begins after it.
            QTimer.singleShot(0, self._on_painted)
        return False
