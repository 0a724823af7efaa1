"""Draws a QR code on this computer; what it holds goes nowhere else."""

from __future__ import annotations

import asyncio

from pydantic import SecretStr
from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from medusa_console.ui.kit.drawing import drawing
from medusa_console.ui.kit.theme import scaled

_SIDE = 210  # all of it is in sight at once in a dialog of the smallest window
# The margin that cameras need, in modules.
_MARGIN = 4
_DARK, _LIGHT = 0xFF000000, 0xFFFFFFFF


class QrCode(QWidget):
    """Shows a text as a QR code, dark on light in every appearance, because cameras read it so.

    Empty until `show_text`. `about` is the accessible name; no text of the widget holds what is
    drawn.
    """

    def __init__(self, about: str) -> None:
        super().__init__()
        self._image: QImage | None = None
        self.setObjectName("qrCode")
        self.setAccessibleName(about)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @property
    def is_drawn(self) -> bool:
        """Whether there is a code to be seen."""
        return self._image is not None

    async def show_text(self, text: SecretStr) -> None:
        """Compute the code on a thread, and show it."""
        rows = await asyncio.to_thread(_modules, text)
        side = len(rows) + 2 * _MARGIN
        image = QImage(side, side, QImage.Format.Format_RGB32)
        image.fill(_LIGHT)
        for down, row in enumerate(rows, _MARGIN):
            for across, dark in enumerate(row, _MARGIN):
                if dark:
                    image.setPixel(across, down, _DARK)
        self._image = image
        self.update()

    def forget(self) -> None:
        """Show nothing any more."""
        self._image = None
        self.update()

    # Qt overrides

    def sizeHint(self) -> QSize:  # noqa: N802
        return QSize(scaled(_SIDE), scaled(_SIDE))

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        if self._image is None:
            return
        # Whole pixels of the screen for each module: blurred edges are harder to read.
        ratio = self.devicePixelRatioF()
        module = max(1, int(min(self.width(), self.height()) * ratio) // self._image.width())
        side = round(module * self._image.width() / ratio)
        place = QRect(0, 0, side, side)
        place.moveCenter(self.rect().center())
        painter = QPainter(self)
        with drawing(painter):
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, on=False)
            painter.drawImage(place, self._image)
        painter.end()


def _modules(text: SecretStr) -> list[bytes]:
    """The rows of the code for `text`: 1 for a dark module."""
    import segno  # imported late: few people ever set up two-step sign-in

    code = segno.make(text.get_secret_value(), error="m", micro=False)
    return [bytes(row) for row in code.matrix]
