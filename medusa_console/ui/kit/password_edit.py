"""An input for a password that can be shown, but never copied."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import Qt
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QLineEdit

_HINTS = Qt.InputMethodHint.ImhSensitiveData | Qt.InputMethodHint.ImhNoPredictiveText
_MASKED, _SHOWN = QLineEdit.EchoMode.Password, QLineEdit.EchoMode.Normal


class PasswordEdit(QLineEdit):
    """Masked unless `show_text` says otherwise.

    Qt copies selected text of a readable field: on Ctrl+C, and on X11 with every selection. The
    field is therefore masked while it handles an event that could copy.
    """

    def __init__(self) -> None:
        super().__init__()
        self.setDragEnabled(False)
        self.show_text(shown=False)

    @property
    def is_shown(self) -> bool:
        """Whether the password is readable."""
        return self.echoMode() == _SHOWN

    def show_text(self, *, shown: bool) -> None:
        """Show the password, or mask it."""
        self.setEchoMode(_SHOWN if shown else _MASKED)
        self.setInputMethodHints(_HINTS)  # Qt removes the hints when the echo mode is Normal

    @contextmanager
    def _masked(self) -> Iterator[None]:
        shown = self.is_shown
        self.show_text(shown=False)
        try:
            yield
        finally:
            self.show_text(shown=shown)

    # Qt overrides

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        with self._masked():
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        with self._masked():
            super().mouseReleaseEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802
        with self._masked():
            super().contextMenuEvent(event)
