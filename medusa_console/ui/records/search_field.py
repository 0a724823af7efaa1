"""The search field of a page, in which a pasted key never becomes text."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAction, QKeyEvent, QValidator
from PySide6.QtWidgets import QLineEdit

from medusa_console.domain import tokens
from medusa_console.ui.kit import resources
from medusa_console.ui.kit.no_keys import NoKeys

_DEBOUNCE_MS = 150
_LONGEST = 1_000  # part of an address, whose length servers limit


class SearchField(QLineEdit):
    """A line for the search text.

    Signals:
        searched(text): the text to search for, 150 ms after the last key press.
        found(match): the user pasted a whole key or an id; the field shows its redacted form.
        refused: the user pasted or typed what may be part of a key; the text before stays.
        down: the user wants to go on to the rows.
    """

    searched = Signal(str)
    found = Signal(object)
    refused = Signal()
    down = Signal()

    def __init__(self, placeholder: str) -> None:
        super().__init__()
        self.setObjectName("search")
        self.setAccessibleName(self.tr("Search"))
        self.setPlaceholderText(placeholder)
        self.setClearButtonEnabled(True)
        icon = resources.icon("search", resources.Tint.MUTED)
        magnifier = self.addAction(icon, QLineEdit.ActionPosition.LeadingPosition)
        magnifier.setText(self.tr("Search"))  # for a screen reader, both icons are buttons
        magnifier.triggered.connect(lambda: self.setFocus())
        if (clear := self.findChild(QAction, "_q_qlineeditclearaction")) is not None:
            clear.setText(self.tr("Clear"))
        keys = _KeyFilter(self)
        # Queued, because a validator must not change its field.
        keys.found.connect(self._on_found, Qt.ConnectionType.QueuedConnection)
        keys.refused.connect(self.refused, Qt.ConnectionType.QueuedConnection)
        self.setValidator(keys)
        self._pause = QTimer(self, singleShot=True, interval=_DEBOUNCE_MS)
        self._pause.timeout.connect(self._search)
        self.textEdited.connect(lambda: self._pause.start())

    def show_text(self, text: str) -> None:
        """Set the text without searching for it."""
        self._pause.stop()
        self.setText(text)

    def _search(self) -> None:
        match = tokens.find(self.text())
        if match is not None and match.kind is tokens.TokenKind.KEY_ID:
            self._on_found(match)  # a bare id passes the validator
        else:
            self.searched.emit(self.text().strip())

    def _on_found(self, match: tokens.TokenMatch) -> None:
        self.show_text(match.shown)
        self.found.emit(match)

    # Qt overrides

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        match event.key():
            case Qt.Key.Key_Down | Qt.Key.Key_Return | Qt.Key.Key_Enter:
                if self._pause.isActive():
                    self._pause.stop()
                    self._search()
                self.down.emit()
            case Qt.Key.Key_Escape if self.text():
                self.show_text("")
                self.searched.emit("")
            case _:
                super().keyPressEvent(event)


class _KeyFilter(NoKeys):
    """Names the key that it refuses, if there is a whole key, a beginning or an id.

    Signals:
        found(match): such a text was refused.
    """

    found = Signal(object)

    # Qt overrides

    def validate(self, text: str, position: int) -> tuple[QValidator.State, str, int]:
        match = tokens.find(text)
        if match is not None and match.shown != text:
            self.found.emit(match)
            return QValidator.State.Invalid, text, position
        # Cut here, because maxLength would cut a key before the validator sees it.
        return super().validate(text[:_LONGEST], min(position, _LONGEST))
