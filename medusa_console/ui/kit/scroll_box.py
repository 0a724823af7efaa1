"""What may be higher than the screen: dialogs scroll, while their buttons stay where they are."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QScrollArea, QWidget

from medusa_console.ui.kit.style import set_style
from medusa_console.ui.kit.theme import scaled

_LOWEST = 80


class ScrollBox(QScrollArea):
    """Holds `content`, wants to be `width` wide and as high as the content is then."""

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
