"""A filter as a quiet button that opens a list of choices: 'Type: All'."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import (
    QComboBox,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from medusa_console.ui.kit import resources
from medusa_console.ui.kit.drawing import draw_line, own_direction
from medusa_console.ui.kit.text import shown
from medusa_console.ui.kit.theme import scaled, tokens
from medusa_console.ui.kit.theme_tokens import CONTROL_HEIGHT, EIGHT, FOUR, RADIUS
from medusa_console.ui.kit.translations import translate

_LONGEST_CHOICE = 40
_WIDEST = 220
_CHEVRON = 16
_POPUP_WIDTH = 160
_Index = QModelIndex | QPersistentModelIndex


class FilterMenu(QComboBox):
    """Shows its label and its choice; a choice other than the first stands on the accent's
    ground, because it hides rows."""

    def __init__(self, label: str) -> None:
        super().__init__()
        self._label = label
        self.setAccessibleName(label)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)  # painted anew under the pointer
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setMaxVisibleItems(14)
        self.setItemDelegate(_Choices(self))
        self.currentTextChanged.connect(self.updateGeometry)

    def show_choices(self, texts: Sequence[str]) -> None:
        """Replace the choices."""
        self.clear()
        self.addItems([shown(text, limit=_LONGEST_CHOICE) for text in texts])
        widest = max(map(self.fontMetrics().horizontalAdvance, self._texts()), default=0)
        self.view().setMinimumWidth(max(scaled(_POPUP_WIDTH), widest + 2 * scaled(EIGHT) + 24))

    @property
    def words(self) -> str:
        """What stands on the button."""
        text = translate("FilterMenu", "{label}: {choice}")
        return text.format(label=self._label, choice=self.currentText())

    def _texts(self) -> list[str]:
        return [self.itemText(number) for number in range(self.count())]

    # Qt overrides

    def sizeHint(self) -> QSize:  # noqa: N802
        words = self.fontMetrics().horizontalAdvance(self.words)
        width = words + 2 * scaled(EIGHT) + FOUR + scaled(_CHEVRON) + 1
        return QSize(min(width, scaled(_WIDEST)), scaled(CONTROL_HEIGHT))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        colours = tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if ground := self._ground():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(ground))
            painter.drawRoundedRect(QRectF(self.rect()), RADIUS, RADIUS)
        direction = self.layoutDirection()
        room = self.rect().adjusted(scaled(EIGHT), 0, -scaled(EIGHT), 0)
        size = scaled(_CHEVRON)
        words = QStyle.visualRect(direction, room, room.adjusted(0, 0, -size - FOUR, 0))
        painter.setPen(QColor(colours.text if self.isEnabled() else colours.disabled))
        draw_line(painter, words, self.words, direction)
        top = room.center().y() - size // 2 + 1
        place = QRect(room.right() - size + 1, top, size, size)
        colour = colours.muted if self.isEnabled() else colours.disabled
        picture = resources.pixmap("chevron-down", colour, size, self.devicePixelRatioF())
        painter.drawPixmap(QStyle.visualRect(direction, room, place), picture)

    def _ground(self) -> str:
        colours = tokens()
        if self.isEnabled() and self.currentIndex() > 0:
            return colours.accent_soft
        if self.isEnabled() and (self.underMouse() or self.view().isVisible()):
            return colours.neutral_soft if self.view().isVisible() else colours.hover
        return ""

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Choose by a typed letter, but not by one with Ctrl, which is a key of the page."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802
        """Do nothing: scrolling past the button must not ask for other rows."""
        event.ignore()


class _Choices(QStyledItemDelegate):
    """Draws the choices by the style sheet, which Qt's own delegate does not know, and lets each
    text run as its own first letter does."""

    # Qt overrides

    def initStyleOption(self, option: QStyleOptionViewItem, index: _Index) -> None:  # noqa: N802
        super().initStyleOption(option, index)
        if own_direction(option.text) is Qt.TextFlag.TextForceLeftToRight:
            option.displayAlignment = QStyle.visualAlignment(
                option.direction, option.displayAlignment
            )
            option.direction = Qt.LayoutDirection.LeftToRight
