"""The stores as cards: name, host and environment; told apart by sign, word and colour."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QCoreApplication,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFont, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from medusa_console.domain.store import Store
from medusa_console.ui import labels
from medusa_console.ui.text import shown, tooltip
from medusa_console.ui.theme import scaled, tokens
from medusa_console.ui.theme_tokens import CARD_RADIUS, EIGHT, SIXTEEN, TWELVE
from medusa_console.ui.widgets.environment_bar import paint_environment_glyph

_STORE = Qt.ItemDataRole.UserRole
_EDGE = 4
_GLYPH = 10


class StoreList(QListWidget):
    """Signals:
    chosen: a Store, when the person picks it.
    """

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("stores")
        self.setAccessibleName(self.tr("Stores"))
        self.setItemDelegate(_CardDelegate(self))
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSpacing(0)
        self.currentItemChanged.connect(self._on_current)

    def show_stores(self, stores: Sequence[Store], current_id: str) -> None:
        """List `stores` with `current_id` selected; nothing is announced as chosen."""
        self.blockSignals(True)
        self.clear()
        for store in stores:
            item = QListWidgetItem(shown(store.name))
            item.setData(_STORE, store)
            item.setData(
                Qt.ItemDataRole.AccessibleDescriptionRole,
                f"{where(store)}, {labels.environment(store.environment)}",
            )
            item.setToolTip(tooltip(f"{store.name} · {where(store)}"))
            self.addItem(item)
            if store.id == current_id:
                self.setCurrentItem(item)
        self.blockSignals(False)

    def _on_current(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.chosen.emit(item.data(_STORE))


def where(store: Store) -> str:
    """The host, or for the demo store what it is."""
    return (
        QCoreApplication.translate("StoreList", "built in, nothing leaves this computer")
        if store.is_demo
        else store.host
    )


class _CardDelegate(QStyledItemDelegate):
    # Qt overrides

    def sizeHint(  # noqa: N802
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        line = option.fontMetrics.height()
        return QSize(scaled(120), 3 * line + 2 * TWELVE + EIGHT)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        store: Any = index.data(_STORE)
        colours = tokens()
        state: Any = option.state
        rect: QRect = option.rect
        card = QRectF(rect).adjusted(1, 1, -1, -EIGHT)
        selected = bool(state & QStyle.StateFlag.State_Selected)
        hovered = bool(state & QStyle.StateFlag.State_MouseOver)
        ground = colours.accent_soft if selected else colours.hover if hovered else colours.raised
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        shape = QPainterPath()
        shape.addRoundedRect(card, CARD_RADIUS, CARD_RADIUS)
        painter.fillPath(shape, QColor(ground))
        painter.setClipPath(shape)
        edge = colours.environment(store.environment).ground
        painter.fillRect(QRectF(card.left(), card.top(), _EDGE, card.height()), QColor(edge))
        painter.setClipping(False)
        painter.setPen(QPen(QColor(colours.accent if selected else colours.border), 1))
        painter.drawPath(shape)
        self._write(painter, option, card.adjusted(SIXTEEN, TWELVE, -TWELVE, -TWELVE), store)
        painter.restore()

    def _write(
        self, painter: QPainter, option: QStyleOptionViewItem, area: QRectF, store: Store
    ) -> None:
        colours = tokens()
        line = option.fontMetrics.height()
        strong = QFont(option.font)
        strong.setWeight(QFont.Weight.DemiBold)
        rows = (
            (strong, colours.text, shown(store.name), 0.0),
            (QFont(option.font), colours.muted, shown(where(store)), 0.0),
            (
                QFont(option.font),
                colours.muted,
                labels.environment(store.environment),
                float(_GLYPH + EIGHT),
            ),
        )
        for number, (font, colour, text, indent) in enumerate(rows):
            painter.setFont(font)
            painter.setPen(QColor(colour))
            place = QRectF(area.left() + indent, area.top() + number * line, area.width(), line)
            elided = painter.fontMetrics().elidedText(
                text, Qt.TextElideMode.ElideRight, int(area.width() - indent)
            )
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, elided)
        glyph = QRectF(area.left(), area.top() + 2.5 * line - _GLYPH / 2, _GLYPH, _GLYPH)
        paint_environment_glyph(painter, glyph, store.environment, colours.muted)
