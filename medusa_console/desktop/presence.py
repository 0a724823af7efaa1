"""Detects whether the user is at the computer: by input, screen lock and sleep.

Input counts on every system, if it reaches this program. Only Linux reports lock and sleep, over
D-Bus; on Windows and macOS only the idle time counts.
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
        heard: the screen was locked or sleep begins; emitted on another thread.
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
        # Filters only windows: with a filter on the application, every event would pass through
        # Python, and building a page would take half as long again.
        application.focusWindowChanged.connect(self._watch)
        self._watch(application.focusWindow())

    def idle_seconds(self) -> float:
        """Seconds since the last key, click or movement in this program."""
        return self._clock.seconds() - self._last_input

    def listen(self) -> None:
        """Start listening for lock and sleep, where the desktop reports them; returns at once."""
        if sys.platform == "linux":
            self._bus.start()

    def stop(self) -> None:
        """Stop listening and watching."""
        self._stopped = True
        self._bus.stop()

    def _watch(self, window: QWindow | None) -> None:
        if window is not None and not self._stopped:
            window.installEventFilter(self)  # installed again, the filter replaces itself

    def _on_left(self) -> None:
        if not self._stopped:
            self.left.announce(None)

    # Qt overrides

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802
        # Qt's synthetic events (a widget moves under the mouse) are no input of the user.
        if event.type() in _INPUT and event.spontaneous() and not self._stopped:
            self._last_input = self._clock.seconds()
        return False
