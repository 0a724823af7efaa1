"""Whether somebody sits at this computer: their input, the screen's lock, the computer's sleep.

Keys and mouse count on every system, as far as they reach this program. Of lock and sleep only
Linux tells, over D-Bus; on Windows and macOS the idle clock stands alone.
"""

from __future__ import annotations

import sys

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication, QWindow

from medusa_console.clock import Clock
from medusa_console.desktop.bus_signals import BusSignals
from medusa_console.topic import Topic

_INPUT = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.InputMethod,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TouchUpdate,
        QEvent.Type.TabletPress,
        QEvent.Type.TabletMove,
    }
)


class Presence(QObject):
    """Implements ports.Presence, for the GUI thread.

    Signals:
        heard: the desktop says that the person left; from another thread.
    """

    heard = Signal()

    def __init__(self, application: QGuiApplication, clock: Clock) -> None:
        super().__init__(application)
        self._clock = clock
        self._last_input = clock.seconds()
        self._stopped = False
        self._bus = BusSignals(self.heard.emit)
        self.left: Topic[None] = Topic()
        self.heard.connect(self._on_left, Qt.ConnectionType.QueuedConnection)
        # On the windows alone: all of a program's events would pass through Python otherwise, which
        # makes building a page half as slow again.
        application.focusWindowChanged.connect(self._watch)
        self._watch(application.focusWindow())

    def idle_seconds(self) -> float:
        """How long ago the last key, click or movement in this program was."""
        return self._clock.seconds() - self._last_input

    def listen(self) -> None:
        """Hear from now on what the desktop tells, where it does; returns at once."""
        if sys.platform == "linux":
            self._bus.start()

    def stop(self) -> None:
        """Neither hear nor watch any more."""
        self._stopped = True
        self._bus.stop()

    def _watch(self, window: QWindow | None) -> None:
        if window is not None and not self._stopped:
            window.installEventFilter(self)  # again: takes the place of the former one

    def _on_left(self) -> None:
        if not self._stopped:
            self.left.announce(None)

    # -- Qt ---------------------------------------------------------------------------------

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802
        # What Qt makes up itself (a widget that moves under the mouse) is nobody's doing.
        if event.type() in _INPUT and event.spontaneous() and not self._stopped:
            self._last_input = self._clock.seconds()
        return False
