"""Keeps room for what comes later, so that nothing moves then."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton

from medusa_console.ui.kit.style import when_styled


def keep_two_lines(label: QLabel) -> None:
    """Keep the room for two lines of `label` while it is hidden, so that nothing moves later."""
    policy = label.sizePolicy()
    policy.setRetainSizeWhenHidden(True)
    label.setSizePolicy(policy)
    when_styled(label, lambda: label.setMinimumHeight(2 * label.fontMetrics().lineSpacing()))
    label.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeading)


def keep_width(button: QPushButton, other: str) -> None:
    """Make `button` wide enough for its `other` text as well, so that nothing beside it moves."""

    def measure() -> None:
        text, width = button.text(), button.sizeHint().width()
        button.setText(other)
        button.setMinimumWidth(max(width, button.sizeHint().width()))
        button.setText(text)

    when_styled(button, measure)
