"""Replaces the rows of an empty page: tells what would be here, and offers the first action."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from medusa_console.ui.kit.label import PlainLabel
from medusa_console.ui.kit.theme_tokens import EIGHT, FOUR, SIXTEEN, TWENTY_FOUR

_TEXT_WIDTH = 420


class EmptyState(QWidget):
    """A title, a sentence and buttons in the centre; the caller keeps owning the buttons."""

    def __init__(self, title: str, text: str, *buttons: QPushButton, name: str = "") -> None:
        super().__init__()
        self.setObjectName(name)
        self._title = PlainLabel(title, role="card", wrap=True, name=f"{name}.title")
        self._text = PlainLabel(text, role="muted", wrap=True, name=f"{name}.text")
        row = QHBoxLayout()
        row.setSpacing(EIGHT)
        row.addStretch(1)
        for button in buttons:
            row.addWidget(button)
        row.addStretch(1)
        column = QVBoxLayout()
        column.setSpacing(FOUR)
        for label in (self._title, self._text):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            column.addWidget(label)
        column.addSpacing(SIXTEEN)
        column.addLayout(row)
        middle = QWidget()
        middle.setLayout(column)
        middle.setMaximumWidth(_TEXT_WIDTH)
        middle.setMinimumWidth(min(_TEXT_WIDTH, 240))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(TWENTY_FOUR, TWENTY_FOUR, TWENTY_FOUR, TWENTY_FOUR)
        layout.addStretch(2)
        across = QHBoxLayout()
        across.addStretch(1)
        across.addWidget(middle, 8)
        across.addStretch(1)
        layout.addLayout(across)
        layout.addStretch(3)

    def show_words(self, title: str, text: str) -> None:
        """Replace title and text."""
        self._title.setText(title)
        self._text.setText(text)
