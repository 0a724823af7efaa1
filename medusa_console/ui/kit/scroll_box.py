"""Lets content scroll that may be higher than the screen, while a dialog's buttons stay fixed."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QScrollArea, QWidget

from medusa_console.ui.kit.style import set_style
from medusa_console.ui.kit.theme import scaled

_LOWEST = 80


class ScrollBox(QScrollArea):
    """Holds `content`; prefers to be `width` wide and as high as the content at that width."""

    def __init__(self, content: QWidget, *, width: int) -> None:
        super().__init__()
        self._content = content
        self._width = scaled(width)
        set_style(content, ground="surface")
        self.setWidgetResizable(True)
        self.setWidget(content)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    # -- Qt ---------------------------------------------------------------------------------

    def sizeHint(self) -> QSize:  # noqa: N802
        height = self._content.sizeHint().height()
        if self._content.hasHeightForWidth():
            height = self._content.heightForWidth(self._width)
        return QSize(self._width, height)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        return QSize(min(self._width, 280), min(_LOWEST, self.sizeHint().height()))
