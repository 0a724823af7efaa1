"""Shortcuts as painted keys of a keyboard."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QKeySequence, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from medusa_console.ui.kit.button import key_text
from medusa_console.ui.kit.theme import scaled, tokens
from medusa_console.ui.kit.theme_tokens import FOUR, SIXTEEN

_HEIGHT = 22
_PADDING = 6
_RADIUS = 5


class KeyCaps(QWidget):
    """A cap for each key, from left to right in every language; a larger gap between shortcuts that
    do the same. `text` says them, with two spaces between."""

    def __init__(self, shortcuts: Sequence[QKeySequence]) -> None:
        super().__init__()
        native = [key_text(key) for key in shortcuts]
        self.text = "  ".join(native)
        self._caps = [_keys(one) for one in native]
        self.setAccessibleName(self.text)
        self.setObjectName("keys")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def _places(self) -> list[tuple[QRectF, str]]:
        """Where each cap is, from left to right."""
        found = []
        left = 0.0
        metrics = QFontMetrics(self.font())
        for number, keys in enumerate(self._caps):
            left += scaled(SIXTEEN) - scaled(FOUR) if number else 0
            for key in keys:
                width = metrics.horizontalAdvance(key) + 2 * scaled(_PADDING)
                cap = QRectF(left, 0, max(width, scaled(_HEIGHT)), scaled(_HEIGHT))
                found.append((cap, key))
                left = cap.right() + scaled(FOUR)
        return found

    # Qt overrides

    def sizeHint(self) -> QSize:  # noqa: N802
        places = self._places()
        return QSize(round(places[-1][0].right()) + 1 if places else 0, scaled(_HEIGHT) + 1)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        colours = tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for cap, key in self._places():
            shape = cap.adjusted(0.5, 0.5, -0.5, -0.5)
            painter.setPen(QPen(QColor(colours.control), 1))
            painter.setBrush(QColor(colours.neutral_soft))
            painter.drawRoundedRect(shape, _RADIUS, _RADIUS)
            painter.setPen(QColor(colours.text))
            painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, key)


def _keys(shortcut: str) -> list[str]:
    """The single keys of a shortcut in the system's own writing."""
    if sys.platform == "darwin":  # a sign for each modifier, then the key
        key = shortcut.lstrip("⌃⌥⇧⌘")
        return [*shortcut[: len(shortcut) - len(key)], key]
    keys = [key for key in shortcut.split("+") if key]
    return [*keys, "+"] if shortcut.endswith("+") else keys
