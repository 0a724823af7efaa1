"""The search field of a page, in which a pasted key never becomes text."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QLineEdit

from medusa_console.domain import tokens
from medusa_console.ui.kit import resources
from medusa_console.ui.kit.line_edit import LineEdit, Refusal

_DEBOUNCE_MS = 150
_LONGEST = 1_000  # part of an address, whose length servers limit


class SearchField(LineEdit):
    """A line for the search text.

    Signals:
        searched(text): the text to search for, 150 ms after the last key press.
        found(match): the user pasted a whole key or an id; the field shows its redacted form.
        down: the user wants to go on to the rows.
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
        magnifier.setText(self.tr("Search"))  # for a screen reader, both icons are buttons
        magnifier.triggered.connect(lambda: self.setFocus())
        if (clear := self.findChild(QAction, "_q_qlineeditclearaction")) is not None:
            clear.setText(self.tr("Clear"))
            clear.setIcon(resources.icon("x", resources.Tint.MUTED))
        self.setMaxLength(_LONGEST)
        self._pause = QTimer(self, singleShot=True, interval=_DEBOUNCE_MS)
        self._pause.timeout.connect(self._search)
        self.textEdited.connect(lambda: self._pause.start())

    def show_text(self, text: str) -> None:
        """Set the text without searching for it."""
        self._pause.stop()
        self.setText(text)

    def admit(self, text: str) -> bool:
        """Whether the line may hold `text` as well; a key or an id is looked for instead."""
        whole = self.text_with(text)
        match = tokens.find(whole)
        if match is None or match.shown == whole:
            return super().admit(text)
        self._on_found(match)
        return False

    def _search(self) -> None:
        # An id that stands alone was admitted, and an assistive program may have written a key.
        if (match := tokens.find(self.text())) is not None:
            self._on_found(match)
        elif tokens.may_hold_a_key(self.text()):
            self.show_text("")
            self.refused.emit(Refusal.KEY)
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
