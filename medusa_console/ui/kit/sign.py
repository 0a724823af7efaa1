"""An icon as a widget, in a colour that follows the appearance."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from medusa_console.ui.kit import resources
from medusa_console.ui.kit.theme import tokens
from medusa_console.ui.kit.theme_tokens import Tokens


class Sign(QWidget):
    """`size` logical pixels square; empty until `show_icon`."""

    def __init__(self, size: int) -> None:
        super().__init__()
        self._shown: tuple[str, Callable[[Tokens], str]] | None = None
        self.setFixedSize(size, size)

    def show_icon(self, icon: tuple[str, Callable[[Tokens], str]] | None) -> None:
        """Show an icon, given by its name and colour; None shows nothing."""
        self._shown = icon
        self.update()

    # Qt overrides

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        if self._shown is not None:
            icon, colour = self._shown
            ratio = self.devicePixelRatioF()
            picture = resources.pixmap(icon, colour(tokens()), self.width(), ratio)
            QPainter(self).drawPixmap(0, 0, picture)
