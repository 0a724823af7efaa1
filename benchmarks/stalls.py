"""How long the event loop stood still, and where."""

from __future__ import annotations

import sys
import threading
import time
from dataclasses import dataclass
from types import FrameType

from PySide6.QtCore import QObject, Qt, QTimer

_BEAT = 0.005
_SUSPICIOUS = 0.03


@dataclass(frozen=True)
class Stall:
    """A gap of `seconds` beyond the beat, `busy` of them spent computing (the rest is waiting for a
    processor or a lock); what was being measured, and a line of the program that was running."""

    seconds: float
    busy: float
    during: str
    where: str


class StallWatch(QObject):
    """A beat every 5 ms on the loop; another thread looks where it is when a beat is late."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.during = ""
        self.stalls: list[Stall] = []
        self._main = threading.get_ident()
        self._where = ""
        self._done = threading.Event()
        self._begin()
        self._timer = QTimer(self, timerType=Qt.TimerType.PreciseTimer, interval=int(_BEAT * 1000))
        self._timer.timeout.connect(self._beat)
        self._timer.start()
        self._thread = threading.Thread(target=self._look, daemon=True)
        self._thread.start()

    @property
    def longest(self) -> Stall:
        """The worst of all; there is always one."""
        return max(self.stalls, key=lambda stall: stall.seconds)

    def resume(self) -> None:
        """Forget the time since the last beat: the loop was held up on purpose."""
        self._begin()

    def stop(self) -> None:
        """Watch no longer."""
        self._timer.stop()
        self._done.set()
        self._thread.join()

    def _begin(self) -> None:
        self._last, self._last_busy, self._where = time.perf_counter(), time.thread_time(), ""

    def _beat(self) -> None:
        gap = time.perf_counter() - self._last - _BEAT
        busy = time.thread_time() - self._last_busy
        self.stalls.append(Stall(max(0.0, gap), busy, self.during, self._where))
        self._begin()

    def _look(self) -> None:
        while not self._done.wait(_BEAT * 2):
            if not self._where and time.perf_counter() - self._last > _SUSPICIOUS:
                self._where = _place(sys._current_frames().get(self._main))


def _place(frame: FrameType | None) -> str:
    """The innermost line of the program itself, as package-relative file and number."""
    while frame is not None:
        _, found, file = frame.f_code.co_filename.rpartition("medusa_console/")
        if found:
            return f"{file}:{frame.f_lineno}"
        frame = frame.f_back
    return "outside the program's own code"
