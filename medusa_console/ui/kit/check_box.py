"""A check box whose text goes on in a further line where there is no room."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QSizePolicy,
    QStyle,
    QStyleOptionButton,
    QStylePainter,
    QWidget,
)

from medusa_console.ui.kit.theme_tokens import EIGHT

_WRAPPED = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignTop
_NARROWEST = 12  # letters


class CheckBox(QCheckBox):
    """The box is beside the first line of the text, which has no mnemonic. Both stand in the
    middle of the height."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def _box(self) -> QSize:
        style, option = self.style(), QStyleOptionButton()
        self.initStyleOption(option)
        wide = style.pixelMetric(QStyle.PixelMetric.PM_IndicatorWidth, option, self)
        high = style.pixelMetric(QStyle.PixelMetric.PM_IndicatorHeight, option, self)
        return QSize(wide, high)

    def _text_height(self, width: int) -> int:
        room = QRect(0, 0, max(1, width), 10_000)
        return self.fontMetrics().boundingRect(room, int(_WRAPPED), self.text()).height()

    # Qt overrides

    def heightForWidth(self, width: int) -> int:  # noqa: N802
        box = self._box()
        return max(box.height(), self._text_height(width - box.width() - EIGHT))

    def sizeHint(self) -> QSize:  # noqa: N802
        self.ensurePolished()
        box = self._box()
        wide = self.fontMetrics().horizontalAdvance(self.text()) + 1
        return QSize(
            box.width() + EIGHT + wide, max(box.height(), self.fontMetrics().lineSpacing())
        )

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        hint = self.sizeHint()
        narrow = self._box().width() + EIGHT + self.fontMetrics().averageCharWidth() * _NARROWEST
        return QSize(min(hint.width(), narrow), hint.height())

    def hitButton(self, place: QPoint) -> bool:  # noqa: N802
        return self.rect().contains(place)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        painter, option = QStylePainter(self), QStyleOptionButton()
        self.initStyleOption(option)
        box, direction, whole = self._box(), self.layoutDirection(), self.rect()
        line = max(box.height(), self.fontMetrics().lineSpacing())
        above = max(0, self.height() - self.heightForWidth(self.width())) // 2
        top = above + (line - box.height()) // 2
        option.rect = QStyle.visualRect(direction, whole, QRect(QPoint(0, top), box))
        painter.drawPrimitive(QStyle.PrimitiveElement.PE_IndicatorCheckBox, option)
        room = whole.adjusted(box.width() + EIGHT, 0, 0, 0)
        room.setTop(above + (line - self.fontMetrics().lineSpacing()) // 2)
        painter.setPen(self.palette().color(self.foregroundRole()))
        flags = int(_WRAPPED & ~Qt.AlignmentFlag.AlignLeading)
        side = QStyle.visualAlignment(direction, Qt.AlignmentFlag.AlignLeft)
        painter.drawText(QStyle.visualRect(direction, whole, room), flags | int(side), self.text())
