"""Names the store in a bar over every window and writing dialog; frames live stores. A page that
belongs to no store has a neutral bar."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLabel, QSizePolicy, QStyle, QVBoxLayout, QWidget

from medusa_console.domain.store import Environment, Store
from medusa_console.ui.kit import resources
from medusa_console.ui.kit.drawing import draw_line
from medusa_console.ui.kit.text import shown
from medusa_console.ui.kit.theme import scaled, tokens
from medusa_console.ui.kit.theme_tokens import BAR_HEIGHT, EIGHT, FRAME_WIDTH, SIXTEEN, Ink

_PATTERN_WIDTH = 56
_STRIPE = 7.0
_GLYPH = 11


class EnvironmentBar(QLabel):
    """`▲ LIVE · Northwind EU · northwind.example`; empty and hidden without a store.

    A screen reader reads the bar's text: the whole line without the sign.
    """

    def __init__(self, store: Store | None = None) -> None:
        super().__init__()
        self._environment: Environment | None = Environment.LIVE
        self._away = False
        self.setObjectName("environment")
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.show_store(store)

    def show_store(self, store: Store | None) -> None:
        """Show the name of `store`."""
        if store is None:
            self._away = True
            self.hide()
            self.setText("")
            return
        self._come_back()
        self._environment = store.environment
        host = self.tr("built in") if store.is_demo else store.host
        word = {
            Environment.LIVE: self.tr("LIVE"),
            Environment.STAGING: self.tr("STAGING"),
            Environment.DEVELOPMENT: self.tr("DEVELOPMENT"),
            Environment.DEMO: self.tr("DEMO"),
        }[store.environment]
        parts = [word, shown(store.name), shown(host)]
        if store.read_only:
            parts.append(self.tr("read-only"))
        self.setText(" · ".join(parts))
        self.update()

    def show_neutral(self, words: str) -> None:
        """Show `words` in no store's colours, for a page that belongs to no store."""
        self._come_back()
        self._environment = None
        self.setText(words)
        self.update()

    def _come_back(self) -> None:
        if self._away:  # a new bar has no parent yet: shown now, it would be a window
            self.show()
        self._away = False

    # Qt overrides

    def sizeHint(self) -> QSize:  # noqa: N802
        return QSize(200, scaled(BAR_HEIGHT))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        return QSize(0, scaled(BAR_HEIGHT))

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        colours, environment = tokens(), self._environment
        ink = (
            Ink(colours.neutral_soft, colours.text)
            if environment is None
            else colours.environment(environment)
        )
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), QColor(ink.ground))
        pattern = _paint_pattern(painter, QRectF(self.rect()), environment, ink.text)
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        side = scaled(_GLYPH)
        left = pattern + scaled(SIXTEEN)
        place = partial(QStyle.visualRect, self.layoutDirection(), self.rect())
        glyph = place(QRect(left, (self.height() - side) // 2, side, side))
        _paint_glyph(painter, QRectF(glyph), _glyph(environment), ink.text)
        start = left + side + scaled(EIGHT)
        room = QRect(start, 0, self.width() - start - pattern - scaled(EIGHT), self.height())
        painter.setPen(QColor(ink.text))
        draw_line(painter, place(room), self.text(), self.layoutDirection())


class LiveFrame(QWidget):
    """Holds a window's whole content, framed by 3 px of the live colour for a live store."""

    def __init__(self, content: QWidget) -> None:
        super().__init__()
        self.setObjectName("live.frame")
        self._live = False
        self._layout = QVBoxLayout(self)
        self._layout.setSpacing(0)
        self._layout.addWidget(content)
        self.show_store(None)

    def show_store(self, store: Store | None) -> None:
        """Frame the content if `store` is live."""
        self._live = store is not None and store.environment is Environment.LIVE
        width = FRAME_WIDTH if self._live else 0
        self._layout.setContentsMargins(width, width, width, width)
        self.update()

    # Qt overrides

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        if self._live:
            QPainter(self).fillRect(self.rect(), QColor(tokens().live.ground))


def paint_environment_glyph(
    painter: QPainter, box: QRectF, environment: Environment, colour: str
) -> None:
    """Draw the sign of `environment` (▲ ◆ ■ ○) into `box`, a square."""
    _paint_glyph(painter, box, _glyph(environment), colour)


def _glyph(environment: Environment | None) -> str:
    return "shield-alert" if environment is None else f"environment-{environment.value}"


def _paint_glyph(painter: QPainter, box: QRectF, name: str, colour: str) -> None:
    ratio = painter.device().devicePixelRatioF()
    painter.drawPixmap(box.topLeft(), resources.pixmap(name, colour, round(box.width()), ratio))


def _paint_pattern(
    painter: QPainter, bar: QRectF, environment: Environment | None, colour: str
) -> int:
    """Draw the pattern that distinguishes `environment` without colour; return its width."""
    ink = QColor(colour)
    wide = scaled(_PATTERN_WIDTH)
    ends = (
        QRectF(bar.left(), bar.top(), wide, bar.height()),
        QRectF(bar.right() - wide, bar.top(), wide, bar.height()),
    )
    painter.save()
    width = 0
    match environment:
        case Environment.STAGING:
            width = wide
            painter.setPen(QPen(ink, _STRIPE))
            for end in ends:
                painter.setClipRect(end)
                x = end.left() - bar.height()
                while x < end.right() + bar.height():
                    painter.drawLine(
                        QPointF(x, bar.bottom() + _STRIPE),
                        QPointF(x + bar.height() + 2 * _STRIPE, bar.top() - _STRIPE),
                    )
                    x += 2.8 * _STRIPE
        case Environment.DEVELOPMENT:
            painter.setPen(QPen(ink, 2))
            painter.drawRect(bar.adjusted(3, 3, -3, -3))
        case Environment.DEMO:
            width = wide
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QBrush(ink))
            for end in ends:
                for number in range(5):
                    x = end.left() + scaled(8) + number * scaled(10)
                    painter.drawEllipse(QPointF(x, end.center().y()), scaled(2), scaled(2))
    painter.restore()
    return width
