"""The button above the sidebar that names the store and opens the list of the others."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QRect, QRectF, QSize
from PySide6.QtGui import QColor, QFont, QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QStyle

from medusa_console.domain.store import Store
from medusa_console.ui.kit import resources
from medusa_console.ui.kit.button import key_text
from medusa_console.ui.kit.drawing import draw_line
from medusa_console.ui.kit.environment_bar import paint_environment_glyph
from medusa_console.ui.kit.style import set_style
from medusa_console.ui.kit.text import shown, tooltip
from medusa_console.ui.kit.theme import scaled, tokens
from medusa_console.ui.kit.theme_tokens import EIGHT, TWELVE

_GLYPH = 12
_ICON = 16


def _keys() -> str:
    return key_text(QKeySequence("Ctrl+K"))


class SwitchButton(QPushButton):
    """Shows the name and the host of the store; in a rail, the sign of its environment alone."""

    def __init__(self, store: Store) -> None:
        super().__init__()
        self.setObjectName("switchStore")
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._rail = False
        set_style(self, kind="store")
        self.show_store(store)

    def show_store(self, store: Store) -> None:
        """Show `store`."""
        self._store = store
        self.setAccessibleName(f"{shown(store.name)}, {shown(self._where)}")
        self.setAccessibleDescription(" · ".join((self.tr("Search everything"), _keys())))
        self.setToolTip(tooltip(" · ".join((store.name, self._where, _keys()))))
        self.update()

    def set_rail(self, *, rail: bool) -> None:
        """Show the sign of the environment alone, or name and host again."""
        self._rail = rail
        self.updateGeometry()
        self.update()

    @property
    def _where(self) -> str:
        return self.tr("built in") if self._store.is_demo else self._store.host

    # Qt overrides

    def sizeHint(self) -> QSize:  # noqa: N802
        lines = 1 if self._rail else 2
        return QSize(scaled(40), lines * self.fontMetrics().height() + 2 * scaled(EIGHT))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        return QSize(0, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        super().paintEvent(event)
        colours = tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        environment = self._store.environment
        glyph, icon = scaled(_GLYPH), scaled(_ICON)
        if self._rail:
            sign = QRect(0, 0, glyph, glyph)
            sign.moveCenter(self.rect().center())
            paint_environment_glyph(painter, QRectF(sign), environment, colours.text)
            return
        place = partial(QStyle.visualRect, self.layoutDirection(), self.rect())
        edge, top = scaled(TWELVE), scaled(EIGHT)
        inner = self.rect().adjusted(edge, top, -edge, -top)
        more = QRect(inner.right() + 1 - icon, inner.center().y() - icon // 2, icon, icon)
        ratio = self.devicePixelRatioF()
        chevron = resources.pixmap("chevrons-up-down", colours.muted, icon, ratio)
        painter.drawPixmap(place(more).topLeft(), chevron)
        strong = QFont(self.font())
        strong.setWeight(QFont.Weight.DemiBold)
        width, height = inner.width() - icon - scaled(EIGHT), inner.height() // 2
        lines = (
            (strong, colours.text, shown(self._store.name)),
            (self.font(), colours.muted, shown(self._where)),
        )
        for number, (font, colour, words) in enumerate(lines):
            painter.setFont(font)
            painter.setPen(QColor(colour))
            line = QRect(inner.left(), inner.top() + number * height, width, height)
            draw_line(painter, place(line), words, self.layoutDirection())
