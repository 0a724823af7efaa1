"""An area that scrolls up and down, for content that may be higher than its place."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget


class ScrollArea(QScrollArea):
    """Has no frame and takes no focus; its content is as wide as the area."""

    def __init__(self) -> None:
        super().__init__()
        # With a viewport of Qt's own, PySide would create all its widget classes before the first
        # paint.
        self.setViewport(QWidget())
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
