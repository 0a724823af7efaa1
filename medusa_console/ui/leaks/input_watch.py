"""Notices what the user does on the page, and whether Ctrl and Enter were let go since a paste."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QWidget

from medusa_console.ui.kit.enter import ENTER

_ACTS = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.InputMethod,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.TouchBegin,
        QEvent.Type.TabletPress,
    }
)
_INPUT = _ACTS | {QEvent.Type.MouseMove, QEvent.Type.Wheel, QEvent.Type.TouchUpdate}
_MODIFIERS = (
    Qt.Key.Key_Control,
    Qt.Key.Key_Shift,
    Qt.Key.Key_Alt,
    Qt.Key.Key_Meta,
    Qt.Key.Key_AltGr,
)


class InputWatch(QObject):
    """`acted` is set by every key and click since `begin`; modifiers alone do not count.

    Signals:
        happened: any input in the window of the page, while the page is shown.
    """

    happened = Signal()

    def __init__(self, page: QWidget) -> None:
        super().__init__(page)
        self._page = page
        self._down: set[Qt.Key] = set()
        self._held: set[Qt.Key] = set()
        self.acted = False

    def begin(self) -> None:
        """A text is pasted now, by keys that may still be held down."""
        self.acted = False
        self._held = set(self._down)
        if QGuiApplication.keyboardModifiers() & Qt.KeyboardModifier.ControlModifier:
            self._held.add(Qt.Key.Key_Control)

    def released(self) -> bool:
        """Whether Ctrl and Enter were both let go since `begin`."""
        return not self._held

    def watch(self, *, shown: bool) -> None:
        """Begin or end to notice what happens in the window; a filter on every widget would slow
        the page down."""
        window = self._page.window().windowHandle()
        if window is not None:
            (window.installEventFilter if shown else window.removeEventFilter)(self)

    def note(self, event: QEvent) -> None:
        """Take an event of the window, or of the page itself."""
        if isinstance(event, QKeyEvent) and not event.isAutoRepeat():
            self._note_key(Qt.Key(event.key()), down=event.type() == QEvent.Type.KeyPress)
        if event.type() in _INPUT:
            modifier = isinstance(event, QKeyEvent) and event.key() in _MODIFIERS
            self.acted = self.acted or (event.type() in _ACTS and not modifier)
            self.happened.emit()

    def _note_key(self, key: Qt.Key, *, down: bool) -> None:
        if key in ENTER or key is Qt.Key.Key_Control:
            self._held.discard(key)  # also if it goes down: it was up before
            (self._down.add if down else self._down.discard)(key)

    # Qt overrides

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if event.type() in _INPUT or event.type() == QEvent.Type.KeyRelease:
            self.note(event)
        return False
