"""Lists stores as cards below the names of their groups; in a low window, as one line each."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPainterPath,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from medusa_console.domain.store import Store, by_group
from medusa_console.ui.kit.drawing import drawing
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
# Where fewer cards have room, each becomes a line.
_FEWEST_CARDS = 3


class StoreList(QListWidget):
    """Shows the environment of each store by sign, word and colour.

    Signals:
        chosen: a Store that the user clicks, or selects and presses Enter.
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
        """List `stores` and select `current_id`, without `chosen`. `state_of` returns the state of
        a store's session in words, "" for none."""
        self.blockSignals(True)
        self.clear()
        for group, members in by_group(stores):
            if group:
                heading = QListWidgetItem(shown(group))
                heading.setFlags(Qt.ItemFlag.NoItemFlags)
                self.addItem(heading)
            for store in members:
                self.addItem(_item(store, state_of(store)))
        self.blockSignals(False)
        self.select(current_id)
        self._make_room()

    def select(self, store_id: str) -> None:
        """Select the store, if it is listed, without `chosen`."""
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
    """The height of a card in pixels, with three lines of height `line`."""
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
    """The host of `store`; for the demo store, a description."""
    return (
        translate("StoreList", "built in, nothing leaves this computer")
        if store.is_demo
        else store.host
    )


class _CardDelegate(QStyledItemDelegate):
    """Draws a store or the name of a group; with `low`, a store in one line."""

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
        with drawing(painter):
            store: Any = index.data(_STORE)
            if store is None:
                heading = QRectF(option.rect).adjusted(2, 0, -2, -EIGHT)
                bottom = Qt.AlignmentFlag.AlignBottom
                _draw(painter, heading, index.data(), _strong(option.font), tokens().muted, bottom)
            else:
                card = QRectF(option.rect).adjusted(1, 1, -1, -FOUR if self.low else -EIGHT)
                _draw_card(painter, option, card, store)
                draw = _draw_line if self.low else _draw_lines
                draw(painter, option.font, card, store, shown(index.data(_STATE)))


def _draw_card(painter: QPainter, option: QStyleOptionViewItem, card: QRectF, store: Store) -> None:
    """The empty card, with the colour of the environment at its edge."""
    colours = tokens()
    state: Any = option.state
    selected = bool(state & QStyle.StateFlag.State_Selected)
    hovered = bool(state & QStyle.StateFlag.State_MouseOver)
    ground = colours.accent_soft if selected else colours.hover if hovered else colours.raised
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


def _draw_line(painter: QPainter, font: QFont, card: QRectF, store: Store, state: str) -> None:
    """Sign and name in one line, and where there is room the state."""
    place = card.adjusted(TWELVE, 0, -TWELVE, 0)
    _draw_glyph(painter, place, store)
    width = _draw(painter, place, shown(store.name), _strong(font), tokens().text)
    place.setLeft(place.left() + width + EIGHT)
    if QFontMetrics(font).horizontalAdvance(state) <= place.width():
        _draw(painter, place, state, font, tokens().muted)


def _draw_lines(painter: QPainter, font: QFont, card: QRectF, store: Store, state: str) -> None:
    """Name, host and state below each other; the sign stands before the state."""
    place = card.adjusted(SIXTEEN, TWELVE, -TWELVE, 0)
    place.setHeight(QFontMetrics(font).height())
    _draw(painter, place, shown(store.name), _strong(font), tokens().text)
    place.translate(0, place.height())
    _draw(painter, place, shown(where(store)), font, tokens().muted)
    place.translate(0, place.height())
    _draw_glyph(painter, place, store)
    _draw(painter, place, state, font, tokens().muted)


def _draw(
    painter: QPainter,
    place: QRectF,
    text: str,
    font: QFont,
    colour: str,
    align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignVCenter,
) -> int:
    """Draw `text`, elided to `place`; return the width it takes."""
    painter.setFont(font)
    painter.setPen(QColor(colour))
    metrics = painter.fontMetrics()
    elided = metrics.elidedText(text, Qt.TextElideMode.ElideRight, int(place.width()))
    painter.drawText(place, align, elided)
    return metrics.horizontalAdvance(elided)


def _strong(font: QFont) -> QFont:
    strong = QFont(font)
    strong.setWeight(QFont.Weight.DemiBold)
    return strong


def _draw_glyph(painter: QPainter, place: QRectF, store: Store) -> None:
    """Draw the sign of the environment at the left of `place`, and take its room off `place`."""
    box = QRectF(place.left(), place.center().y() - _GLYPH / 2, _GLYPH, _GLYPH)
    paint_environment_glyph(painter, box, store.environment, tokens().muted)
    place.setLeft(place.left() + _GLYPH + EIGHT)
