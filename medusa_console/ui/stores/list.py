"""Lists stores as cards below the names of their groups; in a low window, as one line each."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
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
from medusa_console.ui.kit.drawing import draw_line, drawing
from medusa_console.ui.kit.enter import ENTER
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
        if event.key() in ENTER:
            event.ignore()  # in a dialog the default button has its turn
            self._choose(self.currentItem())
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self._make_room()


def card_height(line: int) -> int:
    """The height of a card in pixels, with three lines of height `line`."""
    return 3 * line + 2 * scaled(TWELVE) + EIGHT


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
        return QSize(scaled(120), line + 2 * scaled(EIGHT) if self.low else card_height(line))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        with drawing(painter):
            store: Any = index.data(_STORE)
            pen = _Pen(painter, option)
            if store is None:
                line = option.fontMetrics.height()
                heading = option.rect.adjusted(2, 0, -2, -EIGHT)
                heading.setTop(heading.bottom() + 1 - line)
                pen.write(heading, index.data(), tokens().muted, strong=True)
            else:
                card = option.rect.adjusted(1, 1, -1, -FOUR if self.low else -EIGHT)
                _draw_card(painter, option, card, store)
                draw = _draw_line if self.low else _draw_lines
                draw(pen, card, store, shown(index.data(_STATE)))


def _draw_card(painter: QPainter, option: QStyleOptionViewItem, card: QRect, store: Store) -> None:
    """The empty card, with the colour of the environment at its leading edge."""
    colours = tokens()
    state: Any = option.state
    selected = bool(state & QStyle.StateFlag.State_Selected)
    hovered = bool(state & QStyle.StateFlag.State_MouseOver)
    ground = colours.accent_soft if selected else colours.hover if hovered else colours.raised
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    shape = QPainterPath()
    shape.addRoundedRect(QRectF(card), CARD_RADIUS, CARD_RADIUS)
    painter.fillPath(shape, QColor(ground))
    painter.setClipPath(shape)
    edge = QRect(card.left(), card.top(), _EDGE, card.height())
    colour = QColor(colours.environment(store.environment).ground)
    painter.fillRect(QStyle.visualRect(option.direction, card, edge), colour)
    painter.setClipping(False)
    painter.setPen(QPen(QColor(colours.accent if selected else colours.border), 1))
    painter.drawPath(shape)


def _draw_line(pen: _Pen, card: QRect, store: Store, state: str) -> None:
    """Sign and name in one line, and where there is room the state."""
    place = card.adjusted(scaled(TWELVE), 0, -scaled(TWELVE), 0)
    pen.sign(place, store)
    width = pen.write(place, shown(store.name), tokens().text, strong=True)
    place.setLeft(place.left() + width + scaled(EIGHT))
    if pen.width(state) <= place.width():
        pen.write(place, state, tokens().muted)


def _draw_lines(pen: _Pen, card: QRect, store: Store, state: str) -> None:
    """Name, host and state below each other; the sign stands before the state."""
    place = card.adjusted(scaled(SIXTEEN), scaled(TWELVE), -scaled(TWELVE), 0)
    place.setHeight(pen.line)
    pen.write(place, shown(store.name), tokens().text, strong=True)
    place.translate(0, place.height())
    pen.write(place, shown(where(store)), tokens().muted)
    place.translate(0, place.height())
    pen.sign(place, store)
    pen.write(place, state, tokens().muted)


class _Pen:
    """Draws in an item, in places that are given as from left to right."""

    def __init__(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        self._painter = painter
        self._option = option
        self.line = option.fontMetrics.height()

    def width(self, text: str) -> int:
        return int(self._option.fontMetrics.horizontalAdvance(text))

    def write(self, place: QRect, text: str, colour: str, *, strong: bool = False) -> int:
        """Draw `text`, elided to `place`; return the width it takes."""
        font = QFont(self._option.font)
        if strong:
            font.setWeight(QFont.Weight.DemiBold)
        self._painter.setFont(font)
        self._painter.setPen(QColor(colour))
        return draw_line(self._painter, self._mirrored(place), text, self._option.direction)

    def sign(self, place: QRect, store: Store) -> None:
        """Draw the sign of the environment at the start of `place`, and take its room off."""
        side = scaled(_GLYPH)
        box = QRect(place.left(), place.center().y() + 1 - side // 2, side, side)
        sign = QRectF(self._mirrored(box))
        paint_environment_glyph(self._painter, sign, store.environment, tokens().muted)
        place.setLeft(place.left() + side + scaled(EIGHT))

    def _mirrored(self, place: QRect) -> QRect:
        return QStyle.visualRect(self._option.direction, self._option.rect, place)
