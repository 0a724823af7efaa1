"""Tells that this is practice: the seconds so far, and a way to stop."""

from __future__ import annotations

import math

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from medusa_console.tasks import TaskScope
from medusa_console.ui.kit.button import push_button
from medusa_console.ui.kit.label import PlainLabel
from medusa_console.ui.kit.layout import column, row
from medusa_console.ui.kit.theme_tokens import EIGHT
from medusa_console.ui.words.leak_counts import leak_counts

_TICK = "seconds of a practice"


class PracticeStrip(QWidget):
    """Hidden while nobody practises.

    Signals:
        stop_requested: end the practice.
    """

    stop_requested = Signal()

    def __init__(self, tasks: TaskScope) -> None:
        super().__init__()
        self.setObjectName("leaks.practice")
        self._tasks = tasks
        self._began_at = 0.0
        self._seconds = PlainLabel(role="card", name="leaks.practice.seconds")
        self._text = PlainLabel(role="muted", wrap=True, name="leaks.practice.text")
        stop = push_button(
            self.tr("Stop practice"), self.stop_requested.emit, name="leaks.practice.stop"
        )
        words = row(column(self._seconds, self._text, spacing=0), stop, spacing=EIGHT)
        words.setStretch(0, 1)
        words.setContentsMargins(0, EIGHT, 0, 0)
        self.setLayout(words)
        self.hide()

    def begin(self) -> None:
        """Count the seconds from now on."""
        self._began_at = self._tasks.clock.seconds()
        self._text.setText(self.tr("A staged leak. Only the demo store can be asked or changed."))
        self._show_seconds()
        self.show()
        self._tasks.start(self._count(), replacing=_TICK)

    def finish(self, seconds: float, best: float | None) -> None:
        """Stop counting, and show how long it took."""
        self._tasks.cancel(_TICK)
        self._seconds.setText(leak_counts.practice_took(math.floor(seconds)))
        if best is not None:
            self._text.setText(leak_counts.best_time(math.floor(best)))

    def end(self) -> None:
        """Nobody practises any more."""
        self._tasks.cancel(_TICK)
        self.hide()

    async def _count(self) -> None:
        while True:
            await self._tasks.clock.sleep(1)
            self._show_seconds()

    def _show_seconds(self) -> None:
        passed = self._tasks.clock.seconds() - self._began_at
        self._seconds.setText(leak_counts.practising(math.floor(passed)))
