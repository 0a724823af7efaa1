"""A state, shown by shape, word and background."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from functools import lru_cache
from math import ceil

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QStyle

from medusa_console.ui.kit import resources
from medusa_console.ui.kit.drawing import draw_line, drawing
from medusa_console.ui.kit.text import shown
from medusa_console.ui.kit.theme import scaled, tokens
from medusa_console.ui.kit.theme_tokens import EIGHT, FOUR, Ink, Tokens

_SIGN = 9
_PADDING = 9
_GAP = 6
_MARGIN_ABOVE = 3
_MARK = 14


class PillKind(Enum):
    """The kinds of pills, by a key's state; the value names the icon. On the leak desk a working
    key is LEAKED, and good is one that is proven DEAD; OPEN is what no store has answered yet, or
    knows nothing of."""

    ACTIVE = "active"
    WORKS_UNTIL = "works-until"
    REVOKED = "revoked"
    NOT_CONFIRMED = "not-confirmed"
    LEAKED = "leaked"
    DEAD = "dead"
    OPEN = "open"


@dataclass(frozen=True)
class Pill:
    """`text` is short and complete by itself: 'Active', 'Revoked 3 Nov'. `short` stands where there
    is no room for that: 'Revoked'."""

    kind: PillKind
    text: str
    short: str = ""


class StatusPill(QLabel):
    """A pill as a widget, for drawers and dialogs."""

    def __init__(self, pill: Pill) -> None:
        super().__init__()
        self._pill = pill
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.show_pill(pill)

    def show_pill(self, pill: Pill) -> None:
        """Show `pill` in place of the earlier one."""
        self._pill = pill
        self.setText(shown(pill.text))
        self.updateGeometry()
        self.update()  # its kind may be another while its text is the same

    # Qt overrides

    def sizeHint(self) -> QSize:  # noqa: N802
        height = _pill_height(_pill_font(self.font())) + 2 * scaled(_MARGIN_ABOVE)
        return QSize(pill_width(self._pill.text, self.font()), round(height))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        return QSize(40, self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        painter = QPainter(self)
        paint_pill(painter, self.rect(), self._pill, self.font(), self.layoutDirection())


def pill_ink(kind: PillKind, tokens: Tokens) -> Ink:
    """Background and text of a pill."""
    return _inks(tokens)[kind]


@lru_cache(maxsize=4)  # asked for every pill that is painted
def _inks(tokens: Tokens) -> dict[PillKind, Ink]:
    return {
        PillKind.ACTIVE: Ink(tokens.good_soft, tokens.good),
        PillKind.WORKS_UNTIL: Ink(tokens.caution_soft, tokens.caution),
        PillKind.REVOKED: Ink(tokens.neutral_soft, tokens.muted),
        PillKind.NOT_CONFIRMED: Ink(tokens.caution_soft, tokens.caution),
        PillKind.LEAKED: Ink(tokens.danger, tokens.on_danger),
        PillKind.DEAD: Ink(tokens.good_soft, tokens.good),
        PillKind.OPEN: Ink(tokens.neutral_soft, tokens.muted),
    }


def _pill_font(base: QFont) -> QFont:
    """The font inside a pill beside text in `base`."""
    return _smaller(QFont(base))  # a copy: Qt may lend `base` for one painting


@lru_cache(maxsize=4)
def _smaller(base: QFont) -> QFont:
    font = QFont(base)
    font.setWeight(QFont.Weight.Medium)
    size = base.pixelSize() if base.pixelSize() > 0 else QFontMetricsF(base).height() * 0.8
    font.setPixelSize(max(10, round(size * 12 / 13)))
    return font


def pill_width(text: str, base: QFont) -> int:
    """The width of a pill that reads `text`, beside text in `base`."""
    return ceil(_pill_width(text, _pill_font(base)))


def _pill_width(text: str, font: QFont) -> float:
    return 2 * scaled(_PADDING) + scaled(_SIGN) + scaled(_GAP) + _advance(text, font)


def _advance(text: str, font: QFont) -> float:
    return QFontMetricsF(font).horizontalAdvance(shown(text))


def _pill_height(font: QFont) -> float:
    """The height of every pill in `font`."""
    return QFontMetricsF(font).height() + scaled(4)


def paint_pill(
    painter: QPainter,
    room: QRect,
    pill: Pill,
    base: QFont,
    direction: Qt.LayoutDirection,
    mark: str = "",
) -> None:
    """Draw `pill` at the leading edge of `room`, vertically centred, and beside it `mark`: a sign
    of warning, with its words if there is room for them."""
    font = _pill_font(base)
    text = pill.text
    width = _pill_width(text, font)
    if pill.short and ceil(width) > room.width():
        text = pill.short
        width = _pill_width(text, font)
    width, height = min(width, room.width()), _pill_height(font)
    box = QRectF(room.left(), QRectF(room).center().y() - height / 2, width, height)
    with drawing(painter):
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(font)
        _paint_box(painter, box, room, text, pill.kind, direction)
        if mark:
            rest = room.adjusted(ceil(width) + EIGHT, 0, 0, 0)
            _paint_mark(painter, QStyle.visualRect(direction, room, rest), mark, direction)


def _paint_box(
    painter: QPainter,
    box: QRectF,
    room: QRect,
    text: str,
    kind: PillKind,
    direction: Qt.LayoutDirection,
) -> None:
    ink = pill_ink(kind, tokens())
    padding, size, gap = scaled(_PADDING), scaled(_SIGN), scaled(_GAP)
    sign = QRectF(box.left() + padding, box.center().y() - size / 2, size, size)
    words = box.adjusted(padding + size + gap, 0, -padding, 0)
    if direction is Qt.LayoutDirection.RightToLeft:
        for part in (box, sign, words):
            part.moveRight(room.left() + room.right() + 1 - part.left())
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(ink.ground))
    painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
    ratio = painter.device().devicePixelRatioF()
    picture = resources.pixmap(f"pill-{kind.value}", ink.text, size, ratio)
    painter.drawPixmap(sign.topLeft(), picture)
    painter.setPen(QColor(ink.text))
    draw_line(painter, words.toAlignedRect(), shown(text), direction)


def _paint_mark(painter: QPainter, room: QRect, mark: str, direction: Qt.LayoutDirection) -> None:
    size = scaled(_MARK)
    if room.width() < size:
        return
    colour = tokens().caution
    ratio = painter.device().devicePixelRatioF()
    place = QRect(room.left(), room.center().y() - size // 2 + 1, size, size)
    picture = resources.pixmap("triangle-alert", colour, size, ratio)
    painter.drawPixmap(QStyle.visualRect(direction, room, place), picture)
    words = room.adjusted(size + FOUR, 0, 0, 0)
    if painter.fontMetrics().horizontalAdvance(mark) <= words.width():
        painter.setPen(QColor(colour))
        draw_line(painter, QStyle.visualRect(direction, room, words), mark, direction)
