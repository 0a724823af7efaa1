"""The stores as cards under their groups, told apart by sign, word and colour; where the window is
low, a line each."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFont, QKeyEvent, QPainter, QPainterPath, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from medusa_console.domain.store import Store, by_group
from medusa_console.ui.kit.environment_bar import paint_environment_glyph
from medusa_console.ui.kit.text import shown, tooltip
from medusa_console.ui.kit.theme import scaled, tokens
from medusa_console.ui.kit.theme_tokens import CARD_RADIUS, EIGHT, FOUR, SIXTEEN, TWELVE
from medusa_console.ui.kit.translations import translate
from medusa_console.ui.words import labels

_STORE = Qt.ItemDataRole.UserRole
_STATE = Qt.ItemDataRole.UserRole + 1
_EDGE = 4
_GLYPH = 10
# As many cards have room at least, or else they become lines.
_FEWEST_CARDS = 3


class StoreList(QListWidget):
    """Signals:
    chosen: a Store, when the person clicks it or presses Enter; arrows only move the selection.
    """

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("stores")
        self.setAccessibleName(self.tr("Stores"))
        self._cards = _CardDelegate(self)
        self.setItemDelegate(self._cards)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSpacing(0)
        self.itemClicked.connect(self._choose)

    def show_stores(
        self,
        stores: Sequence[Store],
        current_id: str,
        *,
        state_of: Callable[[Store], str] = lambda _store: "",
    ) -> None:
        """List `stores` under the names of their groups, with `current_id` selected; nothing is
        announced as chosen. `state_of` says in words what is going on there, "" for nothing."""
        self.blockSignals(True)
        self.clear()
        for group, members in by_group(stores):
            if group:
                heading = QListWidgetItem(shown(group))
                heading.setFlags(Qt.ItemFlag.NoItemFlags)
                self.addItem(heading)
            for store in members:
                item = _item(store, state_of(store))
                self.addItem(item)
        self.blockSignals(False)
        self.select(current_id)
        self._make_room()

    def select(self, store_id: str) -> None:
        """Select that store, if it is listed; nothing is announced as chosen."""
        self.blockSignals(True)
        for row in range(self.count()):
            store = self.item(row).data(_STORE)
            if store is not None and store.id == store_id:
                self.setCurrentRow(row)
        self.blockSignals(False)

    @property
    def current(self) -> Store | None:
        """The selected store."""
        item = self.currentItem()
        store: Store | None = item.data(_STORE) if item is not None else None
        return store

    def _choose(self, item: QListWidgetItem | None) -> None:
        if item is not None and (store := item.data(_STORE)) is not None:
            self.chosen.emit(store)

    def _make_room(self) -> None:
        stores = sum(self.item(row).data(_STORE) is not None for row in range(self.count()))
        wanted = min(stores, _FEWEST_CARDS) * card_height(self.fontMetrics().height())
        low = self.viewport().height() < wanted
        if low is not self._cards.low:
            self._cards.low = low
            self.scheduleDelayedItemsLayout()
            if (item := self.currentItem()) is not None:
                self.scrollToItem(item)

    # Qt overrides

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.ignore()  # in a dialog the default button has its turn
            self._choose(self.currentItem())
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self._make_room()


def card_height(line: int) -> int:
    """Of a card with three lines of that height."""
    return 3 * line + 2 * TWELVE + EIGHT


def _item(store: Store, state: str) -> QListWidgetItem:
    parts = [labels.environment(store.environment)]
    if store.read_only:
        parts.append(translate("StoreList", "read-only"))
    if state:
        parts.append(state)
    item = QListWidgetItem(shown(store.name))
    item.setData(_STORE, store)
    item.setData(_STATE, " · ".join(parts))
    item.setData(
        Qt.ItemDataRole.AccessibleDescriptionRole, ", ".join((shown(where(store)), *parts))
    )
    item.setToolTip(tooltip(f"{store.name} · {where(store)}"))
    return item


def where(store: Store) -> str:
    """The host, or for the demo store what it is."""
    return (
        translate("StoreList", "built in, nothing leaves this computer")
        if store.is_demo
        else store.host
    )


class _CardDelegate(QStyledItemDelegate):
    """With `low`, a card is one line."""

    low = False

    # Qt overrides

    def sizeHint(  # noqa: N802
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        line = option.fontMetrics.height()
        if index.data(_STORE) is None:
            return QSize(scaled(120), line + (TWELVE if index.row() else 0) + EIGHT)
        return QSize(scaled(120), line + 2 * EIGHT if self.low else card_height(line))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        store: Any = index.data(_STORE)
        colours = tokens()
        if store is None:
            self._write_heading(painter, option, index)
            return
        state: Any = option.state
        rect: QRect = option.rect
        card = QRectF(rect).adjusted(1, 1, -1, -FOUR if self.low else -EIGHT)
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
        if self.low:
            area = card.adjusted(TWELVE, 0, -TWELVE, 0)
            self._write_line(painter, option, area, store, index.data(_STATE))
        else:
            area = card.adjusted(SIXTEEN, TWELVE, -TWELVE, -TWELVE)
            self._write(painter, option, area, store, index.data(_STATE))
        painter.restore()

    def _write_heading(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        font = QFont(option.font)
        font.setWeight(QFont.Weight.DemiBold)
        painter.save()
        painter.setFont(font)
        painter.setPen(QColor(tokens().muted))
        area: QRect = option.rect.adjusted(2, 0, -2, -EIGHT)
        text = painter.fontMetrics().elidedText(
            index.data(), Qt.TextElideMode.ElideRight, area.width()
        )
        painter.drawText(area, Qt.AlignmentFlag.AlignBottom, text)
        painter.restore()

    def _write_line(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        area: QRectF,
        store: Store,
        state: str,
    ) -> None:
        """The sign and the name; then, if there is room, the words."""
        colours = tokens()
        glyph = QRectF(area.left(), area.center().y() - _GLYPH / 2, _GLYPH, _GLYPH)
        paint_environment_glyph(painter, glyph, store.environment, colours.muted)
        place = area.adjusted(_GLYPH + EIGHT, 0, 0, 0)
        strong = QFont(option.font)
        strong.setWeight(QFont.Weight.DemiBold)
        painter.setFont(strong)
        painter.setPen(QColor(colours.text))
        metrics = painter.fontMetrics()
        name = metrics.elidedText(
            shown(store.name), Qt.TextElideMode.ElideRight, int(place.width())
        )
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, name)
        place.setLeft(place.left() + metrics.horizontalAdvance(name) + EIGHT)
        if option.fontMetrics.horizontalAdvance(shown(state)) <= place.width():
            painter.setFont(option.font)
            painter.setPen(QColor(colours.muted))
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, shown(state))

    def _write(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        area: QRectF,
        store: Store,
        state: str,
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
                shown(state),
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
