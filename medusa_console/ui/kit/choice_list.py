"""A list of choices that is filtered by typing; stores show their environment's sign."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from medusa_console.domain.store import Environment
from medusa_console.ui.kit.drawing import draw_line, drawing
from medusa_console.ui.kit.environment_bar import paint_environment_glyph
from medusa_console.ui.kit.theme import scaled, tokens
from medusa_console.ui.kit.theme_tokens import EIGHT, SIXTEEN, TWELVE

_CHOICE = Qt.ItemDataRole.UserRole
_HEIGHT = 280
_GLYPH = 10
_BAR = 3


@dataclass(frozen=True)
class Choice:
    """A line of the list: `text` and `detail` are searched, `run` is called when the line is
    chosen; `environment` is a store's."""

    text: str
    run: Callable[[], object]
    detail: str = ""
    environment: Environment | None = None


class ChoiceList(QListWidget):
    """Takes no focus: the search field above passes the arrow keys on."""

    def __init__(self) -> None:
        super().__init__()
        self.setItemDelegate(_LineDelegate(self))
        self.setMinimumHeight(scaled(_HEIGHT))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    @property
    def current(self) -> Choice | None:
        """The selected line."""
        item = self.currentItem()
        choice: Choice | None = item.data(_CHOICE) if item is not None else None
        return choice

    def show_choices(self, choices: Sequence[Choice]) -> None:
        """List `choices` and select the first."""
        self.clear()
        for choice in choices:
            item = QListWidgetItem(f"{choice.text}   {choice.detail}".rstrip())
            item.setData(_CHOICE, choice)
            self.addItem(item)
        self.setCurrentRow(0)


class _LineDelegate(QStyledItemDelegate):
    # Qt overrides

    def sizeHint(  # noqa: N802
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(scaled(120), option.fontMetrics.height() + 2 * scaled(EIGHT))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        choice: Choice = index.data(_CHOICE)
        colours = tokens()
        state: Any = option.state
        line = option.rect
        place = partial(QStyle.visualRect, option.direction, line)
        with drawing(painter):
            if state & QStyle.StateFlag.State_Selected:
                painter.fillRect(line, QColor(colours.accent_soft))
                bar = QRect(line.left(), line.top(), _BAR, line.height())
                painter.fillRect(place(bar), QColor(colours.accent))
            elif state & QStyle.StateFlag.State_MouseOver:
                painter.fillRect(line, QColor(colours.hover))
            edge, glyph = scaled(TWELVE), scaled(_GLYPH)
            inner = line.adjusted(edge, 0, -edge, 0)
            if choice.environment is not None:
                sign = QRect(inner.left(), inner.center().y() - glyph // 2, glyph, glyph)
                sign = place(sign)
                paint_environment_glyph(painter, QRectF(sign), choice.environment, colours.muted)
            words = inner.adjusted(glyph + scaled(EIGHT), 0, 0, 0)
            painter.setFont(option.font)
            for said, colour in ((choice.text, colours.text), (choice.detail, colours.muted)):
                painter.setPen(QColor(colour))
                width = draw_line(painter, place(words), said, option.direction)
                words.setLeft(words.left() + width + scaled(SIXTEEN))
