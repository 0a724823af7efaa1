"""Replaces the rows of a page: a sign, what would be here or why not, and what to do about it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QVBoxLayout, QWidget

from medusa_console.ui.kit import resources
from medusa_console.ui.kit.label import PlainLabel
from medusa_console.ui.kit.layout import column, row
from medusa_console.ui.kit.theme import scaled, tokens
from medusa_console.ui.kit.theme_tokens import EIGHT, FOUR, SIXTEEN, TWELVE, TWENTY_FOUR

_TEXT_WIDTH = 420
_LEAST_WIDTH = 240
_SIGN = 32


class EmptyState(QWidget):
    """An icon, a title, a sentence and buttons in the middle; the caller keeps owning the
    buttons."""

    def __init__(
        self, icon: str, title: str, text: str, *buttons: QPushButton, name: str = ""
    ) -> None:
        super().__init__()
        self.setObjectName(name)
        self._sign = _Sign(icon)
        self._title = PlainLabel(title, role="card", wrap=True, name=f"{name}.title")
        self._text = PlainLabel(text, role="muted", wrap=True, name=f"{name}.text")
        for label in (self._title, self._text):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        words = column(row(None, self._sign, None), spacing=FOUR)
        words.addSpacing(EIGHT)
        words.addWidget(self._title)
        words.addWidget(self._text)
        words.addSpacing(TWELVE)
        words.addLayout(row(None, *buttons, None, spacing=EIGHT))
        middle = QWidget()
        middle.setLayout(words)
        middle.setMaximumWidth(scaled(_TEXT_WIDTH))
        middle.setMinimumWidth(_LEAST_WIDTH)
        across = row(None, middle, None)
        across.setStretchFactor(middle, 8)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(TWENTY_FOUR, SIXTEEN, TWENTY_FOUR, SIXTEEN)
        layout.addStretch(1)
        layout.addLayout(across)
        layout.addStretch(1)

    def show_words(self, title: str, text: str, *, icon: str = "") -> None:
        """Replace title and text, and the icon if there is another."""
        self._title.setText(title)
        self._text.setText(text)
        if icon:
            self._sign.show_icon(icon)


class _Sign(QWidget):
    """A large quiet icon, which only repeats what the words say."""

    def __init__(self, icon: str) -> None:
        super().__init__()
        self._icon = icon
        self.setFixedSize(scaled(_SIGN), scaled(_SIGN))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_icon(self, icon: str) -> None:
        """Replace the icon."""
        self._icon = icon
        self.update()

    # Qt overrides

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        painter = QPainter(self)
        ratio = self.devicePixelRatioF()
        picture = resources.pixmap(self._icon, tokens().faint, self.width(), ratio)
        painter.drawPixmap(0, 0, picture)
