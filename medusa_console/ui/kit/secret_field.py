"""Shows one secret, masked unless asked for; what is masked is not in any text of the widget."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QTextOption
from PySide6.QtWidgets import QFrame, QSizePolicy

from medusa_console.ui.kit.style import set_style
from medusa_console.ui.kit.theme import fixed_font, scaled

_BULLETS = "•" * 12


class SecretField(QFrame):
    """Painted by hand: nothing in it can be selected, dragged or copied, so PRIMARY never sees it.

    Masked, its accessible name says so; revealed, it is the secret, for people who listen to it.
    """

    def __init__(self, redacted: str) -> None:
        super().__init__()
        self.setObjectName("secretField")
        set_style(self, ground="card")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._masked = redacted.replace("***", _BULLETS)
        self._shown = self._masked
        self.conceal()

    def reveal(self, secret: str) -> None:
        """Put the secret on screen."""
        self._shown = secret
        self.setAccessibleName(secret)
        self.update()

    def conceal(self) -> None:
        """Take the secret's text out of the widget."""
        self._shown = self._masked
        self.setAccessibleName(self.tr("Secret key, hidden"))
        self.update()

    # Qt overrides

    def sizeHint(self) -> QSize:  # noqa: N802
        metrics = QFontMetrics(fixed_font())
        # Two lines: a whole key is 67 characters wide, more than a small window has.
        return QSize(metrics.averageCharWidth() * 40, metrics.height() * 2 + 24)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        return QSize(scaled(160), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        super().paintEvent(event)
        option = QTextOption(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
        option.setWrapMode(QTextOption.WrapMode.WrapAnywhere)
        painter = QPainter(self)
        painter.setFont(fixed_font())
        painter.setPen(self.palette().text().color())
        area = self.contentsRect().adjusted(14, 6, -14, -6)
        painter.drawText(area.toRectF(), self._shown, option)
        painter.end()
