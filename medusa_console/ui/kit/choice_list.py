"""A list of choices that is filtered by typing; stores show their environment's sign."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from medusa_console.domain.store import Environment
from medusa_console.ui.kit.drawing import drawing
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
        return QSize(scaled(120), option.fontMetrics.height() + 2 * EIGHT)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        choice: Choice = index.data(_CHOICE)
        colours = tokens()
        state: Any = option.state
        line = QRectF(option.rect)
        with drawing(painter):
            if state & QStyle.StateFlag.State_Selected:
                painter.fillRect(line, QColor(colours.accent_soft))
                painter.fillRect(
                    QRectF(line.left(), line.top(), _BAR, line.height()), QColor(colours.accent)
                )
            elif state & QStyle.StateFlag.State_MouseOver:
                painter.fillRect(line, QColor(colours.hover))
            inner = line.adjusted(TWELVE, 0, -TWELVE, 0)
            if choice.environment is not None:
                sign = QRectF(inner.left(), inner.center().y() - _GLYPH / 2, _GLYPH, _GLYPH)
                paint_environment_glyph(painter, sign, choice.environment, colours.muted)
            words = inner.adjusted(_GLYPH + EIGHT, 0, 0, 0)
            metrics = option.fontMetrics
            for said, colour in ((choice.text, colours.text), (choice.detail, colours.muted)):
                text = metrics.elidedText(said, Qt.TextElideMode.ElideRight, int(words.width()))
                painter.setPen(QColor(colour))
                painter.drawText(words, int(Qt.AlignmentFlag.AlignVCenter), text)
                words.setLeft(words.left() + metrics.horizontalAdvance(text) + SIXTEEN)
