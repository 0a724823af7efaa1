"""Shows one secret; while it is masked, no text of the widget contains it."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QTextOption
from PySide6.QtWidgets import QFrame, QSizePolicy

from medusa_console.ui.kit.style import set_style
from medusa_console.ui.kit.theme import fixed_font, scaled

_BULLETS = "•" * 12


class SecretField(QFrame):
    """Painted by hand, so that the secret can be neither selected, dragged nor copied (PRIMARY).

    The accessible name says that the secret is masked; once revealed, it is the secret, for users
    of a screen reader.
    """

    def __init__(self, redacted: str = "", *, hidden: str = "", rows: int = 2) -> None:
        """`hidden` is the accessible name while it is masked, if the secret is no key. There is
        room for `rows` lines."""
        super().__init__()
        self._hidden = hidden or self.tr("Secret key, hidden")
        self._rows = rows
        self.setObjectName("secretField")
        set_style(self, ground="card")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.mask_as(redacted)

    def mask_as(self, redacted: str) -> None:
        """Mask the secret, and show `redacted` while it is masked."""
        self._masked = redacted.replace("***", _BULLETS)
        self.conceal()

    def reveal(self, secret: str) -> None:
        """Show the secret."""
        self._shown = secret
        self.setAccessibleName(secret)
        self.update()

    def conceal(self) -> None:
        """Remove the secret's text from the widget."""
        self._shown = self._masked
        self.setAccessibleName(self._hidden)
        self.update()

    # Qt overrides

    def sizeHint(self) -> QSize:  # noqa: N802
        metrics = QFontMetrics(fixed_font())
        # A whole key is 67 characters wide, too wide for one line of a small window.
        return QSize(metrics.averageCharWidth() * 40, metrics.height() * self._rows + 24)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        return QSize(scaled(160), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        super().paintEvent(event)
        option = QTextOption(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
        # What is written in groups breaks between them.
        grouped = " " in self._shown
        wrap = QTextOption.WrapMode
        option.setWrapMode(wrap.WrapAtWordBoundaryOrAnywhere if grouped else wrap.WrapAnywhere)
        painter = QPainter(self)
        painter.setFont(fixed_font())
        painter.setPen(self.palette().text().color())
        area = self.contentsRect().adjusted(14, 6, -14, -6)
        painter.drawText(area.toRectF(), self._shown, option)
        painter.end()
