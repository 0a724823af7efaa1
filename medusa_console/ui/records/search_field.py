"""The search field of a page: a pasted key never stays in it, and never becomes a search text."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QKeyEvent, QValidator
from PySide6.QtWidgets import QLineEdit

from medusa_console.domain import tokens
from medusa_console.ui.kit import resources

_DEBOUNCE_MS = 150
_LONGEST = 1_000  # as a part of an address, within what a server takes


class SearchField(QLineEdit):
    """Signals:
    searched: the text to search for, 150 ms after the last key.
    found: a TokenMatch, when a whole key or an id was pasted; the field then shows what is safe.
    down: the person wants to go on to the rows.
    """

    searched = Signal(str)
    found = Signal(object)
    down = Signal()

    def __init__(self, placeholder: str) -> None:
        super().__init__()
        self.setObjectName("search")
        self.setAccessibleName(self.tr("Search"))
        self.setPlaceholderText(placeholder)
        self.setClearButtonEnabled(True)
        icon = resources.icon("search", resources.Tint.MUTED)
        magnifier = self.addAction(icon, QLineEdit.ActionPosition.LeadingPosition)
        magnifier.setText(self.tr("Search"))  # both signs are buttons to a screen reader
        magnifier.triggered.connect(lambda: self.setFocus())
        if (clear := self.findChild(QAction, "_q_qlineeditclearaction")) is not None:
            clear.setText(self.tr("Clear"))
        keys = _KeyFilter(self)
        # Queued: inside the check the field must not be changed.
        keys.found.connect(self._on_found, Qt.ConnectionType.QueuedConnection)
        self.setValidator(keys)
        self._pause = QTimer(self, singleShot=True, interval=_DEBOUNCE_MS)
        self._pause.timeout.connect(lambda: self.searched.emit(self.text().strip()))
        self.textEdited.connect(lambda: self._pause.start())

    def show_text(self, text: str) -> None:
        """Put `text` there without searching."""
        self._pause.stop()
        self.setText(text)

    def _on_found(self, match: tokens.TokenMatch) -> None:
        self.show_text(match.shown)
        self.found.emit(match)

    # Qt overrides

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        match event.key():
            case Qt.Key.Key_Down | Qt.Key.Key_Return | Qt.Key.Key_Enter:
                if self._pause.isActive():
                    self._pause.stop()
                    self.searched.emit(self.text().strip())
                self.down.emit()
            case Qt.Key.Key_Escape if self.text():
                self.show_text("")
                self.searched.emit("")
            case _:
                super().keyPressEvent(event)


class _KeyFilter(QValidator):
    """Keeps keys out: what is refused here never becomes text, undo history or an announcement."""

    found = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)

    # Qt overrides

    def validate(self, text: str, position: int) -> tuple[QValidator.State, str, int]:
        match = tokens.find(text)
        if match is None or match.shown == text:
            # Cut here and not by maxLength, which would cut a key off before it is seen.
            return QValidator.State.Acceptable, text[:_LONGEST], min(position, _LONGEST)
        self.found.emit(match)
        return QValidator.State.Invalid, text, position
