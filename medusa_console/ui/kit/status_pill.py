"""A state, shown by shape, word and background."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy

from medusa_console.ui.kit import resources
from medusa_console.ui.kit.drawing import drawing
from medusa_console.ui.kit.text import shown
from medusa_console.ui.kit.theme import tokens
from medusa_console.ui.kit.theme_tokens import Ink, Tokens

_SIGN = 9
_PADDING = 9.0
_GAP = 6.0
_MARGIN_ABOVE = 3.0


class PillKind(Enum):
    """The kinds of pills, by a key's state; the value names the icon."""

    ACTIVE = "active"
    WORKS_UNTIL = "works-until"
    REVOKED = "revoked"
    NOT_CONFIRMED = "not-confirmed"


@dataclass(frozen=True)
class Pill:
    """`text` is short and complete by itself: 'Active', 'Revoked 3 Nov'."""

    kind: PillKind
    text: str


class StatusPill(QLabel):
    """A pill as a widget, for drawers and dialogs."""

    def __init__(self, pill: Pill) -> None:
        super().__init__()
        self._pill = pill
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setText(shown(pill.text))

    # -- Qt ---------------------------------------------------------------------------------

    def sizeHint(self) -> QSize:  # noqa: N802
        font = _pill_font(self.font())
        return QSize(
            round(_pill_width(self._pill, font)) + 1, round(_pill_height(font) + 2 * _MARGIN_ABOVE)
        )

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        return QSize(40, self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        painter = QPainter(self)
        paint_pill(painter, QRectF(self.rect()), self._pill, self.font(), self.layoutDirection())


def pill_ink(kind: PillKind, tokens: Tokens) -> Ink:
    """Background and text of a pill."""
    return {
        PillKind.ACTIVE: Ink(tokens.good_soft, tokens.good),
        PillKind.WORKS_UNTIL: Ink(tokens.caution_soft, tokens.caution),
        PillKind.REVOKED: Ink(tokens.neutral_soft, tokens.muted),
        PillKind.NOT_CONFIRMED: Ink(tokens.caution_soft, tokens.caution),
    }[kind]


def _pill_font(base: QFont) -> QFont:
    """The font inside a pill beside text in `base`."""
    font = QFont(base)
    font.setWeight(QFont.Weight.Medium)
    size = base.pixelSize() if base.pixelSize() > 0 else QFontMetricsF(base).height() * 0.8
    font.setPixelSize(max(10, round(size * 12 / 13)))
    return font


def _pill_width(pill: Pill, font: QFont) -> float:
    """The width that `pill` needs in `font`."""
    text = QFontMetricsF(font).horizontalAdvance(shown(pill.text))
    return 2 * _PADDING + _SIGN + _GAP + text


def _pill_height(font: QFont) -> float:
    """The height of every pill in `font`."""
    return QFontMetricsF(font).height() + 4


def paint_pill(
    painter: QPainter, room: QRectF, pill: Pill, base: QFont, direction: Qt.LayoutDirection
) -> None:
    """Draw `pill` at the leading edge of `room`, vertically centred, cut where the room ends."""
    ink = pill_ink(pill.kind, tokens())
    font = _pill_font(base)
    width, height = min(_pill_width(pill, font), room.width()), _pill_height(font)
    left = room.left() if direction is Qt.LayoutDirection.LeftToRight else room.right() - width
    box = QRectF(left, room.center().y() - height / 2, width, height)
    with drawing(painter):
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(ink.ground))
        painter.drawRoundedRect(box, height / 2, height / 2)
        sign = QRectF(box.left() + _PADDING, box.center().y() - _SIGN / 2, _SIGN, _SIGN)
        words = box.adjusted(_PADDING + _SIGN + _GAP, 0, -_PADDING, 0)
        if direction is Qt.LayoutDirection.RightToLeft:
            sign.moveRight(box.right() - _PADDING)
            words = box.adjusted(_PADDING, 0, -(_PADDING + _SIGN + _GAP), 0)
        ratio = painter.device().devicePixelRatioF()
        picture = resources.pixmap(f"pill-{pill.kind.value}", ink.text, _SIGN, ratio)
        painter.drawPixmap(sign.topLeft(), picture)
        painter.setPen(QColor(ink.text))
        painter.setFont(font)
        text = painter.fontMetrics().elidedText(
            shown(pill.text), Qt.TextElideMode.ElideRight, int(words.width() + 1)
        )
        painter.drawText(words.adjusted(0, 0, 2, 0), int(Qt.AlignmentFlag.AlignVCenter), text)
