"""Replaces the rows of an empty page: tells what would be here, and offers the first action."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from medusa_console.ui.kit.label import PlainLabel
from medusa_console.ui.kit.layout import column, row
from medusa_console.ui.kit.theme_tokens import EIGHT, FOUR, SIXTEEN, TWENTY_FOUR

_TEXT_WIDTH = 420
_LEAST_WIDTH = 240


class EmptyState(QWidget):
    """A title, a sentence and buttons in the centre; the caller keeps owning the buttons."""

    def __init__(self, title: str, text: str, *buttons: QPushButton, name: str = "") -> None:
        super().__init__()
        self.setObjectName(name)
        self._title = PlainLabel(title, role="card", wrap=True, name=f"{name}.title")
        self._text = PlainLabel(text, role="muted", wrap=True, name=f"{name}.text")
        for label in (self._title, self._text):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        words = column(self._title, self._text, spacing=FOUR)
        words.addSpacing(SIXTEEN)
        words.addLayout(row(None, *buttons, None, spacing=EIGHT))
        middle = QWidget()
        middle.setLayout(words)
        middle.setMaximumWidth(_TEXT_WIDTH)
        middle.setMinimumWidth(_LEAST_WIDTH)
        across = row(None, middle, None)
        across.setStretchFactor(middle, 8)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(TWENTY_FOUR, TWENTY_FOUR, TWENTY_FOUR, TWENTY_FOUR)
        layout.addStretch(2)
        layout.addLayout(across)
        layout.addStretch(3)

    def show_words(self, title: str, text: str) -> None:
        """Replace title and text."""
        self._title.setText(title)
        self._text.setText(text)
