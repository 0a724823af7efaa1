"""The head of a page: title, summary and what can be begun here."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from medusa_console.ui.kit.label import PlainLabel
from medusa_console.ui.kit.layout import column, row
from medusa_console.ui.kit.theme_tokens import EIGHT, FOUR


class PageHead(QWidget):
    """Where there is no room for all `buttons`, only the last, the primary one, stays; the page's
    menu offers all."""

    def __init__(
        self, title: PlainLabel, summary: PlainLabel, buttons: Sequence[QPushButton]
    ) -> None:
        super().__init__()
        self._title = title
        self._buttons = buttons
        words = column(title, summary, spacing=FOUR)
        words.setAlignment(title, Qt.AlignmentFlag.AlignLeading)
        line = row(words, *buttons, spacing=EIGHT)
        line.setStretch(0, 1)
        self.setLayout(line)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    # Qt overrides

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        needed = self._title.sizeHint().width()
        needed += sum(button.sizeHint().width() + EIGHT for button in self._buttons)
        for button in self._buttons[:-1]:
            button.setHidden(needed > self.width())
        super().resizeEvent(event)
